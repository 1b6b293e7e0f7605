"""One gate for registers: a file opens only if it reads as one that emul itself has made.

A trigger, a view or a table that somebody changed does what it likes at the next command. So all
of them are compared with those of a fresh register of the same version, quotes and blanks made
even; what is too much, changed or missing is named.
"""

import re
import sqlite3
from collections.abc import Collection, Mapping
from contextlib import closing, suppress
from functools import cache
from pathlib import Path
from typing import NamedTuple

from emulation_cli import resources
from emulation_cli.domain.errors import Unusable
from emulation_cli.domain.hashes import sha2
from emulation_cli.domain.patterns import pattern
from emulation_cli.register.opening import connections

_SCHEMAS = Path(__file__).parent / "schemas"
# Blanks and words as SQLite has them: a letter beyond ASCII is part of a word, no blank ends one
# but these five.
_WORD = r"[0-9A-Za-z_$\x80-\U0010ffff]+"
_TOKEN = pattern(
    r"""'(?:[^']|'')*'|"(?:[^"]|"")*"|`(?:[^`]|``)*`|\[[^\]]*\]|--[^\n]*|/\*.*?\*/|"""
    + _WORD
    + r"|[^ \t\n\f\r]",
    re.DOTALL,
)
_QUOTED = {'"': '"', "`": "`", "[": "]", "'": "'"}
# A stranger's index is only a copy of columns; over an expression, or a part of the rows, or as a
# rule it would be more.
_COLUMN = rf'(?:{_WORD}|"[^"]*")(?: collate (?:binary|nocase|rtrim))?(?: asc| desc)?'
_COLUMNS = pattern(rf"{_COLUMN}(?: , {_COLUMN})*")
# What SQLite makes of itself, word for word: anybody can give another thing such a name.
_OF_SQLITE = (
    "CREATE TABLE sqlite_sequence(name,seq)",
    "CREATE TABLE sqlite_stat1(tbl,idx,stat)",
    "CREATE TABLE sqlite_stat4(tbl,idx,neq,nlt,ndlt,sample)",
)
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
    made = _made(version if known else connections.SCHEMA_VERSION)
    present = _parts(connection)
    wrong += [Stranger("strange", *key) for key in present if _is_strange(key, present[key], made)]
    for key, text in made.parts.items():
        if key not in present:
            wrong.append(Stranger("missing", *key))
        elif _even(present[key], made.names) != _even(text, made.names):
            wrong.append(Stranger("changed", *key))
    order = ("version", "trigger", "view", "table", "index")
    return sorted(wrong, key=lambda one: order.index(one.kind) if one.kind in order else -1)


def let_be(connection: sqlite3.Connection) -> list[str]:
    """Tables and plain indexes of strangers: nothing comes of them, and nothing is done to them."""
    made, present = _made(_version(connection)), _parts(connection)
    return [
        f"{kind} {name}"
        for (kind, name), text in present.items()
        if (kind, name) not in made.parts and not _is_strange((kind, name), text, made)
    ]


def _is_strange(key: Key, text: str, made: "_Made") -> bool:
    """SQLite makes what a text says, whatever kind and name stand beside it: both must agree."""
    if key in made.parts:
        return False
    words = [word for word in _tokens(text, made.names) if word != "virtual"]
    if words[:2] != ["create", key[0]] or _bare(words[2:3]) != key[1].lower():
        return True
    if key[0] == "table":
        return False
    if key[0] != "index":
        return True
    ours = words[3:4] != ["on"] or ("table", _bare(words[4:5])) in made.parts
    columns = " ".join(words[6:-1])
    return ours and not (words[5:6] + words[-1:] == ["(", ")"] and _COLUMNS.fullmatch(columns))


def _bare(words: list[str]) -> str:
    """A name without its quotes, which in a text of SQLite's own may be those of a string."""
    word = words[0] if words else ""
    if _QUOTED.get(word[:1]) != word[1:][-1:] or not word:
        return word.lower()
    end = word[-1]
    return word[1:-1].replace(end * 2, end).lower()


def mend(connection: sqlite3.Connection) -> None:
    """Drop what strangers put in, and make ours anew, inside the caller's transaction.

    A table of ours that was changed stays so: its rows are the clerk's.
    """
    wanted = expected(_version(connection))
    for one in strangers(connection):
        if one.kind in ("trigger", "view", "index"):
            if one.fault != "missing":
                quoted = one.name.replace('"', '""')
                # What is not what it is called cannot be dropped: it is left, and named.
                with suppress(sqlite3.OperationalError):
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
    marks = ", ".join("?" * len(_OF_SQLITE))
    rows = connection.execute(
        f"SELECT type, name, sql FROM sqlite_master WHERE sql NOT IN ({marks}) ORDER BY type, name",
        _OF_SQLITE,
    )
    parts: dict[Key, str] = {}
    for kind, name, sql in rows:
        key = kind or "", name or ""
        # Of two by one name the second is called otherwise than its text says, so it is strange.
        parts[key if key not in parts else (key[0], f"{name} (2)")] = sql
    return parts


class _Made(NamedTuple):
    """A fresh register of a version: its parts, and the names of them and of their columns."""

    parts: Mapping[Key, str]
    names: frozenset[str]


def expected(version: int) -> Mapping[Key, str]:
    """The parts of a fresh register of a version."""
    return _made(version).parts


@cache
def _made(version: int) -> _Made:
    from emulation_cli.register.log import log_triggers

    with closing(sqlite3.connect(":memory:")) as fresh:
        if version == connections.SCHEMA_VERSION:
            fresh.executescript(resources.schema().read_text("utf-8"))
            log_triggers.install(fresh)
        else:
            for name in (f"{version}.sql", f"{version}-log.sql"):
                fresh.executescript((_SCHEMAS / name).read_text("utf-8"))
        parts = _parts(fresh)
        tables = [name for kind, name in parts if kind == "table"]
        columns = {
            row[1] for table in tables for row in fresh.execute(f"PRAGMA table_xinfo({table})")
        }
        return _Made(parts, frozenset(columns.union(name for _, name in parts)))


def known_tables(version: int) -> list[str]:
    """The names of our tables; what else lies in a file is a stranger's."""
    return [name for kind, name in expected(version) if kind == "table"]


def _even(text: str, names: Collection[str]) -> str:
    """SQL with blanks, comments, capitals and the quotes of our names made even."""
    return " ".join(_tokens(text, names))


def _tokens(text: str, names: Collection[str]) -> list[str]:
    """What is in '…' stays as it is; so does any other thing in quotes: "left" is no LEFT, and
    within quotes half of a question may be swallowed.
    """
    tokens = (token for token in _TOKEN.findall(text) if not token.startswith(("--", "/*")))
    return [_even_token(token, names) for token in tokens]


def _even_token(token: str, names: Collection[str]) -> str:
    if token[0] in '"`[' and len(token) > 1:
        inside = token[1:-1].lower()
        return inside if inside in names else f'"{inside}"'
    return token.lower() if token.isascii() and token[0] != "'" else token


# A register just as this version makes it is known by one digest: making a fresh one to compare
# with costs more than most commands. The digest is only a short cut; a test keeps it.
DIGEST = _SCHEMAS / "fresh.digest"


def _as_made(connection: sqlite3.Connection) -> bool:
    return digest_of(_parts(connection)) == DIGEST.read_bytes().decode().strip()


def digest_of(parts: Mapping[Key, str]) -> str:
    """One digest over the parts of a register."""
    text = "\0".join(f"{kind}\0{name}\0{sql}" for (kind, name), sql in sorted(parts.items()))
    return str(sha2(512)(text.encode("utf-8", "surrogatepass")).hexdigest())
