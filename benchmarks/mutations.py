"""Mutations of the rules: how many of them do the tests of their room notice?

    python benchmarks/mutations.py [--seed 1] [--count 200] [--jobs 2] [--state FILE] [PART …]

Draws tokens at random from all comparisons, constants and operators of the parts (in SQL too),
changes one at a time in a copy of the tree, and runs those tests of the part's rooms that reach
the line. What is done stands in the state file, so that a run can be broken off and taken up again.
Needs pytest-cov, which says once which test reaches which line.
"""

import argparse
import ast
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue
from typing import Any, NamedTuple

TREE = Path(__file__).parent.parent
SOURCE = Path("src/emulation_cli")
# The rooms of tests that a part is held by.
ROOMS = {
    "domain": ("tests/domain",),
    "tallies": ("tests/tallies",),
    "intake": ("tests/intake",),
    "taking_in": ("tests/register", "tests/units", "tests/commands/test_import*.py"),
    "register": ("tests/register", "tests/history", "tests/units"),
}
# What one token becomes. Of words only those of SQL, for Python's are found by its own grammar.
TURNS = {
    "<": "<=", "<=": "<", ">": ">=", ">=": ">", "==": "!=", "!=": "==", "<>": "=", "+": "-",
    "-": "+", "*": "+", "//": "*", "and": "or", "or": "and", "is": "is not", "is not": "is",
    "in": "not in", "not in": "in", "AND": "OR", "OR": "AND", "IS NULL": "IS NOT NULL",
    "IS NOT NULL": "IS NULL", "min(": "max(", "max(": "min(", "True": "False", "False": "True",
}  # fmt: skip
OF_SQL = re.compile(r"<=|>=|<>|<|>|\bAND\b|\bOR\b|\bIS NOT NULL\b|\bIS NULL\b|\bmin\(|\bmax\(")
LOOKS_LIKE_SQL = re.compile(r"\b(SELECT|WHERE|UPDATE|DELETE FROM|CASE WHEN)\b")
LONGEST = 900  # seconds a mutation may run before it counts as noticed: it does not come to an end


Place = Callable[[int, int], int]


class Mutation(NamedTuple):
    """One token of a file: where it stands, counted in characters, and what it becomes."""

    path: str
    at: int
    before: str
    after: str
    lines: tuple[int, int]  # of the statement


def main() -> None:
    wishes = read_arguments()
    chosen = choose(wishes.seed, wishes.count, wishes.parts or list(ROOMS))
    done = {tuple(line["mutation"]): line for line in read_state(wishes.state)}
    print(f"seed {wishes.seed}: {len(chosen)} mutations, {len(done)} of the state file", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        copies: SimpleQueue[Path] = SimpleQueue()
        for number in range(wishes.jobs):
            copies.put(copy_tree(Path(folder) / str(number)))
        parts = {part_of(mutation.path) for mutation in chosen}
        reached = {part: reach(part, wishes.state.parent, TREE) for part in sorted(parts)}

        def try_one(mutation: Mutation) -> None:
            key = (mutation.path, mutation.at, mutation.after)
            if key in done:
                return
            copy = copies.get()
            try:
                noticed = is_noticed(mutation, copy, tests_of(mutation, reached))
            finally:
                copies.put(copy)
            line = {"mutation": key, "noticed": noticed, "told": tell(mutation)}
            done[key] = line
            with wishes.state.open("a") as state:
                state.write(json.dumps(line, ensure_ascii=False) + "\n")

        with ThreadPoolExecutor(wishes.jobs) as pool:
            list(pool.map(try_one, chosen))
    print_table([done[(m.path, m.at, m.after)] for m in chosen])


def read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--state", type=Path, default=Path("mutations.jsonl").absolute())
    parser.add_argument("parts", nargs="*", choices=list(ROOMS))
    return parser.parse_args()


def read_state(path: Path) -> Iterator[dict[str, Any]]:
    if path.exists():
        yield from map(json.loads, path.read_text("utf-8").splitlines())


def part_of(path: str) -> str:
    return Path(path).relative_to(SOURCE).parts[0]


def choose(seed: int, count: int, parts: list[str]) -> list[Mutation]:
    """A random sample of all mutations of the parts, the same for the same seed and tree."""
    found = [
        mutation
        for part in parts
        for path in sorted((TREE / SOURCE / part).rglob("*.py"))
        for mutation in find_mutations(path)
    ]
    return random.Random(seed).sample(found, min(count, len(found)))  # noqa: S311


def find_mutations(path: Path) -> Iterator[Mutation]:
    text = path.read_text("utf-8")
    starts = [0]
    for line in text.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    lines = text.splitlines()

    def place(line: int, column: int) -> int:
        """Where a node begins, in characters: the parser counts bytes of UTF-8."""
        return starts[line - 1] + len(lines[line - 1].encode()[:column].decode())

    for node, statement in walk(ast.parse(text)):
        span = (statement.lineno, end_of_head(statement))
        for start, end, pattern in spots(node, place):
            for hit in re.finditer(pattern, text[start:end]):
                after = TURNS.get(hit[0]) or str(int(hit[0]) + 1)
                name = path.relative_to(TREE).as_posix()
                yield Mutation(name, start + hit.start(), hit[0], after, span)


def walk(tree: ast.AST) -> Iterator[tuple[ast.AST, ast.stmt]]:
    """Every node with its statement; annotations, docstrings and imports left out."""
    waiting: list[tuple[ast.AST, ast.stmt | None]] = [(tree, None)]
    while waiting:
        node, statement = waiting.pop()
        if isinstance(node, ast.Import | ast.ImportFrom):
            continue
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            continue
        statement = node if isinstance(node, ast.stmt) else statement
        if statement is not None:
            yield node, statement
        for name, value in ast.iter_fields(node):
            if name not in {"annotation", "returns", "decorator_list"}:
                children = value if isinstance(value, list) else [value]
                waiting += [(child, statement) for child in children if isinstance(child, ast.AST)]


def end_of_head(statement: ast.stmt) -> int:
    """The last line of a statement, without what is indented below it."""
    body = getattr(statement, "body", None)
    return max(statement.lineno, body[0].lineno - 1) if body else statement.end_lineno or 0


def spots(node: ast.AST, place: Place) -> Iterator[tuple[int, int, str]]:
    """Where a node has a token to change: from, to (in characters), and the token's pattern."""
    if isinstance(node, ast.Compare):
        for left, right in zip([node.left, *node.comparators], node.comparators, strict=False):
            yield (*between(left, right, place), r"<=|>=|==|!=|<|>|not in|in|is not|is")
    elif isinstance(node, ast.BoolOp):
        for left, right in zip(node.values, node.values[1:], strict=False):
            yield (*between(left, right, place), r"\b(?:and|or)\b")
    elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Sub | ast.Mult):
        yield (*between(node.left, node.right, place), r"[+*-]")
    elif isinstance(node, ast.Constant):
        start = place(node.lineno, node.col_offset)
        end = place(node.end_lineno or node.lineno, node.end_col_offset or 0)
        if isinstance(node.value, bool):
            yield start, end, "True|False"
        elif isinstance(node.value, int):
            yield start, end, r"^\d+$"
        elif isinstance(node.value, str) and LOOKS_LIKE_SQL.search(node.value):
            yield start, end, OF_SQL.pattern


def between(left: ast.expr, right: ast.expr, place: Place) -> tuple[int, int]:
    start = place(left.end_lineno or left.lineno, left.end_col_offset or 0)
    return start, place(right.lineno, right.col_offset)


def copy_tree(to: Path) -> Path:
    out = shutil.ignore_patterns(".*", "__pycache__", "*.db-backups")
    shutil.copytree(TREE, to, ignore=out)
    return to


def run_tests(copy: Path, *words: str) -> int:
    """Run pytest over a copy; its exit code."""
    environment = dict(os.environ, PYTHONPATH=str(copy / "src"), PYTHONDONTWRITEBYTECODE="1")
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *words]
    command.append(f"--basetemp={copy}-tests")
    try:
        done = subprocess.run(
            command, cwd=copy, env=environment, capture_output=True, timeout=LONGEST, check=False
        )
    except subprocess.TimeoutExpired:
        return 1
    return done.returncode


Reached = dict[str, dict[int, set[str]]]


def reach(part: str, folder: Path, tree: Path) -> Reached:
    """Which tests of a part's rooms reach which line: asked of coverage once, kept by the state."""
    kept = folder / f"mutations-{part}.coverage"
    if not kept.exists():
        rooms = [str(path) for pattern in ROOMS[part] for path in sorted(tree.glob(pattern))]
        with tempfile.TemporaryDirectory() as own:
            copy = copy_tree(Path(own) / "tree")
            (copy / ".coveragerc").write_text(f"[run]\ndata_file = {kept}\n")
            run_tests(
                copy, "--cov=emulation_cli", "--cov-context=test", "--cov-report=",
                "-o", "addopts=--import-mode=importlib",
                *(str(Path(room).relative_to(tree)) for room in rooms),
            )  # fmt: skip
    from coverage import CoverageData

    data = CoverageData(str(kept))
    data.read()
    found: Reached = {}
    for file in data.measured_files():
        if f"/{SOURCE}/{part}/" in file:
            name = file[file.index(str(SOURCE)) :]
            found[name] = {
                line: {test.split("|")[0] for test in tests if test}
                for line, tests in data.contexts_by_lineno(file).items()
            }
    return found


def tests_of(mutation: Mutation, reached: dict[str, Reached]) -> list[str]:
    """The tests that reach the statement; where it runs as its file loads, those of its folder."""
    lines = reached[part_of(mutation.path)].get(mutation.path, {})
    first, last = mutation.lines
    found = {test for line in range(first, last + 1) for test in lines.get(line, ())}
    if not found:
        folder = Path("tests") / Path(mutation.path).relative_to(SOURCE).parent
        return [str(folder)] if (TREE / folder).is_dir() else list(ROOMS[part_of(mutation.path)])
    own = f"test_{Path(mutation.path).stem}"
    return sorted(found, key=lambda test: (own not in test, test))


def is_noticed(mutation: Mutation, copy: Path, tests: list[str]) -> bool:
    path = copy / mutation.path
    text = path.read_text("utf-8")
    end = mutation.at + len(mutation.before)
    assert text[mutation.at : end] == mutation.before
    path.write_text(text[: mutation.at] + mutation.after + text[end:], "utf-8")
    try:
        return bool(tests) and run_tests(copy, *tests) != 0
    finally:
        path.write_text(text, "utf-8")


def tell(mutation: Mutation) -> str:
    text = (TREE / mutation.path).read_text("utf-8")
    number = text.count("\n", 0, mutation.at) + 1
    line = text.splitlines()[number - 1].strip()
    return f"{mutation.path}:{number}: {mutation.before} → {mutation.after}: {line}"


def print_table(lines: list[dict[str, Any]]) -> None:
    drawn, noticed = Counter[str](), Counter[str]()
    for line in lines:
        part = part_of(line["mutation"][0])
        drawn[part] += 1
        noticed[part] += bool(line["noticed"])
    print("| part | drawn | noticed | share |\n| --- | ---: | ---: | ---: |")
    for part, count in (*sorted(drawn.items()), ("all", drawn.total())):
        some = noticed.total() if part == "all" else noticed[part]
        print(f"| {part} | {count} | {some} | {100 * some / count:.0f} % |")
    print("\nNot noticed:")
    for line in lines:
        if not line["noticed"]:
            print("-", line["told"])


if __name__ == "__main__":
    main()
