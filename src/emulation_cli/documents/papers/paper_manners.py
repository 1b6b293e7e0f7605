"""A document as paper has it: its quotation marks, and nothing that speaks of the program."""

import re
from dataclasses import fields, is_dataclass, replace
from typing import Any

from emulation_cli.documents.document import Document, Section
from emulation_cli.domain.patterns import pattern

_MODELS = pattern(r"[«“\"]\s*(d)ân vận khéo\s*[»”\"]", re.IGNORECASE)
_QUOTED = pattern(r"[«“\"]")


def printed(text: str) -> str:
    """«dân vận khéo» as papers print it, “Dân vận khéo”; other quotation marks like it."""
    if not _QUOTED.search(text):
        return text
    text = _MODELS.sub(lambda found: f"“{_capital(found[0])}”", text)
    return text.replace("«", "“").replace("»", "”")


def _capital(quoted: str) -> str:
    inside = quoted[1:-1].strip()
    return inside if inside.isupper() else inside[:1].upper() + inside[1:]


def to_sign(document: Document) -> Document:
    """The document without what only the desk needs to know, in the quotation marks of papers."""
    return as_printed(replace(document, sections=tuple(map(_without_notes, document.sections))))


def as_printed(document: Document) -> Document:
    """The document in the quotation marks of papers."""
    made: Document = _printed(document)
    return made


def _without_notes(section: Section) -> Section:
    return replace(section, notes=tuple(note for note in section.notes if note.on_paper))


def _printed(value: Any) -> Any:
    """The same value with every text in it as it is printed; what counts rows is left alone."""
    if isinstance(value, str):
        return printed(value)
    if isinstance(value, tuple) and not hasattr(value, "_fields"):
        return tuple(map(_printed, value))
    if is_dataclass(value) and type(value).__module__ == Document.__module__:
        texts = {
            one.name: _printed(getattr(value, one.name))
            for one in fields(value)
            if one.name != "command"
        }
        made: Any = value
        return replace(made, **texts)
    return value
