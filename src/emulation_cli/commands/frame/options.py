"""Options made from the fields of a noun, so that a new field is an option everywhere at once."""

import keyword
from collections.abc import Callable, Iterable
from inspect import Parameter, Signature, signature
from typing import Annotated, Any, TypeVar

import typer

from emulation_cli.domain.catalogue.field_types import Names, Switch
from emulation_cli.domain.catalogue.fields import Field

F = TypeVar("F", bound=Callable[..., None])

# Options that several commands share; their help is filled in by `help_page`.
Value = Annotated[str | None, typer.Option()]
Values = Annotated[list[str] | None, typer.Option()]
Flag = Annotated[bool, typer.Option()]
Yes = Annotated[bool, typer.Option("--yes", "-y")]
Output = Annotated[str | None, typer.Option("--output", "-o")]


def takes(fields: Iterable[Field]) -> Callable[[F], F]:
    """Say that a command, which takes `**texts` last, has an option for each field.

    The options are made when the command is built: a module holds many commands.
    """

    def named(command: F) -> F:
        command.takes = tuple(fields)  # type: ignore[attr-defined]
        return command

    return named


def with_options(command: F) -> F:
    """The command with the options that it `takes`.

    A flag takes no value; several names are given with the option repeated.
    """
    fields = getattr(command, "takes", None)
    if fields is not None and not hasattr(command, "__signature__"):
        own = list(signature(command).parameters.values())[:-1]
        made = Signature([*own, *map(_option, fields)])
        command.__signature__ = made  # type: ignore[attr-defined]
    return command


def option_name(field: Field) -> str:
    """The option of a field: `--birth-year`; several other names are one `--other-name` each."""
    name = field.name.removesuffix("s") if isinstance(field.type, Names) else field.name
    return "--" + name.replace("_", "-")


def _option(field: Field) -> Parameter:
    # `--for` is a word of Python's own and cannot be the name of a parameter.
    name = f"{field.name}_" if keyword.iskeyword(field.name) else field.name
    flag = isinstance(field.type, Switch)
    several = isinstance(field.type, Names)
    kind: Any = bool if flag else list[str] | None if several else str | None
    panel = "needed" if field.required else None
    option = typer.Option(option_name(field), rich_help_panel=panel, metavar=field.type.word)
    return Parameter(
        name,
        Parameter.KEYWORD_ONLY,
        default=False if flag else None,
        annotation=Annotated[kind, option],
    )
