"""A person's name taken out everywhere that emul can reach, and no figure moved by it."""

import json
import unicodedata

import pytest

from emulation_cli.domain.errors import Refused
from emulation_cli.register.checking import check
from emulation_cli.register.copies import backups
from emulation_cli.register.opening.register_file import open_register
from emulation_cli.register.purging.name_removal import purge
from tests.history.conftest import add_exemplar, add_unit

NAME = "Trần Thị Bí Mật"
POSITION = "Chủ cơ sở mây tre"


@pytest.fixture
def known(emul, register_path):
    """A person who is an exemplar, was renamed, honoured and backed up."""
    emul("init", "--unit", "Huyện Cẩm Xuyên")
    emul("add-unit", "--name", "Xã Hoa Lư", "--type", "commune")
    person = ("--kind", "individual", "--unit", "U1", "--field", "y tế", "--date", "5/2022")
    emul("add-exemplar", "--name", NAME, "--birth-year", "1980", *person)
    emul("edit", "X1", "--position", POSITION)
    honour = ("--kind", "individual", "--unit", "U1", "--act", "praise", "--for", "X1")
    emul("add-honour", "--recipient", f"Bà {NAME}", "--date", "2023", *honour)
    emul("backup")
    emul("edit", "X1", "--name", f"{NAME} (sửa)")
    emul("report", "2021-2023", "--keep", f"báo cáo về {NAME}")
    return emul


def everything(register_path) -> bytes:
    files = [register_path, *backups.folder_of(register_path).iterdir()]
    return b"".join(file.read_bytes() for file in files)


def test_nothing_in_any_file_names_the_person_any_more(known, register_path) -> None:
    assert everything(register_path).count(NAME.encode()) > 5

    answer = known("purge", "X1", "--yes")

    left = everything(register_path)
    assert NAME.encode() not in left
    assert b"tran thi bi mat" not in left
    assert POSITION.encode() not in left
    assert b"1980" not in left
    assert "X1, H1" in answer.stderr
    assert "emul backup" in answer.stdout


def test_a_name_in_parts_of_letters_or_over_two_lines_goes_too(known, register_path) -> None:
    """As a Mac writes the names of files, and as somebody pastes a text."""
    parts = unicodedata.normalize("NFD", NAME)
    paper = ("--section", "models", "--value", "3", "--period", "2019", "--name", "Mô hình")
    known("add-figure", *paper, "--source", f"theo {parts}.")
    lines = NAME.replace(" ", "\n")
    known("cancel", "F1", "--reason", f"của {NAME.replace(' ', '  ')} và {lines}")

    known("purge", "X1", "--yes")

    left = everything(register_path)
    for written in ("Bí Mật", unicodedata.normalize("NFD", "Bí Mật")):
        assert written.encode() not in left
    assert "của … và …" in known("show", "F1").stdout


def test_what_is_kept_under_the_name_is_renamed_each_to_a_name_of_its_own(
    known, register_path
) -> None:
    for name in (NAME, "Tran Thi Bi Mat"):
        known("report", "2021-2023", "--keep", f"của {name}")
    known("table", "new", f"Bảng {NAME}", "--like", "models")
    known("report", "2023", "--save", f"hỏi {NAME}")

    known("purge", "X1", "--yes")

    assert NAME.encode() not in everything(register_path)
    with open_register(register_path) as register:
        names = {row["name"] for row in register.rows("SELECT name FROM kept_report")}
    assert names == {"báo cáo về …", "của …", "của … 2"}
    assert "Bảng …" in known("table", "list").stdout
    assert known("check", "--deep").stdout.count("\n") == 1  # the places that were purged
    saved = known("history", "--all").stdout
    assert f"hỏi {NAME}" not in saved
    known("undo", "C11", "--yes")  # the last thing saved: its log still fits it
    assert "«hỏi …»" not in known("report", "xxx", code=2).stderr


def test_files_that_cannot_be_looked_into_are_told(known, register_path) -> None:
    for name, begins in (("tờ.pdf", b"%PDF-1.7"), ("tờ.gz", b"\x1f\x8b\x08"), ("tờ.txt", b"PDF")):
        register_path.with_name(name).write_bytes(begins)

    told = known("purge", "X1", "--yes").stdout

    assert "tờ.pdf" in told
    assert "tờ.gz" in told
    assert "tờ.txt" not in told


def test_no_figure_moves_and_the_register_is_well(known, register_path) -> None:
    before = known("report", "2021-2023", "--format", "json").stdout

    known("purge", "X1", "--yes")

    assert known("report", "2021-2023", "--format", "json").stdout == before
    assert known("check", "--deep").stdout.count("\n") == 1
    with open_register(backups.found(register_path)[0].path) as kept:
        assert [one.sentence for one in check(kept, deep=True)] == ["chain_purged"]
        assert backups.found(register_path)[0].unharmed


def test_the_log_is_append_only_again_and_tells_of_the_purge(known, register_path) -> None:
    known("purge", "X1", "--yes")

    rows = json.loads(known("history", "--format", "json").stdout)
    assert rows[-1]["command"] == "emul purge X1 --yes"
    with open_register(register_path) as register, pytest.raises(Exception, match="append-only"):
        register.connection.execute("DELETE FROM change_row")


def test_what_was_done_to_the_person_can_still_be_taken_back(known) -> None:
    known("purge", "X1", "--yes")

    known("undo", "C5")

    assert json.loads(known("list", "honours", "--format", "json").stdout) == []


def test_a_purge_must_be_confirmed(known) -> None:
    assert "--yes" in known("purge", "X1", code=2).stderr
    assert NAME in known("show", "X1").stdout


def test_a_collective_names_no_one(register) -> None:
    add_exemplar(register, add_unit(register), "Tổ tự quản", kind="collective")

    for record in ("X1", "U1"):
        with pytest.raises(Refused):
            purge(register, record)


def test_who_bears_the_same_name_elsewhere_is_named(known) -> None:
    honour = ("--kind", "individual", "--unit", "U1", "--act", "praise", "--date", "2023")
    known("add-honour", "--recipient", NAME.upper(), *honour)

    assert "H2" in known("purge", "X1", "--yes").stderr
    assert "also stands" not in known("purge", "H2", "--yes").stderr


def test_undo_after_a_purge_does_not_take_back_what_came_before_it(known) -> None:
    known("purge", "X1", "--yes")

    assert "undo C7" in known("undo", code=1).stderr
    assert "nothing to take back" in known("undo", "C8", code=1).stderr


def test_what_two_records_of_one_decision_tell_counts_once_after_a_purge_too(known) -> None:
    for date in ("2023", "05/03/2023"):
        known(
            "add-decision", "--number", "9/QĐ-UBND", "--date", date, "--body", "UBND huyện",
            "--level", "district",
        )  # fmt: skip
    for decision in ("D1", "D2"):
        known(
            "add-honour", "--recipient", "Trần Văn Mẫu", "--kind", "CN", "--unit", "U1",
            "--act", "commend", "--position", "Trưởng thôn", "--decision", decision,
        )  # fmt: skip
    report = ("report", "2023", "--format", "json")
    before = known(*report).stdout

    purged = json.loads(known("list", "honours", "--format", "json").stdout)[-1]["id"]
    known("purge", purged, "--yes")

    assert known(*report).stdout == before


def test_totals_stay_and_that_a_least_may_rise_is_said(emul) -> None:
    emul("init", "--unit", "Huyện Mẫu", "--lang", "en", "--yes")
    emul("add-unit", "--name", "Xã Mẫu", "--type", "commune")
    for year in ((), ("--birth-year", "1971"), ("--birth-year", "1990")):
        emul(
            "add-honour", "--recipient", "Lê Thị An", "--kind", "CN", "--unit", "U1",
            "--act", "khen thưởng", "--form", "Giấy khen", "--date", "2023", *year,
        )  # fmt: skip

    def recipients() -> tuple[int, int]:
        said = json.loads(emul("report", "2023", "--format", "json").stdout)["honours"]
        return said["recipients"], said["least"]

    assert recipients() == (3, 2)

    assert "least may be higher" in emul("purge", "H1", "--yes").stderr

    assert recipients() == (3, 3)
