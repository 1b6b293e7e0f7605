"""Bar charts, readable in black and white too."""

from collections.abc import Sequence
from typing import Any

from openpyxl.chart import BarChart, Reference
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.shapes import GraphicalProperties

_COLOURS = ("1F4E79", "9DC3E6", "F4B183", "A6A6A6")
_HEIGHT_OF_A_BAR, _HEIGHT_OF_THE_REST = 0.75, 3.5  # centimetres


def bar_chart(
    sheet: Any, title: str, head: int, rows: tuple[int, int], columns: Sequence[int]
) -> Any:
    """Bars that lie, so that long labels can be read; the first row on top."""
    chart = BarChart()
    chart.type = "bar"
    chart.title = title
    chart.grouping = "stacked" if len(columns) > 1 else "clustered"
    chart.overlap = 100 if len(columns) > 1 else None
    chart.gapWidth = 60
    for number, column in enumerate(columns):
        names = Reference(sheet, min_col=column, min_row=head)
        values = Reference(sheet, min_col=column, min_row=rows[0], max_row=rows[1])
        chart.series.append(_series(values, names, _COLOURS[number % len(_COLOURS)]))
    chart.set_categories(Reference(sheet, min_col=2, min_row=rows[0], max_row=rows[1]))
    _axes(chart, legend=len(columns) > 1)
    chart.width = 24
    chart.height = _HEIGHT_OF_THE_REST + _HEIGHT_OF_A_BAR * (rows[1] - rows[0] + 1)
    return chart


def _series(values: Any, names: Any, colour: str) -> Any:
    from openpyxl.chart import Series
    from openpyxl.chart.data_source import StrRef
    from openpyxl.chart.series import SeriesLabel

    series = Series(values)
    series.tx = SeriesLabel(strRef=StrRef(str(names)))
    series.graphicalProperties = GraphicalProperties(solidFill=colour)
    return series


def _axes(chart: Any, *, legend: bool) -> None:
    chart.x_axis.scaling.orientation = "maxMin"
    chart.x_axis.delete = chart.y_axis.delete = False
    chart.y_axis.majorGridlines = None
    chart.y_axis.numFmt = "#,##0"
    chart.dataLabels = DataLabelList(showVal=True)
    for part in ("showSerName", "showCatName", "showLegendKey", "showPercent"):
        setattr(chart.dataLabels, part, False)
    if legend:
        chart.legend.position = "b"
    else:
        chart.legend = None
