"""`emul tally`: numbers by any dimensions, in every format, on the demo register."""

import csv
import io
import json
import shlex

import openpyxl
import pytest
from docx import Document

from emulation_cli.documents.document import Column, Row, Table
from emulation_cli.render.crosstab_pages import _narrowed

PERIOD = ("--period", "2021-2023")


def cells(emul, *words: object) -> list[dict[str, object]]:
    return json.loads(emul("tally", *words, "--format", "json").stdout)["cells"]


@pytest.mark.usefixtures("demo_register")
def test_the_cells_add_up_to_the_figure_of_the_report(emul) -> None:
    found = json.loads(
        emul("tally", "exemplars", *PERIOD, "--by", "unit,kind", "--format", "json").stdout
    )

    assert (found["counted"], found["total"]) == ("exemplars", 381)
    assert sum(cell["count"] for cell in found["cells"]) == 381
    assert sum(cell["count"] for cell in found["cells"] if cell["kind"] == "collective") == 223


@pytest.mark.usefixtures("demo_register")
def test_a_year_of_models_counts_registrations(emul) -> None:
    found = json.loads(
        emul("tally", "models", *PERIOD, "--by", "year,status", "--format", "json").stdout
    )
    listed = emul("list", "models", *PERIOD, "--registrations", "--format", "csv").stdout

    assert found["counted"] == "registrations"
    assert found["total"] == len(listed.splitlines()) - 1


@pytest.mark.usefixtures("demo_register")
def test_acts_are_not_added(emul) -> None:
    down = emul("tally", "honours", *PERIOD, "--by", "act,form,level,kind").stdout
    across = emul("tally", "honours", *PERIOD, "--by", "form,act").stdout

    assert "Total" not in across.partition("\nForm\t")[2].splitlines()[0]
    assert "\nTotal\t" not in down
    assert "together" not in down + across
    assert "together" in emul("tally", "honours", *PERIOD, "--by", "form").stdout


@pytest.mark.usefixtures("demo_register")
def test_dimensions_are_taken_in_both_languages(emul) -> None:
    asked = ("lĩnh vực,năm", "FIELD,Year", "field, year")

    found = [cells(emul, "models", *PERIOD, "--by", by) for by in asked]

    assert found[0] == found[1] == found[2]


@pytest.mark.usefixtures("demo_register")
def test_csv_has_codes_labels_and_numbers(emul) -> None:
    text = emul("tally", "models", *PERIOD, "--by", "field,kind", "--format", "csv").stdout

    rows = list(csv.DictReader(io.StringIO(text)))
    assert list(rows[0]) == ["field", "kind", "field_label", "kind_label", "count"]
    assert (rows[0]["field"], rows[0]["field_label"]) == ("KT", "Economy")


@pytest.mark.usefixtures("demo_register")
def test_a_workbook_has_groups_with_living_sums(emul) -> None:
    emul("tally", "honours", *PERIOD, "--by", "form,level,kind", "-o", "t.xlsx")

    sheet = openpyxl.load_workbook("t.xlsx").worksheets[0]
    sums = [cell.value for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    first = [cell.value for row in sheet.iter_rows() for cell in row if cell.value == 1]
    assert sums
    assert all(text.startswith("=SUBTOTAL(9,") for text in sums)
    assert first


@pytest.mark.usefixtures("demo_register")
def test_a_document_and_markdown_hold_the_same_table(emul) -> None:
    words = ("tally", "models", *PERIOD, "--by", "field,kind")
    emul(*words, "-o", "t.docx")

    document = Document("t.docx")
    table = [[cell.text for cell in row.cells] for row in document.tables[0].rows]
    marked = emul(*words, "--format", "md").stdout
    assert table[0][1:3] == ["Field", "Total"]
    for row in table[1:-1]:
        assert f"| {' | '.join(row[1:])} |" in marked


@pytest.mark.usefixtures("demo_register")
@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("exemplars", "--by", "act"), "cannot be broken down by «act»"),
        (("exemplars", "--by", "unit,unit"), "named twice"),
        (("imports", "--by", "unit"), "cannot be broken down"),
        (("exemplars", "--by", "unit", "--act", "praise"), "--act"),
    ],
)
def test_what_does_not_fit_is_refused(emul, words, told) -> None:
    assert told in emul("tally", *words, code=2).stderr


def test_an_empty_register_has_nothing_to_count_and_is_no_error(emul) -> None:
    emul("init", "--yes")

    assert cells(emul, "exemplars", "--by", "unit,kind") == []
    assert "emul list exemplars" in emul("tally", "exemplars", "--by", "unit,kind").stdout


@pytest.mark.usefixtures("demo_register")
def test_none_opens_what_is_not_stated_and_alone_leaves_out_the_units_below(emul) -> None:
    def rows(*words: object) -> int:
        return len(json.loads(emul("list", *words, "--format", "json").stdout))

    for cell in cells(emul, "honours", *PERIOD, "--by", "form"):
        form = cell["form"] or "none"
        assert rows("honours", *PERIOD, "--form", form) == cell["count"]
    for cell in cells(emul, "exemplars", *PERIOD, "--by", "unit")[:5]:
        assert rows("exemplars", *PERIOD, "--unit", cell["unit"], "--alone") == cell["count"]


@pytest.mark.usefixtures("demo_register")
def test_recipients_are_listed_once(emul) -> None:
    report = json.loads(emul("report", "2021-2023", "--format", "json").stdout)

    listed = json.loads(emul("list", "honours", *PERIOD, "--recipients", "--format", "json").stdout)

    assert len(listed) == report["honours"]["recipients"]
    assert sum(row["instances"] for row in listed) == report["honours"]["instances"]


def test_headings_without_room_are_numbered_and_told_below() -> None:
    columns = tuple(Column(f"c{n}", f"Heading number {n} is long") for n in range(8))
    table = Table("tally", "t", "Unit", columns, (Row("a", "A", tuple(range(8))),))

    narrow, legend = _narrowed(table, 60)

    assert [column.title for column in narrow.columns][:2] == ["(1)", "(2)"]
    assert legend[0].startswith("(1) Heading number 0 is long; (2)")
    assert _narrowed(table, None) == (table, [])


def test_a_tally_says_what_its_records_were_chosen_by(emul, demo_register) -> None:
    emul("edit", "U5", "--unit-group", "Khối xã")
    filters = ("--act", "commend", "--event", "E24", "--unit-group", "khoi xa", "--proposed")
    told = emul("--lang", "vi", "tally", "honours", "--by", "kind", *filters).stdout

    assert "Ghi nhận: Khen thưởng\n" in told
    assert "Hội nghị: Hội nghị biểu dương điển hình tiên tiến" in told
    assert "Khối: Khối xã\n" in told
    assert "Chỉ tính các đề nghị cấp trên" in told


def test_a_group_that_no_unit_is_of_is_refused_with_those_there_are(emul, demo_register) -> None:
    emul("edit", "U5", "--unit-group", "Khối xã")
    refused = emul("tally", "models", "--by", "kind", "--unit-group", "Khối phường", code=2)

    assert "Khối xã" in refused.stderr


def test_models_are_tallied_by_the_highest_level_that_recognised_them(emul, demo_register) -> None:
    for level in ("huyện", "tỉnh"):
        emul("mark", "M7", "công nhận", "--level", level, "--date", "2020")
    found = json.loads(emul("tally", "models", "--by", "level", "--format", "json").stdout)
    listed = emul("list", "models", "--highest-level", "tỉnh", "--format", "csv").stdout

    assert found["by"] == ["highest_level"]
    assert [cell["count"] for cell in found["cells"] if cell["highest_level"] == "province"] == [1]
    assert len(listed.splitlines()) == 2


@pytest.mark.usefixtures("demo_register")
def test_two_units_are_counted_together_whatever_asks(emul) -> None:
    units = ("--unit", "Xã Cẩm Duệ", "--unit", "Xã Cẩm Hà")
    alone = [_exemplars(emul, "--unit", unit)["exemplars"]["total"] for unit in units[1::2]]
    both = _exemplars(emul, *units)
    listed = emul("list", "exemplars", *PERIOD, *units, "--format", "csv").stdout

    assert min(alone) > 0
    assert both["exemplars"]["total"] == sum(alone) == len(listed.splitlines()) - 1
    assert both["unit"] == ["Xã Cẩm Duệ", "Xã Cẩm Hà"]
    assert sum(cell["count"] for cell in cells(emul, "exemplars", *PERIOD, *units)) == sum(alone)


@pytest.mark.usefixtures("demo_register")
def test_a_unit_given_with_itself_or_its_office_counts_once(emul) -> None:
    once, office = ("--unit", "Xã Cẩm Duệ"), ("--unit", "Huyện Cẩm Xuyên")

    assert _exemplars(emul, *once, *once)["exemplars"] == _exemplars(emul, *once)["exemplars"]
    assert _exemplars(emul, *once, *office)["exemplars"]["total"] == 381


@pytest.mark.usefixtures("demo_register")
def test_each_figure_of_two_units_opens_to_its_rows(emul) -> None:
    units = ("--unit", "Xã Cẩm Duệ", "--unit", "Xã Cẩm Hà")
    lines = json.loads(emul("report", "2021-2023", *units, "--commands").stdout)

    line = next(line for line in lines if line["section"] == "exemplars")
    rows = emul(*shlex.split(line["command"])[1:], "--format", "csv").stdout.splitlines()[1:]
    assert line["command"].count("--unit ") == 2
    assert len(rows) == line["value"]


def _exemplars(emul, *words: str) -> dict:
    return json.loads(emul("report", "2021-2023", *words, "--format", "json").stdout)
