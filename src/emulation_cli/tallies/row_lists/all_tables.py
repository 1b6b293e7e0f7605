"""All that a register holds, table by table: for whoever leaves `emul`, or looks from outside."""

from collections.abc import Iterator
from contextlib import contextmanager

from emulation_cli.register.raw_tables import RawColumn, RawReference, WholeTable, every_table
from emulation_cli.register.row_by_row import row_by_row
from emulation_cli.register.store import Register

__all__ = ["RawColumn", "RawReference", "WholeTable", "everything"]


@contextmanager
def everything(register: Register) -> Iterator[list[WholeTable]]:
    """Every table, and every view over them with the names joined, as one moment has them."""
    with row_by_row(register):
        yield every_table(register)
