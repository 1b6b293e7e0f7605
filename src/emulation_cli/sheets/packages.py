"""Office files as packages: parts found by their relations, as Excel and Word find them.

The readers know one way of naming parts. A package that names them otherwise (backslashes, other
folders, a sheet without a part) is put into that way first.
"""

import io
import posixpath
import zipfile
from typing import NamedTuple

from emulation_cli.sheets.budget import MOST_SHEETS
from emulation_cli.sheets.guard import Hostile
from emulation_cli.sheets.workbook import ReaderNote

BOOK = "xl/workbook.xml"
_FOLDER = "xl/"
_MAIN = "officeDocument"
# Where the reader of values looks, whatever the relations say.
_FIXED = {"sharedStrings": "xl/sharedStrings.xml", "styles": "xl/styles.xml"}
_MAIN_NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_HEAD = 4096


class _Relation(NamedTuple):
    """What a part points to: the last word of the type, and the part by its name in the zip.

    `plain`: it is written so that every reader finds it (no backslash, no %20).
    """

    type: str
    target: str
    plain: bool = True


class Package(NamedTuple):
    """An archive whose parts have their usual names, and what of it is not there."""

    data: bytes
    archive: zipfile.ZipFile
    main: str
    notes: tuple[ReaderNote, ...] = ()


def opened(data: bytes, archive: zipfile.ZipFile) -> Package:
    """The package of an Office file; `main` is its first part, empty where nothing names one."""
    if any(_is_odd(name) for name in archive.namelist()):
        parts = {part.filename: _straight(part.filename) for part in archive.infolist()}
        data, archive = _made_anew(
            archive, {k: v for k, v in parts.items() if not _is_aside(v)}, {}
        )
    names = {name.lower(): name for name in archive.namelist()}
    roots = _relations(archive, names, "")
    found = (one.target for one in roots.values() if one.type == _MAIN)
    return Package(data, archive, next((name for name in found if name in names.values()), ""))


def _is_odd(name: str) -> bool:
    return "\\" in name or name.startswith("/") or _is_aside(name)


def _is_aside(name: str) -> bool:
    """What a Mac puts beside the parts of an archive that was packed there."""
    return name.startswith("__MACOSX/") or name.rpartition("/")[2].startswith("._")


def is_of(package: Package, markup: bytes) -> bool:
    """Whether the first part is written in a markup, such as `spreadsheetml`."""
    if not package.main:
        return False
    with package.archive.open(package.main) as part:
        return markup in part.read(_HEAD)


def as_workbook(package: Package) -> Package:
    """The same with the parts of a workbook where the readers look for them.

    A sheet that is named but has no part, as those of macros, is left out and told; one that has
    the name of another gets a name of its own, for the readers ask by name.
    """
    from defusedxml.ElementTree import fromstring

    archive, main = package.archive, package.main or BOOK
    names = {name.lower(): name for name in archive.namelist()}
    relations = _relations(archive, names, main)
    book = list(fromstring(archive.read(main)).iter())
    sheets = [(one, relations.get(_link(one))) for one in book if one.tag.endswith("}sheet")]
    there = set(names.values())
    kept = [(one, part) for one, part in sheets if part is not None and part.target in there]
    fixed = {one.target: _FIXED[one.type] for one in relations.values() if one.type in _FIXED}
    usual = all(target.lower() == place.lower() for target, place in fixed.items())
    if sheets and not kept:
        raise Hostile("damaged")
    called = [one.get("name", "") for one, _part in sheets]
    plain = all(one.plain for one in relations.values()) and len(set(called)) == len(called)
    if main == BOOK and usual and plain and len(kept) == len(sheets):
        return package
    if len(sheets) > MOST_SHEETS:
        raise Hostile("too_many_sheets", most=MOST_SHEETS)
    moved, linked = _linked([part for _sheet, part in kept])
    written = {
        BOOK: _book([one for one, _part in kept], of_1904=any(map(_is_of_1904, book))),
        "xl/_rels/workbook.xml.rels": _links(linked),
        "_rels/.rels": _links([_Relation(_MAIN, BOOK)]),
    }
    renamed = {name: {**fixed, **moved}.get(name, name) for name in there}
    data, archive = _made_anew(archive, renamed, written)
    notes = tuple(
        ReaderNote("sheet_without_part", "warn", {"sheet": one.get("name", "")})
        for one, part in sheets
        if _link(one) and (part is None or part.target not in there)
    )
    return Package(data, archive, BOOK, notes)


def without_broken_styles(package: Package) -> Package | None:
    """The workbook without its styles, which is told; None where these are not at fault.

    Excel mends such a file: cells are read without them, days as the numbers that they are.
    """
    from xml.etree.ElementTree import ParseError

    from defusedxml.ElementTree import fromstring

    styles = _FIXED["styles"]
    if styles not in package.archive.namelist():
        return None
    try:
        fromstring(package.archive.read(styles))
    except ParseError:
        kept = {name: name for name in package.archive.namelist() if name != styles}
        data, archive = _made_anew(package.archive, kept, {})
        notes = (*package.notes, ReaderNote("styles_broken", "warn", {}))
        return Package(data, archive, package.main, notes)
    return None


def _linked(parts: list[_Relation]) -> tuple[dict[str, str], list[_Relation]]:
    """The sheets where the reader of values looks for them: which are moved, and all it links."""
    moved = {
        part.target: f"{_FOLDER}worksheets/moved{number}.xml"
        for number, part in enumerate(parts)
        if not part.target.startswith(_FOLDER)
    }
    linked = [part._replace(target=moved.get(part.target, part.target)) for part in parts]
    return moved, [*linked, *(_Relation(kind, place) for kind, place in _FIXED.items())]


def _is_of_1904(element: "Element") -> bool:  # type: ignore[name-defined]  # noqa: F821
    return element.tag.endswith("}workbookPr") and element.get("date1904") in ("1", "true")


def _straight(name: str) -> str:
    return name.replace("\\", "/").lstrip("/")


def _link(sheet: "Element") -> str:  # type: ignore[name-defined]  # noqa: F821
    return next((value for key, value in sheet.attrib.items() if key.endswith("}id")), "")


def _relations(archive: zipfile.ZipFile, names: dict[str, str], part: str) -> dict[str, _Relation]:
    """What a part points to, by id; no part's are those of the package."""
    from urllib.parse import unquote

    from defusedxml.ElementTree import fromstring

    folder, _slash, file = part.rpartition("/")
    own = names.get(posixpath.join(folder, "_rels", f"{file}.rels").lower())
    if own is None:
        return {}
    found = {}
    for one in fromstring(archive.read(own)):
        written = str(one.get("Target", ""))
        target = _straight(unquote(written))
        if not written.startswith(("/", "\\")):
            target = posixpath.normpath(posixpath.join(folder, target)).lstrip("./")
        kind = str(one.get("Type", "")).rpartition("/")[2]
        plain = "\\" not in written and "%" not in written
        found[str(one.get("Id", ""))] = _Relation(kind, names.get(target.lower(), target), plain)
    return found


def _made_anew(
    archive: zipfile.ZipFile, renamed: dict[str, str], written: dict[str, bytes]
) -> tuple[bytes, zipfile.ZipFile]:
    """The archive with other names of parts, and some written anew."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as out:
        for name, content in written.items():
            out.writestr(name, content)
        there = set(written)
        for part in archive.infolist():
            name = renamed.get(part.filename, "")
            if name and not part.is_dir() and name not in there:
                there.add(name)
                out.writestr(name, archive.read(part))
    return made.getvalue(), zipfile.ZipFile(made)


def _book(sheets: "list[Element]", *, of_1904: bool) -> bytes:  # type: ignore[name-defined]  # noqa: F821
    from xml.sax.saxutils import quoteattr  # it loads what fetches pages from the network

    names: list[str] = []
    for one in sheets:
        name = one.get("name", "")
        names.append(f"{name} ({len(names) + 1})" if name in names else name)
    named = "".join(
        f"<sheet name={quoteattr(name)} sheetId={quoteattr(str(number))}"
        f" state={quoteattr(one.get('state', 'visible'))} r:id={quoteattr(f'rId{number}')}/>"
        for number, (one, name) in enumerate(zip(sheets, names, strict=True), start=1)
    )
    days = '<workbookPr date1904="1"/>' if of_1904 else "<workbookPr/>"
    text = (
        f'<workbook xmlns="{_MAIN_NAMESPACE}" xmlns:r="{_OFFICE}">{days}'
        f"<sheets>{named}</sheets></workbook>"
    )
    return text.encode()


def _links(parts: list[_Relation]) -> bytes:
    from xml.sax.saxutils import quoteattr

    ids = {f"rId{number}": part for number, part in enumerate(parts, start=1)}
    written = "".join(
        f"<Relationship Id={quoteattr(name)} Type={quoteattr(f'{_OFFICE}/{part.type}')}"
        f" Target={quoteattr('/' + part.target)}/>"
        for name, part in ids.items()
    )
    return f'<Relationships xmlns="{_PACKAGE}">{written}</Relationships>'.encode()
