"""A short digest of parts, and the salts for it."""

import os
from pathlib import Path

from emulation_cli.domain.hashes import sha2

SALT = 16
LENGTH = 32


def salts(count: int) -> list[bytes]:
    """So many salts, by one question to the system."""
    drawn = os.urandom(SALT * count)
    return [drawn[at : at + SALT] for at in range(0, len(drawn), SALT)]


def salted(salt: bytes, *parts: object) -> bytes:
    """The digest of parts: each with its length, so that none can pass into the next."""
    told = ["-;" if part is None else f"{len(said := str(part))};{said}" for part in parts]
    text = "".join(told)
    return digest(salt + text.encode("utf-8", "surrogatepass"))


def digest(data: bytes) -> bytes:
    return bytes(sha2(512)(data).digest()[:LENGTH])


def file_digest(path: Path) -> bytes:
    """The digest of a file."""
    made = sha2(512)()
    with path.open("rb") as file:
        while piece := file.read(1 << 20):
            made.update(piece)
    return bytes(made.digest()[:LENGTH])
