"""All that a register holds, table by table: for whoever leaves `emul`, or looks from outside."""

from collections.abc import Iterator

from emulation_cli.register.store import Register
from emulation_cli.tallies.listings import Listing

_NAMES = (
    "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite%'"
    " AND name NOT IN ('open_change', 'change_log') ORDER BY type, name"
)


def everything(register: Register) -> Iterator[Listing]:
    """Every table, and every view over them with the names joined, as one moment has them."""
    with register.moment():
        for (name,) in register.connection.execute(_NAMES).fetchall():
            found = register.connection.execute(f"SELECT * FROM {name}")
            columns = tuple(column[0] for column in found.description)
            yield Listing(name, columns, tuple(found))
