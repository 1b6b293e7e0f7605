"""A paper of a dossier with marks for what is recorded: what an office makes its own of."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from emulation_cli import words
from emulation_cli.documents.letterhead import Letterhead
from emulation_cli.documents.papers.blocks import GridRow
from emulation_cli.documents.papers.dossier_papers import PaperDraft
from emulation_cli.documents.papers.dossier_rows import Members
from emulation_cli.tallies.measures.specifications import KINDS
from emulation_cli.tallies.row_lists.dossier_contents import DossierFacts

UPPER = {"BODY": "body", "FORMS": "forms"}  # the same in capitals
OF_ROWS = ("counts", "money")  # what differs by whose rows a paper has
LISTED_KINDS = KINDS[:3]


def paper_name(language: str, name: str, of: str = "", kind: str | None = None) -> str:
    """What a mark calls a value or a column: «hồ sơ.số lượng được thông qua tập thể»."""
    told = [words.say_in(language, f"dossier.mark.{name}")]
    told += [words.say_in(language, f"dossier.mark.of.{of}")] if of else []
    told += [words.say_in(language, f"dossier.mark.kind.{kind}")] if kind else []
    return f"{words.say_in(language, 'filling.of_dossier')}.{' '.join(told)}"


def column_name(language: str, name: str, of: str, kind: str | None) -> str:
    """What a mark calls a column of those who stand in a paper."""
    title = words.say_in(language, f"dossier.column.{name}") if name else "TT"
    return f"{paper_name(language, 'list', of, kind)}.{title}"


class MarkedMembers(Members):
    """One row of marks for each kind, which repeats when it is filled."""

    def __init__(self, language: str, of: str, kind: str | None = None) -> None:
        super().__init__((), None, language)
        self.of, self.kind = of, kind

    @property
    def counts(self) -> str:
        return f"[[{paper_name(self.language, 'counts', self.of, self.kind)}]]"

    @property
    def money(self) -> int:
        return 1  # there may be some

    def by_kind(self) -> Iterator[tuple[str, Members]]:
        for kind in LISTED_KINDS:
            title = words.say_in(self.language, f"paper.group.{kind}")
            yield title, MarkedMembers(self.language, self.of, kind)

    def by_form(self) -> Iterator[tuple[str, Members]]:
        yield f"[[{paper_name(self.language, 'forms')}]]", self

    def lines(self, columns: Sequence[str]) -> Iterator[tuple[str, ...]]:
        names = (column_name(self.language, one, self.of, self.kind) for one in ("", *columns))
        yield tuple(f"[[{name}]]" for name in names)

    def tell(self, name: str) -> bool:
        return bool(name)


class MarkedPaper(PaperDraft):
    """A paper whose values are marks; its office, its bases and its sentences are those of ours."""

    def __init__(
        self, code: str, facts: DossierFacts, letterhead: Letterhead, language: str
    ) -> None:
        def mark(name: str) -> str:
            return f"[[{paper_name(language, name)}]]"

        dossier = {**facts.dossier, "chair": mark("chair"), "secretary": mark("secretary"),
                   "date": None}  # fmt: skip
        decision = {**(facts.decision or {}), "number": mark("number"), "date": None,
                    "signer": mark("signer"), "signer_position": None}  # fmt: skip
        decision.setdefault("body", facts.dossier["body"])
        marked = replace(facts, dossier=dossier, decision=decision, members=(), presenters=())
        super().__init__(code, marked, letterhead, None, language)

    def some(self, rows: Sequence[Any]) -> Members:
        assert not rows  # nobody is recorded here
        return MarkedMembers(self.language, self.spec.rows)

    def _values(self) -> dict[str, Any]:
        values = dict.fromkeys(super()._values(), "")
        for name in values:
            of = self.spec.rows if name in OF_ROWS else ""
            values[name] = f"[[{paper_name(self.language, name.lower(), of)}]]"
            if name in UPPER:
                values[name] = f"[[{paper_name(self.language, f'{UPPER[name]}_upper')}]]"
        return values

    def _sum(self, name: str, members: Members) -> GridRow:
        of, kind = (members.of, members.kind) if isinstance(members, MarkedMembers) else ("", None)
        money = f"[[{paper_name(self.language, 'money', of, kind)}]]"
        return GridRow((self.say(name, counts=members.counts), money), "total")
