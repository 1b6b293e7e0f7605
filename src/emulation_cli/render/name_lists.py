"""Lists of names as documents print them: what matters, by kind, in the Vietnamese order."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import overload

from emulation_cli.domain.text import name_order
from emulation_cli.render.labels import Label
from emulation_cli.render.lists import rows_and_cells
from emulation_cli.tallies.measures.specifications import KINDS
from emulation_cli.tallies.row_lists.asked_rows import Row
from emulation_cli.tallies.row_lists.listings import Listing
from emulation_cli.tallies.row_lists.sorted_rows import SortedRows, sorting_key

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
_SEVERAL = 2
_Named = dict[str, str]


@dataclass(frozen=True)
class NameTable:
    """The rows of a list by column, in groups by the code of their kind (None: no kinds).

    `columns` are those that hold something.
    """

    columns: Sequence[str]
    groups: tuple[tuple[str | None, Sequence[_Named]], ...]


class _Members(Sequence[_Named]):
    """The rows of one kind among all, each read when its turn comes."""

    def __init__(self, columns: Sequence[str], rows: SortedRows, first: int, count: int) -> None:
        self._columns, self._rows, self._first, self._count = columns, rows, first, count

    def __iter__(self) -> Iterator[_Named]:
        for row in self._rows.part(self._first, self._first + self._count):
            yield dict(zip(self._columns, row, strict=True))

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, place: int) -> _Named: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[_Named]: ...
    def __getitem__(self, place: int | slice) -> _Named | Sequence[_Named]:
        return list(self)[place]


def details_of(rows: Listing) -> list[int]:
    """The numbers of the columns that the rows behind a figure show."""
    wanted = _DETAILS.get(rows.noun) or rows.columns[:_MOST_COLUMNS]
    return [rows.columns.index(name) for name in wanted if name in rows.columns]


def names_of(rows: Listing, label: Label | None) -> NameTable:
    """A list as it is printed; without kinds in the order it has."""
    chosen = _COLUMNS.get(rows.noun) or rows.columns[1:_MOST_COLUMNS]
    said = {name: _Said() for name in (*chosen, "decision")}
    counted = Counter[str | None]()
    kind_at = rows.columns.index("kind") if "kind" in rows.columns else None
    name_at = rows.columns.index(_NAME.get(rows.noun, "name")) if kind_at is not None else 0

    def keyed() -> Iterator[tuple[bytes, Row]]:
        for row, cells in rows_and_cells(rows, label):
            kind = None if kind_at is None else str(row[kind_at])
            counted[kind] += 1
            for name, text in zip(rows.columns, cells, strict=True):
                if name in said:
                    said[name].add(text)
            order = () if kind is None else name_order(kind, cells[name_at])
            yield sorting_key((KINDS.index(kind) if kind else 0,), order), tuple(cells)

    ordered = SortedRows(keyed())
    held = [name for name in chosen if said[name].anything]
    if said["decision"].alike:
        held = [name for name in held if name not in _OF_A_DECISION or not said[name].alike]
    kinds = [kind for kind in (None, *KINDS) if counted[kind]]
    firsts = accumulate((counted[kind] for kind in kinds), initial=0)
    groups = (
        (kind, _Members(rows.columns, ordered, first, counted[kind]))
        for kind, first in zip(kinds, firsts, strict=False)
    )
    return NameTable(held or list(chosen[:1]), tuple(groups))


class _Said:
    """What the rows of a list say in one column."""

    def __init__(self) -> None:
        self.anything = False
        self._rows, self._texts = 0, set[str | None]()

    def add(self, text: str | None) -> None:
        self._rows += 1
        self.anything = self.anything or bool(text)
        if len(self._texts) < _SEVERAL:
            self._texts.add(text)

    @property
    def alike(self) -> bool:
        """Whether all of several rows say the same."""
        return self.anything and self._rows >= _SEVERAL > len(self._texts)
