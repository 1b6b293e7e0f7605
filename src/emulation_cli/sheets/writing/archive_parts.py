"""Office files are archives: parts that a library writes slowly are put in afterwards."""

from collections.abc import Callable, Container, Iterable
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile


def write_parts(
    bare: BytesIO,
    path: Path,
    change: Callable[[str, bytes], Iterable[bytes]],
    large: Container[str] = (),
) -> None:
    """Write an archive to a file, each part as `change` of its name and content gives it, piece by
    piece; raises OSError. `large` are parts that may be longer than two gigabytes.
    """
    with ZipFile(bare) as made, ZipFile(path, "w", ZIP_DEFLATED) as out:
        for part in made.infolist():
            content = made.read(part)
            with out.open(part, "w", force_zip64=part.filename in large) as whole:
                for piece in change(part.filename, content):
                    whole.write(piece)
