"""On a terminal a merge is shown first, and what cannot be told is asked for, once."""

import json
import shutil

import pytest

from emulation_cli.commands.dialogue import questions

from .conftest import add_exemplar, add_unit, new_register


@pytest.fixture
def typed(monkeypatch):
    """What the clerk types, line by line; every line must be wanted."""
    lines: list[str] = []
    monkeypatch.setattr(questions, "possible", lambda: True)
    monkeypatch.setattr(questions, "answer", lambda _question: lines.pop(0))
    yield lines
    assert lines == []


@pytest.fixture
def two_copies(emul, register_path) -> str:
    with new_register(register_path) as register:
        add_exemplar(register, "Trần Văn B", add_unit(register, "Xã Cẩm Hà"))
    other = str(shutil.copy(register_path, "other.db"))
    emul("edit", "X1", "--position", "Trưởng thôn")
    emul("--db", other, "edit", "X1", "--position", "Bí thư")
    return other


def position(emul) -> str:
    return json.loads(emul("list", "exemplars", "--format", "json").stdout)[0]["position"]


def test_the_clerk_chooses_between_two_values_once(emul, two_copies, typed) -> None:
    typed += ["2", "y"]

    told = emul("merge", two_copies).stderr

    assert told.count("both sides changed it") == 1
    assert position(emul) == "Bí thư"


def test_she_may_keep_hers_or_decide_later_or_not_merge(emul, two_copies, typed) -> None:
    typed += ["3"]
    emul("merge", two_copies, code=3)
    typed += ["2", "n"]
    emul("merge", two_copies)
    assert position(emul) == "Trưởng thôn"

    typed += ["1", "y"]
    emul("merge", two_copies)
    assert "Nothing is new" in emul("merge", two_copies).stderr

    assert position(emul) == "Trưởng thôn"


def test_a_doubtful_unit_is_asked_for(emul, register_path, tmp_path, typed) -> None:
    with new_register(register_path) as register:
        add_unit(register, "Xã Cẩm Duệ", valid_to="2025-06-30")
        add_unit(register, "Xã Cẩm Duệ", valid_from="2025-07-01")
    with new_register(tmp_path / "below.db", "Cẩm Duệ") as register:
        add_exemplar(register, "Người", add_unit(register, "Xã Cẩm Duệ"))
    typed += ["2", "y"]

    emul("merge", tmp_path / "below.db")

    rows = json.loads(emul("list", "exemplars", "--format", "json").stdout)
    assert [row["unit_id"] for row in rows] == ["U2"]
