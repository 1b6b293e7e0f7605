"""The words by which rows that are no records are known: totals, signatures, numbering."""

import re
from collections.abc import Mapping

from emulation_cli.domain.patterns import pattern
from emulation_cli.domain.text import fold
from emulation_cli.intake.rows.sections import ROMAN, plain_text

# On the accented text and as a whole: «Công an …» is no «Cộng», Mr Tống no «Tổng» (INTAKE 4.4).
_TOTAL = pattern(
    r"^(?:tổng cộng|tổng số|tổng|cộng|tc|total)\s*(?:$|[:.…\d(=*/-]|(?:tiền|toàn"
    r"|các|chung|mục|phần|trang|số|theo|của|[ivx]+\s*$|[ivx]+\s*\+|[a-d]$"
    r"|[a-d]\s*\+))"
    r"|^(?:tổng cộng|cộng|tổng)\s+\d|^tổng cộng\b"
    r"|^(?:tổng|cộng)\b\D*[:(]\s*\d[\d.]*\)?$",
    re.IGNORECASE,
)
_TOTAL_ASCII = pattern(r"^(?:tong cong|tong so|cong|tong)\s*(?:$|[:.(\d])", re.IGNORECASE)
FOOTER = pattern(
    r"^(?:\(?(?:ky(?! niem)|da ky|ky ten|ky va|dong dau)\b|nguoi (?:lap|tong hop|bao cao|ky)"
    r"|lap (?:bieu|bang)|thu truong|t/?m\b\.?|k/?t\b\.?|t/?l\b\.?|tuq\b|q\.|xac nhan"
    r"|noi nhan|\(?(?:so tien )?(?:viet )?bang chu|chu tich\b|pho chu tich\b"
    r"|truong ban\b|pho truong ban\b|bi thu\b|pho bi thu\b|giam doc\b|pho giam doc"
    r"|hieu truong\b|ke toan|truong phong\b|thu quy|chanh van phong|truong cong an"
    r"|chi huy truong|danh sach (?:nay |tren )?(?:gom|co|an dinh)|an dinh danh sach"
    r"|ghi chu\b|luu y\b|\*|so tien bang chu|prepared by|signature)"
)
DATED = pattern(
    r"(?:^|,\s*)ngày\s+[\d.…_ ]+\s*tháng\s+[\d.…_ ]+\s*năm|^ngày\s*[.…]+", re.IGNORECASE
)
SIGNED = pattern(r"\((?:đã )?ký|ký,? (?:ghi rõ )?(?:họ tên|tên)|ký tên", re.IGNORECASE)
_FIGURE = pattern(r"[-–\d.,\s]*(?:\d[\w\s./-]{0,30})?")
_REMARK = pattern(
    r"^(?:ghi chu|luu y|chu y|noi nhan|danh sach (?:nay|tren|gom|co)|an dinh"
    r"|trong do|[*+-]|\((?:ky|so tien))"
)
_LONGEST_NAME = 100
_MOST_WORDS = 5
_SAYS = pattern(r":\s*[^\W\d]")
NUMBERING = pattern(r"^\(?\s*(?:\d{1,2}|[A-Za-zĐđ]|\(?\d{1,2}\)?\s*=.{1,15})\s*\)?$")


def is_total(text: str) -> bool:
    """Whether a row that begins so states a sum."""
    if not (_TOTAL.match(text) or (text.isascii() and _TOTAL_ASCII.match(text))):
        return False
    # «Cộng: một việc tốt» counts nothing.
    counts = any(map(str.isdecimal, text))
    return counts or (len(text.split()) <= _MOST_WORDS and not _SAYS.search(text))


def is_figure(text: str) -> bool:
    """A number, or one with what it counts: «12», «12 tập thể», «1.500.000 đ», «-»."""
    return bool(_FIGURE.fullmatch(text))


def is_remark(text: str) -> bool:
    """Whether a text that stands alone reads like a sentence or a note, not like a name."""
    plain = text.strip()
    return (
        len(plain) > _LONGEST_NAME
        or plain.endswith((".", ";", "./", ":"))
        or (plain[0] == "(" and plain[-1] == ")")
        or bool(_REMARK.match(fold(plain)) or DATED.search(plain) or SIGNED.search(plain))
    )


def is_number(text: str) -> bool:
    return bool(re.fullmatch(r"[\d.,\s]+", text))


def is_year_text(text: str) -> bool:
    return bool(re.fullmatch(r"(?:19|20)\d\d", text))


def is_numbering(texts: Mapping[int, str]) -> bool:
    return len(texts) > 1 and all(NUMBERING.match(text) for text in texts.values())


def longest(texts: Mapping[int, str]) -> str:
    return max(
        texts.values(),
        key=lambda text: (not ROMAN.match(text) and not is_number(text), len(plain_text(text))),
    )
