"""How cells look: fonts, frames, and formats of numbers and dates."""

from typing import Any

from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side

FONT = "Times New Roman"
_THIN = Side(style="thin")
_BOX = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_SHADE = PatternFill("solid", fgColor="E7E6E6")
_PINK = PatternFill("solid", fgColor="F8CBAD")


def _style(
    name: str,
    *,
    size: int = 12,
    bold: bool = False,
    italic: bool = False,
    across: str = "left",
    boxed: bool = False,
    shaded: bool = False,
    fill: PatternFill | None = None,
    number: str = "General",
    color: str = "000000",
) -> NamedStyle:
    return NamedStyle(
        name=f"emul {name}",
        font=Font(name=FONT, size=size, bold=bold, italic=italic, color=color),
        alignment=Alignment(
            horizontal=across,
            vertical="center" if boxed or size > 12 else "top",
            wrap_text=number == "General",
            indent=1 if boxed and across != "center" else 0,
        ),
        border=_BOX if boxed else Border(),
        fill=fill or (_SHADE if shaded else PatternFill()),
        number_format=number,
    )


_NUMBER, _DATE = "#,##0", "dd/mm/yyyy"


def looks() -> dict[str, NamedStyle]:
    """The looks that a cell may have, by name; in a workbook they are called «emul NAME»."""
    boxed: dict[str, Any] = {"boxed": True}
    return {
        "plain": _style("plain"),
        "strong": _style("strong", bold=True),
        "note": _style("note", italic=True),
        "centre": _style("centre", across="center"),
        "centre note": _style("centre note", italic=True, across="center"),
        "centre strong": _style("centre strong", bold=True, across="center"),
        "title": _style("title", size=14, bold=True, across="center"),
        "head": _style("head", bold=True, across="center", shaded=True, **boxed),
        "text": _style("text", **boxed),
        "code": _style("code", across="center", **boxed),
        "number": _style("number", across="right", number=_NUMBER, **boxed),
        "year": _style("year", across="center", number="0", **boxed),
        "date": _style("date", across="center", number=_DATE, **boxed),
        "group": _style("group", bold=True, shaded=True, **boxed),
        "wrong": _style("wrong", fill=_PINK, **boxed),
        "total": _style("total", bold=True, **boxed),
        "total number": _style("total number", bold=True, across="right", number=_NUMBER, **boxed),
    }
