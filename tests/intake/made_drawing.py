"""A made list on its sheets: titles, header, sections, rows, what stands below, and its truth."""

from dataclasses import dataclass, field
from random import Random
from typing import Any

import made_words as words
from made_facts import KINDS, Fact, facts
from made_layout import Cell, MadeColumn, Office

from emulation_cli.sheets import Merge, Sheet, Workbook

_UNKNOWN_UNIT = "Xã Kỳ Lạ"
_PLAIN = ("birth_year", "field", "form", "amount", "decision_number", "decision_date", "discovered",
          "date", "place", "type", "position")  # fmt: skip


@dataclass
class RandomList:
    """One list: its workbook, its truth in the shape of tests/lists, and what is odd in it."""

    seed: int
    book: Workbook
    truth: dict[str, Any]
    traits: tuple[str, ...]


@dataclass
class _Page:
    """One sheet in the making."""

    name: str
    rows: list[list[Cell]] = field(default_factory=list)
    merges: list[Merge] = field(default_factory=list)

    def add(self, *cells: Cell) -> int:
        self.rows.append(list(cells))
        return len(self.rows)

    def merge_across(self, width: int) -> None:
        self.merges.append(Merge(len(self.rows) - 1, 0, len(self.rows) - 1, width - 1))


def make_list(seed: int, strange: float = 0.3) -> RandomList:
    """The random list of a seed; `strange` is the share of headings no rule knows."""
    return _Maker(Random(seed), seed, strange).made()


class _Maker:
    def __init__(self, rng: Random, seed: int, strange: float) -> None:
        self.rng, self.seed = rng, seed
        self.register = rng.choice(
            ("exemplars", "exemplars", "models", "honours", "honours", "events")
        )
        self.office = Office(rng, self.register, strange)
        self.traits: list[str] = []
        self.rows: list[dict[str, Any]] = []
        odd = self._trait("odd names", 0.4)
        self.facts = facts(rng, self.register, rng.randint(3, 14), odd=odd)
        self.kinds = self._kinds()
        self.given: dict[str, Any] = {}

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
        pages = self._pages()
        file = f"danh-sach-{self.seed}.xlsx"
        sheets = tuple(Sheet(p.name, p.rows, merges=tuple(p.merges)) for p in pages)
        truth = {"file": file, "register": self.register, "rows": self.rows}
        return RandomList(self.seed, Workbook(file, "", "xlsx", sheets), truth, tuple(self.traits))

    def _trait(self, name: str, share: float) -> bool:
        chosen = self.rng.random() < share
        if chosen:
            self.traits.append(name)
        return chosen

    def _kinds(self) -> set[str]:
        """A list of all kinds, or of one alone."""
        if self.register in ("exemplars", "honours") and self._trait("one kind", 0.35):
            kind = self.facts[0]["kind"]
            if kind != "household":
                self.facts = [f for f in self.facts if f["kind"] == kind]
        return {f["kind"] for f in self.facts}

    def _group(self) -> None:
        """Some lists keep the rows of a unit together."""
        self.grouped = self._trait("grouped by unit", 0.35)
        if self.grouped:
            units = [f["unit"] for f in self.facts[:3]]
            for fact in self.facts:
                fact.values["unit"] = self.rng.choice(units)
            self.facts.sort(key=lambda f: f["unit"].name)

    def _sections(self) -> str | None:
        if self.register != "events" and self.grouped and self._trait("unit sections", 0.3):
            self.office.told.add("unit")
            return "unit"
        if (
            self.register in ("exemplars", "honours")
            and len(self.kinds) > 1
            and self._trait("kind sections", 0.3)
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
            if self._trait("decision in title", 0.6):
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
            and self._trait("a row that is wrong", 0.1)
        ):
            place = self.rng.randrange(len(self.facts))
            self.broken = {id(self.facts[place])}
            shown = units[0].cell
            units[0].cell = lambda f: _UNKNOWN_UNIT if id(f) in self.broken else shown(f)

    def _pages(self) -> list[_Page]:
        page = _Page(self.rng.choice(("Sheet1", "DS", "Danh sách", "Biểu 1")))
        self._letterhead(page)
        for text in self.title:
            page.add(text)
        if self.rng.random() < 0.6:
            page.add("")
        self._header(page)
        pages = self._body(page)
        self._below(pages[-1])
        if self._trait("lookup sheet", 0.08):
            lookup = _Page("Danh mục")
            for row in (
                ("Mã", "Tên loại"),
                ("1", "Tập thể"),
                ("2", "Cá nhân"),
                ("3", "Hộ gia đình"),
            ):
                lookup.add(*row)
            pages.append(lookup)
        return pages

    @property
    def width(self) -> int:
        return len(self.columns) + self.has_numbers

    def _letterhead(self, page: _Page) -> None:
        if self._trait("letterhead", 0.3):
            gap = [""] * max(0, self.width - 2)
            page.add("ỦY BAN NHÂN DÂN", *gap, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
            page.add("HUYỆN CẨM XUYÊN", *gap, "Độc lập - Tự do - Hạnh phúc")
            page.add("", *gap, "Cẩm Xuyên, ngày 10 tháng 11 năm 2023")

    def _header(self, page: _Page) -> None:
        paths = [c.heading for c in self.columns]
        if self.has_numbers:
            paths.insert(0, (self.number_heading,))
        deep = max(map(len, paths))
        first = len(page.rows)
        for level in range(deep):
            row = [path[level] if level < len(path) else "" for path in paths]
            if level == 0:
                row = [
                    ""
                    if n
                    and deep > 1
                    and len(paths[n]) > 1
                    and paths[n - 1][0] == text
                    and len(paths[n - 1]) > 1
                    else text
                    for n, text in enumerate(row)
                ]
            page.add(*row)
        if deep > 1:
            self._merge_header(page, paths, first)
        self.header = page.rows[first:]
        if self._trait("column numbers", 0.2):
            page.add(*(f"({n})" for n in range(1, self.width + 1)))

    def _merge_header(self, page: _Page, paths: list, first: int) -> None:
        start = 0
        for column in range(1, len(paths) + 1):
            joint = (
                column < len(paths)
                and len(paths[column]) > 1
                and len(paths[start]) > 1
                and paths[column][0] == paths[start][0]
            )
            if joint:
                continue
            if len(paths[start]) == 1:
                page.merges.append(Merge(first, start, first + 1, start))
            elif column - start > 1:
                page.merges.append(Merge(first, start, first, column - 1))
            start = column

    def _body(self, page: _Page) -> list[_Page]:
        pages, last, shown = [page], None, 0
        ditto = self._unit_style()
        apart = self._trait("goes on on another sheet", 0.06) and not self.sections
        again = self._trait("header again", 0.08) and not apart
        subtotals = self.sections and self._trait("subtotals", 0.3)
        since = 0
        for number, fact in enumerate(self.facts):
            if self.sections and (value := fact[self.sections]) != last:
                if subtotals and since:
                    self._total(page, since)
                since = 0
                self._section(page, value, shown)
                shown, last = shown + 1, value
            elif number and self.rng.random() < 0.03:
                page.add("")
            if number == len(self.facts) // 2 and number:
                if apart:
                    page = _Page("Trang sau")
                    pages.append(page)
                elif again:
                    page.rows += [list(row) for row in self.header]
            self._record(page, fact, number, ditto)
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

    def _section(self, page: _Page, value: Any, shown: int) -> None:
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

    def _record(self, page: _Page, fact: Fact, number: int, ditto: str) -> None:
        cells = [c.cell(fact) for c in self.columns]
        self._repeat_unit(page, cells, fact, number, ditto)
        if self.has_numbers:
            cells.insert(0, self._number(number))
        row = page.add(*cells)
        if id(fact) not in self.broken:
            self.rows.append({"sheet": page.name, "row": row, **self._truth(fact)})

    def _repeat_unit(
        self, page: _Page, cells: list[Cell], fact: Fact, number: int, ditto: str
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
        return truth | ({"accept": accept} if accept else {})

    def _total(self, page: _Page, count: int) -> None:
        noun = {"models": "mô hình", "events": "hội nghị", "exemplars": "điển hình"}.get(
            self.register, "trường hợp"
        )
        text = self.rng.choice(words.TOTALS).format(n=count, what=noun)
        cells = [""] * self.width
        cells[self.rng.choice((0, min(1, self.width - 1)))] = text
        if self.rng.random() < 0.2 and self.width > 2:
            cells[-1] = float(count)
        page.add(*cells)

    def _below(self, page: _Page) -> None:
        if self._trait("total", 0.3):
            self._total(page, len(self.facts))
        notes = self._trait("notes below", 0.2)
        if notes:
            page.rows += [[""]] * self.rng.randint(0, 1)
            for text in self.rng.sample(words.FOOTNOTES, self.rng.randint(1, 2)):
                page.add(
                    *[""] * (self.has_numbers and self.rng.random() < 0.5),
                    text.format(n=len(self.facts)),
                )
        if self._trait("signatures", 0.4):
            page.rows += [[""]] * self.rng.randint(1, 2)
            self._signatures(page)

    def _signatures(self, page: _Page) -> None:
        for block in self.rng.sample(words.SIGNATURES, self.rng.randint(1, 3)):
            cells = [""] * self.width
            for place, text in block:
                cells[place if place >= 0 else self.width + place] = text
            page.add(*cells)
        page.rows += [[""]] * self.rng.randint(0, 2)
        if self.rng.random() < 0.6:
            page.add(*[""] * (self.width - 1), self.rng.choice(words.SIGNERS))
