"""Documents as PDF, by LibreOffice or Word where this machine has one of them."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from emulation_cli.domain.errors import FileTrouble
from emulation_cli.domain.text import safe

_SECONDS = 180
# Where installers put it though no PATH leads there.
_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
)
_BY_WORD = (
    "$w = New-Object -ComObject Word.Application; $w.Visible = $false;"
    " $d = $w.Documents.Open($env:EMUL_DOCX, $false, $true);"
    " $d.ExportAsFixedFormat($env:EMUL_PDF, 17); $d.Close($false); $w.Quit()"
)


def write_pdf(write: Callable[[Path], None], path: Path, wanted: Path) -> None:
    """Let `write` make a Word document and convert it to `path`; nothing is left of it.

    Raises FileTrouble, about the file that is `wanted`, where there is no program for it or it
    fails.
    """
    with tempfile.TemporaryDirectory(prefix="emul-") as folder:
        source = Path(folder) / "document.docx"
        write(source)
        made = source.with_suffix(".pdf")
        for command, more in _ways(source, made):
            if _run(command, more) and made.is_file():
                shutil.copyfile(made, path)
                return
    raise FileTrouble("report.file.no_converter", path=safe(str(wanted)))


def _ways(source: Path, made: Path) -> Iterator[tuple[list[str], dict[str, str]]]:
    """The commands that would convert the document on this machine."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    office = office or next((place for place in _PLACES if Path(place).is_file()), None)
    if office:
        # A profile of its own: an open LibreOffice would take the work and lose it.
        profile = f"-env:UserInstallation={(source.parent / 'profile').as_uri()}"
        convert = ["--headless", "--convert-to", "pdf", "--outdir", str(source.parent)]
        yield [office, profile, *convert, str(source)], {}
    if sys.platform == "win32":
        more = {"EMUL_DOCX": str(source), "EMUL_PDF": str(made)}
        yield ["powershell", "-NoProfile", "-NonInteractive", "-Command", _BY_WORD], more


def _run(command: list[str], more: dict[str, str]) -> bool:
    """Whether a program did its work in time."""
    try:
        subprocess.run(  # noqa: S603 - the words are ours, the paths are arguments
            command,
            check=True,
            timeout=_SECONDS,
            capture_output=True,
            stdin=subprocess.DEVNULL,
            env={**os.environ, **more},
        )
    except (OSError, subprocess.SubprocessError):
        return False
    return True
