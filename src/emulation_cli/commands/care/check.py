"""`check`: whether all is well with the register; silent where it is."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from emulation_cli import words
from emulation_cli.commands.dialogue.record_names import meant
from emulation_cli.commands.frame.desk import desk_of, tell
from emulation_cli.commands.frame.json_answers import as_json, write_answer
from emulation_cli.commands.frame.narration import most, put_sentences
from emulation_cli.commands.frame.options import Flag, Value, Values
from emulation_cli.domain.errors import Unusable, Usage
from emulation_cli.domain.offices.places import shared_place
from emulation_cli.register import out_of_time as accepting
from emulation_cli.register.checking import Irregularity, findings_of
from emulation_cli.register.checking import check as look_over
from emulation_cli.register.copies.backups import Backup, found
from emulation_cli.register.copies.restoring import mend_file
from emulation_cli.register.opening import gate
from emulation_cli.register.opening.register_file import open_as_it_is
from emulation_cli.register.store import Register
from emulation_cli.render.screen.progress import progress

if TYPE_CHECKING:
    from emulation_cli.tallies.against_lists import Difference

# Records that one line names; the rest are counted.
NAMED = 12
STRANGE = "domain.strange_register"


def check(
    ctx: typer.Context,
    deep: Flag = False,
    *,
    mend: Flag = False,
    accept: Values = None,
    note: Value = None,
    format: Value = None,
) -> None:
    """Look the register over: its file, its rules, what looks odd, its backups."""
    desk, wanted = desk_of(ctx), as_json(format)
    if note and not accept:
        raise Usage("cli.missing_options", names="--accept")
    if accept:
        _accept(desk.register, accept, note)
        return
    try:
        register = desk.register
    except Unusable as trouble:
        if trouble.sentence != STRANGE:
            raise
        _strangers(desk.path, mend=mend)
        register = desk.register
    show = _Shown(register, wanted)
    show.place(shared_place(register.path.absolute()))
    broken = 0
    for one in look_over(register, deep=deep):
        if one.part == "file":
            raise Unusable("care.file_damaged", **one.values, way=way_back(register))
        show.finding(one)
        broken += one.part in ("rule", "backup")
    # Rows that break the rules, or columns that are not there, say nothing of figures.
    if deep and not broken:
        broken = _against_lists(register, show)
    show.end(broken)
    if broken:
        tell("care.not_well", count=words.number(broken))
        raise typer.Exit(1)


def _accept(register: Register, records: list[str], note: str | None) -> None:
    """Note that what is found in these records is so; `check` names it no more."""
    for record in records:
        ref = meant(register, record)
        found = accepting.accept(register, ref, findings_of(register, ref), note)
        for finding in found:
            tell("care.accepted", id=ref, finding=words.say(f"care.finding.{finding}"))


def _strangers(path: Path, *, mend: bool) -> None:
    """Name what is not as emul makes it; go on only where all of it could be mended."""
    with open_as_it_is(path) as register:
        found = gate.strangers(register.connection)
    for one in found:
        text = words.say(f"care.stranger_{one.fault}", kind=one.kind, name=one.name)
        put_sentences(words.say("care.part_rule", text=text))
    if not mend:
        tell("care.how_to_mend")
        raise typer.Exit(1)
    kept, left = mend_file(path)
    done = ", ".join(f"{one.kind} {one.name}" for one in found if one not in left)
    tell("care.mended", parts=done or "–", path=kept)
    if left:
        tell("care.cannot_mend", parts=", ".join(f"{one.kind} {one.name}" for one in left))
        raise typer.Exit(1)


def _line(one: Irregularity) -> str:
    shown = one.records[: most(NAMED)]
    named = ", ".join(shown) + (" …" if len(one.records) > len(shown) else "")
    count = words.number(len(one.records))
    text = words.say(f"care.{one.sentence}", records=named, count=count, **one.values)
    text = text.replace("….", "…")  # the dots of what is left out end the sentence
    return words.say(f"care.part_{one.part}", text=text)


class _Shown:
    """What is found: line by line as it is found, or together as JSON at the end."""

    def __init__(self, register: Register, wanted: bool) -> None:
        self._path, self._wanted = str(register.path), wanted
        self._place: str | None = None
        self._findings: list[dict[str, Any]] = []
        self._differences: list[dict[str, Any]] = []

    def place(self, place: str | None) -> None:
        self._place = place
        if place and not self._wanted:
            put_sentences(words.say(f"units.shared_{place}"))

    def finding(self, one: Irregularity) -> None:
        if not self._wanted:
            put_sentences(_line(one))
            return
        self._findings.append(
            {
                "part": one.part,
                "finding": one.sentence,
                "records": list(one.records),
                "values": {name: str(value) for name, value in one.values.items()},
                "message": _line(one),
            }
        )

    def difference(self, one: "Difference") -> None:
        if self._wanted:
            self._differences.append(one._asdict())
            return
        text = words.say("care.list_differs", **one._asdict())
        put_sentences(words.say("care.part_rule", text=text))

    def end(self, broken: int) -> None:
        if self._wanted:
            write_answer(
                path=self._path,
                well=not broken,
                shared_place=self._place or None,
                findings=self._findings,
                differences=self._differences,
            )


def _against_lists(register: Register, show: _Shown) -> int:
    """Hold the figures of three periods against their lists, with a bar on a terminal."""
    from emulation_cli.tallies.against_lists import differences, requests

    asked = requests(register)
    if sys.stderr.isatty():
        with progress(words.say("care.comparing"), len(asked)) as advance:
            found = list(differences(register, asked, advance))
    else:
        found = list(differences(register, asked))
    for one in found:
        show.difference(one)
    return len(found)


def way_back(register: Register) -> str:
    """How to go back to the newest backup that is unharmed."""
    whole: Backup | None = next(filter(_unharmed, reversed(found(register.path))), None)
    if whole is None:
        return words.say("care.no_way_back")
    return words.say("care.way_back", file=whole.path.name)


def _unharmed(backup: Backup) -> bool:
    return backup.unharmed
