"""The units of Cẩm Xuyên district as they were in each year from 2018 to 2023.

Communes, townships and offices are those of the published record; schools, enterprises and
villages are partly real kinds with general names, partly invented (see README.md).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

DISTRICT = "Huyện Cẩm Xuyên"

# On 1 January 2020: the predecessors ended, and the successor took their villages over.
MERGED_2020 = {
    "Thị trấn Cẩm Xuyên": ("Xã Cẩm Huy",),
    "Xã Nam Phúc Thăng": ("Xã Cẩm Nam", "Xã Cẩm Phúc", "Xã Cẩm Thăng"),
    "Xã Yên Hòa": ("Xã Cẩm Yên", "Xã Cẩm Hòa"),
}
SUCCESSOR = {old: new for new, olds in MERGED_2020.items() for old in olds}
# Thị trấn Cẩm Xuyên was there before and after; only these two were new.
BEGUN_2020 = {"Xã Nam Phúc Thăng", "Xã Yên Hòa"}

COASTAL = {
    *("Thị trấn Thiên Cầm", "Xã Cẩm Dương", "Xã Cẩm Lĩnh", "Xã Cẩm Lộc", "Xã Cẩm Nhượng"),
    *("Xã Yên Hòa", "Xã Cẩm Hòa", "Xã Cẩm Trung"),
}
UPLAND = {
    *("Xã Cẩm Mỹ", "Xã Cẩm Quan", "Xã Cẩm Thịnh", "Xã Cẩm Sơn", "Xã Cẩm Minh", "Xã Cẩm Lạc"),
    *("Xã Cẩm Hưng", "Xã Cẩm Duệ", "Xã Cẩm Thạch"),
}


BLOCKS = {
    "commune": "Khối xã, thị trấn",
    "office": "Khối cơ quan Đảng, Nhà nước",
    "armed_forces": "Khối lực lượng vũ trang",
    "mass_organisation": "Khối Mặt trận, đoàn thể",
    "school": "Khối trường học",
    "enterprise": "Khối doanh nghiệp",
}


@dataclass(frozen=True)
class Unit:
    """A unit of the district; `group` says which of the office's lists it is found in."""

    code: str
    name: str
    type: str
    group: str
    other_names: tuple[str, ...] = ()

    @property
    def block(self) -> str | None:
        """The emulation block («khối») that it competes in; the district itself is in none."""
        return BLOCKS.get(self.group)

    @property
    def begun(self) -> str | None:
        """The first day, where the lists know it."""
        return "01/01/2020" if self.name in BEGUN_2020 | SCHOOLS_OF_2020 else None

    @property
    def ended(self) -> str | None:
        """The last day, where the unit has ended."""
        return "31/12/2019" if self.name in SUCCESSOR else None

    def in_year(self, year: int) -> bool:
        """Whether the unit was there in that year."""
        return year < 2020 if self.ended else year >= 2020 or self.begun is None


# code, name, villages (invented; the townships have quarters, «tổ dân phố»)
COMMUNES = (
    ("TTCX", "Thị trấn Cẩm Xuyên", "1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12"),
    ("TTTC", "Thị trấn Thiên Cầm", "Trần Hải, Song Ngư, Yên Hải, Hoàng Long, Tân Hải, Nhân Phố"),
    ("CBI", "Xã Cẩm Bình", "Đông Lộ, Bình Tiến, Bình Quý, Yên Bình, Tân Bình, Nam Lý"),
    ("CDU", "Xã Cẩm Duệ", "Trung Duệ, Phú Duệ, Chu Sơn, Na Thượng, Mỹ Duệ, Quang Duệ"),
    ("CDG", "Xã Cẩm Dương", "Dương Hải, Rạng Dương, Trung Dương, Nam Hải, Bắc Dương"),
    ("CHA", "Xã Cẩm Hà", "Hà Đông, Hà Nam, Nguyệt Hà, Trung Hà, Đông Hà, Tân Hà"),
    ("CHU", "Xã Cẩm Hưng", "Hưng Trung, Hưng Tây, Hưng Lộc, Hưng Mỹ, Đông Hưng"),
    ("CLA", "Xã Cẩm Lạc", "Lạc Thọ, Yên Lạc, Hưng Lạc, Quang Lạc, Trung Lạc, Nam Lạc"),
    ("CLI", "Xã Cẩm Lĩnh", "Lĩnh Hải, Nam Lĩnh, Bắc Lĩnh, Lĩnh Sơn, Đông Lĩnh"),
    ("CLO", "Xã Cẩm Lộc", "Lộc Vinh, Lộc Thượng, Lộc Hải, Thái Lộc, Trung Lộc"),
    ("CMI", "Xã Cẩm Minh", "Minh Sơn, Minh Đức, Minh Hồng, Thủy Minh, Tân Minh"),
    ("CMY", "Xã Cẩm Mỹ", "Mỹ Sơn, Mỹ Thành, Mỹ Hồ, Mỹ Trung, Đồng Mỹ, Mỹ Phú"),
    ("CNH", "Xã Cẩm Nhượng", "Hải Nhượng, Phúc Nhượng, Nam Nhượng, Tân Nhượng, Xuân Nhượng"),
    ("CQN", "Xã Cẩm Quan", "Quan Thượng, Quan Trung, Tân Quan, Mỹ Quan, Thanh Quan"),
    ("CQG", "Xã Cẩm Quang", "Quang Vinh, Quang Đông, Quang Tiến, Nam Quang, Bắc Quang"),
    ("CSO", "Xã Cẩm Sơn", "Sơn Hà, Sơn Nam, Sơn Phú, Cao Sơn, Lam Sơn, Trung Sơn"),
    ("CTN", "Xã Cẩm Thành", "Đông Thành, Nam Thành, Hưng Thành, Tân Thành, Thành Mỹ"),
    ("CTC", "Xã Cẩm Thạch", "Thạch Trung, Mỹ Thạch, Na Thạch, Cao Thạch, Thạch Lộc"),
    ("CTI", "Xã Cẩm Thịnh", "Hưng Thịnh, Sơn Thịnh, Yên Thịnh, Tiến Thịnh, Phú Thịnh"),
    ("CTR", "Xã Cẩm Trung", "Trung Đông, Trung Nam, Trung Bắc, Trung Tiến, Trung Thịnh"),
    ("CVI", "Xã Cẩm Vịnh", "Vịnh Đông, Vịnh Thượng, Yên Vịnh, Tam Vịnh, Đông Vịnh"),
    ("NPT", "Xã Nam Phúc Thăng", ""),
    ("YHO", "Xã Yên Hòa", ""),
    ("CHY", "Xã Cẩm Huy", "Huy Đông, Huy Thượng, Huy Tiến"),
    ("CNA", "Xã Cẩm Nam", "Nam Sơn, Nam Yên, Nam Tiến"),
    ("CPH", "Xã Cẩm Phúc", "Phúc Hải, Phúc Trung, Phúc Tân"),
    ("CTA", "Xã Cẩm Thăng", "Thăng Đông, Thăng Tây, Thăng Long"),
    ("CYE", "Xã Cẩm Yên", "Yên Thành, Yên Phú, Yên Mỹ"),
    ("CHO", "Xã Cẩm Hòa", "Hòa Hải, Hòa Trung, Hòa Đông"),
)
# code, name, other names; group «Đảng, chính quyền»
OFFICES = (
    ("VPHU", "Văn phòng Huyện ủy Cẩm Xuyên", "Văn phòng Huyện ủy; VP Huyện ủy"),
    ("BDV", "Ban Dân vận Huyện ủy Cẩm Xuyên", "Ban Dân vận Huyện ủy; Ban Dân vận"),
    ("BTG", "Ban Tuyên giáo Huyện ủy Cẩm Xuyên", "Ban Tuyên giáo Huyện ủy; Ban Tuyên giáo"),
    ("BTC", "Ban Tổ chức Huyện ủy Cẩm Xuyên", "Ban Tổ chức Huyện ủy; Ban Tổ chức"),
    ("TTCT", "Trung tâm Chính trị huyện Cẩm Xuyên", "Trung tâm Chính trị huyện"),
    ("VPUB", "Văn phòng HĐND - UBND huyện Cẩm Xuyên", "Văn phòng HĐND - UBND huyện"),
    ("PNV", "Phòng Nội vụ huyện Cẩm Xuyên", "Phòng Nội vụ; Phòng Nội vụ huyện"),
    ("PGD", "Phòng Giáo dục và Đào tạo huyện Cẩm Xuyên", "Phòng GD&ĐT; Phòng GD&ĐT huyện"),
    ("PLD", "Phòng Lao động - Thương binh và Xã hội huyện Cẩm Xuyên", "Phòng LĐ-TB&XH huyện"),
    ("PNN", "Phòng Nông nghiệp và Phát triển nông thôn huyện Cẩm Xuyên", "Phòng NN&PTNT huyện"),
    ("PVH", "Phòng Văn hóa và Thông tin huyện Cẩm Xuyên", "Phòng VH-TT huyện"),
    ("PTN", "Phòng Tài nguyên và Môi trường huyện Cẩm Xuyên", "Phòng TN&MT huyện"),
    ("VPNTM", "Văn phòng Điều phối nông thôn mới huyện Cẩm Xuyên", "Văn phòng NTM huyện"),
    ("TTYT", "Trung tâm Y tế huyện Cẩm Xuyên", "Trung tâm Y tế huyện; TTYT huyện"),
    ("TTVH", "Trung tâm Văn hóa - Truyền thông huyện Cẩm Xuyên", "Trung tâm VH-TT huyện"),
    ("TTKH", "Trung tâm Ứng dụng KHKT và Bảo vệ cây trồng, vật nuôi huyện Cẩm Xuyên", ""),
    ("BHXH", "Bảo hiểm xã hội huyện Cẩm Xuyên", "BHXH huyện; Bảo hiểm xã hội huyện"),
)
ARMED_FORCES = (
    ("CA", "Công an huyện Cẩm Xuyên", "Công an huyện; CA huyện"),
    ("QS", "Ban Chỉ huy Quân sự huyện Cẩm Xuyên", "Ban CHQS huyện; Quân sự huyện"),
    ("BP", "Đồn Biên phòng Thiên Cầm", "Đồn BP Thiên Cầm"),
)
MASS_ORGANISATIONS = (
    (
        "MTTQ",
        "Ủy ban Mặt trận Tổ quốc Việt Nam huyện Cẩm Xuyên",
        "Ủy ban MTTQ huyện; MTTQ huyện",
    ),
    ("HD", "Huyện đoàn Cẩm Xuyên", "Huyện đoàn; Đoàn TNCS Hồ Chí Minh huyện"),
    ("PN", "Hội Liên hiệp Phụ nữ huyện Cẩm Xuyên", "Hội LHPN huyện; Hội Phụ nữ huyện"),
    ("ND", "Hội Nông dân huyện Cẩm Xuyên", "Hội Nông dân huyện"),
    ("CCB", "Hội Cựu chiến binh huyện Cẩm Xuyên", "Hội CCB huyện; Hội Cựu chiến binh huyện"),
    ("LDLD", "Liên đoàn Lao động huyện Cẩm Xuyên", "LĐLĐ huyện; Liên đoàn Lao động huyện"),
    ("CTD", "Hội Chữ thập đỏ huyện Cẩm Xuyên", "Hội Chữ thập đỏ huyện"),
    ("NCT", "Hội Người cao tuổi huyện Cẩm Xuyên", "Hội NCT huyện; Hội Người cao tuổi huyện"),
    ("KH", "Hội Khuyến học huyện Cẩm Xuyên", "Hội Khuyến học huyện"),
)
SCHOOLS = {
    "Trường Mầm non": "Cẩm Bình, Cẩm Duệ, Cẩm Hưng, Cẩm Thành, Cẩm Nhượng, Yên Hòa",
    "Trường Tiểu học": "Cẩm Quang, Cẩm Thạch, Cẩm Trung, Cẩm Vịnh, Cẩm Lạc, Nam Phúc Thăng, "
    "Thị trấn Cẩm Xuyên, Thiên Cầm",
    "Trường THCS": "Cẩm Bình, Cẩm Thịnh, Cẩm Quan, Cẩm Nhượng, Thị trấn Cẩm Xuyên",
    "Trường THPT": "Cẩm Bình, Cẩm Xuyên",
}
SCHOOL_CODES = {
    "Trường Mầm non": "MN",
    "Trường Tiểu học": "TH",
    "Trường THCS": "THCS",
    "Trường THPT": "THPT",
}
# Before 2020 there was no commune to give them their name.
SCHOOLS_OF_2020 = {"Trường Mầm non Yên Hòa", "Trường Tiểu học Nam Phúc Thăng"}
ENTERPRISES = (
    ("DN1", "Công ty TNHH Thủy sản Hải Phúc", ""),
    ("DN2", "Công ty Cổ phần May Xuyên Hà", ""),
    ("DN3", "Công ty TNHH Xây dựng và Thương mại Nam Cẩm", ""),
    ("DN4", "Công ty TNHH Môi trường đô thị Xuyên Sơn", ""),
    ("DN5", "Công ty Cổ phần Nông nghiệp xanh Kẻ Gỗ", ""),
    ("HTX1", "Hợp tác xã Chế biến hải sản Phúc Nhượng", "HTX Chế biến hải sản Phúc Nhượng"),
    ("HTX2", "Hợp tác xã Dịch vụ nông nghiệp Bình Tiến", "HTX DVNN Bình Tiến"),
    ("HTX3", "Hợp tác xã Nuôi ong Mỹ Sơn", "HTX Nuôi ong Mỹ Sơn"),
)


def _commune(code: str, name: str) -> Unit:
    if name.startswith("Thị trấn"):
        return Unit(code, name, "Thị trấn", "commune", (name.replace("Thị trấn", "TT"),))
    return Unit(code, name, "Xã", "commune")


def _body(row: tuple[str, str, str], kind: str, group: str) -> Unit:
    code, name, others = row
    return Unit(code, name, kind, group, tuple(filter(None, others.split("; "))))


def _schools() -> list[Unit]:
    return [
        Unit(f"{SCHOOL_CODES[kind]}{number:02}", f"{kind} {place}", "Trường học", "school")
        for kind, listed in SCHOOLS.items()
        for number, place in enumerate(listed.split(", "), 1)
    ]


COMMUNE_UNITS = tuple(_commune(code, name) for code, name, _ in COMMUNES)
OTHER_UNITS = (
    *(_body(row, "Cơ quan", "office") for row in OFFICES),
    *(_body(row, "Lực lượng vũ trang", "armed_forces") for row in ARMED_FORCES),
    *(_body(row, "Đoàn thể", "mass_organisation") for row in MASS_ORGANISATIONS),
    *_schools(),
    *(_body(row, "Doanh nghiệp", "enterprise") for row in ENTERPRISES),
)
TOP = Unit("HCX", DISTRICT, "Huyện", "district", ("UBND huyện Cẩm Xuyên", "Huyện ủy Cẩm Xuyên"))
ALL_UNITS = (TOP, *COMMUNE_UNITS, *OTHER_UNITS)
BY_NAME = {unit.name: unit for unit in ALL_UNITS}
_OWN_VILLAGES = {name: villages.split(", ") if villages else [] for _, name, villages in COMMUNES}


def places(unit: str) -> list[str]:
    """The villages (townships: quarters) of a commune, those it took over in 2020 included."""
    kind = "tổ dân phố" if unit.startswith("Thị trấn") else "thôn"
    own = [f"{kind} {place}" for place in _OWN_VILLAGES[unit]]
    if unit not in BEGUN_2020:
        return own
    return [f"thôn {place}" for old in MERGED_2020[unit] for place in _OWN_VILLAGES[old]]


def communes_in(year: int) -> list[Unit]:
    """The communes and townships of that year."""
    return [unit for unit in COMMUNE_UNITS if unit.in_year(year)]


def shares(total: int, units: Sequence[Unit], least: int, most: int) -> dict[str, int]:
    """`total` dealt out to the units, `least` to `most` each: some are always keener than others."""
    chance = Random(total)
    given = {unit.name: least for unit in units}
    keen = [Random(unit.name).uniform(0.3, 1.7) for unit in units]
    while sum(given.values()) < total:
        name = chance.choices(list(given), keen)[0]
        given[name] += given[name] < most
    return given
