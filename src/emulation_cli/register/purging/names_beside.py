"""A name in what stands beside records: commands, users, file names, reasons, kept reports; and
in what was written of others.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from emulation_cli.domain.catalogue.field_types import FieldType
from emulation_cli.domain.catalogue.fields import Noun
from emulation_cli.domain.catalogue.nouns import BY_LETTER, NOUNS
from emulation_cli.domain.text import fold
from emulation_cli.register.log import log_triggers

_BESIDE = {
    "change": ("who", "command"),
    "import_list": ("file", "sheet"),
    "kept_report": ("request", "figures"),
    "kept_table": ("specification",),
    "kept_request": ("command",),
    "verdict": ("reason",),
    "accepted_finding": ("note",),
    "distinct_pair": ("reason",),
}
# What is kept is called by its name: each must keep one of its own.
_KEPT = ("kept_report", "kept_table", "kept_request")
_WITHOUT_NUMBER = {
    "kept_table": "name",
    "kept_request": "name",
    "accepted_finding": "record || '/' || finding",
}
_SHORTEST = 3


# Its title is no name: it is written of somebody.
_OF_OTHERS = "publication"


def _prose(noun: Noun) -> tuple[str, ...]:
    """The columns of a record where anything may be written of anybody; not its own name."""
    free = (
        field
        for field in noun.fields
        if type(field.type) is FieldType
        and field.text_of is None
        and (field.name != noun.title or noun.table == _OF_OTHERS)
    )
    return (*(column for field in free for column in field.columns), "cancelled_reason")


_PROSE: Mapping[str, tuple[str, ...]] = {noun.table: _prose(noun) for noun in NOUNS if noun.fields}


def long_enough(names: Iterable[str]) -> set[str]:
    """Those that can be looked for: one of three letters is a part of many words."""
    return {name for name in names if len(name) > _SHORTEST}


def blank_mentions(connection: sqlite3.Connection, names: Iterable[str]) -> None:
    """Put an ellipsis in the place of names, in any case, with and without diacritics."""
    folded = sorted({fold(name) for name in long_enough(names)}, key=len, reverse=True)
    if not folded:
        return
    for tables in (_BESIDE, _PROSE):
        for table, columns in tables.items():
            present = {row[1] for row in connection.execute(f"PRAGMA table_info({table})")}
            for column in present.intersection(columns):
                _replace(connection, table, column, folded)
    for table in _KEPT:
        _rename_kept(connection, table, folded)
    _replace_in_images(connection, folded)


def _replace(connection: sqlite3.Connection, table: str, column: str, folded: list[str]) -> None:
    key = _WITHOUT_NUMBER.get(table, "rowid")
    found = connection.execute(
        f"SELECT {key}, {column} FROM {table} WHERE {column} IS NOT NULL"
    ).fetchall()
    changed = ((_blanked(table, text, folded), number, text) for number, text in found)
    connection.executemany(
        f"UPDATE {table} SET {column} = ? WHERE {key} = ?",
        ((blanked, number) for blanked, number, text in changed if blanked != text),
    )


def _rename_kept(connection: sqlite3.Connection, table: str, folded: list[str]) -> None:
    """Also where the log names it; two that differed in the name only are told by a number."""
    if not connection.execute(f"PRAGMA table_info({table})").fetchone():
        return  # in an old backup
    names = [name for (name,) in connection.execute(f"SELECT name FROM {table} ORDER BY name")]
    logged = connection.execute(
        "SELECT DISTINCT row_key FROM change_row WHERE table_name = ? AND typeof(row_key) = 'text'",
        (table,),
    )
    names += sorted({key for (key,) in logged}.difference(names))
    taken = set(names)
    for name in names:
        if (plain := without(name, folded)) != name:
            new, number = plain, 1
            while new in taken:
                new, number = f"{plain} {number + 1}", number + 1
            taken.add(new)
            connection.execute(f"UPDATE {table} SET name = ? WHERE name = ?", (new, name))
            _rename_logged(connection, table, name, new)


def _rename_logged(connection: sqlite3.Connection, table: str, name: str, new: str) -> None:
    rows = connection.execute(
        "SELECT id, row_key, before, after FROM change_row WHERE table_name = ?", (table,)
    ).fetchall()
    for number, key, *images in rows:
        parsed = [log_triggers.parsed(image) for image in images]
        if key != name and not any(image and image.get("name") == name for image in parsed):
            continue
        written = [
            log_triggers.written(image | {"name": new} if image else None) for image in parsed
        ]
        connection.execute(
            "UPDATE change_row SET before = ?, after = ? WHERE id = ?", (*written, number)
        )
        if key == name:
            connection.execute(
                "UPDATE change_row SET row_key = ?, record = ? WHERE id = ?",
                (new, f"{table}/{new}", number),
            )


def _blanked(table: str, text: str, folded: list[str]) -> str:
    """A text of a record that is nothing but the name says who did something, perhaps a namesake:
    who signed, who led. That is for the clerk to judge.
    """
    if table in _PROSE and table != _OF_OTHERS and fold(text) in folded:
        return text
    return without(text, folded)


def _replace_in_images(connection: sqlite3.Connection, folded: list[str]) -> None:
    """What the log tells of these columns; a record's own name stays where it still bears it."""
    marks = ", ".join(f"'{table}'" for table in (*_BESIDE, *_PROSE))
    for side in ("before", "after"):
        rows = connection.execute(
            f"SELECT id, table_name, row_key, {side} FROM change_row"
            f" WHERE {side} IS NOT NULL AND table_name IN ({marks})"
        ).fetchall()
        for number, table, key, text in rows:
            if without(text, folded) == text:
                continue
            image = log_triggers.parsed(text) or {}
            for column in (*_BESIDE.get(table, ()), *_PROSE.get(table, ())):
                if isinstance(image.get(column), str):
                    image[column] = _blanked(table, image[column], folded)
            for column in _given_up(connection, table, key, image):
                image[column] = without(image[column], folded)
            connection.execute(
                f"UPDATE change_row SET {side} = ? WHERE id = ?",
                (log_triggers.written(image), number),
            )


def _given_up(
    connection: sqlite3.Connection, table: str, key: object, image: Mapping[str, object]
) -> Iterator[str]:
    """The name of a record, and its keys, where an image has another one than the record now."""
    noun = next((noun for noun in NOUNS if noun.table == table), None)
    if noun is None or noun.title not in image:
        return
    now = connection.execute(f"SELECT {noun.title} FROM {table} WHERE id = ?", (key,)).fetchone()
    if now is None or now[0] != image[noun.title]:
        keys = (column for column in image if column.endswith("_key"))
        yield from (column for column in (noun.title, *keys) if isinstance(image[column], str))


def keeps_names(record: str) -> bool:
    """Whether the title of a record is its own name, so that a name within it stays."""
    return BY_LETTER[record[0]].table != _OF_OTHERS


def mentioning(connection: sqlite3.Connection, names: Iterable[str]) -> Iterator[str]:
    """The records in which a name still stands, as theirs or in what is written of them."""
    folded = [fold(name) for name in long_enough(names)]
    for noun in (noun for noun in NOUNS if noun.table in _PROSE):
        present = {row[1] for row in connection.execute(f"PRAGMA table_info({noun.table})")}
        columns = sorted(present.intersection((noun.title, *_PROSE[noun.table])))
        for number, *texts in connection.execute(
            f"SELECT id, {', '.join(columns)} FROM {noun.table}"
        ):
            written = fold("\n".join(text for text in texts if isinstance(text, str)))
            if any(name in written for name in folded):
                yield f"{noun.letter}{number}"


def without(text: str, folded: Iterable[str]) -> str:
    """The text with an ellipsis for each name; it is looked through letter by letter, folded."""
    plain, places = _folded(text)
    gone: set[int] = set()
    for name in folded:
        at = plain.find(name)
        while at >= 0:
            end = at + len(name)
            gone.update(range(places[at], max(places[end], places[end - 1] + 1)))
            at = plain.find(name, at + 1)
    return "".join(
        letter if place not in gone else "…" if place - 1 not in gone else ""
        for place, letter in enumerate(text)
    )


def _folded(text: str) -> tuple[str, list[int]]:
    """The text folded, blanks and lines of any length as one, and where each letter of it stood.

    A letter may be written in parts (a Mac's names of files are), or with signs unseen in it.
    """
    plain: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text):
        found = _folded_letter(letter)
        if found == " " and plain[-1:] == [" "]:
            continue
        plain += found
        places += [place] * len(found)
    return "".join(plain), [*places, len(text)]


@lru_cache(maxsize=4096)
def _folded_letter(letter: str) -> str:
    """Between others, for alone a blank or a mark would be nothing.

    A control sign in a command was logged as U+FFFD: it parted words.
    """
    return " " if letter == "\ufffd" else fold(f"x{letter}x")[1:-1]
