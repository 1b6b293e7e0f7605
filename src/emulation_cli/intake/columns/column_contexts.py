"""What a column means because of the other columns of its list."""

import re
from collections.abc import Callable, Sequence, Set
from dataclasses import replace
from typing import NamedTuple

from emulation_cli.domain.patterns import pattern
from emulation_cli.intake.columns.column_map import SheetColumn
from emulation_cli.intake.headings import synonyms
from emulation_cli.intake.headings.heading_grammar import parse
from emulation_cli.intake.headings.heading_leaves import Meaning

_OF_EVENTS = pattern("hội nghị|sự kiện|event", re.IGNORECASE)
_OF_MODELS = pattern("mô hình|dân vận khéo|model", re.IGNORECASE)
_BEGINS = pattern(r"(?:tu|from)\b")
_OF_AWARDS = frozenset({"form", "title", "act", "decision", "decision_number", "amount"})
_OF_UNITS = frozenset({"parent", "type", "code", "other_names", "valid_from", "valid_to", "kind"})
_OF_RECORDS = _OF_AWARDS | {"unit", "discovered", "fostered", "multiplied", "leader", "form_mark"}
# Lists of these have a kind where those of units and conferences have a type.
_OF_KINDS = frozenset(synonyms.NAMES) - {"event_name"}
_BOTH = frozenset({"model_name", "name", "individual_name"})
# What stands for another thing where a list has no column for that.
_SECOND = {"occupation": "position", "native": "address"}


class _List(NamedTuple):
    """The columns of one list by what they mean so far."""

    found: frozenset[str]
    of_events: bool
    units: int = 0

    @property
    def named(self) -> bool:
        return bool(self.found & set(synonyms.NAMES))

    @property
    def is_programme(self) -> bool:
        """When and where: what else has «Nội dung | Thời gian | Địa điểm» but conferences?"""
        when = self.found & {"date", "date_place"}
        return bool(when and self.found & {"place", "date_place", "attendance"})


def settled_columns(columns: Sequence[SheetColumn], known: Set[int]) -> list[SheetColumn]:
    """«Tên» is the given name beside «Họ», else the name; so is «Tên đơn vị» if none other is.

    The columns of which it is `known` what they mean, by their numbers, mean it beside any other.
    """
    of_events = any(c.concept == "type" and _OF_EVENTS.search(c.heading) for c in columns)
    units = sum(c.concept == "unit" for c in columns)
    beside = _List(frozenset(c.concept for c in columns if c.concept), of_events, units)
    numbers = [column for column in columns if column.concept == "stt"]
    settled = []
    for column in columns:
        second = _second_tt(column, beside) if column in numbers[1:] else None
        if column.number in known:
            settled.append(column)
        elif second:
            settled.append(SheetColumn(column.number, column.path, *second))
        elif column.concept in _RULES:
            settled.append(replace(column, concept=_RULES[column.concept](column, beside)))
        else:
            settled.append(column)
    return settled


def _given_name(_column: SheetColumn, beside: _List) -> str | None:
    if "last_name" in beside.found:
        return "first_name"
    return None if beside.named else "name"


def _family_name(_column: SheetColumn, beside: _List) -> str | None:
    return "last_name" if "first_name" in beside.found else None


def _unit_or_name(_column: SheetColumn, beside: _List) -> str:
    """«Tên đơn vị»: a row's unit; beside one, or where units are honoured, the name itself."""
    if beside.named or "first_name" in beside.found:
        return "unit"
    records = beside.found & _OF_RECORDS and not beside.found & _OF_UNITS
    return "collective_name" if records else "unit_name"


def _year_or_gender(_column: SheetColumn, beside: _List) -> str:
    return "male_mark" if "female_mark" in beside.found else "year"


def _year_or_term(column: SheetColumn, beside: _List) -> str:
    """«Từ năm» beside «Đến năm»: where a term begins, no year of its own."""
    begins = "term_to" in beside.found and _BEGINS.match(synonyms.heading_key(column.path[-1]))
    return "term_from" if begins else "year"


def _by_content(column: SheetColumn, beside: _List) -> str:
    """«Nội dung» of conferences, «Nội dung mô hình»: the name where no other column holds it."""
    if beside.named:
        return str(column.concept)
    if beside.of_events or column.concept == "event" or beside.is_programme:
        return "event_name"
    return "model_name" if _OF_MODELS.search(column.path[-1]) else "summary"


def _beside_models(column: SheetColumn, beside: _List) -> str | None:
    """«Họ và tên» beside «Tên mô hình» leads the model, unless somebody is awarded something."""
    concept, found = column.concept, beside.found
    if "model_name" not in found or len(_BOTH & found) < 2:
        return concept
    if _OF_AWARDS & found:
        return None if concept == "model_name" else concept
    if concept == "model_name":
        return concept
    return None if "leader" in found else "leader"


def _type_or_kind(_column: SheetColumn, beside: _List) -> str:
    kinds = beside.found & _OF_KINDS and "kind" not in beside.found
    return "kind" if kinds else "type"


def _unit_or_exemplar(column: SheetColumn, beside: _List) -> str:
    """«Chi bộ tiêu biểu | Đảng bộ»: the first is what the list is of, the second its unit.

    «Tập thể/đơn vị» is what is honoured where nothing else has a name.
    """
    parts = parse(column.path[-1]).parts
    alone = not beside.named and not beside.found & {"first_name", "unit_name"}
    praised = "EXEMPLAR" in parts and beside.units > 1
    of_records = bool(beside.found & _OF_RECORDS) and not beside.found & _OF_UNITS
    honoured = "COLLECTIVE" in parts and of_records
    return "collective_name" if alone and (praised or honoured) else "unit"


def _unit_of_record(_column: SheetColumn, beside: _List) -> str:
    """«Thuộc» beside names is where they belong, beside units what stands above them."""
    of_records = beside.named and "unit" not in beside.found
    return "unit" if of_records else "parent"


def _presenter_or_role(_column: SheetColumn, beside: _List) -> str | None:
    """«Người trao» beside «Họ và tên»: who handed over to whom the list is of."""
    others = beside.found & set(synonyms.NAMES) - {"presenter_name"}
    return None if others else "presenter_name"


def _second_best(column: SheetColumn, beside: _List) -> str | None:
    instead = _SECOND[str(column.concept)]
    return None if instead in beside.found else instead


def _rank_or_post(_column: SheetColumn, beside: _List) -> str:
    """«Cấp bậc» beside «Chức vụ» is how somebody is addressed; alone it is the only post."""
    return "honorific" if beside.found & {"position", "position_unit"} else "position"


_RULES: dict[str | None, Callable[[SheetColumn, _List], str | None]] = {
    "first_name": _given_name, "last_name": _family_name, "unit_name": _unit_or_name,
    "male_mark": _year_or_gender, "year": _year_or_term,
    "summary": _by_content, "event": _by_content,
    "type": _type_or_kind, "parent": _unit_of_record, "unit": _unit_or_exemplar,
    "presenter_name": _presenter_or_role, "rank": _rank_or_post,
    **dict.fromkeys(_BOTH, _beside_models), **dict.fromkeys(_SECOND, _second_best),
}  # fmt: skip


def _second_tt(column: SheetColumn, beside: _List) -> Meaning | None:
    """«STT | Điển hình | TT | CN», «Số TT | Số CN»: the second TT is no number."""
    key = synonyms.heading_key(column.path[-1])
    if key == "tt" and "individual_mark" in beside.found:
        return "collective_mark", "collective"
    stated = key == "so tt" and "stated_individuals" in beside.found
    return ("stated_collectives", None) if stated else None
