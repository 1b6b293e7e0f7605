"""Names to be compared with a misspelt text, few of many: «did you mean» in a long vocabulary."""

from collections import defaultdict
from collections.abc import Iterable

from emulation_cli.domain.text import fold, nearest

# So many names are compared letter by letter; of more, those that share a text's rarest words.
COMPARED = 120
_BEGINNING = 3  # of a word: a slip rarely lies there


class Likely:
    """Folded names, found by their words and by the beginnings of their words."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names: dict[str, None] = {}
        self._by_part: defaultdict[str, list[str]] = defaultdict(list)
        for name in names:
            self.add(name)

    def add(self, name: str) -> None:
        """Take up a name, folded."""
        if name in self._names:
            return
        self._names[name] = None
        for part in _parts(name):
            self._by_part[part].append(name)

    def nearest(self, text: str, limit: int, *, whole: bool = False) -> list[str]:
        """The names most like a text, best first."""
        return nearest(text, self._comparable(fold(text)), limit, whole=whole)

    def _comparable(self, text: str) -> Iterable[str]:
        if len(self._names) <= COMPARED:
            return self._names
        found: dict[str, None] = {}
        sharing = [self._by_part[part] for part in _parts(text) if part in self._by_part]
        for names in sorted(sharing, key=len):
            found |= dict.fromkeys(names[: COMPARED - len(found)])
        return found


def _parts(name: str) -> dict[str, None]:
    words = name.split()
    return dict.fromkeys([*words, *(f"{word[:_BEGINNING]}…" for word in words)])
