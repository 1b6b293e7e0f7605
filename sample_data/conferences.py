"""The review conferences of 2021-2023, and what was given at each: praise, or a decision."""

from dataclasses import dataclass
from datetime import date

from sample_data import exemplar_words as words
from sample_data.decisions import (
    CHAIRMAN,
    FARMERS,
    PARTY,
    PATRIOTIC,
    PROVINCE,
    TITLES,
    YOUTH,
    Decision,
    Given,
    decision,
)

INTERIM, FINAL, PRAISE = "Sơ kết", "Tổng kết", "Biểu dương"
HALL = "Hội trường Huyện ủy Cẩm Xuyên"
COUNCIL = "Hội trường UBND huyện Cẩm Xuyên"
ONLINE = f"{COUNCIL}, trực tuyến đến các xã, thị trấn"
DISTRICT = "Huyện Cẩm Xuyên"


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


def _review(
    name: str,
    day: str,
    at: tuple[str, str, str, int],
    fields: tuple[str, ...] = (),
    *,
    praised: tuple[int, int] = (0, 0),
    given: tuple[Given, ...] = (),
    own: tuple[str, ...] = (),
) -> Conference:
    """`at`: interim or final, the hall, the organiser, how many came."""
    held = date.fromisoformat(day)
    decisions = tuple(decision(held, *one) for one in given)
    return Conference(f"Hội nghị {name}", at[0], held, *at[1:], fields, praised, decisions, own)


PEOPLE = (words.RURAL, words.ENVIRONMENT, words.CHARITY, words.CULTURE, words.SECURITY)
LEARN = "học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh"
GUARD = "phong trào Toàn dân bảo vệ an ninh Tổ quốc"
SKILFUL = "phong trào thi đua «Dân vận khéo»"
MOBILISATION = "Ban Dân vận Huyện ủy Cẩm Xuyên"
POLICE = "Công an huyện Cẩm Xuyên"
ARMY = "Ban Chỉ huy Quân sự huyện Cẩm Xuyên"
RURAL_OFFICE = "Văn phòng Điều phối nông thôn mới huyện Cẩm Xuyên"
YOUNG = "phong trào Tuổi trẻ chung sức xây dựng nông thôn mới"
FARMING = "phong trào nông dân thi đua sản xuất, kinh doanh giỏi giai đoạn 2021 - 2023"
CIVILISED = "xây dựng nông thôn mới, đô thị văn minh năm 2022"

REVIEWS = (
    _review(
        "sơ kết 05 năm thực hiện Chỉ thị số 05-CT/TW của Bộ Chính trị",
        "2021-07-01",
        (INTERIM, f"{HALL}, trực tuyến đến các xã, thị trấn", DISTRICT, 145),
        (words.LEARNING, words.RURAL),
        given=((PARTY, (8, 12), f"05 năm {LEARN}"),),
    ),
    _review(
        "sơ kết công tác dân vận 6 tháng đầu năm 2021",
        "2021-07-08",
        (INTERIM, ONLINE, MOBILISATION, 90),
        PEOPLE,
        praised=(5, 3),
    ),
    _review(
        f"sơ kết {PATRIOTIC} 6 tháng đầu năm 2021",
        "2021-07-15",
        (INTERIM, ONLINE, DISTRICT, 110),
        praised=(4, 4),
    ),
    _review(
        f"sơ kết 6 tháng {GUARD} năm 2021",
        "2021-07-22",
        (INTERIM, "Hội trường Công an huyện", POLICE, 75),
        (words.SECURITY,),
        given=((CHAIRMAN, (5, 5), f"{GUARD} 6 tháng đầu năm 2021"),),
    ),
    _review(
        "tổng kết công tác quốc phòng, quân sự địa phương năm 2021",
        "2021-12-14",
        (FINAL, "Hội trường Ban CHQS huyện", ARMY, 95),
        (words.DEFENCE, words.SECURITY),
        given=((CHAIRMAN, (4, 5), "công tác quốc phòng, quân sự năm 2021"),),
    ),
    _review(
        f"tổng kết công tác dân vận và {SKILFUL} năm 2021",
        "2021-12-16",
        (FINAL, HALL, MOBILISATION, 160),
        PEOPLE,
        praised=(6, 4),
        given=((CHAIRMAN, (9, 7), f"{SKILFUL} năm 2021"),),
    ),
    _review(
        f"tổng kết {PATRIOTIC} năm 2021",
        "2021-12-22",
        (FINAL, COUNCIL, DISTRICT, 180),
        given=((CHAIRMAN, (14, 12), f"{PATRIOTIC} năm 2021"),),
    ),
    _review(
        "tổng kết công tác Hội và phong trào phụ nữ năm 2021",
        "2021-12-24",
        (FINAL, HALL, "Hội Liên hiệp Phụ nữ huyện Cẩm Xuyên", 120),
        praised=(4, 4),
        own=(
            "phụ nữ",
            "mầm non",
        ),
    ),
    _review(
        "sơ kết 01 năm thực hiện Kết luận số 01-KL/TW của Bộ Chính trị",
        "2022-05-19",
        (INTERIM, HALL, DISTRICT, 150),
        (words.LEARNING, words.REFORM),
        given=((PARTY, (7, 9), f"01 năm {LEARN}"),),
    ),
    _review(
        "sơ kết công tác dân vận 6 tháng đầu năm 2022",
        "2022-07-07",
        (INTERIM, HALL, MOBILISATION, 105),
        PEOPLE,
        praised=(5, 3),
    ),
    _review(
        f"sơ kết {PATRIOTIC} 6 tháng đầu năm 2022",
        "2022-07-14",
        (INTERIM, COUNCIL, DISTRICT, 115),
        praised=(4, 3),
    ),
    _review(
        f"sơ kết 6 tháng {GUARD} năm 2022",
        "2022-07-21",
        (INTERIM, "Hội trường Công an huyện", POLICE, 80),
        (words.SECURITY,),
        given=((CHAIRMAN, (5, 5), f"{GUARD} 6 tháng đầu năm 2022"),),
    ),
    _review(
        f"sơ kết {YOUNG} giai đoạn 2020 - 2022",
        "2022-08-25",
        (INTERIM, HALL, "Huyện đoàn Cẩm Xuyên", 130),
        given=((YOUTH, (5, 6), f"{YOUNG} giai đoạn 2020 - 2022"),),
        own=(
            "chi đoàn",
            "bí thư đoàn",
            "thanh niên",
            "liên đội",
            "huyện đoàn",
        ),
    ),
    _review(
        "tổng kết công tác quốc phòng, quân sự địa phương năm 2022",
        "2022-12-08",
        (FINAL, "Hội trường Ban CHQS huyện", ARMY, 95),
        (words.DEFENCE, words.SECURITY),
        praised=(3, 3),
    ),
    _review(
        f"tổng kết công tác dân vận và {SKILFUL} năm 2022",
        "2022-12-15",
        (FINAL, HALL, MOBILISATION, 165),
        PEOPLE,
        praised=(6, 4),
        given=((CHAIRMAN, (8, 6), f"{SKILFUL} năm 2022"),),
    ),
    _review(
        f"tổng kết {PATRIOTIC} năm 2022",
        "2022-12-21",
        (FINAL, COUNCIL, DISTRICT, 190),
        given=(
            (CHAIRMAN, (8, 6), "danh hiệu thi đua năm 2022", TITLES),
            (CHAIRMAN, (6, 6), f"{PATRIOTIC} năm 2022"),
        ),
    ),
    _review(
        f"tổng kết {CIVILISED}",
        "2022-12-27",
        (FINAL, COUNCIL, RURAL_OFFICE, 170),
        (words.RURAL, words.ENVIRONMENT, words.ECONOMY),
        given=(
            (PROVINCE, (4, 2), CIVILISED, ("Bằng khen", "Bằng khen")),
            (CHAIRMAN, (11, 8), CIVILISED),
        ),
    ),
    _review(
        "tổng kết hoạt động công đoàn và phong trào công nhân, lao động năm 2022",
        "2022-12-29",
        (FINAL, HALL, "Liên đoàn Lao động huyện Cẩm Xuyên", 125),
        praised=(3, 4),
        own=(
            "công đoàn",
            "giáo viên",
            "bác sĩ",
            "điều dưỡng",
            "công nhân",
            "chuyên viên",
        ),
    ),
    _review(
        "sơ kết 02 năm thực hiện Kết luận số 01-KL/TW của Bộ Chính trị",
        "2023-05-18",
        (INTERIM, HALL, DISTRICT, 155),
        (words.LEARNING, words.EDUCATION),
        given=((PARTY, (6, 8), f"02 năm {LEARN}"),),
    ),
    _review(
        "sơ kết công tác dân vận 6 tháng đầu năm 2023",
        "2023-07-06",
        (INTERIM, HALL, MOBILISATION, 110),
        PEOPLE,
        praised=(5, 3),
    ),
    _review(
        f"sơ kết {PATRIOTIC} 6 tháng đầu năm 2023",
        "2023-07-13",
        (INTERIM, COUNCIL, DISTRICT, 120),
        praised=(5, 5),
    ),
    _review(
        f"sơ kết 6 tháng {GUARD} năm 2023",
        "2023-07-20",
        (INTERIM, "Hội trường Công an huyện", POLICE, 85),
        (words.SECURITY,),
        given=((CHAIRMAN, (6, 6), f"{GUARD} 6 tháng đầu năm 2023"),),
    ),
    _review(
        f"sơ kết {FARMING}",
        "2023-08-24",
        (INTERIM, HALL, "Hội Nông dân huyện Cẩm Xuyên", 140),
        given=((FARMERS, (5, 8), FARMING),),
        own=(
            "nông dân",
            "hợp tác",
        ),
    ),
)
# The conference that the provincial newspaper wrote about.
OCTOBER = Conference(
    "Hội nghị biểu dương điển hình tiên tiến và mô hình «Dân vận khéo» huyện Cẩm Xuyên",
    *(PRAISE, date(2023, 10, 4), HALL, DISTRICT, 220, ()),
)
