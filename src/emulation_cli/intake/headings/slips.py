"""Headings with a slip of the hand in them: a letter more, less, or another one."""

from functools import lru_cache

from emulation_cli.domain.text import nearest
from emulation_cli.intake.headings import synonyms

_LONGEST = 60
_SHORTEST = 5  # «Học» is no «Họ»
_ALIKE = 87


@lru_cache(maxsize=1024)
def nearest_concept(text: str) -> str | None:
    """What a heading would mean if it had a letter more, less, or another one."""
    key = synonyms.heading_key(text)
    if not _SHORTEST <= len(key) <= _LONGEST or synonyms.concept_of(text):
        return None
    known = synonyms.known_headings()
    found = nearest(key, known, limit=1, whole=True, least=_ALIKE)
    return known[found[0]] if found else None
