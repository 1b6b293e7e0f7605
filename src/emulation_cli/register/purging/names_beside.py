"""A name in what stands beside records: commands, users, file names, reasons, kept reports."""

import sqlite3
from collections.abc import Iterable

from emulation_cli.domain.text import fold

_BESIDE = {
    "change": ("who", "command"),
    "import_list": ("file", "sheet"),
    "kept_report": ("name", "request", "figures"),
    "kept_table": ("specification",),
    "kept_request": ("command",),
    "verdict": ("reason",),
    "accepted_finding": ("note",),
    "distinct_pair": ("reason",),
    **dict.fromkeys(
        ("unit", "exemplar", "model", "event", "decision", "honour"), ("cancelled_reason",)
    ),
}
_WITHOUT_NUMBER = {
    "kept_table": "name",
    "kept_request": "name",
    "accepted_finding": "record || '/' || finding",
}
_SHORTEST = 3


def long_enough(names: Iterable[str]) -> set[str]:
    """Those that can be looked for: one of three letters is a part of many words."""
    return {name for name in names if len(name) > _SHORTEST}


def blank_mentions(connection: sqlite3.Connection, names: Iterable[str]) -> None:
    """Put an ellipsis in the place of names, in any case, with and without diacritics."""
    folded = sorted({fold(name) for name in long_enough(names)}, key=len, reverse=True)
    if not folded:
        return
    for table, columns in _BESIDE.items():
        present = {row[1] for row in connection.execute(f"PRAGMA table_info({table})")}
        for column in present.intersection(columns):
            _replace(connection, table, column, folded)
    tables = ", ".join(f"'{table}'" for table in _BESIDE)
    for side in ("before", "after"):
        _replace(connection, "change_row", side, folded, f"table_name IN ({tables})")


def _replace(
    connection: sqlite3.Connection, table: str, column: str, folded: list[str], where: str = "1"
) -> None:
    key = _WITHOUT_NUMBER.get(table, "rowid")
    found = connection.execute(
        f"SELECT {key}, {column} FROM {table} WHERE {column} IS NOT NULL AND {where}"
    ).fetchall()
    changed = ((without(text, folded), number, text) for number, text in found)
    connection.executemany(
        f"UPDATE {table} SET {column} = ? WHERE {key} = ?",
        ((blanked, number) for blanked, number, text in changed if blanked != text),
    )


def without(text: str, folded: Iterable[str]) -> str:
    """The text with an ellipsis for each name; it is looked through letter by letter, folded."""
    letters = [fold(letter) or letter for letter in text]
    plain = "".join(letters)
    places = [place for place, letter in enumerate(letters) for _ in letter]
    gone: set[int] = set()
    for name in folded:
        at = plain.find(name)
        while at >= 0:
            gone.update(places[at : at + len(name)])
            at = plain.find(name, at + 1)
    return "".join(
        letter if place not in gone else "…" if place - 1 not in gone else ""
        for place, letter in enumerate(text)
    )
