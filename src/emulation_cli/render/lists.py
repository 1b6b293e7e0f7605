"""A list as aligned columns, as many as fit a terminal; in a pipe all, with tabs between."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Any, TextIO

from emulation_cli import words
from emulation_cli.domain.text import safe
from emulation_cli.render.labels import Label, column_title, reader
from emulation_cli.render.layout import (
    TAB,
    aligned,
    fitted,
    folded,
    natural_widths,
    total_width,
)
from emulation_cli.render.money_sentence import say_money
from emulation_cli.render.screen.terminal import Line, show
from emulation_cli.tallies.row_lists.listings import Listing

HEAD, NOTE = "bold", "italic"
# In less than this a name becomes a ladder of syllables: rather leave out a column and say so.
_COMFORTABLE = {"name": 26, "recipient": 26, "id": 8}
_COMFORTABLE_ELSE = 14
# Columns that only programs need: the label stands in the column of the code.
_FOR_PROGRAMS = ("field_label", "unit_id", "parent_id", "event_id", "decision_id", "digest")


def listing(
    rows: Listing, out: TextIO, label: Label | None = None, most: int | None = None
) -> None:
    """Write a list; `most` lines of rows on a terminal, where it has so many."""
    show(lambda room: listing_lines(rows, room, label, most if room else None), out)


def listing_lines(
    rows: Listing, room: int | None, label: Label | None = None, most: int | None = None
) -> Iterator[Line]:
    """A heading and a line or more for each row; on a terminal also how many rows there are."""
    head = [column_title(rows.noun, column) for column in rows.columns]
    if room is None:
        yield from (Line(TAB.join(row)) for row in chain([head], readable_rows(rows, label)))
        return
    cells = [head, *readable_rows(rows, label)]
    natural = natural_widths(cells)
    columns = _columns_that_fit(rows, cells, natural, room)
    wanted = [natural[i] for i in columns]
    widths = fitted(wanted, _least(rows, wanted, columns), room)
    right = [_is_number(rows, i) for i in columns]
    shown = lines = 0
    for number, row in enumerate(cells):
        folded_row = list(aligned([row[i] for i in columns], widths, right))
        lines += len(folded_row)
        if most is not None and lines > most and number > 1:
            break
        yield from (Line(line, "" if number else HEAD) for line in folded_row)
        shown = number
        if not number:
            yield Line("─" * total_width(widths))
    yield from _foot(rows, cells, columns, room, shown)


def readable_rows(
    rows: Listing, label: Label | None, columns: Sequence[int] | None = None
) -> Iterator[list[str]]:
    """The rows as a person reads them; a field shows its label where the list brings one.

    Of the `columns` that are named by their numbers, else of all.
    """
    return (cells for _row, cells in rows_and_cells(rows, label, columns))


def rows_and_cells(
    rows: Listing, label: Label | None, columns: Sequence[int] | None = None
) -> Iterator[tuple[Sequence[Any], list[str]]]:
    """Each row with what readable_rows makes of it; the rows are gone through once."""
    index = {column: i for i, column in enumerate(rows.columns)}
    wanted = range(len(rows.columns)) if columns is None else columns
    names = [rows.columns[i] for i in wanted]
    field = names.index("field") if "field" in names and "field_label" in index else None
    readers = [(i, reader(rows.noun, rows.columns[i], label)) for i in wanted]
    for row in rows.rows:
        cells = [read(row[i]) for i, read in readers]
        if field is not None and (written := row[index["field_label"]]):
            cells[field] = safe(written)
        yield row, cells


def _columns_that_fit(
    rows: Listing, cells: list[list[str]], natural: Sequence[int], room: int
) -> list[int]:
    """The first columns of the contract come first; the last ones give way on a narrow screen."""
    columns = worth_showing(rows, cells)
    while len(columns) > 1:
        if total_width(_least(rows, [natural[i] for i in columns], columns)) <= room:
            break
        columns.pop()
    return columns


def worth_showing(rows: Listing, cells: Sequence[Sequence[object]]) -> list[int]:
    """All columns that hold something, without those that only programs need."""
    return [
        i
        for i, column in enumerate(rows.columns)
        if not _for_programs(column) and (len(cells) == 1 or any(row[i] for row in cells[1:]))
    ]


def _for_programs(column: str) -> bool:
    return column in _FOR_PROGRAMS or column.endswith("_text")


def _least(rows: Listing, natural: Sequence[int], columns: Sequence[int]) -> list[int]:
    comfortable = [_COMFORTABLE.get(rows.columns[i], _COMFORTABLE_ELSE) for i in columns]
    return [min(pair) for pair in zip(natural, comfortable, strict=True)]


def _is_number(rows: Listing, column: int) -> bool:
    return any(isinstance(row[column], int) for row in rows.rows)


def foremost(rows: Listing, names: Iterable[str]) -> Listing:
    """The list with the columns that a question is about right behind the first two."""
    wanted = [rows.columns.index(name) for name in names if name in rows.columns[2:]]
    order = [0, 1, *wanted, *(i for i in range(2, len(rows.columns)) if i not in wanted)]
    columns = tuple(rows.columns[i] for i in order)
    return rows._replace(
        columns=columns, rows=tuple(tuple(row[i] for i in order) for row in rows.rows)
    )


def _foot(
    rows: Listing, cells: list[list[str]], columns: Sequence[int], room: int, shown: int
) -> Iterator[Line]:
    hidden = [cells[0][i] for i in worth_showing(rows, cells) if i not in columns]
    count = len(rows.rows)
    one, _, many = words.sentences("lists")["n.row"].partition("|")
    text = (many if many and count != 1 else one).format(n=words.number(count))
    said = [text] if count else [words.say("lists.list.empty")]
    if shown < count:
        said = [words.say("lists.list.first", shown=words.number(shown), rows=text)]
    if hidden and count:
        said.append(words.say("lists.list.hidden", columns=", ".join(hidden)))
    if money := say_money(rows, words.language()):
        said.append(money)
    for sentence in said:
        yield from (Line(line, NOTE) for line in folded(sentence, room))
