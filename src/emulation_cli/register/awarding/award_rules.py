"""When a title may be given: after how many years of another one, by which article."""

import csv
from pathlib import Path
from typing import NamedTuple

from emulation_cli.register.store import Register

_OF_THE_LAW = Path(__file__).parent.parent / "opening" / "award_rules.csv"
_OWN = """
SELECT vocabulary, code, needed_vocabulary, needed, years, in_a_row, source, valid_from, valid_to
FROM award_rule ORDER BY id"""


class AwardRule(NamedTuple):
    """What may be given after `years` of what is needed; `in_a_row` without a year between."""

    vocabulary: str
    code: str
    needed_vocabulary: str
    needed: str
    years: int
    in_a_row: bool
    source: str | None
    valid_from: str | None
    valid_to: str | None

    def holds_on(self, day: str) -> bool:
        """Whether the rule is in force on an ISO day."""
        return (self.valid_from or "") <= day and (self.valid_to is None or day <= self.valid_to)


def award_rules(register: Register, day: str) -> list[AwardRule]:
    """The rules of a day: those of the law, and the register's own, which replace them."""
    own = [_rule(row) for row in register.connection.execute(_OWN)]
    said = {(rule.vocabulary, rule.code) for rule in own}
    with _OF_THE_LAW.open(encoding="utf-8", newline="") as file:
        law = [_rule(row) for row in list(csv.reader(file))[1:]]
    rules = [*own, *(rule for rule in law if (rule.vocabulary, rule.code) not in said)]
    return [rule for rule in rules if rule.holds_on(day)]


def _rule(row: "tuple[object, ...] | list[str]") -> AwardRule:
    kind, code, needed_kind, needed, years, in_a_row, *rest = row
    source, first, last = (str(value) if value else None for value in rest)
    return AwardRule(
        str(kind), str(code), str(needed_kind), str(needed), int(str(years)), str(in_a_row) == "1",
        source, first, last,
    )  # fmt: skip
