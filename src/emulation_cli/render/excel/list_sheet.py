"""A list as a sheet: a row for each record, to print, sort and filter."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from emulation_cli import words
from emulation_cli.documents.speech import Speech
from emulation_cli.render.excel.table_sheet import date_put, head_rows, signatures
from emulation_cli.render.labels import Label, column_title, shown_as
from emulation_cli.render.layout import natural_widths
from emulation_cli.render.lists import readable_rows, rows_and_cells, worth_showing
from emulation_cli.render.money_sentence import say_money
from emulation_cli.sheets.writing.stamp import note
from emulation_cli.sheets.writing.workbook_writing import Book, Page, Put
from emulation_cli.tallies.row_lists.listings import Listing

_NARROWEST, _WIDEST, _WIDEST_NAME = 7, 18, 32
_NAMES = ("name", "recipient", "abstract", "achievement", "summary", "event")
_MARGIN_OF_A_CELL = 2
_ROWS_MEASURED = 2000
_PAGE_WIDTH = 118
_NOTHING = (None, "")


@dataclass(frozen=True)
class SheetHead:
    """What stands over a list: the office, the heading, and lines such as the period."""

    office: str
    heading: str
    under: Sequence[str] = ()


@dataclass(frozen=True)
class ListWriter:
    """Writes lists as sheets of one book, in one language."""

    book: Book
    speech: Speech
    label: Label | None
    offers: Mapping[str, Sequence[str]] = field(default_factory=dict)

    def write(self, title: str, head: SheetHead, rows: Listing) -> tuple[Page, int]:
        """Write a list on a sheet called `title`; gives the sheet and its first row."""
        titles = [_title(rows.noun, column) for column in rows.columns]
        held = _held(rows)
        # A list without rows keeps its headings: it is told for what it is when it comes back.
        said: list[Sequence[object]] = [[*map(bool, held)]] if any(held) else []
        columns = worth_showing(rows, [titles, *said])
        first = islice(readable_rows(rows, self.label), _ROWS_MEASURED)
        widths = [_NARROWEST, *_widths(rows, [titles, *first], columns)]
        head_row = 4 + len(head.under)
        page = self.book.page(title, widths, self.speech.say("page"), head_row)
        head_rows(page, head.office, head.heading, head.under)
        names = (self.speech.say("ordinal"), *(titles[i] for i in columns))
        page.write([Put(name, "head") for name in names])
        own = rows.columns.index("id") if "id" in rows.columns else None
        putters = [putter(rows.noun, rows.columns[i]) for i in columns]
        for ordinal, (row, texts) in enumerate(rows_and_cells(rows, self.label, columns), start=1):
            if own is not None:
                note(row[own])
            cells = zip(columns, putters, texts, strict=True)
            puts = [put(row[i], text) for i, put, text in cells]
            page.write([Put(ordinal, "code"), *puts])
        page.filter_rows(head_row)
        page.lock(head_row, words.say("template.locked"))
        self._offer_choices(page, rows, columns, (head_row + 1, page.row))
        if money := say_money(rows, self.speech.language):
            page.across(money, "strong")
        if any(held):  # nobody signs for nothing
            signatures(page, self.speech)
        return page, head_row + 1

    def _offer_choices(
        self, page: Page, rows: Listing, columns: Sequence[int], span: tuple[int, int]
    ) -> None:
        """What may stand in a column can be chosen in it, for corrections that come back."""
        for place, i in enumerate(columns, start=2):  # the ordinal stands in front
            if span[0] <= span[1] and (choices := self.offers.get(rows.columns[i])):
                page.offer(place, span, choices)


def _held(rows: Listing) -> list[set[Any]]:
    """What the columns hold: one value of each, or none."""
    held: list[set[Any]] = [set() for _ in rows.columns]
    empty = list(range(len(held)))
    for row in rows.rows:
        found = [i for i in empty if row[i] not in _NOTHING]
        for i in found:
            held[i].add(row[i])
            empty.remove(i)
        if not empty:
            break
    return held


def _title(noun: str, column: str) -> str:
    """As on the screen; the id says whose it is, for units have codes of their own."""
    return words.say("template.id") if column == "id" else column_title(noun, column)


# What a certificate says of who receives it; its first row must be the names of the fields.
_ON_CERTIFICATES = (
    "honorific", "recipient", "position", "unit", "form", "achievement", "achievement_year",
    "decision", "date", "amount",
)  # fmt: skip


def mail_merge_page(book: Book, title: str, rows: Listing, label: Label | None) -> None:
    """The rows of honours once more, bare, as a word processor merges them into certificates."""
    at = [rows.columns.index(column) for column in _ON_CERTIFICATES if column in rows.columns]
    page = book.page(book.sheet_title(title), [_WIDEST_NAME] * len(at), "", 1)
    page.write([Put(column_title(rows.noun, rows.columns[i]), "head") for i in at])
    for texts in readable_rows(rows, label, at):
        page.write([*map(Put, texts)])


def putter(noun: str, column: str) -> Callable[[Any, str], Put]:
    """How the values of a column, each with its text, become cells."""
    shown, look = shown_as(noun, column), "code" if column == "id" else "text"

    def put(value: Any, text: str) -> Put:
        if isinstance(value, int) and text.replace(".", "").replace(",", "").isdigit():
            return Put(value, "year" if shown == "year" else "number")
        return Put(text, look)

    def put_date(value: Any, text: str) -> Put:
        return date_put(value) if isinstance(value, str) else put(value, text)

    return put_date if shown == "date" else put


def _widths(rows: Listing, cells: Iterable[Sequence[str]], columns: Sequence[int]) -> list[float]:
    """As wide as the texts are, within limits; what room a page has left goes to the longest."""
    natural = [cells_wide + _MARGIN_OF_A_CELL for cells_wide in natural_widths(cells)]
    wanted = [max(natural[i], _NARROWEST) for i in columns]
    widest = [_WIDEST_NAME if rows.columns[i] in _NAMES else _WIDEST for i in columns]
    widths = [min(pair) for pair in zip(wanted, widest, strict=True)]
    while sum(widths) < _PAGE_WIDTH:
        short = [i for i, cells_wide in enumerate(wanted) if widths[i] < cells_wide]
        if not short:
            break
        widths[max(short, key=lambda i: wanted[i] / widths[i])] += 1
    return list(widths)
