"""Web pages and web archives (.mht) that Excel and web systems write of a workbook.

Such a page says in a comment what its sheets are called; an archive holds a page for each of them.
"""

import binascii
import html
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from emulation_cli.domain.patterns import pattern
from emulation_cli.sheets.budget import Budget
from emulation_cli.sheets.formats import second_count
from emulation_cli.sheets.formats.delimited import decode
from emulation_cli.sheets.formats.web_tables import ShownDay, Tables
from emulation_cli.sheets.guard import MEGABYTE, Hostile
from emulation_cli.sheets.workbook import Cell, Merge, Sheet

_WORKSHEET = "x:ExcelWorksheet>"
_NAME = pattern(r"<x:Name>([^<]*)</x:Name>")
_SOURCE = pattern(r"<x:WorksheetSource\s+HRef=\"([^\"]*)\"")
_HIDDEN = pattern(r"<x:Visible>\s*Sheet(?:Very)?Hidden")
_HEAD = 1 << 20  # letters; the names stand before the cells
_FRAMES = pattern(r"<frameset|<x:WorksheetSource", re.IGNORECASE)
_BOUNDARY = pattern(rb'boundary="?([^"\s;]{1,200})', re.IGNORECASE)
_MOST_PARTS = 2_000
_WORST_GROWTH = 280  # an attribute of one letter takes that of every byte
_MOST_TAGS = 2_000_000  # of a list of 75,000 rows and 12 columns: ten seconds of parsing
_LONGEST_HEADER = 1 << 14


class _Named(NamedTuple):
    """A sheet as the page of its workbook names it; `page` is the file that holds it, if any."""

    name: str
    page: str
    visible: bool


def read_html(data: bytes, budget: Budget) -> list[Sheet]:
    """The sheets of a page; raises Hostile for a page without a table.

    Where as many tables stand on it as it names sheets, each is a sheet; else all are one.
    """
    budget.weigh(len(data) * _WORST_GROWTH)
    if data.count(b"<") > _MOST_TAGS:
        raise Hostile("too_big", size=len(data) // MEGABYTE)
    text, encoding = decode(data)
    tables = Tables(budget)
    tables.feed(text)
    tables.close()
    if not tables.ends or not any(any(row) for row in tables.rows):
        raise Hostile("web_frames" if _FRAMES.search(text) else "no_spreadsheet")
    names = _names(text)
    name = names[0].name if len(names) == 1 else ""
    visible = len(names) > 1 or not _HIDDEN.search(text[:_HEAD])
    whole = Sheet(
        name, tables.rows, visible, tuple(tables.merges), frozenset(tables.hidden),
        encoding=encoding, struck=frozenset(tables.struck),
    )  # fmt: skip
    whole = _with_unread(whole, text)
    if len(names) == len(tables.ends) > 1:
        parts = zip(names, _parts(whole, tables.ends), strict=True)
        return [replace(part, name=named.name, visible=named.visible) for named, part in parts]
    return [whole]


def _with_unread(sheet: Sheet, text: str) -> Sheet:
    """The sheet, which tells of cells of the page that it does not hold; its days as days."""
    missing = second_count.unread_on_page(text, sheet.rows)
    if any(isinstance(cell, ShownDay) for row in sheet.rows for cell in row):
        rows: list[list[Cell]] = [
            [cell.day if isinstance(cell, ShownDay) else cell for cell in row] for row in sheet.rows
        ]
        sheet = replace(sheet, rows=rows)
    return second_count.with_difference(sheet, missing) if missing else sheet


def _names(text: str) -> list[_Named]:
    found = []
    for piece in text[:_HEAD].split(f"<{_WORKSHEET}")[1 : _MOST_PARTS + 1]:
        about = piece.partition(f"</{_WORKSHEET}")[0]
        name, source = _NAME.search(about), _SOURCE.search(about)
        page = html.unescape(source[1]).rpartition("/")[2] if source else ""
        found.append(
            _Named(html.unescape(name[1]) if name else "", page, not _HIDDEN.search(about))
        )
    return found


def _parts(whole: Sheet, ends: list[int]) -> Iterator[Sheet]:
    """The sheet cut behind each table: what stands above one is its title."""
    for top, bottom in zip([0, *ends], [*ends[:-1], len(whole.rows)], strict=False):
        merges = tuple(
            Merge(one.top - top, one.left, one.bottom - top, one.right)
            for one in whole.merges
            if top <= one.top < bottom
        )
        hidden = frozenset(row - top for row in whole.hidden_rows if top <= row < bottom)
        struck = frozenset((row - top, column) for row, column in whole.struck if row >= top)
        rows = whole.rows[top:bottom]
        yield replace(whole, rows=rows, merges=merges, hidden_rows=hidden, struck=struck)


def read_archive(data: bytes, budget: Budget) -> list[Sheet]:
    """The sheets of a web archive, in the order of the workbook; raises Hostile where none is."""
    pages = dict(_pages(data))
    named = [one for page in pages.values() for one in _names(decode(page)[0]) if one.page in pages]
    sheets = []
    for one in named or [_Named("", page, visible=True) for page in pages]:
        try:
            found = read_html(pages[one.page], budget)
        except Hostile as trouble:
            if trouble.reason not in ("no_spreadsheet", "web_frames"):
                raise
            continue  # a page of frames, or an empty sheet
        sheets += [
            replace(sheet, name=one.name or sheet.name, visible=one.visible and sheet.visible)
            for sheet in found
        ]
    if not sheets:
        raise Hostile("no_spreadsheet")
    return sheets


def _pages(data: bytes) -> Iterator[tuple[str, bytes]]:
    """The web pages of an archive by the name of their file."""
    boundary = _BOUNDARY.search(data[:8192])
    if boundary is None:
        return
    for part in data.split(b"--" + boundary[1], _MOST_PARTS)[1:]:
        whole, _blank, body = part.replace(b"\r\n", b"\n").strip(b"\n").partition(b"\n\n")
        head = whole[:_LONGEST_HEADER]
        fields = dict(re.findall(rb"(?m)^(content-[a-z-]+):[ \t]*(.*)$", head.lower()))
        if b"text/html" in fields.get(b"content-type", b""):
            place = re.search(rb"(?im)^content-location:[ \t]*(.*)$", head)
            name = place[1].decode("utf-8", "replace") if place else ""
            yield re.split(r"[/\\]", name)[-1].strip(), _decoded(fields, body)


def _decoded(fields: dict[bytes, bytes], body: bytes) -> bytes:
    coding = fields.get(b"content-transfer-encoding", b"").strip()
    if coding == b"base64":
        return binascii.a2b_base64(body)
    return binascii.a2b_qp(body) if coding == b"quoted-printable" else body
