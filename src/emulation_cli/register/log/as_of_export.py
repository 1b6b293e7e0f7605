"""What a sheet that comes back is held against: the record now, and whether it changed since."""

from typing import Any

from emulation_cli.domain.catalogue.fields import Noun
from emulation_cli.domain.errors import FileTrouble
from emulation_cli.register.compacting.years_beside import absent, file_of
from emulation_cli.register.store import Register


def record_of(register: Register, noun: Noun, number: int) -> dict[str, Any] | None:
    """The columns of a record, or None where there is none."""
    return register.row(f"SELECT * FROM {noun.table} WHERE id = ?", (number,))


def shown_of(register: Register, noun: Noun, number: int) -> dict[str, Any]:
    """The record as lists show it, with what is known of its subject."""
    return register.row(f"SELECT * FROM {noun.plural} WHERE id = ?", (number,)) or {}


def latest_change(register: Register, ref: str) -> int:
    """The number of the last change that touched a record after it was made; 0 if none did."""
    if missing := absent(register.connection):
        raise FileTrouble("history.log_absent", path=file_of(register.path, missing[0]))
    sql = "SELECT max(change_id) AS latest FROM change_row WHERE record = ?"
    row = register.row(sql, (ref,))
    return int(row["latest"] or 0) if row else 0


def stage_dates(register: Register, number: int, stage: str) -> list[str | None]:
    """The dates recorded of a stage of an exemplar."""
    sql = "SELECT date FROM exemplar_milestone WHERE exemplar_id = ? AND milestone = ?"
    return [row["date"] for row in register.rows(sql, (number, stage))]


def stages_of_subject(register: Register, number: int) -> set[tuple[str, str | None]]:
    """The stages and dates that other records of an exemplar's subject have."""
    sql = (
        "SELECT s.milestone, s.date FROM subject_record AS me JOIN subject_record AS o"
        " ON o.subject = me.subject AND o.noun = 'X' AND o.record_id <> me.record_id"
        " JOIN exemplar_milestone AS s ON s.exemplar_id = o.record_id"
        " WHERE me.noun = 'X' AND me.record_id = ?"
    )
    return set(register.connection.execute(sql, (number,)))


def mark_of(register: Register) -> tuple[str, int]:
    """What the register is known by, the identity of its making; and its latest change."""
    sql = "SELECT uuid, (SELECT max(id) FROM change) AS latest FROM change ORDER BY id LIMIT 1"
    row = register.row(sql)
    return (str(row["uuid"]), int(row["latest"])) if row else ("", 0)


def standing_between(register: Register, table: str, first: int, last: int) -> list[int]:
    """The numbers of the records in a span that are not cancelled."""
    sql = f"SELECT id FROM {table} WHERE id BETWEEN ? AND ? AND cancelled_on IS NULL ORDER BY id"
    return [number for (number,) in register.connection.execute(sql, (first, last))]
