"""How many times `python -c pass` a command takes: python benchmarks/startup.py [--against EMUL]

Seconds of the processor of whole processes; the commands take turns and the means are compared, for
a machine drifts twofold within minutes. With --against another `emul`, such as that of a checkout
of an older commit, each command is asked of both in the same run. With PYTHONDONTWRITEBYTECODE our
own modules would be compiled at every start, so it is taken out. Exits with 1 above a bound.
"""

import argparse
import os
import pty
import statistics
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

UNFAIR = ("PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED", "EMUL_DB", "EMUL_LANG")
OURS = str(Path(sys.executable).with_name("emul"))
MODEL = ("--unit", "U3", "--field", "KT", "--year", "2023")
REPORT = ("report", "2021-2023")
ON_A_TERMINAL = "on a terminal"

# Each command with the ratio that it must stay under; {turn} makes a name new at each turn.
CASES: dict[str, tuple[tuple[str, ...], float | None]] = {
    "report, json": ((*REPORT, "--format", "json"), 6.5),
    "report, in a pipe": (REPORT, 7.5),
    f"report, {ON_A_TERMINAL}": (REPORT, 9),
    "search nguyen": (("search", "nguyen"), 6),
    "show X5": (("show", "X5"), 6),
    "list exemplars": (("list", "exemplars"), None),
    "add-model …": (("add-model", "--name", "Mô hình đo {turn}", *MODEL), 10),
    "import of 40 rows": (("import", "{folder}/forty.csv", "--yes", "--dry-run"), 10),
    "--help": (("--help",), 16),
    "report to html": ((*REPORT, "-o", "{folder}/{turn}{which}.html"), None),
    "report to docx": ((*REPORT, "-o", "{folder}/{turn}{which}.docx"), None),
    "report to xlsx": ((*REPORT, "-o", "{folder}/{turn}{which}.xlsx"), None),
}


def write_forty(path: Path) -> None:
    """A list of forty people of the demo register's communes."""
    units = ("Xã Cẩm Bình", "Xã Cẩm Duệ", "Xã Cẩm Dương", "Xã Cẩm Hà")
    with path.open("w", encoding="utf-8") as file:
        print("STT;Họ và tên;Đối tượng;Năm sinh;Đơn vị;Lĩnh vực;Năm phát hiện", file=file)
        for n in range(40):
            name = f"Trần Thị Thử {'ABCDEFGHIK'[n % 10]} {'LMNO'[n // 10]}"
            print(n + 1, name, "Cá nhân", 1950 + n, units[n % 4], "Y tế", 2022, sep=";", file=file)


def run(command: list[str], terminal: bool) -> None:
    """Run a command to its end; raises CalledProcessError."""
    if not terminal:
        subprocess.run(command, check=True, capture_output=True, stdin=subprocess.DEVNULL)
        return
    ours, theirs = pty.openpty()
    process = subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs)
    os.close(theirs)
    with suppress(OSError):  # the end of a terminal
        while os.read(ours, 65536):
            pass
    os.close(ours)
    process.wait()


def seconds(command: list[str], terminal: bool = False) -> float:
    """Seconds of the processor that a command takes."""
    before = os.times()
    run(command, terminal)
    after = os.times()
    used = after.children_user + after.children_system
    return used - before.children_user - before.children_system


def measure(programs: list[str], rounds: int, names: list[str]) -> dict[tuple[str, str], float]:
    """The mean of each command of each program, and of `python -c pass` under ("", "")."""
    runs: dict[tuple[str, str], list[float]] = {}
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        write_forty(folder / "forty.csv")
        for which, program in enumerate(programs):
            (folder / str(which)).mkdir()
            subprocess.run(
                [program, "demo"], cwd=folder / str(which), check=True, capture_output=True
            )
        for turn in range(-1, rounds):  # turn -1 warms the caches and is not counted
            taken = {("", ""): seconds([sys.executable, "-c", "pass"])}
            for name in names:
                for which, program in enumerate(programs):
                    values = {"turn": turn + 1, "folder": folder, "which": which}
                    words = [word.format(**values) for word in CASES[name][0]]
                    register = folder / str(which) / "emul-demo.db"
                    whole = [program, "--db", str(register), *words]
                    taken[program, name] = seconds(whole, ON_A_TERMINAL in name)
            if turn >= 0:
                for key, one in taken.items():
                    runs.setdefault(key, []).append(one)
    return {key: statistics.mean(some) for key, some in runs.items()}


def main() -> int:
    """Print a line for each command; 1 if one is over its bound."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("cases", nargs="*", default=list(CASES))
    parser.add_argument("--against")
    parser.add_argument("--rounds", type=int, default=21)
    asked = parser.parse_args()
    for name in UNFAIR:
        os.environ.pop(name, None)
    programs = [OURS, *filter(None, [asked.against])]
    means = measure(programs, asked.rounds, asked.cases)
    floor = means["", ""]
    over = False
    for name in asked.cases:
        bound = CASES[name][1]
        ratios = [means[program, name] / floor for program in programs]
        verdict = "" if bound is None else f"under {bound}: {'yes' if ratios[0] < bound else 'NO'}"
        over |= bound is not None and ratios[0] >= bound
        beside = f"{ratios[1]:6.1f} ×  {ratios[0] / ratios[1]:5.2f}" if asked.against else ""
        sys.stdout.write(f"{name:26}{ratios[0]:6.1f} ×  {beside}  {verdict}\n")
    return int(over)


if __name__ == "__main__":
    sys.exit(main())
