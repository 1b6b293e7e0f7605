"""`emul history` and `emul undo` as a clerk types them."""

import json
import sqlite3
import sys
from contextlib import closing

import pytest


@pytest.fixture
def lived(emul):
    """A register in which a model was recorded, edited and recognised, and a person recorded."""
    emul("init", "--unit", "Huyện Cẩm Xuyên")
    emul("add-unit", "--name", "Xã Hoa Lư", "--type", "commune")
    emul("add-model", "--name", "Ngõ xanh", "--unit", "U1", "--field", "KT", "--year", "2023")
    emul("edit", "M1", "--name", "Ngõ sạch", "--leader", "Bà Hoa")
    emul("mark", "M1", "recognised", "--date", "2023", "--level", "huyện")
    return emul


def test_the_life_of_a_record_is_told_in_sentences_old_value_to_new(lived) -> None:
    told = lived("history", "m1").stdout

    assert "M1  Ngõ sạch" in told
    assert "Name: Ngõ xanh → Ngõ sạch" in told
    assert ": – → Bà Hoa" in told
    assert "added: Milestone: Recognised; Date: 2023; Level: District" in told
    assert "uuid" not in told
    assert "_key" not in told


def test_it_is_told_in_vietnamese_too(lived) -> None:
    told = lived("--lang", "vi", "history", "M1").stdout

    assert "Tên: Ngõ xanh → Ngõ sạch" in told
    assert "thêm: Mốc: Công nhận; Ngày: 2023; Cấp: Cấp huyện" in told


def test_the_changes_are_a_list_with_who_and_the_command(lived, monkeypatch) -> None:
    monkeypatch.setenv("EMUL_USER", "Lan")
    lived("cancel", "M1", "--reason", "ghi trùng")

    rows = json.loads(lived("history", "--who", "Lan", "--format", "json").stdout)

    assert [(row["id"], row["who"], row["command"], row["records"]) for row in rows] == [
        ("C6", "Lan", 'emul cancel M1 --reason "ghi trùng"', 1)
    ]


def test_a_period_chooses_changes_by_the_day_on_the_clock_here(lived) -> None:
    assert lived("history", "--period", "2000", "--format", "csv").stdout.count("\n") == 1


def test_one_change_shows_every_record_it_met(lived) -> None:
    told = lived("history", "C3").stdout

    assert "recorded: Name: Ngõ xanh" in told
    assert "added: Date: 2023; Status: new" in told


def test_a_proposal_and_its_dossier_have_a_life_as_others_have(lived) -> None:
    person = ("--recipient", "Lê Văn Mẫu", "--kind", "CN", "--unit", "U1")
    lived("add-proposal", *person, "--date", "01/12/2023", "--form", "Giấy khen")
    lived("add-dossier", "--name", "Khen thưởng")
    lived("collect", "S1", "Q1")

    assert "Q1  Lê Văn Mẫu" in lived("history", "Q1").stdout
    assert "recorded: Recipient: Lê Văn Mẫu" in lived("history", "C6").stdout
    assert "Q1  Lê Văn Mẫu" in lived("history", "C8").stdout


def test_one_change_as_json_has_each_row_before_and_after(lived) -> None:
    told = json.loads(lived("history", "C4", "--format", "json").stdout)

    assert told["id"] == "C4"
    (row,) = told["rows"]
    assert (row["record"], row["name"]) == ("M1", "Ngõ sạch")
    assert (row["before"]["name"], row["after"]["name"]) == ("Ngõ xanh", "Ngõ sạch")
    assert "uuid" not in row["after"]
    lived("history", "C4", "--format", "csv", code=2)


def test_a_range_of_a_table_that_is_none_of_ours_tells_nothing(lived, register_path) -> None:
    with closing(sqlite3.connect(register_path)) as raw:
        raw.execute(
            "INSERT INTO change_range (change_id, table_name, first_id, last_id, row_count)"
            " VALUES (4, 'sqlite_master', 1, 2, 1)"
        )
        raw.commit()

    assert "M1  Ngõ sạch" in lived("history", "C4").stdout


def test_undo_takes_back_the_last_change_and_says_how_to_do_it_again(lived) -> None:
    before = lived("list", "models", "--format", "json").stdout
    lived("edit", "M1", "--leader", "Ông Ba")

    answer = lived("undo")

    assert lived("list", "models", "--format", "json").stdout == before
    assert "Took back C6" in answer.stderr
    assert "emul undo C7" in answer.stderr
    lived("undo", "C7")
    assert "Ông Ba" in lived("list", "models", "--format", "json").stdout


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("undo", "C2"), "M1"),
        (("undo", "C4711"), "no change"),
        (("undo", "M1"), "no change"),
        (("history", "X99"), "no record"),
        (("history", "C99"), "no change"),
    ],
)
def test_what_cannot_be_is_refused_in_one_line(lived, words, told) -> None:
    answer = lived(*words, code=1)

    assert told in answer.stderr
    assert answer.stderr.count("\n") == 1
    assert not answer.stdout


def test_a_whole_import_is_taken_back(emul, lists_folder) -> None:
    emul("init")
    empty = emul("info").stdout.splitlines()[3:]
    emul("import", lists_folder / "units.xlsx")
    emul("import", lists_folder / "06-mo-hinh-dang-ky.xlsx")

    emul("undo")
    emul("undo", "C2")

    assert emul("info").stdout.splitlines()[3:] == empty


def test_on_a_terminal_an_undo_shows_what_it_does_and_asks(lived, monkeypatch) -> None:
    from emulation_cli.commands.dialogue import questions

    monkeypatch.setattr(questions, "possible", lambda: True)

    answer = lived("undo", "C4", stdin="n\n")

    assert "Name: Ngõ sạch → Ngõ xanh" in answer.stdout
    assert "Nothing was taken back" in answer.stderr
    assert "Ngõ sạch" in lived("show", "M1").stdout
    lived("undo", "C4", stdin="y\n")
    assert "Ngõ xanh" in lived("show", "M1").stdout


@pytest.mark.parametrize(
    ("user", "kept"),
    [("\udcff", "?"), ("Lan\nAnh", "Lan Anh"), ("\x1b[31mLan\u202e", "[31mLan"), (" ", "?")],
)
def test_a_name_of_a_user_is_kept_as_text_alone(emul, monkeypatch, user, kept) -> None:
    emul("init")
    monkeypatch.setattr("getpass.getuser", lambda: "\udcff")
    monkeypatch.setenv("EMUL_USER", user)

    emul("add-unit", "--name", "Xã Hoa Lư", "--type", "commune")

    assert json.loads(emul("history", "--format", "json").stdout)[-1]["who"] == kept


@pytest.mark.skipif(sys.platform == "win32", reason="Windows passes on text")
def test_bytes_that_are_no_text_are_no_fault_of_the_program(emul, tmp_path, monkeypatch) -> None:
    """What a shell passes on that is not UTF-8 arrives as lone surrogates."""
    monkeypatch.setenv("EMUL_DB", str(tmp_path / "\udcff.db"))
    emul("init")
    emul("add-unit", "--name", "Xã \udcff Hoa Lư", "--type", "commune")
    emul("backup", tmp_path / "\udcfe.db")

    assert "Xã Hoa Lư" in emul("list", "units", "--format", "csv").stdout
    assert "no text" in emul("search", "\udcff", code=2).stderr
    assert emul("undo", "C" + "9" * 30, code=1).stderr.startswith("There is no change")
