"""The numbers of one list: of all its rows and by any of its dimensions, in one statement."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from emulation_cli.domain.catalogue.nouns import BY_PLURAL
from emulation_cli.register.store import Register
from emulation_cli.tallies.measures.breakdowns import Code
from emulation_cli.tallies.measures.counted_subjects import looked_for
from emulation_cli.tallies.measures.counting import (
    NEAR,
    condition,
    day_column,
    in_units,
    parameters,
)
from emulation_cli.tallies.measures.dimensions import source
from emulation_cli.tallies.measures.sources import map_of, source_of
from emulation_cli.tallies.row_lists.list_requests import ListRequest, Value

WHOLE = ""  # the direction of what is not broken down


class Sum(NamedTuple):
    """How many rows have these values, or what a column `adds` up to over them.

    `distinct`: how many recipients they speak of.
    """

    values: tuple[Value, ...] = ()
    distinct: bool = False
    adds: str = ""


Directions = Mapping[str, Iterable[Sum]]
# By direction: by the value in it: the sums.
Counts = Mapping[str, Mapping[Code, Mapping[Sum, int]]]


def counts(register: Register, request: ListRequest, directions: Directions) -> Counts:
    """The sums asked for in each direction, which is the name of a dimension or WHOLE.

    The rows are found once. A value that no row has is left out.
    """
    found: defaultdict[str, dict[Code, Mapping[Sum, int]]] = defaultdict(dict)
    if has_none(register, request.noun):
        return found
    statement = _Statement(register, request, directions)
    for place, code, *numbers in register.connection.execute(*statement.parts()):
        direction = statement.directions[place]
        found[direction][code] = dict(zip(statement.sums, numbers, strict=True))
    return found


def has_none(register: Register, noun: str) -> bool:
    """Whether the register has no record of a noun: to read a long question costs, too."""
    return register.row(f"SELECT 1 FROM {BY_PLURAL[noun].table} LIMIT 1") is None


class _Statement:
    """The statement that finds rows once and counts them in every direction."""

    def __init__(self, register: Register, request: ListRequest, directions: Directions) -> None:
        self.asked = {name: tuple(sums) for name, sums in directions.items()}
        self.directions = tuple(self.asked)
        self.sums = tuple(dict.fromkeys(one for sums in self.asked.values() for one in sums))
        named = [name for one in self.sums for name, _ in one.values]
        names = dict.fromkeys([*filter(None, self.directions), *named])
        self.columns = {name: f"d{place}" for place, name in enumerate(names)}
        look = looked_for(register, request.counted, narrowed=bool(request.within))
        self.source = source_of(request, map_of(register, request), names, look)
        self.values = dict(self.source.values)
        self.tested: list[Any] = []

    def parts(self) -> tuple[str, dict[str, Any]]:
        """The text of the statement and its parameters."""
        pairs = zip(self.source.columns, self.columns.values(), strict=True)
        columns = [f"{sql} AS {name}" for sql, name in pairs]
        if any(one.distinct for one in self.sums):
            columns.append("r.subject AS who")
        columns += [f"r.{name}" for name in {one.adds for one in self.sums} if name]
        rows = f"SELECT {', '.join(columns or ['1'])} FROM {self.source.rows}"
        head = ", ".join((*self.source.head, f"chosen AS MATERIALIZED ({rows})"))
        questions = " UNION ALL ".join(self._questions())
        return f"WITH {head} {questions}", self.values

    def _questions(self) -> Iterator[str]:
        for place, name in enumerate(self.directions):
            numbers = [
                self._number(one) if one in self.asked[name] else "NULL" for one in self.sums
            ]
            code = self.columns[name] if name else "NULL"
            group = f" GROUP BY {code}" if name else ""
            yield f"SELECT {place}, {code}, {', '.join(numbers)} FROM chosen{group}"

    def _number(self, one: Sum) -> str:
        tests = " AND ".join(
            f"{self.columns[name]} IS :{self._parameter(value)}" for name, value in one.values
        )
        if one.adds:
            return f"ifnull(sum(CASE WHEN {tests} THEN {one.adds} END), 0)"
        if one.distinct:
            return "count(DISTINCT who)"
        return f"count(*) FILTER (WHERE {tests})" if tests else "count(*)"

    def _parameter(self, value: Any) -> str:
        """The name of the parameter that has a value; one for each value."""
        if value not in self.tested:
            self.tested.append(value)
        name = f"is{self.tested.index(value)}"
        self.values[name] = value
        return name


def left_out(register: Register, request: ListRequest, shows: Iterable[str]) -> dict[str, int]:
    """How many records of a noun are `not_placed`, `open` and so on; found in one pass."""
    if has_none(register, request.noun):
        return dict.fromkeys(shows, 0)
    units = map_of(register, request)
    look = looked_for(register, request.noun, narrowed=bool(request.within))
    basis = request.basis
    sums = ", ".join(
        # Not a sum of the condition: of that SQLite asks all parts for every row.
        f"sum(CASE WHEN {condition(request.noun, show, look=look, basis=basis)} THEN 1 END)"
        for show in shows
    )
    where = in_units(request.within, "r.unit_id", units)
    rows = source(request.noun, basis)
    if request.noun == "honours":  # their day is that of a decision or an event
        where = f"{where} AND {NEAR.format(t=day_column(basis))}"
    values = parameters(request.period, request.cut_off, request.within, units)
    found = register.connection.execute(f"SELECT {sums} FROM {rows} WHERE {where}", values)
    return {show: n or 0 for show, n in zip(shows, found.fetchone(), strict=True)}
