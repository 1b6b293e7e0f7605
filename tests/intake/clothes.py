"""The made lists of tests/intake/clothes: the same difficulties in other clothes, with their truth.

A file holds lists of one difficulty. Each begins with `# What it is`, then what is expected of it
(`register`, `refused`: rows and codes) and how it is drawn (`merges`, `sheet`), then, between
lines of dashes, the sheet, and behind them the fields and the values of every record.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from sheets_made import read_table

FOLDER = Path(__file__).parent / "clothes"


@dataclass(frozen=True)
class MadeList:
    """One list drawn as text, and what a careful clerk reads in it."""

    topic: str
    title: str
    text: str
    fields: list[str]
    records: list[list[str]]
    said: dict[str, str] = field(default_factory=dict)

    @property
    def refused(self) -> list[tuple[int, str]]:
        pairs = (one.split() for one in self.said.get("refused", "").split(";") if one.strip())
        return [(int(row), code) for row, code in pairs]

    def read(self) -> list:
        name = self.said.get("sheet", "Sheet1")
        found = read_table(self.text, self.said.get("merges", ""), name=name, file="a.xlsx")
        return [sheet for sheet in found if not sheet.ignored]

    def values(self, sheets: list) -> list[list[str]]:
        """The values of the records read, as the file writes them."""
        return [
            [_written(record.values.get(name)) for name in self.fields]
            for sheet in sheets
            for record in sheet.records
        ]


def _written(value: object) -> str:
    plain = getattr(value, "name", getattr(value, "iso", value))
    return "" if plain is None else str(plain)


def all_lists() -> Iterator[MadeList]:
    """Every made list, by topic."""
    for path in sorted(FOLDER.glob("*.txt")):
        for block in path.read_text(encoding="utf-8").split("\n\n# "):
            yield _parsed(path.stem, block.removeprefix("# "))


def _parsed(topic: str, block: str) -> MadeList:
    head, text, truth = block.split("\n---\n")
    title, *said = head.splitlines()
    fields, *records = truth.strip("\n").split("\n")
    rows = [_cells(line) for line in records]
    pairs = (line.split(": ", 1) for line in said)
    return MadeList(topic, title, text, _cells(fields), rows, dict(pairs))


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.split("|")]
