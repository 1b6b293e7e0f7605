"""Columns that are values: communes with an x below them, fields with names of models."""

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

_OF_MODELS = pattern(r"\bmo hinh\b|\bdan van kheo\b|\bdvk\b")
_OF_DECISIONS = frozenset({"decision", "decision_number", "decision_date", "date", "amount"})
_SEVERAL, _LOOKED_AT = 2, 200
_NEARLY_ALL, _HARDLY_ANY = 0.9, 0.1


def with_values(grid: Grid, start: int, header: Header, profiler: Profiler) -> list[SheetColumn]:
    """The columns of a header, with what stands above the cells of each that is a value.

    Marks below units say who has what a row names. Names of models stand below units or fields
    where no column has names and a title speaks of models.
    """
    if states := _of_states(grid, start, header, profiler):
        return states
    header = _with_forms(header, profiler)
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


def _of_states(
    grid: Grid, start: int, header: Header, profiler: Profiler
) -> list[SheetColumn] | None:
    """«Mô hình đăng ký mới | Mô hình duy trì», «Đăng ký | Đã công nhận» over names of models."""
    given = {c.number: state for c in header.columns if (state := _state(c))}
    columns = [
        c for c in header.columns if c.number in given and _names_models(grid, header, c, profiler)
    ]
    if (
        len({given[c.number] for c in columns}) < _SEVERAL
        or len({given[c.number][0] == "kind" for c in columns}) > 1
    ):
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


def _state(column: SheetColumn) -> tuple[str, str] | None:
    """What a heading says of the models below it: their kind, new, continued, recognised …"""
    said = parse(column.path[-1]).parts - {"PAST", "GOT", "EXEMPLAR"}
    if (
        "MODEL" in said
        and len(kinds := said & _KINDS.keys()) == 1
        and said <= kinds | _BESIDE_STATES
    ):
        return "kind", _KINDS[next(iter(kinds))]
    states = said & _STATES.keys()
    if len(states - {"REGISTERED"}) > 1 or not states or said - _STATES.keys() - _BESIDE_STATES:
        return None
    return _STATES[next(iter(states - {"REGISTERED"}), "REGISTERED")]


_STATES = {
    "NEW": ("status", "new"), "KEEP": ("status", "continued"), "REGISTERED": ("status", ""),
    "RECOGNISED": ("recognised", "x"),
}  # fmt: skip
_KINDS = {"COLLECTIVE": "collective", "INDIVIDUAL": "individual", "HOUSEHOLD": "household"}
_BESIDE_STATES = frozenset({"MODEL", "NAME", "DEED", "CONTENT", "MAKE"})


def _names_models(grid: Grid, header: Header, column: SheetColumn, profiler: Profiler) -> bool:
    profile = _profile(grid, header, column, profiler)
    words = profile.share("words", "prose") > _NEARLY_ALL
    others = profile.share("unit", "field", "mark", "status", "date", "year", "number")
    return bool(profile.filled) and words and others <= _HARDLY_ANY


def _with_forms(header: Header, profiler: Profiler) -> Header:
    """«Cá nhân được tặng Giấy khen»: the form of all who are named below it."""
    if {"form", "title", "form_mark", "title_mark"} & set(header.by_concept):
        return header
    named = {c.number for c in header.names}
    columns = tuple(
        replace(c, gives=("form", code))
        if c.number in named
        and (code := heading_leaves.term_named(profiler.terms, "form_mark", c.heading))
        else c
        for c in header.columns
    )
    return replace(header, columns=columns)


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
    words = all(profile.share("words", "prose") > _NEARLY_ALL for profile in said)
    others = any(profile.share("unit", "field", "mark") > _HARDLY_ANY for profile in said)
    return "model_name" if words and not others and not header.names else None


def _profile(grid: Grid, header: Header, column: SheetColumn, profiler: Profiler) -> Profile:
    rows = [grid.sheet.rows[n] for n in grid.full_rows if n > header.last][:_LOOKED_AT]
    cells = (row[column.number] for row in rows if column.number < len(row))
    return profiler.of(cell for cell in cells if says_something(cell))
