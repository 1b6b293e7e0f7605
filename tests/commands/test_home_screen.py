"""`emul` alone on a terminal: the register at a glance."""

import json
import shlex

import pytest

from emulation_cli import words
from emulation_cli.commands.home_screen import glance
from emulation_cli.documents.card import Block, Glance
from emulation_cli.documents.links.list_commands import command_of
from emulation_cli.register.opening.register_file import open_register
from emulation_cli.render.layout import width
from emulation_cli.render.screen.report_page import glance_lines
from emulation_cli.tallies.holdings import holdings
from emulation_cli.tallies.overview import overview
from tests import conftest


@pytest.fixture
def on_a_terminal(monkeypatch) -> None:
    monkeypatch.setattr(conftest._Stream, "isatty", lambda _: True)
    monkeypatch.setenv("NO_COLOR", "1")


@pytest.fixture(autouse=True)
def _english() -> None:
    words.use("en")


def rows(emul, command: str) -> int:
    return len(json.loads(emul(*shlex.split(command)[1:], "--format", "json").stdout))


@pytest.mark.usefixtures("demo_register", "on_a_terminal")
def test_emul_alone_shows_the_register_and_the_next_command(emul) -> None:
    told = emul().stdout

    assert "Huyện Cẩm Xuyên" in told
    assert "381" in told
    assert "emul report" in told
    assert len(told.splitlines()) <= 30


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("room", [40, 80, 120])
def test_the_home_screen_fits_the_window(golden, demo_register, room, language) -> None:
    words.use(language)
    with open_register(demo_register) as register:
        shown = glance("Huyện Cẩm Xuyên", overview(register, "2023-06-30"))
    lines = [line.text.rstrip() for line in glance_lines(shown, room)]

    assert [one for one in lines if width(one) > room and "  emul " not in one] == []
    golden(f"home-{room}.{language}.txt", "\n".join(lines) + "\n")


@pytest.mark.usefixtures("on_a_terminal")
def test_without_a_register_emul_alone_says_how_to_begin(emul, register_path) -> None:
    assert "emul demo" in emul().stdout
    assert not register_path.exists()


@pytest.mark.usefixtures("on_a_terminal")
def test_an_empty_register_is_told_to_take_in_lists(emul) -> None:
    emul("init", "--yes")

    assert "emul import" in emul().stdout


def test_every_number_that_needs_attention_opens_to_its_rows(emul, demo_register) -> None:
    unit = ("--unit", "Cẩm Duệ")
    emul("add-exemplar", "--name", "Người mới", "--kind", "CN", *unit, "--field", "Y tế")
    person = ("--recipient", "Người mới", "--kind", "CN", *unit, "--act", "commend")
    emul("add-honour", *person, "--proposed")
    emul("edit", "D1", "--stated-collectives", "999")
    with open_register(demo_register) as register:
        found = overview(register, "2024-03-31")

    names = {one.name for one in found.attention}
    assert {"arrears", "undated_exemplars", "differing", "proposed"} <= names
    for line in glance("", found).blocks[2].lines:
        assert rows(emul, line[2]) == int(line[1])


def test_this_year_stands_beside_the_same_months_of_the_last(emul, demo_register) -> None:
    with open_register(demo_register) as register:
        found = overview(register, "2023-06-30")
    report = ("report", "2023", "--cut-off", "30/06/2023", "--compare", "last-year")
    figures = json.loads(emul(*report, "--format", "json").stdout)

    assert found.year["exemplars"].value == figures["exemplars"]["total"]
    first = figures["comparison"]["figures"][0]
    assert found.year["exemplars"].earlier == first["earlier"]
    assert figures["comparison"]["cut_off"] == "2022-06-30"


def test_a_record_is_shown_with_the_latest_of_its_history(emul) -> None:
    emul("init", "--yes")
    emul("add-unit", "--name", "Xã Hoa Lư", "--type", "commune")
    for n in range(8):
        emul("edit", "U1", "--name", f"Xã Hoa Lư {n}")

    told = emul("show", "U1").stdout

    history = told[told.index("History") :]
    assert "Xã Hoa Lư 7" in history
    assert "Xã Hoa Lư 1" not in history
    assert "emul history U1" in history


def test_a_decision_whose_list_is_shorter_than_its_text_is_found(emul, demo_register) -> None:
    emul("edit", "D2", "--stated-individuals", "500")

    listed = json.loads(emul("list", "decisions", "--differing", "--format", "json").stdout)

    assert [row["id"] for row in listed] == ["D2"]
    assert listed[0]["stated_individuals"] == 500 != listed[0]["listed_individuals"]


@pytest.mark.parametrize("unit", ["U1", "U5"])
def test_a_unit_shows_what_it_holds_and_each_number_opens_to_its_rows(
    emul, demo_register, unit
) -> None:
    with open_register(demo_register) as register:
        held = holdings(register, register.find_unit(unit))
    told = emul("show", unit).stdout

    assert {"exemplars", "models", "commend"} <= {one.name for one in held}
    for one in held:
        command = command_of(one.rows)
        assert command in told
        assert rows(emul, command) == one.number == sum(one.kinds.values() or [one.number])


def test_a_unit_that_took_the_place_of_others_shows_theirs(emul, demo_register) -> None:
    emul("add-unit", "--name", "Xã mới", "--type", "commune")
    with open_register(demo_register) as register:
        before = holdings(register, register.find_unit("U5"))[0]
    emul("succeed", "U5", "--by", "Xã mới", "--on", "01/07/2024")
    told = emul("show", "U89").stdout

    assert f"  {before.number}  " in told
    assert "--units now" in told


def test_a_command_is_never_cut_where_the_screen_is_narrow() -> None:
    lines = (("Điển hình tiên tiến", "12", "emul list exemplars --unit CX --period 2021-2023"),)
    shown = Glance("Huyện", (Block("Trong sổ", lines),))

    narrow = [line.text.strip() for line in glance_lines(shown, 60)]
    wide = [line.text.strip() for line in glance_lines(shown, 120)]

    assert narrow[-1] == lines[0][2]
    assert wide[-1].endswith(lines[0][2])
    assert len(wide) == len(narrow) - 1


@pytest.mark.usefixtures("demo_register", "on_a_terminal")
def test_the_next_command_is_for_a_year_that_the_register_knows(emul) -> None:
    assert "emul report 2023 --compare last-year" in emul().stdout


def test_a_model_shows_the_exemplars_that_grew_from_it(emul, demo_register) -> None:
    emul("edit", "X12", "--model", "M7")

    assert "X12  " in emul("show", "M7").stdout.split("Exemplars that grew from it")[1]
