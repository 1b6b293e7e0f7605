"""Lists written row by row are the lists that were written whole, and keep no rows."""

import csv
import io
import json
import tracemalloc
from pathlib import Path

import openpyxl
import pytest

from emulation_cli.register.opening.register_file import open_register
from emulation_cli.register.row_by_row import row_by_row
from emulation_cli.render.screen.machine_text import csv_listing, json_listing
from emulation_cli.sheets.writing.workbook_writing import Book, Put
from emulation_cli.tallies.row_lists.asked_rows import Asked
from emulation_cli.tallies.row_lists.list_requests import ListRequest
from emulation_cli.tallies.row_lists.listings import Listing, listing, streamed

NOUNS = ("exemplars", "models", "honours", "units", "events", "decisions", "terms", "imports")


@pytest.mark.parametrize("noun", NOUNS)
@pytest.mark.parametrize("units", [None, "now"])
def test_what_is_asked_row_by_row_is_the_list(emul, demo_register, noun, units):
    emul("add-unit", "--name", "Xã Mới", "--type", "commune", "--code", "MOI")
    emul("succeed", "U3", "--by", "MOI", "--on", "2025-07-01")
    request = ListRequest(noun)._replace(units=units) if units else ListRequest(noun)
    with open_register(demo_register) as register:
        whole, asked = listing(register, request), streamed(register, request)

        assert asked.columns == whole.columns
        assert list(asked.rows) == list(whole.rows) == list(asked.rows)  # as often as one likes
        assert len(asked.rows) == len(whole.rows)
        assert asked.rows[1] == whole.rows[1]


@pytest.mark.parametrize("noun", ["exemplars", "honours", "models"])
def test_files_are_the_same_in_every_format(emul, demo_register, noun):
    for suffix in ("csv", "json", "xlsx"):
        emul("list", noun, "-o", f"x.{suffix}")
    with Path("x.csv").open(encoding="utf-8-sig", newline="") as file:
        head, *rows = csv.reader(file)
    with Path("x.json").open(encoding="utf-8") as file:
        told = json.load(file)
    assert [list(one) for one in told] == [head] * len(rows)
    assert [["" if v is None else str(v).lstrip("'") for v in one.values()] for one in told] == [
        [cell.lstrip("'") for cell in row] for row in rows
    ]
    sheet = openpyxl.load_workbook("x.xlsx").worksheets[0]
    ids = [
        c.value for row in sheet.iter_rows() for c in row if str(c.value) in {r[0] for r in rows}
    ]
    assert ids == [row[0] for row in rows]


def test_coded_columns_offer_what_may_stand_in_them(emul, demo_register):
    emul("list", "exemplars", "-o", "x.xlsx")
    rules = openpyxl.load_workbook("x.xlsx").worksheets[0].data_validations.dataValidation

    kinds = '"Collective,Individual,Household,Not classified"'  # no household is on the register
    assert kinds in [rule.formula1 for rule in rules]


def peak(write) -> int:
    tracemalloc.start()
    write()
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most


def invented(number: int) -> Listing:
    rows = Asked(lambda: ((f"X{n}", f"Người thứ {n}" * 4) for n in range(1, number)))
    return Listing("exemplars", ("id", "name"), rows)


class Nowhere(io.TextIOBase):
    def write(self, text: str) -> int:
        return len(text)


@pytest.mark.parametrize("write", [csv_listing, json_listing], ids=["csv", "json"])
def test_four_times_the_rows_take_no_more_memory(write):
    short, long = (peak(lambda n=n: write(invented(n), Nowhere())) for n in (2_000, 8_000))

    assert long < short + 50_000


def test_the_rows_of_a_sheet_leave_the_memory(tmp_path, monkeypatch):
    rows = "emulation_cli.sheets.writing.sheet_rows"
    monkeypatch.setattr(f"{rows}._IN_MEMORY", 100_000)
    monkeypatch.setattr(f"{rows}._MOST_HELD", 100)

    def write(rows: int) -> None:
        with Book("x") as book:
            page = book.page("x", [20])
            for n in range(rows):
                page.write([Put(f"Người thứ {n}" * 4)])
            book.save(tmp_path / "x.xlsx")

    write(10)  # what is loaded once
    short, long = (peak(lambda n=n: write(n)) for n in (4_000, 16_000))

    assert long < short + 500_000
    sheet = openpyxl.load_workbook(tmp_path / "x.xlsx").worksheets[0]
    assert sheet.max_row == 16_000


def test_pages_are_kept_again_afterwards_also_where_it_breaks(emul, demo_register):
    with open_register(demo_register) as register:

        def cache() -> int:
            return register.connection.execute("PRAGMA cache_size").fetchone()[0]

        before = cache()
        with row_by_row(register):
            assert abs(cache()) < abs(before)
        with pytest.raises(OSError, match="full"), row_by_row(register):
            raise OSError("full")
        assert cache() == before
        assert not register.connection.in_transaction
