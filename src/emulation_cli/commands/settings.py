"""What the office says of itself once: its name, its language, the head and foot of documents."""

from typing import TYPE_CHECKING

from emulation_cli import words
from emulation_cli.domain.errors import Usage
from emulation_cli.domain.period import Period
from emulation_cli.domain.text import clean, fold
from emulation_cli.register.office_periods import setting_of

if TYPE_CHECKING:
    from emulation_cli.documents.letterhead import Letterhead
    from emulation_cli.register.store import Register

# What `info --set NAME=VALUE` takes; the last ones stand on documents (documents/letterhead.py).
NAMES = ("unit", "language", "form", "parent", "place", "symbol", "authority", "post")
_CHOICES = {"language": words.LANGUAGES, "form": ("state", "party")}
_BY_WORD = {"nha nuoc": "state", "dang": "party", "tieng viet": "vi", "english": "en"}


def set_all(register: "Register", pairs: list[str]) -> None:
    """Set what each `name=value` says, as one change; raises Usage for another name or value."""
    values = dict(map(_read, pairs))
    with register.change():
        for name, value in values.items():
            register.set(name, value)


def _read(pair: str) -> tuple[str, str]:
    name, equals, value = pair.partition("=")
    if equals and (term := Period(name, "", "").term):
        days = Period.parse(value)
        return setting_of(*term), f"{days.first}/{days.last}"
    name, value = fold(name), clean(value)
    if not equals or name not in NAMES:
        raise Usage("cli.unknown_setting", text=pair, known=", ".join(NAMES))
    value = _BY_WORD.get(fold(value), value)
    if value not in _CHOICES.get(name, (value,)):
        known = ", ".join(_CHOICES[name])
        raise Usage("cli.unknown_term", option=f"--set {name}", text=value, near=known)
    return name, value


def letterhead(register: "Register") -> "Letterhead":
    """The head and foot of a document to be signed, as far as the office has said them."""
    from emulation_cli.documents.letterhead import Letterhead

    say = register.setting
    return Letterhead(
        body=say("unit") or "",
        form="party" if say("form") == "party" else "state",
        parent=say("parent") or "",
        place=say("place") or "",
        symbol=say("symbol") or "",
        authority=say("authority") or "",
        post=say("post") or "",
    )
