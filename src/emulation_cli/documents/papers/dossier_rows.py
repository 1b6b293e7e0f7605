"""Those who stand in the papers of a dossier: in groups, counted, with what each cell says."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from emulation_cli import words
from emulation_cli.documents.speech import Speech
from emulation_cli.domain.awards import order_of_recipient
from emulation_cli.domain.percentages import percentage
from emulation_cli.domain.text import safe
from emulation_cli.tallies.measures.specifications import KINDS

Label = Callable[[str, str], str | None]
Row = Mapping[str, Any]


class Members:
    """Some of the proposals of a dossier, persons in the order of their given names."""

    def __init__(self, rows: Sequence[Row], label: Label | None, language: str) -> None:
        self.rows, self.label, self.language = sorted(rows, key=_order), label, language

    def _some(self, rows: Sequence[Row]) -> "Members":
        return Members(rows, self.label, self.language)

    @property
    def money(self) -> int:
        """What is paid to all of them, as far as it is said."""
        return sum(row["amount"] or 0 for row in self.rows)

    @property
    def counts(self) -> str:
        """«02 tập thể và 05 cá nhân»; "" of nobody."""
        kinds = [row["kind"] for row in self.rows]
        numbers = {kind: kinds.count(kind) for kind in KINDS}
        return Speech(self.language).counts(numbers) if kinds else ""

    def by_kind(self) -> Iterator[tuple[str, "Members"]]:
        """Collectives, individuals, households: their title and they."""
        for kind in KINDS:
            if rows := [row for row in self.rows if row["kind"] == kind]:
                yield words.say_in(self.language, f"paper.group.{kind}"), self._some(rows)

    def by_form(self) -> Iterator[tuple[str, "Members"]]:
        """By what they are proposed for, in the order in which it first comes."""
        forms: dict[str, list[Row]] = {}
        for row in self.rows:
            forms.setdefault(self.cell("form", row), []).append(row)
        for form, rows in forms.items():
            yield form, self._some(rows)

    def lines(self, columns: Sequence[str]) -> Iterator[tuple[str, ...]]:
        """The rows of a table, each behind its number."""
        for number, row in enumerate(self.rows, start=1):
            yield (str(number), *(self.cell(name, row) for name in columns))

    def tell(self, name: str) -> bool:
        """Whether a column says something of anybody."""
        return any(self.cell(name, row) for row in self.rows)

    def cell(self, name: str, row: Row) -> str:
        """What a column says of one of them; what is filled in by hand is empty."""
        value = row.get(name)
        if made := _MADE.get(name):
            value = made(self, row)
        return safe(str(value)) if value not in (None, "") else ""

    def form(self, row: Row) -> str:
        """What is proposed, as it was written."""
        named = (self.named(name, row[name]) for name in ("form", "title"))
        return row["form_text"] or next(filter(None, named), "")

    def outcome(self, row: Row) -> str:
        """An award had passed; what did not says why."""
        code = "passed" if row["outcome"] == "awarded" else row["outcome"]
        told = self.named("proposal_outcome", code)
        return f"{told}: {row['outcome_reason']}" if row["outcome_reason"] else told

    def share(self, row: Row) -> str:
        """The votes for it in percent."""
        if not row["votes_of"] or row["votes_for"] is None:
            return ""
        return words.percent(percentage(row["votes_for"], row["votes_of"]), language=self.language)

    def amount(self, row: Row) -> str:
        """The reward in đồng."""
        return words.number(row["amount"], self.language) if row["amount"] else ""

    def named(self, vocabulary: str, code: str | None) -> str:
        """The label of a code."""
        found = self.label(vocabulary, code) if self.label and code else None
        return found or code or ""


_MADE: Mapping[str, Callable[[Members, Row], str]] = {
    "recipient": lambda _, row: " ".join(filter(None, (row["honorific"], row["recipient"]))),
    "form": Members.form,
    "gender": lambda members, row: members.named("gender", row["gender"]),
    "outcome": Members.outcome,
    "votes": lambda _, row: f"{row['votes_for']}/{row['votes_of']}" if row["votes_of"] else "",
    "share": Members.share,
    "amount": Members.amount,
}


def _order(row: Row) -> tuple[Any, ...]:
    return order_of_recipient(row["kind"], row["recipient"])
