"""The lists that emul writes for others to fill in or to read back: their columns and words.

`template` gives them empty, `export` full; both are laid out alike, and `import` takes both in.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from emulation_cli import words
from emulation_cli.domain.units import UnitNames
from emulation_cli.register.naming import BETWEEN, NOTHING
from emulation_cli.tallies.vocabulary import offered

if TYPE_CHECKING:
    from emulation_cli.register.store import Register
    from emulation_cli.sheets.forms import Form, FormColumn

# The columns of each form with what they hold: a vocabulary, units, a date; else text or a number.
FORMS: dict[str, dict[str, str]] = {
    "units": {"name": "", "code": "", "type": "unit_type", "parent": "units", "other_names": ""},
    "exemplars": {
        "name": "", "kind": "kind", "unit": "units", "field": "exemplar_field",
        "discovered": "date", "fostered": "date", "multiplied": "date", "position": "",
        "birth_year": "", "gender": "gender", "summary": "",
    },
    "models": {
        "name": "", "kind": "kind", "unit": "units", "field": "model_field", "year": "",
        "status": "registration_status", "leader": "", "address": "", "summary": "",
    },
    "events": {
        "name": "", "type": "event_type", "date": "date", "place": "", "organiser": "units",
        "attendance": "",
    },
    "decisions": {
        "number": "", "date": "date", "body": "", "level": "level", "abstract": "", "signer": "",
        "signer_position": "", "stated_collectives": "", "stated_individuals": "",
        "stated_households": "",
    },
    "honours": {
        "name": "", "kind": "kind", "unit": "units", "position": "", "act": "act", "form": "form",
        "decision_number": "", "decision_date": "date", "event": "", "amount": "",
        "achievement": "",
    },
}  # fmt: skip
# Columns that an export has besides, each where something stands in it.
FURTHER: dict[str, dict[str, str]] = {
    "units": {"unit_group": "", "valid_from": "date", "valid_to": "date"},
    "exemplars": {
        "works_directly": "yes", "leads": "yes", "movement": "movement", "model": "belonging",
        "discovered_document": "", "fostered_document": "", "multiplied_document": "",
    },
    "models": {
        "registered_on": "date", "registered_document": "", "movement": "movement",
        "appraised": "date", "appraised_document": "", "recognised": "date",
        "recognised_level": "level", "recognised_document": "", "replicated": "date",
        "replicated_unit": "units", "replicated_document": "", "stopped": "date",
        "stopped_document": "",
    },
    "events": {"movement": "movement", "period_reviewed": ""},
    "decisions": {"system": "", "category": "category"},
    "honours": {
        "honorific": "", "title": "title", "category": "category", "movement": "movement",
        "decision_body": "", "event_date": "date", "date": "date", "achievement_year": "",
        "status": "honour_status", "for": "belonging",
    },
    "terms": {
        "vocabulary": "", "code": "", "label_vi": "", "label_en": "", "other_names": "",
        "valid_from": "date", "valid_to": "date",
    },
    "successions": {"old": "units", "new": "units", "date": "date", "document": ""},
}  # fmt: skip
_NO_DROP_DOWN = ("date", "yes", "belonging")
Row = Mapping[str, Any]


class Writer:
    """Writes values of this register as a list has them, in one language.

    `unclear` holds the units that no way of writing tells apart from others.
    """

    def __init__(self, register: "Register", language: str) -> None:
        self.register = register
        self.language = language
        self.unclear: dict[int, str] = {}
        self._labels: dict[tuple[str, Any], str] = {}
        self._kinds: Mapping[str, Callable[[Any], str | int]] = {
            "": lambda value: value,
            "date": words.date,
            "units": self._unit,
            "yes": lambda value: self.say("yes" if value else "no"),
            "belonging": lambda value: value,
        }

    def say(self, key: str) -> str:
        """A word of the forms; not every column needs a note or an example."""
        known = words.known(f"template.{key}")
        return words.say_in(self.language, f"template.{key}") if known else ""

    @cached_property
    def _units(self) -> UnitNames:
        """Without what the clerk once decided: another register does not know it."""
        return UnitNames(self.register.unit_names.units)

    @cached_property
    def _unit_by_number(self) -> dict[int, Any]:
        return {unit.id: unit for unit in self._units.units}

    def value(self, kind: str, value: Any) -> str | int | None:
        """A value as it stands in a cell; None stays empty."""
        if value is None:
            return None
        if (write := self._kinds.get(kind)) is not None:
            return write(value)
        if (kind, value) not in self._labels:
            self._labels[kind, value] = self._label(kind, value)
        return self._labels[kind, value]

    def _label(self, vocabulary: str, code: str) -> str:
        """The label, or the code where another term is called so too."""
        known = self.register.vocabularies
        label = known.label(vocabulary, code, self.language)
        found = known.find(vocabulary, label)
        return label if found and found.code == code else code

    def _unit(self, number: int | str) -> str:
        """A unit by a name that is its own; a text (an organiser elsewhere) stays as it is."""
        unit = self._unit_by_number.get(number) if isinstance(number, int) else None
        if unit is None:
            return str(number) if isinstance(number, str) else NOTHING
        if ("units", number) not in self._labels:
            written = self._units.written(unit)
            if written is None:
                self.unclear[unit.id] = unit.told_apart
            self._labels["units", number] = written or unit.name
        return self._labels["units", number]

    def belonging(self, row: Row) -> str | None:
        """The record that a row belongs to, as register/naming.py reads it."""
        parts: tuple[Any, ...]
        if row.get("exemplar_name"):
            unit, birth = row["exemplar_unit"], row["exemplar_birth"]
            parts = (
                self.say("exemplar"), row["exemplar_name"],
                self._unit(unit) if unit else NOTHING,
                self.value("kind", row["exemplar_kind"]), birth or NOTHING,
            )  # fmt: skip
        elif row.get("model_name"):
            parts = (self.say("model"), row["model_name"], self._unit(row["model_unit"]))
        else:
            return None
        return BETWEEN.join(map(str, parts))

    def columns(self, noun: str, layout: Mapping[str, str], exact: bool) -> Iterator["FormColumn"]:
        """The columns of a form, the order number first; `exact` for names as they are recorded."""
        from emulation_cli.sheets.forms import FormColumn

        yield FormColumn(self.say("ordinal"), example="1")
        for name, kind in layout.items():
            heading, note, example = (
                self.say(f"{part}.{noun}.{name}") for part in ("heading", "note", "value")
            )
            if exact and name == "name" and "kind" in layout:
                heading = f"{heading} ({self.say('as_registered')})"
            yield FormColumn(heading, note, example, self._choices(noun, name, kind))

    def _choices(self, noun: str, name: str, kind: str) -> Sequence[str]:
        if kind == "units":
            return [self._unit(unit.id) for unit in self._units.units]
        if not kind or kind in _NO_DROP_DOWN:
            return []
        terms = offered(self.register, kind, date.today().isoformat())
        labels = [term.label(self.language) for term in terms]
        return [*labels, self.say("stopped")] if (noun, name) == ("models", "status") else labels

    def form(
        self,
        noun: str,
        layout: Mapping[str, str],
        rows: Iterable[Row],
        sheet: str,
        *,
        exact: bool = False,
    ) -> "Form":
        """A sheet with these rows; the words over it are the noun's own."""
        from emulation_cli.sheets.forms import Form

        return Form(
            sheet=sheet,
            title=self.say(f"title.{noun}"),
            hint=self.say("hint"),
            columns=list(self.columns(noun, layout, exact)),
            rows=(
                [number, *(self.value(kind, row.get(name)) for name, kind in layout.items())]
                for number, row in enumerate(rows, start=1)
            ),
        )
