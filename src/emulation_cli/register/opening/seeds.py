"""The vocabularies that a new register begins with, from terms.csv: each term with its law."""

import csv
import sqlite3
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from emulation_cli.domain.text import name_keys

_MOVEMENT = "movement"
_TERMS = Path(__file__).with_name("terms.csv")


def insert_terms(connection: sqlite3.Connection) -> None:
    """Fill the vocabularies of a register that has none, inside the caller's transaction."""
    with _TERMS.open(encoding="utf-8", newline="") as file:
        names, *rows = csv.reader(file)
    movements = [row for row in rows if row[0] == _MOVEMENT]
    rows = [row for row in rows if row[0] != _MOVEMENT]
    marks = ", ".join("?" if name == "other_names" else "nullif(?, '')" for name in names)
    connection.executemany(f"INSERT INTO term ({', '.join(names)}) VALUES ({marks})", rows)
    for row in movements:
        insert_movement(connection, dict(zip(names, row, strict=True)))


def insert_movement(connection: sqlite3.Connection, term: Mapping[str, Any]) -> None:
    """A movement from a term of version 1, or from those that the program brings."""
    folded, compared = name_keys(term["label_vi"])
    # One identity in every register: what all begin with is one in a merge.
    values = (f"movement-{term['code']}", term["code"], term["label_vi"], folded, compared)
    connection.execute(
        "INSERT OR IGNORE INTO movement (uuid, code, name, name_key, comparing_key, other_names)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        (*values, term["other_names"] or ""),
    )
