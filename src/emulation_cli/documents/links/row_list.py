"""A list of rows in the order in which its figures can open it: by line, by column, by name."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from emulation_cli.documents.speech import Speech
from emulation_cli.domain.text import person_order, vietnamese_order
from emulation_cli.tallies.measures.specifications import KINDS
from emulation_cli.tallies.row_lists.listings import Codes, Listing

Span = tuple[int, int]  # the first row of a list and the one after its last


@dataclass(frozen=True)
class LineRows:
    """The rows of one line of a table: a span for each value across the columns that has any."""

    label: str
    parts: Mapping[Any, Span]

    @property
    def span(self) -> Span:
        spans = tuple(self.parts.values())
        return spans[0][0], spans[-1][1]


@dataclass(frozen=True)
class RowList:
    """A list behind figures: all rows of its section, those of a table, or of one figure.

    `lines` are the spans by the value that makes a line. One that is too long to be in a document
    has no rows: `left_out` says how many they are, `command` how to see them.
    """

    section: str
    title: str
    command: str
    rows: Listing
    lines: Mapping[Any, LineRows]
    left_out: int = 0

    @property
    def lined(self) -> bool:
        """Whether the rows stand under the lines of a table."""
        return any(line.label for line in self.lines.values())


def too_long(speech: Speech, found: RowList) -> str:
    """What stands in the place of a list that was left out."""
    rows = speech.number(found.left_out)
    return speech.say("rows.left_out", n=rows, command=found.command)


def in_order(
    listing: Listing, codes: Sequence[Codes], labels: Mapping[Any, str], columns: Iterable[Any]
) -> tuple[Listing, dict[Any, LineRows]]:
    """The rows by line, column and name. `codes` has for each row its line and its column.

    `labels` are the names of the lines and `columns` the values across, both in their order; the
    rows of another line are left out.
    """
    lines_at = {value: place for place, value in enumerate(labels)}
    columns_at = {value: place for place, value in enumerate(columns)}
    named = _order(listing)
    places = sorted(
        (i for i, code in enumerate(codes) if not labels or code[0] in labels),
        key=lambda i: (
            lines_at.get(codes[i][0], 0),
            columns_at.get(codes[i][1], len(columns_at)),
            named(listing.rows[i]),
        ),
    )
    rows = tuple(listing.rows[i] for i in places)
    return Listing(listing.noun, listing.columns, rows), _lines([codes[i] for i in places], labels)


def _lines(codes: Iterable[Codes], labels: Mapping[Any, str]) -> dict[Any, LineRows]:
    lines: dict[Any, LineRows] = {}
    start = 0
    for value, of_line in groupby(codes, key=lambda code: code[0]):
        parts: dict[Any, Span] = {}
        for column, of_part in groupby(of_line, key=lambda code: code[1]):
            end = start + sum(1 for _ in of_part)
            parts[column] = (start, end)
            start = end
        lines[value] = LineRows(labels.get(value, ""), parts)
    return lines


def _order(listing: Listing) -> Callable[[Sequence[Any]], tuple[Any, ...]]:
    """How lists of names are sorted: by kind, persons by their given names (DOMAIN section 4)."""
    if "kind" not in listing.columns:
        return lambda _row: ()
    kind = listing.columns.index("kind")
    name = listing.columns.index("recipient" if "recipient" in listing.columns else "name")

    def order(row: Sequence[Any]) -> tuple[Any, ...]:
        key = person_order if row[kind] == "individual" else vietnamese_order
        return KINDS.index(row[kind]), key(row[name])

    return order
