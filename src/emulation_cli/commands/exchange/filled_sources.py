"""What a marked place may ask for besides a report: a table, a tally, a decision, a dossier."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from emulation_cli import words
from emulation_cli.commands.dialogue import filters, parsing
from emulation_cli.commands.dialogue.table_words import asked_columns, called, dimension
from emulation_cli.commands.frame.output import labels_of
from emulation_cli.documents.speech import Speech, speaking
from emulation_cli.domain.errors import EmulError
from emulation_cli.domain.patterns import pattern
from emulation_cli.register.kept_tables import kept_tables
from emulation_cli.tallies.measures.figures import ReportRequest
from emulation_cli.tallies.row_lists.list_requests import ListRequest

if TYPE_CHECKING:
    from emulation_cli.documents.document import Table
    from emulation_cli.register.store import Register
    from emulation_cli.render.filling.asked_phrases import Phrase

Made = dict[str, "Phrase"]
# The records that have a list of others: their noun, that of the list, what it is filtered by.
_LISTS = {"decision": ("decisions", "honours"), "dossier": ("dossiers", "proposals")}
_BY = pattern(r"(.+?) (?:theo|by) (.+)")


class OtherSources:
    """Phrases that begin with a kind of source and its name: «bảng NAME», «quyết định NUMBER»."""

    def __init__(self, register: "Register", language: str) -> None:
        self.register, self.language = register, language
        self._made: dict[tuple[Any, ...], Made] = {}
        self._kinds: Mapping[str, Callable[[str, str, ReportRequest], Iterator[Phrase]]] = {
            "table": self._table, "tally": self._tally,
            "decision": self._record, "dossier": self._record,
        }  # fmt: skip

    def find(self, text: str, request: ReportRequest) -> "Phrase | None":
        """What a phrase asks for, for the period and units of a report; None for none of these."""
        from emulation_cli.render.filling.asked_phrases import key_of

        head = text.partition(".")[0].strip()
        if self.kind_of(head) is None:
            return None
        asked = head, request.period, request.within  # the rest is of the whole file
        if asked not in self._made:
            made: Made = {}
            for phrase in self._phrases(head, request):
                made.setdefault(key_of(phrase.text), phrase)
            self._made[asked] = made
        return self._made[asked].get(key_of(text))

    def kind_of(self, text: str) -> str | None:
        """The kind of source that a phrase begins with."""
        from emulation_cli.render.filling.asked_phrases import key_of

        key = key_of(text)
        said = {one: f"{key_of(self._say(one))} " for one in self._kinds}
        return next((one for one, words_ in said.items() if key.startswith(words_)), None)

    def each(self, request: ReportRequest) -> Iterator["Phrase"]:
        """Every kept table, a tally, the newest decision and dossier of the time."""
        heads = [f"{self._say('table')} {spec.name}" for spec in kept_tables(self.register)]
        heads.append(f"{self._say('tally')} {self._say('tally_example')}")
        heads += filter(None, (self._newest(kind, request) for kind in _LISTS))
        for head in heads:
            with suppress(EmulError):
                for one in self._phrases(head, request):
                    if not one.other_name and (one.table or self.kind_of(head) in _LISTS):
                        yield one

    def _say(self, name: str) -> str:
        return words.say_in(self.language, f"filling.of_{name}")

    def _phrases(self, head: str, request: ReportRequest) -> Iterator["Phrase"]:
        kind = self.kind_of(head) or ""
        which = " ".join(head.split()[len(self._say(kind).split()) :])
        with speaking(self.language):
            yield from list(self._kinds[kind](head, which, request))

    def _table(self, head: str, which: str, request: ReportRequest) -> Iterator["Phrase"]:
        from emulation_cli.documents.papers.table_document import build_table
        from emulation_cli.tallies.specified_table import fill

        spec = called(self.register, which)
        columns = [
            column._replace(request=_within(column.request, request))
            for column in asked_columns(self.register, spec, {})
        ]
        found = fill(self.register, spec.rows, columns, self.language)
        yield from self._of(build_table(found, spec.title, (), self.language).table, head)

    def _tally(self, head: str, which: str, request: ReportRequest) -> Iterator["Phrase"]:
        from emulation_cli.documents.crosstab_document import build
        from emulation_cli.tallies.crosstab import crosstab

        if asked := _BY.fullmatch(which):
            by = tuple(map(dimension, asked[2].split(",")))
            counted = filters.request(self.register, parsing.noun(asked[1]), {})
            found = crosstab(self.register, _within(counted, request), by)
            yield from self._of(build(found).table, head)

    def _of(self, table: "Table | None", head: str) -> Iterator["Phrase"]:
        from emulation_cli.render.filling.asked_phrases import table_phrases

        if table is not None:
            yield from table_phrases(self.language, replace(table, title=head))

    def _record(self, head: str, which: str, _request: ReportRequest) -> Iterator["Phrase"]:
        """The fields of one record, and the rows that belong to it."""
        from emulation_cli.render.filling.asked_phrases import list_phrases, record_phrases
        from emulation_cli.tallies.row_lists.listings import listing

        kind = self.kind_of(head) or ""
        noun, listed = _LISTS[kind]
        members = filters.request(self.register, listed, {kind: which})
        ((_, code),) = members.filters
        every = listing(self.register, filters.request(self.register, noun, {}))
        # The code is the number of an id: «D1».
        own = [row for row in every.rows if row[every.columns.index("id")][1:] == str(code)]
        label = labels_of(self.register)
        yield from record_phrases(every._replace(rows=own), label, head)
        rows = listing(self.register, members)
        yield from list_phrases(Speech(self.language), rows, label, (head,), head)

    def _newest(self, kind: str, request: ReportRequest) -> str | None:
        from emulation_cli.tallies.row_lists.listings import listing

        counted = filters.request(self.register, _LISTS[kind][0], {})
        rows = listing(self.register, counted._replace(period=request.period)).rows
        return f"{self._say(kind)} {rows[-1][0]}" if rows else None


def _within(counted: ListRequest, request: ReportRequest) -> ListRequest:
    """A list for the time and the units of a report."""
    return counted._replace(
        period=counted.period or request.period,
        cut_off=request.cut_off,
        within=counted.within or request.within,
        units=request.units,
        language=request.language,
    )
