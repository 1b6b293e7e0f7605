"""Who issues a document, and in which form: the State's or the Party's (DOMAIN section 4)."""

from dataclasses import dataclass
from typing import Literal

Form = Literal["state", "party"]


@dataclass(frozen=True)
class Letterhead:
    """What stands at the head and the foot of a document to be signed.

    `body` issues it under `parent`; `symbol` ends its number (BC-UBND); `authority` is on whose
    behalf (TM. ỦY BAN NHÂN DÂN) the holder of `post` signs, `to` whom it is sent. `number` and
    `date` are of one document: its whole number, its ISO day. What is empty is left to fill in.
    """

    body: str
    form: Form = "state"
    parent: str = ""
    place: str = ""
    symbol: str = ""
    authority: str = ""
    post: str = ""
    number: str = ""
    date: str = ""
    to: str = ""
