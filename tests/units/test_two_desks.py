"""A register on a share or in a synchronised folder: said what it risks, and what to do."""

import shutil
from pathlib import Path

import pytest

from emulation_cli.domain.offices.places import shared_place


@pytest.mark.parametrize(
    ("path", "place"),
    [
        (r"\\may-chu\noi-vu\emul.db", "network"),
        ("//may-chu/noi-vu/emul.db", "network"),
        ("/run/user/1000/gvfs/smb-share:server=a,share=b/emul.db", "network"),
        (r"D:\lan\OneDrive\emul.db", "synchronised"),
        (r"D:\lan\OneDrive - UBND huyện\so\emul.db", "synchronised"),
        (r"G:\My Drive\emul.db", "synchronised"),
        ("/data/lan/Dropbox/emul.db", "synchronised"),
        ("/Users/lan/Library/Mobile Documents/com~apple~CloudDocs/emul.db", "synchronised"),
        ("/data/lan/.local/share/emul/emul.db", None),
        (r"D:\lan\AppData\Local\emul\emul.db", None),
        (r"\\?\C:\so\emul.db", None),
        ("/data/lan/dropbox.db", None),
    ],
)
def test_the_place_is_told_from_the_path(path, place) -> None:
    assert shared_place(path) == place


def test_info_and_check_say_what_it_risks_and_what_to_do(emul, register_path) -> None:
    emul("init", "--yes")
    quiet = emul("info").stdout + emul("check").stdout
    Path("Dropbox").mkdir()
    shared = shutil.copy(register_path, "Dropbox/emul.db")

    told = [emul("--db", shared, command).stdout for command in ("info", "check")]

    assert all("emul merge" in text for text in told)
    assert "emul merge" not in quiet
