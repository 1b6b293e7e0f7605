"""Lists of proposals and of what became of them: the state of each row, its votes, its fate."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from emulation_cli.intake.cells.numbers import votes_in
from emulation_cli.intake.records.outcomes import fate

if TYPE_CHECKING:
    from emulation_cli.intake.records.record_rows import Records


def settle(records: "Records", against: Mapping[int, str]) -> None:
    """Every row is a proposal; `against` has by row the cell that says no."""
    if any(records.values.get("status") or ()):
        return
    records.values["status"] = ["proposed"] * len(records.rows)
    records.tell(None, None, (), "taken_as_proposed", "warn")
    if days := records.values.get("proposed_on"):
        own = records.values.get("date") or records.empty()
        records.values["date"] = [day or proposed for day, proposed in zip(own, days, strict=True)]
    _settle_votes(records)
    _settle_fates(records, against)


def _settle_votes(records: "Records") -> None:
    """«8/9» says of how many, where no column does."""
    columns = records.of("votes_for")
    if not columns or any(records.values.get("votes_of") or ()):
        return
    found = [votes_in(cell) for cell in records.cells(columns, "votes_for")]
    if any(found):
        records.values["votes_of"] = [votes and votes[1] for votes in found]
        records.remember("votes_of", columns)


def _settle_fates(records: "Records", against: Mapping[int, str]) -> None:
    """What a remark says goes where no column of outcomes does."""
    outcomes = list(records.values.get("outcome") or records.empty())
    reasons = list(records.values.get("outcome_reason") or records.empty())
    count = 0
    for position, row in enumerate(records.rows):
        if row in against and outcomes[position] in (None, "not_passed", "returned"):
            outcome, why = fate(against[row])
            outcomes[position] = outcomes[position] or outcome
            reasons[position] = reasons[position] or why
        count += outcomes[position] in ("not_passed", "returned")
    if any(outcomes):
        records.values["outcome"], records.values["outcome_reason"] = outcomes, reasons
    if count:
        records.tell(None, None, (), "outcome_taken", "info", count=count)
