"""Units in arrears: they have nothing on the register in a period, nor have those below them."""

import json
from collections.abc import Mapping
from typing import Any

from emulation_cli.tallies.measures.answering_units import UnitMap

# A year that the period cuts may lie in it: such a unit is not reminded.
_MAY_LIE_IN_IT = "{t}.first_day <= min(:last, :cut_off) AND {t}.last_day >= :first"
_HAVING: Mapping[str, str] = {
    "models": "SELECT DISTINCT r.unit_id FROM registrations AS r"
    f" WHERE r.cancelled_on IS NULL AND {_MAY_LIE_IN_IT.format(t='r')}",
    "exemplars": "SELECT DISTINCT r.unit_id FROM exemplar AS r"
    " JOIN exemplar_milestone AS m ON m.exemplar_id = r.id"
    f" WHERE r.cancelled_on IS NULL AND {_MAY_LIE_IN_IT.format(t='m')}",
    "honours": "SELECT DISTINCT r.unit_id FROM honours AS r"
    f" WHERE r.status = 'awarded' AND {_MAY_LIE_IN_IT.format(t='r')}",
}
NOUNS = tuple(_HAVING)


def without(noun: str, units: UnitMap, values: Mapping[str, Any]) -> str:
    """The condition that a unit `r` has none of a noun, on the map of the day.

    `values` are the parameters of the period (counting.parameters). Units whose place another
    one has taken are not reminded.
    """
    rows = units.register.connection.execute(_HAVING[noun], dict(values))
    having = {units.place(number) for (number,) in rows}
    parents = dict(units.register.connection.execute("SELECT id, parent_id FROM unit").fetchall())
    not_reminded = set(units.answers)
    for number in having:
        above: int | None = number
        while above and above not in not_reminded:
            not_reminded.add(above)
            above = units.place(parents.get(above))
    return f"r.id NOT IN (SELECT value FROM json_each('{json.dumps(sorted(not_reminded))}'))"
