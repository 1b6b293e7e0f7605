"""Whether a cell holds what its column is for: the weight of a row that looks like a record."""

from collections.abc import Mapping, Sequence

from emulation_cli.intake.cells.cell_values import Memo, Trouble
from emulation_cli.intake.columns.column_map import Header
from emulation_cli.intake.columns.field_readers import Readers
from emulation_cli.intake.columns.registers import FIELDS
from emulation_cli.intake.headings import synonyms
from emulation_cli.intake.headings.heading_leaves import MARKED
from emulation_cli.intake.model import Hints, Lookup
from emulation_cli.sheets.workbook import Cell

# Anything may stand in these, a signer's name as well.
_OF_ANY_TEXT = frozenset({"text", "several", "number_text"})
_MARKS = frozenset({*MARKED, *synonyms.MARKS, "male_mark", "female_mark", "year_mark"})


class Holding:
    """The columns whose cells can be told right from wrong, each with its reader."""

    def __init__(self, header: Header, register: str | None, lookup: Lookup) -> None:
        reader = readers_of(register)
        readers = Readers(Hints(), lookup)
        self._memos: dict[int, Memo] = {
            column.number: readers.memo(reader[concept], ())
            for concept, columns in header.by_concept.items()
            if concept in reader and concept not in synonyms.NAMES
            for column in columns
        }

    @property
    def columns(self) -> frozenset[int]:
        return frozenset(self._memos)

    def any(self, row: Sequence[Cell]) -> bool:
        """Whether one cell at least is what its column is for."""
        return any(
            column < len(row) and is_value(memo[row[column]])
            for column, memo in self._memos.items()
        )


def readers_of(register: str | None) -> Mapping[str, str]:
    """Concept -> reader, of this register first: «year» is a date for exemplars."""
    registers = [register] if register in FIELDS else list(FIELDS)
    found = dict.fromkeys(_MARKS, "mark")
    for name in registers:
        for field in FIELDS[name or ""]:
            if field.reader not in _OF_ANY_TEXT:
                for concept in field.concepts:
                    found.setdefault(concept, field.reader)
    found.setdefault("kind", "kind")
    return found


def is_value(outcome: object) -> bool:
    """Whether a converter understood a cell, so that nothing has to be asked or refused."""
    if isinstance(outcome, Trouble):
        return outcome.severity != "block" and not outcome.code.startswith("unknown")
    return outcome is not None
