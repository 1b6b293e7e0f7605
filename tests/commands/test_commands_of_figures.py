"""`report --commands`: the printed command really opens the figure."""

import json
import shlex

import pytest

from emulation_cli.cli import main  # noqa: F401 (the entry point is loaded once)
from emulation_cli.commands.dialogue import filters, parsing
from emulation_cli.register.opening.register_file import open_register
from emulation_cli.tallies.row_lists.listings import listing

FLAGS = {"alone", "registrations", "unassigned", "recipients", *filters.SHOWS}


def given(words: list[str]) -> dict[str, str | bool | list[str]]:
    """The options of a command line, as Typer would hand them over."""
    found: dict[str, str | bool | list[str]] = {}
    rest = iter(words)
    for word in rest:
        name = word.removeprefix("--").replace("-", "_")
        if name == "unit":
            found.setdefault(name, []).append(next(rest))
        else:
            found[name] = True if name in FLAGS else next(rest)
    return found


def rows(register, command: str, measure: str) -> int:
    """How many rows a command lists, of money their sum; read as the command reads it."""
    program, verb, noun, *words = shlex.split(command)
    assert (program, verb) == ("emul", "list")
    asked = filters.request(register, parsing.noun(noun), given(words))
    found = listing(register, asked)
    if measure == "amount":
        return sum(row[found.columns.index("amount")] for row in found.rows)
    return len(found.rows)


@pytest.mark.parametrize(
    "words",
    [
        ("2021-2023", "--models", "2018-2023"),
        ("6 tháng đầu năm 2023", "--unit", "Cẩm Duệ"),
        ("2021-2023", "--cut-off", "04/10/2023", "--units", "then"),
    ],
)
def test_every_command_lists_exactly_as_many_rows_as_its_figure_says(
    emul, demo_register, words
) -> None:
    figures = json.loads(emul("report", *words, "--commands").stdout)

    assert len(figures) > 60
    with open_register(demo_register) as register:
        wrong = [
            figure
            for figure in figures
            if rows(register, figure["command"], figure["measure"]) != figure["value"]
        ]
    assert not wrong


def test_a_command_can_be_typed_as_it_stands(emul, demo_register) -> None:
    figures = json.loads(emul("report", "2021-2023", "--commands").stdout)

    for figure in figures[:12]:
        typed = shlex.split(figure["command"])[1:]
        assert len(json.loads(emul(*typed, "--format", "json").stdout)) == figure["value"]


def test_the_158_individuals_of_the_reference_case(emul, demo_register) -> None:
    figures = json.loads(emul("report", "2021-2023", "--commands").stdout)

    found = next(f for f in figures if (f["breakdown"], f["code"]) == ("kinds", "individual"))
    assert found["value"] == 158
    assert found["command"] == "emul list exemplars --period 2021-2023 --kind individual"
