"""What `verify` may claim: of numbers said to agree none is wrong, in twenty reports.

`python benchmarks/verified.py` makes the demo register in a folder of its own, writes twenty
reports of it to Word, changes every number by one, swaps it with its neighbour, and moves the
number of another line into its place. Then it reads texts of other offices' wording
(benchmarks/verified/; a first line «# UNIT» names the unit that a text is of), right ones and
changed in the same ways. Any changed number that is said to agree, and any right one that is said
to differ, ends the run with 1. `--reports N` takes the first N only.
"""

import argparse
import json
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr, redirect_stdout, suppress
from io import StringIO
from pathlib import Path

from emulation_cli.cli import main
from emulation_cli.commands.exchange.filling import Figures
from emulation_cli.commands.exchange.verifying import held_reports
from emulation_cli.documents.verifying.number_verdicts import ReportOf, Verifier
from emulation_cli.documents.verifying.told_numbers import Verdict, WrittenLine, WrittenTable
from emulation_cli.documents.verifying.written_numbers import WrittenNumber, numbers_in
from emulation_cli.register.office_periods import office_period
from emulation_cli.register.opening.register_file import open_register
from emulation_cli.register.store import Register
from emulation_cli.render.filling.office_file import OfficeFile
from emulation_cli.render.filling.reading import parts_of
from emulation_cli.tallies.measures.figures import ReportRequest

PERIODS = (
    "2019", "2020", "2021", "2022", "2023", "2021-2023", "2018-2020", "2018-2023",
    "6 tháng đầu năm 2023", "quý IV/2022",
)  # fmt: skip
UNITS = ("", "Xã Cẩm Duệ (cũ)", "Xã Cẩm Quan")
_MOST_PLACES = 12  # numbers of a line
TEXTS = Path(__file__).parent / "verified"
Part = WrittenLine | WrittenTable
Change = Callable[[list[WrittenNumber], int, str], str | None]


def emul(*words: str) -> str:
    """One command, in this process."""
    out = StringIO()
    with redirect_stdout(out), redirect_stderr(StringIO()), suppress(SystemExit):
        main(list(words))
    return out.getvalue()


def written(value: float, like: str) -> str:
    """A number as a report writes it, with as many decimals as another one."""
    if "," in like:
        return f"{value:.{len(like.split(',')[1])}f}".replace(".", ",")
    text = f"{value:,.0f}".replace(",", ".")
    return text.zfill(2) if like.startswith("0") and len(like) > 1 else text


def raised(numbers: list[WrittenNumber], place: int, text: str) -> str | None:
    number = numbers[place]
    return written(number.value + 1, text[number.start : number.end])


def swapped(numbers: list[WrittenNumber], place: int, text: str) -> str | None:
    """The value of the neighbour; None where it is the same, or there is none."""
    other = numbers[place + 1 if place + 1 < len(numbers) else place - 1]
    if len(numbers) < 2 or other.value == numbers[place].value:
        return None
    return text[other.start : other.end]


class Moved:
    """The number that stood at this place of the line before."""

    def __init__(self) -> None:
        self.last: str | None = None

    def __call__(self, numbers: list[WrittenNumber], place: int, text: str) -> str | None:
        own = text[numbers[place].start : numbers[place].end]
        found, self.last = self.last, own
        same = (
            found is None or float(found.replace(".", "").replace(",", ".")) == numbers[place].value
        )
        return None if same else found


def changed_line(text: str, place: int, change: Change) -> str | None:
    """The line with one number changed; None where it has none at the place."""
    numbers = [*numbers_in(text)]
    if place >= len(numbers) or (new := change(numbers, place, text)) is None:
        return None
    number = numbers[place]
    return text[: number.start] + new + text[number.end :]


def changed_row(row: tuple[str, ...], place: int, change: Change) -> tuple[str, ...] | None:
    """A row of a table with one of its numbers changed; the ordinal stays."""
    cells = [at for at, cell in enumerate(row) if at > 1 and len([*numbers_in(cell)]) == 1]
    joined = "  ".join(row[at] for at in cells)
    if place >= len(cells) or (found := changed_line(joined, place, change)) is None:
        return None
    return (*row[: cells[place]], found.split("  ")[place], *row[cells[place] + 1 :])


def changed(parts: list[Part], place: int, change: Change) -> Iterator[Part]:
    """Each part with the number at a place of each of its lines changed."""
    for part in parts:
        if isinstance(part, WrittenLine):
            found = changed_line(part.text, place, change)
            yield part._replace(text=found) if found else part
            continue
        rows = (changed_row(row, place, change) or row for row in part.rows[1:])
        yield WrittenTable((part.rows[0], *rows))


def of_changed(before: list[Verdict], after: list[Verdict]) -> list[Verdict]:
    """What is said of the numbers that were changed: those that stand there otherwise now."""
    one, other = ([v for v in said if not v.code.endswith("_wrong")] for said in (before, after))
    if len(one) != len(other):  # a number joined or parted its neighbours
        return [v for v in other if v not in one]
    return [v for u, v in zip(one, other, strict=True) if u.value != v.value]


def is_rounded(one: Verdict) -> bool:
    """Whether a changed share is right still: 60 % for 60,4 %."""
    share = one.now.replace(",", ".")
    return "," in one.now and one.value == f"{float(share):.0f}"


class Bench:
    """Reports of one register, read and read again."""

    def __init__(self, register: Register) -> None:
        self.register = register
        self.known: dict[tuple[str, str], Figures] = {}
        self.held: dict[tuple[str, str], ReportOf] = {}

    def verifier(self, period: str, unit: str) -> Verifier:
        if (period, unit) not in self.held:
            self.held[period, unit] = held_reports(self.register, self.figures(period, unit))
        return Verifier(self.held[period, unit])

    def figures(self, period: str, unit: str) -> Figures:
        if (period, unit) not in self.known:
            within = (self.register.find_unit(unit),) if unit else ()
            asked = ReportRequest(office_period(self.register, period), within=within)
            self.known[period, unit] = Figures(self.register, asked)
        return self.known[period, unit]

    def read(self, parts: list[Part], period: str, unit: str) -> Counter[str]:
        return Counter(one.code for one in self.verifier(period, unit).verdicts(parts))

    def read_changed(
        self, parts: list[Part], period: str, unit: str, change: Change, wrong: list[str]
    ) -> Counter[str]:
        counts: Counter[str] = Counter()
        before = self.verifier(period, unit)
        first = [[*before.verdicts([part])] for part in parts]
        for place in range(_MOST_PLACES):
            verifier = self.verifier(period, unit)
            made = [*changed(parts, place, change)]
            if made == parts:
                break
            for part, said in zip(made, first, strict=True):
                found = of_changed(said, [*verifier.verdicts([part])])
                counts += Counter(one.code for one in found)
                right = [one for one in found if one.code == "agrees" and not is_rounded(one)]
                wrong += [f"{one.value} in «{one.paragraph}»" for one in right]
        return counts


def invented(path: Path, db: Path) -> tuple[str, list[Part]]:
    """A text of another office's wording with the truth put in, and the unit that it is of."""
    head, _, rest = path.read_text("utf-8").partition("\n")
    unit, text = (head[1:].strip(), rest) if head.startswith("#") else ("", f"{head}\n{rest}")
    of = ("--unit", unit) if unit else ()
    figures = json.loads(emul("--db", str(db), "report", "2021-2023", "--format", "json", *of))
    said = text.format(**figures).splitlines()
    return unit, [WrittenLine(one) for one in said if one.strip()]


def line(name: str, counts: Counter[str]) -> None:
    total = sum(counts.values()) - counts["sum_wrong"] - counts["share_wrong"]
    understood = counts["agrees"] + counts["differs"]
    share = 100 * understood / total if total else 0.0
    print(
        f"| {name} | {total} | {counts['agrees']} | {counts['differs']} |"
        f" {counts['not_understood']} | {share:.0f} % |"
    )


def run(folder: Path, most: int, demo: Path | None) -> int:
    os.chdir(folder)
    os.environ["EMUL_PLAIN"] = "1"
    db = folder / "emul-demo.db"
    if demo:
        db.write_bytes(demo.read_bytes())
    else:
        emul("--lang", "vi", "demo")
    asked = [(period, unit) for unit in UNITS for period in PERIODS][:most]
    sums: dict[str, Counter[str]] = {}
    wrong: list[str] = []
    with open_register(db) as register:
        bench = Bench(register)
        for number, (period, unit) in enumerate(asked):
            name = f"r{number}.docx"
            words = ("report", period, "-o", name, *(("--unit", unit) if unit else ()))
            emul("--db", str(db), "--lang", "vi", *words)
            parts = parts_of(OfficeFile(Path(name)))
            sums.setdefault("as written", Counter()).update(bench.read(parts, period, unit))
            for what, change in (
                ("raised by one", raised),
                ("swapped", swapped),
                ("moved", Moved()),
            ):
                found = bench.read_changed(parts, period, unit, change, wrong)
                sums.setdefault(what, Counter()).update(found)
        for path in sorted(TEXTS.glob("*.txt")):
            unit, parts = invented(path, db)
            sums[f"text {path.stem}"] = bench.read(parts, "2021-2023", unit)
            for change in (raised, swapped, Moved()):
                found = bench.read_changed(parts, "2021-2023", unit, change, wrong)
                sums.setdefault("texts, changed", Counter()).update(found)
        right = [counts for name, counts in sums.items() if name.startswith("text ")]
        sums["all texts"] = sum(right, Counter())
    print("| what | numbers | agree | differ | not understood | understood |")
    print("| --- | --- | --- | --- | --- | --- |")
    for name, counts in sums.items():
        line(name, counts)
    print(f"\nChanged numbers said to agree: {len(wrong)}")
    for one in wrong[:20]:
        print(f"  {one}")
    false = sums["as written"]["differs"] + sums["all texts"]["differs"]
    print(f"Right numbers said to differ: {false}")
    return 1 if wrong or false else 0


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=20)
    parser.add_argument("--demo", type=Path, help="emul-demo.db that `emul demo` made before")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        sys.exit(run(Path(made), given.reports, given.demo and given.demo.resolve()))
