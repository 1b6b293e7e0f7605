"""A file with every mark in it: what can be asked for, and beside it what comes in its place."""

from collections.abc import Iterable
from itertools import groupby
from pathlib import Path

from emulation_cli import words
from emulation_cli.render.filling.asked_phrases import Phrase
from emulation_cli.render.word.paper import LANDSCAPE_WIDTH, Box, Paper, Words

_LEFT = 150  # millimetres, of what is typed
_SIZE, _SMALL = 11, 7


def write_marks(phrases: Iterable[Phrase], path: Path) -> None:
    """Write each phrase as it is typed, between brackets that Word does not fill, and as a mark.

    Raises OSError.
    """
    title = words.say("filling.every_mark")
    paper = Paper(title)
    paper.lie()
    paper.write(Words(title, "center", bold=True, after=6, heading=1))
    rows: list[list[Box]] = []
    for of, group in groupby(phrases, key=_list_of):
        if of:
            _table(paper, rows)
            rows = []
            _list(paper, [one.text for one in group])
            continue
        for one in group:
            if one.table is None:
                rows.append(_row(one.text))
                continue
            _table(paper, rows)
            rows = []
            paper.write(Words(one.text, size=_SIZE, bold=True, before=6))
            paper.write(Words(f"[[{one.text}]]", size=_SIZE))
    _table(paper, rows)
    paper.save(path)


def _list_of(phrase: Phrase) -> str:
    """The list whose column a phrase is; the sentences of a section are no list of names."""
    return "" if phrase.rows is None or phrase.of.endswith(".text") else phrase.of


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
