"""Columns that are values: communes with an x below them, fields with names of models."""

import re
from collections.abc import Sequence
from dataclasses import replace

from emulation_cli.domain.patterns import pattern
from emulation_cli.domain.text import fold
from emulation_cli.intake.cells.coded_values import says_something
from emulation_cli.intake.columns.column_map import Header, SheetColumn
from emulation_cli.intake.columns.profiles import Profile, Profiler
from emulation_cli.intake.grid import Grid
from emulation_cli.intake.headings import heading_leaves, synonyms
from emulation_cli.intake.headings.heading_grammar import parse
from emulation_cli.intake.headings.years_in_headings import without_year, year_of

_OF_MODELS = pattern(r"\bmo hinh\b|\bdan van kheo\b|\bdvk\b")
_OF_DECISIONS = frozenset({"decision", "decision_number", "decision_date", "date", "amount"})
_SEVERAL, _LOOKED_AT = 2, 200
_NEARLY_ALL, _MOST, _HARDLY_ANY = 0.9, 0.5, 0.1


def with_values(grid: Grid, start: int, header: Header, profiler: Profiler) -> list[SheetColumn]:
    """The columns of a header, with what stands above the cells of each that is a value.

    Marks below units say who has what a row names. Names of models stand below units or fields
    where no column has names and a title speaks of models.
    """
    if models := _columns_of_models(grid, start, header, profiler):
        return models
    header = _with_forms(grid, header, profiler)
    given = {c.number: value for c in header.columns if (value := _form_above(c, profiler))}
    named = header.names or set(synonyms.MARKS) & set(header.by_concept)
    if len(set(given.values())) >= _SEVERAL and named:
        return [replace(c, gives=given.get(c.number)) for c in header.columns]
    given = {c.number: value for c in header.columns if (value := _value(c, profiler))}
    kinds = {kind for kind, _value in given.values()}
    if len(given) < _SEVERAL or len(kinds) > 1:
        return list(header.columns)
    below = {c.number: _profile(grid, header, c, profiler) for c in header.columns}
    concept = _concept(header, [below[number] for number in given], *kinds)
    titles = " ".join(t for n in range(start, header.first) for t in grid.texts(n).values())
    if concept is None or (concept == "model_name" and not _OF_MODELS.search(fold(titles))):
        return list(header.columns)
    return [
        replace(c, concept=concept, mark=None, weighed=None, gives=given[c.number])
        if c.number in given
        else c
        for c in header.columns
    ]


def _columns_of_models(
    grid: Grid, start: int, header: Header, profiler: Profiler
) -> list[SheetColumn] | None:
    """«Mô hình đăng ký mới | duy trì», «2021 | 2022», «Mô hình 1 | Mô hình 2» over their names."""
    given = {c.number: value for c in header.columns if (value := _said_of_models(c))}
    columns = [
        c for c in header.columns if c.number in given and _names_models(grid, header, c, profiler)
    ]
    values = {given[c.number] for c in columns}
    sorts = {_SORTS.get(sort, sort) for sort, _value in values}
    others = {c.number for c in header.names} - {c.number for c in columns}
    if len(values) < _SEVERAL or len(sorts) > 1 or others:
        return None
    headings = " ".join(c.heading for c in columns)
    titles = " ".join(t for n in range(start, header.first) for t in grid.texts(n).values())
    if not _OF_MODELS.search(fold(f"{headings} {titles}")):
        return None
    return [
        replace(c, concept="model_name", mark=None, weighed=None, gives=given[c.number])
        if c in columns
        else c
        for c in header.columns
    ]


def _said_of_models(column: SheetColumn) -> tuple[str, str] | None:
    """What a heading says of the models below it: year, number, kind, new, recognised …"""
    heading = column.path[-1]
    if year := year_of([heading]):
        bare = parse(without_year(heading)).parts
        return ("year", str(year)) if bare <= _BESIDE_VALUES | {"YEAR", "REGISTERED"} else None
    if (numbered := _NUMBERED.fullmatch(heading)) and "MODEL" in parse(numbered[1]).parts:
        return "order", numbered[2]
    said = parse(heading).parts - {"PAST", "GOT", "EXEMPLAR"}
    said -= {"OTHER"} if "KEEP" in said else set()  # «Mô hình cũ tiếp tục duy trì»
    if len(kinds := said & _KINDS.keys()) == 1:
        return ("kind", _KINDS[min(kinds)]) if "MODEL" in said <= kinds | _BESIDE_VALUES else None
    states = said & _STATES.keys()
    if not states or len(states - {"REGISTERED"}) > 1 or said - states - _BESIDE_VALUES:
        return None
    return _STATES[min(states - {"REGISTERED"}, default="REGISTERED")]


_NUMBERED = pattern(r"(.+?)\s*(?:số\s*|thứ\s*)?(\d{1,2})", re.IGNORECASE)
_STATES = {
    "NEW": ("status", "new"), "KEEP": ("status", "continued"), "REGISTERED": ("status", ""),
    "RECOGNISED": ("recognised", "x"),
}  # fmt: skip
_SORTS = {"recognised": "status"}  # they stand beside one another
_KINDS = {"COLLECTIVE": "collective", "INDIVIDUAL": "individual", "HOUSEHOLD": "household"}
_BESIDE_VALUES = frozenset({"MODEL", "NAME", "DEED", "CONTENT", "MAKE"})


def _names_models(grid: Grid, header: Header, column: SheetColumn, profiler: Profiler) -> bool:
    profile = _profile(grid, header, column, profiler)
    words = profile.share("words") + profile.share("prose") > _NEARLY_ALL
    others = profile.share(
        "unit", "field", "mark", "answer", "status", "date", "year", "number", "form", "person"
    )
    return bool(profile.filled) and words and others <= _HARDLY_ANY


def _with_forms(grid: Grid, header: Header, profiler: Profiler) -> Header:
    """«Cá nhân được tặng Giấy khen», «Lao động tiên tiến» over names: the form of all below it."""
    if {"form", "title"} & set(header.by_concept):
        return header
    columns = tuple(_named_by_form(grid, header, c, profiler) for c in header.columns)
    named = [c for c in columns if c.concept in synonyms.NAMES]
    found = set(named) - set(header.columns)
    if not found or (any(c.concept in _MARKS_OF_FORMS for c in columns)):
        return header
    if any(c not in found for c in named):
        # «Họ và tên» beside them has the names of the rows.
        columns = tuple(
            c if c.concept == own.concept else own
            for c, own in zip(columns, header.columns, strict=True)
        )
    return replace(header, columns=columns)


_OF_A_FORM = frozenset({"PRIZE", "TITLE", "FORM", "EXEMPLAR"})
_MARKS_OF_FORMS = ("form_mark", "title_mark")


def _named_by_form(
    grid: Grid, header: Header, column: SheetColumn, profiler: Profiler
) -> SheetColumn:
    if column.concept not in (None, *_MARKS_OF_FORMS, *synonyms.NAMES):
        return column
    said = parse(column.path[-1])
    if len(column.path) == 1 and not (said.open or said.parts & _OF_A_FORM):
        return column  # each word is known: «Họ và tên» is compared with no form
    code = heading_leaves.term_named(profiler.terms, "form_mark", column.heading)
    if not code or column.concept in synonyms.NAMES:
        return replace(column, gives=("form", code)) if code else column
    profile = _profile(grid, header, column, profiler)
    persons, bodies = profile.share("person"), profile.share("body")
    if max(persons, bodies) <= _MOST or profile.share("mark"):
        return column
    concept = "individual_name" if persons > bodies else "collective_name"
    return replace(column, concept=concept, mark=None, weighed=None, gives=("form", code))


def _form_above(column: SheetColumn, profiler: Profiler) -> tuple[str, str] | None:
    """«Giấy khen > Số QĐ | Ngày»: the form that a decision is of."""
    if len(column.path) == 1 or column.concept not in _OF_DECISIONS:
        return None
    code = heading_leaves.term_named(profiler.terms, "form_mark", column.path[-2])
    return ("form", code) if code else None


def _value(column: SheetColumn, profiler: Profiler) -> tuple[str, str] | None:
    heading = column.path[-1]
    if column.concept != "field_mark" and synonyms.concept_of(heading):
        return None
    if "unit" in profiler.sorts_of(heading):
        return "unit", heading
    code = heading_leaves.term_named(profiler.terms, "field_mark", heading)
    return ("field", code) if code else None


def _concept(header: Header, below: Sequence[Profile], kind: str) -> str | None:
    """What the cells are, all of them: marks, or names; numbers are a summary and no list."""
    said = [profile for profile in below if profile.filled]
    if not said:
        return None
    if all(profile.share("mark") > _NEARLY_ALL for profile in said):
        return "unit_mark" if header.names and kind == "unit" else None
    words = all(one.share("words") + one.share("prose") > _NEARLY_ALL for one in said)
    others = any(profile.share("unit", "field", "mark") > _HARDLY_ANY for profile in said)
    return "model_name" if words and not others and not header.names else None


def _profile(grid: Grid, header: Header, column: SheetColumn, profiler: Profiler) -> Profile:
    rows = [grid.sheet.rows[n] for n in grid.full_rows if n > header.last][:_LOOKED_AT]
    cells = (row[column.number] for row in rows if column.number < len(row))
    return profiler.of(cell for cell in cells if says_something(cell))
