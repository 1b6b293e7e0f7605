"""What a register needs of every row, held against the rows; what the clerk's hints add."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from emulation_cli.domain import person_names
from emulation_cli.domain.catalogue.nouns import WITH_KIND
from emulation_cli.domain.offices.unit_types import guessed_type
from emulation_cli.domain.text import fold
from emulation_cli.intake import oddities
from emulation_cli.intake.cells.headed_values import badge_in, in_full, is_of_years, quoted_award
from emulation_cli.intake.columns.registers import NAME_FIELD, OF_PERSONS
from emulation_cli.intake.headings.titles import form_in
from emulation_cli.intake.model import Problem, Record, Severity
from emulation_cli.intake.records import record_dates
from emulation_cli.sheets.workbook import Sheet

if TYPE_CHECKING:
    from emulation_cli.intake.records.record_rows import Records

_ACTS_BY_DEFAULT = "commend"


def complete(records: "Records") -> None:
    """Add what hints and titles give; tell what is missing, odd or broken."""
    oddities.tell(records)
    if finish := _BY_REGISTER.get(records.register or ""):
        finish(records)
    elif records.register is None and records.rows:
        records.tell(None, None, (), "unclear_register", sheet=records.table.sheet.name,
                     likely=records.table.decided.second)  # fmt: skip
    _tell_close(records)
    if records.register in WITH_KIND:
        _require_units(records)
    if records.register in OF_PERSONS:
        _tell_suspicious_names(records)


def noted(sheet: Sheet) -> Iterator[Problem]:
    """What the reader of the file had to tell."""
    for note in sheet.notes:
        row = None if note.row is None else note.row + 1
        values = {"row": row, "sheet": sheet.name, **note.values}
        yield Problem(sheet.name, row, None, None, note.code, note.severity, values)


def _tell_close(records: "Records") -> None:
    """Another register is nearly as likely: told, with what settles it."""
    decided = records.table.decided
    if decided.close and records.rows:
        values = {"sheet": records.table.sheet.name, "taken": decided.register}
        records.tell(None, None, (), "register_close", "warn", **values, other=decided.second)


def by_award(records: Sequence[Record]) -> Iterator[Record]:
    """A form in one column and a title in another: the filled one, or an honour for each."""
    for record in records:
        values = dict(record.values)
        title, text = values.pop("title", None), values.pop("title_text", None)
        if title is None or values.get("form") is not None:
            yield record._replace(values=values)
        elif "form_text" in record.columns:
            text = values.get("form_text")
        if title is not None and title != values.get("form"):
            yield record._replace(values=values | {"form": title, "form_text": text})


def _form_of_title(records: "Records") -> None:
    """«DANH SÁCH CÁ NHÂN ĐƯỢC TẶNG GIẤY KHEN»: the one form that the title of a list names."""
    if not records.rows or {"form", "title"} & set(records.values):
        return
    terms, texts = records.lookup.terms, records.table.titles.texts
    said = badge_in(texts) or quoted_award(texts)
    read = records.readers.memo("form", ())[said] if said else None
    code = read if isinstance(read, str) else form_in(texts, terms) or _form_of_sheet(records)
    if code:
        records.values["form"] = [code] * len(records.rows)
        if said and code == read:
            records.values["form_text"] = [said] * len(records.rows)
        labels = (terms.label(v, code, "vi") for v in ("form", "title") if terms.find(v, code))
        records.tell(None, None, (), "form_from_title", "info", form=next(labels, code))
        if code == "huy-hieu-dang":
            _years_of_badges(records)


def _form_of_sheet(records: "Records") -> str | None:
    terms, name = records.lookup.terms, records.table.sheet.name
    named = next(filter(None, (terms.find(v, name) for v in ("form", "title"))), None)
    return named and named.code


def _years_of_badges(records: "Records") -> None:
    """«Tuổi Đảng» of a list of badges, where each row has years that a badge is given for."""
    for column in records.table.header.columns:
        if not is_of_years(column.heading):
            continue
        cells = [in_full("Huy hiệu", cell) for cell in records.column(column.number)]
        if all(badge_in([str(cell)]) for cell in cells):
            records.values["form_text"] = list(cells)
            records.remember("form", [column])


def _act_of_honours(records: "Records") -> None:
    """A list that names no act commends (DESIGN section 4); the clerk is asked before the title."""
    _form_of_title(records)
    default = records.hints.act or records.table.titles.act or _ACTS_BY_DEFAULT
    acts = records.values.get("act") or [None] * len(records.rows)
    if default not in (_ACTS_BY_DEFAULT, records.hints.act) and not all(acts):
        label = records.lookup.terms.label("act", default, "vi")
        records.tell(None, None, (), "act_from_title", "info", act=label)
    records.values["act"] = [act or default for act in acts]
    _tell_without_form(records)
    record_dates.date_honours(records)


def _tell_without_form(records: "Records") -> None:
    """What is commended is given in some form; to praise and to honour, none is needed."""
    acts, values = records.values["act"], records.values
    forms = [values[name] for name in ("form", "title") if name in values] or [records.empty()]
    missing = [
        position
        for position, (act, *given) in enumerate(zip(acts, *forms, strict=True))
        if act == _ACTS_BY_DEFAULT and not any(given) and position not in records.blocked
    ]
    if missing:
        records.tell(None, "form", (), "no_form", "warn", count=len(missing))


def _type_of_units(records: "Records") -> None:
    """A list of bare names, «Xã Cẩm Duệ», says the types by them; a blank in a column is a gap."""
    if "type" not in records.values and records.rows:
        types = [guessed_type(str(name)) for name in records.values["name"]]
        records.values["type"] = [None if found == "other" else found for found in types]
        records.tell(None, None, (), "type_from_name", "info")
    _require(records, "type")


def _type_of_events(records: "Records") -> None:
    """A type is needed; where no column gives it, the name of the event says it."""
    types = records.values.get("type") or [None] * len(records.rows)
    named = records.values["name"]
    for position, found in enumerate(types):
        if found is None and position not in records.blocked and isinstance(named[position], str):
            types[position] = _type_in(fold(str(named[position]))) or "other"
    records.values["type"] = types


def _type_in(name: str) -> str | None:
    if "so ket" in name:
        return "interim_review"
    if "tong ket" in name:
        return "final_review"
    return (
        "praise"
        if any(word in name for word in ("bieu duong", "tuyen duong", "ton vinh", "vinh danh"))
        else None
    )


def _year_of_targets(records: "Records") -> None:
    """«CHỈ TIÊU NĂM 2024» over a list whose rows do not say the year."""
    year = records.hints.year or records.table.titles.year
    years = records.values.get("year") or records.empty()
    records.values["year"] = [one or year for one in years]


def _require(records: "Records", field: str) -> None:
    for position, value in enumerate(records.values.get(field) or [None] * len(records.rows)):
        if value is None and position not in records.blocked:
            records.tell(position, field, records.columns.get(field, ()), f"missing_{field}")


def _require_units(records: "Records") -> None:
    """A model belongs to a unit; an exemplar or an honour without one is recorded, and told."""
    units = records.values.get("unit")
    if records.register != "models" and not any(units or ()):
        if records.rows and len(records.blocked) < len(records.rows):
            records.tell(None, None, (), "no_unit", "warn")
        return
    severity: Severity = "block" if records.register == "models" else "warn"
    for position, unit in enumerate(units or [None] * len(records.rows)):
        if unit is None and position not in records.blocked:
            records.tell(
                position, "unit", records.columns.get("unit", ()), "missing_unit", severity
            )


def _tell_suspicious_names(records: "Records") -> None:
    field = NAME_FIELD.get(records.register or "", "name")
    kinds = records.values.get("kind", [])
    texts = {name for name in set(records.values[field]) if isinstance(name, str)}
    suspicious = set(filter(person_names.is_suspicious, texts))
    if not suspicious:
        return
    for position, (name, kind) in enumerate(zip(records.values[field], kinds, strict=True)):
        if kind == "individual" and name in suspicious:
            records.tell(
                position, field, records.columns[field][:1], "suspicious_name", "warn", value=name
            )


_BY_REGISTER: Mapping[str, Callable[["Records"], None]] = {
    "exemplars": record_dates.date_exemplars,
    "models": record_dates.date_models,
    "honours": _act_of_honours,
    "events": _type_of_events,
    "units": _type_of_units,
    "targets": _year_of_targets,
    "decisions": lambda records: _require(records, "number"),
}
