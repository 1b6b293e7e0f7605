"""Tables and sentences beside the breakdowns: the funnel, the shares of individuals, the groups."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from emulation_cli.documents.document import Column, Row, Table
from emulation_cli.documents.speech import Speech, running
from emulation_cli.domain.text import safe
from emulation_cli.tallies.figures import SHARES, Rows, Shares
from emulation_cli.tallies.figures import Row as Numbers
from emulation_cli.words import percent

DASH = "–"
_INDENT = "  "


def funnel_table(speech: Speech, section: str, steps: Mapping[str, int]) -> Table | None:
    """What became of those that came by the first step; None where no further step is known."""
    first, *further = steps.values()
    if not any(further):
        return None
    of_first = speech.say("measure.share_of_first", first=_step(speech, next(iter(steps))))
    columns = (
        Column("total", speech.measure("total")),
        Column("share", of_first),
    )
    rows = tuple(
        Row(step, speech.say(f"step.{step}"), (n, _share(speech, n, first)))
        for step, n in steps.items()
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
    return percent(100 * n / base, language=speech.language) if base else DASH


def _known(numbers: Mapping[str, int]) -> int:
    return numbers["yes"] + numbers["no"]


def unknown_shares(shares: Shares) -> list[str]:
    """The shares of which nothing is known of anybody, in no act."""
    known = {code.rpartition(".")[2] for code, numbers in shares.items() if _known(numbers)}
    return [name for name in SHARES if shares and name not in known]


def shares_table(
    speech: Speech, section: str, shares: Shares, acts: Mapping[str, str]
) -> Table | None:
    """Women, who works directly, who leads: each of how many, and of how many it is not known.

    The share is of those of whom it is known (DOMAIN section 3, rule 5). A share that is known of
    nobody is left out; None where all are.
    """
    unknown = unknown_shares(shares)
    if len(unknown) == len(SHARES):
        return None
    measures = ("individuals", "yes", "no", "unknown")
    columns = (
        *(Column(name, speech.measure(name)) for name in measures),
        Column("share", speech.measure("share_of_known")),
    )
    rows = tuple(
        Row(
            code,
            share_label(speech, code, acts),
            (
                *(numbers[name] for name in measures),
                _share(speech, numbers["yes"], _known(numbers)),
            ),
        )
        for code, numbers in shares.items()
        if numbers["individuals"] and code.rpartition(".")[2] not in unknown
    )
    title, head = speech.say(f"table.shares.{section}"), speech.say("head.shares")
    return Table("shares", title, head, columns, rows)


def share_label(speech: Speech, code: str, acts: Mapping[str, str]) -> str:
    """«Nữ»; of one act «Khen thưởng: nữ»."""
    act, _, share = code.rpartition(".")
    label = speech.say(f"share.{share}")
    return f"{safe(acts[act])}: {running(label)}" if act else label


def shares_said(speech: Speech, shares: Shares) -> str:
    """«nữ 14 (31,8% của 44 người đã ghi, 114 chưa ghi)»: what is known; "" where nothing is."""
    said = []
    for code, numbers in shares.items():
        known = _known(numbers)
        if known:
            values = {
                "label": running(speech.say(f"share.{code.rpartition('.')[2]}")),
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


def _group(speech: Speech, table: Table, group: Numbers) -> Row:
    label = safe(group.label) if group.code else speech.say("none.by_group")
    values = tuple(group.numbers.get(column.name, 0) for column in table.columns)
    return Row(group.code and safe(group.code), label, values, group=True)
