"""The mark of a workbook that may come back: which register wrote it, after which change."""

import io
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from textwrap import wrap
from typing import Any, NamedTuple

from emulation_cli.domain.patterns import pattern

_PROPERTY = "emul"
_PLACE, _MOST = "docProps/custom.xml", 65_536
_STAMPED = pattern(rb'name="emul"[^>]*>\s*<[^>]*>([0-9a-f]{32}):([0-9]{1,18})<')
_ROWS = pattern(rb'name="emul-rows-[0-9]+"[^>]*>\s*<[^>]*>([A-Z0-9 -]{1,255})<')
_CHUNK = 240  # letters: Excel cuts a property at 255


class Stamp(NamedTuple):
    """The register that wrote a workbook, its latest change then, and which rows: «X1-384 X390»."""

    register: str
    change: int
    rows: str = ""


_Span = list[Any]  # a letter, the first number, the last one
_noted: list[_Span] = []
_current: Stamp | None = None


@contextmanager
def stamping(stamp: Stamp) -> Iterator[None]:
    """While inside, workbooks are marked as of this register."""
    global _current  # noqa: PLW0603 (one register writes at a time)
    _current = stamp
    _noted.clear()
    try:
        yield
    finally:
        _current = None


def note(id: object) -> None:
    """Note that a record has a row in the workbook that is being written."""
    if _current is None or not isinstance(id, str) or not id[1:].isdecimal():
        return
    letter, number = id[0], int(id[1:])
    if _noted and _noted[-1][0] == letter and _noted[-1][2] == number - 1:
        _noted[-1][2] = number
    else:
        _noted.append([letter, number, number])


def put_on(workbook: Any) -> None:
    """Mark a workbook of openpyxl, once its rows are noted; Excel keeps the mark when it saves."""
    if _current is None:
        return
    from openpyxl.packaging.custom import StringProperty

    value = f"{_current.register}:{_current.change}"
    workbook.custom_doc_props.append(StringProperty(name=_PROPERTY, value=value))
    for number, rows in enumerate(wrap(_spans(_noted), _CHUNK), start=1):
        workbook.custom_doc_props.append(StringProperty(name=f"emul-rows-{number}", value=rows))


def _spans(noted: Iterable[_Span]) -> str:
    """Ids that follow one another as one span: «X1-384 X390»."""
    spans: list[_Span] = []
    for letter, first, last in sorted(noted):
        if spans and spans[-1][0] == letter and spans[-1][2] >= first - 1:
            spans[-1][2] = max(spans[-1][2], last)
        else:
            spans.append([letter, first, last])
    told = (f"{a}{b}" if b == c else f"{a}{b}-{c}" for a, b, c in spans)
    return " ".join(told)


def stamp_of(data: bytes) -> Stamp | None:
    """The mark of a workbook, of any other file None. It is read as text, never as XML."""
    if not data.startswith(b"PK"):
        return None
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts, parts.open(_PLACE) as part:
            text = part.read(_MOST)
    except (KeyError, OSError, ValueError, RuntimeError, NotImplementedError, zipfile.BadZipFile):
        return None
    if not (found := _STAMPED.search(text)):
        return None
    rows = " ".join(part.decode() for part in _ROWS.findall(text))
    return Stamp(found[1].decode(), int(found[2]), rows)
