"""Sums and shares of any report by its own numbers, without a register."""

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from emulation_cli.documents.verifying.clause_words import words_of
from emulation_cli.documents.verifying.clauses import Piece, pieces_of
from emulation_cli.documents.verifying.own_names import NOBODY
from emulation_cli.documents.verifying.vocabulary import NOTHING
from emulation_cli.documents.verifying.written_numbers import lowered, numbers_in
from emulation_cli.domain.patterns import pattern


class WrongSum(NamedTuple):
    """A number that its own text contradicts: what it says, what its parts say."""

    code: Literal["sum_wrong", "share_wrong"]
    value: str
    parts: str


def wrong_in(sentence: str) -> Iterator[WrongSum]:
    """«381, trong đó 223 … và 158 …», «185 điển hình, đạt 50,7%»: parts make their whole."""
    pieces = [piece for piece in pieces_of(words_of(sentence, NOTHING, NOBODY)) if piece.number]
    for place, piece in enumerate(pieces):
        yield from _sum(sentence, piece, pieces[place + 1 :])
    yield from _shares(sentence, pieces)


def _kind_of(piece: Piece) -> str:
    kinds = {value for word in piece.words for saying in word.sayings for one in saying
             if one.name == "kind" for value in one.values}  # fmt: skip
    return str(kinds.pop()) if len(kinds) == 1 else ""


def _sum(sentence: str, whole: Piece, behind: Sequence[Piece]) -> Iterator[WrongSum]:
    """The kinds that stand behind a whole as its parts, each once and nothing else."""
    parts: dict[str, float] = {}
    for piece in behind:
        kind = _kind_of(piece)
        starts = piece.part if not parts else not (piece.part or piece.depth < behind[0].depth)
        if not kind or kind in parts or not starts or piece.number is None or piece.number.percent:
            break
        parts[kind] = piece.number.value
    told = whole.number
    if told is None or told.percent or told.more or _kind_of(whole) or len(parts) < 2:
        return
    if sum(parts.values()) != told.value:
        said = " + ".join(f"{one:g}" for one in parts.values())
        yield WrongSum("sum_wrong", sentence[told.start : told.end], said)


def _shares(sentence: str, pieces: Sequence[Piece]) -> Iterator[WrongSum]:
    """A share that is none of any two numbers that stand before it, though it says that it is."""
    counted: list[float] = []
    within = False
    for piece in pieces:
        number = piece.number
        if number is None:
            continue
        if not number.percent:
            within = within or piece.part
            counted.append(number.value)
            continue
        wholes = [one for one in counted if one >= counted[-1]] if counted else []
        plain = any(word.text == "chiếm" for word in piece.words) and not piece.strange
        if not (within and plain and len(wholes) > 1):
            continue
        shares = [100 * counted[-1] / one for one in wholes if one]
        if not any(number.shows(one) for one in shares) and len(counted) == 2:
            said = f"{counted[-1]:g} / {wholes[0]:g} = {shares[0]:.1f}%".replace(".", ",")
            yield WrongSum("share_wrong", sentence[number.start : number.end + 1].strip(), said)


# Tables ------------------------------------------------------------------------------------------

_TOTAL = pattern(r"(?:tổng )?cộng|tổng(?: số| cộng)?|toàn (?:huyện|xã|tỉnh)")
_ADDED = ("tập thể", "cá nhân", "hộ gia đình", "hộ", "chưa phân loại")
_NEVER_ADDED = pattern(r".*(?:không trùng|tỷ lệ|%|bình quân|năm sinh|ngày|stt|^tt$).*")


def wrong_in_table(rows: Sequence[Sequence[str]]) -> Iterator[tuple[str, WrongSum]]:
    """Totals of a table that are not the sum of their column, or of the kinds beside them."""
    if len(rows) < 3:
        return
    head = [lowered(cell.strip()) for cell in rows[0]]
    numbers = [[_number(cell) for cell in row] for row in rows[1:]]
    last = rows[-1]
    labels = [
        place for place, cell in enumerate(last) if _TOTAL.fullmatch(lowered(cell.strip(" :")))
    ]
    if labels:
        yield from _columns(head, rows, numbers, labels[0])
    yield from _across(head, rows, numbers)


def _number(cell: str) -> float | None:
    found = [*numbers_in(cell)]
    plain = cell.strip().replace(".", "").isdecimal()
    return found[0].value if plain and len(found) == 1 else None


def _columns(
    head: Sequence[str], rows: Sequence[Sequence[str]], numbers: Sequence[Sequence[float | None]],
    label: int,
) -> Iterator[tuple[str, WrongSum]]:  # fmt: skip
    for place, title in enumerate(head):
        column = [row[place] if place < len(row) else None for row in numbers]
        *parts, total = column
        known = [one for one in parts if one is not None]
        if total is None or len(known) < 2 or place == label or _NEVER_ADDED.match(title):
            continue
        # Rows of groups stand over their members: then everything is counted twice.
        if total not in (sum(known), sum(known) / 2):
            said = rows[0][place].strip()
            wrong = WrongSum("sum_wrong", rows[-1][place].strip(), f"{sum(known):g}")
            yield f"{rows[-1][label].strip()}, {said}", wrong


def _across(
    head: Sequence[str], rows: Sequence[Sequence[str]], numbers: Sequence[Sequence[float | None]]
) -> Iterator[tuple[str, WrongSum]]:
    totals = [
        place
        for place, title in enumerate(head)
        if title in ("tổng số", "cộng", "tổng cộng", "số lượt")
    ]
    parts = [place for place, title in enumerate(head) if title in _ADDED]
    if len(totals) != 1 or len(parts) < 2 or len({head[place] for place in parts}) < len(parts):
        return
    for row, values in zip(rows[1:], numbers, strict=True):
        if max(*totals, *parts) >= len(values):
            continue
        whole, known = values[totals[0]], [values[place] for place in parts]
        added = sum(one for one in known if one is not None)
        if whole is not None and None not in known and added != whole:
            said = " + ".join(f"{one:g}" for one in known)
            yield row[0].strip(), WrongSum("sum_wrong", row[totals[0]].strip(), said)
