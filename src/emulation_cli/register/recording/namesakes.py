"""What speaks against a new unit: another one of its name."""

from collections.abc import Mapping
from typing import Any

from emulation_cli.domain.catalogue.refs import Ref
from emulation_cli.domain.text import comparing_key
from emulation_cli.register.store import Register

Row = Mapping[str, Any]


def namesakes(register: Register, row: Row) -> list[dict[str, Any]]:
    """The living units of a new unit's name that nothing known tells from it but code or type.

    Two parents that are known and differ, or lives that do not meet, make two units.
    """
    sql = "SELECT * FROM unit WHERE name_key = ? AND cancelled_on IS NULL AND id IS NOT ?"
    return [
        one
        for one in register.rows(sql, (row["name_key"], row.get("id")))
        if comparing_key(one["name"]) == comparing_key(row["name"]) and not _apart(one, row)
    ]


def _apart(one: Row, other: Row) -> bool:
    parents = {one.get("parent_id"), other.get("parent_id")} - {None}
    return len(parents) > 1 or lived_apart(one, other)


def lived_apart(one: Row, other: Row) -> bool:
    """The commune of before 2025 and that of today are two, though one name serves both."""
    return any(
        (earlier.get("valid_to") or "9999") < (later.get("valid_from") or "")
        for earlier, later in ((one, other), (other, one))
    )


def named(found: list[dict[str, Any]]) -> str:
    """«U3 Xã Cẩm Duệ», for each unit found."""
    return ", ".join(f"{Ref('units', one['id'])!s} {one['name']}" for one in found)
