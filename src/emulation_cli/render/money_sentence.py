"""The sentence on what the honours of a list came to."""

from emulation_cli.documents.speech import Speech
from emulation_cli.tallies.money import money_of
from emulation_cli.tallies.row_lists.listings import Listing
from emulation_cli.words import number, say_in


def say_money(rows: Listing, language: str) -> str | None:
    """«Tổng tiền thưởng: 770.000 đồng (02 lượt chưa ghi số tiền)»; None where no row says any."""
    if not (money := money_of(rows)):
        return None
    key = "lists.money_of_some" if money.unknown else "lists.money"
    unknown = Speech(language).number(money.unknown)
    return say_in(language, key, amount=number(money.amount, language), unknown=unknown)
