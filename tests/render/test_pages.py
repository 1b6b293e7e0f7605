"""Pages for a person: widths, colour, hostile text, and the way back to the rows."""

import io
import re

import pytest

from emulation_cli import render, words
from emulation_cli.documents.card import Card
from emulation_cli.render.layout import folded, width
from emulation_cli.tallies.row_lists.listings import Listing

ESCAPES = re.compile(r"\x1b\[[\d;]*m")
LISTING = re.compile(r"emul (?:list|danh-sach) ")
CONTROLS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
TABBED = ("text", "table")  # tabs between the columns are ours


def on_terminal(figures, terminal):
    render.report(figures, "text", terminal)
    return terminal.getvalue()


@pytest.mark.parametrize("columns", [80, 100, 132])
def test_no_line_but_a_command_is_wider_than_the_terminal(
    any_report, terminal, monkeypatch, columns
):
    monkeypatch.setenv("COLUMNS", str(columns))

    lines = ESCAPES.sub("", on_terminal(any_report, terminal)).splitlines()

    assert not [line for line in lines if width(line) > columns and not LISTING.search(line)]


def test_a_command_is_one_line_so_that_it_can_be_copied(odd_lines):
    commands = [line for line in odd_lines if LISTING.search(line)]

    assert all(line.count("--period") == 1 and line.count('"') == 2 for line in commands)


@pytest.fixture
def odd_lines(reports, terminal):
    return ESCAPES.sub("", on_terminal(reports("odd"), terminal)).splitlines()


def test_a_command_takes_the_filters_of_its_section(reports):
    out = io.StringIO()
    render.report(reports("usual"), "text", out)

    assert (
        "emul danh-sach models --period 2018-2023 --cut-off 2023-10-04 --registrations\n"
        in out.getvalue()
    )
    assert "emul danh-sach exemplars --period 2021-2023 --cut-off 2023-10-04\n" in out.getvalue()


def test_a_pipe_gets_no_colour_no_rule_no_bar_and_no_wrapping(any_report):
    out = io.StringIO()
    render.report(any_report, "text", out)

    assert not re.search("[\x1b─█]", out.getvalue().replace("\ufffd[31m", ""))


def test_colour_goes_if_it_is_not_wanted(reports, terminal, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")

    assert not re.search(r"\x1b\[[\d;]*3[0-7]m", on_terminal(reports("usual"), terminal))


def test_a_dumb_terminal_gets_no_escapes(reports, terminal, monkeypatch):
    monkeypatch.setenv("TERM", "dumb")

    assert "\x1b" not in on_terminal(reports("usual"), terminal)


def test_only_our_own_escapes_reach_a_terminal(any_report, terminal):
    page = ESCAPES.sub("", on_terminal(any_report, terminal))

    assert "\x1b" not in page
    assert "\u202e" not in page


def test_names_are_no_markup(odd_lines):
    assert any(line.startswith("[red]Ngõ xanh[/red] :smile:") for line in odd_lines)


@pytest.mark.parametrize("style", ["text", "json", "csv", "md"])
def test_no_format_lets_a_control_character_or_an_override_through(any_report, style):
    out = io.StringIO()
    render.report(any_report, style, out)

    assert not CONTROLS.search(out.getvalue().replace("\t", "" if style in TABBED else "\t"))


@pytest.mark.parametrize("style", ["table", "json", "csv"])
def test_no_list_lets_a_control_character_or_an_override_through(exemplars, style):
    out = io.StringIO()
    render.listing(exemplars, style, out)

    assert not CONTROLS.search(out.getvalue().replace("\t", "" if style in TABBED else "\t"))


def test_what_has_no_room_is_named(exemplars, terminal):
    words.use("vi")
    render.listing(exemplars, "table", terminal)
    page = ESCAPES.sub("", terminal.getvalue())

    assert "Không đủ chỗ cho các cột: Phát hiện, Khâu, Năm sinh" in page
    assert "\n7 dòng\n" in page


def test_a_piped_list_has_a_line_for_each_row_and_all_columns(exemplars):
    out = io.StringIO()
    render.listing(exemplars, "table", out)
    lines = out.getvalue().splitlines()

    assert len(lines) == 1 + len(exemplars.rows)
    assert {line.count("\t") for line in lines} == {len(exemplars.columns) - 1}
    assert lines[0].endswith("\tUnit id")


def test_codes_are_shown_by_their_labels(models):
    words.use("vi")
    out = io.StringIO()
    render.listing(models, "table", out)

    assert "2021 mới; 2022 duy trì; 2023" in out.getvalue()
    assert "Văn hóa - xã hội" in out.getvalue()
    assert "Hộ gia đình" in out.getvalue()


def test_the_labels_of_the_register_win(models):
    out = io.StringIO()
    render.listing(models, "table", out, lambda vocabulary, code: f"<{vocabulary} {code}>")

    assert "<model_field QPAN>" in out.getvalue()
    assert "<kind household>" in out.getvalue()


def test_an_empty_list_says_so_on_a_terminal_only(terminal):
    nothing = Listing("units", ("id", "name"), ())
    out = io.StringIO()
    render.listing(nothing, "table", out)
    render.listing(nothing, "table", terminal)

    assert out.getvalue() == "Id\tName\n"
    assert "No rows." in terminal.getvalue()


def test_folding_loses_nothing():
    text = "Câu lạc bộ " + "dài" * 30 + " 日本語 e\u0301"

    for room in range(2, 40):
        lines = folded(text, room)
        assert all(width(line) <= room for line in lines)
        assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_a_record_without_particulars_is_its_name(terminal):
    render.record(Card("U3", "Xã [b]Hoa Lư", ()), terminal)

    assert ESCAPES.sub("", terminal.getvalue()) == "U3  Xã [b]Hoa Lư\n"
