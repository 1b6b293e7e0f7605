"""Every statement on the way of the commands: what is asked by a key is found by an index."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest

from emulation_cli.register.opening import connections, register_file

# They grow with what an office records in years; the others are lists of words and settings.
LARGE = (
    "unit", "unit_name", "exemplar", "exemplar_milestone", "model", "model_milestone",
    "registration", "honour", "decision", "event", "change_row", "change", "change_range",
    "import_list", "other_uuid", "gone_row", "edit_elsewhere", "verdict", "tombstone",
)  # fmt: skip
# Commands that are about a few records, however many there are.
COMMANDS = (
    ("add-unit", "--name", "Thôn Đoài", "--type", "village", "--code", "TD", "--parent", "CD"),
    ("add-exemplar", "--name", "Lê Thị Hai", "--kind", "CN", "--unit", "CD", "--field", "y tế",
     "--date", "2023"),
    ("add-model", "--name", "Đường hoa", "--unit", "CD", "--field", "KT", "--year", "2023"),
    ("add-decision", "--number", "12/QĐ-UBND", "--date", "2023", "--body", "UBND huyện",
     "--level", "huyện"),
    ("add-honour", "--recipient", "Lê Thị Hai", "--kind", "CN", "--unit", "CD", "--act", "khen",
     "--date", "2023"),
    ("mark", "X1", "nhân rộng", "--date", "2024"),
    ("edit", "X1", "--name", "Nguyễn Văn Bốn"),
    ("edit", "U1", "--code", "CD1"),
    ("cancel", "X1", "--reason", "trùng"),
    ("history", "X1"),
    ("history", "C3"),
    ("undo", "C3"),
    ("show", "X1"),
    ("list", "exemplars", "--unit", "CD"),
    ("import", "list.csv", "--yes"),
)  # fmt: skip
# Questions that are about all there is: looked at, and left so.
WHOLE = (
    "FROM verdict",  # what a clerk said of pairs: few, and all of them bind
    "LIMIT 1",  # the first that there is
    "FROM unit WHERE cancelled_on IS NULL\n$",  # a list names any unit in any way
    "count(*) FROM sqlite_master",
    "max(id) FROM change",  # the end of a b-tree
    "ORDER BY id DESC LIMIT",  # the same
    "digest FROM tombstone",  # few were purged, and each has a salt of its own
)


@pytest.fixture
def statements(monkeypatch) -> list[str]:
    """What SQLite is asked, with the values."""
    asked: list[str] = []

    def watched(path, mode: str) -> sqlite3.Connection:
        connection = connect(path, mode)
        connection.set_trace_callback(asked.append)
        return connection

    connect = connections.connect
    monkeypatch.setattr(register_file, "connect", watched)
    return asked


@pytest.fixture
def register(emul, register_path, tmp_path, monkeypatch) -> None:
    """A small register with one of each, and a list to take in."""
    monkeypatch.chdir(tmp_path)
    emul("init", "--unit", "Huyện Cẩm Xuyên")
    emul("add-unit", "--name", "Xã Cẩm Duệ", "--type", "xã", "--code", "CD")
    emul("add-exemplar", "--name", "Trần Văn Một", "--kind", "CN", "--unit", "CD",
         "--field", "y tế", "--date", "2022")  # fmt: skip
    rows = "Họ và tên;Đối tượng;Đơn vị;Lĩnh vực;Ngày phát hiện\nLê Văn Ba;Cá nhân;CD;y tế;2023\n"
    (tmp_path / "list.csv").write_text(rows, "utf-8")


def scans(register_path, statements: list[str]) -> Iterator[str]:
    """The steps that read a large table from end to end."""
    with closing(sqlite3.connect(register_path)) as connection:
        for sql in dict.fromkeys(statements):
            if not re.match(r"\s*(SELECT|WITH|UPDATE|DELETE)\b", sql) or "temp." in sql:
                continue
            if any(part in f"{sql}$" for part in WHOLE):  # `$`: the end
                continue
            tables = {alias: table for table, alias in re.findall(r"(\w+) AS (\w+)", sql)}
            for *_, step in connection.execute(f"EXPLAIN QUERY PLAN {sql}"):
                match = re.match(r"SCAN (\w+)", step)
                if match and tables.get(match[1], match[1]) in LARGE:
                    yield f"{step}: {sql}"


@pytest.mark.parametrize("words", COMMANDS, ids=lambda words: " ".join(words[:3]))
def test_what_is_asked_by_a_key_is_found_by_an_index(
    words, emul, register, register_path, statements
) -> None:
    emul(*words, code=None)
    assert statements
    assert not list(scans(register_path, statements))
