"""What a terminal says of itself is heeded: colours, width, none at all."""

import fcntl
import os
import pty
import struct
import subprocess
import sys
import termios

import pytest

from emulation_cli.render.layout import width

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are of POSIX")


def shown(*words: str, columns: int = 80, **environment: str) -> str:
    """What a command shows on a terminal of so many columns."""
    screen, end = pty.openpty()
    fcntl.ioctl(end, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    kept = {name: value for name, value in os.environ.items() if name not in _SAID}
    process = subprocess.Popen(
        [sys.executable, "-m", "emulation_cli", *words],
        stdin=end, stdout=end, stderr=end, env={**kept, "TERM": "xterm-256color", **environment},
    )  # fmt: skip
    os.close(end)
    told = b""
    while True:
        try:
            piece = os.read(screen, 65536)
        except OSError:
            break
        if not piece:
            break
        told += piece
    process.wait()
    os.close(screen)
    return told.decode().replace("\r", "")


_SAID = ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES", "TERM")
_COLOURS = ("\x1b[3", "\x1b[1;3", "\x1b[4")


@pytest.mark.usefixtures("demo_register")
def test_colours_are_for_those_who_want_them() -> None:
    coloured = shown("show", "X12")
    assert "\x1b[1;36m" in coloured
    bare = shown("show", "X12", NO_COLOR="1")
    assert "\x1b[1m" in bare
    assert "36m" not in bare
    assert "\x1b" not in shown("show", "X12", TERM="dumb")


@pytest.mark.usefixtures("demo_register")
@pytest.mark.parametrize("columns", [20, 40])
@pytest.mark.parametrize(
    "line", [("list", "exemplars", "--limit", "3"), ("search", "mau"), ("check",), ("show", "X12")]
)
def test_a_narrow_window_holds_every_line(line, columns) -> None:
    told = shown(*line, columns=columns, TERM="dumb")

    assert told
    assert [one for one in told.splitlines() if width(one) > columns and "emul " not in one] == []


def test_a_long_name_is_folded_and_not_cut(emul) -> None:
    emul("init", "--yes")
    name = "Chi hội Nông dân Nguyễn Phúc Bảo Hoàng Thảo Nguyên Tôn Nữ Công Tằng thôn Yên Mỹ Thượng"
    emul("add-unit", "--name", name, "--type", "commune")
    told = shown("list", "units", columns=40, TERM="dumb")

    assert name.rsplit(maxsplit=1)[-1] in told
    assert " ".join(told.split()).count("Thảo") == 1
