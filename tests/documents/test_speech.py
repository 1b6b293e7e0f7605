"""How a document names periods, numbers and lists, in both languages."""

import pytest

from emulation_cli.documents.links.list_commands import command_of, quoted
from emulation_cli.documents.speech import Speech
from emulation_cli.domain.offices.units import Unit
from emulation_cli.domain.times.period import Period
from emulation_cli.tallies.row_lists.list_requests import ListRequest


@pytest.mark.parametrize(
    ("text", "vietnamese", "english"),
    [
        ("2023", "Năm 2023", "2023"),
        ("2021-2023", "Giai đoạn 2021-2023", "2021-2023"),
        ("giai đoạn 2021–2023", "Giai đoạn 2021-2023", "2021-2023"),
        ("nhiệm kỳ 2020-2025", "Nhiệm kỳ 2020-2025", "Term 2020-2025"),
        ("năm học 2022-2023", "Năm học 2022-2023", "School year 2022-2023"),
        ("Q3/2023", "Quý III/2023", "Quarter III/2023"),
        ("6T/2023", "6 tháng đầu năm 2023", "First 6 months of 2023"),
        ("6 tháng cuối năm 2023", "6 tháng cuối năm 2023", "Last 6 months of 2023"),
        ("9 tháng 2023", "9 tháng đầu năm 2023", "First 9 months of 2023"),
        ("09/2023", "Tháng 09/2023", "Month 09/2023"),
        ("2023-10-04", "Ngày 04/10/2023", "04/10/2023"),
        ("02/2023-04/2023", "Từ ngày 01/02/2023 đến ngày 30/04/2023", "01/02/2023 to 30/04/2023"),
        (
            "01/01/2021-04/10/2023",
            "Từ ngày 01/01/2021 đến ngày 04/10/2023",
            "01/01/2021 to 04/10/2023",
        ),
        ("01/01/2021-31/12/2023", "Giai đoạn 2021-2023", "2021-2023"),
    ],
)
def test_a_period_is_named_as_offices_name_it(text, vietnamese, english):
    period = Period.parse(text)

    assert Speech("vi").period(period) == vietnamese
    assert Speech("en").period(period) == english


def test_small_counts_have_a_leading_zero_in_vietnamese_only():
    assert [Speech("vi").number(n) for n in (0, 3, 9, 10, 1330)] == ["0", "03", "09", "10", "1.330"]
    assert [Speech("en").number(n) for n in (0, 3, 1330)] == ["0", "3", "1,330"]


def test_kinds_are_listed_without_those_that_are_none():
    kinds = {"collective": 223, "individual": 1, "household": 0, "unclassified": 4}

    assert Speech("vi").counts(kinds) == "223 tập thể, 01 cá nhân và 04 chưa phân loại"
    assert Speech("en").counts(kinds) == "223 collectives, 1 individual and 4 not classified"
    assert Speech("en").counts({"household": 2}) == "2 households"


@pytest.mark.parametrize(
    ("word", "written"),
    [
        ("2021-2023", "2021-2023"),
        ("Q3/2023", "Q3/2023"),
        ("6 tháng đầu năm 2023", '"6 tháng đầu năm 2023"'),
        ("--not-placed", "--not-placed"),
        ('a "b"', '"a b"'),
    ],
)
def test_a_word_of_a_command_can_be_pasted_into_any_shell(word, written):
    assert quoted(word) == written


def test_a_unit_is_named_by_its_code_unless_a_shell_would_read_it():
    def command(code):
        unit = Unit(5, code, "Xã Hoa Lư", "commune")
        return command_of(
            ListRequest("models", Period.parse("2023"), within=(unit,), registrations=True)
        )

    assert command("HL-01") == "emul list models --period 2023 --unit HL-01 --registrations"
    assert command("$HOME") == "emul list models --period 2023 --unit U5 --registrations"
    assert command(None) == "emul list models --period 2023 --unit U5 --registrations"


def test_a_command_is_on_the_map_of_the_report():
    request = ListRequest("models", Period.parse("2023"), units="now")

    assert command_of(request) == "emul list models --period 2023 --units now"


def test_the_end_of_a_sentence_says_what_the_total_is_made_of():
    both = {"collective": 223, "individual": 158, "household": 0, "unclassified": 0}

    assert Speech("vi").of_kinds(both) == "; trong đó có 223 tập thể và 158 cá nhân"
    assert Speech("vi").of_kinds({"collective": 0, "household": 2}) == ", tất cả là hộ gia đình"
    assert Speech("en").of_kinds({"unclassified": 2}) == ", none of them classified"
    assert not Speech("en").of_kinds({"collective": 0})
