"""Every figure of a large register, in a workbook and on a page: its link leads to its rows."""

import re
import shutil
from html.parser import HTMLParser

import openpyxl
import pytest

from emulation_cli import words

from .random_register import write_register

SIZE = 120
RANGE = re.compile(r"'(.+)'!A(\d+):[A-Z]+(\d+)")
NUMBER = re.compile(r"[\d.]+")
SUM = re.compile(r"=(SUM|SUBTOTAL)\((?:9,)?(\w+):(\w+)\)")
REPORTS = [
    ("2021-2023", "--models", "2020-2024", "--cut-off", "04/10/2023"),
    ("2022", "--compare", "previous", "--units", "then"),
    ("2022-2023", "--unit", "CX-1"),
]


@pytest.fixture(scope="module")
def register(tmp_path_factory):
    path = tmp_path_factory.mktemp("large") / "large.db"
    write_register(path, SIZE)
    return path


@pytest.fixture
def written(emul, register, register_path, tmp_path):
    def write(asked, suffix):
        shutil.copy(register, register_path)
        path = tmp_path / f"report{suffix}"
        emul("--lang", "vi", "report", *asked, "-o", path)
        return path

    before = words.language()
    yield write
    words.use(before)


def number_at(text):
    """The number that a text begins with, as documents write it."""
    return int(re.match(r"\(?0?([\d.]+)", text)[1].replace(".", ""))


def number_in(sheet, cell):
    """The number of a cell, a sum worked out."""
    if found := SUM.fullmatch(str(cell.value)):
        column = [one.value for (one,) in sheet[f"{found[2]}:{found[3]}"]]
        return sum(value for value in column if isinstance(value, int))  # and no sums of groups
    return number_at(cell.value) if isinstance(cell.value, str) else cell.value


def linked_rows(book, location):
    """How many rows a link selects; each of them has an ordinal and an id."""
    title, first, last = RANGE.fullmatch(location).groups()
    rows = [row[:2] for row in book[title].iter_rows(int(first), int(last), values_only=True)]
    assert all(isinstance(ordinal, int) and row_id for ordinal, row_id in rows), location
    return len(rows)


@pytest.mark.parametrize("asked", REPORTS)
def test_every_figure_of_the_workbook_selects_exactly_its_rows(written, asked):
    book = openpyxl.load_workbook(written(asked, ".xlsx"))
    checked = 0
    for sheet in book:
        if sheet.title.startswith(("DS ", "Chi tiết ")):
            continue
        for cell in (cell for row in sheet.iter_rows() for cell in row):
            is_figure = cell.style in ("emul number", "emul total number")
            if cell.hyperlink:
                value = number_in(sheet, cell)
                assert linked_rows(book, cell.hyperlink.location) == value, (sheet.title, cell)
                checked += 1
            elif is_figure and isinstance(cell.value, int) and is_counted(sheet, cell):
                assert cell.value == 0, (sheet.title, cell.coordinate)
    assert checked > 150


def is_counted(sheet, cell):
    """A difference between two periods is no count."""
    heads = [one.value for (one,) in sheet[f"{cell.column_letter}1:{cell.coordinate}"]]
    titles = [head for head in heads if isinstance(head, str) and not head.startswith("=")]
    return titles[-1] != "Tăng, giảm"


class Page(HTMLParser):
    """The numbers of tables with their links, and how many rows each element with an id has."""

    VOID = ("meta", "br", "rect")

    def __init__(self, text):
        super().__init__()
        self.open, self.rows, self.numbers, self.notes = [], {}, [], []
        self.link = None
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        if tag in self.VOID:
            return
        self.open.append((tag, values.get("class"), values.get("id")))
        self.link = values["href"].removeprefix("#") if tag == "a" else self.link
        if self.is_number and self.in_a_list:
            for place in filter(None, (name for _, _, name in self.open)):
                self.rows[place] = self.rows.get(place, 0) + 1

    def handle_endtag(self, tag):
        if tag not in self.VOID:
            self.open.pop()
            self.link = None if tag == "a" else self.link

    def handle_data(self, data):
        if self.is_number and not self.in_a_list:
            self.numbers.append((data, self.link))
        elif re.match(r"l\d", self.link or ""):
            self.notes.append((data, self.link))

    @property
    def is_number(self):
        cells = [(tag, kind) for tag, kind, _ in self.open if tag in ("td", "th")]
        return cells == [("td", "number")]

    @property
    def in_a_list(self):
        """Whether a row is one behind a figure, which begins with its ordinal, and not a figure."""
        return any(re.match(r"l\d", name or "") for _, _, name in self.open)


@pytest.mark.parametrize("asked", REPORTS)
def test_every_figure_of_the_page_leads_to_exactly_its_rows(written, asked):
    page = Page(written(asked, ".html").read_text("utf-8"))
    numbers = [(number_at(text), link) for text, link in page.numbers if NUMBER.fullmatch(text)]
    differences = [text for text, link in page.numbers if text[0] in "+-"]

    assert len([link for _, link in numbers if link]) > 150
    assert [n for n, link in numbers if not link and n] == []
    assert [n for n, link in numbers if link and page.rows[link] != n] == []
    assert [text for text, link in page.notes if number_at(text) != page.rows[link]] == []
    assert bool(differences) == ("--compare" in asked)
