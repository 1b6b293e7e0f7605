"""Headings of several years: «Hình thức năm 2021», «Năm đăng ký lần đầu», «Năm duy trì»."""

import re
from collections.abc import Sequence

from emulation_cli.domain.patterns import pattern
from emulation_cli.intake.headings.heading_grammar import parse

# What lists have of each year in columns beside one another.
OF_A_YEAR = ("form", "title", "decision", "decision_number", "amount")
_YEAR = pattern(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_WITH_YEAR = pattern(r"\b(?:(?:năm|nam)\s*)?(?:19|20)\d\d\b", re.IGNORECASE)


def year_of(texts: Sequence[str]) -> int | None:
    """The one year that some texts name: the headings of a column, or of a sheet «DVK 2022»."""
    years = set(_YEAR.findall(" ".join(texts)))
    return int(years.pop()) if len(years) == 1 else None


def without_year(heading: str) -> str:
    """«Hình thức khen thưởng năm 2021» is «Hình thức khen thưởng»."""
    return _WITH_YEAR.sub(" ", heading).strip(" -–:(),")


def state_of(heading: str) -> str | None:
    """The state that a column of years is of: new, or continued."""
    parts = parse(heading).parts
    new, kept = "NEW" in parts, "KEEP" in parts
    return None if new == kept else "new" if new else "continued"
