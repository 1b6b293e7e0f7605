"""The tables of a web page as rows: with what is merged, hidden or struck out in them."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from html.parser import HTMLParser

from emulation_cli.domain.patterns import pattern
from emulation_cli.sheets.budget import Budget
from emulation_cli.sheets.guard import Hostile
from emulation_cli.sheets.workbook import Cell, Merge, Place

_MOST_SPAN = 1_000
_MOST_TAKEN = 500_000  # cells under merged ones; each is remembered
_DEEPEST = 50  # tables one within the other
_BLOCKS = frozenset(
    {"p", "div", "br", "center", "caption", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "table"}
)
_UNSEEN = frozenset({"head", "style", "script"})
_RUNS = frozenset({"s", "strike", "del", "span", "font", "p", "div", "b", "i", "u", "em", "strong"})
_STRIKES = frozenset({"s", "strike", "del"})
_STRUCK_CLASS = pattern(r"\.([\w-]+)[^{}]{0,200}\{[^}]{0,2000}line-through")

# The value of a cell beside what is shown of it, as LibreOffice and Excel write it.
_VALUES = ("sdval", "x:num")
_DAY_NUMBER = pattern(r"([2-7]\d{4})(?:\.\d+)?")
_ERA = date(1899, 12, 30)
_SHOWN_DAY = pattern(r"(\d{1,4})[/. -](\d{1,2})[/. -](\d{1,4})(?: .*)?")

Given = dict[str, str | None]


class ShownDay(str):
    """The text of a cell that is a day, in the order of the machine that wrote the page."""

    __slots__ = ("day",)
    day: date


def _with_day(text: str, value: str | None) -> str:
    """«10/04/23» of a cell whose value is 45203 is the fourth of October."""
    shown, number = _SHOWN_DAY.fullmatch(text), _DAY_NUMBER.fullmatch(value or "")
    if not shown or not number:
        return text
    day = _ERA + timedelta(days=int(number[1]))
    if sorted(int(part) % 100 for part in shown.groups()) != sorted(
        (day.year % 100, day.month, day.day)
    ):
        return text
    found = ShownDay(text)
    found.day = day
    return found


@dataclass
class _Inner:
    """A table within the row of another: in which of its cells, if in one."""

    column: int | None
    table: "_Table"


@dataclass
class _Table:
    """A table that is being read."""

    rows: list[list[Cell]] = field(default_factory=list)
    merges: list[Merge] = field(default_factory=list)
    hidden: set[int] = field(default_factory=set)
    struck: set[Place] = field(default_factory=set)
    taken: set[Place] = field(default_factory=set)
    inner: list[_Inner] = field(default_factory=list)  # of the row that is being read
    text: list[str] | None = None
    span: tuple[int, int] = (1, 1)
    value: str | None = None  # of the cell that is being read, where the page states it
    row_struck: bool = False
    cell_struck: bool | None = None  # None while it has no letters

    @property
    def frames_text(self) -> bool:
        """Whether it only frames the text of a cell: one cell a row."""
        return all(len(row) < 2 for row in self.rows)

    def take_over(self, other: "_Table") -> None:
        """Add the rows of a table that stands within this one, below its last row."""
        top = len(self.rows)
        self.rows += other.rows
        self.hidden |= {row + top for row in other.hidden}
        self.struck |= {(row + top, column) for row, column in other.struck}
        self.merges += [
            Merge(one.top + top, one.left, one.bottom + top, one.right) for one in other.merges
        ]


class Tables(HTMLParser):
    """Collects the tables of a page as rows of text.

    What stands between tables is a row of its own: web systems put the title there. `ends` has
    the row behind each outer table. A table within a cell follows the row of that cell, unless it
    only frames its text.
    """

    def __init__(self, budget: Budget) -> None:
        super().__init__(convert_charrefs=True)
        self._budget = budget
        self._page = _Table()
        self._open: list[_Table] = []
        self._between: list[str] = []
        self._unseen = 0
        self._css: list[str] = []
        self._runs: list[tuple[str, bool]] = []
        self._classes: frozenset[str] | None = None
        self.ends: list[int] = []

    @property
    def rows(self) -> list[list[Cell]]:
        return self._page.rows

    @property
    def merges(self) -> list[Merge]:
        return self._page.merges

    @property
    def hidden(self) -> set[int]:
        return self._page.hidden

    @property
    def struck(self) -> set[Place]:
        return self._page.struck

    @property
    def _table(self) -> _Table:
        return self._open[-1] if self._open else self._page

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._unseen = 0 if tag in ("body", "table") else self._unseen + (tag in _UNSEEN)
        if tag in _BLOCKS or tag == "tr":
            self._end_line()
        if tag == "table":
            self._begin_table()
        elif tag == "tr":
            self._begin_row(dict(attrs))
        elif tag in ("td", "th") and (self._open or self._table.rows):
            self._begin_cell(dict(attrs))
        elif self._table.text is not None and tag in _RUNS:
            self._runs.append((tag, tag in _STRIKES or self._is_struck(dict(attrs))))
        if tag in ("br", "p", "div") and self._table.text:
            self._table.text.append("\n")

    def handle_data(self, data: str) -> None:
        table = self._table
        if self._unseen:
            self._css.append(data[:_MOST_TAKEN])
        elif table.text is None:
            self._between.append(data)
        else:
            table.text.append(data.replace("\n", " "))
            if any(map(str.isalpha, data)):
                struck = table.row_struck or any(of_run for _tag, of_run in self._runs)
                table.cell_struck = struck and table.cell_struck is not False

    def handle_endtag(self, tag: str) -> None:
        self._unseen -= tag in _UNSEEN and self._unseen > 0
        if tag in _BLOCKS:
            self._end_line()
        if tag in ("td", "th"):
            self._end_cell()
        elif tag == "tr":
            self._end_row()
        elif tag == "table":
            self._end_table()
        elif any(tag == run for run, _struck in self._runs):
            while self._runs.pop()[0] != tag:
                pass

    def close(self) -> None:
        super().close()
        while self._open:  # a page that breaks off within its table
            self._end_table()
        self._end_line()

    def _begin_table(self) -> None:
        if len(self._open) > _DEEPEST:
            raise Hostile("too_costly")
        self._runs = []
        self._open.append(_Table())

    def _begin_row(self, given: Given) -> None:
        self._end_row()
        table = self._table
        table.rows.append([])
        table.row_struck = self._is_struck(given)
        if "hidden" in given or _is_hidden(given.get("style")):
            table.hidden.add(len(table.rows) - 1)

    def _begin_cell(self, given: Given) -> None:
        self._end_cell()
        if not self._table.rows:  # a first row without its tag
            self._table.rows.append([])
        self._table.value = next((given[name] for name in _VALUES if given.get(name)), None)
        self._table.span = (_span(given.get("rowspan")), _span(given.get("colspan")))
        self._table.text = []
        self._runs = [("td", self._is_struck(given))]

    def _end_line(self) -> None:
        if line := " ".join("".join(self._between).split()):
            self._end_row()
            self._table.rows.append([line])
        self._between = []

    def _end_table(self) -> None:
        if not self._open:
            return
        self._end_row()
        table, around = self._open.pop(), self._table
        self._runs = []
        if not self._open:
            around.take_over(table)
            self.ends.append(len(around.rows))
        elif table.rows:
            column = None if around.text is None else len(around.rows[-1])
            around.inner.append(_Inner(column, table))

    def _end_row(self) -> None:
        """The tables within a row are texts of its cells, or follow it."""
        self._end_cell()
        table, inner = self._table, self._table.inner
        table.inner, table.row_struck = [], False
        row = table.rows[-1] if table.rows else []
        if self._open and row:
            self._budget.add_row(row)
        for one in inner:
            column = one.column
            if one.table.frames_text and len(row) > 1 and column is not None:
                texts = [str(cell) for line in one.table.rows for cell in line]
                row[column] = "\n".join(filter(None, [str(row[column]), *texts]))
            else:
                table.take_over(one.table)

    def _end_cell(self) -> None:
        table = self._table
        if table.text is None:
            return
        row, cells = len(table.rows) - 1, table.rows[-1]
        while (row, len(cells)) in table.taken:
            cells.append("")
        for one in table.inner:  # its cell may stand further right, behind merged ones
            if one.column is not None and one.column > len(cells):
                one.column = len(cells)
        down, across = table.span
        if down * across > 1:
            area = Merge(row, len(cells), row + down - 1, len(cells) + across - 1)
            table.merges.append(area)
            if len(table.taken) + down * across > _MOST_TAKEN:
                raise Hostile("far_cell", cell="?")
            table.taken.update(
                (r, c) for r in range(row, row + down) for c in range(area.left, area.right + 1)
            )
        if table.cell_struck:
            table.struck.add((row, len(cells)))
        lines = (" ".join(line.split()) for line in "".join(table.text).split("\n"))
        cells.append(_with_day("\n".join(filter(None, lines)), table.value))
        cells.extend([""] * (across - 1))
        table.text = table.cell_struck = None
        self._runs = []

    def _is_struck(self, given: Given) -> bool:
        if "line-through" in (given.get("style") or ""):
            return True
        return bool(self._struck_classes.intersection((given.get("class") or "").split()))

    @property
    def _struck_classes(self) -> frozenset[str]:
        """The classes of styles that strike out; styles stand above what uses them."""
        if self._css:
            css, self._css = "".join(self._css), []
            found = _STRUCK_CLASS.findall(css) if "line-through" in css else ()
            self._classes = (self._classes or frozenset()).union(found)
        return self._classes or frozenset()


def _is_hidden(style: str | None) -> bool:
    return "display:none" in (style or "").replace(" ", "").lower()


def _span(text: str | None) -> int:
    return min(max(int(text), 1), _MOST_SPAN) if text and text.isdecimal() else 1
