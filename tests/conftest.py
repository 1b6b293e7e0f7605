"""What every test stands on: an empty desk of its own, the real entry point, goldens.

Nothing here reaches the person's own register, home folder or a network.
"""

import difflib
import io
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

import pytest

TESTS = Path(__file__).resolve().parent
TOP = TESTS.parent


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-goldens",
        action="store_true",
        help="write what is seen now into tests/goldens and the transcripts of the docs; then read the diff",
    )


@pytest.fixture(autouse=True)
def _a_desk_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Registers, homes and the current folder are temporary; the screen is English and 80 wide."""
    home = tmp_path / "home"
    home.mkdir()
    for name in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(home))
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(home / name))
    for name in [name for name in os.environ if name.startswith("EMUL_")]:
        monkeypatch.delenv(name)
    for name in ("NO_COLOR", "FORCE_COLOR", "PY_COLORS", "CLICOLOR_FORCE", "TTY_COMPATIBLE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("EMUL_DB", str(tmp_path / "register.db"))
    monkeypatch.setenv("EMUL_LANG", "en")
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("EMUL_PLAIN", "1")  # a test that types reads lines, not a menu redrawn
    from emulation_cli import words

    words.use("en")  # a command of the test before may have left another
    desk = tmp_path / "desk"
    desk.mkdir()
    monkeypatch.chdir(desk)


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """A connection is a failure: the clerk's register never leaves the machine."""

    def refuse(*_: object) -> None:
        raise AssertionError("a test tried to reach a network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket.socket, "connect_ex", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


@pytest.fixture
def register_path(tmp_path: Path) -> Path:
    """The register that EMUL_DB names in this test; it does not exist yet."""
    return tmp_path / "register.db"


@pytest.fixture(scope="session")
def _demo_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo")
    program = [sys.executable, "-m", "emulation_cli", "--lang", "en", "demo"]
    subprocess.run(program, cwd=folder, check=True, capture_output=True, timeout=120)
    return folder / "emul-demo.db"


@pytest.fixture
def demo_register(_demo_file: Path, register_path: Path) -> Path:
    """A register of its own with all sample lists in it, where EMUL_DB points."""
    return Path(shutil.copy(_demo_file, register_path))


@dataclass(frozen=True)
class Answer:
    """What a command left behind: data, narration, exit code."""

    stdout: str
    stderr: str
    code: int


class _Stream(io.TextIOWrapper):
    """A stream that is no terminal, as in a pipe, with bytes below it like the real one."""

    def __init__(self, text: str = "") -> None:
        super().__init__(io.BytesIO(text.encode()), encoding="utf-8", newline="")

    def text(self) -> str:
        self.flush()
        return self.buffer.getvalue().decode()  # type: ignore[attr-defined]


@contextmanager
def _streams(stdin: str, *, together: bool) -> Iterator[tuple[_Stream, _Stream]]:
    out = _Stream()
    err = out if together else _Stream()
    with mock.patch.multiple(sys, stdin=_Stream(stdin), stdout=out, stderr=err):
        yield out, err


class Emul:
    """Runs `emul` as a person would and gives back its Answer.

    Calling it goes through the real entry point in this process, for speed; `process` starts a
    program of its own. Nothing is a terminal, so no question is asked.
    """

    def __call__(self, *words: object, stdin: str = "", code: int | None = 0) -> Answer:
        """Run `emul WORDS`; the exit code must be `code`, unless that is None."""
        return self._run(words, stdin, code)

    def together(self, *words: object, code: int | None = 0) -> str:
        """What a person would see of `emul WORDS`: both streams in the order of writing."""
        return self._run(words, "", code, together=True).stdout

    def process(self, *words: object, stdin: str = "", **environment: str) -> Answer:
        """Run `python -m emulation_cli WORDS` with further environment variables."""
        done = subprocess.run(
            [sys.executable, "-m", "emulation_cli", *map(str, words)],
            input=stdin.encode(),
            capture_output=True,
            env=os.environ | environment,
            check=False,
            timeout=120,
        )
        return Answer(done.stdout.decode(), done.stderr.decode(), done.returncode)

    @staticmethod
    def _run(
        words: Sequence[object], stdin: str, expected: int | None, *, together: bool = False
    ) -> Answer:
        from emulation_cli.cli import main

        argv = [str(word) for word in words]
        with _streams(stdin, together=together) as (out, err):
            try:
                code = main(argv)
            except SystemExit as stop:
                code = int(stop.code or 0)
        answer = Answer(out.text(), "" if together else err.text(), code)
        assert expected in {None, code}, (
            f"emul {' '.join(argv)}\nexit code {code}, expected {expected}\n"
            f"{answer.stdout}{answer.stderr}"
        )
        return answer


@pytest.fixture
def emul() -> Emul:
    """The program, run through its own entry point."""
    return Emul()


Golden = Callable[[str, str], None]


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """`golden(name, text)`: the text must be tests/goldens/NAME; --update-goldens writes it."""
    update = request.config.getoption("--update-goldens")

    def compare(name: str, text: str) -> None:
        same_text(TESTS / "goldens" / name, text, update=update)

    return compare


def same_text(path: Path, text: str, *, update: bool) -> None:
    """Hold the file against the text, or write it; a difference fails with a unified diff."""
    if update:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    kept = path.read_bytes().decode() if path.exists() else ""
    difference = difflib.unified_diff(
        kept.splitlines(),
        text.splitlines(),
        f"{path.name} (kept)",
        f"{path.name} (now)",
        lineterm="",
    )
    if kept != text:
        lines = "\n".join(difference) or "(only line endings or the last newline differ)"
        pytest.fail(f"{lines}\n\nIf it is meant: pytest --update-goldens, then read the diff.")
