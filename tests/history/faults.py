"""Puts commands through every fault at every single write, and judges what is left.

A fault hits the n-th write, sync, truncation, removal or renaming of a file on the desk. Afterwards
the register must be exactly as before or exactly as after the command, whole, and fit for the next
command; a process that lived must have said one line. benchmarks/faults.py runs all of them.
"""

import hashlib
import os
import shutil
import sqlite3
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

import docx

from emulation_cli import leftovers
from emulation_cli.domain.errors import EmulError
from emulation_cli.register.compacting.years_beside import put_away, unharmed
from emulation_cli.register.copies import backups
from emulation_cli.register.log import log_triggers
from emulation_cli.register.opening import connections

HERE = Path(__file__).resolve().parent
SOURCE = HERE.parent.parent / "src"
LIST_ROWS = 500
MODES = ("kill", "torn", "full", "full-on", "eio")
REGISTER = "register.db"

_UPGRADE = """
import sys
from emulation_cli.register.opening import connections, foreign_registers, gate, register_file, upgrades
for room in (register_file, foreign_registers, gate):  # it knows no schema of a program to come
    room.check_gate = lambda *_: None
def step(connection, *_):
    connection.execute("ALTER TABLE unit ADD COLUMN motto TEXT")
    connection.execute("UPDATE exemplar SET summary = 'x' || id")
upgrades.STEPS += (step,)
connections.SCHEMA_VERSION += 1
from emulation_cli.cli import main
sys.exit(main(sys.argv[1:]))
"""


_NEXT_YEAR = """
import sys
from emulation_cli.register.compacting import compaction
compaction.this_year = lambda: 2999
from emulation_cli.cli import main
sys.exit(main(sys.argv[1:]))
"""

_EMUL = ("-m", "emulation_cli")
State = dict[tuple[str, str], object]


@dataclass(frozen=True)
class Operation:
    """A command, what must be done before it, and which program runs them.

    `writes` are files and folders that it makes beside the register.
    """

    words: tuple[str, ...]
    before: tuple[tuple[str, ...], ...] = ()
    program: tuple[str, ...] = _EMUL
    made_ready_by: tuple[str, ...] = _EMUL
    lines_before: int = 0  # what it says on stderr before it does anything
    writes: tuple[str, ...] = ()


_IMPORT = ("import", "list.csv", "--as", "exemplars")
_SHORT = ("import", "short.csv", "--as", "exemplars", "--yes")
_HONOUR = ("add-honour", "--recipient", "Người mẫu 1", "--kind", "CN", "--unit", "U1", "--act",
           "commend", "--date", "2023")  # fmt: skip
_PROPOSAL = ("add-proposal", "--recipient", "Người mẫu 1", "--kind", "CN", "--unit", "U1",
             "--date", "01/12/2023", "--form", "Giấy khen", "--outcome", "passed")  # fmt: skip
_DOSSIER = (_PROPOSAL, ("add-dossier", "--name", "Khen thưởng"), ("collect", "S1", "Q1"))
_DECIDE = ("decide", "S1", "--number", "9/QĐ-UBND", "--date", "20/12/2023",
           "--body", "UBND huyện", "--level", "district")  # fmt: skip
_TABLE = ("table", "new", "Theo xã", "--rows", "unit", "--column", "Đăng ký = models")
_CONFERENCE = ("add-event", "--name", "Hội nghị biểu dương", "--type", "praise",
               "--date", "04/10/2023")  # fmt: skip
_PRESENTERS = ("import", "presenters.csv", "--as", "presenters", "--yes")
_PUBLICATIONS = ("import", "publications.csv", "--as", "publications", "--yes")
_TARGETS = ("import", "targets.csv", "--as", "targets", "--yes")
_OTHER = ("--db", "other.db")
_OTHER_OFFICE = (
    (*_OTHER, "init", "--unit", "Xã Hai", "--yes"),
    (*_OTHER, "add-unit", "--name", "Xã Hoa Lư", "--type", "commune"),
    (*_OTHER, *_SHORT),
)
OPERATIONS = {
    "add": Operation(
        ("add-model", "--name", "Ngõ xanh", "--unit", "U1", "--field", "KT", "--year", "2023")
    ),
    "edit": Operation(("edit", "X1", "--position", "Bí thư"), (_SHORT,)),
    "mark": Operation(("mark", "X1", "multiplied", "--date", "2023"), (_SHORT,)),
    "cancel": Operation(("cancel", "X1", "--reason", "nhầm"), (_SHORT,)),
    "add-term": Operation(
        ("add-term", "--vocabulary", "exemplar-field", "--label", "Nghề đan lát")
    ),
    "join": Operation(("join", "X1", "X2"), (_SHORT,)),
    "succeed": Operation(("succeed", "U1", "--by", "U2", "--on", "01/01/2024"), (_SHORT,)),
    "join-units": Operation(("join", "U1", "U2", "--yes"), (_SHORT,)),
    "collect": Operation(_DOSSIER[-1], _DOSSIER[:-1]),
    "decide": Operation(_DECIDE, _DOSSIER),
    "table": Operation(_TABLE, (_SHORT,)),
    "table-edit": Operation(
        ("table", "edit", "Theo xã", "--rows", "unit", "--column", "Điển hình = exemplars"),
        (_SHORT, _TABLE),
    ),
    "table-file": Operation(
        ("table", "Theo xã", "2022", "-o", "table.xlsx"),
        (_SHORT, _TABLE),
        writes=("table.xlsx",),
    ),
    "save": Operation(("report", "2022", "--save", "quy"), (_SHORT,)),
    "import": Operation(_IMPORT),
    "import-presenters": Operation(_PRESENTERS, (_CONFERENCE,)),
    "import-publications": Operation(_PUBLICATIONS, (_SHORT,)),
    "import-targets": Operation(_TARGETS),
    # A list of honours that awards what was proposed.
    "award": Operation(("import", "awarded.csv", "--as", "honours", "--yes"), (_SHORT, _PROPOSAL)),
    "update": Operation(
        ("import", "updated.csv", "--as", "exemplars", "--update", "--yes"), (_SHORT,)
    ),
    "errors": Operation(
        ("import", "bad.csv", "--as", "exemplars", "--yes", "--skip-bad", "--errors", "loi.xlsx"),
        writes=("loi.xlsx",),
    ),
    "merge": Operation(("merge", "other.db", "--yes"), _OTHER_OFFICE),
    # Presenters, publications, targets, a kept table, proposals and their decision.
    "merge-all": Operation(
        ("merge", "other.db", "--yes"),
        (
            *_OTHER_OFFICE,
            *(
                (*_OTHER, *words)
                for words in (
                    _CONFERENCE,
                    _PRESENTERS,
                    _PUBLICATIONS,
                    _TARGETS,
                    _TABLE,
                    *_DOSSIER,
                    _DECIDE,
                )
            ),
        ),
    ),
    "undo": Operation(("undo",), (_IMPORT,)),
    "purge": Operation(
        ("purge", "X1", "--yes"), (_SHORT, _HONOUR, ("backup",), ("report", "2023", "--keep", "1"))
    ),
    "compact": Operation(
        ("compact", "--yes"), (_SHORT, ("edit", "X1", "--position", "Bí thư")), ("-c", _NEXT_YEAR)
    ),
    "compact-undo": Operation(
        ("compact", "--undo"),
        (_SHORT, ("edit", "X1", "--position", "Bí thư"), ("compact", "--yes")),
        made_ready_by=("-c", _NEXT_YEAR),
    ),
    "keep": Operation(("report", "2022", "--keep", "45"), (_SHORT,)),
    "upgrade": Operation(("info",), (_IMPORT,), ("-c", _UPGRADE)),
    "backup": Operation(("backup", "kept.db"), (_IMPORT,), writes=("kept.db",)),
    "restore": Operation(
        ("restore", "kept.db", "--yes"), (("backup", "kept.db"), _IMPORT), lines_before=2
    ),
    "init": Operation(("--db", "new.db", "init", "--unit", "Xã Ba", "--yes"), writes=("new.db",)),
    "extract": Operation(("extract", "--unit", "U1", "-o", "x.db"), (_SHORT,), writes=("x.db",)),
    "report": Operation(
        ("report", "2021-2023", "-o", "report.xlsx", "--yes"),
        (("report", "2022", "-o", "report.xlsx"), _IMPORT),
        writes=("report.xlsx",),
    ),
    "paper": Operation(
        ("report", "2021-2023", "-o", "report.docx", "--yes"),
        (("report", "2022", "-o", "report.docx"), _SHORT),
        writes=("report.docx",),
    ),
    "page": Operation(
        ("report", "2021-2023", "-o", "report.html", "--yes"),
        (("report", "2022", "-o", "report.html"), _SHORT),
        writes=("report.html",),
    ),
    "fill": Operation(
        ("fill", "form.docx", "2022", "-o", "filled.docx", "--yes"),
        (_SHORT, ("report", "2022", "-o", "filled.docx")),
        writes=("filled.docx",),
    ),
    "list": Operation(
        ("list", "exemplars", "-o", "list-out.csv", "--yes"),
        (("list", "units", "-o", "list-out.csv"), _SHORT),
        writes=("list-out.csv",),
    ),
    "template": Operation(("template", "models", "-o", "form.xlsx"), writes=("form.xlsx",)),
    "export": Operation(("export", "-o", "out.xlsx"), (_SHORT,), writes=("out.xlsx",)),
    "export-all": Operation(("export", "--all", "-o", "out.zip"), (_SHORT,), writes=("out.zip",)),
    "export-folder": Operation(
        ("export", "--all", "-o", "package"), (_SHORT,), writes=("package",)
    ),
    "export-set": Operation(
        ("export", "exemplars", "units", "-o", "out", "--yes"),
        (("export", "exemplars", "units", "-o", "out"), _SHORT),
        writes=("out",),
    ),
}
# The tests try these; benchmarks/faults.py tries all.
TESTED = ("add", "import", "undo", "upgrade", "backup", "restore", "report", "errors", "export-set",
          "compact")  # fmt: skip


@dataclass
class Outcome:
    """What became of a run. `problem` is empty where every promise was kept.

    `left` are the rights of what a killed command left behind, which the next one sweeps.
    """

    state: str
    problem: str = ""
    left: tuple[str, ...] = ()


@dataclass
class Bench:
    """One operation made ready in a folder of its own."""

    name: str
    folder: Path
    shim: Path

    def __post_init__(self) -> None:
        self.operation = OPERATIONS[self.name]
        self.base, after, again = (
            self.folder / f"{self.name}-{part}" for part in ("base", "after", "again")
        )
        self.base.mkdir(parents=True)
        _write_lists(self.base)
        prepare = (
            ("init", "--unit", "Huyện Cẩm Xuyên"),
            ("add-unit", "--name", "Xã Hoa Lư", "--type", "commune"),
            ("add-unit", "--name", "Xã Ba Sao", "--type", "commune"),
            *self.operation.before,
        )
        for words in prepare:
            done = self._run(self.base, words, self.operation.made_ready_by)
            assert done.returncode == 0, done.stderr.decode()
        self.log = self.folder / f"{self.name}.log"
        self.old = self._state(self.base)
        # What holds a moment or a random identity differs from run to run and is not compared.
        self.new, other = self._done(after, FAULT_LOG=str(self.log)), self._done(again)
        self.steps = len(self.log.read_text().splitlines())
        self.moving = {key for key in self.new if self.new[key] != other.get(key)}

    def _done(self, desk: Path, **fault: str) -> State:
        shutil.copytree(self.base, desk)
        done = self._run(desk, self.operation.words, self.operation.program, **fault)
        assert done.returncode == 0, done.stderr.decode()
        return self._state(desk)

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
            "XDG_STATE_HOME": str(self.folder / "state"),
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
        left = tuple(f"{path.stat().st_mode & 0o777:o}" for path in _leftovers(desk))
        return replace(self._judge(desk, done), left=left)

    def _judge(self, desk: Path, done: subprocess.CompletedProcess[bytes]) -> Outcome:
        try:
            name = self._name_of(self._state(desk))
        except (AssertionError, EmulError, sqlite3.Error, OSError, zipfile.BadZipFile) as error:
            return Outcome("mixed", f"{type(error).__name__}: {error}")
        return Outcome(name, self._unkept(desk, done, name))

    def _unkept(self, desk: Path, done: subprocess.CompletedProcess[bytes], name: str) -> str:
        """The promise that was not kept, if any; runs the next command."""
        lived, said = done.returncode >= 0, done.stderr.decode().splitlines()
        if name == "mixed":
            return "neither the old nor the new state"
        if lived and done.returncode and len(said) not in (1, 1 + self.operation.lines_before):
            return f"{len(said)} lines: {said}"
        if lived and not done.returncode and name == "old" and self.old != self.new:
            return "said it was done, and it was not"
        again = self._run(desk, self.operation.words, self.operation.program)
        ready = again.returncode == 0 or (name == "new" and again.returncode in (1, 3, 6))
        if not ready:
            return f"next command: {again.stderr.decode()}"
        kept = _leftovers(desk) if again.returncode == 0 else []
        return f"not swept: {[path.name for path in kept]}" if kept else ""

    def _name_of(self, state: State) -> str:
        def same(other: State) -> bool:
            keys = (state.keys() | other.keys()) - self.moving
            return all(state.get(key) == other.get(key) for key in keys)

        if same(self.old):
            return "old"
        if same(self.new):
            return "new"
        # The register is committed, and only the name of what goes back to the sender is missing.
        without = {key: value for key, value in self.new.items() if key[0] != "loi.xlsx"}
        return "unnamed" if self.name == "errors" and same(without) else "mixed"

    def _state(self, desk: Path) -> State:
        """All that is on a desk under its final name."""
        path = desk / REGISTER
        with closing(connections.connect(path, "rw")) as connection:
            assert not backups.complaints(connection), "the register is damaged"
            state = _columns(connection, REGISTER)
            for one in put_away(connection):
                assert unharmed(path, one), f"{one.file} is not whole"
        for backup in backups.found(path):
            assert backup.unharmed, f"{backup.path.name} is not whole"
            with closing(sqlite3.connect(f"file:{backup.path}?mode=ro", uri=True)) as kept:
                assert not backups.complaints(kept), f"{backup.path.name} is damaged"
        for name in self.operation.writes:
            if (desk / name).exists():
                state |= _written(desk / name)
        return state


def _write_lists(desk: Path) -> None:
    head = "Họ tên,Loại,Đơn vị,Lĩnh vực,Phát hiện"

    def write(name: str, rows: list[str]) -> None:
        (desk / name).write_text("\n".join([head, *rows]) + "\n", "utf-8")

    rows = [f"Người mẫu {n},cá nhân,Xã Hoa Lư,y tế,2022" for n in range(LIST_ROWS)]
    write("list.csv", rows)
    write("short.csv", rows[:20])
    write("updated.csv", [row.replace("y tế", "giáo dục") for row in rows[:20]])
    _write_other_lists(desk)
    write("bad.csv", [*rows[:5], "Người sai,cá nhân,Xã Hoa Lư,y tế,31/02/2022"])
    form = docx.Document()
    form.add_paragraph("Cả thảy [[điển hình.câu 1]]")
    form.save(str(desk / "form.docx"))


def _write_other_lists(desk: Path) -> None:
    """Of a conference: who hands over, what was published, what units are to reach, awards."""
    lists = {
        "presenters": "Tên người trao,Chức vụ,Hội nghị\nLê Văn Mẫu,Bí thư,Hội nghị biểu dương\n"
        "Trần Thị Mẫu,Chủ tịch,Hội nghị biểu dương\n",
        "publications": "Tên tác phẩm,Hình thức tuyên truyền,Điển hình được tuyên truyền,"
        "Ngày đăng\nGiữ lửa phong trào,Bài viết,Người mẫu 1,12/03/2024\n",
        "targets": "Đơn vị,Năm,Chỉ tiêu,Số lượng giao\nXã Hoa Lư,2024,Mô hình đăng ký,5\n"
        "Xã Hoa Lư,2024,Mô hình được công nhận,3\n",
        "awarded": "Họ tên,Loại,Đơn vị,Hành vi,Hình thức,Số quyết định,Ngày quyết định\n"
        "Người mẫu 1,cá nhân,Xã Hoa Lư,khen thưởng,Giấy khen,9/QĐ-UBND,20/12/2023\n",
    }
    for name, text in lists.items():
        (desk / f"{name}.csv").write_text(text, "utf-8")


def _leftovers(desk: Path) -> list[Path]:
    folders = [desk, *(path for path in desk.iterdir() if path.is_dir())]
    return leftovers.found(*folders)


# Says when the file was written, to the second: two runs of one command may agree or not.
_OF_THE_MOMENT = "docProps/core.xml"


def _written(path: Path) -> State:
    """What a file or folder holds, as far as two runs of one command would agree on it."""
    if path.is_dir():
        found: State = {(path.name, ""): True}
        for file in path.iterdir():
            found |= {
                (f"{path.name}/{name}", part): held for (name, part), held in _written(file).items()
            }
        return found
    if path.suffix == ".db":
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as kept:
            assert not backups.complaints(kept), f"{path.name} is damaged"
            return _columns(kept, path.name)
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as parts:
            assert parts.testzip() is None, f"{path.name} is damaged"
            return {
                (path.name, part.filename): part.filename == _OF_THE_MOMENT or part.CRC
                for part in parts.infolist()
            }
    return {(path.name, ""): hashlib.sha256(path.read_bytes()).hexdigest()}


# Moments and random identities, and what is worked out from them.
_MOMENTARY = ("at", "uuid", "digest", "salt", "chain", "before", "after")


def _columns(connection: sqlite3.Connection, file: str) -> State:
    """Every table by the digests of its columns."""
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    state: State = {(file, "version"): version}
    for name in (*log_triggers.tables(connection), *log_triggers.NOT_LOGGED):
        cursor = connection.execute(f"SELECT * FROM {name}")
        rows = cursor.fetchall()
        state[file, name] = len(rows)
        for place, (column, *_) in enumerate(cursor.description):
            if column in _MOMENTARY:
                continue
            values = repr(sorted(repr(row[place]) for row in rows))
            state[file, f"{name}.{column}"] = hashlib.sha256(values.encode()).hexdigest()
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
