"""Options made from the columns of a noun, so that a new column is an option everywhere at once."""

import keyword
from collections.abc import Callable, Iterable
from inspect import Parameter, Signature, signature
from typing import Annotated, Any, TypeVar

import typer

from emulation_cli.register.nouns import Column

F = TypeVar("F", bound=Callable[..., None])

# Options that several commands share; their help is filled in by `help_page`.
Value = Annotated[str | None, typer.Option()]
Values = Annotated[list[str] | None, typer.Option()]
Flag = Annotated[bool, typer.Option()]
Yes = Annotated[bool, typer.Option("--yes", "-y")]
Output = Annotated[str | None, typer.Option("--output", "-o")]


def takes(columns: Iterable[Column]) -> Callable[[F], F]:
    """Give a command, which takes `**texts` last, an option for each column.

    A column of type "flag" takes no value; one of type "names" may be given several times.
    """
    parameters = [_option(column) for column in columns]

    def with_options(command: F) -> F:
        own = list(signature(command).parameters.values())[:-1]
        command.__signature__ = Signature([*own, *parameters])  # type: ignore[attr-defined]
        return command

    return with_options


def option_name(column: Column) -> str:
    """The option of a column: `--birth-year`; several other names are one `--other-name` each."""
    name = column.name.removesuffix("s") if column.type == "names" else column.name
    return "--" + name.replace("_", "-")


def _option(column: Column) -> Parameter:
    # `--for` is a word of Python's own and cannot be the name of a parameter.
    name = f"{column.name}_" if keyword.iskeyword(column.name) else column.name
    kind: Any = {"flag": bool, "names": list[str] | None}.get(column.type, str | None)
    panel = "needed" if column.required else None
    option = typer.Option(option_name(column), rich_help_panel=panel)
    default = False if column.type == "flag" else None
    return Parameter(
        name, Parameter.KEYWORD_ONLY, default=default, annotation=Annotated[kind, option]
    )
