"""The language of the screen: `--lang`, `EMUL_LANG`, the register's own, the system's, English."""

import os
import sys
from collections.abc import Mapping

from emulation_cli import words
from emulation_cli.commands.frame.desk import register_path
from emulation_cli.domain.errors import Usage

# The primary language number of Vietnamese on Windows.
_WINDOWS_VIETNAMESE = 0x2A


def of_screen(root_options: Mapping[str, str]) -> str:
    """The language to speak, "vi" or "en"; raises Usage for an unknown `--lang`."""
    if given := root_options.get("--lang"):
        if given.lower() not in words.LANGUAGES:
            raise Usage("cli.unknown_language", text=given)
        return given.lower()
    return _wished() or _of_register(root_options.get("--db")) or of_system()


def of_environment() -> str:
    """The language that is known before any word of the command line is read."""
    return _wished() or of_system()


def _wished() -> str | None:
    wished = os.environ.get("EMUL_LANG", "").lower()
    return wished if wished in words.LANGUAGES else None


def _of_register(db: str | None) -> str | None:
    from emulation_cli.register import stored_language

    return stored_language(register_path(db))


def of_system() -> str:
    """Vietnamese where the system speaks it, else English."""
    if sys.platform == "win32":
        import ctypes

        number = ctypes.windll.kernel32.GetUserDefaultUILanguage()
        return "vi" if number & 0x3FF == _WINDOWS_VIETNAMESE else "en"
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if locale := os.environ.get(name):
            return "vi" if locale.startswith("vi") else "en"
    return "en"
