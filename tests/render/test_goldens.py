"""What each renderer writes, held against goldens; read their diff before updating them."""

import io
import re

import pytest

from emulation_cli import render, words
from emulation_cli.documents.card import Card, Entry, Group

SUFFIXES = {"text": "txt", "json": "json", "csv": "csv", "md": "md"}


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("style", SUFFIXES)
def test_a_piped_report(golden, reports, language, style):
    out = io.StringIO()

    render.report(reports("usual", language), style, out)

    golden(f"report-piped.{language}.{SUFFIXES[style]}", out.getvalue())


@pytest.mark.parametrize("name", ["empty", "odd"])
@pytest.mark.parametrize("style", ["text", "md"])
def test_a_piped_report_of_nothing_and_of_everything_odd(golden, reports, style, name):
    out = io.StringIO()

    render.report(reports(name, "vi"), style, out)

    golden(f"report-{name}.vi.{SUFFIXES[style]}", out.getvalue())


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("columns", ["80", "120"])
@pytest.mark.parametrize("name", ["usual", "odd"])
def test_a_report_on_a_terminal(*, golden, reports, terminal, monkeypatch, name, language, columns):
    monkeypatch.setenv("COLUMNS", columns)

    render.report(reports(name, language), "text", terminal)

    golden(f"report-{name}-{columns}.{language}.txt", _without_escapes(terminal.getvalue()))


def _without_escapes(text: str) -> str:
    return re.sub(r"\x1b\[[\d;]*m", "", text)


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("columns", ["80", "120", "pipe"])
def test_a_list(*, golden, exemplars, terminal, monkeypatch, language, columns):
    words.use(language)
    monkeypatch.setenv("COLUMNS", columns.replace("pipe", "80"))
    out = io.StringIO() if columns == "pipe" else terminal

    render.listing(exemplars, "table", out)

    golden(f"report-list-{columns}.{language}.txt", _without_escapes(out.getvalue()))


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_record(golden, terminal, language):
    words.use(language)
    card = Card(
        "X12",
        "Bùi Thị Mai",
        (("Đơn vị", "Thị trấn Cẩm Xuyên"), ("Chức vụ", "Chi hội trưởng " * 8), ("Ghi chú", "")),
        (
            Group("Các mốc", (Entry("2022-05", "Phát hiện"), Entry(None, "Bồi dưỡng", "12-KH/HU"))),
            Group("Khen thưởng", ()),
        ),
        ("Đã hủy ngày 01/02/2023: trùng X9",),
    )

    render.record(card, terminal)

    golden(f"report-card.{language}.txt", _without_escapes(terminal.getvalue()))
