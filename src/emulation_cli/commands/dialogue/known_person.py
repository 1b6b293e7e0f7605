"""Who is meant by a name that a clerk types: taken apart as in lists, and offered where known."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from emulation_cli import words
from emulation_cli.commands.dialogue import questions
from emulation_cli.commands.dialogue.choosing import Choice, Menu
from emulation_cli.commands.frame.desk import tell
from emulation_cli.domain.catalogue.nouns import BY_PLURAL
from emulation_cli.domain.catalogue.refs import Ref
from emulation_cli.domain.errors import Usage
from emulation_cli.domain.text import clean, fold
from emulation_cli.register.store import Register

if TYPE_CHECKING:
    from emulation_cli.domain.person_names import Named

_NAMED_AS_IN_LISTS = ("exemplars", "honours")


def taken_apart(plural: str, values: Mapping[str, Any]) -> dict[str, Any]:
    """The values with «Ông», «SN 1965», «Hộ» taken off the name, and told.

    What an option says goes before it; raises Usage where the two differ in the year of birth.
    """
    title = BY_PLURAL[plural].title
    text = clean(str(values.get(title) or ""))
    if plural not in _NAMED_AS_IN_LISTS or not text:
        return dict(values)
    from emulation_cli.domain.person_names import take_apart

    kind = values.get("kind")
    named = take_apart(text)
    if named.kind and kind not in (named.kind, "unclassified", None):
        return dict(values)
    found = {title: named.of(named.kind or kind)} | _beside(plural, named)
    if found[title] == text:
        return dict(values)
    born, said = found.get("birth_year"), values.get("birth_year")
    if born and said and born != said:
        raise Usage("cli.two_birth_years", name=born, option=said)
    tell("record.name_taken_apart", text=text, name=found[title])
    return {**found, **{n: v for n, v in values.items() if n != title and v is not None}}


def _beside(plural: str, named: "Named") -> dict[str, Any]:
    found = {"birth_year": named.birth_year, "kind": named.kind}
    if plural == "honours":
        found["honorific"] = named.honorific
    return {name: value for name, value in found.items() if value is not None}


_LEAST = 2  # letters, before a menu of whoever is called so says anything


def ask(register: Register, question: str) -> dict[str, Any]:
    """The recipient whom she names, with what the register knows of who is chosen.

    While the name is given the menu holds whoever is called so; nothing is given for Enter alone.
    """
    menu = Menu(lambda typed: _called(register, typed) if len(typed.strip()) >= _LEAST else ())
    text = clean(questions.answer_from(question, menu))
    if not text:
        return {}
    if picked := menu.picked(text):
        return _known(register, picked[1])
    return {"recipient": text} | _offered(register, text)


def _called(register: Register, text: str) -> list[Choice[dict[str, Any]]]:
    from emulation_cli.domain.person_names import take_apart
    from emulation_cli.tallies.row_lists.named_persons import persons_called

    found = persons_called(register, fold(take_apart(clean(text)).name))
    return [(_line(row), row) for row in found]


def _offered(register: Register, text: str) -> dict[str, Any]:
    """What the register knows of the person or collective whom the clerk chooses; else nothing."""
    choices = _called(register, text)
    if not choices:
        return {}

    def read(answer: str) -> dict[str, Any] | None:
        raise Usage("cli.no_such_choice", text=answer)

    nobody: Choice[dict[str, Any] | None] = (words.say("record.somebody_else"), None)
    chosen = questions.ask(words.say("record.is_it"), read, lambda: choices, on_enter=nobody)
    return _known(register, chosen) if chosen else {}


def _known(register: Register, chosen: Mapping[str, Any]) -> dict[str, Any]:
    known = {name: chosen[name] for name in ("birth_year", "gender") if chosen[name]}
    if chosen["kind"] != "unclassified":
        known["kind"] = chosen["kind"]
    if chosen["unit_id"]:
        known["unit"] = register.unit(chosen["unit_id"])
    if chosen["id"][0] in "XM":
        known["for"] = Ref.parse(chosen["id"])
    return {"recipient": chosen["name"], **known}


def _line(row: Mapping[str, Any]) -> str:
    kind = words.say(f"lists.kind.{row['kind']}")
    further = [kind, row["unit"], row["birth_year"]]
    return f"{row['id']} {row['name']} ({', '.join(str(one) for one in further if one)})"
