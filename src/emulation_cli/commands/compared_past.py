"""`report` on the register as it once was, and what made the figures differ since."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, NamedTuple

from emulation_cli import words
from emulation_cli.commands.frame.desk import tell
from emulation_cli.commands.frame.json_answers import write_answer
from emulation_cli.commands.frame.narration import most, put_sentences
from emulation_cli.documents.figure_lines import FigureLine, figure_lines
from emulation_cli.domain.errors import EmulError, Refused
from emulation_cli.domain.text import safe
from emulation_cli.domain.times.partial_date import PartialDate
from emulation_cli.register import keeping
from emulation_cli.register.log.past_states import Past, change_on, changes_between, last, past
from emulation_cli.register.store import Register
from emulation_cli.tallies.measures.figures import ReportFigures, ReportRequest
from emulation_cli.tallies.measures.period_figures import figures

# Changes that one line of a comparison names; the rest are counted.
NAMED = 8


class Key(NamedTuple):
    """What a figure is, without its words: they may have changed since."""

    section: str
    breakdown: str
    code: str
    measure: str


Figures = Mapping[Key, FigureLine]


def by_key(rows: Iterable[FigureLine]) -> Figures:
    return {Key(row.section, row.breakdown, row.code, row.measure): row for row in rows}


def at_change(register: Register, day: str | None) -> int:
    """The change that a report `--as-recorded` shows, else the last one."""
    return last(register) if day is None else change_on(register, day)


@contextmanager
def rewound(register: Register, change: int) -> Iterator[None]:
    """Inside, the register is as it was after a change."""
    if change == last(register):
        yield
        return
    with past(register) as way:
        way.go_back_to(change)
        yield


def keep(register: Register, name: str, made: ReportFigures, change: int) -> None:
    """Keep the figures of a report, as they stood after a change, under its number."""
    rows = [list(row) for row in figure_lines(made)]
    keeping.keep(register, keeping.Kept(name, change, _asked(made.request), rows))
    tell("history.kept", name=safe(name))


def _asked(request: ReportRequest) -> dict[str, Any]:
    return {
        "period": request.period.text,
        "sections": {name: period.text for name, period in request.section_periods.items()},
        "cut_off": request.cut_off,
        "unit": " --unit ".join(f"U{unit.id}" for unit in request.within) or None,
        "units": request.units,
    }


def compare(
    register: Register, request: ReportRequest, newer: int, against: str, *, json: bool
) -> None:
    """Write every figure that differs from another day's or a kept report, and why it does."""
    day = _day(against)
    kept = None if day else keeping.kept(register, against)
    if kept and kept.request != _asked(request):
        raise Refused("history.kept_otherwise", name=safe(kept.name), **_told(kept.request))
    older = kept.change if kept else change_on(register, day or "")
    if older > newer:
        older, newer = newer, older
    old, new, reasons = _walk(register, request, older, newer)
    if kept:
        old = by_key(FigureLine(*row) for row in kept.figures)
    differing = [key for key in {**old, **new} if _value(old, key) != _value(new, key)]
    if json:
        lines = [_as_json(key, old, new, reasons[key]) for key in differing]
        write_answer(older=f"C{older}", newer=f"C{newer}", differing=lines)
    else:
        for key in differing:
            put_sentences(_line(key, old, new, reasons[key]))
    tell("history.differing", count=words.number(len(differing)), older=older, newer=newer)


def _day(text: str) -> str | None:
    """The day that is meant; None: the name of a kept report."""
    try:
        date = PartialDate.parse(text)
    except EmulError:
        return None
    return date.last


def _told(request: Mapping[str, Any]) -> dict[str, str]:
    words_ = [str(request.get("period"))]
    sections: Mapping[str, str] = request.get("sections") or {}
    words_ += [f"--{name} {period}" for name, period in sections.items()]
    options = {"--cut-off": "cut_off", "--unit": "unit", "--units": "units"}
    words_ += [f"{option} {request[name]}" for option, name in options.items() if request.get(name)]
    return {"request": safe(" ".join(words_))}


def _walk(
    register: Register, request: ReportRequest, older: int, newer: int
) -> tuple[Figures, Figures, dict[Key, list[int]]]:
    """Go back change by change, and note which figures each of them moved."""
    reasons: dict[Key, list[int]] = defaultdict(list)
    with past(register) as way:
        way.go_back_to(newer)
        new = later = by_key(figure_lines(figures(register, request)))
        for change in changes_between(register, older, newer):
            earlier = _before(way, request, change)
            for key in {**earlier, **later}:
                if _value(earlier, key) != _value(later, key):
                    reasons[key].append(change)
            later = earlier
    return later, new, reasons


def _before(way: Past, request: ReportRequest, change: int) -> Figures:
    way.go_back_to(change - 1)
    return by_key(figure_lines(figures(way.register, request)))


def _value(side: Figures, key: Key) -> int:
    return side[key].value if key in side else 0


def _as_json(key: Key, old: Figures, new: Figures, changes: list[int]) -> dict[str, Any]:
    row = new.get(key) or old[key]
    values = {"earlier": _value(old, key), "value": _value(new, key)}
    return {**key._asdict(), "label": row.label, **values, "changes": [f"C{n}" for n in changes]}


def _line(key: Key, old: Figures, new: Figures, changes: list[int]) -> str:
    row = new.get(key) or old[key]
    section = words.say(f"report.section.{key.section}")
    table = f"report.table.{key.breakdown}"
    breakdown = words.say(table) if words.known(table) else key.breakdown
    parts = (section, breakdown, row.label, key.measure)
    named = ", ".join(f"C{change}" for change in changes[: most(NAMED)])
    more = " …" if most(NAMED) and len(changes) > NAMED else ""
    before, after = words.number(_value(old, key)), words.number(_value(new, key))
    return f"{' · '.join(map(safe, filter(None, parts)))}\t{before} → {after}\t{named}{more}"
