"""What stands beside the records of another register: «it is so», and the tables that it keeps."""

import re
from typing import Any

from emulation_cli.domain.catalogue.nouns import BY_LETTER
from emulation_cli.domain.catalogue.refs import LETTERS
from emulation_cli.domain.patterns import pattern
from emulation_cli.domain.text import fold
from emulation_cli.register.checking import SUSPECTS
from emulation_cli.register.kept_tables import TableSpec, kept_tables, read_table
from emulation_cli.register.merging.merge_rows import RowMerger

_ID = pattern(rf"[{''.join(LETTERS.values())}][0-9]{{1,12}}", re.IGNORECASE)


def take_accepted(rows: RowMerger) -> int:
    """What the other clerk said to be so, of records that came or are here; how many are new."""
    theirs = rows.source.connection.execute(
        "SELECT record, finding, note FROM accepted_finding WHERE ifnull(change_id, 0) > ?",
        (rows.source.since or 0,),
    )
    return sum(_accept(rows, *row) for row in theirs.fetchall())


def _accept(rows: RowMerger, record: str, finding: str, note: str | None) -> bool:
    mine = _mine(rows, record)
    if finding not in SUSPECTS or mine is None:
        return False
    known = "SELECT 1 FROM accepted_finding WHERE record = ? AND finding = ?"
    if rows.register.row(known, (mine, finding)):
        return False
    row = {"record": mine, "finding": finding, "note": note}
    rows.register.insert("accepted_finding", row)
    return True


def take_tables(rows: RowMerger) -> tuple[int, list[str]]:
    """The tables that the other register keeps: how many are new, and which are otherwise here.

    One of a name that is taken stays as it is here.
    """
    here = {fold(one.name): one for one in kept_tables(rows.register)}
    added, otherwise = 0, []
    theirs = rows.source.connection.execute(
        "SELECT name, specification FROM kept_table WHERE ifnull(change_id, 0) > ? ORDER BY name",
        (rows.source.since or 0,),
    )
    for name, text in theirs.fetchall():
        spec = _in_terms_of_ours(rows, read_table(name, text))
        own = here.get(fold(name))
        if own is None:
            row = {"name": spec.name, "specification": spec.as_json()}
            rows.register.insert("kept_table", row)
            here[fold(name)] = spec
            added += 1
        elif own.as_json() != spec.as_json():
            otherwise.append(own.name)
    return added, otherwise


def _in_terms_of_ours(rows: RowMerger, spec: TableSpec) -> TableSpec:
    """A table whose filters name records by the ids that they have here."""

    def ours(value: Any) -> Any:
        if isinstance(value, list | tuple):
            return [ours(one) for one in value]
        known = isinstance(value, str) and _ID.fullmatch(value.strip())
        return (_mine(rows, value.strip()) or value) if known else value

    columns = tuple(
        column.with_given({name: ours(value) for name, value in column.given.items()})
        for column in spec.columns
    )
    return TableSpec(spec.name, spec.title, spec.rows, columns)


def _mine(rows: RowMerger, record: str) -> str | None:
    """The id here of a record of the source, by its id there."""
    noun = BY_LETTER.get(record[:1].upper())
    if noun is None or not record[1:].isdecimal():
        return None
    number = rows.mine(noun.table, int(record[1:]))
    return f"{noun.letter}{number}" if number is not None else None
