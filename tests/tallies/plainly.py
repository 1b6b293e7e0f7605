"""The records that count in a period, found in plain Python to hold the questions against.

Slow and obvious on purpose: every row is read and asked for itself (DOMAIN section 3). No
condition is shared with the SQL, nor the way in which units are followed through time.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

from emulation_cli.domain.times.partial_date import PartialDate
from emulation_cli.domain.times.period import Period

Row = dict[str, Any]
World = Mapping[str, list[Row]]

TABLES = (
    "unit", "unit_succession", "exemplar", "exemplar_milestone", "model", "registration",
    "model_milestone", "event", "decision", "honour", "reported_figure", "term", "subject_record",
    "movement",
)  # fmt: skip
_EVER = "9999-12-31"
_HONORIFICS = {
    "female": ("bà", "chị", "cô", "cô giáo", "mrs", "ms"),
    "male": ("ông", "anh", "chú", "mr"),
}


class Plain:
    """A register's rows (TABLES) as a period and a cut-off day (ISO) let them be seen.

    `records` are those that may count, by noun; each with its `days`, and with the values that
    it is sorted by.
    """

    def __init__(self, world: World, period: Period, cut_off: str | None = None) -> None:
        self.world, self.period, self.cut_off = world, period, cut_off or _EVER
        self.units = {row["id"]: row for row in world["unit"]}
        self.movements = {row["id"]: row["name"] for row in world["movement"]}
        self.levels = [row for row in world["term"] if row["vocabulary"] == "level"]
        self.subjects = {
            (row["noun"], row["record_id"]): row["subject"] for row in world["subject_record"]
        }
        self.repeated = {
            row["record_id"]
            for row in world["subject_record"]
            if row["noun"] == "H" and row["turn"]
        }
        honours = [self._honour(self._linked(row)) for row in world["honour"]]
        self._honoured = {
            (table, row[f"{table}_id"])
            for row in honours
            for table in ("exemplar", "model")
            if row["status_now"] == "awarded" and self.inside(row["days"][0])
        }
        self.records: Mapping[str, list[Row]] = {
            "exemplars": self._with_days("exemplar", "exemplar_milestone"),
            "models": self._with_days("model", "registration"),
            "registrations": self._registrations(),
            "events": [self._sorted(row, [row["date"]]) for row in _living(world["event"])],
            "decisions": [self._sorted(row, [row["date"]]) for row in _living(world["decision"])],
            "figures": [self._figure(row) for row in _living(world["reported_figure"])],
            "honours": honours,
        }

    # Days ---------------------------------------------------------------------------------------

    def inside(self, date: str | None) -> bool:
        """The whole of a partial date lies in the period and may lie before the cut-off."""
        if date is None:
            return False
        day = PartialDate(date)
        return self.period.first <= day.first <= self.cut_off and day.last <= self.period.last

    def _cut(self, date: str | None) -> bool:
        """An end of the period lies within the date, or nothing is known of it."""
        if date is None:
            return True
        day = PartialDate(date)
        meets = day.first <= self.period.last and day.last >= self.period.first
        return meets and day.first <= self.cut_off and not self.inside(date)

    def _known_by_cut_off(self, date: str | None) -> bool:
        return date is not None and self.inside(date) and PartialDate(date).last <= self.cut_off

    def counted(self, noun: str, status: str = "awarded") -> list[Row]:
        """The records that count; of honours those of a status."""
        return [row for row in self._of(noun, status) if any(map(self.inside, row["days"]))]

    def uncertain(self, noun: str) -> dict[str, int]:
        """How many cannot be placed, and how many had begun by the cut-off but may not be over."""
        rows = self._of(noun, "awarded")
        out = [row for row in rows if not any(map(self.inside, row["days"]))]
        return {
            "not_placed": sum(not row["days"] or any(map(self._cut, row["days"])) for row in out),
            "open_at_cut_off": sum(
                not any(map(self._known_by_cut_off, row["days"])) for row in self.counted(noun)
            ),
        }

    def _of(self, noun: str, status: str) -> list[Row]:
        return [row for row in self.records[noun] if row.get("status_now", status) == status]

    # Units --------------------------------------------------------------------------------------

    @property
    def grouped(self) -> bool:
        """Whether any unit has a group (khối)."""
        return any(row["unit_group"] for row in self.units.values())

    def _place(self, unit: int | None) -> Row:
        """The unit that answers for another at the end of the period; a split one has none yet."""
        answering = self._ends(unit, "", frozenset()) if unit is not None else set()
        if len(answering) > 1:
            return {"unit": "unassigned", "unit_type": None, "unit_group": None}
        row = self.units[answering.pop()] if answering else {"id": None, "code": None}
        return {
            "unit": row["code"] or (row["id"] and f"U{row['id']}"),
            "unit_type": row.get("type"),
            "unit_group": row.get("unit_group"),
        }

    def _ends(self, unit: int, since: str, passed: frozenset[tuple[int, str]]) -> set[int]:
        """Where all the ways from a unit to its successors end, each step later than the last."""
        if (unit, since) in passed:
            return set()
        onwards = [row for row in self._successions.get(unit, ()) if row["date"] >= since]
        ends: set[int] = set() if onwards else {unit}
        for row in onwards:
            ends |= self._ends(row["new_unit_id"], row["date"], passed | {(unit, since)})
        return ends

    @cached_property
    def _successions(self) -> Mapping[int, list[Row]]:
        found: dict[int, list[Row]] = {}
        for row in self.world["unit_succession"]:
            if row["date"] <= self.period.last:
                found.setdefault(row["old_unit_id"], []).append(row)
        return found

    # Records ------------------------------------------------------------------------------------

    def _sorted(self, row: Row, days: Iterable[str | None]) -> Row:
        """A record with its days, its place and the year of its first day in the period."""
        days = list(days)
        years = [day[:4] for day in sorted(day for day in days if day and self.inside(day))]
        of_year = years[0] if years else None
        movement = self.movements.get(row.get("movement_id"))
        own = {"days": days, "year": of_year, "movement": movement}
        return {**row, **self._place(row.get("unit_id")), **own}

    def _with_days(self, table: str, of_days: str) -> list[Row]:
        """Records whose dates stand in a table of their own."""
        dates: dict[int, list[Row]] = {}
        for row in self.world[of_days]:
            dates.setdefault(row[f"{table}_id"], []).append(row)
        return [
            {
                **self._sorted(row, [stage["date"] for stage in dates.get(row["id"], ())]),
                **self.steps(table, row["id"]),
                "grown": int(row.get("model_id") is not None),
            }
            for row in _living(self.world[table])
        ]

    def _registrations(self) -> list[Row]:
        models = {row["id"]: row for row in _living(self.world["model"])}
        return [
            {
                **self._sorted({**models[row["model_id"]], **row}, [row["date"]]),
                **self.steps("model", row["model_id"]),
            }
            for row in self.world["registration"]
            if row["model_id"] in models
        ]

    def steps(self, table: str, number: int) -> Row:
        """How far an exemplar or a model came within the period: 1 or 0 for each step."""
        reached = [row for row in self._milestones[table, number] if self.inside(row["date"])]
        found = {row["milestone"] for row in reached}
        names = ("discovered", "fostered", "multiplied", "recognised", "replicated")
        levels = {row.get("level") for row in reached if row["milestone"] == "recognised"}
        known = [row for row in self.levels if row["code"] in levels]
        highest = max(known, key=lambda row: row["position"], default={"code": None})
        return {
            **{name: int(name in found) for name in names},
            "honoured": int((table, number) in self._honoured),
            "highest_level": highest["code"],
        }

    @cached_property
    def _milestones(self) -> Mapping[tuple[str, int], list[Row]]:
        found: defaultdict[tuple[str, int], list[Row]] = defaultdict(list)
        for table in ("exemplar", "model"):
            for row in self.world[f"{table}_milestone"]:
                found[table, row[f"{table}_id"]].append(row)
        return found

    def _figure(self, row: Row) -> Row:
        period = Period("", row["first_day"], row["last_day"])
        within = self.period.first <= period.first and period.last <= self.period.last
        counted = within and period.first <= self.cut_off
        return {**self._sorted(row, [period.first] if counted else []), "year": period.first[:4]}

    def _linked(self, row: Row) -> Row:
        """An honour with its subject, and the exemplar or the model that this is."""
        subject = self.subjects.get(("H", row["id"]), f"H{row['id']}")
        number = int(subject[1:])
        return {
            **row,
            "who": subject,
            "exemplar_id": number if subject[0] == "X" else None,
            "model_id": number if subject[0] == "M" else None,
        }

    def _honour(self, row: Row) -> Row:
        decision = self._decisions.get(row["decision_id"], {})
        event = self._events.get(row["event_id"], {})
        # The date of its decision, else of its event, else its own (rule 1).
        date = decision.get("date") or event.get("date") or row["date"]
        of = "exemplars" if row["exemplar_id"] else "models" if row["model_id"] else "other"
        return {
            **self._sorted(row, [date]),
            "status_now": self._status(row),
            "category": row["category"] or decision.get("category"),
            "level": decision.get("level"),
            "event": row["event_id"] and f"E{row['event_id']}",
            "decision": row["decision_id"] and f"D{row['decision_id']}",
            "amount_known": int(row["amount"] is not None),
            "decision_cancelled": int(decision["cancelled_on"] is not None) if decision else None,
            "of": of,
            **self._person(row),
        }

    def _status(self, row: Row) -> str:
        """What two records of one decision tell of one honour counts once."""
        if row["cancelled_on"]:
            return "cancelled"
        return "repeated" if row["id"] in self.repeated else str(row["status"])

    def _person(self, row: Row) -> Row:
        """Who the recipient is: by the register of exemplars, the gender else by «Ông» or «Bà»."""
        person = self._exemplars.get(row["exemplar_id"], {})
        said = (row["honorific"] or "").lower()
        told = [name for name, words in _HONORIFICS.items() if said in words]
        own = {name: row[name] for name in ("gender", "works_directly", "leads")}
        known = {name: person.get(name) if value is None else value for name, value in own.items()}
        return known | {"gender": known["gender"] or next(iter(told), None)}

    @cached_property
    def _exemplars(self) -> Mapping[int, Row]:
        return {row["id"]: row for row in self.world["exemplar"]}

    @cached_property
    def _decisions(self) -> Mapping[int, Row]:
        return {row["id"]: row for row in self.world["decision"]}

    @cached_property
    def _events(self) -> Mapping[int, Row]:
        return {row["id"]: row for row in self.world["event"]}


def _living(rows: Iterable[Row]) -> list[Row]:
    return [row for row in rows if row["cancelled_on"] is None]
