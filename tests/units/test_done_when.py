"""The eight communes and what is left of the district add up to the district, figure for figure."""

import json
from collections import Counter
from pathlib import Path

import pytest

from emulation_cli import resources

COMMUNES = (
    "Xã Cẩm Xuyên", "Xã Thiên Cầm", "Xã Cẩm Duệ", "Xã Cẩm Hưng", "Xã Cẩm Lạc", "Xã Cẩm Trung",
    "Xã Yên Hòa", "Xã Cẩm Bình",
)  # fmt: skip
MERGERS = resources.sample_lists() / "2025" / "sap-nhap.xlsx"
# Which unit a figure stands under is what the mergers changed; ids are those of each register.
NOT_ADDED = ("by_unit", "by_event")


def report(emul, db, *words) -> dict:
    return json.loads(
        emul(
            "--db", db, "report", "2021-2025", "--models", "2018-2025", *words, "--format", "json"
        ).stdout
    )


def figures(value, path=()) -> Counter:
    """Every number of a report under the way to it; rows by their code."""
    if isinstance(value, dict):
        return sum(
            (figures(v, (*path, k)) for k, v in value.items() if k not in NOT_ADDED), Counter()
        )
    if isinstance(value, list):
        return sum((figures(row, (*path, row["code"])) for row in value), Counter())
    return Counter({path: value} if type(value) is int and path[0] != "version" else {})


@pytest.fixture
def registers(emul, demo_register) -> dict[str, Path]:
    """The district's register with the mergers of 2025, extracts of it, and the province's."""
    emul("import", MERGERS)
    made = {"district": demo_register}
    for number, unit in enumerate((*COMMUNES, "Huyện Cẩm Xuyên")):
        made[unit] = Path(f"{number}.db")
        emul("extract", "--unit", unit, "-o", made[unit])
    made["city"] = _city(emul)
    made["province"] = Path("province.db")
    emul("--db", "province.db", "init", "--unit", "Tỉnh Hà Tĩnh", "--yes")
    emul("--db", "province.db", "merge", *(f"{n}.db" for n in range(9)), "city.db")
    return made


def _city(emul) -> Path:
    """The register of another district, with a commune that went into xã Cẩm Bình too."""
    city = Path("city.db")
    emul("--db", city, "init", "--unit", "Thành phố Hà Tĩnh", "--yes")
    for name, type_, *more in (
        ("Tỉnh Hà Tĩnh", "tỉnh", "--code", "THT"),
        ("Thành phố Hà Tĩnh", "thành phố", "--code", "TPHT", "--parent", "THT"),
        ("Xã Thạch Bình", "xã", "--code", "THB", "--parent", "TPHT"),
        ("Xã Cẩm Bình", "xã", "--code", "CB25", "--parent", "THT"),
    ):
        emul("--db", city, "add-unit", "--name", name, "--type", type_, *more)
    emul("--db", city, "succeed", "THB", "--by", "CB25", "--on", "01/07/2025")
    for name in ("Phạm Thị Mẫu", "Lê Văn Mẫu"):
        words = ("--name", name, "--kind", "CN", "--unit", "THB", "--field", "Y tế")
        emul("--db", city, "add-exemplar", *words, "--date", "2023")
    return city


def test_the_parts_add_up_to_the_district(emul, registers) -> None:
    whole = figures(report(emul, registers["district"]))
    province = registers["province"]

    parts = [figures(report(emul, province, "--unit", unit, "--units", "now")) for unit in COMMUNES]
    left = figures(report(emul, province, "--unit", "Huyện Cẩm Xuyên", "--units", "now"))
    outside = figures(report(emul, province, "--unit", "Xã Thạch Bình", "--units", "then"))

    together = sum(parts, left)
    together.subtract(outside)
    assert outside["exemplars", "total"] == 2
    assert min(part["exemplars", "total"] for part in parts) > 0
    assert left["exemplars", "total"] > 0
    assert {k: (whole[k], together[k]) for k in whole | together if whole[k] != together[k]} == {}


def test_a_commune_reports_from_its_own_register_what_the_province_has_of_it(
    emul, registers
) -> None:
    for unit in COMMUNES[:-1]:
        own = figures(report(emul, registers[unit], "--unit", unit))
        assert own == figures(report(emul, registers["province"], "--unit", unit))


def test_every_register_is_well_and_the_merge_changes_nothing_when_repeated(
    emul, registers
) -> None:
    for unit in COMMUNES:
        emul("--db", registers[unit], "check", "--deep")
    before = emul("--db", "province.db", "list", "exemplars", "--format", "csv").stdout

    told = emul("--db", "province.db", "merge", *(f"{n}.db" for n in range(9)), "city.db")

    assert "Nothing is new" in told.stderr
    assert emul("--db", "province.db", "list", "exemplars", "--format", "csv").stdout == before
