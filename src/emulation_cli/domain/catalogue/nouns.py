"""The catalogue: every noun of the register and every field of it, each declared once.

Options, prompts, `edit`, forms, lists, exports, labels, history, purge and the reading of lists
are made from these declarations. A new field is one line here, its column in schema.sql and its
label in words/*/fields.py.
"""

from emulation_cli.domain.catalogue.award_fields import (
    OF_DOSSIERS,
    OF_HONOURS,
    OF_PROPOSALS,
    told_of_proposals,
)
from emulation_cli.domain.catalogue.conference_fields import (
    OF_PRESENTERS,
    OF_PUBLICATIONS,
    OF_TARGETS,
)
from emulation_cli.domain.catalogue.field_types import PeriodText, SectionName
from emulation_cli.domain.catalogue.fields import (
    ADDING,
    BIRTH_YEAR,
    CATEGORY,
    COUNT,
    DATE,
    DAY,
    EDITING,
    EMPTY,
    GENDER,
    KIND,
    LEVEL,
    MOVEMENT,
    NAMES,
    NEVER,
    NONE,
    NUMBER_TEXT,
    SYSTEM,
    UNIT,
    VERDICTS,
    YEAR,
    YES_NO,
    Field,
    Noun,
    part,
    said,
)
from emulation_cli.domain.catalogue.found_types import Coded, OfRecord, OfUnit, Organiser

# What stages and years of a record are: rows of tables of their own.
STAGES = ("discovered", "fostered", "multiplied")
REGISTRATION = "registration"
MODEL_MILESTONES = ("appraised", "recognised", "replicated", "stopped")


def _milestone(name: str, *further: Field, concepts: tuple[str, ...] = ()) -> tuple[Field, ...]:
    """A milestone of models in lists: its date, what is told of it, its document."""
    date = part(name, name, DATE)._replace(concepts=concepts or None)
    return (date, *further, part(f"{name}_document", name))


NOUNS = (
    Noun(
        "units", "unit", "name",
        (
            Field("name", required=True, form=EMPTY),
            Field("code", form=EMPTY),
            Field("type", Coded("unit_type"), required=True, form=EMPTY, concepts=("type", "kind")),
            Field("parent", OfUnit("text"), form=EMPTY),
            Field("unit_group"),
            Field("valid_from", DAY),
            Field("valid_to", DAY),
            Field("other_names", NAMES, form=EMPTY),
            Field("address"),
            Field("note"),
            *said("type"),
        ),
        ("code", "name", "type", "parent"),
    ),
    Noun(
        "exemplars", "exemplar", "name",
        (
            Field("name", required=True, form=EMPTY, personal=True),
            Field("kind", KIND, required=True, form=EMPTY),
            Field("unit", UNIT, required=True, form=EMPTY),
            Field("field", Coded("exemplar_field", "text", open=True), required=True,
                  form=EMPTY, concepts=("field", "title_field")),
            Field("discovered", DATE, form=EMPTY, part_of="discovered", adding="date",
                  concepts=("discovered", "date", "year")),
            Field("fostered", DATE, form=EMPTY, part_of="fostered"),
            Field("multiplied", DATE, form=EMPTY, part_of="multiplied"),
            Field("position", form=EMPTY, personal=True),
            Field("birth_year", BIRTH_YEAR, form=EMPTY, personal=True,
                  concepts=("birth_year", "birth_date", "birth_male", "birth_female")),
            Field("gender", GENDER, form=EMPTY, personal=True),
            Field("works_directly", YES_NO),
            Field("leads", YES_NO),
            Field("movement", MOVEMENT),
            Field("summary", form=EMPTY, personal=True),
            Field("address", personal=True),
            Field("note", form=EMPTY, personal=True),
            Field("model", OfRecord(models="model_id"), concepts=("grown_from",)),
            *(part(f"{stage}_document", stage) for stage in STAGES),
            *VERDICTS,
            *said("kind", "unit", "field"),
        ),
        ("name", "kind", "unit", "field", "discovered", "stage", "birth_year", "gender",
         "position", "field_label"),
    ),
    Noun(
        "models", "model", "name",
        (
            Field("name", required=True, form=EMPTY),
            Field("kind", KIND, form=EMPTY),
            Field("unit", UNIT, required=True, form=EMPTY,
                  concepts=("unit", "organiser")),
            Field("field", Coded("model_field"), required=True, form=EMPTY),
            Field("year", YEAR, required=True, form=EMPTY, part_of=REGISTRATION, by_hand=ADDING,
                  listed=False, concepts=("year", "date", "discovered", "registered_on")),
            Field("status", Coded("registration_status", "status"), form=EMPTY,
                  part_of=REGISTRATION, by_hand=NEVER, listed=False,
                  concepts=("status", "renewal")),
            Field("leader", form=EMPTY, personal=True),
            Field("address", form=EMPTY, personal=True, concepts=("address", "place")),
            Field("movement", MOVEMENT),
            Field("summary", form=EMPTY, personal=True),
            Field("note", form=EMPTY, personal=True),
            part("registered_on", REGISTRATION, DATE),
            part("registered_document", REGISTRATION),
            *_milestone("appraised"),
            *_milestone("recognised", part("recognised_level", "recognised", LEVEL)._replace(
                concepts=("level",))),
            *_milestone("replicated", part("replicated_unit", "replicated", OfUnit("one_unit")),
                        concepts=("replicated", "multiplied")),
            *_milestone("stopped"),
            *VERDICTS,
            *said("kind", "unit", "field"),
        ),
        ("name", "kind", "unit", "field", "first_registered", "years", "status", "field_label",
         "recognised"),
    ),
    Noun(
        "events", "event", "name",
        (
            Field("name", required=True, form=EMPTY),
            Field("type", Coded("event_type"), required=True, form=EMPTY,
                  concepts=("type", "kind")),
            Field("date", DATE, required=True, form=EMPTY,
                  concepts=("date", "year")),
            Field("place", form=EMPTY, concepts=("place", "address")),
            Field("organiser", Organiser(), form=EMPTY,
                  concepts=("organiser", "unit")),
            Field("attendance", COUNT, form=EMPTY),
            Field("movement", MOVEMENT),
            Field("period_reviewed"),
            Field("note"),
            *VERDICTS,
            *said("type"),
        ),
        ("name", "type", "date", "place", "organiser"),
    ),
    Noun(
        "movements", "movement", "name",
        (
            Field("name", required=True, form=EMPTY),
            Field("document", form=EMPTY, concepts=("document", "decision_number")),
            Field("date", DATE, form=EMPTY, concepts=("date", "year")),
            Field("term_from", DATE, form=EMPTY),
            Field("term_to", DATE, form=EMPTY),
            Field("organiser", Organiser(), form=EMPTY,
                  concepts=("organiser", "unit")),
            Field("scope", form=EMPTY),
            Field("theme", form=EMPTY, concepts=("theme", "summary", "abstract")),
            Field("note", form=EMPTY),
        ),
        ("name", "date", "term_from", "term_to", "organiser"),
    ),
    Noun(
        "decisions", "decision", "number",
        (
            Field("number", NUMBER_TEXT, required=True, form=EMPTY, concepts=("decision_number",)),
            Field("date", DATE, required=True, form=EMPTY, concepts=("decision_date", "date")),
            Field("body", required=True, form=EMPTY,
                  concepts=("decision_body", "unit", "organiser")),
            Field("level", LEVEL, required=True, form=EMPTY),
            Field("signer", form=EMPTY),
            Field("signer_position", form=EMPTY),
            Field("abstract", form=EMPTY, concepts=("abstract", "summary")),
            Field("system", SYSTEM),
            Field("category", CATEGORY),
            Field("stated_collectives", COUNT, form=EMPTY,
                  concepts=("stated_collectives", "collective_mark")),
            Field("stated_individuals", COUNT, form=EMPTY,
                  concepts=("stated_individuals", "individual_mark")),
            Field("stated_households", COUNT, form=EMPTY,
                  concepts=("stated_households", "household_mark")),
            Field("movement", MOVEMENT),
            Field("note"),
            *VERDICTS,
            *said("level", "system", "category"),
        ),
        ("number", "date", "body", "level", "signer", "signer_position", "abstract"),
    ),
    Noun(
        "honours", "honour", "recipient",
        (*OF_HONOURS, *told_of_proposals()),
        ("recipient", "kind", "unit", "act", "form", "decision", "date", "amount", "status",
         "event", "for"),
    ),
    Noun(
        "dossiers", "dossier", "name",
        OF_DOSSIERS,
        ("name", "date", "unit", "body", "level", "decision", "event"),
    ),
    Noun(
        "proposals", "proposal", "recipient",
        OF_PROPOSALS,
        ("recipient", "kind", "unit", "act", "form", "date", "outcome", "votes_for", "votes_of",
         "decision", "amount", "proposer", "to_body"),
    ),
    Noun(
        "presenters", "presenter", "name",
        OF_PRESENTERS,
        ("name", "position", "event", "recipients", "place_in_order"),
    ),
    Noun(
        "publications", "publication", "title",
        OF_PUBLICATIONS,
        ("title", "type", "exemplar", "unit", "date", "place"),
    ),
    Noun(
        "targets", "target", "measure",
        OF_TARGETS,
        ("unit", "year", "measure", "value", "document"),
    ),
    Noun(
        "figures", "reported_figure", "name",
        (
            Field("name", required=True, form=NONE),
            Field("value", COUNT, required=True, form=NONE),
            Field("section", SectionName(), required=True, form=NONE),
            Field("period", PeriodText(), required=True, form=NONE),
            Field("source", required=True, form=NONE),
            Field("unit", UNIT, form=NONE),
        ),
        ("name", "value", "section", "period", "unit", "source"),
    ),
    Noun(
        "terms", "term", "label_vi",
        (
            Field("vocabulary", by_hand=NEVER),
            Field("code", by_hand=NEVER),
            Field("label_vi", required=True, by_hand=EDITING),
            Field("label_en", required=True, by_hand=EDITING),
            Field("other_names", NAMES, by_hand=EDITING),
            Field("valid_from", DAY, by_hand=EDITING),
            Field("valid_to", DAY, by_hand=EDITING),
            Field("system", Coded("system"), by_hand=EDITING, form=NONE),
            Field("source", by_hand=EDITING, form=NONE),
            Field("retired_on", DAY, by_hand=EDITING, form=NONE),
            Field("note", by_hand=EDITING, form=NONE),
        ),
    ),
    Noun("imports", "import", "id"),
)  # fmt: skip
# Lists of what is no record of its own: which units follow which.
FURTHER_LISTS = (
    Noun(
        "successions", "unit_succession", "old",
        (Field("old", UNIT), Field("new", UNIT), Field("date", DATE), Field("document")),
    ),
)  # fmt: skip
BY_PLURAL = {noun.plural: noun for noun in (*NOUNS, *FURTHER_LISTS)}
# Records of somebody or something that was held up or honoured.
WITH_KIND = tuple(
    noun.plural for noun in NOUNS if (kind := noun.field("kind")) and not kind.part_of
)
BY_LETTER = {noun.letter: noun for noun in NOUNS}
