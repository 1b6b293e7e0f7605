"""What a sheet holds counted in another way than it is read: what does not agree is told."""

import html
import re
import zipfile
from collections.abc import Sequence
from dataclasses import replace

from emulation_cli.domain.patterns import pattern
from emulation_cli.sheets import guard
from emulation_cli.sheets.workbook import Cell, Place, ReaderNote, Sheet, address, place_of

# Each cell of a worksheet with a value of its own.
_VALUE = pattern(
    rb'<c\s[^>]*?\br="([A-Z]+)(\d+)"([^>]*)>(?:<f[^>]*/>|<f[^<]*</f>|<f [^>]*>[^<]*</f>)?'
    rb"<(?:v>([^<]+)<|is>(.{0,4000}?)</is>)",
    re.DOTALL,
)
_TEXT = pattern(rb"<t(?:\s[^>]*)?>([^<]*)<")
_SHARED, _ERROR = b't="s"', b't="e"'
_SHOWN = 5
# A cell of a web page up to the next one, and what on a page is no text.
_PAGE_CELL = pattern(r"<t[dh]\b[^>]*>(.*?)(?=</?t[dhr]\b|</?table\b|\Z)", re.DOTALL | re.IGNORECASE)
_UNSEEN = pattern(r"<!--.*?-->|<(style|script)\b.*?</\1", re.DOTALL | re.IGNORECASE)
_TAG = pattern(r"<[^>]*>")
_MOST_MISSING = 1_000


def filled_in(rows: Sequence[Sequence[Cell]]) -> int:
    """How many cells of the rows are filled."""
    return sum(len(row) - row.count("") - row.count(None) for row in rows)


def with_difference(sheet: Sheet, counted: int, places: Sequence[Place] = ()) -> Sheet:
    """The sheet, which tells that it holds more filled cells than were read."""
    shown = ", ".join(address(*place) for place in places[:_SHOWN]) or "?"
    values = {"count": counted, "cells": shown}
    return replace(sheet, notes=(*sheet.notes, ReaderNote("cells_not_read", "warn", values)))


def unread(archive: zipfile.ZipFile, part: str, texts: str | None, sheet: Sheet) -> list[Place]:
    """The cells of a worksheet with a value that is none in what was read of it."""
    missing: list[tuple[Place, bytes | None]] = []
    for piece in guard.pieces(archive, part):
        for letters, digits, about, value, inline in _VALUE.findall(piece):
            row, column = place = place_of(letters, digits)
            if _ERROR in about or (inline and not b"".join(_TEXT.findall(inline)).strip()):
                continue
            cells = sheet.rows[row] if row < len(sheet.rows) else ()
            if column >= len(cells) or cells[column] in ("", None):
                missing.append((place, value if _SHARED in about else None))
    blank = _blank_texts(archive, texts) if texts and missing else frozenset()
    return [place for place, shared in missing if shared is None or int(shared) not in blank]


def unread_on_page(text: str, rows: Sequence[Sequence[Cell]]) -> int:
    """How many cells of a web page have a text that stands in no cell of what was read."""
    read = {_squeezed(str(cell)) for row in rows for cell in row}
    whole: str | None = None
    missing = 0
    for found in _PAGE_CELL.finditer(_UNSEEN.sub(" ", text)):
        said = _squeezed(html.unescape(_TAG.sub(" ", found[1])))
        if said and said not in read:
            whole = "\n".join(read) if whole is None else whole
            missing += said not in whole
            if missing > _MOST_MISSING:
                break
    return missing


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _blank_texts(archive: zipfile.ZipFile, texts: str) -> frozenset[int]:
    """The numbers of the shared texts that say nothing."""
    from defusedxml.ElementTree import iterparse

    blank, number = set(), 0
    with archive.open(texts) as stream:
        for _event, element in iterparse(stream):
            if element.tag.endswith("}si"):
                said = (one.text or "" for one in element.iter() if one.tag.endswith("}t"))
                if not "".join(said).strip():
                    blank.add(number)
                number += 1
                element.clear()
    return frozenset(blank)
