"""What the values of dimensions are called: their codes, labels and order."""

from collections.abc import Callable, Collection
from typing import Any, NamedTuple

from emulation_cli.domain.offices.units import Unit
from emulation_cli.domain.text import vietnamese_order
from emulation_cli.register.store import Register
from emulation_cli.tallies.measures.answering_units import UNASSIGNED, UNASSIGNED_CODE

Code = str | int | None
Described = Callable[[Code], tuple[Any, str | None, str]]

_VOCABULARIES = {
    ("exemplars", "field"): "exemplar_field",
    ("models", "field"): "model_field",
    ("registrations", "field"): "model_field",
    ("registrations", "status"): "registration_status",
    ("events", "type"): "event_type",
    ("units", "type"): "unit_type",
    ("publications", "type"): "publication_type",
    ("targets", "measure"): "target_measure",
    ("proposals", "outcome"): "proposal_outcome",
    ("models", "highest_level"): "level",
    ("registrations", "highest_level"): "level",
}
_LAST = float("inf")


class DimensionValue(NamedTuple):
    """A value of a dimension: its place among the others, its code (None: not known), its label.

    `value` is what a list is filtered by: of a unit the unit itself.
    """

    place: Any
    code: str | None
    label: str
    value: Any
    date: str | None = None
    group: str | None = None


class Labels:
    """Codes and labels of units and terms, in one language and in the order of the register."""

    def __init__(self, register: Register, language: str) -> None:
        self.register, self.language = register, language

    @property
    def grouped(self) -> bool:
        """Whether any unit of the register has a group (khối)."""
        sql = "SELECT 1 FROM unit WHERE unit_group IS NOT NULL LIMIT 1"
        return self.register.row(sql) is not None

    def named(self, noun: str, name: str, raw: Collection[Code]) -> dict[Code, DimensionValue]:
        """The values of a dimension of a noun."""
        if name == "unit":
            return self._units(raw)
        if name in _TABLES:
            return self._records(*_TABLES[name], raw)
        vocabulary = _VOCABULARIES.get((noun, name), name)
        terms = [term.code for term in self.register.vocabularies.of(vocabulary)]
        if name == "year" or not terms:
            return {code: _itself(code) for code in raw}
        places = {code: place for place, code in enumerate(terms)}
        return {code: self._term(vocabulary, code, places) for code in raw}

    def _term(self, vocabulary: str, code: Code, places: dict[str, int]) -> DimensionValue:
        if code is None:
            return DimensionValue(len(places), None, "", None)
        text = str(code)
        label = self.register.vocabularies.label(vocabulary, text, self.language)
        return DimensionValue(places.get(text, -1), text, label, code)

    def _units(self, numbers: Collection[Code]) -> dict[Code, DimensionValue]:
        """Units by their own code, else by their id; what has none, or none yet, comes last."""
        found: dict[Code, DimensionValue] = {}
        for row in self._rows("unit", numbers, "id, code, name, type, unit_group"):
            unit = Unit(row["id"], row["code"], row["name"], row["type"])
            code = unit.code or f"U{unit.id}"
            found[unit.id] = DimensionValue(unit.id, code, unit.name, unit, group=row["unit_group"])
        if UNASSIGNED in numbers:
            label = self.register.vocabularies.label("unit_state", UNASSIGNED_CODE, self.language)
            found[UNASSIGNED] = DimensionValue(_LAST, UNASSIGNED_CODE, label, UNASSIGNED)
        return found | {
            code: DimensionValue(_LAST, None, "", None) for code in numbers if code is None
        }

    def _records(
        self, table: str, letter: str, name: str, raw: Collection[Code]
    ) -> dict[Code, DimensionValue]:
        """Events or decisions by their day; they are given by number, or by id (E2)."""
        numbers = {int(str(one).removeprefix(letter)): one for one in raw if one is not None}
        columns = f"id, first_day, date, {name} AS label"
        found: dict[Code, DimensionValue] = {}
        for row in self._rows(table, numbers, columns):
            place = (row["first_day"] or "9999", row["id"])
            code = f"{letter}{row['id']}"
            found[numbers[row["id"]]] = DimensionValue(
                place, code, row["label"], row["id"], row["date"]
            )
        return found | {
            code: DimensionValue(("~",), None, "", None) for code in raw if code is None
        }

    def _rows(self, table: str, numbers: Collection[Code], columns: str) -> list[dict[str, Any]]:
        wanted = ", ".join(str(int(n)) for n in numbers if n is not None)
        return self.register.rows(f"SELECT {columns} FROM {table} WHERE id IN ({wanted})")


# Dimensions whose values are records: the table, the letter of the ids, what names one.
_TABLES = {
    name: found
    for table, letter, named in (
        ("event", "E", "name"),
        ("decision", "D", "number"),
        ("movement", "P", "name"),
    )
    for name in {table, f"{table}_id"} - {"movement"}  # by its name, as lists have it
    for found in [(table, letter, named)]
}


def _itself(code: Code) -> DimensionValue:
    """A value that no vocabulary holds stands for itself: a year, a group of units, yes or no."""
    text = None if code is None else str(code)
    return DimensionValue((text is None, vietnamese_order(text or "")), text, text or "", code)
