"""The lists of exemplars of organisations, offices, forces, schools and enterprises."""

from sample_data.exemplars import COLLECTIVE, Exemplar
from sample_data.list_parts import honorific, in_sections, month, numbered, total, written, year
from sample_data.paper import STATE, Cell, Column, Page


def lists(known: list[Exemplar]) -> dict[str, list[Page]]:
    """File name (without suffix) to its pages."""

    def of(group: str) -> list[Exemplar]:
        return [one for one in known if one.unit.group == group]

    return {
        "14-dien-hinh-mat-tran-doan-the": [_organisations(of("mass_organisation"))],
        "15-dien-hinh-co-quan": [_offices(of("office"))],
        "16-dien-hinh-luc-luong-vu-trang": [_forces(of("armed_forces"))],
        "17-dien-hinh-truong-hoc": _schools(of("school")),
        "18-dien-hinh-doanh-nghiep-htx": [_enterprises(of("enterprise"))],
    }


def _organisations(exemplars: list[Exemplar]) -> Page:
    def cells(one: Exemplar) -> tuple[Cell, ...]:
        return (
            *(honorific(one), one.position, one.birth_year, one.unit.name, one.field),
            *(year(one.discovered), year(one.fostered), year(one.multiplied)),
        )

    return Page(
        "MTTQ và đoàn thể",
        ("MẶT TRẬN TỔ QUỐC VIỆT NAM", "HUYỆN CẨM XUYÊN", "BAN THƯỜNG TRỰC"),
        (*STATE, "Cẩm Xuyên, ngày 20 tháng 9 năm 2023"),
        ("ĐIỂN HÌNH TIÊN TIẾN KHỐI MẶT TRẬN VÀ ĐOÀN THỂ", "Giai đoạn 2021 - 2023"),
        (
            *(Column("TT", 6), Column("Họ và tên, tên tập thể", 36), Column("Chức vụ", 30)),
            *(Column("Năm sinh", 9), Column("Đơn vị", 40), Column("Lĩnh vực", 24)),
            *(Column("Năm phát hiện", 10), Column("Năm bồi dưỡng", 10)),
            Column("Năm nhân rộng", 10),
        ),
        in_sections(exemplars, cells),
        total(exemplars),
        ("TM. BAN THƯỜNG TRỰC", "PHÓ CHỦ TỊCH"),
    )


def _offices(exemplars: list[Exemplar]) -> Page:
    rows = numbered(
        exemplars,
        lambda one: (
            *(one.name, one.kind, one.gender, one.birth_year, one.position),
            *(one.unit.name, one.field, one.discovered, month(one.fostered)),
            year(one.multiplied),
        ),
    )
    return Page(
        "Cơ quan",
        ("UBND HUYỆN CẨM XUYÊN", "PHÒNG NỘI VỤ"),
        (*STATE, "Cẩm Xuyên, ngày 19 tháng 9 năm 2023"),
        (
            "DANH SÁCH ĐIỂN HÌNH TIÊN TIẾN KHỐI CƠ QUAN ĐẢNG, CHÍNH QUYỀN",
            "Giai đoạn 2021 - 2023",
        ),
        (
            *(Column("STT", 6), Column("Họ và tên/ Tên tập thể", 34), Column("Loại", 10)),
            *(Column("Giới tính", 8), Column("Năm sinh", 8), Column("Chức vụ", 28)),
            *(Column("Đơn vị công tác", 40), Column("Lĩnh vực", 22)),
            *(Column("Ngày phát hiện", 13), Column("Thời gian bồi dưỡng", 11)),
            Column("Năm nhân rộng", 10),
        ),
        rows,
        total(exemplars),
        ("TRƯỞNG PHÒNG",),
    )


def _forces(exemplars: list[Exemplar]) -> Page:
    rows = numbered(
        exemplars,
        lambda one: (
            one.name,
            *(("x", None) if one.kind == COLLECTIVE else (None, "x")),
            *(one.position, one.birth_year, one.unit.name, one.field),
            *(one.discovered, one.fostered, one.multiplied),
        ),
    )
    return Page(
        "LLVT",
        ("CÔNG AN - QUÂN SỰ - BIÊN PHÒNG",),
        (),
        ("DANH SÁCH ĐIỂN HÌNH TIÊN TIẾN LỰC LƯỢNG VŨ TRANG HUYỆN GIAI ĐOẠN 2021 - 2023",),
        (
            *(Column("STT", 6), Column("Tên điển hình", 40), Column("Tập thể", 8)),
            *(Column("Cá nhân", 8), Column("Chức vụ", 34), Column("Năm sinh", 8)),
            *(Column("Đơn vị", 34), Column("Lĩnh vực", 20), Column("Ngày phát hiện", 13)),
            *(Column("Ngày bồi dưỡng", 13), Column("Ngày nhân rộng", 13)),
        ),
        rows,
    )


def _schools(exemplars: list[Exemplar]) -> list[Page]:
    columns = (
        *(Column("STT", 6), Column("Tên tập thể/ Họ và tên", 38), Column("Năm sinh", 9)),
        *(Column("Chức vụ", 28), Column("Đơn vị", 34), Column("Lĩnh vực", 24)),
        *(Column("Ngày phát hiện", 13), Column("Ngày bồi dưỡng", 13)),
        Column("Ngày nhân rộng", 13),
    )

    def cells(one: Exemplar) -> tuple[Cell, ...]:
        return (
            *(one.name, one.birth_year, one.position, one.unit.name, one.field),
            *(written(one.discovered), written(one.fostered), written(one.multiplied)),
        )

    def page(name: str, title: str, chosen: list[Exemplar]) -> Page:
        return Page(
            name,
            ("UBND HUYỆN CẨM XUYÊN", "PHÒNG GIÁO DỤC VÀ ĐÀO TẠO"),
            (*STATE, "Cẩm Xuyên, ngày 18 tháng 9 năm 2023"),
            ("DANH SÁCH ĐIỂN HÌNH TIÊN TIẾN NGÀNH GIÁO DỤC", title),
            columns,
            in_sections(chosen, cells),
            total(chosen),
            ("TRƯỞNG PHÒNG",),
        )

    lower = [one for one in exemplars if one.unit.code.startswith(("MN", "TH0"))]
    upper = [one for one in exemplars if one not in lower]
    return [
        page("Mầm non, Tiểu học", "Cấp học mầm non và tiểu học, giai đoạn 2021 - 2023", lower),
        page("THCS, THPT", "Cấp trung học, giai đoạn 2021 - 2023", upper),
    ]


def _enterprises(exemplars: list[Exemplar]) -> Page:
    rows = numbered(
        exemplars,
        lambda one: (
            *(one.name, one.kind, one.unit.name, one.position, one.birth_year),
            *(one.field, one.discovered, one.fostered, one.multiplied),
        ),
    )
    # Typed in an old program: the headings have no diacritics.
    return Page(
        "DN-HTX",
        (),
        (),
        ("DANH SACH DIEN HINH TIEN TIEN KHOI DOANH NGHIEP, HOP TAC XA 2021-2023",),
        (
            *(Column("STT", 6), Column("Ten dien hinh", 40), Column("Doi tuong", 10)),
            *(Column("Don vi", 42), Column("Chuc vu", 26), Column("Nam sinh", 8)),
            *(Column("Linh vuc", 20), Column("Ngay phat hien", 13)),
            *(Column("Ngay boi duong", 13), Column("Ngay nhan rong", 13)),
        ),
        rows,
    )
