"""How the papers of a dossier say names, days and achievements."""

import re
from collections.abc import Mapping
from typing import Any

from emulation_cli import words
from emulation_cli.documents.speech import running
from emulation_cli.domain.text import fold, safe

BLANK = "………"  # to be filled in


def about(name: str) -> str:
    """«Khen thưởng tổng kết năm 2024» is a commendation for the rest of it."""
    return safe(running(re.sub(r"^khen thưởng\s+", "", name, flags=re.IGNORECASE)))


def day_of(iso: str | None, language: str) -> str:
    """A whole day in words, a vaguer date as it is."""
    if not iso:
        return ""
    return words.long_date(iso, language) if len(iso) == 10 else words.date(iso)


def achieved(text: str) -> str:
    """What a certificate says behind «Đã có thành tích», which is not said twice."""
    plain = text.strip(" .;")
    rest = re.sub(r"^(đã )?(có )?thành tích:?\s+", "", plain, flags=re.IGNORECASE)
    return f" {rest}" if rest != plain else f": {running(plain) or BLANK}"


def presenter_of(presenters: list[Mapping[str, Any]], form: str, kind: str) -> str:
    """Who hands over to a group: who was named for it, else the next one for nobody yet."""
    wanted = fold(f"{form} {kind}")
    for one in presenters:
        told = fold(one["recipients"] or "")
        if told and (told in wanted or fold(kind) in told):
            return _who(one)
    unnamed = [one for one in presenters if not one["recipients"]]
    if len(unnamed) > 1:  # the last one goes on
        presenters.remove(unnamed[0])
    return _who(unnamed[0]) if unnamed else BLANK


def _who(one: Mapping[str, Any]) -> str:
    return ", ".join(filter(None, (one["name"], one["position"])))
