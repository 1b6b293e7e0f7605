"""What became of the units: the mergers of 1 January 2020 and of 1 July 2025.

The eight communes and their predecessors are those of the published record; only the township
that was split in three is invented (see README.md).
"""

from sample_data.district import DISTRICT, MERGED_2020
from sample_data.list_parts import numbered
from sample_data.paper import STATE, Column, Page

PROVINCE, CITY = "Tỉnh Hà Tĩnh", "Thành phố Hà Tĩnh"
LAST_DAY, FIRST_DAY = "30/06/2025", "01/07/2025"
# code, new commune, the units that it followed
COMMUNES_2025 = (
    ("CX25", "Xã Cẩm Xuyên", "Thị trấn Cẩm Xuyên, Xã Cẩm Quang, Xã Cẩm Quan"),
    ("TC25", "Xã Thiên Cầm", "Thị trấn Thiên Cầm, Xã Nam Phúc Thăng, Xã Cẩm Nhượng"),
    ("CD25", "Xã Cẩm Duệ", "Xã Cẩm Mỹ, Xã Cẩm Thạch, Xã Cẩm Duệ"),
    ("CH25", "Xã Cẩm Hưng", "Xã Cẩm Thịnh, Xã Cẩm Hà, Xã Cẩm Hưng"),
    ("CL25", "Xã Cẩm Lạc", "Xã Cẩm Minh, Xã Cẩm Sơn, Xã Cẩm Lạc"),
    ("CT25", "Xã Cẩm Trung", "Xã Cẩm Lĩnh, Xã Cẩm Lộc, Xã Cẩm Trung"),
    ("YH25", "Xã Yên Hòa", "Xã Cẩm Dương, Xã Yên Hòa"),
    ("CB25", "Xã Cẩm Bình", "Xã Cẩm Vịnh, Xã Cẩm Thành, Xã Cẩm Bình, Xã Thạch Bình"),
)
# Invented: a unit whose every record has to be given to one of three successors.
SPLIT = ("Thị trấn Nông trường Kẻ Gỗ", ("Xã Cẩm Duệ", "Xã Cẩm Hưng", "Xã Cẩm Lạc"))


def pages() -> dict[str, list[Page]]:
    """The list of mergers with the units that it speaks of; it is not part of the demo."""
    return {"2025/sap-nhap": [_units(), _mergers()]}


def _units() -> Page:
    rows = [
        ("THT", PROVINCE, "Tỉnh", None, None, None),
        ("HCX", DISTRICT, "Huyện", None, None, LAST_DAY),
        ("TPHT", CITY, "Thành phố", PROVINCE, None, LAST_DAY),
        ("THB", "Xã Thạch Bình", "Xã", CITY, None, None),
        ("NTKG", SPLIT[0], "Thị trấn", CITY, None, None),
        *((code, name, "Xã", PROVINCE, FIRST_DAY, None) for code, name, _old in COMMUNES_2025),
    ]
    return Page(
        "Đơn vị",
        ("UBND TỈNH HÀ TĨNH", "SỞ NỘI VỤ"),
        STATE,
        ("DANH MỤC ĐƠN VỊ SAU SẮP XẾP", "(Từ ngày 01/07/2025 không còn cấp huyện)"),
        (
            *(Column("STT", 6), Column("Mã đơn vị", 11), Column("Tên đơn vị", 40)),
            *(Column("Loại", 14), Column("Đơn vị cấp trên", 22)),
            *(Column("Có từ ngày", 12), Column("Đến ngày", 12)),
        ),
        numbered(rows, lambda row: row),
    )


def _mergers() -> Page:
    rows = [
        (old, new, "01/01/2020", "819/NQ-UBTVQH14")
        for new, olds in MERGED_2020.items()
        for old in olds
    ]
    for _code, new, listed in COMMUNES_2025:
        rows += [(old, new, FIRST_DAY, "1665/NQ-UBTVQH15") for old in listed.split(", ")]
    rows += [(SPLIT[0], new, FIRST_DAY, "1665/NQ-UBTVQH15") for new in SPLIT[1]]
    return Page(
        "Sáp nhập",
        ("UBND TỈNH HÀ TĨNH", "SỞ NỘI VỤ"),
        STATE,
        ("DANH SÁCH SÁP NHẬP, CHIA TÁCH ĐƠN VỊ HÀNH CHÍNH CẤP XÃ",),
        (
            *(Column("STT", 6), Column("Đơn vị cũ", 34), Column("Đơn vị mới", 24)),
            *(Column("Từ ngày", 12), Column("Văn bản", 22)),
        ),
        numbered(rows, lambda row: row),
    )
