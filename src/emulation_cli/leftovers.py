"""Files are built under a name of their own and get their right one when they are whole.

What a killed command left of them is swept by the next one that writes in that folder: whoever
builds a file or a folder holds it, so one that nobody holds is a leftover.
"""

import os
import re
import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from uuid import uuid4

# `.unfinished` and `.new`: as version 1 named them.
_BUILT = re.compile(
    r"(?:\.emul-[0-9a-f]{12}|(?:.+\.)?\d+\.(?:unfinished|new))(?:-journal|-wal|-shm)?"
)
_SECONDS_TO_FINISH = 24 * 60 * 60


def built_beside(path: Path) -> Path:
    """A name beside the wanted one, on the same disk, to build it under."""
    return path.with_name(f".emul-{uuid4().hex[:12]}")


@contextmanager
def held(path: Path, *, folder: bool = False) -> Iterator[None]:
    """Make a file or folder for its owner alone, and hold it against sweeping while it is built."""
    if folder:
        path.mkdir(mode=0o700)
    else:
        path.touch(mode=0o600)
    handle = _locked(path)
    try:
        yield
    finally:
        if handle is not None:
            os.close(handle)


def sweep(*folders: Path) -> None:
    """Take away what killed commands left in these folders."""
    for path in found(*folders):
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        with suppress(OSError):
            path.unlink()


def found(*folders: Path) -> list[Path]:
    """What killed commands left in these folders."""
    left = []
    for folder in dict.fromkeys(folders):
        with suppress(OSError):
            names = [entry.name for entry in os.scandir(folder) if _BUILT.fullmatch(entry.name)]
            left += [folder / name for name in names if _is_left(folder / name)]
    return sorted(left)


def _is_left(path: Path) -> bool:
    if sys.platform == "win32":
        with suppress(OSError):
            return time.time() - path.stat().st_mtime > _SECONDS_TO_FINISH
        return False
    handle = _locked(path)
    if handle is None:
        return False
    os.close(handle)
    return True


def _locked(path: Path) -> int | None:
    """A handle that holds the file; None where another has it, or the disk knows no locks."""
    if sys.platform == "win32":
        return None
    import fcntl

    handle = None
    try:
        handle = os.open(path, os.O_RDONLY)
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        if handle is not None:
            os.close(handle)
        return None
    return handle
