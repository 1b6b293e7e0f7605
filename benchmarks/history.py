"""What history costs: an import with the log and without it, by turns; of each the median.

Processor time, and the disk apart: on a machine that is busy with other things too, the time on
the clock tells of those.

.venv/bin/python benchmarks/history.py [ROWS]
"""

import sys
import tempfile
import time
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from statistics import median
from unittest import mock

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "src"))

from emulation_cli.intake.model import Hints
from emulation_cli.register.log import log_triggers
from emulation_cli.register.opening import register_file
from emulation_cli.register.recording import bulk_rows, new_records
from emulation_cli.taking_in.results import Wishes
from emulation_cli.taking_in.runs import run

TURNS = 7
UNITS = 20


def main() -> None:
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _write_list(folder / "list.csv", rows)
        seconds: dict[bool, list[float]] = {True: [], False: []}
        for turn in range(TURNS):
            for logged in (True, False):
                path = folder / f"{turn}-{logged}.db"
                seconds[logged].append(_timed(path, folder / "list.csv", logged=logged))
                path.unlink()
        with_log, without = (median(seconds[logged]) for logged in (True, False))
        each = sorted(a / b for a, b in zip(seconds[True], seconds[False], strict=True))
        print(f"{rows} rows: {with_log:.2f} s with history, {without:.2f} s without")
        print(f"ratio {with_log / without:.2f}, of single turns {each[0]:.2f} to {each[-1]:.2f}")


def _timed(path: Path, listed: Path, *, logged: bool) -> float:
    with register_file.create(path, unit_name="Huyện Cẩm Xuyên", language="vi") as register:
        for number in range(UNITS):
            new_records.add(register, "units", {"name": f"Xã Mẫu {number}", "type": "commune"})
        if not logged:
            for trigger in log_triggers.present(register.connection):
                register.connection.execute(f"DROP TRIGGER {trigger}")
        with nullcontext() if logged else _nothing_logged_by_hand():
            started = time.process_time()
            outcome = run(register, [listed], Wishes(hints=Hints(register="exemplars")))
            elapsed = time.process_time() - started
        assert outcome.import_id, "nothing was taken in"
        told = register.rows("SELECT count(*) AS n FROM change_row WHERE table_name = 'exemplar'")
        assert bool(told[0]["n"]) is logged, "the log was not as it should be"
    return elapsed


def _nothing_logged_by_hand() -> AbstractContextManager[object]:
    """Many rows at once are logged by their own statement (register/recording/bulk_rows.py)."""
    return mock.patch.multiple(
        bulk_rows, by_hand=lambda *_: nullcontext(), extended=lambda *_: None
    )


def _write_list(path: Path, rows: int) -> None:
    lines = ["Họ tên,Loại,Đơn vị,Lĩnh vực,Phát hiện,Chức vụ,Năm sinh"]
    lines += [
        f"Người mẫu {n},cá nhân,Xã Mẫu {n % UNITS},y tế,{2018 + n % 6},Hội viên,{1950 + n % 50}"
        for n in range(rows)
    ]
    path.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
