"""What was purged stays so: in merges either way, in restored backups, in lists that come again."""

import json
import shutil
from functools import partial

import pytest

from emulation_cli.domain.text import fold
from emulation_cli.register.copies import backups
from emulation_cli.register.opening.register_file import open_register
from emulation_cli.register.purging import traces
from emulation_cli.register.purging.written_names import perhaps_in, without

NAME = "Trịnh Quốc Zưởng"
HEAD = "STT,Tên điển hình,Loại,Đơn vị,Lĩnh vực,Năm phát hiện\n"
LIST = f"{HEAD}1,{NAME},Cá nhân,Xã Mẫu,Y tế,2023\n2,Lê Văn A,Cá nhân,Xã Mẫu,Y tế,2023\n"


@pytest.fixture
def office(emul, register_path, tmp_path):
    (tmp_path / f"{NAME}.csv").write_text(LIST, "utf-8")
    emul("init", "--unit", "Huyện Thử", "--yes")
    emul("add-unit", "--name", "Xã Mẫu", "--type", "commune", "--code", "M")
    emul("import", tmp_path / f"{NAME}.csv", "--as", "exemplars", "--yes")
    emul("add-honour", "--recipient", NAME, "--kind", "CN", "--unit", "M", "--act", "commend",
         "--date", "2023", "--for", "X1")  # fmt: skip
    return register_path


def holds(path, text: str = "Zưởng") -> bool:
    return text.encode() in path.read_bytes()


def figures(emul, *words) -> dict:
    return json.loads(emul(*words, "report", "2023", "--format", "json").stdout)


def test_a_purge_moves_no_figure_and_leaves_no_byte(emul, office) -> None:
    emul("cancel", "H1", "--reason", f"trùng với ông {NAME}")
    emul("report", "2023", "--keep", "Bao cao ve Trinh Quoc Zuong")
    before = figures(emul)

    emul("purge", "X1", "--yes")

    assert figures(emul) == before
    for text in ("Zưởng", "zuong", "Zuong"):
        assert not holds(office, text)


def test_of_an_honorific_the_gender_stays_and_the_word_goes(emul, office) -> None:
    emul("add-honour", "--recipient", NAME, "--honorific", "Anh", "--kind", "CN", "--unit", "M",
         "--act", "commend", "--date", "2022", "--for", "X1")  # fmt: skip
    before = figures(emul)

    emul("purge", "X1", "--yes")

    assert figures(emul) == before
    rows = json.loads(emul("list", "honours", "--format", "json").stdout)
    assert {row["honorific"] for row in rows} == {None, "Ông"}
    assert not holds(office, "'Anh'")


def test_a_copy_that_was_edited_since_does_not_bring_the_name_back(emul, office, tmp_path) -> None:
    desk = tmp_path / "desk.db"
    shutil.copy(office, desk)
    emul("purge", "X1", "--yes")
    emul("--db", desk, "edit", "X1", "--name", f"{NAME} A", "--position", "Bí thư Kzyx")

    for preference in ("theirs", "newer", "mine"):
        emul("merge", desk, "--prefer", preference, "--yes")
        assert not holds(office)
        assert not holds(office, "Kzyx")


def test_a_purge_elsewhere_purges_here_and_in_the_backups(emul, office, tmp_path) -> None:
    desk = tmp_path / "desk.db"
    shutil.copy(office, desk)
    emul("backup")
    emul("--db", desk, "purge", "X1", "--yes")
    before = figures(emul)

    emul("merge", desk, "--yes")

    assert not holds(office)
    backups = list(office.with_name(f"{office.name}-backups").glob("*.db"))
    assert backups
    assert not any(map(holds, backups))
    assert figures(emul) == before
    emul("undo", "--yes", code=None)
    assert not holds(office)


def test_a_backup_put_away_elsewhere_is_purged_when_it_is_restored(emul, office, tmp_path) -> None:
    emul("backup", tmp_path / "kept.db")
    emul("purge", "X1", "--yes")
    assert holds(tmp_path / "kept.db")

    emul("restore", tmp_path / "kept.db", "--yes")

    assert not holds(office)
    emul("check")
    emul("import", tmp_path / f"{NAME}.csv", "--as", "exemplars", "--yes", code=3)


def test_in_a_restored_backup_nothing_tells_of_the_person_and_no_figure_moves(
    emul, office, tmp_path
) -> None:
    """What is derived from the records is worked out anew, and who was one by the name stays one."""
    emul("edit", "X1", "--birth-year", "1957")
    emul("add-honour", "--recipient", NAME, "--kind", "CN", "--unit", "M", "--act", "praise",
         "--date", "2023")  # fmt: skip
    emul("backup", tmp_path / "kept.db")
    emul("backup")
    before = figures(emul)
    emul("purge", "X1", "--yes")
    own = next(one.path for one in backups.found(office) if "-asked-" in one.path.name)

    for backup in (tmp_path / "kept.db", own):
        emul("restore", backup, "--yes")

        assert figures(emul) == before
        assert "1957" not in emul("list", "exemplars", "--format", "json").stdout
        with open_register(office) as register:
            years = register.rows("SELECT birth_year FROM subject_record WHERE birth_year > 0")
        assert years == []
        told = json.loads(emul("check", "--deep", "--format", "json").stdout)
        assert [one["finding"] for one in told["findings"]] == ["chain_purged"]


def test_a_list_that_comes_again_is_refused_by_row(emul, office, tmp_path) -> None:
    again = ("import", tmp_path / f"{NAME}.csv", "--as", "exemplars", "--yes", "--format", "json")
    emul("purge", "X1", "--yes")

    refused = json.loads(emul(*again, code=3).stdout)
    assert [
        (one["row"], one["code"]) for one in refused["problems"] if one["severity"] == "block"
    ] == [(2, "purged_name")]
    assert json.loads(emul(*again, "--skip-bad").stdout)["added"] == 0

    assert json.loads(emul(*again, "--another-person").stdout)["added"] == 1


WRITTEN = (
    f"{NAME}.", f"Bà  {NAME.upper()}", f"Đ/c {NAME} (SN 1970)", NAME.replace(" ", "", 1),
    f"{NAME}\nChủ tịch Hội Phụ nữ xã", f"Chủ tịch Hội\n{NAME}", f"{NAME} 0912345678", fold(NAME).title(),
)  # fmt: skip


@pytest.mark.parametrize("written", WRITTEN, ids=range(len(WRITTEN)))
def test_a_purged_name_is_known_whatever_stands_round_it(emul, office, tmp_path, written) -> None:
    emul("purge", "X1", "--yes")
    people, models = tmp_path / "a.csv", tmp_path / "b.csv"
    people.write_text(f'{HEAD}1,"{written}",Cá nhân,Xã Mẫu,Y tế,2023\n', "utf-8")
    models.write_text(
        "STT,Tên mô hình,Loại,Đơn vị,Lĩnh vực,Năm đăng ký,Người phụ trách\n"
        f'1,Ngõ xanh,Tập thể,Xã Mẫu,Kinh tế,2022,"{written}"\n',
        "utf-8",
    )

    for file in (people, models):
        assert "--another-person" in emul("import", file, "--yes", code=3).stderr


def test_a_damaged_backup_stops_nothing_and_is_named(emul, office) -> None:
    emul("backup")
    first, *_ = sorted(office.with_name(f"{office.name}-backups").glob("*.db"))
    first.write_bytes(first.read_bytes()[:8192] + b"\xff" * (first.stat().st_size - 8192))
    emul("add-unit", "--name", "Xã Hai", "--type", "commune")
    emul("backup")

    answer = emul("purge", "X1", "--yes")

    assert first.name in answer.stdout
    others = set(first.parent.glob("*.db")) - {first}
    assert others
    assert not any(map(holds, others))


def test_what_still_holds_the_name_is_said(emul, office, tmp_path) -> None:
    emul("export", "exemplars", "-o", office.with_name("sent.xlsx"))

    answer = emul("purge", "X1", "--yes")

    assert "sent.xlsx" in answer.stderr
    assert office.name not in answer.stderr.partition("sent.xlsx")[0].rpartition("in:")[2]


@pytest.mark.parametrize(
    ("text", "blanked"),
    [
        (f"ông {NAME} và bà", "ông … và bà"),
        ("TRINH QUOC ZUONG", "…"),
        ("Trinh Quoc Zưởng.csv", "….csv"),
        ("Trịnh Quốc", "Trịnh Quốc"),
        (f"{NAME}, {NAME}", "…, …"),
        ("ds_trinh-quoc-zuong_2.xlsx", "ds_…_2.xlsx"),
        ("TrịnhQuốc Zưởng", "…"),
    ],
)
def test_a_name_is_found_in_any_way_of_writing(text, blanked) -> None:
    assert without(text, [NAME]) == blanked


@pytest.mark.parametrize(
    "text", ["Lê Văn Anh", "le van anh", "Lê Vân An", "Tôn Lê Văn Ánh", "Trần An, Lê Văn Bình"]
)
def test_the_name_of_another_is_never_taken_for_it(text) -> None:
    assert without(text, ["Lê Văn An"]) == text


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("theo L.V.A.", "L.V.A"),
        ("ông L. V. An", "L. V. An"),
        ("Lê V. An", "Lê V. An"),
        ("An Lê Văn, đoàn viên", "An Lê Văn"),
        ("Lê Vân An", "Lê Vân An"),
    ],
)
def test_initials_another_order_and_other_marks_may_be_the_name(text, found) -> None:
    assert list(perhaps_in(text, ["Lê Văn An"])) == [found]


@pytest.mark.parametrize(
    "text", ["Lê Văn An", "Lê Văn Anh", "LVA", "Trần An, Lê Văn Bình", "H.V.A"]
)
def test_what_cannot_be_the_name_is_not_asked_about(text) -> None:
    assert not list(perhaps_in(text, ["Lê Văn An"]))


def test_what_may_be_the_name_is_told_and_goes_where_the_clerk_says_so(emul, office) -> None:
    emul("edit", "X2", "--summary", "làm cùng T.Q.Z và Trịnh Quốc Zường")
    emul("backup")

    tried = emul("purge", "X1", "--dry-run").stderr
    emul("purge", "X1", "--also", "T.Q.Z", "--yes")

    assert "X2 «T.Q.Z», X2 «Trịnh Quốc Zường»" in tried
    assert '--also "T.Q.Z"' in tried
    assert "làm cùng … và Trịnh Quốc Zường" in emul("show", "X2").stdout
    for file in (office, *(one.path for one in backups.found(office))):
        assert not holds(file, "T.Q.Z")


def test_a_record_of_nearly_the_name_is_told_and_keeps_it(emul, office) -> None:
    emul("edit", "X2", "--name", "Trịnh Quốc Zường")

    told = emul("purge", "X1", "--yes").stderr

    assert "Perhaps the same person too: X2 «Trịnh Quốc Zường»" in told
    assert "Trịnh Quốc Zường" in emul("show", "X2").stdout
    assert "Perhaps" not in emul("purge", "X1", "--yes").stderr


def test_a_short_text_is_not_taken_out(emul, office) -> None:
    emul("purge", "X1", "--also", "TQZ", "--yes", code=2)


def test_who_has_the_name_as_a_part_of_theirs_is_left_alone(emul, office, tmp_path) -> None:
    emul("edit", "X2", "--summary", f"làm cùng {NAME}a")
    (tmp_path / "note.txt").write_text(f"{NAME}a", "utf-8")
    (tmp_path / "trinh-quoc-zuong.pdf").write_text("x")

    told = emul("purge", "X1", "--yes").stderr

    assert f"làm cùng {NAME}a" in emul("show", "X2").stdout
    assert "note.txt" not in told
    assert "trinh-quoc-zuong.pdf" in told


def test_every_byte_is_looked_through_even_across_blocks(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(traces, "_BLOCK", 7)
    (tmp_path / "r.db").write_bytes(b"x" * 10 + NAME.encode() + b"." * 9)
    (tmp_path / "other").write_bytes(b"nothing")

    assert traces.holders(tmp_path / "r.db", [NAME]) == [tmp_path / "r.db"]


@pytest.fixture
def other_desk(emul, office, tmp_path):
    """A register of another office that knows the person by an identity of its own."""
    desk = tmp_path / "other.db"
    emul("--db", desk, "init", "--unit", "Xã Mẫu", "--yes")
    emul("--db", desk, "add-unit", "--name", "Xã Mẫu", "--type", "commune", "--code", "M")
    emul("--db", desk, "import", tmp_path / f"{NAME}.csv", "--as", "exemplars", "--yes")
    return desk


def test_a_purged_name_under_another_identity_is_asked_for(emul, office, other_desk) -> None:
    emul("purge", "X1", "--yes")

    refused = emul("merge", other_desk, "--yes", code=3).stderr

    assert "X1" in refused
    assert "--another-person" in refused
    assert not holds(office)
    emul("merge", other_desk, "--another-person", "--yes")
    assert holds(office)


def test_a_purged_name_in_what_stands_beside_records_does_not_come_back(
    emul, office, tmp_path
) -> None:
    desk = tmp_path / "desk.db"
    shutil.copy(office, desk)
    emul("purge", "X1", "--yes")
    there = partial(emul, "--db", desk)
    there("table", "new", f"Bảng của {NAME}", "--rows", "đơn vị", "--column", "Đăng ký = models")
    there("edit", "X2", "--summary", f"làm cùng {fold(NAME)}")
    there("add-honour", "--recipient", "Lê Thị B", "--kind", "CN", "--unit", "M", "--act",
          "commend", "--date", "2023")  # fmt: skip
    there("check", "--accept", "H2", "--note", f"theo {NAME.upper()}")

    emul("merge", desk, "--yes")

    assert "Bảng của …" in emul("table").stdout
    with open_register(office) as register:
        said = "SELECT summary, a.note FROM exemplar, accepted_finding AS a WHERE id = 2"
        assert register.row(said) == {"summary": "làm cùng …", "note": "theo …"}
    assert not any(holds(office, text) for text in ("Zưởng", "ZƯỞNG", "zuong"))


def test_a_name_purged_elsewhere_that_is_known_here_is_asked_for(emul, office, other_desk) -> None:
    emul("--db", other_desk, "purge", "X1", "--yes")
    before = figures(emul)

    refused = emul("merge", other_desk, "--yes", code=3).stderr

    assert "emul purge X1" in refused
    assert figures(emul) == before
    emul("purge", "X1", "--yes")
    emul("merge", other_desk, "--yes")
    assert not holds(office)


def test_a_record_that_is_renamed_to_a_purged_name_is_asked_for(emul, office, tmp_path) -> None:
    desk = tmp_path / "desk.db"
    shutil.copy(office, desk)
    emul("purge", "X1", "--yes")
    emul("--db", desk, "edit", "X2", "--name", NAME)

    assert "X2" in emul("merge", desk, "--yes", code=3).stderr
    assert not holds(office)


def test_a_model_that_keeps_its_name_may_come_again(emul, office, tmp_path) -> None:
    emul("add-model", "--name", "Ngõ xanh", "--kind", "TT", "--unit", "M", "--field", "KT",
         "--year", "2022", "--leader", NAME)  # fmt: skip
    emul("purge", "M1", "--yes")
    for leader, code in (("Lê Văn A", 0), (NAME, 3)):
        again = tmp_path / "again.csv"
        again.write_text(
            "STT,Tên mô hình,Đơn vị,Lĩnh vực,Năm đăng ký,Người phụ trách\n"
            f"1,Ngõ xanh,Xã Mẫu,Kinh tế,2023,{leader}\n",
            "utf-8",
        )
        emul("import", again, "--as", "models", "--yes", code=code)


def test_what_was_written_of_others_names_the_person_no_more(emul, office) -> None:
    emul("edit", "X2", "--summary", f"học trò của {NAME}")
    emul("edit", "X2", "--summary", "học trò của Trinh Quoc Zuong, Xã Mẫu")
    emul("add-decision", "--number", "5/QĐ", "--date", "20/12/2023", "--body", "UBND",
         "--level", "district", "--abstract", f"Khen ông {NAME}", "--signer", "Lê Ký")  # fmt: skip

    emul("purge", "X1", "--yes")

    assert "học trò của …, Xã Mẫu" in emul("show", "X2").stdout
    for text in ("Zưởng", "zuong", "Zuong"):
        assert not holds(office, text)
    emul("check", "--deep")


def test_a_name_within_a_name_is_told_before_and_after(emul, office) -> None:
    emul("add-event", "--name", f"Gặp mặt gia đình {NAME}", "--type", "final_review",
         "--date", "2023")  # fmt: skip
    before = office.read_bytes()

    tried = emul("purge", "X1", "--dry-run").stderr
    assert "E1" in tried
    assert office.read_bytes() == before
    emul("edit", "E1", "--name", "Gặp mặt gia đình")
    emul("purge", "X1", "--yes")

    assert not holds(office)


def test_a_namesake_keeps_the_name_in_the_log_too(emul, office) -> None:
    emul("add-exemplar", "--name", NAME, "--kind", "CN", "--unit", "M", "--field", "VHXH",
         "--birth-year", "1960", "--date", "2020")  # fmt: skip
    emul("edit", "X3", "--position", f"bạn của {NAME}")
    emul("distinct", "X1", "X3")

    told = emul("purge", "X1", "--yes")

    assert "X3" in told.stderr + told.stdout
    assert NAME in emul("history", "X3").stdout
    emul("check", "--deep")
