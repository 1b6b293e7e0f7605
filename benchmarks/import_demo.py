"""How long `emul demo` takes, all sample lists imported: python benchmarks/import_demo.py

Whole processes, the median of five; exits with 1 above three seconds.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from emulation_cli import resources

ROUNDS, BOUND = 5, 3.0
EMUL = str(Path(sys.executable).with_name("emul"))


def one_run() -> float:
    """Seconds that `emul demo` takes in a folder of its own: import and report."""
    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        subprocess.run([EMUL, "demo"], cwd=folder, check=True, capture_output=True)
        return time.perf_counter() - start


def main() -> int:
    """Print the median; 1 if it is over the bound."""
    for name in ("PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED", "EMUL_DB"):
        os.environ.pop(name, None)
    lists = sum(path.is_file() for path in resources.sample_lists().rglob("*"))
    seconds = statistics.median(one_run() for _ in range(ROUNDS))
    verdict = "yes" if seconds < BOUND else "NO"
    sys.stdout.write(f"emul demo, {lists} lists: {seconds:.2f} s, under {BOUND:.0f} s: {verdict}\n")
    return int(seconds >= BOUND)


if __name__ == "__main__":
    sys.exit(main())
