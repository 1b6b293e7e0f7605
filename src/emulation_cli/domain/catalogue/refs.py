"""References: a noun and a number, written D5, the same from the option to the log."""

from typing import NamedTuple

from emulation_cli.domain.errors import Refused

# The letter of each noun's ids. A new noun takes a free one;
LETTERS = {
    "units": "U",
    "exemplars": "X",
    "models": "M",
    "events": "E",
    "decisions": "D",
    "honours": "H",
    "figures": "F",
    "imports": "I",
    "terms": "T",
    "movements": "P",
    "proposals": "Q",
    "dossiers": "S",
    "presenters": "N",
    "publications": "L",
    "targets": "G",
}
NOUN_OF = {letter: noun for noun, letter in LETTERS.items()}


class Ref(NamedTuple):
    """One record: the noun it belongs to and its number there."""

    noun: str
    number: int

    def __str__(self) -> str:
        return f"{LETTERS[self.noun]}{self.number}"

    @classmethod
    def parse(cls, text: str) -> "Ref":
        """`X12` or `x12`; raises Refused for anything else."""
        noun = NOUN_OF.get(text[:1].upper())
        if noun is None or (number := number_of(text)) is None:
            raise Refused("domain.no_such_id", id=text)
        return cls(noun, number)


def number_of(text: str) -> int | None:
    """The number of an id such as `X12`; None where the text is none that SQLite could hold."""
    number = text[1:]
    readable = number.isascii() and number.isdigit() and len(number) <= 18
    return int(number) if readable else None
