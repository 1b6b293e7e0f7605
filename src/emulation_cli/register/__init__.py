"""The SQLite file: opening, and every write."""

from pathlib import Path


def stored_language(path: Path) -> str | None:
    """The language the register was set to, or None where there is no readable register."""
    from emulation_cli.domain.errors import EmulError
    from emulation_cli.register.opening.register_file import keep_open, open_register

    try:
        register = open_register(path, upgrade=False)
        keep_open(register)
        return register.setting("language")
    except EmulError:
        return None
