"""Who is on the register by a name: each subject once, exemplar or only honoured."""

from typing import Any

from emulation_cli.register.store import Register

_COLUMNS = "kind, unit_id, unit, birth_year, gender, subject"
_OF_NAME = "WHERE name_key BETWEEN :key AND :key || char(1114111) AND cancelled_on IS NULL LIMIT 50"
_KNOWN = f"""
SELECT subject AS id, name, kind, unit_id, unit, birth_year, gender FROM (
 SELECT name, {_COLUMNS} FROM exemplars WHERE id IN (SELECT id FROM exemplar {_OF_NAME})
 UNION ALL SELECT recipient, {_COLUMNS} FROM honours WHERE id IN (SELECT id FROM honour {_OF_NAME})
) GROUP BY subject ORDER BY name, id LIMIT 10
"""


def persons_called(register: Register, key: str) -> list[dict[str, Any]]:
    """The subjects whose folded name begins so, as far as a clerk can choose among them.

    `id` is that of the subject.
    """
    return register.rows(_KNOWN, {"key": key})
