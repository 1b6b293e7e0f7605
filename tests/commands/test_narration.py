"""What is said beside the data fits the terminal, and is one line for a script."""

import io
import os
import sys
from pathlib import Path

import pytest

import emulation_cli
from emulation_cli.commands.frame.narration import narrate, put
from emulation_cli.register.opening.register_file import open_register
from emulation_cli.render.screen.terminal import Line, show

LONG = "  Which unit is «Thị trấn Cẩm Xuyên» (type part of its name; leave empty to pass over):"


class Terminal(io.StringIO):
    """A terminal to write to, of which 40 cells are seen."""

    def isatty(self) -> bool:
        return True

    def fileno(self) -> int:
        return 2


def test_a_line_wider_than_the_terminal_breaks_between_words(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(os, "get_terminal_size", lambda _fd: os.terminal_size((40, 24)))
    monkeypatch.setattr(sys, "stderr", Terminal())
    narrate(LONG)
    lines = sys.stderr.getvalue().splitlines()  # type: ignore[attr-defined]
    assert len(lines) > 1
    assert all(line.startswith("  ") and len(line) < 40 for line in lines)
    assert " ".join(line.strip() for line in lines) == LONG.strip()


def test_a_script_gets_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    narrate(LONG)
    assert capsys.readouterr().err == f"{LONG}\n"


@pytest.mark.parametrize("sign", ["\x1b[2J", "\x07", "\x9b31m", "\u202e", "\r"])
def test_no_sign_of_a_text_does_anything_on_the_screen(capsys, sign) -> None:
    """Wherever a text comes from, what brings it to the screen takes its signs away."""
    narrate(f"A{sign}B")
    put(f"A{sign}B")
    show(lambda _room: [Line(f"A{sign}B"), Line(f"A{sign}B", "bold")], sys.stdout)

    said = capsys.readouterr()
    assert sign[0] not in said.out + said.err
    assert len(said.out.splitlines()) == 3


def test_what_is_said_of_a_register_stays_in_its_line(emul, register_path) -> None:
    emul("init", "--unit", "Huyện Thử")
    with open_register(register_path) as register, register.change():
        register.set("unit", "Huyện\nMerged C1\x1b[2J")

    said = emul("info").stdout

    assert "\x1b" not in said
    assert "\nMerged" not in said


def test_every_command_brings_text_to_the_screen_by_one_way() -> None:
    """`sys.stdout.write` with a value in it would be a way around it."""
    commands = Path(emulation_cli.__file__).parent / "commands"
    own = {"help_page.py", "narration.py", "completion.py", "home_screen.py"}
    around = [
        path.name
        for path in commands.rglob("*.py")
        if "stdout.write" in path.read_text("utf-8") and path.name not in own
    ]
    assert not around
