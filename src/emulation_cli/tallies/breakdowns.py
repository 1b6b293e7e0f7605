"""Grouped rows summed up in every direction: whatever the direction, the totals agree."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from typing import Any, NamedTuple

from emulation_cli.domain.text import vietnamese_order
from emulation_cli.register.store import Register
from emulation_cli.tallies.figures import KINDS, Row, Rows
from emulation_cli.tallies.succession import UNASSIGNED, UNASSIGNED_CODE

Code = str | int | None
Described = Callable[[Code], tuple[Any, str | None, str]]
Cell = dict[str, Any]  # the columns of one group, and `n`, how many rows it has


class Labels(NamedTuple):
    """Codes and labels of units and terms, in one language and in the order of the register."""

    register: Register
    language: str

    def terms(self, vocabulary: str) -> Described:
        """From a code to its place in the vocabulary, itself and its label."""
        terms = self.register.vocabularies.of(vocabulary)
        places = {term.code: place for place, term in enumerate(terms)}
        label = self.register.vocabularies.label

        def described(code: Code) -> tuple[Any, str | None, str]:
            if code is None:
                return len(places), None, ""
            text = str(code)
            return places.get(text, -1), text, label(vocabulary, text, self.language)

        return described

    def units(self, numbers: Collection[Code]) -> Described:
        """From a unit's number to its place, its own code (else its id) and its name."""
        return self.grouped_units(numbers)[0]

    def grouped_units(self, numbers: Collection[Code]) -> tuple[Described, dict[Code, str | None]]:
        """The same, and the group (khối) of each of these units."""
        rows = self.register.rows(
            "SELECT id, unit_code, name, unit_group FROM units WHERE id IN"
            f" ({', '.join(str(int(n)) for n in set(numbers) if n is not None)})"
        )
        found = {row["id"]: (row["id"], row["unit_code"], row["name"]) for row in rows}
        if UNASSIGNED in numbers:
            label = self.register.vocabularies.label("unit_state", UNASSIGNED_CODE, self.language)
            found[UNASSIGNED] = (float("inf"), UNASSIGNED_CODE, label)
        groups = {row["id"]: row["unit_group"] for row in rows}
        return lambda number: found.get(number, (float("inf"), None, "")), groups

    def records(self, noun: str, ids: Collection[Code]) -> Described:
        """From the id of an event (E2) or a decision (D5) to its place by date, itself, its name.

        `noun` is the name of the table.
        """
        numbers = ", ".join(str(int(str(one)[1:])) for one in ids if one is not None)
        name = "name" if noun == "event" else "number"
        found = {
            row["id"]: (row["first_day"] or "9999", row["id"], row["label"])
            for row in self.register.rows(
                f"SELECT id, first_day, {name} AS label FROM {noun} WHERE id IN ({numbers})"
            )
        }

        def described(code: Code) -> tuple[Any, str | None, str]:
            if code is None:
                return ("~",), None, ""
            day, number, label = found[int(str(code)[1:])]
            return (day, number), str(code), label

        return described


def year(code: Code) -> tuple[Any, str | None, str]:
    """A year stands for itself."""
    return (code, str(code), str(code)) if code is not None else ("9999", None, "")


def text(code: Code) -> tuple[Any, str | None, str]:
    """A value that no vocabulary holds stands for itself: a group of units, yes or no."""
    found = None if code is None else str(code)
    return (found is None, vietnamese_order(found or "")), found, found or ""


def totals(cells: Iterable[Cell], column: str, codes: Iterable[str]) -> dict[str, int]:
    """How many rows each of these codes has in a column; 0 where there are none."""
    counted = dict.fromkeys(codes, 0)
    for cell in cells:
        counted[cell[column]] += cell["n"]
    return counted


def breakdown(
    cells: Iterable[Cell],
    column: str,
    described: Described,
    *,
    across: str = "kind",
    measures: Iterable[str] = KINDS,
) -> Rows:
    """One row for each code of a column: the total, and the number of each measure across it."""
    sums: defaultdict[Code, dict[str, int]] = defaultdict(
        lambda: dict.fromkeys(("total", *measures), 0)
    )
    for cell in cells:
        numbers = sums[cell[column]]
        numbers["total"] += cell["n"]
        if cell.get(across) in numbers:
            numbers[cell[across]] += cell["n"]
    rows = [(*described(code), numbers) for code, numbers in sums.items()]
    rows.sort(key=lambda row: row[0])
    return tuple(Row(code, label, numbers) for _place, code, label, numbers in rows)
