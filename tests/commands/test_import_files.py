"""Which files an import takes: those that are named, those of a folder, those of a pattern."""

from pathlib import Path

import pytest

from emulation_cli.commands.importing import found_files
from emulation_cli.domain.errors import FileTrouble


@pytest.fixture(autouse=True)
def _files() -> None:
    for name in ("b.xlsx", "a.xls", "~$b.xlsx", "thư.docx", "[2023] c.xlsx"):
        Path(name).touch()


@pytest.mark.parametrize(
    ("given", "taken"),
    [
        (["."], ["[2023] c.xlsx", "a.xls", "b.xlsx"]),
        (["*.xlsx"], ["[2023] c.xlsx", "b.xlsx"]),
        (["b.xlsx", "*"], ["b.xlsx", "[2023] c.xlsx", "a.xls"]),
        (["[2023] c.xlsx"], ["[2023] c.xlsx"]),
        (["no.xlsx"], ["no.xlsx"]),
    ],
)
def test_files_are_taken_once_in_a_stable_order(given, taken) -> None:
    assert [file.name for file in found_files([Path(text) for text in given])] == taken


@pytest.mark.parametrize("given", ["~$b.xlsx", "*.ods"])
def test_nothing_to_take_is_said(given) -> None:
    with pytest.raises(FileTrouble):
        found_files([Path(given)])
