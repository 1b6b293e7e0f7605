"""What files of a register need of the system: readable by their owner alone, safe on the disk."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


@contextmanager
def owner_only() -> Iterator[None]:
    """Registers hold personal data: new files are readable by their owner alone."""
    former = os.umask(0o077)
    try:
        yield
    finally:
        os.umask(former)


def sync_folder(folder: Path) -> None:
    """Bring a name that was given to a file to the disk; Windows has no such thing."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
