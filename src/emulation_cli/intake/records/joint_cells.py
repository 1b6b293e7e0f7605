"""Cells that hold two things, and things that stand outside the columns."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from emulation_cli.domain.catalogue.nouns import WITH_KIND
from emulation_cli.domain.patterns import pattern
from emulation_cli.domain.times.partial_date import PartialDate
from emulation_cli.intake.cells.cell_values import Memo, Trouble
from emulation_cli.intake.cells.coded_values import names_decision
from emulation_cli.intake.cells.headed_values import in_full
from emulation_cli.intake.cells.joint_texts import day_and_rest, form_and_money, number_and_date
from emulation_cli.intake.cells.unit_cells import Places, PositionAndUnit
from emulation_cli.intake.columns.column_map import SheetColumn
from emulation_cli.intake.columns.registers import FIELDS
from emulation_cli.intake.headings.heading_leaves import MARKED
from emulation_cli.intake.records.field_cells import keep_written
from emulation_cli.intake.records.record_rows import Records

if TYPE_CHECKING:
    from emulation_cli.sheets.workbook import Cell

_DECISIONS = pattern(r"\d+[\w.]*\s*[/-]\s*(?:QĐ|NQ)\b", re.IGNORECASE)


def read_positions(records: Records) -> None:
    """«Chức vụ, đơn vị»: where a section or the clerk gives the unit, all may be position."""
    columns = records.of("position_unit")
    if records.register not in (None, *WITH_KIND):
        return
    if columns:
        cells = records.cells(columns, "unit")
    elif records.behind_names:
        columns, cells = (records.behind_names[0],), records.behind_names[1]
    else:
        return
    memo = Memo(PositionAndUnit(Places(records.lookup.units, records.hints.new_units)))
    own = records.values.get("unit") or records.empty()
    positions: list[object] = []
    units: list[object] = []
    for position, cell in enumerate(cells):
        outcome = memo[cell]
        text, unit = outcome if isinstance(outcome, tuple) else (None, None)
        if isinstance(unit, Trouble):
            known = own[position] or records.contexts[position].unit or records.hints.unit
            unit = known or records.note(position, "unit", columns, unit)
        positions.append(text)
        units.append(unit)
    found = {"unit": units, "position": positions}
    if any(units) or columns[0].concept == "position_unit":
        records.values["unit"] = [one or other for one, other in zip(own, units, strict=True)]
    else:
        del found["unit"]  # names alone: other columns may say it
    records.values.setdefault("position", positions)
    for field in found:
        if field not in records.columns:
            records.remember(field, columns)


def read_days_and_places(records: Records) -> None:
    """«15/6/2023, Hội trường Huyện ủy»: a day and a place in one cell, in either order."""
    columns = records.of("date_place")
    if not columns or records.register != "events":
        return
    cells = records.cells(columns, "date")
    split = Memo(lambda cell: day_and_rest(str(cell)))
    pairs = [found if isinstance(found := split[c], tuple) else (c, None) for c in cells]
    for field, part, reader in (("date", 0, "date"), ("place", 1, "text")):
        texts: list[Cell] = [pair[part] for pair in pairs]
        if any(texts) and field not in records.values:
            memo = records.readers.memo(reader, texts)
            records.values[field] = records.convert(texts, memo, field, columns)
            records.remember(field, columns)


def read_money_of_forms(records: Records) -> None:
    """«Giấy khen, 500.000 đồng» where no other column has money."""
    columns = records.of("form", "title")
    if records.register != "honours" or "amount" in records.values or not columns:
        return
    memo = Memo(lambda cell: form_and_money(cell)[1] if isinstance(cell, str) else None)
    sums: list[Cell] = [memo[cell] for cell in records.cells(columns, "amount")]  # type: ignore[misc]
    if any(sums):
        read = records.readers.memo("amount", sums)
        records.values["amount"] = records.convert(sums, read, "amount", columns)
        records.remember("amount", columns)


def read_decisions(records: Records) -> None:
    """A number and a date in one cell, or both in the titles of an annex."""
    if records.register not in ("honours", "decisions"):
        return
    prefix = "decision_" if records.register == "honours" else ""
    _refuse_several(records, (*records.of("decision"), *records.of("decision_number")))
    columns = records.of("decision") or _numbers_with_days(records, prefix)
    if columns:
        cells = records.cells(columns, f"{prefix}number")
        split = Memo(lambda cell: number_and_date(str(cell)))
        pairs = [found if isinstance(found := split[c], tuple) else (None, None) for c in cells]
        if f"{prefix}number" not in records.values:
            records.values[f"{prefix}number"] = [number for number, _day in pairs]
            records.remember(f"{prefix}number", columns)
        days: list[Cell] = [day for _number, day in pairs]
        if any(days) and f"{prefix}date" not in records.values:
            memo = records.readers.memo("date", days)
            dates = records.convert(days, memo, f"{prefix}date", columns)
            records.values[f"{prefix}date"] = dates
    elif prefix and "decision_number" not in records.values:
        _take_from_forms(records)
        _take_from_marks(records)
        _take_from_sections(records)
        _take_from_titles(records)


def _numbers_with_days(records: Records, prefix: str) -> tuple[SheetColumn, ...]:
    """«Số QĐ» over «163/QĐ-UBND - 04/10/2023»: the day too, where no other column has it."""
    columns = records.of("decision_number")
    if not columns or records.of("decision_date", "date"):
        return ()
    both = Memo(lambda cell: all(number_and_date(str(cell))))
    if not any(both[cell] for cell in records.cells(columns, f"{prefix}number")):
        return ()
    records.values.pop(f"{prefix}number", None)
    return columns


def _refuse_several(records: Records, columns: tuple[SheetColumn, ...]) -> None:
    """«12/QĐ-UBND, 45/QĐ-UBND»: two decisions are two honours, and no number of one."""
    for column in columns:
        several = Memo(lambda cell: len(set(_DECISIONS.findall(str(cell)))) > 1)
        for position, cell in enumerate(records.column(column.number)):
            if several[cell]:
                records.tell(position, "decision_number", [column.number], "two_decisions",
                             value=str(cell))  # fmt: skip


def _take_from_forms(records: Records) -> None:
    """«Giấy khen (QĐ số 45/QĐ-UBND ngày 04/10/2023)»: the decision behind the form."""
    columns = records.of("form", "title")
    if not columns:
        return
    texts = [str(cell) for cell in records.cells(columns, "decision_number")]
    split = Memo(lambda cell: number_and_date(str(cell)) if _DECISIONS.search(str(cell)) else None)
    pairs = [pair if isinstance(pair := split[text], tuple) else (None, None) for text in texts]
    if any(number for number, _day in pairs):
        records.values["decision_number"] = [number for number, _day in pairs]
        records.remember("decision_number", columns)
        days: list[Cell] = [day for _number, day in pairs]
        memo = records.readers.memo("date", days)
        records.values["decision_date"] = records.convert(days, memo, "decision_date", columns)


def _take_from_marks(records: Records) -> None:
    """«45/QĐ-UBND ngày 04/10/2023» below «Giấy khen»: the decision of what it marks."""
    columns = (*records.of("form_mark"), *records.of("title_mark"))
    if "decision_number" in records.values:
        return
    rows = zip(*(records.column(column.number) for column in columns), strict=True)
    texts = [next((t for t in map(str, row) if names_decision(t)), "") for row in rows]
    if any(texts):
        pairs = [number_and_date(text) if text else (None, None) for text in texts]
        records.values["decision_number"] = [number for number, _day in pairs]
        days: list[Cell] = [day for _number, day in pairs]
        if any(days):
            memo = records.readers.memo("date", days)
            dates = records.convert(days, memo, "decision_date", columns[:1])
            records.values["decision_date"] = dates


def _take_from_sections(records: Records) -> None:
    """«I. Quyết định số 163/QĐ-UBND ngày 04/10/2023» above the rows that it honours."""
    given = [context.decision or (None, None) for context in records.contexts]
    if "decision_number" not in records.values and any(number for number, _day in given):
        records.values["decision_number"] = [number for number, _day in given]
        days: list[Cell] = [day for _number, day in given]
        memo = records.readers.memo("date", days)
        records.values["decision_date"] = records.convert(days, memo, "decision_date", ())


def _take_from_titles(records: Records) -> None:
    titles = records.table.titles
    if titles.number:
        day = PartialDate(titles.date) if titles.date else None
        given = {"number": titles.number, "date": day, "body": titles.body}
        for part, value in given.items():
            if value is not None:
                records.values.setdefault(f"decision_{part}", [value] * len(records.rows))
        written = day.written if day else "–"
        told = {"number": titles.number, "date": written, "body": titles.body or "–"}
        records.tell(None, None, (), "decision_from_title", "info", **told)


def read_marks(records: Records) -> None:
    """An x under one of the fields, forms, states … that stand side by side as headings."""
    known = {field.code for field in FIELDS.get(records.register or "exemplars", ())}
    for concept, (field, _vocabularies) in MARKED.items():
        columns = records.of(concept)
        if columns and field in known and field not in records.values:
            _read_marks(records, field, columns)
    columns = (*records.of("form_mark"), *records.of("title_mark"))
    if columns and records.register == "honours":
        _refuse_unmarked(records, columns)


def _refuse_unmarked(records: Records, columns: tuple[SheetColumn, ...]) -> None:
    """Where each form has its column, who has a mark in none was given nothing."""
    given = [records.values[name] for name in ("form", "title") if name in records.values]
    for position, said in enumerate(zip(*given, strict=True)):
        if not any(said) and position not in records.blocked:
            records.tell(position, "form", [c.number for c in columns], "form_unmarked")


def _read_marks(records: Records, field: str, columns: tuple[SheetColumn, ...]) -> None:
    records.remember(field, columns)
    codes: list[object] = []
    texts: list[object] = []
    for position, found in enumerate(records.marks(columns, field)):
        if len(found) > 1:
            first, second = (column.path[-1] for column in found[:2])
            places = [column.number for column in found]
            records.tell(position, field, places, "two_marks", first=first, second=second)
        codes.append(_marked(records, field, position, found[0]) if found else None)
        texts.append(_in_full(found[0]) if found else None)
    records.values[field] = codes
    keep_written(records, field, texts)


def _in_full(column: SheetColumn) -> str:
    """«50 năm» below «Huy hiệu Đảng» with what the heading above it says."""
    above, heading = " ".join(column.path[:-1]), column.path[-1]
    return (
        str(in_full(above, heading)) if column.concept in ("form_mark", "title_mark") else heading
    )


def _marked(records: Records, field: str, position: int, column: SheetColumn) -> object:
    """What an x stands for: a code; of a field of exemplars the heading as it is."""
    heading = column.path[-1]
    if not column.mark:
        trouble = Trouble(f"unknown_{field}", values={"value": heading, "nearest": ""})
        return records.note(position, field, [column], trouble)
    if field != "field":
        return column.mark
    if records.register != "models":
        return heading
    outcome = records.readers.memo("model_field", ())[heading]
    if not isinstance(outcome, Trouble):
        return outcome
    # «Xây dựng Đảng, chính quyền» names one of the four fields and a word more.
    return (
        column.mark if column.mark != heading else records.note(position, field, [column], outcome)
    )


def settle_sections(records: Records) -> None:
    """What sections give where no column does: fields, forms, acts, states, stages."""
    known = {field.code for field in FIELDS.get(records.register or "exemplars", ())}
    for field in {"field", "form", "act", "status", "stage"} & known:
        given = [getattr(context, field) for context in records.contexts]
        if any(given):
            own = records.values.get(field) or records.empty()
            if field == "form":
                _keep_sections(records, own)
            records.values[field] = [one or other for one, other in zip(own, given, strict=True)]


def _keep_sections(records: Records, forms: Sequence[object]) -> None:
    """«II. Huy hiệu 30 năm tuổi Đảng»: what a section says of the forms that it gives."""
    said = [
        None if form else context.form_text
        for form, context in zip(forms, records.contexts, strict=True)
    ]
    if any(said):
        own = records.values.get("form_text") or records.empty()
        records.values["form_text"] = [a or b for a, b in zip(own, said, strict=True)]
