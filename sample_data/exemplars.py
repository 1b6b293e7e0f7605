"""The exemplars of 2021-2023: 223 collectives and 158 individuals, and others on no register."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from sample_data import district
from sample_data import exemplar_words as words
from sample_data.district import Unit
from sample_data.names import People

COLLECTIVE, INDIVIDUAL = "Tập thể", "Cá nhân"
# The published figures, and how many of them the 23 communes bring: together, least and most.
WANTED = {COLLECTIVE: 223, INDIVIDUAL: 158}
OF_COMMUNES = {COLLECTIVE: (138, 3, 10), INDIVIDUAL: (92, 2, 7)}
SPARE_PER_COMMUNE = 2
YEARS = (2021, 2022, 2023)
# The day each year's lists were closed: nothing in them is later.
CLOSED = {2021: date(2021, 11, 26), 2022: date(2022, 11, 25), 2023: date(2023, 9, 15)}
# These four sent one list together, for all three years.
CLUSTER = ("Xã Cẩm Duệ", "Xã Cẩm Mỹ", "Xã Cẩm Thạch", "Xã Cẩm Quan")
MULTIPLIED_LATER = 24


@dataclass(frozen=True)
class Exemplar:
    """An exemplar as its office knows it; `year` is the year of the list it stands in."""

    name: str
    kind: str
    unit: Unit
    field: str
    year: int
    discovered: date
    fostered: date | None = None
    multiplied: date | None = None
    position: str | None = None
    gender: str | None = None
    birth_year: int | None = None


@dataclass(frozen=True)
class Candidate:
    """A collective or a post of a unit that may become an exemplar."""

    unit: Unit
    body: words.Body | None = None
    post: words.Post | None = None


def register() -> tuple[list[Exemplar], list[Exemplar]]:
    """The 381 exemplars of the register, and others who are on none but may be praised."""
    chance = Random("exemplars")
    people = People("exemplars")
    known: list[Exemplar] = []
    spare: list[Exemplar] = []
    for kind in (COLLECTIVE, INDIVIDUAL):
        chosen, left = _choose(kind, chance)
        known += [_exemplar(candidate, people, chance) for candidate in chosen]
        spare += [_exemplar(candidate, people, chance) for candidate in left]
    return known, spare


def multiplied_later(known: list[Exemplar]) -> list[Exemplar]:
    """Those of the communes' lists of 2021 and 2022 that were multiplied in 2023."""
    chance = Random("multiplied in 2023")
    early = [
        exemplar
        for exemplar in known
        if exemplar.unit.group == "commune"
        and exemplar.unit.name not in CLUSTER
        and exemplar.year < 2023
        and not exemplar.multiplied
    ]
    later = chance.sample(early, MULTIPLIED_LATER)
    later.sort(key=lambda exemplar: (exemplar.kind != COLLECTIVE, exemplar.unit.name))
    return [
        replace(exemplar, multiplied=_day(date(2023, 3, 1), date(2023, 8, 31), chance))
        for exemplar in later
    ]


def _choose(kind: str, chance: Random) -> tuple[list[Candidate], list[Candidate]]:
    chosen: list[Candidate] = []
    spare: list[Candidate] = []
    communes = district.communes_in(2021)
    total, least, most = OF_COMMUNES[kind]
    for name, wanted in district.shares(total, communes, least, most).items():
        all_of_it = list(_of_commune(district.BY_NAME[name], kind, chance))
        chosen += all_of_it[:wanted]
        spare += all_of_it[wanted : wanted + SPARE_PER_COMMUNE]
    others = _of_others(kind, chance)
    missing = WANTED[kind] - len(chosen)
    return chosen + others[:missing], spare + others[missing:]


def _of_commune(unit: Unit, kind: str, chance: Random) -> Iterator[Candidate]:
    """Bodies or posts of a commune in random order, no template twice."""
    places = district.places(unit.name)
    short = unit.name[0].lower() + unit.name[1:]
    township = unit.type == "Thị trấn"
    texts = {"unit": short, "name": short if township else unit.name.removeprefix("Xã ")}
    templates: list[words.Body | words.Post] = list(
        words.COMMUNE_BODIES if kind == COLLECTIVE else words.COMMUNE_POSTS
    )
    chance.shuffle(templates)
    for template in templates:
        text = template[0].format(place=chance.choice(places), **texts)
        if township and text.startswith(("Ban Phát triển", "Công an viên")):
            continue
        field = _town_field(template.field) if township else template.field
        text = text.replace("Trưởng tổ dân phố", "Tổ trưởng tổ dân phố")
        if isinstance(template, words.Body):
            yield Candidate(unit, body=words.Body(text, field))
        else:
            yield Candidate(unit, post=template._replace(title=text, field=field))


def _town_field(field: str) -> str:
    """A township does not build the new countryside; it is held up for clean streets."""
    return words.ENVIRONMENT if field == words.RURAL else field


def _of_others(kind: str, chance: Random) -> list[Candidate]:
    """Of offices, forces, organisations, schools and enterprises: a unit's first ones first."""
    ranked = [
        (place + 2.5 * chance.random(), candidate)
        for unit in district.OTHER_UNITS
        for place, candidate in enumerate(_of_unit(unit, kind))
    ]
    return [candidate for _, candidate in sorted(ranked, key=lambda pair: pair[0])]


def _of_unit(unit: Unit, kind: str) -> Iterator[Candidate]:
    if kind == COLLECTIVE:
        for body in _bodies(unit):
            yield Candidate(unit, body=body)
    else:
        for post in _posts(unit):
            yield Candidate(unit, post=post)


def _bodies(unit: Unit) -> list[words.Body]:
    if unit.group != "school":
        return [body._replace(name=body.name or unit.name) for body in words.BODIES[unit.code]]
    level = _level(unit)
    return [
        words.Body(prefix + unit.name, words.EDUCATION) for prefix in words.SCHOOL_BODIES[level]
    ]


def _posts(unit: Unit) -> list[words.Post]:
    if unit.group == "school":
        return list(words.SCHOOL_POSTS[_level(unit)])
    if unit.code in words.POSTS:
        return list(words.POSTS[unit.code])
    field = words.BODIES[unit.code][0].field
    return [post._replace(field=field) for post in words.OFFICE_POSTS]


def _level(school: Unit) -> str:
    return next(level for level in district.SCHOOLS if school.name.startswith(level))


def _exemplar(candidate: Candidate, people: People, chance: Random) -> Exemplar:
    unit = candidate.unit
    year = chance.choice(YEARS)
    if candidate.body and candidate.body.name.startswith("Tổ công nghệ số"):
        year = max(year, 2022)  # the first such groups were set up that spring
    by_year = unit.group == "commune" and unit.name not in CLUSTER
    stages = _stages(year, CLOSED[year if by_year else 2023], bool(unit.begun), chance)
    if candidate.body:
        name, field = candidate.body
        return Exemplar(name, COLLECTIVE, unit, field, year, *stages)
    assert candidate.post
    title, field, gender, (youngest, oldest) = candidate.post
    person = people.person(gender, (2022 - oldest, 2022 - youngest))
    return Exemplar(
        person.name, INDIVIDUAL, unit, field, year, *stages, title, person.gender, person.birth_year
    )


def _stages(
    year: int, closed: date, begun_2020: bool, chance: Random
) -> tuple[date, date | None, date | None]:
    """Discovered, fostered, multiplied; a few were discovered years before and grew only now."""
    if chance.random() < 0.05:
        first = _day(date(2020 if begun_2020 else 2019, 2, 1), date(2020, 10, 31), chance)
        grown = _day(date(year, 1, 10), date(year, 4, 30), chance)
        return first, grown, _day(date(year, 5, 10), min(closed, date(year, 10, 31)), chance)
    first = _day(date(year, 1, 8), min(date(year, 9, 30), date(2023, 7, 31)), chance)
    fostered = _later(first, closed, 0.6, chance)
    return first, fostered, _later(fostered, closed, 0.45, chance)


def _later(after: date | None, closed: date, likely: float, chance: Random) -> date | None:
    if after is None or chance.random() > likely:
        return None
    found = after + timedelta(days=chance.randint(40, 240))
    return found if found <= closed else None


def _day(first: date, last: date, chance: Random) -> date:
    return first + timedelta(days=chance.randint(0, (last - first).days))
