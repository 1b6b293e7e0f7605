"""Puts commands through every fault at every single write, and judges what is left.

A fault hits the n-th write, sync, truncation, removal or renaming of a file on the desk. Afterwards
the register must be exactly as before or exactly as after the command, whole, and fit for the next
command; a process that lived must have said one line. benchmarks/faults.py runs all of them.
"""

import os
import shutil
import sqlite3
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from emulation_cli.domain.errors import EmulError
from emulation_cli.register import backups, connecting, log

HERE = Path(__file__).resolve().parent
SOURCE = HERE.parent.parent / "src"
LIST_ROWS = 500
MODES = ("kill", "torn", "full", "full-on", "eio")
REGISTER = "register.db"

_UPGRADE = """
import sys
from emulation_cli.register import connecting, foreign, gate, opening, upgrading
for room in (opening, foreign, gate):  # it knows no schema of a program to come
    room.check_gate = lambda *_: None
def step(connection, *_):
    connection.execute("ALTER TABLE unit ADD COLUMN motto TEXT")
    connection.execute("UPDATE exemplar SET summary = 'x' || id")
upgrading.STEPS += (step,)
connecting.SCHEMA_VERSION += 1
from emulation_cli.cli import main
sys.exit(main(sys.argv[1:]))
"""


@dataclass(frozen=True)
class Operation:
    """A command, what must be done before it, and which program runs it."""

    words: tuple[str, ...]
    before: tuple[tuple[str, ...], ...] = ()
    program: tuple[str, ...] = ("-m", "emulation_cli")
    lines_before: int = 0  # what it says on stderr before it does anything


_IMPORT = ("import", "list.csv", "--as", "exemplars")
OPERATIONS = {
    "add": Operation(
        ("add-model", "--name", "Ngõ xanh", "--unit", "U1", "--field", "KT", "--year", "2023")
    ),
    "import": Operation(_IMPORT),
    "undo": Operation(("undo",), (_IMPORT,)),
    "upgrade": Operation(("info",), (_IMPORT,), ("-c", _UPGRADE)),
    "backup": Operation(("backup", "kept.db"), (_IMPORT,)),
    "restore": Operation(
        ("restore", "kept.db", "--yes"), (("backup", "kept.db"), _IMPORT), lines_before=2
    ),
    "report": Operation(
        ("report", "2021-2023", "-o", "report.xlsx", "--yes"),
        (("report", "2022", "-o", "report.xlsx"), _IMPORT),
    ),
}


@dataclass
class Outcome:
    """What became of a run. `problem` is empty where every promise was kept."""

    state: str
    problem: str = ""


@dataclass
class Bench:
    """One operation made ready in a folder of its own."""

    name: str
    folder: Path
    shim: Path

    def __post_init__(self) -> None:
        self.operation = OPERATIONS[self.name]
        self.base, self.after = (self.folder / f"{self.name}-{part}" for part in ("base", "after"))
        self.base.mkdir(parents=True)
        _write_list(self.base / "list.csv")
        prepare = (
            ("init", "--unit", "Huyện Cẩm Xuyên"),
            ("add-unit", "--name", "Xã Hoa Lư", "--type", "commune"),
            *self.operation.before,
        )
        for words in prepare:
            done = self._run(self.base, words, ("-m", "emulation_cli"))
            assert done.returncode == 0, done.stderr.decode()
        shutil.copytree(self.base, self.after)
        self.log = self.folder / f"{self.name}.log"
        done = self._run(
            self.after, self.operation.words, self.operation.program, FAULT_LOG=str(self.log)
        )
        assert done.returncode == 0, done.stderr.decode()
        self.steps = len(self.log.read_text().splitlines())
        self.old, self.new = _state(self.base), _state(self.after)

    def _run(
        self, desk: Path, words: tuple[str, ...], program: tuple[str, ...], **faults: str
    ) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [sys.executable, *program, *words],
            cwd=desk, env=os.environ | self.environment(desk, **faults), capture_output=True,
            timeout=600, check=False,
        )  # fmt: skip

    def environment(self, desk: Path, **faults: str) -> dict[str, str]:
        """What a command finds on a desk, and which fault hits it."""
        return {
            "PYTHONPATH": str(SOURCE),
            "PYTHONDONTWRITEBYTECODE": "1",
            "EMUL_DB": str(desk / REGISTER),
            "EMUL_LANG": "en",
            "LD_PRELOAD": str(self.shim),
            "FAULT_FOLDER": str(desk),
            **faults,
        }

    def fail(self, mode: str, step: int) -> Outcome:
        """Run the operation with one fault, and judge; several processes may do so at a time."""
        desk = self.folder / f"{self.name}-desk-{os.getpid()}"
        shutil.rmtree(desk, ignore_errors=True)
        shutil.copytree(self.base, desk)
        done = self._run(
            desk,
            self.operation.words,
            self.operation.program,
            FAULT_MODE=mode,
            FAULT_AT=str(step),
        )
        return self._judge(desk, done)

    def _judge(self, desk: Path, done: subprocess.CompletedProcess[bytes]) -> Outcome:
        lived = done.returncode >= 0
        said = done.stderr.decode().splitlines()
        try:
            state = _state(desk)
        except (AssertionError, EmulError, sqlite3.Error, OSError, zipfile.BadZipFile) as error:
            return Outcome("mixed", f"{type(error).__name__}: {error}")
        name = "old" if state == self.old else "new" if state == self.new else "mixed"
        if name == "mixed":
            return Outcome(name, "neither the old nor the new state")
        if lived and done.returncode and len(said) not in (1, 1 + self.operation.lines_before):
            return Outcome(name, f"{len(said)} lines: {said}")
        if lived and not done.returncode and name == "old" and self.old != self.new:
            return Outcome(name, "said it was done, and it was not")
        again = self._run(desk, self.operation.words, self.operation.program)
        ready = again.returncode == 0 or (name == "new" and again.returncode in (1, 3))
        return Outcome(name, "" if ready else f"next command: {again.stderr.decode()}")


def _write_list(path: Path) -> None:
    rows = [f"Người mẫu {n},cá nhân,Xã Hoa Lư,y tế,2022" for n in range(LIST_ROWS)]
    path.write_text("\n".join(["Họ tên,Loại,Đơn vị,Lĩnh vực,Phát hiện", *rows]) + "\n", "utf-8")


State = dict[str, object]


def _state(desk: Path) -> State:
    """All that is on a desk under its final name, without what differs from run to run."""
    path = desk / REGISTER
    with closing(connecting.connect(path, "rw")) as connection:
        assert not backups.complaints(connection), "the register is damaged"
        state = _rows(connection)
    for backup in backups.found(path):
        assert backup.unharmed, f"{backup.path.name} is not whole"
    for file in [*(backup.path for backup in backups.found(path)), desk / "kept.db"]:
        if file.exists():
            with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as kept:
                assert not backups.complaints(kept), f"{file.name} is damaged"
            state[f"kept {file.name}"] = True if file.name == "kept.db" else None
    report = desk / "report.xlsx"
    if report.exists():
        with zipfile.ZipFile(report) as parts:
            assert parts.testzip() is None, "report.xlsx is damaged"
            state["report"] = sum(part.file_size for part in parts.infolist()) // 1000
    return {name: value for name, value in state.items() if value is not None}


def _rows(connection: sqlite3.Connection) -> State:
    """Every table by its rows; of identities and moments, which differ, only the number."""
    state: State = {"version": connection.execute("PRAGMA user_version").fetchone()[0]}
    for name, table in log.tables(connection).items():
        columns = ", ".join(c for c in table.columns if c not in ("uuid", "at", "digest"))
        if name != "setting":
            state[name] = sorted(connection.execute(f"SELECT {columns} FROM {name}"), key=repr)
    for name in log.NOT_LOGGED:
        state[name] = connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0]
    return state


def compiled(folder: Path) -> Path | None:
    """The shim, where this machine can make and use it."""
    compiler = shutil.which("cc") or shutil.which("gcc")
    if compiler is None or not sys.platform.startswith("linux"):
        return None
    shim = folder / "shim.so"
    done = subprocess.run(
        [compiler, "-shared", "-fPIC", "-O1", "-o", shim, HERE / "shim.c", "-ldl"],
        capture_output=True, check=False,
    )  # fmt: skip
    return shim if done.returncode == 0 else None


def sampled(steps: int, number: int) -> Iterator[int]:
    """Some of the steps, spread evenly, the last among them."""
    yield from sorted({max(1, round(steps * n / number)) for n in range(1, number + 1)})
