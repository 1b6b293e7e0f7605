"""The places of a Word file that ask for something: [[marks]], controls with a tag, merge fields.

A mark that Word spread over several runs is joined only where it stands; the text around it keeps
its runs, and what is filled in has the font of the mark's first letter.
"""

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from itertools import count
from typing import Any, Literal
from xml.sax.saxutils import escape, quoteattr

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from emulation_cli.domain.text import safe

_MARK = re.compile(r"\[\[([^\[\]]*)\]\]")
_NAMED = re.compile(r'MERGEFIELD\s+(?:"([^"]*)"|(\S+))', re.IGNORECASE)
_LONGEST_TAG = 64  # letters, in Word
_NEVER = (qn("w:del"), qn("w:moveFrom"))
_P, _T, _R, _SDT = qn("w:p"), qn("w:t"), qn("w:r"), qn("w:sdt")


@dataclass(frozen=True)
class Place:
    """One that asks: for what, in which paragraph. `node` is what it stands in, `span` where."""

    kind: Literal["mark", "control", "field"]
    request: str
    paragraph: Any
    node: Any = None
    span: tuple[int, int] = (0, 0)

    @property
    def said(self) -> str:
        """The paragraph as a reader finds it."""
        text = text_of(self.paragraph)
        return text if len(text) <= 80 else f"{text[:79]}…"


class Controls:
    """Numbers for new controls; what each asks for is remembered."""

    def __init__(self, used: set[str]) -> None:
        self._numbers = (str(n) for n in count(700_000_001) if str(n) not in used)
        self.filled: dict[str, tuple[str, str]] = {}  # by number: request, value

    def next_number(self) -> str:
        """A number that no control has."""
        return next(self._numbers)

    def made(self, request: str, value: str, look: Any) -> Any:
        """A control around a value, with the look of a run."""
        number = self.next_number()
        self.filled[number] = request, value
        tag = quoteattr(safe(request)[:_LONGEST_TAG])
        control = parse_xml(
            f"<w:sdt {nsdecls('w')}><w:sdtPr><w:alias w:val={tag}/><w:tag w:val={tag}/>"
            f'<w:id w:val="{number}"/></w:sdtPr><w:sdtContent><w:r>'
            f'<w:t xml:space="preserve">{as_xml(value)}</w:t></w:r></w:sdtContent></w:sdt>'
        )
        if look is not None:
            control.find(f".//{_R}").insert(0, deepcopy(look))
        return control


def as_xml(text: str) -> str:
    """A text as it stands between tags."""
    return escape(safe(text))


def number_of(control: Any) -> str | None:
    """The number by which Word knows a control, if it has one."""
    number = control.find(f"{qn('w:sdtPr')}/{qn('w:id')}")
    return None if number is None else number.get(qn("w:val"))


def own_texts(paragraph: Any) -> list[Any]:
    """The texts of a paragraph in order, without those of text boxes in it or what is gone."""
    found = []
    for text in paragraph.iter(_T):
        above = text.getparent()
        while above is not paragraph and above.tag not in (_P, *_NEVER):
            above = above.getparent()
        if above is paragraph:
            found.append(text)
    return found


def text_of(paragraph: Any) -> str:
    return "".join(text.text or "" for text in own_texts(paragraph))


def places_in(element: Any, known: Mapping[str, str]) -> Iterator[Place]:
    """The places of an element and of all in it; `known` has what controls of an id ask for."""
    for control in element.iter(_SDT):
        if request := _tag_of(control, known):
            yield Place("control", request, paragraph_of(control), control)
    for paragraph in element.iter(_P):
        yield from _marks(paragraph)
        yield from _fields(paragraph)


def _tag_of(control: Any, known: Mapping[str, str]) -> str:
    tag = control.find(f"{qn('w:sdtPr')}/{qn('w:tag')}")
    own = tag.get(qn("w:val")) if tag is not None else ""
    return known.get(number_of(control) or "") or own or ""


def paragraph_of(control: Any) -> Any:
    above = control
    while above is not None and above.tag != _P:
        above = above.getparent()
    inside = control.find(f".//{_P}")
    return above if above is not None else inside if inside is not None else control


def _marks(paragraph: Any) -> Iterator[Place]:
    for found in _MARK.finditer(text_of(paragraph)):
        yield Place("mark", found[1], paragraph, paragraph, found.span())


def unclosed(element: Any) -> Iterator[Any]:
    """The paragraphs in which a mark begins that does not end, or ends that did not begin."""
    for paragraph in element.iter(_P):
        rest = _MARK.sub("", text_of(paragraph))
        if "[[" in rest or "]]" in rest:
            yield paragraph


def _fields(paragraph: Any) -> Iterator[Place]:
    for simple in paragraph.iter(qn("w:fldSimple")):
        if found := _NAMED.search(simple.get(qn("w:instr")) or ""):
            yield Place("field", found[1] or found[2], paragraph, (simple,))
    runs: list[Any] = []
    for run in paragraph.iter(_R):
        mark = run.find(qn("w:fldChar"))
        kind = mark.get(qn("w:fldCharType")) if mark is not None else ""
        if kind == "begin":
            runs = []
        runs.append(run)
        if kind == "end":
            asked = "".join(t.text or "" for one in runs for t in one.iter(qn("w:instrText")))
            if found := _NAMED.search(asked):
                yield Place("field", found[1] or found[2], paragraph, tuple(runs))


# Putting in ---------------------------------------------------------------------------------------


def put(place: Place, value: str, controls: Controls) -> str:
    """Put a value where it was asked for; the number of its control.

    Of one paragraph the last mark goes first.
    """
    match place.kind:
        case "mark":
            _put_mark(place, value, controls)
        case "field":
            look = next((run.find(f".//{qn('w:rPr')}") for run in place.node[::-1]), None)
            first = place.node[0]
            first.addprevious(controls.made(place.request, value, look))
            for run in place.node:
                run.getparent().remove(run)
        case "control":
            return _put_control(place, value, controls)
    return next(reversed(controls.filled))


def _put_mark(place: Place, value: str, controls: Controls) -> None:
    start, end = place.span
    at = 0
    control = None
    for text in own_texts(place.paragraph):
        letters = text.text or ""
        first, last = at, at + len(letters)
        at = last
        if last <= start or first >= end:
            continue
        before, after = letters[: max(start - first, 0)], letters[max(end - first, 0) :]
        if control is None:
            control = _split(text, before, controls.made(place.request, value, _look_of(text)))
            if end <= last:
                _say(text, after)
        else:
            _say(text, after if end <= last else "")


def _split(text: Any, before: str, control: Any) -> Any:
    """Put a control into the place of a text: what stood before it keeps its run and its look."""
    run = text.getparent()
    ahead = deepcopy(run)
    place = run.index(text)
    for child in list(ahead)[place + 1 :]:
        ahead.remove(child)
    _say(ahead[place], before)
    for child in list(run)[:place]:
        if child.tag != qn("w:rPr"):
            run.remove(child)
    if before or len(ahead) > 1 + (ahead.find(qn("w:rPr")) is not None):
        run.addprevious(ahead)
    run.addprevious(control)
    _say(text, "")
    return control


def _look_of(text: Any) -> Any:
    return text.getparent().find(qn("w:rPr"))


def _say(text: Any, letters: str) -> None:
    text.text = letters
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def _put_control(place: Place, value: str, controls: Controls) -> str:
    """Say another value in a control; it is no longer bound to anything that would redraw it."""
    control = place.node
    properties = control.find(qn("w:sdtPr"))
    for name in ("w:dataBinding", "w:showingPlcHdr", "w:text"):
        for one in properties.findall(qn(name)):
            properties.remove(one)
    content = control.find(qn("w:sdtContent"))
    texts = [*content.iter(_T)]
    if not texts:
        where = content.find(f".//{_P}")
        run = parse_xml(f"<w:r {nsdecls('w')}><w:t/></w:r>")
        (content if where is None else where).append(run)
        texts = [*run.iter(_T)]
    _say(texts[0], safe(value))
    for other in texts[1:]:
        _say(other, "")
    number = properties.find(qn("w:id"))
    if number is None:
        number = parse_xml(f"<w:id {nsdecls('w')}/>")
        properties.append(number)
    known = number.get(qn("w:val"))
    if known is None or known in controls.filled:
        known = controls.next_number()
        number.set(qn("w:val"), known)
    controls.filled[known] = place.request, value
    return str(known)
