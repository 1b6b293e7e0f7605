"""The fields of what a conference tells besides: who hands over, publicity, targets."""

from collections.abc import Mapping

from emulation_cli.domain.catalogue.field_types import Number, YearNumber
from emulation_cli.domain.catalogue.fields import COUNT, DATE, EMPTY, EVENT, UNIT, Field, said
from emulation_cli.domain.catalogue.found_types import Coded, OfRecord

OF_PRESENTERS = (
    Field("name", required=True, form=EMPTY, personal=True,
          concepts=("presenter_name", "name")),
    Field("position", form=EMPTY, personal=True, concepts=("position", "position_unit")),
    Field("event", EVENT, required=True, form=EMPTY),
    Field("recipients", form=EMPTY, concepts=("presented_to",)),
    Field("place_in_order", Number(1)),
    Field("note", personal=True),
)  # fmt: skip
OF_PUBLICATIONS = (
    Field("title", required=True, form=EMPTY, personal=True, concepts=("publication_title",)),
    Field("type", Coded("publication_type"), required=True, form=EMPTY,
          concepts=("type", "kind", "category")),
    Field("exemplar", OfRecord(exemplars="exemplar_id"), required=True, form=EMPTY,
          concepts=("about",)),
    Field("date", DATE, form=EMPTY, concepts=("published_on", "date", "year")),
    Field("place", form=EMPTY, concepts=("outlet", "place")),
    Field("note", personal=True),
    *said("type"),
)  # fmt: skip
OF_TARGETS = (
    Field("unit", UNIT, required=True, form=EMPTY),
    Field("year", YearNumber(1945, 2200), required=True, form=EMPTY),
    Field("measure", Coded("target_measure"), required=True, form=EMPTY,
          concepts=("target_measure",)),
    Field("value", COUNT, required=True, form=EMPTY, concepts=("target_value",)),
    Field("document", form=EMPTY),
    Field("note"),
    *said("measure"),
)  # fmt: skip
# What a target of each sort is held against: the noun, and how far its records came.
TARGETS: Mapping[str, tuple[str, str]] = {
    "models_registered": ("models", "registered"),
    "models_recognised": ("models", "recognised"),
    "exemplars_discovered": ("exemplars", "discovered"),
    "exemplars_fostered": ("exemplars", "fostered"),
    "exemplars_multiplied": ("exemplars", "multiplied"),
}
