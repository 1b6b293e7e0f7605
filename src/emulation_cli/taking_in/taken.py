"""What became of the rows of a list, told of each."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple, Protocol

from emulation_cli.domain.text import comparing_key
from emulation_cli.taking_in.preparer import RowRefused


class ListRow(Protocol):
    """A record as a list gives it: typed values by field (intake/)."""

    @property
    def sheet(self) -> str | None: ...
    @property
    def row(self) -> int: ...
    @property
    def own_id(self) -> str | None: ...
    @property
    def values(self) -> Mapping[str, Any]: ...


class Finding(NamedTuple):
    """A problem that only the register could see: with a row, or `of_list` with the first such."""

    sheet: str | None
    row: int
    column: str
    code: str
    severity: str
    values: Mapping[str, Any]
    of_list: bool = False


class Changed(NamedTuple):
    """A column of a record that a list filled or overwrote; `old` is None where nothing stood."""

    record: str  # its short id
    name: str
    column: str
    old: Any
    new: Any


@dataclass
class Taken:
    """What became of the rows of one list. A record is counted once, however many rows it has.

    `rows` has the row of each record added, in the order of their numbers.
    """

    noun: str
    added: set[int] = field(default_factory=set)
    changed: set[int] = field(default_factory=set)
    met: set[int] = field(default_factory=set)
    rows: list[int] = field(default_factory=list)
    refused: set[tuple[str | None, int]] = field(default_factory=set)
    changes: list[Changed] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    @property
    def counts(self) -> dict[str, int]:
        """How many records were added, changed and left as they are."""
        changed = self.changed - self.added
        unchanged = self.met - self.added - self.changed
        return {"added": len(self.added), "changed": len(changed), "unchanged": len(unchanged)}

    def add(self, part: "Taken") -> None:
        """Take up what became of a part of the list."""
        for name in ("added", "changed", "met", "refused"):
            getattr(self, name).update(getattr(part, name))
        self.rows += part.rows
        self.changes += part.changes
        self.findings += part.findings

    def find(self, row: ListRow, refusal: RowRefused, severity: str) -> None:
        """Note a problem with a row."""
        finding = Finding(
            row.sheet, row.row, refusal.column, refusal.code, severity, refusal.values
        )
        self.findings.append(finding)


def same(old: Any, new: Any) -> bool:
    """Whether a list says what stands there; the case of letters is no difference."""
    if old == new:
        return True
    return (
        isinstance(old, str) and isinstance(new, str) and comparing_key(old) == comparing_key(new)
    )
