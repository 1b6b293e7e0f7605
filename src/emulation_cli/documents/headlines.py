"""A report short enough for a screen: what is read out, and the breakdowns in a line each."""

from collections.abc import Collection, Iterator
from dataclasses import replace

from emulation_cli import words
from emulation_cli.documents.document import Document, Section, Table
from emulation_cli.documents.speech import running
from emulation_cli.domain.errors import Usage
from emulation_cli.domain.text import fold

_NAMED = 4  # rows of a breakdown that a line names; the others are summed up
_IN_A_LINE = ("by_field", "by_year")
_PER_ROW = "by_act"  # acts are never added up, so each has a line
_SHARE = "%"
# Where no honour tells its money, nobody asks how many do not.
_MONEY = ("amount", "amount_unknown")


def headlines(document: Document, section: Section) -> Iterator[str]:
    """What a section says first: its total with the kinds, or each act; fields, years, the most."""
    first, *others = section.sentences or ("",)
    acts = section.table(_PER_ROW)
    if acts:
        yield from _per_row(document, acts)
    else:
        yield first
    for breakdown in _IN_A_LINE:
        if not acts and (table := section.table(breakdown)):
            yield _in_a_line(document, table)
    if acts and others and not _said_above(document, acts, others[-1]):
        yield others[-1]
    yield from (f"* {note.text}" for note in section.notes if note.command)


def _said_above(document: Document, acts: Table, sentence: str) -> bool:
    """Whether a sentence tells shares, which tables have, or money, which the lines of acts do."""
    amounts = {
        _number(document, value)
        for row in acts.rows
        for column, value in zip(acts.columns, row.values, strict=True)
        if column.name == _MONEY[0] and isinstance(value, int) and value
    }
    return _SHARE in sentence or any(amount in sentence for amount in amounts)


def chosen(document: Document, sections: Collection[str], by: Collection[str]) -> Document:
    """The report with these sections and breakdowns alone; raises Usage for an unknown one."""
    kept = [one for one in document.sections if not sections or one.code in sections]
    if not by:
        return replace(document, sections=tuple(kept))
    known = dict.fromkeys(table.breakdown for one in kept for table in one.tables)
    wanted = {_breakdown(kept, text, known) for text in by}
    cut = (
        replace(one, tables=tuple(t for t in one.tables if t.breakdown in wanted), notes=())
        for one in kept
    )
    return replace(document, sections=tuple(one for one in cut if one.tables))


def _breakdown(sections: Collection[Section], text: str, known: Collection[str]) -> str:
    """The breakdown that is meant: `unit`, `by_unit`, or the title of its table, «đơn vị»."""
    asked = fold(text)
    for section in sections:
        for table in section.tables:
            code = table.breakdown.removeprefix("by_")
            if asked in (code, table.breakdown) or asked in fold(table.title):
                return table.breakdown
    names = ", ".join(name.removeprefix("by_") for name in known)
    raise Usage("cli.unknown_term", option="by", text=text, near=names)


def _in_a_line(document: Document, table: Table) -> str:
    """«Theo lĩnh vực: Giáo dục 65, Kinh tế 58, …»: the largest rows, or years as they follow."""
    rows = [row for row in table.rows if not row.group]
    by_year = table.breakdown == "by_year"
    if not by_year:
        rows.sort(key=lambda row: -_first(row.values))
    many = len(rows) > _NAMED + 1 and not by_year
    named = rows[:_NAMED] if many else rows
    sign = ":" if by_year else ""
    parts = [f"{row.label}{sign} {_number(document, _first(row.values))}" for row in named]
    if rest := sum(_first(row.values) for row in rows[len(named) :]):
        more = words.say_in(document.language, "report.headline_more", count=len(rows) - len(named))
        parts.append(f"{more} {_number(document, rest)}")
    return f"{table.title}: {', '.join(parts)}"


def _per_row(document: Document, table: Table) -> Iterator[str]:
    for row in table.rows:
        pairs = list(zip(table.columns, row.values, strict=True))
        has_money = any(value for column, value in pairs if column.name == _MONEY[0])
        silent = () if has_money else _MONEY
        said = [
            f"{running(column.title)} {_number(document, value)}"
            for column, value in pairs
            if isinstance(value, int) and column.name not in silent
        ]
        yield f"{row.label}: {', '.join(said)}"


def _first(values: tuple[object, ...]) -> int:
    return values[0] if values and isinstance(values[0], int) else 0


def _number(document: Document, value: int) -> str:
    return words.number(value, document.language)
