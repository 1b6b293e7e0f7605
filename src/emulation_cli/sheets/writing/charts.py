"""Bar charts, readable in black and white too."""

from collections.abc import Sequence
from typing import Any

from openpyxl.chart import BarChart, Reference, Series
from openpyxl.chart.data_source import StrRef
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.series import SeriesLabel
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.drawing.line import LineProperties

_COLOURS = ("8FAADC", "F8E3B5", "A9D18E", "E7E6E6")  # black numbers are read on each of them
_HEIGHT_OF_A_BAR, _HEIGHT_OF_THE_REST = 0.75, 3.5  # centimetres


def bar_chart(sheet: Any, head: int, rows: tuple[int, int], columns: Sequence[int]) -> Any:
    """Bars that lie, so that long labels can be read; the first row on top."""
    chart = BarChart()
    chart.type = "bar"
    chart.grouping = "stacked" if len(columns) > 1 else "clustered"
    chart.overlap = 100 if len(columns) > 1 else None
    chart.gapWidth = 60
    for number, column in enumerate(columns):
        names = Reference(sheet, min_col=column, min_row=head)
        values = Reference(sheet, min_col=column, min_row=rows[0], max_row=rows[1])
        chart.series.append(_series(values, names, _COLOURS[number % len(_COLOURS)]))
    chart.set_categories(Reference(sheet, min_col=2, min_row=rows[0], max_row=rows[1]))
    _axes(chart, legend=len(columns) > 1)
    chart.width = 22.5
    chart.height = _HEIGHT_OF_THE_REST + _HEIGHT_OF_A_BAR * (rows[1] - rows[0] + 1)
    return chart


def _series(values: Any, names: Any, colour: str) -> Any:
    series = Series(values)
    series.tx = SeriesLabel(strRef=StrRef(str(names)))
    series.graphicalProperties = GraphicalProperties(solidFill=colour)
    series.graphicalProperties.line = LineProperties(solidFill="404040", w=6350)
    return series


def _axes(chart: Any, *, legend: bool) -> None:
    chart.x_axis.scaling.orientation = "maxMin"
    chart.y_axis.scaling.min = 0
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
