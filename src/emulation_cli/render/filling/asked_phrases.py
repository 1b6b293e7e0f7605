"""A phrase that a marked place may ask for, and those of a table, a list and a record."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from emulation_cli import words
from emulation_cli.documents.document import Table
from emulation_cli.documents.speech import Speech, running
from emulation_cli.domain.text import fold, nearest
from emulation_cli.render.labels import Label, column_title
from emulation_cli.render.name_lists import names_of
from emulation_cli.render.text_tables import row_cells
from emulation_cli.tallies.measures.specifications import KINDS
from emulation_cli.tallies.row_lists.listings import Listing


@dataclass(frozen=True)
class Phrase:
    """One thing that may be asked for: its words, and what stands in its place.

    A `value` is a text; `rows` are the texts of a list, one for each record, and `of` names the
    list; a `table` is one whole, the last line of a `summed` one its sum. `number` is the value
    where it is one.
    An `other_name` asks for what has a name already.
    """

    text: str
    value: str = ""
    number: int | None = None
    rows: tuple[str, ...] | None = None
    of: str = ""
    table: tuple[tuple[str, ...], ...] | None = None
    other_name: bool = False
    summed: bool = False

    def at(self, row: int) -> str:
        """What stands in its place, in a row of a list."""
        if self.rows is None:
            return self.value
        return self.rows[row] if row < len(self.rows) else ""


def key_of(text: str) -> str:
    """What phrases are compared by: no case, no marks, no quotation marks, plain blanks."""
    plain = re.sub(r"[«»“”\"'‘’]", "", fold(text))
    plain = re.sub(r"[\s_]+", " ", plain)
    return re.sub(r"\s*\.\s*", ".", plain).strip(" .:;")


def nearest_phrases(text: str, phrases: Iterable[Phrase], count: int = 3) -> list[str]:
    """The phrases that look most like one that is not there."""
    every = {key_of(phrase.text): phrase.text for phrase in phrases}
    found = nearest(key_of(text), every, count, whole=True, least=0)
    return [every[key] for key in found]


def table_phrases(language: str, table: Table) -> Iterator[Phrase]:
    """A table as one whole, and each of its cells: «theo lĩnh vực.Y tế.Tập thể»."""
    cells = tuple(tuple(row_cells(language, table, row)) for row in table.members)
    head = (table.head, *(column.title for column in table.columns))
    yield Phrase(table.title, table=(head, *cells), summed=table.total is not None)
    for row, texts in zip(table.members, cells, strict=True):
        for place, column in enumerate(table.columns):
            value = row.values[place]
            number = value if isinstance(value, int) else None
            said = f"{table.title}.{row.label.strip()}"
            text = texts[place + 1]
            if place == 0:
                yield Phrase(said, text, number)
            yield Phrase(f"{said}.{column.title}", text, number, other_name=place == 0)


def list_phrases(
    speech: Speech, listing: Listing, label: Label | None, heads: Sequence[str], of: str
) -> Iterator[Phrase]:
    """Each column of a list, and of those of one kind in it; the first of `heads` is the usual."""
    kinds: list[str | None] = [None]
    if "kind" in listing.columns:
        place = listing.columns.index("kind")
        kinds += [kind for kind in KINDS if any(row[place] == kind for row in listing.rows)]
    for kind in kinds:
        name = words.say_in(speech.language, "filling.list")
        if kind:
            name += f" {running(speech.measure(kind))}"
        for title, texts, usual in _texts(speech, listing, label, kind):
            for place, head in enumerate(heads):
                said, of_kind = f"{head}.{name}.{title}", f"{of}.{kind or ''}"
                other = not usual or place > 0
                yield Phrase(said, rows=texts, of=of_kind, other_name=other)


def _texts(
    speech: Speech, listing: Listing, label: Label | None, kind: str | None
) -> Iterator[tuple[str, tuple[str, ...], bool]]:
    """The columns of a list with their titles, and whether papers show them."""
    order = names_of(listing, label)
    rows = [row for code, group in order.groups for row in group if kind in (None, code)]
    yield speech.say("ordinal"), tuple(str(n) for n in range(1, len(rows) + 1)), True
    for column in listing.columns:
        texts = tuple(row[column] or "" for row in rows)
        yield column_title(listing.noun, column), texts, column in order.columns


def record_phrases(listing: Listing, label: Label | None, head: str) -> Iterator[Phrase]:
    """Each field of the one record of a list."""
    order = names_of(listing, label)
    for row in (row for _, group in order.groups for row in group):
        for column in listing.columns:
            said = f"{head}.{column_title(listing.noun, column)}"
            yield Phrase(said, row[column] or "", other_name=column not in order.columns)
