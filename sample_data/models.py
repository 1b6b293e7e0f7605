"""The 686 distinct models registered in 2018-2023, new in one year and continued in some later."""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from sample_data import district
from sample_data import model_words as words
from sample_data.district import Unit
from sample_data.names import People

# New models of each year: of communes and townships, of all other units; 515 + 171 = 686.
NEW = {
    2018: (89, 29),
    2019: (81, 25),
    2020: (73, 24),
    2021: (91, 30),
    2022: (95, 33),
    2023: (86, 30),
}
BLOOD_BANK = "CLB ngân hàng máu sống"
# A unit's idea, and whether it is one person's own model.
Owned = tuple[words.Idea, bool]


@dataclass(frozen=True)
class Model:
    """A model and the years in which its unit registered it."""

    name: str
    unit: Unit
    field: str
    kind: str
    leader: str
    years: tuple[int, ...]


def register() -> list[Model]:
    """All 686 models in the order of their first year and of the units."""
    chance = Random("models")
    people = People("models")
    ideas = {unit.name: _ideas(unit, chance) for unit in district.ALL_UNITS}
    models: list[Model] = []
    for year in NEW:
        for unit in _owners(year, ideas, chance):
            idea, personal = _take(ideas[unit.name], year)
            if successor := district.SUCCESSOR.get(unit.name):
                # Taken up again there it would be the same model, not one more.
                ideas[successor] = [one for one in ideas[successor] if one[0].name != idea.name]
            leader = people.person(None, (1958, 1992)).name
            kind = "Cá nhân" if personal else "Tập thể"
            years = _years(idea, unit, year, chance)
            models.append(Model(idea.name, unit, idea.field, kind, leader, years))
    order = {unit.name: place for place, unit in enumerate(district.ALL_UNITS)}
    return sorted(models, key=lambda model: (model.years[0], order[model.unit.name], model.name))


def _owners(year: int, ideas: dict[str, list[Owned]], chance: Random) -> list[Unit]:
    """Who registers a new model that year: keen communes more, the others as they have any."""
    of_communes, of_others = NEW[year]
    dealt = district.shares(of_communes, district.communes_in(year), 1, 7)
    communes = [district.BY_NAME[name] for name, count in dealt.items() for _ in range(count)]
    others = [
        unit
        for unit in district.OTHER_UNITS
        if unit.in_year(year) and any(_fits(idea, year) for idea, _ in ideas[unit.name])
    ]
    busy = [unit for unit in others if unit.group in ("mass_organisation", "armed_forces")]
    quiet = [unit for unit in others if unit not in busy]
    return [
        *communes,
        *busy,
        *chance.sample(quiet, of_others - len(busy)),
    ]


def _fits(idea: words.Idea, year: int) -> bool:
    return idea.first <= year <= idea.last


def _ideas(unit: Unit, chance: Random) -> list[Owned]:
    """All ideas that fit the unit, in the order in which it will have them."""
    if unit.group == "commune":
        found = [(idea, False) for idea in _placed(words.COMMUNE_IDEAS, unit, chance)]
        own = [(idea, True) for idea in _placed(words.PERSONAL_IDEAS, unit, chance)]
        chance.shuffle(found)
        for idea in own:
            found.insert(chance.randint(0, len(found)), idea)
        return found
    general = {
        "school": words.SCHOOL_IDEAS,
        "enterprise": words.ENTERPRISE_IDEAS,
        "office": words.OFFICE_IDEAS,
    }.get(unit.group, ())
    sort = "company" if unit.name.startswith("Công ty") else "coop"
    ideas = [idea for idea in general if idea.where in ("", sort)]
    chance.shuffle(ideas)
    return [(idea, False) for idea in (*words.UNIT_IDEAS.get(unit.code, ()), *ideas)]


def _placed(ideas: tuple[words.Idea, ...], unit: Unit, chance: Random) -> Iterator[words.Idea]:
    """The ideas that fit a commune, each in two of its villages where it is a village's."""
    fitting = {"", "town" if unit.type == "Thị trấn" else "country"}
    fitting |= {"coast"} if unit.name in district.COASTAL else set()
    fitting |= {"upland"} if unit.name in district.UPLAND else set()
    for idea in ideas:
        if idea.where not in fitting:
            continue
        if "{place}" not in idea.name:
            yield idea
            continue
        for place in chance.sample(district.places(unit.name), 2):
            yield idea._replace(name=idea.name.format(place=place))


def _take(ideas: list[Owned], year: int) -> Owned:
    """The unit's next idea that is of that year."""
    place = next(place for place, (idea, _) in enumerate(ideas) if _fits(idea, year))
    return ideas.pop(place)


def _years(idea: words.Idea, unit: Unit, year: int, chance: Random) -> tuple[int, ...]:
    if idea.name == BLOOD_BANK:
        return tuple(NEW)
    years = [year]
    while year < idea.last and unit.in_year(year + 1) and chance.random() < 0.42:
        year += 1
        years.append(year)
    return tuple(years)
