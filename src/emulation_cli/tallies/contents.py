"""What a register holds, for `emul info` and the home screen: as many as its lists show.

Who or what is one and the same is one here as in every figure; honours are counted with proposals.
"""

from emulation_cli.domain.catalogue.nouns import NOUNS
from emulation_cli.register.store import Register
from emulation_cli.tallies.holdings import number_of
from emulation_cli.tallies.row_lists.list_requests import ListRequest

_LISTED = ("exemplars", "models", "events", "decisions")


def contents(register: Register) -> dict[str, int]:
    """The number of each noun, in the order of the nouns."""
    nouns = (noun for noun in NOUNS if noun.plural != "terms")  # every register has those
    return {
        noun.plural: number_of(register, ListRequest(noun.plural))
        if noun.plural in _LISTED
        else _count(register, noun.plural, noun.table)
        for noun in nouns
    }


def _count(register: Register, noun: str, table: str) -> int:
    standing = "" if noun == "imports" else " WHERE cancelled_on IS NULL"
    row = register.row(f"SELECT count(*) AS n FROM {table}{standing}")
    return int(row["n"]) if row else 0
