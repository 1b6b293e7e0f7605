"""What a clerk writes for a value, read in this register: units, records, coded values.

How a text is read is said by the type of its field (domain/catalogue/field_types.py). Here is
what a type asks of the register. Refusals name the option and the nearest values.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from emulation_cli import words
from emulation_cli.commands.dialogue import questions
from emulation_cli.commands.dialogue.choosing import Choice, Fitting, Narrowed
from emulation_cli.commands.dialogue.unit_meant import unit_meant
from emulation_cli.domain.catalogue.fields import TEXT, Field
from emulation_cli.domain.catalogue.found_types import Coded, FormOrTitle, OfRecord, OfUnit
from emulation_cli.domain.catalogue.nouns import NOUNS
from emulation_cli.domain.catalogue.refs import LETTERS, Ref
from emulation_cli.domain.errors import Refused, Usage
from emulation_cli.domain.offices.units import Days, Unit
from emulation_cli.domain.terms import Term
from emulation_cli.domain.text import clean, fold
from emulation_cli.register.store import Register

# A vocabulary this small is named whole where a value is not in it.
SMALL_VOCABULARY = 6


New = Callable[[str], Any]


class Reader(NamedTuple):
    """How the text of one field becomes a value, and what a clerk may choose from.

    What can be read and is not `known` would be added to the register. What is `offered` for the
    typed letters is shown only while they are typed: a number may be a record's own.
    """

    read: Callable[[str], Any]
    choices: Callable[[], Sequence[Choice[Any]]] = tuple
    known: Callable[[str], bool] = lambda _text: True
    offered: Fitting[Any] | None = None

    def ask(
        self, question: str, on_enter: Choice[Any] | None = None, new: New | None = None
    ) -> Any:
        """The value that the clerk types or chooses; Enter alone gives `on_enter`.

        `new` is asked for what is not there: what it gives is the value, None is a refusal.
        """

        def read(text: str) -> Any:
            try:
                return self.read(text)
            except Refused as refusal:
                missing = refusal.sentence == "cli.no_such_record"
                if not new or not missing or (made := new(text)) is None:
                    raise
                return made

        return questions.ask(
            question, read, self.choices, self.known, on_enter, offered=self.offered
        )


class RegisterFinder(NamedTuple):
    """Finds what the types of fields ask for; of units of one name the one that lived `on`."""

    register: Register
    on: Days | None = None

    def term(self, option: str, vocabularies: Sequence[str], text: str) -> Term:
        known = self.register.vocabularies
        for vocabulary in vocabularies:
            if found := known.find(vocabulary, text):
                return found
        if "form" in vocabularies and (award := self._award(vocabularies, text)):
            return award
        members = [member for name in vocabularies for member in known.of(name)]
        if len(members) > SMALL_VOCABULARY:
            members = [member for name in vocabularies for member in known.nearest(name, text)]
        near = "; ".join(f"{m.label(words.language())} ({m.code})" for m in members) or "–"
        raise Usage("cli.unknown_term", option=option, text=text, near=near)

    def _award(self, vocabularies: Sequence[str], text: str) -> Term | None:
        """«Huân chương Lao động hạng Nhất» is the form without what it says of class and body."""
        from emulation_cli.domain.awards import new_award, read_award

        known, sort = self.register.vocabularies, read_award(text).sort
        for vocabulary in vocabularies:
            if found := known.find(vocabulary, sort):
                return found
        award = new_award(text)  # recording adds it, and says so
        return Term(award[0], "", award[1], award[1]) if award else None

    def unit(self, text: str) -> Unit:
        return self.register.find_unit(text, self.on)

    def organiser(self, text: str) -> Unit | str:
        found = self.register.units_called(text)
        return found[0] if len(found) == 1 else clean(text)

    def record(self, option: str, nouns: Sequence[str], text: str) -> Ref:
        """By its id, or by its number or name if it is the only one."""
        if any(_is_id(noun, text) for noun in LETTERS):
            return self._numbered(nouns, text)
        from emulation_cli.tallies.row_lists.searching import matching_ids

        found = [
            (Ref(noun, number), name, detail)
            for noun in nouns
            for number, name, detail in matching_ids(self.register, noun, text)
        ]
        if len(found) == 1:
            return found[0][0]
        if not found:
            raise Refused("cli.no_such_record", option=option, text=text, noun=" / ".join(nouns))
        several = "; ".join(f"{ref} «{name}» {_told(detail)}" for ref, name, detail in found[:6])
        raise Refused("cli.several_records", option=option, text=text, found=several)

    def movement(self, option: str, text: str) -> Ref | str:
        """The movement that is meant; a name that the register does not know is one to be made."""
        if _is_id("movements", text):
            return self.record(option, ("movements",), text)
        from emulation_cli.register.recording.movement_names import movement_called

        return movement_called(self.register, text) or str(TEXT.read(text, option, self))

    def noun(self, option: str, nouns: Sequence[str], text: str) -> str:
        found = noun(text)
        if found not in nouns:
            raise Usage("cli.unknown_term", option=option, text=text, near="; ".join(nouns))
        return found

    def _numbered(self, nouns: Sequence[str], text: str) -> Ref:
        from emulation_cli.register.recording.editing import existing

        noun, row = existing(self.register, text)
        if noun.plural not in nouns:
            raise Refused("cli.not_such_a_record", id=text, nouns=_named(nouns))
        return Ref(noun.plural, row["id"])


def _is_id(noun: str, text: str) -> bool:
    return text[:1].upper() == LETTERS[noun] and text[1:].isdecimal()


def _told(detail: str) -> str:
    """The day or the unit that tells records of one name apart."""
    return words.date(detail) if detail[:4].isdecimal() else detail


def _named(nouns: Sequence[str]) -> str:
    return ", ".join(words.say(f"record.noun.{noun}") for noun in nouns)


def reader(register: Register, field: Field, on: Days | None = None) -> Reader:
    """The reader of a field in this register; of units of one name the one that lived `on`."""
    finder = RegisterFinder(register, on)

    def read(text: str) -> Any:
        return field.type.read(text, _option(field), finder)

    match field.type:
        case OfUnit():
            return Reader(read, lambda: _unit_choices(register))
        case Coded(open=True):
            return _open_reader(register, field.type.vocabularies[0], read)
        case Coded():
            return Reader(read, lambda: _term_choices(register, field.type.vocabularies[0]))
        case FormOrTitle() as kind:
            return Reader(
                read,
                known=lambda text: _is_known_award(register, kind.vocabularies, text),
                offered=Narrowed(lambda: _award_choices(register, kind.vocabularies)),
            )
        case OfRecord() as kind:
            return Reader(read, offered=_records_offered(register, list(kind.pointing)))
    return Reader(read)


def _option(field: Field) -> str:
    return (field.adding or field.name).replace("_", "-")


def value(register: Register, field: Field, text: str, on: Days | None = None) -> Any:
    """The typed value of what was written for a field; on a terminal she chooses among units."""
    if isinstance(field.type, OfUnit):
        return unit_meant(register, text, on)
    return reader(register, field, on).read(text)


def optional(register: Register, field: Field, given: Mapping[str, str | None]) -> Any:
    """The typed value of a field if it was given, else None."""
    text = given.get(field.name)
    return None if text is None else value(register, field, text)


def noun(text: str) -> str:
    """The noun that is meant: `exemplars`, `exemplar`, «điển hình»; raises Usage."""
    for noun in NOUNS:
        names = [noun.plural, noun.table]
        names += [words.say_in(language, f"record.noun.{noun.plural}") for language in ("vi", "en")]
        if fold(text.replace("-", " ")) in (fold(name.replace("_", " ")) for name in names):
            return noun.plural
    known = ", ".join(named_noun(noun.plural) for noun in NOUNS)
    raise Usage("cli.unknown_noun", text=text, known=known)


def named_noun(plural: str) -> str:
    """A list as it may be asked for: by its word of the screen, and by the one of the program."""
    word = words.say(f"record.noun.{plural}")
    return plural if words.language() == "en" else f"{word} ({plural})"


def milestone(register: Register, noun: str, text: str) -> str:
    """The code of a milestone: «nhân rộng» is a stage of an exemplar, replication of a model."""
    return term(register, "milestone", milestones_of(noun), text)


def milestones_of(noun: str) -> str:
    """The vocabulary of a noun's milestones."""
    return "model_milestone" if noun == "models" else "exemplar_milestone"


def term(register: Register, option: str, vocabulary: str, text: str) -> str:
    """The code of a coded value, given as code, label or abbreviation; raises Usage."""
    return RegisterFinder(register).term(option, (vocabulary,), text).code


def _term_choices(register: Register, vocabulary: str) -> list[Choice[str]]:
    members = register.vocabularies.of(vocabulary)
    return [(member.label(words.language()), member.code) for member in members]


def _is_known_award(register: Register, vocabularies: Iterable[str], text: str) -> bool:
    """Whether a form or title is none to be added, with or without what it says of its body."""
    from emulation_cli.domain.awards import read_award

    ways = (text, read_award(text).sort)
    return any(register.vocabularies.find(name, way) for name in vocabularies for way in ways)


def _award_choices(register: Register, vocabularies: Iterable[str]) -> list[Choice[Term]]:
    known = register.vocabularies
    members = [member for vocabulary in vocabularies for member in known.of(vocabulary)]
    return [(_in_both_languages(member), member) for member in members]


def _records_offered(register: Register, nouns: Sequence[str]) -> Fitting[Ref]:
    def fitting(typed: str) -> Sequence[Choice[Ref]]:
        from emulation_cli.commands.dialogue.record_names import records_offered

        return records_offered(register, nouns)(typed)

    return fitting


def _open_reader(register: Register, vocabulary: str, read: Callable[[str], Any]) -> Reader:
    """A looser vocabulary: what is new is added, with a warning."""
    known = register.vocabularies

    def read_label(text: str) -> Any:
        if text.strip().isdecimal() and not known.find(vocabulary, text):
            raise Usage("cli.no_such_number", option=vocabulary.replace("_", "-"), text=text)
        return read(text)

    return Reader(
        read_label,
        lambda: [(_in_both_languages(term), term.code) for term in known.of(vocabulary)],
        lambda text: known.find(vocabulary, text) is not None,
    )


def _in_both_languages(term: Term) -> str:
    """A label that is found by its Vietnamese words whatever the language of the screen."""
    label = term.label(words.language())
    return label if label == term.label_vi else f"{label} ({term.label_vi})"


def _unit_choices(register: Register) -> list[Choice[Unit]]:
    return [(unit.told_apart, unit) for unit in register.unit_names.units]
