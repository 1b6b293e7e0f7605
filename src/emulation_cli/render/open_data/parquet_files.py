"""The tables of a data package as Parquet beside the CSV, by DuckDB (the extra `parquet`)."""

from collections.abc import Callable, Iterable
from pathlib import Path

from emulation_cli.domain.errors import Refused
from emulation_cli.tallies.row_lists.all_tables import RawColumn, WholeTable

_TYPES = {"integer": "BIGINT", "date": "DATE", "string": "VARCHAR"}


def add_parquet(
    tables: Iterable[WholeTable], folder: Path, type_of: Callable[[WholeTable, RawColumn], str]
) -> None:
    """Write a Parquet file beside each CSV; raises Refused where the library is not there."""
    try:
        import duckdb
    except ImportError:
        raise Refused("open_data.no_parquet") from None
    # No network and no file of anybody's: what it does not bring it may not fetch.
    with duckdb.connect(config={"autoinstall_known_extensions": "false"}) as database:
        for table in tables:
            columns = {c.name: _TYPES[type_of(table, c)] for c in table.columns}
            source, target = (str(folder / f"{table.name}.{end}") for end in ("csv", "parquet"))
            rows = database.read_csv(
                source, columns=columns, header=True, sep=",", quotechar='"', escapechar='"'
            )
            rows.write_parquet(target)
