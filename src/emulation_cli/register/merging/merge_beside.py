"""What stands beside the records of another register: «it is so», and the tables that it keeps."""

from functools import partial

from emulation_cli.domain.catalogue.nouns import BY_LETTER
from emulation_cli.domain.catalogue.refs import number_of
from emulation_cli.domain.text import fold
from emulation_cli.register.checking import SUSPECTS
from emulation_cli.register.kept_tables import kept_tables, read_table
from emulation_cli.register.merging.merge_rows import RowMerger


def take_accepted(rows: RowMerger) -> int:
    """What the other clerk said to be so, of records that came or are here; how many are new."""
    theirs = rows.source.connection.execute(
        "SELECT record, finding, note FROM accepted_finding WHERE ifnull(change_id, 0) > ?",
        (rows.source.since or 0,),
    )
    return sum(_accept(rows, *row) for row in theirs.fetchall())


def _accept(rows: RowMerger, record: str, finding: str, note: str | None) -> bool:
    if finding not in SUSPECTS or (mine := _mine(rows, record)) is None:
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
        spec = read_table(name, text).with_ids(partial(_mine, rows))
        own = here.get(fold(name))
        if own is None:
            row = {"name": spec.name, "specification": spec.as_json()}
            rows.register.insert("kept_table", row)
            here[fold(name)] = spec
            added += 1
        elif own.as_json() != spec.as_json():
            otherwise.append(own.name)
    return added, otherwise


def _mine(rows: RowMerger, record: str) -> str | None:
    """The id here of a record of the source, by its id there; None for any other text.

    A term is known by its code, not by an identity that lasts.
    """
    noun, number = BY_LETTER.get(record[:1].upper()), number_of(record)
    if noun is None or number is None or noun.table == "term":
        return None
    mine = rows.mine(noun.table, number)
    return f"{noun.letter}{mine}" if mine is not None else None
