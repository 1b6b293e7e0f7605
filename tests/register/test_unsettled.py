"""Recording by hand: each value where it belongs, doubles warned of, nothing half done."""

import sqlite3

import pytest

from emulation_cli.domain.catalogue.refs import Ref
from emulation_cli.domain.errors import Refused
from emulation_cli.domain.times.partial_date import PartialDate
from emulation_cli.register.opening.register_file import open_register
from emulation_cli.register.recording.new_records import add, add_term
from emulation_cli.register.recording.row_values import number_key


def day(text):
    return PartialDate.parse(text)


def an_exemplar(register, name="Nguyễn Văn Hòa", unit=2, **more):
    values = {"name": name, "kind": "individual", "unit": register.unit(unit), "field": "kinh tế"}
    return add(register, "exemplars", values | more)


def row_of(register, table, number=1):
    return register.row(f"SELECT * FROM {table} WHERE id = ?", (number,))


def everything(register):
    """All that the register holds but the log of changes."""
    tables = register.rows(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'change%'"
        " AND name NOT LIKE 'sqlite%' AND name <> 'open_change'"
    )
    return {row["name"]: register.rows(f"SELECT * FROM {row['name']}") for row in tables}


def test_an_exemplar_is_recorded_with_its_day_of_discovery(register):
    recorded = an_exemplar(
        register,
        discovered=day("tháng 5/2022"),
        birth_year=1965,
        gender="male",
        position="Chi hội trưởng",
    )
    assert (recorded.id, recorded.noun, recorded.warnings) == ("X1", "exemplars", ())
    row = row_of(register, "exemplar")
    assert (row["name_key"], row["comparing_key"]) == ("nguyen van hoa", "nguyễn văn hòa")
    assert (row["unit_id"], row["field"], row["birth_year"]) == (2, "kinh-te", 1965)
    stage = row_of(register, "exemplar_milestone")
    assert (stage["exemplar_id"], stage["milestone"], stage["date"]) == (1, "discovered", "2022-05")


def test_a_model_is_recorded_with_its_registration_not_a_milestone(register):
    values = {"name": "CLB ngân hàng máu sống", "unit": register.unit(1), "field": "VHXH"}
    assert add(register, "models", values | {"year": day("2021")}).id == "M1"
    assert row_of(register, "model")["kind"] == "unclassified"
    registration = row_of(register, "registration")
    assert (registration["date"], registration["status"]) == ("2021", "new")
    assert register.rows("SELECT * FROM model_milestone") == []


def test_a_decision_is_found_by_its_number_however_it_is_spaced(register):
    values = {"number": "163 /QĐ-UBND", "date": day("04/10/2023"), "body": "UBND huyện"}
    assert (
        add(register, "decisions", values | {"level": "district", "stated_collectives": 31}).id
        == "D1"
    )
    row = row_of(register, "decision")
    assert row["number_key"] == number_key("163/qđ-ubnd") == "163/qđ-ubnd"
    assert (row["number"], row["date"], row["stated_collectives"]) == (
        "163 /QĐ-UBND",
        "2023-10-04",
        31,
    )


def test_an_honour_keeps_form_and_title_apart_and_the_money_whole(register):
    find = register.vocabularies.find
    common = {"recipient": "Trần Thị Đào", "kind": "individual", "unit": register.unit(2)}
    common |= {"act": "commend", "date": day("2023")}
    add(register, "honours", common | {"form": find("form", "Giấy khen"), "amount": 500_000})
    add(register, "honours", common | {"form": find("title", "CSTĐCS"), "for": None})
    one, other = row_of(register, "honour"), row_of(register, "honour", 2)
    assert (one["form"], one["title"], one["amount"]) == ("giay-khen", None, 500_000)
    assert (other["form"], other["title"]) == (None, "chien-si-thi-dua-co-so")
    assert one["status"] == other["status"] == "awarded"


def test_an_honour_may_be_for_an_exemplar_or_for_a_model(register):
    an_exemplar(register)
    add(register, "models", {"name": "Mô hình", "unit": register.unit(2), "field": "KT"})
    common = {"recipient": "a", "kind": "individual", "unit": register.unit(2), "act": "praise"}
    add(register, "honours", common | {"for": Ref("exemplars", 1)})
    add(register, "honours", common | {"recipient": "b", "for": Ref("models", 1)})
    links = [
        (row["exemplar_id"], row["model_id"]) for row in register.rows("SELECT * FROM honours")
    ]
    assert links == [(1, None), (None, 1)]


def test_an_organiser_that_is_a_unit_is_kept_as_written_and_as_the_unit(register):
    common = {"type": "praise", "date": day("04/10/2023")}
    add(register, "events", common | {"name": "Hội nghị 1", "organiser": register.unit(1)})
    add(register, "events", common | {"name": "Hội nghị 2", "organiser": "Huyện ủy"})
    found = [(row["organiser"], row["unit_id"]) for row in register.rows("SELECT * FROM event")]
    assert found == [("Huyện Cẩm Xuyên", 1), ("Huyện ủy", None)]


def test_a_unit_is_found_by_its_other_names_at_once(register):
    values = {"name": "Thị trấn Thiên Cầm", "type": "township", "other_names": ("TT Biển",)}
    add(register, "units", values)
    assert register.find_unit("tt bien").id == register.find_unit("Thiên Cầm").id == 4
    assert register.unit_names.find("TT Biển")[0].id == 4


def warned(recorded):
    return [(sentence, values["id"]) for sentence, values in recorded.warnings]


def test_a_double_is_warned_of_and_recorded_all_the_same(register):
    an_exemplar(register)
    assert warned(an_exemplar(register, name="NGUYỄN VĂN HOÀ")) == [("identity.typed_twice", "X1")]
    assert len(register.rows("SELECT * FROM exemplar")) == 2


@pytest.mark.parametrize(
    "other",
    [
        {"unit": 3}, {"kind": "household"}, {"birth_year": 1970},
    ],
)  # fmt: skip
def test_namesakes_of_another_unit_kind_or_year_of_birth_are_two_people(register, other):
    an_exemplar(register, birth_year=1965)
    assert an_exemplar(register, **other).warnings == ()


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Nguyễn Văn Hòa", "Nguyễn Văn Hóa"), ("Nguyễn Văn Hòa", "Nguyen Van Hoa"),
        ("Lý Văn Quý", "Lí Văn Quí"), ("Trần Kỳ Vỹ", "Trần Kì Vĩ"),
    ],
)  # fmt: skip
def test_names_that_differ_in_their_marks_are_suspects_only(register, name, other):
    an_exemplar(register, name=name)
    assert warned(an_exemplar(register, name=other)) == [("identity.alike", "X1")]
    assert len({row["subject"] for row in register.rows("SELECT subject FROM exemplars")}) == 2


def test_a_cancelled_record_is_no_double(register):
    an_exemplar(register)
    with register.change():
        register.update("exemplar", 1, {"cancelled_on": "2023-01-01", "cancelled_reason": "nhầm"})
    assert an_exemplar(register).warnings == ()


def test_a_new_field_is_added_with_the_nearest_ones_named(register):
    recorded = an_exemplar(register, field="Phát triển kinh te biển")
    ((sentence, values),) = recorded.warnings
    assert sentence == "domain.new_field"
    assert "Phát triển kinh tế" in values["nearest"]
    code = row_of(register, "exemplar")["field"]
    assert register.vocabularies.label("exemplar_field", code, "vi") == "Phát triển kinh te biển"
    assert an_exemplar(register, name="b", field="phat trien kinh te bien").warnings == ()


@pytest.mark.parametrize(
    "fields", [("Nghề cá", "nghề cà"), ("An toàn, giao thông", "An toàn giao-thông")]
)
def test_two_new_fields_that_are_nearly_one_are_no_crash(register, fields):
    for number, field in enumerate(fields):
        an_exemplar(register, name=f"Người {number}", field=field)
    assert all(row["field"] for row in register.rows("SELECT field FROM exemplar"))


def test_a_code_of_a_unit_is_given_once(register):
    with pytest.raises(Refused) as refused:
        add(register, "units", {"name": "Huyện khác", "type": "district", "code": "CX"})
    assert refused.value.sentence == "domain.unit_code_taken"
    assert refused.value.values == {"code": "CX", "id": "U1"}


def test_what_is_refused_leaves_nothing_half_done(register):
    before, changes = everything(register), register.rows("SELECT * FROM change")
    with pytest.raises(sqlite3.IntegrityError):
        an_exemplar(register, field="Lĩnh vực mới", gender="neither")
    with pytest.raises(Refused):
        add(register, "units", {"name": "a", "type": "other", "code": "CX", "other_names": ("b",)})
    assert everything(register) == before
    assert register.rows("SELECT * FROM change") == changes
    assert not register.connection.in_transaction


def test_a_field_that_was_taken_back_is_new_again(register):
    with pytest.raises(sqlite3.IntegrityError):
        an_exemplar(register, field="Lĩnh vực mới", gender="neither")
    register.forget_vocabularies()
    assert an_exemplar(register, field="Lĩnh vực mới").warnings[0][0] == "domain.new_field"


def test_every_command_is_one_change_that_says_who_and_what(register, monkeypatch):
    monkeypatch.setenv("EMUL_USER", "chị Lan")
    register.command = "emul add-exemplar --name …"
    before = len(register.rows("SELECT * FROM change"))
    an_exemplar(register, discovered=day("2022"), field="Lĩnh vực mới")
    changes = register.rows("SELECT * FROM change ORDER BY id")
    assert len(changes) == before + 1
    assert (changes[-1]["who"], changes[-1]["command"]) == ("chị Lan", "emul add-exemplar --name …")


def test_what_was_recorded_is_there_for_the_next_command(register, register_path):
    an_exemplar(register, discovered=day("2022"))
    with open_register(register_path) as again:
        assert again.rows("SELECT name FROM exemplars") == [{"name": "Nguyễn Văn Hòa"}]


def test_a_term_is_added_and_found_by_all_its_names(register):
    values = {
        "code": "bang-vang",
        "label_vi": "Bảng vàng",
        "label_en": "Golden board",
        "other_names": ("BV",),
    }
    assert add_term(register, "form", values).id == "bang-vang"
    for text in ("BANG-VANG", "bang vang", "golden board", "bv"):
        assert register.vocabularies.find("form", text).code == "bang-vang"


def test_a_term_without_an_english_label_has_the_vietnamese_one(register):
    add_term(register, "form", {"code": "bang-vang", "label_vi": "Bảng vàng"})
    assert register.vocabularies.label("form", "bang-vang", "en") == "Bảng vàng"


@pytest.mark.parametrize(
    "values", [("giay-khen", "Khác"), ("GIAY-KHEN", "Khác"), ("khac", "giấy khen")]
)
def test_a_term_that_is_there_is_refused(register, values):
    with pytest.raises(Refused) as refused:
        add_term(register, "form", dict(zip(("code", "label_vi"), values, strict=True)))
    assert refused.value.values["code"] == "giay-khen"


def test_the_nearest_units_are_named_when_one_is_not_found(register):
    with pytest.raises(Refused) as refused:
        register.find_unit("Cẩm Nhuệ")
    assert refused.value.sentence == "domain.unknown_unit"
    assert "Xã Cẩm Duệ" in refused.value.values["nearest"]


def test_units_of_one_name_are_named_with_their_ids(register):
    add(register, "units", {"name": "Xã Cẩm Hà", "type": "commune", "parent": register.unit(1)})
    with pytest.raises(Refused) as refused:
        register.find_unit("Cẩm Hà")
    assert refused.value.sentence == "domain.ambiguous_unit"
    assert {"U3", "U4"} <= set(refused.value.values["units"].replace(",", " ").split())


@pytest.mark.parametrize("text", ["U99", "u99", "U99999999999999999999999", "U²", "", "Cẩm Nhượng"])
def test_what_is_no_unit_is_refused(register, text):
    with pytest.raises(Refused):
        register.find_unit(text)
