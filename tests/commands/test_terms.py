"""The vocabulary is the clerk's: listed, shown with what uses it, edited, retired, joined."""

import csv
import io
from pathlib import Path

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


def choices(emul, *more: str) -> set[str]:
    import openpyxl

    emul("template", "exemplars", *more, "-o", "form.xlsx", "--yes")
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


def honours_of(emul, *forms: str) -> list[dict[str, str]]:
    with Path("list.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(
            ["STT", "Họ và tên", "Loại", "Đơn vị", "Hình thức khen thưởng", "Ngày khen"]
        )
        for number, form in enumerate(forms, start=1):
            name = f"Trần Văn {'ABCDEFGH'[number - 1]}"
            writer.writerow([number, name, "Cá nhân", "Xã Mẫu", form, "20/05/2023"])
    emul("import", "list.csv", "--as", "honours", "--yes")
    answer = emul("list", "honours", "--format", "csv")
    return list(csv.DictReader(io.StringIO(answer.stdout)))


def test_a_list_keeps_what_a_form_says_of_class_body_level_and_years(office) -> None:
    rows = honours_of(
        office, "Huân chương Lao động hạng Nhất", "Huân chương Lao động hạng Ba",
        "Bằng khen của Bộ Nội vụ", "Huy hiệu 40 năm tuổi Đảng", "Giấy khen",
    )  # fmt: skip

    kept = [
        (row["form"], row["form_text"], row["class"], row["body"], row["level"], row["system"])
        for row in rows
    ]
    assert kept == [
        ("huan-chuong-lao-dong", "Huân chương Lao động hạng Nhất", "first", "", "state", ""),
        ("huan-chuong-lao-dong", "Huân chương Lao động hạng Ba", "third", "", "state", ""),
        ("bang-khen", "Bằng khen của Bộ Nội vụ", "", "Bộ Nội vụ", "ministry", "state"),
        ("huy-hieu-dang", "Huy hiệu 40 năm tuổi Đảng", "", "", "", "party"),
        ("giay-khen", "Giấy khen", "", "", "", ""),
    ]
    assert rows[3]["years"] == "40"


def test_a_form_of_a_known_sort_becomes_a_term_and_any_other_is_refused(office) -> None:
    row = honours_of(office, "Kỷ niệm chương Vì sự nghiệp dân vận")[0]
    by_hand = ("add-honour", "--recipient", "Tổ Một", "--kind", "TT", "--unit", "M",
               "--act", "commend", "--date", "2023", "--form")  # fmt: skip

    added = office(*by_hand, "Giải A hội thi dân vận khéo")
    office(*by_hand, "Một cái gì đó", code=2)

    assert row["form"] == "ky-niem-chuong-vi-su-nghiep-dan-van"
    assert "Giải A hội thi dân vận khéo" in added.stderr
    assert {"Kỷ niệm chương Vì sự nghiệp dân vận", "Giải A hội thi dân vận khéo"} <= set(
        terms(office, "forms")
    )


@pytest.mark.parametrize(("fields", "code"), [(30, 0), (31, 3)])
def test_more_than_thirty_new_fields_are_refused_unless_they_are_meant(
    office, fields, code
) -> None:
    with Path("list.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["STT", "Tên tập thể", "Đơn vị", "Lĩnh vực", "Năm"])
        for number in range(1, fields + 1):
            writer.writerow([number, f"Tổ {number}", "Xã Mẫu", f"Nghề lạ {number}", "2023"])

    answer = office("import", "list.csv", "--as", "exemplars", "--kind", "TT", "--yes", code=code)
    if code:
        assert "--new-terms" in answer.stdout + answer.stderr
        office("import", "list.csv", "--as", "exemplars", "--kind", "TT", "--yes", "--new-terms")
    assert len(terms(office, "exemplar-field")) >= fields


@pytest.mark.parametrize(("count", "taken"), [(30, True), (31, False)])
def test_more_than_thirty_new_forms_in_a_column_are_refused_unless_meant(
    office, count, taken
) -> None:
    rows = "\n".join(f"Tổ {n},M,Kỷ niệm chương ngành {n},2023" for n in range(count))
    Path("list.csv").write_text(f"Họ và tên,Đơn vị,Hình thức khen thưởng,Năm\n{rows}\n", "utf-8")
    words = ("import", "list.csv", "--as", "honours", "--kind", "TT", "--yes")

    answer = office(*words, code=0 if taken else 3)

    assert ("--new-terms" in answer.stdout + answer.stderr) != taken
    if not taken:
        office(*words, "--new-terms")
    assert len([label for label in terms(office, "form") if "ngành" in label]) == count


def test_a_list_of_terms_says_how_many_records_have_each(office) -> None:
    for number in (1, 2):
        add(office, f"Tổ {number}", "Y tế")
    office("cancel", "X2", "--reason", "ghi nhầm")

    found = terms(office, "exemplar-field")

    assert found["Y tế"]["used"] == "1"
    assert found["Giáo dục và đào tạo"]["used"] == "0"
    assert next(iter(terms(office, "legal-basis").values()))["used"] == ""


def test_a_form_for_a_year_offers_the_terms_and_units_of_that_year(office) -> None:
    office(
        "add-unit", "--name", "Xã Cũ", "--type", "commune", "--valid-from", "01/01/2015",
        "--valid-to", "31/12/2019",
    )  # fmt: skip
    office(
        "add-term", "--vocabulary", "exemplar-field", "--label", "Chống dịch",
        "--valid-from", "01/03/2020", "--valid-to", "31/12/2022",
    )  # fmt: skip

    assert {"Chống dịch"} <= set(choices(office, "--year", "2020"))
    assert "Xã Cũ" not in choices(office, "--year", "2020")
    assert "Xã Cũ" in choices(office, "--year", "2019")
    assert "Chống dịch" not in choices(office, "--year", "2019")
    assert not {"Chống dịch", "Xã Cũ"} & set(choices(office))


def test_a_form_that_goes_on_with_models_is_for_the_year_after(office) -> None:
    refused = office("template", "models", "--from", "2023", "--year", "2025", code=2)

    assert "--year 2024" in refused.stderr
