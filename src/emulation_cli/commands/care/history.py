"""`history` and `undo`: what was changed, by whom, old value and new; and taking it back."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Annotated, Any

import typer

from emulation_cli import words
from emulation_cli.commands.dialogue import questions
from emulation_cli.commands.frame.desk import desk_of, tell
from emulation_cli.commands.frame.json_answers import as_json, write_answer
from emulation_cli.commands.frame.narration import most, put_sentences
from emulation_cli.commands.frame.options import Flag, Output, Value, Yes
from emulation_cli.commands.frame.output import labels_of, tell_absent_years, write_listing
from emulation_cli.domain.catalogue.nouns import BY_LETTER, NOUNS
from emulation_cli.domain.patterns import pattern
from emulation_cli.domain.text import safe
from emulation_cli.register.log import recorded_changes as log
from emulation_cli.register.log.recorded_changes import LoggedChange, RowChange
from emulation_cli.register.office_periods import office_period
from emulation_cli.register.store import Register
from emulation_cli.render.labels import Label, cell_text
from emulation_cli.tallies.row_lists.listings import Listing

# A clerk looks for what she did lately; --all shows the rest.
LATEST = 40
_CHANGE = pattern(r"[Cc]\d+")
COLUMNS = ("id", "at", "who", "command", "records", "undoes")


def history(
    ctx: typer.Context,
    id: Annotated[str | None, typer.Argument()] = None,
    *,
    period: Value = None,
    who: Value = None,
    all: Flag = False,
    format: Value = None,
    output: Output = None,
) -> None:
    """Tell what was changed: the latest changes, the life of one record, or one change."""
    register = desk_of(ctx).register
    tell_absent_years(register)
    if id is not None and _CHANGE.fullmatch(id):
        entry = log.entry(register, log.parse_change(id))
        if as_json(format):
            write_answer(**_change_as_json(register, entry))
        else:
            _write_change(register, entry, whole=all)
        return
    record = log.known_record(register, _named(register, id)) if id else None
    found = log.entries(
        register,
        record=record,
        period=office_period(register, period) if period else None,
        who=who,
        limit=-1 if all or record or output else LATEST,
    )
    if record and not format and not output:
        _write_life(register, record, found)
        return
    rows = tuple(_cells(entry, plain=bool(format or output)) for entry in found)
    write_listing(Listing("changes", COLUMNS, rows), format, output, register)
    if len(rows) == LATEST and not (all or record or output):
        tell("history.only_latest", count=LATEST)


def _named(register: Register, text: str) -> str:
    from emulation_cli.commands.dialogue.record_names import meant

    return meant(register, text)


def _cells(entry: LoggedChange, *, plain: bool) -> tuple[Any, ...]:
    at = entry.at if plain else words.moment(entry.at)
    undoes = f"C{entry.undoes}" if entry.undoes else None
    return f"C{entry.id}", at, entry.who, entry.command, entry.records, undoes


def _write_life(register: Register, record: str, entries: Iterable[LoggedChange]) -> None:
    put_sentences(f"{record}  {log.name_of(register, record)}")
    rows = log.rows_of(register, record=record)
    for entry in entries:
        put_sentences(f"\n{_heading(entry)}")
        _write_rows(register, (row for row in rows if row.change == entry.id))


def _write_change(register: Register, entry: LoggedChange, *, whole: bool) -> None:
    put_sentences(_heading(entry))
    limit = None if whole else most(LATEST)
    _write_records(register, log.page_of(register, entry, limit), entry, limit)
    if limit and entry.records > limit:
        tell("history.only_first", count=limit, id=f"C{entry.id}")


def _change_as_json(register: Register, entry: LoggedChange) -> dict[str, Any]:
    """One change whole: each row that it met, with its values before and after."""
    told = dict(zip(COLUMNS, _cells(entry, plain=True), strict=True))
    rows = [
        {
            "record": row.record,
            "name": log.name_of(register, row.record),
            "part": row.table,
            "before": _shown(row, row.before),
            "after": _shown(row, row.after),
        }
        for row in log.page_of(register, entry, None)
    ]
    return {**told, "rows": rows}


def _shown(row: RowChange, image: Mapping[str, Any] | None) -> dict[str, Any] | None:
    if image is None:
        return None
    return {name: value for name, value in image.items() if not _hidden(row, name)}


def _write_records(
    register: Register, rows: Iterable[RowChange], entry: LoggedChange, limit: int | None
) -> None:
    """What happened to each record, under its name, and how many more there are."""
    for record, group in groupby(rows, lambda row: row.record):
        put_sentences(f"\n{record}  {log.name_of(register, record)}")
        _write_rows(register, group)
    if limit and entry.records > limit:
        more = words.say("history.and_more", count=words.number(entry.records - limit))
        put_sentences(f"\n{more}")


def _heading(entry: LoggedChange) -> str:
    took_back = " " + words.say("history.took_back", id=f"C{entry.undoes}") if entry.undoes else ""
    return f"C{entry.id}  {words.moment(entry.at)}  {entry.who}  {entry.command}{took_back}"


def _write_rows(register: Register, rows: Iterable[RowChange]) -> None:
    teller = Teller(register)
    for row in rows:
        for line in teller.sentences(row):
            put_sentences(f"    {line}")


class Teller:
    """Makes sentences of what happened to a row."""

    def __init__(self, register: Register) -> None:
        self.register = register
        self.label: Label = labels_of(register)

    def sentences(self, row: RowChange) -> Iterator[str]:
        """One sentence for what came or went, one for each value that changed."""
        noun = BY_LETTER.get(row.record[:1])
        own = noun is not None and row.table == noun.table
        if row.before is None or row.after is None:
            kind = "added" if row.before is None else "removed"
            values = "; ".join(self._facts(row))
            yield words.say(f"history.{kind}" if own else f"history.part_{kind}", values=values)
            return
        for column, old, new in row.differing:
            if not _hidden(row, column):
                texts = {"old": self._text(row, column, old), "new": self._text(row, column, new)}
                yield words.say("history.changed", column=_title(row, column), **texts)

    def _facts(self, row: RowChange) -> Iterator[str]:
        for column, value in (row.after or row.before or {}).items():
            if value is not None and not _hidden(row, column):
                yield f"{_title(row, column)}: {self._text(row, column, value)}"

    def _text(self, row: RowChange, column: str, value: Any) -> str:
        if value is None:
            return "–"
        if column.endswith("_id"):
            letter = _LETTERS.get(column.split("_")[-2], "")
            return safe(f"{letter}{value} {log.name_of(self.register, f'{letter}{value}')}".strip())
        if column == "milestone":
            return self.label(row.table, value) or str(value)
        if column == "date":
            return words.date(str(value))
        noun = BY_LETTER.get(row.record[:1])
        if noun is None:
            return cell_text(row.table, column, value, self.label)
        of_part = f"{(row.after or row.before or {}).get('milestone')}_{column}"
        name = of_part if noun.field(of_part) else column
        return cell_text(noun.plural, name, value, self.label)


_LETTERS = {noun.table: noun.letter for noun in NOUNS} | {"parent": "U", "change": "C"}


_INNER = ("id", "uuid", "change_id", "digest")


def _hidden(row: RowChange, column: str) -> bool:
    """What only the program needs, and the record itself under which the sentence stands."""
    own = (row.after or row.before or {}).get(column)
    of_record = column.endswith("_id") and f"{_LETTERS.get(column[:-3])}{own}" == row.record
    return column in _INNER or column.endswith(("_key", "_day")) or of_record


def _title(row: RowChange, column: str) -> str:
    """The label of the field that a column holds; of a milestone or another part, its own."""
    noun = BY_LETTER.get(row.record[:1])
    if noun is None or row.table != noun.table:
        return words.label(column.removesuffix("_id"))
    field = noun.field_of(column)
    return words.label(field.name if field else column, noun.plural)


def undo(
    ctx: typer.Context, id: Annotated[str | None, typer.Argument()] = None, yes: Yes = False
) -> None:
    """Take back a whole change, the last one or C9; an undo can be undone."""
    from emulation_cli.register.log.undo import SHOWN, change_named, last_change
    from emulation_cli.register.log.undo import undo as take_back

    register = desk_of(ctx).register
    number = change_named(register, id) if id else last_change(register)
    if questions.possible() and not yes:
        shown = take_back(register, number, keep=False)
        put_sentences(_heading(shown.entry))
        _write_records(register, shown.rows, shown.entry, SHOWN)
        if not questions.confirmed(words.say("history.ask_undo")):
            tell("history.not_undone")
            return
    undone = take_back(register, number)
    tell(
        "history.undone",
        id=f"C{number}",
        command=safe(undone.entry.command),
        count=words.number(undone.entry.records),
        by=f"C{undone.change}",
    )
