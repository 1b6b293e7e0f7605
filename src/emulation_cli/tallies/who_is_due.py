"""Who is due: never honoured, recognised and not taken up, years of a title fulfilled."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from emulation_cli.domain.offices.units import Unit
from emulation_cli.register.awarding.award_rules import AwardRule, award_rules
from emulation_cli.register.store import Register
from emulation_cli.tallies.measures.sources import map_of, source_of
from emulation_cli.tallies.row_lists.list_requests import ListRequest
from emulation_cli.tallies.row_lists.listings import listing

NEVER_HONOURED, NOT_REPLICATED, FULFILLED = "never_honoured", "not_replicated", "fulfilled"
REASONS = (NEVER_HONOURED, NOT_REPLICATED, FULFILLED)
Within = tuple[Unit, ...]


class Due(NamedTuple):
    """A record and what it is due for: a reason, and, where years are fulfilled, the award.

    `told` is what the reason says more: the first day, the level, the code that was needed.
    """

    id: str
    name: str
    kind: str
    unit: str | None
    reason: str
    award: str | None = None
    told: str | None = None
    years: tuple[int, ...] = ()
    source: str | None = None


def due(register: Register, reasons: Sequence[str], within: Within, day: str) -> list[Due]:
    """Who is due on an ISO day for any of some REASONS, in the units or in all."""
    found: list[Due] = []
    with register.moment():
        if NEVER_HONOURED in reasons:
            found += _never_honoured(register, within)
        if NOT_REPLICATED in reasons:
            found += _not_replicated(register, within)
        if FULFILLED in reasons:
            for rule in award_rules(register, day):
                found += _fulfilled(register, rule, within)
    return found


def _never_honoured(register: Register, within: Within) -> Iterator[Due]:
    asked = ListRequest("exemplars", within=within, filters=(("honoured", 0),))
    for row in _rows(register, asked):
        yield Due(*_who(row), NEVER_HONOURED, told=row["discovered"])


def _not_replicated(register: Register, within: Within) -> Iterator[Due]:
    filters = (("recognised", 1), ("replicated", 0))
    for row in _rows(register, ListRequest("models", within=within, filters=filters)):
        if row["status"] == "active":
            yield Due(*_who(row), NOT_REPLICATED, told=row["recognised"])


def _rows(register: Register, asked: ListRequest) -> Iterator[dict[str, Any]]:
    found = listing(register, asked)
    for row in found.rows:
        yield dict(zip(found.columns, row, strict=True))


def _who(row: dict[str, Any]) -> tuple[str, str, str, str | None]:
    return row["id"], row["name"], row["kind"], row["unit"]


class _Given(NamedTuple):
    """One who was given something, and in which years; the first record names him."""

    who: tuple[str, str, str, str | None]
    years: set[int]


def _fulfilled(register: Register, rule: AwardRule, within: Within) -> Iterator[Due]:
    """Those whose years came after the last time that it was given to them."""
    had = _given(register, rule.vocabulary, rule.code, ())
    for subject, one in _given(register, rule.needed_vocabulary, rule.needed, within).items():
        last = max(had[subject].years, default=0) if subject in had else 0
        years = _counting({year for year in one.years if year > last}, in_a_row=rule.in_a_row)
        if len(years) >= rule.years:
            yield Due(*one.who, FULFILLED, rule.code, rule.needed, years, rule.source)


def _counting(years: set[int], *, in_a_row: bool) -> tuple[int, ...]:
    """The years that count: all, or those that lead without a gap to the last of them."""
    if not in_a_row or not years:
        return tuple(sorted(years))
    first = last = max(years)
    while first - 1 in years:
        first -= 1
    return tuple(range(first, last + 1))


# An honour counts in the year that it was given for, where it says so.
_GIVEN = """
SELECT r.subject, 'H' || r.id, r.recipient, r.kind, r.unit,
 ifnull(r.achievement_year, CAST(substr(r.date, 1, 4) AS INTEGER)) AS year
FROM {rows} ORDER BY r.id"""


def _given(register: Register, vocabulary: str, code: str, within: Within) -> dict[str, _Given]:
    asked = ListRequest("honours", within=within, filters=((vocabulary, code),))
    source = source_of(asked, map_of(register, asked), ())
    sql = _GIVEN.format(rows=source.rows)
    found: dict[str, _Given] = {}
    years: dict[str, set[int]] = defaultdict(set)
    for subject, record, name, kind, unit, year in register.connection.execute(sql, source.values):
        one = found.setdefault(subject, _Given((record, name, kind, unit), years[subject]))
        if year:
            one.years.add(year)
    return found
