"""Registrations in a sheet that comes back: an export has a row for each year of each model."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from emulation_cli.register.recording.bulk_rows import rows_among
from emulation_cli.register.store import Register
from emulation_cli.taking_in.corrections.coming_back import ComingBack
from emulation_cli.taking_in.preparer import RowRefused
from emulation_cli.taking_in.taken import Changed, ListRow, Taken

Values = Mapping[str, Any]
Decided = tuple[ListRow, int, Values]
_STATED = ("new", "continued")


class Correction(NamedTuple):
    """What a row says otherwise of a registration: the field, old and new, the columns to write."""

    row: ListRow
    model: int
    column: str
    old: Any
    new: Any
    registration: int
    written: Values


class Gone(NamedTuple):
    """A year of a model that the sheet had and has no more."""

    row: ListRow
    model: int
    year: int


def _differing(
    register: Register, decided: list[Decided], back: ComingBack
) -> Iterator[Correction | Gone]:
    """What rows of our own sheet say otherwise of registrations, model by model.

    One year gone and one new is that year corrected. Nothing is said of a model that has been
    changed here since the sheet was written: its rows are refused or met elsewhere.
    """
    said: dict[int, list[tuple[ListRow, Values]]] = {}
    for row, number, values in decided:
        if row.own_id and values.get("year"):
            said.setdefault(number, []).append((row, values))
    known: dict[int, dict[int, dict[str, Any]]] = {}
    for one in rows_among(register, "registration", "model_id", list(said)):
        known.setdefault(one["model_id"], {})[_year(one["date"])] = one
    for number, rows in said.items():
        if not back.changed_since(f"M{number}"):
            yield from _of_model(number, rows, known.get(number, {}))


def _of_model(
    number: int, rows: list[tuple[ListRow, Values]], known: Mapping[int, dict[str, Any]]
) -> Iterator[Correction | Gone]:
    years = {_year(values["year"]): (row, values) for row, values in rows}
    gone, new = sorted(known.keys() - years.keys()), sorted(years.keys() - known.keys())
    if len(gone) == len(new) == 1:
        row, values = years[new[0]]
        written = {"date": _date(values)} | _stated(values)
        registration = known[gone[0]]["id"]
        yield Correction(row, number, "year", gone[0], new[0], registration, written)
    else:
        yield from (Gone(rows[0][0], number, year) for year in gone)
    for year in sorted(years.keys() & known.keys()):
        row, values = years[year]
        old, status = known[year]["status"], _stated(values).get("status")
        if old and status and old != status:
            written = {"status": status}
            yield Correction(row, number, "status", old, status, known[year]["id"], written)


def corrected(
    register: Register, decided: list[Decided], back: ComingBack, taken: Taken, *, update: bool
) -> list[Decided]:
    """Correct registrations as our own sheet says; the rows without those that are refused.

    Without `update` what a row says otherwise refuses it; a year that is gone is only told.
    """
    refused: set[int] = set()
    for one in list(_differing(register, decided, back)):
        model = f"M{one.model}"
        if isinstance(one, Gone):
            told = {"id": model, "year": one.year}
            taken.find(one.row, RowRefused("year", "registration_gone", **told), "warn")
        elif update:
            register.update("registration", one.registration, dict(one.written))
            name = str(one.row.values["name"])
            taken.changes.append(Changed(model, name, one.column, one.old, one.new))
            taken.changed.add(one.model)
        else:
            told = {"id": model, "old": one.old, "new": one.new}
            reason = RowRefused(one.column, "differs_from_register", **told)
            taken.refused.add((one.row.sheet, one.row.row))
            taken.find(one.row, reason, "block")
            refused.add(one.row.row)
    return [one for one in decided if one[0].row not in refused]


def _stated(values: Values) -> dict[str, Any]:
    status = values.get("status")
    return {"status": status} if status in _STATED else {}


def _date(values: Values) -> str:
    day = values.get("registered_on") or values["year"]
    return str(getattr(day, "iso", None) or day)


def _year(value: Any) -> int:
    return int(str(getattr(value, "iso", None) or value)[:4])
