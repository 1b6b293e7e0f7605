"""Random registers as plain values, and the same written into a real register."""

import sqlite3
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from emulation_cli.domain.offices.units import Unit
from emulation_cli.domain.text import comparing_key, fold
from emulation_cli.domain.times.period import Period
from emulation_cli.register.opening.register_file import create
from emulation_cli.register.store import Register

KINDS = ("collective", "individual", "household", "unclassified")


@dataclass
class UnitRow:
    id: int
    code: str | None
    parent_id: int | None
    unit_group: str | None = None


@dataclass
class Exemplar:
    id: int
    kind: str
    unit_id: int | None
    field: str | None
    cancelled: bool
    stages: list[tuple[str, str | None]]  # milestone, date
    gender: str | None = None
    works_directly: int | None = None
    leads: int | None = None
    model_id: int | None = None


@dataclass
class Model:
    id: int
    kind: str
    unit_id: int
    field: str | None
    cancelled: bool
    registrations: list[tuple[str, str | None]]  # date, status; one a year
    milestones: list[tuple[str, str | None, str | None]]  # milestone, date, level


@dataclass
class Event:
    id: int
    type: str
    unit_id: int | None
    date: str | None
    cancelled: bool
    movement_id: int | None = None


@dataclass
class Decision:
    id: int
    date: str | None
    level: str | None
    category: str | None
    cancelled: bool = False


@dataclass
class Honour:
    id: int
    recipient: tuple[str, str]  # as written, and who it is
    kind: str
    unit_id: int | None
    act: str
    form: str | None
    title: str | None
    category: str | None
    decision_id: int | None
    event_id: int | None
    date: str | None
    status: str
    cancelled: bool
    exemplar_id: int | None
    model_id: int | None
    honorific: str | None = None
    amount: int | None = None
    movement_id: int | None = None


@dataclass
class Movement:
    id: int
    unit_id: int | None
    date: str | None
    cancelled: bool


@dataclass
class World:
    units: list[UnitRow]
    exemplars: list[Exemplar]
    models: list[Model]
    events: list[Event]
    decisions: list[Decision]
    honours: list[Honour]
    movements: list[Movement] = field(default_factory=list)


@dataclass
class Question:
    """What a report is asked."""

    period: str
    models_period: str | None
    cut_off: str | None
    unit_id: int | None


# Whole and partial dates, thick at the ends of the periods and cut-offs asked for below.
DATES = (
    "2021", "2022", "2022", "2023", "2023", "2024", "2022-03", "2022-06", "2022-07", "2022-12",
    "2023-03", "2023-10", "2024-02", "2021-12-31", "2022-01-01", "2022-03-14", "2022-03-15",
    "2022-06-30", "2022-07-01", "2022-09-01", "2022-12-31", "2023-01-01", "2023-06-30",
    "2023-08-31", "2023-10-03", "2023-10-04", "2023-10-05", "2023-12-31", "2024-01-01",
)  # fmt: skip
PERIODS = (
    "2022", "2023", "2021-2023", "2022-2023", "Q3/2022", "6 tháng đầu năm 2022", "06/2022",
    "năm học 2022-2023", "15/03/2022-04/10/2023", "15/03/2022-20/03/2022",
    "31/03/2022-01/07/2022",
)  # fmt: skip
CUT_OFFS = (None, None, "2022-06-30", "2022-07-01", "2023-03-01", "2023-10-04")
PEOPLE = (
    ("Nguyễn Văn Hoà", "hoà"), ("NGUYỄN VĂN HÒA", "hoà"), ("Nguyễn Văn Hóa", "hoá"),
    ("Nguyen Van Hoa", "hoa"), ("Trần Thị Đào", "đào"),
)  # fmt: skip

dates = st.sampled_from(DATES)
maybe_dates = st.none() | dates
kinds = st.sampled_from(KINDS)
seldom = st.sampled_from((False, False, False, True))
levels = st.sampled_from((None, "grassroots", "district", "province"))


def one_of_or_none(numbers: list[int]) -> st.SearchStrategy[int | None]:
    return st.sampled_from([None, *numbers])


_groups = st.sampled_from((None, "Khối xã", "Khối Đảng, đoàn thể"))


@st.composite
def _units(draw: st.DrawFn) -> list[UnitRow]:
    size = draw(st.integers(1, 5))
    parents = [draw(one_of_or_none(list(range(1, number)))) for number in range(1, size + 1)]
    groups = draw(st.just([None] * size) | st.lists(_groups, min_size=size, max_size=size))
    return [
        UnitRow(number, f"CX-{number}" if number % 2 else None, parent, group)
        for number, (parent, group) in enumerate(zip(parents, groups, strict=True), start=1)
    ]


_registrations = st.lists(
    st.tuples(dates, st.sampled_from(("new", "continued", None))),
    max_size=3,
    unique_by=lambda registration: registration[0][:4],
)
_stages = st.lists(
    st.tuples(st.sampled_from(("discovered", "fostered", "multiplied")), maybe_dates),
    max_size=3,
    unique=True,
)
_milestones = st.lists(
    st.one_of(
        st.tuples(st.just("recognised"), maybe_dates, levels),
        st.tuples(st.sampled_from(("replicated", "appraised", "stopped")), maybe_dates, st.none()),
    ),
    max_size=3,
    unique=True,
)


def _numbered(record: type, size: int, /, **parts: Any) -> st.SearchStrategy[list[Any]]:
    """Up to `size` records, their ids counting from 1."""
    rows = st.lists(st.fixed_dictionaries(parts), max_size=size)
    return rows.map(lambda found: [record(id=n, **row) for n, row in enumerate(found, start=1)])


@st.composite
def worlds(draw: st.DrawFn) -> World:
    """A register with units, records of every kind, and honours that may belong to them."""
    units = draw(_units())
    numbers = [unit.id for unit in units]
    own, any_unit = st.sampled_from(numbers), one_of_or_none(numbers)
    models = draw(_numbered(
        Model, 5, kind=kinds, unit_id=own, field=st.sampled_from((None, "KT", "HTCT")),
        cancelled=seldom, registrations=_registrations, milestones=_milestones,
    ))  # fmt: skip
    exemplars = draw(_numbered(
        Exemplar, 5, kind=kinds, unit_id=any_unit, field=st.sampled_from((None, "kinh-te", "y-te")),
        cancelled=seldom, stages=_stages, gender=st.sampled_from((None, "female", "male")),
        works_directly=st.sampled_from((None, 0, 1)), leads=st.sampled_from((None, 0, 1)),
        model_id=one_of_or_none([one.id for one in models]),
    ))  # fmt: skip
    movements = draw(_numbered(
        Movement, 3, unit_id=any_unit, date=maybe_dates, cancelled=seldom,
    ))  # fmt: skip
    events = draw(_numbered(
        Event, 4, type=st.sampled_from(("final_review", "praise")), unit_id=any_unit,
        date=maybe_dates, cancelled=seldom,
        movement_id=one_of_or_none([one.id for one in movements]),
    ))  # fmt: skip
    decisions = draw(_numbered(
        Decision, 3, date=maybe_dates, level=levels, category=st.sampled_from((None, "dot-xuat")),
        cancelled=seldom,
    ))  # fmt: skip
    links = st.one_of(
        st.just((None, None)),
        one_of_or_none([one.id for one in exemplars]).map(lambda number: (number, None)),
        one_of_or_none([one.id for one in models]).map(lambda number: (None, number)),
    )
    honours = draw(_numbered(
        dict, 8, recipient=st.sampled_from(PEOPLE), kind=kinds, unit_id=any_unit,
        act=st.sampled_from(("praise", "honour", "commend")),
        form=st.sampled_from((None, "giay-khen")), title=st.sampled_from((None, "co-thi-dua")),
        category=st.sampled_from((None, "cong-trang")),
        decision_id=one_of_or_none([one.id for one in decisions]),
        event_id=one_of_or_none([one.id for one in events]), date=maybe_dates,
        status=st.sampled_from(("awarded", "awarded", "proposed")), cancelled=seldom, link=links,
        honorific=st.sampled_from((None, "Bà", "ông", "Đồng chí")),
        amount=st.sampled_from((None, 0, 350_000, 1_200_000)),
        movement_id=one_of_or_none([one.id for one in movements]),
    ))  # fmt: skip
    awarded = [_honour(**one) for one in honours]
    return World(units, exemplars, models, events, decisions, awarded, movements)


def _honour(link: tuple[int | None, int | None], **parts: Any) -> Honour:
    return Honour(exemplar_id=link[0], model_id=link[1], **parts)


@st.composite
def questions(draw: st.DrawFn, world: World) -> Question:
    periods = st.sampled_from(PERIODS)
    return Question(
        draw(periods),
        draw(st.none() | periods),
        draw(st.sampled_from(CUT_OFFS)),
        draw(one_of_or_none([unit.id for unit in world.units])),
    )


class Bench:
    """Registers in memory, all copies of one empty register that the program made."""

    def __init__(self, path: Path) -> None:
        with create(path, unit_name="Huyện Cẩm Xuyên", language="vi") as register:
            # Who wrote what is not what is counted, and the log would make it slow.
            sql = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
            for row in register.rows(sql):
                register.connection.execute(f"DROP TRIGGER {row['name']}")
            register.connection.execute("DELETE FROM movement")  # worlds have their own
            self._empty = register.connection.serialize()

    def register(self, world: World) -> Register:
        """A register that holds this world; to be closed."""
        connection = sqlite3.connect(":memory:", isolation_level=None)
        connection.deserialize(self._empty)
        connection.execute("PRAGMA foreign_keys = ON")
        register = Register(Path("memory"), connection)
        for table, row in rows_of(world):
            register.insert(table, row)
        connection.execute(_PROPOSALS)
        return register


# What was proposed has its proposal, of the same day.
_PROPOSALS = (
    "INSERT INTO proposal (honour_id, date) SELECT honour.id, honours.date"
    " FROM honour JOIN honours USING (id) WHERE honour.status = 'proposed'"
)


def rows_of(world: World) -> Any:
    """The rows of the tables, parents first."""
    for unit in world.units:
        name = f"Xã {unit.id}"
        keys = {"name_key": fold(name), "place_key": str(unit.id)}
        yield "unit", {**asdict(unit), "name": name, "type": "commune", **keys}
    for model in world.models:
        yield "model", _named(model, f"Mô hình {model.id}")
        for day, status in model.registrations:
            yield "registration", {"model_id": model.id, "date": day, "status": status}
        for milestone, day, level in model.milestones:
            row = {"milestone": milestone, "date": day, "level": level}
            yield "model_milestone", {"model_id": model.id, **row}
    yield from _rows_of_exemplars(world)
    for movement in world.movements:
        yield "movement", _named(movement, f"Phong trào {movement.id}")
    for event in world.events:
        yield "event", _named(event, f"Hội nghị {event.id}")
    for decision in world.decisions:
        number = {"number": f"{decision.id}/QĐ", "number_key": f"{decision.id}/qđ"}
        yield "decision", _cancelled(asdict(decision)) | number
    for honour in world.honours:
        row = _named(honour, honour.recipient[0], column="recipient")
        yield "honour", {name: row[name] for name in row.keys() - {"exemplar_id", "model_id"}}
    yield from _subjects(world)


def who(honour: Honour) -> tuple[Any, ...]:
    """One recipient: the record it belongs to, else the name, unit and kind."""
    if honour.exemplar_id or honour.model_id:
        return honour.exemplar_id, honour.model_id
    return honour.recipient[1], honour.unit_id, honour.kind


def _subjects(world: World) -> Any:
    """Who is one with whom, as the world says and no law; each record keeps its own kind."""
    genders = {f"X{one.id}": one.gender for one in world.exemplars}
    named: dict[tuple[Any, ...], str] = {}
    members: dict[str, list[int]] = {}
    for honour in world.honours:
        own = f"H{honour.id}"
        if honour.exemplar_id or honour.model_id:
            own = f"X{honour.exemplar_id}" if honour.exemplar_id else f"M{honour.model_id}"
        members.setdefault(named.setdefault(who(honour), own), []).append(honour.id)
    for subject, numbers in members.items():
        known = {"subject": subject, "gender": genders.get(subject)}
        if subject[0] != "H":
            record = {"noun": subject[0], "record_id": int(subject[1:]), "turn": 0}
            yield "subject_record", known | record
        # A turn of an honour says that it is repeated: a world tells of each once.
        for number in numbers:
            yield "subject_record", known | {"noun": "H", "record_id": number, "turn": None}


def _rows_of_exemplars(world: World) -> Any:
    for exemplar in world.exemplars:
        yield "exemplar", _named(exemplar, f"Người {exemplar.id}")
        for stage, day in exemplar.stages:
            row = {"exemplar_id": exemplar.id, "milestone": stage, "date": day}
            yield "exemplar_milestone", row


def _named(record: Any, name: str, column: str = "name") -> dict[str, Any]:
    row = {field.name: getattr(record, field.name) for field in fields(record)}
    for name_of_list in ("stages", "registrations", "milestones"):
        row.pop(name_of_list, None)
    return _cancelled(row) | {
        column: name,
        "name_key": fold(name),
        "comparing_key": comparing_key(name),
    }


def _cancelled(row: dict[str, Any]) -> dict[str, Any]:
    if row.pop("cancelled"):
        row |= {"cancelled_on": "2024-01-02", "cancelled_reason": "nhập nhầm"}
    return row


def asked(register: Register, question: Question) -> tuple[Period, Period, tuple[Unit, ...]]:
    """The typed values of a question: the period, that of the models, the units."""
    period = Period.parse(question.period)
    within = (register.unit(question.unit_id),) if question.unit_id else ()
    return period, Period.parse(question.models_period or question.period), within
