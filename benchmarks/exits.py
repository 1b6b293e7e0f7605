"""What each exit takes in memory and processor time, by the length of the list.

`python benchmarks/exits.py [--rows 50000 200000]` makes registers of so many exemplars (and as many
honours) and writes each of them out in every way. Memory that does not grow with the rows is the
aim: the page cache of SQLite alone takes up to 64 MB of it.
"""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
from multiprocessing import Process
from pathlib import Path

from scale_registers import make

EXITS = (
    ("list", "exemplars", "-o", "list.csv"),
    ("list", "exemplars", "-o", "list.json"),
    ("list", "exemplars", "-o", "list.xlsx"),
    ("list", "honours", "-o", "honours.xlsx"),
    ("export", "--all", "-o", "package"),
    ("export", "--postgres", "-o", "register.sql"),
    ("report", "2021-2023", "-o", "report.csv"),
    ("report", "2021-2023", "-o", "report.json"),
    ("report", "2021-2023", "-o", "report.html"),
    ("report", "2021-2023", "-o", "report.xlsx"),
)


def measured(register: Path, words: tuple[str, ...], folder: Path) -> tuple[int, float]:
    """Megabytes at the peak and seconds of processor of one command in a process of its own."""
    program = [sys.executable, "-m", "emulation_cli", "--db", str(register), *words, "--yes"]
    process = subprocess.Popen(
        program, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, used = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"{' '.join(words)}: exit {status}")
    return _peak(used), used.ru_utime + used.ru_stime


def _peak(used: resource.struct_rusage) -> int:
    kilobyte = 1 if sys.platform != "darwin" else 1024
    return used.ru_maxrss // kilobyte // 1024


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, nargs="+", default=[50_000, 200_000])
    parser.add_argument("--only", help="exits whose words have this among them")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        for rows in asked.rows:
            register = folder / f"{rows}.db"
            maker = Process(target=make, args=(register, 2 * rows))
            maker.start()
            maker.join()  # a child's peak is never told as less than its parent had at its birth
            for words in EXITS:
                if not asked.only or asked.only in " ".join(words):
                    megabytes, seconds = measured(register, words, folder)
                    print(f"{rows:>9,} {' '.join(words):<42} {megabytes:>5} MB {seconds:>7.1f} s")
            register.unlink()


if __name__ == "__main__":
    main()
