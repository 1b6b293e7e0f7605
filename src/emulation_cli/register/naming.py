"""The record that a list names: «Điển hình | Trần Văn Thử | Xã Cẩm Duệ | Cá nhân | 1977».

An export says of every honour what it belongs to, so that nothing has to be guessed when it is
taken in again; so may any list.
"""

from emulation_cli.domain.refs import Ref
from emulation_cli.domain.text import clean, comparing_key, fold
from emulation_cli.register.store import Register

BETWEEN = " | "
NOTHING = "–"
_NOUNS = {
    "dien hinh": "exemplars", "exemplar": "exemplars", "mo hinh": "models", "model": "models",
}  # fmt: skip
_NONE = {"khong", "none", "no"}
_SQL = """
SELECT id FROM {table} WHERE name_key = :key AND comparing_key = :name AND unit_id IS :unit
 AND cancelled_on IS NULL {further} ORDER BY id LIMIT 2
"""
_OF_EXEMPLARS = "AND kind = :kind AND (:birth IS NULL OR birth_year IS :birth)"


class UnknownRecord(Exception):
    """No record, or more than one, is called so."""


class Naming:
    """Finds records by what a list calls them; each name is looked up once."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._found: dict[str, Ref | None] = {}
        self._units: dict[str, int | None] = {NOTHING: None}

    def find(self, text: str) -> Ref | None:
        """The noun and number of a record; None for «Không». Raises UnknownRecord."""
        if text not in self._found:
            self._found[text] = None if fold(text) in _NONE else self._record(text)
        return self._found[text]

    def _record(self, text: str) -> Ref:
        noun, _, rest = text.partition(BETWEEN)
        match _NOUNS.get(fold(noun)):
            case "exemplars":
                name, *last = rest.rsplit(BETWEEN, 3)
                return Ref("exemplars", self._number("exemplar", name, last))
            case "models":
                name, *last = rest.rsplit(BETWEEN, 1)
                return Ref("models", self._number("model", name, last))
        raise UnknownRecord(text)

    def _number(self, table: str, name: str, last: list[str]) -> int:
        unit, kind, birth = [*map(clean, last), NOTHING, NOTHING, NOTHING][:3]
        term = self._register.vocabularies.find("kind", kind)
        values = {
            "key": fold(name),
            "name": comparing_key(name),
            "unit": self._unit(unit),
            "kind": term.code if term else None,
            "birth": int(birth) if birth.isdecimal() else None,
        }
        further = _OF_EXEMPLARS if table == "exemplar" else ""
        found = self._register.rows(_SQL.format(table=table, further=further), values)
        if len(found) != 1:
            raise UnknownRecord(name)
        return int(found[0]["id"])

    def _unit(self, text: str) -> int | None:
        if text not in self._units:
            found = self._register.units_called(text)
            if len(found) != 1:
                raise UnknownRecord(text)
            self._units[text] = found[0].id
        return self._units[text]
