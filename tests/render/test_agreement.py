"""All formats are made of one value: every number is read back from each and compared."""

import csv
import io
import json
import re

import pytest

from emulation_cli import render, words
from emulation_cli.documents.figure_lines import figure_lines
from emulation_cli.documents.report_document import build
from emulation_cli.domain.text import safe
from emulation_cli.render.web.markdown import escaped
from emulation_cli.tallies.measures.specifications import KINDS, SECTIONS


def rendered(figures, style):
    out = io.StringIO()
    render.report(figures, style, out)
    return out.getvalue()


def numbers_of_json(report):
    """Every number of the contract's JSON by section, group, code and measure."""
    for section in SECTIONS:
        for name, value in report[section].items():
            if isinstance(value, int):
                yield (section, "", "", name), value
            elif isinstance(value, dict) and name != "period":
                for code, held in value.items():
                    parts = held if isinstance(held, dict) else {"total": held}
                    yield from (((section, name, code, measure), n) for measure, n in parts.items())
            elif isinstance(value, list):
                for row in value:
                    numbers = {**row, **row.get("kinds", {})}
                    for measure, n in numbers.items():
                        if isinstance(n, int):
                            yield (section, name, row["code"] or "", measure), n


def test_json_is_the_contract(any_report):
    report = json.loads(rendered(any_report, "json"))

    assert report["version"] == 1
    assert list(report) == ["version", "unit", "cut_off", "period", *SECTIONS]
    assert set(report["exemplars"]["kinds"]) == set(KINDS)


def test_csv_has_each_number_of_the_json_and_no_other(any_report):
    rows = list(csv.DictReader(io.StringIO(rendered(any_report, "csv"))))
    expected = dict(numbers_of_json(json.loads(rendered(any_report, "json"))))

    read = {
        (row["section"], row["breakdown"], row["code"], row["measure"]): int(row["value"])
        for row in rows
    }

    assert list(rows[0]) == ["section", "breakdown", "code", "label", "measure", "value"]
    assert read == expected
    assert len(rows) == len(expected)


def tabled(document):
    """Every number of the document's tables, with its row and its column."""
    for section in document.sections:
        for table in section.tables:
            for row in (*table.rows, *([table.total] if table.total else [])):
                for column, value in zip(table.columns, row.values, strict=True):
                    yield section, table, row, column, value


def test_tables_show_the_numbers_of_the_json(any_report):
    found = numbers_of_json(any_report.as_json())
    expected = {tuple(map(safe, place)): n for place, n in found}

    for section, table, row, column, value in tabled(build(any_report)):
        if row is not table.total and column.kind == "number":
            if isinstance(value, str):
                continue  # a share in percent is made of the numbers beside it
            breakdown = "by_group" if row.group else table.breakdown
            place = (section.code, breakdown, row.code or "", column.name)
            assert expected.pop(place) == value

    left_out = {place: n for place, n in expected.items() if place[1].startswith("by_") and n}
    # Nobody has a title, a class …: a note says so. Unknown amounts stand beside known ones only.
    left_out = {place for place in left_out if place[3] != "amount_unknown"}
    empty = {"by_title", "by_class", "by_body", "by_system"}
    assert {place[1] for place in left_out} <= empty


def test_figures_at_a_glance_are_those_of_the_json(any_report):
    expected = dict(numbers_of_json(any_report.as_json()))

    for section in build(any_report).sections:
        for figure in section.figures:
            if figure.measure in ("kinds", "milestones", "recognised"):
                place = (section.code, figure.measure, figure.code, "total")
            else:
                group = "by_act" if figure.code else ""
                place = (section.code, group, figure.code or "", figure.measure)
            assert figure.value == expected[place]


def test_a_total_is_the_sum_of_its_rows_and_the_figure_of_the_section(reports):
    figures = reports("usual")
    sections = {section.code: section for section in build(figures).sections}

    for breakdown in ("by_field", "by_unit", "by_year"):
        assert sections["exemplars"].table(breakdown).total.values[:3] == (381, 223, 158)
    assert sections["models"].table("by_field").total.values[0] == 686
    assert sections["models"].table("by_year").total.values[0] == figures.sections["models"].number(
        "registrations"
    )
    assert sections["events"].table("by_type").total.values == (22,)
    assert sections["honours"].table("by_unit").total.values[:2] == (365, 290)


def test_acts_and_conferences_are_never_added(any_report):
    for section in build(any_report).sections:
        for table in section.tables:
            apart = ("by_act", "by_event", "funnel", "shares")
            assert (table.total is None) == (table.breakdown in apart)


def read_columns(line, values):
    """The last columns of an aligned line, the numbers as the numbers they are."""
    pairs = zip(line.split()[-len(values) :], values, strict=True)
    return [int(re.sub(r"[.,]", "", cell)) for cell, value in pairs if isinstance(value, int)]


def test_the_piped_page_shows_every_row_of_every_table(any_report):
    document = build(any_report)
    lines = rendered(any_report, "text").splitlines()
    at = 0

    for section in document.sections:
        at = lines.index(section.title.upper(), at)
        for table in section.tables:
            at = next(i for i in range(at, len(lines)) if lines[i].startswith(table.title + "\t"))
            for row in (*table.rows, *([table.total] if table.total else [])):
                at += 1
                values = [value for value in row.values if value is not None]
                numbers = [value for value in values if isinstance(value, int)]
                assert lines[at].startswith(row.label)
                assert read_columns(lines[at], values) == numbers


def test_markdown_shows_every_row_of_every_table(any_report):
    document = build(any_report)
    lines = iter(rendered(any_report, "md").splitlines())

    for section in document.sections:
        for table in section.tables:
            assert f"### {escaped(table.title)}" in lines
            for row in (*table.rows, *([table.total] if table.total else [])):
                cells = [
                    row.label,
                    *map(_written(document, table), range(len(table.columns)), row.values),
                ]
                expected = [escaped(cell) for cell in cells]
                if row is table.total or row.group:
                    expected = [f"**{cell}**" if cell else "" for cell in expected]
                assert f"| {' | '.join(expected)} |" in lines


def _written(document, table):
    def text(i, value):
        if table.columns[i].kind == "date":
            return words.date(value)
        if isinstance(value, str) or value is None:
            return value or ""
        return words.number(value, document.language)

    return text


@pytest.mark.parametrize("language", ["vi", "en"])
def test_sentences_say_the_headline_figures(reports, language):
    text = rendered(reports("usual", language), "text")

    for number in ("381", "223", "158", "686", words.number(1202, language), "22", "31", "23"):
        assert number in text


def test_flat_figures_have_a_label_for_every_code(any_report):
    assert all(figure.label or not figure.code for figure in figure_lines(any_report))
