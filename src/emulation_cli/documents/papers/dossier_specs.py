"""The papers of a dossier, each a specification: its parts in order, its table, whose rows.

A new paper is a row of PAPERS and its sentences in words/*/dossier.py. What differs between the
State's form and the Party's stands in the words: `decision.authority.party` goes before
`decision.authority`.
"""

from collections.abc import Mapping
from typing import NamedTuple

from emulation_cli.documents.papers.blocks import Style


class PaperSpec(NamedTuple):
    """A paper: what follows what. `rows` are all proposals (members), these
    without those that failed (upheld), or those that passed.

    A part is a style and the name of a sentence («body:opening»), or one of the further parts
    (_PARTS). A sentence that has nothing to say is left out.
    """

    parts: tuple[str, ...]
    columns: tuple[str, ...] = ()
    rows: str = "passed"
    symbol: str = ""
    landscape: bool = False


PAPERS: Mapping[str, PaperSpec] = {
    "submission": PaperSpec(
        (
            "head", "title:title", "centre:subject", "centre:to", "bases", "body:opening", "forms",
            "body:enclosed", "body:closing", "signs",
        ),
        rows="upheld",
        symbol="TTr",
    ),
    "summary": PaperSpec(
        ("title:title", "centre:subject", "centre:belongs", "table", "signs"),
        (
            "recipient", "birth_year", "gender", "position", "unit", "achievement", "earlier",
            "form",
        ),
        rows="upheld",
        landscape=True,
    ),
    "minutes": PaperSpec(
        (
            "head", "title:title", "centre:subject", "item:when", "item:present", "item:chair",
            "item:secretary", "body:opening", "table", "body:outcome", "body:closing", "signs",
        ),
        ("recipient", "unit", "form", "votes", "share", "outcome"),
        rows="members",
        symbol="BB",
    ),
    "decision": PaperSpec(
        (
            "head", "title:title", "centre:subject", "centre:authority", "bases", "body:proposed",
            "centre:decides", "body:article1", "forms", "body:article2", "body:article3", "signs",
        ),
        symbol="QĐ",
    ),
    "annex": PaperSpec(
        ("title:title", "centre:subject", "centre:belongs", "table", "body:money"),
        ("recipient", "position", "unit", "achievement", "form", "amount"),
        landscape=True,
    ),
    "certificates": PaperSpec(("certificates",), landscape=True),
    "book": PaperSpec(
        ("title:title", "centre:subject", "centre:belongs", "table"),
        ("book_number", "recipient", "unit", "form", "received", "signature"),
        landscape=True,
    ),
    "ceremony": PaperSpec(
        ("title:title", "centre:subject", "centre:event", "ceremony"), ("recipient", "unit", "form")
    ),
}  # fmt: skip
# Sentences of which one value is all that they have to say.
NEEDS: Mapping[str, str] = {
    "money": "money", "article2": "money", "chair": "chair", "secretary": "secretary",
    "event": "event", "present": "present",
}  # fmt: skip
CERTIFICATE: tuple[tuple[Style, str], ...] = (
    ("centre", "country"), ("centre", "authority"), ("centre", "gives"), ("title", "form_line"),
    ("centre", "to_whom"), ("title", "name_line"), ("centre", "who_line"), ("centre", "for_what"),
    ("small", "registered"), ("right", "dated"),
)  # fmt: skip
