"""Registers to change and to take back."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from emulation_cli.domain.times.partial_date import PartialDate
from emulation_cli.register.log import log_triggers
from emulation_cli.register.opening import register_file
from emulation_cli.register.recording import new_records
from emulation_cli.register.store import Register

Rows = dict[str, list[tuple[Any, ...]]]


@pytest.fixture
def register(register_path) -> Iterator[Register]:
    """A new register, open."""
    with register_file.create(register_path, unit_name="Huyện Cẩm Xuyên", language="vi") as opened:
        yield opened


def state(register: Register) -> Rows:
    """All that is recorded, the log aside: what an undo must bring back."""
    return {
        name: sorted(register.connection.execute(f"SELECT * FROM {name}").fetchall(), key=repr)
        for name in log_triggers.tables(register.connection)
    }


def add_unit(register: Register, name: str = "Xã Cẩm Duệ", **values: Any) -> int:
    found = new_records.add(register, "units", {"name": name, "type": "commune", **values})
    return int(found.id[1:])


def add_model(register: Register, unit: int, name: str = "Ngõ xanh") -> str:
    values = {"unit": register.unit(unit), "field": "KT", "year": PartialDate.parse("2023")}
    return new_records.add(register, "models", {"name": name, **values}).id


def add_exemplar(register: Register, unit: int, name: str = "Nguyễn Văn An", **more: Any) -> str:
    values = {"unit": register.unit(unit), "kind": "individual", "field": "kinh-te", **more}
    return new_records.add(register, "exemplars", {"name": name, **values}).id


@pytest.fixture
def lists_folder() -> Path:
    """Lists as offices send them."""
    return Path(__file__).resolve().parent.parent / "lists"
