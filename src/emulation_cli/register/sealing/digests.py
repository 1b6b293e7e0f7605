"""SHA-512 without OpenSSL, and a short digest of parts."""

import os
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

SALT = 16
LENGTH = 32


@cache
def sha512() -> Callable[..., Any]:
    """As `random` of the standard library has it: hashlib loads OpenSSL, a fifth of a command."""
    for module in ("_sha2", "_sha512", "hashlib"):
        with suppress(ImportError):
            return import_module(module).sha512  # type: ignore[no-any-return]
    raise ImportError


def salts(count: int) -> list[bytes]:
    """So many salts, by one question to the system."""
    drawn = os.urandom(SALT * count)
    return [drawn[at : at + SALT] for at in range(0, len(drawn), SALT)]


def salted(salt: bytes, *parts: object) -> bytes:
    """The digest of parts: each with its length, so that none can pass into the next."""
    text = "".join(
        "-;" if part is None else f"{len(written)};{written}"
        for part, written in ((part, str(part)) for part in parts)
    )
    return digest(salt + text.encode("utf-8", "surrogatepass"))


def digest(data: bytes) -> bytes:
    return bytes(sha512()(data).digest()[:LENGTH])


def file_digest(path: Path) -> bytes:
    """The digest of a file."""
    made = sha512()()
    with path.open("rb") as file:
        while piece := file.read(1 << 20):
            made.update(piece)
    return bytes(made.digest()[:LENGTH])
