"""Units as cells name them, alone or behind a position."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from emulation_cli.domain.offices.unit_keys import parted, without_body
from emulation_cli.domain.offices.units import Unit, UnitNames
from emulation_cli.domain.patterns import pattern
from emulation_cli.domain.person_names import is_body
from emulation_cli.domain.text import comparing_key, fold
from emulation_cli.intake.cells.cell_values import Trouble, as_text
from emulation_cli.sheets.workbook import Cell

_VILLAGES = "thon|xom|to dan pho|tdp|to|khoi|khoi pho|ap|ban|doi|khu|cum dan cu|chi bo|chi hoi"
_VILLAGE = pattern(rf"(?:{_VILLAGES})\b")
_SMALL = pattern(
    r"(?:(?:ten|sinh hoat tai|thuoc) )?"
    rf"(?:{_VILLAGES}|khoa|phong|chi doan|bo phan|lien doi|lop|phan xuong)\b"
)
_TYPED_END = pattern(
    r"[\s,–-](?P<unit>(?:xã|xa|x\.|phường|phuong|p\.|thị trấn|thi tran|tt\.?)\s*\w[^,;]*)$",
    re.IGNORECASE,
)
_ASIDE = pattern(r"\s*\(([^()]*)\)\s*$")
OF_MANY = ("district", "city", "province")
_LED = (*OF_MANY, "commune", "ward", "township")  # «UBND xã …», «Đảng bộ xã …» stand for them
_BETWEEN = pattern(r"\s*[,;\n+&]\s*(?:v[àa]\s+)?|\s+v[àa]\s+|\s+[-–]\s+")
_SIGN = pattern(r"\s*[,;:\n]\s*|\s+[-–]\s+")


@dataclass(frozen=True)
class Ambiguous:
    """Several units of one name; the date of a record may tell which."""

    text: str
    units: tuple[Unit, ...]
    answers: tuple[Unit, ...] = ()  # those that the clerk once meant; a date goes before that
    answered: Unit | None = None  # the one that she meant where no date is known

    def at(self, first: str | None, last: str | None) -> object:
        """The one unit that was valid then, else a Trouble that names them all."""
        valid = [u for u in self.units if first and last and _valid(u, first, last)]
        if len(valid) == 1:
            return valid[0]
        meant = [u for u in self.answers if first and last and _valid(u, first, last)]
        if one := meant[0] if meant else None if first and last else self.answered:
            return one
        names = ", ".join(f"{unit.name} (U{unit.id})" for unit in self.units)
        return Trouble("ambiguous_unit", values={"value": self.text, "nearest": names})


def _valid(unit: Unit, first: str, last: str) -> bool:
    return (unit.valid_from or "") <= last and first <= (unit.valid_to or "9999")


def is_within(text: str, unit: object) -> bool:
    """«Chi bộ Trường THCS …»: the cell of a school is no other name of it, but within it."""
    if not isinstance(unit, Unit) or unit.type in _LED:
        return False
    plain = fold(text)
    return without_body(plain) != plain and not any(map(_begins_with_body, unit.names))


def _begins_with_body(name: str) -> bool:
    return without_body(fold(name)) != fold(name)


def is_slip(text: str, unit: object) -> bool:
    """«Cẩm Hả» for Cẩm Hà: written with diacritics, and not with those of the unit's names."""
    if not isinstance(unit, Unit) or text.isascii():
        return False
    names = {word for name in unit.names for word in _words(name)}
    folded = {fold(word) for word in names}
    return any(fold(word) in folded for word in _words(text) - names)


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", comparing_key(text)))


def is_village(text: str) -> bool:
    """«Thôn», «Tổ dân phố»: a place within a commune."""
    return bool(_VILLAGE.match(fold(text)))


def is_small_body(text: str) -> bool:
    """«Chi đoàn 2», «Thôn Đông», «Khoa Nội»: by its first words a part of some unit."""
    return bool(_SMALL.match(fold(text)))


def taken_as(text: str, unit: object) -> Trouble:
    """The unit that a text is read as though it does not say so, told."""
    values: dict[str, object] = {"value": text, "unit": getattr(unit, "name", "")}
    return Trouble("unit_taken_as", "warn", values, unit)


@dataclass(frozen=True)
class Places:
    """Finds the unit a cell names; unknown names are kept as text where new units are wanted."""

    units: UnitNames
    new_units: bool = False
    unknown: str = "unknown_unit"
    above: Unit | None = None  # the unit of the whole list

    def __call__(self, cell: Cell) -> object:
        text = as_text(cell)
        if not text or not text.strip("-–. 0"):
            return None
        found = self.find(text)
        return (
            (taken_as(text, found) if is_within(text, found) or is_slip(text, found) else found)
            or self._two_units(text)
            or self._by_place(text)
            or self._by_part(text)
            or self._by_ending(text)
            or (taken_as(text, self.above) if self.above and is_small_body(text) else None)
            or self.not_found(text)
        )

    def several(self, text: str) -> tuple[str, ...]:
        """«Xã Cẩm Hà, xã Cẩm Minh»: the parts of a text each of which is another unit by itself."""
        parts = tuple(filter(None, map(str.strip, _BETWEEN.split(text))))
        units = [self.find(part) for part in parts]
        apart = all(_are_two(one, other) for one, other in pairwise(units))
        return parts if len(parts) > 1 and apart else ()

    def _two_units(self, text: str) -> Trouble | None:
        """Of one record one alone can be the unit: the row is refused (law 5)."""
        if self.unknown == "unknown_unit" and (parts := self.several(text)):
            return Trouble("two_units", values={"value": text, "units": ", ".join(parts)})
        return None

    def find(self, text: str) -> Unit | Ambiguous | None:
        """The unit of a whole text, also without what stands in brackets or behind it."""
        if answers := self.units.answers(text):
            units = tuple(dict.fromkeys((*self.units.namesakes(text), *answers)))
            return Ambiguous(text, units, answers, self.units.answered(text))
        found = tuple(dict.fromkeys(self.units.called(text)))
        if len(found) > 1:
            return Ambiguous(text, found)
        return found[0] if found else None

    def at_the_end(self, text: str) -> Unit | None:
        """«Cán bộ và Nhân dân xã Cẩm Hà»: the commune that a name ends in, with its type written.

        Not the district: «Hội LHPN huyện» is a unit of its own, while a commune's bodies are none.
        """
        match = _TYPED_END.search(text)
        unit = self.find(match["unit"]) if match else None
        return unit if isinstance(unit, Unit) else None

    def _by_place(self, text: str) -> Trouble | None:
        """«Thôn Na Trung, xã Cẩm Duệ»: no unit of its own, so that of its commune, and told."""
        first, rest = parted(text)
        unit = self.find(rest) if rest and is_village(first) else None
        if not isinstance(unit, Unit):
            return None
        return taken_as(text, unit)

    def _by_part(self, text: str) -> Trouble | None:
        """«Công an xã»: a part of a name that one unit alone has, and told. Not where units may
        be new: another office of that sort is what such a list brings.
        """
        found = () if self.new_units or self.unknown != "unknown_unit" else self.units.holding(text)
        if len(found) != 1:
            return None
        return taken_as(text, found[0])

    def _by_ending(self, text: str) -> Trouble | None:
        """«CĐCS Trường THPT …», «Công an xã Cẩm Sơn»: a body within the unit that its name ends
        in, and told. Not within a district, whose bodies are units of their own.
        """
        if self.new_units or self.unknown != "unknown_unit" or not is_body(text):
            return None
        words = text.split()
        for start in range(1, len(words) - 1):
            unit = self.find(" ".join(words[start:]))
            if isinstance(unit, Unit) and unit.type not in OF_MANY:
                return taken_as(text, unit)
        return None

    def not_found(self, text: str) -> Trouble:
        if self.new_units:
            return Trouble("new_unit", "info", {"value": text}, text)
        near = ", ".join(unit.name for unit in self.units.nearest(text))
        if self.unknown != "unknown_unit":
            return Trouble(self.unknown, "warn", {"value": text, "nearest": near}, text)
        return Trouble("unknown_unit", values={"value": text, "nearest": near})


@dataclass(frozen=True)
class OneUnit(Places):
    """Like Places, where no date of the row tells namesakes apart."""

    def __call__(self, cell: Cell) -> object:
        found = super().__call__(cell)
        return found.at(None, None) if isinstance(found, Ambiguous) else found


@dataclass(frozen=True)
class PositionAndUnit:
    """«Bí thư Chi bộ thôn Nhân Hòa, xã Cẩm Lộc»: a position, a unit, or both in one cell."""

    places: Places

    def __call__(self, cell: Cell) -> object:
        """(position or None, Unit, Ambiguous or Trouble)."""
        text = as_text(cell)
        if not text:
            return None
        if unit := self.places.find(text):
            aside = _ASIDE.search(text)
            if is_within(text, unit):
                return None, taken_as(text, unit)
            apart = aside and self.places.find(text[: aside.start()])
            return (aside[1] if aside and apart else None), unit
        return (
            self._split(str(cell).strip())
            or self._ending(text)
            or (text, self.places.not_found(text))
        )

    def _split(self, text: str) -> tuple[str, object] | None:
        """Parted by a sign, in either order; the longest text that is a unit wins."""
        signs = list(_SIGN.finditer(text))
        behind = self._first_unit((text[s.end() :], text[: s.start()]) for s in signs)
        before = self._first_unit((text[: s.start()], text[s.end() :]) for s in reversed(signs))
        if behind and before and _are_two(before[1], behind[1]):
            names = ", ".join(getattr(unit, "name", text) for _post, unit in (before, behind))
            return as_text(text) or "", Trouble("two_units", values={"value": text, "units": names})
        return behind or before

    def _first_unit(self, parts: Iterable[tuple[str, str]]) -> tuple[str, object] | None:
        for part, rest in parts:
            if unit := self.places.find(part):
                return as_text(rest) or "", unit
        return None

    def _ending(self, text: str) -> tuple[str, object] | None:
        """Without a sign between: the position keeps its words, «Chủ tịch Hội Nông dân xã …»."""
        words = text.split()
        for start in range(1, len(words)):
            ending = " ".join(words[start:])
            if (len(words) - start > 1 or "." in ending) and (unit := self.places.find(ending)):
                return text, unit
        return None


def _are_two(one: object, other: object) -> bool:
    """Whether neither unit lies under the other: «Phòng Nội vụ, huyện Cẩm Xuyên» is one place."""
    if not isinstance(one, Unit) or not isinstance(other, Unit):
        return False
    return one.id not in (other.id, other.parent_id) and other.id != one.parent_id
