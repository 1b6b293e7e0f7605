"""The report as one HTML file, read back with the standard parser."""

import re
from html.parser import HTMLParser

import pytest

from emulation_cli import render, words
from emulation_cli.documents.papers.paper_manners import as_printed
from emulation_cli.documents.report_document import build

VOID = {"meta", "br", "rect"}


class Page(HTMLParser):
    """Tables by row, anchors, links, and whether every element is closed."""

    def __init__(self, text):
        super().__init__()
        self.rows, self.ids, self.links, self.open, self.tags = [], [], [], [], set()
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        self.tags.add(tag)
        self.ids += [values["id"]] if "id" in values else []
        self.links += [values["href"]] if "href" in values else []
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th"):
            self.rows[-1].append("")
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if tag not in VOID:
            assert self.open.pop() == tag

    def handle_data(self, data):
        if {"td", "th"} & set(self.open):
            self.rows[-1][-1] += data


@pytest.fixture
def written(tmp_path):
    def write(figures, rows=None):
        path = tmp_path / "report.html"
        render.report_file(figures, path, rows)
        return path.read_text("utf-8")

    return write


def test_every_number_of_every_table_is_on_the_page(written, any_report):
    page = Page(written(any_report))
    shown = [tuple(row) for row in page.rows]

    for section in as_printed(build(any_report)).sections:
        for table in section.tables:
            for row in (*table.rows, *([table.total] if table.total else [])):
                cells = [
                    words.number(value, any_report.request.language) if isinstance(value, int) else words.date(value)
                    for value in row.values
                ]  # fmt: skip
                assert any((row.label, *cells) == found[: len(cells) + 1] for found in shown)


def test_every_element_is_closed_and_every_link_leads_somewhere(
    written, any_report, exemplars, behind
):
    page = Page(written(any_report, behind(any_report, exemplars=exemplars)))

    assert not page.open
    assert {link.removeprefix("#") for link in page.links} <= set(page.ids)
    assert len(page.ids) == len(set(page.ids))


def test_a_total_leads_to_the_names_behind_it(written, reports, exemplars, behind):
    text = written(reports("usual"), behind(reports("usual"), exemplars=exemplars))

    assert '<a href="#l0">381</a>' in text
    assert '<a href="#l0">158</a>' in text  # in this list everyone is
    assert '<div id="l0" class=wide>' in text
    assert 'href="#l1' not in text


def test_nothing_is_loaded_and_nothing_runs(written, any_report, exemplars, behind):
    text = written(any_report, behind(any_report, exemplars=exemplars))
    page = Page(text)

    assert not page.tags & {"script", "link", "img", "iframe", "object", "form", "b"}
    assert "default-src &#x27;none&#x27;" in text or "default-src 'none'" in text
    assert not re.search(r"url\(|@import|https?://", text)
    assert "\x1b" not in text
    assert "\u202e" not in text
