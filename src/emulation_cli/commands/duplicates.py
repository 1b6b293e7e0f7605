"""`duplicates`, `join`, `distinct`: records that may be one and the same."""

from typing import Annotated

import typer

from emulation_cli import words
from emulation_cli.commands import parsing
from emulation_cli.commands.desk import desk_of, tell
from emulation_cli.commands.options import Output, Value
from emulation_cli.commands.output import write_listing
from emulation_cli.commands.record_names import meant_all
from emulation_cli.domain.errors import Usage
from emulation_cli.domain.refs import Ref
from emulation_cli.register.store import Register

_COLUMNS = ("id", "id2", "name", "name2", "likeness", "agrees", "differs")


def duplicates(
    ctx: typer.Context,
    noun: Annotated[str | None, typer.Argument()] = None,
    format: Value = None,
    output: Output = None,
) -> None:
    """List records that may be one, the most alike first."""
    from emulation_cli.tallies.duplicates import NOUNS, suspects
    from emulation_cli.tallies.listings import Listing

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
        )
        for one in suspects(register, nouns)
    )
    write_listing(Listing("duplicates", _COLUMNS, rows), format, output, register)


def _said(columns: tuple[str, ...]) -> str:
    return ", ".join(words.label(column).lower() for column in columns)


def join(
    ctx: typer.Context,
    kept: Annotated[str, typer.Argument()],
    given_up: Annotated[str, typer.Argument()],
) -> None:
    """Make one record of two."""
    from emulation_cli.register import joining

    register = desk_of(ctx).register
    kept, given_up = meant_all(register, (kept, given_up))
    if kept.startswith("T") and given_up.startswith("T"):
        _join_terms(register, kept, given_up)
        return
    reason = words.say("units.joined_reason", id=kept.upper())
    done = joining.join(register, kept, given_up, reason)
    tell("units.joined", kept=done.kept, name=done.name, other=done.given_up, moved=done.moved)
    if done.filled:
        tell("units.filled", id=done.kept, columns=_said_of_row(done.filled))


def _said_of_row(columns: tuple[str, ...]) -> str:
    return ", ".join(words.label(column.removesuffix("_id")).lower() for column in columns)


def _join_terms(register: Register, kept: str, given_up: str) -> None:
    from emulation_cli.register.term_editing import join_terms

    done = join_terms(register, Ref.parse(kept).number, Ref.parse(given_up).number)
    tell("terms.joined", kept=done.kept, other=done.given_up, count=words.number(done.moved))


def distinct(
    ctx: typer.Context,
    one: Annotated[str, typer.Argument()],
    other: Annotated[str, typer.Argument()],
) -> None:
    """Remember that two records that look like one are two."""
    from emulation_cli.register import joining

    register = desk_of(ctx).register
    one, other = meant_all(register, (one, other))
    new = joining.distinct(register, one, other)
    tell("units.distinct" if new else "units.distinct_known", one=one.upper(), other=other.upper())
