"""What is said beside the data fits the terminal, and is one line for a script."""

import io
import os
import sys

import pytest

from emulation_cli.commands.frame.narration import narrate

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
