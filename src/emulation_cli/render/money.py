"""What the honours of a list came to, and how many of them do not say it."""

from typing import NamedTuple

from emulation_cli.documents.speech import Speech
from emulation_cli.tallies.row_lists.listings import Listing
from emulation_cli.words import number, say_in


class Money(NamedTuple):
    """Đồng that are known, and the number of rows without any."""

    amount: int
    unknown: int

    def said(self, language: str) -> str:
        """«Tổng tiền thưởng: 770.000 đồng (02 lượt chưa ghi số tiền)»."""
        key = "lists.money_of_some" if self.unknown else "lists.money"
        unknown = Speech(language).number(self.unknown)
        return say_in(language, key, amount=number(self.amount, language), unknown=unknown)


def money_of(rows: Listing) -> Money | None:
    """The sum under a list; None where no row has an amount."""
    if rows.noun != "honours" or "amount" not in rows.columns:
        return None
    place = rows.columns.index("amount")
    known = [row[place] for row in rows.rows if row[place] is not None]
    return Money(sum(known), len(rows.rows) - len(known)) if any(known) else None
