"""What makes a made list hard: votes, impossible days, codes, several in a cell, rows that go on."""

from typing import TYPE_CHECKING, Any

from made_facts import Fact
from made_files import WITHOUT_STRIKES
from made_layout import MadeColumn

if TYPE_CHECKING:
    from made_drawing import Maker

_VOTES = (
    ("Kết quả bình xét", ("Đạt", "Không đạt")), ("Ý kiến của Hội đồng", ("Đồng ý", "Không đồng ý")),
    ("Kết quả xét duyệt", ("Thông qua", "Chưa đủ điều kiện")), ("Hội đồng biểu quyết", ("Nhất trí", "Không nhất trí")),
)  # fmt: skip
_IMPOSSIBLE = ("31/02/2022", "15/13/2022", "45/06/2023", "00/00/2021")
_KIND_CODES = {"collective": "1", "individual": "2", "household": "3"}
_KIND_ROWS = (("Mã", "Đối tượng"), ("1", "Tập thể"), ("2", "Cá nhân"), ("3", "Hộ gia đình"))
_NOTES_BETWEEN = (
    "(Danh sách bổ sung ngày 15/6/2023)", "Các trường hợp bổ sung sau ngày 30/9:",
    "* Trường hợp dưới đây đã được thẩm định.", "(tiếp theo trang 1)",
)  # fmt: skip


def add(maker: "Maker") -> None:
    """Give the list some of them; the truth is what a careful reader records all the same."""
    _vote(maker)
    _break_a_day(maker)
    _use_codes(maker)
    _join_persons(maker)
    _strike_out(maker)
    maker.noted = maker.trait("notes between rows", 0.08)
    maker.goes_on = _may_go_on(maker) and maker.trait("rows that go on", 0.5)


def note_between(maker: "Maker") -> str | None:
    return maker.rng.choice(_NOTES_BETWEEN) if maker.noted and maker.rng.random() < 0.2 else None


def code_rows(maker: "Maker") -> tuple[tuple[str, str], ...]:
    return _KIND_ROWS if maker.coded else ()


def _vote(maker: "Maker") -> None:
    """A column of outcomes; of a list of honours only where a decision makes them awards."""
    decided = "decision_number" in maker.given or _tells(maker, "decision_number")
    fits = maker.register == "exemplars" or (maker.register == "honours" and decided)
    if len(maker.facts) < 4 or not fits or not maker.trait("votes", 0.12):
        return
    heading, (passed, failed) = maker.rng.choice(_VOTES)
    down = {id(f) for f in maker.rng.sample(maker.facts, maker.rng.randint(1, 2))}
    maker.broken |= down
    maker.columns.append(MadeColumn((heading,), lambda f: failed if id(f) in down else passed))


def _break_a_day(maker: "Maker") -> None:
    dates = [
        c for c in maker.columns if c.tells in (("discovered",), ("date",), ("decision_date",))
    ]
    if dates and not maker.broken and maker.trait("a day that is none", 0.12):
        wrong, text = maker.rng.choice(maker.facts), maker.rng.choice(_IMPOSSIBLE)
        shown = dates[0].cell
        dates[0].cell = lambda f: text if f is wrong else shown(f)
        maker.broken.add(id(wrong))


def _use_codes(maker: "Maker") -> None:
    kinds = [c for c in maker.columns if c.tells == ("kind",) and c.role != "mark"]
    maker.coded = maker.has_code_sheets and bool(kinds) and maker.trait("a sheet of codes", 0.3)
    if maker.coded:
        kinds[0].heading = ("Mã đối tượng",)
        kinds[0].cell = lambda f: _KIND_CODES[f["kind"]]


def _join_persons(maker: "Maker") -> None:
    """A second person in the cell of the first, alike in all that the row says."""
    whole = [c for c in maker.columns if c.role == "name" and len(c.tells) == 1]
    persons = [f for f in maker.facts if f["kind"] == "individual" and id(f) not in maker.broken]
    fits = maker.register in ("exemplars", "honours") and len(whole) == 1 and len(persons) > 2
    last = any(c.heading == ("Tên",) for c in maker.columns)
    if not fits or last or not maker.trait("several in a cell", 0.12):
        return
    first, second = persons[:2]
    maker.facts.remove(second)
    name = "recipient" if maker.register == "honours" else "name"
    other = Fact(first.values | {name: second[name]}, second.written, {})
    maker.together = {id(first): (first, other)}
    sign, shown = maker.rng.choice((", ", "; ", " và ", "\n", " - ")), whole[0].cell
    whole[0].cell = lambda f: f"{first.written}{sign}{other.written}" if f is first else shown(f)


def _strike_out(maker: "Maker") -> None:
    """Rows with a line through them: taken back, so no records; kept where rows share a cell."""
    free = [f for f in maker.facts if id(f) not in maker.broken and id(f) not in maker.together]
    maker.struck = set()
    fits = maker.form not in WITHOUT_STRIKES and len(free) > 3
    if fits and maker.trait("rows struck out", 0.12):
        maker.struck = {id(f) for f in maker.rng.sample(free, maker.rng.randint(1, 2))}
        maker.broken |= maker.struck


def _tells(maker: "Maker", name: str) -> bool:
    return any(name in column.tells for column in maker.columns)


def _may_go_on(maker: "Maker") -> bool:
    """Honours with a form in a column, numbered throughout: a row may be one more of the same."""
    plain = [c for c in maker.columns if c.tells == ("form",)]
    rest = {name for column in maker.columns for name in column.tells} & {"amount", "form"}
    apart = maker.sections or maker.grouped or maker.style in ("none", "empty", "half")
    return maker.register == "honours" and bool(plain) and rest == {"form"} and not apart


def further_row(maker: "Maker", fact: Fact) -> tuple[list[Any], Fact] | None:
    """The cells of a row that goes on with `fact`, and the further honour that it tells."""
    if not maker.goes_on or id(fact) in maker.broken or id(fact) in maker.together:
        return None
    if maker.rng.random() > 0.3:
        return None
    form = "Kỷ niệm chương" if fact["form"] != "Kỷ niệm chương" else "Giấy khen"
    more = Fact(fact.values | {"form": form}, fact.written, dict(fact.accept))
    return [form if column.tells == ("form",) else "" for column in maker.columns], more
