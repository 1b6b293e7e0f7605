"""Whether all is well with a register: its file, its rules, what looks odd, its backups."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from emulation_cli import leftovers
from emulation_cli.register.awarding import award_papers
from emulation_cli.register.compacting.compaction import unneeded
from emulation_cli.register.compacting.years_beside import absent, put_away, unharmed
from emulation_cli.register.copies import backups
from emulation_cli.register.identity.recorded_twice import DOUBLES, pairs_of
from emulation_cli.register.identity.verdicts import contradictions
from emulation_cli.register.log import log_triggers
from emulation_cli.register.log.clock import moments
from emulation_cli.register.opening import gate
from emulation_cli.register.opening.recorded_rules import broken_rules, called, no_texts
from emulation_cli.register.out_of_time import FINDINGS, accepted, records_of
from emulation_cli.register.recording.row_values import keys_by_column
from emulation_cli.register.sealing.chain_check import follow
from emulation_cli.register.sealing.rows_told import rows_untold
from emulation_cli.register.stated_counts import DIFFERING
from emulation_cli.register.store import Register
from emulation_cli.register.uncounted import UNDATED


@dataclass(frozen=True)
class Irregularity:
    """Something that is not as it should be. `part` is file, rule, suspect or backup.

    `sentence` is its key in words (area care); `records` are the ids concerned, all of them.
    """

    part: str
    sentence: str
    records: tuple[str, ...] = ()
    values: dict[str, Any] = field(default_factory=dict)


_OF_CANCELLED_UNITS = """
SELECT id FROM (
  SELECT 'X' || id AS id, unit_id FROM exemplar WHERE cancelled_on IS NULL
  UNION ALL SELECT 'M' || id, unit_id FROM model WHERE cancelled_on IS NULL
  UNION ALL SELECT 'H' || id, unit_id FROM honour WHERE cancelled_on IS NULL
  UNION ALL SELECT 'U' || id, parent_id FROM unit WHERE cancelled_on IS NULL) AS record
WHERE unit_id IN (SELECT id FROM unit WHERE cancelled_on IS NOT NULL)
"""
# Each rule with the records that break it; words say which command mends them.
RULES = {
    "unit_ends_early": "SELECT 'U' || id FROM unit WHERE valid_to < valid_from",
    "of_cancelled_unit": _OF_CANCELLED_UNITS,
    "open_change": "SELECT 'C' || change_id FROM open_change",
}

_STATED = f"""
SELECT 'D' || r.id FROM decisions AS r WHERE r.cancelled_on IS NULL AND ifnull(r.turn, 0) = 0
 -- Of older decisions an extracted register has only the part that speaks of its unit.
 AND r.id > ifnull((SELECT CAST(value AS INTEGER) FROM setting WHERE name = 'decisions_in_part'), 0)
 AND {DIFFERING}
"""
_BACKWARDS = """
SELECT DISTINCT 'X' || later.exemplar_id FROM exemplar_milestone AS later
JOIN exemplar_milestone AS earlier ON earlier.exemplar_id = later.exemplar_id
 AND earlier.milestone = 'discovered'
WHERE later.milestone <> 'discovered' AND later.last_day < earlier.first_day
 AND NOT EXISTS (SELECT 1 FROM exemplar_milestone AS first
   WHERE first.exemplar_id = later.exemplar_id AND first.milestone = 'discovered'
   AND first.first_day <= later.last_day)
"""
_AFTER_THE_END = """
SELECT DISTINCT 'M' || model_id FROM registration JOIN model_milestone AS stop USING (model_id)
WHERE stop.milestone = 'stopped' AND registration.first_day > stop.last_day
"""
_NOT_YET = """
SELECT id FROM (
  SELECT 'X' || exemplar_id AS id, first_day FROM exemplar_milestone
  UNION ALL SELECT 'M' || model_id, first_day FROM model_milestone
  UNION ALL SELECT 'E' || id, first_day FROM event
  UNION ALL SELECT 'D' || id, first_day FROM decision
  UNION ALL SELECT 'H' || id, first_day FROM honour)
WHERE first_day > date('now', '+1 day')
"""
_UNBORN = """
SELECT DISTINCT 'X' || exemplar.id FROM exemplar
JOIN exemplar_milestone ON exemplar_id = exemplar.id
WHERE birth_year IS NOT NULL AND substr(first_day, 1, 4) - birth_year NOT BETWEEN 5 AND 110
"""
# Both are counted: an article is no record of anybody that could be one with another.
_TWICE_PUBLISHED = """
SELECT 'L' || max(id) FROM publication
LEFT JOIN subject_record ON noun = 'X' AND record_id = exemplar_id WHERE cancelled_on IS NULL
GROUP BY ifnull(subject, -exemplar_id), type, title, date, place HAVING count(*) > 1
"""
_TWICE_PRESENTER = """
SELECT 'N' || max(id) FROM presenter WHERE cancelled_on IS NULL
GROUP BY event_id, name_key, position, recipients HAVING count(*) > 1
"""
# What may be right, but should be looked at.
SUSPECTS = {
    "publication_twice": _TWICE_PUBLISHED,
    "presenter_twice": _TWICE_PRESENTER,
    "stated_differs": _STATED,
    "award_differs": award_papers.RECORDS,
    "award_of_nobody": award_papers.OF_NOBODY,
    "backwards": _BACKWARDS,
    "after_the_end": _AFTER_THE_END,
    "not_yet": _NOT_YET,
    "unborn": _UNBORN,
    **{finding: records_of(finding) for finding in FINDINGS},
    "under_cancelled": (
        "SELECT 'H' || honour.id FROM honour JOIN decision ON decision.id = decision_id"
        " WHERE honour.cancelled_on IS NULL AND decision.cancelled_on IS NOT NULL"
    ),
    "undated_exemplars": f"SELECT 'X' || id FROM ({UNDATED['exemplars']})",
    "undated_models": f"SELECT 'M' || id FROM ({UNDATED['models']})",
    "undated_honours": f"SELECT 'H' || id FROM ({UNDATED['honours']})",
    "on_no_register": (
        "SELECT 'H' || id FROM honours WHERE exemplar_id IS NULL AND model_id IS NULL"
        " AND cancelled_on IS NULL"
    ),
}


def check(register: Register, *, deep: bool = False) -> Iterator[Irregularity]:
    """Everything that is not as it should be, the gravest first; `deep` reads every row."""
    if worst := _unreadable(register):
        yield worst
        return
    if others := gate.let_be(register.connection):
        yield Irregularity("suspect", "of_strangers", tuple(others))
    for broken in broken_rules(register.connection):
        yield Irregularity("rule", broken.rule, broken.records)
    yield from _asked(register, "rule", RULES)
    yield from _years_beside(register, deep=deep)
    if deep:
        yield from _keys(register)
        yield from _log_agrees(register)
        yield from _chain_holds(register)
    if left := leftovers.found(register.path.parent, backups.folder_of(register.path), Path.cwd()):
        yield Irregularity("suspect", "leftovers", tuple(map(str, left)))
    if slips := [f"C{one.change}" for one in moments(register.connection) if one.slipped]:
        yield Irregularity("suspect", "clock_slips", tuple(slips))
    for name in DOUBLES:
        if pairs := pairs_of(register.connection, name):
            yield Irregularity("suspect", name, tuple(" = ".join(pair) for pair in pairs))
    if pairs := contradictions(register.connection):
        yield Irregularity("suspect", "verdicts_differ", tuple(" = ".join(pair) for pair in pairs))
    yield from _asked(register, "suspect", SUSPECTS)
    yield from _backups(register, deep=deep)


def _unreadable(register: Register) -> Irregularity | None:
    """What keeps all the rest from being looked at: a damaged file, a text that is none."""
    if damaged := backups.complaints(register.connection):
        return Irregularity("file", "file_damaged", values={"text": "; ".join(damaged[:5])})
    if records := no_texts(register.connection):
        return Irregularity("rule", "no_text", records)
    return None


def _asked(register: Register, part: str, questions: dict[str, str]) -> Iterator[Irregularity]:
    for name, sql in questions.items():
        passed = accepted(register, name)  # a rule that is broken nobody can accept
        found = tuple(record for (record,) in register.connection.execute(sql))
        if records := tuple(one for one in found if part == "rule" or one not in passed):
            yield Irregularity(part, name, records)


def findings_of(register: Register, record: str) -> tuple[str, ...]:
    """The words of what looks odd about one record, whether it was accepted or not."""
    return tuple(
        name
        for name, sql in SUSPECTS.items()
        if record in {found for (found,) in register.connection.execute(sql)}
    )


def _keys(register: Register) -> Iterator[Irregularity]:
    """Names are found by keys derived from them; another program may have changed one alone."""
    wrong: list[str] = []
    for table, about in log_triggers.tables(register.connection).items():
        keys = keys_by_column(table, about.columns)
        if not keys or "id" not in about.types:
            continue
        named, makers = next(iter(keys.values()))[0], [made for _, made in keys.values()]
        rows = register.connection.execute(f"SELECT id, {named}, {', '.join(keys)} FROM {table}")
        wrong += (
            called(table, number)
            for number, name, *found in rows
            if found != [made(name) for made in makers]
        )
    if wrong:
        yield Irregularity("rule", "keys_differ", tuple(wrong))


def _log_agrees(register: Register) -> Iterator[Irregularity]:
    """The last that the log says of a row is what the row is; nothing came or went unseen."""
    if odd := tuple(rows_untold(register.connection)):
        yield Irregularity("rule", "log_differs", odd)


def _years_beside(register: Register, *, deep: bool) -> Iterator[Irregularity]:
    """Files in which finished years of the log lie: there, unharmed, and needed."""
    missing = absent(register.connection)
    harmed = [
        one
        for one in put_away(register.connection)
        if deep and one not in missing and not unharmed(register.path, one)
    ]
    for sentence, found in (("years_absent", missing), ("years_harmed", harmed)):
        if files := tuple(one.file for one in found):
            yield Irregularity("rule", sentence, files)
    if files := tuple(file.name for file in unneeded(register)):
        yield Irregularity("suspect", "years_unneeded", files)


def _chain_holds(register: Register) -> Iterator[Irregularity]:
    """The chain of the log, up to its first break; and what purges took out of it."""
    if absent(register.connection):
        return  # its lines cannot be read
    followed = follow(register.connection)
    if broken := followed.broken:
        change = f"C{broken.change}"
        where = (change, broken.record) if broken.record else (change,)
        yield Irregularity("rule", f"chain_{broken.how}", where, {"change": change})
    if followed.purged:
        purged = tuple(f"C{change}" for change in followed.purged)
        yield Irregularity("suspect", "chain_purged", purged)


def _backups(register: Register, *, deep: bool) -> Iterator[Irregularity]:
    found = backups.found(register.path)
    newest: Iterable[backups.Backup] = found if deep else found[-1:]
    if harmed := tuple(backup.path.name for backup in newest if not backup.unharmed):
        yield Irregularity("backup", "backup_harmed", harmed)
