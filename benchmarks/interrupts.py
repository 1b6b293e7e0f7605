"""Ctrl-C at random moments of a long import and a long report: how soon it ends, and what is left.

.venv/bin/python benchmarks/interrupts.py [TIMES]
"""

import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from contextlib import closing
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(TOP / "src"))

from emulation_cli.register.copies import backups  # noqa: E402
from emulation_cli.register.opening import connections  # noqa: E402

ROWS = 20_000
IMPORT = ("import", "long.csv", "--as", "exemplars", "--yes")
REPORT = ("report", "2022", "-o", "report.xlsx")


def main() -> None:
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    with tempfile.TemporaryDirectory() as name:
        desk = Path(name)
        rows = [f"Người mẫu {n},cá nhân,Xã Hoa Lư,y tế,2022" for n in range(ROWS)]
        lines = ["Họ tên,Loại,Đơn vị,Lĩnh vực,Phát hiện", *rows]
        (desk / "long.csv").write_text("\n".join(lines) + "\n", "utf-8")
        _wait(_started(desk, "init"))
        _wait(_started(desk, "add-unit", "--name", "Xã Hoa Lư", "--type", "commune"))
        _interrupted(desk, IMPORT, times)
        _wait(_started(desk, *IMPORT))
        _interrupted(desk, REPORT, times)


def _started(desk: Path, *words: str) -> subprocess.Popen[bytes]:
    settings = {
        "PYTHONPATH": str(TOP / "src"),
        "EMUL_DB": str(desk / "register.db"),
    }
    return subprocess.Popen(
        [sys.executable, "-m", "emulation_cli", *words],
        cwd=desk, env=os.environ | settings, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
    )  # fmt: skip


def _wait(running: subprocess.Popen[bytes]) -> None:
    said = running.communicate()[1].decode()
    assert running.returncode == 0, said


def _interrupted(desk: Path, words: tuple[str, ...], times: int) -> None:
    """Interrupt a command `times` times and print how it ended."""
    before, longest, codes = _records(desk), 0.0, Counter[int]()
    for _ in range(times):
        running = _started(desk, *words)
        time.sleep(random.uniform(0.15, 2.0))  # noqa: S311 (moments)
        sent = time.monotonic()
        running.send_signal(signal.SIGINT)
        said = running.communicate()[1].decode()
        codes[running.returncode] += 1
        longest = max(longest, time.monotonic() - sent)
        assert "Traceback" not in said, said
        assert running.returncode == 0 or _records(desk) == before, "half done"
        if running.returncode == 0 and words is IMPORT:
            _wait(_started(desk, "undo"))
    print(f"{words[0]}: exit codes {dict(codes)}, the longest end took {longest:.2f} s")


def _records(desk: Path) -> int:
    with closing(connections.connect(desk / "register.db", "rw")) as connection:
        assert not backups.complaints(connection)
        return int(connection.execute("SELECT count(*) FROM exemplar").fetchone()[0])


if __name__ == "__main__":
    main()
