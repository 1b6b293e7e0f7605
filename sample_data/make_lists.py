"""Write the lists of Cẩm Xuyên: `python -m sample_data.make_lists [FOLDER]`.

Run twice it gives the same files. Without a folder it writes over the committed ones.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

from sample_data import (
    conferences,
    decisions,
    exemplar_lists,
    honour_lists,
    mergers,
    model_lists,
    recognitions,
)
from sample_data import exemplars as exemplar_register
from sample_data import honours as honour_register
from sample_data import models as model_register
from sample_data.district import ALL_UNITS, DISTRICT
from sample_data.list_parts import numbered
from sample_data.paper import STATE, Column, Page, save

LISTS = Path(__file__).parent / "lists"


def pages() -> dict[str, list[Page]]:
    """Every list by its file name (without suffix), in the order of importing."""
    known, spare = exemplar_register.register()
    models = model_register.register()
    given = honour_register.reviews(known, spare)
    return {
        "01-don-vi": [_units()],
        "02-quyet-dinh": [_decisions()],
        "03-hoi-nghi": [_conferences()],
        **exemplar_lists.lists(known),
        **model_lists.lists(models),
        **honour_lists.lists(given, *honour_register.october(known, models)),
        "40-mo-hinh-duoc-cong-nhan-nhan-rong": recognitions.list_of(models),
        **mergers.pages(),
    }


def write(folder: Path) -> None:
    """Write all lists into the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, sheets in pages().items():
        path = folder / f"{name}.xlsx"
        path.parent.mkdir(exist_ok=True)
        save(sheets, path)


def _units() -> Page:
    rows = numbered(
        ALL_UNITS,
        lambda unit: (
            *(unit.code, unit.name, unit.type),
            DISTRICT if unit.name != DISTRICT else None,
            *("; ".join(unit.other_names) or None, unit.begun, unit.ended, unit.block),
        ),
    )
    return Page(
        "Danh mục đơn vị",
        ("UBND HUYỆN CẨM XUYÊN", "PHÒNG NỘI VỤ"),
        STATE,
        (
            "DANH MỤC ĐƠN VỊ TRONG HUYỆN, 2018 - 2023",
            "(Từ ngày 01/01/2020 sắp xếp theo nghị quyết về đơn vị hành chính cấp xã)",
        ),
        (
            *(Column("STT", 6), Column("Mã đơn vị", 11), Column("Tên đơn vị", 60)),
            *(Column("Loại", 20), Column("Đơn vị cấp trên", 22), Column("Tên gọi khác", 50)),
            *(Column("Có từ ngày", 12), Column("Đến ngày", 12), Column("Khối thi đua", 30)),
        ),
        rows,
    )


def _decisions() -> Page:
    given = [one for conference in conferences.REVIEWS for one in conference.decisions]
    rows = numbered(
        sorted(given, key=lambda one: one.signed),
        lambda one: (
            *(one.number, one.signed, one.body, decisions.BODIES[one.body][3]),
            decisions.BODIES[one.body][2],
            one.abstract,
            *(one.category, one.collectives, one.individuals),
        ),
    )
    return Page(
        "Quyết định",
        ("UBND HUYỆN CẨM XUYÊN", "PHÒNG NỘI VỤ"),
        STATE,
        ("SỔ QUYẾT ĐỊNH KHEN THƯỞNG, 2021 - 2023",),
        (
            *(Column("STT", 6), Column("Số, ký hiệu", 18), Column("Ngày ký", 13)),
            *(Column("Cơ quan ban hành", 34), Column("Cấp", 12), Column("Chức vụ người ký", 13)),
            *(
                Column("Trích yếu", 62),
                Column("Loại hình khen thưởng", 12),
                Column("Số tập thể", 9),
                Column("Số cá nhân", 9),
            ),
        ),
        rows,
    )


def _conferences() -> Page:
    rows = numbered(
        (*conferences.REVIEWS, conferences.OCTOBER),
        lambda one: (
            *(one.name, one.type, one.day, one.place, one.organiser),
            one.attendance,
        ),
    )
    return Page(
        "Hội nghị",
        ("HUYỆN ỦY CẨM XUYÊN", "VĂN PHÒNG", "*"),
        ("ĐẢNG CỘNG SẢN VIỆT NAM",),
        ("DANH SÁCH HỘI NGHỊ SƠ KẾT, TỔNG KẾT, BIỂU DƯƠNG, 2021 - 2023",),
        (
            *(Column("STT", 6), Column("Tên hội nghị", 62), Column("Loại", 12)),
            *(Column("Ngày", 13), Column("Địa điểm", 44), Column("Đơn vị tổ chức", 42)),
            Column("Số người dự", 9),
        ),
        rows,
        f"Tổng cộng: {len(rows)} hội nghị",
        ("CHÁNH VĂN PHÒNG",),
    )


def main(arguments: Sequence[str]) -> None:
    """Write into the folder named, or over the committed lists."""
    write(Path(arguments[0]) if arguments else LISTS)


if __name__ == "__main__":
    main(sys.argv[1:])
