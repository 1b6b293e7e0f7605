"""The catalogue as a page: each field with what is asked of it. A change of one word shows."""

from emulation_cli.domain.catalogue import nouns
from emulation_cli.domain.catalogue.fields import Field, Noun


def line_of(field: Field) -> str:
    flags = [name for name in ("required", "listed", "personal") if getattr(field, name)]
    beside = {
        "type": type(field.type).__name__,
        "form": field.form,
        "by hand": field.by_hand,
        "option": field.adding,
        "part of": field.part_of,
        "text of": field.text_of,
        "columns": " ".join(field.columns),
        "headings": "" if field.headings == (field.name,) else " ".join(field.headings),
    }
    told = [f"{key}: {value}" for key, value in beside.items() if value]
    return f"  {field.name}: {', '.join((*flags, *told))}"


def page_of(noun: Noun) -> str:
    head = f"{noun.plural} ({noun.letter}, table {noun.table}, titled by {noun.title})"
    return "\n".join((head, f"  first: {' '.join(noun.first)}", *map(line_of, noun.fields)))


def test_the_catalogue_is_as_it_was_agreed(golden) -> None:
    golden("catalogue.txt", "\n\n".join(map(page_of, nouns.NOUNS)) + "\n")
