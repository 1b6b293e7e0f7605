"""The words by which a council says yes, no, or send it back; on folded text."""

from dataclasses import dataclass

from emulation_cli.domain.patterns import pattern
from emulation_cli.domain.text import fold
from emulation_cli.intake.cells.cell_values import Trouble, as_text
from emulation_cli.intake.cells.coded_values import CodeReader
from emulation_cli.sheets.workbook import Cell

NO = pattern(
    r"(?:khong|chua) (?:dat|xet|du|thong qua|dong y|duoc|nhat tri|cong nhan|khen|de nghi|trinh|chon"
    r"|trung)\b.*"
    r"|(?:bi |da )?(?:loai|huy|rot|truot|bac)(?: (?:bo|khoi|ho so|ten|vi|do|de nghi)\b.*)?"
    r"|tu choi|(?:xin |da |de nghi )?rut(?: (?:khoi|ho so|ten|lui|lai|vi|do|de nghi)\b.*)?"
    r"|gach ten|thoi xet|de lai\b.*|(?:da |bi )?tra (?:lai|ve|ho so)\b.*"
)
YES = pattern(
    r"(?:da )?(?:dat|dong y|thong qua|nhat tri|duoc|du|cong nhan|trung|chon|dat yeu cau)\b.*"
)
RETURNED = pattern(r"(?:da |bi )?tra (?:lai|ho so|ve)\b.*|(?:yeu cau |de nghi )?bo sung\b.*")


@dataclass(frozen=True)
class Verdicts(CodeReader):
    """Reads an outcome: its label, or any way of saying yes or no."""

    def __call__(self, cell: Cell) -> object:
        found = super().__call__(cell)
        if not isinstance(found, Trouble):
            return found
        plain = fold(as_text(cell) or "").strip(" .;")
        codes = (("returned", RETURNED), ("not_passed", NO), ("passed", YES))
        return next((code for code, words in codes if words.fullmatch(plain)), found)
