"""Questions on a terminal: what is missing is asked for, on stderr, and stdout stays clean."""

import os
import sys

import pytest

from .person_at_terminal import Terminal

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are of POSIX")


@pytest.fixture
def office(emul):
    emul("init", "--yes")
    for name in (
        "Xã Cẩm Duệ",
        "Xã Cẩm Hà",
        "Thị trấn Thiên Cầm",
        *(f"Thôn {n}" for n in range(1, 13)),
    ):
        emul("add-unit", "--name", name, "--type", "commune")
    return emul


def list_of_units(path, *units: str) -> str:
    """A list of exemplars, one of each unit."""
    rows = "".join(f"Tổ {n};Tập thể;{unit};Kinh tế;2023\n" for n, unit in enumerate(units))
    path.write_text(f"Tên điển hình;Đối tượng;Đơn vị;Lĩnh vực;Năm phát hiện\n{rows}", "utf-8")
    return str(path)


def test_many_units_that_are_not_on_the_register_are_asked_about_once(office, tmp_path) -> None:
    names = [f"Xã Kỳ {name}" for name in ("Anh", "Bắc", "Hải", "Nam")]
    terminal = Terminal("import", list_of_units(tmp_path / "list.csv", *names))
    terminal.sees("units that are not on the register: 4")
    terminal.types("y")
    terminal.sees("Take these lists into the register?")
    terminal.types("y")
    terminal.ends()
    assert "4 added" in terminal.screen
    assert "Xã Kỳ Hải" in office("list", "units", "--format", "csv").stdout


def test_a_unit_left_open_is_not_asked_about_again(office, tmp_path) -> None:
    path = list_of_units(tmp_path / "list.csv", "Cẩm Du", "Kỳ Anh")
    terminal = Terminal("import", path)
    terminal.sees("Which unit is «Cẩm Du»")
    terminal.types("cam due")
    terminal.sees("Which unit is «Kỳ Anh»")
    terminal.types("")
    terminal.ends(3)
    assert terminal.screen.count("Which unit is «Kỳ Anh»") == 1
    assert "Units that are not on the register: 1 (Kỳ Anh)" in terminal.screen

    assert "Your answers are remembered" in terminal.screen
    again = office("import", path, "--yes", code=3).stderr
    assert "Kỳ Anh" in again
    assert 'Cẩm Du"' not in again


def test_what_is_missing_is_asked_for_and_a_part_of_a_name_is_enough(office) -> None:
    terminal = Terminal("add-model", "--name", "Ngõ xanh", "--year", "2023")
    terminal.sees("Unit:")
    terminal.types("thien")
    terminal.sees("Thị trấn Thiên Cầm")
    terminal.sees("4  Political system")
    terminal.types("2")
    terminal.sees("Enter: skip")  # the kind
    terminal.types("")

    assert terminal.ends() == ""
    assert "Recorded model M1 «Ngõ xanh»" in terminal.screen
    assert "VHXH" in office("list", "models", "--format", "csv").stdout


def test_several_candidates_are_numbered_ten_at_most(office) -> None:
    terminal = Terminal("add-model", "--name", "Ngõ xanh", "--year", "2023", "--field", "KT")
    terminal.sees("Unit:")
    terminal.types("thon")
    terminal.sees("and 2 more")
    terminal.types("cam ")
    terminal.sees("2  U2 Xã Cẩm Hà")
    terminal.types("2")
    terminal.sees("Enter: skip")
    terminal.types("")
    terminal.ends()

    assert "Xã Cẩm Hà" in office("list", "models", "--format", "csv").stdout


def test_an_answer_that_cannot_be_read_is_asked_again(office) -> None:
    terminal = Terminal("add-model", "--name", "Ngõ xanh", "--unit", "U1", "--field", "KT")
    terminal.sees("Year registered:")
    terminal.types("hai nghìn")
    terminal.sees("cannot be read")
    terminal.types("2023")
    terminal.sees("Enter: skip")
    terminal.types("CN")
    terminal.ends()

    assert "2023:new" in office("list", "models", "--format", "csv").stdout


def test_the_end_of_input_stops_and_records_nothing(office) -> None:
    terminal = Terminal("add-model", "--name", "Ngõ xanh")
    terminal.sees("Unit:")
    os.write(terminal.master, b"\x04")
    terminal.ends(code=130)

    assert office("list", "models", "--format", "csv").stdout.count("\n") == 1


def test_ctrl_c_stops_with_130(office) -> None:
    terminal = Terminal("add-model", "--name", "Ngõ xanh")
    terminal.sees("Unit:")
    terminal.process.send_signal(2)
    terminal.ends(code=130)

    assert "Stopped" in terminal.screen
    assert "Traceback" not in terminal.screen


def test_init_asks_for_the_language_and_the_name_of_the_office(emul) -> None:
    terminal = Terminal("init")
    terminal.sees("Tiếng Việt (vi) / English (en)")
    terminal.types("vi")
    terminal.sees("Tên cơ quan")
    terminal.types("Huyện Cẩm Xuyên")
    terminal.ends()

    assert "Huyện Cẩm Xuyên" in emul("info").stdout


@pytest.mark.parametrize(
    ("answer", "meant"),
    [
        ("c", True),
        ("Có", True),
        ("co", True),
        ("y", True),
        ("YES", True),
        ("", False),
        ("k", False),
        ("không", False),
        ("n", False),
        ("no", False),
    ],
)
def test_yes_and_no_are_understood_in_both_languages(answer, meant, monkeypatch) -> None:
    from emulation_cli.commands.dialogue import questions

    monkeypatch.setattr(questions, "answer", lambda question: answer)

    assert questions.confirmed("?") is meant


def test_an_unclear_yes_is_asked_again(monkeypatch) -> None:
    from emulation_cli.commands.dialogue import questions

    answers = iter(["có lẽ", "c"])
    monkeypatch.setattr(questions, "answer", lambda question: next(answers))

    assert questions.confirmed("?")


def test_a_vocabulary_is_chosen_by_number(office) -> None:
    terminal = Terminal("add-term", "--label", "Cờ truyền thống (huyện)")
    terminal.sees("2  form")
    terminal.types("2")
    terminal.ends()

    assert "code co-truyen-thong-huyen" in terminal.screen


EXEMPLAR = ("add-exemplar", "--name", "Lê Thị Thử", "--kind", "CN", "--unit", "Cẩm Duệ")


def test_a_field_typed_in_part_offers_the_known_ones_before_it_is_added(office) -> None:
    terminal = Terminal(*EXEMPLAR)
    terminal.sees("Field:")
    terminal.types("chuyen doi")
    terminal.sees("type «chuyen doi» again")
    terminal.types("1")
    terminal.sees("Enter: skip")  # the date
    terminal.types("")
    terminal.ends()

    assert "chuyen-doi-so" in office("list", "exemplars", "--format", "csv").stdout


def test_a_field_typed_again_is_a_new_one(office) -> None:
    terminal = Terminal(*EXEMPLAR)
    terminal.sees("Field:")
    terminal.types("development")
    terminal.sees("type «development» again")
    terminal.types("development")
    terminal.sees("Enter: skip")
    terminal.types("2023")
    terminal.ends()

    assert ",development," in office("list", "exemplars", "--format", "csv").stdout


def test_a_list_is_asked_about_shown_and_then_taken_in(office, tmp_path) -> None:
    path = tmp_path / "nhom.csv"
    path.write_text(
        "STT;Tên điển hnh;Đơn vị;Loại;Năm phát hiện\n"
        "1;Trần Văn Thử;Xã Cẩm Duệ;CN;2022\n2;Lê Thị Mẫu;;CN;2022\n3;Lê Thị Thử;;CN;2023\n"
        "4;Lê Văn Mẫu;Hội Phụ nữ;CN;2023\n",
        encoding="utf-8",
    )
    terminal = Terminal("import", str(path))
    terminal.sees("Fill it in for the 2 rows below?")
    terminal.types("y")
    terminal.sees("«Hội Phụ nữ»")
    terminal.types("cam ha")
    terminal.sees("B «Tên điển hnh» = Name: Trần Văn Thử | Lê Thị Mẫu")
    terminal.sees("Take")
    terminal.types("y")
    terminal.ends()

    rows = office("list", "exemplars", "--format", "csv").stdout
    assert rows.count("individual,Xã Cẩm Duệ,") == 3
    assert rows.count("individual,Xã Cẩm Hà,") == 1
    # The heading and the name of the unit are known from now on.
    again = path.read_text(encoding="utf-8").replace(";;CN", ";Hội Phụ nữ;CN")
    path.write_text(again, encoding="utf-8")
    assert "2 added" in office("import", path, "--yes").stderr


def test_the_password_of_a_list_is_asked_for_and_not_shown(office, tmp_path) -> None:
    from msoffcrypto.format.ooxml import OOXMLFile
    from openpyxl import Workbook

    book = Workbook()
    book.active.append(["Họ và tên", "Đơn vị", "Loại", "Năm phát hiện"])
    book.active.append(["Trần Văn Thử", "Xã Cẩm Duệ", "CN", 2022])
    book.save(tmp_path / "mo.xlsx")
    with (tmp_path / "mo.xlsx").open("rb") as plain, (tmp_path / "kin.xlsx").open("wb") as locked:
        OOXMLFile(plain).encrypt("bi mat", locked)

    terminal = Terminal("import", str(tmp_path / "kin.xlsx"))
    terminal.sees("Password of «kin.xlsx»")
    terminal.types("bi mat")
    terminal.sees("1 added")
    terminal.sees("Take")
    terminal.types("y")
    terminal.ends()

    assert "bi mat" not in terminal.screen
