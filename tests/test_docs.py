"""The documentation is run: transcripts are typed again, the reference of commands is written from the help."""

import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from emulation_cli import resources
from emulation_cli.commands import COMMANDS

TOP = Path(__file__).resolve().parent.parent
PAGES = [
    TOP / "README.md",
    *sorted((TOP / "docs").glob("*.md")),
    *sorted((TOP / "docs" / "manual").glob("*/*.md")),
]
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LANGUAGES = {"en": "English", "vi": "Tiếng Việt"}
ANYTHING = "…"  # in a transcript: any text may stand here; alone on a line, any lines


def page_id(page: Path) -> str:
    return page.relative_to(TOP).as_posix()


def language_of(page: Path) -> str:
    return "vi" if page.stem.endswith(".vi") or page.parent.name == "vi" else "en"


def steps(block: str) -> Iterator[tuple[str, str]]:
    """The commands of a transcript, each with what it is to print."""
    for step in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        command, _, printed = step.partition("\n")
        while command.endswith("\\"):
            more, _, printed = printed.partition("\n")
            command = f"{command}\n{more}"
        yield command, printed


def shown(emul, command: str) -> str:
    """What `$ emul …` prints; `lists/` is the folder of sample lists."""
    program, *words = shlex.split(command.replace("\\\n", " "))
    assert program == "emul", f"a transcript runs emul only: {command}"
    # What a command refuses is told there too.
    lines = emul.together(*words, code=None).rstrip("\n").splitlines()
    return "".join(f"{line.rstrip()}\n" for line in lines)


COLUMNS = re.compile(r"\t| {2,}")


def agrees(expected: str, seen: str) -> bool:
    """Whether the lines are the same, what an ellipsis stands for left aside.

    A page shows columns aligned, as a terminal does; here they have tabs between.
    """
    lines = COLUMNS.sub("  ", expected.rstrip("\n")).splitlines()
    seen = COLUMNS.sub("  ", seen)
    pattern = (
        r"(?:.*\n)*" if line == ANYTHING else re.escape(line).replace(ANYTHING, ".*") + r"\n"
        for line in lines
    )
    return re.fullmatch("".join(pattern), seen) is not None


def step_now(emul, command: str, expected: str) -> str:
    """What to show under a command: as written while it agrees, else what is printed now."""
    seen = shown(emul, command)
    if agrees(expected, seen):
        return expected
    if ANYTHING in expected.splitlines():
        # Written out in full, a shortened answer would flood the page: mend it by hand.
        lost = [line for line in expected.splitlines() if not agrees(f"…\n{line}\n…", seen)]
        pytest.fail(f"emul {command}: not printed, or not in this order: {lost}\n{seen[:2000]}")
    return seen


def replayed(emul, block: str) -> str:
    """The transcript with what its commands print now."""
    return "".join(
        f"$ {command}\n{step_now(emul, command, expected)}" for command, expected in steps(block)
    )


@pytest.mark.parametrize(
    "page", [page for page in PAGES if page.name != "commands.md"], ids=page_id
)
def test_the_transcripts_of_a_page_print_what_they_show(page, emul, golden, monkeypatch) -> None:
    monkeypatch.setenv("EMUL_LANG", language_of(page))
    monkeypatch.setenv("EMUL_DB", "register.db")
    shutil.copytree(resources.sample_lists(), "lists")
    for folder in ("proposals", "word-files"):
        shutil.copytree(TOP / "docs" / folder, folder)
    text = page.read_text("utf-8")

    now = BLOCK.sub(lambda found: f"```console\n{replayed(emul, found[1])}```", text)

    golden(str(page), now)


def test_the_reference_of_commands_is_the_help_of_both_languages(emul, golden) -> None:
    golden(str(TOP / "docs" / "commands.md"), reference(emul))


def reference(emul) -> str:
    head = (TOP / "docs" / "commands.md").read_text("utf-8").partition("\n<!-- help -->\n")[0]
    parts = [head, "\n<!-- help -->\n"]
    for language, title in LANGUAGES.items():
        parts.append(f"\n## {title}\n")
        for words in ([], ["help", "--all"], *([command] for command in COMMANDS)):
            answer = emul("--lang", language, *words, *([] if "--all" in words else ["--help"]))
            assert not answer.stderr
            help_text = "\n".join(line.rstrip() for line in answer.stdout.strip("\n").splitlines())
            parts.append(f"\n### {' '.join(['emul', *words])}\n\n```text\n{help_text}\n```\n")
    return "".join(parts)


LINE = re.compile(r"(?<!`)`emul (?!help)([a-z][a-z-]*)")


@pytest.mark.parametrize("page", PAGES, ids=page_id)
def test_a_page_names_existing_commands_only(page) -> None:
    assert set(LINE.findall(page.read_text("utf-8"))) <= set(COMMANDS)


LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)#]+)")


@pytest.mark.parametrize(
    "page", [*PAGES, TOP / "CONTRIBUTING.md", TOP / "CHANGELOG.md"], ids=page_id
)
def test_a_page_links_to_files_that_exist(page) -> None:
    targets = LINK.findall(page.read_text("utf-8"))

    assert not [target for target in targets if not (page.parent / target).exists()]


def test_both_readmes_give_the_same_lines_to_paste() -> None:
    fences = re.compile(r"^```(?:sh|powershell)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
    english, vietnamese = (
        fences.findall((TOP / name).read_text("utf-8"))
        for name in ("README.md", "docs/README.vi.md")
    )

    assert english == vietnamese
    assert all(len(line.splitlines()) == 1 for line in english[:4])


def test_the_continuous_check_takes_its_test_line_from_the_readme() -> None:
    script = (TOP / ".ci" / "run").read_text("utf-8")

    found = re.search(r"grep -m1 '(.+)' README.md", script)

    assert found
    line = next(
        line
        for line in (TOP / "README.md").read_text("utf-8").splitlines()
        if re.match(found[1], line)
    )
    assert line.endswith("pytest -q -n auto")


def test_the_page_on_data_names_every_table_and_view() -> None:
    schema = (TOP / "schema.sql").read_text("utf-8")
    names = re.findall(r"^CREATE (?:TABLE|VIEW) (\w+)", schema, re.MULTILINE)

    page = "".join((TOP / "docs" / name).read_text("utf-8") for name in ("data.md", "schema.md"))

    assert names
    assert not [name for name in names if f"`{name}`" not in page]
