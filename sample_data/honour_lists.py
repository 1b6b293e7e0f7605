"""The lists of honours: praise, annexes of decisions, and those of 04/10/2023."""

from sample_data import conferences, decisions
from sample_data.conferences import Conference
from sample_data.decisions import Decision
from sample_data.exemplars import INDIVIDUAL, Exemplar
from sample_data.honours import Honour
from sample_data.list_parts import by_kind, ditto, honorific, in_sections, numbered, total, written
from sample_data.model_lists import FIELDS
from sample_data.models import Model
from sample_data.paper import PARTY, STATE, Cell, Column, Page

COUNCIL = ("ỦY BAN NHÂN DÂN", "HUYỆN CẨM XUYÊN")
DAY = conferences.OCTOBER.day
LETTERHEADS = {
    decisions.CHAIRMAN: (COUNCIL, STATE),
    decisions.PROVINCE: (("ỦY BAN NHÂN DÂN", "TỈNH HÀ TĨNH"), STATE),
    decisions.PARTY: (("HUYỆN ỦY CẨM XUYÊN", "*"), PARTY),
    decisions.YOUTH: (("HUYỆN ĐOÀN CẨM XUYÊN", "BAN THƯỜNG VỤ"), STATE),
    decisions.FARMERS: (("HỘI NÔNG DÂN VIỆT NAM", "HUYỆN CẨM XUYÊN"), STATE),
}


def lists(
    given: list[Honour], exemplars: list[Exemplar], models: list[Model]
) -> dict[str, list[Page]]:
    """File name (without suffix) to its pages."""
    files: dict[str, list[Page]] = {}
    for number, year in enumerate((2021, 2022, 2023)):
        praised = [one for one in given if one.conference.day.year == year and not one.decision]
        files[f"3{number}-bieu-duong-tai-cac-hoi-nghi-{year}"] = [_praised(praised, year)]
    for number, year in enumerate((2021, 2022, 2023), 3):
        files[f"3{number}-khen-thuong-kem-quyet-dinh-{year}"] = [
            _annex(decision, [one for one in given if one.decision is decision])
            for conference in conferences.REVIEWS
            for decision in conference.decisions
            if decision.signed.year == year
        ]
    files["36-ton-vinh-dien-hinh-04-10-2023"] = [_honoured_exemplars(exemplars)]
    files["37-ton-vinh-mo-hinh-04-10-2023"] = [_honoured_models(models)]
    return files


def _praised(given: list[Honour], year: int) -> Page:
    rows = numbered(
        given,
        lambda one: (
            *(one.recipient.name, one.recipient.kind, one.recipient.birth_year),
            *(one.recipient.position, one.recipient.unit.name, "Biểu dương"),
            *(one.conference.name, one.conference.day),
        ),
    )
    # One clerk wrote the same conference again and again, the next one did not.
    rows = ditto(rows, (7, 8)) if year == 2022 else rows
    return Page(
        f"Biểu dương {year}",
        ("HUYỆN ỦY CẨM XUYÊN", "BAN DÂN VẬN", "*"),
        PARTY,
        (
            "DANH SÁCH TẬP THỂ, CÁ NHÂN ĐƯỢC BIỂU DƯƠNG",
            f"tại các hội nghị sơ kết, tổng kết năm {year}",
        ),
        (
            *(Column("STT", 6), Column("Họ và tên/ Tên tập thể", 36), Column("Đối tượng", 10)),
            *(Column("Năm sinh", 9), Column("Chức vụ", 30), Column("Đơn vị", 34)),
            *(Column("Hình thức ghi nhận", 13), Column("Hội nghị", 50)),
            Column("Ngày", 13),
        ),
        rows,
        total([one.recipient for one in given], "lượt"),
        ("T/M BAN DÂN VẬN", "TRƯỞNG BAN"),
    )


def _conference(decision: Decision) -> Conference:
    return next(one for one in conferences.REVIEWS if decision in one.decisions)


def _annex(decision: Decision, given: list[Honour]) -> Page:
    """The list that a decision names «có danh sách kèm theo»."""
    conference = _conference(decision)
    by_recipient = {one.recipient: one for one in given}

    def cells(one: Exemplar) -> tuple[Cell, ...]:
        honour = by_recipient[one]
        return (
            *(honorific(one), one.birth_year, one.position, one.unit.name, honour.form),
            *(honour.amount, decision.number, written(decision.signed), conference.name),
        )

    left, right = LETTERHEADS[decision.body]
    day = decision.signed
    return Page(
        f"QĐ {decision.number.replace('/', '-')}",
        left,
        right,
        (
            "DANH SÁCH TẬP THỂ, CÁ NHÂN ĐƯỢC KHEN THƯỞNG",
            decision.abstract,
            f"(Kèm theo Quyết định số {decision.number} ngày {day:%d/%m/%Y} của {decision.body})",
        ),
        (
            *(Column("STT", 6), Column("Họ và tên/ Tên tập thể", 36), Column("Năm sinh", 9)),
            *(Column("Chức vụ", 30), Column("Đơn vị", 34)),
            *(Column("Hình thức khen thưởng", 18), Column("Tiền thưởng (đồng)", 12)),
            *(Column("Số quyết định", 16), Column("Ngày quyết định", 12)),
            Column("Hội nghị", 46),
        ),
        in_sections([one.recipient for one in given], cells),
        "Tổng cộng: " + by_kind([one.recipient for one in given]),
    )


def _honoured_exemplars(exemplars: list[Exemplar]) -> Page:
    def cells(one: Exemplar) -> tuple[Cell, ...]:
        return (
            *(honorific(one) if one.kind == INDIVIDUAL else one.name, one.birth_year),
            *(one.position, one.unit.name, one.field),
            *("Tôn vinh", conferences.OCTOBER.name, DAY),
        )

    return Page(
        "Điển hình",
        COUNCIL,
        (*STATE, "Cẩm Xuyên, ngày 04 tháng 10 năm 2023"),
        (
            "DANH SÁCH ĐIỂN HÌNH TIÊN TIẾN ĐƯỢC TÔN VINH",
            "tại Hội nghị ngày 04 tháng 10 năm 2023",
        ),
        (
            *(Column("STT", 6), Column("Họ và tên/ Tên tập thể", 36), Column("Năm sinh", 9)),
            *(Column("Chức vụ", 30), Column("Đơn vị", 34), Column("Lĩnh vực", 24)),
            *(Column("Hình thức ghi nhận", 13), Column("Hội nghị", 46), Column("Ngày", 13)),
        ),
        in_sections(exemplars, cells),
        total(exemplars),
        ("TM. BAN TỔ CHỨC", "TRƯỞNG BAN"),
    )


def _honoured_models(models: list[Model]) -> Page:
    rows = numbered(
        models,
        lambda model: (
            *(model.name, model.kind, model.unit.name, FIELDS[model.field]),
            *("Tôn vinh", conferences.OCTOBER.name, DAY),
        ),
    )
    return Page(
        "Mô hình",
        COUNCIL,
        (*STATE, "Cẩm Xuyên, ngày 04 tháng 10 năm 2023"),
        (
            "DANH SÁCH MÔ HÌNH «DÂN VẬN KHÉO» GIAI ĐOẠN 2018 - 2023 ĐƯỢC TÔN VINH",
            "tại Hội nghị ngày 04 tháng 10 năm 2023",
        ),
        (
            *(Column("STT", 6), Column("Tên mô hình", 48), Column("Đối tượng", 11)),
            *(Column("Đơn vị", 40), Column("Lĩnh vực", 26), Column("Hình thức ghi nhận", 13)),
            *(Column("Hội nghị", 46), Column("Ngày", 13)),
        ),
        rows,
        f"Tổng cộng: {len(models)} mô hình",
        ("TM. BAN TỔ CHỨC", "TRƯỞNG BAN"),
    )
