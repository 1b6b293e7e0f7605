"""Where a table's header is and what its columns mean (INTAKE section 4.3)."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from emulation_cli.domain.terms import Vocabularies
from emulation_cli.intake.columns.column_contexts import settled_columns
from emulation_cli.intake.columns.column_map import Header, SheetColumn
from emulation_cli.intake.columns.columns_of_years import (
    of_a_year,
    with_empty_years,
    without_earlier,
)
from emulation_cli.intake.columns.evidence import Weighed
from emulation_cli.intake.columns.header_shapes import ends_bare, is_a_row, rows_between
from emulation_cli.intake.columns.pivoted_columns import with_values
from emulation_cli.intake.columns.profiles import Profiler
from emulation_cli.intake.columns.registers import speaks_of_others
from emulation_cli.intake.columns.weighing import lists_each_once, weighed_columns
from emulation_cli.intake.grid import (
    DEEPEST,
    Grid,
    filled,
    header_paths,
    header_rows,
    numbers_columns,
)
from emulation_cli.intake.headings import heading_leaves, synonyms
from emulation_cli.intake.headings.heading_grammar import parse
from emulation_cli.intake.headings.heading_parts import DROPPABLE
from emulation_cli.intake.headings.titles import read_titles
from emulation_cli.intake.model import Hints
from emulation_cli.intake.own_lists import OWN_ID, WORKED_OUT

_ROWS_LOOKED_AT = 60
_LONGEST_HEADING = 120
_LEAST_SCORE = 2
_ROWS_OF_MARKS, _TITLES = 200, 15
_WIDEST = 60
_NAMING = frozenset({*synonyms.NAMES, *synonyms.MARKS, "first_name", "last_name", "unit_name"})
_OF_AWARDS = frozenset({"form", "title", "form_mark", "title_mark", "decision_number"})
# Found alone these do not make a table: every code list has them.
_WEAK = frozenset(
    {"stt", OWN_ID, WORKED_OUT, "code", "note", "first_name", "personal", "discipline",
     *synonyms.MARKS, "male_mark", "female_mark"}
)  # fmt: skip


def find_header(grid: Grid, start: int, hints: Hints, profiler: Profiler) -> Header | None:
    """The best header at or below `start`, or None where the sheet holds no list."""
    said = hints.register == "units"  # of which the names alone are a list
    if hints.header_row is not None and start < hints.header_row:
        return _header(grid, header_rows(grid, hints.header_row - 1), hints, profiler)
    for row in range(start, min(start + _ROWS_LOOKED_AT, len(grid.sheet.rows))):
        if _promise(grid, row, hints) > 0:
            spans = dict.fromkeys(header_rows(grid, n) for n in range(row, row + DEEPEST))
            spans = {span: None for span in spans if not numbers_columns(grid.row(span[1]))}
            headers = (_with_values(grid, start, span, hints, profiler) for span in spans)
            near = [_of_honoured(grid, start, header, profiler) for header in headers]
            units = {id(one) for one in near if _lists_units(grid, start, one, profiler)}
            lists = [
                one for one in near
                if one.first >= start
                and is_list(one, "units" if id(one) in units else hints.register)
                and not is_a_row(grid, one, profiler)
            ]  # fmt: skip
            if lists:
                # The first table, not the best: what stands below it comes next.
                first = lists[0]
                lists = [one for one in lists if not rows_between(grid, first, one)]
                best = max(lists, key=lambda one: (_score(grid, one), ends_bare(grid, one)))
                enough = said or id(best) in units or _score(grid, best) >= _LEAST_SCORE
                return best if enough else _without_headings(grid, start, hints, profiler)
    return _without_headings(grid, start, hints, profiler)


def _with_values(
    grid: Grid, start: int, span: tuple[int, int], hints: Hints, profiler: Profiler
) -> Header:
    header = _header(grid, span, hints, profiler)
    columns = with_values(grid, start, header, profiler)
    return replace(header, columns=tuple(columns), by_concept=_by_concept(columns))


def _of_honoured(grid: Grid, start: int, header: Header, profiler: Profiler) -> Header:
    """«TT | Tên đơn vị» below «DANH SÁCH … ĐƯỢC TẶNG …»: the units are who is honoured."""
    units = [c for c in header.columns if c.concept in ("unit", "unit_name")]
    named = header.names or {"first_name", *synonyms.MARKS} & set(header.by_concept)
    if named or len(units) != 1 or is_list(header) or _is_listed(units[0], profiler):
        return header
    texts = [text for n in range(start, header.first) for text in grid.texts(n).values()]
    titles = read_titles(texts, grid.sheet.name)
    given = titles.act or titles.number or _OF_AWARDS & set(header.by_concept)
    if not given or not lists_each_once(grid, header, units[0], profiler):
        return header
    told = Weighed("collective_name", 0.0, 0.0, taken=True)
    columns = tuple(
        replace(column, concept="collective_name", weighed=told) if column in units else column
        for column in header.columns
    )
    both = {"unit": tuple(units)} if units[0].concept == "unit" else {}
    return replace(header, columns=columns, by_concept=_by_concept(columns) | both)


def _is_listed(column: SheetColumn, profiler: Profiler) -> bool:
    """Whether a supposed heading is a unit that a list names: «Xã Cẩm Duệ»."""
    return "unit" in profiler.sorts_of(column.heading)


# What may stand beside units that are nothing but listed.
_BESIDE_UNITS = frozenset({"stt", "note", "code", "type"})


def _lists_units(grid: Grid, start: int, header: Header, profiler: Profiler) -> bool:
    """«TT | Tên đơn vị | Ghi chú»: units alone, each once, below no title of anything else."""
    units = header.by_concept.get("unit_name", ())
    others = [c for c in header.columns if c not in units]
    if len(units) != 1 or any(c.concept not in _BESIDE_UNITS for c in others if c.heading):
        return False
    texts = [text for n in range(start, header.first) for text in grid.texts(n).values()]
    return not speaks_of_others("units", (*texts, grid.sheet.name)) and lists_each_once(
        grid, header, units[0], profiler
    )


def _without_headings(grid: Grid, start: int, hints: Hints, profiler: Profiler) -> Header | None:
    """A list that has no header, of which the clerk says the columns: `--column "B=họ và tên"`."""
    if not hints.columns or start >= len(grid.sheet.rows):
        return None
    header = _header(grid, (start, start - 1), hints, profiler)
    return header if header.names or "unit_name" in header.by_concept else None


def _promise(grid: Grid, row: int, hints: Hints) -> float:
    """A row's own score: concepts found, less whatever no header holds."""
    concepts = set()
    strange = 0
    for cell in grid.row(row):
        if isinstance(cell, str) and cell.strip():
            if len(cell) > _LONGEST_HEADING:
                strange += 1
            elif concept := synonyms.remembered(cell, hints.headings) or synonyms.concept_of(cell):
                concepts.add(concept)
        elif filled(cell):
            strange += 1
    return len(concepts) - 0.6 * strange


def _score(grid: Grid, header: Header) -> float:
    strong = {c for c in header.by_concept if c not in _WEAK}
    named = bool(header.names) or "first_name" in header.by_concept
    strange = sum(
        1
        for row in range(header.first, header.last + 1)
        for cell in grid.row(row)
        if filled(cell) and (not isinstance(cell, str) or len(cell) > _LONGEST_HEADING)
    )
    return len(strong) + named + 0.5 * ("stt" in header.by_concept) - 0.6 * strange


def is_list(header: Header, register: str | None = None) -> bool:
    """Whether the columns make a list: a name and something said of it, or a decision's facts.

    Of units the name is enough where the clerk says that the list is one of `register`.
    """
    found = set(header.by_concept)
    if register == "units" and "unit_name" in found:
        return True
    strong = found - _WEAK
    if header.names or {"first_name", "last_name"} <= found:
        return (
            len(strong - {"last_name"}) + ("stt" in found) + bool(found & set(synonyms.MARKS)) > 1
        )
    if (
        {"unit_name", "parent"} <= found
        or {"unit_name", "type"} <= found
        or {"unit_name", "code", "kind"} <= found
    ):
        return True
    if found & set(synonyms.MARKS) and strong & {"unit", "field", "form"}:
        return True
    if "target_measure" in found and found & {"unit", "unit_name"}:
        return "unit" in found or "target_value" in found
    return (
        bool({"decision_number", "decision"} & found)
        and bool({"abstract", "signer", "stated_collectives", "decision_date", "date"} & found)
        and not found & {"unit_name"}
    )


def _header(grid: Grid, span: tuple[int, int], hints: Hints, profiler: Profiler) -> Header:
    first, last = span
    paths = header_paths(grid, first, last)
    parts = heading_leaves.parts_of_dates(paths)
    columns = [
        SheetColumn(number, path, *parts[number])
        if number in parts
        else _column(number, path, hints, profiler.terms)
        for number, path in paths.items()
    ]
    columns += [
        SheetColumn(number, ("",), concept or None)
        for number, concept in hints.columns.items()
        if number not in paths
    ]
    columns += _without_words(paths, columns)
    columns = [_marked(grid, last, column, hints, profiler.terms) for column in columns]
    columns = with_empty_years(grid, last, columns)
    decided = [
        column.number in parts or _decided(column.number, column.path, hints) is not None
        for column in columns
    ]
    columns = _without_rivals(columns, decided)
    known = {column.number for column, one in zip(columns, decided, strict=True) if one}
    columns = weighed_columns(grid, last, columns, decided, profiler)
    above = [text for n in range(max(0, first - _TITLES), first) for text in grid.texts(n).values()]
    proposed = read_titles(above, grid.sheet.name).proposed
    settled = without_earlier(settled_columns(columns, known), proposed=proposed)
    return Header(first, last, tuple(settled), _by_concept(settled))


def _without_words(
    paths: Mapping[int, tuple[str, ...]], columns: Sequence[SheetColumn]
) -> list[SheetColumn]:
    """«STT | | Đơn vị»: columns between headings, of which one may hold the names that lack one."""
    known = {column.number for column in columns}
    if not paths or any(c.concept in _NAMING or c.mark for c in columns):
        return []
    gaps = range(min(paths) + 1, min(max(paths), _WIDEST))
    return [SheetColumn(number, ("",), None) for number in gaps if number not in known]


def _without_rivals(columns: Sequence[SheetColumn], decided: Sequence[bool]) -> list[SheetColumn]:
    """What the clerk said a column is no other one is."""
    said = {c.concept for c, known in zip(columns, decided, strict=True) if known and not c.mark}
    return [
        replace(column, concept=None) if column.concept in said - {None} and not known else column
        for column, known in zip(columns, decided, strict=True)
    ]


def _plainness(column: SheetColumn) -> tuple[bool, int, int]:
    """Of two columns of one meaning the plainer comes first: not «Đơn vị giới thiệu»."""
    parsed = parse(column.path[-1])
    more = len(parsed.parts & DROPPABLE - {"OF"}) + parsed.open
    return synonyms.is_helper(column.path[-1]), more, column.number


def _marked(
    grid: Grid, last: int, column: SheetColumn, hints: Hints, terms: Vocabularies
) -> SheetColumn:
    """A column that no word explains may be explained by the marks in it."""
    if column.concept or _decided(column.number, column.path, hints) is not None:
        return column
    first = last + 1 + numbers_columns(grid.row(last + 1))
    rows = grid.sheet.rows[first : first + _ROWS_OF_MARKS]
    cells = (row[column.number] for row in rows if column.number < len(row))
    cells = (cell for cell in cells if cell not in column.path)  # a header that comes again
    meaning = heading_leaves.lone_mark(column.path[-1], cells, terms)
    return SheetColumn(column.number, column.path, *meaning) if meaning else column


def _by_concept(columns: Sequence[SheetColumn]) -> dict[str, tuple[SheetColumn, ...]]:
    grouped: defaultdict[str, list[SheetColumn]] = defaultdict(list)
    for column in columns:
        if column.concept:
            grouped[column.concept].append(column)
    return {concept: tuple(sorted(members, key=_plainness)) for concept, members in grouped.items()}


def _decided(number: int, path: tuple[str, ...], hints: Hints) -> str | None:
    """The field that the clerk said; "" where she said that the column is of no use."""
    if number in hints.columns:
        return hints.columns[number]
    said = (synonyms.remembered(text, hints.headings) for text in (" ".join(path), path[-1]))
    return next((decided for decided in said if decided is not None), None)


def _column(number: int, path: tuple[str, ...], hints: Hints, terms: Vocabularies) -> SheetColumn:
    decided = _decided(number, path, hints)
    if decided is not None:
        return SheetColumn(number, path, decided or None)
    if len(path) > 1 and (special := heading_leaves.under_parent(path, terms)):
        return SheetColumn(number, path, *special)
    fragments = len(path) > 1 and not any(map(synonyms.concept_of, path[:-1]))
    # «Họ và» above «tên»: one heading written over two rows.
    concept = synonyms.exactly(" ".join(path)) if fragments else None
    concept = concept or synonyms.concept_of(path[-1]) or of_a_year(path[-1])
    if concept is None and len(path) > 1:
        concept = synonyms.exactly(" ".join(path)) or synonyms.exactly(f"{path[-1]} {path[-2]}")
    if concept in synonyms.MARKS:
        return SheetColumn(number, path, concept, synonyms.MARKS[concept])
    return SheetColumn(number, path, concept)
