"""Where the form of an honour says another level than its decision, or nothing says who gave it."""

import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

from emulation_cli.domain.catalogue.refs import Ref

# «Chiến sĩ thi đua cơ sở» is of the base by its name; who heads the base gives it, at any level
# (law 06/2022/QH15, chapter IV).
_OF_THE_BASE = """
honour.level = 'grassroots' AND honour.body IS NULL AND EXISTS (
 SELECT 1 FROM term WHERE vocabulary = 'title' AND code = honour.title AND label_vi LIKE '%cơ sở%')
"""
_DIFFERING = f"""
SELECT 'H' || honour.id AS id, ifnull(honour.form_text, honour.body),
       'D' || decision.id, decision.number
FROM honour JOIN decision ON decision.id = honour.decision_id
WHERE honour.cancelled_on IS NULL AND {{only}}
 AND (honour.level <> decision.level AND NOT ({_OF_THE_BASE}) OR honour.system <> decision.system)
"""
RECORDS = f"SELECT id FROM ({_DIFFERING.format(only='1')})"
# «Giấy khen» alone is of any body; an order is the State's whoever writes it.
_OF_NOBODY = """
SELECT 'H' || id AS record, ifnull(form_text, form) AS form FROM honours
WHERE cancelled_on IS NULL AND status = 'awarded' AND form IS NOT NULL
 AND body IS NULL AND level IS NULL AND system IS NULL
 AND (SELECT system FROM term WHERE vocabulary = 'form' AND code = form) IS NULL
"""
OF_NOBODY = f"SELECT record FROM ({_OF_NOBODY})"


class Disagreement(NamedTuple):
    """An honour whose form speaks of another level or system than its decision."""

    record: str
    form: str | None
    decision: str
    number: str

    @property
    def values(self) -> dict[str, str]:
        """For the sentence that tells it."""
        return {"id": self.record, "form": self.form or "–", "number": self.number}


def disagreements(
    connection: sqlite3.Connection, numbers: tuple[int, int]
) -> Iterator[Disagreement]:
    """Those among the honours of these numbers (first, last)."""
    only = f"honour.id BETWEEN {int(numbers[0])} AND {int(numbers[1])}"
    for row in connection.execute(_DIFFERING.format(only=only)):
        yield Disagreement(*row)


def of_nobody(connection: sqlite3.Connection, numbers: tuple[int, int]) -> list[tuple[str, str]]:
    """Those of these numbers (first, last) of which nothing says who gave them, with their form."""
    return connection.execute(f"{_OF_NOBODY} AND id BETWEEN ? AND ?", numbers).fetchall()


def told_of_papers(
    connection: sqlite3.Connection, ref: Ref
) -> Iterator[tuple[str, dict[str, str]]]:
    """What is told of one honour that is new: a sentence with its values."""
    if ref.noun == "honours":
        for one in disagreements(connection, (ref.number, ref.number)):
            yield "domain.award_differs", one.values
        for record, form in of_nobody(connection, (ref.number, ref.number)):
            yield "domain.award_of_nobody", {"id": record, "form": form}
