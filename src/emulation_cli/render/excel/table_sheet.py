"""Parts of a printed sheet: its head, a breakdown, the place to sign."""

from collections.abc import Callable, Iterable
from datetime import date
from itertools import takewhile

from emulation_cli.documents.document import Column, Row, Table, Value
from emulation_cli.documents.headings import heading_rows
from emulation_cli.documents.speech import Speech
from emulation_cli.sheets.workbook import column_letters
from emulation_cli.sheets.writing.workbook_writing import Page, Put
from emulation_cli.tallies.row_lists.list_requests import Cut
from emulation_cli.words import date as written_date

_WHOLE_DATE = len("2023-10-04")
_FIRST_NUMBER = 2  # the columns before: ordinal and label


def head_rows(page: Page, office: str, title: str, under: Iterable[str]) -> None:
    """Who reports, what, and for which period, with an empty row after it."""
    page.across(office.upper(), "strong")
    page.across(title, "title")
    for line in under:
        page.across(line, "centre note")
    page.write()


def date_put(iso: str | None) -> Put:
    """A whole date is a date to the spreadsheet; one that is partly known is text."""
    if iso and len(iso) == _WHOLE_DATE:
        return Put(date.fromisoformat(iso), "date")
    return Put(written_date(iso), "code")


Link = Callable[[Cut | None], str | None]


def table_rows(
    page: Page, speech: Speech, table: Table, link: Link = lambda _cut: None
) -> tuple[int, int]:
    """Write a breakdown with its total; gives the row of its head and its last row.

    `link` gives where the rows of a figure are, as `Page.rows`.
    """
    head = _head_rows(page, speech, table)
    ordinal = 0
    for place, row in enumerate(table.rows):
        if row.group:
            first = page.row + 2
            last = first + _members(table, place) - 1
            page.write(_sum_puts(table, row, first, last, link))
            continue
        ordinal += 1
        values = enumerate(zip(table.columns, row.values, strict=True))
        cells = [_value_put(column, value, link(row.cut(i))) for i, (column, value) in values]
        page.write([Put(ordinal, "code"), Put(row.label), *cells])
    last = page.row
    if table.total:
        page.write(_sum_puts(table, table.total, head + 1, last, link))
    return head, last


def _head_rows(page: Page, speech: Speech, table: Table) -> int:
    """The head of a breakdown, of two rows where columns stand in groups; gives the last one."""
    rows = heading_rows((speech.say("ordinal"), table.head), table.columns)
    taken: set[tuple[int, int]] = set()  # row and column of what a heading covers
    merged: list[tuple[int, int, int, int]] = []
    last = page.row
    for down, headings in enumerate(rows):
        texts, place = dict[int, str](), 1
        for one in headings:
            while (down, place) in taken:
                place += 1
            texts[place] = one.text
            covers = [(down + n, place + i) for n in range(one.down) for i in range(one.across)]
            taken |= {*covers}
            if len(covers) > 1:
                merged.append((down, place, *covers[-1]))
        width = len(table.columns) + _FIRST_NUMBER
        last = page.write([Put(texts.get(n, ""), "head") for n in range(1, width + 1)])
    top = last - len(rows) + 1
    for first, left, end, right in merged:
        page.merge(top + first, left, top + end, right)
    return last


def _members(table: Table, place: int) -> int:
    """How many rows stand under a group, up to the next one."""
    return sum(1 for _ in takewhile(lambda row: not row.group, table.rows[place + 1 :]))


def _value_put(column: Column, value: Value, link: str | None) -> Put:
    if column.kind == "date":
        return date_put(value if isinstance(value, str) else None)
    return Put(value, "text" if column.kind == "text" else "number", link)


def _sum_puts(table: Table, total: Row, first: int, last: int, link: Link) -> list[Put]:
    """Sums that live: who changes a row sees the total change. Overlapping numbers stay numbers.

    Over rows with sums among them SUBTOTAL is right, which leaves those out.
    """
    function = "SUBTOTAL(9," if any(row.group for row in table.rows) else "SUM("
    puts = [Put("", "total"), Put(total.label, "total")]
    for place, (column, value) in enumerate(zip(table.columns, total.values, strict=True)):
        letter = column_letters(_FIRST_NUMBER + place)
        if column.name in table.summed:
            formula = f"={function}{letter}{first}:{letter}{last})"
            puts.append(Put(formula, "total number", link(total.cut(place)), formula=True))
        else:
            puts.append(Put(value, "total number", link(total.cut(place))))
    return puts


def signatures(page: Page, speech: Speech) -> None:
    """Who made the table, who answers for it; to be filled in by hand."""
    page.write()
    page.pair("", speech.say("signature.place"), "centre note")
    page.pair(speech.say("signature.prepared"), speech.say("signature.head"), "centre strong")
    page.pair(speech.say("signature.how"), speech.say("signature.how"), "centre note")
