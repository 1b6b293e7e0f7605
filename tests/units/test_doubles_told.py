"""Doubles of every kind are told by hand, by list, by `check` and by `duplicates` alike."""

import json
from pathlib import Path

import pytest

HONOURS = "Họ và tên;Đối tượng;Năm sinh;Đơn vị;Hình thức;Số quyết định;Ngày quyết định"


@pytest.fixture(autouse=True)
def _register(emul) -> None:
    emul("init", "--unit", "Huyện Cẩm Xuyên", "--lang", "en", "--yes")
    for code, name in (("D", "Xã Cẩm Duệ"), ("H", "Xã Cẩm Hà")):
        emul("add-unit", "--name", name, "--type", "commune", "--code", code)


def honour(emul, name: str, *more: str, unit: str = "D", **how):
    words = ("--recipient", name, "--kind", "CN", "--unit", unit, "--act", "commend")
    return emul("add-honour", *words, *more, **how)


def exemplar(emul, name: str, *more: str, unit: str = "D"):
    words = ("--name", name, "--kind", "CN", "--unit", unit, "--field", "Y tế", "--date", "2023")
    return emul("add-exemplar", *words, *more)


def pairs(emul, *nouns: str) -> list[tuple[str, str, str]]:
    rows = json.loads(emul("duplicates", *nouns, "--format", "json").stdout)
    return sorted((row["id"], row["id2"], row["why"]) for row in rows)


def test_who_is_only_honoured_is_a_suspect_by_a_name_that_is_alike(emul) -> None:
    honour(emul, "Lý Văn Quý", "--date", "2022")
    told = honour(emul, "Lí Văn Quí", "--date", "2023").stderr
    honour(emul, "Lí Văn Quí", "--date", "2023", unit="H")

    assert "emul join H2 H1" in told
    assert pairs(emul) == [("H1", "H2", "names alike")]
    emul("distinct", "H1", "H2")
    assert pairs(emul) == []


def test_the_law_leaves_open_what_duplicates_and_check_name(emul) -> None:
    for born in ((), ("--birth-year", "1971"), ("--birth-year", "1990")):
        exemplar(emul, "Trần Văn Mẫu", *born)

    assert pairs(emul) == [("X1", "X2", "fits others too"), ("X1", "X3", "fits others too")]
    assert "X1 = X2, X1 = X3" in emul("check").stdout
    emul("join", "X1", "X2")
    assert pairs(emul) == []


def test_a_third_of_a_name_tells_whom_it_parts(emul) -> None:
    exemplar(emul, "Trần Văn Mẫu", "--birth-year", "1971")
    honour(emul, "Trần Văn Mẫu", "--date", "2023")

    told = exemplar(emul, "Trần Văn Mẫu", "--birth-year", "1990").stderr

    assert "No longer counted as one: X1 / H1" in told
    assert "emul join X1 H1" in told


def test_units_and_movements_of_one_name_are_named_until_they_are_two(emul) -> None:
    emul("add-unit", "--name", "Xã Cẩm Hà", "--type", "commune")
    for _ in range(2):
        emul("add-movement", "--name", "Thi đua quyết thắng")
    found = pairs(emul)
    [movements] = [pair for pair in found if pair[0].startswith("P")]
    assert ("U2", "U3", "recorded twice") in found

    emul("distinct", "U2", "U3")
    emul("distinct", *movements[:2])

    assert pairs(emul) == []
    assert "U2 = U3" not in emul("check").stdout


def test_what_was_said_is_withdrawn_before_its_contrary(emul) -> None:
    for name in ("Trần Văn A", "Trần Văn B", "Trần Văn C"):
        exemplar(emul, name)
    emul("join", "X1", "X2")
    emul("join", "X2", "X3")

    refused = emul("distinct", "X1", "X3", "--yes", code=1).stderr
    assert "emul join X1 X2 --undo" in refused

    emul("distinct", "X2", "X3", "--yes")
    assert "--yes" in emul("join", "X1", "X3", code=1).stderr
    emul("join", "X1", "X3", "--yes")
    emul("distinct", "X2", "X3", code=1)


def written(*rows: str, head: str = HONOURS) -> str:
    Path("list.csv").write_text("\n".join((head, *rows)) + "\n", encoding="utf-8")
    return "list.csv"


def test_an_import_tells_whom_it_joins_and_parts_and_ends_with_what_settles_the_rest(emul) -> None:
    exemplar(emul, "Trần Văn Mẫu", "--birth-year", "1971")
    exemplar(emul, "Lê Thị Thử")
    honour(emul, "Trần Văn Mẫu", "--date", "2021")
    rows = (
        "Lê Thị Thử;Cá nhân;;Xã Cẩm Duệ;Giấy khen;1/QĐ-UBND;2023",
        "Trần Văn Mẫu;Cá nhân;1990;Xã Cẩm Duệ;Giấy khen;1/QĐ-UBND;2023",
    )

    preview = json.loads(emul("import", written(*rows), "--dry-run", "--format", "json").stdout)
    told = emul("import", "list.csv", "--yes").stderr

    assert (preview["joined"], preview["parted"]) == (1, [[["X1"], ["H1"]]])
    assert "counted as one: 1" in told
    assert "No longer counted as one: X1 / H1" in told
    assert [line for line in told.splitlines() if "emul duplicates" in line]


def test_a_list_warns_of_a_second_award_as_a_hand_does(emul) -> None:
    emul("add-movement", "--name", "Thi đua yêu nước")
    words = ("--date", "2023", "--movement", "Thi đua yêu nước")
    honour(emul, "Lê Thị Thử", *words)
    by_hand = honour(emul, "Lê Thị Thử", *words, "--form", "Giấy khen").stderr
    head = "Họ và tên;Đối tượng;Đơn vị;Hình thức;Ngày khen;Phong trào"
    row = "Lê Thị Thử;Cá nhân;Xã Cẩm Duệ;Bằng khen;01/02/2023;Thi đua yêu nước"
    by_list = emul("import", written(row, head=head), "--as", "honours", "--yes").stderr

    assert "second award" in by_hand
    assert "same movement and year" in by_list


def test_a_name_is_taken_apart_by_hand_as_in_lists(emul) -> None:
    exemplar(emul, "Nguyễn Văn Thử", "--birth-year", "1965")

    told = honour(emul, "Ông Nguyễn Văn Thử (SN 1965)", "--date", "2023").stderr

    assert "X1" in told
    [row] = json.loads(emul("list", "honours", "--format", "json").stdout)
    names = ("recipient", "honorific", "birth_year", "for")
    assert [row[name] for name in names] == ["Nguyễn Văn Thử", "Ông", 1965, "X1"]
    refused = honour(emul, "Bà Lê Thị Hai (SN 1970)", "--birth-year", "1971", code=2).stderr
    assert "1970" in refused


def test_a_date_that_the_decision_gainsays_is_refused(emul) -> None:
    decision = ("--number", "1/QĐ-UBND", "--date", "04/10/2023", "--body", "UBND huyện")
    emul("add-decision", *decision, "--level", "district")

    refused = honour(emul, "Lê Thị Thử", "--decision", "D1", "--date", "2022", code=2).stderr
    assert "04/10/2023" in refused
    honour(emul, "Lê Thị Thử", "--decision", "D1", "--date", "10/2023")
    emul("edit", "H1", "--date", "2022", code=2)


def test_a_decision_is_cancelled_with_all_its_honours(emul) -> None:
    decision = ("--number", "1/QĐ-UBND", "--date", "2023", "--body", "UBND huyện")
    emul("add-decision", *decision, "--level", "district")
    honour(emul, "Lê Thị Thử", "--decision", "D1")

    told = emul("cancel", "D1", "--reason", "thu hồi").stderr
    assert "emul cancel D1 --with-honours" in told
    assert len(json.loads(emul("list", "honours", "--format", "json").stdout)) == 1

    emul("cancel", "D1", "--reason", "thu hồi", "--with-honours")
    assert json.loads(emul("list", "honours", "--format", "json").stdout) == []
    emul("cancel", "H1", "--reason", "thử", "--with-honours", code=1)


def test_stated_and_listed_meet_in_a_log_and_an_annex(emul) -> None:
    decision = ("--number", "1/QĐ-UBND", "--date", "04/10/2023", "--body", "UBND huyện")
    emul("add-decision", *decision, "--level", "district", "--stated-individuals", "3")
    rows = (
        "Lê Thị Thử;Cá nhân;;Xã Cẩm Duệ;Giấy khen;1/QĐ-UBND;2023",
        "Trần Văn Mẫu;Cá nhân;;Xã Cẩm Duệ;Giấy khen;1/QĐ-UBND;2023",
    )
    emul("import", written(*rows), "--yes")

    [row] = json.loads(emul("list", "decisions", "--differing", "--format", "json").stdout)

    names = ("stated_individuals", "listed_individuals", "listed_unclassified")
    assert [row[name] for name in names] == [3, 2, 0]


def test_a_proposal_and_the_honour_given_do_not_repeat_one_another(emul) -> None:
    for day in ("2023", "04/10/2023"):  # one decision, recorded twice
        emul("add-decision", "--number", "5/QĐ-UBND", "--date", day, "--body", "UBND huyện",
             "--level", "huyện")  # fmt: skip
    honour(emul, "Trần Văn Mẫu", "--decision", "D1", "--proposed")
    honour(emul, "Trần Văn Mẫu", "--decision", "D2")

    rows = json.loads(emul("list", "honours", "--format", "json").stdout)
    assert [row["id"] for row in rows] == ["H2"]


LIST = "Họ và tên,Loại,Đơn vị,Hình thức khen thưởng,Ngày khen\n"


def test_a_list_of_honours_tells_of_names_that_are_alike_as_a_hand_does(emul) -> None:
    for file, *names in (
        ("1.csv", "Nguyễn Văn Lý"),
        ("2.csv", "Nguyễn Văn Lí", "Trần Văn Quý", "Trần Văn Quí", "Lê Văn Kỳ"),
    ):
        rows = [f"{name},Cá nhân,Xã Cẩm Duệ,Giấy khen,{file[0]}/5/2023" for name in names]
        Path(file).write_text(LIST + "\n".join(rows) + "\n", "utf-8")
    emul("import", "1.csv", "--yes")

    told = emul("import", "2.csv", "--yes").stderr

    assert "A2: a name like H1 «Nguyễn Văn Lý»" in told
    assert "A4: a name like «Trần Văn Quý» of row 3" in told
    assert told.count("a name like") == 2
    assert emul("duplicates").stdout.count("alike") == 2
    assert emul("import", "2.csv", "--yes").stderr.count("a name like") == 0


def test_a_list_of_exemplars_tells_of_who_is_only_honoured(emul) -> None:
    emul(
        "add-honour", "--recipient", "Nguyễn Văn Lý", "--kind", "CN", "--unit", "D",
        "--act", "commend", "--date", "2023",
    )  # fmt: skip
    Path("x.csv").write_text(
        "Họ và tên,Loại,Đơn vị,Lĩnh vực,Ngày phát hiện\nNguyễn Văn Lí,Cá nhân,Xã Cẩm Duệ,Y tế,2023\n",
        "utf-8",
    )

    assert "A2: a name like H1 «Nguyễn Văn Lý»" in emul("import", "x.csv", "--yes").stderr
