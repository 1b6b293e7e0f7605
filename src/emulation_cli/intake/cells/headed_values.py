"""Forms that a heading or a title says in part: «45 năm» under «Huy hiệu», «KK» under «Giải»."""

import re
from collections.abc import Callable, Iterable
from functools import lru_cache

from emulation_cli.domain.patterns import pattern
from emulation_cli.domain.text import clean, fold
from emulation_cli.intake.cells.cell_values import as_text
from emulation_cli.sheets.workbook import Cell

_YEARS = pattern(r"(?:huy hiệu\s+)?([3-9][05])(?:\s*năm(?:\s+tuổi\s+đảng)?)?", re.IGNORECASE)
_YEARS_IN = pattern(r"huy hiệu\s+(?:đảng\s+)?([3-9][05])\s*năm", re.IGNORECASE)


def _badge(cell: Cell) -> Cell:
    """«45 năm», or 45, under «Huy hiệu»: the badge of so many years."""
    found = _YEARS.fullmatch(as_text(cell) or "")
    return f"Huy hiệu {found[1]} năm tuổi Đảng" if found else cell


_RANKS = pattern(r"(đặc biệt|nhất|nhì|ba|tư|kk|khuyến khích|vàng|bạc|đồng|[abc])", re.IGNORECASE)


def _prize(cell: Cell) -> Cell:
    """«Nhất», «KK» under «Giải»: the prize of that rank."""
    found = _RANKS.fullmatch(as_text(cell) or "")
    rank = "Khuyến khích" if found and found[1].upper() == "KK" else found and found[1]
    return f"Giải {rank}" if rank else cell


def badge_in(texts: Iterable[str]) -> str | None:
    """The one badge that texts name with its years, «HUY HIỆU 40 NĂM TUỔI ĐẢNG»."""
    years = {found[1] for text in texts for found in _YEARS_IN.finditer(text)}
    return f"Huy hiệu {years.pop()} năm tuổi Đảng" if len(years) == 1 else None


_QUOTED_AWARD = pattern(
    r"\b(kỷ niệm chương|huy chương|huy hiệu|danh hiệu|giải thưởng)\s*[“\"«]([^”\"»]+)[”\"»]",
    re.IGNORECASE,
)


def quoted_award(texts: Iterable[str]) -> str | None:
    """The one award that texts name in quotes: «KỶ NIỆM CHƯƠNG “VÌ SỰ NGHIỆP GIÁO DỤC”»."""
    found = {match.groups() for text in texts for match in _QUOTED_AWARD.finditer(clean(text))}
    if len(found) != 1:
        return None
    sort, name = found.pop()
    return f"{sort.capitalize()} {name.capitalize() if name.isupper() else name}"


_OF_YEARS = pattern(r"(?:so |nam )*tuoi dang")


def is_of_years(heading: str) -> bool:
    """«Tuổi Đảng», «Số năm tuổi Đảng»."""
    return bool(_OF_YEARS.fullmatch(fold(clean(heading))))


# Words of a heading that each of its cells leaves out.
_HEADED = {"huy hieu": _badge, "giai": _prize}


def in_full(heading: str, cell: Cell) -> Cell:
    """A cell with what its heading has said already."""
    full = _filled_up_below(heading)
    return full(cell) if full else cell


@lru_cache(maxsize=64)
def _filled_up_below(heading: str) -> Callable[[Cell], Cell] | None:
    plain = fold(heading)
    return next((full for word, full in _HEADED.items() if word in plain), None)
