"""A data package (frictionless): each table as plain CSV, and `datapackage.json` about them.

Raw text in UTF-8: no mark in front, nothing put before a cell. What is empty is not known.
"""

import base64
import csv
import io
import json
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, TextIO

from emulation_cli import words
from emulation_cli.render.file_sets import replacing_set
from emulation_cli.render.open_data.data_labels import description, is_day, title
from emulation_cli.render.whole_files import replacing
from emulation_cli.tallies.row_lists.all_tables import RawColumn, WholeTable

DESCRIPTOR = "datapackage.json"
METADATA = "metadata.json"
README = "README.txt"
_TYPES = {"INTEGER": "integer", "BLOB": "string"}
# A part to write to by its name, as text.
Parts = Callable[[str], Any]


def write_folder(tables: Sequence[WholeTable], folder: Path, name: str, *, parquet: bool) -> None:
    """Write the package as files of a folder, all or none; `name` is that of the register."""
    with replacing_set(folder) as aside:

        @contextmanager
        def part(file: str) -> Iterator[TextIO]:
            with (aside / file).open("w", encoding="utf-8", newline="") as out:
                yield out

        _write(tables, part, name)
        if parquet:
            from emulation_cli.render.open_data.parquet_files import add_parquet

            add_parquet(tables, aside, _field_type)


def write_zip(tables: Sequence[WholeTable], path: Path, name: str) -> None:
    """Write the package as one zip; `name` is that of the register."""
    with (
        replacing(path) as beside,
        zipfile.ZipFile(beside, "w", compression=zipfile.ZIP_DEFLATED) as parts,
    ):

        @contextmanager
        def part(file: str) -> Iterator[TextIO]:
            with parts.open(file, "w", force_zip64=True) as raw, _text(raw) as out:
                yield out

        _write(tables, part, name)


def _text(raw: IO[bytes]) -> io.TextIOWrapper:
    return io.TextIOWrapper(raw, encoding="utf-8", newline="")


def files_of(tables: Iterable[WholeTable], *, parquet: bool) -> list[str]:
    """The names of the files that a package has."""
    ends = (".csv", ".parquet") if parquet else (".csv",)
    data = [f"{table.name}{end}" for table in tables for end in ends]
    return [README, DESCRIPTOR, METADATA, *data]


def _write(tables: Sequence[WholeTable], part: Parts, name: str) -> None:
    with part(README) as out:
        out.write(words.say("open_data.readme"))
    with part(DESCRIPTOR) as out:
        json.dump(descriptor(tables, name), out, ensure_ascii=False, indent=1)
    with part(METADATA) as out:
        json.dump(_for_datasette(tables, name), out, ensure_ascii=False, indent=1)
    for table in tables:
        with part(f"{table.name}.csv") as out:
            writer = csv.writer(out, lineterminator="\n")
            writer.writerow([column.name for column in table.columns])
            writer.writerows(map(_cells, _with_whole_references(table)))


def _cells(row: Sequence[Any]) -> Sequence[Any]:
    """A row as text; the digests of the log are bytes."""
    if any(isinstance(value, bytes) for value in row):
        return [base64.b64encode(v).decode() if isinstance(v, bytes) else v for v in row]
    return row


def _with_whole_references(table: WholeTable) -> Iterator[Sequence[Any]]:
    """The rows; a vocabulary beside no code is empty too: to a package half a reference is wrong.

    SQL looks at a reference only where all of its columns have a value.
    """
    places = {column.name: place for place, column in enumerate(table.columns)}
    pairs = [
        [places[name] for name in reference.columns]
        for reference in table.references
        if len(reference.columns) > 1
    ]
    if not pairs:
        yield from table.rows()
        return
    for row in table.rows():
        empty = {place for pair in pairs if any(row[p] is None for p in pair) for place in pair}
        yield [None if place in empty else value for place, value in enumerate(row)]


def descriptor(tables: Iterable[WholeTable], name: str) -> dict[str, Any]:
    """What the package holds: names, types, keys, labels and descriptions."""
    return {
        "profile": "tabular-data-package",
        "name": "emul-register",
        "title": name,
        "description": words.say("open_data.package"),
        "resources": [_resource(table) for table in tables],
    }


def _resource(table: WholeTable) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "fields": [_field(table, column) for column in table.columns],
        "missingValues": [""],
    }
    if table.key:
        schema["primaryKey"] = list(table.key)
    if table.references:
        schema["foreignKeys"] = [
            {
                "fields": list(reference.columns),
                "reference": {
                    "resource": "" if reference.table == table.name else reference.table,
                    "fields": list(reference.others),
                },
            }
            for reference in table.references
        ]
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": f"{table.name}.csv",
        "title": description(table.name).partition(":")[0],
        "description": description(table.name),
        "encoding": "utf-8",
        "format": "csv",
        "mediatype": "text/csv",
        "schema": schema,
    }


def _field(table: WholeTable, column: RawColumn) -> dict[str, Any]:
    """A column; its labels stand in both languages, its title in that of the screen."""
    labels = {language: title(table.name, column.name, language) for language in words.LANGUAGES}
    field: dict[str, Any] = {
        "name": column.name,
        "type": _field_type(table, column),
        "title": labels[words.language()],
        "labels": labels,
    }
    if column.type == "BLOB":
        field["format"] = "binary"
    if column.name in table.key or (column.required and column.type == "INTEGER"):
        field["constraints"] = {"required": True}
    return field


def _field_type(table: WholeTable, column: RawColumn) -> str:
    return "date" if is_day(table.name, column.name) else _TYPES.get(column.type, "string")


def _for_datasette(tables: Iterable[WholeTable], name: str) -> dict[str, Any]:
    """The same descriptions as datasette shows them beside the register's own file."""
    told = {
        table.name: {
            "description": description(table.name),
            "columns": {column.name: title(table.name, column.name) for column in table.columns},
        }
        for table in tables
    }
    return {"title": name, "databases": {name: {"tables": told}}}
