"""`emul succeed OLD… --by NEW…`: several old ones, several new ones, in the words of the manual."""

import json

import pytest


@pytest.fixture(autouse=True)
def _units(emul) -> None:
    emul("init", "--unit", "Huyện T", "--yes")
    for code, name in (("A", "Xã Cũ"), ("B", "Xã Một"), ("C", "Xã Hai")):
        emul("add-unit", "--name", name, "--type", "xã", "--code", code)


def lives(emul) -> dict[str, tuple[str | None, str | None]]:
    rows = json.loads(emul("list", "units", "--format", "json").stdout)
    return {row["code"]: (row["valid_from"], row["valid_to"]) for row in rows}


def test_one_unit_is_split_in_two_by_the_words_after_by(emul) -> None:
    emul("succeed", "A", "--by", "B", "C", "--on", "01/07/2025")

    assert lives(emul)["A"] == (None, "2025-06-30")
    assert lives(emul)["B"] == lives(emul)["C"] == ("2025-07-01", None)


def test_a_unit_that_begins_that_day_cannot_be_followed(emul, register_path) -> None:
    emul("edit", "U3", "--valid-from", "01/07/2025")
    before = register_path.read_bytes()

    answer = emul("succeed", "A", "C", "--by", "B", "--on", "01/07/2025", code=1)

    assert "Xã Hai" in answer.stderr
    assert register_path.read_bytes() == before
