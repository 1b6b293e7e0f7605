"""How many times `python -c pass` a command takes: python benchmarks/startup.py

Only ratios of one run hold: a machine drifts twofold within minutes. The commands take turns, the
medians are compared. With PYTHONDONTWRITEBYTECODE our own modules would be compiled at every start,
so it is taken out. Exits with 1 when a bound is passed.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROUNDS = 21
UNFAIR = ("PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED", "EMUL_DB", "EMUL_LANG")
EMUL = str(Path(sys.executable).with_name("emul"))
MODEL = ("--unit", "U3", "--field", "KT", "--year", "2023")


def cases(register: Path) -> dict[str, tuple[list[str], float | None]]:
    """Each command line with the ratio that it must stay under."""
    emul = [EMUL, "--db", str(register)]
    return {
        "python -c pass": ([sys.executable, "-c", "pass"], None),
        "emul --version": ([EMUL, "--version"], None),
        "emul report 2021-2023 --format json": (
            [*emul, "report", "2021-2023", "--format", "json"],
            8,
        ),
        "emul add-model …": ([*emul, "add-model", "--name", "{name}", *MODEL], 10),
        "emul --help": ([EMUL, "--help"], 16),
        "emul list exemplars": ([*emul, "list", "exemplars"], None),
        "emul report 2021-2023": ([*emul, "report", "2021-2023"], None),
    }


def timed(command: list[str], turn: int) -> float:
    """Seconds of one run; a new name at each turn, so that recording really records."""
    words = [
        word.format(name=f"Mô hình đo {turn}") if word == "{name}" else word for word in command
    ]
    start = time.perf_counter()
    subprocess.run(words, check=True, capture_output=True, stdin=subprocess.DEVNULL)
    return time.perf_counter() - start


def main() -> int:
    """Print a line for each command; 1 if one is over its bound."""
    for name in UNFAIR:
        os.environ.pop(name, None)
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([EMUL, "demo"], cwd=folder, check=True, capture_output=True)
        table = cases(Path(folder) / "emul-demo.db")
        runs: dict[str, list[float]] = {name: [] for name in table}
        for turn in range(-1, ROUNDS):  # turn -1 warms the caches and is not counted
            for name, (command, _) in table.items():
                seconds = timed(command, turn)
                if turn >= 0:
                    runs[name].append(seconds)
    return judged(table, {name: statistics.median(seconds) for name, seconds in runs.items()})


def judged(table: dict[str, tuple[list[str], float | None]], medians: dict[str, float]) -> int:
    """Print ratio, milliseconds and verdict of each command; 1 if one is over its bound."""
    floor = next(iter(medians.values()))
    over = 0
    for name, (_, bound) in table.items():
        ratio = medians[name] / floor
        verdict = "" if bound is None else f"under {bound}: {'yes' if ratio < bound else 'NO'}"
        over |= bound is not None and ratio >= bound
        sys.stdout.write(f"{name:38} {ratio:6.1f} ×  {medians[name] * 1000:6.1f} ms  {verdict}\n")
    return int(over)


if __name__ == "__main__":
    sys.exit(main())
