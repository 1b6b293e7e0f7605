"""Random lists of random offices, with their truth, read and scored.

    python tests/intake/made_lists.py [COUNT] [--seed N] [--strange 0.3] [-v]

Each run takes fresh seeds unless one is given, and prints them; the table stands in
docs/importing.md. `-v` tells every row that is not right, with the seed of its list.
"""

import argparse
import sys
from collections import Counter
from pathlib import Path
from random import SystemRandom

sys.path.insert(0, str(Path(__file__).parent))

from lookup import lookup
from made_drawing import RandomList, make_list
from made_score import OUTCOMES, Score, score

from emulation_cli.intake import Hints, read_lists


def read_and_score(made: RandomList) -> Score:
    return score(read_lists(made.book, Hints(), lookup()), made.truth)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", nargs="?", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=SystemRandom().randrange(10**6))
    parser.add_argument("--strange", type=float, default=0.3)
    parser.add_argument("-v", action="store_true")
    asked = parser.parse_args()
    whole, by_trait, found = Counter(), {}, 0
    for seed in range(asked.seed, asked.seed + asked.count):
        made = make_list(seed, asked.strange)
        result = read_and_score(made)
        whole += result.counts
        found += result.register_found
        for trait in made.traits:
            by_trait.setdefault(trait, Counter()).update(result.counts)
        for one in result.wrong if asked.v else ():
            print(seed, *one)
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
