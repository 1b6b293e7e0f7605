"""Questions about one section of a report: its period, its unit, the rule that counts."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from functools import cached_property
from typing import Any

from emulation_cli.domain.catalogue import BY_PLURAL
from emulation_cli.register.store import Register
from emulation_cli.tallies.breakdowns import Cell, Code, Described, Labels, breakdown, text
from emulation_cli.tallies.counting import at_once, condition, in_unit, parameters
from emulation_cli.tallies.figures import ReportRequest, Row, Rows, Section
from emulation_cli.tallies.succession import UnitMap, day_of, unit_map

# What does not count, and why; found in one pass. Of the whole register in the order of the ids,
# in which the dates of the records lie as well.
_LEFT_OUT = "SELECT {sums} FROM {table} AS r {way} WHERE {in_unit}"


class Questions:
    """Questions about one section of a request."""

    def __init__(self, register: Register, request: ReportRequest, section: Section) -> None:
        self.register, self.request, self.section = register, request, section

    @cached_property
    def labels(self) -> Labels:
        return Labels(self.register, self.request.language)

    @cached_property
    def units(self) -> UnitMap:
        """The map that the records are shown on."""
        day = day_of(self.request.units, self.request.period_of(self.section))
        return unit_map(self.register, day)

    @cached_property
    def parameters(self) -> Mapping[str, Any]:
        period = self.request.period_of(self.section)
        own = parameters(period, self.request.cut_off, self.request.unit, self.units)
        return {"answers": "{}", **own}

    def ask(self, sql: str, noun: str = "", show: str = "counted", **names: str) -> list[Cell]:
        """The rows of a question about the records of a noun that count (or are `show`n)."""
        return self.register.rows(self._filled(sql, noun, show, **names), self.parameters)

    def ask_summed(self, sql: str) -> tuple[list[Cell], dict[str, int]]:
        """The rows of a question up to their number `n`, and the sums of the columns after it."""
        cursor = self.register.connection.execute(self._filled(sql), self.parameters)
        names = [column[0] for column in cursor.description]
        rows = cursor.fetchall()
        own = names[: names.index("n") + 1]
        columns = zip(names, zip(*rows, strict=True), strict=False)
        sums = {name: sum(filter(None, column)) for name, column in columns if name not in own}
        cells = [dict(zip(own, row, strict=False)) for row in rows]
        return cells, dict.fromkeys(names[len(own) :], 0) | sums

    def _filled(self, sql: str, noun: str = "", show: str = "counted", **names: str) -> str:
        unit = in_unit(self.request.unit, "r.unit_id", self.units)
        counted = f"{condition(noun or self.section, show)} AND {unit}"
        names = {"noun": noun or self.section, **names}
        filled = sql.format(counted=counted, in_unit=unit, **names)
        return at_once(filled, self.request.unit)

    def left_out(self, *shows: str) -> dict[str, int]:
        """How many records are `not_placed` or `open`."""
        sums = ", ".join(f"sum({condition(self.section, show)}) AS {show}" for show in shows)
        way = "" if self.request.unit else "NOT INDEXED"
        table = BY_PLURAL[self.section].table
        found = self.ask(_LEFT_OUT, sums=sums, table=table, way=way)[0]
        return {show: found[show] or 0 for show in shows}

    def uncertain(self) -> dict[str, int]:
        """What the notes beside every section say; without a cut-off day nothing is open."""
        if self.request.cut_off is None:
            return {**self.left_out("not_placed"), "open_at_cut_off": 0}
        found = self.left_out("not_placed", "open")
        return {"not_placed": found["not_placed"], "open_at_cut_off": found["open"]}

    def by_code(self, sql: str, codes: tuple[str, ...]) -> dict[str, int]:
        return dict.fromkeys(codes, 0) | {
            cell["code"]: cell["n"] for cell in self.ask(sql) if cell["code"] in codes
        }

    @cached_property
    def grouped(self) -> bool:
        """Whether any unit of the register has a group (khối)."""
        sql = "SELECT 1 FROM unit WHERE unit_group IS NOT NULL LIMIT 1"
        return self.register.row(sql) is not None

    def by_unit(self, cells: list[Cell]) -> tuple[Rows, Rows]:
        """The breakdown by unit, and by the groups of these, where there are any."""
        if self.units.answers:
            cells = [cell | {"unit_id": self.units.place(cell["unit_id"])} for cell in cells]
        described, groups = self.labels.grouped_units({cell["unit_id"] for cell in cells})
        rows = breakdown(cells, "unit_id", described)
        if not self.grouped:
            return rows, ()
        rows = in_groups(rows, described, groups)
        return rows, _by_group(rows)


def _by_group(rows: Rows) -> Rows:
    """The sums of rows of units by their groups."""
    sums: dict[str | None, Counter[str]] = defaultdict(Counter)
    for row in rows:
        sums[row.group].update(row.numbers)
    ordered = sorted(sums, key=lambda group: text(group)[0])
    return tuple(Row(group, group or "", dict(sums[group])) for group in ordered)


def in_groups(rows: Rows, described: Described, groups: Mapping[Code, str | None]) -> Rows:
    """Rows of units with the group of each."""
    of_code = {described(number)[1]: group for number, group in groups.items()}
    return tuple(row._replace(group=of_code.get(row.code)) for row in rows)
