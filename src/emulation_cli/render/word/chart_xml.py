"""A bar chart as DrawingML, with its numbers inside: a document needs no workbook beside it."""

from collections.abc import Sequence
from xml.sax.saxutils import escape

from emulation_cli.domain.text import safe

_COLOURS = ("8FAADC", "F8E3B5", "A9D18E", "E7E6E6")  # black numbers are read on each of them
_NAMESPACES = (
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)
_FONT = (
    '<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="1100"><a:latin typeface="Times New Roman"/>'
    "</a:defRPr></a:pPr><a:endParaRPr/></a:p></c:txPr>"
)
_OVERLAP = '<c:overlap val="100"/>'
_SHOWN = (
    f"<c:dLbls>{_FONT}"
    '<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/>'
    '<c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>'
)


def bar_chart(labels: Sequence[str], series: Sequence[tuple[str, Sequence[int]]]) -> str:
    """Lying bars, the first label on top; several series are parts of one whole."""
    several = len(series) > 1
    bars = "".join(_series(i, name, labels, values) for i, (name, values) in enumerate(series))
    legend = f'<c:legend><c:legendPos val="b"/><c:overlay val="0"/>{_FONT}</c:legend>'
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><c:chartSpace {_NAMESPACES}>'
        '<c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>'
        '<c:barChart><c:barDir val="bar"/>'
        f'<c:grouping val="{"stacked" if several else "clustered"}"/><c:varyColors val="0"/>'
        f'{bars}<c:gapWidth val="60"/>{_OVERLAP if several else ""}'
        '<c:axId val="1"/><c:axId val="2"/></c:barChart>'
        f"{_axes()}</c:plotArea>{legend if several else ''}"
        '<c:plotVisOnly val="1"/></c:chart></c:chartSpace>'
    )


def _series(number: int, name: str, labels: Sequence[str], values: Sequence[int]) -> str:
    colour = _COLOURS[number % len(_COLOURS)]
    return (
        f'<c:ser><c:idx val="{number}"/><c:order val="{number}"/>'
        f"<c:tx><c:v>{escape(safe(name))}</c:v></c:tx>"
        f'<c:spPr><a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'
        '<a:ln w="6350"><a:solidFill><a:srgbClr val="404040"/></a:solidFill></a:ln></c:spPr>'
        f'<c:invertIfNegative val="0"/>{_SHOWN}'
        f"<c:cat><c:strLit>{_points(labels)}</c:strLit></c:cat>"
        f"<c:val><c:numLit>{_points([str(value) for value in values])}</c:numLit></c:val></c:ser>"
    )


def _points(texts: Sequence[str]) -> str:
    points = "".join(
        f'<c:pt idx="{i}"><c:v>{escape(safe(text))}</c:v></c:pt>' for i, text in enumerate(texts)
    )
    return f'<c:ptCount val="{len(texts)}"/>{points}'


def _axes() -> str:
    return (
        '<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="maxMin"/></c:scaling>'
        '<c:delete val="0"/><c:axPos val="l"/><c:majorTickMark val="none"/>'
        f'<c:minorTickMark val="none"/><c:tickLblPos val="low"/>{_FONT}'
        '<c:crossAx val="2"/></c:catAx>'
        '<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/><c:min val="0"/>'
        '</c:scaling><c:delete val="1"/><c:axPos val="t"/><c:majorTickMark val="none"/>'
        '<c:minorTickMark val="none"/><c:tickLblPos val="none"/><c:crossAx val="1"/></c:valAx>'
    )
