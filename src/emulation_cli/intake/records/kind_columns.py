"""Kinds that columns of their own say: in words, by an x, by where a name stands."""

from collections.abc import Sequence

from emulation_cli.intake.columns.column_map import SheetColumn
from emulation_cli.intake.grid import filled
from emulation_cli.intake.headings import synonyms
from emulation_cli.intake.records.field_cells import keep_texts
from emulation_cli.intake.records.record_rows import Records


def tell_conflict(
    records: Records, position: int, columns: Sequence[SheetColumn], kinds: Sequence[str | None]
) -> None:
    first, second = (records.lookup.terms.label("kind", str(kind), "vi") for kind in kinds[:2])
    places = [column.number for column in columns]
    records.tell(position, "kind", places, "kind_conflict", first=first, second=second)


def written_kinds(records: Records) -> list[object]:
    columns = records.of("kind")
    if not columns or columns[0].number in records.table.names:
        return records.empty()
    cells = records.cells(columns, "kind")
    records.remember("kind", columns)
    memo = records.readers.memo("kind", cells)
    keep_texts(records, "kind", cells, memo)
    return records.convert(cells, memo, "kind", columns)


def marked_kinds(records: Records) -> list[str | None]:
    """An x under «Tập thể» or «Cá nhân»."""
    columns = [c for c in records.all_of(*synonyms.MARKS) if c.number not in records.table.names]
    if not columns:
        return _by_leaders(records)
    records.remember("kind", columns)
    kinds: list[str | None] = []
    for position, found in enumerate(records.marks(columns, "kind")):
        if len(found) > 1:
            tell_conflict(records, position, found, [column.mark for column in found])
        elif not found and not records.contexts[position].kind and position not in records.blocked:
            records.tell(position, "kind", records.columns["kind"], "kind_unmarked")
        kinds.append(found[0].mark if found else None)
    return kinds


def _by_leaders(records: Records) -> list[str | None]:
    """«Mô hình | Tập thể | Cá nhân» with names: under which of them who carries it out stands."""
    columns = [c for c in records.all_of("leader") if c.mark]
    filled_in = [list(map(filled, records.column(column.number))) for column in columns]
    kinds: list[str | None] = []
    for row in range(len(records.rows)):
        said = {c.mark for c, own in zip(columns, filled_in, strict=True) if own[row]}
        kinds.append(said.pop() if len(said) == 1 else None)
    return kinds
