"""What may be opened at all: a hostile archive is refused before any parser sees it.

The reader of cell values keeps a dense table, so a bomb or one far cell would abort the whole
process, not raise (LIBRARIES section 7). Hence these limits, checked on the raw bytes.
"""

import io
import zipfile
from collections.abc import Iterator

MEGABYTE = 1 << 20
MOST_FILE = 128 * MEGABYTE
MOST_MEMBERS = 2_000
MOST_TOTAL = 400 * MEGABYTE
MOST_PART = 256 * MEGABYTE
MOST_TEXT_PART = 128 * MEGABYTE
MOST_RATIO = 200
RATIO_FROM = 20 * MEGABYTE
MOST_CELLS = 6_000_000


# A table this large that is all but empty is one stray cell far below the list.
SPARSE_FROM = 1_000_000
SPARSE = 20


class Hostile(Exception):
    """The file would cost more than any list can; `reason` is the key of a sentence."""

    def __init__(self, reason: str, **values: object) -> None:
        super().__init__(reason)
        self.reason = reason
        self.values = values


def check_span(span: int, filled: int, cell: str) -> None:
    """Refuse a table that the reader would have to hold with more cells than any list has."""
    if max(span, filled) > MOST_CELLS or (span > SPARSE_FROM and filled * SPARSE < span):
        raise Hostile("far_cell", cell=cell)


def open_archive(data: bytes) -> zipfile.ZipFile:
    """The archive, when its declared sizes are those of an honest workbook; raises Hostile."""
    archive = zipfile.ZipFile(io.BytesIO(data))
    members = archive.infolist()
    total = sum(member.file_size for member in members)
    if total > MOST_TOTAL:
        raise Hostile("too_big", size=total // MEGABYTE)
    if len(members) > MOST_MEMBERS:
        raise Hostile("too_costly")
    for member in members:
        _check_member(member)
    return archive


def _check_member(member: zipfile.ZipInfo) -> None:
    # Two rows of shared strings may not grow beyond what a list of 300,000 rows needs.
    limit = MOST_TEXT_PART if "sharedStrings" in member.filename else MOST_PART
    ratio = member.file_size / max(member.compress_size, 1)
    if member.file_size > limit or (member.file_size > RATIO_FROM and ratio > MOST_RATIO):
        raise Hostile("too_big", size=member.file_size // MEGABYTE)


def pieces(archive: zipfile.ZipFile, name: str) -> Iterator[bytes]:
    """The bytes of a part, cut behind whole rows so that a pattern never straddles two pieces.

    Raises Hostile for a document type declaration: that is where entity bombs live.
    """
    rest = b""
    with archive.open(name) as stream:
        while block := stream.read(2 * MEGABYTE):
            rest += block
            declared = b"!" in rest and (b"<!DOCTYPE" in rest or b"<!ENTITY" in rest)
            if declared or b"\0" in block:
                raise Hostile("entities", part=name)
            cut = rest.rfind(b"row>") + 4
            if cut > 3:
                yield rest[:cut]
                rest = rest[cut:]
            elif len(rest) > 48 * MEGABYTE:
                rest = rest[-64:]
    if rest:
        yield rest
