"""The weights of what cells say, checked and fitted over folders of lists.

    python benchmarks/fit_weights.py FOLDER… [--table]

A column whose heading is surely known is an example: its cells, and what it means. With the
heading hidden the cells alone name a meaning, or none. Told are: what would be taken so in
earnest, and what is wrong of it; and how often the cells alone name the very meaning, by the
table of intake/columns/weights.py as it stands, and by one counted afresh with the family
of the list left out (files whose names begin alike, up to the first dash). `--table` prints the
counted weights, which are log-odds of the share of a sort in a column and elsewhere, between
-4 and 4 in steps of a half; concepts of fewer than ten columns or of one family are set by hand.
"""

import math
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from emulation_cli.domain.errors import FileTrouble
from emulation_cli.intake.columns.evidence import alike, weigh
from emulation_cli.intake.columns.headers import find_header
from emulation_cli.intake.columns.profiles import Profile, Profiler
from emulation_cli.intake.columns.weights import WEIGHTS
from emulation_cli.intake.grid import Grid, filled
from emulation_cli.intake.headings import synonyms
from emulation_cli.intake.model import Hints, Lookup
from emulation_cli.sheets import Sheet, read

Table = Mapping[str, Mapping[str, float]]
SMOOTH, MOST, FEWEST = 0.05, 4.0, 10


class Example(NamedTuple):
    """One column with a known heading."""

    family: str
    concept: str
    profile: Profile
    others: tuple[str, ...]


def examples(folders: Iterable[Path], lookup: Lookup) -> Iterator[Example]:
    """The columns of every list in the folders that a heading explains without doubt."""
    for path in sorted(p for folder in folders for p in folder.iterdir()):
        for sheet in _sheets(path):
            profiler, grid = Profiler(lookup), Grid.of(sheet)
            header = find_header(grid, 0, Hints(), profiler)
            columns = header.columns if header else ()
            for column in columns:
                cells = [
                    sheet.rows[n][column.number]
                    for n in grid.full_rows
                    if n > header.last and column.number < len(sheet.rows[n])
                ]
                profile = profiler.of(cell for cell in cells if filled(cell))
                concept = synonyms.concept_of(column.path[-1])
                if concept in WEIGHTS and profile.filled > 1:
                    others = tuple(c.concept for c in columns if c is not column and c.concept)
                    yield Example(path.stem.split("-")[0], concept, profile, others)


def _sheets(path: Path) -> tuple[Sheet, ...]:
    try:
        return read(path).sheets if path.is_file() else ()
    except FileTrouble:
        return ()  # no spreadsheet, or one that nobody can open


def named(table: Table, profile: Profile) -> tuple[str, float]:
    """The meaning that cells alone speak for most, and by how much."""
    scores = sorted(
        ((_score(weights, profile), concept) for concept, weights in table.items()), reverse=True
    )
    return scores[0][1], scores[0][0] - scores[1][0]


def _score(weights: Mapping[str, float], profile: Profile) -> float:
    shares = profile.shares.items()
    return weights.get("", 0.0) + sum(weights.get(sort, 0.0) * share for sort, share in shares)


def taken(one: Example) -> str | None:
    """What the column would be taken for with a heading that nobody knows."""
    weighed = weigh("?", one.profile, one.others)
    return weighed.concept if weighed and weighed.taken else None


def counted(known: Iterable[Example]) -> dict[str, dict[str, float]]:
    """Weights from shares: how much more of a sort a column of a meaning has than others."""
    sums: defaultdict[str, defaultdict[str, float]] = defaultdict(lambda: defaultdict(float))
    numbers: defaultdict[str, int] = defaultdict(int)
    for one in known:
        numbers[one.concept] += 1
        for sort, share in one.profile.shares.items():
            sums[one.concept][sort] += share
    sorts = {sort for shares in sums.values() for sort in shares}
    everything = sum(numbers.values())
    return {
        concept: {
            sort: _log_odds(
                sums[concept][sort] / number,
                (sum(s[sort] for s in sums.values()) - sums[concept][sort])
                / max(1, everything - number),
            )
            for sort in sorts
        }
        for concept, number in numbers.items()
    }


def _log_odds(here: float, elsewhere: float) -> float:
    odds = math.log((here + SMOOTH) / (elsewhere + SMOOTH))
    return max(-MOST, min(MOST, round(2 * odds) / 2))


def main(folders: list[Path], *, table: bool) -> None:
    """Print the two figures, by concept, and the counted table where it is asked for."""
    sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "intake"))
    from lookup import lookup

    known = list(examples(folders, lookup()))
    families = {one.family for one in known}
    print(f"{len(known)} columns of {len(families)} families")
    said = [(one.concept, concept) for one in known if (concept := taken(one))]
    wrong = [pair for pair in said if not alike(*pair)]
    print(
        f"with an unknown heading: {len(said)} taken by their cells, {len(wrong)} wrongly", *wrong
    )
    fresh = {f: counted(one for one in known if one.family != f) for f in families}
    for name, tables in (("as it stands", dict.fromkeys(families, WEIGHTS)), ("counted", fresh)):
        found = [(named(tables[one.family], one.profile), one) for one in known]
        right = sum(concept == one.concept for (concept, _margin), one in found)
        sure = [(concept == one.concept) for (concept, margin), one in found if margin >= 1]
        print(f"{name}: {right} right by cells alone; of {len(sure)} at a margin {sum(sure)} right")
    for concept, weights in sorted(counted(known).items() if table else ()):
        of = [one for one in known if one.concept == concept]
        if len(of) >= FEWEST and len({one.family for one in of}) > 1:
            pairs = sorted(weights.items(), key=lambda pair: -pair[1])
            print(concept, *(f"{sort} {weight:g}" for sort, weight in pairs if weight))


if __name__ == "__main__":
    main([Path(a) for a in sys.argv[1:] if a != "--table"], table="--table" in sys.argv)
