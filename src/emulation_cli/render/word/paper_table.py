"""A breakdown as a table of a Word document."""

from dataclasses import dataclass, replace
from itertools import count

from emulation_cli.documents.document import Row, Table
from emulation_cli.documents.headings import heading_rows
from emulation_cli.documents.speech import Speech
from emulation_cli.render.text_tables import row_cells
from emulation_cli.render.word.paper import Align, Box, Paper, Words

SIZE = 12
_ORDINAL = 10
_SIDES: dict[str, Align] = {"date": "center", "text": "left"}
DATE_WIDTH = 25.0  # no date is broken
_SHORT = 10  # rows; a longer table would leave too much of a page empty
_WIDEST_NUMBER, _SHARE_OF_LABELS = 24, 0.42
_LETTER, _SIDES_OF_A_CELL = 2.5, 3  # millimetres; of a bold letter in a head
_DIGIT = 2.1
_NARROWEST_LABEL = 30


@dataclass(frozen=True)
class Look:
    """How a cell is set."""

    align: Align = "left"
    bold: bool = False
    shaded: bool = False
    span: int = 1
    size: float = SIZE
    keep_next: bool = False


def box(text: str, look: Look) -> Box:
    """A cell of one paragraph."""
    words = Words(
        text,
        look.align,
        size=look.size,
        bold=look.bold,
        before=1,
        after=1,
        keep_next=look.keep_next,
    )
    return Box([words], look.span, look.shaded)


def table_on_paper(
    paper: Paper, language: str, table: Table, width: float, *, signed: bool = False
) -> None:
    """Write a breakdown as wide as the text, its total last; a short one stays on one page.

    A longer one leaves no row alone on a page; one that is `signed` stays with what follows.
    """
    keep = len(table.rows) <= _SHORT
    rows = _heads(language, table, Look("center", bold=True, shaded=True, keep_next=keep))
    heads = len(rows)
    numbers = count(1)
    for place, row in enumerate(table.members, start=1):
        sums = row.group or row is table.total
        ordinal = "" if sums else str(next(numbers))
        last = place == len(table.members)
        ends = place in (1, len(table.members) - 1)
        look = Look(bold=sums, keep_next=row.group or (signed if last else keep or ends))
        rows.append(
            [box(ordinal, replace(look, align="center")), *_boxes(language, table, row, look)]
        )
    paper.table(_widths(language, table, width), rows, heads=heads)


def _heads(language: str, table: Table, look: Look) -> list[list[Box]]:
    """The rows of headings; what is two rows high is a cell that goes on below."""
    above, *below = heading_rows((Speech(language).say("ordinal"), table.head), table.columns)
    top = [
        replace(
            box(one.text, replace(look, span=one.across)),
            merged="restart" if one.down > 1 else "",
        )
        for one in above
    ]
    if not below:
        return [top]
    leaves = iter(below[0])
    under: list[Box] = []
    for one in above:
        if one.down > 1:
            under.append(replace(box("", look), merged="continue"))
        else:
            under += (box(next(leaves).text, look) for _ in range(one.across))
    return [top, under]


def _boxes(language: str, table: Table, row: Row, look: Look) -> list[Box]:
    label, *values = row_cells(language, table, row)
    sides: list[Align] = [_SIDES.get(c.kind, "right") for c in table.columns]
    pairs = zip(values, sides, strict=True)
    return [box(label, look), *(box(text, replace(look, align=side)) for text, side in pairs)]


def _widths(language: str, table: Table, width: float) -> list[float]:
    """Numbers share what labels and dates leave, never wider than they need; none is broken."""
    longest = [max(map(len, cells)) for cells in _columns_of(language, table)]
    dates = [column for column in table.columns if column.kind == "date"]
    room = (width - _ORDINAL) * (1 - _SHARE_OF_LABELS) - DATE_WIDTH * len(dates)
    number = min(room / max(len(table.columns) - len(dates), 1), _WIDEST_NUMBER)
    values = [
        DATE_WIDTH
        if column.kind == "date"
        else max(number, _longest_word(column.title), digits * _DIGIT + _SIDES_OF_A_CELL)
        for column, digits in zip(table.columns, longest, strict=True)
    ]
    left = width - _ORDINAL - sum(values)
    if left < _NARROWEST_LABEL:
        values = [n * (width - _ORDINAL - _NARROWEST_LABEL) / sum(values) for n in values]
    return [_ORDINAL, max(left, _NARROWEST_LABEL), *values]


def _columns_of(language: str, table: Table) -> list[tuple[str, ...]]:
    """What stands in each column of values."""
    if not table.members:
        return [("",)] * len(table.columns)
    return [*zip(*(row_cells(language, table, row)[1:] for row in table.members), strict=True)]


def _longest_word(title: str) -> float:
    """The width in which no word of a head is broken."""
    return max(map(len, title.split()), default=0) * _LETTER + _SIDES_OF_A_CELL
