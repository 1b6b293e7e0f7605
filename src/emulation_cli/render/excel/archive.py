"""Lists as plain CSV files in one zip, which any program reads."""

import io
import zipfile
from collections.abc import Iterable
from pathlib import Path

from emulation_cli import words
from emulation_cli.render.screen.machine_text import csv_listing
from emulation_cli.render.whole_files import replacing
from emulation_cli.tallies.row_lists.listings import Listing


def archive(listings: Iterable[Listing], path: Path) -> None:
    """Write a zip of one CSV for each list, with a word on how to read them; as report_file."""
    with (
        replacing(path) as beside,
        zipfile.ZipFile(beside, "w", compression=zipfile.ZIP_DEFLATED) as parts,
    ):
        parts.writestr("README.txt", words.say("care.archive_readme"))
        for rows in listings:
            with (
                parts.open(f"{rows.noun}.csv", "w") as raw,
                io.TextIOWrapper(raw, encoding="utf-8-sig", newline="") as out,
            ):
                csv_listing(rows, out)
