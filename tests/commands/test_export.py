"""`emul export`: what goes out comes back as it was; models of last year go out to be marked."""

import json
from contextlib import suppress
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from emulation_cli.commands.dialogue.list_forms import FORMS
from emulation_cli.register.opening.register_file import create, open_register

PERIODS = ("2021-2023", "2022", "6 tháng đầu năm 2022")


def answer(emul, db: Path, *words: object) -> object:
    return json.loads(emul("--db", db, *words, "--format", "json").stdout)


def told(emul, db: Path) -> dict[str, object]:
    """All that lists and reports say of a register; ids are those of the file."""
    lists = {noun: answer(emul, db, "list", noun) for noun in FORMS}
    years = answer(emul, db, "list", "models", "--registrations")
    lists["registrations"] = sorted(years, key=lambda row: (int(row["id"][1:]), row["year"]))
    lists["proposed"] = answer(emul, db, "list", "honours", "--proposed")
    reports = {period: answer(emul, db, "report", period) for period in PERIODS}
    return {**lists, **reports}


def came_back(emul, db: Path, *files: object) -> Path:
    """A new register with nothing but what was exported."""
    again = db.with_name("again.db")
    again.unlink(missing_ok=True)
    create(again, unit_name="Huyện Cẩm Xuyên", language="vi").close()
    emul("--db", again, "import", *files, "--yes")
    return again


def test_the_demo_register_comes_back_as_it_was(emul, demo_register) -> None:
    emul("export", "-o", "all.xlsx")

    assert told(emul, came_back(emul, demo_register, "all.xlsx")) == told(emul, demo_register)


def test_a_folder_of_lists_comes_back_as_well_as_one_workbook(emul, demo_register) -> None:
    emul("--lang", "en", "export", "-o", "lists")

    assert Path("lists", "Conferences.xlsx").exists()
    assert told(emul, came_back(emul, demo_register, "lists")) == told(emul, demo_register)


def test_taken_in_again_an_export_changes_nothing(emul, demo_register) -> None:
    emul("export", "-o", "all.xlsx")
    before = demo_register.read_bytes()

    assert answer(emul, demo_register, "import", "all.xlsx")["import"] is None
    assert demo_register.read_bytes() == before


@pytest.fixture
def district(emul, register_path):
    """Namesakes, mergers, terms of the clerk's own, links, several milestones, partial dates."""
    emul("init", "--unit", "Huyện Cẩm Xuyên", "--yes")

    def add(noun: str, **values: object) -> str:
        words = [w for k, v in values.items() for w in (f"--{k.rstrip('_').replace('_', '-')}", v)]
        emul(f"add-{noun}", *words)
        return answer(emul, register_path, "list", f"{noun}s")[-1]["id"]

    unit = {"name": "Xã Cẩm Duệ", "type": "commune"}
    add("unit", name="Huyện Cẩm Xuyên", type="district", code="CX", other_name="Cẩm Xuyên cũ")
    add("unit", **unit, parent="U1")
    add("unit", name="Xã Cẩm Quang", type="commune", parent="U1")
    add("unit", **unit, valid_from="01/07/2025")
    emul("succeed", "U2", "U3", "--by", "U4", "--on", "01/07/2025",
         "--document", "1665/NQ-UBTVQH15")  # fmt: skip
    add("unit", name="Thôn 1", type="village", parent="U2")
    add("unit", name="Thôn 1", type="village", parent="U3")
    emul("add-term", "--vocabulary", "exemplar_field", "--label", "Thể thao quần chúng", "--code",
         "ttqc", "--label-en", "Sport for all")  # fmt: skip
    return add


def test_what_is_hard_to_tell_apart_comes_back_as_it_was(emul, register_path, district) -> None:
    add = district
    person = {"kind": "CN", "unit": "U5", "field": "ttqc", "name": "Trần Văn Thử"}
    first = add("exemplar", **person, birth_year=1977, date="2022", summary="=1+1")
    add("exemplar", **person, birth_year=1980, date="05/2022", gender="nữ")
    add("exemplar", **{**person, "unit": "U6"}, date="04/10/2023")
    emul("mark", first, "discovered", "--date", "03/2023")
    emul("mark", first, "nhân rộng", "--date", "2023", "--document", "12/KH")
    model = add("model", name="Ngõ xanh | sạch", unit="U2", field="KT", year="2021")
    emul("mark", model, "duy trì", "--date", "04/05/2022")
    emul("mark", model, "recognised", "--date", "2022", "--level", "tỉnh")
    emul("mark", model, "recognised", "--date", "2023", "--level", "huyện")
    emul("mark", model, "replicated", "--date", "2023", "--unit", "U6")
    emul("mark", model, "stopped", "--date", "12/2023")
    emul("edit", first, "--model", model, "--leads", "không")
    event = {"name": "Hội nghị tổng kết", "type": "final_review"}
    add("event", **event, date="04/10/2022", organiser="U3", attendance=120)
    add("event", **event, date="10/2023", organiser="Ban Dân vận Trung ương")
    decision = {"date": "20/12/2023", "level": "huyện", "number": "163/QĐ-UBND"}
    add("decision", **decision, body="UBND huyện", stated_individuals=2)
    add("decision", **decision, body="Huyện ủy", category="đột xuất")
    honour = {"recipient": "Trần Văn Thử", "kind": "CN", "unit": "U5"}
    add("honour", **honour, act="khen", form="giấy khen", decision="D1", for_=first, amount=500000)
    add("honour", **honour, act="khen", form="CSTĐCS", decision="D2")
    add("honour", **honour, act="tôn vinh", event="E2", for_=model)
    emul("add-honour", *[w for k, v in honour.items() for w in (f"--{k}", v)], "--act", "khen",
         "--date", "2024", "--proposed")  # fmt: skip

    emul("export", "-o", "all.xlsx")

    assert told(emul, came_back(emul, register_path, "all.xlsx")) == told(emul, register_path)


def test_verdicts_and_texts_come_back_and_those_withdrawn_stay_so(emul, register_path, district):
    for born in (1970, 1980):
        district("exemplar", name="Lê Thị Mẫu", kind="CN", unit="U5", field="ttqc", birth_year=born)
    book = openpyxl.Workbook()
    book.active.append(["STT", "Họ và tên", "Đối tượng", "Đơn vị", "Hình thức khen thưởng", "Ngày"])
    book.active.append([1, "Lê Thị Mẫu", "CN", "Thôn 1 (Xã Cẩm Duệ)", "GK", "2023"])
    book.save("list.xlsx")
    emul("import", "list.xlsx", "--as", "honours", "--yes")
    emul("join", "H1", "X2")
    emul("distinct", "X1", "X2")

    emul("export", "-o", "all.xlsx")
    again = came_back(emul, register_path, "all.xlsx")
    emul("join", "H1", "X2", "--undo")
    taken = answer(emul, register_path, "import", "all.xlsx", "--yes")

    row = answer(emul, again, "list", "honours")[0]
    assert (row["for"], row["form_text"], row["kind_text"]) == ("X2", "GK", "CN")
    codes = {found["code"] for found in taken["problems"]}
    assert (taken["import"], "verdict_differs" in codes) == (None, True)
    assert answer(emul, register_path, "list", "honours")[0]["for"] is None


def test_a_corrected_value_loses_the_text_of_before(emul, register_path, district) -> None:
    book = openpyxl.Workbook()
    book.active.append(["STT", "Họ và tên", "Đơn vị", "Hình thức khen thưởng", "Ngày"])
    book.active.append([1, "Lê Thị Mẫu", "Thôn 1 (Xã Cẩm Duệ)", "GK", "2023"])
    book.save("list.xlsx")
    emul("import", "list.xlsx", "--as", "honours", "--yes")
    emul("--lang", "vi", "export", "honours", "-o", "own.xlsx")
    book = openpyxl.load_workbook("own.xlsx")
    for row in book.worksheets[0].iter_rows():
        for cell in row:
            cell.value = "Bằng khen" if cell.value == "Giấy khen" else cell.value
    book.save("own.xlsx")

    emul("import", "own.xlsx", "--update", "--yes")

    row = answer(emul, register_path, "list", "honours")[0]
    assert (row["id"], row["form"], row["form_text"]) == ("H1", "bang-khen", "Bằng khen")


def test_names_come_back_as_they_were_recorded(emul, register_path, district) -> None:
    names = ("Ông Mai Văn Tài", "Hộ bà Lê Thị Hoa", "Trần Văn Thử (SN 1977)", "Tổng cộng", "Cộng")
    for name in names:
        district("exemplar", name=name, kind="CN", unit="U2", field="Y tế")
        district("honour", recipient=name, kind="HGĐ", unit="U2", act="khen", honorific="Ông")

    emul("export", "-o", "all.xlsx")

    assert told(emul, came_back(emul, register_path, "all.xlsx")) == told(emul, register_path)


def test_cancelled_records_stay_behind_and_are_counted(emul, register_path, district) -> None:
    district("event", name="Hội nghị", type="khác", date="2022")
    district("event", name="Gặp mặt", type="khác", date="2023")
    emul("cancel", "E1", "--reason", "ghi nhầm")

    stderr = emul("export", "-o", "all.xlsx").stderr

    assert "left out: 1" in stderr
    again = came_back(emul, register_path, "all.xlsx")
    assert [row["name"] for row in answer(emul, again, "list", "events")] == ["Gặp mặt"]


def test_one_noun_goes_into_one_file_that_is_not_written_over_unasked(emul, demo_register) -> None:
    emul("export", "mô hình")

    assert openpyxl.load_workbook("xuat-so.xlsx").sheetnames == ["Mô hình", "Danh mục"]
    assert "xuat-so.xlsx" in emul("export", code=6).stderr
    emul("export", "imports", code=2)


@pytest.fixture
def models(emul, district):
    for number in range(3):
        name = f"Mô hình {number}"
        district("model", name=name, unit="U2", field="KT", year="2023", leader="Trần Văn Mẫu")
    district("model", name="Mô hình cũ", unit="U2", field="KT", year="2021")
    district("model", name="Nơi khác", unit="U3", field="KT", year="2023")
    emul("mark", "M3", "stopped", "--date", "2023")
    told = emul("template", "models", "--unit", "U2", "--from", "2023", "-o", "marks.xlsx").stderr
    assert "2 models that were registered in 2023" in told
    return openpyxl.load_workbook("marks.xlsx")


def column(book, heading: str) -> int:
    return next(cell.column for cell in book.worksheets[0][3] if cell.value == heading)


def test_a_year_without_models_to_mark_is_said(emul, district) -> None:
    told = emul("template", "models", "--from", "1999", "-o", "marks.xlsx").stderr

    assert "No model was registered in 1999" in told


def test_last_years_models_go_out_to_be_marked_and_the_marks_are_taken_in(emul, models) -> None:
    sheet = models.worksheets[0]
    names = [row[1].value for row in sheet.iter_rows(min_row=4)]
    mark = column(models, "Duy trì hay dừng")
    assert names == ["Mô hình 0", "Mô hình 1"]
    sheet.cell(4, mark, "Duy trì")
    sheet.cell(5, mark, "Dừng")
    models.save("marks.xlsx")

    emul("import", "marks.xlsx", "--yes")

    rows = json.loads(emul("list", "models", "--format", "json").stdout)
    assert [(row["years"], row["status"]) for row in rows[:2]] == [
        ("2023:new 2024:continued", "active"),
        ("2023:new", "stopped"),
    ]


def test_a_model_that_was_not_marked_is_refused(emul, models) -> None:
    models.worksheets[0].cell(4, column(models, "Duy trì hay dừng"), "Duy trì")
    models.save("marks.xlsx")

    read = json.loads(emul("import", "marks.xlsx", "--format", "json", code=3).stdout)

    assert [
        (problem["code"], problem["row"])
        for problem in read["problems"]
        if problem["row"] and problem["severity"] == "block"
    ] == [("missing_status", 5)]


def test_the_year_of_marks_is_for_models_only(emul, district) -> None:
    emul("template", "exemplars", "--from", "2023", code=2)
    emul("template", "models", "--unit", "U2", code=2)


DATES = st.sampled_from(("2021", "2022", "2022-05", "2022-10-04", "2023-12-31"))
KINDS = st.sampled_from(("collective", "individual", "household", "unclassified"))
UNITS = st.sampled_from((2, 3, 4, 5, 6))
STAGES = st.lists(
    st.tuples(st.sampled_from(("discovered", "fostered", "multiplied")), DATES), unique=True
)
YEARS = st.dictionaries(
    st.sampled_from(("2021", "2022-05", "2023-12-31")), st.sampled_from(("new", "continued", None)),
    min_size=1,
)  # fmt: skip


@st.composite
def records(draw) -> list[tuple[str, dict[str, object]]]:
    """Rows of the tables; namesakes are told apart by birth years, kinds, units."""
    rows: list[tuple[str, dict[str, object]]] = []
    born = st.sampled_from((1970, 1980))
    key = st.tuples(st.sampled_from(("Trần Văn Thử", "Lê Thị Mẫu")), KINDS, UNITS, born)
    exemplars = draw(st.lists(key, max_size=5, unique=True))
    for number, (name, kind, unit, birth) in enumerate(exemplars, start=1):
        values = {"name": name, "kind": kind, "unit_id": unit, "birth_year": birth}
        field = draw(st.sampled_from((None, "y-te", "ttqc")))
        rows.append(("exemplar", {"id": number, **values, "field": field}))
        rows += [
            ("exemplar_milestone", {"exemplar_id": number, "milestone": stage, "date": date})
            for stage, date in draw(STAGES)
        ]
    models = draw(st.lists(st.tuples(st.sampled_from(("Ngõ xanh", "Tổ vay vốn")), UNITS),
                           max_size=4, unique=True))  # fmt: skip
    for number, (name, unit) in enumerate(models, start=1):
        rows.append(("model", {"id": number, "name": name, "unit_id": unit, "kind": draw(KINDS)}))
        rows += [
            ("registration", {"model_id": number, "date": date, "status": status})
            for date, status in draw(YEARS).items()
        ]
        rows += [
            ("model_milestone", {"model_id": number, "milestone": "recognised", "date": date,
                                 "level": level})
            for date, level in draw(st.lists(st.tuples(DATES, st.sampled_from((None, "state"))),
                                             max_size=4, unique=True))
        ]  # fmt: skip
    rows += draw(_honours(len(exemplars), len(models)))
    return rows


@st.composite
def _honours(draw, exemplars: int, models: int) -> list[tuple[str, dict[str, object]]]:
    rows: list[tuple[str, dict[str, object]]] = [
        # Whoever records a decision of a people's committee records the system with it.
        ("decision", {"id": 1, "number": "1/QĐ", "date": draw(DATES), "body": "UBND",
                      "system": "state",
                      "stated_collectives": draw(st.none() | st.integers(0, 9))}),
        ("event", {"id": 1, "name": "Hội nghị", "type": "other", "date": draw(DATES)}),
    ]  # fmt: skip
    links = [(None, None)]
    links += [(number, None) for number in range(1, exemplars + 1)]
    links += [(None, number) for number in range(1, models + 1)]
    key = st.tuples(
        st.sampled_from(("Trần Văn Thử", "Lê Thị Mẫu", "Ngõ xanh")),
        st.none() | UNITS, st.sampled_from(("praise", "commend")),
        st.sampled_from((("decision_id", 1), ("event_id", 1), ("date", "2022"))),
    )  # fmt: skip
    for name, unit, act, (occasion, value) in draw(st.lists(key, max_size=6, unique=True)):
        exemplar, model = draw(st.sampled_from(links))
        status = draw(st.sampled_from(("awarded",)))
        values = {
            "recipient": name,
            "unit_id": unit,
            "act": act,
            occasion: value,
            "kind": draw(KINDS),
        }
        rows.append(("honour", {**values, "status": status}))
        if (record := exemplar and f"X{exemplar}") or (record := model and f"M{model}"):
            honour = sum(table == "honour" for table, _values in rows)
            rows.append(("verdict", {"honour": f"H{honour}", "record": record}))
    return rows


def _insert(register, rows) -> None:
    from emulation_cli.domain.catalogue.nouns import NOUNS
    from emulation_cli.register.identity.stated import belong
    from emulation_cli.register.recording.row_values import keys_of

    nouns = {noun.table: noun for noun in NOUNS}
    with register.change():
        for table, values in rows:
            if table == "verdict":
                belong(register.connection, values["honour"], values["record"])
                continue
            keys = keys_of(nouns[table], values) if table in nouns else {}
            register.insert(table, {**values, **keys})


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture],
          derandomize=True, database=None)  # fmt: skip
@given(rows=records())
def test_any_register_comes_back_as_it_was(emul, district, register_path, rows) -> None:
    copy = register_path.with_name("random.db")
    for suffix in ("", "-wal", "-shm"):
        with suppress(FileNotFoundError):
            Path(f"{copy}{suffix}").unlink()
    copy.write_bytes(register_path.read_bytes())
    with open_register(copy) as register:
        _insert(register, rows)

    emul("--db", copy, "export", "-o", "random.xlsx")

    assert told(emul, came_back(emul, copy, "random.xlsx")) == told(emul, copy)
