"""Reports and lists made up for the renderers: a usual one, an empty one, an odd one."""

import io
from collections.abc import Callable
from typing import Any, NamedTuple

import pytest

from emulation_cli.documents.links.row_list import RowList, in_order
from emulation_cli.documents.links.rows_behind import Behind, Opening
from emulation_cli.domain.offices.units import Unit
from emulation_cli.domain.times.period import Period
from emulation_cli.tallies.measures.figures import (
    Counted,
    CountedPart,
    CountedRow,
    ReportFigures,
    ReportRequest,
    SectionFigures,
)
from emulation_cli.tallies.measures.period_figures import list_of
from emulation_cli.tallies.measures.specifications import (
    KINDS,
    LEVELS,
    SHARES,
    SPECIFICATIONS,
    STAGES,
    Breakdown,
    Measure,
)
from emulation_cli.tallies.row_lists.list_requests import Cut, ListRequest, cut
from emulation_cli.tallies.row_lists.listings import Listing

ESCAPE = "\x1b[31m"
RIGHT_TO_LEFT = "\u202e"
ODD_NAMES = (
    "[red]Ngõ xanh[/red] :smile:",
    f"{ESCAPE}Chợ Mới{RIGHT_TO_LEFT} đảo",
    '=cmd|"/c calc"!A1',
    (
        "Câu lạc bộ «Ngân hàng máu sống» liên thôn Đông Tây Nam Bắc phối hợp cùng Đoàn Thanh niên Cộng sản "
        "Hồ Chí Minh và Hội Liên hiệp Phụ nữ các xã, thị trấn | *giai đoạn* `2021` <b>"
    ),
    "Supercalifragilisticexpialidocious" * 3,
)


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def kinds(
    collective: int, individual: int, household: int = 0, unclassified: int = 0
) -> dict[str, int]:
    return dict(zip(KINDS, (collective, individual, household, unclassified), strict=True))


class Row(NamedTuple):
    """A line of a breakdown that is made up: its numbers by measure."""

    code: str | None
    label: str
    numbers: dict[str, int]
    date: str | None = None
    group: str | None = None


Rows = tuple[Row, ...]
FUNNELS = {
    "exemplars": ("discovered", "fostered", "honoured", "multiplied"),
    "models": ("registered", "recognised", "honoured", "replicated"),
}


def section(code: str, request: ReportRequest, values: dict[str, Any]) -> SectionFigures:
    """A section of made-up values, each with the rows that a register would have for it."""
    spec = next(one for one in SPECIFICATIONS if one.code == code)
    whole = list_of(request, code, spec.noun)
    made = {part.name: _part(part, whole, values) for part in spec.parts}
    return SectionFigures(code, request.period_of(code), made, optional=spec.optional)


def _part(part: Breakdown, whole: ListRequest, values: dict[str, Any]) -> CountedPart:
    value = values[part.name]
    if part.shape == "number":
        value = {None: {part.name: value}}
    elif part.shape == "map":
        value = {code: {"total": n} for code, n in value.items()}
    if part.shape != "rows":
        known = {(one.code, one.name): one for one in part.measures}
        rows = (
            CountedRow(
                code,
                "",
                {name: Counted(n, cut_of(whole, known[code, name])) for name, n in numbers.items()},
            )
            for code, numbers in value.items()
        )
        return CountedPart(part, tuple(rows))
    return _breakdown(part, whole, value, values.get("recipients", 0))


def _breakdown(part: Breakdown, whole: ListRequest, value: Rows, recipients: int) -> CountedPart:
    known = {one.name: one for one in part.measures}
    held = dict.fromkeys(measure for row in value for measure in row.numbers) or known
    part = part._replace(
        measures=tuple(known.get(name) or Measure(name, seldom=True) for name in held)
    )
    sums = {name: sum(row.numbers[name] for row in value) for name in held}
    total = {**sums, **({"recipients": recipients} if "recipients" in sums else {})}

    def cells(numbers: dict[str, int], *line: Any) -> dict[str, Counted]:
        of = {one.name: one for one in part.measures}
        return {name: Counted(n, cut_of(whole, of[name], *line)) for name, n in numbers.items()}

    rows = tuple(
        CountedRow(
            row.code, row.label, cells(row.numbers, (part.by, row.code)), row.date, row.group
        )
        for row in value
    )
    return CountedPart(part, rows, cells(total) if part.added else {})


def cut_of(whole: ListRequest, measure: Measure, *line: Any) -> Cut:
    changes = {**measure.changes, **({"recipients": True} if measure.distinct else {})}
    return cut(whole._replace(**changes), (*line, *measure.values))


def counted(code: str | None, label: str, *numbers: int) -> Row:
    by_kind = kinds(*numbers)
    return Row(code, label, {"total": sum(by_kind.values()), **by_kind})


def registered(code: str, label: str, new: int, continued: int = 0, unstated: int = 0) -> Row:
    numbers = {"new": new, "continued": continued, "unstated": unstated}
    return Row(
        code, label, {"total": sum(numbers.values()), **kinds(new, continued + unstated), **numbers}
    )


def honoured(code: str | None, label: str, recipients: int, *numbers: int) -> Row:
    by_kind = kinds(*numbers)
    instances = sum(by_kind.values())
    money = {"amount": 0, "amount_unknown": instances}
    return Row(code, label, {"instances": instances, "recipients": recipients, **by_kind, **money})


def paid(row: Row, amount: int, unknown: int) -> Row:
    """The same honours with money; of so many it is not known how much."""
    return row._replace(numbers=row.numbers | {"amount": amount, "amount_unknown": unknown})


def at_event(code: str, label: str, date: str | None, *linked: int) -> Row:
    numbers = {
        "instances": sum(linked),
        **dict(zip(("exemplars", "models", "other"), linked, strict=True)),
    }
    return Row(code, label, numbers, date)


def share(individuals: int, yes: int, no: int) -> dict[str, int]:
    unknown = individuals - yes - no
    return {"individuals": individuals, "yes": yes, "no": no, "unknown": unknown}


def honoured_shares(*individuals: int) -> dict[str, dict[str, int]]:
    """Of one act nothing is known, of another all, of the third a half."""
    return {
        f"{act}.{name}": share(n, n // 3 * place // 2, n - n // 3 if place == 2 else n // 4 * place)
        for place, (act, n) in enumerate(
            zip(("praise", "honour", "commend"), individuals, strict=True)
        )
        for name in SHARES
    }


def added(rows: Rows) -> dict[str, int]:
    return {kind: sum(row.numbers[kind] for row in rows) for kind in KINDS}


USUAL_EXEMPLARS: Rows = (
    counted("kinh-te", "Phát triển kinh tế", 70, 61),
    counted("an-ninh", "An ninh trật tự", 48, 20),
    counted("giao-duc", "Giáo dục và đào tạo", 40, 37),
    counted("nong-thon-moi", "Xây dựng nông thôn mới", 62, 39),
    counted(None, "", 3, 1),
)
COMMUNES, UNIONS = "Khối xã, thị trấn", "Khối đoàn thể"
USUAL_UNITS: Rows = (
    counted("CX-01", "Xã Cẩm Duệ", 101, 70)._replace(group=COMMUNES),
    counted("CX-02", "Thị trấn Cẩm Xuyên", 82, 60)._replace(group=COMMUNES),
    counted("U7", "Huyện đoàn Cẩm Xuyên", 40, 28)._replace(group=UNIONS),
)
USUAL_GROUPS: Rows = (counted(UNIONS, UNIONS, 40, 28), counted(COMMUNES, COMMUNES, 183, 130))
USUAL_YEARS: Rows = (
    counted("2021", "2021", 60, 50),
    counted("2022", "2022", 83, 58),
    counted("2023", "2023", 80, 50),
)
MODEL_FIELDS: Rows = (
    counted("KT", "Kinh tế", 120, 80),
    counted("VHXH", "Văn hóa - xã hội", 150, 76),
    counted("QPAN", "Quốc phòng - an ninh", 90, 40),
    counted("HTCT", "Xây dựng hệ thống chính trị", 70, 60),
)
MODEL_YEARS: Rows = (
    registered("2018", "2018", 200, 0, 3),
    registered("2019", "2019", 110, 90),
    registered("2020", "2020", 98, 95),
    registered("2021", "2021", 96, 101),
    registered("2022", "2022", 92, 130),
    registered("2023", "2023", 87, 100),
)
ACTS: Rows = (
    honoured("praise", "Biểu dương", 95, 61, 50),
    honoured("honour", "Tôn vinh", 54, 34, 20),
    paid(honoured("commend", "Khen thưởng", 180, 96, 104), 61_200_000, 20),
)
EVENTS: Rows = (
    at_event("E1", "Hội nghị sơ kết phong trào thi đua 6 tháng đầu năm 2022", "2022-07", 12, 3, 5),
    at_event(
        "E2",
        "Hội nghị biểu dương điển hình tiên tiến, mô hình «dân vận khéo»",
        "2023-10-04",
        31,
        23,
        0,
    ),
)


def _exemplars(request: ReportRequest, rows: Rows, **more: object) -> SectionFigures:
    by_kind = added(rows)
    individuals = by_kind["individual"]
    values = {
        "total": sum(by_kind.values()),
        "grown": 12 if rows else 0,
        "kinds": by_kind,
        "milestones": dict(zip(STAGES, (381, 140, 66), strict=True)),
        "by_field": rows,
        "by_unit": USUAL_UNITS,
        "by_year": USUAL_YEARS,
        "not_placed": 7,
        "open_at_cut_off": 0,
        "funnel": dict(zip(FUNNELS["exemplars"], (381, 140, 31, 66), strict=True)),
        "shares": {
            "female": share(individuals, individuals // 3, individuals // 4),
            "works_directly": share(individuals, 0, 0),
            "leads": share(individuals, 22, individuals - 22),
        },
        "by_group": USUAL_GROUPS,
    }
    return section("exemplars", request, values | more)


def _models(request: ReportRequest, **more: object) -> SectionFigures:
    values = {
        "total": 686,
        "registrations": sum(row.numbers["total"] for row in MODEL_YEARS),
        **{
            name: sum(row.numbers[name] for row in MODEL_YEARS)
            for name in ("new", "continued", "unstated")
        },
        "kinds": added(MODEL_FIELDS),
        "recognised": dict(zip(LEVELS, (210, 58, 9, 0, 0), strict=True)),
        "replicated": 41,
        "by_field": MODEL_FIELDS,
        "by_unit": (
            counted("CX-01", "Xã Cẩm Duệ", 230, 156),
            counted("CX-02", "Thị trấn Cẩm Xuyên", 200, 100),
        ),
        "by_year": MODEL_YEARS,
        "not_placed": 0,
        "open_at_cut_off": 12,
        "funnel": dict(zip(FUNNELS["models"], (686, 266, 23, 41), strict=True)),
        "by_group": (),
    }
    return section("models", request, values | more)


def _events(request: ReportRequest, **more: object) -> SectionFigures:
    by_type = (
        Row("interim_review", "Sơ kết", {"total": 12}),
        Row("final_review", "Tổng kết", {"total": 9}),
        Row("praise", "Biểu dương", {"total": 1}),
    )
    values = {
        "total": 22,
        "by_type": by_type,
        "not_placed": 0,
        "open_at_cut_off": 0,
    }
    return section("events", request, values | more)


def _honours(request: ReportRequest, **more: object) -> SectionFigures:
    by_kind = added(ACTS)
    forms = (honoured("giay-khen", "Giấy khen", 178, 95, 101), honoured(None, "", 151, 96, 73))
    values = {
        "instances": sum(by_kind.values()),
        "recipients": 290,
        "kinds": by_kind,
        "by_act": ACTS,
        "by_event": EVENTS,
        "by_form": forms,
        "by_title": (honoured(None, "", 290, 191, 174),),
        "by_category": (honoured("phong-trao", "Phong trào", 290, 191, 174),),
        "by_level": (honoured("district", "Cấp huyện", 290, 191, 174),),
        **dict.fromkeys(("by_class", "by_body", "by_system"), (honoured(None, "", 290, 191, 174),)),
        "by_unit": (
            honoured("CX-01", "Xã Cẩm Duệ", 160, 100, 74)._replace(group=COMMUNES),
            honoured(None, "", 130, 91, 100),
        ),
        "by_group": (
            honoured(COMMUNES, COMMUNES, 160, 100, 74),
            honoured(None, "", 130, 91, 100),
        ),
        "shares": honoured_shares(50, 20, 104),
        "amount": 61_200_000,
        "amount_unknown": 185,
        "decision_cancelled": 0,
        "proposed": 4,
        "cancelled": 2,
        "not_placed": 1,
        "open_at_cut_off": 0,
    }
    return section("honours", request, values | more)


def whole(unit: str, request: ReportRequest, *sections: SectionFigures) -> ReportFigures:
    """A report of these sections; what is optional and not among them says nothing."""
    found = {one.code: one for one in sections}
    for spec in SPECIFICATIONS:
        if spec.code not in found:
            values = {part.name: _nothing(part) for part in spec.parts}
            found[spec.code] = section(spec.code, request, values)
    return ReportFigures(unit, request, found)


def _nothing(part: Breakdown) -> Any:
    if part.shape == "number":
        return 0
    if part.shape == "rows":
        return ()
    return {one.code: 0 for one in part.measures}


def usual_report(language: str = "vi") -> ReportFigures:
    """The reference report in small: two periods, three acts, one conference that matters."""
    period, models = Period.parse("2021-2023"), Period.parse("2018-2023")
    request = ReportRequest(period, {"models": models}, "2023-10-04", language=language)
    return whole(
        "Huyện Cẩm Xuyên",
        request,
        _exemplars(request, USUAL_EXEMPLARS),
        _models(request),
        _events(request),
        _honours(request),
    )


def empty_report(language: str = "vi") -> ReportFigures:
    """A report of a register without a record."""
    period = Period.parse("6 tháng đầu năm 2024")
    none, nothing = (
        kinds(0, 0),
        {"by_field": (), "by_unit": (), "by_year": (), "by_group": (), "not_placed": 0},
    )
    acts = tuple(honoured(row.code, row.label, 0, 0, 0) for row in ACTS)
    breakdowns = (
        "by_event", "by_form", "by_class", "by_title", "by_category", "by_level", "by_body",
        "by_system", "by_unit", "by_group",
    )  # fmt: skip
    counted_so = (
        "instances",
        "recipients",
        "proposed",
        "cancelled",
        "not_placed",
        "amount",
        "amount_unknown",
    )
    zero = dict.fromkeys(counted_so, 0)
    zero_models = dict.fromkeys(
        ("total", "registrations", "new", "continued", "unstated", "replicated"), 0
    )
    request = ReportRequest(period, language=language)
    return whole(
        "Xã Hoa Lư",
        request,
        _exemplars(
            request,
            (),
            **nothing,
            milestones=dict.fromkeys(STAGES, 0),
            funnel=dict.fromkeys(FUNNELS["exemplars"], 0),
            shares=dict.fromkeys(SHARES, share(0, 0, 0)),
        ),
        _models(
            request,
            **nothing,
            **zero_models,
            kinds=none,
            recognised=dict.fromkeys(LEVELS, 0),
            funnel=dict.fromkeys(FUNNELS["models"], 0),
            open_at_cut_off=0,
        ),
        _events(request, total=0, by_type=()),
        _honours(
            request,
            **zero,
            kinds=none,
            by_act=acts,
            shares=honoured_shares(0, 0, 0),
            **dict.fromkeys(breakdowns, ()),
        ),
    )


def _group(units: Rows, name: str) -> Row:
    members = [row.numbers for row in units if row.group == name]
    return Row(name, name, {n: sum(numbers[n] for numbers in members) for n in members[0]})


def odd_report(language: str = "vi") -> ReportFigures:
    """Everything that may break a page: households, unclassified, hostile and endless names."""
    period = Period.parse("01/02/2021 - 04/10/2023")
    rows = tuple(counted(f"f{i}", name, 1000 + i, 5, 3, 1) for i, name in enumerate(ODD_NAMES))
    units = tuple(row._replace(group=ODD_NAMES[i % 2]) for i, row in enumerate(rows))
    groups = tuple(_group(units, name) for name in ODD_NAMES[:2])
    acts = tuple(honoured(row.code, row.label, 5, 1, 2, 153, 4) for row in ACTS)
    unit = Unit(9, '"; rm -rf $HOME `x`', ODD_NAMES[3], "commune")
    few = honoured_shares(2, 2, 2)
    events = tuple(at_event(f"E{i}", name, None, i, 1, 0) for i, name in enumerate(ODD_NAMES))
    request = ReportRequest(period, within=(unit,), language=language)
    return whole(
        f"[bold]{ODD_NAMES[1]}",
        request,
        _exemplars(request, rows, by_unit=units, by_group=groups, by_year=(), open_at_cut_off=1),
        _models(request, by_unit=rows, total=1_234_567),
        _events(request, not_placed=1),
        _honours(request, by_act=acts, kinds=added(acts), by_event=events, by_form=(), shares=few),
    )


MAKERS = {"usual": usual_report, "empty": empty_report, "odd": odd_report}


@pytest.fixture
def reports() -> Callable[[str, str], ReportFigures]:
    """`reports("usual", "vi")`: the figures of a made-up report in a language."""
    return lambda name, language="vi": MAKERS[name](language)


@pytest.fixture(
    params=[(name, language) for name in MAKERS for language in ("vi", "en")], ids="-".join
)
def any_report(request: pytest.FixtureRequest) -> ReportFigures:
    name, language = request.param
    return MAKERS[name](language)


@pytest.fixture
def behind() -> Callable[..., Behind]:
    """`behind(figures, exemplars=rows)`: a document with these rows of one section."""

    def made(figures: ReportFigures, **listings: Listing) -> Behind:
        ((code, found),) = listings.items()
        of = figures.sections[code]
        codes = [(None, row[found.columns.index("kind")]) for row in found.rows]
        rows, lines = in_order(found, zip(found.rows, codes, strict=True), {}, KINDS)
        all_rows = Opening(0, (0, len(rows.rows)))
        kinds = {
            of.counted("kinds", kind).cut: Opening(0, span)
            for kind, span in lines[None].parts.items()
        }
        listed = RowList(code, "", f"emul list {code}", rows, lines)
        return Behind((listed,), {code: 0}, {of.counted("total").cut: all_rows, **kinds})

    return made


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    # A dumb terminal is 80 wide to Rich, whatever COLUMNS says.
    monkeypatch.setenv("TERM", "xterm")
    # An old console of Windows loses a column to Rich.
    monkeypatch.setattr("rich.console.detect_legacy_windows", lambda: False)
    return Terminal()


def exemplar_list(*names: str) -> Listing:
    columns = (
        "id", "name", "kind", "unit", "field", "discovered", "stage", "birth_year", "gender", "position",
        "field_label", "unit_id",
    )  # fmt: skip
    rows = tuple(
        (f"X{i}", name, "individual", "Thị trấn Cẩm Xuyên", "kinh-te", "2022-05", "fostered", 1965, "female",
         "Chi hội trưởng Chi hội Phụ nữ", "Phát triển kinh tế", "U2")
        for i, name in enumerate(names, start=1)
    )  # fmt: skip
    return Listing("exemplars", columns, rows)


@pytest.fixture
def exemplars() -> Listing:
    return exemplar_list("Bùi Thị Mai", "Trần Văn Đức", *ODD_NAMES)


@pytest.fixture
def models() -> Listing:
    columns = ("id", "name", "kind", "unit", "field", "first_registered", "years", "status")
    rows = (
        ("M1", "Ngõ xanh, nhà sạch", "collective", "Xã Cẩm Duệ", "VHXH", "2021", "2021:new 2022:continued 2023:", "continued"),
        ("M2", "Tổ tự quản", "household", "Xã Cẩm Duệ", "QPAN", "2022-03", "2022:new", None),
    )  # fmt: skip
    return Listing("models", columns, rows)
