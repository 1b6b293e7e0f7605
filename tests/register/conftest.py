"""A register of a district with some units, and how hard hypothesis tries."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from emulation_cli.register.opening.register_file import create, open_register
from emulation_cli.register.recording.new_records import add
from emulation_cli.register.store import Register

from .lists import day

settings.register_profile("usual", max_examples=60, deadline=None, derandomize=True, database=None)
settings.register_profile("deep", max_examples=3000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS", "usual"))


@pytest.fixture(scope="session")
def new_register(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A new register without any record, as a file's bytes: to make one takes a while."""
    path = tmp_path_factory.mktemp("register") / "new.db"
    create(path, unit_name="Huyện Cẩm Xuyên", language="vi").close()
    return path.read_bytes()


@pytest.fixture
def empty(register_path: Path, new_register: bytes) -> Iterator[Register]:
    """A register without any record."""
    register_path.write_bytes(new_register)
    with open_register(register_path) as register:
        register.connection.execute("PRAGMA synchronous = OFF")  # no test cuts the power
        yield register


@pytest.fixture
def register(empty: Register) -> Register:
    """A register with a district (U1) and two communes (U2, U3)."""
    add(empty, "units", {"name": "Huyện Cẩm Xuyên", "type": "district", "code": "CX"})
    district = empty.unit(1)
    add(empty, "units", {"name": "Xã Cẩm Duệ", "type": "commune", "parent": district})
    add(empty, "units", {"name": "Xã Cẩm Hà", "type": "commune", "parent": district})
    return empty


@pytest.fixture
def rows(register) -> dict[str, dict[str, Any]]:
    """One row of a list for each register."""
    unit = register.unit(2)
    form = register.vocabularies.find("form", "Giấy khen")
    return {
        "units": {"name": "Xã Cẩm Quan", "type": "commune", "parent": "Huyện Cẩm Xuyên", "other_names": ("Quan",)},
        "decisions": {"number": "1/QĐ-UBND", "date": day("04/10/2023"), "body": "UBND huyện", "level": "district"},
        "events": {"name": "Hội nghị biểu dương", "type": "praise", "date": day("04/10/2023")},
        "exemplars": {
            "name": "Nguyễn Văn Hòa", "kind": "individual", "unit": unit, "field": "Nghề cá",
            "discovered": day("2021"), "fostered": day("05/2022"),
        },
        "models": {
            "name": "Tổ tự quản", "kind": "collective", "unit": unit, "field": "KT", "year": 2021,
            "status": "new", "recognised": day("2022"), "recognised_level": "district",
        },
        "honours": {
            "recipient": "Trần Thị Đào", "kind": "individual", "unit": unit, "act": "commend",
            "form": form, "decision_number": "1/QĐ-UBND", "decision_date": day("04/10/2023"),
            "amount": 500_000,
        },
    }  # fmt: skip
