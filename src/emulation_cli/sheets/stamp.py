"""The mark of a workbook that may come back: which register wrote it, after which change."""

import io
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

from emulation_cli.domain.patterns import pattern

_PROPERTY = "emul"
_PLACE, _MOST = "docProps/custom.xml", 65_536
_STAMPED = pattern(rb'name="emul"[^>]*>\s*<[^>]*>([0-9a-f]{32}):([0-9]{1,18})<')


class Stamp(NamedTuple):
    """The register that wrote a workbook, and its latest change then."""

    register: str
    change: int


_current: Stamp | None = None


@contextmanager
def stamping(stamp: Stamp) -> Iterator[None]:
    """While inside, workbooks are marked as of this register."""
    global _current  # noqa: PLW0603 (one register writes at a time)
    _current = stamp
    try:
        yield
    finally:
        _current = None


def put_on(workbook: Any) -> None:
    """Mark a workbook of openpyxl; Excel keeps the mark when it is saved."""
    if _current is None:
        return
    from openpyxl.packaging.custom import StringProperty

    value = f"{_current.register}:{_current.change}"
    workbook.custom_doc_props.append(StringProperty(name=_PROPERTY, value=value))


def stamp_of(data: bytes) -> Stamp | None:
    """The mark of a workbook, of any other file None. It is read as text, never as XML."""
    if not data.startswith(b"PK"):
        return None
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts, parts.open(_PLACE) as part:
            found = _STAMPED.search(part.read(_MOST))
    except (KeyError, OSError, ValueError, RuntimeError, NotImplementedError, zipfile.BadZipFile):
        return None
    return Stamp(found[1].decode(), int(found[2])) if found else None
