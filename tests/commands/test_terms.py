"""The vocabulary is the clerk's: listed, shown with what uses it, edited, retired, joined."""

import csv
import io

import pytest


@pytest.fixture(name="office")
def _office(emul):
    emul("init", "--unit", "Huyện Thử", "--yes")
    emul("add-unit", "--name", "Xã Mẫu", "--type", "commune", "--code", "M")
    return emul


def terms(emul, of: str) -> dict[str, dict[str, str]]:
    answer = emul("list", "terms", "--of", of, "--format", "csv")
    return {row["label_vi"]: row for row in csv.DictReader(io.StringIO(answer.stdout))}


def add(emul, name: str, field: str) -> None:
    emul(
        "add-exemplar", "--name", name, "--kind", "TT", "--unit", "M", "--field", field,
        "--date", "2023",
    )  # fmt: skip


@pytest.mark.parametrize("of", ["forms", "form", "hình thức", "Hinh thuc"])
def test_a_vocabulary_is_listed_by_its_name_in_either_language(office, of) -> None:
    found = terms(office, of)

    assert found["Giấy khen"]["vocabulary"] == "form"
    assert "06/2022/QH15" in found["Giấy khen"]["source"]


def test_the_fields_of_both_nouns_are_listed_together(office) -> None:
    assert {row["vocabulary"] for row in terms(office, "field").values()} == {
        "exemplar_field", "model_field",
    }  # fmt: skip


def test_an_unknown_vocabulary_is_named_with_the_known_ones(office) -> None:
    answer = office("list", "terms", "--of", "màu sắc", code=2)

    assert "exemplar-field" in answer.stderr


def test_show_counts_what_uses_a_term_and_how_to_see_it(office) -> None:
    add(office, "Tổ Một", "Y tế")
    number = terms(office, "field")["Y tế"]["id"]

    shown = office("show", number).stdout

    assert "emul list exemplars --field y-te" in shown


def test_a_label_is_edited_and_a_taken_name_is_refused(office) -> None:
    number = terms(office, "form")["Thư khen"]["id"]

    office("edit", number, "--label-vi", "Thư khen ngợi")
    refused = office("edit", number, "--label-vi", "Giấy khen", code=1)

    assert "Thư khen ngợi" in terms(office, "form")
    assert "giay-khen" in refused.stderr


def test_joined_terms_are_one_and_undo_parts_them(office) -> None:
    add(office, "Tổ Một", "Kinh tees")
    add(office, "Tổ Hai", "Y tế")
    found = terms(office, "exemplar-field")
    kept, slip = found["Y tế"]["id"], found["Kinh tees"]["id"]

    office("join", kept, slip)
    listed = office("list", "exemplars", "--field", "y-te", "--format", "csv").stdout
    assert "Tổ Một" in listed
    assert "Kinh tees" in terms(office, "exemplar-field")["Y tế"]["other_names"]

    office("undo")
    listed = office("list", "exemplars", "--field", "y-te", "--format", "csv").stdout
    assert "Tổ Một" not in listed
    assert "Kinh tees" in terms(office, "exemplar-field")


def test_terms_of_two_vocabularies_and_those_of_the_counting_are_not_joined(office) -> None:
    form, title = terms(office, "form")["Giấy khen"]["id"], terms(office, "title")
    kinds = [row["id"] for row in terms(office, "kind").values()]

    office("join", form, title["Cờ thi đua"]["id"], code=1)
    office("join", *kinds[:2], code=1)


def choices(emul) -> set[str]:
    import openpyxl

    emul("template", "exemplars", "-o", "form.xlsx", "--yes")
    book = openpyxl.load_workbook("form.xlsx")
    return {str(c.value) for sheet in book for row in sheet.iter_rows() for c in row if c.value}


def test_a_form_offers_what_is_meant_and_valid(office) -> None:
    add(office, "Tổ Một", "Kinh tees")
    assert "Kinh tees" in choices(office)

    office("edit", "X1", "--field", "Y tế")
    assert "Kinh tees" not in choices(office)

    office("add-term", "--vocabulary", "exemplar-field", "--label", "Làng nghề")
    assert "Làng nghề" in choices(office)

    office("edit", terms(office, "exemplar-field")["Làng nghề"]["id"], "--retired-on", "01/01/2020")
    assert "Làng nghề" not in choices(office)
