"""What stands over a printed list: what it is of, of whom, of which time, under which decision."""

from dataclasses import dataclass


@dataclass(frozen=True)
class ListHead:
    """The heading of a printed list, and the lines below it."""

    title: str
    under: tuple[str, ...] = ()
