"""The figures of a period report: each section counted as its specification says."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from emulation_cli.register.store import Register
from emulation_cli.tallies.measures.answering_units import joined_names
from emulation_cli.tallies.measures.breakdowns import Code, DimensionValue, Labels
from emulation_cli.tallies.measures.counting import condition, in_units, parameters
from emulation_cli.tallies.measures.counts import WHOLE, Counts, Sum, counts, has_none, left_out
from emulation_cli.tallies.measures.figures import (
    Counted,
    CountedPart,
    CountedRow,
    Reported,
    ReportFigures,
    ReportRequest,
    SectionFigures,
)
from emulation_cli.tallies.measures.least import least_of
from emulation_cli.tallies.measures.sources import map_of
from emulation_cli.tallies.measures.specifications import (
    SECTIONS,
    SPECIFICATIONS,
    Breakdown,
    Measure,
    Specification,
)
from emulation_cli.tallies.row_lists.list_requests import Cut, ListRequest, Value, cut

_REPORTED = """
SELECT 'F' || r.id, r.section, r.name, r.value, r.period, r.unit, r.source
FROM figures AS r WHERE r.section = :section AND {counted} ORDER BY r.first_day, r.id
"""


def figures(register: Register, request: ReportRequest) -> ReportFigures:
    """All figures of a report, read in one moment of the register."""
    with register.moment():
        sections = {
            spec.code: _Section(register, request, spec).counted() for spec in SPECIFICATIONS
        }
        return ReportFigures(
            unit=joined_names(request.within) or register.setting("unit") or "",
            request=request,
            sections=sections,
            reported=_reported(register, request),
        )


def list_of(request: ReportRequest, section: str, noun: str = "") -> ListRequest:
    """The list of all rows that a section counts, or of another noun in its period."""
    return ListRequest(
        noun=noun or section,
        period=request.period_of(section),
        cut_off=request.cut_off,
        within=request.within,
        units=request.units,
        language=request.language,
        basis=request.basis if (noun or section) == "honours" else None,
    )


class _Section:
    """A section while it is counted: first what to ask of which list, then the answers."""

    def __init__(self, register: Register, request: ReportRequest, spec: Specification) -> None:
        self.register, self.request, self.spec = register, request, spec
        self.labels = Labels(register, request.language)
        self.whole = list_of(request, spec.code, spec.noun)
        self.answers: dict[ListRequest, Counts] = {}

    def counted(self) -> SectionFigures:
        parts = tuple(part for part in self.spec.parts if self._is_asked(part))
        self._ask(parts)
        made = {part.name: self._part(part, part in parts) for part in self.spec.parts}
        period = self.request.period_of(self.spec.code)
        return SectionFigures(self.spec.code, period, made, self._least(made), self.spec.optional)

    def _least(self, made: Mapping[str, CountedPart]) -> Mapping[str, int | None]:
        """The fewest that the headline of subjects may speak of."""
        name = self.spec.subjects
        if name is None:
            return {}
        total = made[name].rows[0].cells[name].value
        return {name: least_of(self.register, self.whole, total)}

    def _is_asked(self, part: Breakdown) -> bool:
        """Groups of units only where there are any; what is open only by a cut-off day.

        Nothing is counted beside a list that has no record.
        """
        if part.own and has_none(self.register, self.spec.noun):
            return False
        if part.by == "unit_group":
            return self.labels.grouped
        return part.name != "open_at_cut_off" or self.request.cut_off is not None

    def _ask(self, parts: tuple[Breakdown, ...]) -> None:
        """Put every question: one statement for each list, one for all that is left out."""
        asked: defaultdict[ListRequest, defaultdict[str, list[Sum]]]
        asked = defaultdict(lambda: defaultdict(list))
        for part in parts:
            for one in part.measures:
                for direction in _directions(part):
                    asked[self._list(one)][direction].append(_sum(one))
        shows = tuple(whole.show for whole in asked if whole.show != "counted")
        found = left_out(self.register, self.whole, shows) if shows else {}
        for whole, directions in asked.items():
            if whole.show == "counted":
                self.answers[whole] = counts(self.register, whole, directions)
            else:
                self.answers[whole] = {WHOLE: {None: {Sum(): found[whole.show]}}}

    def _list(self, measure: Measure) -> ListRequest:
        """The list that a number is of."""
        return self.whole._replace(**measure.changes) if measure.changes else self.whole

    def _part(self, part: Breakdown, asked: bool) -> CountedPart:
        if part.shape != "rows":
            return CountedPart(part, tuple(self._coded(part)))
        rows = tuple(self._rows(part)) if asked else ()
        added = {one.name: self._column(one).cell() for one in part.measures if part.added}
        return CountedPart(part, rows, added if rows else {})

    def _coded(self, part: Breakdown) -> Iterator[CountedRow]:
        """A row for each code of a map; a single number has no code."""
        cells: defaultdict[str | None, dict[str, Counted]] = defaultdict(dict)
        for one in part.measures:
            cells[one.code][one.name] = self._column(one).cell()
        for code, found in cells.items():
            yield CountedRow(code, "", found)

    def _rows(self, part: Breakdown) -> Iterator[CountedRow]:
        """A row for each value of the dimension, in the order of the register."""
        lists = dict.fromkeys(self._list(one) for one in part.measures)
        lists = {self.whole: None} if part.own else lists
        raw = dict.fromkeys(code for one in lists for code in self.answers[one][part.by])
        named = self.labels.named(self.spec.noun, part.by, raw)
        if part.every:
            named |= {code: one for code, one in self._terms(part).items() if code not in named}
        columns = {one.name: self._column(one, part.by) for one in part.measures}
        for code, name in sorted(named.items(), key=lambda pair: pair[1].place):
            cells = {key: column.line(code, name.value) for key, column in columns.items()}
            yield CountedRow(name.code, name.label, cells, name.date, name.group)

    def _terms(self, part: Breakdown) -> Mapping[Code, DimensionValue]:
        codes = [term.code for term in self.register.vocabularies.of(part.by)]
        return self.labels.named(self.spec.noun, part.by, codes)

    def _column(self, measure: Measure, by: str = WHOLE) -> "_Column":
        whole = self._list(measure)
        found = self.answers[whole].get(by, {}) if whole in self.answers else {}
        return _Column(whole, measure, by, found)


class _Column:
    """The numbers of one measure, as a whole or by the values of a dimension."""

    def __init__(
        self,
        whole: ListRequest,
        measure: Measure,
        by: str,
        found: Mapping[Code, Mapping[Sum, int]],
    ) -> None:
        self.whole = whole._replace(recipients=True) if measure.distinct else whole
        self.measure, self.by, self.found = measure, by, found
        self.sum = _sum(measure)
        # Cuts of one column differ by their line only: it is made once, with a line that stands
        # for all, and looked for where that one stands.
        self.some = (by, None)
        self.made = self._cut(self.some) if by else self._cut()

    def cell(self) -> Counted:
        """The number of all rows."""
        return Counted(self._number(None), self.made)

    def line(self, code: Code, value: Any) -> Counted:
        """The number of the rows that have a value; `code` is how the answer has it."""
        said = (self.by, value)
        if self.made.line is self.some:
            return Counted(self._number(code), self.made, "line", said)
        if self.made.column is self.some:
            return Counted(self._number(code), self.made, "column", said)
        return Counted(self._number(code), self._cut(said))

    def _number(self, code: Code) -> int:
        return self.found.get(code, {}).get(self.sum, 0) or 0

    def _cut(self, *line: Value) -> Cut:
        return cut(self.whole, (*line, *self.measure.values), self.measure.adds)


def _sum(measure: Measure) -> Sum:
    return Sum(measure.values, measure.distinct, measure.adds)


def _directions(part: Breakdown) -> tuple[str, ...]:
    """What a part is asked by; where its rows are added, also as a whole."""
    if part.shape != "rows":
        return (WHOLE,)
    return (part.by, WHOLE) if part.added else (part.by,)


def _reported(register: Register, request: ReportRequest) -> tuple[Reported, ...]:
    """The figures from papers about a time within the period of their section."""
    found: list[Reported] = []
    if register.row("SELECT 1 FROM reported_figure LIMIT 1") is None:
        return ()
    for section in SECTIONS:
        whole = list_of(request, section)
        units = map_of(register, whole)
        of_unit = in_units(request.within, "r.unit_id", units)
        sql = _REPORTED.format(counted=f"{condition('figures', 'counted')} AND {of_unit}")
        own = parameters(whole.period, request.cut_off, request.within, units)
        values: dict[str, Any] = {**own, "section": section}
        found += (Reported(*row) for row in register.connection.execute(sql, values))
    return tuple(found)
