"""What the list that a clerk asked for is headed by when it is printed."""

from collections.abc import Iterator
from typing import Any

from emulation_cli import words
from emulation_cli.documents.papers.list_head import ListHead
from emulation_cli.documents.speech import Speech
from emulation_cli.domain.text import safe
from emulation_cli.register.recording.editing import existing
from emulation_cli.register.store import Register
from emulation_cli.tallies.measures.answering_units import joined_names
from emulation_cli.tallies.row_lists.list_requests import ANY, ListRequest


def head_of_list(register: Register, asked: ListRequest) -> ListHead:
    """The head of the list that was asked for, in the language of the screen."""
    return ListHead(_title(register, asked), tuple(_under(register, asked)))


def _title(register: Register, asked: ListRequest) -> str:
    """«Danh sách đề nghị khen thưởng», «Danh sách biểu dương»: of one act that act."""
    act = dict(asked.filters).get("act")
    if asked.noun == "honours" and (act not in (None, ANY) or asked.show == "proposed"):
        label = words.say("lists.every_act")
        if act not in (None, ANY):
            label = register.vocabularies.label("act", str(act), words.language())
        key = "proposed" if asked.show == "proposed" else "of_act"
        return words.say(f"lists.title_{key}", act=safe(label[:1].lower() + label[1:]))
    return words.say(f"lists.list.{asked.noun}")


def _under(register: Register, asked: ListRequest) -> Iterator[str]:
    chosen = dict(asked.filters)
    if whose := joined_names(asked.within) or register.setting("unit"):
        yield safe(whose)
    if event := _row(register, "E", chosen.get("event_id")):
        day = f" ({words.date(event['date'])})" if event["date"] else ""
        yield safe(event["name"]) + day
    if asked.period:
        yield Speech(words.language()).period(asked.period)
    if asked.cut_off:
        speech = Speech(words.language())
        yield speech.say("cut_off", date=words.date(asked.cut_off))
    if decision := _row(register, "D", chosen.get("decision_id")):
        day = words.long_date(decision["date"] or "")
        key = "annexed_to_of" if decision["body"] else "annexed_to"
        values = {"number": safe(decision["number"]), "date": day}
        yield words.say(f"find.{key}", body=safe(decision["body"] or ""), **values)


def _row(register: Register, letter: str, number: object) -> dict[str, Any] | None:
    """The event or decision that a list was asked for."""
    return None if number in (None, ANY) else existing(register, f"{letter}{number}")[1]
