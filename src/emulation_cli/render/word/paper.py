"""Word documents built from paragraphs, tables and charts; the only place that knows python-docx.

Tables are written as text into the finished file: python-docx needs seconds for a list of some
hundred rows, and a long one as a tree of XML takes a gigabyte.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path
from typing import Any, Literal
from xml.sax.saxutils import escape

import docx
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor

from emulation_cli.documents.papers.paper_manners import printed
from emulation_cli.domain.text import safe
from emulation_cli.sheets.writing.archive_parts import write_parts

FONT = "Times New Roman"
Align = Literal["left", "center", "right", "both"]
TWIPS_A_MILLIMETRE = 56.7
PORTRAIT_WIDTH, LANDSCAPE_WIDTH = 160, 257  # millimetres between the margins
_LEVELS = 2  # of headings
_BODY_PART = "word/document.xml"
_PLACE_OF_A_TABLE = re.compile(rb'<w:bookmarkEnd [^>]*w:id="(\d+)"/>')
_CHART_PART = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_EMU_A_MILLIMETRE = 36000
_NAMESPACES = nsdecls("w", "wp", "a", "r")


@dataclass(frozen=True)
class Words:
    """A paragraph's text and how it is set. Sizes are points, measures millimetres.

    `rule` is the part of the width that a line under the paragraph takes, from its middle;
    `heading` the level under which a word processor lists the paragraph, 0 for none; the first
    `strong` letters are bold.
    """

    text: str
    align: Align = "left"
    size: float = 14
    bold: bool = False
    italic: bool = False
    first_line: float = 0
    before: float = 0
    after: float = 0
    rule: float = 0
    keep_next: bool = False
    new_page: bool = False
    heading: int = 0
    strong: int = 0
    underlined: bool = False


@dataclass(frozen=True)
class Box:
    """A cell of a table: its paragraphs, how many columns it spans, whether it is shaded, and
    whether it begins a cell of several rows or goes on with the one above.
    """

    words: Sequence[Words]
    span: int = 1
    shaded: bool = False
    merged: Literal["", "restart", "continue"] = ""


class Paper:
    """A4, Times New Roman, margins and page numbers of decree 30/2020/NĐ-CP."""

    def __init__(self, title: str, *, numbered: bool = True) -> None:
        self._document = docx.Document()
        self._charts = 0
        self._tables: list[str] = []
        _anonymous(self._document, safe(title))
        style: Any = self._document.styles["Normal"]
        style.font.name, style.font.size = FONT, Pt(14)
        style.element.rPr.rFonts.set(qn("w:eastAsia"), FONT)
        for level in range(1, _LEVELS + 1):
            _plain_heading(self._document.styles[f"Heading {level}"])
        section = self._document.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.top_margin = section.bottom_margin = Mm(20)
        section.left_margin, section.right_margin = Mm(30), Mm(20)
        section.different_first_page_header_footer = True
        if numbered:
            _number_pages(section)

    def write(self, *paragraphs: Words, width: float = PORTRAIT_WIDTH) -> None:
        """Add paragraphs; `width` is the room that rules are measured by."""
        for words in paragraphs:
            self._append(_paragraph(words, width, _NAMESPACES))

    def table(
        self,
        widths: Sequence[float],
        rows: Iterable[Sequence[Box]],
        *,
        heads: int = 1,
        lined: bool = True,
    ) -> None:
        """Add a table; its first `heads` rows stand on every page, no row is cut by a page."""
        body = "".join(
            _row(row, widths, head=number < heads, middle=lined) for number, row in enumerate(rows)
        )
        grid = "".join(f'<w:gridCol w:w="{_twips(width)}"/>' for width in widths)
        borders = _LINES if lined else ""
        self._append(f'<w:bookmarkEnd {_NAMESPACES} w:id="{len(self._tables)}"/>')
        self._tables.append(
            f'<w:tbl><w:tblPr><w:tblW w:w="{_twips(sum(widths))}" w:type="dxa"/>'
            f'<w:jc w:val="center"/>{borders}<w:tblLayout w:type="fixed"/><w:tblCellMar>'
            f'<w:left w:w="70" w:type="dxa"/><w:right w:w="70" w:type="dxa"/></w:tblCellMar>'
            f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>"
        )

    def chart(self, xml: str, height: float, description: str) -> None:
        """Add a chart (DrawingML) over the width of the text."""
        self._charts += 1
        part = Part(
            PackURI(f"/word/charts/chart{self._charts}.xml"),
            _CHART_PART,
            xml.encode(),
            self._document.part.package,
        )
        relation = self._document.part.relate_to(part, RELATIONSHIP_TYPE.CHART)
        size = f'cx="{PORTRAIT_WIDTH * _EMU_A_MILLIMETRE}" cy="{int(height * _EMU_A_MILLIMETRE)}"'
        name = escape(safe(description), {'"': "&quot;"})
        uri = "http://schemas.openxmlformats.org/drawingml/2006/chart"
        self._append(
            f'<w:p {_NAMESPACES}><w:pPr><w:spacing w:after="120"/></w:pPr><w:r><w:drawing>'
            f'<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>'
            f'<wp:docPr id="{self._charts}" name="{self._charts}" descr="{name}"/>'
            f'<wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="{uri}">'
            f'<c:chart xmlns:c="{uri}" r:id="{relation}"/>'
            "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
        )

    def landscape(self) -> None:
        """Go on with a new page that lies."""
        section = self._document.add_section(WD_SECTION.NEW_PAGE)
        section.different_first_page_header_footer = False
        _lay(section)

    def lie(self) -> None:
        """Let the first page lie."""
        _lay(self._document.sections[0])

    def save(self, path: Path) -> None:
        """Write the document, its tables where their places are kept; raises OSError."""
        bare = BytesIO()
        self._document.save(bare)

        def filled(part: str, content: bytes) -> Iterator[bytes]:
            is_body = part == _BODY_PART
            yield _PLACE_OF_A_TABLE.sub(self._table_at, content) if is_body else content

        write_parts(bare, path, filled)

    def _table_at(self, place: re.Match[bytes]) -> bytes:
        return self._tables[int(place[1])].encode()

    def _append(self, xml: str) -> None:
        """Before the last element, which holds the settings of the last section."""
        self._document.element.body[-1].addprevious(parse_xml(xml))


def _lay(section: Any) -> None:
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin = section.right_margin = Mm(20)


def _twips(millimetres: float) -> int:
    return round(millimetres * TWIPS_A_MILLIMETRE)


_LINES = "<w:tblBorders>{}</w:tblBorders>".format(
    "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
)


def _row(row: Sequence[Box], widths: Sequence[float], *, head: bool, middle: bool) -> str:
    cells, column = [], 0
    for box in row:
        width = sum(widths[column : column + box.span])
        column += box.span
        span = f'<w:gridSpan w:val="{box.span}"/>' if box.span > 1 else ""
        merged = f'<w:vMerge w:val="{box.merged}"/>' if box.merged else ""
        shade = '<w:shd w:val="clear" w:color="auto" w:fill="E7E6E6"/>' if box.shaded else ""
        middling = '<w:vAlign w:val="center"/>' if middle else ""
        inside = "".join(_paragraph(words, width) for words in box.words)
        cells.append(
            f'<w:tc><w:tcPr><w:tcW w:w="{_twips(width)}" w:type="dxa"/>{span}{merged}{shade}'
            f"{middling}</w:tcPr>{inside}</w:tc>"
        )
    header = "<w:tblHeader/>" if head else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{header}</w:trPr>{''.join(cells)}</w:tr>"


def _paragraph(words: Words, width: float, namespaces: str = "") -> str:
    rule = indent = ""
    if words.rule:
        rule = '<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="000000"/></w:pBdr>'
        side = _twips(width * (1 - words.rule) / 2)
        indent = f'<w:ind w:left="{side}" w:right="{side}"/>'
    elif words.first_line:
        indent = f'<w:ind w:firstLine="{_twips(words.first_line)}"/>'
    look = _run_look(words)
    text = printed(safe(words.text))
    lead, rest = text[: words.strong], text[words.strong :]
    strong = _run(lead, _run_look(replace(words, bold=True))) if lead else ""
    style = f'<w:pStyle w:val="Heading{words.heading}"/>' if words.heading else ""
    return (
        f"<w:p {namespaces}><w:pPr>{style}{'<w:keepNext/>' if words.keep_next else ''}"
        f"{'<w:pageBreakBefore/>' if words.new_page else ''}{rule}"
        f'<w:spacing w:before="{int(words.before * 20)}" w:after="{int(words.after * 20)}"/>'
        f'{indent}<w:jc w:val="{words.align}"/>{look}</w:pPr>{strong}{_run(rest, look)}</w:p>'
    )


def _run_look(words: Words) -> str:
    marks = ("<w:b/>" if words.bold else "") + ("<w:i/>" if words.italic else "")
    line = '<w:u w:val="single"/>' if words.underlined else ""
    return f'<w:rPr>{marks}<w:sz w:val="{int(words.size * 2)}"/>{line}</w:rPr>'


def _run(text: str, look: str) -> str:
    return f'<w:r>{look}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def _plain_heading(style: Any) -> None:
    """A heading looks as its words are set: the library's own is blue, in another font."""
    fonts = style.element.rPr.find(qn("w:rFonts"))
    if fonts is not None:
        style.element.rPr.remove(fonts)
    style.font.name, style.font.size, style.font.bold = FONT, Pt(14), True
    style.element.rPr.rFonts.set(qn("w:eastAsia"), FONT)
    style.font.color.rgb = RGBColor(0, 0, 0)
    style.paragraph_format.space_before = style.paragraph_format.space_after = Pt(0)


def _number_pages(section: Any) -> None:
    """The page number stands in the middle of the top margin, from the second page on."""
    paragraph = section.header.paragraphs[0]
    paragraph.alignment = 1
    field = f'<w:fldSimple {_NAMESPACES} w:instr="PAGE"><w:r><w:t>2</w:t></w:r></w:fldSimple>'
    paragraph.paragraph_format.first_line_indent = None
    paragraph.add_run().element.addnext(parse_xml(field))


def _anonymous(document: Any, title: str) -> None:
    """Leave nothing of the library's own template in the file's description."""
    properties = document.core_properties
    properties.author = properties.last_modified_by = "emul"
    properties.title, properties.comments, properties.keywords = title, "", ""
    relations = document.part.package.rels
    for name in [n for n, rel in relations.items() if rel.reltype == RELATIONSHIP_TYPE.THUMBNAIL]:
        del relations[name]
