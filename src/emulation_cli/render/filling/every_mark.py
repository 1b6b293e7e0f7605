"""A file with every mark in it: what can be asked for, and beside it what comes in its place."""

from itertools import groupby
from pathlib import Path

from emulation_cli import words
from emulation_cli.render.filling.phrases import Phrases
from emulation_cli.render.word.paper import LANDSCAPE_WIDTH, Box, Paper, Words

_LEFT = 150  # millimetres, of what is typed
_SIZE, _SMALL = 11, 7


def write_marks(phrases: Phrases, path: Path) -> None:
    """Write each phrase as it is typed, between brackets that Word does not fill, and as a mark.

    Raises OSError.
    """
    title = words.say("filling.every_mark")
    paper = Paper(title)
    paper.lie()
    paper.write(Words(title, "center", bold=True, after=6, heading=1))
    rows: list[list[Box]] = []
    every = [*phrases.each()]
    for of, group in groupby(every, key=lambda one: one.of if one.rows is not None else ""):
        for one in group:
            if one.table is not None:
                paper_rows = [*rows]
                rows.clear()
                _table(paper, paper_rows)
                paper.write(Words(one.text, size=_SIZE, bold=True, before=6))
                paper.write(Words(f"[[{one.text}]]", size=_SIZE))
            elif one.rows is None or of.endswith(".text"):
                rows.append(_row(one.text))
    _table(paper, rows)
    for of, group in groupby(every, key=lambda one: one.of if one.rows is not None else ""):
        if of and not of.endswith(".text"):
            _list(paper, [one.text for one in group])
    paper.save(path)


def _row(text: str) -> list[Box]:
    return [Box([Words(text, size=_SIZE)]), Box([Words(f"[[{text}]]", size=_SIZE)])]


def _table(paper: Paper, rows: list[list[Box]]) -> None:
    if rows:
        paper.table([_LEFT, LANDSCAPE_WIDTH - _LEFT], rows, heads=0)


def _list(paper: Paper, texts: list[str]) -> None:
    """A row of names: the heading has what is typed, the one row under it repeats."""
    width = LANDSCAPE_WIDTH / len(texts)
    paper.write(Words("", size=4))
    paper.table([width] * len(texts), [_cells(texts), _cells([f"[[{one}]]" for one in texts])])


def _cells(texts: list[str]) -> list[Box]:
    return [Box([Words(text, size=_SMALL)]) for text in texts]
