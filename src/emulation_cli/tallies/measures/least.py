"""How few subjects a figure may speak of: what suspects leave open (docs/data.md, `least`)."""

from collections import defaultdict
from collections.abc import Mapping

from emulation_cli.register.store import Register
from emulation_cli.tallies.measures.sources import map_of, source_of
from emulation_cli.tallies.row_lists.list_requests import ListRequest

# Of more that hang together every way to join them is not looked through: none is said.
MOST = 12
Near = Mapping[str, set[str]]


def least_of(register: Register, request: ListRequest, total: int) -> int | None:
    """The fewest that the rows of a list may be, of `total` subjects; None where too many hang
    together to tell.
    """
    near = _suspects_among(register, request)
    spare = 0
    for group in _hanging_together(near):
        if len(group) > MOST:
            return None
        spare += len(group) - _cover(sorted(group), near, [])
    return total - spare


def touched_by_suspects(register: Register, request: ListRequest) -> int:
    """How many of the subjects of a list may be another one of them."""
    return len(_suspects_among(register, request))


def _suspects_among(register: Register, request: ListRequest) -> Near:
    """The subjects of the rows that may be one with others of them, by subject."""
    if register.row("SELECT 1 FROM suspect LIMIT 1") is None:
        return {}
    found = source_of(request, map_of(register, request), ())
    head = f"WITH {', '.join(found.head)} " if found.head else ""
    sql = (
        f"{head}SELECT DISTINCT r.subject FROM {found.rows}"
        " AND r.subject IN (SELECT one FROM suspect UNION SELECT other FROM suspect)"
    )
    here = {subject for (subject,) in register.connection.execute(sql, found.values)}
    near: defaultdict[str, set[str]] = defaultdict(set)
    for one, other in register.connection.execute("SELECT one, other FROM suspect"):
        if one in here and other in here:
            near[one].add(other)
            near[other].add(one)
    return near


def _hanging_together(near: Near) -> list[set[str]]:
    groups, seen = [], set[str]()
    for start in near:
        if start in seen:
            continue
        group, waiting = {start}, [start]
        while waiting:
            new = near[waiting.pop()] - group
            group |= new
            waiting += new
        seen |= group
        groups.append(group)
    return groups


def _cover(left: list[str], near: Near, cliques: list[set[str]], best: int = MOST + 1) -> int:
    """The fewest groups of which all may be one that take in everybody."""
    if len(cliques) >= best:
        return best
    if not left:
        return len(cliques)
    first, *rest = left
    for clique in cliques:
        if clique <= near[first]:
            clique.add(first)
            best = min(best, _cover(rest, near, cliques, best))
            clique.remove(first)
    return min(best, _cover(rest, near, [*cliques, {first}], best))
