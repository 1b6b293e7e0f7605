"""Help: whole, in the language of the screen, within 80 columns, with examples that run."""

import shlex
import shutil

import pytest

from emulation_cli import resources, words
from emulation_cli.commands import COMMANDS
from emulation_cli.commands.frame import help_page
from emulation_cli.commands.frame.program import build

LANGUAGES = ("vi", "en")
ENGLISH = ("Usage", "Options", "Arguments", "Examples", "show this", "required", "default", "TEXT")


@pytest.fixture(autouse=True)
def _english_again():
    yield
    words.use("en")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("command", [None, *COMMANDS])
def test_help_fits_80_columns_and_speaks_one_language(emul, command, language) -> None:
    page = emul("--lang", language, *filter(None, [command]), "--help").stdout

    assert max(map(len, page.splitlines())) <= 80
    if language == "vi":
        assert not [word for word in ENGLISH if word in page]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_says_what_it_is_for(command) -> None:
    for language in LANGUAGES:
        words.use(language)
        params = [param for param in build(command).params if not param.hidden]
        assert all(help_page._text(param, command) for param in params)


def test_no_text_of_an_option_is_left_over() -> None:
    named = {help_page._name(param) for command in COMMANDS for param in build(command).params}
    named |= {"db", "lang", "version", "help", "quiet", "verbose", "no-pager", "no-input"}
    named |= {"yes_no"}  # a type of value

    texts = words.sentences("help", "en")
    kept = {key.removeprefix("option.") for key in texts if key.startswith("option.")}
    valued = {key.removeprefix("metavar.") for key in texts if key.startswith("metavar.")}
    assert kept - named == set()
    assert valued - named == set()


def test_the_page_of_all_commands_names_each_with_its_summary(emul) -> None:
    page = emul("help", "--all").stdout
    for code in help_page.EXIT_CODES:
        assert f"\n  {code} " in page

    for command in COMMANDS:
        assert f"  {command} " in page
        assert help_page.summary(command)[:40] in page


def test_needed_values_stand_apart(emul) -> None:
    page = emul("add-model", "--help").stdout

    needed = page[page.index("Needed") : page.index("\nOptions")]
    assert [line.split()[0] for line in needed.splitlines()[1:] if line] == [
        "--name",
        "--unit",
        "--field",
        "--year",
    ]


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    """The demo register, made once, and a dossier of two proposals: no sample list has one."""
    import contextlib
    import io

    from emulation_cli.cli import main

    folder = tmp_path_factory.mktemp("demo")
    with contextlib.chdir(folder), contextlib.redirect_stdout(io.StringIO()):
        assert main(["demo"]) == 0
        shutil.copy("emul-demo.db", "as-it-comes.db")
        for line in ("add-dossier", "add-proposal"):
            for example in example_lines(line, "en"):
                assert main(["--db", "emul-demo.db", *shlex.split(example)[1:]]) == 0
        assert main(["--db", "emul-demo.db", "collect", "S1", "Q2"]) == 0  # it passed
        write_word_files()
        fill = ["fill", "mau-bao-cao.docx", "2021-2023", "-o", "bao-cao.docx"]
        assert main(["--lang", "vi", "--db", "emul-demo.db", *fill]) == 0
    return folder


def write_word_files() -> None:
    """A template of the office, in both of its names."""
    import docx

    made = docx.Document()
    made.add_paragraph("Có [[điển hình.tổng số]] điển hình.")
    for name in ("mau-bao-cao.docx", "template.docx"):
        made.save(name)


def example_lines(command: str, language: str) -> list[str]:
    return words.say_in(language, f"help.{command}.examples").splitlines()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_two_examples_and_they_run_on_the_demo_register(
    emul, demo, register_path, command, language
):
    lines = example_lines(command, language)
    assert len(lines) >= 2

    for line in lines:
        if command != "init":
            # What comes after its lists would stand in the way of taking these back.
            register = demo / ("as-it-comes.db" if command == "undo" else "emul-demo.db")
            shutil.copy(register, register_path)
            for other in ("so-2024.db", *(["so-luu-23-11.db"] if command == "restore" else ())):
                shutil.copy(register, other)
        lists = sorted(resources.sample_lists().glob("*dien-hinh*.xlsx"))
        shutil.copy(lists[0], "danh-sach.xlsx")
        write_word_files()
        for name in ("bao-cao.docx", "report.docx") if command == "verify" else ():
            shutil.copy(demo / "bao-cao.docx", name)
        emul(*shlex.split(line)[1:])
        register_path.unlink(missing_ok=True)


def test_the_first_page_names_twelve_commands(emul) -> None:
    page = emul("--help").stdout
    named = [command for command in COMMANDS if f"\n  {command} " in page]
    assert sorted(named) == sorted(help_page.EVERY_DAY)
    assert len(named) == 12


@pytest.mark.parametrize("width", [1, 5, 10, 20, 40, 79])
@pytest.mark.parametrize("command", [(), ("report",), ("add-honour",), ("list",)])
def test_help_in_a_narrow_window_is_narrow(emul, monkeypatch, width, command) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    page = emul(*command, "--help").stdout
    if width >= 40:
        texts = [line for line in page.splitlines() if line.startswith("    ")]
        assert max(map(len, texts), default=0) <= width


@pytest.mark.parametrize(
    "line",
    [
        ("bao-cao", "2023"), ("báo", "cáo", "2023"), ("BAO-CAO", "2023"), ("report", "2023"),
    ],
)  # fmt: skip
def test_a_command_is_called_by_its_vietnamese_word_too(emul, demo_register, line) -> None:
    assert emul(*line).stdout == emul("report", "2023").stdout


@pytest.mark.parametrize(
    ("line", "command"),
    [
        (("them-dien-hinh",), "add-exemplar"),
        (("thêm", "điển", "hình"), "add-exemplar"),
        (("add", "exemplar"), "add-exemplar"),
        (("add", "khen thưởng"), "add-honour"),
        (("them", "khen", "thuong"), "add-honour"),
        (("nhap",), "import"),
        (("tim",), "search"),
        (("xem",), "show"),
    ],
)
def test_the_words_of_a_command(line, command) -> None:
    from emulation_cli.commands.frame.command_words import meant_command

    assert meant_command([*line, "--x", "y"]) == (command, ["--x", "y"])


def test_vietnamese_words_are_all_different_and_typed_without_marks() -> None:
    native = words.sentences("commands", "vi")
    assert set(native) >= set(COMMANDS)
    assert len(set(native.values())) == len(native)
    assert all(word.isascii() and word not in COMMANDS for word in native.values())


def test_vietnamese_help_shows_them_beside_the_english_ones(emul) -> None:
    assert "bao-cao (report)" in emul("--lang", "vi", "--help").stdout
    assert "emul bao-cao" in emul("--lang", "vi", "help", "report").stdout
    assert "bao-cao" not in emul("--lang", "en", "--help").stdout
    assert (
        emul("--lang", "vi", "tro-giup", "tim").stdout
        == emul("--lang", "vi", "search", "-h").stdout
    )


def test_a_value_is_named_as_what_it_is(emul) -> None:
    page = emul("--lang", "en", "list", "--help").stdout
    assert "--fostered yes|no" in page
    assert "--honoured yes|no" in page
    for suffix in (".docx", ".xlsx", ".csv", ".json"):
        assert suffix in page
