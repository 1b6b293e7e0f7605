"""The record that a list names: «Điển hình | Trần Văn Thử | Xã Cẩm Duệ | Cá nhân | 1977».

So may any list say what an honour belongs to, and an export what model an exemplar grew from.
"""

from typing import TYPE_CHECKING

from emulation_cli.domain.catalogue.nouns import BY_PLURAL
from emulation_cli.domain.catalogue.refs import Ref
from emulation_cli.domain.patterns import pattern
from emulation_cli.domain.text import clean, comparing_key, fold
from emulation_cli.register.identity.stated import are_one
from emulation_cli.register.store import Register

if TYPE_CHECKING:
    from collections.abc import Callable

BETWEEN = " | "
NOTHING = "–"
_NOUNS = {
    "dien hinh": "exemplars", "exemplar": "exemplars", "mo hinh": "models", "model": "models",
}  # fmt: skip
_ID = pattern(r"\s*\b[A-Z][0-9]{1,15}$")
_NONE = {"khong", "none", "no"}
_SQL = """
SELECT id FROM {table} WHERE name_key = :key AND comparing_key = :name AND unit_id IS :unit
 AND cancelled_on IS NULL {further} ORDER BY id
"""
_OF_EXEMPLARS = "AND kind = :kind AND (:birth IS NULL OR birth_year IS :birth)"


class UnknownRecord(Exception):
    """No record, or more than one, is called so."""


class Naming:
    """Finds records by what a list calls them; each name is looked up once."""

    def __init__(self, register: Register) -> None:
        self._register = register
        # What an id in the list at hand means; a list of another register has its own.
        self.by_id: Callable[[str], Ref | None] = lambda _text: None
        self._found: dict[str, Ref | None] = {}
        self._units: dict[str, int | None] = {NOTHING: None}

    def find(self, text: str) -> Ref | None:
        """The noun and number of a record; None for «Không». Raises UnknownRecord."""
        if by_id := self._by_id(text):
            return by_id
        if text not in self._found:
            self._found[text] = None if fold(text) in _NONE else self._record(text)
        return self._found[text]

    def _by_id(self, text: str) -> Ref | None:
        """«Mô hình M7 | Ngõ xanh | …», or the ids of one subject alone: X12; X15."""
        said = _ID.search(text.partition(BETWEEN)[0].partition(";")[0])
        return self.by_id(said[0].strip()) if said else None

    def _record(self, text: str) -> Ref:
        noun, _, rest = text.partition(BETWEEN)
        match _NOUNS.get(fold(_ID.sub("", noun))):
            case "exemplars":
                name, *last = rest.rsplit(BETWEEN, 3)
                return self._named("exemplars", name, last)
            case "models":
                name, *last = rest.rsplit(BETWEEN, 1)
                return self._named("models", name, last)
        raise UnknownRecord(text)

    def _named(self, noun: str, name: str, last: list[str]) -> Ref:
        unit, kind, birth = [*map(clean, last), NOTHING, NOTHING, NOTHING][:3]
        term = self._register.vocabularies.find("kind", kind)
        values = {
            "key": fold(name),
            "name": comparing_key(name),
            "unit": self._unit(unit),
            "kind": term.code if term else None,
            "birth": int(birth) if birth.isdecimal() else None,
        }
        further = _OF_EXEMPLARS if noun == "exemplars" else ""
        sql = _SQL.format(table=BY_PLURAL[noun].table, further=further)
        found = [Ref(noun, row["id"]) for row in self._register.rows(sql, values)]
        if not found or not self.are_one(found):
            raise UnknownRecord(name)
        return found[0]

    def exemplars_called(self, name: str) -> list[Ref]:
        """The living exemplars of a name, or the one of the id that stands behind it."""
        if found := self.by_id(name.rpartition(BETWEEN)[2]):
            return [found]
        sql = "SELECT id FROM exemplar WHERE comparing_key = ? AND name_key = ?"
        keys = (comparing_key(name), fold(name))
        rows = self._register.rows(f"{sql} AND cancelled_on IS NULL ORDER BY id", keys)
        return [Ref("exemplars", row["id"]) for row in rows]

    def are_one(self, found: list[Ref]) -> bool:
        """Whether all that are called so are one subject: then any of them will do."""
        if len(found) > 1:
            self._register.work_out()
        first, *others = map(str, found)
        return all(are_one(self._register.connection, first, other) for other in others)

    def _unit(self, text: str) -> int | None:
        if text not in self._units:
            found = self._register.units_called(text)
            if len(found) != 1:
                raise UnknownRecord(text)
            self._units[text] = found[0].id
        return self._units[text]
