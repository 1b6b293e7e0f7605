"""Whom the conferences praised and commended, and whom that of 04/10/2023 honoured."""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import zip_longest
from random import Random

from sample_data import conferences, decisions
from sample_data.conferences import Conference
from sample_data.decisions import Decision
from sample_data.district import ALL_UNITS
from sample_data.exemplars import COLLECTIVE, INDIVIDUAL, Exemplar
from sample_data.models import BLOOD_BANK, Model

# Whom to praise is proposed some weeks before the day.
PREPARING = timedelta(days=21)
HONOURED_COLLECTIVES, HONOURED_INDIVIDUALS, HONOURED_MODELS = 17, 14, 23
# Base pay, by which decree 91/2017 reckons the money that goes with a commendation.
BASE_PAY = ((date(2023, 7, 1), 1_800_000), (date(2019, 7, 1), 1_490_000))
SHARES = {
    ("Giấy khen", COLLECTIVE): 0.6,
    ("Giấy khen", INDIVIDUAL): 0.3,
    ("Bằng khen", COLLECTIVE): 2.0,
    ("Bằng khen", INDIVIDUAL): 1.0,
    ("Tập thể Lao động tiên tiến", COLLECTIVE): 0.8,
    ("Chiến sĩ thi đua cơ sở", INDIVIDUAL): 1.0,
}
WORKING_BODIES = ("Trường", "Phòng", "Trung tâm", "Khoa", "Tổ ", "Văn phòng", "Ban ", "Bảo hiểm")
STAFF = (
    *("Giáo viên", "Hiệu trưởng", "Chuyên viên", "Bác sĩ", "Điều dưỡng", "Phó Trưởng"),
    *("Tổ trưởng", "Tổng phụ trách", "Giảng viên", "Trưởng Khoa", "Phóng viên"),
)


@dataclass(frozen=True)
class Honour:
    """One row of a list of those praised or commended."""

    recipient: Exemplar
    conference: Conference
    decision: Decision | None = None

    @property
    def form(self) -> str | None:
        """Form or title, where there is a decision."""
        if not self.decision:
            return None
        return self.decision.forms[self.recipient.kind == INDIVIDUAL]

    @property
    def amount(self) -> int | None:
        """The money in đồng, for decisions of State bodies."""
        state = (decisions.CHAIRMAN, decisions.PROVINCE)
        if not self.decision or self.decision.body not in state:
            return None
        pay = next(pay for since, pay in BASE_PAY if self.decision.signed >= since)
        return round(pay * SHARES[self.form or "", self.recipient.kind])


def reviews(known: list[Exemplar], spare: list[Exemplar]) -> list[Honour]:
    """All rows of praise and of commendation, each conference's praise first."""
    chance = Random("honours")
    given: list[Honour] = []
    busy: set[tuple[int, Exemplar]] = set()
    for conference in conferences.REVIEWS:
        for decision in (None, *conference.decisions):
            for kind, wanted in zip(
                (COLLECTIVE, INDIVIDUAL), _counts(conference, decision), strict=True
            ):
                fitting = _fitting(known, spare, conference, kind, chance)
                if decision and decision.forms == decisions.TITLES:
                    fitting = [one for one in fitting if _at_work(one)]
                free = [one for one in fitting if (conference.day.year, one) not in busy]
                chosen = free[:wanted]
                # Nobody is taken twice in a year: the law pays an achievement once.
                busy |= {(conference.day.year, one) for one in chosen}
                given += [Honour(one, conference, decision) for one in chosen]
    return given


def october(known: list[Exemplar], models: list[Model]) -> tuple[list[Exemplar], list[Model]]:
    """The 31 exemplars and 23 models honoured on 04/10/2023, at most one of a unit."""
    chance = Random("October")
    honoured: list[Exemplar] = []
    for kind, wanted in ((COLLECTIVE, HONOURED_COLLECTIVES), (INDIVIDUAL, HONOURED_INDIVIDUALS)):
        taken = {one.unit.name for one in honoured}
        of_kind = [one for one in known if one.kind == kind]
        chosen = _one_a_unit(of_kind, taken, chance)[:wanted]
        honoured += sorted(chosen, key=_in_order)
    lasting = [
        model
        for model in models
        if model.kind == COLLECTIVE and len(model.years) > 1 and model.years[-1] == 2023
    ]
    blood_bank = next(model for model in models if model.name == BLOOD_BANK)
    others = _one_model_a_unit(lasting, chance)[: HONOURED_MODELS - 1]
    return honoured, sorted([blood_bank, *others], key=_in_order)


def _in_order(one: Exemplar | Model) -> int:
    return ALL_UNITS.index(one.unit)


def _at_work(one: Exemplar) -> bool:
    """Whether a title of work may go to it: staff of an office or school, not a village body."""
    staff = STAFF if one.kind == INDIVIDUAL else WORKING_BODIES
    text = one.position or one.name
    return one.unit.group in ("office", "school", "mass_organisation") and text.startswith(staff)


def _counts(conference: Conference, decision: Decision | None) -> tuple[int, int]:
    if decision:
        return decision.collectives, decision.individuals
    return conference.praised


def _fitting(
    known: list[Exemplar], spare: list[Exemplar], conference: Conference, kind: str, chance: Random
) -> list[Exemplar]:
    """Those whom the conference is about first; some of them are on no register."""
    unknown = [(one, True) for one in spare]
    ready = [(one, False) for one in known if one.discovered + PREPARING < conference.day]
    ranked = [
        ((not _concerns(conference, one), new and chance.random() > 0.2, chance.random()), one)
        for one, new in ready + unknown
        if one.kind == kind
    ]
    return [one for _, one in sorted(ranked, key=lambda pair: pair[0])]


def _concerns(conference: Conference, one: Exemplar) -> bool:
    text = f"{one.name} {one.position or ''}".lower()
    if conference.own:
        return any(word in text for word in conference.own)
    return not conference.fields or one.field in conference.fields


def _one_a_unit(exemplars: list[Exemplar], taken: set[str], chance: Random) -> list[Exemplar]:
    """One of a unit, half of them from communes, those that came farthest first."""
    order = sorted(
        exemplars, key=lambda one: (not one.multiplied, not one.fostered, chance.random())
    )
    units: dict[str, Exemplar] = {}
    for one in order:
        if one.unit.name not in taken:
            units.setdefault(one.unit.name, one)
    communes = [one for one in units.values() if one.unit.group == "commune"]
    groups: dict[str, list[Exemplar]] = {}
    for one in units.values():
        if one.unit.group != "commune":
            groups.setdefault(one.unit.group, []).append(one)
    others = [one for row in zip_longest(*groups.values()) for one in row if one]
    return [one for pair in zip(communes, others, strict=False) for one in pair]


def _one_model_a_unit(models: list[Model], chance: Random) -> list[Model]:
    order = sorted(models, key=lambda model: (-len(model.years), chance.random()))
    units: dict[str, Model] = {}
    for model in order:
        if model.unit.name != "Huyện đoàn Cẩm Xuyên":
            units.setdefault(model.unit.name, model)
    return list(units.values())
