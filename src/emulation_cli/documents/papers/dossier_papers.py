"""The papers of a dossier, made of what is recorded as their specifications say."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from emulation_cli import words
from emulation_cli.documents.letterhead import Letterhead
from emulation_cli.documents.papers.blocks import (
    Block,
    Grid,
    GridRow,
    Head,
    Line,
    NextPage,
    PaperValue,
    Signs,
)
from emulation_cli.documents.papers.dossier_rows import Members
from emulation_cli.documents.papers.dossier_specs import CERTIFICATE, NEEDS, PAPERS
from emulation_cli.documents.speech import Speech, running
from emulation_cli.domain.text import fold, safe
from emulation_cli.tallies.row_lists.dossier_contents import DossierFacts

Label = Callable[[str, str], str | None]


_BLANK = "………"


class Paper:
    """One paper while it is written."""

    def __init__(
        self,
        code: str,
        facts: DossierFacts,
        letterhead: Letterhead,
        label: Label | None,
        language: str,
    ) -> None:
        self.code, self.spec, self.facts, self.letterhead = code, PAPERS[code], facts, letterhead
        self.label, self.language = label, language
        self.speech = Speech(language)
        self.members = self._some(_ROWS[self.spec.rows](facts))
        self.values: dict[str, Any] = {}
        self.values = self._values()

    def _some(self, rows: Sequence[Mapping[str, Any]]) -> Members:
        return Members(rows, self.label, self.language)

    def say(self, name: str, **values: object) -> str:
        """A sentence of this paper, in the office's form where that differs; "" for none."""
        for key in (f"{self.code}.{name}.{self.letterhead.form}", f"{self.code}.{name}", name):
            if words.known(f"dossier.{key}"):
                return words.say_in(self.language, f"dossier.{key}", **{**self.values, **values})
        return ""

    def written(self) -> PaperValue:
        """The paper as a value."""
        title = self.say("title").capitalize()
        return PaperValue(self.code, title, tuple(self._blocks()), self.spec.landscape)

    def _blocks(self) -> Iterator[Block]:
        for part in self.spec.parts:
            style, _, name = part.partition(":")
            if name:
                yield from self._lines(style, name)
            else:
                yield from _PARTS[part](self)

    def _lines(self, style: Any, name: str) -> Iterator[Line]:
        needed = NEEDS.get(name)
        if needed is None or self.values[needed] != _BLANK:
            yield from (Line(text, style) for text in filter(None, self.say(name).split("|")))

    # What the sentences speak of ---------------------------------------------------------------

    def _values(self) -> dict[str, Any]:
        dossier, decision = self.facts.dossier, self.facts.decision or {}
        office = self.letterhead.body
        known: dict[str, Any] = {
            "name": _about(dossier["name"]),
            "office": office,
            "unit": dossier["unit"] or office,
            "to": dossier["body"],
            "number": decision.get("number"),
            "place": dossier["meeting_place"],
            "chair": dossier["chair"],
            "secretary": dossier["secretary"],
            "members": dossier["members"],
            "present": dossier["present"],
            "body": decision.get("body") or dossier["body"] or office,
            "event": (self.facts.event or {}).get("name"),
            "submitted": _day(dossier["date"], self.language),
            "met": _day(dossier["meeting_date"], self.language),
            "decided": _day(decision.get("date"), self.language),
        }
        told = {
            name: _BLANK if value in (None, "") else str(value) for name, value in known.items()
        }
        failed = self._some([one for one in self.facts.members if one not in self.facts.upheld])
        money = self.members.money
        told["BODY"] = told["body"].upper()
        return told | {
            "counts": self.members.counts,
            "passed": self._some(self.facts.passed).counts or self.say("none"),
            "failed": failed.counts or self.say("none"),
            "money": words.number(money, self.language) if money else _BLANK,
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
        elif self.code == "minutes":
            date = self.facts.dossier["meeting_date"] or ""
        body = self.values["body"] if self.code == "decision" else ""
        yield Head(spec.symbol, number, date if len(date) == 10 else "", body)

    def bases(self) -> Iterator[Block]:
        """The law that holds on the day of the paper, as the vocabulary has it."""
        for text in self.facts.bases(self.letterhead.form, self.language):
            yield Line(words.say_in(self.language, "dossier.basis", text=text), "item")

    def forms(self) -> Iterator[Block]:
        """By form: how many of each kind."""
        for form, members in self.members.by_form():
            counts = members.counts
            yield Line(self.say("of_form", form=form, counts=counts), "item")

    def table(self) -> Iterator[Block]:
        yield self._grid(self.members)

    def _grid(self, members: Members) -> Grid:
        columns = self.spec.columns
        rows: list[GridRow] = []
        for title, group in members.by_kind():
            rows.append(GridRow((title,), "group"))
            rows += map(GridRow, group.lines(columns))
            if "amount" in columns and group.money:
                rows.append(self._sum("subtotal", group))
        if "amount" in columns and members.money:
            rows.append(self._sum("sum", members))
        numbers = frozenset(n for n, name in enumerate(columns, start=1) if name == "amount")
        return Grid(self._headings(), tuple(rows), numbers)

    def _sum(self, name: str, members: Members) -> GridRow:
        said = self.say(name, counts=members.counts)
        columns = self.spec.columns
        empty = [""] * (len(columns) - 2)
        return GridRow(("", said, *empty, words.number(members.money, self.language)), "total")

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
        authority, post, signer = self.letterhead.authority, self.letterhead.post, ""
        if self.code == "decision":
            decision = self.facts.decision or {}
            if self.values["body"] != self.letterhead.body:  # another one signs than the office
                authority, post = "", _BLANK
            post, signer = decision.get("signer_position") or post, decision.get("signer") or ""
        lines = tuple(text.upper() for text in (authority, post or self.say("post")) if text)
        yield Signs(((lines, signer),), tuple(self.say("copies").split("|")))

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
                "achievement": one["achievement"] or _BLANK,
                "book": one["book_number"] or _BLANK,
                "at": self.letterhead.place or _BLANK,
                "long_day": words.long_date(day, self.language) if len(day) == 10 else _BLANK,
            }
            for style, name in CERTIFICATE:
                yield from (Line(t, style) for t in filter(None, self.say(name, **said).split("|")))
            post = (decision.get("signer_position") or "").upper()
            yield Signs(((((post,) if post else ()), decision.get("signer") or ""),))

    def ceremony(self) -> Iterator[Block]:
        """Each group that is called up: what it receives, who hands it over, the names."""
        groups = [
            (form, title, group)
            for form, of_form in self.members.by_form()
            for title, group in of_form.by_kind()
        ]
        presenters = list(self.facts.presenters)
        for number, (form, title, group) in enumerate(groups, start=1):
            presenter = _presenter(presenters, form, title)
            said = {"n": number, "form": form, "counts": group.counts}
            yield Line(self.say("group", presenter=presenter, **said), "heading")
            yield Grid(self._headings(), tuple(map(GridRow, group.lines(self.spec.columns))))

    def _headings(self) -> tuple[str, ...]:
        named = (self.say(f"column.{name}") for name in self.spec.columns)
        return (self.speech.say("ordinal"), *named)


_ROWS: Mapping[str, Callable[[DossierFacts], Sequence[Mapping[str, Any]]]] = {
    "members": lambda facts: facts.members,
    "upheld": lambda facts: facts.upheld,
    "passed": lambda facts: facts.passed,
}
_PARTS: Mapping[str, Callable[[Paper], Iterator[Block]]] = {
    "head": Paper.head, "bases": Paper.bases, "forms": Paper.forms, "table": Paper.table,
    "signs": Paper.signs, "certificates": Paper.certificates, "ceremony": Paper.ceremony,
}  # fmt: skip


def _about(name: str) -> str:
    """«Khen thưởng tổng kết năm 2024» is a commendation for the rest of it."""
    return safe(running(re.sub(r"^khen thưởng\s+", "", name, flags=re.IGNORECASE)))


def _day(iso: str | None, language: str) -> str:
    """A whole day in words, a vaguer date as it is."""
    if not iso:
        return ""
    return words.long_date(iso, language) if len(iso) == 10 else words.date(iso)


def _presenter(presenters: list[Mapping[str, Any]], form: str, kind: str) -> str:
    """Who hands over to a group: who was named for it, else the next one for nobody yet."""
    wanted = fold(f"{form} {kind}")
    for one in presenters:
        told = fold(one["recipients"] or "")
        if told and (told in wanted or fold(kind) in told):
            return _who(one)
    unnamed = [one for one in presenters if not one["recipients"]]
    if len(unnamed) > 1:  # the last one goes on
        presenters.remove(unnamed[0])
    return _who(unnamed[0]) if unnamed else _BLANK


def _who(one: Mapping[str, Any]) -> str:
    return ", ".join(filter(None, (one["name"], one["position"])))
