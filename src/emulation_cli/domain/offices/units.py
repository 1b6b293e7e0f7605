"""Units and the many ways in which lists write their names."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import NamedTuple, Protocol

from emulation_cli.domain.likeness import Likely
from emulation_cli.domain.offices.unit_keys import (
    parted,
    search_keys,
    stored_keys,
    with_type_spelt,
    without_body,
    without_type,
    written_forms,
)
from emulation_cli.domain.text import comparing_key, fold


class Days(Protocol):
    """An interval of days, such as a partial date or a period. Both ends are ISO days."""

    @property
    def first(self) -> str: ...

    @property
    def last(self) -> str: ...


class Unit(NamedTuple):
    """A unit of the register. Dates of validity are ISO days; no date means no limit known."""

    id: int
    code: str | None
    name: str
    type: str
    parent_id: int | None = None
    other_names: tuple[str, ...] = ()
    valid_from: str | None = None
    valid_to: str | None = None

    @property
    def names(self) -> tuple[str, ...]:
        return (self.name, *self.other_names)

    def lived(self, on: Days) -> bool:
        """Whether the unit may have been there on one of these days."""
        return (self.valid_from or "") <= on.last and on.first <= (self.valid_to or "9999")

    @property
    def told_apart(self) -> str:
        """Id, name, and the life where it is known: «U3 Xã Cẩm Duệ (… - 30/06/2025)»."""
        named = f"U{self.id} {self.name}"
        return f"{named} ({self.life})" if self.life else named

    @property
    def life(self) -> str:
        """From when to when the unit was there, as far as is known: «… - 30/06/2025»."""
        if not (self.valid_from or self.valid_to):
            return ""
        ends = (
            "/".join(reversed((day or "…").split("-"))) for day in (self.valid_from, self.valid_to)
        )
        return " - ".join(ends)


# A name and, in brackets, what tells it from its namesakes.
_WITH_MARK = r"(.+?)\s*\(([^()]*)\)"
# A part of a name has at least so many letters: «an» is in too many names to mean one.
_LEAST_PART = 3


def _written_alike(text: str, key: str, found: list[Unit]) -> tuple[Unit, ...]:
    """Of units that only diacritics tell apart (Cẩm Hà, Cẩm Hạ), the ones written like the text."""
    written = f" {_bare_words(comparing_key(text))} "
    length = len(_bare_words(without_type(key)).split())

    def alike(name: str) -> bool:
        place = _bare_words(comparing_key(name)).split()[-length:]
        return f" {' '.join(place)} " in written

    return tuple(unit for unit in found if any(map(alike, unit.names))) or tuple(found)


def _bare_words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text))


class UnitNames:
    """Units found by code, name, other names, abbreviations and common prefixes."""

    def __init__(
        self,
        units: Iterable[Unit],
        decided: Mapping[str, Iterable[int]] | None = None,
        of_list: Mapping[str, int] | None = None,
    ) -> None:
        """`decided` says by comparing key which units' numbers the clerk once meant by a text,
        each within its life; `of_list` what she meant in the list at hand.
        """
        self.units = tuple(units)
        self._by_number = by_number = {unit.id: unit for unit in self.units}
        self._decided = {
            key: [by_number[number] for number in numbers if number in by_number]
            for key, numbers in (decided or {}).items()
        }
        self._of_list = {key: by_number.get(number) for key, number in (of_list or {}).items()}
        self._by_code = {fold(unit.code): unit for unit in self.units if unit.code}
        self._by_key: defaultdict[str, list[Unit]] = defaultdict(list)
        for unit in self.units:
            for key in stored_keys(unit.names):
                self._by_key[key].append(unit)
        self._file_by_level()
        self._found: dict[str, tuple[Unit, ...]] = {}

    def _file_by_level(self) -> None:
        """«Hội Nông dân huyện» for «Hội Nông dân huyện Cẩm Xuyên», in the district, and for it."""
        above = {fold(u.name) for u in self.units if u.type in ("district", "city", "province")}
        for unit in self.units if above else ():
            over = self._by_number.get(unit.parent_id or 0)
            level, _, place = fold(over.name).partition(" ") if over else ("", "", "")
            for name in map(fold, unit.names):
                if place and name.endswith(f" {level}"):
                    self._by_key[f"{name} {place}"].append(unit)
                words = name.split()
                for start in range(1, len(words) - 1):
                    if " ".join(words[start:]) in above:
                        self._by_key[" ".join(words[: start + 1])].append(unit)

    def find(self, text: str, on: Days | None = None) -> tuple[Unit, ...]:
        """The units meant: none, one, or several of one name, by the nearest way of writing.

        Of namesakes the ones that lived `on` the days of a record are meant: «xã Cẩm Duệ» was
        one unit until June 2025 and is another one since.
        """
        found = self.namesakes(text)
        if on is None:
            meant = self.answered(text)
            return (meant,) if meant else found
        lived = tuple(unit for unit in found if unit.lived(on))
        # What the clerk once answered holds within the life of the unit; a date goes before it.
        meant = next((unit for unit in self.answers(text) if unit.lived(on)), None)
        return (meant,) if meant and len(lived) != 1 else lived or found

    def answers(self, text: str) -> tuple[Unit, ...]:
        """The units that the clerk once meant by a text, in this list first."""
        key = comparing_key(text)
        of_list = self._of_list.get(key)
        return (*([of_list] if of_list else []), *self._decided.get(key, ()))

    def answered(self, text: str) -> Unit | None:
        """The unit that is meant where no date is known: an answer about another list holds only
        where no other unit of the name has another life.
        """
        if of_list := self._of_list.get(comparing_key(text)):
            return of_list
        meant = self.answers(text)
        lives = {(unit.valid_from, unit.valid_to) for unit in (*meant, *self.namesakes(text))}
        return meant[0] if len(meant) == 1 and len(lives) == 1 else None

    def meant_in(self, answers: Mapping[str, int]) -> "UnitNames":
        """The same names with what the clerk answered about one list."""
        decided = {key: [unit.id for unit in units] for key, units in self._decided.items()}
        return UnitNames(self.units, decided, answers) if answers else self

    def namesakes(self, text: str) -> tuple[Unit, ...]:
        """The units of a text whatever was once answered about it."""
        if text not in self._found:
            self._found[text] = self._find(text)
        return self._found[text]

    def called(self, text: str, on: Days | None = None) -> tuple[Unit, ...]:
        """As `find`, also without what stands in brackets or behind the name: as lists write."""
        for attempt in written_forms(text):
            if found := self.find(attempt, on):
                return found
        return self._under_named(text)

    def holding(self, text: str, on: Days | None = None) -> tuple[Unit, ...]:
        """The units of whose name the text is a part: «công an xã», «thcs».

        Whole words in a row, with the diacritics that the text has; of several, those that lived.
        """
        part, written = _bare_words(fold(text)), _bare_words(comparing_key(text))
        if len(part) < _LEAST_PART:
            return ()
        exact = written != part

        def holds(name: str) -> bool:
            own = comparing_key(name) if exact else fold(name)
            return f" {written if exact else part} " in f" {_bare_words(own)} "

        found = tuple(unit for unit in self.units if any(map(holds, unit.names)))
        lived = tuple(unit for unit in found if on is None or unit.lived(on))
        return lived or found

    def _under_named(self, text: str) -> tuple[Unit, ...]:
        """«Xã Cẩm Duệ - Cẩm Xuyên»: behind it stands the name of the unit above."""
        first, above = parted(text)
        found = self.find(first) if above else ()
        parents = {unit.id for unit in self.find(above)} if found else set()
        under = tuple(unit for unit in found if unit.parent_id in parents)
        return under if len(under) == 1 else ()

    def _find(self, text: str) -> tuple[Unit, ...]:
        return self._called(text) or self._told_apart(text)

    def _called(self, text: str) -> tuple[Unit, ...]:
        if by_code := self._by_code.get(fold(text)):
            return (by_code,)
        for key in search_keys(text):
            if found := self._by_key.get(key):
                return _written_alike(text, key, found)
        return ()

    def _told_apart(self, text: str) -> tuple[Unit, ...]:
        """«Thôn 1 (Xã Cẩm Duệ)», «Xã Cẩm Duệ (… - 30/06/2025)»: one of several of a name."""
        match = re.fullmatch(_WITH_MARK, text)
        found = self._called(match[1]) if match else ()
        mark = fold(match[2]) if match else ""
        return tuple(unit for unit in found if mark in map(fold, self._marks(unit)))

    def _marks(self, unit: Unit) -> list[str]:
        """What tells a unit from its namesakes: the one above it, its life, or both."""
        above = self._by_number.get(unit.parent_id or 0)
        name, life = (above.name, above.life) if above else ("", "")
        marks = ((name,), (unit.life,), (name, unit.life), (name, life))
        return [", ".join(filter(None, mark)) for mark in marks if any(mark)]

    def written(self, unit: Unit) -> str | None:
        """The plainest way of writing that means this unit and no other; None if there is none."""
        marked = (f"{unit.name} ({mark})" for mark in self._marks(unit))
        forms = (unit.name, unit.code, *marked)
        return next((form for form in forms if form and self.find(form) == (unit,)), None)

    def nearest(self, text: str, limit: int = 3) -> list[Unit]:
        """The units whose names are most like a text that was not found, first one named in it."""
        likely, by_place = self._places
        found = [by_place[place] for place in likely.nearest(_place(text), 2 * limit, whole=True)]
        return list(dict.fromkeys((*self.find(parted(text)[1]), *found)))[:limit]

    @cached_property
    def _places(self) -> tuple[Likely, dict[str, Unit]]:
        by_place = {_place(name): unit for unit in reversed(self.units) for name in unit.names}
        return Likely(by_place), by_place


def _place(name: str) -> str:
    """What tells units apart by ear: «cam due» of «UBND X. Cẩm Duệ»."""
    return without_type(with_type_spelt(without_body(fold(name))))
