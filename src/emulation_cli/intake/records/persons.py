"""Names and kinds of the rows: said by columns, marks, sections, and the words around a name."""

from collections import Counter
from collections.abc import Sequence

from emulation_cli.domain import person_names
from emulation_cli.domain.person_names import Named
from emulation_cli.domain.text import clean, fold
from emulation_cli.intake.cells import inherited_cells
from emulation_cli.intake.cells.behind_names import apart, units_behind
from emulation_cli.intake.cells.cell_values import LONGEST_DITTO, Memo, as_text, is_ditto, is_error
from emulation_cli.intake.cells.coded_values import is_mark
from emulation_cli.intake.columns.column_map import SheetColumn
from emulation_cli.intake.headings import synonyms
from emulation_cli.intake.headings.heading_grammar import parse
from emulation_cli.intake.records.kind_columns import marked_kinds, tell_conflict, written_kinds
from emulation_cli.intake.records.record_rows import Records
from emulation_cli.sheets.workbook import Cell, column_letters

_EXACT = ("(nhu trong so)", "(as registered)")
_KIND_OF_NAME = {
    "individual_name": "individual", "collective_name": "collective",
    "household_name": "household", **synonyms.MARKS,
}  # fmt: skip


def read_names(records: Records) -> list[str | None]:
    """Fill `records.named`; gives the kind that a row's name column says, «Tên tập thể»."""
    columns = [c for c in records.table.header.columns if c.number in records.table.names]
    parts = [records.column(column.number) for column in columns]
    if columns and columns[0].concept in ("last_name", "first_name"):
        parts = [_joined(parts[0], parts[1])]
    persons = records.of_persons
    taken = _whole if any(map(_as_registered, columns)) else _take_apart if persons else _thing
    memo = Memo(taken)
    parts = [_repeated(records, column, part) for column, part in zip(columns, parts, strict=False)]
    if len(columns) == 1 and synonyms.holds_particulars(columns[0].path[-1]):
        parts[0] = apart(records, parts[0], columns[0])
    if records.register == "models" and len(columns) == 1:
        _take_units(records, columns[0], parts)
    found: list[list[Named | None]] = [list(map(memo.__getitem__, part)) for part in parts]  # type: ignore[arg-type]
    if found:
        records.named = [next(filter(None, row), None) for row in zip(*found, strict=True)]
    spare = _use_spare_names(records, columns)
    records.remember(records.name_field, [*columns, *spare])
    for position, named in enumerate(records.named):
        if named is None and position not in records.blocked:
            places = [columns[0].number] if columns else []
            records.tell(position, records.name_field, places, "missing_name")
    return _kinds_by_column(records, columns, found)


def _take_units(records: Records, column: SheetColumn, parts: list[list[Cell]]) -> None:
    """Names of models without the units that stand behind them."""
    if apart_ := units_behind(records, parts[0]):
        parts[0], records.values["unit"] = apart_
        records.remember("unit", [column])


def _repeated(records: Records, column: SheetColumn, cells: list[Cell]) -> list[Cell]:
    """The names with «"» and «nt» written out; an error of Excel's is no name."""
    short = {cell for cell in set(cells) if isinstance(cell, str) and len(cell) <= LONGEST_DITTO}
    errors = {cell for cell in short if is_error(cell)}
    for position, cell in enumerate(cells if errors else ()):
        if cell in errors:
            records.tell(position, records.name_field, [column.number], "error_cell", value=cell)
            cells[position] = ""
    if column.concept in ("last_name", "first_name"):
        return cells  # Mr «Đỗ» and «Đô» would fold to a mark
    return inherited_cells.undo_ditto(cells)[0] if any(map(is_ditto, short)) else cells


def _as_registered(column: SheetColumn) -> bool:
    """«Tên điển hình (như trong sổ)»: an export, which gives names back as they were recorded."""
    return fold(column.path[-1]).endswith(_EXACT)


def _joined(last: list[Cell], first: list[Cell]) -> list[Cell]:
    return [f"{one or ''} {other or ''}" for one, other in zip(last, first, strict=True)]


def _take_apart(cell: Cell) -> Named | None:
    text = as_text(cell)
    return person_names.take_apart(text) if text and _is_name(text) else None


def _is_name(text: str) -> bool:
    """Something with a letter or a number in it: «-», «…», «?» and 0 stand where none is known."""
    if is_mark(text):
        return False  # an x under «Cá nhân» is nobody
    return text.isalpha() or (text != "0" and any(map(str.isalnum, text)))


def _whole(cell: Cell) -> Named | None:
    """A name as it is on the register: nothing is taken off it."""
    text = as_text(cell)
    return Named(text, text) if text and _is_name(text) else None


def _thing(cell: Cell) -> Named | None:
    """The name of a model or a conference, without the dash of a list."""
    named = _whole(cell)
    bare = named and person_names.without_bullet(named.text)
    return Named(bare, bare) if bare else named


def _use_spare_names(records: Records, columns: Sequence[SheetColumn]) -> list[SheetColumn]:
    """«Họ» and «Tên» beside «Họ và tên», used where the whole name is empty; given where used."""
    last, first = records.table.header.of("last_name"), records.table.header.of("first_name")
    if not (last and first and columns and columns[0].concept in synonyms.NAMES):
        return []
    if None not in records.named:
        return []
    spare = map(_take_apart, _joined(records.column(last.number), records.column(first.number)))
    records.named = [one or other for one, other in zip(records.named, spare, strict=True)]
    return [last, first]


def _kinds_by_column(
    records: Records, columns: Sequence[SheetColumn], found: Sequence[Sequence[Named | None]]
) -> list[str | None]:
    """«Tên tập thể» and «Họ và tên» side by side: the filled one tells the kind."""
    kinds = [_KIND_OF_NAME.get(column.concept or "") for column in columns]
    if len(columns) > 1 and len(found) > 1:
        plain = ("individual" if column.concept == "name" else None for column in columns)
        kinds = [kind or other for kind, other in zip(kinds, plain, strict=True)]
    if not any(kinds):
        return [None] * len(records.rows)
    result: list[str | None] = []
    for position, row in enumerate(zip(*found, strict=True)):
        said = [kind for kind, named in zip(kinds, row, strict=True) if named]
        if len(set(said)) > 1:
            tell_conflict(records, position, columns, said)
        result.append(said[0] if said else None)
    return result


def settle_kinds(records: Records, by_name: Sequence[str | None]) -> None:
    """The kind of every row.

    First what the row says (a column, a mark, which name is filled), then its section, the
    clerk's word, «Hộ ông», a birth, a gender or an honorific, the titles, and last the heading.
    """
    written = written_kinds(records)
    marked = marked_kinds(records)
    persons = _persons(records)
    kinds: list[object] = []
    by_name = _not_gainsaid(records, by_name, persons)
    for position, context in enumerate(records.contexts):
        own = written[position] or marked[position] or by_name[position]
        named = records.named[position]
        if records.of_persons and not own and named and context.kind:
            own = _against_section(named, context.kind, person=persons[position])
        if own and context.kind and own != context.kind:
            _tell_section(records, position, str(own), context.kind_text)
        words = (named and named.kind) or ("individual" if persons[position] else None)
        given = own or context.kind or records.hints.kind or words
        kinds.append(given or records.table.titles.kind)
    _by_names(records, kinds)
    records.values["kind"] = [kind or "unclassified" for kind in kinds]
    _settle_names(records, kinds)


def _against_section(named: Named, kind: str, *, person: bool) -> str | None:
    """«Đ/c Hoàng Văn Sáu» under «TẬP THỂ», «Chi hội …» under «CÁ NHÂN»: what the name is."""
    if kind == "collective" and (person or person_names.has_family_name(named.name)):
        return "individual"
    body = kind == "individual" and not person and person_names.is_body(named.name)
    return "collective" if body else None


def _not_gainsaid(
    records: Records, by_name: Sequence[str | None], persons: Sequence[bool]
) -> list[str | None]:
    """«Tập thể …» over Trần Văn Ba, born in 1960: a name goes before the one heading of names."""
    if sum(c.number in records.table.names for c in records.table.header.columns) > 1:
        return list(by_name)
    kinds = []
    for kind, named, person in zip(by_name, records.named, persons, strict=True):
        name = named.name if named else ""
        household = bool(named and named.kind == "household")
        other = (
            household or person or person_names.has_family_name(name)
            if kind == "collective"
            else kind == "individual" and (household or person_names.is_body(name))
        )
        kinds.append(None if other else kind)
    return kinds


def _by_names(records: Records, kinds: list[object]) -> None:
    """What only the name says, and told: «Chi hội …» is a body; under «Họ và tên» a person."""
    columns = [c for c in records.table.header.columns if c.number in records.table.names]
    one = len(columns) == 1 or {c.concept for c in columns} == {"last_name", "first_name"}
    if None not in kinds or not records.of_persons or not one:
        return
    heading = columns[0].path[-1]
    parts = parse(heading).parts
    of_person = columns[0].concept == "last_name" or bool(parts & {"FULLNAME", "PERSON"})
    only_persons = of_person and not parts & {"COLLECTIVE", "UNIT", "HOUSEHOLD"}
    told: Counter[str] = Counter()
    for position, kind in enumerate(kinds):
        named = records.named[position]
        if kind is None and named:
            found = _kind_by_name(named.name, only_persons=only_persons)
            kinds[position] = found
            told[found or ""] += 1
            if found == "collective" and person_names.is_either(named.name):
                places = [columns[0].number]
                records.tell(position, "kind", places, "plain_name", "warn", value=named.name)
    if count := told["individual"]:
        shown = clean(heading) or column_letters(columns[0].number)
        values = {"heading": shown, "count": count}
        records.tell(None, None, (), "kind_from_heading", "info", **values)
    if told["collective"]:
        records.tell(None, None, (), "kind_from_name", "info", count=told["collective"])


def _kind_by_name(name: str, *, only_persons: bool) -> str | None:
    plain = only_persons and name.isascii() and not name.isupper()
    if plain and person_names.may_be_person(name):
        return "individual"
    if person_names.is_body(name):
        return "collective"
    person = person_names.has_family_name(name) or (only_persons and person_names.is_person(name))
    return "individual" if person else None


def _tell_section(records: Records, position: int, kind: str, section: str) -> None:
    label = records.lookup.terms.label("kind", kind, "vi")
    places = records.columns.get("kind", ())
    code = "kind_section_differs"
    records.tell(position, "kind", places, code, "warn", section=section, marked=label)


def _persons(records: Records) -> list[bool]:
    """Rows that have what only a person has: a birth, a gender, «Ông», «Đại úy»."""
    known = [records.values[field] for field in ("birth_year", "gender") if field in records.values]
    born = [
        named is not None and bool(named.birth_year or (named.honorific and not named.kind))
        for named in records.named
    ]
    if not known:
        return born
    particulars = zip(*known, strict=True)
    nothing = (None,) * len(known)
    return [own or row != nothing for own, row in zip(born, particulars, strict=True)]


def _settle_names(records: Records, kinds: Sequence[object]) -> None:
    """The names for their kinds, and the honorifics and births that stood beside them."""
    pairs = list(zip(records.named, kinds, strict=True))
    found: list[object] = [named.of(kind) if named else None for named, kind in pairs]
    records.values = {records.name_field: found} | records.values
    if records.register == "honours":
        honorifics = [n.honorific if n and kind != "collective" else None for n, kind in pairs]
        _add(records, "honorific", honorifics)
    if records.of_persons:
        _add(records, "birth_year", [n and n.birth_year for n, _kind in pairs])
        _add(records, "position", [n and n.beside for n, _kind in pairs])


def _add(records: Records, field: str, more: Sequence[object]) -> None:
    if any(more):
        given = records.values.get(field) or records.empty()
        records.values[field] = [one or other for one, other in zip(given, more, strict=True)]
