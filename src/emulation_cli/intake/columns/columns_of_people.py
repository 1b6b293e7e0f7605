"""Columns that hold people though their headings say less: «Nam | Nữ», «Cá nhân», «Đảng viên»."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from emulation_cli.domain.person_names import is_body, is_person
from emulation_cli.intake.columns.column_map import SheetColumn
from emulation_cli.intake.columns.profiles import Profile
from emulation_cli.intake.headings import synonyms
from emulation_cli.intake.headings.heading_grammar import parse

_MOST, _HARDLY_ANY = 0.5, 0.2
_NAMED = {f"{kind}_mark": f"{kind}_name" for kind in ("collective", "individual", "household")}
_BIRTHS = {"male_mark": "birth_male", "female_mark": "birth_female"}


class Below(Protocol):
    """The cells below a header."""

    def profile(self, column: SheetColumn) -> Profile: ...

    def texts(self, number: int) -> list[str]: ...


def as_people(columns: Sequence[SheetColumn], below: Below) -> list[SheetColumn]:
    """The columns, those that hold births or names as what they hold."""
    return _as_persons(_as_names(_as_births(columns, below), below), below)


def _as_births(columns: Sequence[SheetColumn], below: Below) -> list[SheetColumn]:
    """«Nam | Nữ» with years or days below them, in place of an x."""
    sexes = [c for c in columns if c.concept in _BIRTHS]
    born = [c for c in sexes if below.profile(c).share("year", "date", "partial") > _MOST]
    if not born or {c.concept for c in sexes} != set(_BIRTHS):
        return list(columns)
    return [replace(c, concept=_BIRTHS[str(c.concept)]) if c in sexes else c for c in columns]


def _as_names(columns: Sequence[SheetColumn], below: Below) -> list[SheetColumn]:
    """«Tập thể | Cá nhân» with names below them, in place of an x.

    Beside the name of a model they are who carries it out, each of its kind.
    """
    others = [c for c in columns if c.concept in synonyms.NAMES]
    kinds = [c for c in columns if c.concept in _NAMED and _holds_names(c, below)]
    if not kinds or (others and not any(c.concept == "model_name" for c in others)):
        return list(columns)
    return [
        replace(c, concept="leader" if others else _NAMED[str(c.concept)]) if c in kinds else c
        for c in columns
    ]


def _as_persons(columns: Sequence[SheetColumn], below: Below) -> list[SheetColumn]:
    """«Đảng viên», «Học sinh» with persons below, where no other column has names."""
    if any(c.concept in (*synonyms.NAMES, "unit_name", "first_name") for c in columns):
        return list(columns)
    said = ((c, parse(c.path[-1])) for c in columns if c.concept is None)
    people = [c for c, one in said if one.parts == {"WHOM"} and not one.open]
    found = [c for c in people if _holds_persons(c, below)]
    return [replace(c, concept="individual_name") if found[:1] == [c] else c for c in columns]


def _holds_persons(column: SheetColumn, below: Below) -> bool:
    """Names by their capitals: no list of families knows those of all peoples."""
    texts = below.texts(column.number)
    persons = sum(is_person(text) and not is_body(text) for text in texts)
    return persons > _MOST * len(texts) and below.profile(column).share("unit") < _HARDLY_ANY


def _holds_names(column: SheetColumn, below: Below) -> bool:
    profile = below.profile(column)
    return profile.share("person", "body") > _MOST and profile.share("mark") <= _HARDLY_ANY
