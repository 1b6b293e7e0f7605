"""Regular expressions that are compiled when they are first used: a command uses one in five."""

import re
from typing import Any, AnyStr, cast

_METHODS = ("search", "match", "fullmatch", "sub", "subn", "split", "findall", "finditer")


def pattern(text: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """What `re.compile` gives, as far as its methods go."""
    return cast("re.Pattern[AnyStr]", _Late(text, flags))


class _Late:
    """Has the methods of the pattern from the first use on."""

    def __init__(self, text: Any, flags: int) -> None:
        self._said = text, flags

    def __getattr__(self, name: str) -> Any:
        if name not in _METHODS:
            raise AttributeError(name)
        compiled = re.compile(*self._said)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(self, name)
