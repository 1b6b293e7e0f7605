"""Tables, requests and reports that another program changed are named, and nothing else stops."""

import json
import sqlite3
from contextlib import closing

import pytest

DEEP = "[" * 100_000


@pytest.fixture
def kept(emul, register_path):
    """A register that keeps a table, a request and a report; gives who spoils one of them."""
    emul("init", "--unit", "Huyện Thử", "--yes")
    emul("table", "new", "Bảng", "--rows", "unit", "--column", "Đăng ký = models")
    emul("report", "2023", "--save", "quy")
    emul("report", "2023", "--keep", "45")

    def spoil(table: str, column: str, text: str) -> None:
        with closing(sqlite3.connect(register_path)) as raw:
            raw.execute(f"UPDATE {table} SET {column} = ?", (text,))
            raw.commit()

    return spoil


def odd_table(**parts: object) -> str:
    column = {"label": "A", "noun": "models", "given": {}, "by": "", "adds": ""}
    return json.dumps({"title": "T", "rows": ["unit"], "columns": [column | parts]})


@pytest.mark.parametrize(
    "text",
    [DEEP, "x", "[1]", odd_table(label=None), odd_table(given=[]), odd_table(more=1)],
    ids=["deep", "no-json", "list", "no-label", "no-filters", "unknown-part"],
)
def test_a_table_that_is_none_is_named_and_can_be_taken_away(emul, kept, text) -> None:
    kept("kept_table", "specification", text)

    assert "«Bảng»" in emul("table", "Bảng", "2023", code=1).stderr
    assert "«Bảng»" in emul("table", "list", code=1).stderr
    emul("table", "delete", "Bảng")
    emul("table", "list")


@pytest.mark.parametrize("text", [DEEP, "[1]", '{"period": 5}', '{"period": [7]}'])
def test_a_request_that_is_none_is_named(emul, kept, text) -> None:
    kept("kept_request", "command", text)

    assert "«quy»" in emul("report", "quy", code=1).stderr


def test_a_request_holds_nothing_that_belongs_to_one_run(emul, kept) -> None:
    """From a register of somebody's it would keep a report or save over a name."""
    said = {"period": "2023", "keep": "46", "save": "khác", "foo": "1"}
    kept("kept_request", "command", json.dumps(said))

    emul("report", "quy")

    assert "46" not in emul("report", "2023", "--against", "xxx", code=1).stderr
    assert "khác" not in emul("report", "xxx", code=2).stderr


@pytest.mark.parametrize(
    ("column", "text"),
    [
        ("figures", DEEP),
        ("figures", '[["a"], 1]'),
        ("figures", '[["exemplars", "", "", "", "total", NaN]]'),
        ("request", '{"period": [1], "sections": 7}'),
    ],
)
def test_a_report_that_is_none_is_named(emul, kept, column, text) -> None:
    kept("kept_report", column, text)

    assert "45" in emul("report", "2023", "--against", "45", code=1).stderr
