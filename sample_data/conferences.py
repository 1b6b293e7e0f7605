"""The review conferences of 2021-2023, and what was given at each: praise, or a decision."""

from dataclasses import dataclass
from datetime import date, timedelta

from sample_data import exemplar_words as words

INTERIM, FINAL, PRAISE = "Sơ kết", "Tổng kết", "Biểu dương"
HALL = "Hội trường Huyện ủy Cẩm Xuyên"
COUNCIL = "Hội trường UBND huyện Cẩm Xuyên"
ONLINE = f"{COUNCIL}, trực tuyến đến các xã, thị trấn"
DISTRICT = "Huyện Cẩm Xuyên"

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


@dataclass(frozen=True)
class Conference:
    """A conference, the fields its subject touches, whom it praised, what it handed over."""

    name: str
    type: str
    day: date
    place: str
    organiser: str
    attendance: int
    fields: tuple[str, ...]
    praised: tuple[int, int] = (0, 0)
    decisions: tuple[Decision, ...] = ()
    # Words of which a recipient's name or post has one, where an organisation praises its own.
    own: tuple[str, ...] = ()


def _days_before(day: date, days: int) -> date:
    found = day - timedelta(days=days)
    while found.weekday() > 4:
        found -= timedelta(days=1)
    return found


def _gives(
    body: str,
    counts: tuple[int, int],
    day: date,
    reason: str,
    forms: tuple[str, str] = (GIAY_KHEN, GIAY_KHEN),
) -> tuple[Decision, ...]:
    # What the province gives, and titles, are decided earlier than the district's own praise.
    before = 6 if forms == (GIAY_KHEN, GIAY_KHEN) else 10
    return (Decision(body, *counts, _days_before(day, before), reason, forms),)


ANY: tuple[str, ...] = ()
PEOPLE = (words.RURAL, words.ENVIRONMENT, words.CHARITY, words.CULTURE, words.SECURITY)
LEARN = "học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh"
GUARD = "phong trào Toàn dân bảo vệ an ninh Tổ quốc"
SKILFUL = "phong trào thi đua «Dân vận khéo»"
PATRIOTIC = "phong trào thi đua yêu nước"
MOBILISATION = "Ban Dân vận Huyện ủy Cẩm Xuyên"
POLICE = "Công an huyện Cẩm Xuyên"
ARMY = "Ban Chỉ huy Quân sự huyện Cẩm Xuyên"
RURAL_OFFICE = "Văn phòng Điều phối nông thôn mới huyện Cẩm Xuyên"


def _conferences_2021() -> tuple[Conference, ...]:
    d1, d2, d3, d4 = date(2021, 7, 1), date(2021, 7, 8), date(2021, 7, 15), date(2021, 7, 22)
    d5, d6 = date(2021, 12, 14), date(2021, 12, 16)
    d7, d8 = date(2021, 12, 22), date(2021, 12, 24)
    return (
        Conference(
            "Hội nghị sơ kết 05 năm thực hiện Chỉ thị số 05-CT/TW của Bộ Chính trị",
            *(INTERIM, d1, f"{HALL}, trực tuyến đến các xã, thị trấn", DISTRICT, 145),
            (words.LEARNING, words.RURAL),
            decisions=_gives(PARTY, (8, 12), d1, f"05 năm {LEARN}"),
        ),
        Conference(
            "Hội nghị sơ kết công tác dân vận 6 tháng đầu năm 2021",
            *(INTERIM, d2, ONLINE, MOBILISATION, 90, PEOPLE, (5, 3)),
        ),
        Conference(
            "Hội nghị sơ kết phong trào thi đua yêu nước 6 tháng đầu năm 2021",
            *(INTERIM, d3, ONLINE, DISTRICT, 110, ANY, (4, 4)),
        ),
        Conference(
            f"Hội nghị sơ kết 6 tháng {GUARD} năm 2021",
            *(INTERIM, d4, "Hội trường Công an huyện", POLICE, 75, (words.SECURITY,)),
            decisions=_gives(CHAIRMAN, (5, 5), d4, f"{GUARD} 6 tháng đầu năm 2021"),
        ),
        Conference(
            "Hội nghị tổng kết công tác quốc phòng, quân sự địa phương năm 2021",
            *(FINAL, d5, "Hội trường Ban CHQS huyện", ARMY, 95, (words.DEFENCE, words.SECURITY)),
            decisions=_gives(CHAIRMAN, (4, 5), d5, "công tác quốc phòng, quân sự năm 2021"),
        ),
        Conference(
            f"Hội nghị tổng kết công tác dân vận và {SKILFUL} năm 2021",
            *(FINAL, d6, HALL, MOBILISATION, 160, PEOPLE, (6, 4)),
            _gives(CHAIRMAN, (9, 7), d6, f"{SKILFUL} năm 2021"),
        ),
        Conference(
            f"Hội nghị tổng kết {PATRIOTIC} năm 2021",
            *(FINAL, d7, COUNCIL, DISTRICT, 180, ANY),
            decisions=_gives(CHAIRMAN, (14, 12), d7, f"{PATRIOTIC} năm 2021"),
        ),
        Conference(
            "Hội nghị tổng kết công tác Hội và phong trào phụ nữ năm 2021",
            *(FINAL, d8, HALL, "Hội Liên hiệp Phụ nữ huyện Cẩm Xuyên", 120),
            *(ANY, (4, 4)),
            own=("phụ nữ", "mầm non"),
        ),
    )


def _conferences_2022() -> tuple[Conference, ...]:
    d1, d2, d3, d4 = date(2022, 5, 19), date(2022, 7, 7), date(2022, 7, 14), date(2022, 7, 21)
    d5, d6, d7 = date(2022, 8, 25), date(2022, 12, 8), date(2022, 12, 15)
    d8, d9, d10 = date(2022, 12, 21), date(2022, 12, 27), date(2022, 12, 29)
    young = "phong trào Tuổi trẻ chung sức xây dựng nông thôn mới"
    rural = "xây dựng nông thôn mới, đô thị văn minh năm 2022"
    return (
        Conference(
            "Hội nghị sơ kết 01 năm thực hiện Kết luận số 01-KL/TW của Bộ Chính trị",
            *(INTERIM, d1, HALL, DISTRICT, 150, (words.LEARNING, words.REFORM)),
            decisions=_gives(PARTY, (7, 9), d1, f"01 năm {LEARN}"),
        ),
        Conference(
            "Hội nghị sơ kết công tác dân vận 6 tháng đầu năm 2022",
            *(INTERIM, d2, HALL, MOBILISATION, 105, PEOPLE, (5, 3)),
        ),
        Conference(
            f"Hội nghị sơ kết {PATRIOTIC} 6 tháng đầu năm 2022",
            *(INTERIM, d3, COUNCIL, DISTRICT, 115, ANY, (4, 3)),
        ),
        Conference(
            f"Hội nghị sơ kết 6 tháng {GUARD} năm 2022",
            *(INTERIM, d4, "Hội trường Công an huyện", POLICE, 80, (words.SECURITY,)),
            decisions=_gives(CHAIRMAN, (5, 5), d4, f"{GUARD} 6 tháng đầu năm 2022"),
        ),
        Conference(
            f"Hội nghị sơ kết {young} giai đoạn 2020 - 2022",
            *(INTERIM, d5, HALL, "Huyện đoàn Cẩm Xuyên", 130, ANY),
            decisions=_gives(YOUTH, (5, 6), d5, f"{young} giai đoạn 2020 - 2022"),
            own=("chi đoàn", "bí thư đoàn", "thanh niên", "liên đội", "huyện đoàn"),
        ),
        Conference(
            "Hội nghị tổng kết công tác quốc phòng, quân sự địa phương năm 2022",
            *(
                FINAL,
                d6,
                "Hội trường Ban CHQS huyện",
                ARMY,
                95,
                (words.DEFENCE, words.SECURITY),
                (3, 3),
            ),
        ),
        Conference(
            f"Hội nghị tổng kết công tác dân vận và {SKILFUL} năm 2022",
            *(FINAL, d7, HALL, MOBILISATION, 165, PEOPLE, (6, 4)),
            _gives(CHAIRMAN, (8, 6), d7, f"{SKILFUL} năm 2022"),
        ),
        Conference(
            f"Hội nghị tổng kết {PATRIOTIC} năm 2022",
            *(FINAL, d8, COUNCIL, DISTRICT, 190, ANY),
            decisions=_gives(CHAIRMAN, (8, 6), d8, "danh hiệu thi đua năm 2022", TITLES)
            + _gives(CHAIRMAN, (6, 6), d8, f"{PATRIOTIC} năm 2022"),
        ),
        Conference(
            f"Hội nghị tổng kết {rural}",
            *(FINAL, d9, COUNCIL, RURAL_OFFICE, 170),
            (words.RURAL, words.ENVIRONMENT, words.ECONOMY),
            decisions=_gives(PROVINCE, (4, 2), d9, rural, ("Bằng khen", "Bằng khen"))
            + _gives(CHAIRMAN, (11, 8), d9, rural),
        ),
        Conference(
            "Hội nghị tổng kết hoạt động công đoàn và phong trào công nhân, lao động năm 2022",
            *(FINAL, d10, HALL, "Liên đoàn Lao động huyện Cẩm Xuyên", 125),
            *(ANY, (3, 4)),
            own=("công đoàn", "giáo viên", "bác sĩ", "điều dưỡng", "công nhân", "chuyên viên"),
        ),
    )


def _conferences_2023() -> tuple[Conference, ...]:
    d1, d2, d3, d4 = date(2023, 5, 18), date(2023, 7, 6), date(2023, 7, 13), date(2023, 7, 20)
    d5 = date(2023, 8, 24)
    farming = "phong trào nông dân thi đua sản xuất, kinh doanh giỏi giai đoạn 2021 - 2023"
    return (
        Conference(
            "Hội nghị sơ kết 02 năm thực hiện Kết luận số 01-KL/TW của Bộ Chính trị",
            *(INTERIM, d1, HALL, DISTRICT, 155, (words.LEARNING, words.EDUCATION)),
            decisions=_gives(PARTY, (6, 8), d1, f"02 năm {LEARN}"),
        ),
        Conference(
            "Hội nghị sơ kết công tác dân vận 6 tháng đầu năm 2023",
            *(INTERIM, d2, HALL, MOBILISATION, 110, PEOPLE, (5, 3)),
        ),
        Conference(
            f"Hội nghị sơ kết {PATRIOTIC} 6 tháng đầu năm 2023",
            *(INTERIM, d3, COUNCIL, DISTRICT, 120, ANY, (5, 5)),
        ),
        Conference(
            f"Hội nghị sơ kết 6 tháng {GUARD} năm 2023",
            *(INTERIM, d4, "Hội trường Công an huyện", POLICE, 85, (words.SECURITY,)),
            decisions=_gives(CHAIRMAN, (6, 6), d4, f"{GUARD} 6 tháng đầu năm 2023"),
        ),
        Conference(
            f"Hội nghị sơ kết {farming}",
            *(INTERIM, d5, HALL, "Hội Nông dân huyện Cẩm Xuyên", 140, ANY),
            decisions=_gives(FARMERS, (5, 8), d5, farming),
            own=("nông dân", "hợp tác"),
        ),
    )


REVIEWS = (*_conferences_2021(), *_conferences_2022(), *_conferences_2023())
# The conference that the provincial newspaper wrote about.
OCTOBER = Conference(
    "Hội nghị biểu dương điển hình tiên tiến và mô hình «Dân vận khéo» huyện Cẩm Xuyên",
    *(PRAISE, date(2023, 10, 4), HALL, DISTRICT, 220, ANY),
)
