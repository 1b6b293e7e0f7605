"""Every sentence the screen says, once per language.

A sentence has a key `area.name`; its text stands in `words/<language>/<area>.py` in the
dictionary `SENTENCES`, written for `str.format`. Only the area and the language that are
asked for are loaded, since every command pays for what it loads.

Sentences name commands by their English words; a language that has words of its own for them
(its area `commands`) shows those, as its help does.
"""

import re
from importlib import import_module
from string import Formatter

LANGUAGES = ("vi", "en")

_sentences: dict[tuple[str, str], dict[str, str]] = {}
_language = "en"
_OF_COMMANDS = "commands"


def use(language: str) -> None:
    """Make `language` ("vi" or "en") the language of the screen; ValueError for another."""
    global _language
    if language not in LANGUAGES:
        raise ValueError(f"no words in language {language!r}")
    _language = language


def language() -> str:
    """The language of the screen, "vi" or "en"."""
    return _language


def sentences(area: str, language: str | None = None) -> dict[str, str]:
    """All sentences of an area by their name; ModuleNotFoundError for an unknown area."""
    place = (language or _language, area)
    if place not in _sentences:
        found: dict[str, str] = import_module(f"{__name__}.{place[0]}.{area}").SENTENCES
        if area != _OF_COMMANDS and place[0] != "en":
            found = {name: command_line(text, place[0]) for name, text in found.items()}
        _sentences[place] = found
    return _sentences[place]


def command_line(text: str, language: str | None = None) -> str:
    """A text in which each command is called as its language calls it: `emul sua X12`."""
    if "emul " not in text:
        return text
    known = sentences(_OF_COMMANDS, language)
    line = r"\b(emul (?:--(?:(?:db|lang) \S+|[a-z-]+) )*)([a-z]+(?:-[a-z]+)*)\b"
    return re.sub(line, lambda found: found[1] + known.get(found[2], found[2]), text)


def say(key: str, /, **values: object) -> str:
    """The sentence `area.name` with its values put in; KeyError if there is no such sentence."""
    return say_in(_language, key, **values)


def say_in(language: str, key: str, /, **values: object) -> str:
    """A sentence in a given language: a document may speak another one than the screen."""
    area, _, name = key.partition(".")
    text = sentences(area, language)[name]
    if values and ("|" in text or ":?" in text):
        return _Phrasing().vformat(text, (), values)
    return text.format(**values)


class _Phrasing(Formatter):
    """Puts values in as `str.format` does, and knows two phrases that hang on a value.

    `{count:row|rows}` is «row» where the count is 1; `{near:? Nearest: %.}` is left out where the
    value is empty, and has it in place of the sign where it is not.
    """

    def format_field(self, value: object, format_spec: str) -> str:
        if format_spec.startswith("?"):
            return format_spec[1:].replace("%", str(value)) if value else ""
        one, sign, many = format_spec.partition("|")
        if not sign:
            return str(super().format_field(value, format_spec))
        return one if str(value) == "1" else many


def known(key: str) -> bool:
    """Whether there is a sentence under this key."""
    area, _, name = key.partition(".")
    return name in sentences(area)


def label(name: str, noun: str = "", language: str | None = None) -> str:
    """The label of a field or a column; its own name where it has none.

    A noun may call a field otherwise: the name of a model is «Tên mô hình».
    """
    texts = sentences("fields", language)
    if found := texts.get(f"{noun}.{name}") or texts.get(name):
        return found
    coded = name.removesuffix("_text")
    return name if coded == name else texts["as_written"].format(label(coded, noun, language))


def number(value: int, language: str | None = None) -> str:
    """A whole number with its thousands marked: 1.330 in Vietnamese, 1,330 in English."""
    text = f"{value:,}"
    return text.replace(",", ".") if (language or _language) == "vi" else text


def moment(text: str) -> str:
    """A moment of the log (2026-11-29T00:54:39Z) by the clock of this machine; else the text."""
    from datetime import datetime

    try:
        local = datetime.fromisoformat(text).astimezone()
    except ValueError:
        return text
    return f"{date(f'{local:%Y-%m-%d}')} {local:%H:%M}"


def decimal(value: float, places: int = 1, language: str | None = None) -> str:
    """A number with decimals: 87,3 in Vietnamese, 87.3 in English."""
    text = f"{value:,.{places}f}"
    if (language or _language) == "en":
        return text
    return text.translate(str.maketrans(",.", ".,"))


def percent(value: float | None, places: int = 1, language: str | None = None) -> str:
    """A share of 100 with its sign, as in 87,3%; a dash where there is nothing to divide by."""
    return "–" if value is None else decimal(value, places, language) + "%"


def date(iso: str | None) -> str:
    """A date, whole or partial, as offices write it: 04/10/2023, 10/2023, 2023; "" for none."""
    return "/".join(reversed(iso.split("-"))) if iso else ""


_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def long_date(iso: str, language: str | None = None) -> str:
    """A date, whole or partial, as running text has it: ngày 04 tháng 10 năm 2023."""
    year, month, day = [*iso.split("-"), "", ""][:3]
    if (language or _language) == "vi":
        parts = [("ngày", day), ("tháng", month), ("năm", year)]
        return " ".join(f"{word} {part}" for word, part in parts if part)
    named = [str(int(day))] if day else []
    named += [_MONTHS[int(month) - 1]] if month else []
    return " ".join([*named, year])
