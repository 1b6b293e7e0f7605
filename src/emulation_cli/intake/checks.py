"""What a register needs of every row, held against the rows; what the clerk's hints add."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from emulation_cli.domain.partial_date import PartialDate
from emulation_cli.domain.text import fold
from emulation_cli.domain.unit_types import guessed_type
from emulation_cli.intake import names, odd
from emulation_cli.intake.grid import filled
from emulation_cli.intake.model import Record, Severity
from emulation_cli.intake.registers import NAME_FIELD
from emulation_cli.intake.titles import PROPOSED, form_in

if TYPE_CHECKING:
    from emulation_cli.intake.records import Records

_ACTS_BY_DEFAULT = "commend"
_NEW = "dang ky moi"
# What dates a row of a model: a registration, or a milestone alone.
_DATED = ("year", "appraised", "recognised", "replicated", "stopped")


def complete(records: "Records") -> None:
    """Add what hints and titles give; tell what is missing, odd or broken."""
    odd.tell(records)
    match records.register:
        case "exemplars":
            _date_exemplars(records)
        case "models":
            _date_models(records)
        case "honours":
            _act_of_honours(records)
        case "events":
            _type_of_events(records)
        case "units":
            _type_of_units(records)
        case "decisions":
            _require(records, "number")
        case None if records.rows:
            records.tell(None, None, (), "unclear_register", sheet=records.table.sheet.name)
    named = records.register == "honours" and "unit" in records.columns
    if named or records.register in ("exemplars", "models"):
        _require_units(records)
    if records.register in ("exemplars", "honours"):
        _tell_suspicious_names(records)


def _date_exemplars(records: "Records") -> None:
    """A stage column names the milestone of the date; else the clerk's year may date it."""
    values, contexts = records.values, records.table.sorted_rows.contexts
    if stages := values.pop("stage", None):
        _move_dates(records, stages)
    if any(milestone in values for milestone in ("discovered", "fostered", "multiplied")):
        return
    stage, default = "discovered", records.hints.year
    titles = records.table.titles
    if default is None and titles.stage and titles.year and records.rows:
        stage, default = titles.stage, titles.year
        records.tell(None, None, (), "year_from_title", "info", year=default)
    years = [context.year or default for context in contexts]
    if any(years):
        values[stage] = [PartialDate(str(year)) if year else None for year in years]
    elif records.rows:
        records.tell(None, None, (), "undated", "warn")


def _move_dates(records: "Records", stages: list[object]) -> None:
    """A date without a stage of its own is that of the stage named; no other date gives way."""
    values = records.values
    if "discovered" not in values or records.of("discovered"):
        return
    days = values.pop("discovered")
    for milestone in ("discovered", "fostered", "multiplied"):
        own = values.get(milestone) or records.empty()
        values[milestone] = [
            one or (day if (stage or "discovered") == milestone else None)
            for one, stage, day in zip(own, stages, days, strict=True)
        ]


def _date_models(records: "Records") -> None:
    values, contexts = records.values, records.table.sorted_rows.contexts
    if "year_mark" in records.table.header.by_concept:
        return
    default = records.hints.year
    if "year" not in values and not default and records.table.titles.year and records.rows:
        default = records.table.titles.year
        records.tell(None, None, (), "year_from_title", "info", year=default)
    years = values.get("year") or [None] * len(contexts)
    values["year"] = [
        year or context.year or default for year, context in zip(years, contexts, strict=True)
    ]
    if "status" not in values and any(_NEW in fold(c.heading) for c in records.of("year")):
        values["status"] = ["new" if year else None for year in values["year"]]
    elif "status" not in values and records.table.titles.status and records.rows:
        values["status"] = [records.table.titles.status] * len(records.rows)
        label = records.lookup.terms.label("registration_status", records.table.titles.status, "vi")
        records.tell(None, None, (), "status_from_title", "info", status=label)
    _stop_models(records)
    dated = zip(*(values.get(name) or records.empty() for name in _DATED), strict=True)
    for position, days in enumerate(dated):
        if not any(days) and position not in records.blocked:
            records.tell(position, "year", records.columns.get("year", ()), "missing_year")


def _stop_models(records: "Records") -> None:
    """A model marked «Dừng» was stopped that year; a form to be marked must be marked whole."""
    values = records.values
    marked = "renewal" in records.table.header.by_concept
    for position, status in enumerate(values.get("status", ())):
        if status == "stopped":
            stopped = values.setdefault("stopped", records.empty())
            first, later = values["year"][position], records.more_years.pop(position, ())
            year = later[-1] if later else first
            stopped[position] = stopped[position] or (PartialDate(f"{year}") if year else None)
            # «2021-2023» and stopped: registered in the years before the last one.
            values["year"][position] = first if later else None
            records.more_years[position] = later[:-1]
            values["status"][position] = None
        elif status is None and marked and position not in records.blocked:
            records.tell(position, "status", records.columns["status"], "missing_status")


def by_marked_year(builder: "Records", records: Sequence[Record]) -> Iterator[Record]:
    """«2021 | 2022 | 2023» with an x or a word under each: one registration a mark."""
    columns = builder.table.header.by_concept.get("year_mark", ())
    if not columns:
        yield from by_listed_year(builder, records)
        return
    memo = builder.readers.memo("status", ())
    for position, record in enumerate(records):
        marked = [c for c in columns if filled(odd.cell_of(builder, position, c.number))]
        if not marked and position not in builder.blocked:
            builder.tell(position, "year", [c.number for c in columns], "missing_year")
        for column in marked:
            status = memo[odd.cell_of(builder, position, column.number)]
            yield record._replace(values=record.values | _marked(int(column.mark or 0), status))
        if not marked:
            yield record


def by_listed_year(builder: "Records", records: Sequence[Record]) -> Iterator[Record]:
    """«2021, 2022» in one cell: a registration for each, of which only the first can be new."""
    for position, record in enumerate(records):
        yield record
        status = record.values.get("status")
        for year in builder.more_years.get(position, ()):
            later = None if status == "new" else status
            yield record._replace(values={**record.values, "year": year, "status": later})


def _marked(year: int, status: object) -> dict[str, object]:
    if status == "stopped":
        return {"year": None, "status": None, "stopped": PartialDate(f"{year}")}
    return {"year": year, "status": status if isinstance(status, str) else None}


def by_award(records: Sequence[Record]) -> Iterator[Record]:
    """A form in one column and a title in another: the filled one, or an honour for each."""
    for record in records:
        values = dict(record.values)
        title = values.pop("title", None)
        if title is None or values.get("form") is not None:
            yield record._replace(values=values)
        if title is not None:
            yield record._replace(values=values | {"form": title})


def _form_of_title(records: "Records") -> None:
    """«DANH SÁCH CÁ NHÂN ĐƯỢC TẶNG GIẤY KHEN»: the one form that the title of a list names."""
    if records.rows and not {"form", "title"} & set(records.values):
        terms, name = records.lookup.terms, records.table.sheet.name
        named = next(filter(None, (terms.find(v, name) for v in ("form", "title"))), None)
        code = form_in(records.table.titles.texts, terms) or (named and named.code)
        if code:
            records.values["form"] = [code] * len(records.rows)
            label = next(
                terms.label(v, code, "vi") for v in ("form", "title") if terms.find(v, code)
            )
            records.tell(None, None, (), "form_from_title", "info", form=label)


def _proposed(records: "Records") -> None:
    """A list of proposals, by its title or the heading of its forms, and without a decision."""
    columns = records.of("form", "title", "form_mark", "title_mark")
    heading = fold(columns[0].heading) if columns else ""
    said = records.table.titles.proposed or bool(PROPOSED.search(heading))
    decided = any(records.values.get("decision_number") or ())
    if said and records.rows and not decided and not any(records.values.get("status") or ()):
        records.values["status"] = ["proposed"] * len(records.rows)
        records.tell(None, None, (), "taken_as_proposed", "warn")


def _act_of_honours(records: "Records") -> None:
    """A list that names no act commends (DESIGN section 4); the clerk is asked before the title."""
    _form_of_title(records)
    _proposed(records)
    default = records.hints.act or records.table.titles.act or _ACTS_BY_DEFAULT
    acts = records.values.get("act") or [None] * len(records.rows)
    if default not in (_ACTS_BY_DEFAULT, records.hints.act) and not all(acts):
        label = records.lookup.terms.label("act", default, "vi")
        records.tell(None, None, (), "act_from_title", "info", act=label)
    records.values["act"] = [act or default for act in acts]
    _date_honours(records)


def _date_honours(records: "Records") -> None:
    """A day without a decision is the honour's own; else the year that heads or fills a column."""
    values = records.values
    days = list(values.get("date") or records.empty())
    signed = values.get("decision_date") or records.empty()
    numbers = values.get("decision_number") or records.empty()
    for position, (day, number) in enumerate(zip(days, numbers, strict=True)):
        days[position] = day or (None if number else signed[position])
    hints, titles = records.hints, records.table.titles
    events = values.get("event") or records.empty()
    if any((*days, *numbers, *events, hints.event, hints.decision)) or not records.rows:
        values["date"] = days
        return
    years = _years_of_honours(records)
    default = hints.year or titles.year
    if default and not hints.year and not all(years):
        records.tell(None, None, (), "year_from_title", "info", year=default)
    given = [year or default for year in years]
    values["date"] = [PartialDate(str(year)) if year else None for year in given]
    if not any(given):
        records.tell(None, None, (), "undated", "warn")


def _years_of_honours(records: "Records") -> list[object]:
    """«Năm», «Năm khen thưởng» date an honour that nothing else does; «Năm thành tích» does not."""
    columns = records.of("achievement_year", "year")
    of_deeds = any("thanh tich" in fold(column.heading) for column in columns)
    years = None if of_deeds else records.values.get("achievement_year")
    contexts = records.contexts
    return [
        year or context.year
        for year, context in zip(years or records.empty(), contexts, strict=True)
    ]


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
            types[position] = _type_in(str(named[position]).casefold()) or "other"
    records.values["type"] = types


def _type_in(name: str) -> str | None:
    if "sơ kết" in name:
        return "interim_review"
    if "tổng kết" in name:
        return "final_review"
    return (
        "praise"
        if any(word in name for word in ("biểu dương", "tuyên dương", "tôn vinh", "vinh danh"))
        else None
    )


def _require(records: "Records", field: str) -> None:
    for position, value in enumerate(records.values.get(field) or [None] * len(records.rows)):
        if value is None and position not in records.blocked:
            records.tell(position, field, records.columns.get(field, ()), f"missing_{field}")


def _require_units(records: "Records") -> None:
    """A model belongs to a unit; an exemplar or an honour without one is recorded, and told."""
    units = records.values.get("unit")
    if units is None and records.register == "exemplars":
        if records.rows:
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
    suspicious = set(filter(names.is_suspicious, texts))
    if not suspicious:
        return
    for position, (name, kind) in enumerate(zip(records.values[field], kinds, strict=True)):
        if kind == "individual" and name in suspicious:
            records.tell(
                position, field, records.columns[field][:1], "suspicious_name", "warn", value=name
            )
