"""Decisions on commendation: who issues them, their numbers and dates."""

from dataclasses import dataclass
from datetime import date, timedelta

GIAY_KHEN = "Giấy khen"
TITLES = ("Tập thể Lao động tiên tiến", "Chiến sĩ thi đua cơ sở")
CHAIRMAN = "Chủ tịch UBND huyện Cẩm Xuyên"
PARTY = "Ban Thường vụ Huyện ủy Cẩm Xuyên"
YOUTH = "Ban Thường vụ Huyện đoàn Cẩm Xuyên"
FARMERS = "Ban Thường vụ Hội Nông dân huyện Cẩm Xuyên"
PROVINCE = "Chủ tịch UBND tỉnh Hà Tĩnh"
# Numbers restart each year and grow with the days: symbol, numbers a day, signer, level.
BODIES = {
    CHAIRMAN: ("{}/QĐ-UBND", 9.2, "Chủ tịch", "Cấp huyện"),
    PARTY: ("{}-QĐ/HU", 2.3, "Bí thư", "Cấp huyện"),
    YOUTH: ("{}-QĐ/ĐTN", 0.4, "Bí thư", "Cấp huyện"),
    FARMERS: ("{}-QĐ/HND", 0.3, "Chủ tịch", "Cấp huyện"),
    PROVINCE: ("{}/QĐ-UBND", 7.4, "Chủ tịch", "Cấp tỉnh"),
}
PATRIOTIC = "phong trào thi đua yêu nước"
# What a conference handed over: body, collectives and individuals, reason, and forms if others.
Given = tuple[str, tuple[int, int], str] | tuple[str, tuple[int, int], str, tuple[str, str]]


@dataclass(frozen=True)
class Decision:
    """A decision on commendation: forms for collectives and individuals, and how many."""

    body: str
    collectives: int
    individuals: int
    signed: date
    reason: str
    forms: tuple[str, str] = (GIAY_KHEN, GIAY_KHEN)

    @property
    def abstract(self) -> str:
        """What the decision is about."""
        if self.forms == TITLES:
            return f"Về việc tặng {self.reason} cho các tập thể, cá nhân"
        return f"Về việc khen thưởng các tập thể, cá nhân có thành tích trong {self.reason}"

    @property
    def category(self) -> str:
        """As the law of 2003 called them, which held until the end of 2023."""
        yearly = self.forms == TITLES or self.reason.startswith(PATRIOTIC)
        return "Công trạng" if yearly else "Chuyên đề"

    @property
    def number(self) -> str:
        """Number and symbol, as «2493/QĐ-UBND»."""
        symbol, a_day = BODIES[self.body][:2]
        day = self.signed.timetuple().tm_yday
        return symbol.format(round(day * a_day) + len(self.reason) % 7)


def decision(
    held: date,
    body: str,
    counts: tuple[int, int],
    reason: str,
    forms: tuple[str, str] = (GIAY_KHEN, GIAY_KHEN),
) -> Decision:
    """The decision signed some working days before the conference of that day."""
    # What the province gives, and titles, are decided earlier than the district's own praise.
    before = 6 if forms == (GIAY_KHEN, GIAY_KHEN) else 10
    return Decision(body, *counts, _days_before(held, before), reason, forms)


def _days_before(day: date, days: int) -> date:
    found = day - timedelta(days=days)
    while found.weekday() > 4:
        found -= timedelta(days=1)
    return found
