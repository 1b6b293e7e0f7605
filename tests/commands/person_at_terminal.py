"""A person at a terminal, for the tests of questions: a pseudo-terminal (POSIX)."""

import os
import select
import subprocess
import sys
import time


class Terminal:
    """`emul` with a person at it: what is typed, what the screen shows, what goes to stdout."""

    def __init__(self, *words: str) -> None:
        self.master, slave = os.openpty()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "emulation_cli", *words],
            stdin=slave,
            stderr=slave,
            stdout=subprocess.PIPE,
        )
        os.close(slave)
        self.screen = ""
        self.seen = 0  # up to here the screen was looked at

    def sees(self, text: str) -> None:
        """Wait until the screen shows a text that it has not shown before."""
        deadline = time.monotonic() + 20
        while text not in self.screen[self.seen :]:
            assert time.monotonic() < deadline, f"no «{text}» in:\n{self.screen}"
            self._read()
        self.seen = self.screen.index(text, self.seen) + len(text)

    def types(self, line: str) -> None:
        os.write(self.master, f"{line}\n".encode())

    def presses(self, key: str) -> None:
        """A key without Enter: the terminal makes of Ctrl-C a signal, of Ctrl-D the end."""
        if key == "\x03":
            self.process.send_signal(2)
        else:
            os.write(self.master, key.encode())

    def ends(self, code: int = 0) -> str:
        """Wait for the end; gives what went to stdout."""
        stdout, _ = self.process.communicate(timeout=20)
        self._read()
        os.close(self.master)
        assert self.process.returncode == code, self.screen
        return stdout.decode()

    def _read(self) -> None:
        if select.select([self.master], [], [], 0.1)[0]:
            try:
                self.screen += os.read(self.master, 65536).decode()
            except OSError:
                return
