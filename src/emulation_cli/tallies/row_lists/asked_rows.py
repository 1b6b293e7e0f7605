"""Rows that are asked of the register when their turn comes: lists longer than the memory."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, overload

Row = tuple[Any, ...]


class Asked(Sequence[Row]):
    """Rows that are asked anew each time somebody goes through them: none is kept."""

    def __init__(self, ask: Callable[[], Iterable[Row]]) -> None:
        self._ask = ask

    def __iter__(self) -> Iterator[Row]:
        return iter(self._ask())

    def __len__(self) -> int:
        return sum(1 for _ in self)

    @overload
    def __getitem__(self, place: int) -> Row: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Row]: ...
    def __getitem__(self, place: int | slice) -> Row | Sequence[Row]:
        if isinstance(place, slice):
            return tuple(self)[place]
        return next(islice(self, place, None))
