"""What a list says, made ready for the register: units, decisions, events and forms found."""

from collections.abc import Iterable, Mapping
from typing import Any

from emulation_cli.domain.awards import new_award
from emulation_cli.domain.catalogue.fields import Noun
from emulation_cli.domain.catalogue.nouns import BY_PLURAL
from emulation_cli.domain.catalogue.refs import Ref
from emulation_cli.domain.errors import Refused
from emulation_cli.domain.offices.bodies import is_nameless
from emulation_cli.domain.offices.unit_types import guessed_type
from emulation_cli.domain.offices.units import Unit
from emulation_cli.domain.terms import Term
from emulation_cli.domain.text import comparing_key
from emulation_cli.register.recording.bulk_rows import rows_among
from emulation_cli.register.recording.matching import Known, compatible, may_be
from emulation_cli.register.recording.movement_names import make_movement, movement_called
from emulation_cli.register.recording.new_records import (
    check_unit,
    exemplar_field,
    new_field,
    new_form,
    used_terms,
)
from emulation_cli.register.recording.record_naming import BETWEEN, Naming, UnknownRecord
from emulation_cli.register.recording.row_values import columns_of, with_body_read
from emulation_cli.register.store import Register

Values = Mapping[str, Any]
# More new fields than this in one run were a wrong column, not a vocabulary (DESIGN section 4).
MOST_NEW_TERMS = 30
_STATED = [one.name for one in BY_PLURAL["decisions"].fields if one.name.startswith("stated_")]


class RowRefused(Exception):
    """The row cannot be taken in: the field at fault, and the sentence that says why."""

    def __init__(self, column: str, code: str, **values: Any) -> None:
        super().__init__(code)
        self.column, self.code, self.values = column, code, values


def _life(values: Values) -> dict[str, str]:
    """A unit lived from the first to the last day that its dates may mean."""
    life = {}
    if day := values.get("valid_from"):
        life["valid_from"] = day.first
    if day := values.get("valid_to"):
        life["valid_to"] = day.last
    return life


class Preparer:
    """Makes the values of list rows ready; what is found once is remembered."""

    def __init__(self, register: Register, defaults: Values, *, new_terms: bool = False) -> None:
        self._register = register
        self._defaults = defaults
        self._new_terms = new_terms
        self._new: dict[str, set[str]] = {}  # by column: the terms that no vocabulary had
        self._fields: dict[str, str | None] = {}
        self._units: dict[str, Unit] = {}
        self._movements: dict[str, Ref] = {}
        self._decisions: dict[tuple[Any, ...], int] = {}
        self._events: dict[tuple[Any, ...], int] = {}
        self._exemplars: dict[str, Ref] = {}
        self.naming = Naming(register)
        self._made: list[tuple[str, dict[str, Any]]] = []  # for rows that may yet be refused
        self.hints: list[RowRefused] = []  # of the row at hand: told, but no refusal

    def values(self, noun: str, values: Values) -> Values:
        """The values of a row of this noun; raises RowRefused."""
        if isinstance(name := values.get("unit"), str):
            values = {**values, "unit": self._new_unit(name)}
        if isinstance(name := values.get("movement"), str):
            values = {**values, "movement": self._movement(name)}
        match noun:
            case "units":
                return self._unit(values)
            case "exemplars":
                kind, field = values.get("kind"), self._field(values.get("field"))
                known = {name: value for name, value in values.items() if name != "model"}
                return {**known, "kind": kind or "unclassified", "field": field}
            case "honours":
                return self._honour(values)
            case "presenters" | "publications" | "targets":
                return self._complete(BY_PLURAL[noun], values)
        return _stated(values)

    def forget_unused(self) -> None:
        """Take away the decisions, units and fields that no row came to use."""
        made_terms = any(table == "term" for table, _row in self._made)
        used = used_terms(self._register) if made_terms else set()
        for table, row in reversed(self._made):
            if row.get("code") not in used:
                self._register.remove_unused(table, row)
        self._register.forget_vocabularies()
        self._register.forget_units()

    def _field(self, text: str | None) -> str | None:
        if text is None:
            return None
        if text not in self._fields:
            said = new_field(self._register, text)
            if said:
                self._count_new("field", text)
                self.hints.append(RowRefused("field", "new_field", **said))
            self._fields[text] = exemplar_field(self._register, text)
            if said:
                code = self._fields[text]
                self._made.append(("term", {"vocabulary": "exemplar_field", "code": code}))
        return self._fields[text]

    def _count_new(self, column: str, text: str) -> None:
        """Refuse a new term where so many came in one column that it is likely no such column."""
        new = self._new.setdefault(column, set())
        if text not in new and len(new) >= MOST_NEW_TERMS and not self._new_terms:
            raise RowRefused(column, f"too_many_new_{column}s", value=text, most=MOST_NEW_TERMS)
        new.add(text)

    def _form(self, text: str) -> Term | None:
        """A form or title; one of a known sort that no vocabulary has becomes a term."""
        known = self._register.vocabularies
        found = known.find("form", text) or known.find("title", text)
        if found or not new_award(text):
            return found
        self._count_new("form", text)
        if found := new_form(self._register, text):
            self._made.append(("term", {"vocabulary": found.vocabulary, "code": found.code}))
            self.hints.append(RowRefused("form", "new_form", form=found.label_vi))
        return found

    def _movement(self, text: str) -> Ref:
        """A movement that a list names; a new one is recorded, and told."""
        if text not in self._movements:
            found = movement_called(self._register, text)
            if found is None:
                self._count_new("movement", text)
                found, told = make_movement(self._register, text)
                self._made.append(("movement", {"id": found.number}))
                self.hints.append(RowRefused("movement", "new_movement", **told))
            self._movements[text] = found
        return self._movements[text]

    def _new_unit(self, name: str) -> Unit:
        """A unit that a list names and the register did not know; its type is read off its name."""
        if name not in self._units:
            found = self._register.units_called(name)
            if len(found) > 1:
                several = ", ".join(unit.told_apart for unit in found)
                raise RowRefused("unit", "ambiguous_unit", value=name, nearest=several)
            if not found:
                unit = {"name": name, "type": guessed_type(name)}
                number = self._register.insert("unit", columns_of(BY_PLURAL["units"], unit))
                self._made.append(("unit", {"id": number}))
                self._register.forget_units()
                found = (self._register.unit(number),)
            self._units[name] = found[0]
        return self._units[name]

    def _unit(self, values: Values) -> Values:
        values = {**values, **_life(values)}
        if not isinstance(parent := values.get("parent"), str):
            return values
        try:
            return {**values, "parent": self._register.find_unit(parent)}
        except Refused as refusal:
            near = refusal.values.get("units") or refusal.values.get("nearest", "")
            code = refusal.sentence.partition(".")[2]
            raise RowRefused("parent", code, value=parent, nearest=near) from None

    def _honour(self, values: Values) -> Values:
        """An honour that names no act is a commendation (DESIGN section 4, import)."""
        whole: dict[str, Any] = {"act": "commend", **self._defaults, **_stated(values)}
        if isinstance(form := whole.get("form"), str):
            whole["form"] = self._form(form)
        if whole.get("decision_number"):
            whole["decision"] = Ref("decisions", self._decision(whole))
        if isinstance(whole.get("event"), str):
            day = whole.get("event_date") or whole.get("date")
            whole["event"] = Ref("events", self._event(whole["event"], day))
        if isinstance(belongs := whole.get("for"), str):
            whole["for"] = self._belonging(belongs)
        return whole

    def _complete(self, noun: Noun, values: Values) -> Values:
        """What must stand in a row, the record that it names found by its name."""
        whole: dict[str, Any] = {**self._defaults, **_stated(values)}
        for field in noun.fields:
            if field.required and field.name not in (*whole, "type"):
                raise RowRefused(field.name, f"needs_{field.name}")
        if isinstance(text := whole.get("event"), str):
            whole["event"] = Ref("events", self._event(text, None))
        if isinstance(text := whole.get("exemplar"), str):
            whole["exemplar"] = self._exemplar(text)
        return whole

    def _exemplar(self, name: str) -> Ref:
        """The only exemplar of this name; records of one person are one."""
        if name not in self._exemplars:
            found = self.naming.exemplars_called(name)
            if not found:
                raise RowRefused("exemplar", "unknown_record", value=name)
            if not self.naming.are_one(found):
                ids = ", ".join(map(str, found))
                raise RowRefused("exemplar", "several_namesakes", ids=ids)
            self._exemplars[name] = found[0]
        return self._exemplars[name]

    def _belonging(self, text: str) -> Ref | None:
        """What an honour belongs to where the list says so; a list that says none means none."""
        try:
            return self.naming.find(text)
        except UnknownRecord:
            raise RowRefused("for", "unknown_record", value=text) from None

    def _decision(self, values: Values) -> int:
        """The decision a row names; a new one is recorded from what the list says of it."""
        given = {
            "number": values["decision_number"],
            "date": values.get("decision_date"),
            "body": _whole_body(values.get("decision_body"), values.get("unit")),
        } | {name: values[name] for name in _STATED if name in values}
        key = tuple(given.values())
        if key not in self._decisions:
            self._decisions[key] = self._found_decision(_stated(given))
        return self._decisions[key]

    def _found_decision(self, given: Values) -> int:
        wanted = columns_of(BY_PLURAL["decisions"], given)
        known = Known(self._register, "decision", [wanted])
        alike, found = known.alike(wanted), known.find(wanted)
        self._refuse_cancelled([found] if found else alike, wanted)
        if found is None:
            self._hint_of_other_dates(alike, wanted)
            number = self._register.insert("decision", with_body_read(wanted))
            self._made.append(("decision", {"id": number}))
            return number
        missing = {name: value for name, value in wanted.items() if found[name] is None}
        if missing:
            self._register.update("decision", found["id"], missing)
        return int(found["id"])

    @staticmethod
    def _refuse_cancelled(alike: Iterable[Mapping[str, Any]], wanted: Values) -> None:
        """A row of a decision that was cancelled is no honour, however the row writes it."""
        meant = [one for one in alike if compatible(one, wanted)]
        if meant and all(one["cancelled_on"] for one in meant):
            said = {"id": str(Ref("decisions", int(meant[0]["id"])))}
            raise RowRefused("decision_number", "cancelled_decision", **said)

    def _hint_of_other_dates(self, alike: Iterable[Mapping[str, Any]], wanted: Values) -> None:
        """A decision of the same number and year on another day is another one, or a slip."""
        day = wanted.get("date") or ""
        for one in alike:
            old = one["date"] or ""
            if old[:4] == day[:4] != "" and not may_be(old, day) and one["cancelled_on"] is None:
                said = {"id": str(Ref("decisions", int(one["id"]))), "old": old, "new": day}
                self.hints.append(RowRefused("decision_date", "decision_differs", **said))

    def _event(self, name: str, date: Any) -> int:
        if found := self.naming.by_id(name.rpartition(BETWEEN)[2]):
            return found.number
        key = (comparing_key(name), date and date.iso)
        if key not in self._events:
            self._events[key] = self._found_event(name, *key)
        return self._events[key]

    def _found_event(self, name: str, key: str, day: str | None) -> int:
        """The only event of this name, or the one of the row's day where there are several."""
        named = rows_among(self._register, "event", "comparing_key", [key])
        found = [event for event in named if event["cancelled_on"] is None]
        if len(found) > 1 and day is not None:
            found = [event for event in found if may_be(event["date"], day)]
        if not found or not self.naming.are_one([Ref("events", one["id"]) for one in found]):
            raise RowRefused("event", "ambiguous_event" if found else "unknown_event", raw=name)
        return int(found[0]["id"])


def _whole_body(body: str | None, unit: Any) -> str | None:
    """«UBND xã» in the list of a commune is that commune's."""
    if not body or not isinstance(unit, Unit) or not is_nameless(body):
        return body
    kind = body.split()[-1]
    named = unit.name.casefold().startswith(f"{kind.casefold()} ")
    return f"{body}{unit.name[len(kind) :]}" if named else body


def _stated(values: Values) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None}


def refuse_circle(register: Register, number: int, wanted: Values) -> None:
    """Refuse a row by which a unit would stand below itself."""
    try:
        check_unit(register, wanted, number)
    except Refused as refusal:
        code = refusal.sentence.partition(".")[2]
        raise RowRefused("parent", code, **refusal.values) from None
