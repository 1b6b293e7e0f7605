"""Names of files that Windows keeps for itself, told by their right reason (no disk is asked)."""

import re

from emulation_cli.domain.patterns import pattern

_DEVICE = pattern(
    r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])\s*(?:\..*)?", re.IGNORECASE
)
_FORBIDDEN = '<>:"|?*'
LONGEST = 259  # letters of a whole path, unless Windows was set otherwise


def name_trouble(name: str) -> tuple[str, str] | None:
    """Why Windows takes no file of this name: the word for the reason, and what of it is meant.

    `device`: a name kept for a device, whatever its suffix; `letters`; `end`: a dot or a blank.
    """
    if _DEVICE.fullmatch(name):
        return "device", name.partition(".")[0].strip()
    if found := "".join(one for one in dict.fromkeys(name) if one in _FORBIDDEN or one < " "):
        return "letters", " ".join(found)
    return ("end", name[-1:]) if name[-1:] in (".", " ") else None
