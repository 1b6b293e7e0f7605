"""A Word file as its paragraphs and tables, without what stands in controls that were filled."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from docx.oxml.ns import qn

from emulation_cli.documents.verifying.told_numbers import WrittenLine, WrittenTable
from emulation_cli.render.filling.marked_places import number_of, own_texts, paragraph_of, text_of
from emulation_cli.render.filling.office_file import BODY, OfficeFile


class Standing(NamedTuple):
    """What stands in a control now, and the words around it by which it is found again."""

    text: str
    around: str


def controls_of(file: OfficeFile) -> dict[str, Standing]:
    """What stands in each control, by its number."""
    found = {}
    for root in file.roots.values():
        for control in root.iter(qn("w:sdt")):
            if number := number_of(control):
                texts = control.find(qn("w:sdtContent")).iter(qn("w:t"))
                text = "".join(text.text or "" for text in texts)
                found[number] = Standing(text, _around(control, text))
    return found


def _around(control: Any, text: str) -> str:
    """The paragraph of a control; where it is the cell of a row by itself, what the row is of."""
    paragraph = paragraph_of(control)
    said = text_of(paragraph).strip()
    row = next(paragraph.iterancestors(qn("w:tr")), None)
    if row is None or said != text.strip():
        return said or text
    label = " ".join(text_of(one) for one in row.find(qn("w:tc")).iter(qn("w:p"))).strip()
    return said if label in ("", said) else f"{label} – {said}"


def parts_of(file: OfficeFile) -> list[WrittenLine | WrittenTable]:
    """The paragraphs and tables of the text, in their order."""
    ours = {place.number for place in file.record.places} if file.record else set()
    body = file.roots[BODY][0]
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
        if above.tag == qn("w:sdt") and number_of(above) in ours:
            return True
        above = above.getparent()
    return False
