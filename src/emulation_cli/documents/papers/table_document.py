"""A table that the clerk specified, as it is printed: measures side by side, each with its rows."""

from collections.abc import Iterator, Sequence

from emulation_cli.documents.crosstab_document import Tally
from emulation_cli.documents.document import Column, Note, Row, Table
from emulation_cli.documents.links.list_commands import shown_command
from emulation_cli.documents.speech import Speech, running
from emulation_cli.domain.text import safe
from emulation_cli.tallies.specified_table import Codes, FilledColumn, SpecifiedTable
from emulation_cli.words import sentences

_NEVER_ADDED = "act"  # acts are reported apart (DOMAIN section 3, rule 6)


def build_table(
    found: SpecifiedTable, title: str, under: Sequence[str], language: str, unit: str = ""
) -> Tally:
    """The table in a language, with the notes that belong under it."""
    speech = Speech(language)
    texts = sentences("tally", language)
    head = ", ".join(texts[f"by.{name}"] for name in found.by)
    columns = tuple(
        Column(f"c{place}", safe(column.label), group=safe(column.group))
        for place, column in enumerate(found.columns)
    )
    rows = tuple(_row(texts, found, codes, labels) for codes, labels in found.lines)
    added = not {_NEVER_ADDED}.intersection(found.by)
    table = Table(
        breakdown="kept",
        title=safe(title),
        head=head,
        columns=columns,
        rows=rows,
        total=_total(speech, found) if added else None,
        summed=frozenset(column.name for column in columns) if added else frozenset(),
    )
    notes = tuple(_notes(texts, speech, found))
    return Tally(language, safe(unit or found.unit), safe(title), tuple(under),
                 table if rows else None, notes, "")  # fmt: skip


def _row(
    texts: dict[str, str], found: SpecifiedTable, codes: Codes, labels: tuple[str, ...]
) -> Row:
    named = (
        _label(texts, name, code, label)
        for name, code, label in zip(found.by, codes, labels, strict=True)
    )
    values = tuple(column.cells.get(codes, 0) for column in found.columns)
    cuts = tuple(column.cuts.get(codes) for column in found.columns)
    return Row(codes[-1], " – ".join(named), values, cuts)


def _label(texts: dict[str, str], name: str, code: str | None, label: str) -> str:
    if code is None:
        unknown = texts["unknown"].format(what=running(texts[f"by.{name}"]))
        return texts.get(f"{name}.none", unknown)
    return texts.get(f"{name}.{code}") or safe(label) or safe(code)


def _total(speech: Speech, found: SpecifiedTable) -> Row:
    values = tuple(sum(column.cells.values()) for column in found.columns)
    cuts = tuple(column.total for column in found.columns)
    return Row(None, speech.say("total_row"), values, cuts)


def _notes(texts: dict[str, str], speech: Speech, found: SpecifiedTable) -> Iterator[Note]:
    """What the period cuts, told once a list."""
    told: dict[str, FilledColumn] = {}
    for column in found.columns:
        noun = column.total.whole.counted
        if column.not_placed > (told[noun].not_placed if noun in told else 0):
            told[noun] = column
    for noun, column in told.items():
        what = texts[f"of.{noun}"]
        n = speech.number(column.not_placed)
        command = shown_command(column.total.whole, speech.language, "--not-placed")
        yield Note(f"{what}: {texts['not_placed'].format(n=n)}", command)
