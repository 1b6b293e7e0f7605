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


_DECISION_NUMBER = pattern(r"(\d+[\w.]*\s*[/-]\s*[^\s,;()]*[A-Za-zĐđ][^\s,;()]*)")


def number_and_date(text: str) -> tuple[str | None, str | None]:
    """A cell that holds both: «163/QĐ-UBND ngày 04/10/2023»."""
    plain = clean(text.replace("\n", " "))
    match = _DECISION_NUMBER.search(plain)
    number = decision_number(match[1]) if match else None
    rest = plain.replace(match[1], " ") if match else plain
    day = re.search(
        r"\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}|\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}|\d{4}",
        rest,
    )
    return number, day[0] if day else None


_SUM = r"\d[\d.,]*\s*(?:triệu|trieu|nghìn|ngàn|nghin|tr|k)?\s*(?:đồng|dong|vnđ|vnd|đ|d|₫)"
_BARE_SUM = r"\d{1,3}(?:[.,]\d{3})+|\d{1,3}(?:[.,]\d+)?\s*(?:triệu|trieu|nghìn|ngàn|tr)"
_WITH = r"v[àa]|k[èe]m(?: theo)?|c[ùu]ng|m[ứu]c|th[ưu][ởo]ng|ti[ềe]n|s[ốo] ti[ềe]n|tr[ịi] gi[áa]"
_MONEY_AT_END = pattern(
    rf"[\s,;:+(/–-]*(?:(?:{_WITH})\s*:?\s+)*({_SUM}|{_BARE_SUM})\.?\s*\)?$", re.IGNORECASE
)


def form_and_money(text: str) -> tuple[str, str | None]:
    """«Giấy khen, 500.000 đồng»: what was given, and the money that goes with it."""
    plain = clean(text.replace("\n", " "))
    found = _MONEY_AT_END.search(plain)
    return (plain[: found.start()].strip(), found[1]) if found and found.start() else (text, None)


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
