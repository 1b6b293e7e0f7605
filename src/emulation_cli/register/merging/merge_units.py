"""Which unit of this register a unit of another one is: by code, then by name in time."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from emulation_cli.domain.text import comparing_key
from emulation_cli.register.store import Register

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Unmatched:
    """A unit that may be any of several here, or none: the clerk has to say.

    `candidates` are (number, name) of units of this register.
    """

    source: str
    name: str
    code: str | None
    candidates: tuple[tuple[int, str], ...]


@dataclass
class UnitMatcher:
    """Finds units of another register in this one. `told` is the clerk's word by folded name or
    code: a number here, or None for a unit that is new.
    """

    register: Register
    told: Mapping[str, int | None]

    def find(self, source: str, row: Row, parent: int | None) -> int | Unmatched | None:
        """The number here, None for a unit that is new, or Unmatched.

        `row` is the unit as the other register has it; `parent` is its parent's number here.
        """
        for key in (row["code"], row["name"]):
            if key and comparing_key(key) in self.told:
                return self.told[comparing_key(key)]
        if row["code"] and (same := self._rows("code = ? COLLATE NOCASE", row["code"])):
            if _may_be_one(same[0], row, parent):
                return int(same[0]["id"])
            return self._unmatched(source, row, same)
        named = [
            one
            for one in self._rows("name_key = ?", row["name_key"])
            if _may_be_one(one, row, parent) and not (one["code"] and row["code"])
        ]
        if not named:
            return None
        return int(named[0]["id"]) if len(named) == 1 else self._unmatched(source, row, named)

    def _rows(self, condition: str, key: str) -> list[dict[str, Any]]:
        sql = f"SELECT * FROM unit WHERE cancelled_on IS NULL AND {condition}"
        return self.register.rows(sql, (key,))

    @staticmethod
    def _unmatched(source: str, row: Row, found: list[dict[str, Any]]) -> Unmatched:
        names = tuple((one["id"], one["name"]) for one in found)
        return Unmatched(source, row["name"], row["code"], names)


def _may_be_one(one: Row, other: Row, parent: int | None) -> bool:
    """One name, one type, lives that meet, and no other place in the country."""
    if comparing_key(one["name"]) != comparing_key(other["name"]) or one["type"] != other["type"]:
        return False
    apart = (one["valid_to"] or "9999") < (other["valid_from"] or "") or (
        other["valid_to"] or "9999"
    ) < (one["valid_from"] or "")
    elsewhere = parent is not None and one["parent_id"] is not None and one["parent_id"] != parent
    return not (apart or elsewhere)
