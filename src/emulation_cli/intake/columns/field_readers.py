"""The converters of fields, one memo for each, so that a text is looked at once per list."""

from collections.abc import Callable, Iterable

from emulation_cli.domain.terms import Vocabularies
from emulation_cli.intake.cells import cell_values, numbers
from emulation_cli.intake.cells.cell_values import Converter, Dates, Memo
from emulation_cli.intake.cells.coded_values import (
    CodeReader,
    Forms,
    Kinds,
    Statuses,
    as_mark,
    as_yes_or_no,
)
from emulation_cli.intake.cells.joint_texts import decision_number
from emulation_cli.intake.cells.unit_cells import OneUnit, Places
from emulation_cli.intake.headings.council_words import Verdicts
from emulation_cli.intake.model import Hints, Lookup
from emulation_cli.sheets.workbook import Cell

_SHORT_COLUMN = 5_000


class Readers:
    """Converters by the reader's name in registers.FIELDS."""

    def __init__(self, hints: Hints, lookup: Lookup) -> None:
        self._hints = hints
        self._memos: dict[str, Memo] = {}
        self._fresh = _converters(lookup.terms, hints, lookup)

    def memo(self, reader: str, column: Iterable[Cell], scale: int = 1) -> Memo:
        """The converter of one column; dates look at the whole column first.

        `scale` is what the heading or the title says that bare numbers of money count by.
        """
        if reader == "amount":
            return Memo(numbers.Amounts(scale))
        if reader == "date":
            return Memo(Dates.of_column(set(column), self._hints.date_order))
        return Memo(self._fresh[reader])


def _converters(terms: Vocabularies, hints: Hints, lookup: Lookup) -> dict[str, Converter]:
    coded: dict[str, tuple[tuple[str, ...], str]] = {
        "unit_type": (("unit_type",), "unknown_type"),
        "event_type": (("event_type",), "unknown_type"),
        "publication_type": (("publication_type",), "unknown_type"),
        "target_measure": (("target_measure",), "unknown_measure"),
        "model_field": (("model_field",), "unknown_field"),
        "honour_status": (("honour_status",), "unknown_status"),
        "gender": (("gender",), "unknown_gender"),
        "act": (("act",), "unknown_act"),
        "category": (("category",), "unknown_category"),
        "level": (("level",), "unknown_level"),
        "system": (("system",), "unknown_system"),
        "class": (("class",), "unknown_class"),
        "milestone": (("exemplar_milestone",), "unknown_milestone"),
    }
    plain: dict[str, Converter] = {
        "text": cell_values.as_text,
        "several": _several,
        "number_text": _number_text,
        "number": numbers.as_whole_number,
        "votes": numbers.as_votes,
        "year": cell_values.as_year,
        "birth_year": cell_values.as_birth_year,
        "mark": as_mark,
        "yes": as_yes_or_no,
        "status": Statuses(terms, ("registration_status",), "unknown_status"),
        "proposal_outcome": Verdicts(terms, ("proposal_outcome",), "unknown_outcome"),
        "form": Forms(terms, ("form", "title"), "unknown_form"),
        "kind": Kinds(terms),
        "unit": Places(lookup.units, hints.new_units, above=hints.unit),
        "one_unit": OneUnit(lookup.units),
        "organiser": Places(lookup.units, unknown="unknown_organiser"),
    }
    return plain | {
        reader: CodeReader(terms, vocabularies, trouble)
        for reader, (vocabularies, trouble) in coded.items()
    }


def _several(cell: Cell) -> object:
    """Names separated by a semicolon or a line break."""
    text = "" if cell is None else str(cell).replace("\n", ";")
    names = (cell_values.as_text(part) for part in text.split(";"))
    return tuple(name for name in names if name)


def _number_text(cell: Cell) -> object:
    text = cell_values.as_text(cell)
    return decision_number(text) or None if text else None


Reader = Callable[[Cell], object]
