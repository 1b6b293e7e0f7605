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
    without those that failed (upheld), or those that passed. Who submits issues it, or who decides.

    A part is a style and the name of a sentence («body:opening»), or one of the further parts
    (_PARTS). A sentence that has nothing to say is left out, and so is a column, but where the form
    asks for `every_column`.
    """

    parts: tuple[str, ...]
    columns: tuple[str, ...] = ()
    rows: str = "passed"
    symbol: str = ""
    landscape: bool = False
    decides: bool = False
    numbered: bool = True
    dated: bool = True
    every_column: bool = False


PAPERS: Mapping[str, PaperSpec] = {
    "submission": PaperSpec(
        (
            "head", "title:title", "subject:subject", "rule", "to:to", "bases", "body:opening",
            "forms", "body:enclosed", "body:closing", "signs",
        ),
        rows="upheld",
        symbol="TTr",
    ),
    "summary": PaperSpec(
        ("title:title", "subject:subject", "belongs:belongs", "rule", "table", "signs"),
        (
            "recipient", "birth_year", "gender", "position", "unit", "achievement", "earlier",
            "form",
        ),
        rows="upheld",
        landscape=True,
        every_column=True,
    ),
    "minutes": PaperSpec(
        (
            "head", "title:title", "subject:subject", "rule", "item:when", "item:where",
            "item:present", "item:chair", "item:secretary", "body:opening", "table",
            "body:outcome", "body:closing", "signs",
        ),
        ("recipient", "unit", "form", "votes", "share", "outcome"),
        rows="members",
        symbol="BB",
        dated=False,
    ),
    "decision": PaperSpec(
        (
            "head", "title:title", "subject:subject", "rule", "centre:authority", "bases",
            "basis:proposed", "centre:decides", "article:article1", "forms", "article:article2",
            "article:article3", "body:force", "signs",
        ),
        symbol="QĐ",
        decides=True,
    ),
    "annex": PaperSpec(
        ("title:title", "subject:subject", "belongs:belongs", "rule", "table", "body:money"),
        ("recipient", "position", "unit", "achievement", "form", "amount"),
        landscape=True,
        decides=True,
    ),
    "certificates": PaperSpec(
        ("certificates",), landscape=True, decides=True, numbered=False
    ),
    "book": PaperSpec(
        ("title:title", "subject:subject", "belongs:belongs", "rule", "table"),
        ("book_number", "recipient", "unit", "form", "received", "signature"),
        landscape=True,
        decides=True,
    ),
    "ceremony": PaperSpec(
        ("title:title", "subject:subject", "belongs:event", "rule", "ceremony"),
        ("recipient", "unit", "form"),
    ),
}  # fmt: skip
# Sentences of which one value is all that they have to say.
NEEDS: Mapping[str, str] = {
    "money": "money", "article2": "money", "chair": "chair", "secretary": "secretary",
    "event": "event", "present": "present", "where": "place",
}  # fmt: skip
# What has a page for each one; marks repeat rows only.
REPEATED_BY_PAGE = frozenset(("certificates",))
BY_HAND = frozenset(("book_number", "received", "signature"))  # filled in on paper
CERTIFICATE: tuple[tuple[Style, str], ...] = (
    ("centre", "country"), ("rule", ""), ("title", "authority"), ("subject", "gives"),
    ("grand", "form_line"), ("named", "name_line"), ("to", "who_line"), ("to", "for_what"),
)  # fmt: skip
