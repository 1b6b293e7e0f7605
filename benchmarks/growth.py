"""How commands grow: four times the rows, at most five times the time, whatever the lists are like.

    python benchmarks/growth.py [--sizes 1000,4000,16000,64000] [--tree FOLDER] [SHAPE …]

For each shape of list (see SHAPES) a fresh register of each size; then every command on it, each a
process of its own: seconds of the processor, less those of `emul --version`, so that the start does
not hide the growth. A line is marked where four times the rows took more than five times as long.
--tree measures the sources in another folder, such as a checkout of an older commit.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

COMMUNES = 300
WORDS = "An Bảo Bình Chi Cường Diệp Dũng Đạt Đức Giang Hà Hải Hạnh Hiền Hòa Hùng Lan Mai".split()  # noqa: SIM905
HEADING = "STT;Họ và tên;Đối tượng;Đơn vị;Lĩnh vực;Ngày phát hiện;Năm bồi dưỡng;Tóm tắt thành tích"
Row = dict[str, object]


def name(number: int) -> str:
    """A name of four words, another one for each number."""
    base = len(WORDS)
    words = (WORDS[number // base**place % base] for place in range(4))
    return " ".join(("Nguyễn", *words))


def usual(number: int) -> Row:
    """A person of a commune."""
    return {
        "name": name(number),
        "unit": f"Xã số {number % COMMUNES}",
        "field": WORDS[number % 3],
        "text": f"Thành tích {number}",
    }


# How the row of each number differs from a usual one.
SHAPES: dict[str, Callable[[int], Row]] = {
    "usual": lambda _n: {},
    "one name": lambda n: {"name": "Nguyễn Văn An", "unit": f"Thôn số {n}"},
    "new terms": lambda n: {"field": f"Lĩnh vực số {n}"},
    "new units": lambda n: {"unit": f"Thôn số {n}"},
    "one unit": lambda _n: {"unit": "Xã số 0"},
    "deep tree": lambda n: {"unit": f"Thôn {n % 40}"},
    "long texts": lambda n: {"text": f"Thành tích {n}. " * 60},
}
NEW = {"one name": ("--new-units",), "new units": ("--new-units",), "new terms": ("--new-terms",)}
COMMANDS = (
    ("list", "exemplars", "--limit", "50"),
    ("list", "exemplars", "--format", "csv"),
    ("show", "X5"),
    ("search", "nguyen an"),
    ("report", "2021-2023", "--format", "json"),
    ("tally", "exemplars", "--by", "unit", "--by", "field"),
    ("history", "C3"),
    ("history", "X5"),
    ("add-exemplar", "--name", "Trần Thị Hai", "--kind", "CN", "--unit", "Xã số 1",
     "--field", "An"),
    ("edit", "X5", "--name", "Trần Văn Ba"),
    ("undo", "--yes"),
    ("check",),
    ("undo", "C3", "--yes"),
)  # fmt: skip


def write_list(path: Path, rows: int, shape: str) -> None:
    """A list of so many rows in a shape."""
    with path.open("w", encoding="utf-8") as file:
        print(HEADING, file=file)
        for number in range(rows):
            row = usual(number) | SHAPES[shape](number)
            day = f"{number % 28 + 1:02}/{number % 12 + 1:02}/2022"
            cells = (number + 1, row["name"], "Cá nhân", row["unit"], row["field"], day, 2023)
            print(*cells, row["text"], sep=";", file=file)


def map_of(shape: str) -> Iterator[str]:
    """Lines of the list of units: communes, and of a deep tree forty, each below the one before."""
    for number in range(COMMUNES):
        yield f"X{number};Xã số {number};xã;\n"
    if shape == "deep tree":
        for number in range(40):
            above = f"Thôn {number - 1}" if number else "Xã số 0"
            yield f"T{number};Thôn {number};thôn;{above}\n"


class Desk:
    """One register, and what each command on it costs."""

    def __init__(self, folder: Path, tree: Path) -> None:
        self.register = folder / "register.db"
        self.environment = os.environ | {"PYTHONPATH": str(tree / "src")}

    def seconds(self, *words: str) -> float:
        """Seconds of the processor that a command takes."""
        before = os.times()
        program = [sys.executable, "-m", "emulation_cli", "--db", str(self.register), *words]
        done = subprocess.run(program, env=self.environment, capture_output=True, check=False)
        after = os.times()
        if done.returncode not in (0, 1):
            sys.stderr.write(f"{' '.join(words)}: {done.stderr.decode()[-300:]}\n")
        used = after.children_user + after.children_system
        return used - before.children_user - before.children_system


def measured(rows: int, shape: str, tree: Path) -> Iterator[tuple[str, float]]:
    """Every command on a register of so many rows, with its seconds."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        desk = Desk(folder, tree)
        start = min(desk.seconds("--version") for _ in range(3))
        units = folder / "units.csv"
        units.write_text("Mã;Tên đơn vị;Loại;Đơn vị cấp trên\n" + "".join(map_of(shape)), "utf-8")
        people = folder / "people.csv"
        write_list(people, rows, shape)
        desk.seconds("init", "--unit", "Huyện", "--yes")
        desk.seconds("import", str(units), "--as", "units", "--yes")
        new = NEW.get(shape, ())
        yield "import", desk.seconds("import", str(people), *new, "--yes") - start
        for words in COMMANDS:
            yield " ".join(words), max(desk.seconds(*words) - start, 0.01)


def main() -> None:
    """Print a table for each shape: a line a command, a column a size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shapes", nargs="*", default=list(SHAPES))
    parser.add_argument("--sizes", default="1000,4000,16000,64000")
    parser.add_argument("--tree", type=Path, default=Path(__file__).resolve().parent.parent)
    asked = parser.parse_args()
    sizes = [int(size) for size in asked.sizes.split(",")]
    for shape in asked.shapes:
        print(f"\n| {shape} | {' | '.join(f'{size:,}' for size in sizes)} |")
        print(f"| --- |{' --- |' * len(sizes)}", flush=True)
        columns = [dict(measured(size, shape, asked.tree)) for size in sizes]
        for command in columns[0]:
            seconds = [column[command] for column in columns]
            steps = zip(sizes, seconds, sizes[1:], seconds[1:], strict=False)
            # Of what takes a tenth of a second, the machine's moods are the most.
            steep = any(b > a * 5 / 4 * n / m and b > 0.2 for m, a, n, b in steps)
            cells = " | ".join(f"{each:.2f}" for each in seconds)
            print(f"| {command}{' **steep**' if steep else ''} | {cells} |", flush=True)


if __name__ == "__main__":
    main()
