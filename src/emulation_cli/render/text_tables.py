"""Breakdowns of a report as aligned text."""

from collections.abc import Iterator, Sequence

from emulation_cli import words
from emulation_cli.documents.document import Column, Row, Table, Value
from emulation_cli.documents.headings import heading_rows, is_grouped
from emulation_cli.render.layout import (
    GAP,
    TAB,
    aligned,
    fitted,
    natural_widths,
    total_width,
    width,
)
from emulation_cli.render.screen.terminal import Line

HEAD, TOTAL = "bold", "bold"
# A label or a name in less than this becomes a ladder of syllables.
_COMFORTABLE, _NARROWEST = 24, 8
_SHORTEST_BAR, _LONGEST_BAR = 8, 24


def value_text(language: str, column: Column, value: Value) -> str:
    """A value of a report's table as a person reads it."""
    if value is None:
        return ""
    if column.kind == "date":
        return words.date(str(value))
    if not isinstance(value, int):
        return value
    sign = "+" if column.kind == "change" and value > 0 else ""
    return sign + words.number(value, language)


def row_cells(language: str, table: Table, row: Row) -> list[str]:
    pairs = zip(table.columns, row.values, strict=True)
    return [row.label, *(value_text(language, column, value) for column, value in pairs)]


def table_lines(language: str, table: Table, room: int | None) -> Iterator[Line]:
    """A breakdown: its title heads the first column, the total stands under a rule.

    In a pipe, where there is no room to fill, tabs stand between the columns, and no rule.
    """
    head = [table.title, *(column.title for column in table.columns)]
    cells = [row_cells(language, table, row) for row in table.rows]
    total = row_cells(language, table, table.total) if table.total else None
    if room is None:
        yield from (Line(TAB.join(row)) for row in (head, *cells, *([total] if total else [])))
        return
    head = [table.title, *(column.leaf for column in table.columns)]
    widths = _table_widths(head, [*cells, *([total] if total else [])], room)
    right = [False, *(column.kind not in ("date", "text") for column in table.columns)]
    bars = _bars(table, widths, room)
    if is_grouped(table.columns):
        yield from (Line(line, HEAD) for line in _group_lines(table, widths))
    yield from (Line(line, HEAD) for line in aligned(head, widths, right))
    yield Line("─" * total_width(widths))
    for row, texts, bar in zip(table.rows, cells, bars, strict=True):
        first, *further = aligned(texts, widths, right)
        gap = " " * (total_width(widths) - width(first))
        style = TOTAL if row.group else ""
        yield Line(f"{first}{gap}{GAP}{bar}" if bar else first, style)
        yield from (Line(line, style) for line in further)
    if total:
        yield Line("─" * total_width(widths))
        yield from (Line(line, TOTAL) for line in aligned(total, widths, right))


def _group_lines(table: Table, widths: Sequence[int]) -> list[str]:
    """The names of groups, each over its columns."""
    top, *_ = heading_rows((table.title,), table.columns)
    names, rooms, at = [""], [widths[0]], 1
    for one in top[1:]:
        names.append(one.text if one.down == 1 else "")
        rooms.append(total_width(widths[at : at + one.across]))
        at += one.across
    return aligned(names, rooms, [False] * len(rooms))


def _table_widths(head: list[str], rows: list[list[str]], room: int) -> list[int]:
    """Numbers are never broken; headings fold between words before labels get uncomfortable."""
    natural = natural_widths([head, *rows])
    numbers = natural_widths([[""] * len(head), *rows])
    words_of_head = [max(width(word) for word in title.split()) for title in head]
    least = [max(pair) for pair in zip(numbers, words_of_head, strict=True)]
    comfortable = fitted(natural, [min(natural[0], _COMFORTABLE), *least[1:]], room)
    return fitted(comfortable, [min(natural[0], _NARROWEST), *least[1:]], room)


def _bars(table: Table, widths: Sequence[int], room: int) -> list[str]:
    """A bar for each row where there is room for bars."""
    names = [column.name for column in table.columns]
    space = room - total_width(widths) - len(GAP)
    if table.bar is None or space < _SHORTEST_BAR or len(table.rows) == 1:
        return [""] * len(table.rows)
    # A group is the sum of what stands under it: beside it the others would be dwarfs.
    values = [0 if row.group else row.values[names.index(table.bar)] for row in table.rows]
    numbers = [value if isinstance(value, int) else 0 for value in values]
    scale = min(space, _LONGEST_BAR) / max(*numbers, 1)
    return ["█" * max(round(n * scale), 1) if n else "" for n in numbers]
