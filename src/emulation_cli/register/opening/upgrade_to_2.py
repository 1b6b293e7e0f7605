"""From version 1 to 2: every table is made anew as a fresh register has it, and filled."""

import sqlite3
from collections.abc import Callable, Collection, Iterator

from emulation_cli import resources
from emulation_cli.domain.secrets import hide_secrets_in
from emulation_cli.register.log.log_triggers import own_tables
from emulation_cli.register.opening.gate import known_tables
from emulation_cli.register.opening.seeds import insert_movement, insert_terms

_OLD = "v1_"


def upgrade_to_2(connection: sqlite3.Connection, advance: Callable[[object], None]) -> None:
    """Make the tables of version 2 and copy what version 1 held, inside the caller's transaction.

    The schema of the result reads as that of a fresh register, to the letter.
    """
    old = _tables(connection)
    _note_bringers(connection)
    # Otherwise renaming a table would rename it in the references of the others too.
    connection.execute("PRAGMA legacy_alter_table = ON")
    connection.create_function("hide_secrets_in", 1, hide_secrets_in)
    _clear_away(connection, old)
    for statement in _statements(resources.schema().read_text("utf-8")):
        connection.execute(statement)
    insert_terms(connection)
    _copy_movements(connection)
    for table in _tables(connection):
        if table in old:
            _copy(connection, table)
        advance(table)
    _copy_verdicts(connection)
    _keep_proposals(connection)
    _copy_answers(connection)
    _keep_numbers(connection, old)
    for table in old:
        connection.execute(f"DROP TABLE {_OLD}{table}")
    connection.execute("DROP TABLE temp.came")
    connection.execute("PRAGMA legacy_alter_table = OFF")


def _note_bringers(connection: sqlite3.Connection) -> None:
    """The change that brought each row, by the log: looked up once, in the order of the rows."""
    connection.execute(
        "CREATE TEMP TABLE came (table_name TEXT, row_key ANY, change_id INTEGER,"
        " PRIMARY KEY (table_name, row_key)) WITHOUT ROWID"
    )
    connection.execute(
        "INSERT OR IGNORE INTO temp.came SELECT table_name, row_key, change_id FROM change_row"
        " WHERE before IS NULL ORDER BY id"
    )


def _tables(connection: sqlite3.Connection) -> list[str]:
    """Our tables, in the order in which they were made; those of strangers stay as they are."""
    found = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
        f" AND name NOT GLOB '{_OLD}*' ORDER BY rowid"
    )
    known = {*known_tables(1), *own_tables()}
    return [name for (name,) in found if name in known]


def _clear_away(connection: sqlite3.Connection, tables: list[str]) -> None:
    """Make room for the names of the new schema; only the rows of the old one are still wanted."""
    parts = connection.execute(
        "SELECT type, name, tbl_name FROM sqlite_master WHERE sql IS NOT NULL"
        " AND type IN ('view', 'trigger', 'index') ORDER BY type DESC"
    ).fetchall()
    for kind, name, table in parts:
        if kind != "index" or table in tables:
            quoted = name.replace('"', '""')
            # With a view go the triggers that stand on it.
            connection.execute(f'DROP {kind} IF EXISTS "{quoted}"')
    for table in tables:
        connection.execute(f"ALTER TABLE {table} RENAME TO {_OLD}{table}")


def _statements(script: str) -> Iterator[str]:
    """The statements of a script; `executescript` would commit the open transaction."""
    waiting = ""
    for line in script.splitlines(keepends=True):
        waiting += line
        if sqlite3.complete_statement(waiting):
            yield waiting
            waiting = ""


# Columns that mean something else now, by table: what version 1 held in terms of version 2.
# Version 1 took any text for a system, and told codes apart by their case.
_OTHERWISE: dict[str, dict[str, str]] = {
    "decision": {
        "system": (
            "(SELECT code FROM term WHERE vocabulary = 'system'"
            " AND t.system IN (code, label_vi, label_en))"
        ),
        "system_text": "t.system",
    },
    "change": {"command": "hide_secrets_in(t.command)"},
    "unit": {
        "code": "CASE WHEN {second} THEN NULL ELSE t.code END",
        "note": "CASE WHEN {second} THEN t.code END",
    },
}
_MOVEMENT = "(SELECT id FROM movement WHERE code = t.movement)"
_OTHERWISE |= {
    table: {"movement_id": _MOVEMENT} for table in ("model", "exemplar", "event", "honour")
}
_SECOND = (
    f"EXISTS (SELECT 1 FROM {_OLD}unit AS first WHERE first.id < t.id"
    " AND first.code = t.code COLLATE NOCASE)"
)


def filled_columns(table: str) -> Collection[str]:
    """The columns of a table that the upgrade fills or empties, beside the log.

    Whose an honour is was written down in version 1; now it follows from the names.
    """
    links = {"exemplar_id", "model_id"} if table == "honour" else set()
    return _OTHERWISE.get(table, {}).keys() | links


def _copy_movements(connection: sqlite3.Connection) -> None:
    """The terms of the clerk's own that were movements; those of the program are there."""
    terms = connection.execute(
        f"SELECT code, label_vi, other_names FROM {_OLD}term WHERE vocabulary = 'movement'"
    ).fetchall()
    for code, label, names in terms:
        insert_movement(connection, {"code": code, "label_vi": label, "other_names": names})


def _copy(connection: sqlite3.Connection, table: str) -> None:
    """The rows of a table in the columns that both versions have; of terms only the clerk's own."""
    new, old = _columns(connection, table), _columns(connection, _OLD + table)
    values = {name: f"t.{name}" for name in old if name in new}
    if "change_id" in new and "change_id" not in old and "id" in old:
        came = f"SELECT change_id FROM temp.came WHERE table_name = '{table}' AND row_key = t.id"
        values["change_id"] = f"({came})"
    otherwise = _OTHERWISE.get(table, {})
    values |= {name: sql.replace("{second}", _SECOND) for name, sql in otherwise.items()}
    own = (
        f" WHERE (vocabulary, code) NOT IN (SELECT vocabulary, code FROM {table})"
        " AND vocabulary <> 'movement'"
    )
    connection.execute(
        f"INSERT INTO {table} ({', '.join(values)}) SELECT {', '.join(values.values())}"
        f" FROM {_OLD}{table} AS t" + (own if table == "term" else "")
    )


def _copy_verdicts(connection: sqlite3.Connection) -> None:
    """Two records that were said to be two, and whom an honour was typed to be for.

    What lists linked is worked out again; a link typed with `--for` is a word of the clerk.
    """
    connection.execute(
        "INSERT INTO verdict (uuid, one, other, verdict)"
        f" SELECT uuid, one, other, 'distinct' FROM {_OLD}distinct_pair"
    )
    for table in ("exemplar", "model"):
        connection.execute(
            "INSERT OR IGNORE INTO verdict (one, other, verdict)"
            " SELECT min(h.uuid, x.uuid), max(h.uuid, x.uuid), 'same'"
            f" FROM {_OLD}honour AS h JOIN {_OLD}{table} AS x ON x.id = h.{table}_id"
            " WHERE EXISTS (SELECT 1 FROM change_row AS row JOIN change ON change.id = change_id"
            "  WHERE table_name = 'honour' AND row_key = h.id AND command LIKE '%--for%')"
        )


def _keep_proposals(connection: sqlite3.Connection) -> None:
    """What was proposed becomes a proposal of its day; of its honour's number, so that copies of
    one register that are upgraded apart agree on who is who.
    """
    connection.execute(
        "INSERT INTO proposal (id, uuid, change_id, honour_id, date)"
        " SELECT honour.id, NULL, honour.change_id, honour.id, honours.date"
        " FROM honour JOIN honours USING (id) WHERE honour.status = 'proposed'"
    )


def _copy_answers(connection: sqlite3.Connection) -> None:
    """What the clerk answered about lists: of a unit it holds within the unit's life."""
    connection.execute(
        "INSERT INTO answer (about, text, meaning, valid_from, valid_to)"
        " SELECT 'unit', substr(setting.name, 6), value, ifnull(valid_from, ''), valid_to"
        " FROM setting JOIN unit ON unit.id = CAST(value AS INTEGER)"
        " WHERE setting.name GLOB 'unit:*'"
        " UNION ALL SELECT 'heading', substr(name, 9), value, '', NULL FROM setting"
        " WHERE name GLOB 'heading:*'"
    )


def _columns(connection: sqlite3.Connection, table: str) -> list[str]:
    """The stored columns of a table, without those that follow from others."""
    return [row[1] for row in connection.execute(f"PRAGMA table_xinfo({table})") if row[6] == 0]


def _keep_numbers(connection: sqlite3.Connection, tables: list[str]) -> None:
    """A number that an undo took away is never given to another record."""
    for table in tables:
        given = connection.execute(
            "SELECT max(seq) FROM sqlite_sequence WHERE name IN (?, ?)", (table, _OLD + table)
        ).fetchone()[0]
        if given is not None:
            connection.execute("DELETE FROM sqlite_sequence WHERE name = ?", (table,))
            connection.execute("INSERT INTO sqlite_sequence VALUES (?, ?)", (table, given))
