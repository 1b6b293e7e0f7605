"""Which words may stand next in a line: commands, options, values of options, names, ids."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from emulation_cli import render, resources, words
from emulation_cli.commands import COMMANDS
from emulation_cli.commands.dialogue import parsing
from emulation_cli.commands.dialogue.filters import FILTERS
from emulation_cli.commands.frame.command_words import meant_command, native
from emulation_cli.commands.frame.desk import Desk
from emulation_cli.domain.catalogue.field_types import FieldType, YesNo
from emulation_cli.domain.catalogue.fields import UNIT, Field
from emulation_cli.domain.catalogue.found_types import OfRecord
from emulation_cli.domain.catalogue.nouns import NOUNS
from emulation_cli.domain.catalogue.refs import LETTERS
from emulation_cli.domain.errors import EmulError, Refused
from emulation_cli.domain.text import fold, safe
from emulation_cli.register.opening.connections import SCHEMA_VERSION, check_header
from emulation_cli.register.store import Register
from emulation_cli.tallies.row_lists.searching import ids_beginning, search

MOST = 60
_ROOT = ("--db", "--lang", "--quiet", "--verbose", "--no-pager", "--no-input", "--help")
_TAKING = ("--db", "--lang")
_FILTERED = ("list", "tally")
_OF_NOUNS = ("list", "tally", "template", "export")
_OF_RECORDS = ("show", "edit", "cancel", "mark", "join", "distinct", "purge", "history", "undo")
_YES_NO = {"vi": ("có", "không"), "en": ("yes", "no")}
_FIXED: dict[str, tuple[str, ...]] = {
    "units": ("then", "now"),
    "format": render.REPORT_FORMATS,
}


def next_words(desk: Desk, line: Sequence[str]) -> list[str]:
    """The words that the last one of a line may become; none where a file is meant, or anything."""
    *before, typed = (_bare(word) for word in line)
    try:
        found = _candidates(desk, before, typed)
        wanted = fold(typed)
        return [word for word in dict.fromkeys(map(safe, found)) if _fits(word, wanted)][:MOST]
    except EmulError:  # no register, or none that can be used: there is nothing to name
        return []


def _opened(desk: Desk) -> Register:
    """The register as it is: a key that is pressed in passing brings none up to date."""
    if check_header(desk.path) != SCHEMA_VERSION:
        raise Refused("cli.no_such_file", file=desk.path)
    return desk.register


def _bare(word: str) -> str:
    """A word without the quotes and backslashes that the shell has left in it."""
    return word.replace("\\", "").strip("'\"")


def _fits(word: str, wanted: str) -> bool:
    """Whether a word, or one of the words in it, begins with what is typed, without diacritics."""
    text = fold(word)
    return text.startswith(wanted) or f" {wanted}" in text


def _candidates(desk: Desk, before: Sequence[str], typed: str) -> Iterable[str]:
    option = before[-1] if before and before[-1].startswith("--") else ""
    if option == "--lang":
        return words.LANGUAGES
    rest = _without_options(before)
    meant = meant_command(rest) if rest else None
    if meant is None and rest:
        return ()
    if meant is None:
        return _ROOT if typed.startswith("-") else _commands()
    command, arguments = meant
    params = _params(command)
    taking = next((p for p in params if option in p.opts and not p.is_flag), None)
    if taking is not None:
        return _values(desk, command, option.removeprefix("--"))
    if typed.startswith("-"):
        return sorted(option for p in params if not p.hidden for option in p.opts)
    return _arguments(desk, command, arguments, typed)


def _without_options(line: Sequence[str]) -> list[str]:
    """The words that are no option; what the program's own options take is none of the command."""
    return [
        word
        for place, word in enumerate(line)
        if not word.startswith("-") and (not place or line[place - 1] not in _TAKING)
    ]


def _commands() -> Iterator[str]:
    yield from COMMANDS
    yield from map(native, COMMANDS)


def _params(command: str) -> list[Any]:
    from emulation_cli.commands.frame.program import build

    return [p for p in build(command).params if p.param_type_name == "option"]


def _values(desk: Desk, command: str, option: str) -> Iterable[str]:
    name = option.replace("-", "_")
    if name in _FIXED:
        return _FIXED[name]
    if name == "by":
        return _dimensions()
    taken = _type_of(name, command)
    if isinstance(taken, YesNo):
        return _YES_NO[words.language()]
    return _names(_opened(desk), Field(name, taken)) if taken else ()


def _type_of(name: str, command: str) -> FieldType | None:
    """What an option takes: of the noun that a command records first, else of any."""
    if name in ("unit", "from", "to"):
        return UNIT
    if command in _FILTERED and name in FILTERS:
        return next(iter(FILTERS[name].values()))
    own = command.removeprefix("add-")
    nouns = sorted(NOUNS, key=lambda noun: noun.table != own)
    fields = (field for noun in nouns for field in noun.fields)
    return next((field.type for field in fields if name in (field.name, field.adding)), None)


def _names(register: Register, field: Field) -> Iterator[str]:
    """What may be chosen for a field, as it is written: units, terms, records."""
    if field.type == UNIT:
        yield from (unit.name for unit in register.unit_names.units)
    elif isinstance(field.type, OfRecord):
        for noun in field.type.pointing:
            yield from ids_beginning(register, noun, "", MOST)
    else:
        yield from (label for label, _value in parsing.reader(register, field).choices())


def _dimensions() -> Iterator[str]:
    yield from (
        key.removeprefix("by.") for key in words.sentences("tally") if key.startswith("by.")
    )


def _arguments(desk: Desk, command: str, arguments: Sequence[str], typed: str) -> Iterable[str]:
    """What a command may be given without an option before it."""
    if command == "help" or (command == "add" and not arguments):
        return _commands()
    if command == "completion" and not arguments:
        return resources.completion_scripts()
    if command in _OF_NOUNS and (command == "export" or not arguments):
        return [noun.plural for noun in NOUNS]
    if command == "mark" and arguments:
        return _milestones(_opened(desk), arguments[0])
    if command in _OF_RECORDS:
        return _records(_opened(desk), typed)
    return ()


def _milestones(register: Register, record: str) -> Iterator[str]:
    noun = "models" if record[:1].upper() == LETTERS["models"] else "exemplars"
    for term in register.vocabularies.of(parsing.milestones_of(noun)):
        yield term.label(words.language())


def _records(register: Register, typed: str) -> Iterator[str]:
    """Ids that begin as typed; of a name the names that hold it."""
    noun = next((noun for noun, letter in LETTERS.items() if letter == typed[:1].upper()), None)
    if noun and (not typed[1:] or typed[1:].isdecimal()):
        yield from ids_beginning(register, noun, typed[1:], MOST)
    if len(typed) > 1:
        yield from (found.name for found in search(register, typed, MOST))
