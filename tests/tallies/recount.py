"""The figures of a report counted again, slowly and plainly, from DOMAIN section 3 alone.

Nothing here may come from the program but the reading of a period: what the SQL gives is held
against these loops.
"""

from calendar import monthrange
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from emulation_cli.domain.times.period import Period

from .worlds import KINDS, Exemplar, Honour, Model, Question, World, who

Numbers = dict[str, int]


def interval(text: str) -> tuple[date, date]:
    """Rule 3: a partial date is an interval."""
    numbers = [int(part) for part in text.split("-")]
    if len(numbers) == 1:
        return date(numbers[0], 1, 1), date(numbers[0], 12, 31)
    if len(numbers) == 2:
        return date(*numbers, 1), date(*numbers, monthrange(*numbers)[1])
    return date(*numbers), date(*numbers)


class Recount:
    """One section of a report on a world."""

    def __init__(self, world: World, question: Question, period_text: str) -> None:
        period = Period.parse(period_text)
        self.world = world
        self.first = date.fromisoformat(period.first)
        self.last = date.fromisoformat(period.last)
        self.cut_off = date.fromisoformat(question.cut_off or "9999-12-31")
        self.scope = self._scope(question.unit_id)

    def _scope(self, top: int | None) -> set[int | None]:
        """The unit that is asked for and all below it; without one, everything."""
        if top is None:
            return {None, *(unit.id for unit in self.world.units)}
        found: set[int | None] = {top}
        for _ in self.world.units:
            found |= {unit.id for unit in self.world.units if unit.parent_id in found}
        return found

    def placed(self, text: str | None) -> bool:
        """Inside the period with its whole interval, and begun by the cut-off."""
        if text is None:
            return False
        first, last = interval(text)
        return self.first <= first and last <= self.last and first <= self.cut_off

    def unplaceable(self, text: str | None) -> bool:
        """Without a date, or cut by an end of the period."""
        if text is None:
            return True
        first, last = interval(text)
        if first > self.cut_off or last < self.first or first > self.last:
            return False
        return first < self.first or last > self.last

    def still_open(self, text: str | None) -> bool:
        return self.placed(text) and interval(str(text))[1] > self.cut_off

    def living(self, records: Iterable[Any]) -> list[Any]:
        return [one for one in records if not one.cancelled and one.unit_id in self.scope]

    def unit_code(self, number: int | None) -> str | None:
        units = {unit.id: unit.code or f"U{unit.id}" for unit in self.world.units}
        return units.get(number)  # type: ignore[arg-type]

    # Exemplars ------------------------------------------------------------------------------

    def exemplars(self) -> list[Exemplar]:
        living = self.living(self.world.exemplars)
        return [one for one in living if any(self.placed(day) for _, day in one.stages)]

    def exemplars_not_placed(self) -> list[Exemplar]:
        return [
            one
            for one in self.living(self.world.exemplars)
            if one not in self.exemplars()
            and (not one.stages or any(self.unplaceable(day) for _, day in one.stages))
        ]

    def stages_of(self, exemplar: Exemplar) -> set[str]:
        return {stage for stage, _ in _placed(self, exemplar)}

    def year_of(self, exemplar: Exemplar) -> str:
        """The year of the first milestone in the period."""
        return str(min(interval(day)[0] for _, day in exemplar.stages if self.placed(day)).year)

    def exemplar_figures(self) -> dict[str, Any]:
        counted = self.exemplars()
        return {
            "total": len(counted),
            "kinds": kinds_of(counted),
            "grown": sum(one.model_id is not None for one in counted),
            "milestones": {
                stage: sum(stage in self.stages_of(one) for one in counted)
                for stage in ("discovered", "fostered", "multiplied")
            },
            "by_field": by(counted, lambda one: one.field),
            "by_unit": by(counted, lambda one: self.unit_code(one.unit_id)),
            "by_year": by(counted, self.year_of),
            "not_placed": len(self.exemplars_not_placed()),
            "open_at_cut_off": sum(
                all(self.still_open(day) for _, day in one.stages if self.placed(day))
                for one in counted
            ),
            "funnel": self._exemplar_funnel(),
            "shares": shares(counted, lambda one: (one.gender, one.works_directly, one.leads)),
            "by_group": self._by_group(counted, kinds_of_all),
        }

    def _exemplar_funnel(self) -> Numbers:
        """Of those discovered in the period; each further step is asked for by itself."""
        stages = {one.id: self.stages_of(one) for one in self.exemplars()}
        came = [number for number, names in stages.items() if "discovered" in names]
        honoured = {one.exemplar_id for one in self.awarded_anywhere()}
        return {
            "discovered": len(came),
            "fostered": sum("fostered" in stages[number] for number in came),
            "honoured": sum(number in honoured for number in came),
            "multiplied": sum("multiplied" in stages[number] for number in came),
        }

    def _by_group(
        self, records: Iterable[Any], count: Callable[[list[Any]], Numbers]
    ) -> dict[str | None, Numbers]:
        groups = {unit.id: unit.unit_group for unit in self.world.units}
        if not any(groups.values()):
            return {}
        return grouped(records, lambda one: groups.get(one.unit_id), count)

    # Models ---------------------------------------------------------------------------------

    def models(self) -> list[Model]:
        living = self.living(self.world.models)
        return [one for one in living if any(self.placed(day) for day, _ in one.registrations)]

    def models_not_placed(self) -> list[Model]:
        return [
            one
            for one in self.living(self.world.models)
            if one not in self.models()
            and (
                not one.registrations or any(self.unplaceable(day) for day, _ in one.registrations)
            )
        ]

    def registrations(self) -> list[tuple[Model, str, str]]:
        """Model-years: the model, the year, and how it was registered."""
        return [
            (one, day[:4], status or "unstated")
            for one in self.models()
            for day, status in one.registrations
            if self.placed(day)
        ]

    def reached(self, milestone: str, level: str | None = None) -> list[Model]:
        """Living models that reached a milestone in the period, registered in it or not."""
        return [
            one
            for one in self.living(self.world.models)
            if any(
                name == milestone and self.placed(day) and level in (None, at)
                for name, day, at in one.milestones
            )
        ]

    def model_figures(self) -> dict[str, Any]:
        counted, registrations = self.models(), self.registrations()
        statuses = Counter(status for _, _, status in registrations)
        by_year: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for _, year, status in registrations:
            by_year[year].update(["total", status])
        return {
            "total": len(counted),
            "registrations": len(registrations),
            **{status: statuses[status] for status in ("new", "continued", "unstated")},
            "kinds": kinds_of(counted),
            "recognised": {
                level: len(self.reached("recognised", level))
                for level in ("grassroots", "district", "province", "ministry", "state")
            },
            "replicated": len(self.reached("replicated")),
            "by_field": by(counted, lambda one: one.field),
            "by_unit": by(counted, lambda one: self.unit_code(one.unit_id)),
            "by_year": {
                year: {name: n[name] for name in ("total", "new", "continued", "unstated")}
                for year, n in by_year.items()
            },
            "not_placed": len(self.models_not_placed()),
            "open_at_cut_off": sum(
                all(self.still_open(day) for day, _ in one.registrations if self.placed(day))
                for one in counted
            ),
            "funnel": self._model_funnel(),
            "by_group": self._by_group(counted, kinds_of_all),
        }

    def _model_funnel(self) -> Numbers:
        """Of those registered in the period; each further step is asked for by itself."""
        came = {one.id for one in self.models()}
        return {
            "registered": len(came),
            "recognised": len(came & {one.id for one in self.reached("recognised")}),
            "honoured": len(came & {one.model_id for one in self.awarded_anywhere()}),
            "replicated": len(came & {one.id for one in self.reached("replicated")}),
        }

    # Events ---------------------------------------------------------------------------------

    def event_figures(self) -> dict[str, Any]:
        living = self.living(self.world.events)
        counted = [one for one in living if self.placed(one.date)]
        types = Counter(one.type for one in counted)
        return {
            "total": len(counted),
            "by_type": {code: {"total": n} for code, n in types.items()},
            "not_placed": sum(self.unplaceable(one.date) for one in living),
            "open_at_cut_off": sum(self.still_open(one.date) for one in counted),
        }

    # Movements ------------------------------------------------------------------------------

    def movement_figures(self) -> dict[str, Any]:
        living = self.living(self.world.movements)
        launched = [one for one in living if self.placed(one.date)]
        held = [one for one in self.living(self.world.events) if self.placed(one.date)]
        reviews = [one for one in held if one.movement_id]
        honoured = [one for one in self.placed_honours() if one.movement_id]
        return {
            "total": len(launched),
            "reviews": len(reviews),
            "by_act": {
                act: {"instances": sum(one.act == act for one in honoured)}
                for act in ("praise", "honour", "commend")
            },
            "by_movement": {
                f"P{number}": {
                    "launched": sum(one.id == number for one in launched),
                    "reviews": sum(one.movement_id == number for one in reviews),
                    "instances": sum(one.movement_id == number for one in honoured),
                }
                for number in {one.id for one in launched}
                | {one.movement_id for one in (*reviews, *honoured)}
            },
            "by_event": {
                number and f"E{number}": {
                    "reviews": sum(one.id == number for one in reviews),
                    **_by_register([one for one in honoured if one.event_id == number]),
                }
                for number in {one.id for one in reviews} | {one.event_id for one in honoured}
            },
            "not_placed": sum(self.unplaceable(one.date) for one in living),
            "open_at_cut_off": sum(self.still_open(one.date) for one in launched),
        }

    # Honours --------------------------------------------------------------------------------

    def day_of(self, honour: Honour) -> str | None:
        """Rule 1: by decision date, else event date, else its own."""
        decisions = {one.id: one for one in self.world.decisions}
        events = {one.id: one for one in self.world.events}
        if honour.decision_id and decisions[honour.decision_id].date:
            return decisions[honour.decision_id].date
        if honour.event_id and events[honour.event_id].date:
            return events[honour.event_id].date
        return honour.date

    def cancelled_decisions(self) -> set[int | None]:
        return {one.id for one in self.world.decisions if one.cancelled}

    def honours(self, status: str = "awarded") -> list[Honour]:
        """In the scope, placed or not; what is cancelled is neither awarded nor proposed."""
        return [
            one
            for one in self.world.honours
            if one.unit_id in self.scope
            and ("cancelled" if one.cancelled else one.status) == status
        ]

    def placed_honours(self, status: str = "awarded") -> list[Honour]:
        return [one for one in self.honours(status) if self.placed(self.day_of(one))]

    def awarded_anywhere(self) -> list[Honour]:
        """Also where the honour stands under another unit than the record."""
        return [
            one
            for one in self.world.honours
            if not one.cancelled and one.status == "awarded" and self.placed(self.day_of(one))
        ]

    def recipient_of(self, honour: Honour) -> tuple[Any, ...]:
        """Gender, works directly, leads: as the register knows the person, else by «Bà», «ông»."""
        known = {one.id: one for one in self.world.exemplars}.get(honour.exemplar_id or 0)
        told = {"Bà": "female", "ông": "male"}.get(honour.honorific or "")
        gender = (known and known.gender) or told
        return gender, known and known.works_directly, known and known.leads

    def category_of(self, honour: Honour) -> str | None:
        decisions = {one.id: one.category for one in self.world.decisions}
        return honour.category or decisions.get(honour.decision_id or 0)

    def level_of(self, honour: Honour) -> str | None:
        return {one.id: one.level for one in self.world.decisions}.get(honour.decision_id or 0)

    def proposal_figures(self) -> dict[str, Any]:
        """Of what is proposed in these worlds nothing is decided yet."""
        counted = self.placed_honours("proposed")

        def fates(some: Iterable[Honour]) -> dict[str, int]:
            total = len([*some])
            none = dict.fromkeys(("passed", "awarded", "not_passed", "returned"), 0)
            return {"total": total, **none, "open": total}

        return {
            **fates(counted),
            "kinds": kinds_of(counted),
            "by_form": grouped(counted, lambda one: one.form, fates),
            "by_title": grouped(counted, lambda one: one.title, fates),
            "by_unit": grouped(counted, lambda one: self.unit_code(one.unit_id), fates),
            "not_placed": sum(
                self.unplaceable(self.day_of(one)) for one in self.honours("proposed")
            ),
            "open_at_cut_off": sum(self.still_open(self.day_of(one)) for one in counted),
        }

    # These worlds have no publicity and no targets (tests/commands/test_conference.py has them).
    def publication_figures(self) -> dict[str, Any]:
        names = ("by_publication_type", "by_unit", "by_year")
        return {"total": 0, **{name: {} for name in names}, "not_placed": 0, "open_at_cut_off": 0}

    def target_figures(self) -> dict[str, Any]:
        return {"total": 0, "by_unit": {}, "not_placed": 0, "open_at_cut_off": 0}

    def honour_figures(self) -> dict[str, Any]:
        counted = self.placed_honours()
        numbers = honour_numbers(counted)
        return {
            "instances": numbers["instances"],
            "recipients": numbers["recipients"],
            "kinds": kinds_of(counted),
            "by_act": {
                act: honour_numbers(one for one in counted if one.act == act)
                for act in ("praise", "honour", "commend")
            },
            "by_event": grouped(counted, self._event_code, _by_register),
            "by_form": grouped(counted, lambda one: one.form, honour_numbers),
            "by_title": grouped(counted, lambda one: one.title, honour_numbers),
            "by_category": grouped(counted, self.category_of, honour_numbers),
            "by_level": grouped(counted, self.level_of, honour_numbers),
            # In these worlds no decision names its body or system, and nothing has a class.
            **dict.fromkeys(
                ("by_class", "by_body", "by_system"),
                grouped(counted, lambda _one: None, honour_numbers),
            ),
            "by_unit": grouped(counted, lambda one: self.unit_code(one.unit_id), honour_numbers),
            "amount": numbers["amount"],
            "amount_unknown": numbers["amount_unknown"],
            "decision_cancelled": sum(
                one.decision_id in self.cancelled_decisions() for one in counted
            ),
            "proposed": len(self.placed_honours("proposed")),
            "cancelled": len(self.placed_honours("cancelled")),
            "not_placed": sum(self.unplaceable(self.day_of(one)) for one in self.honours()),
            "open_at_cut_off": sum(self.still_open(self.day_of(one)) for one in counted),
            "shares": {
                f"{act}.{name}": numbers
                for act in ("praise", "honour", "commend")
                for name, numbers in shares(
                    [one for one in counted if one.act == act], self.recipient_of
                ).items()
            },
            "by_group": self._by_group(counted, honour_numbers),
        }

    @staticmethod
    def _event_code(honour: Honour) -> str | None:
        return f"E{honour.event_id}" if honour.event_id else None


def _placed(recount: Recount, exemplar: Exemplar) -> list[tuple[str, str | None]]:
    return [(stage, day) for stage, day in exemplar.stages if recount.placed(day)]


def shares(records: Iterable[Any], asked: Callable[[Any], tuple[Any, ...]]) -> dict[str, Numbers]:
    """Of the individuals: a woman, works directly, leads; what is not known is not no."""
    people = [asked(one) for one in records if one.kind == "individual"]
    answers = {
        "female": [gender and gender == "female" for gender, _, _ in people],
        "works_directly": [works for _, works, _ in people],
        "leads": [leads for _, _, leads in people],
    }
    return {
        name: {
            "individuals": len(people),
            "yes": sum(one is not None and bool(one) for one in found),
            "no": sum(one is not None and not one for one in found),
            "unknown": found.count(None),
        }
        for name, found in answers.items()
    }


def kinds_of_all(records: list[Any]) -> Numbers:
    return {"total": len(records), **kinds_of(records)}


def kinds_of(records: Iterable[Any]) -> Numbers:
    counted = Counter(one.kind for one in records)
    return {kind: counted[kind] for kind in KINDS}


def grouped(
    records: Iterable[Any], code: Callable[[Any], str | None], count: Callable[[list[Any]], Numbers]
) -> dict[str | None, Numbers]:
    groups = defaultdict(list)
    for one in records:
        groups[code(one)].append(one)
    return {code: count(members) for code, members in groups.items()}


def by(records: Iterable[Any], code: Callable[[Any], str | None]) -> dict[str | None, Numbers]:
    return grouped(records, code, kinds_of_all)


def honour_numbers(honours: Iterable[Honour]) -> Numbers:
    honours = list(honours)
    distinct = {who(one) for one in honours}
    return {
        "instances": len(honours),
        "recipients": len(distinct),
        **kinds_of(honours),
        "amount": sum(one.amount or 0 for one in honours),
        "amount_unknown": sum(one.amount is None for one in honours),
    }


def _by_register(honours: list[Honour]) -> Numbers:
    exemplars = sum(one.exemplar_id is not None for one in honours)
    models = sum(one.model_id is not None for one in honours)
    other = len(honours) - exemplars - models
    return {
        "instances": len(honours), "exemplars": exemplars, "models": models, "other": other,
    }  # fmt: skip
