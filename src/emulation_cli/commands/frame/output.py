"""Where data goes: to stdout in a format, or to a file in the format of its suffix."""

import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from emulation_cli import render, words
from emulation_cli.commands.frame.desk import tell
from emulation_cli.domain.errors import Usage
from emulation_cli.domain.text import safe

if TYPE_CHECKING:
    from emulation_cli.documents.papers.list_head import ListHead
    from emulation_cli.register.store import Register
    from emulation_cli.render.labels import Label
    from emulation_cli.tallies.row_lists.listings import Listing


def chosen_format(text: str | None, known: tuple[str, ...]) -> str:
    """The format that was asked for, else the first one; raises Usage for an unknown one."""
    style = (text or known[0]).lower()
    if style not in known:
        raise Usage("cli.unknown_format", text=text, known=", ".join(known))
    return style


def write_listing(
    rows: "Listing",
    style: str | None,
    output: str | None,
    register: "Register",
    head: "ListHead | None" = None,
    *,
    most: int | None = None,
) -> None:
    """Write a list where it was asked for; `head` is what stands over a printed one.

    `most` is how many lines of it a terminal shows.
    """
    style = chosen_format(style, render.LIST_FORMATS)
    if output is None:
        render.listing(rows, style, sys.stdout, labels_of(register), most)
        return
    with stamped(register):
        path = Path(output)
        sheet = path.suffix.lower() == ".xlsx"
        offers = _offers(register, rows.noun, rows.columns) if sheet else {}
        render.listing_file(rows, path, labels_of(register), head, offers)
    tell_written(output)


def _offers(
    register: "Register", noun: str, columns: "Sequence[str]"
) -> dict[str, "Sequence[str]"]:
    """What may stand in each coded column and in that of units, for corrections in a sheet."""
    from emulation_cli.commands.dialogue.list_forms import Writer
    from emulation_cli.domain.catalogue.nouns import BY_PLURAL

    writer, known = Writer(register, words.language()), BY_PLURAL.get(noun)
    fields = {name: field for name in columns if known and (field := known.field(name))}
    return {name: writer.choices(noun, field) for name, field in fields.items()}


@contextmanager
def stamped(register: "Register") -> Iterator[None]:
    """While inside, workbooks bear the mark by which they are known when they come back."""
    from emulation_cli.register.log.as_of_export import mark_of
    from emulation_cli.sheets.writing.stamp import Stamp, stamping

    with stamping(Stamp(*mark_of(register))):
        yield


_AROUND = 6  # lines: the command itself, the heading, what is said below


def screenful() -> int | None:
    """How many lines of rows fit the terminal; None where stdout is none."""
    if not sys.stdout.isatty():
        return None
    return max(shutil.get_terminal_size().lines - _AROUND, 10)


def labels_of(register: "Register") -> "Label":
    """The words for a code, those of the clerk's own vocabulary rows included."""

    def label(vocabulary: str, code: str) -> str | None:
        found = register.vocabularies.label(vocabulary, code, words.language())
        return None if found == code else found

    return label


def tell_absent_years(register: "Register") -> None:
    """Say which years of the log are not in what is told or written."""
    from emulation_cli.register.compacting.years_beside import absent

    if missing := absent(register.connection):
        tell("history.without_years", files=", ".join(safe(one.file) for one in missing))


def tell_written(path: str, *, opened: bool = False) -> None:
    """Say which file was written; open it with the program that it belongs to, if asked."""
    from emulation_cli.commands.frame.written_files import remember

    remember(Path(path))
    tell("find.written", file=safe(path))
    if opened:
        import typer

        if typer.launch(str(Path(path).resolve())):
            tell("find.cannot_open", file=path)
