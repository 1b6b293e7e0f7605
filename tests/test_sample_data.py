"""The made lists of Cẩm Xuyên: made again they are the same, and they hold the figures planned.

The recount reads the sheets with openpyxl alone, by rules of its own: it must not share a
mistake with the importer.
"""

import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

TOP = Path(__file__).resolve().parent.parent
LISTS = TOP / "sample_data" / "lists"
KINDS = {"TT": "Tập thể", "CN": "Cá nhân", "I. TẬP THỂ": "Tập thể", "II. CÁ NHÂN": "Cá nhân"}
NAMES = ("ho va ten/ ten tap the", "ten tap the/ ho va ten", "ho va ten, ten tap the")
NAMES += ("ten tap the, ca nhan", "ten dien hinh", "ten dien hinh tien tien")
NAMES += ("ten mo hinh", "ten mo hinh «dan van kheo»", "ten hoi nghi", "ten don vi")

Row = dict[str, Any]


def _folded(text: str) -> str:
    import unicodedata

    plain = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def _rows(pattern: str) -> Iterator[Row]:
    """Every numbered row of the lists, by folded heading, with what its section row says."""
    for path in sorted(LISTS.glob(pattern)):
        yield from _rows_of(path)


@cache
def _rows_of(path: Path) -> list[Row]:
    return [
        row
        for sheet in load_workbook(path)
        for row in _numbered(path.stem, list(sheet.iter_rows(values_only=True)))
    ]


def _numbered(file: str, cells: list[tuple[Any, ...]]) -> Iterator[Row]:
    headings: list[str] = []
    section = ""
    above: tuple[Any, ...] = ()
    for row in cells:
        first = row[0]
        if first in ("STT", "TT", "Số TT"):
            headings = [_folded(heading) for heading in row]
        elif headings and isinstance(first, int):
            above = tuple(above[place] if cell == "nt" else cell for place, cell in enumerate(row))
            yield {"file": file, "section": section, **dict(zip(headings, above, strict=True))}
        elif headings and isinstance(first, str):
            section = first


def _name(row: Row) -> str:
    found = next(row[heading] for heading in NAMES if heading in row)
    return str(found).removeprefix("Ông ").removeprefix("Bà ")


def _kind(row: Row) -> str:
    if "tap the" in row:
        return "Tập thể" if row["tap the"] == "x" else "Cá nhân"
    said = next((row[key] for key in ("doi tuong", "loai", "tt/cn") if key in row), row["section"])
    return KINDS.get(said, said)


def _unit(row: Row) -> str:
    said = [row[key] for key in ("don vi", "don vi dang ky", "don vi cong tac") if key in row]
    unit = str(said[0] if said else row["section"])
    if unit.startswith("xã "):
        return "X" + unit[1:]
    return unit.replace("TT ", "Thị trấn ")


def _dates(row: Row) -> list[str]:
    """Dates of stages as ISO texts: a year, a month or a day."""
    return [
        _iso(value)
        for heading, value in row.items()
        if value and heading.endswith(("phat hien", "boi duong", "nhan rong"))
    ]


def _iso(value: object) -> str:
    if isinstance(value, datetime):
        return value.date().isoformat()
    return "-".join(reversed(str(value).split("/")))


def _exemplar(row: Row) -> tuple[str, str, str]:
    return _name(row), _unit(row), _kind(row)


def _model(row: Row) -> tuple[str, str]:
    return _name(row), _unit(row)


def _exemplars() -> dict[tuple[str, str, str], list[Row]]:
    found: dict[tuple[str, str, str], list[Row]] = {}
    for row in _rows("1*.xlsx"):
        found.setdefault(_exemplar(row), []).append(row)
    return found


def _models() -> dict[tuple[str, str], set[int]]:
    found: dict[tuple[str, str], set[int]] = {}
    for row in _rows("2*.xlsx"):
        found.setdefault(_model(row), set()).add(row["nam dang ky"])
    return found


def test_the_script_gives_the_committed_lists_cell_for_cell(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-m", "sample_data.make_lists", tmp_path], cwd=TOP, check=True)
    committed = sorted(path.name for path in LISTS.glob("*.xlsx"))
    assert sorted(path.name for path in tmp_path.glob("*.xlsx")) == committed
    for name in committed:
        if (tmp_path / name).read_bytes() == (LISTS / name).read_bytes():
            continue
        made, kept = load_workbook(tmp_path / name), load_workbook(LISTS / name)
        assert made.sheetnames == kept.sheetnames
        for sheet in made.sheetnames:
            cells = list(kept[sheet].iter_rows(values_only=True))
            assert list(made[sheet].iter_rows(values_only=True)) == cells, (name, sheet)


def test_the_exemplars_of_2021_to_2023_are_223_collectives_and_158_individuals() -> None:
    found = _exemplars()
    assert Counter(kind for _, _, kind in found) == {"Tập thể": 223, "Cá nhân": 158}
    for rows in found.values():
        dates = [date for row in rows for date in _dates(row)]
        assert any("2021" <= date < "2023-10-04" for date in dates)
        assert all("2019" <= date < "2023-10-04" for date in dates)


def test_the_models_registered_in_2018_to_2023_are_686_and_their_registrations_more() -> None:
    found = _models()
    assert len(found) == 686
    assert {year for years in found.values() for year in years} == set(range(2018, 2024))
    assert sum(len(years) for years in found.values()) == 1018
    assert len(list(_rows("2*.xlsx"))) == 1018


def test_recognised_and_replicated_models_are_registered_in_the_year_that_they_name() -> None:
    registered = {(*_model(row), row["nam dang ky"]) for row in _rows("2*.xlsx")}
    rows = list(_rows("40*.xlsx"))
    levels = Counter(row.get("cap cong nhan") for row in rows)

    assert all((*_model(row), row["nam dang ky"]) in registered for row in rows)
    assert levels == {"Cấp cơ sở": 496, "Cấp huyện": 149, None: 20}


def test_a_registration_is_new_in_its_first_year_and_continued_after() -> None:
    first = {model: min(years) for model, years in _models().items()}
    for row in _rows("2*.xlsx"):
        said = next(row[key] for key in row if key.endswith(("hinh thuc dang ky", "duy tri")))
        new = row["nam dang ky"] == first[_model(row)]
        assert said == ("Đăng ký mới" if new else "Duy trì")


def test_a_record_belongs_to_a_unit_that_was_there_in_its_year() -> None:
    life = {
        row["ten don vi"]: (_iso(row["co tu ngay"] or "2000"), _iso(row["den ngay"] or "2099"))
        for row in _rows("01*.xlsx")
    }
    for row in _rows("2*.xlsx"):
        begun, ended = life[_unit(row)]
        assert begun[:4] <= str(row["nam dang ky"]) <= ended[:4], row
    for row in _rows("[13]*.xlsx"):
        begun, ended = life[_unit(row)]
        assert ended == "2099", row
        assert all(begun <= date for date in _dates(row)), row


def test_the_conferences_are_23_reviews_and_the_one_of_october_on_working_days() -> None:
    rows = list(_rows("03*.xlsx"))
    assert Counter(row["loai"] for row in rows) == {"Sơ kết": 14, "Tổng kết": 9, "Biểu dương": 1}
    assert len({row["ten hoi nghi"] for row in rows}) == 24
    days = [row["ngay"].date() for row in rows]
    assert all(date(2021, 1, 1) <= day <= date(2023, 10, 4) for day in days)
    assert all(day.weekday() < 5 for day in days)
    assert all(row["ngay"].month == 12 for row in rows if row["loai"] == "Tổng kết")


def test_312_were_praised_or_commended_at_the_reviews() -> None:
    days = {row["ten hoi nghi"]: row["ngay"] for row in _rows("03*.xlsx")}
    praised = list(_rows("3[012]*.xlsx"))
    commended = list(_rows("3[345]*.xlsx"))
    assert (len(praised), len(commended)) == (90, 222)
    assert {row["hinh thuc ghi nhan"] for row in praised} == {"Biểu dương"}
    assert all(row["ngay"] == days[row["hoi nghi"]] for row in praised)
    assert all(row["hoi nghi"] in days for row in commended)


def test_nobody_is_named_twice_in_a_year() -> None:
    days = {row["ten hoi nghi"]: row["ngay"] for row in _rows("03*.xlsx")}
    named = Counter((*_exemplar(row), days[row["hoi nghi"]].year) for row in _rows("3[0-5]*.xlsx"))
    assert max(named.values()) == 1


def test_31_exemplars_and_23_models_of_the_registers_were_honoured_in_october() -> None:
    exemplars = [_exemplar(row) for row in _rows("36*.xlsx")]
    models = [_model(row) for row in _rows("37*.xlsx")]
    assert (len(set(exemplars)), len(set(models))) == (31, 23)
    assert set(exemplars) <= set(_exemplars())
    assert set(models) <= set(_models())
    assert ("CLB ngân hàng máu sống", "Huyện đoàn Cẩm Xuyên") in models
    rows = list(_rows("3[67]*.xlsx"))
    assert {row["ngay"] for row in rows} == {datetime(2023, 10, 4)}  # noqa: DTZ001
    assert {row["hinh thuc ghi nhan"] for row in rows} == {"Tôn vinh"}


def test_no_exemplar_bears_the_name_of_a_model_of_its_unit() -> None:
    assert not {(name, unit) for name, unit, _ in _exemplars()} & set(_models())


def test_every_decision_lists_as_many_as_it_states() -> None:
    listed: Counter[tuple[str, str]] = Counter()
    for row in _rows("3[345]*.xlsx"):
        listed[row["so quyet dinh"], _iso(row["ngay quyet dinh"]), _kind(row)] += 1
    stated: Counter[tuple[str, str]] = Counter()
    for row in _rows("02*.xlsx"):
        key = row["so, ky hieu"], _iso(row["ngay ky"])
        stated[*key, "Tập thể"] += row["so tap the"]
        stated[*key, "Cá nhân"] += row["so ca nhan"]
    assert listed == stated


def test_decision_numbers_grow_within_a_year_and_start_again_in_the_next() -> None:
    by_body: dict[str, list[tuple[str, int]]] = {}
    for row in _rows("02*.xlsx"):
        number = int(row["so, ky hieu"].split("/")[0].split("-")[0])
        by_body.setdefault(row["co quan ban hanh"], []).append((_iso(row["ngay ky"]), number))
    for decisions in by_body.values():
        for year in ("2021", "2022", "2023"):
            numbers = [number for day, number in sorted(decisions) if day.startswith(year)]
            assert numbers == sorted(set(numbers))
    state = by_body["Chủ tịch UBND huyện Cẩm Xuyên"]
    last = max(number for day, number in state if day < "2022")
    assert min(number for day, number in state if day > "2022") < last


def test_people_are_of_an_age_that_fits_and_of_one_birth_year() -> None:
    born: dict[tuple[str, str], set[int]] = {}
    for row in _rows("[13]*.xlsx"):
        if _unit(row) and row.get("nam sinh"):
            born.setdefault((_name(row), _unit(row)), set()).add(row["nam sinh"])
    assert all(len(years) == 1 for years in born.values())
    assert all(1945 <= year <= 2003 for years in born.values() for year in years)


@pytest.mark.parametrize("path", sorted(LISTS.glob("*.xlsx")), ids=lambda path: path.stem)
def test_a_list_is_small_enough_to_be_carried_along(path: Path) -> None:
    assert path.stat().st_size < 200_000
