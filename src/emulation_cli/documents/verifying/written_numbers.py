"""The numbers of a written text that are figures: no dates, no numbers of papers, no ordinals."""

import re
from collections import deque
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from emulation_cli.domain.patterns import pattern
from emulation_cli.domain.text import comparing_key, fold

_NUMBER = pattern(r"\d{1,3}(?:\.\d{3})+(?![\d.]*\d)|\d+(?:,\d+)?")
_YEAR = r"(?:19|20)\d{2}"
_A_DAY = r"(?:ngay )?(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})|ngay (\d{1,2}) thang (\d{1,2}) nam (\d{4})"
_A_TIME = (
    r"(?:(?:trong )?(?:giai doan|nhiem ky|nam hoc|tu nam|tu|(?:(?:hai|ba|bon) )?nam) )?"
    rf"({_YEAR})\s*"
    rf"(?:[-–]|den het nam|den nam|den het|den)\s*({_YEAR})|"
    rf"(?:\w+ )?nam {_YEAR}(?:,? (?:va )?(?:nam )?{_YEAR})+|"
    rf"\d+ thang (?:dau |cuoi )?nam {_YEAR}|quy [ivx\d]+(?:/| nam ){_YEAR}|"
    rf"(?:trong )?(?:tu )?nam {_YEAR}(?: den nay)?"
)
_DAY, _PERIOD = pattern(_A_DAY), pattern(_A_TIME)
# What has digits and is no figure. Folded texts have their letters at the same places.
_NO_FIGURE = pattern(
    rf"{_A_DAY}|{_A_TIME}|"
    r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|ngay \d{1,2}(?: thang \d{1,2})?(?:/\d{1,2})?(?: nam \d{4})?|"
    r"thang \d{1,2}(?:[/-]\d{4})?|"
    rf"(?:\d+ thang (?:dau|cuoi) nam|quy [ivx\d]+(?:/| nam )?|nam hoc|nam|nhiem ky) ?{_YEAR}|"
    r"\bso ?:? ?\d+[/-][\w/.-]*|"
    r"\b(?:dieu|khoan|muc|bang|bieu do|phu luc|chuong) ?:? ?\d+[\w/.-]*|\d+[/-][a-z][\w/-]*|"
    r"^\s*(?:\d+|[ivx]+)[.)](?:\d+[.)]?)*(?=\s)"
)
_YEARS_LONG = pattern(r"\s+năm\b(?!\s+(?:19|20)\d\d(?!\s*[-–]))", re.IGNORECASE)  # no «nam» of men
_BEFORE = 12  # letters in which «hơn» stands before a number
_MILLIONS = 1_000_000
_MORE_THAN = pattern(r"(?:hon|tren)\s+$")


class WrittenNumber(NamedTuple):
    """A figure of a text: its span, its value, whether it is a share, whether more than it."""

    start: int
    end: int
    value: float
    percent: bool = False
    more: bool = False

    def allows(self, value: float) -> bool:
        """Whether it says a value: «hơn 300» is 301 to 399, «hơn 20» 21 to 29."""
        if not self.more:
            return value == self.value
        digits = f"{self.value:.0f}"
        step: int = 10 ** (len(digits) - len(digits.rstrip("0")))
        return self.value < value < self.value + max(step, 2)

    def shows(self, value: float) -> bool:
        """Whether it is a value rounded to as many decimals as it has."""
        decimals = len(f"{self.value:g}".partition(".")[2])
        return any(
            abs(round(value, n) - self.value) < 1e-9 for n in {decimals, 1, 2} if n >= decimals
        )


def without_more_than(text: str) -> str:
    """What stands before a number, without «hơn», which belongs to it."""
    return _MORE_THAN.sub("", text)


@lru_cache(4096)  # each sentence is held against all of ours
def even(text: str) -> str:
    """The text folded, each letter at its place; as it is where folding changes its length."""
    folded = "".join(fold(letter) or letter for letter in text)
    return folded if len(folded) == len(text) else text.lower()


def numbers_in(text: str) -> Iterator[WrittenNumber]:
    """The figures of a text in their order."""
    plain = even(text)
    taken = deque(found.span() for found in _NO_FIGURE.finditer(plain))
    for found in _NUMBER.finditer(plain):
        start, end = found.span()
        while taken and taken[0][1] <= start:  # what ends before it is behind us
            taken.popleft()
        if taken and taken[0][0] < end:
            continue
        if _YEARS_LONG.match(text, end):
            continue
        digits = found[0].replace(".", "") if "," not in found[0] else found[0]
        scale = _MILLIONS if plain.startswith(" trieu dong", end) else 1
        percent = plain[end : end + 2].lstrip().startswith("%")
        more = _MORE_THAN.search(plain, max(start - _BEFORE, 0), start) is not None
        yield WrittenNumber(
            start, end, round(float(digits.replace(",", ".")) * scale, 6), percent, more
        )


def without_numbers(text: str) -> tuple[str, tuple[WrittenNumber, ...]]:
    """A text's words with a sign for each figure, and the figures."""
    found = tuple(numbers_in(text))
    plain, at = [], 0
    folded = even(text)
    for number in found:
        plain += [folded[at : number.start], "#"]
        at = number.end
    plain.append(folded[at:])
    return " ".join("".join(plain).replace("«", "“").replace("»", "”").split()).strip(" ."), found


def periods_in(text: str) -> list[str]:
    """The times that a text names, one for each: «2018-2023», «năm 2023»."""
    return [said for _, _, said in time_spans(text)]


def time_spans(text: str) -> Iterator[tuple[int, int, str]]:
    """Where a text names times, and which."""
    days = [found.span() for found in _DAY.finditer(even(text))]
    for found in _PERIOD.finditer(even(text)):
        start, end = found.span()
        if any(first < end and start < last for first, last in days):
            continue
        years = re.findall(_YEAR, found[0])
        said = text[start:end]
        if len(years) > 1:  # «năm 2021, 2022, 2023»
            said = f"{years[0]}-{years[-1]}"
        yield start, end, said


def dates_in(text: str) -> Iterator[tuple[int, int, str]]:
    """Where a text names days, and which in ISO."""
    for found in _DAY.finditer(even(text)):
        day, month, year = (one for one in found.groups() if one)
        yield *found.span(), f"{year}-{int(month):02}-{int(day):02}"


@lru_cache(4096)
def lowered(text: str) -> str:
    """The text in small letters with each tone at its one place, each letter at its own."""
    return _WORD.sub(_lowered_word, text)


_WORD = re.compile(r"[^\W\d_]+")


def _lowered_word(found: re.Match[str]) -> str:
    made = comparing_key(found[0])
    return made if len(made) == len(found[0]) else found[0].lower()


def sentences_in(text: str) -> Iterator[str]:
    """The sentences of a paragraph."""
    at = 0
    for found in _END.finditer(text):
        yield text[at : found.end()]
        at = found.end()
    if text[at:].strip():
        yield text[at:]


_END = pattern(r"[.!?](?=\s+[^\W\d_])(?<!\b\w\.)\s*")
