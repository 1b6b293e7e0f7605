"""The lists of models: one or two for each year, a row for each model registered that year."""

from sample_data.district import ALL_UNITS
from sample_data.list_parts import numbered
from sample_data.models import Model
from sample_data.paper import PARTY, Column, Page, Row

BOARD = ("HUYỆN ỦY CẨM XUYÊN", "BAN DÂN VẬN", "*")
SIGNED = ("T/M BAN DÂN VẬN", "TRƯỞNG BAN")
TITLE = "DANH SÁCH MÔ HÌNH «DÂN VẬN KHÉO» ĐĂNG KÝ NĂM {}"
FIELDS = {
    "KT": "Kinh tế",
    "VHXH": "Văn hóa - xã hội",
    "QPAN": "Quốc phòng - an ninh",
    "HTCT": "Xây dựng hệ thống chính trị",
}
NEW, CONTINUED = "Đăng ký mới", "Duy trì"


def lists(models: list[Model]) -> dict[str, list[Page]]:
    """File name (without suffix) to its pages."""
    return {
        "20-mo-hinh-dan-van-kheo-2018": [_whole_year(models, 2018)],
        "21-mo-hinh-dan-van-kheo-2019": [_whole_year(models, 2019)],
        "22-mo-hinh-dan-van-kheo-2020": _two_sheets(models, 2020),
        "23-mo-hinh-xa-thi-tran-2021": [_communes(models, 2021)],
        "24-mo-hinh-co-quan-don-vi-2021": [_units_in_sections(models, 2021)],
        "25-mo-hinh-xa-thi-tran-2022": [_communes(models, 2022)],
        "26-mo-hinh-co-quan-don-vi-2022": [_units_in_sections(models, 2022)],
        "27-mo-hinh-xa-thi-tran-2023": [_communes_by_unit(models, 2023)],
        "28-mo-hinh-co-quan-don-vi-2023": [_short(models, 2023)],
    }


def _of(models: list[Model], year: int, communes: bool | None = None) -> list[Model]:
    """Registered that year, unit by unit, a unit's oldest models first."""
    chosen = [
        model
        for model in models
        if year in model.years and communes in (None, model.unit.group == "commune")
    ]
    return sorted(chosen, key=lambda model: ALL_UNITS.index(model.unit))


def _status(model: Model, year: int) -> str:
    return NEW if model.years[0] == year else CONTINUED


def _total(models: list[Model], year: int) -> str:
    new = sum(model.years[0] == year for model in models)
    return (
        f"Tổng cộng: {len(models)} mô hình, trong đó đăng ký mới {new:02}, "
        f"duy trì {len(models) - new:02}"
    )


def _dated(day: str, year: int) -> tuple[str, ...]:
    return (*PARTY, "", f"Cẩm Xuyên, ngày {day} năm {year}")


def _whole_year(models: list[Model], year: int) -> Page:
    chosen = _of(models, year)
    rows = numbered(
        chosen,
        lambda model: (
            *(model.name, model.unit.name, FIELDS[model.field], model.kind),
            *(year, _status(model, year)),
        ),
    )
    return Page(
        f"DVK {year}",
        BOARD,
        _dated("12 tháng 3", year),
        (TITLE.format(year),),
        (
            *(Column("STT", 6), Column("Tên mô hình", 52), Column("Đơn vị", 40)),
            *(Column("Lĩnh vực", 26), Column("Đối tượng", 11), Column("Năm đăng ký", 10)),
            Column("Hình thức đăng ký", 14),
        ),
        rows,
        _total(chosen, year),
        SIGNED,
    )


def _two_sheets(models: list[Model], year: int) -> list[Page]:
    pages = []
    for sheet, communes in (("Xã, thị trấn", True), ("Cơ quan, đơn vị", False)):
        chosen = _of(models, year, communes)
        rows = numbered(
            chosen,
            lambda model: (
                *(model.unit.name, model.name, model.field),
                *("TT" if model.kind == "Tập thể" else "CN", model.leader),
                *(year, _status(model, year)),
            ),
        )
        columns = (
            *(Column("TT", 6), Column("Đơn vị đăng ký", 36), Column("Tên mô hình", 52)),
            *(Column("Lĩnh vực", 9), Column("TT/CN", 8), Column("Người phụ trách", 24)),
            *(Column("Năm đăng ký", 10), Column("Đăng ký mới/ duy trì", 14)),
        )
        titles = (TITLE.format(year), f"Khối {sheet.lower()}")
        total = _total(chosen, year)
        pages.append(
            Page(sheet, BOARD, _dated("25 tháng 5", year), titles, columns, rows, total, SIGNED)
        )
    return pages


def _communes(models: list[Model], year: int) -> Page:
    chosen = _of(models, year, communes=True)
    rows = numbered(
        chosen,
        lambda model: (
            *(model.name, FIELDS[model.field], model.unit.name, model.kind),
            *(model.leader, year, _status(model, year)),
        ),
    )
    return Page(
        "Xã, thị trấn",
        BOARD,
        _dated("15 tháng 3", year),
        (TITLE.format(year), "Khối xã, thị trấn"),
        (
            *(Column("STT", 6), Column("TÊN MÔ HÌNH", 52), Column("LĨNH VỰC", 28)),
            *(Column("ĐƠN VỊ", 22), Column("ĐỐI TƯỢNG", 11), Column("NGƯỜI PHỤ TRÁCH", 24)),
            *(Column("NĂM ĐĂNG KÝ", 10), Column("HÌNH THỨC ĐĂNG KÝ", 14)),
        ),
        rows,
        _total(chosen, year),
        SIGNED,
    )


def _units_in_sections(models: list[Model], year: int) -> Page:
    """Kind from the section rows, as the Front's own form has it."""
    chosen = _of(models, year, communes=False)
    rows = numbered(
        chosen,
        lambda model: (
            *(model.name, model.unit.name, model.field),
            *(year, _status(model, year)),
        ),
    )
    return Page(
        f"Năm {year}",
        BOARD,
        _dated("18 tháng 3", year),
        (TITLE.format(year), "Khối cơ quan, đoàn thể, trường học, doanh nghiệp"),
        (
            *(Column("STT", 6), Column("Tên mô hình «Dân vận khéo»", 52)),
            *(Column("Đơn vị đăng ký", 46), Column("Lĩnh vực", 10)),
            *(Column("Năm đăng ký", 10), Column("Hình thức đăng ký", 14)),
        ),
        ["I. TẬP THỂ", *rows],
        _total(chosen, year),
        SIGNED,
    )


def _communes_by_unit(models: list[Model], year: int) -> Page:
    """The unit stands once, in a section row over its models."""
    chosen = _of(models, year, communes=True)
    rows: list[Row] = []
    for unit in dict.fromkeys(model.unit.name for model in chosen):
        of_unit = [model for model in chosen if model.unit.name == unit]
        rows.append(unit)
        rows += numbered(
            of_unit,
            lambda model: (
                *(model.name, FIELDS[model.field], model.kind),
                *(model.leader, year, _status(model, year)),
            ),
        )
    return Page(
        "Dân vận khéo 2023",
        BOARD,
        _dated("14 tháng 3", year),
        (TITLE.format(year), "Khối xã, thị trấn"),
        (
            *(Column("STT", 6), Column("Tên mô hình", 52), Column("Lĩnh vực", 28)),
            *(Column("Loại", 11), Column("Người phụ trách", 24)),
            *(Column("Năm đăng ký", 10), Column("Hình thức đăng ký", 14)),
        ),
        rows,
        _total(chosen, year),
        SIGNED,
    )


def _short(models: list[Model], year: int) -> Page:
    chosen = _of(models, year, communes=False)
    rows = numbered(
        chosen,
        lambda model: (
            *(model.name, model.unit.name, FIELDS[model.field], model.kind),
            *(year, _status(model, year)),
        ),
    )
    return Page(
        "Mo hinh",
        (),
        (),
        ("TỔNG HỢP MÔ HÌNH DÂN VẬN KHÉO CÁC CƠ QUAN, ĐƠN VỊ NĂM 2023",),
        (
            *(Column("STT", 6), Column("Ten mo hinh", 52), Column("Don vi", 46)),
            *(Column("Linh vuc", 26), Column("Doi tuong", 10), Column("Nam dang ky", 10)),
            Column("Hinh thuc dang ky", 14),
        ),
        rows,
        f"Cộng: {len(chosen)} mô hình",
    )
