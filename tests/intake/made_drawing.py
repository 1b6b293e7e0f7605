"""A made list on its sheets: titles, header, sections, rows, what stands below, and its truth."""

from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import made_difficulties as difficulties
import made_pages as parts
import made_shapes as shapes
import made_words as words
from made_facts import KINDS, Fact, facts
from made_files import OF_ONE_SHEET, WRITERS
from made_layout import Cell, MadeColumn, Office
from made_pages import Page

from emulation_cli.sheets import Merge, Sheet, Workbook

SUFFIXES = {"html": "xls"}
_UNKNOWN_UNIT = "Xã Kỳ Lạ"
_LOOKUP = (("Mã", "Tên loại"), ("1", "Tập thể"), ("2", "Cá nhân"), ("3", "Hộ gia đình"))
_PLAIN = ("birth_year", "field", "form", "amount", "decision_number", "decision_date", "discovered",
          "date", "place", "type", "position", "gender")  # fmt: skip


@dataclass
class RandomList:
    """One list: its workbook, its truth in the shape of tests/lists, and what is odd in it."""

    seed: int
    book: Workbook
    truth: dict[str, Any]
    traits: tuple[str, ...]
    form: str = "xlsx"

    def write(self, folder: Path) -> Path:
        """The list as a file of its form."""
        path = folder / f"danh-sach-{self.seed}.{SUFFIXES.get(self.form, self.form)}"
        path.write_bytes(WRITERS[self.form](self.book.sheets, Random(self.seed)))
        return path


def make_list(seed: int, strange: float = 0.3, form: str = "xlsx") -> RandomList:
    """The random list of a seed; `strange` is the share of headings no rule knows.

    `form` is the kind of file that it is drawn for: a CSV has one sheet and no lines through rows.
    """
    return Maker(Random(seed), seed, strange, form).made()


class Maker:
    """Draws one list; its facts, columns and traits are what the difficulties change."""

    def __init__(self, rng: Random, seed: int, strange: float, form: str) -> None:
        self.rng, self.seed, self.form = rng, seed, form
        self.register = rng.choice(
            ("exemplars", "exemplars", "models", "honours", "honours", "events")
        )
        self.office = Office(rng, self.register, strange)
        self.traits: list[str] = []
        self.rows: list[dict[str, Any]] = []
        odd = self.trait("odd names", 0.4)
        self.facts = facts(rng, self.register, rng.randint(3, 14), odd=odd)
        self.kinds = self._kinds()
        self.given: dict[str, Any] = {}
        self.together: dict[int, tuple[Fact, Fact]] = {}

    def made(self) -> RandomList:
        self._group()
        self.sections = self._sections()
        self.year = self.rng.choice((2021, 2022, 2023))
        self.columns = self.office.columns(self.kinds)
        if not any(c.cell and self._useful(c) for c in self.columns):
            self.columns.append(MadeColumn(("Nội dung",), lambda _f: "Như đề nghị"))
        self._titles()
        self._number_column()
        self._break_cells()
        difficulties.add(self)
        shapes.add(self)
        found = self._pages()
        if self.plain:
            shapes.type_plainly(found)
        file = f"danh-sach-{self.seed}.xlsx"
        sheets = tuple(
            Sheet(p.name, p.rows, merges=tuple(p.merges), struck=frozenset(p.struck)) for p in found
        )
        truth = {"file": file, "register": self.register, "rows": self.rows}
        book = Workbook(file, "", "xlsx", sheets)
        return RandomList(self.seed, book, truth, tuple(self.traits), self.form)

    def trait(self, name: str, share: float) -> bool:
        chosen = self.rng.random() < share
        if chosen:
            self.traits.append(name)
        return chosen

    def _kinds(self) -> set[str]:
        """A list of all kinds, or of one alone."""
        if self.register in ("exemplars", "honours") and self.trait("one kind", 0.35):
            kind = self.facts[0]["kind"]
            if kind != "household":
                self.facts = [f for f in self.facts if f["kind"] == kind]
        return {f["kind"] for f in self.facts}

    def _group(self) -> None:
        """Some lists keep the rows of a unit together."""
        self.grouped = self.trait("grouped by unit", 0.35)
        if self.grouped:
            units = [f["unit"] for f in self.facts[:3]]
            for fact in self.facts:
                fact.values["unit"] = self.rng.choice(units)
            self.facts.sort(key=lambda f: f["unit"].name)

    def _sections(self) -> str | None:
        if self.register != "events" and self.grouped and self.trait("unit sections", 0.3):
            self.office.told.add("unit")
            return "unit"
        if (
            self.register in ("exemplars", "honours")
            and len(self.kinds) > 1
            and self.trait("kind sections", 0.3)
        ):
            self.office.told.add("kind")
            self.facts.sort(key=lambda f: KINDS.index(f["kind"]))
            return "kind"
        return None

    @staticmethod
    def _useful(column: MadeColumn) -> bool:
        return bool(column.tells) and column.role != "name"

    def _titles(self) -> None:
        """What the titles say: the year, or the decision that a list of honours is annexed to."""
        tells = {name for column in self.columns for name in column.tells}
        self.title = [self.rng.choice(words.TITLES[self.register])]
        if self.register == "honours" and "decision_number" not in tells:
            if self.trait("decision in title", 0.6):
                fact = self.facts[0]
                number, day = fact["decision_number"], fact["decision_date"]
                year, month, date = day.split("-")
                self.given |= {"decision_number": number, "decision_date": day}
                self.title.append(
                    f"(Kèm theo Quyết định số {number} ngày {date}/{month}/{year} của Chủ tịch UBND huyện Cẩm Xuyên)"
                )
            else:
                self.title[0] += f" NĂM {self.year}"
                self.given["decision_date"] = str(self.year)
        elif self.register == "models" and "year" not in tells:
            self.title[0] += f" NĂM {self.year}"
            self.given["year"] = self.year

    def _number_column(self) -> None:
        style = self.rng.choices(("1", "1.", "01", "none", "empty", "half"), (10, 1, 2, 3, 1, 1))[0]
        self.numbered = style not in ("none", "empty")
        self.has_numbers = style != "none"
        if style != "1":
            self.traits.append(f"numbers {style}")
        self.style = style
        self.number_heading = self.rng.choice(("STT", "TT", "Số TT", "Stt"))

    def _break_cells(self) -> None:
        """A unit that does not exist: the row is to be refused."""
        units = [c for c in self.columns if c.role == "unit" and c.tells == ("unit",)]
        self.broken = set()
        if (
            units
            and not self.grouped
            and self.register != "events"
            and self.trait("a row that is wrong", 0.1)
        ):
            place = self.rng.randrange(len(self.facts))
            self.broken = {id(self.facts[place])}
            shown = units[0].cell
            units[0].cell = lambda f: _UNKNOWN_UNIT if id(f) in self.broken else shown(f)

    def _pages(self) -> list[Page]:
        page = Page(self.rng.choice(("Sheet1", "DS", "Danh sách", "Biểu 1")))
        parts.letterhead(self, page)
        for text in self.title:
            page.add(text)
        if self.rng.random() < 0.6:
            page.add("")
        parts.header(self, page)
        pages = self._body(page)
        parts.below(self, pages[-1])
        codes = difficulties.code_rows(self)
        if not self.has_code_sheets:
            return pages
        if codes or self.trait("lookup sheet", 0.08):
            lookup = Page("Danh mục")
            for cells in codes or _LOOKUP:
                lookup.add(*cells)
            pages.append(lookup)
        return pages

    @property
    def of_one_sheet(self) -> bool:
        return self.form in OF_ONE_SHEET

    @property
    def has_code_sheets(self) -> bool:
        return self.form not in (*OF_ONE_SHEET, "docx")

    @property
    def width(self) -> int:
        return len(self.columns) + self.has_numbers

    def _body(self, page: Page) -> list[Page]:
        pages, last, shown = [page], None, 0
        ditto = self._unit_style()
        apart = self.trait("goes on on another sheet", 0.06) and not self.sections
        apart = apart and not self.of_one_sheet
        again = self.trait("header again", 0.08) and not apart
        subtotals = self.sections and self.trait("subtotals", 0.3)
        since = 0
        for number, fact in enumerate(self.facts):
            if self.sections and (value := fact[self.sections]) != last:
                if subtotals and since:
                    parts.total(self, page, since)
                since = 0
                self._section(page, value, shown)
                shown, last = shown + 1, value
            elif number and self.rng.random() < 0.03:
                page.add("")
            if number == len(self.facts) // 2 and number:
                if apart:
                    page = Page("Trang sau")
                    pages.append(page)
                elif again:
                    page.rows += [list(row) for row in self.header]
            if number and ditto == "each" and (note := difficulties.note_between(self)):
                page.add(*[""] * self.has_numbers, note)
            self._record(page, fact, number, ditto)
            self._go_on(page, fact)
            since += 1
        return pages

    def _unit_style(self) -> str:
        """How a unit that many rows share is written."""
        if (
            not self.grouped
            or self.sections
            or not any(c.role == "unit" and c.tells == ("unit",) for c in self.columns)
        ):
            return "each"
        style = self.rng.choice(("each", "ditto", "merged"))
        if style != "each":
            self.traits.append(f"unit {style}")
        return style

    def _section(self, page: Page, value: Any, shown: int) -> None:
        labels = {"collective": "TẬP THỂ", "individual": "CÁ NHÂN", "household": "HỘ GIA ĐÌNH"}
        text = labels[value] if isinstance(value, str) else value.name
        mark = ("I", "II", "III", "IV", "V")[shown]
        way = self.rng.choice(("in the number column", "before the text", "merged", "alone"))
        if way == "in the number column" and self.has_numbers:
            page.add(mark, text)
        elif way == "merged":
            page.add(f"{mark}. {text}", *[""] * (self.width - 1))
            page.merge_across(self.width)
        elif way == "before the text":
            page.add(*[""] * self.has_numbers, f"{mark}. {text}")
        else:
            page.add(*[""] * self.has_numbers, text)

    def _record(self, page: Page, fact: Fact, number: int, ditto: str) -> None:
        cells = [c.cell(fact) for c in self.columns]
        self._repeat_unit(page, cells, fact, number, ditto)
        if self.has_numbers:
            cells.insert(0, self._number(number))
        row = page.add(*cells)
        if id(fact) in self.struck:
            page.struck |= {(row - 1, column) for column, cell in enumerate(cells) if cell}
        if id(fact) not in self.broken:
            for one in self.together.get(id(fact), (fact,)):
                self.rows.append({"sheet": page.name, "row": row, **self._truth(one)})

    def _go_on(self, page: Page, fact: Fact) -> None:
        if further := difficulties.further_row(self, fact):
            cells, more = further
            row = page.add(*[""] * self.has_numbers, *cells)
            self.rows.append({"sheet": page.name, "row": row, **self._truth(more)})

    def _repeat_unit(
        self, page: Page, cells: list[Cell], fact: Fact, number: int, ditto: str
    ) -> None:
        above = self.facts[number - 1]["unit"] if number else None
        if ditto == "each" or above is None or above.id != fact["unit"].id or not page.rows:
            return
        place = next(n for n, c in enumerate(self.columns) if c.role == "unit")
        column = place + self.has_numbers
        if ditto == "ditto":
            cells[place] = self.rng.choice(("nt", "-nt-", '"'))
        elif not any(map(bool, page.rows[-1])) or page.rows[-1] in self.header:
            return
        else:
            cells[place] = ""
            top = next(
                (
                    m.top
                    for m in page.merges
                    if m.left == m.right == column and m.bottom == len(page.rows) - 1
                ),
                len(page.rows) - 1,
            )
            page.merges = [m for m in page.merges if not (m.left == column and m.top == top)]
            page.merges.append(Merge(top, column, len(page.rows), column))

    def _number(self, number: int) -> Cell:
        match self.style:
            case "1.":
                return f"{number + 1}."
            case "01":
                return f"{number + 1:02}"
            case "empty":
                return ""
            case "half":
                return float(number + 1) if number < len(self.facts) / 2 else ""
        return float(number + 1)

    def _truth(self, fact: Fact) -> dict[str, Any]:
        cut = dict(
            name.split(":") for column in self.columns for name in column.tells if ":" in name
        )
        told = {name for column in self.columns for name in column.tells} | set(cut)
        name = "recipient" if self.register == "honours" else "name"
        truth: dict[str, Any] = {name: fact[name]}
        accept = dict(fact.accept)
        truth |= {n: fact[n] for n in _PLAIN if n in told}
        truth |= {n: truth[n][: int(length)] for n, length in cut.items()}
        truth |= {n: v for n, v in self.given.items() if n.startswith("decision")}
        if "unit" in told or self.sections == "unit":
            truth["unit"] = fact["unit"].name
        if self.register == "models":
            year = fact["year"] if "year" in told else self.given["year"]
            truth["years"] = [
                {"year": year, "status": fact["status"] if "status" in told else None}
            ]
        if self.register != "events":
            truth["kind"] = fact["kind"]
            if "kind" not in told and self.sections != "kind":
                accept["kind"] = ["unclassified"]
        if fact["kind"] == "household":
            accept[name] = [*accept.get(name, ()), fact.written]
        if "position" in truth:
            accept["position"] = [""]
        if self.plain:
            typed = [*accept.get(name, ()), fact[name], fact.written]
            accept[name] = list(map(shapes.without_marks, typed))
        return truth | ({"accept": accept} if accept else {})
