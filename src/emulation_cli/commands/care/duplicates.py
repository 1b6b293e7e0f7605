"""`duplicates`, `join`, `distinct`: records that may be one and the same."""

from typing import Annotated

import typer

from emulation_cli import words
from emulation_cli.commands.dialogue import parsing
from emulation_cli.commands.dialogue.record_names import meant_all
from emulation_cli.commands.frame.desk import desk_of, tell
from emulation_cli.commands.frame.options import Flag, Output, Value, Yes
from emulation_cli.commands.frame.output import screenful, write_listing
from emulation_cli.domain.catalogue.refs import Ref
from emulation_cli.domain.errors import Usage
from emulation_cli.register.store import Register

_COLUMNS = ("id", "id2", "name", "name2", "likeness", "agrees", "differs", "why",
            "settle")  # fmt: skip


def duplicates(
    ctx: typer.Context,
    noun: Annotated[str | None, typer.Argument()] = None,
    format: Value = None,
    output: Output = None,
    *,
    full: Flag = False,
) -> None:
    """List records that may be one, the most alike first."""
    from emulation_cli.tallies.row_lists.listings import Listing
    from emulation_cli.tallies.row_lists.lookalikes import NOUNS, suspects

    register = desk_of(ctx).register
    nouns = (parsing.noun(noun),) if noun else NOUNS
    if not set(nouns) <= set(NOUNS):
        raise Usage("cli.unknown_noun", text=noun, known=", ".join(NOUNS))
    rows = tuple(
        (
            one.one,
            one.other,
            *one.names,
            f"{one.score:.2f}",
            _said(one.evidence),
            _said(one.against),
            _why(one.why),
            one.settle,
        )
        for one in suspects(register, nouns)
    )
    most = None if full or output else screenful()
    write_listing(Listing("duplicates", _COLUMNS, rows), format, output, register, most=most)
    if rows:
        tell("identity.settle")


def _why(code: str) -> str:
    """A register from elsewhere may hold a reason that is none of ours."""
    key = f"identity.why_{code}"
    return words.say(key) if words.known(key) else code


def _said(columns: tuple[str, ...]) -> str:
    return ", ".join(words.label(column).lower() for column in columns)


def join(
    ctx: typer.Context,
    one: Annotated[str, typer.Argument()],
    other: Annotated[str, typer.Argument()],
    undo: Flag = False,
    yes: Yes = False,
) -> None:
    """Say that two records are one; nothing is rewritten. Terms become one row."""
    register = desk_of(ctx).register
    one, other = meant_all(register, (one, other))
    if one.startswith("T") and other.startswith("T"):
        _join_terms(register, one, other)
        return
    if not undo and _of_one_noun(one, other):
        _take_over(register, one, other, instead=yes)
        return
    _say(register, "same", (one, other), undo=undo, yes=yes)


def _join_terms(register: Register, kept: str, given_up: str) -> None:
    from emulation_cli.register.recording.term_editing import join_terms

    done = join_terms(register, Ref.parse(kept).number, Ref.parse(given_up).number)
    tell("terms.joined", kept=done.kept, other=done.given_up, count=words.number(done.moved))


def _of_one_noun(one: str, other: str) -> bool:
    """Whether both are units or both movements, which other records name by themselves."""
    nouns = {Ref.parse(text).noun for text in (one, other)}
    return len(nouns) == 1 and nouns <= {"units", "movements"}


def _take_over(register: Register, kept: str, spare: str, *, instead: bool) -> None:
    from emulation_cli.register.recording.spare_records import take_over

    done = take_over(register, kept, spare, instead=instead)
    register.parted = []  # it is what she said
    one, other = done.names
    count = words.number(done.moved)
    said = {"name": one, "other_name": other, "count": count}
    tell("identity.taken_over", one=done.kept, other=done.spare, **said)
    if done.dropped:
        dropped = words.number(done.dropped)
        tell("identity.rows_dropped", one=done.kept, other=done.spare, count=dropped)


def distinct(
    ctx: typer.Context,
    one: Annotated[str, typer.Argument()],
    other: Annotated[str, typer.Argument()],
    undo: Flag = False,
    yes: Yes = False,
) -> None:
    """Say that two records are two."""
    register = desk_of(ctx).register
    one, other = meant_all(register, (one, other))
    _say(register, "distinct", (one, other), undo=undo, yes=yes)


def _say(register: Register, verdict: str, pair: tuple[str, str], *, undo: bool, yes: bool) -> None:
    from emulation_cli.register.identity import verdicts

    if undo:
        said = verdicts.withdraw(register, *pair)
        verdict = "withdrawn"
    else:
        said = verdicts.pronounce(register, *pair, verdict, instead=yes)
    key = verdict if said.new else f"{verdict}_known"
    register.parted = []  # it is what she said
    one, other = said.names
    tell(f"identity.{key}", one=said.one, other=said.other, name=one, other_name=other)
