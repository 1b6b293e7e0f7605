"""Reports kept as they were submitted, and what is asked every quarter, kept under a name."""

import json
from typing import Any, NamedTuple

from emulation_cli.domain.errors import Refused
from emulation_cli.domain.text import clean, fold
from emulation_cli.register.kept_texts import of_type, read_kept, texts
from emulation_cli.register.store import Register

# Its section, breakdown, code, label and measure stand before the value.
_WORDS_OF_A_FIGURE = 5


class Kept(NamedTuple):
    """A kept report: what was asked, its figures as rows, the change whose state it shows."""

    name: str
    change: int
    request: dict[str, Any]
    figures: list[list[Any]]


def keep(register: Register, report: Kept) -> None:
    """Keep a report under its number, such as 45-BC/HU; raises Refused where that is taken."""
    name = clean(report.name)
    if register.row("SELECT 1 FROM kept_report WHERE name = ?", (name,)):
        raise Refused("history.kept_before", name=name)
    with register.change():
        row = {"request": _json(report.request), "figures": _json(report.figures)}
        register.insert("kept_report", {"name": name, "change_id": report.change, **row})


def kept(register: Register, name: str) -> Kept:
    """The report kept under a name; raises Refused, naming those there are."""
    row = register.row("SELECT * FROM kept_report WHERE name = ?", (clean(name),))
    if row is None:
        names = [each["name"] for each in register.rows("SELECT name FROM kept_report ORDER BY id")]
        raise Refused("history.not_kept", name=name, names=", ".join(names) or "–")
    request = read_kept(register, name, row["request"], _asked)
    figures = read_kept(register, name, row["figures"], _figures)
    return Kept(row["name"], row["change_id"], request, figures)


def _asked(value: Any) -> dict[str, Any]:
    """A request by its parts: texts, lists of them, yes or no; the periods of sections."""
    for part in of_type(value, dict).values():
        if of_type(part, str, bool, list, dict, type(None)) and not isinstance(part, str | bool):
            texts(list(part.values()) if isinstance(part, dict) else part)
    return dict(value)


def _figures(value: Any) -> list[list[Any]]:
    for row in of_type(value, list):
        *words, number = of_type(row, list)
        if len(texts(words)) != _WORDS_OF_A_FIGURE:
            raise ValueError(row)
        of_type(number, int)
    return list(value)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def keep_request(register: Register, name: str, asked: dict[str, Any]) -> bool:
    """Keep what was asked under a name, as one change; whether another stood there before."""
    there = _called(register, name)
    with register.change() as change:
        register.connection.execute(
            "INSERT INTO kept_request (name, command, change_id) VALUES (?, ?, ?)"
            " ON CONFLICT (name) DO UPDATE SET command = excluded.command,"
            " change_id = excluded.change_id",
            (there or clean(name), _json(asked), change.id),
        )
    return there is not None


def kept_request(register: Register, name: str) -> dict[str, Any] | None:
    """What is kept under a name, written in any case and without diacritics, or None."""
    there = _called(register, name)
    row = register.row("SELECT command FROM kept_request WHERE name = ?", (there,))
    return read_kept(register, name, row["command"], _asked) if row else None


def forget_request(register: Register, name: str) -> str:
    """Take away what is kept under a name, and give that; raises Refused with those there are."""
    there = _called(register, name)
    if there is None:
        names = ", ".join(request_names(register)) or "–"
        raise Refused("history.not_saved", name=name, names=names)
    with register.change():
        register.connection.execute("DELETE FROM kept_request WHERE name = ?", (there,))
    return there


def request_names(register: Register) -> list[str]:
    """The names under which requests are kept."""
    return [row["name"] for row in register.rows("SELECT name FROM kept_request ORDER BY name")]


def _called(register: Register, name: str) -> str | None:
    return next((one for one in request_names(register) if fold(one) == fold(name)), None)
