"""What is told of rows that a run added: dated outside a life, unlike their decision, of nobody."""

from collections.abc import Iterator, Sequence

from emulation_cli.register.awarding.award_papers import disagreements, of_nobody
from emulation_cli.register.out_of_time import out_of_time, told
from emulation_cli.register.store import Register
from emulation_cli.taking_in.likely import ListTaken
from emulation_cli.taking_in.taken import Finding

_COLUMNS = {
    "outside_life": "unit",
    "outside_law": "form",
    "award_differs": "form",
    "award_of_nobody": "form",
}


_OF_LISTS = ("award_of_nobody",)  # told once, not row by row


def warn_of_added(register: Register, lists: Sequence[ListTaken]) -> None:
    """Note beside each record added what gives cause for thought; nothing is decided."""
    for one in lists:
        if one.taken.added:
            for record, code, values in _odd(register, one):
                said: dict[str, object] = {**values}
                row = one.row_of(record)
                finding = Finding(
                    one.sheet.name, row, _COLUMNS[code], code, "warn", said, code in _OF_LISTS
                )
                one.taken.findings.append(finding)


def _odd(register: Register, one: ListTaken) -> Iterator[tuple[str, str, dict[str, str]]]:
    numbers = min(one.taken.added), max(one.taken.added)
    for found in out_of_time(register.connection, one.taken.noun, numbers):
        yield found.record, found.finding, told(found)
    if one.taken.noun == "honours":
        for differing in disagreements(register.connection, numbers):
            yield differing.record, "award_differs", differing.values
        if forms := of_nobody(register.connection, numbers):
            (record, form), count = forms[0], f"{len(forms)}/{len(one.taken.added)}"
            yield record, "award_of_nobody", {"id": record, "form": form, "count": count}
