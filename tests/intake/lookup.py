"""A Lookup made from the vocabulary rows of schema.sql and the units of tests/lists."""

import json
import sqlite3
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from emulation_cli.domain.offices.units import Unit, UnitNames
from emulation_cli.domain.terms import Term, Vocabularies
from emulation_cli.register.opening.seeds import insert_terms

ROOT = Path(__file__).resolve().parents[2]
LISTS = ROOT / "tests" / "lists"


@dataclass(frozen=True)
class TestLookup:
    __test__ = False
    units: UnitNames
    terms: Vocabularies


@lru_cache
def terms() -> Vocabularies:
    db = sqlite3.connect(":memory:")
    db.executescript((ROOT / "schema.sql").read_text(encoding="utf-8"))
    insert_terms(db)
    rows = db.execute(
        "SELECT vocabulary, code, label_vi, label_en, other_names FROM term ORDER BY vocabulary, position"
    )
    found = Vocabularies(
        Term(v, c, vi, en, tuple(n.strip() for n in o.split(";") if n.strip()))
        for v, c, vi, en, o in rows
    )
    db.close()
    return found


@lru_cache
def lookup() -> TestLookup:
    rows = json.loads((LISTS / "units.expected.json").read_text(encoding="utf-8"))["rows"]
    ids = {row["name"]: number for number, row in enumerate(rows, start=1)}
    units = [
        Unit(
            ids[row["name"]],
            row["code"],
            row["name"],
            row["type"],
            ids.get(row["parent"]),
            tuple(row["other_names"]),
        )
        for row in rows
    ]
    return TestLookup(UnitNames(units), terms())
