"""Two programs at one register, and a clerk who presses Ctrl-C (benchmarks/interrupts.py: at any moment)."""

import os
import sqlite3
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from emulation_cli.register.copies import backups
from emulation_cli.register.log.recorded_changes import entries
from emulation_cli.register.opening import register_file
from tests.history.conftest import state

SOURCE = Path(__file__).resolve().parent.parent.parent / "src"
COMMANDS = 200
# A command of its own each time: opened, one change, closed.
WRITER = """
import sys
from pathlib import Path
from emulation_cli.register.opening import register_file
from emulation_cli.register.recording import new_records
path, name, times = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
for number in range(times):
    with register_file.open_register(path) as register:
        register.command = f"{name} {number}"
        new_records.add(register, "units", {"name": f"Thôn {name} {number}", "type": "village"})
"""


def started(*words: object, **environment: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, *map(str, words)],
        env=os.environ | {"PYTHONPATH": str(SOURCE)} | environment,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip


def test_two_writers_of_200_commands_each_lose_nothing(register) -> None:
    register.close()

    writers = [started("-c", WRITER, register.path, name, COMMANDS) for name in ("A", "B")]
    said = [writer.communicate(timeout=300)[1].decode() for writer in writers]

    assert [writer.returncode for writer in writers] == [0, 0], said
    with register_file.open_register(register.path) as after:
        commands = [entry.command for entry in entries(after)[1:]]
        for name in ("A", "B"):
            own = [command for command in commands if command.startswith(name)]
            assert own == [f"{name} {number}" for number in range(COMMANDS)]
        assert len(state(after)["unit"]) == len(commands) == 2 * COMMANDS


class Interrupter:
    """Presses Ctrl-C when a connection is asked for its n-th statement; else only counts."""

    def __init__(self, monkeypatch, at: int | None = None) -> None:
        self.count, self.at = 0, at
        interrupter = self

        class Connection(sqlite3.Connection):
            def execute(self, *words):
                interrupter.heard()
                return super().execute(*words)

            def executemany(self, *words):
                interrupter.heard()
                return super().executemany(*words)

        connect = partial(sqlite3.connect, factory=Connection)
        monkeypatch.setattr(sqlite3, "connect", connect)

    def heard(self) -> None:
        self.count += 1
        if self.count == self.at:
            raise KeyboardInterrupt


@pytest.fixture
def filled(emul):
    """A register with a list taken in, and a longer list to take in."""
    emul("init")
    emul("add-unit", "--name", "Xã Hoa Lư", "--type", "commune")
    for name, first, last in (("first.csv", 0, 50), ("second.csv", 40, 240)):
        rows = [f"Người thứ {n},cá nhân,Xã Hoa Lư,y tế,2022" for n in range(first, last)]
        text = "\n".join(["Họ tên,Loại,Đơn vị,Lĩnh vực,Phát hiện", *rows]) + "\n"
        Path(name).write_text(text, "utf-8")
    emul("import", "first.csv", "--as", "exemplars")
    return emul


@pytest.mark.parametrize(
    "words", [("import", "second.csv", "--as", "exemplars"), ("report", "2022", "-o", "r.csv")]
)
def test_an_interrupt_at_any_statement_leaves_nothing_half_done(
    words, filled, register_path, monkeypatch
) -> None:
    with register_file.open_register(register_path) as register:
        before = state(register)
    with monkeypatch.context() as patched:
        counting = Interrupter(patched)
        filled(*words)
    Path("r.csv").unlink(missing_ok=True)
    if words[0] == "import":
        filled("undo")

    for step in range(2, counting.count, max(1, counting.count // 12)):
        with monkeypatch.context() as patched:
            interrupter = Interrupter(patched, at=step)
            answer = filled(*words, code=None)
        if interrupter.count < step:
            break  # this time there was nothing new to back up beforehand
        assert answer.code == 130
        assert answer.stderr.count("\n") == 1
        assert not Path("r.csv").exists()
        with register_file.open_register(register_path) as register:
            assert not backups.complaints(register.connection)
            assert state(register) == before
