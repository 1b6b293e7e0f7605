"""Cancelling a record: it stays visible and leaves the counting (DOMAIN section 2, hủy bỏ)."""

from datetime import date
from typing import Any

from emulation_cli.domain.catalogue.fields import Noun
from emulation_cli.domain.catalogue.refs import Ref
from emulation_cli.domain.errors import Refused
from emulation_cli.register.awarding.kept_proposals import withdraw
from emulation_cli.register.identity.stated import whole
from emulation_cli.register.recording.editing import existing
from emulation_cli.register.recording.new_records import Recorded
from emulation_cli.register.recording.row_values import called
from emulation_cli.register.store import Register


def cancel_row(
    register: Register, text: str, reason: str, *, with_honours: bool = False
) -> tuple[Noun, dict[str, Any]]:
    """Cancel a record within the change that is under way; raises Refused as `cancel` does."""
    noun, row = existing(register, text)
    if "cancelled_on" not in row:
        raise Refused("domain.cannot_cancel", id=text)
    if row["cancelled_on"] and not with_honours:
        raise Refused("domain.already_cancelled", id=text, reason=row["cancelled_reason"])
    if noun.plural == "units":
        _refuse_unit_in_use(register, row["id"])
    if noun.plural == "proposals":
        withdraw(register, row["honour_id"], reason)
    values = {"cancelled_on": date.today().isoformat(), "cancelled_reason": reason}
    if with_honours:
        _cancel_honours(register, noun, row["id"], values)
    elif not row["cancelled_on"]:
        register.update(noun.table, row["id"], values)
    return noun, row


def cancel(register: Register, text: str, reason: str, *, with_honours: bool = False) -> Recorded:
    """Cancel a record: it stays visible and leaves the counting (DOMAIN section 2, hủy bỏ).

    `with_honours` takes a decision or a conference with all that was given by it, in whichever
    record of it. Raises Refused for an unknown id, a record already cancelled, or a unit that has
    records.
    """
    with register.change():
        noun, row = cancel_row(register, text, reason, with_honours=with_honours)
    register.forget_units()
    warnings = tuple(_honours_of(register, row["id"])) if noun.plural == "decisions" else ()
    name = called(register, noun, row[noun.title])
    return Recorded(str(Ref(noun.plural, row["id"])), noun.plural, name, warnings)


_OF_UNIT = (
    "SELECT (SELECT count(*) FROM exemplar WHERE unit_id = :unit)"
    " + (SELECT count(*) FROM model WHERE unit_id = :unit)"
    " + (SELECT count(*) FROM honour WHERE unit_id = :unit)"
    " + (SELECT count(*) FROM event WHERE unit_id = :unit)"
    " + (SELECT count(*) FROM model_milestone WHERE unit_id = :unit)"
    " + (SELECT count(*) FROM unit WHERE parent_id = :unit) AS records"
)


def _refuse_unit_in_use(register: Register, number: int) -> None:
    records = register.connection.execute(_OF_UNIT, {"unit": number}).fetchone()[0]
    if records:
        raise Refused("domain.unit_in_use", id=f"U{number}", count=records)


def _cancel_honours(register: Register, noun: Noun, number: int, values: dict[str, Any]) -> None:
    """Cancel all records of a decision or a conference, and every honour that names one of them."""
    if noun.plural not in ("decisions", "events"):
        raise Refused("domain.without_honours", id=str(Ref(noun.plural, number)))
    papers = [number, *(other for _, other in whole(register.connection, noun.table, number))]
    for paper in papers:
        register.connection.execute(
            f"UPDATE {noun.table} SET cancelled_on = :cancelled_on, cancelled_reason ="
            " :cancelled_reason WHERE id = :id AND cancelled_on IS NULL",
            {**values, "id": paper},
        )
        sql = f"SELECT id FROM honour WHERE {noun.table}_id = ? AND cancelled_on IS NULL"
        for row in register.rows(sql, (paper,)):
            register.update("honour", row["id"], values)


def _honours_of(register: Register, decision: int) -> list[tuple[str, dict[str, Any]]]:
    sql = "SELECT count(*) AS n FROM honour WHERE decision_id = ? AND cancelled_on IS NULL"
    found = register.row(sql, (decision,))
    count = found["n"] if found else 0
    said = {"count": count, "id": f"D{decision}"}
    return [("domain.honours_leave", said)] if count else []
