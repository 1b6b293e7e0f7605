"""Texts that hold a number and a day, or a day and a place: taken apart by what the parts are."""

import re

from emulation_cli.domain.patterns import pattern
from emulation_cli.domain.text import clean


def decision_number(text: str) -> str:
    """«Số: 163 /QĐ-UBND,» is 163/QĐ-UBND."""
    plain = re.sub(
        r"^(?:quyết định|qđ)?\s*(?:số\s*[:.]?)?\s*", "", clean(text), flags=re.IGNORECASE
    )
    return re.sub(r"\s*([/-])\s*", r"\1", plain).strip(" ,;.)")


def number_and_date(text: str) -> tuple[str | None, str | None]:
    """A cell that holds both: «163/QĐ-UBND ngày 04/10/2023»."""
    plain = clean(text.replace("\n", " "))
    match = re.search(r"(\d+[\w.]*\s*[/-]\s*[^\s,;()]*[A-Za-zĐđ][^\s,;()]*)", plain)
    number = decision_number(match[1]) if match else None
    rest = plain.replace(match[1], " ") if match else plain
    day = re.search(
        r"\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}|\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}|\d{4}",
        rest,
    )
    return number, day[0] if day else None


_DAY_IN = pattern(
    r"(?:(?:\d{1,2}\s*(?:giờ|h|g|:)\s*\d{0,2}\s*(?:phút)?|sáng|chiều|tối)[\s,]*)?(?:ngày\s+)?"
    r"(?<!\d)(?P<day>\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}"
    r"|\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}|\d{4}-\d{2}-\d{2}|\d{1,2}\s*[/.-]\s*\d{4})(?!\d)",
    re.IGNORECASE,
)


def day_and_rest(text: str) -> tuple[str | None, str | None]:
    """A cell that holds a day and something else, «08h00 ngày 15/6/2023, Hội trường xã»."""
    plain = clean(text.replace("\n", ", "))
    found = _DAY_IN.search(plain)
    if not found:
        return None, plain or None
    rest = clean(f"{plain[: found.start()]} {plain[found.end() :]}").strip(" ,;-–.")
    rest = re.sub(r"^(?:tại|ở)\s+", "", rest, flags=re.IGNORECASE)
    return found["day"], rest or None
