"""The record rows of one table turned into values, column by column."""

from collections.abc import Sequence

from emulation_cli.domain.partial_date import PartialDate
from emulation_cli.intake import filling, names, synonyms
from emulation_cli.intake.cells import Memo, Trouble, as_text
from emulation_cli.intake.headers import Column, filled
from emulation_cli.intake.model import Hints, Lookup, Problem, Record, Severity
from emulation_cli.intake.places import Ambiguous, Places, PositionAndUnit
from emulation_cli.intake.readers import Readers
from emulation_cli.intake.registers import FIELDS, NAME_FIELD, WITH_KIND, Field
from emulation_cli.intake.tables import Table
from emulation_cli.intake.titles import number_and_date
from emulation_cli.sheets.workbook import Cell, address

_GENERIC = "exemplars"


class Records:
    """Builds the records of one table; `columns` says which columns each field was read from."""

    def __init__(self, table: Table, hints: Hints, lookup: Lookup) -> None:
        self.table = table
        self.hints = hints
        self.lookup = lookup
        self.register = table.register
        self.rows = table.sorted_rows.records
        self.source = [table.rows[number] for number in self.rows]
        self.values: dict[str, list[object]] = {}
        self.columns: dict[str, tuple[int, ...]] = {}
        self.problems: list[Problem] = []
        self.blocked: set[int] = set()
        self.readers = Readers(hints, lookup)
        self._contexts = table.sorted_rows.contexts

    # -- telling ---------------------------------------------------------------------------------

    def tell(
        self, position: int | None, field: str | None, columns: Sequence[int], code: str,
        severity: Severity = "block", /, **values: object,
    ) -> None:  # fmt: skip
        """Note a problem of the record at `position`, or of the whole table."""
        row = None if position is None else self.rows[position] + 1
        cell = None
        if row is not None and columns:
            places = dict.fromkeys(address(row - 1, c) for c in (columns[0], columns[-1]))
            cell = ":".join(places)
        if position is not None and severity == "block":
            self.blocked.add(position)
        given = {"cell": cell, "row": row} | values if row is not None else dict(values)
        name = self.table.sheet.name
        self.problems.append(Problem(name, row, field, cell, code, severity, given))

    # -- columns ---------------------------------------------------------------------------------

    def build(self) -> None:
        """Read every field of the register that the table, its sections or the hints give."""
        if self.register != "decisions":
            self._read_names()
        fields = FIELDS[self.register or _GENERIC]
        for field in fields:
            self._read_field(field)
        self._read_positions(fields)
        if self.register in ("honours", "decisions"):
            self._read_decisions()
        self._read_marks()
        if self.register in WITH_KIND or self.register is None:
            self._settle_kinds()
        elif self.register != "decisions":
            self.values = {"name": [named and named.text for named in self._named]} | self.values
        self._settle_units()

    def _of(self, concepts: Sequence[str]) -> tuple[Column, ...]:
        for concept in concepts:
            if found := self.table.header.by_concept.get(concept):
                return found
        return ()

    def cells(self, columns: Sequence[Column], field: str) -> list[Cell]:
        """The cells of a field: of several columns the first that is filled, if they agree."""
        cells = filling.column(self.source, columns[0].number)
        for other in columns[1:]:
            more = filling.column(self.source, other.number)
            if not synonyms.is_helper(other.path[-1]):
                self._compare(columns[0], other, cells, more, field)
            cells = [
                cell if filled(cell) else another for cell, another in zip(cells, more, strict=True)
            ]
        cells, dangling = filling.undo_ditto(cells)
        for position in dangling:
            text = as_text(self.source[position][columns[0].number])
            self.tell(position, field, [columns[0].number], "nothing_to_repeat", value=text)
        return cells

    def _compare(
        self, one: Column, other: Column, cells: list[Cell], more: list[Cell], field: str
    ) -> None:
        both = (
            pair for pair in zip(cells, more, strict=True) if filled(pair[0]) and filled(pair[1])
        )
        if any(as_text(first) != as_text(second) for first, second in both):
            from emulation_cli.intake.encodings import columns_text

            letters = columns_text([one.number, other.number])
            self.tell(None, field, (), "two_columns", columns=letters, field=one.path[-1])

    def _read_field(self, field: Field) -> None:
        columns = self._of(field.concepts)
        if not columns:
            return
        if field.code == "birth_year" and columns[0].concept == "birth_male":
            columns += self.table.header.by_concept.get("birth_female", ())
        cells = self.cells(columns, field.code)
        if field.reader in ("unit", "organiser"):
            cells, count = filling.fill_groups(cells)
            if count:
                self.tell(None, field.code, (), "unit_filled_down", "info", count=count)
        self.values[field.code] = self._convert(
            cells, self.readers.memo(field.reader, cells), field.code, columns
        )
        self.columns[field.code] = tuple(column.number for column in columns)

    def _convert(
        self, cells: list[Cell], memo: Memo, field: str, columns: Sequence[Column]
    ) -> list[object]:
        found = list(map(memo.__getitem__, cells))
        if memo.troubled:
            for position, outcome in enumerate(found):
                if isinstance(outcome, Trouble):
                    found[position] = self._note(position, field, columns, outcome)
        return found

    def _note(
        self, position: int, field: str, columns: Sequence[Column], trouble: Trouble
    ) -> object:
        places = [column.number for column in columns]
        row = self.source[position]
        places = [c for c in places if c < len(row) and filled(row[c])][:1] or places[:1]
        self.tell(position, field, places, trouble.code, trouble.severity, **trouble.values)
        return trouble.value

    # -- names and kinds -------------------------------------------------------------------------

    def _read_names(self) -> None:
        """The name of each row, with what the columns and the words around it say of its kind."""
        self._name = NAME_FIELD.get(self.register or "", "name")
        columns = [c for c in self.table.header.columns if c.number in self.table.names]
        parts = [filling.column(self.source, column.number) for column in columns]
        if columns and columns[0].concept in ("last_name", "first_name"):
            parts = [[f"{one or ''} {other or ''}" for one, other in zip(*parts[:2], strict=True)]]
        memo = Memo(_take_apart if self.register in (None, "exemplars", "honours") else _whole)
        found = [list(map(memo.__getitem__, part)) for part in parts]
        self._named = [next((n for n in row if n), None) for row in zip(*found, strict=True)] or [
            None
        ] * len(self.rows)
        self._name_kinds = self._kinds_by_column(columns, found)
        self.columns[self._name] = tuple(column.number for column in columns)
        if spare := self._spare_name(columns):
            self._named = [one or other for one, other in zip(self._named, spare, strict=True)]
        for position, named in enumerate(self._named):
            if named is None:
                self.tell(
                    position,
                    self._name_code(),
                    [columns[0].number] if columns else [],
                    "missing_name",
                )

    def _name_code(self) -> str:
        return self._name

    def _spare_name(self, columns: Sequence[Column]) -> list[names.Named | None]:
        """«Họ» and «Tên» beside «Họ và tên»: used where the whole name is empty."""
        last, first = self.table.header.of("last_name"), self.table.header.of("first_name")
        if not (last and first and columns and columns[0].concept in synonyms.NAMES):
            return []
        pairs = zip(
            filling.column(self.source, last.number),
            filling.column(self.source, first.number),
            strict=True,
        )
        return [_take_apart(f"{one or ''} {other or ''}") for one, other in pairs]

    def _kinds_by_column(
        self, columns: Sequence[Column], found: list[list[object]]
    ) -> list[str | None]:
        """«Tên tập thể» and «Họ và tên cá nhân» side by side: the filled one tells the kind."""
        kinds = [_KIND_OF_NAME.get(column.concept or "") for column in columns]
        if len(columns) > 1:
            kinds = [
                kind or ("individual" if c.concept == "name" else None)
                for kind, c in zip(kinds, columns, strict=True)
            ]
        if not any(kinds):
            return [None] * len(self.rows)
        result: list[str | None] = []
        for position, row in enumerate(zip(*found, strict=True)):
            filled_kinds = [kind for kind, named in zip(kinds, row, strict=True) if named]
            if len(set(filled_kinds)) > 1:
                self._conflict(position, [c.number for c in columns], filled_kinds)
            result.append(filled_kinds[0] if filled_kinds else None)
        return result

    def _conflict(self, position: int, columns: Sequence[int], kinds: Sequence[str | None]) -> None:
        labels = [self.lookup.terms.label("kind", str(kind), "vi") for kind in kinds]
        self.tell(position, "kind", columns, "kind_conflict", first=labels[0], second=labels[1])

    def _settle_kinds(self) -> None:
        """The kind of every row: its column, its marks, its section, the clerk's word, its name, the title."""
        written = self._kinds_written()
        marked = self._kinds_marked()
        kinds: list[object] = []
        default = self.hints.kind
        persons = self._persons()
        for position, context in enumerate(self._contexts):
            own = written[position] or marked[position] or self._name_kinds[position]
            if own and context.kind and own != context.kind:
                label = self.lookup.terms.label("kind", str(own), "vi")
                self.tell(position, "kind", self.columns.get("kind", ()), "kind_section_differs", "warn",
                          section=context.kind_text, marked=label)  # fmt: skip
            named = self._named[position]
            words = (named.kind if named else None) or ("individual" if persons[position] else None)
            kinds.append(
                own or context.kind or default or words or self.table.titles.kind or "unclassified"
            )
        self.values["kind"] = kinds
        self._settle_names(kinds)

    def _persons(self) -> list[bool]:
        """Rows that have what only a person has: a birth or a gender."""
        particulars = [
            self.values[field] for field in ("birth_year", "gender") if field in self.values
        ]
        if not particulars:
            return [named is not None and named.birth_year is not None for named in self._named]
        return [any(one is not None for one in row) for row in zip(*particulars, strict=True)]

    def _kinds_written(self) -> list[object]:
        columns = self._of(("kind",))
        if not columns or columns[0].number in self.table.names:
            return [None] * len(self.rows)
        cells = self.cells(columns, "kind")
        self.columns["kind"] = tuple(column.number for column in columns)
        return self._convert(cells, self.readers.memo("kind", cells), "kind", columns)

    def _kinds_marked(self) -> list[str | None]:
        header = self.table.header
        columns = [c for concept in synonyms.MARKS for c in header.by_concept.get(concept, ())]
        columns = [c for c in columns if c.number not in self.table.names]
        if not columns:
            return [None] * len(self.rows)
        self.columns["kind"] = tuple(column.number for column in columns)
        marks = [self._marks(column) for column in columns]
        kinds: list[str | None] = []
        for position, row in enumerate(zip(*marks, strict=True)):
            found = [column for column, mark in zip(columns, row, strict=True) if mark]
            if len(found) > 1:
                self._conflict(position, [c.number for c in found], [c.mark for c in found])
            elif not found and not self._contexts[position].kind and position not in self.blocked:
                self.tell(position, "kind", self.columns["kind"], "kind_unmarked")
            kinds.append(found[0].mark if found else None)
        return kinds

    def _marks(self, column: Column) -> list[object]:
        cells = filling.column(self.source, column.number)
        return self._convert(cells, self.readers.memo("mark", cells), "kind", [column])

    def _settle_names(self, kinds: Sequence[object]) -> None:
        honorifics: list[object] = []
        years: list[object] = []
        found: list[object] = []
        for named, kind in zip(self._named, kinds, strict=True):
            found.append(named.of(kind) if named else None)
            honorifics.append(named.honorific if named and kind != "collective" else None)
            years.append(named.birth_year if named else None)
        self.values = {self._name: found} | self.values
        if self.register == "honours" and any(honorifics):
            given = self.values.get("honorific") or [None] * len(found)
            self.values["honorific"] = [
                one or other for one, other in zip(given, honorifics, strict=True)
            ]
        if any(years) and self.register in (None, "exemplars", "honours"):
            given = self.values.get("birth_year") or [None] * len(found)
            self.values["birth_year"] = [
                one or other for one, other in zip(given, years, strict=True)
            ]

    # -- the rest --------------------------------------------------------------------------------

    def _read_positions(self, fields: Sequence[Field]) -> None:
        """«Chức vụ, đơn vị»: the unit may also come from a section; then all is position."""
        columns = self._of(("position_unit",))
        if not columns or not any(field.code == "unit" for field in fields):
            return
        cells = self.cells(columns, "unit")
        memo = Memo(PositionAndUnit(Places(self.lookup.units, self.hints.new_units)))
        positions: list[object] = []
        units: list[object] = []
        for position, cell in enumerate(cells):
            outcome = memo[cell]
            text, unit = outcome if isinstance(outcome, tuple) else (None, None)
            if isinstance(unit, Trouble):
                fallback = self._contexts[position].unit or self.hints.unit
                unit = fallback or self._note(position, "unit", columns, unit)
            positions.append(text)
            units.append(unit)
        own = self.values.get("unit")
        self.values["unit"] = [a or b for a, b in zip(own, units, strict=True)] if own else units
        self.values.setdefault("position", positions)
        for field in ("unit", "position"):
            self.columns.setdefault(field, tuple(column.number for column in columns))

    def _read_decisions(self) -> None:
        """A number and a date in one cell, or both in the titles of an annex."""
        prefix = "decision_" if self.register == "honours" else ""
        if columns := self._of(("decision",)):
            cells = self.cells(columns, f"{prefix}number")
            split = Memo(lambda cell: number_and_date(str(cell)))
            pairs = [
                pair if isinstance(pair := split[cell], tuple) else (None, None) for cell in cells
            ]
            self.values.setdefault(f"{prefix}number", [number for number, _day in pairs])
            days: list[Cell] = [day for _number, day in pairs]
            if any(days) and f"{prefix}date" not in self.values:
                self.values[f"{prefix}date"] = self._convert(
                    days, self.readers.memo("date", days), f"{prefix}date", columns
                )
            self.columns.setdefault(f"{prefix}number", tuple(column.number for column in columns))
        elif (
            self.register == "honours"
            and "decision_number" not in self.values
            and self.table.titles.number
        ):
            titles = self.table.titles
            count = len(self.rows)
            self.values["decision_number"] = [titles.number] * count
            if titles.date and "decision_date" not in self.values:
                self.values["decision_date"] = [PartialDate(titles.date)] * count
            if titles.body and "decision_body" not in self.values:
                self.values["decision_body"] = [titles.body] * count

    def _read_marks(self) -> None:
        """An x under a field or under «Nữ»."""
        header = self.table.header
        if (columns := header.by_concept.get("field_mark")) and "field" not in self.values:
            self.values["field"] = self._marked(columns, "field")
        sexes = [
            c
            for concept in ("male_mark", "female_mark")
            for c in header.by_concept.get(concept, ())
        ]
        if (
            sexes
            and "gender" not in self.values
            and self.register not in ("models", "events", "units", "decisions")
        ):
            named = [
                Column(c.number, c.path, c.concept, (c.concept or "").removesuffix("_mark"))
                for c in sexes
            ]
            found = self._marked(named, "gender")
            self.values["gender"] = found if len(sexes) > 1 else [one or "male" for one in found]
        births = header.by_concept.get("birth_male"), header.by_concept.get("birth_female")
        if (
            all(births)
            and "gender" not in self.values
            and self.register in (None, "exemplars", "honours")
        ):
            named = [
                Column(c.number, c.path, c.concept, sex)
                for group, sex in zip(births, ("male", "female"), strict=True)
                for c in group or ()
            ]
            self.values["gender"] = [
                next((c.mark for c in named if c.number < len(row) and filled(row[c.number])), None)
                for row in self.source
            ]

    def _marked(self, columns: Sequence[Column], field: str) -> list[object]:
        marks = [self._marks(column) for column in columns]
        self.columns[field] = tuple(column.number for column in columns)
        found: list[object] = []
        for position, row in enumerate(zip(*marks, strict=True)):
            marked = [column for column, mark in zip(columns, row, strict=True) if mark]
            if len(marked) > 1:
                first, second = (column.path[-1] for column in marked[:2])
                self.tell(
                    position,
                    field,
                    [c.number for c in marked],
                    "two_marks",
                    first=first,
                    second=second,
                )
            found.append(marked[0].mark if marked else None)
        return found

    def _settle_units(self) -> None:
        """Units from sections and hints where cells give none; unknown sections refuse their rows."""
        field = {"events": "organiser", "units": None, "decisions": None}.get(
            self.register or "", "unit"
        )
        if field is None:
            return
        units = self.values.get(field)
        given = any(c.unit or c.unknown_unit for c in self._contexts) or self.hints.unit
        if units is None and not given:
            return
        units = units or [None] * len(self.rows)
        self.values[field] = [
            self._unit(position, unit, field) for position, unit in enumerate(units)
        ]

    def _unit(self, position: int, unit: object, field: str) -> object:
        context = self._contexts[position]
        if unit is None and position not in self.blocked and context.unknown_unit:
            row, text = context.unknown_unit
            trouble = Places(self.lookup.units, self.hints.new_units).not_found(text)
            self.tell(
                position,
                field,
                (),
                trouble.code,
                trouble.severity,
                **{**trouble.values, "cell": address(row, 0)},
            )
            return trouble.value
        unit = unit or context.unit or self.hints.unit
        if isinstance(unit, Ambiguous):
            days = [column[position] for column in self.values.values()]
            day = next((d for d in days if isinstance(d, PartialDate)), None)
            year = (
                next(
                    (
                        v
                        for name in ("year",)
                        for v in [self.values.get(name, {position: None})[position]]
                    ),
                    None,
                )
                if "year" in self.values
                else None
            )
            first = day.first if day else f"{year}-01-01" if year else None
            last = day.last if day else f"{year}-12-31" if year else None
            unit = unit.at(first, last)
            if isinstance(unit, Trouble):
                self.tell(
                    position,
                    field,
                    self.columns.get(field, ())[:1],
                    unit.code,
                    unit.severity,
                    **unit.values,
                )
                return None
        return unit

    # -- records ---------------------------------------------------------------------------------

    def records(self) -> list[Record]:
        """One record a row."""
        register, name, columns = self.register, self.table.sheet.name, self.columns
        keys = tuple(self.values)
        return [
            Record(register, name, row + 1, dict(zip(keys, values, strict=False)), source, columns)
            for row, source, values in zip(
                self.rows, self.source, zip(*self.values.values(), strict=True), strict=False
            )
        ]


_KIND_OF_NAME = {"individual_name": "individual", "collective_name": "collective", "household_name": "household",
                 **synonyms.MARKS}  # fmt: skip


def _take_apart(cell: Cell) -> names.Named | None:
    text = as_text(cell)
    return names.take_apart(text) if text else None


def _whole(cell: Cell) -> names.Named | None:
    """The name of a thing: nothing is taken off it."""
    text = as_text(cell)
    return names.Named(text, text) if text else None
