"""Where a table's header is and what its columns mean (INTAKE section 4.3)."""

import re
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace

from emulation_cli.domain.terms import Vocabularies
from emulation_cli.intake import leaves, synonyms
from emulation_cli.intake.columns import Column, Header
from emulation_cli.intake.grid import (
    DEEPEST,
    Grid,
    filled,
    header_paths,
    header_rows,
    heading_text,
)
from emulation_cli.intake.model import Hints
from emulation_cli.intake.profiles import Profiler
from emulation_cli.intake.weighing import over_two, weighed_columns
from emulation_cli.sheets.workbook import Cell

_ROWS_LOOKED_AT = 60
_LONGEST_HEADING = 120
_LEAST_SCORE = 2
_ROWS_OF_MARKS = 200
# Found alone these do not make a table: every code list has them.
_WEAK = frozenset(
    {"stt", "code", "note", "first_name", "personal", *synonyms.MARKS, "male_mark", "female_mark"}
)
_OF_EVENTS = re.compile("hội nghị|sự kiện|event", re.IGNORECASE)
_OF_AWARDS = frozenset({"form", "title", "act", "decision", "decision_number", "amount"})
_OF_UNITS = frozenset({"parent", "type", "code", "other_names", "valid_from", "valid_to", "kind"})
_OF_RECORDS = _OF_AWARDS | {"unit", "discovered", "fostered", "multiplied", "leader", "form_mark"}
_OF_MODELS = re.compile("mô hình|model", re.IGNORECASE)
# Lists of these have a kind where those of units and conferences have a type.
_OF_KINDS = frozenset(synonyms.NAMES) - {"event_name"}


def find_header(grid: Grid, start: int, hints: Hints, profiler: Profiler) -> Header | None:
    """The best header at or below `start`, or None where the sheet holds no list."""
    said = hints.register == "units"  # of which the names alone are a list
    if hints.header_row is not None and start < hints.header_row:
        return _header(grid, header_rows(grid, hints.header_row - 1), hints, profiler)
    for row in range(start, min(start + _ROWS_LOOKED_AT, len(grid.sheet.rows))):
        if _promise(grid, row, hints) > 0:
            spans = dict.fromkeys(header_rows(grid, n) for n in range(row, row + DEEPEST))
            spans = {span: None for span in spans if not _numbers_columns(grid.row(span[1]))}
            near = [_header(grid, span, hints, profiler) for span in spans]
            lists = [one for one in near if one.first >= start and is_list(one, hints.register)]
            if lists:
                # The first table, not the best: what stands below it comes next.
                first = lists[0]
                lists = [one for one in lists if not _rows_between(grid, first, one)]
                best = max(lists, key=lambda one: _score(grid, one))
                return best if said or _score(grid, best) >= _LEAST_SCORE else None
    return None


def _rows_between(grid: Grid, upper: Header, lower: Header) -> bool:
    """Whether one header already has rows of its own before the other begins."""
    numbers = upper.of("stt")
    column = numbers.number if numbers else None
    for row in range(upper.last + 1, lower.first):
        cells = grid.row(row)
        cell = cells[column] if column is not None and column < len(cells) else None
        # Text files and Word keep numbers as text; «1 | 2 | 3» only numbers the columns.
        number = isinstance(cell, float | int) or str(cell or "").strip(" .").isdecimal()
        if number and not _numbers_columns(cells):
            return True
    return False


def _numbers_columns(cells: Sequence[Cell]) -> bool:
    """«1 | 2 | 3 | 4» below a header."""
    texts = [heading_text(cell).strip(" ().") for cell in cells if filled(cell)]
    return len(texts) > 1 and all(text.isdecimal() and len(text) < 3 for text in texts)


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
    return (
        bool({"decision_number", "decision"} & found)
        and bool({"abstract", "signer", "stated_collectives", "decision_date", "date"} & found)
        and not found & {"unit_name"}
    )


def _header(grid: Grid, span: tuple[int, int], hints: Hints, profiler: Profiler) -> Header:
    first, last = span
    paths = header_paths(grid, first, last)
    parts = leaves.parts_of_dates(paths)
    columns = [
        Column(number, path, *parts[number])
        if number in parts
        else _column(number, path, hints, profiler.terms)
        for number, path in paths.items()
    ]
    columns = [_marked(grid, last, column, hints, profiler.terms) for column in columns]
    decided = [
        column.number in parts or _decided(column.path, hints) is not None for column in columns
    ]
    columns = over_two(grid, last, weighed_columns(grid, last, columns, decided, profiler))
    settled = _settled(columns)
    return Header(first, last, tuple(settled), _by_concept(settled))


def _marked(grid: Grid, last: int, column: Column, hints: Hints, terms: Vocabularies) -> Column:
    """A column that no word explains may be explained by the marks in it."""
    if column.concept or _decided(column.path, hints) is not None:
        return column
    rows = grid.sheet.rows[last + 1 : last + 1 + _ROWS_OF_MARKS]
    cells = (row[column.number] for row in rows if column.number < len(row))
    meaning = leaves.lone_mark(column.path[-1], cells, terms)
    return Column(column.number, column.path, *meaning) if meaning else column


def _by_concept(columns: Sequence[Column]) -> dict[str, tuple[Column, ...]]:
    grouped: defaultdict[str, list[Column]] = defaultdict(list)
    for column in columns:
        if column.concept:
            grouped[column.concept].append(column)
    return {
        concept: tuple(sorted(members, key=lambda c: (synonyms.is_helper(c.path[-1]), c.number)))
        for concept, members in grouped.items()
    }


def _settled(columns: Sequence[Column]) -> list[Column]:
    """«Tên» is the given name beside «Họ», else the name; so is «Tên đơn vị» if none other is."""
    found = {column.concept for column in columns}
    named = bool(found & set(synonyms.NAMES))
    both = {"model_name", "name", "individual_name"}
    numbers = [column for column in columns if column.concept == "stt"]
    of_events = any(c.concept == "type" and _OF_EVENTS.search(c.heading) for c in columns)
    settled = []
    for column in columns:
        concept = column.concept
        if column in numbers[1:] and (second := _second_tt(column, found)):
            settled.append(Column(column.number, column.path, *second))
            continue
        if concept == "first_name" and not found & {"last_name"}:
            concept = None if named else "name"
        elif concept == "last_name" and "first_name" not in found:
            concept = None
        elif concept == "unit_name":
            concept = _unit_or_name(found, named=named or "first_name" in found)
        elif concept == "male_mark" and "female_mark" not in found:
            concept = "year"
        elif concept in ("summary", "event") and not named:
            concept = _named_by_content(column, of_events)
        elif concept in both and len(both & found) > 1:
            concept = _beside_models(concept, found)
        elif concept == "type" and found & _OF_KINDS and "kind" not in found:
            concept = "kind"
        settled.append(replace(column, concept=concept))
    return settled


def _unit_or_name(found: set[str | None], *, named: bool) -> str:
    """«Tên đơn vị»: a row's unit; beside one, or where units are honoured, the name itself."""
    if named:
        return "unit"
    of_units = found & _OF_UNITS
    return "collective_name" if found & _OF_RECORDS and not of_units else "unit_name"


def _named_by_content(column: Column, of_events: bool) -> str:
    """«Nội dung» of conferences, «Nội dung mô hình»: the name where no other column holds it."""
    if of_events or column.concept == "event":
        return "event_name"
    return "model_name" if _OF_MODELS.search(column.path[-1]) else "summary"


def _beside_models(concept: str, found: Collection[str | None]) -> str | None:
    """«Họ và tên» beside «Tên mô hình» leads the model, unless somebody is awarded something."""
    if "model_name" not in found:
        return concept
    if _OF_AWARDS.intersection(found):
        return None if concept == "model_name" else concept
    if concept == "model_name":
        return concept
    return None if "leader" in found else "leader"


def _second_tt(column: Column, found: Collection[str | None]) -> leaves.Meaning | None:
    """«STT | Điển hình | TT | CN», «Số TT | Số CN»: the second TT is no number."""
    key = synonyms.heading_key(column.path[-1])
    if key == "tt" and "individual_mark" in found:
        return "collective_mark", "collective"
    return (
        ("stated_collectives", None) if key == "so tt" and "stated_individuals" in found else None
    )


def _decided(path: tuple[str, ...], hints: Hints) -> str | None:
    """The field that the clerk said; "" where she said that the column is of no use."""
    said = (synonyms.remembered(text, hints.headings) for text in (" ".join(path), path[-1]))
    return next((decided for decided in said if decided is not None), None)


def _column(number: int, path: tuple[str, ...], hints: Hints, terms: Vocabularies) -> Column:
    decided = _decided(path, hints)
    if decided is not None:
        return Column(number, path, decided or None)
    if len(path) > 1 and (special := leaves.under_parent(path, terms)):
        return Column(number, path, *special)
    fragments = len(path) > 1 and not any(map(synonyms.concept_of, path[:-1]))
    # «Họ và» above «tên»: one heading written over two rows.
    concept = synonyms.exactly(" ".join(path)) if fragments else None
    concept = concept or synonyms.concept_of(path[-1])
    if concept is None and len(path) > 1:
        concept = synonyms.exactly(" ".join(path)) or synonyms.exactly(f"{path[-1]} {path[-2]}")
    if concept in synonyms.MARKS:
        return Column(number, path, concept, synonyms.MARKS[concept])
    return Column(number, path, concept)
