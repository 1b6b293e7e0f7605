"""What stands beside the records travels with them: «it is so», tables kept; papers count once."""

from pathlib import Path

import pytest

from emulation_cli.register.kept_tables import ColumnSpec, TableSpec, keep_table
from emulation_cli.register.opening.register_file import open_register

OUTSIDE = "dated before their unit was there"


@pytest.fixture(name="desks")
def _desks(emul, tmp_path):
    """Two registers with a unit that ended; the second one has a record outside its life."""
    for desk in ("a", "b"):
        emul("--db", f"{desk}.db", "init", "--unit", f"Huyện {desk}", "--lang", "en", "--yes")
        emul(
            "--db", f"{desk}.db", "add-unit", "--name", "Xã Cũ", "--type", "commune", "--code", "C",
            "--valid-from", "01/01/2015", "--valid-to", "31/12/2019",
        )  # fmt: skip
        honour(emul, desk, f"Người {desk.upper()}", "2018")
    honour(emul, "b", "Người Muộn", "2023")
    return emul


def honour(emul, desk: str, name: str, date: str) -> None:
    emul(
        "--db", f"{desk}.db", "add-honour", "--recipient", name, "--kind", "CN", "--unit", "C",
        "--act", "commend", "--date", date,
    )  # fmt: skip


def table(emul, desk: str, name: str, column: str) -> None:
    emul("--db", f"{desk}.db", "table", "new", name, "--rows", "unit", "--column", column)


def test_what_was_said_to_be_so_is_so_after_a_merge_and_in_an_extract(desks) -> None:
    desks("--db", "b.db", "check", "--accept", "H2", "--note", "gửi muộn")

    said = desks("--db", "a.db", "merge", "b.db").stderr
    assert "2 findings said to be so" in said
    assert OUTSIDE not in desks("--db", "a.db", "check").stdout
    desks("--db", "a.db", "extract", "--unit", "C", "-o", "e.db")
    assert OUTSIDE not in desks("--db", "e.db", "check", "--deep").stdout
    desks("--db", "a.db", "undo", "--yes")
    assert "H3" not in desks("--db", "a.db", "check").stdout


def test_nothing_is_accepted_of_a_record_that_does_not_come(desks) -> None:
    desks("--db", "b.db", "check", "--accept", "H2")
    desks("--db", "a.db", "merge", "b.db")
    desks("--db", "b.db", "undo", "--yes")  # takes back what was accepted there only

    desks("--db", "a.db", "merge", "b.db")

    assert OUTSIDE not in desks("--db", "a.db", "check").stdout


def test_a_kept_table_comes_along_with_its_records_under_their_ids_here(desks) -> None:
    for desk, names in (("a", ("Khác", "Khác nữa")), ("b", ("Một",))):
        for name in names:
            desks("--db", f"{desk}.db", "add-movement", "--name", name, "--date", "2018")
    last = desks("--db", "b.db", "list", "movements", "--format", "csv").stdout.splitlines()[-1]
    movement = last.split(",")[0]
    desks("--db", "b.db", "edit", "H1", "--movement", movement)
    table(desks, "b", "Bảng Một", f"Khen = honours movement={movement}")

    desks("--db", "a.db", "merge", "b.db")

    own = next(
        line.split(",")[0]
        for line in desks(
            "--db", "a.db", "list", "movements", "--format", "csv"
        ).stdout.splitlines()
        if ",Một," in line
    )
    assert own != movement
    assert f"movement={own}" in desks("--db", "a.db", "table", "list").stdout
    shown = desks("--db", "a.db", "table", "bang mot").stdout
    assert ["Total", "1"] in [line.split() for line in shown.splitlines()]


def test_a_table_that_is_otherwise_here_stays_and_is_told(desks) -> None:
    table(desks, "a", "Bảng Một", "Khen = honours")
    table(desks, "b", "bảng một", "Điển hình = exemplars")

    said = desks("--db", "a.db", "merge", "b.db").stderr

    assert "«Bảng Một»: Huyện b keeps tables of these names otherwise" in said
    assert "Khen = honours" in desks("--db", "a.db", "table", "list").stdout


def test_two_records_of_one_decision_are_told_as_one(desks) -> None:
    for date in ("2018", "05/03/2018"):
        desks(
            "--db", "b.db", "add-decision", "--number", "12/QĐ-UBND", "--date", date,
            "--body", "UBND xã Cũ", "--level", "grassroots",
        )  # fmt: skip
    desks("--db", "b.db", "edit", "H1", "--decision", "D1")

    assert "1 decisions" in desks("--db", "a.db", "merge", "b.db").stderr
    assert "1 decisions" in desks("--db", "a.db", "extract", "--unit", "C", "-o", "e.db").stderr


def test_a_kept_table_that_names_a_term_comes_as_it_is(desks) -> None:
    column = ColumnSpec("Số", "honours", {"body": "T5", "position": "H" + "9" * 30})
    with open_register(Path("b.db")) as register:
        keep_table(register, TableSpec("bang", "bang", ("unit",), (column,)))

    said = desks("--db", "a.db", "merge", "b.db")

    assert "damaged" not in said.stderr
    assert "body=T5" in desks("--db", "a.db", "table", "list").stdout


def test_a_table_changed_since_the_last_merge_is_told(desks) -> None:
    table(desks, "b", "bang", "Số = honours act=commend")
    desks("--db", "a.db", "merge", "b.db")
    desks("--db", "b.db", "table", "edit", "bang", "--column", "Số = honours act=honour")

    assert "bang" in desks("--db", "a.db", "merge", "b.db").stderr
