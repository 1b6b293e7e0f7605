"""JSON and CSV: codes, ISO dates and plain numbers, for programs (docs/data.md)."""

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, TextIO

from emulation_cli.domain.text import safe

if TYPE_CHECKING:
    from emulation_cli.tallies.measures.figures import ReportFigures
    from emulation_cli.tallies.row_lists.listings import Listing

# A spreadsheet takes a cell that begins so for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝")


def json_report(figures: "ReportFigures", out: TextIO) -> None:
    values = figures.as_json()
    if figures.earlier:
        from emulation_cli.tallies.comparison import as_json

        values["comparison"] = as_json(figures, figures.earlier)
    write_json(values, out)


def json_listing(rows: "Listing", out: TextIO) -> None:
    """A list of objects, one for each row, with the columns of the contract."""
    out.write("[")
    for number, row in enumerate(rows.rows):
        named = dict(zip(rows.columns, row, strict=True))
        out.write((",\n " if number else "") + _written(named))
    out.write("]\n")


def as_rows(rows: "Listing") -> list[dict[str, Any]]:
    """The rows of a list by the names of their columns."""
    return [dict(zip(rows.columns, row, strict=True)) for row in rows.rows]


def csv_report(figures: "ReportFigures", out: TextIO) -> None:
    from emulation_cli.documents.figure_lines import FigureLine, figure_lines, reported_lines

    write_csv(FigureLine._fields, [*figure_lines(figures), *reported_lines(figures)], out)


def csv_listing(rows: "Listing", out: TextIO) -> None:
    write_csv(rows.columns, rows.rows, out)


def write_json(value: Any, out: TextIO) -> None:
    """A line for each part: `indent` would leave the fast encoder for one in Python."""
    if isinstance(value, dict):
        lines = [f"{_compact(name)}: {_written(part)}" for name, part in value.items()]
        start, end = "{", "}"
    else:
        lines, start, end = [_written(part) for part in value], "[", "]"
    out.write(start + ",\n ".join(lines) + end + "\n")


def _compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _written(value: Any) -> str:
    """A part with its texts made safe; they are gone through only where one may have to be."""
    text = _compact(value)
    return text if text.isprintable() and "\\" not in text else _compact(_safe(value))


def _safe(value: Any) -> Any:
    if isinstance(value, str):
        return safe(value)
    if isinstance(value, dict):
        return {name: _safe(part) for name, part in value.items()}
    if isinstance(value, list | tuple):
        return [_safe(part) for part in value]
    return value


def write_csv(columns: tuple[str, ...], rows: Iterable[tuple[Any, ...]], out: TextIO) -> None:
    import csv

    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_cell(value) for value in row] for row in rows)


def _cell(value: Any) -> Any:
    """A value as a spreadsheet may open it: text is never a formula."""
    if not isinstance(value, str):
        return value
    return safe("'" + value if value.startswith(_FORMULA) else value)
