"""Recording by hand: what is told, under which id, and what is refused or only warned of."""

import json

import pytest


@pytest.fixture
def office(emul):
    """A register with two units."""
    emul("init", "--unit", "Huyện Cẩm Xuyên", "--yes")
    emul("add-unit", "--name", "Huyện Cẩm Xuyên", "--type", "huyện", "--code", "CX")
    emul(
        "add-unit",
        "--name",
        "Xã Cẩm Duệ",
        "--type",
        "xã",
        "--parent",
        "CX",
        "--other-name",
        "Cẩm Duệ mới",
    )
    return emul


MODEL = ("--unit", "cam due", "--field", "kinh te", "--year", "2023")
EXEMPLAR = ("--kind", "CN", "--unit", "U2", "--field", "y tế")
HONOUR = ("--kind", "CN", "--unit", "U2", "--act", "praise")


def rows(emul, *words: object) -> list[dict]:
    return json.loads(emul("list", *words, "--format", "json").stdout)


def test_init_makes_a_register_and_never_overwrites_one(emul, register_path) -> None:
    assert str(register_path) in emul("init", "--yes").stderr
    kept = register_path.read_bytes()

    assert "does not overwrite" in emul("init", "--yes", code=1).stderr
    assert register_path.read_bytes() == kept


def test_init_keeps_the_name_of_the_office_and_the_language(emul) -> None:
    emul("--lang", "vi", "init", "--unit", "Huyện  Cẩm Xuyên", "--yes")

    told = emul("info").stdout
    assert "Huyện Cẩm Xuyên" in told
    assert "vi\n" in told


def test_the_clerk_is_told_what_was_recorded_under_which_id(office) -> None:
    assert office("add-model", "--name", "Ngõ xanh", *MODEL, "--kind", "TT").stderr == (
        "Recorded model M1 «Ngõ xanh». Undo: emul undo.\n"
    )
    assert office(
        "--lang", "vi", "add-exemplar", "--name", "Lê Thị Thảo", *EXEMPLAR, "--date", "2023"
    ).stderr == ("Đã ghi điển hình X1 «Lê Thị Thảo». Hoàn tác: emul hoan-tac.\n")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("add-exemplar", "--name", "A", *EXEMPLAR), "no date yet"),
        (("add-exemplar", "--name", "A", *EXEMPLAR, "--date", "2023"), None),
        (("add-honour", "--recipient", "A", *HONOUR), "counts in no period"),
        (("add-honour", "--recipient", "A", *HONOUR, "--date", "2023"), None),
        (("add-honour", "--recipient", "A", *HONOUR, "--date", "2023", "--proposed"), "proposal"),
        (("add-model", "--name", "A", *MODEL), "kind of M1 is not known"),
    ],
)
def test_what_no_report_counts_is_said_at_once(office, words, said) -> None:
    told = office(*words).stderr
    assert (said or "Note") in told if said else "Note" not in told


def test_data_goes_to_stdout_only(office) -> None:
    assert office("add-model", "--name", "Ngõ xanh", *MODEL).stdout == ""


def test_a_unit_has_a_parent_and_other_names(office) -> None:
    assert rows(office, "units")[1]["parent"] == "Huyện Cẩm Xuyên"
    assert rows(office, "exemplars", "--unit", "cẩm duệ mới") == []


def test_an_exemplar_is_discovered_on_its_date(office) -> None:
    office(
        "add-exemplar",
        "--name",
        "Lê Thị Thảo",
        *EXEMPLAR,
        "--date",
        "5/2023",
        "--gender",
        "nữ",
        "--birth-year",
        "1975",
    )

    [row] = rows(office, "exemplars")
    assert (row["kind"], row["field"], row["discovered"], row["stage"], row["gender"], row["birth_year"]) == (
        "individual", "y-te", "2023-05", "discovered", "female", 1975,
    )  # fmt: skip


def test_a_model_is_registered_new_in_its_year(office) -> None:
    office(
        "add-model", "--name", "Ngõ xanh", *MODEL, "--kind", "tập thể", "--leader", "Trần Văn Mẫu"
    )

    [row] = rows(office, "models")
    assert (row["kind"], row["field"], row["years"], row["leader"]) == (
        "collective",
        "KT",
        "2023:new",
        "Trần Văn Mẫu",
    )


def test_an_event_is_held_by_a_unit_or_by_a_body_outside(office) -> None:
    office(
        "add-event",
        "--name",
        "Tổng kết 2022",
        "--type",
        "tổng kết",
        "--date",
        "28/12/2022",
        "--organiser",
        "xã cẩm duệ",
    )
    office(
        "add-event",
        "--name",
        "Gặp mặt",
        "--type",
        "praise",
        "--date",
        "2023",
        "--organiser",
        "Tỉnh đoàn",
    )

    one, other = rows(office, "events")
    assert (one["type"], one["date"], one["organiser"]) == (
        "final_review",
        "2022-12-28",
        "Xã Cẩm Duệ",
    )
    assert (other["type"], other["organiser"], other["unit_id"]) == ("praise", "Tỉnh đoàn", None)


def test_a_decision_keeps_the_counts_stated_in_it(office) -> None:
    office(
        "add-decision", "--number", "163/QĐ-UBND", "--date", "20/12/2023", "--body", "UBND huyện", "--level", "huyện",
        "--stated-collectives", "12", "--stated-individuals", "20",
    )  # fmt: skip

    [row] = rows(office, "decisions")
    assert (row["level"], row["stated_collectives"], row["stated_individuals"]) == (
        "district",
        12,
        20,
    )


def test_an_honour_stands_under_a_decision_found_by_its_number_and_for_an_exemplar(office) -> None:
    office(
        "add-decision",
        "--number",
        "163/QĐ-UBND",
        "--date",
        "20/12/2023",
        "--body",
        "UBND",
        "--level",
        "district",
    )
    office("add-exemplar", "--name", "Lê Thị Thảo", *EXEMPLAR)

    office(
        "add-honour", "--recipient", "Lê Thị Thảo", "--kind", "cá nhân", "--unit", "U2", "--act", "khen thưởng",
        "--form", "giấy khen", "--decision", "163/qđ-ubnd", "--for", "x1", "--amount", "500.000 đ",
    )  # fmt: skip

    [row] = rows(office, "honours")
    assert (row["act"], row["form"], row["decision"], row["date"]) == (
        "commend",
        "giay-khen",
        "163/QĐ-UBND",
        "2023-12-20",
    )
    assert (row["for"], row["amount"], row["status"]) == ("X1", 500000, "awarded")


def test_a_proposal_is_not_an_award(office) -> None:
    honour = (
        "add-honour",
        "--recipient",
        "A",
        "--kind",
        "CN",
        "--unit",
        "U2",
        "--act",
        "commend",
        "--date",
        "2023",
    )
    office(*honour, "--proposed")

    assert rows(office, "honours") == []
    assert [row["status"] for row in rows(office, "honours", "--proposed")] == ["proposed"]


def test_a_new_field_of_an_exemplar_is_added_with_a_warning_that_names_the_nearest(office) -> None:
    told = office(
        "add-exemplar", "--name", "A", "--kind", "CN", "--unit", "U2", "--field", "Y tế học đường"
    ).stderr

    assert "Recorded exemplar X1" in told
    assert "«Y tế học đường» was not in the vocabulary" in told
    assert rows(office, "exemplars")[0]["field_label"] == "Y tế học đường"


def test_a_likely_double_is_recorded_and_warned_of(office) -> None:
    office("add-exemplar", "--name", "Lê Thị Thảo", *EXEMPLAR)

    told = office("add-exemplar", "--name", "lê thị thảo", *EXEMPLAR).stderr

    assert "Recorded exemplar X2" in told
    assert "X1" in told.splitlines()[1]


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("--unit", "Cẩm Duyệt", "--field", "KT", "--year", "2023"), 1, "Nearest: Xã Cẩm Duệ"),
        (("--unit", "U99", "--field", "KT", "--year", "2023"), 1, "U99"),
        (("--unit", "U2", "--field", "kinh tees", "--year", "2023"), 2, "Economy (KT)"),
        (("--unit", "U2", "--field", "KT", "--year", "05/2023"), 2, "must be a year"),
        (("--unit", "U2", "--field", "KT", "--year", "20223"), 2, "20223"),
        (
            ("--unit", "U2", "--field", "KT", "--year", "2023", "--kind", "nhóm"),
            2,
            "Collective (collective)",
        ),
    ],
)
def test_what_is_misspelt_is_refused_with_the_nearest_named(office, words, code, told) -> None:
    answer = office("add-model", "--name", "Ngõ xanh", *words, code=code)

    assert told in answer.stderr
    assert answer.stderr.count("\n") == 1
    assert rows(office, "models") == []


@pytest.mark.parametrize(
    ("option", "text"),
    [
        ("--amount", "5.00"),
        ("--amount", "nhiều"),
        ("--date", "31/02/2023"),
        ("--for", "U1"),
        ("--decision", "D9"),
        ("--event", "Hội nghị"),
    ],
)
def test_an_honour_with_a_value_that_cannot_be_is_refused_whole(office, option, text) -> None:
    honour = ("add-honour", "--recipient", "A", "--kind", "CN", "--unit", "U2", "--act", "commend")

    assert office(*honour, option, text, code=None).code in (1, 2)
    assert rows(office, "honours") == []


def test_a_decision_number_that_restarts_yearly_must_be_told_apart(office) -> None:
    for year in ("2022", "2023"):
        office(
            "add-decision",
            "--number",
            "01/QĐ-UBND",
            "--date",
            year,
            "--body",
            "UBND",
            "--level",
            "district",
        )
    honour = ("add-honour", "--recipient", "A", "--kind", "CN", "--unit", "U2", "--act", "commend")

    told = office(*honour, "--decision", "01/QĐ-UBND", code=1).stderr

    assert "D1" in told
    assert "D2" in told
    office(*honour, "--decision", "d2")


def test_a_missing_value_is_named_by_its_option_where_nobody_can_be_asked(office) -> None:
    for command, options in {
        "add-unit": "--name, --type",
        "add-exemplar": "--name, --kind, --unit, --field",
        "add-event": "--name, --type, --date",
        "add-decision": "--number, --date, --body, --level",
        "add-honour": "--recipient, --kind, --unit, --act",
        "add-term": "--vocabulary, --label",
    }.items():
        assert office(command, code=2).stderr == f"Missing: {options}.\n"


def test_an_empty_name_is_refused(office) -> None:
    assert "--name" in office("add-model", "--name", "  ", *MODEL, code=2).stderr


def test_a_code_of_a_unit_is_given_once(office) -> None:
    assert (
        "CX"
        in office("add-unit", "--name", "Xã Hoa Lư", "--type", "xã", "--code", "CX", code=1).stderr
    )


def test_a_term_of_the_clerks_own_is_used_at_once(office) -> None:
    told = office(
        "add-term", "--vocabulary", "hình thức", "--label", "Kỷ niệm chương Vì dân vận"
    ).stderr
    assert "ky-niem-chuong-vi-dan-van" in told

    office(
        "add-honour", "--recipient", "A", "--kind", "CN", "--unit", "U2", "--act", "commend", "--date", "2023",
        "--form", "kỷ niệm chương vì dân vận",
    )  # fmt: skip
    assert rows(office, "honours")[0]["form"] == "ky-niem-chuong-vi-dan-van"


def test_a_term_that_is_there_or_a_vocabulary_that_is_fixed_is_refused(office) -> None:
    office("add-term", "--vocabulary", "form", "--label", "Giấy khen", code=1)
    office("add-term", "--vocabulary", "kind", "--label", "Nhóm", code=2)
