"""A small district whose communes merge and split, and random maps of units."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from emulation_cli.domain.offices.units import Unit
from emulation_cli.domain.times.partial_date import PartialDate
from emulation_cli.register.opening.register_file import create
from emulation_cli.register.recording import new_records, unit_successions
from emulation_cli.register.store import Register

settings.register_profile("usual", max_examples=40, deadline=None, derandomize=True, database=None)
settings.register_profile("deep", max_examples=3000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS", "usual"))


def new_register(path: Path, name: str = "Huyện Cẩm Xuyên") -> Register:
    """An empty register that need not outlive a power cut."""
    register = create(path, unit_name=name, language="vi")
    register.connection.execute("PRAGMA synchronous = OFF")
    return register


def add_unit(register: Register, name: str, type: str = "commune", **values: object) -> Unit:
    recorded = new_records.add(register, "units", {"name": name, "type": type, **values})
    return register.unit(int(recorded.id[1:]))


def add_exemplar(register: Register, name: str, unit: Unit, date: str = "2023") -> str:
    values = {"name": name, "kind": "individual", "unit": unit, "field": "Y tế"}
    return new_records.add(register, "exemplars", {**values, "discovered": PartialDate(date)}).id


@pytest.fixture
def district(register_path: Path) -> Iterator[Register]:
    """Cẩm Quang and Cẩm Quan became xã Cẩm Xuyên; Cẩm Duệ a new Cẩm Duệ; Cẩm Sơn was split."""
    with new_register(register_path) as register:
        above = add_unit(register, "Huyện Cẩm Xuyên", "district")
        old = [
            add_unit(register, name, parent=above)
            for name in ("Xã Cẩm Quang", "Xã Cẩm Quan", "Xã Cẩm Duệ", "Xã Cẩm Sơn")
        ]
        add_unit(register, "Huyện đoàn Cẩm Xuyên", "mass_organisation", parent=above)
        province = add_unit(register, "Tỉnh Hà Tĩnh", "province")
        new = [
            add_unit(register, name, parent=province, valid_from="2025-07-01")
            for name in ("Xã Cẩm Xuyên", "Xã Cẩm Duệ", "Xã Cẩm Lạc", "Xã Cẩm Hưng")
        ]
        unit_successions.succeed(register, old[:2], new[:1], "2025-07-01", "1665/NQ-UBTVQH15")
        unit_successions.succeed(register, old[2:3], new[1:2], "2025-07-01")
        unit_successions.succeed(register, old[3:], new[2:], "2025-07-01")
        for number, unit in enumerate(old):
            add_exemplar(register, f"Người mẫu {number}", unit)
        add_exemplar(register, "Người mẫu mới", new[1], "2026")
        yield register
