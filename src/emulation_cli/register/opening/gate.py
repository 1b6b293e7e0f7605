"""One gate for registers: a file opens only if it reads as one that emul itself has made.

A trigger, a view or a table that somebody changed does what it likes at the next command. So all
of them are compared with those of a fresh register of the same version, quotes and blanks made
even; what is too much, changed or missing is named.
"""

import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing, suppress
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

from emulation_cli import resources
from emulation_cli.domain.errors import Unusable
from emulation_cli.domain.patterns import pattern
from emulation_cli.register.opening import connections

_SCHEMAS = Path(__file__).parent / "schemas"
_TOKEN = pattern(
    r"""'(?:[^']|'')*'|"(?:[^"]|"")*"|`[^`]*`|\[[^\]]*\]|--[^\n]*|/\*.*?\*/|\w+|\S""", re.DOTALL
)
# A stranger's index is only a copy of columns; over an expression, or a part of the rows, or as a
# rule it would be more.
_PLAIN_INDEX = pattern(r"create index [^()]+ on [^()]+ \( [^()]+ \)")
_INDEXED = pattern(r" on (.+?) \(")
_NAMED = 8
_PASSED: set[tuple[Path, int, int]] = set()

Key = tuple[str, str]


class Stranger(NamedTuple):
    """A part of a register that is not as emul makes it: `strange`, `changed` or `missing`."""

    fault: str
    kind: str
    name: str


def check_gate(connection: sqlite3.Connection, path: Path) -> None:
    """Raises Unusable, naming the parts, for a file that no version of emul has made so."""
    # Languages are looked up before a command opens its register: once is enough.
    cookie = connection.execute("PRAGMA schema_version").fetchone()[0]
    look = (path, cookie, _version(connection))
    if look in _PASSED:
        return
    if look[2] == connections.SCHEMA_VERSION and _as_made(connection):
        _PASSED.add(look)
        return
    if found := strangers(connection):
        parts = [f"{one.kind} {one.name}" for one in found]
        more = " …" if len(parts) > _NAMED else ""
        raise Unusable("domain.strange_register", path=path, parts=", ".join(parts[:_NAMED]) + more)


def strangers(connection: sqlite3.Connection) -> list[Stranger]:
    """Whatever keeps a file from being a register, the gravest kinds first."""
    version = _version(connection)
    known = 1 <= version <= connections.SCHEMA_VERSION
    wrong = [] if known else [Stranger("strange", "version", str(version))]
    wanted = expected(version if known else connections.SCHEMA_VERSION)
    present = _parts(connection)
    wrong += [Stranger("strange", *key) for key in present if _is_strange(key, present, wanted)]
    for key, text in wanted.items():
        if key not in present:
            wrong.append(Stranger("missing", *key))
        elif _even(present[key]) != _even(text):
            wrong.append(Stranger("changed", *key))
    order = ("version", "trigger", "view", "table", "index")
    return sorted(wrong, key=lambda one: order.index(one.kind))


def let_be(connection: sqlite3.Connection) -> list[str]:
    """Tables and plain indexes of strangers: nothing comes of them, and nothing is done to them."""
    version = _version(connection)
    wanted, present = expected(version), _parts(connection)
    return [
        f"{kind} {name}"
        for kind, name in present
        if (kind, name) not in wanted and not _is_strange((kind, name), present, wanted)
    ]


def _is_strange(key: Key, present: Mapping[Key, str], wanted: Mapping[Key, str]) -> bool:
    if key in wanted or key[0] == "table":
        return False
    if key[0] != "index":
        return True
    text = _even(present[key])
    table = _INDEXED.search(text)
    ours = table is None or ("table", table[1]) in wanted
    return ours and not _PLAIN_INDEX.fullmatch(text)


def mend(connection: sqlite3.Connection) -> None:
    """Drop what strangers put in, and make ours anew, inside the caller's transaction.

    A table of ours that was changed stays so: its rows are the clerk's.
    """
    wanted = expected(_version(connection))
    for one in strangers(connection):
        if one.kind in ("trigger", "view", "index"):
            if one.fault != "missing":
                quoted = one.name.replace('"', '""')
                connection.execute(f'DROP {one.kind} IF EXISTS "{quoted}"')
            if one.fault != "strange" and not _is_there(connection, one):
                connection.execute(wanted[one.kind, one.name])
    # With a view go the triggers that stand on it.
    for one in strangers(connection):
        if one.fault == "missing" and one.kind == "trigger":
            connection.execute(wanted[one.kind, one.name])


def _is_there(connection: sqlite3.Connection, part: Stranger) -> bool:
    return (part.kind, part.name) in _parts(connection)


def _version(connection: sqlite3.Connection) -> int:
    """Asked of SQLite: the header of a file in WAL mode may be an old one."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _parts(connection: sqlite3.Connection) -> dict[Key, str]:
    rows = connection.execute(
        "SELECT type, name, sql FROM sqlite_master"
        " WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY type, name"
    )
    return {(kind, name): sql for kind, name, sql in rows}


@cache
def expected(version: int) -> Mapping[Key, str]:
    """The parts of a fresh register of a version."""
    from emulation_cli.register.log import log_triggers

    with closing(sqlite3.connect(":memory:")) as fresh:
        if version == connections.SCHEMA_VERSION:
            fresh.executescript(resources.schema().read_text("utf-8"))
            log_triggers.install(fresh)
        else:
            for name in (f"{version}.sql", f"{version}-log.sql"):
                fresh.executescript((_SCHEMAS / name).read_text("utf-8"))
        return _parts(fresh)


def known_tables(version: int) -> list[str]:
    """The names of our tables; what else lies in a file is a stranger's."""
    return [name for kind, name in expected(version) if kind == "table"]


def _even(text: str) -> str:
    """SQL with quotes, blanks, comments and capitals made even; what is in '…' stays as it is."""
    return " ".join(_even_tokens(_TOKEN.findall(text)))


def _even_tokens(tokens: Iterable[str]) -> Iterator[str]:
    for token in tokens:
        if token.startswith(("--", "/*")):
            continue
        if token[0] in '"`[':
            yield token[1:-1].lower()
        else:
            yield token if token[0] == "'" else token.lower()


# A register just as this version makes it is known by one digest: making a fresh one to compare
# with costs more than most commands. The digest is only a short cut; a test keeps it.
DIGEST = _SCHEMAS / "fresh.digest"


def _as_made(connection: sqlite3.Connection) -> bool:
    return digest_of(_parts(connection)) == DIGEST.read_bytes().decode().strip()


def digest_of(parts: Mapping[Key, str]) -> str:
    """One digest over the parts of a register."""
    text = "\0".join(f"{kind}\0{name}\0{sql}" for (kind, name), sql in sorted(parts.items()))
    return str(_sha512()(text.encode("utf-8", "surrogatepass")).hexdigest())


def _sha512() -> Callable[[bytes], Any]:
    """As `random` of the standard library has it: hashlib loads OpenSSL, a fifth of a command."""
    for module in ("_sha2", "_sha512", "hashlib"):
        with suppress(ImportError):
            return import_module(module).sha512  # type: ignore[no-any-return]
    raise ImportError
