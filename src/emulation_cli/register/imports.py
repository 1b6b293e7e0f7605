"""The log of imports: which file was taken in when, sheet by sheet."""

from collections.abc import Iterable, Mapping
from typing import Any

from emulation_cli.domain.catalogue.refs import Ref
from emulation_cli.register.store import Register


def imported_before(register: Register, digest: str) -> tuple[str, str] | None:
    """The last import that took in this very file, and its day (ISO); None if none did."""
    found = register.row(
        "SELECT import.id, substr(import.at, 1, 10) AS day FROM import_list"
        " JOIN import ON import.id = import_list.import_id WHERE digest = ?"
        " ORDER BY import.id DESC LIMIT 1",
        (digest,),
    )
    return (str(Ref("imports", found["id"])), found["day"]) if found else None


def log_import(register: Register, change_id: int, lists: Iterable[Mapping[str, Any]]) -> str:
    """Note what was taken in from which file and sheet; gives the short id of the import.

    Each of `lists` holds the columns of import_list.
    """
    number = register.insert("import", {"change_id": change_id})
    for values in lists:
        register.insert("import_list", {"import_id": number, **values})
    return str(Ref("imports", number))
