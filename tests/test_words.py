"""The words of the screen: whole in both languages, and every key that the program names is there."""

import ast
import re
import string
from pathlib import Path

import pytest

from emulation_cli import words

PACKAGE = Path(words.__file__).parent.parent
AREAS = sorted(path.stem for path in (PACKAGE / "words" / "vi").glob("[a-z]*.py"))


@pytest.fixture(autouse=True)
def _english_again():
    yield
    words.use("en")


def placeholders(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}


@pytest.mark.parametrize("area", AREAS)
def test_both_languages_have_the_same_sentences_with_the_same_values(area: str) -> None:
    vietnamese, english = words.sentences(area, "vi"), words.sentences(area, "en")

    assert list(vietnamese) == list(english)
    assert {key: placeholders(text) for key, text in vietnamese.items()} == {
        key: placeholders(text) for key, text in english.items()
    }


@pytest.mark.parametrize("area", AREAS)
def test_no_sentence_is_empty(area: str) -> None:
    for language in words.LANGUAGES:
        for key, text in words.sentences(area, language).items():
            assert text.strip(), key


def keys_named_in(path: Path) -> set[str]:
    """String constants of the form `area.name`, where there is such an area."""
    constants = (
        node.value
        for node in ast.walk(ast.parse(path.read_bytes()))
        if isinstance(node, ast.Constant)
    )
    return {
        text
        for text in constants
        if isinstance(text, str)
        and text.partition(".")[0] in AREAS
        and " " not in text
        and "." in text
    }


MODULES = sorted(path for path in PACKAGE.rglob("*.py") if path.parent.name not in words.LANGUAGES)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_every_sentence_that_a_module_names_is_there(path: Path) -> None:
    places = {
        "find.list_rows",
        "find.search",
        "record.add_",
        "terms.csv",
    }  # functions of commands and a file, not sentences

    missing = {
        key
        for key in keys_named_in(path)
        if path.name != "__init__.py"
        and not key.endswith((".", "_"))
        and key not in places
        and not words.known(key)
    }

    assert not missing


def test_a_sentence_is_said_in_the_language_of_the_screen() -> None:
    words.use("vi")

    assert words.say("cli.empty_value", option="name") == "--name: chưa có nội dung."
    assert words.say_in("en", "cli.empty_value", option="name") == "--name: there is nothing in it."


@pytest.mark.parametrize(
    ("nearest", "said"),
    [("", "«X» in the register. Add"), ("Xã Mẫu", "register. Nearest: Xã Mẫu. Add")],
)
def test_a_phrase_about_nothing_is_left_out(nearest: str, said: str) -> None:
    assert said in words.say_in("en", "domain.unknown_unit", text="X", nearest=nearest)


def test_a_language_without_words_is_refused() -> None:
    with pytest.raises(ValueError, match="no words"):
        words.use("fr")


@pytest.mark.parametrize(
    ("vietnamese", "english", "write"),
    [
        ("1.330", "1,330", lambda: words.number(1330)),
        ("0", "0", lambda: words.number(0)),
        ("87,3", "87.3", lambda: words.decimal(87.25 + 0.01)),
        ("1.234,50", "1,234.50", lambda: words.decimal(1234.5, 2)),
        ("87,3%", "87.3%", lambda: words.percent(87.3)),
        ("–", "–", lambda: words.percent(None)),
        ("04/10/2023", "04/10/2023", lambda: words.date("2023-10-04")),
        ("10/2023", "10/2023", lambda: words.date("2023-10")),
        ("2023", "2023", lambda: words.date("2023")),
        ("", "", lambda: words.date(None)),
        ("ngày 04 tháng 10 năm 2023", "4 October 2023", lambda: words.long_date("2023-10-04")),
        ("tháng 10 năm 2023", "October 2023", lambda: words.long_date("2023-10")),
        ("năm 2023", "2023", lambda: words.long_date("2023")),
    ],
)
def test_numbers_and_dates_are_written_as_the_language_writes_them(
    vietnamese, english, write
) -> None:
    words.use("vi")
    assert write() == vietnamese
    words.use("en")
    assert write() == english


@pytest.mark.parametrize(
    ("count", "said"), [(0, "Only the first 0 rows"), (1, "first 1 row;"), (2, "first 2 rows;")]
)
def test_one_is_said_in_the_singular(count: int, said: str) -> None:
    assert said in words.say_in("en", "find.first_rows", count=count)
    assert said in words.say_in("en", "find.first_rows", count=f"{count}")


# «{count} rows»: what one of them would be called is not said.
_ONLY_MANY = re.compile(r"\{(\w+)\} (?:new |further |other )?[a-z]+s\b")
_ALWAYS_MANY = {"care.only_latest", "intake.too_many_merges"}


@pytest.mark.parametrize("area", AREAS)
def test_what_is_counted_in_english_has_two_forms(area: str) -> None:
    counted = {"count", "rows", "cells", "files", "refused", "skipped", "units"}
    for name, text in words.sentences(area, "en").items():
        for found in _ONLY_MANY.finditer(text):
            if found[1] in counted and f"{area}.{name}" not in _ALWAYS_MANY:
                pytest.fail(f"{area}.{name}: {text}")


def test_commands_are_named_in_the_words_of_the_language() -> None:
    words.use("vi")
    own = words.sentences("commands")

    assert words.command_line("emul --db so.db edit X1") == "emul --db so.db sua X1"
    assert words.command_line("emul --verbose import …") == "emul --verbose nhap …"
    assert words.command_line("emul edit X1", "en") == "emul edit X1"
    assert words.command_line("emul list exemplars") == "emul danh-sach exemplars"
    for area in AREAS:
        said = " ".join(words.sentences(area).values())
        english = re.findall(r"\bemul ([a-z]+(?:-[a-z]+)*)\b", said)
        assert not [name for name in english if own.get(name, name) != name], area
