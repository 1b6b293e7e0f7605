"""The lists of exemplars: each office lays its own out in its own way."""

from sample_data import exemplar_lists_of_offices as offices
from sample_data.exemplars import CLUSTER, COLLECTIVE, Exemplar, multiplied_later
from sample_data.list_parts import in_sections, month, numbered, short, total, written
from sample_data.paper import PARTY, STATE, Cell, Column, Page, Row

BOARD = ("HUYỆN ỦY CẨM XUYÊN", "BAN DÂN VẬN", "*")
COUNCIL = ("ỦY BAN NHÂN DÂN", "HUYỆN CẨM XUYÊN")


def lists(known: list[Exemplar]) -> dict[str, list[Page]]:
    """File name (without suffix) to its pages."""
    communes = [
        one for one in known if one.unit.group == "commune" and one.unit.name not in CLUSTER
    ]
    by_year = {year: [one for one in communes if one.year == year] for year in (2021, 2022, 2023)}
    return {
        "10-dien-hinh-xa-thi-tran-2021": [_communes_2021(by_year[2021])],
        "11-dien-hinh-xa-thi-tran-2022": [_communes_2022(by_year[2022])],
        "12-dien-hinh-xa-thi-tran-2023": [_communes_2023(by_year[2023])],
        "13-dien-hinh-cum-thi-dua-so-4": [_cluster(known)],
        **offices.lists(known),
        "19-dien-hinh-nhan-rong-nam-2023": [_multiplied(multiplied_later(known))],
    }


def _communes_2021(exemplars: list[Exemplar]) -> Page:
    def cells(one: Exemplar) -> tuple[Cell, ...]:
        return (
            *(one.name, one.birth_year, one.position, one.unit.name, one.field),
            *(one.discovered, one.fostered, one.multiplied),
        )

    return Page(
        "ĐHTT 2021",
        BOARD,
        (*PARTY, "", "Cẩm Xuyên, ngày 06 tháng 12 năm 2021"),
        ("DANH SÁCH ĐIỂN HÌNH TIÊN TIẾN KHỐI XÃ, THỊ TRẤN NĂM 2021",),
        (
            *(Column("STT", 6), Column("Họ và tên/ Tên tập thể", 34), Column("Năm sinh", 9)),
            *(Column("Chức vụ", 30), Column("Đơn vị", 22), Column("Lĩnh vực", 24)),
            *(Column("Ngày phát hiện", 13), Column("Ngày bồi dưỡng", 13)),
            Column("Ngày nhân rộng", 13),
        ),
        in_sections(exemplars, cells),
        total(exemplars),
        ("T/M BAN DÂN VẬN", "PHÓ TRƯỞNG BAN"),
    )


def _communes_2022(exemplars: list[Exemplar]) -> Page:
    rows = numbered(
        exemplars,
        lambda one: (
            *(short(one.unit), one.name, "TT" if one.kind == COLLECTIVE else "CN"),
            *(one.gender, one.birth_year, one.position, one.field),
            *(month(one.discovered), month(one.fostered), month(one.multiplied)),
        ),
    )
    return Page(
        "Năm 2022",
        BOARD,
        (*PARTY, "", "Cẩm Xuyên, ngày 05 tháng 12 năm 2022"),
        (
            "BIỂU TỔNG HỢP ĐIỂN HÌNH TIÊN TIẾN KHỐI XÃ, THỊ TRẤN",
            "Năm 2022",
            "(Kèm theo Báo cáo số 118-BC/BDV ngày 05/12/2022 của Ban Dân vận Huyện ủy)",
        ),
        (
            *(Column("TT", 5), Column("Đơn vị", 22), Column("Tên điển hình tiên tiến", 32)),
            *(Column("Đối tượng", 9), Column("Giới tính", 8), Column("Năm sinh", 8)),
            *(Column("Chức vụ", 28), Column("Lĩnh vực", 22)),
            *(Column("Thời gian phát hiện", 11), Column("Thời gian bồi dưỡng", 11)),
            Column("Thời gian nhân rộng", 11),
        ),
        rows,
        total(exemplars),
        ("T/M BAN DÂN VẬN", "TRƯỞNG BAN"),
    )


def _communes_2023(exemplars: list[Exemplar]) -> Page:
    rows = numbered(
        exemplars,
        lambda one: (
            *(one.name, one.kind, one.birth_year, one.position, one.unit.name, one.field),
            *(written(one.discovered), written(one.fostered), written(one.multiplied)),
        ),
    )
    return Page(
        "Sheet1",
        (),
        (),
        (
            "DANH SÁCH ĐIỂN HÌNH TIÊN TIẾN CÁC XÃ, THỊ TRẤN 9 THÁNG ĐẦU NĂM 2023",
            "(Số liệu tính đến ngày 15/9/2023)",
        ),
        (
            *(Column("STT", 6), Column("TÊN ĐIỂN HÌNH", 34), Column("LOẠI", 10)),
            *(Column("NĂM SINH", 9), Column("CHỨC VỤ", 30), Column("ĐƠN VỊ", 22)),
            *(Column("LĨNH VỰC", 24), Column("NGÀY PHÁT HIỆN", 13)),
            *(Column("NGÀY BỒI DƯỠNG", 13), Column("NGÀY NHÂN RỘNG", 13)),
        ),
        rows,
        total(exemplars),
        ("T/M BAN DÂN VẬN", "TRƯỞNG BAN"),
    )


def _cluster(known: list[Exemplar]) -> Page:
    exemplars = [one for one in known if one.unit.name in CLUSTER]
    rows: list[Row] = []
    for name in CLUSTER:
        of_unit = [one for one in exemplars if one.unit.name == name]
        rows.append(name)
        rows += numbered(
            of_unit,
            lambda one: (
                *(one.name, one.kind, one.position, one.birth_year, one.field),
                *(written(one.discovered), written(one.fostered), written(one.multiplied)),
            ),
        )
    return Page(
        "Cụm số 4",
        ("CỤM THI ĐUA SỐ 4",),
        (*STATE, "Cẩm Duệ, ngày 18 tháng 9 năm 2023"),
        ("DANH SÁCH ĐIỂN HÌNH TIÊN TIẾN GIAI ĐOẠN 2021 - 2023",),
        (
            *(Column("Số TT", 6), Column("Tên tập thể, cá nhân", 36), Column("Đối tượng", 11)),
            *(Column("Chức vụ", 32), Column("Năm sinh", 9), Column("Lĩnh vực", 25)),
            *(Column("Ngày phát hiện", 13), Column("Ngày bồi dưỡng", 13)),
            Column("Ngày nhân rộng", 13),
        ),
        rows,
        total(exemplars),
        ("TM. CỤM THI ĐUA", "CỤM TRƯỞNG"),
    )


def _multiplied(exemplars: list[Exemplar]) -> Page:
    rows = numbered(
        exemplars,
        lambda one: (
            *(one.name, one.kind, one.birth_year, short(one.unit), one.field),
            month(one.multiplied),
        ),
    )
    return Page(
        "Nhân rộng 2023",
        COUNCIL,
        (*STATE, "Cẩm Xuyên, ngày 20 tháng 9 năm 2023"),
        (
            "DANH SÁCH ĐIỂN HÌNH TIÊN TIẾN CÁC XÃ, THỊ TRẤN ĐƯỢC NHÂN RỘNG NĂM 2023",
            "(Các điển hình đã được phát hiện trong năm 2021, 2022)",
        ),
        (
            *(Column("STT", 6), Column("Tên điển hình", 36), Column("Đối tượng", 11)),
            *(Column("Năm sinh", 9), Column("Đơn vị", 24), Column("Lĩnh vực", 24)),
            Column("Thời gian nhân rộng", 13),
        ),
        rows,
        total(exemplars),
        ("TM. HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG", "THƯỜNG TRỰC HỘI ĐỒNG"),
    )
