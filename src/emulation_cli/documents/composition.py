"""Tables and sentences beside the breakdowns: the funnel, the shares of individuals, the groups."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from emulation_cli.documents.document import Column, Row, Table
from emulation_cli.documents.speech import Speech, running
from emulation_cli.domain.percentages import percentage
from emulation_cli.domain.text import safe
from emulation_cli.tallies.measures.figures import CountedRow
from emulation_cli.tallies.measures.specifications import SHARES
from emulation_cli.words import percent

_INDENT = "  "
Rows = tuple[CountedRow, ...]


def funnel_table(speech: Speech, section: str, steps: Rows) -> Table | None:
    """What became of those that came by the first step; None where no further step is known."""
    first, *further = (step.cells["total"] for step in steps)
    if not any(step.value for step in further):
        return None
    of_first = speech.say("measure.share_of_first", first=_step(speech, str(steps[0].code)))
    columns = (
        Column("total", speech.measure("total")),
        Column("share", of_first),
    )
    rows = tuple(
        Row(
            step.code,
            speech.say(f"step.{step.code}"),
            (found.value, _share(speech, found.value, first.value)),
            (found.cut, None),
        )
        for step, found in zip(steps, (first, *further), strict=True)
    )
    title, head = speech.say(f"table.funnel.{section}"), speech.say("head.funnel")
    return Table("funnel", title, head, columns, rows, bar="total")


def funnel_sentence(speech: Speech, section: str, steps: Mapping[str, int]) -> Iterator[str]:
    """«Trong 686 mô hình đăng ký: được công nhận 266 (38,8%); …», without what there is not."""
    first, *further = steps.items()
    said = [
        speech.say(f"reached.{step}", n=speech.number(n), percent=_share(speech, n, first[1]))
        for step, n in further
        if n
    ]
    if said:
        yield speech.say(
            f"{section}.funnel",
            total=speech.counted(section.removesuffix("s"), first[1]),
            steps="; ".join(said),
        )


def _step(speech: Speech, step: str) -> str:
    return running(speech.say(f"step.{step}"))


def _share(speech: Speech, n: int, base: int) -> str:
    """A share in percent; none of nothing."""
    return percent(percentage(n, base), language=speech.language)


def _known(numbers: Mapping[str, int]) -> int:
    return numbers["yes"] + numbers["no"]


def unknown_shares(shares: Rows) -> list[str]:
    """The shares of which nothing is known of anybody, in no act."""
    known = {_asked(row) for row in shares if _known(row.numbers)}
    return [name for name in SHARES if shares and name not in known]


def _asked(row: CountedRow) -> str:
    """What a share asks of a person: the last part of its code, after the act."""
    return str(row.code).rpartition(".")[2]


def shares_table(
    speech: Speech, section: str, shares: Rows, acts: Mapping[str, str]
) -> Table | None:
    """Women, who works directly, who leads: each of how many, and of how many it is not known.

    The share is of those of whom it is known (DOMAIN section 3, rule 5). A share that is known of
    nobody is left out; None where all are.
    """
    unknown = unknown_shares(shares)
    if len(unknown) == len(SHARES):
        return None
    columns = (
        *(Column(name, speech.measure(name)) for name in shares[0].cells),
        Column("share", speech.measure("share_of_known")),
    )
    rows = tuple(
        _share_row(speech, row, acts)
        for row in shares
        if _known(row.numbers) and _asked(row) not in unknown
    )
    title, head = speech.say(f"table.shares.{section}"), speech.say("head.shares")
    return Table("shares", title, head, columns, rows)


def _share_row(speech: Speech, row: CountedRow, acts: Mapping[str, str]) -> Row:
    numbers = row.numbers
    share = _share(speech, numbers["yes"], _known(numbers))
    cuts = (*(cell.cut for cell in row.cells.values()), None)
    label = share_label(speech, str(row.code), acts)
    return Row(row.code, label, (*numbers.values(), share), cuts)


def share_label(speech: Speech, code: str, acts: Mapping[str, str]) -> str:
    """«Nữ»; of one act «Khen thưởng: nữ»."""
    act, _, share = code.rpartition(".")
    label = speech.say(f"share.{share}")
    return f"{safe(acts[act])}: {running(label)}" if act else label


def shares_said(speech: Speech, shares: Rows) -> str:
    """«nữ 14 (31,8% của 44 người đã ghi, 114 chưa ghi)»: what is known; "" where nothing is."""
    said = []
    for row in shares:
        numbers = row.numbers
        if known := _known(numbers):
            values = {
                "label": running(speech.say(f"share.{_asked(row)}")),
                "n": speech.number(numbers["yes"]),
                "percent": _share(speech, numbers["yes"], known),
                "known": speech.number(known),
                "unknown": speech.number(numbers["unknown"]),
            }
            said.append(speech.say("share.some" if numbers["unknown"] else "share.all", **values))
    return "; ".join(said)


def in_groups(speech: Speech, table: Table, units: Rows, groups: Rows) -> Table:
    """A table of units with each group (khối) and its sums above the units of it."""
    rows = [(unit.group, row) for unit, row in zip(units, table.rows, strict=True)]
    found: list[Row] = []
    for group in groups:
        found.append(_group(speech, table, group))
        members = (row for of_group, row in rows if of_group == group.code)
        found += (replace(row, label=_INDENT + row.label) for row in members)
    return replace(table, rows=tuple(found))


def _group(speech: Speech, table: Table, group: CountedRow) -> Row:
    label = safe(group.label) if group.code else speech.say("none.by_group")
    cells = [group.cells[column.name] for column in table.columns]
    values, cuts = tuple(cell.value for cell in cells), tuple(cell.cut for cell in cells)
    return Row(group.code and safe(group.code), label, values, cuts, group=True)
