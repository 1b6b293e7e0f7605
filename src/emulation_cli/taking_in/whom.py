"""Whom the rows of a run speak of: known ones, ones that may be known, ones honoured already."""

from collections.abc import Sequence

from emulation_cli.domain.catalogue.nouns import BY_PLURAL
from emulation_cli.domain.catalogue.refs import LETTERS
from emulation_cli.register.identity import unsettled
from emulation_cli.register.identity.mentions import TABLES
from emulation_cli.register.identity.stated import title_of
from emulation_cli.register.store import Register
from emulation_cli.taking_in.likely import ListTaken, home_of
from emulation_cli.taking_in.taken import Finding


def note_open(register: Register, lists: Sequence[ListTaken]) -> None:
    """Note beside each new record whom it may be, and of an honour the one given before it."""
    firsts = _firsts(lists)
    seen: set[tuple[str, str]] = set()  # of several that it may be, one is named
    for record, other, code in unsettled.left_open(register.connection, firsts):
        home = _home(lists, record)
        if home and (record, code) not in seen:
            seen.add((record, code))
            said: dict[str, object] = {"id": other, "name": title_of(register.connection, other)}
            home.taken.findings.append(_finding(lists, home, record, code, said))


def _finding(
    lists: Sequence[ListTaken], home: ListTaken, record: str, code: str, said: dict[str, object]
) -> Finding:
    """What this run adds has no number that a clerk could look up yet: its row is named."""
    if there := _home(lists, str(said["id"])):
        code, said = f"{code}_row", said | {"of_row": there.row_of(str(said["id"]))}
    title = BY_PLURAL[_PLURALS[record[0]]].title
    return Finding(home.sheet.name, home.row_of(record), title, code, "warn", said)


def _home(lists: Sequence[ListTaken], record: str) -> ListTaken | None:
    return home_of([one for one in lists if one.taken.noun == _PLURALS[record[0]]], record)


_PLURALS = {
    noun.letter: noun.plural for noun in BY_PLURAL.values() if noun.table in TABLES.values()
}


def joined(register: Register, lists: Sequence[ListTaken]) -> int:
    """How many of the new records speak of whom the register had before."""
    return unsettled.joined(register.connection, _firsts(lists))


def _firsts(lists: Sequence[ListTaken]) -> unsettled.Firsts:
    found: unsettled.Firsts = {}
    for one in lists:
        letter = LETTERS.get(one.taken.noun, "") if one.taken.added else ""
        if letter in TABLES:
            found[letter] = min(found.get(letter, one.first), one.first)
    return found
