"""What a prompt answers to what a clerk may type at it: nothing, a wrong number, «?», a slip."""

import sys

import pytest

from .person_at_terminal import Terminal

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are of POSIX")


@pytest.fixture
def office(emul):
    emul("init", "--unit", "Huyện Thử", "--yes")
    for name in ("Xã Cẩm Duệ", "Xã Cẩm Hà"):
        emul("add-unit", "--name", name, "--type", "commune")
    for number, day in (("145/QĐ-UBND", "2022-12-20"), ("7/QĐ-UBND", "2023-01-05")):
        emul(
            "add-decision", "--number", number, "--date", day, "--body", "UBND huyện",
            "--level", "district",
        )  # fmt: skip
    return emul


EXEMPLAR = ("add-exemplar", "--name", "Lê Thị Thử", "--kind", "CN")
HONOUR = ("--kind", "CN", "--unit", "U1", "--act", "commend")


def test_enter_where_something_is_needed_says_so_and_asks_again(office) -> None:
    terminal = Terminal(*EXEMPLAR, "--field", "Y tế")
    terminal.sees("Unit:")
    terminal.types("")
    terminal.sees("This is needed")
    terminal.types("ha")
    terminal.sees("= U2 Xã Cẩm Hà")
    terminal.types("2023")
    terminal.ends()
    assert "«»" not in terminal.screen


def test_a_question_mark_lists_all_and_a_number_chooses(office) -> None:
    terminal = Terminal(*EXEMPLAR, "--unit", "U1")
    terminal.sees("?  to see all")
    terminal.types("?")
    terminal.sees("  12  ")
    terminal.sees("Field:")
    terminal.types("12")
    terminal.sees("Date")
    terminal.types("")
    terminal.ends()
    twelfth = next(line for line in terminal.screen.splitlines() if line.startswith("  12  "))
    shown = office("show", "X1").stdout
    assert twelfth[6:].split(" (")[0].strip() in shown


def test_a_number_of_no_line_is_no_new_field(office) -> None:
    terminal = Terminal(*EXEMPLAR, "--unit", "U1")
    terminal.sees("Field:")
    terminal.types("2023")
    terminal.sees("«2023» is a number")
    terminal.types("y te")
    terminal.sees("Date")
    terminal.types("2023")
    terminal.ends()
    assert "--field" not in terminal.screen


def test_a_slip_in_a_field_offers_the_known_one(office) -> None:
    terminal = Terminal(*EXEMPLAR, "--unit", "U1")
    terminal.sees("Field:")
    terminal.types("phat trien kih te")
    terminal.sees("1  Economic development")
    terminal.types("1")
    terminal.sees("Date")
    terminal.types("2023")
    terminal.ends()


def test_the_latest_decisions_are_offered_by_number(office) -> None:
    terminal = Terminal("add-honour", *HONOUR)
    terminal.sees("Recipient:")
    terminal.types("Lê Văn An")
    terminal.sees("Form")
    terminal.types("giay khen")
    terminal.sees("1  D2 7/QĐ-UBND (05/01/2023)")
    terminal.sees("2  D1 145/QĐ-UBND")
    terminal.types("2")
    terminal.sees("Enter: no more")
    terminal.types("")
    terminal.ends()
    assert "145/QĐ-UBND" in office("list", "honours", "--format", "csv").stdout


def test_a_slip_in_a_form_offers_the_known_ones_before_it_is_new(office) -> None:
    terminal = Terminal("add-honour", *HONOUR, "--date", "2023")
    terminal.sees("Recipient:")
    terminal.types("Lê Văn An")
    terminal.sees("Form")
    terminal.types("bang khen c")
    terminal.sees("1  ")
    terminal.types("1")
    terminal.sees("Recorded")
    terminal.presses("\x04")
    terminal.ends()
    assert "added" not in terminal.screen
    assert "bang-khen-thu-tuong" in office("list", "honours", "--format", "csv").stdout


def test_one_decision_of_two_records_is_offered_once(office) -> None:
    """The log of decisions and the annex of one bring a record each."""
    office("add-decision", "--number", "7/QĐ-UBND", "--date", "2023-01-05", "--body", "UBND huyện",
           "--level", "district")  # fmt: skip
    terminal = Terminal("add-honour", *HONOUR)
    terminal.sees("Recipient:")
    terminal.types("Lê Văn An")
    terminal.sees("Form")
    terminal.types("giay khen")
    terminal.sees("2  D1 145/QĐ-UBND")
    assert terminal.screen.count("7/QĐ-UBND") == 1
    terminal.types("2")
    terminal.sees("Enter: no more")
    terminal.types("")
    terminal.ends()


def test_what_a_form_was_taken_for_is_said(office) -> None:
    terminal = Terminal("add-honour", *HONOUR)
    terminal.sees("Recipient:")
    terminal.types("Lê Văn An")
    terminal.sees("Form")
    terminal.types("bk")
    terminal.sees("= ")
    terminal.sees("Decision")
    terminal.types("145")
    terminal.sees("Enter: no more")
    terminal.types("")
    terminal.ends()


def test_a_refusal_at_a_question_names_no_option(office) -> None:
    terminal = Terminal("add-honour", *HONOUR)
    terminal.sees("Recipient:")
    terminal.types("Lê Văn An")
    terminal.sees("Form")
    terminal.types("xxxxx")
    terminal.sees("There is no «xxxxx»")
    terminal.types("")
    terminal.sees("Decision")
    terminal.types("nowhere")
    terminal.sees("Record it now?")
    terminal.types("n")
    terminal.sees("«nowhere» was not found")
    terminal.types("")
    terminal.sees("Event")
    terminal.types("")
    terminal.sees("Date")
    terminal.types("")
    terminal.ends()
    assert "--form" not in terminal.screen.split("Note")[0]


def test_a_decision_that_is_not_there_is_recorded_on_the_way(office) -> None:
    terminal = Terminal("add-honour", *HONOUR)
    terminal.sees("Recipient:")
    terminal.types("Lê Văn An")
    terminal.sees("Form")
    terminal.types("giay khen")
    terminal.sees("Decision")
    terminal.types("150/QĐ-UBND")
    terminal.sees("There is no decision «150/QĐ-UBND» on the register. Record it now?")
    terminal.types("y")
    terminal.sees("Date:")
    terminal.types("3/2/2024")
    terminal.sees("body:")
    terminal.types("UBND huyện Thử")
    terminal.sees("Level")
    terminal.types("huyện")
    for _ in range(3):
        terminal.sees("Enter: skip")
        terminal.types("")
    terminal.sees("Enter: no more")
    terminal.types("")
    terminal.ends()
    assert "Recorded decision D3 «150/QĐ-UBND»" in terminal.screen
    assert ",150/QĐ-UBND,2024-02-03," in office("list", "honours", "--format", "csv").stdout


def test_the_form_of_a_record_offers_what_a_field_can_be(office) -> None:
    office(*EXEMPLAR, "--unit", "U1", "--field", "Y tế", "--date", "2023")
    terminal = Terminal("edit", "X1")
    terminal.sees("Enter: done")
    terminal.types("kind")
    terminal.sees("3  Household")
    terminal.types("3")
    terminal.sees("Kind: Household")
    terminal.sees("Enter: done")
    terminal.types("unit")
    terminal.sees("2  U2 Xã Cẩm Hà")
    terminal.types("")
    terminal.sees("Enter: done")
    terminal.types("")
    terminal.ends()
    assert "Individual → Household" in terminal.screen


def test_the_form_of_a_record_offers_the_records_that_a_field_may_name(office) -> None:
    office("add-event", "--name", "Hội nghị 2023", "--type", "final_review", "--date", "2023")
    office("add-honour", "--recipient", "Lê Thị Thử", *HONOUR, "--date", "2023")
    terminal = Terminal("edit", "H1")
    terminal.sees("Enter: done")
    terminal.types("event")
    terminal.sees("1  E1 Hội nghị 2023")
    terminal.types("1")
    terminal.sees("Enter: done")
    terminal.types("")
    terminal.ends()
    assert "Hội nghị 2023" in office("show", "H1").stdout


def test_the_period_of_a_report_is_this_year_unless_another_is_said(office) -> None:
    terminal = Terminal("report")
    terminal.sees("Enter: this year")
    terminal.types("")
    told = terminal.ends()
    assert "Exemplars" in told


def test_what_was_asked_stands_in_the_command_that_shows_more(office) -> None:
    terminal = Terminal("report")
    terminal.sees("Enter: this year")
    terminal.types("2023")
    terminal.ends()
    asked = Terminal("cancel", "--reason", "twice")
    asked.sees(":")
    asked.types("145/QĐ-UBND")
    asked.ends()
    assert "cancel --reason twice D1" in office("history", "--format", "csv").stdout


@pytest.mark.parametrize("command", ["show", "search", "mark", "cancel", "edit"])
@pytest.mark.parametrize("key", ["\x03", "\x04"], ids=["Ctrl-C", "Ctrl-D"])
def test_a_prompt_is_left_at_once_and_nothing_written(office, command, key) -> None:
    before = office("history", "--format", "csv").stdout
    terminal = Terminal(command)
    terminal.sees(":")
    terminal.presses(key)
    terminal.ends(130)
    assert office("history", "--format", "csv").stdout == before


def test_an_empty_answer_to_what_a_command_needs_is_asked_again(office) -> None:
    terminal = Terminal("show")
    terminal.sees(":")
    terminal.types("")
    terminal.sees("This is needed")
    terminal.types("U1")
    assert "Xã Cẩm Duệ" in terminal.ends()


def test_two_records_are_asked_for_one_after_the_other(office) -> None:
    terminal = Terminal("distinct")
    terminal.sees("Which record")
    terminal.types("xa cam due")
    terminal.sees("Which record")
    terminal.types("U2")
    terminal.ends()
    assert "distinct U1 U2" in office("history", "--format", "csv").stdout


def test_a_trial_stays_one_when_the_record_is_asked_for(office) -> None:
    terminal = Terminal("cancel", "--reason", "twice", "--dry-run")
    terminal.sees("Which record")
    terminal.types("145/QĐ-UBND")
    terminal.ends()
    assert "cancel" not in office("history", "--format", "csv").stdout


@pytest.mark.parametrize("noun", ["dien-hinh", "khen-thuong", "Điển-hình", "quyet dinh"])
def test_a_noun_may_be_written_with_a_hyphen_like_the_commands(office, noun) -> None:
    office("list", noun)


@pytest.mark.parametrize(
    "line", [("list", "exemplars"), ("tally", "exemplars"), ("report", "2023")]
)
def test_a_unit_of_which_several_are_meant_is_chosen(office, line) -> None:
    office(*EXEMPLAR, "--unit", "U2", "--field", "Y tế", "--date", "2023")
    assert "Xã Cẩm Hà" in office(*line, "--unit", "Cẩm", code=1).stderr
    terminal = Terminal(*line, "--unit", "cẩm")
    terminal.sees("2  U2 Xã Cẩm Hà")
    terminal.sees("Which one")
    terminal.types("2")
    assert "Xã Cẩm Hà" in terminal.ends()


def test_a_beginning_of_a_unit_is_offered_and_not_taken(office) -> None:
    office(
        "add-exemplar", "--name", "A", "--kind", "CN", "--unit", "cam du", "--field", "Y tế", code=1
    )
    terminal = Terminal(*EXEMPLAR, "--unit", "cam du", "--field", "Y tế", "--date", "2023")
    terminal.sees("1  U1 Xã Cẩm Duệ")
    terminal.types("1")
    terminal.ends()


def test_a_name_that_begins_with_c_is_no_change(office) -> None:
    office(
        "add-exemplar", "--name", "CLB Máu sống", *EXEMPLAR[3:], "--unit", "U1", "--field", "Y tế"
    )
    assert "CLB Máu sống" in office("history", "clb mau").stdout


def test_a_part_as_it_stands_goes_before_its_words_apart(office) -> None:
    for name in ("Hội Chữ thập đỏ xã Hà", "Hội Chữ thập đỏ xã Sơn"):
        office("add-exemplar", "--name", name, "--kind", "TT", "--unit", "U1", "--field", "Y tế")
    assert office("show", "chu thap do xa ha").stdout.startswith("X1")
