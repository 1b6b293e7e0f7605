"""How `emul` grows with the register, beside bare SQLite, DuckDB and pandas.

    python benchmarks/scale.py [--folder FOLDER] [--rounds N] [--in-lists] [RECORDS …]

Registers of 10,000, 100,000, 1 and 5 million exemplars and honours (unless given) are made in the
folder, or found there from a run before; 5 million take 3 GB, and as much again for each of two
peers. Whole processes in turn, medians; seconds of the processor, for a machine that has other
things to do lengthens only those of the clock. Peers come by `pip install -e '.[bench]'`; one that
is not there is left out. DuckDB asks its own copy of the tables: its reader of SQLite files is an
extension that it fetches from the network.
"""

import argparse
import os
import resource
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from pathlib import Path

import scale_questions as asked
from scale_registers import make

RECORDS = (10_000, 100_000, 1_000_000, 5_000_000)
EMUL = str(Path(sys.executable).with_name("emul"))
PERIOD, WORDS = "2021-2023", ("kim", "hanh", "oanh")
COMMUNE, DISTRICT = "C7", "D1"
PASS, DEMO = "python -c pass", "emul, demo register"
QUIET_ENOUGH = 20.0  # what takes longer is measured once
DUCK = """
import sys, duckdb
connection = duckdb.connect(sys.argv[1], read_only=True)
for sql in sys.argv[2].split(";"):
    if sql.strip():
        connection.execute(sql.replace("+id", "id")).fetchall()
"""
TABLES = ("unit", "decision", "event", "model", "registration", "model_milestone", "exemplar",
          "exemplar_milestone", "honour")  # fmt: skip
Commands = Mapping[str, list[str]]


def emul(register: Path, *words: str) -> list[str]:
    return [EMUL, "--db", str(register), *words]


def questions(register: Path, bare: Path, duck: Path) -> Iterator[tuple[str, Commands]]:
    """Each question with the commands that answer it."""
    json = ("--format", "json")
    python = [sys.executable, "-c"]

    def peers(sql: str, pandas: str | None = None, *more: str) -> dict[str, list[str]]:
        found = {"sqlite3": ["sqlite3", "-readonly", str(bare), sql]}
        if duck.exists():
            found["DuckDB"] = [*python, DUCK, str(duck), sql]
        if pandas and _has("pandas"):
            found["pandas"] = [*python, pandas, str(bare), *more]
        return found

    report = emul(register, "report", PERIOD, *json)
    yield "report, nation", {"emul": report, **peers(asked.report(), asked.PANDAS_REPORT)}
    for name, code in (("report, district", DISTRICT), ("report, commune", COMMUNE)):
        yield name, {"emul": [*report, "--unit", code], **peers(asked.report(code))}
    tally = emul(register, "tally", "exemplars", "--period", PERIOD, "--by", "unit,field", *json)
    yield "tally, unit × field", {"emul": tally, **peers(asked.TALLY, asked.PANDAS_TALLY)}
    first = ("list", "honours", "--period", PERIOD, "--unit", COMMUNE, "--limit", "50", *json)
    yield "list, first 50", {"emul": emul(register, *first), **peers(asked.page(COMMUNE))}
    search = peers(asked.search(*WORDS), asked.PANDAS_SEARCH, *WORDS)
    yield "search", {"emul": emul(register, "search", *WORDS), **search}


def _has(module: str) -> bool:
    command = [sys.executable, "-c", f"import {module}"]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def made(folder: Path, records: int, *, in_lists: bool) -> tuple[Path, Path, Path]:
    """The register, its copy with the best index of bare SQLite, and the tables in DuckDB."""
    name = f"{records}-in-lists" if in_lists else str(records)
    register, bare, duck = (folder / f"{name}{end}" for end in (".db", ".bare.db", ".duckdb"))
    builders: dict[Path, Callable[[Path], None]] = {
        register: lambda path: make(path, records, in_lists=in_lists),
        bare: lambda path: _bare(path, register),
        duck: lambda path: _duck(path, register),
    }
    for path, build in builders.items():
        if not path.exists():
            unfinished = folder / "unfinished"
            unfinished.unlink(missing_ok=True)
            build(unfinished)
            if unfinished.exists():
                unfinished.rename(path)
    return register, bare, duck


def _bare(path: Path, register: Path) -> None:
    shutil.copyfile(register, path)
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(f"PRAGMA journal_mode = OFF; {asked.BEST_INDEX}")


def _duck(path: Path, register: Path) -> None:
    if not _has("duckdb"):
        return
    import duckdb

    with closing(sqlite3.connect(register)) as source:
        types = {
            table: {
                name: "BIGINT" if kind == "INTEGER" else "VARCHAR"
                for _, name, kind, *_ in source.execute(f"PRAGMA table_xinfo({table})")
            }
            for table in TABLES
        }
    with duckdb.connect(str(path)) as connection, tempfile.TemporaryDirectory() as folder:
        for table in TABLES:
            rows = Path(folder) / "rows.csv"
            with rows.open("wb") as file:
                sql = f"SELECT * FROM {table}"
                subprocess.run(
                    ["sqlite3", "-readonly", "-header", "-csv", register, sql],
                    stdout=file,
                    check=True,
                )
            connection.execute(
                f"CREATE TABLE {table} AS SELECT * FROM read_csv(?, columns = {types[table]})",
                [str(rows)],
            )


def seconds(command: list[str]) -> tuple[float, float]:
    """Seconds of the processor and of the clock; nothing found is an answer as well."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run(command, capture_output=True, check=False)
    clock, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode not in (0, 1) or (done.returncode and "search" not in command):
        raise RuntimeError(done.stderr.decode()[-500:])
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, clock


def measured(commands: Commands, rounds: int) -> dict[str, tuple[float, float]]:
    """The medians of each command; they take turns, and the first turn warms the caches."""
    runs: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
    for _ in range(rounds + 1):
        for name, command in commands.items():
            if not runs[name] or runs[name][0][0] < QUIET_ENOUGH:
                runs[name].append(seconds(command))
    return {
        name: (
            statistics.median(cpu for cpu, _ in found[1:] or found),
            statistics.median(clock for _, clock in found[1:] or found),
        )
        for name, found in runs.items()
    }


def on_demo(commands: Commands, demo: Path) -> list[str]:
    """The same command of emul, on the register of the demo."""
    words = list(commands["emul"])
    words[2] = str(demo)
    return ["Xã Cẩm Duệ" if word in (COMMUNE, DISTRICT) else word for word in words]


def measure(paths: tuple[Path, Path, Path], demo: Path, records: int, rounds: int) -> None:
    for question, commands in questions(*paths):
        floor = {PASS: [sys.executable, "-c", "pass"], DEMO: on_demo(commands, demo)}
        found = measured({**floor, **commands}, rounds)
        for name, (cpu, clock) in found.items():
            more = (found["emul"][0] - found[DEMO][0]) / found[PASS][0]
            said = f"{more:+.1f} × pass" if name == DEMO else f"{found['emul'][0] / cpu:.2f} ×"
            said = "" if name in (PASS, "emul") else f"emul {said}"
            sys.stdout.write(
                f"{records:>9,}  {question:<20}{name:<20}{cpu:9.3f} s {clock:9.3f} s  {said}\n"
            )
        sys.stdout.flush()


def main() -> int:
    """Measure every size that is asked for."""
    parser = argparse.ArgumentParser(description="How emul grows with the register.")
    parser.add_argument("records", nargs="*", type=int, default=RECORDS)
    parser.add_argument("--folder", type=Path, help="where the registers lie, and stay")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument(
        "--in-lists", action="store_true", help="a commune's rows of a year together"
    )
    given = parser.parse_args()
    for name in ("PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED", "EMUL_DB", "EMUL_LANG"):
        os.environ.pop(name, None)
    with tempfile.TemporaryDirectory() as name:
        subprocess.run([EMUL, "demo"], cwd=name, check=True, capture_output=True)
        for records in given.records:
            paths = made(given.folder or Path(name), records, in_lists=given.in_lists)
            measure(paths, Path(name) / "emul-demo.db", records, given.rounds)
    return 0


if __name__ == "__main__":
    sys.exit(main())
