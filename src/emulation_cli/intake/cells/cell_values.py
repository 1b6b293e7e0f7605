"""Single cells to typed values: a value, or a Trouble that says what is wrong with the cell.

Types come from the field, never from looks. Each converter is called once per distinct cell.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from emulation_cli.domain.patterns import pattern
from emulation_cli.domain.text import clean, fold
from emulation_cli.domain.times.partial_date import (
    ImpossibleDate,
    ImpossibleYear,
    PartialDate,
    UnreadableDate,
    latest_year,
)
from emulation_cli.intake.cells.vague_times import known_part
from emulation_cli.intake.cells.written_days import (
    in_english_hours,
    is_american,
    plain_day,
    span_of_days,
)
from emulation_cli.intake.model import Severity
from emulation_cli.sheets.workbook import Cell


@dataclass(frozen=True)
class Trouble:
    """What is wrong with a cell; `value` is what can be kept where it does not block."""

    code: str
    severity: Severity = "block"
    values: dict[str, object] = field(default_factory=dict)
    value: object = None


Converter = Callable[[Cell], object]


class Memo(dict[Cell, object]):
    """A converter that looks at each distinct cell once; `troubled` if any was wrong."""

    def __init__(self, convert: Converter) -> None:
        super().__init__()
        self._convert = convert
        self.troubled = False

    def __missing__(self, cell: Cell) -> object:
        outcome: object = None
        if type(cell) is str and cell[:1] == "#" and is_error(cell):
            outcome = Trouble("error_cell", values={"value": cell})
        elif cell is not None and cell != "":
            outcome = self._convert(cell)
        self.troubled = self.troubled or isinstance(outcome, Trouble)
        self[cell] = outcome
        return outcome


def as_text(cell: Cell) -> str | None:
    """A cell as clean text; 12.0 is «12», a date as the office writes it."""
    if isinstance(cell, str):
        return clean(cell) or None
    if isinstance(cell, bool):
        return "x" if cell else None
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, date):
        return f"{cell.day:02}/{cell.month:02}/{cell.year}"
    return None if cell is None else str(cell)


LONGEST_DITTO = 12
_DITTO = {"nt", "n.t", "n/t", "nhu tren", "nhu tr", "as above", "ditto"}
_DITTO_SIGNS = pattern(r"[-–_.\s]*(?:[\"”“″〃]+|['’‘´`]{2,3}|/{2,3}|,,)[-–_.\s]*")


def is_ditto(cell: Cell) -> bool:
    """Whether a cell means «as above»: nt, -nt-, ", - " -, như trên; «Do» only as it stands."""
    if not isinstance(cell, str) or len(cell) > LONGEST_DITTO:
        return False
    return (
        bool(_DITTO_SIGNS.fullmatch(cell))
        or fold(cell).strip(" .-–_") in _DITTO
        or cell.strip().lower() == "do"
    )


_ERRORS = {"#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!"}


def is_error(cell: Cell) -> bool:
    """Whether a text file kept one of Excel's errors as words."""
    return isinstance(cell, str) and cell[:1] == "#" and cell.strip().upper() in _ERRORS


# -- dates ---------------------------------------------------------------------------------------

# A number in a date column is a serial of Excel's when it falls into these days; 20223 is not.
_FIRST_SERIAL_YEAR = 1990
_ERA = date(1899, 12, 30)
_NUMBERS = pattern(r"(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})")
_SHORT_YEAR = pattern(r"(\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*)(\d{2})")
_MONTH_AS_FLOAT = pattern(r"(1[0-2]|[1-9])\.((?:19|20)\d\d)")
_SHORT_MONTH = pattern(r"t\.?\s*(\d{1,2})\s*[/.-]\s*(\d{4})", re.IGNORECASE)
# What stands beside the day of a conference: «08 giờ 00, ngày …», «Sáng ngày …», 00:00:00.
_HOUR = pattern(
    r"^(?:từ\s+|lúc\s+|vào\s+)?(?:\d{1,2}\s*(?:giờ|h|g|:)\s*(?:\d{2}\b)?(?:\s*phút)?"
    r"|sáng|chiều|tối|cả|(?:thứ (?:\d|\w+)|chủ nhật)[\s,]+(?:ngày\b)?)"
    r"[\s,;-]*(?:thứ \w+[\s,]*)?(?:ngày\s+)?(?=\d|sáng|chiều|tối|thứ|chủ nhật)"
    r"|\s*,?\s*(?:\d{1,2}:\d\d(?::\d\d)?|lúc .*)$",
    re.IGNORECASE,
)
_YEAR_AS_FLOAT = pattern(r"(\d{4,6})[.,]0+")


def month_first(cells: Iterable[Cell]) -> str | None:
    """A text that can only be month/day/year, where a column holds more than one of them."""
    found = []
    for cell in cells:
        if isinstance(cell, str) and (match := _NUMBERS.fullmatch(cell.strip())):
            first, second = int(match[1]), int(match[2])
            if first <= 12 < second <= 31:
                found.append(clean(cell))
    return found[0] if len(found) > 1 else None


@dataclass(frozen=True)
class Dates:
    """Reads the dates of one column; `foreign` is a month-first text found in it.

    `mixed`: only some of its dates have a time of the day, as an export writes them.
    """

    foreign: str | None = None
    order: str | None = None
    mixed: bool = False

    def __call__(self, cell: Cell) -> object:
        if isinstance(cell, datetime):
            return self._checked(lambda: PartialDate.of(cell.year, cell.month, cell.day), cell)
        if isinstance(cell, date):
            return self._checked(lambda: PartialDate.of(cell.year, cell.month, cell.day), cell)
        if isinstance(cell, float | int):
            return self._number(float(cell), getattr(cell, "days_later", 0))
        return self._text(clean(str(cell)))

    def _text(self, text: str) -> object:
        text = text.removeprefix("'")  # how Excel marks a number that is to be a text
        if self.mixed and is_american(text):
            return Trouble("uncertain_date", values={"value": text, "other": "0:00"})
        text = plain_day(text)
        if not text or not text.strip("-–. "):
            return None
        if match := _YEAR_AS_FLOAT.fullmatch(text):
            return self._number(float(match[1]))
        if text.isdecimal():
            return self._number(float(text))
        if match := _NUMBERS.fullmatch(text):
            return self._ordered(text, int(match[1]), int(match[2]), int(match[3]))
        plain = _HOUR.sub("", text)
        return self._text(plain) if plain != text else self._unusual(text)

    @classmethod
    def of_column(cls, cells: Iterable[Cell], order: str | None) -> "Dates":
        """A reader that has looked at the whole column."""
        texts = {cell for cell in cells if isinstance(cell, str) and cell.strip()}
        american = sum(map(is_american, texts))
        foreign = month_first(texts) or in_english_hours(texts)
        return cls(foreign, order, 0 < american < len(texts))

    def _unusual(self, text: str) -> object:
        if match := _SHORT_YEAR.fullmatch(text):
            whole = f"{match[1]}20{match[2]}"
            return self._checked(lambda: PartialDate.parse(whole), text)
        if match := _SHORT_MONTH.fullmatch(text):
            year, month = int(match[2]), int(match[1])
            return self._checked(lambda: PartialDate.of(year, month), text)
        return self._checked(lambda: PartialDate.parse(text), text)

    def _ordered(self, text: str, first: int, second: int, year: int) -> object:
        if self.order == "mdy":
            first, second = second, first
        elif self.foreign and self.order is None and first <= 12:
            return Trouble("uncertain_date", values={"value": text, "other": self.foreign})
        return self._checked(lambda: PartialDate.of(year, second, first), text)

    def _number(self, number: float, days_later: int = 0) -> object:
        shown = f"{number:g}" if number < 1e6 else f"{number:.0f}"
        if number.is_integer() and is_year(int(number)):
            return PartialDate(f"{int(number):04}")
        if match := _MONTH_AS_FLOAT.fullmatch(shown):
            year, month = int(match[2]), int(match[1])
            return self._checked(lambda: PartialDate.of(year, month), shown)
        day = _serial_day(number + days_later)
        if day and _FIRST_SERIAL_YEAR <= day.year <= latest_year():
            found = PartialDate(day.isoformat())
            values: dict[str, object] = {"value": shown, "date": f"{day:%d/%m/%Y}"}
            return Trouble("serial_date", "info", values, found)
        return Trouble("bad_year", values={"value": shown})

    def _checked(self, read: Callable[[], PartialDate], shown: object) -> object:
        text = as_text(shown) if not isinstance(shown, str) else shown  # type: ignore[arg-type]
        try:
            found = read()
        except ImpossibleDate:
            return Trouble("impossible_date", values={"value": text})
        except ImpossibleYear:
            return Trouble("bad_year", values={"value": text})
        except UnreadableDate:
            return _vague(str(text))
        if found.first > date.today().isoformat() and len(found.iso) > 4:
            return Trouble("unlikely_date", "warn", {"value": text}, found)
        return found


def _vague(text: str) -> object:
    """A quarter, several days, the end of a year: what is sure of it is kept, and told."""
    span = span_of_days(text)
    found = PartialDate(span) if span else known_part(text)
    if found is None:
        return Trouble("unreadable_date", values={"value": text})
    return Trouble("vague_date", "warn", {"value": text, "date": found.written}, found)


def is_year(number: int) -> bool:
    """Whether a bare number is a year that can be meant."""
    return 1945 <= number <= latest_year()


def _serial_day(number: float) -> date | None:
    return _ERA + timedelta(days=int(number)) if 1 <= number < 2_958_466 else None


def as_year(cell: Cell) -> object:
    """The year of a registration: 2021, 2021.0, «Năm 2021», or the year of a date."""
    found = Dates()(cell)
    trouble = found if isinstance(found, Trouble) else None
    kept = trouble.value if trouble else found
    if isinstance(kept, PartialDate):
        return kept.year
    if trouble and trouble.code == "unreadable_date":
        return Trouble("bad_year", values=trouble.values)
    return found


def as_birth_year(cell: Cell) -> object:
    """The year of birth, from a year or a date in any order; 197o is no number."""
    if isinstance(cell, datetime | date):
        return _birth(cell.year, cell)
    if isinstance(cell, float | int):
        number = int(cell)
        # 19750 may be a day of 1954, and is as likely 1975 with a digit too many.
        day = None if is_year(number // 10) else _serial_day(number)
        return _birth(day.year if number > 9999 and day else number, number)
    text = clean(str(cell))
    if not text.strip("-–. "):
        return None
    year = _birth_year_in(text)
    return Trouble("bad_number", values={"value": text}) if year is None else _birth(year, text)


def _birth_year_in(text: str) -> int | None:
    plain = plain_day(text)
    if match := _ISO_DAY.fullmatch(plain) or re.search(r"(?<!\d)(\d{4})(?:[.,]0+)?$", plain):
        return int(match[1])
    match = _SHORT_YEAR.fullmatch(text)
    return _full_year(int(match[2])) if match else None


_ISO_DAY = pattern(r"(\d{4})-\d\d-\d\d")
_YOUNGEST = 5


def _full_year(short: int) -> int:
    """15/04/58: somebody born in 1958; the last hundred years that a person may be born in."""
    latest = date.today().year - _YOUNGEST
    return latest - (latest - short) % 100


def _birth(year: int, shown: object) -> object:
    if 1850 <= year <= latest_year() - 1:
        return year
    return Trouble("bad_year", values={"value": str(shown)})
