"""A name in what stands beside records: commands, users, file names, reasons, kept reports; and
in what was written of others.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from emulation_cli.domain.catalogue.field_types import FieldType
from emulation_cli.domain.catalogue.fields import Noun
from emulation_cli.domain.catalogue.nouns import BY_LETTER, NOUNS
from emulation_cli.register.log import log_triggers
from emulation_cli.register.purging.written_names import names_in, perhaps_in, without

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


class Sought(NamedTuple):
    """What is looked for: the names that were borne, and other texts that the clerk `said`."""

    names: tuple[str, ...]
    said: tuple[str, ...] = ()

    def taken_from(self, text: str) -> str:
        """The text without any of them."""
        return without(text, self.names + self.said)


def blank_mentions(
    connection: sqlite3.Connection, names: Iterable[str], said: Iterable[str] = ()
) -> None:
    """Put an ellipsis in the place of names, in any case, with and without diacritics."""
    sought = Sought(_longest_first(long_enough(names)), _longest_first(said))
    if not any(sought):
        return
    for tables in (_BESIDE, _PROSE):
        for table, columns in tables.items():
            present = {row[1] for row in connection.execute(f"PRAGMA table_info({table})")}
            for column in present.intersection(columns):
                _replace(connection, table, column, sought)
    for table in _KEPT:
        _rename_kept(connection, table, sought)
    _replace_in_images(connection, sought)


def _longest_first(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(texts, key=len, reverse=True))


def _replace(connection: sqlite3.Connection, table: str, column: str, sought: Sought) -> None:
    key = _WITHOUT_NUMBER.get(table, "rowid")
    found = connection.execute(
        f"SELECT {key}, {column} FROM {table} WHERE {column} IS NOT NULL"
    ).fetchall()
    changed = ((_blanked(table, text, sought), number, text) for number, text in found)
    connection.executemany(
        f"UPDATE {table} SET {column} = ? WHERE {key} = ?",
        ((blanked, number) for blanked, number, text in changed if blanked != text),
    )


def _rename_kept(connection: sqlite3.Connection, table: str, sought: Sought) -> None:
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
        if (plain := sought.taken_from(name)) != name:
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


def _blanked(table: str, text: str, sought: Sought) -> str:
    """A text of a record that is nothing but the name says who did something, perhaps a namesake:
    who signed, who led. That is for the clerk to judge.
    """
    if table in _PROSE and table != _OF_OTHERS and without(text, sought.names) == "…":
        return text
    return sought.taken_from(text)


def _replace_in_images(connection: sqlite3.Connection, sought: Sought) -> None:
    """What the log tells of these columns; a record's own name stays where it still bears it."""
    marks = ", ".join(f"'{table}'" for table in (*_BESIDE, *_PROSE))
    for side in ("before", "after"):
        rows = connection.execute(
            f"SELECT id, table_name, row_key, {side} FROM change_row"
            f" WHERE {side} IS NOT NULL AND table_name IN ({marks})"
        ).fetchall()
        for number, table, key, text in rows:
            if sought.taken_from(text) == text:
                continue
            image = log_triggers.parsed(text) or {}
            for column in (*_BESIDE.get(table, ()), *_PROSE.get(table, ())):
                if isinstance(image.get(column), str):
                    image[column] = _blanked(table, image[column], sought)
            for column in _given_up(connection, table, key, image):
                image[column] = sought.taken_from(image[column])
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
    sought = long_enough(names)
    found = (one.record for one in _written(connection) if names_in(one.text, sought))
    yield from dict.fromkeys(found)


class Written(NamedTuple):
    """A text of a record; `is_name`: it is what the record is called by."""

    record: str
    text: str
    is_name: bool


def perhaps_mentioning(connection: sqlite3.Connection, names: Iterable[str]) -> Iterator[Written]:
    """The texts that may be a name in another way of writing: other marks, order, initials."""
    sought = long_enough(names)
    for one in _written(connection):
        yield from (one._replace(text=found) for found in perhaps_in(one.text, sought))


def _written(connection: sqlite3.Connection) -> Iterator[Written]:
    """The name of each record, and all that is written of it."""
    for noun in (noun for noun in NOUNS if noun.table in _PROSE):
        present = {row[1] for row in connection.execute(f"PRAGMA table_info({noun.table})")}
        columns = sorted(present.intersection((noun.title, *_PROSE[noun.table])))
        named = [column == noun.title and noun.table != _OF_OTHERS for column in columns]
        sql = f"SELECT id, {', '.join(columns)} FROM {noun.table}"
        for number, *texts in connection.execute(sql):
            record = f"{noun.letter}{number}"
            for text, is_name in zip(texts, named, strict=True):
                if isinstance(text, str):
                    yield Written(record, text, is_name)
