"""Who is due: never honoured, not taken up, years of a title fulfilled."""

import json
import sqlite3
from contextlib import closing

import pytest

from emulation_cli.register.awarding.award_rules import award_rules
from emulation_cli.register.opening.register_file import open_register
from emulation_cli.tallies.who_is_due import due

GRASSROOTS, PROVINCE = "Chiến sĩ thi đua cơ sở", "Chiến sĩ thi đua cấp tỉnh"
DAY = "2025-01-01"


@pytest.fixture
def given(emul, register_path):
    """Gives a title to somebody for a year; the register has one commune."""
    emul("init", "--unit", "Huyện Thử")
    emul("add-unit", "--name", "Xã Mẫu", "--type", "commune")

    def give(title: str, *years: int, name: str = "Lê Thị Mẫu", unit: str = "U1") -> None:
        person = ("--recipient", name, "--kind", "CN", "--unit", unit, "--act", "commend")
        for year in years:
            emul("add-honour", *person, "--form", title, "--date", str(year))

    return give


def found(register_path, *reasons, day=DAY):
    with open_register(register_path) as register:
        return due(register, reasons, (), day)


@pytest.mark.parametrize(
    ("had", "given_before", "years"),
    [
        ((2021, 2022, 2023), (), (2021, 2022, 2023)),
        ((2020, 2021, 2022, 2023), (), (2020, 2021, 2022, 2023)),
        ((2022, 2023), (), None),  # too few
        ((2020, 2022, 2023), (), None),  # a year between
        ((2021, 2022, 2023), (2023,), None),  # given for them
        ((2018, 2019, 2020, 2022, 2023, 2024), (2021,), (2022, 2023, 2024)),
        ((2019, 2020, 2021, 2022), (2020,), None),  # two years since
    ],
)
def test_a_title_is_due_after_its_years_in_a_row(given, register_path, had, given_before, years):
    given(GRASSROOTS, *had)
    given(PROVINCE, *given_before)

    rows = [one for one in found(register_path, "fulfilled") if one.award.endswith("cap-tinh")]

    assert [one.years for one in rows] == ([years] if years else [])
    assert all((one.name, one.source) == ("Lê Thị Mẫu", rows[0].source) for one in rows)
    assert not rows or "Điều 22" in rows[0].source


def test_a_rule_holds_from_its_day_and_the_registers_own_replaces_it(given, register_path):
    given(GRASSROOTS, 2022, 2023)
    with open_register(register_path) as register:
        codes = {rule.code for rule in award_rules(register, DAY)}
        assert "chien-si-thi-dua-cap-tinh" in codes
        assert not award_rules(register, "2020-01-01")
    with closing(sqlite3.connect(register_path)) as raw:
        raw.execute(
            "INSERT INTO award_rule (vocabulary, code, needed_vocabulary, needed, years, in_a_row,"
            " source) VALUES ('title', 'chien-si-thi-dua-cap-tinh', 'title',"
            " 'chien-si-thi-dua-co-so', 2, 0, 'Quy chế 5')"
        )
        raw.commit()

    rows = [one for one in found(register_path, "fulfilled") if one.award.endswith("cap-tinh")]

    assert [(one.years, one.source) for one in rows] == [((2022, 2023), "Quy chế 5")]


def test_years_of_one_who_moved_with_his_unit_are_his(emul, given, register_path):
    emul("add-unit", "--name", "Xã Mới", "--type", "commune")
    emul("succeed", "U1", "--by", "U2", "--on", "2023-01-01")
    given(GRASSROOTS, 2021, 2022)
    given(GRASSROOTS, 2023, unit="U2")

    rows = [one for one in found(register_path, "fulfilled") if one.award.endswith("cap-tinh")]

    assert [one.years for one in rows] == [(2021, 2022, 2023)]


def test_rules_name_terms_that_a_register_has(emul, register_path):
    emul("init", "--unit", "Huyện Thử")
    with open_register(register_path) as register:
        rules = award_rules(register, DAY)
        known = set(register.connection.execute("SELECT vocabulary, code FROM term"))
    assert rules
    for rule in rules:
        assert {(rule.vocabulary, rule.code), (rule.needed_vocabulary, rule.needed)} <= known
        assert rule.source


def test_exemplars_and_models_are_due_until_something_is_recorded(emul, given, register_path):
    person = ("--name", "Lê Thị Mẫu", "--kind", "CN", "--unit", "U1", "--field", "Y tế")
    emul("add-exemplar", *person, "--date", "2021-05")
    emul("add-model", "--name", "Ngõ xanh", "--unit", "U1", "--field", "KT", "--year", "2022")
    emul("mark", "M1", "recognised", "--date", "2023", "--level", "district")

    rows = json.loads(emul("due", "--format", "json").stdout)
    assert [(one["id"], one["due"], one["reason"]) for one in rows] == [
        ("X1", "never_honoured", "never_honoured"),
        ("M1", "not_replicated", "not_replicated"),
    ]
    assert "05/2021" in rows[0]["why"]
    assert "District" in rows[1]["why"]
    told = emul("--lang", "vi", "den-luot", "never_honoured", "--unit", "U1").stdout
    assert "chưa được khen" in told
    assert "Ngõ xanh" not in told

    given(GRASSROOTS, 2023)
    emul("mark", "M1", "replicated", "--date", "2024", "--unit", "U1")

    assert json.loads(emul("due", "--format", "json").stdout) == []
    assert "reason" in emul("due", "nothing", code=2).stderr
