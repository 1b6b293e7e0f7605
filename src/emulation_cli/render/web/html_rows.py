"""The rows behind the figures of the HTML report; each figure's are in an element of their own."""

from collections.abc import Iterator, Sequence
from html import escape

from emulation_cli.documents.links.row_list import LineRows, Span, too_long
from emulation_cli.documents.links.rows_behind import Behind
from emulation_cli.documents.speech import Speech
from emulation_cli.domain.text import safe
from emulation_cli.render.labels import Label, column_title, shown_as
from emulation_cli.render.lists import readable_rows
from emulation_cli.render.name_lists import details_of, names_of
from emulation_cli.tallies.row_lists.list_requests import Cut
from emulation_cli.words import number as written
from emulation_cli.words import say_in

# Rows that are held as they were drawn; in a long register the next ones take their place.
_MOST_DRAWN = 5_000


def text(value: str) -> str:
    """Text that is nothing but text to a browser."""
    return escape(safe(value))


class RowsOnPage:
    """Writes lists, and gives every figure the id of the element that holds exactly its rows."""

    def __init__(self, behind: Behind, speech: Speech, label: Label | None) -> None:
        self.behind, self.speech, self.label = behind, speech, label
        self._drawn: dict[tuple[object, ...], str] = {}

    def id_of(self, cut: Cut | None) -> str | None:
        """Where a figure leads; None if it opens nothing."""
        opening = cut and self.behind.openings.get(cut)
        return self._id(opening.number, opening.span) if opening else None

    def _id(self, number: int, span: Span) -> str:
        first, end = span
        whole = end - first == len(self.behind.lists[number].rows.rows)
        return f"l{number}" if whole or not end else f"l{number}-{first + 1}-{end}"

    def _attribute(self, number: int, span: Span, *around: Span) -> str:
        """The id of an element, unless one around it has the same rows and so the same id."""
        return "" if span in around else f' id="{self._id(number, span)}"'

    def whole(self, number: int) -> Iterator[str]:
        """The list of a section as documents print it, in groups by kind."""
        found = self.behind.lists[number]
        yield f'<div id="l{number}" class=wide>'
        if found.left_out:
            yield f"<p>{text(too_long(self.speech, found))}</p></div>"
            return
        noun, names = found.rows.noun, names_of(found.rows, self.label)
        yield f"<table>{self._head(noun, names.columns)}"
        dated = _dated(noun, names.columns)
        first, all_rows = 0, (0, len(found.rows.rows))
        for kind, members in names.groups:
            span = (first, first + len(members))
            yield f"<tbody{self._attribute(number, span, all_rows)}>"
            if kind is not None:
                group = text(say_in(self.speech.language, f"paper.group.{kind}"))
                yield f"<tr><th class=group colspan={len(names.columns) + 1}>{group}</th></tr>"
            for ordinal, row in enumerate(members, start=1):
                cells = [row[column] for column in names.columns]
                yield self._row(ordinal, dated, cells)
            yield "</tbody>"
            first += len(members)
        yield "</table></div>"

    def details(self, number: int) -> Iterator[str]:
        """A list that is seen only when a figure opens it, with a table for each line."""
        found = self.behind.lists[number]
        yield f'<div id="l{number}" class="behind wide"><h3>{text(found.title)}</h3>'
        if found.left_out:
            yield f"<p>{text(too_long(self.speech, found))}</p></div>"
            return
        columns = details_of(found.rows)
        cells = readable_rows(found.rows, self.label, columns)
        for line in found.lines.values():
            yield from self._line(number, line, [found.rows.columns[i] for i in columns], cells)
        yield f'<p class=back><a href="#{found.section}">↑</a></p></div>'

    def _line(
        self, number: int, line: LineRows, columns: Sequence[str], cells: Iterator[list[str]]
    ) -> Iterator[str]:
        found = self.behind.lists[number]
        all_rows, (first, end) = (0, len(found.rows.rows)), line.span
        yield f"<table{self._attribute(number, line.span, all_rows)}>"
        if found.lined:
            yield f"<caption>{text(line.label)}: {written(end - first)}</caption>"
        yield self._head(found.rows.noun, columns)
        dated = _dated(found.rows.noun, columns)
        for part in line.parts.values():
            yield f"<tbody{self._attribute(number, part, line.span, all_rows)}>"
            for row in range(*part):
                yield self._row(row - first + 1, dated, next(cells))
            yield "</tbody>"
        yield "</table>"

    def _row(self, ordinal: int, dated: frozenset[int], cells: Sequence[str]) -> str:
        """A row; what many figures open is drawn once."""
        key = (dated, *cells)
        inside = self._drawn.get(key)
        if inside is None:
            if len(self._drawn) > _MOST_DRAWN:
                self._drawn.clear()
            self._drawn[key] = inside = "".join(
                f"<td{' class=date' if place in dated else ''}>{text(cell)}</td>"
                for place, cell in enumerate(cells)
            )
        return f"<tr><td class=number>{ordinal}</td>{inside}</tr>"

    def _head(self, noun: str, columns: Sequence[str]) -> str:
        titles = (self.speech.say("ordinal"), *(column_title(noun, one) for one in columns))
        cells = "".join(f"<th scope=col>{text(title)}</th>" for title in titles)
        return f"<thead><tr>{cells}</tr></thead>"


def _dated(noun: str, columns: Sequence[str]) -> frozenset[int]:
    """The places of the columns that hold dates."""
    shown = (shown_as(noun, column) for column in columns)
    return frozenset(place for place, kind in enumerate(shown) if kind == "date")
