"""How a clerk writes a table: what stands in the rows, and each column in one line.

«Đăng ký = models by kind», «Công nhận = models milestone=recognised by level»,
«Tiền = honours sum».
"""

import shlex
from collections.abc import Iterator, Sequence
from typing import Any

from emulation_cli import words
from emulation_cli.commands.dialogue import filters, parsing
from emulation_cli.domain.catalogue.field_types import Names
from emulation_cli.domain.errors import Refused, Usage
from emulation_cli.domain.text import fold
from emulation_cli.register.kept_tables import ColumnSpec, TableSpec, kept_table
from emulation_cli.register.store import Register
from emulation_cli.tallies.row_lists.list_requests import ListRequest
from emulation_cli.tallies.specified_table import AskedColumn, check_dimensions

_BY, _SUM = ("by", "theo"), ("sum", "tong", "tien")
_FLAGS = ("registrations", "recipients", "proposed", "cancelled", "not_placed", "differing")
_SEVERAL = {field.name for field in filters.OPTIONS if isinstance(field.type, Names)}
# Tables that every office is asked for; each kept one begins with one of these or with none.
PRESETS = {
    "models": (
        "unit",
        "{registered} = models by kind", "{total} = models", "{field} = models by field",
        "{recognised} = models milestone=recognised by level",
        "{replicated} = models milestone=replicated", "{stopped} = models milestone=stopped",
    ),
    "commendations": (
        "form,class,category",
        "{total} = honours act=commend", "{kind} = honours act=commend by kind",
        "{leads} = honours act=commend leads=yes",
        "{works} = honours act=commend works_directly=yes",
        "{women} = honours act=commend gender=female", "{money} = honours act=commend sum",
    ),
    "movements": (
        "movement",
        "{reviews} = events movement=any", "{honoured} = honours movement=any by act",
        "{exemplars} = exemplars movement=any", "{models} = models movement=any",
    ),
}  # fmt: skip


def preset(name: str) -> TableSpec:
    """One of the tables that the program brings, in the language that is spoken; raises Usage."""
    known = {
        fold(words.say_in(language, f"table.preset.{one}")): one
        for one in PRESETS
        for language in words.LANGUAGES
    }
    code = known.get(fold(name), fold(name))
    if code not in PRESETS:
        raise Usage("cli.unknown_term", option="like", text=name, near=", ".join(PRESETS))
    rows, *columns = PRESETS[code]
    texts = words.sentences("table")
    labels = {key.partition(".")[2]: text for key, text in texts.items() if key[:6] == "label."}
    title = words.say(f"table.preset.{code}")
    return TableSpec(
        title,
        title,
        tuple(rows.split(",")),
        tuple(read_column(column.format(**labels)) for column in columns),
    )


def called(register: Register, name: str) -> TableSpec:
    """The kept table of a name, else the one that the program brings; raises Refused for none."""
    try:
        return kept_table(register, name)
    except Refused:
        try:
            return preset(name)
        except Usage:
            pass
        raise


def dimension(text: str) -> str:
    """A dimension by its code or by its name in either language, without diacritics."""
    asked = fold(text).strip().replace("-", "_")
    for language in words.LANGUAGES:
        for key, name in words.sentences("tally", language).items():
            if key.startswith("by.") and fold(name) == asked.replace("_", " "):
                return key.removeprefix("by.")
    return asked.replace(" ", "_")


def read_column(text: str) -> ColumnSpec:
    """A column as the clerk writes it; raises Usage."""
    label, equals, rest = text.partition("=")
    if not equals or ("=" in rest and " " not in label.strip() and _is_filter(text)):
        label, rest = "", text
    try:
        noun, *parts = shlex.split(rest)
    except ValueError:
        raise Usage("table.unreadable_column", text=text) from None
    given: dict[str, Any] = {}
    by = adds = ""
    waiting = iter(parts)
    for part in waiting:
        name, is_filter, value = part.partition("=")
        folded = fold(name).replace("-", "_")
        if is_filter:
            given[folded] = _beside(given, folded, value, text)
        elif folded in _BY:
            by = fold(next(waiting, "")).replace("-", "_")
        elif folded in _SUM:
            adds = "amount"
        elif folded in _FLAGS:
            given[folded] = "yes"
        else:
            raise Usage("table.unreadable_column", text=text)
    if adds and parsing.noun(noun) != "honours":
        raise Usage("table.unreadable_column", text=text)
    return ColumnSpec(label.strip(), parsing.noun(noun), given, by, adds)


def _beside(given: dict[str, Any], name: str, value: str, text: str) -> Any:
    """What a filter is given: several units are a union, any other filter is given once."""
    if name in _SEVERAL:
        return [*given.get(name, ()), value]
    if name in given:
        raise Usage("table.unreadable_column", text=text)
    return value


def _is_filter(text: str) -> bool:
    """«models kind=TT» has no label: what stands before the sign is the noun and a filter."""
    return len(text.partition("=")[0].split()) > 1 and not text.partition("=")[2].startswith(" ")


def check(register: Register, spec: TableSpec) -> None:
    """Raise Usage for a table that could not be counted."""
    if not spec.columns:
        raise Usage("cli.missing_options", names="--column")
    for column, asked in zip(spec.columns, asked_columns(register, spec, {}), strict=True):
        check_dimensions(asked.request.noun, spec.rows)
        if column.by and not (column.noun == "models" and column.by == "level"):
            check_dimensions(asked.request.noun, (column.by,))


def asked_columns(
    register: Register, spec: TableSpec, scope: dict[str, Any]
) -> Iterator[AskedColumn]:
    """The columns with their lists: what each asks for, within the period and unit of `scope`."""
    for column in spec.columns:
        request = _request(register, column, scope)
        yield AskedColumn(column.label, request, column.by, column.adds)


def _request(register: Register, column: ColumnSpec, scope: dict[str, Any]) -> ListRequest:
    return filters.request(register, column.noun, {**scope, **column.given})


def written(spec: TableSpec) -> Sequence[str]:
    """The columns as the clerk would write them."""
    return [_written(column) for column in spec.columns]


def _written(column: ColumnSpec) -> str:
    parts = [column.noun]
    for name, value in column.given.items():
        values = value if isinstance(value, list) else [value]
        parts += [name] if name in _FLAGS else [f"{name}={shlex.quote(str(v))}" for v in values]
    parts += ["by", column.by] if column.by else []
    parts += ["sum"] if column.adds else []
    return f"{column.label} = {' '.join(parts)}" if column.label else " ".join(parts)
