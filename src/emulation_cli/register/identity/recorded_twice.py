"""Records that were recorded more than once, or that nothing known tells apart, by what is wrong.

`check`, `duplicates`, an import and a record typed by hand all ask these questions: each gives the
ids of two records, the earlier one first.
"""

import sqlite3

from emulation_cli.register.identity.stated import Pair, uuid_of

_TWICE = """
SELECT me.noun || me.record_id AS one, o.noun || o.record_id AS other
FROM subject_record AS me JOIN subject_record AS o
 ON o.subject = me.subject AND o.noun = me.noun AND o.record_id > me.record_id
JOIN {table} AS mine ON mine.id = me.record_id JOIN {table} AS later ON later.id = o.record_id
WHERE me.noun = '{noun}' AND {same}
"""
_SAME_UNITS = """
SELECT 'U' || one.id AS one, 'U' || other.id AS other FROM unit AS one JOIN unit AS other
 ON other.name_key = one.name_key AND other.id > one.id AND other.type = one.type
WHERE one.cancelled_on IS NULL AND other.cancelled_on IS NULL
 AND (one.code IS NULL OR other.code IS NULL)
 AND (one.parent_id IS other.parent_id OR one.parent_id IS NULL OR other.parent_id IS NULL)
 AND NOT (ifnull(one.valid_to, '9999') < ifnull(other.valid_from, '')
       OR ifnull(other.valid_to, '9999') < ifnull(one.valid_from, ''))
 AND NOT EXISTS (SELECT 1 FROM unit_succession
   WHERE (old_unit_id, new_unit_id) IN (VALUES (one.id, other.id), (other.id, one.id)))
"""
_SAME_MOVEMENTS = """
SELECT 'P' || one.id AS one, 'P' || other.id AS other FROM movement AS one JOIN movement AS other
 ON other.name_key = one.name_key AND other.id > one.id
WHERE one.cancelled_on IS NULL AND other.cancelled_on IS NULL
 AND (one.date IS NULL OR other.date IS NULL
   OR one.date LIKE other.date || '%' OR other.date LIKE one.date || '%')
"""
# Honours of one subject, by both: the later one first.
_OF_ONE = """
FROM subject_record AS me JOIN subject_record AS o
 ON o.subject = me.subject AND o.noun = 'H' AND o.record_id < me.record_id
JOIN honours AS mine ON mine.id = me.record_id
JOIN honours AS other ON other.id = o.record_id
WHERE me.noun = 'H' AND mine.status IN ('awarded', 'proposed')
 AND other.status IN ('awarded', 'proposed')
"""
_SAME_HONOURS = f"""
SELECT 'H' || other.id AS one, 'H' || mine.id AS other {_OF_ONE} AND mine.act = other.act
 AND mine.form IS other.form AND mine.title IS other.title AND mine.date IS other.date
 AND mine.decision_id IS other.decision_id AND mine.event_id IS other.event_id
 AND mine.achievement_year IS other.achievement_year
"""
# The law forbids several awards for one achievement (DOMAIN section 3, rule 8).
_SECOND_AWARDS = f"""
SELECT 'H' || other.id AS one, 'H' || mine.id AS other {_OF_ONE}
 AND mine.status = 'awarded' AND other.status = 'awarded' AND mine.movement_id = other.movement_id
 AND ifnull(mine.achievement_year, substr(mine.date, 1, 4))
   = ifnull(other.achievement_year, substr(other.date, 1, 4))
"""
_NAMED = ("comparing_key", "unit_id")
# What is stated less exactly, or was joined by a clerk, is no second record of one thing.
_SAME = {
    "same_exemplars": (
        "X",
        "exemplar",
        ("comparing_key", "unit_id", "kind", "birth_year", "gender"),
    ),
    "same_models": ("M", "model", _NAMED),
    "same_decisions": ("D", "decision", ("date", "body")),
    "same_events": ("E", "event", ("date", "place", "organiser")),
}
DOUBLES = {
    **{
        name: _TWICE.format(
            noun=noun,
            table=table,
            same=" AND ".join(f"mine.{column} IS later.{column}" for column in columns),
        )
        for name, (noun, table, columns) in _SAME.items()
    },
    "same_units": _SAME_UNITS,
    "same_movements": _SAME_MOVEMENTS,
    "same_honours": _SAME_HONOURS,
    "second_awards": _SECOND_AWARDS,
    "undecided": "SELECT one, other FROM suspect",
}


def pairs_of(connection: sqlite3.Connection, name: str) -> list[Pair]:
    """The pairs that one of the questions finds; of units and movements a verdict says «two»."""
    asked = f"SELECT one, other FROM ({DOUBLES[name]})"
    if name not in _BESIDE_IDENTITY:
        return connection.execute(asked).fetchall()
    found = connection.execute(f"{asked} LIMIT {_MOST_PAIRS}").fetchall()
    sql = "SELECT one, other FROM verdict WHERE verdict = 'distinct'"
    two = {frozenset(pair) for pair in connection.execute(sql)}
    return [pair for pair in found if {uuid_of(connection, one) for one in pair} not in two]


# Of a thousand namesakes each would be paired with each: nobody settles more by hand.
_MOST_PAIRS = 2_000
# Who is one of these is not worked out: each record is counted as it stands.
_BESIDE_IDENTITY = ("same_units", "same_movements")
# For one honour, and for those from a number on: what the questions about honours say of them.
OF_HONOUR = {
    "same_honour": f"{_SAME_HONOURS} AND me.record_id = :number",
    "second_award": f"{_SECOND_AWARDS} AND me.record_id = :number",
}
OF_HONOURS_SINCE = {
    "same_honour": f"{_SAME_HONOURS} AND me.record_id >= :number",
    "second_award": f"{_SECOND_AWARDS} AND me.record_id >= :number",
}
