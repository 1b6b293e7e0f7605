"""The sections of the report, each as what it counts: the numbers, of which list, of which rows.

A section adds its words (documents/sections) and its sentences (words/); nothing else knows it.
"""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any, Literal, NamedTuple

from emulation_cli.domain.catalogue.conference_fields import TARGETS
from emulation_cli.tallies.row_lists.list_requests import ANY, Value

KINDS = ("collective", "individual", "household", "unclassified")
STAGES = ("discovered", "fostered", "multiplied")
LEVELS = ("grassroots", "district", "province", "ministry", "state")
ACTS = ("praise", "honour", "commend")
SHARES = ("female", "works_directly", "leads")
_NOTHING: Mapping[str, Any] = MappingProxyType({})


class Measure(NamedTuple):
    """A number: of its section's list, or of one that differs in `changes`, the rows with `values`.

    `distinct` counts those who were honoured and not how often; `adds` names a column that is
    added up. A `seldom` one is a column of a table only where there are any, one `beside` another
    only where there are any of that.
    """

    name: str
    values: tuple[Value, ...] = ()
    changes: Mapping[str, Any] = _NOTHING
    code: str | None = None
    distinct: bool = False
    seldom: bool = False
    adds: str = ""
    beside: str = ""


class Breakdown(NamedTuple):
    """A key of a section's JSON: one number, a map of some, or rows by a dimension.

    `labels` names the words for the codes of a map. Rows that are `added` have a total; `every`
    has the terms of which there are none; `nests` puts the kinds into a map of their own. `own`
    rows are those of the section's own list, whatever other lists are counted beside.
    """

    name: str
    measures: tuple[Measure, ...]
    shape: Literal["number", "map", "nested", "rows"] = "number"
    by: str = ""
    labels: str = ""
    added: bool = True
    every: bool = False
    nests: bool = False
    dated: bool = False
    own: bool = False


class Specification(NamedTuple):
    """A section: its code, the noun that it counts, its numbers in the order of its JSON.

    An `optional` one has no place in a document while it has nothing to say.
    """

    code: str
    noun: str
    parts: tuple[Breakdown, ...]
    subjects: str | None = None  # the headline that counts subjects, some of whom may be one
    optional: bool = False


def _number(name: str, *values: Value, **changes: Any) -> Breakdown:
    return Breakdown(name, (Measure(name, values, changes),))


def _map(name: str, labels: str, measures: Iterable[Measure]) -> Breakdown:
    return Breakdown(name, tuple(measures), "map", labels=labels)


def _rows(by: str, *measures: Measure, name: str = "", **more: Any) -> Breakdown:
    return Breakdown(name or f"by_{by}", measures, "rows", by, **more)


def _funnel(first: tuple[Value, ...], start: str, *steps: str) -> Breakdown:
    """From what came into the period to what came of it; each step is of those of the first."""
    further = (Measure("total", (*first, (step, 1)), code=step) for step in steps)
    return _map("funnel", "step", (Measure("total", first, code=start), *further))


# What each share asks of an individual, and the values that mean yes, no and not known.
_ASKED: Mapping[str, tuple[str, tuple[Any, ...]]] = {
    "female": ("gender", ("female", "male", None)),
    "works_directly": ("works_directly", (1, 0, None)),
    "leads": ("leads", (1, 0, None)),
}
_ANSWERS = ("yes", "no", "unknown")


def _shares(*of: Value) -> Iterable[Measure]:
    """Of the individuals, of one act where one is named: yes, no and not known."""
    within = (*of, ("kind", "individual"))
    for share, (name, answers) in _ASKED.items():
        code = ".".join([*(code for _, code in of), share])
        yield Measure("individuals", within, code=code)
        for answer, value in zip(_ANSWERS, answers, strict=True):
            yield Measure(answer, (*within, (name, value)), code=code)


_OF_KINDS = tuple(
    Measure(kind, (("kind", kind),), seldom=kind in ("household", "unclassified")) for kind in KINDS
)
_KINDS = _map("kinds", "kind", (Measure("total", one.values, code=one.name) for one in _OF_KINDS))
_COUNTED = (Measure("total"), *_OF_KINDS)
# Rule 3: what could not be placed, and what may have ended after the cut-off day.
_UNCERTAIN = (
    _number("not_placed", show="not_placed"),
    _number("open_at_cut_off", show="at_cut_off"),
)
_BY_GROUP = _rows("unit_group", *_COUNTED, name="by_group")

EXEMPLARS = Specification(
    "exemplars",
    "exemplars",
    (
        _number("total"),
        _KINDS,
        _number("grown", ("grown", 1)),
        _map(
            "milestones", "milestone", (Measure("total", ((one, 1),), code=one) for one in STAGES)
        ),
        _rows("field", *_COUNTED),
        _rows("unit", *_COUNTED),
        _rows("year", *_COUNTED),
        *_UNCERTAIN,
        _funnel((("discovered", 1),), "discovered", "fostered", "honoured", "multiplied"),
        Breakdown("shares", tuple(_shares()), "nested", labels="share"),
        _BY_GROUP,
    ),
    subjects="total",
)

_STATUSES = {"new": "new", "continued": "continued", "unstated": None}
_REGISTRATIONS = {"registrations": True}
_OF_STATUS = tuple(
    Measure(name, (("status", code),), _REGISTRATIONS, seldom=True)
    for name, code in _STATUSES.items()
)
MODELS = Specification(
    "models",
    "models",
    (
        _number("total"),
        _number("registrations", registrations=True),
        *(Breakdown(one.name, (one,)) for one in _OF_STATUS),
        _KINDS,
        _map(
            "recognised",
            "level",
            (
                Measure("total", (), {"milestone": "recognised", "filters": (("level", one),)}, one)
                for one in LEVELS
            ),
        ),
        _number("replicated", milestone="replicated"),
        _rows("field", *_COUNTED),
        _rows("unit", *_COUNTED),
        _rows("year", Measure("total", (), _REGISTRATIONS), *_OF_STATUS),
        *_UNCERTAIN,
        _funnel((), "registered", "recognised", "honoured", "replicated"),
        _BY_GROUP,
    ),
    subjects="total",
)

EVENTS = Specification(
    "events", "events", (_number("total"), _rows("type", Measure("total")), *_UNCERTAIN)
)

# Money, and beside it how many honours do not say how much.
_MONEY = (
    Measure("amount", (("amount_known", 1),), adds="amount", seldom=True),
    Measure("amount_unknown", (("amount_known", 0),), beside="amount"),
)
_AWARDS = (Measure("instances"), Measure("recipients", distinct=True), *_OF_KINDS, *_MONEY)
_BELONGING = tuple(
    Measure(name, (("of", name),), seldom=name == "other")
    for name in ("exemplars", "models", "other")
)
HONOURS = Specification(
    "honours",
    "honours",
    (
        _number("instances"),
        Breakdown("recipients", (Measure("recipients", distinct=True),)),
        _KINDS,
        # Acts are reported apart and never added (rule 6); conferences mix them.
        _rows("act", *_AWARDS, added=False, every=True, nests=True),
        _rows(
            "event_id", Measure("instances"), *_BELONGING, name="by_event", added=False, dated=True
        ),
        *(
            _rows(name, *_AWARDS, nests=True)
            for name in ("form", "class", "title", "category", "level", "body", "system", "unit")
        ),
        *(Breakdown(one.name, (one,)) for one in _MONEY),
        _number("decision_cancelled", ("decision_cancelled", 1)),
        _number("proposed", noun="proposals"),
        _number("cancelled", show="cancelled"),
        *_UNCERTAIN,
        Breakdown(
            "shares", tuple(one for act in ACTS for one in _shares(("act", act))), "nested",
            labels="share",
        ),
        _rows("unit_group", *_AWARDS, name="by_group", nests=True),
    ),
    subjects="recipients",
)  # fmt: skip

_OF_MOVEMENTS = (("movement_id", ANY),)
_REVIEWS: Mapping[str, Any] = {"noun": "events", "filters": _OF_MOVEMENTS}
_HONOURED: Mapping[str, Any] = {"noun": "honours", "filters": _OF_MOVEMENTS}
_IN_MOVEMENTS = Measure("instances", (), _HONOURED)
MOVEMENTS = Specification(
    "movements",
    "movements",
    (
        _number("total"),
        _number("reviews", **_REVIEWS),
        _rows("act", _IN_MOVEMENTS, added=False, every=True),
        # A movement goes on for years: launched now, or reviewed and honoured now.
        _rows(
            "movement_id",
            Measure("launched"), Measure("reviews", (), _REVIEWS), _IN_MOVEMENTS,
            name="by_movement", added=False,
        ),
        _rows(
            "event_id",
            Measure("reviews", (), _REVIEWS), _IN_MOVEMENTS,
            *(one._replace(changes=_HONOURED) for one in _BELONGING),
            name="by_event", added=False, dated=True,
        ),
        *_UNCERTAIN,
    ),
    optional=True,
)  # fmt: skip

# What became of what was proposed in the period, whenever it was decided.
_FATES = (
    Measure("total"),
    Measure("passed", (("passed", 1),)),
    Measure("awarded", (("awarded", 1),)),
    *(Measure(one, (("outcome", one),), seldom=True) for one in ("not_passed", "returned", "open")),
)
PROPOSALS = Specification(
    "proposals",
    "proposals",
    (
        *(Breakdown(one.name, (one,)) for one in _FATES),
        _KINDS,
        *(_rows(name, *_FATES) for name in ("form", "title", "unit")),
        *_UNCERTAIN,
    ),
    optional=True,
)

PUBLICATIONS = Specification(
    "publications",
    "publications",
    (
        _number("total"),
        _rows("type", Measure("total"), name="by_publication_type"),
        *(_rows(name, Measure("total")) for name in ("unit", "year")),
        *_UNCERTAIN,
    ),
    optional=True,
)


def _held_against(target: str) -> tuple[Measure, Measure]:
    """What units are to reach, and what they reached: counted as the other sections count it."""
    noun, step = TARGETS[target]
    narrowed = {"registrations": True} if step == "registered" else {"milestone": step}
    told = Measure(target, (("measure", target),), adds="value", seldom=True)
    return told, Measure(f"{target}_reached", (), {"noun": noun, **narrowed}, beside=target)


_TARGETED = tuple(one for target in TARGETS for one in _held_against(target))
_BY_TARGETED_UNIT = _rows("unit", *_TARGETED, added=False, own=True)
TARGETS_OF_YEARS = Specification(
    "targets", "targets", (_number("total"), _BY_TARGETED_UNIT, *_UNCERTAIN), optional=True
)

SPECIFICATIONS = (
    EXEMPLARS, MODELS, EVENTS, HONOURS, MOVEMENTS, PROPOSALS, PUBLICATIONS, TARGETS_OF_YEARS,
)  # fmt: skip
SECTIONS = tuple(one.code for one in SPECIFICATIONS)
