"""What the clerk says of columns: `--column "Nơi ở=địa chỉ"`, `--column "B=họ và tên"`."""

import re
from collections.abc import Iterable

from emulation_cli import words
from emulation_cli.commands.importing.import_json import column_label
from emulation_cli.domain.errors import Usage
from emulation_cli.domain.patterns import pattern
from emulation_cli.domain.text import fold
from emulation_cli.intake.headings.synonyms import concept_called, concepts, is_concept
from emulation_cli.sheets.workbook import column_number

# A letter alone is a column; «TT» and «CN» are headings too, so two letters need the word.
_LETTERS = pattern(r"([A-Z])|(?:cột|cot|column)\s+([A-Z]{1,2})", re.IGNORECASE)
_NOT_USED = frozenset({"", "khong dung", "bo qua", "khong", "not used", "unused", "none"})


def said_of_columns(texts: Iterable[str]) -> tuple[dict[str, str], dict[int, str]]:
    """Folded headings, and columns by their place, with what each means ("": not used)."""
    headings: dict[str, str] = {}
    places: dict[int, str] = {}
    for text in texts:
        heading, equals, meaning = (part.strip() for part in text.rpartition("="))
        if not equals or not heading:
            raise Usage("imports.column_form", text=text)
        if letters := _LETTERS.fullmatch(heading):
            places[column_number((letters[1] or letters[2]).upper())] = _concept(meaning)
        else:
            headings[fold(heading)] = _concept(meaning)
    return headings, places


def _concept(meaning: str) -> str:
    """A code, a label in either language, or any heading that is known."""
    said = fold(meaning)
    if said in _NOT_USED:
        return ""
    if is_concept(meaning):
        return meaning
    labels = {
        fold(words.label(concept, language=language)): concept
        for concept in concepts()
        for language in words.LANGUAGES
    }
    concept = labels.get(said) or concept_called(meaning)
    if concept is None:
        known = ", ".join(sorted(column_label(concept) for concept in concepts()))
        raise Usage("imports.unknown_field", field=meaning, known=known)
    return concept
