"""The head and the foot of a document to be signed, in the State's form or the Party's."""

from collections.abc import Sequence
from typing import NamedTuple

from emulation_cli.documents.letterhead import Form, Letterhead
from emulation_cli.domain.issuing_bodies import before_its_place, in_full, signing_lines
from emulation_cli.render.layout import balanced
from emulation_cli.render.word.paper import PORTRAIT_WIDTH, Box, Paper, Words
from emulation_cli.words import long_date, say_in

# The national title needs its width, or it breaks (LIBRARIES section 11).
_LEFT, _RIGHT = 66, 100


class _Sizes(NamedTuple):
    """Points: of who issues the paper and who stands above, of number and day, of the country.

    `capitals` are the letters that a line of the left side has room for.
    """

    parent: float
    body: float
    number: float
    country: float
    title: float
    capitals: int


# Decree 30/2020/NĐ-CP and guidance 36-HD/VPTW (DOMAIN section 6).
SIZES = {"state": _Sizes(12, 12, 13, 12, 14, 22), "party": _Sizes(14, 14, 14, 15, 16, 19)}
_HALF = PORTRAIT_WIDTH / 2


def head(paper: Paper, language: str, letterhead: Letterhead, *, dated: bool = True) -> None:
    """Who issues the document on the left, the State or the Party on the right."""
    left, right = _sides(language, letterhead, dated=dated)
    paper.table([_LEFT, _RIGHT], [[Box(left), Box(right)]], heads=0, lined=False)


def _sides(
    language: str, letterhead: Letterhead, *, dated: bool
) -> tuple[list[Words], list[Words]]:
    form = letterhead.form

    def say(name: str, **values: object) -> str:
        return say_in(language, f"paper.{name}", **values)

    sizes = SIZES[form]
    symbol = letterhead.symbol or say(f"{form}.symbol")
    told = say(f"{form}.numbered", number=letterhead.number) if letterhead.number else ""
    number = _line(told or say(f"{form}.number", symbol=symbol), size=sizes.number)
    place = letterhead.place or say("place")
    day = f"{place}, {long_date(letterhead.date, language)}" if letterhead.date else ""
    date = _line(day or say("dated", place=place), size=sizes.number, italic=True)
    below = [date] if dated else []
    parent = [_line(text, size=sizes.parent) for text in _name(letterhead.parent, sizes)]
    body = [_line(text, size=sizes.body, bold=True) for text in _name(letterhead.body, sizes)]
    country = say(f"{form}.country")
    if form == "party":
        left = [*parent, *body, _line("*", size=sizes.number), number]
        right = [_line(country, size=sizes.country, bold=True), _rule(0.62), *below]
    else:
        left = [*parent, *body, _rule(0.4), number]
        motto = _line(say("state.motto"), size=13, bold=True)
        right = [_line(country, size=sizes.country, bold=True), motto, _rule(0.58), *below]
    return left, right


def _name(body: str, sizes: _Sizes) -> list[str]:
    if not body:
        return []
    name = in_full(body).upper()
    lines = before_its_place(name)
    if len(name) > sizes.capitals and all(0 < len(line) <= sizes.capitals for line in lines):
        return list(lines)
    return balanced(name, sizes.capitals)


def _line(text: str, *, size: float, bold: bool = False, italic: bool = False) -> Words:
    return Words(text, "center", size=size, bold=bold, italic=italic)


def _rule(part: float) -> Words:
    """A drawn line under what stands above it: an underline would be of another length."""
    return Words("", "center", size=2, rule=part, after=6)


def foot(paper: Paper, language: str, letterhead: Letterhead) -> None:
    """«Nơi nhận» on the left, the place to sign on the right; never alone on a page."""
    to = say_in(language, "paper.recipients.all").split("|")
    post = letterhead.post or say_in(language, f"paper.{letterhead.form}.post")
    lines = signing_lines(letterhead.form, letterhead.authority, post)
    left = Box(copies(language, letterhead.form, to))
    paper.write(Words("", size=6, keep_next=True))
    signs = Box(signature(letterhead.form, lines, ""))
    paper.table([_HALF, _HALF], [[left, signs]], heads=0, lined=False)


def copies(language: str, form: Form, to: Sequence[str]) -> list[Words]:
    """«Nơi nhận» and who they are: underlined in the Party's form, in italics in the State's."""
    title, state = say_in(language, "paper.recipients"), form == "state"
    size = 12 if state else 14
    first = Words(title, size=size, bold=state, italic=state, underlined=not state)
    return [first, *(Words(line, size=11 if state else 12) for line in to)]


def signature(form: Form, lines: Sequence[str], name: str) -> list[Words]:
    """On whose behalf who signs, room for it, and the name. A post under T/M is not bold."""
    plain = form == "party" and lines[:1] and lines[0].startswith("T/M")
    first = [Words(line, "center", size=14, bold=True, keep_next=True) for line in lines[:1]]
    rest = [Words(line, "center", size=14, bold=not plain, keep_next=True) for line in lines[1:]]
    room = [Words("", "center", size=14, keep_next=True)] * 3
    return [*first, *rest, *room, Words(name, "center", size=14, bold=True)]


def prepared_by(paper: Paper, language: str, width: float) -> None:
    """Who made a table; stands under tables and annexes only (DOMAIN section 4)."""
    who = [
        Words(say_in(language, "paper.prepared"), "center", size=12, bold=True, before=12),
        Words(say_in(language, "paper.prepared.how"), "center", size=12, italic=True),
    ]
    apart = Words("", size=4, keep_next=True)  # tables that touch become one
    paper.write(apart)
    paper.table([width / 2, width / 2], [[Box([apart]), Box(who)]], heads=0, lined=False)
    paper.write(apart)
