"""The cells of a row that say otherwise than the register, as a clerk reads both sides."""

from collections.abc import Iterator, Mapping
from typing import Any

from emulation_cli.domain.catalogue.fields import Noun
from emulation_cli.register.recording.row_values import written
from emulation_cli.register.store import Register

Cell = tuple[str, Any, Any]  # its column, what stands there, what the row says


def kept_cells(
    register: Register, noun: Noun, found: Mapping[str, Any], values: Mapping[str, Any]
) -> Iterator[Cell]:
    """The columns that stay as they are; of a value that is told not its text too."""
    texts = {f"{field.name}_text" for field in map(noun.field_of, values) if field}
    for name, value in values.items():
        if name not in texts:
            old, new = (written(register, noun, name, side) for side in (found[name], value))
            yield name.removesuffix("_id"), old, new
