"""Tables as specifications kept by the clerk: counted, opened, compared, exported, undone."""

import csv
import io
import json
import shlex
import zipfile
from pathlib import Path

import pytest


@pytest.fixture(name="office")
def _office(emul, monkeypatch):
    monkeypatch.setenv("EMUL_LANG", "vi")
    emul("init", "--unit", "Huyện Thử", "--yes")
    for code, name in (("A", "Xã An"), ("B", "Xã Bình")):
        emul("add-unit", "--name", name, "--type", "commune", "--code", code)
    models = (
        ("Ngõ xanh", "A", "VHXH", "TT"),
        ("Trại gà", "A", "KT", "CN"),
        ("Ruộng", "B", "KT", "TT"),
    )
    for name, unit, field, kind in models:
        emul(
            "add-model", "--name", name, "--unit", unit, "--field", field, "--kind", kind,
            "--year", "2023",
        )  # fmt: skip
    emul("mark", "M1", "recognised", "--date", "2023", "--level", "grassroots")
    emul("mark", "M1", "recognised", "--date", "2023", "--level", "district")
    emul("mark", "M2", "stopped", "--date", "2023")
    for name, unit, more in (("Tổ Một", "A", ("--amount", "350000")), ("Tổ Hai", "B", ())):
        emul(
            "add-honour", "--recipient", name, "--kind", "TT", "--unit", unit, "--act", "commend",
            "--form", "Giấy khen", "--date", "2023", *more,
        )  # fmt: skip
    return emul


def numbers(emul, *words: str) -> dict[tuple[str, str], int]:
    answer = emul("table", *words, "--format", "csv")
    rows = csv.DictReader(io.StringIO(answer.stdout))
    return {(row["code"], row["column"]): int(row["value"]) for row in rows}


def test_the_annex_of_models_has_its_measures_side_by_side(office) -> None:
    found = numbers(office, "models", "2023")

    assert found["A", "Tổng số"] == 2
    assert found["A", "Đăng ký: Cá nhân"] == 1
    assert found["A", "Lĩnh vực: Kinh tế"] == 1
    # Recognised at two levels: one model stands under both.
    assert found["A", "Công nhận: Cấp cơ sở"] == found["A", "Công nhận: Cấp huyện"] == 1
    assert found["A", "Dừng"] == 1
    assert found["B", "Dừng"] == 0


@pytest.mark.parametrize("name", ["models", "commendations", "movements"])
def test_every_number_opens_to_its_rows(office, name) -> None:
    made = json.loads(office("table", name, "2023", "--format", "json").stdout)

    for row in made["rows"]:
        for column, value, command in zip(
            made["columns"], row["values"], row["commands"], strict=True
        ):
            if value and "đồng" not in column:
                answer = office(*shlex.split(command)[1:], "--format", "csv")
                assert len(list(csv.reader(io.StringIO(answer.stdout)))) - 1 == value, command


def test_a_table_is_kept_changed_and_taken_away_and_brought_back(office) -> None:
    office(
        "table", "new", "Theo xã", "--rows", "đơn vị", "--column", "Đăng ký = models",
        "--column", "Tiền = honours act=commend sum",
    )  # fmt: skip
    assert numbers(office, "theo xa", "2023")["A", "Tiền"] == 350000

    office("table", "edit", "Theo xã", "--column", "Khen = honours act=commend")
    assert numbers(office, "Theo xã", "2023") == {("A", "Khen"): 1, ("B", "Khen"): 1}

    office("table", "delete", "Theo xã")
    office("table", "Theo xã", "2023", code=1)
    office("undo", "--yes")
    assert numbers(office, "Theo xã", "2023") == {("A", "Khen"): 1, ("B", "Khen"): 1}


def test_what_is_kept_is_listed_as_it_is_written(office) -> None:
    office("table", "new", "Phụ lục 1", "--like", "models")

    listed = office("table").stdout

    assert "Phụ lục 1" in listed
    assert "Công nhận = models milestone=recognised by level" in listed


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("new", "T", "--rows", "unit"), 2),  # no column
        (("new", "T", "--rows", "màu", "--column", "A = models"), 2),
        (("new", "T", "--rows", "unit", "--column", "A = models by màu"), 2),
        (("new", "T", "--rows", "unit", "--column", "A = xe"), 2),
        (("new", "T", "--rows", "unit", "--column", "A = models sum"), 2),
        (("new", "T", "--rows", "unit", "--column", "A = models field=màu"), 2),
        (("edit", "T", "--rows", "unit"), 1),
        (("delete", "T"), 1),
        (("không có", "2023"), 1),
    ],
)
def test_what_cannot_be_counted_is_refused_before_it_is_kept(office, words, code) -> None:
    refused = office("table", *words, code=code)

    assert refused.stderr.strip()
    assert not office("table").stdout


def test_a_table_stands_beside_that_of_the_year_before(office) -> None:
    office("mark", "M3", "continued", "--date", "2022")

    found = numbers(office, "models", "2023", "--compare", "last-year")

    assert (found["B", "Tổng số"], found["B", "Tổng số (Năm 2022)"]) == (1, 1)
    assert (found["A", "Tổng số"], found["A", "Tổng số (Năm 2022)"]) == (2, 0)


def test_a_table_of_one_unit(office) -> None:
    assert {code for code, _ in numbers(office, "models", "2023", "--unit", "B")} == {"B"}


@pytest.mark.parametrize("suffix", ["docx", "xlsx", "html", "csv", "json", "md"])
def test_a_table_is_written_in_every_format(office, suffix) -> None:
    path = f"bang.{suffix}"
    office("table", "models", "2023", "-o", path)

    if suffix in ("docx", "xlsx"):
        with zipfile.ZipFile(path) as parts:
            text = "".join(
                parts.read(name).decode() for name in parts.namelist() if name.endswith("xml")
            )
    else:
        text = Path(path).read_text("utf-8")
    assert "Xã Bình" in text
    if suffix in ("xlsx", "html"):  # the rows that its numbers open
        assert "Trại gà" in text


def test_a_column_may_be_of_several_units_and_of_any_other_filter_once(office) -> None:
    units = [row.split(",")[0] for row in office("list", "units", "--format", "csv").stdout.split()]
    one, other = [unit for unit in units if unit[:1] == "U"][-2:]

    def total(*chosen: str) -> int:
        column = " ".join(["Số = models", *(f"unit={unit}" for unit in chosen)])
        office("table", "new", "gộp", "--rows", "kind", "--column", column)
        rows = office("table", "gộp", "--format", "csv").stdout.split("\n")
        office("undo", "--yes")
        return sum(int(row.split(",")[-1]) for row in rows[1:] if row)

    assert total(one, other) == total(one) + total(other) > 0
    office("table", "new", "x", "--rows", "unit", "--column", "models kind=TT kind=CN", code=2)


def test_headings_stand_in_two_rows_where_columns_have_a_group(office, monkeypatch) -> None:
    import docx

    monkeypatch.setenv("COLUMNS", "150")
    for name in ("b.docx", "b.html"):
        office("table", "models", "2023", "-o", name)
    table = docx.Document("b.docx").tables[0]
    first, second = ([cell.text for cell in row.cells] for row in table.rows[:2])
    assert first[:5] == ["TT", "Đơn vị", "Đăng ký", "Đăng ký", "Tổng số"]  # over two columns
    assert second[:5] == ["TT", "Đơn vị", "Tập thể", "Cá nhân", "Tổng số"]  # down two rows
    assert len(table._tbl.xpath(".//w:tblHeader")) == 2

    page = Path("b.html").read_text("utf-8")
    assert "<th scope=col rowspan=2>Tổng số</th>" in page
    assert "<th scope=col>Tập thể</th>" in page


def test_a_paper_has_the_labels_of_its_own_language(office, monkeypatch) -> None:
    monkeypatch.setenv("EMUL_LANG", "en")
    assert "Registered" in office("table", "models", "2023").stdout

    office("table", "models", "2023", "-o", "b.md")
    assert "Đăng ký" in Path("b.md").read_text("utf-8")
    office("table", "new", "Của tôi", "--like", "models")
    office("table", "Của tôi", "2023", "-o", "c.md")
    assert "Đăng ký" in Path("c.md").read_text("utf-8")
