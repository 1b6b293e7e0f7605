"""The law of DESIGN section 7 in the plainest words, to hold the program's own against."""

from __future__ import annotations
from collections import defaultdict, namedtuple
from functools import lru_cache

Mention = namedtuple("Mention", "id name kind birth gender unit occasion", defaults=(None,))
# ---- succession: (old, new): U+V merged into W; S split into P,Q; W renamed X (a chain)
SUCC = {("U", "W"), ("V", "W"), ("W", "X"), ("S", "P"), ("S", "Q")}

def _reach():
    to = defaultdict(set)
    for a, b in SUCC: to[a].add(b)
    def down(u, seen):
        for v in to[u]:
            if v not in seen: seen.add(v); down(v, seen)
        return seen
    units = {u for e in SUCC for u in e}
    return {u: down(u, {u}) for u in units}
REACH = _reach()
@lru_cache(None)
def on_one_line(a, b):
    """the same unit, or one follows the other; never two that only share a successor or ancestor"""
    return a == b or b in REACH.get(a, ()) or a in REACH.get(b, ())
@lru_cache(None)
def component(u):
    """connected component of the succession graph: the second half of the blocking key"""
    near = defaultdict(set)
    for a, b in SUCC: near[a].add(b); near[b].add(a)
    seen, todo = {u}, [u]
    while todo:
        for v in near[todo.pop()]:
            if v not in seen: seen.add(v); todo.append(v)
    return min(seen)

def sets_agree(xs, ys): return not xs or not ys or bool(xs & ys)

class Node:
    """what a group of mentions says together"""
    __slots__ = ("ids", "names", "kind", "birth", "gender", "units", "occ")
    def __init__(self, ms):
        self.ids = frozenset(m.id for m in ms)
        for f in ("kind", "birth", "gender"):
            setattr(self, f, frozenset(getattr(m, f) for m in ms if getattr(m, f) is not None))
        self.names = frozenset(m.name for m in ms)
        self.units = frozenset(m.unit for m in ms if m.unit is not None)
        self.occ = frozenset((m.occasion, ) for m in ms if m.occasion is not None)
    def may_be(self, o):
        """nothing known speaks against it: what is compatible or, if not, a suspect"""
        return (bool(self.names & o.names) and sets_agree(self.kind, o.kind) and sets_agree(self.birth, o.birth)
                and sets_agree(self.gender, o.gender)
                and (not self.units or not o.units or any(on_one_line(a, b) for a in self.units for b in o.units)))
    def agrees(self, o):
        """compatible: both have a unit, and they are not two rows of one occasion"""
        return bool(self.units and o.units) and not (self.occ & o.occ) and self.may_be(o)

def components(ids, pairs):
    up = {i: i for i in ids}
    def find(i):
        while up[i] != i: i = up[i]
        return i
    for a, b in pairs:
        if a in up and b in up:
            x, y = find(a), find(b)
            if x != y: up[max(x, y)] = min(x, y)
    out = defaultdict(set)
    for i in ids: out[find(i)].add(i)
    return [frozenset(s) for s in out.values()]

def resolve(mentions, same, distinct):
    """One block -> (partition, suspects, contradictions). Nothing but sets goes in."""
    by = {m.id: m for m in mentions}
    ids = frozenset(by)
    same = {tuple(sorted(p)) for p in same if set(p) <= ids}
    distinct = {tuple(sorted(p)) for p in distinct if set(p) <= ids}
    troubles = set()
    # 1. what the clerk joined; a component that she also parted is suspended as a whole
    K = []
    for k in components(ids, same):
        if any(set(p) <= k for p in distinct):
            troubles.add(k); K += [frozenset([i]) for i in k]
        else: K.append(k)
    held = {i: k for k in K for i in k}
    apart = set()
    def parted(x, y): return any(frozenset((a, b)) in apart for a in x.ids for b in y.ids)
    def twins(nodes):
        """classes of equal closed neighbourhoods"""
        nb = {n.ids: frozenset(o.ids for o in nodes if o is n or (n.agrees(o) and not parted(n, o))) for n in nodes}
        out = defaultdict(list)
        for n in nodes: out[nb[n.ids]].append(n)
        return [frozenset().union(*(n.ids for n in g)) for g in out.values()], nb
    def node(g): return Node([by[i] for i in g])
    # 2. a verdict «two» between two subjects holds for the whole of both; within one it parts the two named
    links = [q for k in K for q in zip(sorted(k), sorted(k)[1:])]
    P0, _ = twins([node([i]) for i in ids])
    whole = {i: s for s in components(ids, [(min(g), i) for g in P0 for i in g] + links) for i in s}
    for a, b in distinct:
        A, B = (whole[a], whole[b]) if whole[a] != whole[b] else (held[a], held[b])
        apart |= {frozenset((x, y)) for x in A for y in B}
    # 3. evidence first
    P, _ = twins([node([i]) for i in ids])
    # 4. then verdicts over the classes; where that would join what was parted, evidence gives way
    for _ in range(len(ids) + 1):
        supers = components(ids, [(min(g), i) for g in P for i in g] + [p for k in K for p in zip(sorted(k), sorted(k)[1:])])
        bad = [s for s in supers if any(set(p) <= s for p in apart)]
        if not bad: P = supers; break
        for s in bad:
            troubles.add(s)
            P = [g for g in P if not g <= s] + [frozenset([i]) for i in s]
            # K-parts of s are put together below
        P = [p for p in components(ids, [(min(g), i) for g in P for i in g] + [q for k in K for q in zip(sorted(k), sorted(k)[1:])])]
    # 5. evidence again over what is joined, until nothing changes (only coarser: it ends)
    while True:
        nodes = [node(g) for g in P]
        P2, nb = twins(nodes)
        if len(P2) == len(P): break
        P = P2
    suspects = frozenset(frozenset((a.ids, b.ids)) for a in nodes for b in nodes if a is not b and a.may_be(b) and not parted(a, b))
    return frozenset(P), suspects, frozenset(troubles)
