"""The register at a glance: what it holds, this year beside the last, what needs attention."""

from collections.abc import Iterator
from typing import NamedTuple

from emulation_cli.domain.times.period import Period
from emulation_cli.register.store import Register
from emulation_cli.tallies.comparison import NumberChange, change, compared
from emulation_cli.tallies.contents import contents
from emulation_cli.tallies.holdings import number_of
from emulation_cli.tallies.measures.figures import ReportFigures, ReportRequest
from emulation_cli.tallies.row_lists.list_requests import ListRequest


class Attention(NamedTuple):
    """Something to look at: its name, how many there are, and the list that shows them."""

    name: str
    number: int
    rows: ListRequest


class Overview(NamedTuple):
    """`totals` by noun; `year` the numbers up to `day` against the same months of last year.

    `latest` is the last year of which the register knows anything, this one at most.
    """

    day: str
    latest: str | None
    totals: dict[str, int]
    year: dict[str, NumberChange]
    attention: tuple[Attention, ...]


def overview(register: Register, day: str) -> Overview:
    """The register on an ISO day, read in one moment."""
    with register.moment():
        period = Period.parse(day[:4])
        report = compared(register, ReportRequest(period, cut_off=day), "last-year")
        found = tuple(one for one in _attention(register, period) if one.number)
        latest = register.rows(_LATEST, {"day": day})[0]["latest"]
        return Overview(day, latest, contents(register), dict(_year(report)), found)


_LATEST = """
SELECT substr(max(day), 1, 4) AS latest FROM (
  SELECT max(first_day) AS day FROM exemplar_milestone WHERE first_day <= :day
  UNION ALL SELECT max(first_day) FROM registration WHERE first_day <= :day
  UNION ALL SELECT max(first_day) FROM event WHERE first_day <= :day
  UNION ALL SELECT max(first_day) FROM decision WHERE first_day <= :day)
"""


def _year(now: ReportFigures) -> Iterator[tuple[str, NumberChange]]:
    before = now.earlier
    assert before is not None
    for code in ("exemplars", "models", "events"):
        numbers = (report.sections[code].number("total") for report in (now, before))
        yield code, change(*numbers)
    acts = (report.sections["honours"].rows("by_act") for report in (now, before))
    for act, earlier in zip(*acts, strict=True):
        yield str(act.code), change(act.numbers["instances"], earlier.numbers["instances"])


def _attention(register: Register, period: Period) -> Iterator[Attention]:
    for name, rows in (
        ("arrears", ListRequest("units", period, without="models")),
        ("undated_exemplars", ListRequest("exemplars", show="not_placed")),
        ("undated_models", ListRequest("models", show="not_placed")),
        ("undated_honours", ListRequest("honours", show="not_placed")),
        ("differing", ListRequest("decisions", differing=True)),
        ("proposed", ListRequest("honours", show="proposed")),
    ):
        yield Attention(name, number_of(register, rows), rows)
