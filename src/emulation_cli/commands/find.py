"""The commands that find records: list and search."""

import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from emulation_cli import words
from emulation_cli.commands.dialogue import filters, parsing
from emulation_cli.commands.frame.desk import desk_of, tell
from emulation_cli.commands.frame.json_answers import as_json, write_answer
from emulation_cli.commands.frame.narration import most
from emulation_cli.commands.frame.options import Flag, Output, Value, takes
from emulation_cli.commands.frame.output import screenful, write_listing
from emulation_cli.documents.papers.list_head import ListHead
from emulation_cli.documents.speech import Speech, running
from emulation_cli.domain.catalogue.fields import FLAG, Field
from emulation_cli.domain.errors import Refused
from emulation_cli.domain.text import safe
from emulation_cli.register.row_by_row import row_by_row
from emulation_cli.register.stated_counts import KINDS
from emulation_cli.register.store import Register
from emulation_cli.tallies.row_lists.list_requests import ListRequest
from emulation_cli.tallies.row_lists.listings import Listing, listing, streamed

_OPTIONS = (
    *filters.OPTIONS,
    Field("without"),
    Field("recipients", FLAG),
    Field("differing", FLAG),
    Field("limit"),
)


@takes(_OPTIONS)
def list_rows(
    ctx: typer.Context,
    noun: Annotated[str, typer.Argument()],
    format: Value = None,
    output: Output = None,
    *,
    full: Flag = False,
    **texts: Any,
) -> None:
    """List the records of a noun, by the rules of the report."""
    register = desk_of(ctx).register
    asked = filters.request(register, parsing.noun(noun), filters.given_of(texts))
    head = _head(register, asked) if output else None
    if _row_by_row(format, output) and not asked.without and asked.limit is None:
        with row_by_row(register):
            write_listing(streamed(register, asked), format, output, register, head)
        return
    rows = _first_rows(register, asked)
    if sys.stdout.isatty() and output is None and format is None:
        rows = _asked_about(asked, rows)
    most = None if full or output else screenful()
    write_listing(rows, format, output, register, head, most=most)
    if asked.without:
        _remind(register, asked, rows)


def _head(register: Register, asked: ListRequest) -> ListHead:
    """What a list in a file is headed by."""
    from emulation_cli.commands.printed_lists import head_of_list

    return head_of_list(register, asked)


def _row_by_row(format: str | None, output: str | None) -> bool:
    """Whether what is written needs no more than one row at a time."""
    suffix = Path(output).suffix.lower() if output else f".{(format or '').lower()}"
    return suffix in (".csv", ".json", ".xlsx")


_DIFFERING = (
    *(f"{what}_{plural}" for plural in KINDS for what in ("stated", "listed")),
    "listed_unclassified",
)


def _asked_about(asked: ListRequest, rows: Listing) -> Listing:
    """On a narrow screen the last columns give way: not those that the question is about."""
    from emulation_cli.render.lists import foremost

    names = _DIFFERING if asked.differing else tuple(name for name, _value in asked.filters)
    return foremost(rows, names)


def _first_rows(register: Register, asked: ListRequest) -> Listing:
    """The rows; where only the first are asked for and there are more, that is said."""
    if asked.limit is None:
        return listing(register, asked)
    found = listing(register, asked._replace(limit=asked.limit + 1))
    if len(found.rows) <= asked.limit:
        return found
    tell("find.first_rows", count=words.number(asked.limit))
    return found._replace(rows=found.rows[: asked.limit])


MOST_NAMED = 40


def _remind(register: Register, asked: ListRequest, rows: Listing) -> None:
    """A sentence to paste into a letter to the units that have sent nothing."""
    office = register.setting("unit")
    names = [row[rows.columns.index("name")] for row in rows.rows]
    names = [name for name in names if name != office]  # who reminds is not reminded
    if not names:
        tell(f"find.none_without.{asked.without}")
        return
    speech = Speech(words.language())
    named = names[: most(MOST_NAMED)]
    if more := len(names) - len(named):
        named.append(words.say("find.more_units", count=words.number(more)))
    tell(
        f"find.remind.{asked.without}",
        count=speech.number(len(names)),
        period=running(speech.period(asked.period)) if asked.period else "",
        units=safe(", ".join(named)),
        office=safe(office or "…"),
    )


def search(
    ctx: typer.Context, text: Annotated[list[str], typer.Argument()], format: Value = None
) -> None:
    """Find records by words of their names, without case or diacritics."""
    from emulation_cli.render.found_names import found_names
    from emulation_cli.tallies.row_lists.searching import likely, with_subjects
    from emulation_cli.tallies.row_lists.searching import search as matching

    register, asked, wanted = desk_of(ctx).register, " ".join(text), as_json(format)
    found = with_subjects(register, matching(register, asked))
    if not found and (found := likely(register, asked)):
        tell("find.names_like_it", text=asked)
    if wanted:
        write_answer(text=asked, found=[vars(one) for one in found])
    if not found:
        raise Refused("cli.not_found", text=" ".join(text))
    if wanted:
        return
    rows = [(one.id, words.say(f"record.noun.{one.noun}"), one.name, one.detail) for one in found]
    found_names(rows, sys.stdout)
    tell("find.found", count=words.number(len(found)))
