"""Lists to import, as intake gives them, and what is asked of an import in a test."""

from dataclasses import dataclass, field
from typing import Any

from emulation_cli.domain.times.partial_date import PartialDate
from emulation_cli.taking_in.importer import Importer
from emulation_cli.taking_in.taken import Taken

NOUNS = ("units", "decisions", "events", "exemplars", "models", "honours")


def day(text):
    return PartialDate.parse(text)


@dataclass
class Row:
    """A row as intake gives it."""

    values: dict[str, Any]
    row: int = 1
    sheet: str | None = "Sheet1"
    raw: dict[str, str] = field(default_factory=dict)
    own_id: str | None = None


def take(register, noun: str, *rows: dict[str, Any], keep: bool = True, **more: Any) -> Taken:
    """Import one list by itself, as one command."""
    numbered = [Row(values, number) for number, values in enumerate(rows, start=1)]
    with register.change() as change:
        taken = Importer(register, **more).take(noun, numbered)
        change.keep = keep
    return taken


def counts(taken: Taken) -> tuple[int, int, int, int]:
    told = taken.counts
    return told["added"], told["changed"], told["unchanged"], len(taken.refused)


def codes(taken: Taken) -> list[tuple[str, str, str]]:
    return [(found.column, found.code, found.severity) for found in taken.findings]


def content(register) -> dict[str, list[dict[str, Any]]]:
    tables = (
        "unit", "unit_name", "exemplar", "exemplar_milestone", "model", "registration",
        "model_milestone", "event", "decision", "honour", "term",
    )  # fmt: skip
    return {table: register.rows(f"SELECT * FROM {table}") for table in tables}
