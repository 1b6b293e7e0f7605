"""Which models were recognised, at which level, and which were taken up elsewhere, 2018-2023."""

from datetime import date
from random import Random

from sample_data.district import ALL_UNITS, communes_in
from sample_data.list_parts import numbered
from sample_data.model_lists import BOARD, FIELDS, SIGNED
from sample_data.models import Model
from sample_data.paper import PARTY, Column, Page

GRASSROOTS, DISTRICT = "Cấp cơ sở", "Cấp huyện"
# Of ten models about seven are recognised by their own unit, of these two by the district.
_RECOGNISED, _ALSO_BY_DISTRICT, _REPLICATED = 0.7, 0.28, 0.08
_LAST_YEAR = 2023


def list_of(models: list[Model]) -> list[Page]:
    """The workbook of the mass-mobilisation commission: recognised models, then replicated ones."""
    ordered = sorted(models, key=lambda model: (model.years[-1], ALL_UNITS.index(model.unit)))
    chance = Random("recognitions")
    chosen = [model for model in ordered if chance.random() < _RECOGNISED]
    recognised = [
        (model, level)
        for model in chosen
        for level in (GRASSROOTS, *([DISTRICT] if chance.random() < _ALSO_BY_DISTRICT else []))
    ]
    replicated = [
        model for model in chosen if model.unit.group == "commune" and chance.random() < _REPLICATED
    ]
    return [_recognised(recognised), _replicated(replicated, chance)]


def _recognised(rows: list[tuple[Model, str]]) -> Page:
    days = {GRASSROOTS: (12, 5), DISTRICT: (12, 18)}
    return _page(
        "Công nhận",
        "DANH SÁCH MÔ HÌNH «DÂN VẬN KHÉO» ĐƯỢC CÔNG NHẬN",
        (Column("Ngày công nhận", 13), Column("Cấp công nhận", 14)),
        [(model, (date(model.years[-1], *days[level]), level)) for model, level in rows],
    )


def _replicated(models: list[Model], chance: Random) -> Page:
    """By another commune, in the year in which the model was last registered."""
    rows = []
    for model in models:
        year = min(model.years[-1], _LAST_YEAR)
        others = [unit for unit in communes_in(year) if unit != model.unit]
        rows.append((model, (date(year, 12, 22), chance.choice(others).name)))
    return _page(
        "Nhân rộng",
        "DANH SÁCH MÔ HÌNH «DÂN VẬN KHÉO» ĐƯỢC NHÂN RỘNG",
        (Column("Ngày nhân rộng mô hình", 13), Column("Đơn vị nhân rộng mô hình", 26)),
        rows,
    )


def _page(
    sheet: str,
    title: str,
    columns: tuple[Column, Column],
    rows: list[tuple[Model, tuple[date, str]]],
) -> Page:
    cells = numbered(
        rows,
        lambda row: (
            *(row[0].name, row[0].unit.name, FIELDS[row[0].field]),
            *(row[0].kind, row[0].years[-1], *row[1]),
        ),
    )
    return Page(
        sheet,
        BOARD,
        (*PARTY, "", "Cẩm Xuyên, ngày 25 tháng 12 năm 2023"),
        (title, "Giai đoạn 2018 - 2023"),
        (
            *(Column("STT", 6), Column("Tên mô hình", 52), Column("Đơn vị", 40)),
            *(Column("Lĩnh vực", 26), Column("Đối tượng", 11), Column("Năm đăng ký", 10)),
            *columns,
        ),
        cells,
        f"Cộng: {len(rows)} lượt mô hình",
        SIGNED,
    )
