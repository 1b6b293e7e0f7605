"""What an import changes, or would have to, in the words of the screen: labels, not codes."""

from collections.abc import Callable
from typing import Any

from emulation_cli import words
from emulation_cli.domain.patterns import pattern
from emulation_cli.render.labels import cell_text
from emulation_cli.taking_in.results import RunResult
from emulation_cli.taking_in.taken import Taken

Said = Callable[[str, str, Any], Any]

_ISO = pattern(r"\d{4}-\d\d(?:-\d\d)?")
_DIFFERING = ("differs_from_register", "rows_differ")


def say_values(outcome: RunResult) -> RunResult:
    """The outcome with old and new values as a person reads them."""
    if outcome.said:
        return outcome
    outcome.said = True

    def label(vocabulary: str, code: str) -> str | None:
        found = outcome.vocabularies.label(vocabulary, code, words.language())
        return None if found == code else found

    def said(noun: str, column: str, value: Any) -> Any:
        plain = value is None or isinstance(value, tuple)
        if plain or _ISO.fullmatch(str(value)):
            return value if plain else words.date(str(value))
        return cell_text(noun, column.removesuffix("_id"), value, label)

    for file in outcome.files:
        for _sheet, taken in file.taken:
            _say_of(taken, said)
    return outcome


def _say_of(taken: Taken, said: Said) -> None:
    taken.changes = [
        one._replace(
            old=said(taken.noun, one.column, one.old), new=said(taken.noun, one.column, one.new)
        )
        for one in taken.changes
    ]
    for place, finding in enumerate(taken.findings):
        if finding.code in _DIFFERING:
            values = {
                name: said(taken.noun, finding.column, finding.values[name]) or "–"
                for name in ("old", "new")
            }
            taken.findings[place] = finding._replace(values={**finding.values, **values})
