"""The fields of honours, of the proposals of them, and of the dossiers that gather proposals."""

from collections.abc import Iterator

from emulation_cli.domain.catalogue.field_types import Amount, Number
from emulation_cli.domain.catalogue.fields import (
    ACHIEVEMENT_YEAR,
    ACT,
    BIRTH_YEAR,
    CATEGORY,
    COUNT,
    DATE,
    DAY,
    DECISION,
    EDITING,
    EMPTY,
    EVENT,
    GENDER,
    KIND,
    LEVEL,
    MOVEMENT,
    NEVER,
    NONE,
    NUMBER_TEXT,
    SYSTEM,
    UNIT,
    VERDICTS,
    YES_NO,
    Field,
    part,
    said,
)
from emulation_cli.domain.catalogue.found_types import Coded, FormOrTitle, OfRecord

OF_HONOURS = (
    Field("recipient", required=True, form=EMPTY, personal=True,
          concepts=("name",)),
    Field("kind", KIND, required=True, form=EMPTY),
    Field("unit", UNIT, required=True, form=EMPTY),
    Field("honorific", personal=True),
    Field("position", form=EMPTY, personal=True),
    Field("birth_year", BIRTH_YEAR, form=EMPTY, personal=True,
          concepts=("birth_year", "birth_date", "birth_male", "birth_female")),
    Field("gender", GENDER, form=EMPTY, personal=True),
    Field("address", personal=True),
    Field("works_directly", YES_NO),
    Field("leads", YES_NO),
    Field("act", ACT, required=True, form=EMPTY),
    Field("form", FormOrTitle(), form=EMPTY),
    Field("title", Coded("title", "form"), part_of="form", by_hand=NEVER),
    Field("class", Coded("class")),
    Field("body"),
    Field("level", LEVEL),
    Field("system", SYSTEM),
    Field("years", COUNT),
    Field("category", CATEGORY),
    Field("movement", MOVEMENT),
    Field("decision", DECISION, form=NONE,
          concepts=()),
    part("decision_number", "decision", NUMBER_TEXT, form=EMPTY),
    part("decision_date", "decision", DATE, form=EMPTY),
    part("decision_body", "decision"),
    Field("event", EVENT, form=EMPTY),
    part("event_date", "event", DATE),
    Field("date", DATE),
    Field("achievement_year", ACHIEVEMENT_YEAR, concepts=("achievement_year", "year")),
    Field("achievement", form=EMPTY, personal=True, concepts=("summary",)),
    Field("amount", Amount(), form=EMPTY),
    Field("note", form=EMPTY, personal=True),
    Field("status", Coded("honour_status"), by_hand=EDITING, concepts=("honour_status",)),
    # Whom it is for is said by a verdict, no column.
    Field("for", OfRecord(exemplars="exemplar_id", models="model_id"), part_of="for",
          concepts=("belongs",)),
    *VERDICTS,
    *said("form", "kind", "unit", "act", "level", "system", "category"),
)  # fmt: skip
# What is told of a proposal besides its honour; each has a column of its own.
_OWN = (
    Field("date", DATE, required=True, form=EMPTY),
    Field("dossier", OfRecord(dossiers="dossier_id"), form=NONE),
    Field("proposer", UNIT, form=EMPTY),
    Field("to_body", form=EMPTY),
    Field("to_level", LEVEL),
    Field("votes_for", Number(cell="votes"), form=EMPTY),
    Field("votes_of", COUNT, form=EMPTY),
    Field("outcome", Coded("proposal_outcome"), form=EMPTY),
    Field("outcome_date", DATE),
    Field("outcome_reason", form=EMPTY, personal=True),
)
_SAID_BESIDE = said("proposer", "to_level", "outcome")
# A proposal is decided by what is recorded of its honour.
_UNDECIDED = ("body", "level", "system", "decision", "event", "date", "status", "for")


def _proposed() -> Iterator[Field]:
    """The fields of an honour that a proposal of it has; what is not said of it commends."""
    own = (f for f in OF_HONOURS if f.part_of is None and f.name not in _UNDECIDED)
    for field in own:
        yield field._replace(part_of="honour", required=field.required and field.name != "act")
    yield Field("decision", DECISION, form=NONE, part_of="honour", by_hand=NEVER)


def told_of_proposals() -> tuple[Field, ...]:
    """The same in lists of honours, where a row that proposes tells them."""
    own = (field for field in _OWN if field.name not in ("date", "dossier"))
    said = (field._replace(part_of="proposal", listed=False) for field in _SAID_BESIDE)
    parts = (part(field.name, "proposal", field.type) for field in own)
    return (part("proposed_on", "proposal", DATE), *parts, *said)


OF_PROPOSALS = (*_proposed(), *_OWN, *_SAID_BESIDE)
# The papers of one round: who hands them up to whom, and the meeting that reviewed them.
OF_DOSSIERS = (
    Field("name", required=True, form=NONE),
    Field("date", DATE, form=NONE),
    Field("unit", UNIT, form=NONE),
    Field("body", form=NONE),
    Field("level", LEVEL, form=NONE),
    Field("movement", MOVEMENT, form=NONE),
    Field("meeting_date", DAY, form=NONE),
    Field("meeting_place", form=NONE),
    Field("chair", form=NONE, personal=True),
    Field("secretary", form=NONE, personal=True),
    Field("members", COUNT, form=NONE),
    Field("present", COUNT, form=NONE),
    Field("event", EVENT, form=NONE),
    Field("decision", DECISION, form=NONE, by_hand=EDITING),
    Field("note", form=NONE),
    *said("level"),
)
