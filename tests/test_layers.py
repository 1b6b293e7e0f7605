"""The table of layers (docs/architecture.md), held by parsing every import, and what a command loads."""

import ast
import os
import re
import statistics
import subprocess
import sys
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from importlib.util import find_spec
from pathlib import Path

import pytest

from emulation_cli import late_libraries

SOURCE = Path(__file__).resolve().parent.parent / "src"
PACKAGE = SOURCE / "emulation_cli"

# What each part may import of ours. The version (the package itself) is for all.
MAY_IMPORT = {
    "resources": set(),
    "leftovers": set(),
    "late_libraries": set(),
    "domain": set(),
    "words": set(),
    "sheets": {"domain"},
    "intake": {"domain", "sheets"},
    "register": {"domain", "leftovers", "resources"},
    "tallies": {"domain", "register"},
    "taking_in": {"domain", "intake", "register", "sheets", "tallies"},
    "documents": {"domain", "tallies", "words"},
    "render": {"documents", "domain", "leftovers", "sheets", "tallies", "words"},
    "commands": {
        "documents", "domain", "intake", "leftovers", "register", "render", "resources", "sheets", "taking_in", "tallies", "words",
    },
    "cli": {"commands", "domain", "late_libraries", "register", "words"},
    "__main__": {"cli"},
}  # fmt: skip

# Libraries that one part keeps to itself, so that changing them is a change in one place.
KNOWN_ONLY_BY = {
    "openpyxl": {"sheets"},
    "python_calamine": {"sheets"},
    "xlrd": {"sheets"},
    "msoffcrypto": {"sheets"},
    "defusedxml": {"sheets"},
    "docx": {"render"},
    "rich": {"render"},
    "typer": {"cli", "commands"},
    "sqlite3": {"commands", "register", "tallies"},
    "sqlite_utils": {"register"},
    "rapidfuzz": {"domain", "tallies"},
    "prompt_toolkit": {"commands"},
    "platformdirs": {"cli", "commands", "register"},
    "socket": set(),
    "urllib.request": set(),
    "http": set(),
    "ssl": set(),
}

MODULES = sorted(PACKAGE.rglob("*.py"))
LONGEST_FUNCTION, LONGEST_MODULE, MEDIAN_FUNCTION = 40, 300, 8


def module_id(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def part_of(path: Path) -> str:
    """The layer that a file belongs to: the first folder, or the module's own name."""
    return path.relative_to(PACKAGE).with_suffix("").parts[0]


def imported(path: Path) -> Iterator[str]:
    """Every module that a file imports, inside functions too, by its full dotted name."""
    home = path.relative_to(SOURCE).with_suffix("").parts
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = ".".join(home[: -node.level]) if node.level else ""
            module = ".".join(filter(None, (above, node.module or "")))
            yield from (f"{module}.{name.name}" for name in node.names)


def ours(names: Iterator[str]) -> set[str]:
    parts = (name.split(".") for name in names)
    return {part[1] for part in parts if part[0] == "emulation_cli" and part[1][:2] != "__"}


@pytest.mark.parametrize("path", MODULES, ids=module_id)
def test_imports_go_down_only(path: Path) -> None:
    part = part_of(path)
    if part == "__init__":
        assert not ours(imported(path))
        return

    assert ours(imported(path)) - {part} <= MAY_IMPORT[part]


def knowing(module: str, everyone: set[str]) -> set[str]:
    """The parts that may know a module, by its library in KNOWN_ONLY_BY."""
    return next(
        (p for name, p in KNOWN_ONLY_BY.items() if f"{module}.".startswith(f"{name}.")), everyone
    )


@pytest.mark.parametrize("path", MODULES, ids=module_id)
def test_a_library_is_known_by_one_part_only(path: Path) -> None:
    part = part_of(path)

    strays = {name for name in imported(path) if part not in knowing(name, {part})}

    assert not strays


def test_no_module_leads_back_to_itself() -> None:
    """Imports inside functions count too: what only works in one order is one module in two files."""
    names = {".".join(path.relative_to(SOURCE).with_suffix("").parts): path for path in MODULES}
    needs = {
        name: {
            module
            for found in imported(path)
            for module in (found, found.rpartition(".")[0])
            if module in names
        }
        for name, path in names.items()
    }

    try:
        circle = TopologicalSorter(needs).prepare()
    except CycleError as error:
        circle = error.args[1]

    assert not circle


SQL = re.compile(r"\b(SELECT\s.+\sFROM|INSERT INTO|UPDATE \w+ SET|DELETE FROM|PRAGMA)\b", re.DOTALL)


@pytest.mark.parametrize("path", MODULES, ids=module_id)
def test_sql_stands_in_the_register_and_the_tallies_only(path: Path) -> None:
    if part_of(path) in {"register", "tallies"}:
        return
    constants = (
        node.value
        for node in ast.walk(ast.parse(path.read_bytes()))
        if isinstance(node, ast.Constant)
    )

    assert not [text for text in constants if isinstance(text, str) and SQL.search(text)]


def test_the_page_on_architecture_shows_this_table() -> None:
    page = (SOURCE.parent / "docs" / "architecture.md").read_text("utf-8")
    rows = re.findall(r"^\| `([\w.]+?)(?:/|\.py)?` \|.*\| ([^|]*) \|$", page, re.MULTILINE)

    shown = {part: set() if may == "–" else set(may.split(", ")) for part, may in rows}

    assert shown == {part: may for part, may in MAY_IMPORT.items() if part != "__main__"}


def functions(path: Path) -> Iterator[tuple[str, int]]:
    """Name and length of every function, from `def` to its last line."""
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, (node.end_lineno or node.lineno) - node.lineno + 1


@pytest.mark.parametrize("path", MODULES, ids=module_id)
def test_no_function_and_no_module_is_longer_than_a_reader_can_hold(path: Path) -> None:
    long = {name: lines for name, lines in functions(path) if lines > LONGEST_FUNCTION}

    assert not long
    lines = len(path.read_text("utf-8").splitlines())
    sentences = part_of(path) == "words" and path.parent.name in {"vi", "en"}
    assert sentences or lines <= LONGEST_MODULE


def test_no_two_modules_and_no_two_classes_have_one_name() -> None:
    """What is found by its name is the only one; words/ has each module once a language."""
    modules = [p.stem for p in MODULES if p.stem != "__init__" and "words" not in p.parts]
    classes = [
        node.name
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_")
    ]

    for names in (modules, classes):
        assert not [name for name in set(names) if names.count(name) > 1]


def test_most_functions_are_a_few_lines() -> None:
    lengths = [lines for path in MODULES for _, lines in functions(path)]

    assert statistics.median(lengths) <= MEDIAN_FUNCTION


HEAVY = {
    "openpyxl", "docx", "python_calamine", "xlrd", "msoffcrypto", "rapidfuzz", "prompt_toolkit", "sqlite_utils", "lxml", "pydantic",
    "rich.table", "hypothesis", "pytest",
}  # fmt: skip


def loaded_by(*words: str) -> set[str]:
    """The modules that `emul WORDS` really loads: a parsed import cannot tell when it happens."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "emulation_cli", *words],
        capture_output=True, env=os.environ | {"PYTHONPATH": str(SOURCE)}, timeout=120, check=False,
    )  # fmt: skip
    stderr = done.stderr.decode()
    assert done.returncode == 0, stderr[-2000:]
    return {line.rsplit("|", 1)[1].strip() for line in stderr.splitlines() if line.count("|") == 2}


def heavy(modules: set[str]) -> set[str]:
    return HEAVY & modules


def test_help_and_version_load_nothing_of_a_command() -> None:
    assert not heavy(loaded_by("--version"))
    assert not heavy(loaded_by("--help")) - {"rich.table"}


def test_a_report_in_json_loads_no_table_and_no_workbook(emul) -> None:
    emul("init", "--yes")

    modules = loaded_by("report", "2021-2023", "--format", "json")

    assert not heavy(modules)
    assert "rich" not in modules


def test_recording_loads_only_the_register(emul) -> None:
    emul("init", "--yes")
    emul("add-unit", "--name", "Xã Hoa Lư", "--type", "commune")

    modules = loaded_by(
        "add-model", "--name", "Ngõ xanh", "--unit", "Hoa Lư", "--field", "KT", "--year", "2023"
    )

    assert not heavy(modules)
    assert not {
        name
        for name in modules
        if name.startswith(("emulation_cli.tallies", "emulation_cli.intake"))
    }


def test_an_import_loads_nothing_that_fetches_pages(emul, tmp_path) -> None:
    emul("init", "--yes")
    units = tmp_path / "units.csv"
    units.write_text("STT;Tên đơn vị;Loại\n1;Xã Hoa Lư;xã\n2;Xã Gia Viễn;xã\n", "utf-8")

    assert not {"urllib.request", "ssl", "email"} & loaded_by(
        "import", str(units), "--as", "units", "--yes"
    )


def test_libraries_that_wait_are_written_in_python() -> None:
    """The functions of one in C are there before it is read, and end the process when called."""
    found = {name: find_spec(name) for name in late_libraries._SELDOM}

    assert not {
        name for name, spec in found.items() if spec and not str(spec.origin).endswith(".py")
    }


def test_a_library_that_waits_is_read_with_its_first_name() -> None:
    script = (
        "import sys; import emulation_cli.late_libraries, subprocess, ipaddress; kind = type(subprocess).__name__;"
        "print(kind, subprocess.PIPE, type(subprocess).__name__, str(ipaddress.ip_address('::1')))"
    )

    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )

    assert done.stdout.split() == ["_Waiting", "-1", "module", "::1"]


def test_patterns_are_compiled_when_they_are_used() -> None:
    """Most commands use one in five: `pattern` of domain/patterns.py waits for the first use."""
    eager = [
        str(path.relative_to(PACKAGE))
        for folder in ("domain", "sheets", "intake", "taking_in", "register", "tallies", "commands")
        for path in (PACKAGE / folder).rglob("*.py")
        if path.name != "patterns.py"
        and re.search(r"^\w+ = re\.compile\(", path.read_text("utf-8"), re.MULTILINE)
    ]
    assert eager == []
