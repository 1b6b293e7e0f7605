"""Who follows whom: communes become one, a unit is split, an office goes (DOMAIN section 1)."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

from emulation_cli.domain.errors import Refused
from emulation_cli.domain.offices.units import Unit
from emulation_cli.domain.text import clean
from emulation_cli.register.store import Register

_RECORDS_BEFORE = """
SELECT EXISTS (SELECT 1 FROM exemplar JOIN exemplar_milestone AS m ON m.exemplar_id = exemplar.id
               WHERE exemplar.unit_id = :unit AND m.first_day < :day)
    OR EXISTS (SELECT 1 FROM model JOIN registration AS m ON m.model_id = model.id
               WHERE model.unit_id = :unit AND m.first_day < :day)
    OR EXISTS (SELECT 1 FROM honours WHERE unit_id = :unit AND first_day < :day)
    OR EXISTS (SELECT 1 FROM unit_succession WHERE new_unit_id = :unit AND date < :day)
"""


class Succeeded(NamedTuple):
    """What was recorded: the pairs that are new, the units that ended or began by it (ids)."""

    pairs: tuple[tuple[Unit, Unit], ...]
    ended: tuple[Unit, ...]
    begun: tuple[Unit, ...]


def succeed(
    register: Register,
    olds: Sequence[Unit],
    news: Sequence[Unit],
    day: str,
    document: str | None = None,
) -> Succeeded:
    """Record as one change that each of `news` follows each of `olds` from `day` (ISO) on.

    The old units end the day before and the new ones begin then, where the register does not
    say otherwise; a unit that has older records was there before. Raises Refused where a unit
    would follow itself, or nothing is new.
    """
    _refuse_impossible(register, olds, news, day)
    with register.change():
        pairs = [
            (old, new) for old in olds for new in news if follow(register, old, new, day, document)
        ]
        if not pairs:
            raise Refused("units.succession_known", old=olds[0].name, new=news[0].name)
        ended = [old for old in olds if end(register, old, day)]
        begun = [new for new in news if _begin(register, new, day)]
    register.forget_units()
    return Succeeded(tuple(pairs), tuple(ended), tuple(begun))


def follow(register: Register, old: Unit, new: Unit, day: str, document: str | None) -> bool:
    """Record one pair inside an open change; whether anything was new."""
    row = {"old_unit_id": old.id, "new_unit_id": new.id, "date": day}
    found = register.row(
        "SELECT id, date, document FROM unit_succession WHERE old_unit_id = ? AND new_unit_id = ?",
        (old.id, new.id),
    )
    document = clean(document) if document else None
    if found is None:
        register.insert("unit_succession", row | {"document": document})
        return True
    if found["date"] != day:
        known = _shown(found["date"])
        raise Refused("units.succession_otherwise", old=old.name, new=new.name, day=known)
    if document and found["document"] is None:
        register.update("unit_succession", found["id"], {"document": document})
        return True
    return False


def end(register: Register, old: Unit, day: str) -> bool:
    """Let a unit end on the eve of the day, where its end is not known."""
    if old.valid_to is not None:
        return False
    eve = date.fromisoformat(day) - timedelta(days=1)
    register.update("unit", old.id, {"valid_to": eve.isoformat()})
    return True


def _begin(register: Register, new: Unit, day: str) -> bool:
    if new.valid_from is not None:
        return False
    older = register.connection.execute(_RECORDS_BEFORE, {"unit": new.id, "day": day})
    if older.fetchone()[0]:
        return False
    register.update("unit", new.id, {"valid_from": day})
    return True


def _shown(day: str) -> str:
    return "/".join(reversed(day.split("-")))


def _refuse_impossible(
    register: Register, olds: Sequence[Unit], news: Sequence[Unit], day: str
) -> None:
    for old in olds:
        if old.valid_from and old.valid_from >= day:
            raise Refused("units.not_there_yet", unit=old.name, day=_shown(old.valid_from))
    numbers = {old.id for old in olds}
    for new in news:
        if new.id in numbers:
            raise Refused("units.follows_itself", unit=new.name)
    reached = {new.id for new in news}
    sql = "SELECT old_unit_id, new_unit_id FROM unit_succession WHERE date = ?"
    rows = register.rows(sql, (day,))
    while further := {r["new_unit_id"] for r in rows if r["old_unit_id"] in reached} - reached:
        reached |= further
    if circle := reached & numbers:
        raise Refused("units.follows_itself", unit=register.unit(min(circle)).name)


def take_row(register: Register, values: Mapping[str, Any]) -> bool:
    """Take in one row of a list of successions; whether anything was new.

    `values`: old and new (Unit), date (ISO day), document. A list of units says from when the
    new one is there; only the end of the old one follows from a succession for certain.
    """
    old, new, day = values["old"], values["new"], values["date"]
    _refuse_impossible(register, [old], [new], day)
    changed = follow(register, old, new, day, values.get("document"))
    return end(register, register.unit(old.id), day) or changed
