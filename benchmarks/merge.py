"""How merging many registers compares with copying their rows: python benchmarks/merge.py [COUNT]

COUNT registers of 300 entries (69: a province; 3300: the nation) are merged into an empty one,
and again after 1 % of the entries changed. Beside it the same rows are copied by ATTACH and
INSERT … SELECT in bare SQLite, without a log, without a look at what is there. Last the report over
what was merged, with successions and without. Only ratios of one run hold.
"""

import shutil
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

from emulation_cli import resources
from emulation_cli.domain.text import comparing_key, fold
from emulation_cli.domain.times.period import Period
from emulation_cli.register.log.lasting_tables import lasting
from emulation_cli.register.merging.register_merge import MergeWishes, merge
from emulation_cli.register.opening.register_file import create, open_register
from emulation_cli.register.opening.seeds import insert_terms
from emulation_cli.register.recording import editing
from emulation_cli.register.store import Register
from emulation_cli.tallies.measures.figures import ReportRequest
from emulation_cli.tallies.measures.period_figures import figures

ENTRIES = 300
FIRST_BOUND, REPORT_BOUND = 4.0, 1.5


def timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def fill(path: Path, number: int) -> None:
    """One commune's register: a third exemplars, a third models, a third honours."""
    with open_register(path) as register:
        connection = register.connection
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute(
            "UPDATE setting SET value = lower(hex(randomblob(16))) WHERE name = 'uuid'"
        )
        with register.change():
            unit = {"code": f"X{number}", "name": f"Xã số {number}", "type": "commune"}
            keys = {"name_key": fold(unit["name"]), "place_key": f"so {number}"}
            register.insert("unit", unit | keys)
            third = ENTRIES // 3
            for table, sql in ROWS.items():
                connection.executemany(sql, (row(table, i, number) for i in range(third)))


ROWS = {
    "exemplar": "INSERT INTO exemplar (name, name_key, comparing_key, kind, unit_id, field,"
    " position) VALUES (?, ?, ?, 'individual', 1, 'y-te', ?)",
    "exemplar_milestone": "INSERT INTO exemplar_milestone (exemplar_id, milestone, date)"
    " VALUES (?, 'discovered', ?)",
    "model": "INSERT INTO model (name, name_key, comparing_key, kind, unit_id, field, leader)"
    " VALUES (?, ?, ?, 'collective', 1, 'KT', ?)",
    "registration": "INSERT INTO registration (model_id, date, status) VALUES (?, ?, 'new')",
    "honour": "INSERT INTO honour (recipient, name_key, comparing_key, kind, unit_id, act,"
    " position, date) VALUES (?, ?, ?, 'individual', 1, 'praise', ?, '2023-10-04')",
}


def row(table: str, i: int, number: int) -> tuple[object, ...]:
    if table in ("exemplar_milestone", "registration"):
        return i + 1, str(2021 + i % 3)
    name = f"Nguyễn Văn {number} thứ {i}"
    return name, fold(name), comparing_key(name), "Trưởng thôn, Bí thư chi bộ"


def copied(target: Path, paths: list[Path]) -> None:
    """The same rows by bare SQLite: same tables and indexes, no triggers, no questions asked."""
    with closing(sqlite3.connect(target, isolation_level=None)) as bare:
        bare.execute("PRAGMA synchronous = OFF")
        bare.executescript(resources.schema().read_text("utf-8"))
        insert_terms(bare)
        tables = lasting(bare)
        for path in paths:
            bare.execute("ATTACH ? AS theirs", (str(path),))
            bare.execute("BEGIN")
            bare.execute("PRAGMA defer_foreign_keys = ON")
            offsets = {
                name: bare.execute(f"SELECT ifnull(max(id), 0) FROM main.{name}").fetchone()[0]
                for name in tables
            }
            for name, table in tables.items():
                columns = ", ".join(("id", *table.columns[1:]))
                moved = {"id": name, **table.references}
                values = ", ".join(
                    f"{column} + {offsets[moved[column]]}" if column in moved else column
                    for column in ("id", *table.columns[1:])
                )
                bare.execute(
                    f"INSERT INTO main.{name} ({columns}) SELECT {values} FROM theirs.{name}"
                )
            bare.execute("COMMIT")
            bare.execute("DETACH theirs")


def changed(paths: list[Path]) -> int:
    """One entry of a hundred is edited, in as many registers as that takes."""
    count = max(1, len(paths) * ENTRIES // 100)
    for place in range(count):
        with open_register(paths[place % len(paths)]) as register:
            register.connection.execute("PRAGMA synchronous = OFF")
            editing.edit(register, f"X{1 + place // len(paths)}", {"position": "Nghỉ hưu"})
    return count


def merged(target: Path, paths: list[Path]) -> None:
    with open_register(target) as register:
        outcome = merge(register, paths, MergeWishes())
        assert not outcome.blocked


def succeeded(target: Path) -> None:
    """Three communes of each four are followed by the fourth."""
    with open_register(target) as register, register.change():
        numbers = [number for (number,) in register.connection.execute("SELECT id FROM unit")]
        for place, old in enumerate(numbers):
            new = numbers[place - place % 4]
            if old != new:
                values = {"old_unit_id": old, "new_unit_id": new, "date": "2025-07-01"}
                register.insert("unit_succession", values)


def reported(register: Register, units: str) -> float:
    request = ReportRequest(Period.parse("2021-2023"), units=units)
    return min(timed(lambda: figures(register, request)) for _ in range(5))


def lines(count: int, folder: Path) -> Iterator[tuple[str, str]]:
    template = folder / "template.db"
    create(template, unit_name="Xã", language="vi").close()
    paths = [folder / f"{number}.db" for number in range(count)]
    for number, path in enumerate(paths):
        shutil.copy(template, path)
        fill(path, number)
    target = folder / "target.db"
    create(target, unit_name="Tỉnh", language="vi").close()
    bare = timed(lambda: copied(folder / "bare.db", paths))
    first = timed(lambda: merged(target, paths))
    yield "copied by bare SQLite", f"{bare:.2f} s"
    yield "first merge", f"{first:.2f} s, {first / bare:.1f} ×, at most {FIRST_BOUND:g} ×"
    yield "nothing changed", f"{timed(lambda: merged(target, paths)):.2f} s"
    touched = changed(paths)
    again = timed(lambda: merged(target, paths))
    yield f"again, {touched} entries changed", f"{again:.2f} s"
    with open_register(target) as register:
        then = reported(register, "then")
    succeeded(target)
    with open_register(target) as register:
        now = reported(register, "now")
    yield "report then", f"{then * 1000:.0f} ms"
    yield "report now", f"{now * 1000:.0f} ms, {now / then:.2f} ×, at most {REPORT_BOUND:g} ×"
    if first / bare > FIRST_BOUND or now / then > REPORT_BOUND:
        yield "", "a bound is passed"


def main() -> int:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 69
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        for name, value in lines(count, Path(folder)):
            sys.stdout.write(f"{name:<34}{value}\n")
            failed |= not name
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
