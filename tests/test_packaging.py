"""What travels: the wheel holds all that a clerk needs, the repository nothing of a developer's machine."""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import emulation_cli
from emulation_cli import resources

TOP = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the tree without a network and unpacked as an installer would."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder],
        cwd=TOP, check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    (wheel,) = folder.glob("*.whl")
    zipfile.ZipFile(wheel).extractall(folder / "site")
    return folder / "site"


def run_in(site: Path, *words: str) -> str:
    done = subprocess.run(
        [sys.executable, *words],
        env=os.environ | {"PYTHONPATH": str(site)}, capture_output=True, check=True, timeout=120,
    )  # fmt: skip
    return done.stdout.decode().strip()


def test_the_source_tree_finds_its_schema_and_its_sample_lists() -> None:
    assert resources.schema() == TOP / "schema.sql"
    assert resources.schema().is_file()
    assert any(resources.sample_lists().iterdir())


def test_the_wheel_finds_its_own_schema_and_sample_lists(unpacked: Path) -> None:
    ask = "from emulation_cli import resources as r; print(r.schema(), r.sample_lists(), sep='\\n')"

    schema, lists = map(Path, run_in(unpacked, "-c", ask).splitlines())

    assert schema == unpacked / "emulation_cli" / "schema.sql"
    assert schema.read_bytes() == (TOP / "schema.sql").read_bytes()
    assert names_below(lists) == names_below(TOP / "sample_data" / "lists")


def names_below(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_the_wheel_holds_every_module_and_no_test(unpacked: Path) -> None:
    inside = {name for name in names_below(unpacked / "emulation_cli") if name.endswith(".py")}
    source = names_below(TOP / "src" / "emulation_cli")

    assert inside == {name for name in source if name.endswith(".py")}
    assert {path.name.split("-")[0] for path in unpacked.iterdir()} == {"emulation_cli"}


def test_the_wheel_runs(unpacked: Path) -> None:
    assert emulation_cli.__version__ in run_in(unpacked, "-m", "emulation_cli", "--version")


def test_the_version_stands_in_one_place_and_in_the_changelog(unpacked: Path) -> None:
    version = emulation_cli.__version__

    (folder,) = unpacked.glob("*.dist-info")

    assert f"\nVersion: {version}\n" in (folder / "METADATA").read_text("utf-8")
    assert f"\n## [{version}]" in (TOP / "CHANGELOG.md").read_text("utf-8")


# Written in pieces, for this file is looked through as well.
HOSTS = [
    "py" + "pi.org",
    "python" + "hosted.org",
    "registry.npm" + "js",
    "deb.deb" + "ian.org",
    "crates" + ".io",
]
PATHS = [
    "/wo" + "rk/",
    "/ro" + "ot/",
    "/tm" + "p/v/",
    "/tm" + "p/plan",
    "/ho" + "me/",
    "C:\\Us" + "ers\\",
]


def committed() -> list[Path]:
    if not (shutil.which("git") and (TOP / ".git").exists()):
        pytest.skip("not a git clone")
    done = subprocess.run(["git", "ls-files", "-z"], cwd=TOP, capture_output=True, check=True)
    return [TOP / name for name in done.stdout.decode().split("\0") if (TOP / name).is_file()]


def contents(path: Path) -> bytes:
    """The bytes of a file; of a workbook, those of its parts, which may tell where it was made."""
    if not zipfile.is_zipfile(path):
        return path.read_bytes()
    with zipfile.ZipFile(path) as parts:
        return b"\n".join(
            parts.read(part) for part in parts.infolist() if part.file_size < 5_000_000
        )


def test_no_committed_file_names_a_registry_host_or_a_path_of_a_machine() -> None:
    words = [word.encode() for word in HOSTS + PATHS]

    found = {
        f"{path.relative_to(TOP)}: {word.decode()}"
        for path in committed()
        for word in words
        if word in contents(path)
    }

    assert not found


def test_no_committed_file_is_larger_than_a_megabyte() -> None:
    assert not [path.name for path in committed() if path.stat().st_size > 1_048_576]
