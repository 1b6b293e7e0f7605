"""What tables and their columns are called and hold, in words: by the catalogue, else by hand."""

from emulation_cli import words
from emulation_cli.domain.catalogue.field_types import Day
from emulation_cli.domain.catalogue.nouns import BY_PLURAL

_NOUN_OF = {noun.table: noun.plural for noun in BY_PLURAL.values()} | {n: n for n in BY_PLURAL}
# Full days that are no field of a noun.
_DAYS = ("first_day", "last_day", "cancelled_on")
# What the name of a column adds to the one that it belongs to, the longest first.
_ENDINGS = ("_label_vi", "_label_en", "_vocabulary", "_id", "_key")


def description(table: str, language: str | None = None) -> str:
    """What a row of a table or a view is; "" for a table that nobody told of."""
    return words.sentences("open_data", language).get(f"table.{table}", "")


def title(table: str, column: str, language: str | None = None) -> str:
    """The label of a column; of one that goes with another, the other's label and what it adds."""
    noun = _NOUN_OF.get(table, table)
    texts = words.sentences("open_data", language)
    if own := texts.get(f"column.{table}.{column}") or texts.get(f"column.{column}"):
        return own
    label = words.label(column, noun, language)
    ending = next((end for end in _ENDINGS if column.endswith(end)), "")
    if label != column or not ending:
        return label
    stem = column.removesuffix(ending)
    return texts[f"ending{ending}"].format(title(table, stem, language))


def is_day(table: str, column: str) -> bool:
    """Whether a column holds full days, not dates that may be a month or a year."""
    noun = BY_PLURAL.get(_NOUN_OF.get(table, table))
    field = (noun.field(column) or noun.field_of(column)) if noun else None
    return column in _DAYS or (field is not None and isinstance(field.type, Day))
