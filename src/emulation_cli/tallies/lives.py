"""`emul show`: one record with everything that belongs to it."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from emulation_cli.domain.catalogue.fields import Noun
from emulation_cli.domain.catalogue.nouns import BY_PLURAL, WITH_KIND
from emulation_cli.domain.catalogue.refs import Ref
from emulation_cli.domain.errors import Refused
from emulation_cli.register.recording.row_values import called
from emulation_cli.register.store import Register
from emulation_cli.tallies.row_lists.listings import COLUMNS, Listing, ListRequest, listing

if TYPE_CHECKING:
    from emulation_cli.tallies.holdings import Held

# The numbers of all records of the subject of a record, itself among them.
_OF_SUBJECT = (
    "SELECT :id UNION SELECT o.record_id FROM subject_record AS me JOIN subject_record AS o"
    " ON o.subject = me.subject AND o.noun = me.noun"
    " WHERE me.noun = '{noun}' AND me.record_id = :id"
)
# What is shown under a record of each noun: title key, and the question.
_MILESTONES = {
    "units": (
        "SELECT 'followed_by' AS milestone, s.date, NULL AS level, unit.name AS unit, s.document"
        " FROM unit_succession AS s JOIN unit ON unit.id = s.new_unit_id"
        " WHERE s.old_unit_id = :id UNION ALL"
        " SELECT 'following', s.date, NULL, unit.name, s.document"
        " FROM unit_succession AS s JOIN unit ON unit.id = s.old_unit_id"
        " WHERE s.new_unit_id = :id ORDER BY 2, 4"
    ),
    "exemplars": (
        "SELECT milestone, date, NULL AS level, NULL AS unit, document FROM exemplar_milestone AS m"
        f" WHERE exemplar_id IN ({_OF_SUBJECT.format(noun='X')}) AND NOT EXISTS"
        " (SELECT 1 FROM exemplar_milestone AS exact WHERE exact.milestone = m.milestone"
        f" AND exact.exemplar_id IN ({_OF_SUBJECT.format(noun='X')})"
        " AND length(exact.date) > length(m.date) AND exact.date LIKE m.date || '%')"
        " ORDER BY first_day"
    ),
    "models": (
        "SELECT CASE status WHEN 'new' THEN 'registered' WHEN 'continued' THEN 'continued'"
        " ELSE 'registration' END AS milestone, date, NULL AS level, NULL AS unit, document,"
        " first_day FROM registration WHERE model_id IN"
        f" ({_OF_SUBJECT.format(noun='M')}) UNION ALL"
        " SELECT milestone, m.date, level, unit.name, document, first_day"
        " FROM model_milestone AS m LEFT JOIN unit ON unit.id = m.unit_id"
        f" WHERE model_id IN ({_OF_SUBJECT.format(noun='M')}) ORDER BY first_day"
    ),
}
_HONOURS_OF = {"events": "event_id", "decisions": "decision_id"}


class Life(NamedTuple):
    """A record: its columns by name (codes), its milestones, and the lists that belong to it.

    `grown` are the exemplars that grew from a model, `told` the presenters of a conference or the
    publicity of an exemplar, `held` is what a unit holds.
    """

    id: str
    noun: str
    title: str
    particulars: Mapping[str, Any]
    milestones: tuple[Mapping[str, Any], ...] = ()
    honours: Listing | None = None
    grown: Listing | None = None
    told: Listing | None = None
    held: "tuple[Held, ...]" = ()


def life(register: Register, text: str) -> Life:
    """Everything known of one record; raises Refused for an unknown id."""
    ref = Ref.parse(text)
    noun, number = BY_PLURAL[ref.noun], ref.number
    if noun.plural == "imports":
        return _import_life(register, number)
    if noun.plural == "terms":
        return _term_life(register, number)
    cancelled = {name: f"r.{name}" for name in ("cancelled_on", "cancelled_reason")}
    columns = {**COLUMNS[noun.plural], **cancelled}
    wanted = ", ".join(f'{sql} AS "{name}"' for name, sql in columns.items())
    row = register.row(
        f"SELECT {wanted} FROM {noun.plural} AS r WHERE r.id = :id",
        {"id": number, "language": "vi"},
    )
    if row is None:
        raise Refused("domain.no_such_id", id=text)
    return Life(
        id=f"{noun.letter}{number}",
        noun=noun.plural,
        title=called(register, noun, row[noun.title]),
        particulars={name: value for name, value in row.items() if value is not None}
        | _others(register, noun, number),
        milestones=_milestones(register, noun.plural, number),
        honours=_honours(register, noun.plural, number),
        grown=_grown(register, number) if noun.plural == "models" else None,
        told=_told(register, noun, number),
        held=_held(register, number) if noun.plural == "units" else (),
    )


def _grown(register: Register, number: int) -> Listing:
    """The exemplars that grew from a model."""
    return listing(register, ListRequest("exemplars", filters=(("model_id", number),)))


# What is told of a record besides: the list, and by which number it is found.
_TOLD = {"events": ("presenters", "event_id"), "exemplars": ("publications", "exemplar_id")}


def _told(register: Register, noun: Noun, number: int) -> Listing | None:
    """Who hands over at a conference; what was published of an exemplar, by any of its records."""
    if noun.plural not in _TOLD:
        return None
    listed, name = _TOLD[noun.plural]
    sql = _OF_SUBJECT.format(noun=noun.letter)
    numbers = [row[0] for row in register.connection.execute(sql, {"id": number})]
    found = [listing(register, ListRequest(listed, filters=((name, one),))) for one in numbers]
    return found[0]._replace(rows=[row for one in found for row in one.rows])


def _held(register: Register, number: int) -> "tuple[Held, ...]":
    from emulation_cli.tallies.holdings import holdings

    return holdings(register, register.unit(number))


def _milestones(register: Register, noun: str, number: int) -> tuple[Mapping[str, Any], ...]:
    sql = _MILESTONES.get(noun)
    return tuple(register.rows(sql, {"id": number})) if sql else ()


def _honours(register: Register, noun: str, number: int) -> Listing | None:
    """Every honour of whom a record speaks; of a decision or an event those given by it."""
    if noun in WITH_KIND:
        sql = f"SELECT subject FROM {noun} WHERE id = ?"
        value = ("subject", register.connection.execute(sql, (number,)).fetchone()[0])
    elif noun in _HONOURS_OF:
        from emulation_cli.register.identity.stated import subject_of

        paper = subject_of(register.connection, f"{BY_PLURAL[noun].letter}{number}")
        value = (_HONOURS_OF[noun], Ref.parse(paper).number)
    else:
        return None
    return listing(register, ListRequest("honours", filters=(value,)))


def _others(register: Register, noun: Noun, number: int) -> dict[str, Any]:
    """The other records of whom or what a record speaks, each with its unit."""
    sql = (
        "SELECT o.noun || o.record_id AS id, unit.name AS unit"
        " FROM subject_record AS me JOIN subject_record AS o ON o.subject = me.subject"
        " LEFT JOIN exemplar AS x ON o.noun = 'X' AND x.id = o.record_id"
        " LEFT JOIN model AS m ON o.noun = 'M' AND m.id = o.record_id"
        " LEFT JOIN unit ON unit.id = coalesce(x.unit_id, m.unit_id)"
        " WHERE me.noun = ? AND me.record_id = ? AND o.noun <> 'H'"
        " AND (o.noun <> me.noun OR o.record_id <> me.record_id) ORDER BY o.noun DESC, o.record_id"
    )
    found = register.rows(sql, (noun.letter, number))
    said = "; ".join(f"{row['id']} ({row['unit']})" if row["unit"] else row["id"] for row in found)
    return {"one_with": said} if said else {}


def _import_life(register: Register, number: int) -> Life:
    everything = listing(register, ListRequest("imports"))
    rows = [
        dict(zip(everything.columns, row, strict=True))
        for row in everything.rows
        if row[0] == f"I{number}"
    ]
    if not rows:
        raise Refused("domain.no_such_id", id=f"{BY_PLURAL['imports'].letter}{number}")
    head = {name: rows[0][name] for name in ("at", "who")}
    return Life(f"I{number}", "imports", rows[0]["file"], head, tuple(rows))


def _term_life(register: Register, number: int) -> Life:
    """A term with what uses it."""
    from emulation_cli.tallies.row_lists.term_uses import uses

    found = listing(register, ListRequest("terms", filters=(("id", number),)))
    if not found.rows:
        raise Refused("domain.no_such_id", id=f"T{number}")
    row = dict(zip(found.columns, found.rows[0], strict=True))
    particulars = {name: value for name, value in row.items() if value}
    del particulars["id"]
    held = uses(register, row["vocabulary"], row["code"])
    return Life(row["id"], "terms", row["label_vi"], particulars, held=held)
