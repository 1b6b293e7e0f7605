"""Counts and amounts of money as lists write them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from emulation_cli.domain.catalogue.field_types import LARGEST_AMOUNT
from emulation_cli.domain.patterns import pattern
from emulation_cli.domain.text import clean
from emulation_cli.intake.cells.cell_values import Trouble, as_text
from emulation_cli.sheets.workbook import Cell

_CURRENCY = pattern(r"\s*(?:đồng|dong|vnđ|vnd|đ|₫|d)\.?$", re.IGNORECASE)
_MULTIPLES = {
    "triệu": 10**6, "trieu": 10**6, "tr": 10**6, "nghìn": 10**3, "ngàn": 10**3, "nghin": 10**3,
    "ngan": 10**3, "k": 10**3, "tỷ": 10**9, "tỉ": 10**9, "ty": 10**9,
}  # fmt: skip
_MULTIPLE = pattern(rf"([\d.,]+)\s*({'|'.join(_MULTIPLES)})$", re.IGNORECASE)
_LEAST = 1_000
_GROUPED = pattern(r"\d{1,3}(?:([., ])\d{3})(?:\1\d{3})*(?:[.,]0+)?")
_PLAIN = pattern(r"(\d+)(?:[.,]0+)?")


_VOTES = pattern(r"(\d{1,4})\s*(?:/|trên|tren)\s*(\d{1,4})(?:\s*(?:phiếu|phieu))?(?:\s*\(.*\))?")


def votes_in(cell: Cell) -> tuple[int, int] | None:
    """«8/9», «8/9 phiếu (88,9%)»: the votes for it, of how many."""
    found = _VOTES.fullmatch(as_text(cell) or "")
    return (int(found[1]), int(found[2])) if found else None


def as_votes(cell: Cell) -> object:
    """The votes for it, of a number or of «8/9»."""
    return votes[0] if (votes := votes_in(cell)) else as_whole_number(cell)


def as_whole_number(cell: Cell) -> object:
    """A count; the dot of thousands is understood, «người», «năm» behind it are dropped."""
    if isinstance(cell, float | int):
        right = 0 <= cell <= LARGEST_AMOUNT and float(cell).is_integer()
        return int(cell) if right else _no_number(cell)
    text = re.sub(
        r"\s*(?:người|đại biểu|đ/c|đồng chí|lượt|năm)\.?$",
        "",
        clean(str(cell)),
        flags=re.IGNORECASE,
    )
    if not text.strip("-–. "):
        return None
    number = _digits(text)
    if number is None and (about := _ABOUT.match(text)):
        number = _digits(text[about.end() :])
        if number is not None:
            return Trouble("about_number", "warn", {"value": text, "number": number}, number)
    return _no_number(cell) if number is None else number


_ABOUT = pattern(r"(?:khoảng|hơn|gần|trên|dưới|chừng|about|over|nearly)\s+", re.IGNORECASE)
_SCALE = pattern(
    r"\b(?:(1[.,]?000(?:[.,]?000)?)|(nghìn|ngàn|nghin|ngan|triệu|trieu|tr))\s*(?:đồng|dong|vnđ|vnd|đ|d)\b",
    re.IGNORECASE,
)


_UNIT_OF_ALL = pattern(r"(?:đvt|đơn vị tính|đơn vị)\s*[:(].*", re.IGNORECASE)


def scale_of(heading: str, titles: Sequence[str] = ()) -> int:
    """By how much the bare numbers of a column count: «(nghìn đồng)», «ĐVT: 1.000 đồng»."""
    of_all = (match[0] for text in titles if (match := _UNIT_OF_ALL.search(text)))
    return next((scale for scale in map(_scale, (heading, *of_all)) if scale > 1), 1)


def _scale(text: str) -> int:
    match = _SCALE.search(text)
    if not match:
        return 1
    return int(re.sub(r"\D", "", match[1])) if match[1] else _MULTIPLES[match[2].lower()]


@dataclass(frozen=True)
class Amounts:
    """Reads the amounts of one column; a bare number counts by its `scale`."""

    scale: int = 1

    def __call__(self, cell: Cell) -> object:
        if self.scale > 1 and not isinstance(cell, float | int):
            plain = clean(str(cell)).replace(".", "").replace(",", ".")
            cell = float(plain) if re.fullmatch(r"\d+(?:\.\d+)?", plain) else cell
        if isinstance(cell, float | int) and cell >= 0:
            return _likely(as_amount(cell * self.scale))
        return _likely(as_amount(cell))


def _likely(amount: object) -> object:
    """500.000 that Excel took for 500 is told: nobody is given less than a thousand đồng."""
    if isinstance(amount, int) and 0 < amount < _LEAST:
        return Trouble("small_amount", "warn", {"value": amount}, amount)
    return amount


def as_amount(cell: Cell) -> object:
    """Whole đồng: 1.000.000 đ, 800 000, 1,5 triệu."""
    if isinstance(cell, float | int):
        return round(cell) if 0 <= cell <= LARGEST_AMOUNT else _no_number(cell)
    text = _CURRENCY.sub("", clean(str(cell)))
    if not text.strip("-–. "):
        return None
    if match := _MULTIPLE.fullmatch(text):
        try:
            amount = float(match[1].replace(",", ".")) * _MULTIPLES[match[2].lower()]
        except ValueError:
            return _no_number(cell)
        return round(amount) if amount <= LARGEST_AMOUNT else _no_number(cell)
    number = _digits(text)
    return _no_number(cell) if number is None else number


def _digits(text: str) -> int | None:
    match = _PLAIN.fullmatch(text)
    digits = match[1] if match else ""
    if _GROUPED.fullmatch(text):
        digits = re.sub(r"\D", "", re.sub(r"[.,]0{1,2}$", "", text))
    too_long = len(digits.lstrip("0")) > len(str(LARGEST_AMOUNT))
    return None if not digits or too_long or int(digits) > LARGEST_AMOUNT else int(digits)


def _no_number(cell: Cell) -> Trouble:
    return Trouble("bad_number", values={"value": as_text(cell)})
