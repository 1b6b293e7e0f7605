"""A Word file as its parts: those that have text, and the record of what was filled in."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

from docx.opc.oxml import serialize_part_xml
from docx.oxml import parse_xml

from emulation_cli.domain.errors import FileTrouble
from emulation_cli.domain.text import safe
from emulation_cli.sheets.guard import Hostile, open_archive

_WITH_TEXT = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml")
_BODY_LINKS = "word/_rels/document.xml.rels"
BODY = "word/document.xml"
_RECORD = "customXml/emul.xml"
_SPACE = "urn:emul:filled"
_LINK_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml"
_MOST_TEXT = 32 << 20
_BREAKS = dict.fromkeys(range(32))


class Filled(NamedTuple):
    """One place that was filled: the number of its control, what it asked for, what was put in.

    `row` is its place in a list, from 0.
    """

    number: str
    request: str
    value: str
    row: int = 0


class FillingRecord(NamedTuple):
    """How a file was filled: the report's request as words, the register's state, the places."""

    asked: Mapping[str, str]
    places: tuple[Filled, ...] = ()


class OfficeFile:
    """The parts of one Word file; raises FileTrouble where it is none."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self._parts = _read(path.read_bytes())
            self._parts[BODY]
            self.roots = {
                name: self._parsed(name) for name in self._parts if _WITH_TEXT.fullmatch(name)
            }
            self.record = _record_of(self._parts.get(_RECORD))
        except OSError as trouble:
            reason = trouble.strerror or str(trouble)
            raise FileTrouble(
                "filling.unreadable", path=safe(str(path)), reason=reason
            ) from trouble
        except (BadZipFile, Hostile, KeyError, SyntaxError, ValueError, RuntimeError) as trouble:
            raise FileTrouble("filling.no_word_file", path=safe(str(path))) from trouble

    def _parsed(self, name: str) -> Any:
        data = self._parts[name]
        if len(data) > _MOST_TEXT or b"<!DOCTYPE" in data:
            raise ValueError(name)
        return parse_xml(data)

    def save(self, path: Path, record: FillingRecord) -> None:
        """Write the file with what was put into it, and the record of that; raises OSError."""
        parts = dict(self._parts)
        for name, root in self.roots.items():
            parts[name] = serialize_part_xml(root)
        parts[_RECORD] = _written(record)
        links = parts.get(_BODY_LINKS, b"")
        if _RECORD.encode() not in links:
            link = f'<Relationship Id="rIdEmul" Type="{_LINK_TYPE}" Target="../{_RECORD}"/>'
            parts[_BODY_LINKS] = links.replace(
                b"</Relationships>", f"{link}</Relationships>".encode()
            )
        with ZipFile(path, "w", ZIP_DEFLATED) as out:
            for name, data in parts.items():
                out.writestr(name, data)


def _read(data: bytes) -> dict[str, bytes]:
    with open_archive(data) as archive:
        return {one.filename: archive.read(one) for one in archive.infolist() if not one.is_dir()}


def _written(record: FillingRecord) -> bytes:
    asked = " ".join(f"{name}={quoteattr(_plain(value))}" for name, value in record.asked.items())
    places = "".join(
        f"<place id={quoteattr(one.number)} row={quoteattr(str(one.row))}"
        f" request={quoteattr(_plain(one.request))}>{escape(_plain(one.value))}</place>"
        for one in record.places
    )
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    return f'{head}<filled xmlns="{_SPACE}" {asked}>{places}</filled>'.encode()


def _plain(text: str) -> str:
    return safe(text).translate(_BREAKS)


def _record_of(data: bytes | None) -> FillingRecord | None:
    if data is None or b"<!DOCTYPE" in data:
        return None
    root: Any = parse_xml(data)
    return FillingRecord(dict(root.attrib), tuple(_places_of(root)))


def _places_of(root: Any) -> Iterator[Filled]:
    for one in root.iter(f"{{{_SPACE}}}place"):
        said = one.attrib
        yield Filled(said["id"], said["request"], one.text or "", int(said.get("row", "0")))
