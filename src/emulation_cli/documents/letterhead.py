"""Who issues a document, and in which form: the State's or the Party's (DOMAIN section 4)."""

from dataclasses import dataclass
from typing import Literal

from emulation_cli.domain.awards import system_of
from emulation_cli.domain.issuing_bodies import issuing_body
from emulation_cli.domain.offices.bodies import body_key

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


def issued_by(letterhead: Letterhead, body: str) -> Letterhead:
    """The head and foot of a paper of another body than the office: what its name tells of it.

    Its form is that of its system. The office's own stands where the body is the office.
    """
    if not body or body_key(body) == body_key(letterhead.body):
        return letterhead
    system = system_of(body)
    form: Form = "party" if system == "party" else "state" if system == "state" else letterhead.form
    usual = issuing_body(body, form)
    return Letterhead(usual.name, form, "", usual.place, usual.symbol, usual.authority, usual.post)
