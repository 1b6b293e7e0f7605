"""What a heading means because of what stands above it, or of the marks that stand below it."""

from collections.abc import Iterable, Mapping, Sequence

from emulation_cli.domain.awards import new_award, read_award
from emulation_cli.domain.terms import Vocabularies
from emulation_cli.intake.cells.cell_values import is_year
from emulation_cli.intake.cells.coded_values import CodeReader, Statuses, is_mark, names_decision
from emulation_cli.intake.cells.headed_values import in_full
from emulation_cli.intake.headings import synonyms
from emulation_cli.intake.headings.heading_grammar import parse
from emulation_cli.intake.headings.years_in_headings import OF_A_YEAR
from emulation_cli.sheets.workbook import Cell

Meaning = tuple[str | None, str | None]  # a concept, and what an x below it says

# Columns of x by what they mark: the field each fills, and the vocabularies of their headings.
MARKED: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "field_mark": ("field", ("model_field",)),
    "form_mark": ("form", ("form", "title")),
    "title_mark": ("title", ("title", "form")),
    "status_mark": ("status", ("registration_status",)),
    "act_mark": ("act", ("act",)),
    "type_mark": ("type", ("event_type",)),
}
_BY_PARENT = {
    "field": "field_mark", "form": "form_mark", "title": "title_mark", "status": "status_mark",
    "act": "act_mark", "type": "type_mark",
}  # fmt: skip
_OF_AWARDS = ("form_mark", "title_mark")
# A heading with nothing above it is a column of marks only if nothing else stands under it.
_LONE = ("form_mark", "status_mark", "act_mark", "field_mark")
_NAMED_WITHIN = ("status_mark", "form_mark")
DATES = frozenset(
    {"discovered", "fostered", "multiplied", "date", "decision_date", "birth_date", "recognised",
     "appraised", "replicated", "stopped", "registered_on", "valid_from", "valid_to"}
)  # fmt: skip
_STAGES = frozenset(
    {"discovered", "fostered", "multiplied", "recognised", "appraised", "replicated", "stopped"}
)
_PARTS = {
    "ngay": "day",
    "thang": "month",
    "nam": "year",
    "day": "day",
    "month": "month",
    "year": "year",
}
_BEGINNINGS = frozenset(
    {"bat dau", "tu", "tu ngay", "tu nam", "ngay", "ngay thang", "ngay thang nam", "thoi gian",
     "thoi diem", "nam", "from", "start"}
)  # fmt: skip


def under_parent(path: Sequence[str], terms: Vocabularies) -> Meaning | None:
    """What a leaf means because of what stands above it; None where that says nothing."""
    leaf = synonyms.heading_key(path[-1])
    parent = synonyms.concept_of(path[-2]) or synonyms.concept_of(" ".join(path[:-1])) or ""
    if special := _under_year(path) or _of_persons_or_years(parent, leaf):
        return special
    if concept := _BY_PARENT.get(parent):
        said = str(in_full(path[-2], path[-1])) if concept in _OF_AWARDS else path[-1]
        if marked := _marked(terms, concept, said):
            return marked
    if parent == "field" and synonyms.concept_of(path[-1]) is None:
        return "field_mark", path[-1]  # exemplars have fields of any name
    if parent in ("decision", "decision_number"):
        return _DECISION_LEAVES.get(leaf, (synonyms.concept_of(path[-1]), None))
    if parent == "kind" and leaf in ("tt", "cn", "hgd", "ho"):
        mark = {"tt": "collective_mark", "cn": "individual_mark"}.get(leaf, "household_mark")
        return mark, synonyms.MARKS[mark]
    return _dated(parent, leaf)


def _under_year(path: Sequence[str]) -> Meaning | None:
    """«Năm 2022 > Đăng ký | Công nhận»: what was registered, and what recognised, that year."""
    year = synonyms.heading_key(path[-2]).removeprefix("nam ")
    if not (year.isdecimal() and is_year(int(year))):
        return None
    concept = synonyms.concept_of(path[-1])
    if concept == "status":
        return "year_mark", year
    return (concept, year) if concept in _STAGES else None


def _of_persons_or_years(parent: str, leaf: str) -> Meaning | None:
    """«Họ và tên > Ông | Bà» hold names; «Danh hiệu > 2021 | 2022» the same of each year."""
    if gendered := _GENDERED.get((parent, leaf)):
        return gendered, None
    if parent in _OF_PERSONS and leaf in GENDERS:
        return "individual_name", GENDERS[leaf]
    year = leaf.removeprefix("nam ")
    if not (year.isdecimal() and is_year(int(year))):
        return None
    if parent in ("year", "status"):
        return "year_mark", year
    return (parent, None) if parent in OF_A_YEAR else None


def _marked(terms: Vocabularies, concept: str, leaf: str) -> Meaning | None:
    """«Giấy khen» under «Hình thức»; an x under a leaf that nobody knows is told of."""
    if code := term_named(terms, concept, leaf):
        return concept, code
    if concept in _OF_AWARDS and (award := new_award(leaf)):
        return concept, award[1]
    unknown = concept != "field_mark" and synonyms.concept_of(leaf) is None
    return (concept, "") if unknown else None


def term_named(terms: Vocabularies, concept: str, heading: str) -> str | None:
    """The coded value that a heading is, or the one that it names among other words."""
    return _term(terms, concept, heading) or _term_within(terms, concept, heading)


def _dated(parent: str, leaf: str) -> Meaning | None:
    """«Đăng ký > 2021 | 2022», «Phát hiện > Năm 2021», «Bồi dưỡng > Bắt đầu»."""
    year = leaf.removeprefix("nam ")
    if year.isdecimal() and parent in (*DATES, "year", "status"):
        return ("year_mark", year) if parent in ("year", "status") else (parent, year)
    return (parent, None) if parent in DATES and leaf in _BEGINNINGS else None


def parts_of_dates(paths: Mapping[int, Sequence[str]]) -> dict[int, Meaning]:
    """«Ngày | Tháng | Năm» side by side under one heading are one date in three columns."""
    found: dict[int, Meaning] = {}
    for column, path in paths.items():
        parent = synonyms.concept_of(path[-2]) if len(path) > 1 else None
        part = _PARTS.get(synonyms.heading_key(path[-1]))
        if parent in {*DATES, "birth_year"} and part:
            found[column] = ("birth_date" if parent == "birth_year" else parent, part)
    if {"month", "year"} <= {part for _concept, part in found.values()}:
        return found
    return _parts_beside(paths)


def _parts_beside(paths: Mapping[int, Sequence[str]]) -> dict[int, Meaning]:
    """«Tháng | Năm phát hiện»: the month of the year that stands beside it."""
    parts = {column: _PARTS.get(synonyms.heading_key(path[-1])) for column, path in paths.items()}
    for column, path in paths.items():
        concept = synonyms.concept_of(path[-1])
        concept = "birth_date" if concept == "birth_year" else concept
        said = parse(path[-1]).parts
        if concept not in (*DATES, "year") or "YEAR" not in said or said & {"DAY", "MONTH"}:
            continue
        for step in (-1, 1):
            if parts.get(column + step) == "month":
                found: dict[int, Meaning] = {column: (concept, "year")}
                found[column + step] = (concept, "month")
                if parts.get(column + 2 * step) == "day":
                    found[column + 2 * step] = (concept, "day")
                return found
    return {}


def lone_mark(heading: str, cells: Iterable[Cell], terms: Vocabularies) -> Meaning | None:
    """«2021 | 2022», «Giấy khen | Bằng khen» with nothing but marks or states below them.

    A form's column may have the decision by which it was given in place of an x.
    """
    year = synonyms.heading_key(heading).removeprefix("nam ")
    texts = [cell for cell in cells if isinstance(cell, str) and cell.strip()]
    if not texts:
        return None
    if year.isdecimal() and is_year(int(year)):
        states = Statuses(terms, ("registration_status", "model_milestone"), "")
        known = all(is_mark(text) or isinstance(states(text), str) for text in texts)
        return ("year_mark", year) if known else None
    decisions = any(map(names_decision, texts))
    if not all(is_mark(text) or names_decision(text) for text in texts):
        return None
    lone = ("form_mark",) if decisions else _LONE
    found = ((concept, _term(terms, concept, heading)) for concept in lone)
    for concept, code in found:
        if code:
            return concept, code
    if decisions:
        return None
    # «Giấy khen LĐLĐ huyện», «Duy trì từ năm trước»: a term and whose or since when it is.
    within = ((concept, _term_within(terms, concept, heading)) for concept in _NAMED_WITHIN)
    return next((one for one in within if one[1]), None)


def _term(terms: Vocabularies, concept: str, heading: str) -> str | None:
    text = read_award(heading).sort if concept in _OF_AWARDS else heading
    code = CodeReader(terms, MARKED[concept][1], "")(text)
    return code if isinstance(code, str) else None


def _term_within(terms: Vocabularies, concept: str, heading: str) -> str | None:
    """«Xây dựng Đảng, chính quyền», «Duy trì từ năm trước»: the one term named in it."""
    text = f" {synonyms.heading_key(heading)} "
    names = {
        synonyms.heading_key(name): term.code
        for vocabulary in MARKED[concept][1]
        for term in terms.of(vocabulary)
        for name in term.names
    }
    within = [name for name in names if name and f" {name} " in text]
    whole = [n for n in within if not any(n != other and n in other for other in within)]
    codes = {names[name] for name in whole}
    return codes.pop() if len(codes) == 1 else None


_OF_PERSONS = ("name", "individual_name")
GENDERS = {"ong": "male", "nam": "male", "ba": "female", "nu": "female"}
_GENDERED = {
    (parent, leaf): f"{prefix}male" if leaf in ("nam", "male") else f"{prefix}female"
    for parent, prefix in (("birth_date", "birth_"), ("birth_year", "birth_"))
    for leaf in ("nam", "nu", "male", "female")
} | {
    ("gender", leaf): "male_mark" if leaf in ("nam", "male") else "female_mark"
    for leaf in ("nam", "nu", "male", "female")
}
_DECISION_LEAVES: Mapping[str, Meaning] = {
    "so": ("decision_number", None), "so hieu": ("decision_number", None),
    "ngay": ("decision_date", None), "ngay thang": ("decision_date", None),
    "ngay thang nam": ("decision_date", None), "ngay ky": ("decision_date", None),
    "co quan": ("decision_body", None), "cap": ("decision_body", None),
}  # fmt: skip
