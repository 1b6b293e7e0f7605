"""What `emul list` answers: the rows behind a figure, chosen by the very rules of the report."""

from dataclasses import dataclass
from typing import Any

from emulation_cli.domain.period import Period
from emulation_cli.domain.units import Unit


@dataclass(frozen=True)
class ListRequest:
    """What `list NOUN` is asked. Codes, ISO days; None means not asked for."""

    noun: str
    period: Period | None = None
    cut_off: str | None = None
    unit: Unit | None = None
    field: str | None = None
    kind: str | None = None
    filters: tuple[tuple[str, Any], ...] = ()  # further columns and the code each must have
    show: str = "counted"  # counted | not_placed | cancelled | proposed


@dataclass(frozen=True)
class Listing:
    """Rows in a stable order under the columns of the contract (codes, not labels)."""

    noun: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
