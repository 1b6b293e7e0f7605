"""The rows behind the figures of a workbook: where each figure's link leads."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from emulation_cli import words
from emulation_cli.documents.links.row_list import RowList, too_long
from emulation_cli.documents.links.rows_behind import Behind
from emulation_cli.render.excel.list_sheet import ListWriter, SheetHead, putter
from emulation_cli.render.excel.table_sheet import head_rows
from emulation_cli.render.labels import column_title
from emulation_cli.render.lists import readable_rows
from emulation_cli.render.name_lists import details_of
from emulation_cli.sheets.writing.workbook_writing import Page, Put
from emulation_cli.tallies.row_lists.list_requests import Cut

# Ordinal, id, name, kind, unit, and what else a list has.
_WIDTHS = (6, 9, 44, 13, 28, 22, 16, 16, 13)


@dataclass
class RowsWriter:
    """Writes the lists behind figures and remembers where their rows are."""

    writer: ListWriter
    behind: Behind
    # Of each list the sheet, and the row of the sheet that each row of the list is on.
    _places: dict[int, tuple[Page, list[int]]] = field(default_factory=dict)

    def link(self, cut: Cut | None) -> str | None:
        """The rows that a figure opens; of a list that was left out, the words that say so."""
        opening = cut and self.behind.openings.get(cut)
        if not opening:
            return None
        page, rows = self._places[opening.number]
        first, end = opening.span
        return page.rows(rows[first], rows[max(end - 1, 0)])

    def write_whole(self, number: int, title: str, head: SheetHead) -> None:
        """The list of a section on a sheet of its own, with all that is known of each row."""
        found = self.behind.lists[number]
        if found.left_out:
            self.write_details([number], title, head)
            return
        page, first = self.writer.write(title, head, found.rows)
        self._places[number] = page, list(range(first, first + len(found.rows.rows)))

    def print_nothing(self) -> None:
        """Let the lists be opened and not printed: they would be hundreds of pages."""
        for page, _rows in self._places.values():
            page.print_nothing()

    def write_details(self, numbers: Iterable[int], title: str, head: SheetHead) -> None:
        """Lists on one sheet, one below the other, with what tells their rows apart."""
        page = self.writer.book.page(title, _WIDTHS, self.writer.speech.say("page"))
        head_rows(page, head.office, head.heading, head.under)
        for number in numbers:
            found = self.behind.lists[number]
            page.across(found.title, "strong")
            self._places[number] = page, list(self._rows(page, found))
            page.write()

    def _rows(self, page: Page, found: RowList) -> Iterator[int]:
        """Write the rows under the lines of their table; gives the row of the sheet of each."""
        if found.left_out:
            yield page.across(too_long(self.writer.speech, found), "note")
            return
        columns, noun = details_of(found.rows), found.rows.noun
        names = [found.rows.columns[i] for i in columns]
        titles = [self.writer.speech.say("ordinal"), *(column_title(noun, n) for n in names)]
        page.write([Put(title, "head") for title in titles])
        cells = zip(
            found.rows.rows, readable_rows(found.rows, self.writer.label, columns), strict=True
        )
        putters = [(i, putter(noun, name)) for i, name in zip(columns, names, strict=True)]
        for line in found.lines.values():
            first, end = line.span
            if found.lined:
                page.across(f"{line.label}: {words.number(end - first)}", "group")
            for ordinal, (row, texts) in enumerate(islice(cells, end - first), start=1):
                puts = [put(row[i], text) for (i, put), text in zip(putters, texts, strict=True)]
                yield page.write([Put(ordinal, "code"), *puts])
