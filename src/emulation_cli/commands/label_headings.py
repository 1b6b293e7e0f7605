"""The labels of fields as headings: what `emul` writes above a column, any list may have there."""

from functools import cache

from emulation_cli import words
from emulation_cli.domain.catalogue import NOUNS
from emulation_cli.intake.synonyms import concept_of, heading_key


@cache
def label_headings() -> dict[str, str]:
    """The labels that no list is known to have, folded, with the concept of their field."""
    found: dict[str, str] = {}
    for noun in NOUNS:
        for field in noun.fields:
            for language in words.LANGUAGES:
                label = words.label(field.name, noun.plural, language)
                # «Hình thức (như đã viết)» is not the form itself.
                if field.headings and (field.text_of or concept_of(label) is None):
                    exact = f"{label} {words.say_in(language, 'template.as_registered')}"
                    for text in (label, exact):
                        found.setdefault(heading_key(text), field.headings[0])
    for language in words.LANGUAGES:  # no field of a record
        found[heading_key(words.say_in(language, "template.id"))] = "own_id"
    return found
