"""What a clerk answered about lists: which field a heading is, which unit a name means."""

import sqlite3
from typing import NamedTuple


class Answer(NamedTuple):
    """The meaning of a text: a field's name, or the number of a unit, which holds within its life.

    With the `digest` of a list it holds for this one alone.
    """

    about: str
    text: str
    meaning: str
    digest: str = ""


def answers(connection: sqlite3.Connection, about: str, digest: str = "") -> dict[str, str]:
    """The meanings by folded text: those for every list, or those for the list of a digest."""
    sql = "SELECT text, meaning FROM answer WHERE about = ? AND list_digest = ?"
    return dict(connection.execute(sql, (about, digest)).fetchall())


def units_meant(connection: sqlite3.Connection, key: str | None = None) -> dict[str, list[int]]:
    """The numbers of the units that names, or one of them, once meant in some list."""
    sql = (
        "SELECT text, meaning FROM answer WHERE about = 'unit' AND list_digest = ''"
        " AND text = ifnull(?, text) ORDER BY valid_from"
    )
    found: dict[str, list[int]] = {}
    for text, number in connection.execute(sql, (key,)):
        found.setdefault(text, []).append(int(number))
    return found


def remember(connection: sqlite3.Connection, answer: Answer) -> bool:
    """Keep an answer inside an open change; whether it is new."""
    life = ("", None)
    if answer.about == "unit":
        sql = "SELECT ifnull(valid_from, ''), valid_to FROM unit WHERE id = ?"
        life = connection.execute(sql, (int(answer.meaning),)).fetchone()
    sql = (
        "INSERT INTO answer (about, text, meaning, list_digest, valid_from, valid_to, change_id)"
        " VALUES (?, ?, ?, ?, ?, ?, (SELECT change_id FROM open_change)) ON CONFLICT"
        " DO UPDATE SET meaning = excluded.meaning, valid_to = excluded.valid_to"
        " WHERE meaning <> excluded.meaning"
    )
    return connection.execute(sql, (*answer, *life)).rowcount > 0
