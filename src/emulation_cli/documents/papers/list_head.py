"""What stands over a printed list: what it is of, of whom, of which time, under which decision."""

from typing import NamedTuple


class ListHead(NamedTuple):
    """The heading of a printed list, and the lines below it."""

    title: str
    under: tuple[str, ...] = ()
