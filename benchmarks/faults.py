"""Kill, tear, fill up and break the disk at every single write of every operation, and count.

    .venv/bin/python benchmarks/faults.py [--each N] [--jobs N] [OPERATION …]

--each takes N steps of every operation and mode instead of all of them; --jobs puts N processes to
work, each on a desk of its own. A command runs in a fork of this program, which has loaded `emul`
already: starting Python 20,000 times over would take longer than all the rest. The tests start it
anew. Linux with a C compiler.
"""

import argparse
import os
import pkgutil
import signal
import subprocess
import sys
import tempfile
from collections import Counter
from concurrent.futures import Executor, ProcessPoolExecutor
from functools import partial
from importlib import import_module
from multiprocessing import get_context
from pathlib import Path
from typing import NoReturn

sys.path[:0] = [str(Path(__file__).resolve().parent.parent / part) for part in ("src", "")]

import emulation_cli  # noqa: E402
from tests.history import faults  # noqa: E402

SECONDS_OF_A_COMMAND = 600


class Bench(faults.Bench):
    """Runs commands in forks of this process."""

    def _run(
        self, desk: Path, words: tuple[str, ...], program: tuple[str, ...], **fault: str
    ) -> subprocess.CompletedProcess[bytes]:
        out, err = os.memfd_create("out"), os.memfd_create("err")
        child = os.fork()
        if not child:
            os.chdir(desk)
            os.environ.update(self.environment(desk, **fault))
            for standard, file in ((0, os.open(os.devnull, os.O_RDONLY)), (1, out), (2, err)):
                os.dup2(file, standard)
            _become(words, program)
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        if code == -signal.SIGALRM:
            raise TimeoutError(f"{words} on {desk}: {fault}")
        return subprocess.CompletedProcess(words, code, _said(out), _said(err))


def _become(words: tuple[str, ...], program: tuple[str, ...]) -> NoReturn:
    signal.alarm(SECONDS_OF_A_COMMAND)
    sys.argv = ["emul", *words]
    code = "from emulation_cli.cli import main; main()" if program[0] == "-m" else program[1]
    try:
        exec(code, {})  # noqa: S102 (the programs of faults.py)
    except SystemExit as done:
        os._exit(int(done.code or 0))
    finally:
        os._exit(99)


def _said(file: int) -> bytes:
    os.lseek(file, 0, os.SEEK_SET)
    with os.fdopen(file, "rb") as read:
        return read.read()


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
        if "LD_PRELOAD" not in os.environ:
            faulty = os.environ | {"LD_PRELOAD": str(shim)}
            sys.exit(subprocess.call([sys.executable, *sys.argv], env=faulty))
        load_everything()
        print("| operation | steps | mode | runs | old | new | mixed | left | rights | unkept |")
        print("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |", flush=True)
        for name in asked.operations:
            bench = Bench(name, Path(folder) / "bench", shim)
            with ProcessPoolExecutor(asked.jobs, get_context("fork")) as workers:
                run(bench, asked.each, workers)


def load_everything() -> None:
    """All that a command may import, before it is forked."""
    for module in pkgutil.walk_packages(emulation_cli.__path__, "emulation_cli."):
        if not module.name.endswith("__main__"):
            import_module(module.name)
    for library in ("openpyxl", "platformdirs", "hashlib", "getpass"):
        import_module(library)


def run(bench: Bench, each: int | None, workers: Executor) -> None:
    """Print one row of the table for each mode, and every promise that was not kept."""
    for mode in faults.MODES:
        steps = list(faults.sampled(bench.steps, min(bench.steps, each or bench.steps)))
        outcomes = list(workers.map(partial(bench.fail, mode), steps, chunksize=4))
        problems = [
            f"  {mode} at {step}: {outcome.problem}"
            for step, outcome in zip(steps, outcomes, strict=True)
            if outcome.problem
        ]
        states = Counter(outcome.state for outcome in outcomes)
        # A list handed back whose name alone is missing: the same command gives it.
        counts = [states[state] for state in ("old", "new", "mixed")]
        counts[1] += states["unnamed"]
        left = sum(1 for outcome in outcomes if outcome.left)
        rights = sorted({right for outcome in outcomes for right in outcome.left})
        cells = [
            bench.name, bench.steps, mode, len(steps), *counts, left, " ".join(rights) or "–",
            len(problems),
        ]  # fmt: skip
        print("| " + " | ".join(map(str, cells)) + " |", flush=True)
        for problem in problems:
            print(problem, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
