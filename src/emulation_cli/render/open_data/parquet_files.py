"""The tables of a data package as Parquet beside the CSV, by DuckDB (the extra `parquet`)."""

from collections.abc import Callable, Iterable
from pathlib import Path

from emulation_cli.domain.errors import Refused
from emulation_cli.tallies.row_lists.all_tables import Column, WholeTable

_TYPES = {"integer": "BIGINT", "date": "DATE", "string": "VARCHAR"}


def add_parquet(
    tables: Iterable[WholeTable], folder: Path, type_of: Callable[[WholeTable, Column], str]
) -> None:
    """Write a Parquet file beside each CSV; raises Refused where the library is not there."""
    try:
        import duckdb
    except ImportError:
        raise Refused("open_data.no_parquet") from None
    with duckdb.connect() as database:
        # No network and no file of anybody's: what it does not bring it may not fetch.
        database.execute("SET autoinstall_known_extensions = false")
        for table in tables:
            types = {c.name: _TYPES[type_of(table, c)] for c in table.columns}
            columns = ", ".join(f"'{name}': '{kind}'" for name, kind in types.items())
            source, target = (folder / f"{table.name}.{end}" for end in ("csv", "parquet"))
            database.execute(
                f"COPY (SELECT * FROM read_csv({_quoted(source)}, header = true, delim = ',',"
                f" quote = '\"', escape = '\"', auto_detect = false, columns = {{{columns}}}))"
                f" TO {_quoted(target)} (FORMAT parquet)"
            )


def _quoted(path: Path) -> str:
    return "'" + str(path).replace("'", "''") + "'"
