"""Parts of a made list's sheets that hold no records: letterheads, headers, what stands below."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import made_words as words
from made_layout import Cell

from emulation_cli.sheets import Merge
from emulation_cli.sheets.workbook import Place

if TYPE_CHECKING:
    from made_drawing import Maker


@dataclass
class Page:
    """One sheet in the making."""

    name: str
    rows: list[list[Cell]] = field(default_factory=list)
    merges: list[Merge] = field(default_factory=list)
    struck: set[Place] = field(default_factory=set)

    def add(self, *cells: Cell) -> int:
        self.rows.append(list(cells))
        return len(self.rows)

    def merge_across(self, width: int) -> None:
        self.merges.append(Merge(len(self.rows) - 1, 0, len(self.rows) - 1, width - 1))


def letterhead(maker: "Maker", page: Page) -> None:
    if maker.trait("letterhead", 0.3):
        gap = [""] * max(0, maker.width - 2)
        page.add("ỦY BAN NHÂN DÂN", *gap, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
        page.add("HUYỆN CẨM XUYÊN", *gap, "Độc lập - Tự do - Hạnh phúc")
        page.add("", *gap, "Cẩm Xuyên, ngày 10 tháng 11 năm 2023")


def header(maker: "Maker", page: Page) -> None:
    paths = [c.heading for c in maker.columns]
    if maker.has_numbers:
        paths.insert(0, (maker.number_heading,))
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
        merge_header(maker, page, paths, first)
    maker.header = page.rows[first:]
    if maker.trait("column numbers", 0.2):
        page.add(*(f"({n})" for n in range(1, maker.width + 1)))


def merge_header(maker: "Maker", page: Page, paths: list, first: int) -> None:
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


def total(maker: "Maker", page: Page, count: int) -> None:
    noun = {"models": "mô hình", "events": "hội nghị", "exemplars": "điển hình"}.get(
        maker.register, "trường hợp"
    )
    text = maker.rng.choice(words.TOTALS).format(n=count, what=noun)
    cells = [""] * maker.width
    cells[maker.rng.choice((0, min(1, maker.width - 1)))] = text
    if maker.rng.random() < 0.2 and maker.width > 2:
        cells[-1] = float(count)
    page.add(*cells)


def below(maker: "Maker", page: Page) -> None:
    if maker.trait("total", 0.3):
        total(maker, page, len(maker.facts))
    notes = maker.trait("notes below", 0.2)
    if notes:
        page.rows += [[""]] * maker.rng.randint(0, 1)
        for text in maker.rng.sample(words.FOOTNOTES, maker.rng.randint(1, 2)):
            page.add(
                *[""] * (maker.has_numbers and maker.rng.random() < 0.5),
                text.format(n=len(maker.facts)),
            )
    if maker.trait("signatures", 0.4):
        page.rows += [[""]] * maker.rng.randint(1, 2)
        signatures(maker, page)


def signatures(maker: "Maker", page: Page) -> None:
    for block in maker.rng.sample(words.SIGNATURES, maker.rng.randint(1, 3)):
        cells = [""] * maker.width
        for place, text in block:
            cells[place if place >= 0 else maker.width + place] = text
        page.add(*cells)
    page.rows += [[""]] * maker.rng.randint(0, 2)
    if maker.rng.random() < 0.6:
        page.add(*[""] * (maker.width - 1), maker.rng.choice(words.SIGNERS))
