"""EMUL_PAGER, the program that shows what is longer than the screen.

Without it nothing is paged: what is long is asked for (`--full`), and a terminal scrolls.
"""

import os
import shutil
import subprocess
import sys
from contextlib import suppress
from typing import TextIO

_NOT_FOUND = 127  # what a shell says of a command that is not there


def page(text: str, out: TextIO) -> None:
    """Show a text by the pager where it is longer than the terminal, else write it."""
    height = shutil.get_terminal_size().lines
    pager = os.environ.get("EMUL_PAGER")
    if not pager or text.count("\n") < height or not sys.stdin.isatty():
        out.write(text)
        return
    out.flush()
    with suppress(BrokenPipeError):  # she has seen enough
        done = subprocess.run(pager, shell=True, input=text.encode(), check=False)  # noqa: S602 (her own command)
        if done.returncode == _NOT_FOUND:
            out.write(text)
