"""What a register holds, for `emul info`: how many records of each noun that are not cancelled."""

from emulation_cli.domain.catalogue import NOUNS
from emulation_cli.register.store import Register


def contents(register: Register) -> dict[str, int]:
    """The number of records by noun, in the order of the nouns."""
    nouns = (noun for noun in NOUNS if noun.plural != "terms")  # every register has those
    return {noun.plural: _count(register, noun.plural, noun.table) for noun in nouns}


def _count(register: Register, noun: str, table: str) -> int:
    standing = "" if noun == "imports" else " WHERE cancelled_on IS NULL"
    row = register.row(f"SELECT count(*) AS n FROM {table}{standing}")
    return int(row["n"]) if row else 0
