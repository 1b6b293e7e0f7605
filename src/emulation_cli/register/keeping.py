"""Reports kept as they were submitted."""

import json
from dataclasses import dataclass
from typing import Any

from emulation_cli.domain.errors import Refused
from emulation_cli.domain.text import clean
from emulation_cli.register.store import Register


@dataclass(frozen=True)
class Kept:
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
    request, figures = json.loads(row["request"]), json.loads(row["figures"])
    return Kept(row["name"], row["change_id"], request, figures)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
