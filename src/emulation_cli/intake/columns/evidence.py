"""What a column means, by weight: its heading, its cells, and what the other columns are.

The heading counts most; the cells a half of their log-odds, for what they decide is where the
heading is strange. A meaning is taken where it leads by a margin, and told unless the heading
alone says it; below the margin the clerk is asked.
"""

from collections.abc import Collection, Mapping
from typing import NamedTuple

from emulation_cli.intake.columns.profiles import Profile
from emulation_cli.intake.columns.weights import WEIGHTS
from emulation_cli.intake.headings import synonyms
from emulation_cli.intake.headings.heading_grammar import parse
from emulation_cli.intake.headings.slips import nearest_concept

KNOWN, ONE_OF, STRANGE, SLIP = 7.0, 5.0, 3.25, 2.5
_OF_CELLS, _OF_CELLS_ALONE = 0.5, 1.0  # alone: where the heading leaves the choice to them
_A_WORD_MORE = 0.5
_LACKING = 1.5
_LACKING_NAME = 1.5
_TAKEN, _ASKED, _MARGIN = 3.0, 1.75, 1.0
_GAINSAID = -2.0
_HAD, _SOME_KNOWN = -4.0, 0.2
# What cells alone can say: values of closed lists, units, persons. A date alone says nothing.
_BY_CELLS = ("unit", "field", "kind", "form", "status", "name", "gender")
# Headings that are said of several things, of which the cells are one.
_ALSO: Mapping[str, tuple[str, ...]] = {
    "kind": ("type", "category", "status", "level", "field", "form", "name"),
    "type": ("kind", "category", "status"),
    "form": ("act", "status", "category"), "title": ("form", "act"),
    "act": ("form",), "status": ("kind", "stage", "year"), "amount": ("form",),
    "stage": ("status",),
    "address": ("unit",), "movement": ("field",), "summary": ("form", "field"),
    "theme": ("field", "summary"),
    "organiser": ("date", "place"), "category": ("kind", "form"), "level": ("decision_body",),
}  # fmt: skip
_OF_AN_AWARD = ("form", "amount")
_IN_A_PART = frozenset({"PERSON", "LEAD", "SIGN", "POSITION", "UNIT"})
# With a word more these are of no use.
_WHOLE_ONLY = frozenset(
    {
        "code",
        "stt",
        "note",
        "personal",
        "subunit",
        "event",
        "first_name",
        "last_name",
        "honorific",
        "native",
        "occupation",
        "discipline",
    }
)
# A day, a year, a sum of money with a word more is another one: never guessed, only asked.
_ONLY_ASKED = frozenset(
    {"date", "year", "date_place", "decision_date", "decision_number", "decision", "recognised",
     "registered_on", "achievement_year", "birth_date", "birth_year", "appraised", "stopped",
     "replicated", "amount", "attendance", "level", "decision_body"}
)  # fmt: skip
# Closed lists: a column of which no cell is one of these is another thing.
SORTS_OF: Mapping[str, tuple[str, ...]] = {
    "status": ("status", "stage"), "stage": ("stage",), "act": ("act", "event_type"),
    "category": ("category",), "level": ("level", "unit_type"), "kind": ("kind", "unit_type"),
    "type": ("unit_type", "event_type", "kind"),
}  # fmt: skip
# Of one thing a list needs one column: who has one of these lacks none of the others.
_LIKE = (
    {*synonyms.NAMES, "first_name", "last_name", *synonyms.MARKS},
    {"unit", "unit_name", "position_unit", "organiser", "parent"},
    {"form", "title", "form_mark", "title_mark"}, {"field", "field_mark"},
    {"kind", *synonyms.MARKS}, {"status", "status_mark", "year_mark", "renewal"},
    {"decision", "decision_number"}, {"gender", "male_mark", "female_mark"},
)  # fmt: skip


class Weight(NamedTuple):
    """One piece of evidence: `heading`, `lacking` or a sort of cell, its share, its weight."""

    what: str
    share: float
    weight: float


class Weighed(NamedTuple):
    """What was found of one column: `taken` or only likely, by which weights."""

    concept: str
    score: float
    margin: float
    taken: bool
    weights: tuple[Weight, ...] = ()

    @property
    def rank(self) -> tuple[bool, float]:
        """What a heading says a word of goes before what only cells say."""
        return any(one.what == "heading" for one in self.weights), self.score

    @property
    def sure(self) -> bool:
        return any(one.what == "heading" and one.weight >= ONE_OF for one in self.weights)

    @property
    def by_cells(self) -> Weight | None:
        """The strongest thing that the cells say for it."""
        found = [w for w in self.weights if w.what not in ("heading", "lacking") and w.weight > 0]
        return max(found, key=lambda one: one.weight * one.share, default=None)


def said_by(text: str) -> dict[str, float]:
    """What a heading may mean, and how strongly it says so."""
    if sure := synonyms.concept_of(text):
        if synonyms.is_helper(text):
            return {sure: SLIP}
        return {**dict.fromkeys(_ALSO.get(sure, ()), ONE_OF), sure: KNOWN}
    found = parse(text)
    if found.other:
        return {}
    # «Khen thưởng» is what was given, or the money.
    several = _OF_AN_AWARD if found.parts == {"AWARD"} else synonyms.pieces(text)
    if several:
        return dict.fromkeys(several, ONE_OF)
    if found.concept and found.concept not in _WHOLE_ONLY:
        return {found.concept: max(STRANGE - _A_WORD_MORE * found.open, 1.0)}
    # «Đã biểu dương» is no slip of «Dịp biểu dương»: each of its words is known.
    slip = nearest_concept(text) if text and (found.open or not found.parts) else None
    return {slip: SLIP} if slip else {}


def weigh(text: str, profile: Profile, had: Collection[str | None]) -> Weighed | None:
    """The likeliest meaning of a column, or None where nothing speaks for one."""
    said = said_by(text)
    tried = set(said)
    parsed = parse(text)
    if profile.filled and not parsed.other and not synonyms.concept_of(text):
        # «Người …» is somebody in some part, and rarely the one whom a list is about.
        somebody = parsed.parts & _IN_A_PART and "WHOM" not in parsed.parts
        tried |= {c for c in _BY_CELLS if c != "name" or not somebody}
    # What may be a slip of the hand says too little to halve what the cells say.
    said_well = len(said) == 1 and max(said.values()) > SLIP
    found = _ranked(tried, said, profile, had, _OF_CELLS if said_well else _OF_CELLS_ALONE)
    if said_well and _gainsaid(next(iter(said)), profile):
        # «Nhóm nội dung» over fields: no cell is what a strange heading nearly says.
        found = _ranked(tried, said, profile, had, _OF_CELLS_ALONE)
    if not found or found[0][0] < _ASKED:
        return None
    score, concept, weights = found[0]
    margin = score - (found[1][0] if len(found) > 1 else 0.0)
    heading = said.get(concept, 0.0)
    if concept == "unit" and not heading and profile.share("unit", "within") < _SOME_KNOWN:
        return Weighed(concept, score, margin, taken=False, weights=weights)  # bodies of no unit
    surely = heading >= ONE_OF or (concept not in _ONLY_ASKED and (heading or profile.filled > 1))
    taken = bool(surely) and score >= _TAKEN and margin >= _MARGIN
    return Weighed(concept, score, margin, taken, weights)


def _gainsaid(concept: str, profile: Profile) -> bool:
    """Whether the cells speak against a meaning."""
    return sum(one.share * one.weight for one in of_cells(concept, profile)) < _GAINSAID


def _ranked(
    tried: Collection[str],
    said: Mapping[str, float],
    profile: Profile,
    had: Collection[str | None],
    factor: float,
) -> list[tuple[float, str, tuple[Weight, ...]]]:
    found = (_weighed(one, said.get(one, 0.0), profile, had, factor) for one in tried)
    return sorted(found, key=lambda one: -one[0])


def _weighed(
    concept: str,
    heading: float,
    profile: Profile,
    had: Collection[str | None],
    factor: float,
) -> tuple[float, str, tuple[Weight, ...]]:
    weights = [Weight("heading", 1.0, heading)] if heading else []
    cells = list(of_cells(concept, profile))
    score = heading + factor * sum(one.share * one.weight for one in cells)
    if heading < KNOWN:
        more = _lacking(concept) if lacks(concept, had) else _HAD
        weights.append(Weight("lacking", 1.0, more))
        score += more / 2 if heading and more > 0 else more
    return score, concept, (*weights, *cells)


def of_cells(concept: str, profile: Profile) -> list[Weight]:
    """What the cells say for and against a meaning; the fewer they are, the less."""
    table = WEIGHTS.get(concept)
    if not table or not profile.filled:
        return []
    trust = profile.filled / (profile.filled + 0.5)
    shares = [("", 1.0), *profile.shares.items()]
    return [Weight(sort, trust * share, table[sort]) for sort, share in shares if table.get(sort)]


def _lacking(concept: str) -> float:
    """A list has names before all else."""
    return _LACKING_NAME if concept in synonyms.NAMES else _LACKING


def alike(one: str, other: str) -> bool:
    """Whether two meanings are of one thing: «Danh hiệu» and «Hình thức khen thưởng»."""
    return one == other or any(one in like and other in like for like in _LIKE)


def lacks(concept: str, had: Collection[str | None]) -> bool:
    """Whether a list has no column of this meaning yet, nor one of its like."""
    return not any(concept in like and like & set(had) for like in _LIKE) and concept not in had
