"""Workbooks protected by an opening password."""

import io

from emulation_cli.sheets.guard import Hostile

# Excel opens files locked with this word without asking, so the office does not know of it.
_SILENT = "VelvetSweatshop"
# A hostile file may ask for any number of hashing rounds; Excel writes 100,000.
_MOST_ROUNDS = 2_000_000


def unlock(data: bytes, password: str | None) -> bytes:
    """The workbook inside; raises Hostile where the password is missing or wrong."""
    import msoffcrypto

    locked = msoffcrypto.OfficeFile(io.BytesIO(data))
    if _rounds(locked) > _MOST_ROUNDS:
        raise Hostile("too_costly")
    for attempt in (_SILENT, password):
        if attempt is not None and (opened := _try(locked, attempt)):
            return opened
    raise Hostile("password_wrong" if password else "password_needed")


def _rounds(locked: object) -> int:
    """As the library has read them, however they were written."""
    info = getattr(locked, "info", None)
    numbers = info.items() if isinstance(info, dict) else ()
    return max((value for name, value in numbers if "pin" in name), default=0)


def _try(locked: object, password: str) -> bytes | None:
    from msoffcrypto.exceptions import DecryptionError, InvalidKeyError

    opened = io.BytesIO()
    try:
        locked.load_key(password=password)  # type: ignore[attr-defined]
        locked.decrypt(opened)  # type: ignore[attr-defined]
    except (DecryptionError, InvalidKeyError):
        return None
    return opened.getvalue() if opened.getvalue()[:2] in (b"PK", b"\xd0\xcf") else None
