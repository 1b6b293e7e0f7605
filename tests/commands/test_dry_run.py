"""`--dry-run`: what would happen is shown, and the register is as it was; `-` reads a list."""

import pytest

LIST = "Họ và tên,Đơn vị,Lĩnh vực,Năm\nLê Thị Thử,Xã Cẩm Duệ,Y tế,2023\n"


def state(emul) -> tuple[str, ...]:
    nouns = ("exemplars", "units")
    lists = (emul("list", noun, "--format", "csv").stdout for noun in nouns)
    return (*lists, emul("history", "--format", "csv").stdout)


@pytest.mark.usefixtures("demo_register")
@pytest.mark.parametrize(
    ("words", "shown"),
    [
        (("edit", "X12", "--field", "Y tế"), "X12"),
        (("cancel", "X12", "--reason", "twice"), "X12"),
        (("mark", "X12", "fostered", "--date", "2023"), "2023"),
        (("succeed", "Xã Cẩm Duệ", "--by", "Xã Cẩm Hà", "--on", "01/07/2025"), "Xã Cẩm Hà"),
        (("join", "X1", "X2"), "X2"),
        (("distinct", "X1", "X2"), "X2"),
        (("undo",), "demo"),
    ],
    ids=lambda value: value[0] if isinstance(value, tuple) else "",
)
def test_a_try_shows_and_keeps_nothing(emul, words, shown) -> None:
    before = state(emul)

    told = emul("--lang", "en", *words, "--dry-run").stderr

    assert shown in told
    assert told.splitlines()[-1] == "Dry run: nothing was written to the register."
    assert state(emul) == before


@pytest.mark.usefixtures("demo_register")
def test_a_purge_that_is_tried_names_the_records(emul) -> None:
    name = "Nguyễn Thị Thử"
    emul(
        "add-exemplar",
        "--name",
        name,
        "--kind",
        "CN",
        "--unit",
        "U3",
        "--field",
        "Y tế",
        "--date",
        "2023",
    )
    record = emul("search", name).stdout.split("\t")[0]

    assert record in emul("--lang", "en", "purge", record, "--dry-run").stderr
    assert name in emul("search", name).stdout


def test_a_restore_that_is_tried_says_what_would_be_lost(emul) -> None:
    emul("init", "--unit", "Xã Hoa Lư", "--yes")
    emul("backup", "kept.db")
    emul("add-unit", "--name", "Thôn 1", "--type", "village")

    assert "add-unit" in emul("--lang", "en", "restore", "kept.db", "--dry-run").stderr
    assert "Thôn 1" in emul("list", "units", "--format", "csv").stdout


@pytest.mark.usefixtures("demo_register")
def test_a_dash_reads_a_list_from_the_stream(emul) -> None:
    emul("import", "-", "--as", "exemplars", stdin=LIST)

    assert "Lê Thị Thử" in emul("search", "le thi thu").stdout


@pytest.mark.usefixtures("demo_register")
def test_what_is_counted_is_named_with_verbose(emul) -> None:
    short = emul("--lang", "en", "history", "C3")
    whole = emul("--lang", "en", "--verbose", "history", "C3")

    assert len(whole.stdout) > 2 * len(short.stdout)


@pytest.mark.usefixtures("demo_register")
def test_info_counts_what_the_lists_show(emul) -> None:
    told = emul("--lang", "en", "info").stdout

    assert "381" in next(line for line in told.splitlines() if line.startswith("Exemplars"))


@pytest.mark.usefixtures("demo_register")
def test_an_extract_that_is_tried_says_what_it_would_hold_and_writes_no_file(
    emul, tmp_path
) -> None:
    file = tmp_path / "part.db"
    line = ("--lang", "en", "extract", "--unit", "Xã Cẩm Duệ", "-o", file)

    tried = emul(*line, "--dry-run").stderr

    assert not file.exists()
    counts = tried.partition("would hold ")[2].partition(".")[0]
    assert counts
    assert counts in emul(*line).stderr
