"""What stands below a list: signatures, remarks, the day it was made."""

from collections.abc import Mapping, Sequence

from emulation_cli.domain.text import fold
from emulation_cli.intake.rows.row_words import DATED, FOOTER, SIGNED, is_remark
from emulation_cli.sheets.workbook import Cell


class Tail:
    """The rows after the last one that is certainly a record.

    They close the list from the first that stands behind an empty row, or is a line of posts or a
    remark. What looks like a record below a supposed footer has moved `last` down, so that no
    footer begins above it.
    """

    def __init__(self, rows: Sequence[Sequence[Cell]], last: int) -> None:
        self._rows = rows
        self._last = last
        self._closed = False

    def closes(self, number: int, texts: Mapping[int, str]) -> bool:
        """Whether a row is part of the closing block; rows are asked about from top to bottom."""
        if number <= self._last:
            return False
        self._closed = self._closed or (
            self._behind_a_gap(number)
            or is_line_of_posts(texts)
            or (len(texts) == 1 and is_remark(next(iter(texts.values()))))
        )
        return self._closed

    def _behind_a_gap(self, number: int) -> bool:
        above = self._rows[number - 1] if number > 0 else ()
        return self._last >= 0 and not any(str(c).strip() for c in above if c is not None)


def is_line_of_posts(texts: Mapping[int, str]) -> bool:
    """«Người lập biểu | Chủ tịch», «(Ký, họ tên)», «ngày … tháng … năm …»: all that is filled."""
    return all(
        FOOTER.match(fold(text)) or SIGNED.search(text) or DATED.search(text)
        for text in texts.values()
    )
