"""Cells of an .xlsx that are struck out: by their style, or by every run of their text."""

import re
import zipfile
from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from emulation_cli.domain.patterns import pattern
from emulation_cli.sheets import guard
from emulation_cli.sheets.workbook import Place, place_of

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_STYLES = "xl/styles.xml"
_SIGN = b"strike"
_OFF = ("0", "false")
_CELL = rb'<(?:\w+:)?c\s(?=[^>]*\b%s="(%s)")[^>]*?\br="([A-Z]+)(\d+)"'
_SHARED = pattern(_CELL.replace(b"%s", b"t", 1) % b"s" + rb"[^>]*>\s*<(?:\w+:)?v>(\d+)<")
_INLINE = pattern(
    _CELL.replace(b"%s", b"t", 1) % b"inlineStr" + rb"[^>]*>(.*?)</(?:\w+:)?c>", re.DOTALL
)
_RUN = pattern(rb"<(?:\w+:)?r>(.*?)</(?:\w+:)?r>", re.DOTALL)
_STRUCK = pattern(rb'<(?:\w+:)?strike(?:\s*/>|>|\s(?![^>]*val="(?:0|false)"))')
_TEXT = pattern(rb"<(?:\w+:)?t(?:\s[^>]*)?>([^<]*)<")
_ITEM = pattern(rb"<(?:\w+:)?si[\s>]")
_LONGEST = 32 * guard.MEGABYTE  # of a part that is looked through for this


class Strikes:
    """What of a workbook is struck out: styles of cells and numbers of shared texts."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._styles = set(_struck_styles(archive))
        self._texts: set[int] = set()

    def look(self, piece: bytes, size: int) -> None:
        """Take in the shared texts; a part too long for that goes without, as with fonts."""
        if _SIGN in piece and size <= _LONGEST and not self._texts:
            items = _ITEM.split(piece)[1:]
            self._texts = {number for number, item in enumerate(items) if _all_struck(item)}

    @cached_property
    def _styled(self) -> re.Pattern[bytes]:
        return re.compile(_CELL.replace(b"%s", b"s", 1) % "|".join(map(str, self._styles)).encode())

    def collect(self, piece: bytes, struck: set[Place]) -> None:
        """Add the struck cells of a piece of a sheet."""
        if self._styles:
            struck.update(place_of(*found[1:]) for found in self._styled.findall(piece))
        if self._texts:
            for _type, letters, digits, text in _SHARED.findall(piece):
                if int(text) in self._texts:
                    struck.add(place_of(letters, digits))
        if _SIGN in piece:
            for _type, letters, digits, text in _INLINE.findall(piece):
                if _all_struck(text):
                    struck.add(place_of(letters, digits))


def _all_struck(text: bytes) -> bool:
    runs = [run for run in _RUN.findall(text) if b"".join(_TEXT.findall(run)).strip()]
    return bool(runs) and all(map(_STRUCK.search, runs))


def _struck_styles(archive: zipfile.ZipFile) -> Iterator[int]:
    """The numbers of the styles of cells whose font is struck out."""
    data = archive.read(_STYLES) if _STYLES in archive.namelist() else b""
    if _SIGN not in data or b"<!" in data:
        return
    from defusedxml.ElementTree import fromstring

    fonts: list[bool] = []
    for part in fromstring(data):
        match part.tag.rpartition("}")[2]:
            case "fonts":
                fonts = [_is_struck(font) for font in part]
            case "cellXfs":
                for number, style in enumerate(part):
                    font = int(style.get("fontId", 0))
                    if font < len(fonts) and fonts[font]:
                        yield number


def _is_struck(font: "Element") -> bool:
    return any(one.tag.endswith("}strike") and one.get("val") not in _OFF for one in font)
