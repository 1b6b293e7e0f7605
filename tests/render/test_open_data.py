"""The whole register for other programs: what they read there is what the register holds."""

import csv
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from emulation_cli import words
from emulation_cli.domain.errors import FileTrouble
from emulation_cli.register.opening.register_file import open_register
from emulation_cli.register.raw_tables import WholeTable, every_table
from emulation_cli.render.open_data import data_labels, data_package

TESTS = Path(__file__).parents[1]
ODD = "Tổ «một»\\hai, 'ba'; \"bốn\""


@pytest.fixture
def full_register(emul, demo_register) -> Path:
    """The demo, with something in every view, and texts that trip readers."""
    emul("add-unit", "--name", "Xã Mới", "--type", "commune", "--code", "MOI")
    emul("succeed", "U3", "--by", "MOI", "--on", "2025-07-01")
    emul("add-dossier", "--name", "Đợt 1", "--date", "2024-01-05", "--unit", "U1")
    proposed = ("--kind", "CN", "--unit", "MOI", "--date", "2024-01-05", "--form", "Giấy khen")
    emul("add-proposal", "--recipient", "=Lê Thị Mẫu", *proposed, "--dossier", "S1")
    emul("add-presenter", "--event", "E1", "--name", "Lê Văn Trao")
    emul("add-publication", "--title", "Gương", "--type", "article", "--exemplar", "X1")
    measure = ("--year", "2023", "--measure", "models_registered", "--value", "5")
    emul("add-target", "--unit", "U3", *measure)
    figure = ("--section", "models", "--period", "2019", "--source", "Báo cáo 45", "--value", "70")
    emul("add-figure", "--name", ODD, *figure)
    with closing(sqlite3.connect(demo_register)) as raw:
        raw.execute(
            "UPDATE model SET summary = 'dòng một' || char(10) || 'cột' || char(9) || '\\N'"
        )
        raw.commit()
    return demo_register


@pytest.fixture
def package(emul, full_register) -> Path:
    emul("export", "--all", "-o", "package")
    return Path("package")


def rows_of(register: Path, name: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(register)) as raw:
        return raw.execute(f"SELECT * FROM {name}").fetchall()


def described(package: Path) -> dict[str, dict]:
    told = json.loads((package / "datapackage.json").read_text("utf-8"))
    return {one["name"]: one for one in told["resources"]}


def test_the_files_hold_raw_text_row_by_row(package, full_register):
    for name, resource in described(package).items():
        with (package / resource["path"]).open(encoding="utf-8", newline="") as file:
            head, *rows = csv.reader(file)
        fields = [field["name"] for field in resource["schema"]["fields"]]
        assert head == fields, name
        assert len(rows) == len(rows_of(full_register, name)), name
    people = (package / "proposals.csv").read_text("utf-8")
    assert ",=Lê Thị Mẫu," in people
    assert not people.startswith("\ufeff")
    assert (package / "figures.csv").read_text("utf-8").count('""bốn""') == 1


def test_types_and_keys_are_those_of_the_tables(package):
    honour = described(package)["honour"]["schema"]
    fields = {field["name"]: field for field in honour["fields"]}

    assert honour["primaryKey"] == ["id"]
    assert (fields["amount"]["type"], fields["recipient"]["type"]) == ("integer", "string")
    # A date may be a year alone; its first day is a day.
    assert (fields["date"]["type"], fields["first_day"]["type"]) == ("string", "date")
    wanted = {"resource": "unit", "fields": ["id"]}
    assert {"fields": ["unit_id"], "reference": wanted} in honour["foreignKeys"]
    term = {"resource": "term", "fields": ["vocabulary", "code"]}
    assert {"fields": ["form_vocabulary", "form"], "reference": term} in honour["foreignKeys"]
    assert fields["works_directly"]["labels"] == {
        "vi": words.label("works_directly", "honours", "vi"),
        "en": "Works directly",
    }
    view = described(package)["exemplars"]["schema"]["fields"]
    types = {field["name"]: field["type"] for field in view}
    assert (types["birth_year"], types["stage"], types["turn"]) == ("integer", "string", "integer")


def test_every_reference_leads_to_a_row(package):
    told = described(package)
    read = {}
    for name, resource in told.items():
        with (package / resource["path"]).open(encoding="utf-8", newline="") as file:
            read[name] = list(csv.DictReader(file))
    for name, resource in told.items():
        for key in resource["schema"].get("foreignKeys", ()):
            other = read[key["reference"]["resource"] or name]
            known = {tuple(row[f] for f in key["reference"]["fields"]) for row in other}
            used = {tuple(row[f] for f in key["fields"]) for row in read[name]}
            # All of it is there, or nothing: no vocabulary stands beside an empty code.
            assert {one for one in used if any(one)} <= known, (name, key)


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_every_table_and_column_is_told_of(full_register, language):
    words.use(language)
    with open_register(full_register) as register:
        for table in every_table(register):
            assert data_labels.description(table.name), table.name
            for column in table.columns:
                title = data_labels.title(table.name, column.name)
                assert title not in {column.name, ""}, (table.name, column.name)


def test_datasette_is_told_the_same_beside_the_registers_file(package):
    [(name, told)] = json.loads((package / "metadata.json").read_text("utf-8"))["databases"].items()

    assert name == "register"
    assert told["tables"]["exemplars"]["description"].startswith("Exemplars:")
    assert told["tables"]["exemplars"]["columns"]["stage"] == "Stage"


def test_a_package_replaces_its_former_and_nothing_else(emul, package):
    emul("export", "--all", "-o", "package")
    (package / "honours.csv").write_text("mine")
    emul("export", "--all", "-o", "package", code=6)
    emul("export", "--all", "-o", "package", "--yes")
    Path("other").mkdir()
    Path("other", "letter.txt").write_text("mine")

    refused = emul("export", "--all", "-o", "other", "--yes", code=6)

    assert "other" in refused.stderr
    assert [path.name for path in Path("other").iterdir()] == ["letter.txt"]


def test_a_package_is_whole_or_absent(full_register, monkeypatch, tmp_path):
    rows, breaks = WholeTable.rows, tmp_path / "breaks"

    def broken(table):
        if table.name == "unit" and breaks.exists():
            raise OSError(28, "no space")
        return rows(table)

    monkeypatch.setattr(WholeTable, "rows", broken)
    with open_register(full_register) as register:
        tables = every_table(register)
        breaks.touch()
        for write, place in (
            (lambda p: data_package.write_folder(tables, p, "r", parquet=False), tmp_path / "new"),
            (lambda p: data_package.write_zip(tables, p, "r"), tmp_path / "new.zip"),
        ):
            with pytest.raises(FileTrouble):
                write(place)
            assert not place.exists()
        breaks.unlink()
        data_package.write_folder(tables, tmp_path / "old", "r", parquet=False)
        before = {path.name: path.read_bytes() for path in (tmp_path / "old").iterdir()}
        breaks.touch()
        with pytest.raises(FileTrouble):
            data_package.write_folder(tables, tmp_path / "old", "other", parquet=False)
        assert {path.name: path.read_bytes() for path in (tmp_path / "old").iterdir()} == before


def test_what_does_not_fit_together_is_refused(emul, demo_register):
    emul("export", "--parquet", "-o", "all.zip", code=2)
    emul("export", "--parquet", "--postgres", code=2)
    emul("export", "--postgres", "-o", "all.zip", code=2)
    emul("export", "--all", "-o", "all.txt", code=2)
    assert not list(Path().iterdir())


def test_pandas_reads_the_package_with_its_types(package, full_register):
    pandas = pytest.importorskip("pandas", reason="pandas is not installed (the extra `bench`)")
    kinds = {"integer": "Int64", "string": "string", "date": "string"}
    for name, resource in described(package).items():
        types = {f["name"]: kinds[f["type"]] for f in resource["schema"]["fields"]}
        frame = pandas.read_csv(
            package / resource["path"], dtype=types, keep_default_na=False, na_values=[""]
        )
        assert len(frame) == len(rows_of(full_register, name)), name
    honours = pandas.read_csv(package / "honours.csv")
    day = honours[(honours.status == "awarded") & (honours.date == "2023-10-04")]
    assert (day.exemplar_id.count(), day.model_id.count()) == (31, 23)
    with closing(sqlite3.connect(full_register)) as raw:
        read = pandas.read_sql("SELECT * FROM registrations", raw)
    assert str(read.year.dtype) == "int64"
    assert read[read.year.between(2018, 2023)].subject.nunique() == 686


def test_a_library_for_data_packages_finds_every_reference_and_type_right(package):
    frictionless = pytest.importorskip(
        "frictionless", reason="frictionless is not installed (the extra `bench`)"
    )
    found = frictionless.validate(str(package / "datapackage.json"))

    assert found.valid, found.flatten(["title", "rowNumber", "message"])[:5]


def test_polars_reads_the_views_as_the_docs_say(full_register):
    polars = pytest.importorskip("polars", reason="polars is not installed (the extra `bench`)")
    with closing(sqlite3.connect(full_register)) as raw:
        views = raw.execute("SELECT name FROM sqlite_master WHERE type = 'view'").fetchall()
        for (view,) in views:
            read = polars.read_database(f"SELECT * FROM {view}", raw, infer_schema_length=None)
            assert len(read) == len(rows_of(full_register, view))


def test_duckdb_counts_in_parquet_what_the_report_counts(emul, full_register):
    reason = "DuckDB is not installed (the extra `parquet`)"
    duckdb = pytest.importorskip("duckdb", reason=reason)
    emul("export", "--parquet", "-o", "package")
    with duckdb.connect() as database:
        for name in described(Path("package")):
            file = f"package/{name}.parquet"
            [(count,)] = database.execute(f"SELECT count(*) FROM '{file}'").fetchall()
            assert count == len(rows_of(full_register, name)), name
        kinds = database.execute(
            "SELECT kind, count(DISTINCT subject) FROM 'package/milestones.parquet'"
            " WHERE record LIKE 'X%' AND cancelled_on IS NULL AND first_day >= DATE '2021-01-01'"
            " AND last_day <= DATE '2023-12-31' GROUP BY kind ORDER BY kind"
        ).fetchall()
        texts = database.execute(
            "SELECT DISTINCT summary FROM 'package/model.parquet' UNION ALL"
            " SELECT name FROM 'package/figures.parquet'"
        ).fetchall()
    assert kinds == [("collective", 223), ("individual", 158)]
    assert texts == [("dòng một\ncột\t\\N",), (ODD,)]


def test_without_its_library_parquet_says_what_to_install(emul, demo_register, monkeypatch):
    monkeypatch.setitem(sys.modules, "duckdb", None)

    assert "pip install" in emul("export", "--parquet", "-o", "package", code=1).stderr
    assert not Path("package").exists()


def programs() -> Path | None:
    """Where PostgreSQL's own programs lie: on the path, or where Debian has them."""
    found = shutil.which("initdb")
    places = [Path(found).parent] if found else sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    return next((place for place in reversed(places) if (place / "pg_ctl").exists()), None)


@pytest.fixture(scope="module")
def server() -> Iterator[list[str]]:
    """A server of its own, on a socket in a folder of its own; how `psql` speaks to it."""
    place = programs()
    if place is None or not shutil.which("psql"):
        pytest.skip("PostgreSQL is not installed (apt: postgresql)")
    folder = Path(tempfile.mkdtemp(prefix="emul-pg-"))
    user: list[str] = []
    if os.geteuid() == 0:
        if not shutil.which("setpriv") or b"postgres:" not in Path("/etc/passwd").read_bytes():
            pytest.skip("PostgreSQL does not run as root, and there is no user for it")
        user = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"]
        shutil.chown(folder, "postgres", "postgres")
    data = folder / "data"

    def run(*command: str) -> subprocess.CompletedProcess[str]:
        words = [*user, *command]
        return subprocess.run(words, capture_output=True, text=True, check=False, cwd="/")

    try:
        made = run(
            str(place / "initdb"), "-D", str(data), "-A", "trust", "-U", "emul", "--no-sync",
            "-E", "UTF8", "--locale=C",
        )  # fmt: skip
        if made.returncode:
            pytest.skip(f"PostgreSQL makes no cluster here: {made.stderr.strip()[-200:]}")
        control = (str(place / "pg_ctl"), "-s", "-w", "-D", str(data))
        log = ("-l", str(folder / "log"))
        began = run(*control, "-o", f"-c listen_addresses='' -F -k {folder}", *log, "start")
        if began.returncode:
            pytest.skip(f"PostgreSQL does not start here: {began.stderr.strip()[-200:]}")
        yield ["psql", "-X", "-q", "-h", str(folder), "-U", "emul", "-d", "postgres"]
        run(*control, "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def asked(server: list[str], *words: str) -> str:
    environment = os.environ | {"PGOPTIONS": "-c search_path=emul", "LC_ALL": "C.UTF-8"}
    answer = subprocess.run(
        [*server, "-At", *words], capture_output=True, text=True, check=False, env=environment
    )
    assert not answer.returncode, answer.stderr
    assert not answer.stderr
    return answer.stdout


def copied(rows: list[tuple[object, ...]]) -> list[str]:
    """Rows as COPY writes them, in an order of their own."""
    escaped = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n"})
    return sorted(
        "\t".join("\\N" if value is None else str(value).translate(escaped) for value in row)
        for row in rows
    )


def test_postgresql_answers_as_the_register_does(emul, full_register, server):
    emul("export", "--postgres", "-o", "register.sql")
    asked(server, "-f", "register.sql")

    with closing(sqlite3.connect(full_register)) as raw:
        made = raw.execute("SELECT name FROM sqlite_master WHERE type = 'view'").fetchall()
    for name in [*(name for (name,) in made if name != "change_log"), "unit", "setting"]:
        rows = rows_of(full_register, name)
        told = asked(server, "-c", f"COPY (SELECT * FROM {name}) TO STDOUT").splitlines()
        assert rows, name
        assert sorted(told) == copied(rows), name
    text = (TESTS.parent / "docs" / "data.md").read_text("utf-8")
    lines = [line for line in text.splitlines() if line.startswith("SELECT ")]
    assert len(lines) == 4
    with closing(sqlite3.connect(full_register)) as raw:
        for line in lines:
            sql = line.partition("; -- ")[0]
            here = ["|".join(map(str, row)) for row in raw.execute(sql)]
            assert sorted(asked(server, "-c", sql).splitlines()) == sorted(here)
    keys = (
        "SELECT count(*) FROM pg_constraint"
        " WHERE contype = '{}' AND connamespace = 'emul'::regnamespace"
    )
    assert int(asked(server, "-c", keys.format("f"))) > 40
    assert int(asked(server, "-c", keys.format("p"))) > 40
    told = asked(server, "-c", "SELECT obj_description('exemplars'::regclass)")
    assert told.startswith("Exemplars:")
