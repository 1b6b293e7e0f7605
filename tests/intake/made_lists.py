"""Random lists of random offices, with their truth, read and scored.

    python tests/intake/made_lists.py [COUNT] [--seed N] [--strange 0.3] [--form docx] [-v]

Each list is written as a file, of every form in turn unless one is given, and read from it. Each
run takes fresh seeds unless one is given, and prints them; the table stands in docs/importing.md.
`-v` tells every row that is not right, with the seed of its list.
"""

import argparse
import sys
from collections import Counter
from itertools import cycle
from pathlib import Path
from random import SystemRandom
from tempfile import TemporaryDirectory
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from lookup import lookup
from made_drawing import RandomList, make_list
from made_files import WRITERS
from made_score import OUTCOMES, Score, score

from emulation_cli.intake import Hints, read_lists
from emulation_cli.sheets import Workbook, read


def read_and_score(made: RandomList, folder: Path) -> Score:
    """Write the list, read the file, and compare with what it says."""
    book = read(made.write(folder))
    return score(read_lists(book, Hints(), lookup()), placed(made.truth, made.book, book))


def placed(truth: dict[str, Any], drawn: Workbook, book: Workbook) -> dict[str, Any]:
    """The truth with the places that its rows have in the file: a letter is one sheet."""
    tops, top = {}, 0
    for sheet in drawn.sheets:
        tops[sheet.name] = top if len(book.sheets) < len(drawn.sheets) else 0
        top += len(sheet.rows) + 1  # and the paragraph between two tables
    name = None if len(book.sheets) == len(drawn.sheets) > 1 else book.sheets[0].name
    rows = [
        {
            **row,
            "row": row["row"] + tops[row["sheet"]],
            "sheet": row["sheet"] if name is None else name,
        }
        for row in truth["rows"]
    ]
    return {**truth, "rows": rows}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", nargs="?", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=SystemRandom().randrange(10**6))
    parser.add_argument("--strange", type=float, default=0.3)
    parser.add_argument("--form", choices=WRITERS)
    parser.add_argument("-v", action="store_true")
    asked = parser.parse_args()
    whole, by_trait, found = Counter(), {}, 0
    for seed, form in zip(
        range(asked.seed, asked.seed + asked.count),
        cycle([asked.form] if asked.form else WRITERS),
        strict=False,
    ):
        made = make_list(seed, asked.strange, form)
        with TemporaryDirectory() as folder:
            result = read_and_score(made, Path(folder))
        whole += result.counts
        found += result.register_found
        for trait in (f"(as {form})", *made.traits):
            by_trait.setdefault(trait, Counter()).update(result.counts)
        for one in result.wrong if asked.v else ():
            print(seed, form, *one)
    print(f"seeds {asked.seed} to {asked.seed + asked.count - 1}; register found in {found}")
    print("| lists with | rows | " + " | ".join(OUTCOMES) + " |\n| --- | --- |" + " --- |" * 5)
    for name, counts in [("anything", whole), *sorted(by_trait.items())]:
        rows = sum(counts[o] for o in OUTCOMES if o != "extra")
        print(
            f"| {name} | {rows} | {_share(counts['right'], rows)} | "
            + " | ".join(str(counts[o]) for o in OUTCOMES[1:])
            + " |"
        )


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %" if whole else "–"


if __name__ == "__main__":
    main()
