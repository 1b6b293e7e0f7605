"""The papers of a dossier, made of what is recorded as their specifications say."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from emulation_cli import words
from emulation_cli.documents.letterhead import Letterhead, issued_by
from emulation_cli.documents.papers.blocks import (
    Block,
    GridRow,
    NextPage,
    PaperHead,
    PaperTable,
    PaperValue,
    Paragraph,
    Signs,
)
from emulation_cli.documents.papers.dossier_phrases import (
    BLANK,
    about,
    achieved,
    day_of,
    presenter_of,
)
from emulation_cli.documents.papers.dossier_rows import Members
from emulation_cli.documents.papers.dossier_specs import BY_HAND, CERTIFICATE, NEEDS, PAPERS
from emulation_cli.documents.speech import Speech
from emulation_cli.domain.issuing_bodies import (
    in_full,
    issuing_body,
    signing_lines,
    who_awards,
)
from emulation_cli.tallies.row_lists.dossier_contents import DossierFacts

Label = Callable[[str, str], str | None]


_CHAIRMAN = "Chủ tịch"


class PaperDraft:
    """One paper while it is written."""

    def __init__(
        self,
        code: str,
        facts: DossierFacts,
        letterhead: Letterhead,
        label: Label | None,
        language: str,
    ) -> None:
        self.code, self.spec, self.facts = code, PAPERS[code], facts
        self.label, self.language = label, language
        self.speech = Speech(language)
        dossier = facts.dossier
        submits = issuing_body(dossier["unit"] or "", letterhead.form).name
        self.submits = issued_by(letterhead, submits)
        self.decides = issued_by(letterhead, (facts.decision or dossier)["body"] or "")
        self.letterhead = self.decides if self.spec.decides else self.submits
        self.members = self.some(_ROWS[self.spec.rows](facts))
        self.articles = 0
        self.forms_given = [form for form, _ in self.members.by_form()]
        self.single = len(self.forms_given) == 1 and self.forms_given != [""]
        self.values: dict[str, Any] = {}
        self.values = self._values()

    def some(self, rows: Sequence[Mapping[str, Any]]) -> Members:
        """Some of those who stand in it."""
        return Members(rows, self.label, self.language)

    def say(self, name: str, **values: object) -> str:
        """A sentence of this paper, in the office's form where that differs; "" for none."""
        single = f"{self.code}.{name}.one"
        if self.single and words.known(f"dossier.{single}"):
            name = f"{name}.one"
        form = self.letterhead.form
        for key in (f"{self.code}.{name}.{form}", f"{self.code}.{name}", f"{name}.{form}", name):
            if words.known(f"dossier.{key}"):
                return words.say_in(self.language, f"dossier.{key}", **{**self.values, **values})
        return ""

    def written(self) -> PaperValue:
        """The paper as a value."""
        title, file_name = self.say("title").capitalize(), self.say("file")
        blocks = tuple(self._blocks())
        return PaperValue(
            self.code, title, file_name or self.say(f"paper.{self.code}"), self.letterhead, blocks,
            self.spec.landscape, numbered=self.spec.numbered,
        )  # fmt: skip

    def _blocks(self) -> Iterator[Block]:
        for part in self.spec.parts:
            style, _, name = part.partition(":")
            if name:
                yield from self._lines(style, name)
            else:
                yield from _PARTS[part](self)

    def _lines(self, style: Any, name: str) -> Iterator[Paragraph]:
        needed = NEEDS.get(name)
        if needed is None or self.values[needed] != BLANK:
            self.articles += style == "article"
            texts = self.say(name, article=self.articles).split("|")
            yield from (Paragraph(text, style) for text in filter(None, texts))

    # What the sentences speak of ---------------------------------------------------------------

    def _values(self) -> dict[str, Any]:
        dossier, decision = self.facts.dossier, self.facts.decision or {}
        decides = who_awards(self.decides.body, self.decides.form)
        known: dict[str, Any] = {
            "name": about(dossier["name"]),
            "unit": self.submits.body,
            "to": in_full(dossier["body"] or ""),
            "number": decision.get("number"),
            "place": dossier["meeting_place"],
            "chair": dossier["chair"],
            "secretary": dossier["secretary"],
            "members": dossier["members"],
            "present": dossier["present"],
            "body": decides,
            "event": (self.facts.event or {}).get("name"),
            "submitted": day_of(dossier["date"], self.language),
            "met": day_of(dossier["meeting_date"], self.language),
            "decided": day_of(decision.get("date"), self.language),
        }
        told = {name: BLANK if value in (None, "") else str(value) for name, value in known.items()}
        failed = self.some([one for one in self.facts.members if one not in self.facts.upheld])
        money = self.members.money
        told["BODY"] = told["body"].upper()
        told["forms"] = self.forms_given[0] if self.single else self.say("forms")
        told["FORMS"] = told["forms"].upper()
        return told | {
            "counts": self.members.counts or BLANK,
            "passed": self.some(self.facts.passed).counts or self.say("none"),
            "failed": failed.counts or self.say("none"),
            "money": words.number(money, self.language) if money else BLANK,
        }

    # Parts -------------------------------------------------------------------------------------

    def head(self) -> Iterator[Block]:
        """The number and the day of a paper that has them."""
        spec, decision = self.spec, self.facts.decision
        number = date = ""
        if self.code == "decision" and decision:
            number, date = decision["number"], decision["date"] or ""
        elif self.code == "submission":
            date = self.facts.dossier["date"] or ""
        day = date if len(date) == 10 else ""
        yield PaperHead(spec.symbol, number, day, dated=spec.dated)

    def rule(self) -> Iterator[Block]:
        """The line under what a paper is about."""
        yield Paragraph("", "rule")

    def bases(self) -> Iterator[Block]:
        """The law that holds on the day of the paper, as the vocabulary has it."""
        for text in self.facts.bases(self.letterhead.form, self.language):
            yield Paragraph(self.say("basis", text=text), "basis")

    def forms(self) -> Iterator[Block]:
        """By form, where there are several: how many of each kind."""
        groups = list(self.members.by_form())
        for place, (form, members) in enumerate(groups, start=1):
            end = "." if place == len(groups) else ";"
            named = form or self.say("no_form")
            said = self.say("of_form", form=named, counts=members.counts, end=end)
            yield from [Paragraph(said, "item")] * (len(groups) > 1)

    def table(self) -> Iterator[Block]:
        yield self._grid(self.members)

    def _columns(self, members: Members) -> tuple[str, ...]:
        """The columns of which somebody has something; a summary has the form that is asked for."""
        if self.spec.every_column:
            return self.spec.columns
        told = [name for name in self.spec.columns if members.tell(name) or name in BY_HAND]
        return tuple(told)

    def _grid(self, members: Members) -> PaperTable:
        columns = self._columns(members)
        rows: list[GridRow] = []
        for title, group in members.by_kind():
            rows.append(GridRow((title,), "group"))
            rows += map(GridRow, group.lines(columns))
            if "amount" in columns and group.money:
                rows.append(self._sum("subtotal", group))
        if "amount" in columns and members.money:
            rows.append(self._sum("sum", members))
        numbers = frozenset(n for n, name in enumerate(columns, start=1) if name == "amount")
        return PaperTable(self._headings(columns), tuple(rows), numbers)

    def _sum(self, name: str, members: Members) -> GridRow:
        said = self.say(name, counts=members.counts)
        return GridRow((said, words.number(members.money, self.language)), "total")

    def signs(self) -> Iterator[Block]:
        """Who signs: of minutes the secretary and the chair, of a decision its signer."""
        if self.code == "minutes":
            dossier = self.facts.dossier
            yield Signs(
                (
                    ((self.say("sign.secretary"),), dossier["secretary"] or ""),
                    ((self.say("sign.chair"),), dossier["chair"] or ""),
                )
            )
            return
        copies = self.say("copies", article=self.articles).split("|")
        yield Signs((self._signs(),), tuple(filter(None, copies)))

    def _signs(self) -> tuple[tuple[str, ...], str]:
        """The lines above who signs, and the name: the office's, or those of the decision."""
        head, decision = self.letterhead, self.facts.decision or {}
        authority, post, signer = head.authority, head.post, ""
        if self.spec.decides:
            post, signer = decision.get("signer_position") or post, decision.get("signer") or ""
            if who_awards(head.body, head.form).startswith(_CHAIRMAN):
                authority = ""
        return signing_lines(head.form, authority, post or self.say("post")), signer

    def certificates(self) -> Iterator[Block]:
        """A page for each one who receives."""
        decision = self.facts.decision or {}
        day = decision.get("date") or ""
        for place, one in enumerate(self.members.rows):
            if place:
                yield NextPage()
            said = {
                "form": self.members.cell("form", one).upper(),
                "recipient": self.members.cell("recipient", one).upper(),
                "who": ", ".join(filter(None, (one["position"], one["unit"]))),
                "achievement": achieved(one["achievement"] or ""),
                "book": one["book_number"] or BLANK,
                "at": self.letterhead.place or BLANK,
            }
            for style, name in CERTIFICATE:
                texts = filter(None, self.say(name, **said).split("|")) if name else ("",)
                yield from (Paragraph(text, style) for text in texts)
            known = len(day) == 10
            said["long_day"] = words.long_date(day, self.language) if known else self.say("no_day")
            registered = tuple(self.say("registered", **said).split("|"))
            yield Signs((self._signs(),), (), registered, self.say("dated", **said))

    def ceremony(self) -> Iterator[Block]:
        """Each group that is called up: what it receives, who hands it over, the names."""
        groups = [
            (form, title, group)
            for form, of_form in self.members.by_form()
            for title, group in of_form.by_kind()
        ]
        presenters = list(self.facts.presenters)
        for number, (form, title, group) in enumerate(groups, start=1):
            presenter = presenter_of(presenters, form, title)
            said = {"n": number, "form": form, "counts": group.counts}
            yield Paragraph(self.say("group", presenter=presenter, **said), "heading")
            columns = self._columns(group)
            yield PaperTable(self._headings(columns), tuple(map(GridRow, group.lines(columns))))

    def _headings(self, columns: Sequence[str]) -> tuple[str, ...]:
        named = (self.say(f"column.{name}") for name in columns)
        return (self.speech.say("ordinal"), *named)


_ROWS: Mapping[str, Callable[[DossierFacts], Sequence[Mapping[str, Any]]]] = {
    "members": lambda facts: facts.members,
    "upheld": lambda facts: facts.upheld,
    "passed": lambda facts: facts.passed,
}
_PARTS: Mapping[str, Callable[[PaperDraft], Iterator[Block]]] = {
    "head": PaperDraft.head, "rule": PaperDraft.rule, "bases": PaperDraft.bases,
    "forms": PaperDraft.forms, "table": PaperDraft.table, "signs": PaperDraft.signs,
    "certificates": PaperDraft.certificates,
    "ceremony": PaperDraft.ceremony,
}  # fmt: skip
