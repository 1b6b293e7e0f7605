"""What fits a screen: the headlines of a report, the first rows of a list."""

import re

import pytest

from emulation_cli import words
from emulation_cli.documents.headlines import chosen
from emulation_cli.documents.report_document import build
from emulation_cli.domain.errors import Usage
from emulation_cli.render.lists import foremost, listing_lines
from emulation_cli.render.screen import report_page

COMMAND = "emul report 2021-2023"


def _plain(text: str) -> str:
    return re.sub(r"\x1b\[[\d;]*m", "", text)


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("columns", ["80", "120"])
def test_a_report_on_a_screen(*, golden, reports, terminal, monkeypatch, language, columns):
    words.use(language)
    monkeypatch.setenv("COLUMNS", columns)

    report_page.headlines(reports("usual", language), COMMAND, terminal)

    shown = _plain(terminal.getvalue())
    assert max(map(len, shown.splitlines())) <= int(columns)
    golden(f"report-short-{columns}.{language}.txt", shown)


def test_a_section_or_a_breakdown_alone(reports):
    document = build(reports("usual", "vi"))

    honours = chosen(document, ("honours",), ())
    assert [one.code for one in honours.sections] == ["honours"]
    assert honours.sections[0] == document.sections[3]
    by_unit = chosen(document, (), ("đơn vị",))
    assert {table.breakdown for one in by_unit.sections for table in one.tables} == {"by_unit"}
    assert chosen(document, (), ("unit",)) == chosen(document, (), ("by_unit",)) == by_unit


def test_a_breakdown_that_is_not_there_is_refused_with_those_that_are(reports):
    document = build(reports("usual", "vi"))
    with pytest.raises(Usage) as refused:
        chosen(document, ("events",), ("field",))
    assert "type" in refused.value.values["near"]


@pytest.mark.parametrize(("most", "shown"), [(2, 1), (3, 2), (None, None)])
def test_a_list_shows_a_screenful_and_its_count(exemplars, most, shown):
    words.use("en")
    count = len(exemplars.rows)
    lines = [line.text for line in listing_lines(exemplars, 400, None, most)]
    foot = " ".join(lines)
    rows = sum(line.startswith("X") for line in lines)
    assert rows == (count if shown is None else shown)
    assert ("--full" in foot) == (shown is not None and shown < count)
    assert f"{count} rows" in foot


def test_columns_that_a_question_is_about_stand_in_front(exemplars):
    moved = foremost(exemplars, ["stage", "nonsense", "name"])
    assert moved.columns[:3] == ("id", "name", "stage")
    for before, after in zip(exemplars.rows, moved.rows, strict=True):
        old = dict(zip(exemplars.columns, before, strict=True))
        assert old == dict(zip(moved.columns, after, strict=True))
