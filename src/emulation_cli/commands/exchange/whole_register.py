"""`export --all` and `--postgres`: the whole register, for any other program."""

from pathlib import Path
from typing import TYPE_CHECKING

from emulation_cli.commands.frame.desk import tell
from emulation_cli.commands.frame.output import tell_absent_years, tell_written
from emulation_cli.commands.frame.written_files import permit, remember
from emulation_cli.domain.errors import FileTrouble, Usage
from emulation_cli.domain.text import safe
from emulation_cli.render.whole_files import suffix_of, text_file
from emulation_cli.tallies.row_lists.all_tables import WholeTable, everything

if TYPE_CHECKING:
    from emulation_cli.register.store import Register

_ARCHIVE, _SCRIPT = "emul.zip", "emul.sql"


def write_whole(
    register: "Register", output: str | None, *, parquet: bool, postgres: bool, yes: bool
) -> None:
    """Write a data package to a zip or a folder, or a script for PostgreSQL.

    Raises Usage where the file cannot be what was asked for, FileTrouble where it cannot be
    written; then nothing is.
    """
    if parquet and postgres:
        raise Usage("cli.only_one_of", options="--parquet, --postgres")
    path = Path(output or (_SCRIPT if postgres else _ARCHIVE))
    with everything(register) as tables:
        if postgres:
            _script(tables, path, yes=yes)
        elif path.suffix:
            if parquet:
                raise Usage("open_data.parquet_in_folder", path=safe(str(path)))
            _zip(tables, path, register.path.stem, yes=yes)
        else:
            _folder(tables, path, register.path.stem, parquet=parquet, yes=yes)
    tell_absent_years(register)


def _script(tables: list[WholeTable], path: Path, *, yes: bool) -> None:
    from emulation_cli.render.open_data.postgres_script import write_script

    suffix_of(path, (".sql",))
    permit(path, yes=yes)
    with text_file(path) as out:
        write_script(tables, out)
    tell_written(str(path))


def _zip(tables: list[WholeTable], path: Path, name: str, *, yes: bool) -> None:
    from emulation_cli.render.open_data.data_package import write_zip

    if not path.is_dir():  # that is told as such
        suffix_of(path, (".zip",))
    permit(path, yes=yes)
    write_zip(tables, path, name)
    tell_written(str(path))


def _folder(tables: list[WholeTable], folder: Path, name: str, *, parquet: bool, yes: bool) -> None:
    """Nobody wants some sixty files among his own: only a package is written over."""
    from emulation_cli.render.open_data import data_package

    if folder.is_file() or (folder.is_dir() and _is_of_others(folder)):
        raise FileTrouble("open_data.folder_in_use", path=safe(str(folder)))
    files = [folder / file for file in data_package.files_of(tables, parquet=parquet)]
    for file in files:
        permit(file, yes=yes)
    data_package.write_folder(tables, folder, name, parquet=parquet)
    for file in files:
        remember(file)
    tell("find.written", file=folder)


def _is_of_others(folder: Path) -> bool:
    return any(folder.iterdir()) and not (folder / "datapackage.json").exists()
