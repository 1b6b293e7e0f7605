"""Kill, tear, fill up and break the disk at every single write of every operation, and count.

    .venv/bin/python benchmarks/faults.py [--each N] [--jobs N] [OPERATION …]

--each takes N steps of every operation and mode instead of all of them; --jobs puts N processes to
work, each on a desk of its own. Linux with a C compiler.
"""

import argparse
import sys
import tempfile
from collections import Counter
from concurrent.futures import Executor, ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parent.parent / part) for part in ("src", "")]

from tests.history import faults  # noqa: E402


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("operations", nargs="*", default=list(faults.OPERATIONS))
    parser.add_argument("--each", type=int)
    parser.add_argument("--jobs", type=int, default=1)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        shim = faults.compiled(Path(folder))
        if shim is None:
            sys.exit("This needs Linux and a C compiler.")
        print("| operation | steps | mode | runs | old | new | mixed | unkept promises |")
        print("| --- | --- | --- | --- | --- | --- | --- | --- |")
        for name in asked.operations:
            bench = faults.Bench(name, Path(folder) / "bench", shim)
            with ProcessPoolExecutor(asked.jobs, get_context("fork")) as workers:
                run(bench, asked.each, workers)


def run(bench: faults.Bench, each: int | None, workers: Executor) -> None:
    """Print one row of the table for each mode, and every promise that was not kept."""
    for mode in faults.MODES:
        steps = list(faults.sampled(bench.steps, min(bench.steps, each or bench.steps)))
        outcomes = list(workers.map(partial(bench.fail, mode), steps))
        problems = [
            f"  {mode} at {step}: {outcome.problem}"
            for step, outcome in zip(steps, outcomes, strict=True)
            if outcome.problem
        ]
        states = Counter(outcome.state for outcome in outcomes)
        counts = [states[state] for state in ("old", "new", "mixed")]
        cells = [bench.name, bench.steps, mode, len(steps), *counts, len(problems)]
        print("| " + " | ".join(map(str, cells)) + " |", flush=True)
        for problem in problems:
            print(problem, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
