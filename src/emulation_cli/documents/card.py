"""One record as `emul show` gives it: particulars, then what happened to it, group by group."""

from typing import NamedTuple


class Entry(NamedTuple):
    """One thing that happened: a milestone, an honour. The date is partial ISO text or None."""

    date: str | None
    text: str
    detail: str = ""


class Group(NamedTuple):
    """What happened of one sort, under a title such as «Các mốc»."""

    title: str
    entries: tuple[Entry, ...]


class Block(NamedTuple):
    """Some lines under a title: what, how many, and more beside it."""

    title: str
    lines: tuple[tuple[str, ...], ...]


class Card(NamedTuple):
    """A record: its id, its name, label and value of each particular, its blocks and groups.

    Particulars without a value, blocks without a line and groups without an entry are not shown.
    """

    id: str
    title: str
    particulars: tuple[tuple[str, str], ...]
    groups: tuple[Group, ...] = ()
    notes: tuple[str, ...] = ()
    blocks: tuple[Block, ...] = ()


class Glance(NamedTuple):
    """The register on one screen."""

    title: str
    blocks: tuple[Block, ...]
