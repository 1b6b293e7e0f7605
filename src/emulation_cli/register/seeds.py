"""The vocabularies that a new register begins with, from terms.csv: each term with its law."""

import csv
import sqlite3
from pathlib import Path

_TERMS = Path(__file__).with_name("terms.csv")


def insert_terms(connection: sqlite3.Connection) -> None:
    """Fill the vocabularies of a register that has none, inside the caller's transaction."""
    with _TERMS.open(encoding="utf-8", newline="") as file:
        names, *rows = csv.reader(file)
    marks = ", ".join("?" if name == "other_names" else "nullif(?, '')" for name in names)
    connection.executemany(f"INSERT INTO term ({', '.join(names)}) VALUES ({marks})", rows)
