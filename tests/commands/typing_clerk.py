"""A clerk at a terminal who types, and whose keystrokes are counted: a pseudo-terminal (POSIX)."""

import os
import select
import sys
from dataclasses import dataclass
from pathlib import Path

WAIT = 20
_QUESTION = ": "


@dataclass
class Clerk:
    """Runs commands on a terminal. `keys` counts what she types, without the names of records."""

    home: Path
    keys: int = 0

    def run(self, line: str, *answers: str, names: int = 0) -> str:
        """Type a command line, then each answer when the screen asks; gives all it said.

        An answer in «guillemets» is a name: only the Enter behind it counts. So many letters of
        the line are `names`.
        """
        import pty
        import shlex

        self.keys += len(line) + 1 - names
        program = [sys.executable, "-m", "emulation_cli", *shlex.split(line)[1:]]
        child, terminal = pty.fork()
        if child == 0:
            os.chdir(self.home)
            os.execvpe(program[0], program, {**os.environ, "TERM": "dumb", "COLUMNS": "120"})
        shown = ""
        for text in answers:
            shown += self._until(terminal, asked=True)
            name = text.startswith("«")
            self.keys += 1 if name else len(text) + 1
            os.write(terminal, (text.strip("«»") + "\n").encode())
        shown += self._until(terminal, asked=False)
        os.close(terminal)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0, shown
        return shown

    @staticmethod
    def _until(terminal: int, *, asked: bool) -> str:
        """What the screen says up to the next question, or to the end."""
        shown = ""
        while not (asked and shown.endswith(_QUESTION)):
            assert select.select([terminal], [], [], WAIT)[0], f"waited after:\n{shown}"
            try:
                new = os.read(terminal, 65536)
            except OSError:  # Linux says so at the end
                new = b""
            if not new:
                assert not asked, f"ended at:\n{shown}"
                break
            shown += new.decode("utf-8", "replace")
        return shown
