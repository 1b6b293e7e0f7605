"""One record as `emul show` gives it: particulars, then what happened to it, group by group."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Entry:
    """One thing that happened: a milestone, an honour. The date is partial ISO text or None."""

    date: str | None
    text: str
    detail: str = ""


@dataclass(frozen=True)
class Group:
    """What happened of one sort, under a title such as «Các mốc»."""

    title: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Block:
    """Some lines under a title: what, how many, and more beside it."""

    title: str
    lines: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Card:
    """A record: its id, its name, label and value of each particular, its blocks and groups.

    Particulars without a value, blocks without a line and groups without an entry are not shown.
    """

    id: str
    title: str
    particulars: tuple[tuple[str, str], ...]
    groups: tuple[Group, ...] = ()
    notes: tuple[str, ...] = ()
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True)
class Glance:
    """The register on one screen."""

    title: str
    blocks: tuple[Block, ...]
