"""What lists say of two records, that they are one or two: verdicts go out and come back."""

from collections.abc import Iterable

from emulation_cli.register.identity.stated import say, standing, uuid_of
from emulation_cli.register.store import Register
from emulation_cli.taking_in.corrections.coming_back import ComingBack
from emulation_cli.taking_in.list_work import Saying
from emulation_cli.taking_in.preparer import RowRefused
from emulation_cli.taking_in.taken import Taken


def say_as_listed(
    register: Register, said: Iterable[tuple[Taken, Saying, ComingBack | None]], *, update: bool
) -> None:
    """Note the verdicts of lists inside an open change.

    One that the register has otherwise stays; so does one that was withdrawn since our own list
    was written, unless `update` makes it a correction. Each is told.
    """
    for taken, saying, coming_back in said:
        other = coming_back.by_id(saying.other) if coming_back else None
        if coming_back is None or other is None:
            refusal = RowRefused(saying.column, "unknown_id", value=saying.other)
            taken.find(saying.row, refusal, "warn")
            continue
        one = uuid_of(register.connection, saying.record)
        pair = one, uuid_of(register.connection, str(other))
        before = standing(register.connection, pair)
        if before == saying.verdict:
            continue
        if before or (coming_back.mine and not update):
            values = {"id": saying.record, "other": str(other)}
            refusal = RowRefused(saying.column, "verdict_differs", **values)
            taken.find(saying.row, refusal, "warn")
            continue
        say(register.connection, pair, saying.verdict)
        taken.changed.add(int(saying.record[1:]))
