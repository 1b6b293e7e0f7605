"""The pictures of the manual are what the program shows today."""

import shutil
import sys
from pathlib import Path

import pytest

from emulation_cli import resources

PICTURES = Path(__file__).resolve().parent.parent / "docs" / "manual" / "pictures"


@pytest.mark.skipif(sys.platform == "win32", reason="a terminal of POSIX")
@pytest.mark.usefixtures("demo_register")
@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_picture_shows_what_the_program_shows(language, golden, monkeypatch, tmp_path) -> None:
    from .pictures import pictures

    monkeypatch.setenv("EMUL_LANG", language)
    shutil.copytree(resources.sample_lists(), tmp_path / "lists")
    for name, picture in pictures(tmp_path, language):
        golden(str(PICTURES / f"{name}.{language}.svg"), picture)
