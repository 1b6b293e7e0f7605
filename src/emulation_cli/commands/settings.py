"""What the office says of itself once: its name, its language, the head and foot of documents."""

from typing import TYPE_CHECKING

from emulation_cli import words
from emulation_cli.domain.errors import Usage
from emulation_cli.domain.text import clean, fold
from emulation_cli.domain.times.period import Period
from emulation_cli.register.office_periods import setting_of

if TYPE_CHECKING:
    from emulation_cli.documents.letterhead import Form, Letterhead
    from emulation_cli.register.store import Register

# What `info --set NAME=VALUE` takes; the last ones stand on documents (documents/letterhead.py).
NAMES = (
    "unit", "language", "form", "body", "parent", "place", "symbol", "authority", "post", "to",
)  # fmt: skip
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
    """The head and foot of a document to be signed: what the office has said, else its usual."""
    from emulation_cli.documents.letterhead import Letterhead
    from emulation_cli.domain.issuing_bodies import issuing_body

    say = register.setting
    form: Form = "party" if say("form") == "party" else "state"
    usual = issuing_body(say("unit") or "", form)
    # Who has named another body has other signers and symbols too.
    rest = issuing_body(say("body") or "", form) if say("body") else usual
    return Letterhead(
        body=say("body") or usual.name,
        form=form,
        parent=say("parent") or "",
        place=say("place") or usual.place,
        symbol=say("symbol") or rest.symbol,
        authority=say("authority") or rest.authority,
        post=say("post") or rest.post,
        to=say("to") or "",
    )
