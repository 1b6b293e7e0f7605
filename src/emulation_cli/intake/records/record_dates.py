"""When what is listed happened: by its columns, its sections, the clerk's word, the titles."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from emulation_cli.domain.text import clean, fold
from emulation_cli.domain.times.partial_date import PartialDate
from emulation_cli.intake import oddities
from emulation_cli.intake.grid import filled
from emulation_cli.intake.headings.heading_grammar import parse
from emulation_cli.intake.headings.years_in_headings import state_of
from emulation_cli.intake.model import Record, own_id

if TYPE_CHECKING:
    from emulation_cli.intake.headings.rounds import Round
    from emulation_cli.intake.records.record_rows import Records

STAGES = ("discovered", "fostered", "multiplied")
# What is told of a stage of models, which its date keeps.
_OF_STAGES = {"recognised_level": "recognised", "replicated_unit": "replicated"}
# What dates a row of a model: a registration, or a milestone alone.
_DATED = ("year", "appraised", "recognised", "replicated", "stopped")


def date_exemplars(records: "Records") -> None:
    """A stage column names the milestone of the date; else the clerk's year may date it."""
    values, contexts = records.values, records.contexts
    if stages := values.pop("stage", None):
        _move_dates(records, stages)
    if found := [values[name] for name in STAGES if name in values]:
        _tell_undated(records, *found)
        return
    stage, default = "discovered", records.hints.year
    titles, open_ = records.table.titles, not all(context.year for context in contexts)
    if default is None and (titles.stage or titles.years) and open_:
        stage, default = titles.stage or stage, year_of_titles(records)
    years = [context.year or default for context in contexts]
    if any(years):
        values[stage] = [PartialDate(str(year)) if year else None for year in years]
    elif records.rows and not titles.years:
        records.tell(None, None, (), "undated", "warn")


def _tell_undated(records: "Records", *dates: Sequence[object]) -> None:
    """Some of many are without a date: they are recorded, and will be counted in no period."""
    rows = [not any(row) for row in zip(*dates, strict=True)]
    missing = sum(p not in records.blocked for p, undated in enumerate(rows) if undated)
    if missing:
        records.tell(None, "date", (), "undated_rows", "info", count=missing)


def _move_dates(records: "Records", stages: list[object]) -> None:
    """A date without a stage of its own is that of the stage named; no other date gives way."""
    values = records.values
    if "discovered" not in values or records.of("discovered"):
        return
    days = values.pop("discovered")
    for milestone in STAGES:
        own = values.get(milestone) or records.empty()
        values[milestone] = [
            one or (day if (stage or "discovered") == milestone else None)
            for one, stage, day in zip(own, stages, days, strict=True)
        ]


def _drop_undated(records: "Records") -> None:
    """«Cấp công nhận», «Đơn vị nhân rộng» are kept with the date of their stage, and told without.

    Where no row has one the column is named among those of which nothing is kept.
    """
    for field, stage in _OF_STAGES.items():
        parts = records.values.get(field) or records.empty()
        days = records.values.get(stage) or records.empty()
        said = [p for p, part in enumerate(parts) if part and p not in records.blocked]
        lost = [position for position in said if not days[position]]
        if lost and len(lost) == len(said):
            records.columns.pop(field, None)
        elif lost:
            places = records.columns.get(field, ())
            named = (c.heading for c in records.table.header.columns if c.number in places)
            values = {"heading": clean(next(named, "")), "first": records.rows[lost[0]] + 1}
            records.tell(None, field, (), "stage_undated", "warn", count=len(lost), **values)


def date_models(records: "Records") -> None:
    _drop_undated(records)
    values, contexts = records.values, records.contexts
    if "year_mark" in records.table.header.by_concept:
        return
    default = records.hints.year
    if "year" not in values and not default and not all(context.year for context in contexts):
        default = year_of_titles(records)
    years = values.get("year") or [None] * len(contexts)
    values["year"] = [
        year or context.year or default for year, context in zip(years, contexts, strict=True)
    ]
    if "status" not in values and any(state_of(c.path[-1]) for c in records.of("year")):
        values["status"] = _states_by_column(records)
    elif "status" not in values and records.table.titles.status and not _begun(records):
        values["status"] = [records.table.titles.status] * len(records.rows)
        label = records.lookup.terms.label("registration_status", records.table.titles.status, "vi")
        records.tell(None, None, (), "status_from_title", "info", status=label)
    if any(context.recognised for context in contexts):
        own = values.get("recognised") or records.empty()
        values["recognised"] = [
            day or (PartialDate(str(year)) if context.recognised and year else None)
            for day, context, year in zip(own, contexts, values["year"], strict=True)
        ]
    _stop_models(records)
    dated = zip(*(values.get(name) or records.empty() for name in _DATED), strict=True)
    for position, days in enumerate(dated):
        known = own_id(records.register, records.source[position])
        if not any(days) and not known and position not in records.blocked:
            records.tell(position, "year", records.columns.get("year", ()), "missing_year")


def _begun(records: "Records") -> bool:
    """«Thực hiện từ năm»: the year of a beginning, of which «đang duy trì» above says nothing."""
    return not records.rows or any("MAKE" in parse(c.path[-1]).parts for c in records.of("year"))


def _states_by_column(records: "Records") -> list[object]:
    """The state of each row's year: that of the column in which it stands."""
    columns = records.of("year")
    filled_in = zip(*(records.column(c.number) for c in columns), strict=True)
    told = [next((n for n, cell in enumerate(row) if filled(cell)), None) for row in filled_in]
    return [None if n is None else state_of(columns[n].path[-1]) for n in told]


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
    if columns:
        builder.remember("year", columns)
    if not columns:
        yield from by_listed_year(builder, records)
        return
    memo = builder.readers.memo("status", ())
    for position, record in enumerate(records):
        marked = [c for c in columns if filled(oddities.cell_of(builder, position, c.number))]
        if not marked and position not in builder.blocked:
            builder.tell(position, "year", [c.number for c in columns], "missing_year")
        for column in marked:
            status = memo[oddities.cell_of(builder, position, column.number)]
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


def date_honours(records: "Records") -> None:
    """A day without a decision is the honour's own; else the year that heads or fills a column."""
    values = records.values
    days = list(values.get("date") or records.empty())
    signed = values.get("decision_date") or records.empty()
    numbers = values.get("decision_number") or records.empty()
    for position, (day, number) in enumerate(zip(days, numbers, strict=True)):
        days[position] = day or (None if number else signed[position])
    hints, titles = records.hints, records.table.titles
    events = values.get("event") or records.empty()
    if titles.submitted and "proposed" in (values.get("status") or ()):
        submitted = PartialDate(titles.submitted)
        days = [day or submitted for day in days]
    if any((*days, *numbers, *events, hints.event, hints.decision)) or not records.rows:
        values["date"] = days
        if not (hints.event or hints.decision):
            _tell_undated(records, days, numbers, events)
        return
    if marked := records.of("year_mark"):
        records.remember("date", marked)
    years = _years_of_honours(records)
    default = hints.year or titles.round or (None if all(years) else year_of_titles(records))
    given = [
        _of_round(context.round, year or default) or year or default
        for context, year in zip(records.contexts, years, strict=True)
    ]
    values["date"] = [PartialDate(str(year)) if year else None for year in given]
    if not any(given):
        records.tell(None, None, (), "undated", "warn")


def _of_round(round_: "Round | None", when: object) -> str | None:
    """The day of the round that a section names; its year may be what dates the list."""
    return round_ and round_.date(int(str(when)[:4]) if when else None)


def year_of_titles(records: "Records") -> int | None:
    """The year that the titles give, and told; several are a question (DESIGN section 6)."""
    titles = records.table.titles
    if titles.year:
        records.tell(None, None, (), "year_from_title", "info", year=titles.year)
    elif titles.school_year:
        records.tell(None, None, (), "school_year_from_title", "warn", year=titles.school_year)
    elif titles.years:
        years = ", ".join(map(str, titles.years))
        records.tell(None, None, (), "two_years", years=years, first=titles.years[-1])
    return titles.year or titles.school_year


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
