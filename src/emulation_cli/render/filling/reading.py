"""A Word file as its paragraphs and tables, without what stands in controls that were filled."""

from collections.abc import Iterator
from typing import Any

from docx.oxml.ns import qn

from emulation_cli.documents.verifying.number_verdicts import WrittenLine, WrittenTable
from emulation_cli.render.filling.marked_places import own_texts, text_of
from emulation_cli.render.filling.office_file import OfficeFile

_BODY = "word/document.xml"


def controls_of(file: OfficeFile) -> dict[str, str]:
    """What stands in each control, by its number."""
    found = {}
    for root in file.roots.values():
        for control in root.iter(qn("w:sdt")):
            number = control.find(f"{qn('w:sdtPr')}/{qn('w:id')}")
            if number is not None:
                texts = control.find(qn("w:sdtContent")).iter(qn("w:t"))
                found[number.get(qn("w:val"))] = "".join(text.text or "" for text in texts)
    return found


def parts_of(file: OfficeFile) -> list[WrittenLine | WrittenTable]:
    """The paragraphs and tables of the text, in their order."""
    ours = {place.number for place in file.record.places} if file.record else set()
    body = file.roots[_BODY][0]
    return [*_parts(body, ours)]


def _parts(element: Any, ours: set[str]) -> Iterator[WrittenLine | WrittenTable]:
    for child in element:
        if child.tag == qn("w:p"):
            text = _text(child, ours)
            yield WrittenLine(text, whole=text == text_of(child))
        elif child.tag == qn("w:tbl"):
            rows = (row.findall(qn("w:tc")) for row in child.findall(qn("w:tr")))
            yield WrittenTable(
                tuple(
                    tuple(" ".join(_text(p, ours) for p in cell.iter(qn("w:p"))) for cell in row)
                    for row in rows
                )
            )
        elif child.tag in (qn("w:sdt"), qn("w:sdtContent"), qn("w:ins")):
            yield from _parts(child, ours)


def _text(paragraph: Any, ours: set[str]) -> str:
    """The text of a paragraph; what was filled in is held by itself."""
    return "".join(
        text.text or "" for text in own_texts(paragraph) if not _is_filled(text, paragraph, ours)
    )


def _is_filled(text: Any, paragraph: Any, ours: set[str]) -> bool:
    above = text.getparent()
    while above is not paragraph:
        if above.tag == qn("w:sdt"):
            number = above.find(f"{qn('w:sdtPr')}/{qn('w:id')}")
            if number is not None and number.get(qn("w:val")) in ours:
                return True
        above = above.getparent()
    return False
