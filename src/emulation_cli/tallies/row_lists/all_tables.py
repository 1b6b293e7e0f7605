"""All that a register holds, table by table: for whoever leaves `emul`, or looks from outside."""

from collections.abc import Iterator

from emulation_cli.register.raw_tables import every_table
from emulation_cli.register.store import Register
from emulation_cli.tallies.row_lists.listings import Listing


def everything(register: Register) -> Iterator[Listing]:
    """Every table, and every view over them with the names joined, as one moment has them."""
    with register.moment():
        for name, columns, rows in every_table(register):
            yield Listing(name, columns, rows)
