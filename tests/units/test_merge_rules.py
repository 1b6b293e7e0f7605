"""A merge says which record breaks which rule; what is nobody's fault is taken in."""

import shutil
from pathlib import Path

import pytest

from emulation_cli.register.opening.register_file import open_register


@pytest.fixture(name="desks")
def _desks(emul):
    """Two registers of one unit each; the second one has an exemplar."""
    for desk in ("a.db", "b.db"):
        emul("--db", desk, "init", "--unit", f"Huyện {desk[0]}", "--lang", "en", "--yes")
        emul("--db", desk, "add-unit", "--name", "Xã Hoa Lư", "--type", "commune")
    emul(
        "--db", "b.db", "add-exemplar", "--name", "Trần Văn Mẫu", "--kind", "CN", "--unit", "U1",
        "--field", "y tế", "--date", "2023",
    )  # fmt: skip
    return emul


def break_rule(desk: str, statement: str) -> None:
    with open_register(Path(desk)) as register:
        register.connection.execute("PRAGMA ignore_check_constraints = ON")
        with register.change():
            register.connection.execute(statement)


@pytest.mark.parametrize(
    ("statement", "rule"),
    [
        ("UPDATE exemplar SET birth_year = 17", "birth_year BETWEEN"),
        ("UPDATE exemplar_milestone SET milestone = 'seen'", "milestone IN"),
    ],
)
def test_a_new_record_that_breaks_a_rule_is_named_with_the_rule(desks, statement, rule) -> None:
    break_rule("b.db", statement)

    said = desks("--db", "a.db", "merge", "b.db", "--yes", code=5).stderr

    assert "«b.db» X1" in said
    assert rule in said


def test_a_known_record_that_came_to_break_a_rule_is_named_too(desks) -> None:
    shutil.copy("b.db", "c.db")
    break_rule("b.db", "UPDATE exemplar SET birth_year = 17")

    said = desks("--db", "c.db", "merge", "b.db", "--yes", code=5).stderr

    assert "«b.db» X1" in said
    assert "birth_year BETWEEN" in said


def movements(desk: str) -> dict[str, str]:
    with open_register(Path(desk)) as register:
        sql = "SELECT name, code FROM movement WHERE name LIKE 'Phong trào%'"
        return {row["name"]: row["code"] for row in register.rows(sql)}


def test_two_movements_of_one_code_are_two_on_both_desks_and_stay_so(desks) -> None:
    for desk, name in (("a.db", "Phong trào Một"), ("b.db", "Phong trào Hai")):
        desks("--db", desk, "add-term", "--vocabulary", "movement", "--label", name, "--code", "pt")

    for here, there in (("a.db", "b.db"), ("b.db", "a.db"), ("a.db", "b.db")):
        desks("--db", here, "merge", there, "--yes")

    assert movements("a.db") == {"Phong trào Một": "pt", "Phong trào Hai": "pt-2"}
    assert movements("b.db") == {"Phong trào Một": "pt-2", "Phong trào Hai": "pt"}
    desks("--db", "a.db", "check", "--deep")
