"""A register of an older version brought up to this program's, step by step, each whole or not."""

import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from functools import partial
from pathlib import Path
from typing import NamedTuple

from emulation_cli.domain.errors import Unusable
from emulation_cli.domain.secrets import OPTION, hide_secrets_in
from emulation_cli.register.copies import backups
from emulation_cli.register.identity.subjects import derive_all
from emulation_cli.register.log import log_triggers
from emulation_cli.register.opening import connections
from emulation_cli.register.opening.connections import connect
from emulation_cli.register.opening.upgrade_to_2 import upgrade_to_2
from emulation_cli.register.recounted import Recount, note_before, recounts
from emulation_cli.register.sealing.chain import seal

# What is called with each part of a step that is done.
Advance = Callable[[object], None]
Step = Callable[[sqlite3.Connection, Advance], None]

# STEPS[0] leads from version 1 to 2, and so on. A step is plain SQL on an open transaction. One
# that rebuilds a table follows the procedure of SQLite's ALTER TABLE page, section 7. What has
# been released is never changed: a register of every released version lies among the tests.
STEPS: tuple[Step, ...] = (upgrade_to_2,)


class Upgraded(NamedTuple):
    """The backup that was made before, how many commands in the log told a password, and what is
    counted otherwise since.
    """

    backup: Path
    secrets: int
    recounts: list[Recount]


def unobserved(_done: object) -> None:
    """Where nobody looks on."""


def upgrade(path: Path, advance: Advance) -> Upgraded:
    """Bring a register up to date after a backup.

    Raises FileTrouble where no backup can be made, and as `take_steps`.
    """
    backup = backups.automatic(path, "upgrade")
    with closing(connect(path, "ro")) as connection:
        secrets = _count_secrets(connection)
    return Upgraded(backup, secrets, take_steps(path, advance))


def _count_secrets(connection: sqlite3.Connection) -> int:
    """The commands in the log that tell the password of a list as it was typed."""
    rows = connection.execute("SELECT command FROM change WHERE instr(command, ?)", (OPTION,))
    return sum(hide_secrets_in(command) != command for (command,) in rows)


def take_steps(path: Path, advance: Advance = unobserved) -> list[Recount]:
    """Bring a register up to date without a backup; what is counted otherwise since.

    Raises Unusable where it breaks the rules; then it is as the last whole step left it.
    """
    with closing(connect(path, "rw")) as connection:
        # Rebuilding a table must not take the rows with it that refer to it.
        connection.execute("PRAGMA foreign_keys = OFF")
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if version == 1:
            note_before(connection)
        for number, step in enumerate(STEPS[version - 1 :], start=version):
            _take(connection, number, path, partial(step, connection, advance))
        if version < connections.SCHEMA_VERSION:
            # The old tables leave half of the file empty; where the disk has no room, it stays so.
            with suppress(sqlite3.OperationalError):
                connection.execute("VACUUM")
        return recounts(connection) if version == 1 else []


def _take(
    connection: sqlite3.Connection, number: int, path: Path, step: Callable[[], None]
) -> None:
    """One step in one transaction, unless another program has taken it in the meantime."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        if connection.execute("PRAGMA user_version").fetchone()[0] == number:
            for trigger in log_triggers.present(connection):
                connection.execute(f"DROP TRIGGER {trigger}")
            step()
            derive_all(connection)
            seal(connection)  # the chain begins with what the step has masked
            log_triggers.install(connection)
            if connection.execute("PRAGMA foreign_key_check").fetchone():
                raise Unusable("domain.damaged_register", path=path)
            connection.execute(f"PRAGMA user_version = {number + 1}")
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
