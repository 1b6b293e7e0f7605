"""The texts of a Word document as Word shows them: without what is deleted, hidden or a prompt."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
W = f"{{{_NAMESPACE}}}"
_COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_FALLBACK = f"{_COMPATIBLE}Fallback"
_BOX = f"{W}txbxContent"
_RUN = f"{W}r"
_CONTROL = f"{W}sdt"
_WRAPPERS = tuple(
    f"{W}{name}" for name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo")
)
_GONE = (f"{W}del", f"{W}moveFrom", _FALLBACK)
_UNSEEN = frozenset(
    (*_GONE, _BOX, f"{W}tbl", f"{W}rPr", f"{W}pPr", f"{W}sdtPr", f"{W}tcPr", f"{W}trPr")
)
_GAPS = {f"{W}p": "\n", f"{W}br": "\n", f"{W}cr": "\n", f"{W}tab": " "}
# Signs of Wingdings that stand for a box: ticked, and empty.
_SIGNS = {"F0FE": "☒", "F0FD": "☒", "F0FC": "✓", "F052": "☒", "F0A8": "☐", "F06F": "☐", "F0A3": "☐"}
_OFF = ("0", "false", "off")


def tree_of(data: bytes) -> "Element":
    """The document; one in the strict form of Open XML like the others."""
    from defusedxml.ElementTree import fromstring

    root: Element = fromstring(data.replace(_STRICT, _NAMESPACE.encode()), forbid_dtd=True)
    return root


def within(parent: "Element | None", *tags: str) -> "Iterator[Element]":
    """The parts of these kinds in their order, also those inside a control or a tracked change."""
    for element in parent if parent is not None else ():
        if element.tag in tags:
            yield element
        elif element.tag in _WRAPPERS:
            yield from within(element, *tags)


def count_of(parent: "Element", tag: str) -> int:
    """How many parts of a kind there are, however deep, but for those that stand twice."""
    twice = sum(1 for one in parent.iter(_FALLBACK) for _part in one.iter(tag))
    return sum(1 for _part in parent.iter(tag)) - twice


def boxes(parent: "Element") -> "Iterator[Element]":
    """The text boxes of a paragraph, each once."""
    for element in parent:
        if element.tag == _BOX:
            yield element
        elif element.tag not in _GONE:
            yield from boxes(element)


def text_of(element: "Element") -> str:
    """The text of a paragraph or cell, or of a table that frames one, line by line."""
    lines = (" ".join(line.split()) for line in "".join(_texts(element)).split("\n"))
    return "\n".join(filter(None, lines))


def text_before(element: "Element") -> str:
    """The text of a part as it was before it was deleted."""
    kept = (part.text for part in element.iter() if part.tag in (f"{W}t", f"{W}delText"))
    return " ".join("".join(filter(None, kept)).split())


def _texts(element: "Element") -> Iterator[str]:
    """Without what was deleted, moved away or hidden, and without the tables within a cell."""
    for part in element:
        if part.tag == f"{W}t":
            yield (part.text or "").replace("\n", " ")
        elif part.tag == f"{W}noBreakHyphen":
            yield "-"
        elif part.tag == f"{W}sym":
            yield _SIGNS.get(part.get(f"{W}char", "").upper(), "")
        elif part.tag not in _UNSEEN and not _is_hidden(part):
            yield _GAPS.get(part.tag, "")
            yield from _texts(part)


def _is_hidden(part: "Element") -> bool:
    """A run that Word does not show, or what a control only prompts for."""
    if part.tag == _RUN:
        return _has(part, "vanish")
    return part.tag == _CONTROL and part.find(f"{W}sdtPr/{W}showingPlcHdr") is not None


def _has(run: "Element", *names: str) -> bool:
    found = (run.find(f"{W}rPr/{W}{name}") for name in names)
    return any(one is not None and one.get(f"{W}val") not in _OFF for one in found)


def is_struck(cell: "Element") -> bool:
    """Whether all letters of a cell are struck out."""
    struck = [
        _has(run, "strike", "dstrike")
        for paragraph in within(cell, f"{W}p")
        for run in paragraph.iter(_RUN)
        if text_of(run)
    ]
    return bool(struck) and all(struck)
