"""`check --deep`: every figure of three periods held against the list that opens it."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from emulation_cli.domain.offices.units import Unit
from emulation_cli.domain.times.period import Period
from emulation_cli.register.store import Register
from emulation_cli.tallies.measures.figures import ReportRequest, SectionNumber
from emulation_cli.tallies.measures.period_figures import figures
from emulation_cli.tallies.row_lists.list_requests import Cut, ListRequest
from emulation_cli.tallies.row_lists.listings import Codes, counted_in

_YEARS = """
SELECT min(year) AS first, max(year) AS last FROM (
  SELECT CAST(substr(first_day, 1, 4) AS INTEGER) AS year FROM exemplar_milestone
  UNION SELECT year FROM registration
  UNION SELECT CAST(substr(first_day, 1, 4) AS INTEGER) FROM event
  UNION SELECT CAST(substr(first_day, 1, 4) AS INTEGER) FROM honours)
"""


class Difference(NamedTuple):
    """A figure that says another number than its list has rows."""

    period: str
    figure: str
    reported: int
    listed: int


def requests(register: Register) -> tuple[ReportRequest, ...]:
    """All years together, as they stood in the middle of the last one, and the last one alone."""
    span = register.rows(_YEARS)[0]
    if span["first"] is None:
        return ()
    years, last = Period.parse(f"{span['first']}-{span['last']}"), span["last"]
    last_year = Period.parse(str(last))
    return (
        ReportRequest(years),
        ReportRequest(years, cut_off=f"{last}-06-30"),
        ReportRequest(last_year),
    )


def differences(
    register: Register,
    asked: Iterable[ReportRequest],
    tell: Callable[[object], None] = lambda _done: None,
) -> Iterator[Difference]:
    """Every figure of these reports that is not as long as its list; `tell` after each report."""
    for request in asked:
        with register.moment():
            for one, listed in _listed(register, figures(register, request).each()):
                if not one.cut.adds and one.value != listed:
                    name = ".".join(filter(None, one[:3])) + f".{one.measure}"
                    yield Difference(request.period.text, name, one.value, listed)
        tell(request)


def _listed(
    register: Register, found: Iterable[SectionNumber]
) -> Iterator[tuple[SectionNumber, int]]:
    """Each figure with the number of rows of its list; lists of one whole are read together."""
    of_whole: defaultdict[ListRequest, list[SectionNumber]] = defaultdict(list)
    for one in found:
        of_whole[one.cut.whole].append(one)
    for whole, cut_out in of_whole.items():
        pairs = {_dimensions(one.cut) for one in cut_out}
        numbers = dict(_numbers(register, whole, pairs))
        for one in cut_out:
            yield one, numbers[_dimensions(one.cut)][_values(one.cut)]


_Pair = tuple[str, ...]


def _numbers(
    register: Register, whole: ListRequest, pairs: set[_Pair]
) -> Iterator[tuple[_Pair, Counter[Codes]]]:
    """How many rows there are by each of these pairs of dimensions.

    One who was honoured stands once under each value; those lists are read one by one.
    """
    if whole.recipients:
        for pair in pairs:
            yield pair, Counter(counted_in(register, whole, pair))
        return
    names = tuple(dict.fromkeys(name for pair in pairs for name in pair))
    found = counted_in(register, whole, names)
    for pair in pairs:
        places = [names.index(name) for name in pair]
        counted: Counter[Codes] = Counter()
        for codes, number in found.items():
            counted[tuple(codes[place] for place in places)] += number
        yield pair, counted


def _dimensions(cut: Cut) -> _Pair:
    return tuple(value[0] for value in (cut.line, cut.column) if value)


def _values(cut: Cut) -> Codes:
    return tuple(_raw(value[1]) for value in (cut.line, cut.column) if value)


def _raw(value: Any) -> Any:
    return value.id if isinstance(value, Unit) else value
