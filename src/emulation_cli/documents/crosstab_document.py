"""A tally as a table: the last dimension goes across, the others down, sums beside parts."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from emulation_cli.documents.document import Column, Note, Row, Table
from emulation_cli.documents.links.list_commands import shown_command
from emulation_cli.documents.speech import Speech, running
from emulation_cli.domain.text import safe
from emulation_cli.tallies.crosstab import Crosstab, Heading
from emulation_cli.tallies.row_lists.list_requests import ANY, ListRequest
from emulation_cli.words import date, sentences

Codes = tuple[str | None, ...]
# Acts are reported apart and never added (DOMAIN section 3, rule 6).
_NEVER_ADDED = "act"
_TOTAL = "total"
_MONEY = ("amount", "amount_unknown")
_INDENT = "  "


@dataclass(frozen=True)
class Tally:
    """A tally to print: who, what, of which time; the table; what must be known beside it.

    The table is None where there is nothing to count.
    """

    language: str
    unit: str
    title: str
    under: tuple[str, ...]
    table: Table | None
    notes: tuple[Note, ...]
    command: str


def build(found: Crosstab) -> Tally:
    """The tally in the language of its request."""
    speech = Speech(found.request.language)
    worded = _Worded(speech, found)
    title = worded.say(
        "title",
        what=worded.say(f"of.{found.counted}"),
        by=speech.listed(map(running, worded.heads())),
    )
    return Tally(
        language=speech.language,
        unit=safe(found.unit),
        title=title,
        under=tuple(_under(worded)),
        table=_table(worded, title) if found.cells else None,
        notes=tuple(_notes(worded)),
        command=shown_command(_listed(found), speech.language),
    )


def _listed(found: Crosstab) -> ListRequest:
    """The list that shows every record that was counted."""
    registrations = found.counted == "registrations"
    return found.request._replace(registrations=registrations)


class _Worded:
    """The words for the dimensions and values of a tally."""

    def __init__(self, speech: Speech, found: Crosstab) -> None:
        self.speech, self.found = speech, found
        self.texts = sentences("tally", speech.language)
        self.labels = [
            {heading.code: self.label(name, heading) for heading in headings}
            for name, headings in zip(found.by, found.headings, strict=True)
        ]

    def say(self, name: str, **values: object) -> str:
        return self.texts[name].format(**values)

    def heads(self) -> list[str]:
        return [self.texts[f"by.{name}"] for name in self.found.by]

    def label(self, name: str, heading: Heading) -> str:
        """Never empty: what is not known says what is not known."""
        if heading.code is None:
            unknown = self.say("unknown", what=running(self.texts[f"by.{name}"]))
            return self.texts.get(f"{name}.none", unknown)
        if heading.code == ANY:
            return self.say("any")
        coded = self.texts.get(f"{name}.{heading.code}")
        return coded or safe(heading.label) or safe(heading.code)


def _under(worded: _Worded) -> Iterator[str]:
    request = worded.found.request
    if request.period:
        yield worded.speech.period(request.period)
    if request.cut_off:
        yield worded.speech.say("cut_off", date=date(request.cut_off))
    if request.show != "counted":
        yield worded.say(f"show.{request.show}")
    for name, heading in worded.found.chosen:
        yield f"{worded.texts[f'by.{name}']}: {worded.label(name, heading)}"


def _notes(worded: _Worded) -> Iterator[Note]:
    found = worded.found
    if n := found.not_placed:
        command = shown_command(_listed(found), worded.speech.language, "--not-placed")
        yield Note(worded.say("not_placed", n=worded.speech.number(n)), command)
    acts = {name for name, _ in found.request.filters} | set(found.by)
    if found.counted == "honours" and _NEVER_ADDED not in acts and found.cells:
        yield Note(worded.say("acts_together"))


def _table(worded: _Worded, title: str) -> Table:
    found = worded.found
    down = max(len(found.by) - 1, 1)
    across = found.by[down] if len(found.by) > 1 else None
    columns = tuple(_columns(worded, across))
    rows = tuple(_Body(worded, down, columns).rows())
    added = _NEVER_ADDED not in found.by[:down]
    sums = [
        sum(int(row.values[i] or 0) for row in rows if not row.group) for i in range(len(columns))
    ]
    return Table(
        breakdown="tally",
        title=title,
        head=", ".join(worded.heads()[:down]),
        columns=columns,
        rows=rows,
        total=Row(None, worded.speech.say("total_row"), tuple(sums)) if added else None,
        summed=frozenset(column.name for column in columns) if added else frozenset(),
        bar=_TOTAL if len(columns) == 1 else None,
    )


def _columns(worded: _Worded, across: str | None) -> Iterator[Column]:
    """The total first, as in a report; not where it would add acts."""
    if across != _NEVER_ADDED:
        yield Column(_TOTAL, worded.speech.measure(_TOTAL))
    if across:
        for code, label in worded.labels[-1].items():
            yield Column(f"{across}:{code or ''}", label)
    if worded.found.money:
        for name in _MONEY:
            yield Column(name, worded.speech.measure(name))


@dataclass(frozen=True)
class _Body:
    """The rows: of several dimensions that go down, the first heads a group with its own sums."""

    worded: _Worded
    down: int
    columns: tuple[Column, ...]

    def rows(self) -> Iterator[Row]:
        groups: dict[str | None, list[Codes]] = defaultdict(list)
        for codes in self._lines():
            groups[codes[0]].append(codes)
        for first, lines in groups.items():
            if self.down > 1:
                yield self._group(first, lines)
            yield from (self._row(codes) for codes in lines)

    def _lines(self) -> list[Codes]:
        """The combinations that occur, in the order of the headings."""
        places = [{code: i for i, code in enumerate(labels)} for labels in self.worded.labels]
        found = {codes[: self.down] for codes in self.worded.found.cells}
        return sorted(
            found,
            key=lambda codes: [places[i][code] for i, code in enumerate(codes)],
        )

    def _row(self, codes: Codes) -> Row:
        labels = [self.worded.labels[i][code] for i, code in enumerate(codes)]
        label = _INDENT + " – ".join(labels[1:]) if self.down > 1 else labels[0]
        return Row(codes[-1], label, self._values([codes]))

    def _group(self, first: str | None, lines: list[Codes]) -> Row:
        return Row(first, self.worded.labels[0][first], self._values(lines), group=True)

    def _values(self, lines: list[Codes]) -> tuple[int, ...]:
        return tuple(sum(self._number(line, column) for line in lines) for column in self.columns)

    @cached_property
    def _coded(self) -> dict[str, list[str | None]]:
        """The codes of each column across, by what stands in its name."""
        found: dict[str, list[str | None]] = {}
        for code in self.worded.labels[-1]:
            found.setdefault(code or "", []).append(code)
        return found

    @cached_property
    def _sums(self) -> Counter[Codes]:
        """All columns across of each line."""
        found: Counter[Codes] = Counter()
        for codes, number in self.worded.found.cells.items():
            if codes[-1] in self.worded.labels[-1]:
                found[codes[: self.down]] += number
        return found

    @cached_property
    def _money(self) -> dict[Codes, tuple[int, int]]:
        """What the honours of each line came to, and how many do not say it."""
        found: dict[Codes, tuple[int, int]] = defaultdict(lambda: (0, 0))
        for codes, (amount, unknown) in self.worded.found.money.items():
            before = found[codes[: self.down]]
            found[codes[: self.down]] = before[0] + amount, before[1] + unknown
        return found

    def _number(self, line: Codes, column: Column) -> int:
        cells = self.worded.found.cells
        if column.name in _MONEY:
            return self._money[line][_MONEY.index(column.name)]
        if len(self.worded.found.by) == self.down:
            return cells.get(line, 0)
        if column.name == _TOTAL:
            return self._sums.get(line, 0)
        across = self._coded[column.name.partition(":")[2]]
        return sum(cells.get((*line, code), 0) for code in across)
