"""A walk through everything: every noun with every field, from the option to the purge.

What a noun has is read from the catalogue, so that a field which is declared there and forgotten
somewhere fails here. The last test declares a field itself, in a copy of the program.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

from emulation_cli.commands.entry.record import fields_to_record
from emulation_cli.commands.frame.options import option_name
from emulation_cli.domain.catalogue import field_types, found_types
from emulation_cli.domain.catalogue.fields import ALWAYS, EDITING, Field
from emulation_cli.domain.catalogue.nouns import BY_PLURAL

TOP = Path(__file__).resolve().parent.parent
NOUNS = (
    "units", "movements", "exemplars", "models", "events", "decisions", "honours", "presenters",
    "publications", "targets",
)  # fmt: skip
# Two values for each type of field, as a clerk types them; by their names where the type says less.
NAMED = {
    "class": ("hạng Nhất", "hạng Ba"), "level": ("huyện", "tỉnh"), "system": ("Đảng", "Nhà nước"),
    "form": ("Giấy khen", "Bằng khen"), "movement": ("vì người nghèo", "học tập và làm theo Bác"),
    "decision": ("D1", "D2"), "event": ("E1", "E2"), "for": ("X1", "M1"), "model": ("M1", "M2"),
    "parent": ("U1", "U2"), "year": ("2022", "2023"), "status": ("awarded", "proposed"),
    "act": ("khen", "tôn vinh"), "outcome": ("đạt", "không đạt"), "to_level": ("huyện", "tỉnh"), "kind": ("CN", "HGĐ"), "gender": ("nữ", "nam"),
    "category": ("đột xuất", "cống hiến"), "stage": ("phát hiện", "bồi dưỡng"),
    ("units", "type"): ("xã", "phường"), ("events", "type"): ("tổng kết", "biểu dương"),
    ("publications", "type"): ("bài viết", "phát thanh"), "exemplar": ("X1", "X2"),
    "measure": ("mô hình đăng ký", "bồi dưỡng điển hình"),
    ("exemplars", "field"): ("Y tế", "Bảo vệ môi trường"), ("models", "field"): ("KT", "VHXH"),
}  # fmt: skip


OF_TYPES = {
    field_types.YearNumber: ("1971", "1982"), field_types.YesNo: ("có", "không"),
    field_types.Number: ("12", "13"), field_types.Amount: ("12", "13"),
    field_types.Date: ("04/10/2022", "05/11/2022"), field_types.Day: ("04/10/2022", "05/11/2022"),
    found_types.OfUnit: ("U1", "U2"), found_types.Organiser: ("U1", "U2"),
}  # fmt: skip


def values(noun: str, field: Field) -> tuple[str, str]:
    named = NAMED.get((noun, field.name)) or NAMED.get(field.name) or OF_TYPES.get(type(field.type))
    return named or (f"Một {field.name} riêng", f"Hai {field.name} khác")


def words_for(noun: str, fields: tuple[Field, ...], which: int) -> list[str]:
    return [w for f in fields for w in (option_name(f), values(noun, f)[which])]


@pytest.fixture
def office(emul):
    """A register with two of whatever a record may name."""
    emul("init", "--unit", "Huyện Mẫu", "--lang", "vi", "--yes")
    for number, day in ((1, "04/10/2022"), (2, "05/11/2022")):
        emul("add-unit", "--name", f"Xã Mẫu {number}", "--type", "xã")
        place = ("--unit", f"U{number}")
        emul("add-model", "--name", f"Mô hình {number}", *place, "--field", "KT", "--year", "2021")
        emul("add-exemplar", "--name", f"Người {number}", "--kind", "CN", *place, "--field", "Y tế",
             "--date", "2021")  # fmt: skip
        # Of the day that honours are given: another one would contradict it.
        emul("add-event", "--name", f"Hội nghị {number}", "--type", "khác", "--date", day)
        emul("add-decision", "--number", f"{number}/QĐ", "--date", day, "--body", "UBND",
             "--level", "huyện")  # fmt: skip
    return emul


def optional(noun: str) -> tuple[Field, ...]:
    taken = (ALWAYS, EDITING)
    return tuple(f for f in BY_PLURAL[noun].fields if f.by_hand in taken and not f.required)


def listed(office, noun: str, *more: str) -> dict[str, object]:
    return json.loads(office("list", noun, *more, "--format", "json").stdout)[-1]


def empty(row: dict[str, object], noun: str) -> list[str]:
    return [f.name for f in BY_PLURAL[noun].fields if f.listed and row.get(f.name) is None]


def called(noun: str, row: dict[str, object]) -> str:
    """What a record is called; a target by the label of what it is of."""
    return "Mô hình đăng ký" if noun == "targets" else str(row[BY_PLURAL[noun].title])


@pytest.mark.parametrize("noun", NOUNS)
def test_every_field_goes_from_the_option_to_the_list_and_the_export(office, noun, register_path):
    """Recorded with everything, shown in every form, corrected, told, exported, taken in again."""
    fields = tuple(f for f in fields_to_record(noun) if not isinstance(f.type, field_types.Switch))
    name = BY_PLURAL[noun].table
    office(f"add-{name}", *words_for(noun, fields, 0))
    row = listed(office, noun)
    recorded = {field.adding or field.name for field in BY_PLURAL[noun].fields}
    assert {f.name for f in fields} <= recorded
    given = {f.name for f in fields} - {"year"}
    shown = {f.name for f in BY_PLURAL[noun].fields if (f.adding or f.name) in given and f.listed}
    assert not shown & set(empty(row, noun))
    assert len(office("list", noun, "--format", "csv").stdout.splitlines()) > 1
    assert called(noun, row) in office("show", row["id"]).stdout

    changed = tuple(f for f in optional(noun) if f.name != "status")
    office("edit", row["id"], *words_for(noun, changed, 1))
    other = listed(office, noun)
    differing = {f.name for f in changed if f.listed and f.name in row}
    assert {name for name in differing if other[name] == row[name]} == set()
    for language in ("vi", "en"):
        assert "→" in office("--lang", language, "history", row["id"]).stdout

    office("export", noun, "-o", "out.xlsx")
    answer = json.loads(office("import", "out.xlsx", "--format", "json", "--yes").stdout)
    assert (answer["added"], answer["refused"]) == (0, 0)

    office("undo", "--yes")
    assert listed(office, noun) == row
    emptied = [w for f in changed for w in (option_name(f), "")]
    office("edit", row["id"], *emptied)
    bare = listed(office, noun)
    kept = {"kind", "date"} if noun in ("models", "honours") else set()
    left = {f.name for f in changed if f.listed and bare[f.name] not in (None, "unclassified")}
    assert left <= kept | {"level", "body", "system", "category", "field_label"}


# What identity reads: a row that differs in it is a record of its own, unless its id is there.
IDENTITY = {"name", "recipient", "number", "unit", "kind", "birth_year", "gender"}


def with_all(office, noun: str, which: int) -> dict[str, object]:
    fields = tuple(f for f in fields_to_record(noun) if not isinstance(f.type, field_types.Switch))
    office(f"add-{BY_PLURAL[noun].table}", *words_for(noun, fields, which))
    return listed(office, noun)


def told_by(rows: dict[str, object], noun: str) -> dict[str, object]:
    """What fields say; ids are those of a file."""
    own = ("decision", "event", "for", "model", "movement", "parent", "exemplar")
    names = [f.name for f in BY_PLURAL[noun].fields if f.listed and f.name not in own]
    return {name: rows.get(name) for name in names}


@pytest.mark.parametrize("noun", NOUNS)
def test_every_field_goes_into_an_extract_and_comes_back_by_a_merge(office, noun, register_path):
    """What the unit's desk edits in each field arrives in the register that it came from."""
    row = with_all(office, noun, 0)
    unit = "U1" if noun != "units" else row["id"]
    if noun in ("movements", "events", "decisions"):  # they go where somebody speaks of them
        named = (f"--{BY_PLURAL[noun].table}", str(row["name" if noun == "movements" else "id"]))
        office("add-honour", "--recipient", "Người nói tới", "--kind", "CN", "--unit", unit,
               "--act", "khen", *named)  # fmt: skip

    if noun == "presenters":  # they go with the conferences of the unit
        office("edit", "E1", "--organiser", "U1")
    office("extract", "--unit", unit, "-o", "own.db")

    def own(*words: str):
        return office("--db", "own.db", *words)

    there = {one["id"]: one for one in json.loads(own("list", noun, "--format", "json").stdout)}
    assert told_by(there[str(row["id"])], noun) == told_by(row, noun)
    by_id = {"decision", "event", "for", "model", "parent", "unit", "status", "organiser"}
    if noun == "honours":  # its decision says the day, and stays
        by_id.add("date")
    changed = tuple(f for f in optional(noun) if f.name not in by_id)
    own("edit", str(row["id"]), *words_for(noun, changed, 1))
    edited = {one["id"]: one for one in json.loads(own("list", noun, "--format", "json").stdout)}

    office("merge", "own.db")

    assert told_by(listed(office, noun), noun) == told_by(edited[str(row["id"])], noun)
    office("undo", "--yes")
    assert told_by(listed(office, noun), noun) == told_by(row, noun)


@pytest.mark.parametrize("noun", NOUNS)
def test_other_values_of_a_list_are_taken_only_as_corrections(office, noun, register_path) -> None:
    """Without `--update` a sheet that says otherwise is refused; with it each field is corrected."""
    row = with_all(office, noun, 0)
    office("--lang", "vi", "export", noun, "-o", "own.xlsx")
    changed = tuple(f for f in optional(noun) if f.name not in ("status", "for"))
    office("edit", str(row["id"]), *words_for(noun, changed, 1))
    other = listed(office, noun)
    office("--lang", "vi", "export", noun, "-o", "other.xlsx")
    office("undo", "--yes")
    office("--lang", "vi", "export", noun, "-o", "own.xlsx", "--yes")
    put(Path("own.xlsx"), Path("other.xlsx"), str(row["id"]))

    office("import", "own.xlsx", "--yes", code=3)
    assert listed(office, noun) == row
    office("import", "own.xlsx", "--yes", "--update")

    taken = listed(office, noun)
    beside = {f.name for f in BY_PLURAL[noun].fields if f.text_of or f.name == "other_names"}
    assert {name: taken[name] for name in other if name not in beside} == {
        name: value for name, value in other.items() if name not in beside
    }


def put(path: Path, other: Path, number: str) -> None:
    """Write the row of a record as another sheet has it, by the headings, as one does in Excel."""
    book, source = openpyxl.load_workbook(path), openpyxl.load_workbook(other).worksheets[0]
    sheet = book.worksheets[0]

    def found(sheet):
        cells = {c.row: c for c in sheet["A"] if c.value in ("Mã emul", number)}
        head, last = min(cells), max(cells)
        return {cell.value: cell.column for cell in sheet[head] if cell.value}, last

    columns, row = found(sheet)
    theirs, their_row = found(source)
    for heading, column in theirs.items():
        place = columns.setdefault(heading, max(columns.values()) + 1)
        sheet.cell(
            min(r for r in range(1, row) if sheet.cell(r, 1).value == "Mã emul"), place, heading
        )
        sheet.cell(row, place, source.cell(their_row, column).value)
    book.save(path)


@pytest.mark.parametrize("noun", ["exemplars", "models", "honours", "presenters"])
def test_a_purge_leaves_no_personal_field_in_any_byte(office, noun, register_path) -> None:
    fields = tuple(f for f in fields_to_record(noun) if not isinstance(f.type, field_types.Switch))
    personal = [f for f in BY_PLURAL[noun].fields if f.personal]
    texts = [values(noun, f)[0] for f in personal if type(f.type) is field_types.FieldType]
    # By edits: a command with the words of several people is the matter of the purge's own tests.
    office(f"add-{BY_PLURAL[noun].table}", *words_for(noun, fields, 0))

    office("purge", listed(office, noun)["id"], "--yes")

    data = register_path.read_bytes().decode("utf-8", "ignore")
    assert [text for text in texts if text in data] == []


def correct(path: Path, sheet: str, old: str, new: str) -> None:
    """Correct the cells of a sheet that say this, as in Excel."""
    book = openpyxl.load_workbook(path)
    for row in book[sheet].iter_rows():
        for cell in row:
            cell.value = new if cell.value == old else cell.value
    book.save(path)


# Where an attribute is declared: its column and the view's, its line, its label in each language.
WHERE = {
    "schema.sql": "CREATE TABLE exemplar (",
    "domain/catalogue/nouns.py": '"exemplars", "exemplar"',
}
DECLARED = {
    "schema.sql": [
        ("  works_directly   INTEGER", "  nickname TEXT,\n  works_directly   INTEGER"),
        ("exemplar.summary, exemplar.address,", "exemplar.summary, exemplar.nickname, exemplar.address,"),
    ],
    "domain/catalogue/nouns.py": [
        ('Field("works_directly", YES_NO),', 'Field("nickname", personal=True),\n            Field("works_directly", YES_NO),'),
    ],
    "words/vi/fields.py": [(" = {", ' = {\n    "nickname": "Biệt danh riêng",')],
    "words/en/fields.py": [(" = {", ' = {\n    "nickname": "Nickname",')],
}  # fmt: skip


def test_a_field_that_is_only_declared_goes_everywhere(tmp_path) -> None:
    """Four files: schema.sql, the catalogue, one label in each language."""
    home = tmp_path / "emulation_cli"
    shutil.copytree(TOP / "src" / "emulation_cli", home)
    shutil.copytree(TOP / "sample_data" / "lists", home / "sample_data" / "lists")
    shutil.copy(TOP / "schema.sql", home / "schema.sql")
    for name, changes in DECLARED.items():
        before, mark, after = (
            (home / name).read_text("utf-8").partition(WHERE.get(name, "SENTENCES"))
        )
        for old, new in changes:
            after = after.replace(old, new, 1)
        (home / name).write_text(before + mark + after, "utf-8")

    def emul(*words: str) -> str:
        env = os.environ | {"PYTHONPATH": str(tmp_path), "EMUL_DB": str(tmp_path / "a.db")}
        command = [sys.executable, "-m", "emulation_cli", *words]
        done = subprocess.run(command, capture_output=True, env=env, cwd=tmp_path, check=False)
        assert done.returncode == 0, done.stderr.decode()
        return done.stdout.decode()

    emul("init", "--lang", "vi", "--yes")
    emul("add-unit", "--name", "Xã Mẫu", "--type", "xã")
    emul("add-exemplar", "--name", "Trần Thử", "--kind", "CN", "--unit", "U1", "--field", "Y tế",
         "--date", "2022", "--nickname", "Tư Thử")  # fmt: skip
    assert json.loads(emul("list", "exemplars", "--format", "json"))[0]["nickname"] == "Tư Thử"
    assert "Biệt danh riêng: Tư Thử" in emul("--lang", "vi", "history", "X1")
    emul("export", "-o", "all.xlsx")
    emul("--db", "other.db", "init", "--lang", "vi", "--yes")
    emul("--db", "other.db", "import", "all.xlsx", "--yes")
    listed = ("list", "exemplars", "--format", "json")
    assert json.loads(emul("--db", "other.db", *listed))[0]["nickname"] == "Tư Thử"
    correct(tmp_path / "all.xlsx", "Điển hình", "Tư Thử", "Năm Thử")
    emul("import", "all.xlsx", "--update", "--yes")
    assert json.loads(emul(*listed))[0]["nickname"] == "Năm Thử"
    emul("purge", "X1", "--yes")
    assert "Tư Thử".encode() not in (tmp_path / "a.db").read_bytes()
