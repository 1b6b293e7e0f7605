"""How lists look in the wild: cells to records and problems; never touches a register."""

from emulation_cli.intake.list_reading import read_lists
from emulation_cli.intake.model import (
    DecisionFacts,
    Hints,
    Lookup,
    Problem,
    Reading,
    Record,
    SheetReading,
    Skipped,
)

__all__ = [
    "DecisionFacts", "Hints", "Lookup", "Problem", "Reading", "Record", "SheetReading", "Skipped",
    "read_lists",
]  # fmt: skip
