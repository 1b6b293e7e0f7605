"""Whether a register lies where two desks may write to it at once: only its path is looked at.

SQLite's locks do not hold on network shares, and a synchronised folder copies a file while it is
being written, or keeps both of two versions.
"""

import re
import sys
from pathlib import PurePath

from emulation_cli.domain.patterns import pattern
from emulation_cli.domain.text import fold

_NETWORK = pattern(r"^(?:\\\\|//)[^\\/?.]|/gvfs/(?:smb|nfs|dav|sftp|afp)|^/(?:net|afs)/")
_EXACTLY = {
    "box", "box sync", "cloudstorage", "dropbox", "google drive", "googledrive", "icloud drive",
    "icloudrive", "mega", "megasync", "mobile documents", "my drive", "nextcloud", "owncloud",
    "pcloud drive", "pclouddrive", "seafile", "sync", "syncthing", "yandex.disk",
}  # fmt: skip
# OneDrive - UBND huyện, Dropbox (Cá nhân), Google Drive của tôi
_BEGINNING = ("onedrive", "dropbox (", "google drive", "nextcloud ", "com~apple~clouddocs")


_REMOTE = 4  # DRIVE_REMOTE


def _is_remote(drive: str) -> bool:
    """Whether «Z:» stands for a share, as Windows knows it."""
    if sys.platform != "win32" or drive[1:] != ":":
        return False
    import ctypes

    return bool(ctypes.windll.kernel32.GetDriveTypeW(f"{drive}\\") == _REMOTE)


def shared_place(path: PurePath | str) -> str | None:
    """The kind of shared place: "network", "synchronised", or None for a desk of one."""
    text = str(path)
    if _NETWORK.search(text) or _is_remote(text[:2]):
        return "network"
    for part in re.split(r"[\\/]", text)[:-1]:
        name = fold(part)
        if name in _EXACTLY or name.startswith(_BEGINNING):
            return "synchronised"
    return None
