"""`emul` alone on a terminal: the register at a glance, and what to type next."""

import sys
from collections.abc import Iterator
from datetime import date

from emulation_cli import render, words
from emulation_cli.commands.frame.desk import Desk
from emulation_cli.documents.card import Block, Glance
from emulation_cli.documents.links.list_commands import shown_command
from emulation_cli.tallies.comparison import NumberChange
from emulation_cli.tallies.overview import Overview, overview

_COUNTED = ("units", "exemplars", "models", "events", "decisions", "honours")


def write(desk: Desk) -> None:
    """Write the overview of the register of this run; a welcome where there is none yet."""
    if not (sys.stdout.isatty() and desk.path.exists()):
        sys.stdout.write(words.say("cli.welcome"))
        return
    register = desk.register
    found = overview(register, date.today().isoformat())
    render.glance(glance(register.setting("unit") or "", found), sys.stdout)


def glance(office: str, found: Overview) -> Glance:
    """The overview in words of the screen."""
    blocks = [Block(words.say("overview.totals"), tuple(_totals(found)))]
    if any(found.totals.values()):
        blocks.append(Block(words.say("overview.year", **_years(found)), tuple(_year(found))))
    blocks.append(Block(words.say("overview.attention"), tuple(_attention(found))))
    following = tuple((words.command_line(line), told) for line, told in _next(found))
    blocks.append(Block(words.say("overview.next"), following))
    return Glance(office or words.say("overview.no_office"), tuple(blocks))


def _totals(found: Overview) -> Iterator[tuple[str, ...]]:
    for noun in _COUNTED:
        yield words.say(f"overview.{noun}"), words.number(found.totals[noun])


def _years(found: Overview) -> dict[str, str]:
    year = int(found.day[:4])
    return {"day": words.date(found.day), "earlier": str(year - 1)}


def _year(found: Overview) -> Iterator[tuple[str, ...]]:
    for name, one in found.year.items():
        yield words.say(f"overview.{name}"), words.number(one.value), _against(one)


def _against(one: NumberChange) -> str:
    """The earlier number, and the difference in percent where there is one."""
    earlier = words.number(one.earlier or 0)
    sign = "+" if (one.percent or 0) > 0 else ""
    share = words.percent(one.percent)
    return words.say("overview.against", earlier=earlier, percent=sign + share)


def _attention(found: Overview) -> Iterator[tuple[str, ...]]:
    for one in found.attention:
        yield (
            words.say(f"overview.attention.{one.name}"),
            words.number(one.number),
            shown_command(one.rows, words.language()),
        )
    if not found.attention:
        yield (words.say("overview.nothing"),)


def _next(found: Overview) -> Iterator[tuple[str, str]]:
    yield "emul import " + words.say("overview.file"), words.say("overview.next.import")
    yield "emul add", words.say("overview.next.add")
    if found.totals["exemplars"] + found.totals["models"] + found.totals["honours"]:
        yield "emul search " + words.say("overview.words"), words.say("overview.next.search")
        year = found.latest or found.day[:4]
        told = words.say("overview.next.report", year=year)
        yield f"emul report {year} --compare last-year", told
    yield "emul --help", words.say("overview.next.help")
