"""A long list into a register, against ways that check nothing.

    python benchmarks/import_lists.py [ROWS …]

Whole processes in turn, medians of three, as ratios within one run: `emul import` with everything
on; pandas with calamine into a bare table; in2csv into sqlite-utils (csvkit); the bare reader.
The peers come by `pip install -e '.[bench]'`; one that is not there is left out. Rows: 1000,
10000, 100000 and 300000 unless given.
"""

import datetime as dt
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROUNDS = 3
UNITS = range(1, 301)
HERE = Path(sys.executable).parent
SYLLABLES = """
    An Bảo Bình Chi Cường Diệp Dũng Dương Đạt Đức Giang Hà Hải Hạnh Hiền Hiếu Hòa Hoàng Huệ Hùng
    Hương Khánh Khoa Kiên Lam Lan Liên Linh Loan Long Mai Minh My Nam Nga Ngân Ngọc Nguyên Nhung
    Oanh Phong Phúc Phương Quang Quân Quyên Sơn Tâm Thanh Thảo Thắng Thịnh Thu Thủy Trang Trung Tú
    Tuấn Tùng Tuyết Vân Vinh Xuân Yến
"""
SURNAMES = "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý"
HEADINGS = (
    "STT", "Họ và tên", "Đối tượng", "Năm sinh", "Giới tính", "Chức vụ", "Đơn vị", "Lĩnh vực",
    "Ngày phát hiện", "Năm bồi dưỡng", "Tóm tắt thành tích", "Ghi chú",
)  # fmt: skip
PANDAS = """
import sys, sqlite3, pandas
table = pandas.read_excel(sys.argv[1], engine="calamine")
table.to_sql("list", sqlite3.connect(sys.argv[2]), index=False)
"""
READER = """
import sys, python_calamine
book = python_calamine.load_workbook(open(sys.argv[1], "rb"))
for row in book.get_sheet_by_index(0).iter_rows(): pass
"""


def make_list(path: Path, rows: int) -> None:
    """A workbook of invented people, the same at every run."""
    import xlsxwriter

    surnames, syllables = SURNAMES.split(), SYLLABLES.split()
    chance = random.Random(rows)  # noqa: S311 (invented people, not secrets)
    book = xlsxwriter.Workbook(path, {"constant_memory": True})
    sheet = book.add_worksheet("Danh sách")
    day_form = book.add_format({"num_format": "dd/mm/yyyy"})
    sheet.write_row(0, 0, HEADINGS)
    for number in range(1, rows + 1):
        name = " ".join([chance.choice(surnames), *chance.sample(syllables, 3)])
        sheet.write_row(number, 0, (
            number, name, "Cá nhân", chance.randint(1950, 2000),
            chance.choice(("Nam", "Nữ")), "Trưởng thôn", f"Xã số {chance.choice(UNITS)}",
            chance.choice(("Phát triển kinh tế", "Y tế", "An ninh trật tự")),
        ))  # fmt: skip
        day = dt.date(2022, 1, 1) + dt.timedelta(days=chance.randint(0, 700))
        sheet.write_datetime(number, 8, day, day_form)
        sheet.write_row(number, 9, (2023, f"Thành tích thứ {number}", ""))
    book.close()


def seconds_and_memory(command: list[str], **environment: str) -> tuple[float, float]:
    """How long a whole process takes, and the most memory it held, in MB."""
    start = time.perf_counter()
    process = subprocess.Popen(
        command,
        env=os.environ | environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status):
        raise RuntimeError(f"failed: {' '.join(command)}")
    return time.perf_counter() - start, usage.ru_maxrss / 1024


def one_import(folder: Path, source: Path) -> tuple[float, float]:
    """`emul import` of the list into a fresh register, history, checks and all."""
    register = folder / "register.db"
    for left in (register, *folder.glob("register.db?*")):
        shutil.rmtree(left, ignore_errors=True) if left.is_dir() else left.unlink(missing_ok=True)
    emul = [str(HERE / "emul"), "--db", str(register)]
    units = folder / "units.csv"
    units.write_text("Mã;Tên đơn vị;Loại\n" + "".join(f"X{n};Xã số {n};xã\n" for n in UNITS))
    seconds_and_memory([*emul, "init", "--unit", "Benchmark", "--yes"])
    seconds_and_memory([*emul, "import", str(units), "--as", "units", "--yes"])
    return seconds_and_memory([*emul, "import", str(source), "--yes"])


def peers(folder: Path, source: Path) -> dict[str, list[str]]:
    """The commands to compare with; those that are not installed are left out."""
    database = folder / "peer.db"
    database.unlink(missing_ok=True)
    python = sys.executable
    found = {"bare reader (calamine)": [python, "-c", READER, str(source)]}
    if (
        subprocess.run([python, "-c", "import pandas"], capture_output=True, check=False).returncode
        == 0
    ):
        found["pandas, calamine, to_sql"] = [python, "-c", PANDAS, str(source), str(database)]
    if (HERE / "in2csv").exists() and (HERE / "sqlite-utils").exists():
        pipe = (
            f"'{HERE}/in2csv' '{source}' | '{HERE}/sqlite-utils' insert '{database}' list - --csv"
        )
        found["in2csv | sqlite-utils insert"] = ["sh", "-c", pipe]
    return found


def measure(rows: int) -> None:
    """Print the medians for a list of this length."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        source = folder / "list.xlsx"
        make_list(source, rows)
        seen: dict[str, list[tuple[float, float]]] = {}
        for _ in range(ROUNDS):
            seen.setdefault("emul import", []).append(one_import(folder, source))
            for label, command in peers(folder, source).items():
                (folder / "peer.db").unlink(missing_ok=True)
                seen.setdefault(label, []).append(seconds_and_memory(command))
    ours = statistics.median(time for time, _memory in seen["emul import"])
    for label, runs in seen.items():
        taken = statistics.median(time for time, _memory in runs)
        memory = max(memory for _time, memory in runs)
        ratio = "" if label == "emul import" else f"emul takes {ours / taken:5.2f} ×"
        sys.stdout.write(f"{rows:>8} rows  {label:<30}{taken:7.2f} s {memory:6.0f} MB  {ratio}\n")
        sys.stdout.flush()


def main() -> int:
    """Measure every length asked for."""
    for name in ("PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED", "EMUL_DB"):
        os.environ.pop(name, None)
    for rows in map(int, sys.argv[1:] or ("1000", "10000", "100000", "300000")):
        measure(rows)
    return 0


if __name__ == "__main__":
    sys.exit(main())
