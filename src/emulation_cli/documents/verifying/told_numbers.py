"""The parts of a written report, and what is said of each number in them."""

from typing import Literal, NamedTuple

Code = Literal["agrees", "differs", "place_differs", "sum_wrong", "share_wrong", "not_understood"]


class Fact(NamedTuple):
    """A figure of the register: what it is called, its value, how it is written, its rows."""

    phrase: str
    value: float
    now: str
    command: str


class WrittenLine(NamedTuple):
    """A paragraph of a report; not `whole` where what was filled in was taken out of it."""

    text: str
    whole: bool = True


class WrittenTable(NamedTuple):
    """A table of a report, its cells as texts."""

    rows: tuple[tuple[str, ...], ...]


class Verdict(NamedTuple):
    """What is said of one number: where it stands, what it is of, what the register says."""

    code: Code
    value: str
    paragraph: str
    phrase: str = ""
    now: str = ""
    command: str = ""
    why: str = ""
