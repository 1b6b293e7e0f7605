"""A person's name taken out everywhere that emul can reach, and no figure moved by it."""

import json

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


def test_no_figure_moves_and_the_register_is_well(known, register_path) -> None:
    before = known("report", "2021-2023", "--format", "json").stdout

    known("purge", "X1", "--yes")

    assert known("report", "2021-2023", "--format", "json").stdout == before
    assert known("check", "--deep").stdout == ""
    with open_register(backups.found(register_path)[0].path) as kept:
        assert list(check(kept, deep=True)) == []
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
