"""The one rule by which records count in a period (DOMAIN section 3), as SQL conditions.

`report` and `list` both build on these, so that every figure opens to exactly its rows.
All take the parameters of `parameters`: the days of the period and the partial dates that its ends
cut, and for units, :within (JSON); where units answer for others, their :scope (JSON) on the map
of the day.

A partial date is asked as the text that it is, not as its first and last day: SQLite then answers
from an index over `date` alone, without the row. Of all partial dates only the year and the month
of an end of the period can be cut by it.
"""

import json
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import cache

from emulation_cli.domain.offices.units import Unit
from emulation_cli.domain.times.period import Period
from emulation_cli.tallies.measures.answering_units import UnitMap
from emulation_cli.tallies.measures.counted_subjects import (
    FIRST,
    Look,
    alone,
    any_has,
    each,
    leads,
)

# Rule 3: a partial date counts in a period that contains its whole interval. A cut-off leaves
# out what may only have begun to happen after it.
PLACED = (
    "{t}date >= :since AND {t}date <= :last AND {t}date NOT IN (:year_after, :month_after)"
    " AND {t}date <= :cut_off"
)
# What the period cuts, or what has no date, cannot be placed. No date is an interval without end.
NOT_PLACED = (
    "({t}date IS NULL OR {t}date IN (:year_before, :month_before, :year_after, :month_after)"
    " AND {t}date <= :cut_off)"
)
# What is neither, at a glance: most of a long register.
NEAR = "({t}date IS NULL OR {t}date BETWEEN substr(:first, 1, 4) AND :last)"
# Begun by the cut-off, but not known to have ended by it: counted, and said in a note.
OPEN = "{t}date IN (:year_open, :month_open)"
# Figures from papers speak of a period, not of a partial date.
_WITHIN = "r.first_day >= :first AND r.last_day <= :last AND r.first_day <= :cut_off"
_ACROSS = (
    "r.first_day <= :last AND r.last_day >= :first AND r.first_day <= :cut_off"
    " AND (r.first_day < :first OR r.last_day > :last)"
)

# The basis of counting honours by the year of what they were given for (rule 1, the alternative).
ACHIEVEMENT = "achievement"

_SCOPE = (
    "IN (WITH RECURSIVE scope (id) AS (SELECT value FROM json_each(:within)"
    " UNION SELECT unit.id FROM unit JOIN scope ON unit.parent_id = scope.id) SELECT id FROM scope)"
)
_ALL_TIME = Period("", "0000-01-01", "9999-12-31")


def parameters(
    period: Period | None,
    cut_off: str | None,
    within: Sequence[Unit],
    units: UnitMap | None = None,
) -> dict[str, str | int | None]:
    """The parameters of the conditions of this module, on the map of `units`."""
    days, until = period or _ALL_TIME, cut_off or _ALL_TIME.last
    year_before, month_before = _begun_before(days.first)
    year_after, month_after = _unfinished(days.last)
    year_open, month_open = _unfinished(until)
    return {
        "first": days.first,
        "last": days.last,
        "cut_off": until,
        # The shortest date that begins with the period: 2021 for 2021-01-01.
        "since": days.first.removesuffix("-01").removesuffix("-01"),
        "year_before": year_before,
        "month_before": month_before,
        "year_after": year_after,
        "month_after": month_after,
        "year_open": year_open,
        "month_open": month_open,
        "within": json.dumps([unit.id for unit in within]),
        **(units.parameters(within) if units else {}),
    }


def _begun_before(day: str) -> tuple[str, str]:
    """The year and the month that began before a day; "" for one that begins with it."""
    if day.endswith("-01-01"):
        return "", ""
    return day[:4], "" if day.endswith("-01") else day[:7]


def _unfinished(day: str) -> tuple[str, str]:
    """The year and the month that go on after a day; "" for one that ends with it."""
    if day.endswith("-12-31"):
        return "", ""
    ends_month = (date.fromisoformat(day) + timedelta(1)).day == 1
    return day[:4], "" if ends_month else day[:7]


def in_units(within: Sequence[Unit], column: str = "unit_id", units: UnitMap | None = None) -> str:
    """The condition that a record belongs to one of the units or to one below it.

    On a map where units answer for others, the records of those are among them.
    """
    if within and units and units.answers:
        return f"{column} IN (SELECT value FROM json_each(:scope))"
    return f"{column} {_SCOPE}" if within else "1"


def _owner_conditions(look: Look, table: str, key: str) -> Mapping[str, str]:
    """Conditions on a record `r` whose dates stand in a table of their own.

    A subject is counted once, by its record with the earliest date that is placed. One that has
    such a date is not among the unplaced.
    """
    within, across = PLACED.format(t="s."), NOT_PLACED.format(t="s.")
    placed = look(table, key, "r.id", within)
    any_placed = any_has(look, table, key, "r.id", within)
    sure = f"{within} AND s.date NOT IN (:year_open, :month_open)"
    known = any_has(look, table, key, "r.id", sure)
    undated = f"NOT EXISTS (SELECT 1 FROM {table} WHERE {key} = r.id)"
    counted = f"r.cancelled_on IS NULL AND {placed} AND {leads(look, table, key, within)}"
    open_ends = f"({look(table, key, 'r.id', across)} OR {undated})"
    return {
        "counted": counted,
        "not_placed": f"r.cancelled_on IS NULL AND {open_ends} AND NOT {any_placed}"
        f" AND {_first_unplaced(look, table, key, across)}",
        "cancelled": f"r.cancelled_on IS NOT NULL AND {placed}",
        "at_cut_off": f"{counted} AND NOT {known}",
    }


def _first_unplaced(look: Look, table: str, key: str, across: str) -> str:
    """No record of the subject before `r` is unplaced."""
    if look is alone:
        return "1"
    letter = "X" if key == "exemplar_id" else "M"
    return (
        "(r.turn IS NULL OR NOT EXISTS (SELECT 1 FROM subject_record AS o"
        f" WHERE o.subject = r.subject AND o.noun = '{letter}' AND o.turn < r.turn"
        f" AND (EXISTS (SELECT 1 FROM {table} AS s WHERE s.{key} = o.record_id AND {across})"
        f" OR NOT EXISTS (SELECT 1 FROM {table} AS s WHERE s.{key} = o.record_id))))"
    )


_OWN_DATE: Mapping[str, str] = {
    "counted": f"r.cancelled_on IS NULL AND {PLACED.format(t='r.')}",
    "not_placed": f"r.cancelled_on IS NULL AND {NOT_PLACED.format(t='r.')}",
    "cancelled": f"r.cancelled_on IS NOT NULL AND {PLACED.format(t='r.')}",
    "at_cut_off": f"r.cancelled_on IS NULL AND {PLACED.format(t='r.')} AND {OPEN.format(t='r.')}",
}
# Of several records of one event or decision the most exact stands for all.
_OF_PAPERS: Mapping[str, str] = {name: f"{rule} AND {FIRST}" for name, rule in _OWN_DATE.items()}
# A model registered in one year by several lists is one registration; a stated status goes first.
_SECOND_OF_YEAR = (
    "(r.turn IS NULL OR NOT EXISTS (SELECT 1 FROM subject_record AS o JOIN registration AS s"
    " ON s.model_id = o.record_id WHERE o.subject = r.subject AND o.noun = 'M'"
    " AND s.year = r.year AND (s.status IS NULL, o.turn) < (r.status IS NULL, r.turn)))"
)
_OF_REGISTRATIONS: Mapping[str, str] = {
    name: f"{rule} AND {_SECOND_OF_YEAR}" for name, rule in _OWN_DATE.items()
}
_OWN_PERIOD: Mapping[str, str] = {
    "counted": f"r.cancelled_on IS NULL AND {_WITHIN}",
    "not_placed": f"r.cancelled_on IS NULL AND {_ACROSS}",
    "cancelled": f"r.cancelled_on IS NOT NULL AND {_WITHIN}",
    "at_cut_off": f"r.cancelled_on IS NULL AND {_WITHIN} AND r.last_day > :cut_off",
}


def day_column(basis: str | None) -> str:
    """The table and the beginning of the column that dates an honour on a basis of counting."""
    return "r.achievement_" if basis == ACHIEVEMENT else "r."


@cache
def _honour_conditions(basis: str | None) -> Mapping[str, str]:
    """Proposals are not awards, and what is cancelled leaves the counting; both are said apart."""
    table = day_column(basis)
    placed, across = PLACED.format(t=table), NOT_PLACED.format(t=table)
    return {
        "counted": f"r.status = 'awarded' AND {placed}",
        "not_placed": f"r.status = 'awarded' AND {across}",
        "cancelled": f"r.status = 'cancelled' AND {placed}",
        "proposed": f"r.status = 'proposed' AND {placed}",
        "at_cut_off": f"r.status = 'awarded' AND {placed} AND {OPEN.format(t=table)}",
    }


@cache
def _conditions(look: Look) -> Mapping[str, Mapping[str, str]]:
    return {
        "exemplars": _owner_conditions(look, "exemplar_milestone", "exemplar_id"),
        "models": _owner_conditions(look, "registration", "model_id"),
        "registrations": _OWN_DATE if look is alone else _OF_REGISTRATIONS,
        "events": _OF_PAPERS,
        "decisions": _OF_PAPERS,
        # What the program brings is no office's until it says when it was launched.
        "movements": {**_OWN_DATE, "not_placed": f"{_OWN_DATE['not_placed']} AND r.code IS NULL"},
        "proposals": _OWN_DATE,
        **dict.fromkeys(("dossiers", "presenters", "publications", "targets"), _OWN_DATE),
        "figures": _OWN_PERIOD,
    }


# Without a period nothing has to be placed; what is cancelled or only proposed stays apart.
TIMELESS: Mapping[str, str] = {
    "counted": "r.cancelled_on IS NULL",
    "cancelled": "r.cancelled_on IS NOT NULL",
}
_OF_SUBJECTS = ("exemplars", "models", "events", "decisions")
_TIMELESS_HONOUR: Mapping[str, str] = {
    "counted": "r.status = 'awarded'",
    "cancelled": "r.status = 'cancelled'",
    "proposed": "r.status = 'proposed'",
}


def condition(
    noun: str, show: str, *, timeless: bool = False, look: Look = each, basis: str | None = None
) -> str:
    """The condition on rows `r` of the view of `noun`.

    `show` is counted, not_placed, cancelled, at_cut_off, or proposed for honours, which count by
    their date or on the basis of their achievement.
    """
    if timeless and show not in ("not_placed", "at_cut_off"):
        rules = _TIMELESS_HONOUR if noun == "honours" else TIMELESS
        first = {"registrations": _SECOND_OF_YEAR, **dict.fromkeys(_OF_SUBJECTS, FIRST)}.get(noun)
        return f"{rules[show]} AND {first}" if first and show == "counted" else rules[show]
    if noun == "honours":
        return _honour_conditions(basis)[show]
    return _conditions(look)[noun][show]


def having_milestone(noun: str, milestone: str, *, timeless: bool, look: Look = each) -> str:
    """The condition that a record reached a milestone, within the period where one is given."""
    rule = "1" if timeless else PLACED
    if milestone in _STATUS:
        of_status = f"status = '{_STATUS[milestone]}'"
        if noun == "registrations":  # a model-year is itself the milestone
            return f"r.{of_status}"
        within = f"{rule.format(t='s.')} AND s.{of_status}"
        return any_has(look, "registration", "model_id", "r.id", within)
    if noun == "exemplars":
        within = f"{rule.format(t='s.')} AND s.milestone = :milestone"
        return any_has(look, "exemplar_milestone", "exemplar_id", "r.id", within)
    # «+»: the few milestones of the model are looked through, not all of that name.
    return _of_model(look, noun, rule, " AND +s.milestone = :milestone")


def recognised_at(noun: str, level: str, *, timeless: bool, look: Look = each) -> str:
    """The condition that a model was recognised at a level, which is an SQL parameter."""
    rule = "1" if timeless else PLACED
    extra = f" AND +s.milestone = 'recognised' AND s.level IS {level}"
    return _of_model(look, noun, rule, extra)


_STATUS = {"registered": "new", "continued": "continued"}


def _of_model(look: Look, noun: str, rule: str, extra: str) -> str:
    record = "r.model_id" if noun == "registrations" else "r.id"
    within = rule.format(t="s.") + extra
    return any_has(look, "model_milestone", "model_id", record, within)
