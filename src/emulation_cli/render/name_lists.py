"""Lists of names as documents print them: what matters, by kind, in the Vietnamese order."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from emulation_cli.domain.text import person_order, vietnamese_order
from emulation_cli.render.labels import Label
from emulation_cli.render.lists import readable_rows
from emulation_cli.tallies.measures.specifications import KINDS
from emulation_cli.tallies.row_lists.listings import Listing

ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
# What a printed list shows of what is known.
_COLUMNS: Mapping[str, Sequence[str]] = {
    "exemplars": ("name", "birth_year", "position", "unit", "field", "discovered"),
    "models": ("name", "unit", "field", "years", "leader"),
    "events": ("name", "type", "date", "place", "organiser"),
    "honours": (
        "recipient", "position", "unit", "act", "form", "amount", "decision", "date", "event",
    ),
}  # fmt: skip
# What the list of one decision need not say in every row.
_OF_A_DECISION = ("decision", "date", "act", "event")
# What tells the rows behind a figure apart.
_DETAILS: Mapping[str, Sequence[str]] = {
    "exemplars": ("id", "name", "kind", "unit", "field", "discovered"),
    "models": ("id", "name", "kind", "unit", "field", "years", "year", "status"),
    "events": ("id", "name", "type", "date", "place"),
    "honours": ("id", "recipient", "kind", "unit", "act", "form", "date", "instances"),
}
_NAME = {"honours": "recipient", "proposals": "recipient"}
_MOST_COLUMNS = 8
_Named = dict[str, str]


@dataclass(frozen=True)
class NameTable:
    """The rows of a list by column, in groups by the code of their kind (None: no kinds).

    `columns` are those that hold something.
    """

    columns: Sequence[str]
    groups: tuple[tuple[str | None, tuple[_Named, ...]], ...]


def details_of(rows: Listing) -> list[int]:
    """The numbers of the columns that the rows behind a figure show."""
    wanted = _DETAILS.get(rows.noun) or rows.columns[:_MOST_COLUMNS]
    return [rows.columns.index(name) for name in wanted if name in rows.columns]


def names_of(rows: Listing, label: Label | None) -> NameTable:
    """A list as it is printed; without kinds in the order it has."""
    named = list(_named_rows(rows, label))
    chosen = _COLUMNS.get(rows.noun) or rows.columns[1:_MOST_COLUMNS]
    held = [name for name in chosen if any(row.get(name) for row in named)]
    if _alike(named, "decision"):
        held = [name for name in held if name not in _OF_A_DECISION or not _alike(named, name)]
    columns = held or list(chosen[:1])
    if "kind" not in rows.columns:
        return NameTable(columns, ((None, tuple(named)),) if named else ())
    name = _NAME.get(rows.noun, "name")
    named.sort(key=lambda row: _order(row, name))
    groups = groupby(named, key=lambda row: row["kind_code"])
    return NameTable(columns, tuple((kind, tuple(members)) for kind, members in groups))


def _alike(rows: Sequence[_Named], column: str) -> bool:
    """Whether all of several rows say the same."""
    said = {row.get(column) for row in rows}
    return len(rows) > 1 and len(said) == 1 and said not in ({""}, {None})


def _named_rows(rows: Listing, label: Label | None) -> Iterator[_Named]:
    """Rows as a person reads them, with the code of their kind under `kind_code`."""
    kind = rows.columns.index("kind") if "kind" in rows.columns else None
    for row, cells in zip(rows.rows, readable_rows(rows, label), strict=True):
        code = str(row[kind]) if kind is not None else ""
        yield {**dict(zip(rows.columns, cells, strict=True)), "kind_code": code}


def _order(row: _Named, name: str) -> tuple[int, Any]:
    kind = row["kind_code"]
    key = person_order if kind == "individual" else vietnamese_order
    return KINDS.index(kind), key(row[name])
