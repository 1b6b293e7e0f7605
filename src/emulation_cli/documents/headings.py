"""The headings of a table in their rows: two where columns stand under the name of a group."""

from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from emulation_cli.documents.document import Column


class TableHeading(NamedTuple):
    """A heading, over how many columns it stands and how many rows it is high."""

    text: str
    across: int = 1
    down: int = 1


def heading_rows(first: Sequence[str], columns: Sequence[Column]) -> list[list[TableHeading]]:
    """The rows of headings from the top; `first` are those in front of the columns."""
    if not is_grouped(columns):
        return [[TableHeading(text) for text in (*first, *(column.title for column in columns))]]
    top = [TableHeading(text, down=2) for text in first]
    below: list[TableHeading] = []
    for group, found in groupby(columns, key=lambda column: column.group or column.title):
        members = [*found]
        if members[0].group:
            top.append(TableHeading(group, across=len(members)))
            below += (TableHeading(column.leaf) for column in members)
        else:
            top += (TableHeading(column.title, down=2) for column in members)
    return [top, below]


def is_grouped(columns: Sequence[Column]) -> bool:
    """Whether columns stand in groups."""
    return any(column.group for column in columns)
