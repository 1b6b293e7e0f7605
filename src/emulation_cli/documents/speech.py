"""Words of one language put together: counted nouns, lists, periods."""

import calendar
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager

from emulation_cli import words
from emulation_cli.domain.text import fold, safe
from emulation_cli.domain.times.period import Period

_ROMAN = ("I", "II", "III", "IV")


class Speech:
    """The sentences of the area `report` in one language."""

    def __init__(self, language: str) -> None:
        self.language = language

    def say(self, name: str, /, **values: object) -> str:
        """The sentence `report.name` with its values put in."""
        return words.say_in(self.language, f"report.{name}", **values)

    def number(self, value: int) -> str:
        """A number in running text; small ones have a leading zero in Vietnamese (DOMAIN 4)."""
        if self.language == "vi" and 0 < value < 10:
            return f"0{value}"
        return words.number(value, self.language)

    def counted(self, noun: str, value: int) -> str:
        """A number with its noun: «223 tập thể», «1 collective»."""
        one, _, many = words.sentences("report", self.language)[f"n.{noun}"].partition("|")
        return (many if many and value != 1 else one).format(n=self.number(value))

    def listed(self, parts: Iterable[str]) -> str:
        """A list in a sentence, with the last two joined by «và»."""
        *first, last = parts
        return ", ".join(first) + self.say("and") + last if first else last

    def counts(self, numbers: Mapping[str, int]) -> str:
        """The numbers that are not 0 with their nouns: «223 tập thể và 158 cá nhân»."""
        return self.listed(self.counted(noun, n) for noun, n in numbers.items() if n)

    def of_kinds(self, numbers: Mapping[str, int]) -> str:
        """What a total is made of, as the end of its sentence."""
        held = [kind for kind, n in numbers.items() if n]
        if len(held) == 1:
            return self.say(f"all.{held[0]}")
        return self.say("of_them", kinds=self.counts(numbers)) if held else ""

    def measure(self, name: str) -> str:
        return self.say(f"measure.{name}")

    def until(self, period: Period, cut_off: str | None) -> str:
        """The period, and the day in it up to which it was counted."""
        named = self.period(period)
        if cut_off is None or cut_off >= period.last:
            return named
        return self.say("period.until", period=named, date=words.date(cut_off))

    def period(self, period: Period) -> str:
        """The period as a document names it, however the clerk wrote it: «Giai đoạn 2021-2023»."""
        name, values = _name_of(period)
        return safe(self.say(f"period.{name}", **values))


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """While inside, the words of lists are in the language of a document, not of the screen."""
    before = words.language()
    words.use(language)
    try:
        yield
    finally:
        words.use(before)


def running(label: str) -> str:
    """A label inside a sentence: its first letter small, unless it is an abbreviation."""
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]


def _name_of(period: Period) -> tuple[str, dict[str, object]]:
    if period.term:
        return _term(period)
    first_year, first_month, first_day = period.first.split("-")
    last_year, last_month, last_day = period.last.split("-")
    months_end = calendar.monthrange(int(last_year), int(last_month))[1]
    if first_day != "01" or int(last_day) != months_end:
        return _days(period)
    if (first_month, last_month) == ("01", "12"):
        return _years(first_year, last_year)
    if first_year == last_year:
        return _months(int(first_month), int(last_month), first_year)
    if fold(period.text).startswith(("nam hoc", "school")):
        return "school_year", {"first": first_year, "last": last_year}
    return _days(period)


def _days(period: Period) -> tuple[str, dict[str, object]]:
    name = "day" if period.first == period.last else "days"
    return name, {"first": words.date(period.first), "last": words.date(period.last)}


def _years(first: str, last: str) -> tuple[str, dict[str, object]]:
    if first == last:
        return "year", {"year": first}
    return "years", {"first": first, "last": last}


def _term(period: Period) -> tuple[str, dict[str, object]]:
    """A term by its years; where the office has set its days, by these too."""
    assert period.term is not None
    first, last = period.term
    if (period.first, period.last) == (f"{first}-01-01", f"{last}-12-31"):
        return "term", {"first": first, "last": last}
    return "term_days", _days(period)[1] | {"years": f"{first}-{last}"}


def _months(first: int, last: int, year: str) -> tuple[str, dict[str, object]]:
    count = last - first + 1
    if count == 1:
        return "month", {"month": f"{first:02}", "year": year}
    if count == 3 and first % 3 == 1:
        return "quarter", {"roman": _ROMAN[first // 3], "year": year}
    if first == 1:
        return "first_months", {"months": count, "year": year}
    if last == 12:
        return "last_months", {"months": count, "year": year}
    ends = calendar.monthrange(int(year), last)[1]
    return "days", {
        "first": f"01/{first:02}/{year}",
        "last": f"{ends}/{last:02}/{year}",
    }
