"""Which records a list or a tally is about: what was asked, and the condition that it makes."""

import json
from collections.abc import Iterable
from typing import Any, NamedTuple

from emulation_cli.domain.catalogue.nouns import STAGES
from emulation_cli.domain.offices.units import Unit
from emulation_cli.domain.times.period import Period
from emulation_cli.register.stated_counts import DIFFERING
from emulation_cli.tallies.arrears import without
from emulation_cli.tallies.measures.answering_units import UNASSIGNED, UnitMap
from emulation_cli.tallies.measures.counted_subjects import Look, each, honours_of
from emulation_cli.tallies.measures.counting import (
    condition,
    having_milestone,
    in_units,
    parameters,
    recognised_at,
)
from emulation_cli.tallies.measures.dimensions import (
    column,
    dimensions,
    follows_unit,
    is_step,
    of_units,
)

# The name of a dimension and the value in it; a unit is the unit itself.
Value = tuple[str, Any]
# What the columns of a table divide its lines by; every other dimension makes the lines.
_COLUMNS = ("kind", "of", "status", "amount_known", "passed", "awarded", "outcome")
# The value that stands for any: a record that has one at all.
ANY = "*"


class ListRequest(NamedTuple):
    """What `list NOUN` is asked. Codes, ISO days; None means not asked for.

    `filters` are names of dimensions or columns and the code each must have (None: none). `show`
    is counted, not_placed, cancelled, proposed or open. `units` is "then" or "now", as in a
    report; `within` are the units whose records are meant, `alone` without those below them;
    `unassigned` leaves the records of split units only. `recipients` gives a row for each one who
    was honoured; `without` leaves
    the units that have none of a noun, `differing` the decisions whose list is not as long as
    their text says; `basis` is what honours are placed by: None for their date, or "achievement".
    `limit` is the number of rows at most.
    """

    noun: str
    period: Period | None = None
    cut_off: str | None = None
    within: tuple[Unit, ...] = ()
    filters: tuple[tuple[str, Any], ...] = ()
    milestone: str | None = None
    registrations: bool = False
    show: str = "counted"
    language: str = "vi"
    units: str | None = None
    unassigned: bool = False
    alone: bool = False
    recipients: bool = False
    without: str | None = None
    differing: bool = False
    basis: str | None = None
    limit: int | None = None

    @property
    def timeless(self) -> bool:
        return self.period is None and self.cut_off is None

    @property
    def counted(self) -> str:
        """What its rows are: model-years, where it asks for these."""
        return "registrations" if self.registrations else self.noun

    def having(self, name: str, value: Any) -> "ListRequest":
        """Of these rows those that have a value in a dimension."""
        if name == "unit" and value == UNASSIGNED:
            return self._replace(unassigned=True)
        if name == "unit" and value is not None:
            return self._replace(within=(value,), alone=True)
        if name in STAGES and self.noun == "exemplars" and value == 1 and not self.milestone:
            return self._replace(milestone=name)
        kept = tuple(one for one in self.filters if one != (name, ANY))
        return self._replace(filters=(*kept, (name, value)))


class Cut(NamedTuple):
    """The rows of a figure: a list, or of its rows those of a `line`, of a `column` or of both.

    Figures that differ by a line or a column only are read in one pass over their `whole`. The
    figure is how many rows there are, or what a column `adds` up to over them.
    """

    whole: ListRequest
    line: Value | None = None
    column: Value | None = None
    adds: str = ""

    @property
    def rows(self) -> ListRequest:
        """The request for exactly these rows."""
        found = self.whole.having(*self.line) if self.line else self.whole
        return found.having(*self.column) if self.column else found


def cut(whole: ListRequest, values: Iterable[Value], adds: str = "") -> Cut:
    """Of a list the rows that have these values; what makes no line narrows the list itself."""
    rest = list(values)
    column = rest.pop() if rest and rest[-1][0] in _COLUMNS else None
    line = rest.pop() if rest and _makes_lines(whole, rest[-1][0]) else None
    for name, value in rest:
        whole = whole.having(name, value)
    return Cut(whole, line, column, adds)


def _makes_lines(whole: ListRequest, name: str) -> bool:
    """The level of a model does not, which may have several; nor a step that some have reached."""
    noun = whole.counted
    known = name in dimensions()[noun] or follows_unit(noun, name)
    return known and not is_step(noun, name)


def chosen(
    noun: str, request: ListRequest, units: UnitMap, look: Look = each
) -> tuple[str, dict[str, Any]]:
    """The condition on rows `r` of the source of `noun`, and its parameters."""
    values: dict[str, Any] = {**parameters(request.period, request.cut_off, request.within, units)}
    values["milestone"] = request.milestone
    if noun == "units":
        conditions = [_units_condition(request, units)]
        if request.without:
            conditions.append(without(request.without, units, values))
    else:
        conditions = [_counting(noun, request, look), *_place(noun, request, units)]
    if request.differing:
        conditions.append(DIFFERING)
    if request.milestone and not _is_of_level(noun, request):
        conditions.append(
            having_milestone(noun, request.milestone, timeless=request.timeless, look=look)
        )
    for place, (name, code) in enumerate(request.filters):
        values[f"filter{place}"] = code
        if code == ANY:
            conditions.append(f"{column(noun, name, look)} IS NOT NULL")
        elif follows_unit(noun, name):
            conditions.append(_of_unit(name, code, units))
        else:
            # An index that leaves out what is empty is only used where «=» asks.
            equals = "IS" if code is None else "="
            wanted = equals, f":filter{place}"
            conditions.append(_filter(noun, name, wanted, request.timeless, look))
    return " AND ".join(conditions), values


def _is_of_level(noun: str, request: ListRequest) -> bool:
    """Whether a level is asked for too: only being recognised gives one, so it is asked once."""
    levels = [code for name, code in request.filters if name == "level" and code != ANY]
    of_models = noun in ("models", "registrations")
    return of_models and request.milestone == "recognised" and bool(levels)


def _counting(noun: str, request: ListRequest, look: Look) -> str:
    """A model counts under a milestone by the day of that milestone alone, as in the report.

    One recognised in the period may have been registered before it. An exemplar that reached a
    stage in the period counts in it, by the record of its subject that leads.
    """
    of_model = bool(request.milestone) and request.show == "counted" and noun == "models"
    timeless = request.timeless or of_model
    return condition(noun, request.show, timeless=timeless, look=look, basis=request.basis)


def _place(noun: str, request: ListRequest, units: UnitMap) -> list[str]:
    """The conditions on the unit of a record; decisions belong to none."""
    conditions = []
    if request.within and request.alone:
        standing = (units.standing_under(unit.id) for unit in request.within)
        conditions.append(_among([number for numbers in standing for number in numbers]))
    elif noun != "decisions":
        conditions.append(in_units(request.within, "r.unit_id", units))
    if request.unassigned:
        conditions.append(_among(units.split))
    return conditions


def _among(numbers: list[int]) -> str:
    return f"r.unit_id IN (SELECT value FROM json_each('{json.dumps(numbers)}'))"


def _of_unit(name: str, code: Any, units: UnitMap) -> str:
    """The records of the units of a type or group; None takes in what has no unit at all."""
    if name == "unit":
        return "r.unit_id IS NULL"
    found = of_units(units.register, name, units)
    among = _among([number for number, value in found.items() if value == code])
    return f"(r.unit_id IS NULL OR {among})" if code is None else among


def _filter(noun: str, name: str, wanted: tuple[str, str], timeless: bool, look: Look) -> str:
    if (noun, name) == ("honours", "subject"):
        return f"r.id IN ({honours_of(wanted[1])})"
    if name == "level" and noun in ("models", "registrations"):
        return recognised_at(noun, wanted[1], timeless=timeless, look=look)
    if name == "body" and wanted[0] == "=":
        wanted = wanted[0], f"issuer({wanted[1]})"
    return " ".join((column(noun, name, look), *wanted))


def _units_condition(request: ListRequest, units: UnitMap) -> str:
    """Units have no date of their own: with a period, those that lived in it."""
    cancelled = "NOT NULL" if request.show == "cancelled" else "NULL"
    lived = (
        "ifnull(r.valid_from, '') <= min(:last, :cut_off) AND ifnull(r.valid_to, '9999') >= :first"
    )
    return (
        f"r.cancelled_on IS {cancelled} AND {lived} AND {in_units(request.within, 'r.id', units)}"
    )
