"""A list of rows in the order in which its figures can open it: by line, by column, by name."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from emulation_cli import words
from emulation_cli.documents.speech import Speech
from emulation_cli.domain.text import name_order
from emulation_cli.tallies.measures.specifications import KINDS
from emulation_cli.tallies.row_lists.asked_rows import Row
from emulation_cli.tallies.row_lists.listings import Codes, Listing
from emulation_cli.tallies.row_lists.sorted_rows import SortedRows, sorting_key

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
    return speech.say(
        "rows.left_out", n=rows, command=words.command_line(found.command, speech.language)
    )


_OTHER = object()  # a column that no figure opens


def in_order(
    head: Listing,
    coded: Iterable[tuple[Row, Codes]],
    labels: Mapping[Any, str],
    columns: Iterable[Any],
) -> tuple[Listing, dict[Any, LineRows]]:
    """The rows by line, column and name. Each comes with the values of its line and its column.

    `labels` are the names of the lines and `columns` the values across, both in their order; the
    rows of another line are left out.
    """
    lines_at = {value: place for place, value in enumerate(labels or [None])}
    columns_at = {value: place for place, value in enumerate([*columns, _OTHER])}
    counted = Counter[tuple[Any, Any]]()
    named = _order(head)

    def keyed() -> Iterator[tuple[bytes, Row]]:
        for row, (line, across) in coded:
            column = across if across in columns_at else _OTHER
            if line in lines_at:
                counted[line, column] += 1
                kind, words = named(row)
                yield sorting_key((lines_at[line], columns_at[column], kind), words), row

    rows = SortedRows(keyed())
    spans: dict[Any, dict[Any, Span]] = {}
    start = 0
    for line in lines_at:
        for column in columns_at:
            if count := counted[line, column]:
                spans.setdefault(line, {})[column] = (start, start + count)
                start += count
    lines = {line: LineRows(labels.get(line, ""), parts) for line, parts in spans.items()}
    return head._replace(rows=rows), lines


def _order(listing: Listing) -> Callable[[Row], tuple[int, Sequence[str]]]:
    """How lists of names are sorted: by kind, persons by their given names (DOMAIN section 4)."""
    if "kind" not in listing.columns:
        return lambda _row: (0, ())
    kind = listing.columns.index("kind")
    name = listing.columns.index("recipient" if "recipient" in listing.columns else "name")
    return lambda row: (KINDS.index(row[kind]), name_order(row[kind], row[name]))
