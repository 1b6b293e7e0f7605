"""The lists that would count what a number means, in each way in which it may be counted."""

from collections.abc import Iterable, Iterator
from itertools import product
from typing import Any, NamedTuple

from emulation_cli.documents.verifying.meanings import Meaning
from emulation_cli.documents.verifying.spoken_words import (
    EVENTS,
    EXEMPLARS,
    HONOURS,
    MODELS,
    concept,
)
from emulation_cli.tallies.measures.figures import ReportRequest
from emulation_cli.tallies.measures.period_figures import list_of
from emulation_cli.tallies.measures.specifications import ACTS, STAGES
from emulation_cli.tallies.measures.specifications import HONOURS as AWARDS
from emulation_cli.tallies.row_lists.list_requests import ListRequest


class Question(NamedTuple):
    """Lists whose rows together are a figure, or what a column of theirs `adds` up to."""

    lists: tuple[ListRequest, ...]
    adds: str = ""


def questions(meaning: Meaning, request: ReportRequest, *, part: bool) -> list[Question]:
    """The lists that count a meaning, each way in which it may be counted; none where none does."""
    match meaning.noun:
        case "exemplars":
            return [*_of_exemplars(meaning, request)]
        case "models":
            return [*_of_models(meaning, request, part=part)]
        case "events":
            return [*_of_events(meaning, request)]
        case "honours":
            return [*_of_honours(meaning, request)]
    return []


def _lists(whole: ListRequest, meaning: Meaning, names: Iterable[str]) -> list[ListRequest]:
    """The list narrowed by dimensions whose values exclude one another: one for each choice."""
    dims = [one for one in meaning.said if one.name in names and one.values]
    made = []
    for chosen in product(*(one.values for one in dims)):
        asked = whole
        for one, value in zip(dims, chosen, strict=True):
            asked = _having(asked, one.name, value)
        made.append(asked)
    return made


def _having(asked: ListRequest, name: str, value: Any) -> ListRequest:
    if name == "unit":
        return asked._replace(within=(value,))
    if name == "gender" and asked.noun == EXEMPLARS:
        return asked.having("kind", "individual").having(name, value)
    return asked.having(name, value)


_COMMON = ("kind", "unit", "unit_group")
_ALL_ACTS = frozenset(ACTS)


def _only(meaning: Meaning, *names: str) -> bool:
    return meaning.names <= {*names, *_COMMON, "when"}


def _plain(meaning: Meaning) -> Meaning:
    """Without kinds that are all kinds."""
    said = tuple(one for one in meaning.said if not (one.name == "kind" and len(one.values) > 1))
    return Meaning(meaning.noun, said)


def _of_exemplars(meaning: Meaning, request: ReportRequest) -> Iterator[Question]:
    meaning = _plain(meaning)
    if "event_id" in meaning.names or _acts(meaning) not in (None, _ALL_ACTS):
        yield from _belonging(meaning, request)
        return
    if not _only(meaning, "field", "gender", "stage", "act"):
        return
    whole = list_of(request, EXEMPLARS)
    steps = [
        one.values for one in meaning.said if one.name == "stage" and len(one.values) < len(STAGES)
    ]
    if any(len(one) > 1 for one in steps):
        return
    for stage in sorted((next(iter(one)) for one in steps), key=STAGES.index):
        whole = whole.having(stage, 1)
    if _acts(meaning):
        whole = whole.having("honoured", 1)
    yield Question(tuple(_lists(whole, meaning, ("field", "gender", *_COMMON))))


def _acts(meaning: Meaning) -> frozenset[Any] | None:
    return next((one.values for one in meaning.said if one.name == "act"), None)


def _belonging(meaning: Meaning, request: ReportRequest) -> Iterator[Question]:
    """Exemplars or models that were honoured: the honours that belong to them."""
    if not _only(meaning, "event_id", "act"):
        return
    of = concept("of", meaning.noun, HONOURS)
    yield from _of_honours(Meaning(HONOURS, (*meaning.said, of)), request)


def _of_models(meaning: Meaning, request: ReportRequest, *, part: bool) -> Iterator[Question]:
    meaning = _plain(meaning)
    if "event_id" in meaning.names or _acts(meaning) not in (None, _ALL_ACTS):
        yield from _belonging(meaning, request)
        return
    if not _only(meaning, "field", "status", "recognised", "level", "replicated", "counted", "act"):
        return
    whole = list_of(request, MODELS)
    by_year = "counted" in meaning.names or "status" in meaning.names
    reached = [name for name in ("recognised", "replicated") if name in meaning.names]
    if (
        len(reached) > 1
        or (reached and by_year)
        or ("level" in meaning.names and "recognised" not in meaning.names)
    ):
        return
    if by_year:
        whole = whole._replace(registrations=True)
    if _acts(meaning):
        whole = whole.having("honoured", 1)
    names = ("field", "status", *_COMMON)
    if not reached:
        yield Question(tuple(_lists(whole, meaning, names)))
        return
    [step] = reached
    milestone = whole._replace(milestone=step)
    yield Question(tuple(_lists(milestone, meaning, (*names, "level"))))
    if part and "level" not in meaning.names:
        yield Question(tuple(_lists(whole.having(step, 1), meaning, names)))


def _of_events(meaning: Meaning, request: ReportRequest) -> Iterator[Question]:
    if _only(meaning, "type") and "kind" not in meaning.names:
        yield Question(tuple(_lists(list_of(request, EVENTS), meaning, ("type", *_COMMON))))


# What honours are broken down by, besides the acts and whose they are.
_OF_AWARDS = frozenset(
    part.by for part in AWARDS.parts if part.nests and part.by not in ("act", "unit", "unit_group")
)


def _of_honours(meaning: Meaning, request: ReportRequest) -> Iterator[Question]:
    meaning = _plain(meaning)
    if not _only(meaning, "act", "event_id", "of", "counted", "adds", "gender", *_OF_AWARDS):
        return
    if not meaning.names & {"act", "event_id", "adds", *_OF_AWARDS}:
        return
    said = tuple(one for one in meaning.said if not (one.name == "act" and one.values == _ALL_ACTS))
    meaning = Meaning(HONOURS, said)
    whole = list_of(request, HONOURS)
    names = ("act", "event_id", "of", "gender", *_OF_AWARDS, *_COMMON)
    lists = tuple(_lists(whole, meaning, names))
    if "adds" in meaning.names:
        yield Question(lists, "amount")
        return
    counted = meaning.value("counted")
    if counted != "recipients":
        yield Question(lists)
    if counted != "instances" and (len(lists) == 1):
        yield Question(tuple(one._replace(recipients=True) for one in lists))
