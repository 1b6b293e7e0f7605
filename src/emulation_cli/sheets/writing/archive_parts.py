"""Office files are archives: parts that a library writes slowly are put in afterwards."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile


def write_parts(bare: BytesIO, path: Path, change: Callable[[str, bytes], bytes]) -> None:
    """Write an archive to a file, each part as `change` of its name and content; raises OSError."""
    with ZipFile(bare) as made, ZipFile(path, "w", ZIP_DEFLATED) as out:
        for part in made.infolist():
            out.writestr(part, change(part.filename, made.read(part)))
