"""Questions about one section of a report: its period, its unit, the rule that counts."""

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from emulation_cli.register.nouns import BY_PLURAL
from emulation_cli.register.store import Register
from emulation_cli.tallies.breakdowns import Cell, Code, Labels, breakdown, text
from emulation_cli.tallies.counting import at_once, condition, in_unit, parameters
from emulation_cli.tallies.figures import ReportRequest, Rows, Section
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
        unit = in_unit(self.request.unit, "r.unit_id", self.units)
        counted = f"{condition(noun or self.section, show)} AND {unit}"
        names = {"noun": noun or self.section, **names}
        filled = sql.format(counted=counted, in_unit=unit, **names)
        return self.register.rows(at_once(filled, self.request.unit), self.parameters)

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
        places = [cell | {"unit_id": self.units.place(cell["unit_id"])} for cell in cells]
        numbers = [cell["unit_id"] for cell in places]
        rows = breakdown(places, "unit_id", self.labels.units(numbers))
        if not self.grouped:
            return rows, ()
        groups = self.labels.groups(numbers)
        of_groups = [cell | {"unit_group": groups.get(cell["unit_id"])} for cell in places]
        return self.in_groups(rows, numbers), breakdown(of_groups, "unit_group", text)

    def in_groups(self, rows: Rows, numbers: list[Code]) -> Rows:
        """Rows of units with the group of each."""
        described, groups = self.labels.units(numbers), self.labels.groups(numbers)
        of_code = {described(number)[1]: groups.get(number) for number in numbers}
        return tuple(row._replace(group=of_code[row.code]) for row in rows)
