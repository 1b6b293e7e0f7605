"""The register as a script for PostgreSQL: schema, data by COPY, keys, views, descriptions.

`psql -f` takes it in one transaction: all of it or nothing. The views are those of the register,
with the few words changed that SQLite calls otherwise, so that they answer as they do here.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any, TextIO

from emulation_cli.render.open_data.data_labels import description, title
from emulation_cli.tallies.row_lists.all_tables import RawReference, WholeTable

SCHEMA = "emul"
_TYPES = {"INTEGER": "bigint", "BLOB": "bytea"}
_ESCAPED = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})


def write_script(tables: Sequence[WholeTable], out: TextIO) -> None:
    """Write the script; the rows go through one by one."""
    out.write(
        f"\\set ON_ERROR_STOP on\nSET client_encoding = 'UTF8';\nBEGIN;\n"
        f"CREATE SCHEMA {SCHEMA};\nSET LOCAL search_path = {SCHEMA};\n"
    )
    for table in tables:
        if table.view is None:
            out.write(_created(table))
            _copy(table, out)
    out.writelines(_known_by(tables))
    for table in tables:
        out.writelines(_keys(table))
    for table in tables:
        if table.view is not None:
            out.write(_translated(table.view) + ";\n")
        out.writelines(_comments(table))
    out.write("COMMIT;\n")


def _name(name: str) -> str:
    return f'"{name}"'


def _names(names: Sequence[str]) -> str:
    return ", ".join(map(_name, names))


def _created(table: WholeTable) -> str:
    columns = [
        f"  {_name(column.name)} {_TYPES.get(column.type, 'text')}"
        + (" NOT NULL" if column.required else "")
        for column in table.columns
    ]
    if table.key:
        columns.append(f"  PRIMARY KEY ({_names(table.key)})")
    return f"CREATE TABLE {_name(table.name)} (\n" + ",\n".join(columns) + "\n);\n"


def _copy(table: WholeTable, out: TextIO) -> None:
    names = _names([column.name for column in table.columns])
    out.write(f"COPY {_name(table.name)} ({names}) FROM stdin;\n")
    out.writelines("\t".join(map(_cell, row)) + "\n" for row in table.rows())
    out.write("\\.\n")


def _cell(value: Any) -> str:
    """A value in COPY's text format; PostgreSQL has no place for the character of number 0."""
    if value is None:
        return "\\N"
    if isinstance(value, bytes):
        return "\\\\x" + value.hex()
    return str(value).replace("\0", "").translate(_ESCAPED)


def _known_by(tables: Sequence[WholeTable]) -> Iterator[str]:
    """The columns besides the key that other rows name a row by."""
    keys = {table.name: table.key for table in tables}
    references = {(r.table, r.others): None for table in tables for r in table.references}
    for table, others in references:
        if others != keys[table]:
            yield f"ALTER TABLE {_name(table)} ADD UNIQUE ({_names(others)});\n"


def _keys(table: WholeTable) -> Iterator[str]:
    for reference in table.references:
        yield _reference(table.name, reference)
        # PostgreSQL makes no index for what refers to another row; the views join by them.
        yield f"CREATE INDEX ON {_name(table.name)} ({_names(reference.columns)});\n"


def _reference(table: str, reference: RawReference) -> str:
    return (
        f"ALTER TABLE {_name(table)} ADD FOREIGN KEY ({_names(reference.columns)})"
        f" REFERENCES {_name(reference.table)} ({_names(reference.others)});\n"
    )


def _translated(view: str) -> str:
    """A view of schema.sql, which keeps to what both know but for this one word."""
    return re.sub(r"\bifnull\(", "coalesce(", view)


def _comments(table: WholeTable) -> Iterator[str]:
    kind = "TABLE" if table.view is None else "VIEW"
    if told := description(table.name):
        yield f"COMMENT ON {kind} {_name(table.name)} IS {_text(told)};\n"
    for column in table.columns:
        label = _text(title(table.name, column.name))
        yield f"COMMENT ON COLUMN {_name(table.name)}.{_name(column.name)} IS {label};\n"


def _text(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
