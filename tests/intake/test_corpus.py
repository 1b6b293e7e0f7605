"""Real spreadsheets, in a folder of the reader's own: they are not ours to ship.

EMUL_CORPUS names the folder; its manifest.json says what a careful reader finds in each sheet.
"""

import json
import os
from pathlib import Path

import pytest
from lookup import lookup

from emulation_cli.domain.errors import FileTrouble
from emulation_cli.intake import Hints, read_lists
from emulation_cli.sheets import read

FOLDER = Path(os.environ.get("EMUL_CORPUS", ""))
MANIFEST = FOLDER / "manifest.json"
# The manifest's words for columns, and ours.
WORDS = {
    "name": ("name", "recipient"),
    "award": ("form", "title"),
    "sector": ("field",),
    "dob": ("birth_year", "birth_date"),
    "dob_nam": ("birth_year", "birth_male"),
    "dob_nu": ("birth_year", "birth_female"),
}
NOT_KEPT = {
    "stt", "subunit", "subject_class", "personal", "code", "sector",
    "last_name", "first_name",  # where one column has the whole name
}  # fmt: skip
ENTRIES = json.loads(MANIFEST.read_text(encoding="utf-8")) if MANIFEST.is_file() else []
SHEETS = [
    pytest.param(entry["file"], name, wanted, id=f"{entry['file'][:3]} {name}")
    for entry in ENTRIES
    for name, wanted in (entry["sheets"] or {}).items()
]

pytestmark = pytest.mark.skipif(not ENTRIES, reason="EMUL_CORPUS names no folder of spreadsheets")


def tables(file, name):
    return [s for s in read_lists(read(FOLDER / file), Hints(), lookup()).sheets if s.name == name]


def letters(sheet, word):
    found = ""
    for field in WORDS.get(word, (word,)):
        places = sheet.columns.get(field, ())
        found += places if isinstance(places, str) else "".join(places)
    return found


@pytest.mark.parametrize(("file", "name", "wanted"), SHEETS)
def test_a_real_sheet_is_read_as_a_careful_reader_would(file, name, wanted):
    (sheet,) = tables(file, name)
    if wanted["decision"] != "list":
        assert sheet.header_rows is None
        return
    assert sheet.header_rows == tuple(wanted["header_rows"])
    assert sheet.found == wanted["records"]
    for word, places in wanted["columns"].items():
        if word in NOT_KEPT:
            continue  # only what is stored is announced
        assert set(places) <= set(letters(sheet, word)), word


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry["file"][:3])
def test_a_real_file_is_read_or_refused_by_name(entry):
    trouble = None
    try:
        assert read_lists(read(FOLDER / entry["file"]), Hints(), lookup()).sheets
    except FileTrouble as found:
        trouble = found
    assert trouble is None or trouble.values["file"] == entry["file"]
