"""The tables of one sheet: header, rows, titles, and the register each is for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from emulation_cli.intake import lists_abreast
from emulation_cli.intake.cells.cell_values import as_text, is_ditto
from emulation_cli.intake.cells.inherited_cells import fill_merged
from emulation_cli.intake.columns.cell_fitness import Holding
from emulation_cli.intake.columns.column_map import Header
from emulation_cli.intake.columns.headers import find_header
from emulation_cli.intake.columns.profiles import Profiler
from emulation_cli.intake.columns.registers import FIELDS, RegisterChoice, decide, with_meanings_of
from emulation_cli.intake.grid import Grid, filled
from emulation_cli.intake.headings import synonyms
from emulation_cli.intake.headings.heading_leaves import MARKED
from emulation_cli.intake.headings.titles import Titles, is_title, read_titles
from emulation_cli.intake.joint_columns import with_joint_columns
from emulation_cli.intake.model import Hints, Lookup
from emulation_cli.intake.own_lists import register_of_ids, without_worked_out
from emulation_cli.intake.rows.closing_rows import is_line_of_posts
from emulation_cli.intake.rows.row_kinds import Sorter, TableRows
from emulation_cli.intake.rows.sections import MARK, Context, Sections
from emulation_cli.sheets.workbook import Cell, Sheet

# Concepts that more than one field, or another module, is read from.
_JOINT = {
    "kind", *synonyms.MARKS, *synonyms.NAMES, "first_name", "last_name", "unit_name",
    "position_unit", "date_place", "decision", "year_mark", "unit_mark", "female_mark",
    "male_mark", *MARKED,
}  # fmt: skip


_LOOKED_AT = 200
_FEW = 2  # lines above a further part of a list: a section, and perhaps what is counted in it


@dataclass(frozen=True)
class ListTable:
    """One list: `rows` are the sheet's rows with merged cells filled, `names` its name columns.

    `heads` are its `title_rows` and, of a further part of one list, those of the first part.
    """

    sheet: Sheet
    header: Header
    register: str | None
    titles: Titles
    title_rows: tuple[tuple[int, str], ...]
    rows: list[Sequence[Cell]]
    sorted_rows: TableRows
    names: tuple[int, ...]
    heads: tuple[tuple[int, str], ...] = ()
    decided: RegisterChoice = field(default_factory=lambda: RegisterChoice(None))


class _Around(NamedTuple):
    """Title rows of this list alone, of several side by side; and the titles of its first part."""

    own: frozenset[int] = frozenset()
    first: tuple[tuple[int, str], ...] = ()


_Given = tuple[Hints, Lookup, str]


def tables_of(
    sheet: Sheet, hints: Hints, lookup: Lookup, file: str, own: frozenset[int] = frozenset()
) -> Iterator[ListTable]:
    """The tables of a sheet from top to bottom; `own` are title rows of this list alone."""
    grid, profiler = Grid.of(sheet), Profiler(lookup)
    start, around = 0, _Around(own)
    while (header := find_header(grid, start, hints, profiler)) is not None:
        if starts := lists_abreast.starts_of(header, name_columns(header)):
            own = lists_abreast.own_titles(sheet, start, header, starts)
            for part in lists_abreast.parts(sheet, start, header, starts):
                yield from tables_of(part, hints, lookup, file, own)
            return
        table = _table(grid, header, start, (hints, lookup, file), around)
        around = _Around(own, table.heads)
        yield table
        if table.sorted_rows.next_table is None or hints.header_row is not None:
            return
        start = max(table.sorted_rows.next_table, header.last + 1)


def _table(grid: Grid, header: Header, start: int, given: _Given, around: _Around) -> ListTable:
    hints, lookup, file = given
    above = tuple(_texts(grid, start, header.first))
    heads, titles = _titles(above, around.first, grid.sheet.name)
    titles = replace(titles, proposed=titles.proposed or hints.proposed)
    by_ids = register_of_ids(header, grid.sheet.rows)
    header = without_worked_out(header, by_ids)
    decided = decide(header, titles, grid.sheet.name, file)
    if said := hints.register or by_ids:
        decided = RegisterChoice(said)
    register = decided.register
    header = with_joint_columns(grid, with_meanings_of(header, register), register, lookup)
    names = name_columns(header)
    has_unit = bool({"unit", "position_unit", "organiser"} & set(header.by_concept))
    sections = Sections(lookup, register, has_unit)
    context = Context()
    for row, text in above:
        # Between two tables «B. CÁ NHÂN» stands above the header and means what a section means,
        # and so does «XÃ CẨM DUỆ» above one of several lists side by side; above the first one a
        # letterhead stands too, and only what is numbered is a section.
        if (start or row in around.own or MARK.match(text)) and sections.gives(text):
            context = sections.enter(context, text, row)
    rows, found = _sorted(grid, header, register, lookup, context)
    return ListTable(
        grid.sheet, header, register, titles, above, rows, found, names, heads, decided
    )


def _sorted(
    grid: Grid, header: Header, register: str | None, lookup: Lookup, context: Context
) -> tuple[list[Sequence[Cell]], TableRows]:
    """The rows below a header with merged cells filled, and what each of them is."""
    rows = fill_merged(grid.sheet, header.last)
    filled_grid = replace(grid, sheet=replace(grid.sheet, rows=rows))
    data = {
        c.number for concept in _data_concepts(header, register) for c in header.by_concept[concept]
    }
    has_unit = bool({"unit", "position_unit", "organiser"} & set(header.by_concept))
    sections = Sections(lookup, register, has_unit)
    holding = Holding(header, register, lookup)
    columns = (name_columns(header), sorted(data))
    return rows, Sorter(filled_grid, header, columns, (sections, context), holding).sort()


def continued(sheet: Sheet, before: ListTable, lookup: Lookup) -> ListTable | None:
    """A sheet without a header whose rows go on under the one of the sheet before it."""
    header = replace(before.header, first=0, last=-1)
    if not _fits(sheet, header, Holding(header, before.register, lookup)):
        return None
    context = next(reversed(before.sorted_rows.contexts), Context())
    rows, found = _sorted(Grid.of(sheet), header, before.register, lookup, context)
    values: dict[str, object] = {"sheet": sheet.name, "before": before.sheet.name}
    found.notes.append(("continued_sheet", values))
    return ListTable(sheet, header, before.register, before.titles, (), rows, found, before.names)


def under_title_of(table: ListTable, before: ListTable) -> ListTable:
    """A sheet that repeats the header of the one before it, has no title and counts on from it."""
    if table.title_rows or _headings(table.header) != _headings(before.header):
        return table
    last, first = _numbers(before)[-1:], _numbers(table)[:1]
    if not last or not first or first[0] != last[0] + 1:
        return table
    return replace(table, titles=before.titles, heads=before.heads)


def _headings(header: Header) -> list[tuple[int, tuple[str, ...]]]:
    return [(column.number, column.path) for column in header.columns]


def _numbers(table: ListTable) -> list[int]:
    """The numbers of the records, as far as there are any."""
    stt = table.header.of("stt")
    cells = [table.rows[row][stt.number] for row in table.sorted_rows.records] if stt else []
    return [int(float(cell)) for cell in cells if str(cell).replace(".0", "").isdecimal()]  # type: ignore[arg-type]


def _fits(sheet: Sheet, header: Header, holding: Holding) -> bool:
    """Whether most rows have a name in its column, and cells that are what their columns hold."""
    names = name_columns(header)
    width = max(column.number for column in header.columns) + 1
    rows = [row for row in fill_merged(sheet, -1)[:_LOOKED_AT] if sum(map(filled, row)) > 1]
    rows = [row for row in rows if not _is_post(row)]
    named = [row for row in rows if any(c < len(row) and _is_text(row[c]) for c in names)]
    alike = [
        (holding.any(row) or any(map(is_ditto, row))) and not any(map(filled, row[width:]))
        for row in named
    ]
    return bool(alike) and alike[0] and 2 * sum(alike) > len(alike)


def _is_post(row: Sequence[Cell]) -> bool:
    texts = {c: text for c, cell in enumerate(row) if (text := as_text(cell))}
    return is_line_of_posts(texts)


def _is_text(cell: Cell) -> bool:
    return isinstance(cell, str) and filled(cell)


def _titles(
    above: tuple[tuple[int, str], ...], first: tuple[tuple[int, str], ...], name: str
) -> tuple[tuple[tuple[int, str], ...], Titles]:
    """«II. CÁ NHÂN» above a second table is no title of its own: those of the first hold on."""
    own = read_titles([text for _row, text in above], name)
    if not first or any(map(is_title, own.texts)) or len(own.texts) > _FEW:
        return above, own
    heads = (*first, *above)
    whole = read_titles([text for _row, text in heads], name)
    return heads, replace(whole, kind=own.kind, stated=own.stated)


def _texts(grid: Grid, start: int, stop: int) -> Iterator[tuple[int, str]]:
    for number in range(start, stop):
        texts = [str(cell).strip() for cell in grid.row(number) if filled(cell)]
        if texts:
            yield number, " | ".join(dict.fromkeys(texts))


def name_columns(header: Header) -> tuple[int, ...]:
    """Where a row's name may stand; «Tập thể | Cá nhân» hold it where no other column does."""
    if header.names:
        return tuple(column.number for column in header.names)
    for concepts in (
        ("last_name", "first_name"),
        ("unit_name",),
        tuple(synonyms.MARKS),
        ("decision_number", "decision"),
        ("target_measure",),
    ):
        found = [c.number for concept in concepts for c in header.by_concept.get(concept, ())]
        if found:
            return tuple(found)
    return ()


def _data_concepts(header: Header, register: str | None) -> list[str]:
    """The concepts that say something of a record: not numbering, notes and columns of no use."""
    known = {concept for one in FIELDS.get(register or "", ()) for concept in one.concepts}
    useful = known | _JOINT
    if register is None:
        useful |= set(header.by_concept) - {"stt", "note", "personal"}
    return [concept for concept in header.by_concept if concept in useful]
