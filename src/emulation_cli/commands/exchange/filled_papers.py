"""What a marked paper of a dossier may ask for: its values, and those who stand in it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from emulation_cli import words
from emulation_cli.commands.dialogue import parsing
from emulation_cli.commands.frame.output import labels_of
from emulation_cli.commands.settings import letterhead
from emulation_cli.domain.patterns import pattern

if TYPE_CHECKING:
    from emulation_cli.documents.papers.dossier_papers import PaperDraft
    from emulation_cli.register.store import Register
    from emulation_cli.render.filling.asked_phrases import Phrase

_DOSSIER = pattern(r"[Ss]\d+")
# A paper for each of those whose rows papers have.
_CODES = ("minutes", "submission", "decision")


def is_dossier(text: str) -> bool:
    """Whether a file is filled for a dossier, and not for a period."""
    return _DOSSIER.fullmatch(text.strip()) is not None


class PaperPhrases:
    """The phrases of the papers of one dossier, of what is recorded now."""

    def __init__(self, register: "Register", id: str, language: str) -> None:
        from emulation_cli.documents.papers.dossier_papers import PaperDraft
        from emulation_cli.render.filling.asked_phrases import key_of
        from emulation_cli.tallies.row_lists.dossier_contents import dossier_facts

        self.id, self.language = id.upper(), language
        number = parsing.RegisterFinder(register).record("dossier", ("dossiers",), id).number
        facts, label = dossier_facts(register, number), labels_of(register)
        office = letterhead(register)
        drafts = [PaperDraft(code, facts, office, label, language) for code in _CODES]
        self._known = {key_of(one.text): one for draft in drafts for one in self._of(draft)}

    def find(self, text: str) -> "Phrase | None":
        """What a marked place asks for; None where there is nothing of the kind."""
        from emulation_cli.render.filling.asked_phrases import key_of

        return self._known.get(key_of(text))

    def is_of_ours(self, text: str) -> bool:
        """Whether a phrase begins as ours do, so that an unknown rest is a slip."""
        from emulation_cli.render.filling.asked_phrases import key_of

        head = key_of(words.say_in(self.language, "filling.of_dossier"))
        return key_of(text).split(".")[0] == head

    def each(self) -> Iterator["Phrase"]:
        """All that may be asked for."""
        yield from self._known.values()

    def rows_of(self, _text: str) -> str:
        """The command that lists the proposals."""
        return words.command_line(f"emul list proposals --dossier {self.id}")

    def _of(self, draft: "PaperDraft") -> Iterator["Phrase"]:
        from emulation_cli.documents.papers.marked_paper import OF_ROWS, UPPER, paper_name
        from emulation_cli.render.filling.asked_phrases import Phrase

        for name, value in draft.values.items():
            if name in UPPER:
                yield Phrase(paper_name(self.language, f"{UPPER[name]}_upper"), value)
            elif name not in OF_ROWS:
                yield Phrase(paper_name(self.language, name), value)
        signer = (draft.facts.decision or {}).get("signer") or ""
        yield Phrase(paper_name(self.language, "signer"), signer)
        yield from self._rows(draft)

    def _rows(self, draft: "PaperDraft") -> Iterator["Phrase"]:
        """How many, their money and their columns: all of them, and by kind."""
        from emulation_cli.documents.papers.dossier_specs import PAPERS
        from emulation_cli.documents.papers.marked_paper import (
            LISTED_KINDS,
            column_name,
            paper_name,
        )
        from emulation_cli.render.filling.asked_phrases import Phrase

        of, language = draft.spec.rows, self.language
        columns = dict.fromkeys(name for spec in PAPERS.values() for name in spec.columns)
        for kind in (None, *LISTED_KINDS):
            rows = [row for row in draft.members.rows if kind in (None, row["kind"])]
            members = draft.some(rows)
            counts = members.counts or draft.say("none")
            yield Phrase(paper_name(language, "counts", of, kind), counts)
            money = words.number(members.money, language)
            yield Phrase(paper_name(language, "money", of, kind), money)
            cells = [*members.lines([*columns])]
            for place, name in enumerate(("", *columns)):
                texts = tuple(row[place] for row in cells)
                said = column_name(language, name, of, kind)
                yield Phrase(said, rows=texts, of=f"{of}.{kind or ''}")
