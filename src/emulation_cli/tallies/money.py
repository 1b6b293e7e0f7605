"""What honours came to: the đồng that are known, and how many do not say it."""

from typing import NamedTuple

from emulation_cli.tallies.row_lists.listings import Listing


class Money(NamedTuple):
    """Đồng that are known, and the number of honours without any."""

    amount: int
    unknown: int


def money_of(rows: Listing) -> Money | None:
    """The sum under a list; None where no row has an amount."""
    if rows.noun != "honours" or "amount" not in rows.columns:
        return None
    place = rows.columns.index("amount")
    total = unknown = 0
    for row in rows.rows:
        amount = row[place]
        unknown += amount is None
        total += amount or 0
    return Money(total, unknown) if total else None
