"""Fonts of legacy encodings (.VnTime, VNI-Times): of whole cells, and of runs within a text.

A font is only a hint to what a text is in (INTAKE section 3.3), so only these are looked for;
nearly every workbook has none, and then nothing is parsed.
"""

import re
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from emulation_cli.domain.patterns import pattern
from emulation_cli.sheets import guard
from emulation_cli.sheets.workbook import Place, place_of

_LEGACY = pattern(r"^(?:\.vn|vni[- ])", re.IGNORECASE)
_IN_BYTES = pattern(rb'"(?:\.vn|vni[- ])', re.IGNORECASE)
_SHARED = pattern(rb'<c r="([A-Z]+)(\d+)"(?=[^>]*\bt="s")[^>]*><v>(\d+)</v>')
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_NOT_LEGACY = ""
_LONGEST = 32 * guard.MEGABYTE
TEXTS = "sharedStrings"

Run = tuple[str | None, str]  # the font that a run of letters has of its own, and its text


def is_legacy(font: str) -> bool:
    """Whether a font draws letters of TCVN3 or VNI."""
    return bool(_LEGACY.match(font))


def of_runs(runs: Iterable[Run]) -> str | None:
    """The legacy font that the runs of one text have; "" for another one, None for the cell's.

    Letters beyond ASCII decide where there are any: the others look alike in every font.
    """
    said = [run for run in runs if any(map(str.isalpha, run[1]))]
    drawn = {font for font, text in said if not text.isascii()} or {font for font, _text in said}
    named = {font for font in drawn if font is not None}
    if not named or (None in drawn and any(map(is_legacy, named))):
        return None
    # A name in .VnTimeH (capitals) and .VnTime is in one encoding; capitals are those of all of it.
    return min(named, key=lambda font: font.endswith("H")) if all(map(is_legacy, named)) else ""


@dataclass
class Drawn:
    """The legacy fonts of an .xlsx: by cell style, and by number of shared text."""

    styles: Mapping[int, str]
    texts: dict[int, str] = field(default_factory=dict)
    longest: int = 0  # bytes of a shared text, at most; every cell that shows it gets a copy

    @cached_property
    def _styled(self) -> re.Pattern[bytes] | None:
        if not self.styles:
            return None
        numbers = "|".join(map(str, self.styles))
        return re.compile(rf'<c r="([A-Z]+)(\d+)" s="({numbers})"'.encode())

    def look(self, archive: zipfile.ZipFile, name: str, piece: bytes) -> None:
        """Read the runs of the shared texts where a piece of them shows a legacy font.

        A part too long for that goes without: it is a hint, not worth the time of a large file.
        """
        if TEXTS in name:
            self.longest = max(self.longest, *map(len, piece.split(b"<si>")))
        if TEXTS not in name or self.texts or b"<rFont" not in piece:
            return
        if _IN_BYTES.search(piece) and archive.getinfo(name).file_size <= _LONGEST:
            self.texts = dict(_of_texts(archive, name))

    def collect(self, piece: bytes, fonts: dict[Place, str]) -> None:
        """Add the cells of a piece of a sheet that are in a legacy font."""
        if self._styled is not None:
            for letters, digits, style in self._styled.findall(piece):
                fonts[place_of(letters, digits)] = self.styles[int(style)]
        if self.texts:
            for letters, digits, text in _SHARED.findall(piece):
                if (font := self.texts.get(int(text))) is not None:
                    fonts.pop(place_of(letters, digits), None)
                    if font != _NOT_LEGACY:
                        fonts[place_of(letters, digits)] = font


def of_styles(archive: zipfile.ZipFile) -> dict[int, str]:
    """Cell style of an .xlsx -> name of its legacy font."""
    try:
        data = archive.read("xl/styles.xml")
    except KeyError:
        return {}
    if not _IN_BYTES.search(data) or b"<!" in data:
        return {}
    from defusedxml.ElementTree import fromstring

    root = fromstring(data)
    names = [
        (font.find(f"{_MAIN}name").get("val", "") if font.find(f"{_MAIN}name") is not None else "")
        for font in root.iterfind(f"{_MAIN}fonts/{_MAIN}font")
    ]
    styles = enumerate(root.iterfind(f"{_MAIN}cellXfs/{_MAIN}xf"))
    used = {number: int(style.get("fontId", 0)) for number, style in styles}
    return {
        number: names[font]
        for number, font in used.items()
        if font < len(names) and is_legacy(names[font])
    }


def _of_texts(archive: zipfile.ZipFile, name: str) -> Iterable[tuple[int, str]]:
    """Numbers of the shared texts whose runs say a font."""
    from defusedxml.ElementTree import iterparse

    number, root = 0, None
    with archive.open(name) as stream:
        for event, element in iterparse(stream, events=("start", "end")):
            root = element if root is None else root
            if event == "end" and element.tag == f"{_MAIN}si":
                font = of_runs(map(_run, element.iterfind(f"{_MAIN}r")))
                if font is not None:
                    yield number, font
                number += 1
                root.clear()  # texts that were looked at are not held


def _run(run: "Element") -> Run:  # type: ignore[name-defined]  # noqa: F821
    font = run.find(f"{_MAIN}rPr/{_MAIN}rFont")
    return None if font is None else font.get("val"), run.findtext(f"{_MAIN}t") or ""
