"""What the clerk made is not replaced; an option that is given twice is never silently the last."""

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def _here(demo_register: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


WRITERS = (
    ("report", "2023", "-o", "file.md"),
    ("report", "2023", "-o", "file.docx"),
    ("list", "events", "-o", "file.csv"),
    ("tally", "events", "--by", "type", "-o", "file.json"),
    ("template", "events", "-o", "file.xlsx"),
    ("export", "events", "-o", "file.xlsx"),
    ("export", "--all", "-o", "file.zip"),
)


@pytest.mark.parametrize("words", WRITERS, ids=" ".join)
def test_a_file_is_replaced_while_it_is_as_emul_left_it(emul, words):
    path = Path(words[-1])
    emul(*words)
    emul(*words)
    path.write_bytes(path.read_bytes() + b"an hour of work")
    edited = path.read_bytes()

    refused = emul(*words, code=6)

    assert path.read_bytes() == edited
    assert str(path) in refused.stderr
    assert "--yes" in refused.stderr
    emul(*words, "--yes")
    assert path.read_bytes() != edited


def test_an_empty_file_is_nobodys_work_and_one_of_another_program_is(emul):
    Path("empty.md").touch()
    emul("report", "2023", "-o", "empty.md")
    Path("own.md").write_text("mine")
    emul("report", "2023", "-o", "own.md", code=6)
    assert Path("own.md").read_text() == "mine"


def test_a_file_of_emul_under_another_name_is_the_clerks(emul):
    emul("report", "2023", "-o", "one.md")
    Path("one.md").rename("two.md")
    emul("report", "2023", "-o", "two.md", code=6)


def test_a_folder_of_lists_is_written_whole_or_not_at_all(emul):
    emul("export", "events", "exemplars", "-o", "lists")
    first, second = sorted(Path("lists").glob("*.xlsx"))[:2]
    second.write_bytes(b"mine")
    before = first.stat().st_mtime_ns
    emul("export", "events", "exemplars", "-o", "lists", code=6)
    assert (first.stat().st_mtime_ns, second.read_bytes()) == (before, b"mine")


def test_a_dash_is_the_stream(emul):
    plain = emul("list", "events", "--format", "csv").stdout
    assert emul("list", "events", "--format", "csv", "-o", "-").stdout == plain


@pytest.mark.parametrize(
    "words",
    [
        ("list", "exemplars", "--kind", "TT", "--kind", "CN"),
        ("list", "exemplars", "--kind=TT", "--kind", "TT"),
        ("report", "2023", "-o", "a.md", "--output", "b.md"),
    ],
)
def test_an_option_that_is_given_twice_is_refused(emul, words):
    assert "twice" in emul("--lang", "en", *words, code=2).stderr


def test_two_dimensions_may_be_given_one_by_one(emul):
    once = emul("tally", "honours", "--by", "level,act").stdout
    assert emul("tally", "honours", "--by", "level", "--by", "act").stdout == once
    assert emul("tally", "honours", "--by=level", "--by=act").stdout == once


def test_what_stands_behind_two_dashes_is_no_option(emul):
    emul("search", "--", "--by", "--by", code=1)
