"""Hashes of the SHA-2 family without OpenSSL, which hashlib loads: a tenth of a short command."""

from collections.abc import Callable
from contextlib import suppress
from functools import cache
from importlib import import_module
from typing import Any


@cache
def sha2(bits: int) -> Callable[..., Any]:
    """SHA-256 or SHA-512, as `random` of the standard library has it."""
    for module in ("_sha2", f"_sha{bits}", "hashlib"):
        with suppress(ImportError):
            return getattr(import_module(module), f"sha{bits}")  # type: ignore[no-any-return]
    raise ImportError
