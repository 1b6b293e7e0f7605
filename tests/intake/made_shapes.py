"""Further shapes of made lists: years and forms as columns, «Ông | Bà», typed without diacritics."""

import unicodedata
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from made_facts import Fact
from made_layout import MadeColumn
from made_pages import Page

if TYPE_CHECKING:
    from made_drawing import Maker

_YEARS = (2021, 2022, 2023)
_STATES = (
    ("x", "x"), ("ĐK mới", "Duy trì"), ("Mới", "Tiếp tục"), ("Đăng ký mới", "Tiếp tục thực hiện"),
)  # fmt: skip
_OF_FORMS = ("Hình thức khen thưởng", "Danh hiệu, hình thức", "Khen thưởng")


def add(maker: "Maker") -> None:
    """Give the list some of them; what it tells stays what a careful reader records."""
    maker.plain = False
    _years_of_models(maker)
    _years_of_honours(maker) or _forms_as_columns(maker)
    _gendered_names(maker)
    maker.plain = maker.trait("typed without diacritics", 0.06)


def _years_of_models(maker: "Maker") -> None:
    years = _those(maker, ("year",))
    if maker.register != "models" or not years or not maker.trait("years as columns", 0.35):
        return
    first = maker.columns.index(years[0])
    new, kept = maker.rng.choice(_STATES)
    states = [] if new == "x" else ["status"]
    over = maker.rng.choice(((), ("Năm",), ("Đăng ký",)))
    heads = maker.rng.choice(("{}", "Năm {}"))
    made = [
        MadeColumn((*over, heads.format(year)), _if(_is_of(year), new, kept), ("year", *states))
        for year in _YEARS
    ]
    maker.columns[first : first + 1] = made
    for column in _those(maker, ("status",)):
        maker.columns.remove(column)


def _years_of_honours(maker: "Maker") -> bool:
    """«Năm 2021 > Hình thức | Số, ngày QĐ», the same beside it for each year."""
    forms = _those(maker, ("form",))
    joint = _those(maker, ("decision_number", "decision_date"))
    fits = maker.register == "honours" and forms and joint and not maker.goes_on
    if not fits or not maker.trait("years as groups of columns", 0.5):
        return False
    shown, papers = forms[0].cell, joint[0].cell
    for column in (forms[0], joint[0]):
        maker.columns.remove(column)
    for year in _YEARS:
        over = f"Khen thưởng năm {year}"
        own = _of_year(year)
        maker.columns += [
            MadeColumn((over, "Hình thức"), _shown(own, shown), ("form",)),
            MadeColumn((over, "Số, ngày QĐ"), _shown(own, papers), joint[0].tells),
        ]
    return True


def _forms_as_columns(maker: "Maker") -> None:
    forms = _those(maker, ("form",))
    paid = any("amount" in column.tells for column in maker.columns)
    fits = maker.register == "honours" and forms and not paid and not maker.goes_on
    if not fits or not maker.trait("forms as columns", 0.2):
        return
    first = maker.columns.index(forms[0])
    names = sorted({fact["form"] for fact in maker.facts})
    over, sign = maker.rng.choice(_OF_FORMS), maker.rng.choice("xX✓")
    maker.columns[first : first + 1] = [
        MadeColumn((over, name), _shown(_has_form(name), lambda _f: sign), ("form",), "mark")
        for name in names
    ]


def _gendered_names(maker: "Maker") -> None:
    """«Họ và tên > Ông | Bà», a name under one of them."""
    names = [column for column in maker.columns if column.role == "name"]
    alone = {fact["kind"] for fact in maker.facts} == {"individual"} and len(names) == 1
    whole = alone and len(names[0].tells) == 1 and not maker.together
    if not whole or any(c.heading == ("Tên",) for c in maker.columns):
        return
    if not maker.trait("names under «Ông | Bà»", 0.25):
        return
    first = maker.columns.index(names[0])
    heads = maker.rng.choice((("Ông", "Bà"), ("Nam", "Nữ")))
    maker.columns[first : first + 1] = [
        MadeColumn(("Họ và tên", head), _shown(_has_gender(gender), _written), tells, "name")
        for head, gender in zip(heads, ("male", "female"), strict=True)
        for tells in [(*names[0].tells, "gender")]
    ]


def type_plainly(pages: list[Page]) -> None:
    """Every text as a keyboard without Vietnamese types it."""
    for page in pages:
        page.rows = [[without_marks(c) for c in row] for row in page.rows]


def without_marks(cell: Any) -> Any:
    if not isinstance(cell, str):
        return cell
    apart = unicodedata.normalize("NFD", cell.replace("đ", "d").replace("Đ", "D"))
    return "".join(c for c in apart if not unicodedata.combining(c))


def _those(maker: "Maker", tells: tuple[str, ...]) -> list[MadeColumn]:
    return [c for c in maker.columns if c.tells == tells and c.role != "mark"]


def _is_of(year: int) -> Callable[[Fact], bool]:
    return lambda fact: fact["year"] == year


def _of_year(year: int) -> Callable[[Fact], bool]:
    return lambda fact: fact["decision_date"].startswith(str(year))


def _has_form(name: str) -> Callable[[Fact], bool]:
    return lambda fact: fact["form"] == name


def _has_gender(gender: str) -> Callable[[Fact], bool]:
    return lambda fact: fact["gender"] == gender


def _written(fact: Fact) -> str:
    return fact.written


def _shown(where: Callable[[Fact], bool], cell: Callable[[Fact], Any]) -> Callable[[Fact], Any]:
    return lambda fact: cell(fact) if where(fact) else ""


def _if(where: Callable[[Fact], bool], new: str, kept: str) -> Callable[[Fact], Any]:
    return lambda fact: (new if fact["status"] == "new" else kept) if where(fact) else ""
