"""The type of a unit, read off the first words of its name."""

import re

from emulation_cli.domain.text import fold

# What the first words of a name say of its type; the first that fits wins.
_TYPES_BY_NAME = (
    ("commune", "xa|x"),
    ("township", "thi tran|tt"),
    ("ward", "phuong|p"),
    ("city", "thanh pho|tp"),
    ("province", "tinh"),
    ("school", "truong"),
    ("enterprise", "cong ty|hop tac xa|htx|doanh nghiep|xi nghiep|ngan hang"),
    ("village", "thon|to dan pho|tdp|xom|ban lang|khoi pho"),
    ("club", "clb|cau lac bo"),
    ("armed_forces", "cong an|ban chi huy quan su|ban chqs|don bien phong|trung doan"),
    ("mass_organisation", "hoi|doan|huyen doan|mat tran|uy ban mat tran|ubmttq|mttq|lien doan"),
    ("district", "huyen|quan|thi xa"),
    ("office", "phong|ban|van phong|trung tam|chi cuc|uy ban nhan dan|ubnd|toa an|vien kiem sat"),
)


def guessed_type(name: str) -> str:
    """The type that the first words of a unit's name say, else `other`."""
    plain = f"{fold(name)} ".replace(".", " ")
    found = (code for code, words in _TYPES_BY_NAME if re.match(rf"(?:{words}) ", plain))
    return next(found, "other")
