"""The catalogue: every noun of the register and every field of it, each declared once.

Options, prompts, `edit`, forms, lists, exports, labels, history, purge and the reading of lists
are made from these declarations. A new field is one line here, its column in schema.sql and its
label in words/*/fields.py.
"""

from emulation_cli.domain.field_types import Amount, FieldType, PeriodText, SectionName
from emulation_cli.domain.fields import (
    ACHIEVEMENT_YEAR,
    ACT,
    ADDING,
    BIRTH_YEAR,
    CATEGORY,
    COUNT,
    DATE,
    DAY,
    DECISION,
    EDITING,
    EMPTY,
    EVENT,
    FULL,
    GENDER,
    KIND,
    LEVEL,
    MOVEMENT,
    NAMES,
    NEVER,
    NONE,
    NUMBER_TEXT,
    SYSTEM,
    TEXT,
    UNIT,
    YEAR,
    YES_NO,
    Field,
    Noun,
)
from emulation_cli.domain.found_types import Coded, FormOrTitle, OfRecord, OfUnit, Organiser

# What stages and years of a record are: rows of tables of their own.
STAGES = ("discovered", "fostered", "multiplied")
REGISTRATION = "registration"
MODEL_MILESTONES = ("appraised", "recognised", "replicated", "stopped")


def _said(*names: str) -> tuple[Field, ...]:
    """The texts that a list or the clerk wrote for coded values, beside the codes."""
    return tuple(Field(f"{name}_text", by_hand=NEVER, text_of=name) for name in names)


def _part(name: str, of: str, type: FieldType = TEXT, *, form: str = FULL) -> Field:
    """What lists tell of a milestone or a reference besides its date or its name."""
    return Field(name, type, form=form, part_of=of, by_hand=NEVER, listed=False)


# What the clerk said of a record and others, whose ids stand there: no column of the record.
_VERDICTS = tuple(
    Field(name, NAMES, by_hand=NEVER, listed=False, part_of=name)
    for name in ("same_as", "distinct_from")
)


def _milestone(name: str, *further: Field, concepts: tuple[str, ...] = ()) -> tuple[Field, ...]:
    """A milestone of models in lists: its date, what is told of it, its document."""
    date = _part(name, name, DATE)._replace(concepts=concepts or None)
    return (date, *further, _part(f"{name}_document", name))


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
            *_said("type"),
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
            *(_part(f"{stage}_document", stage) for stage in STAGES),
            *_VERDICTS,
            *_said("kind", "unit", "field"),
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
                  concepts=("renewal", "status")),
            Field("leader", form=EMPTY, personal=True),
            Field("address", form=EMPTY, personal=True, concepts=("address", "place")),
            Field("movement", MOVEMENT),
            Field("summary", form=EMPTY, personal=True),
            Field("note", form=EMPTY, personal=True),
            _part("registered_on", REGISTRATION, DATE),
            _part("registered_document", REGISTRATION),
            *_milestone("appraised"),
            *_milestone("recognised", _part("recognised_level", "recognised", LEVEL)._replace(
                concepts=("level",))),
            *_milestone("replicated", _part("replicated_unit", "replicated", OfUnit("one_unit")),
                        concepts=("replicated", "multiplied")),
            *_milestone("stopped"),
            *_VERDICTS,
            *_said("kind", "unit", "field"),
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
            *_VERDICTS,
            *_said("type"),
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
            *_VERDICTS,
            *_said("level", "system", "category"),
        ),
        ("number", "date", "body", "level", "signer", "signer_position", "abstract"),
    ),
    Noun(
        "honours", "honour", "recipient",
        (
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
            Field("body", concepts=()),
            Field("level", LEVEL),
            Field("system", SYSTEM),
            Field("years", COUNT, concepts=()),
            Field("category", CATEGORY),
            Field("movement", MOVEMENT),
            Field("decision", DECISION, form=NONE,
                  concepts=()),
            _part("decision_number", "decision", NUMBER_TEXT, form=EMPTY),
            _part("decision_date", "decision", DATE, form=EMPTY),
            _part("decision_body", "decision"),
            Field("event", EVENT, form=EMPTY),
            _part("event_date", "event", DATE),
            Field("date", DATE),
            Field("achievement_year", ACHIEVEMENT_YEAR, concepts=("achievement_year", "year")),
            Field("achievement", form=EMPTY, personal=True, concepts=("summary",)),
            Field("amount", Amount(), form=EMPTY),
            Field("note", form=EMPTY, personal=True),
            Field("status", Coded("honour_status"), by_hand=EDITING, concepts=("honour_status",)),
            # Whom it is for is said by a verdict, no column.
            Field("for", OfRecord(exemplars="exemplar_id", models="model_id"), part_of="for",
                  concepts=("belongs",)),
            *_VERDICTS,
            *_said("form", "kind", "unit", "act", "level", "system", "category"),
        ),
        ("recipient", "kind", "unit", "act", "form", "decision", "date", "amount", "status",
         "event", "for"),
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
BY_LETTER = {noun.letter: noun for noun in NOUNS}
