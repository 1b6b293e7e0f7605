"""Where the files lie that are no Python code: in a wheel beside this module, else at the top."""

from pathlib import Path

_HERE = Path(__file__).resolve().parent
_TOP = _HERE.parent.parent


def _found(name: str) -> Path:
    inside = _HERE / name
    return inside if inside.exists() else _TOP / name


def schema() -> Path:
    """The path of schema.sql."""
    return _found("schema.sql")


def manual_pages(language: str) -> list[Path]:
    """The pages of the manual in a language ("vi" or "en"), in their order."""
    inside = _HERE / "manual"
    folder = inside if inside.exists() else _TOP / "docs" / "manual"
    return sorted((folder / language).glob("*.md"))


_SHELLS = {"bash": "bash", "zsh": "zsh", "fish": "fish", "powershell": "ps1"}


def completion_scripts() -> dict[str, Path]:
    """The scripts that let shells complete a line, by the names of the shells."""
    return {shell: _HERE / "completion" / f"emul.{suffix}" for shell, suffix in _SHELLS.items()}


def sample_lists() -> Path:
    """The folder of the lists that `emul demo` takes in."""
    return _found("sample_data/lists")
