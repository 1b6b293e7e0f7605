"""A long list into a register, against ways that check nothing.

    python benchmarks/import_lists.py [ROWS …]

Whole processes in turn, medians of three, seconds of the processor, children and all, as ratios
within one run: `emul import` with everything on, and a second list of the same length into the
same register; pandas with calamine into a bare table; polars with ADBC; in2csv into sqlite-utils
(csvkit); the bare reader. The peers come by `pip install -e '.[bench]'`; one that is not there is
left out. Rows: 1000, 10000, 100000 and 300000 unless given; --against measures another `emul` too.
--honours: the list is one of honours, as a CSV, and nobody else takes it.
"""

import argparse
import datetime as dt
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path

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
HONOURS = (
    "STT", "Họ và tên", "Đối tượng", "Chức vụ", "Đơn vị", "Hình thức khen thưởng", "Số quyết định",
    "Ngày quyết định", "Số tiền",
)  # fmt: skip
PANDAS = """
import sys, sqlite3, pandas
table = pandas.read_excel(sys.argv[1], engine="calamine")
table.to_sql("list", sqlite3.connect(sys.argv[2]), index=False)
"""
POLARS = """
import sys, polars
table = polars.read_excel(sys.argv[1], engine="calamine")
table.write_database("list", "sqlite:///" + sys.argv[2], engine="adbc")
"""
READER = """
import sys, python_calamine
book = python_calamine.load_workbook(open(sys.argv[1], "rb"))
for row in book.get_sheet_by_index(0).iter_rows(): pass
"""


def make_list(path: Path, rows: int, seed: int = 0) -> None:
    """A workbook of invented people, the same at every run; others for each seed."""
    import xlsxwriter

    surnames, syllables = SURNAMES.split(), SYLLABLES.split()
    chance = random.Random(rows + seed)  # noqa: S311 (invented people, not secrets)
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


def make_honours(path: Path, rows: int, seed: int = 0) -> None:
    """A CSV of honours of invented people, by forty decisions."""
    surnames, syllables = SURNAMES.split(), SYLLABLES.split()
    chance = random.Random(rows + seed)  # noqa: S311 (invented people, not secrets)
    with path.open("w", encoding="utf-8") as file:
        print(*HONOURS, sep=";", file=file)
        for number in range(1, rows + 1):
            name = " ".join([chance.choice(surnames), *chance.sample(syllables, 3)])
            paper = number % 40
            print(
                number, name, "Cá nhân", "Trưởng thôn", f"Xã số {chance.choice(UNITS)}",
                chance.choice(("Giấy khen", "Bằng khen của UBND tỉnh")),
                f"{100 + paper}/QĐ-UBND", f"{paper % 28 + 1:02}/{paper % 12 + 1:02}/2022",
                "500.000", sep=";", file=file,
            )  # fmt: skip


def seconds_and_memory(command: list[str]) -> tuple[float, float]:
    """The processor's seconds of a whole process, and the most memory it held, in MB."""
    before = os.times()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status):
        raise RuntimeError(f"failed: {' '.join(command)}")
    after = os.times()
    used = after.children_user + after.children_system
    return used - before.children_user - before.children_system, usage.ru_maxrss / 1024


def two_imports(program: str, folder: Path, sources: list[Path]) -> list[tuple[float, float]]:
    """`emul import` of lists into a fresh register one after the other, history, checks and all."""
    register = folder / "register.db"
    for left in (register, *folder.glob("register.db?*")):
        shutil.rmtree(left, ignore_errors=True) if left.is_dir() else left.unlink(missing_ok=True)
    emul = [program, "--db", str(register)]
    units = folder / "units.csv"
    units.write_text("Mã;Tên đơn vị;Loại\n" + "".join(f"X{n};Xã số {n};xã\n" for n in UNITS))
    seconds_and_memory([*emul, "init", "--unit", "Benchmark", "--yes"])
    seconds_and_memory([*emul, "import", str(units), "--as", "units", "--yes"])
    return [seconds_and_memory([*emul, "import", str(source), "--yes"]) for source in sources]


def peers(folder: Path, source: Path) -> dict[str, list[str]]:
    """The commands to compare with; those that are not installed are left out."""
    database = folder / "peer.db"
    database.unlink(missing_ok=True)
    python = sys.executable
    found = {"bare reader (calamine)": [python, "-c", READER, str(source)]}
    for label, script, modules in (
        ("pandas, calamine, to_sql", PANDAS, ("pandas",)),
        ("polars, calamine, ADBC", POLARS, ("polars", "adbc_driver_sqlite")),
    ):
        if all(map(find_spec, modules)):
            found[label] = [python, "-c", script, str(source), str(database)]
    if (HERE / "in2csv").exists() and (HERE / "sqlite-utils").exists():
        pipe = (
            f"'{HERE}/in2csv' '{source}' | '{HERE}/sqlite-utils' insert '{database}' list - --csv"
        )
        found["in2csv | sqlite-utils insert"] = ["sh", "-c", pipe]
    return found


def measure(rows: int, programs: dict[str, str], rounds: int, *, honours: bool) -> None:
    """Print the medians for a list of this length."""
    seen: dict[str, list[tuple[float, float]]] = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        suffix, make = ("csv", make_honours) if honours else ("xlsx", make_list)
        sources = [folder / f"list.{suffix}", folder / f"second.{suffix}"]
        for seed, source in enumerate(sources):
            make(source, rows, seed)
        for _ in range(rounds):
            for label, program in programs.items():
                one, other = two_imports(program, folder, sources)
                seen.setdefault(label, []).append(one)
                seen.setdefault(f"{label}, a second list", []).append(other)
            for label, command in ({} if honours else peers(folder, sources[0])).items():
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
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rows", nargs="*", type=int, default=[1000, 10000, 100000, 300000])
    parser.add_argument("--against")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--honours", action="store_true")
    asked = parser.parse_args()
    for name in ("PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED", "EMUL_DB"):
        os.environ.pop(name, None)
    programs = {"emul import": str(HERE / "emul")}
    if asked.against:
        programs["the other"] = asked.against
    for rows in asked.rows:
        measure(rows, programs, asked.rounds, honours=asked.honours)
    return 0


if __name__ == "__main__":
    sys.exit(main())
