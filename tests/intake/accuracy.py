"""How much of the made lists is read right, as sent and in other clothes.

    python tests/intake/accuracy.py

Prints the tables of docs/importing.md: for each difficulty the records found in their rows and
the fields with exactly the right value, over all lists of tests/lists together; and the same for
each kind of difficulty in tests/intake/clothes.
"""

import json
import sys
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from clothes import MadeList, all_lists
from lookup import LISTS, lookup
from test_lists import rows_of, same

from emulation_cli.domain.text import fold
from emulation_cli.intake import Hints, read_lists
from emulation_cli.sheets import Merge, Sheet, Workbook, read

Change = Callable[[Sheet, range], Sheet]


def _on_text(change: Callable[[str], str], where: str) -> Change:
    """Change the texts of the header, of the records below it, or of all cells."""

    def changed(sheet: Sheet, header: range) -> Sheet:
        def touched(number: int) -> bool:
            return {"header": number in header, "records": number > header[-1]}.get(where, True)

        rows = [
            [change(cell) if isinstance(cell, str) and touched(n) else cell for cell in row]
            for n, row in enumerate(sheet.rows)
        ]
        return replace(sheet, rows=rows)

    return changed


def _without_a_letter(text: str) -> str:
    """One typing slip: a letter in the middle of the longest word is missing."""
    word = max(text.split() or [""], key=len)
    middle = len(word) // 2
    return text.replace(word, word[:middle] + word[middle + 1 :], 1) if len(word) > 4 else text


def _another_column(sheet: Sheet, header: range) -> Sheet:
    """A column of the sender's own stands in front; everything moves to the right."""
    rows = []
    for number, row in enumerate(sheet.rows):
        of_record = number > header[-1] and sum(cell not in ("", None) for cell in row) > 2
        code = f"HS-{number}" if of_record else ""
        rows.append(["Mã hồ sơ" if number == header[0] else code, *row])
    merges = tuple(Merge(m.top, m.left + 1, m.bottom, m.right + 1) for m in sheet.merges)
    fonts = {(row, column + 1): font for (row, column), font in sheet.fonts.items()}
    return replace(sheet, rows=rows, merges=merges, fonts=fonts)


CLOTHES: dict[str, Change] = {
    "as sent": lambda sheet, _header: sheet,
    "headings in capitals": _on_text(str.upper, "header"),
    "headings without diacritics": _on_text(fold, "header"),
    "a letter missing in every heading": _on_text(_without_a_letter, "header"),
    "text decomposed (NFD)": _on_text(lambda text: unicodedata.normalize("NFD", text), "all"),
    "no-break and zero-width spaces": _on_text(lambda t: t.replace(" ", "\u00a0\u200b"), "all"),
    "records in capitals": _on_text(str.upper, "records"),
    "an unknown column in front": _another_column,
}


def _dressed(book: Workbook, change: Change) -> Workbook:
    """The workbook with every sheet that holds a list in other clothes."""
    readings = {s.name: s for s in read_lists(book, Hints(), lookup()).sheets if s.header_rows}
    sheets = []
    for sheet in book.sheets:
        reading = readings.get(sheet.name)
        # Bytes of TCVN3 have no capitals and no decomposed form: that list stays as it is.
        if reading and reading.header_rows and not reading.conversions:
            first, last = reading.header_rows
            sheets.append(change(sheet, range(first - 1, last)))
        else:
            sheets.append(sheet)
    return replace(book, sheets=tuple(sheets))


def _scores(expected: dict, change: Change) -> Iterator[tuple[str, bool]]:
    """One truth value for each record and for each field of the expected file."""
    book = _dressed(read(LISTS / expected["file"]), change)
    found_rows = rows_of(s for s in read_lists(book, Hints(), lookup()).sheets if not s.ignored)
    for row in expected["rows"]:
        found = found_rows.get((row["sheet"], row["row"]))
        yield "records", found is not None
        for field in set(row) - {"sheet", "row", "accept"}:
            accepted = [row[field], *row.get("accept", {}).get(field, ())]
            given = (found or {}).get(field)
            right = any(_alike(field, given, one) for one in accepted)
            if not right and "-v" in sys.argv:
                print(expected["file"], row["row"], field, repr(given), repr(row[field]))
            yield "fields", right


def _alike(field: str, found: object, wanted: object) -> bool:
    if isinstance(found, str) and isinstance(wanted, str):
        return same("name", found, wanted)  # letter case is as the sender wrote it
    return same(field, found, wanted)


def _of_clothes() -> None:
    """The lists of tests/intake/clothes: records as many as there are, and their fields."""
    print("\n| difficulty | lists | records found | fields right |\n| --- | --- | --- | --- |")
    topics: dict[str, list[MadeList]] = {}
    for made in all_lists():
        topics.setdefault(made.topic, []).append(made)
    for topic, lists in topics.items():
        records: list[bool] = []
        fields: list[bool] = []
        for made in lists:
            found = made.values(made.read())
            for number, wanted in enumerate(made.records):
                row = found[number] if number < len(found) else []
                records.append(bool(row))
                fields += [
                    number < len(row) and row[number] == one for number, one in enumerate(wanted)
                ]
        print(f"| {topic} | {len(lists)} | {_share(records)} | {_share(fields)} |")


def _share(right: list[bool]) -> str:
    if not right:
        return "–"
    return f"{sum(right)} of {len(right)} ({100 * sum(right) / len(right):.1f} %)"


def main() -> None:
    """Print the tables in Markdown."""
    files = sorted(LISTS.glob("*.expected.json"))
    lists = [json.loads(path.read_text(encoding="utf-8")) for path in files]
    print("| difficulty | records found | fields right |\n| --- | --- | --- |")
    for name, change in CLOTHES.items():
        scores: dict[str, list[bool]] = {"records": [], "fields": []}
        for expected in lists:
            for what, right in _scores(expected, change):
                scores[what].append(right)
        print(f"| {name} | {' | '.join(map(_share, scores.values()))} |")
    _of_clothes()


if __name__ == "__main__":
    main()
