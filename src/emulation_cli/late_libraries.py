"""Parts of the standard library that Typer names at its top and seldom uses: read when used.

They are a seventh of the start of a short command. `importlib.util.LazyLoader` is made for this,
but until Python 3.12 an `import` of a module that waits reads it; this one waits for a name.
"""

import sys
from collections.abc import Iterable
from importlib.util import find_spec, module_from_spec
from types import ModuleType

# All written in Python: one in C has its functions before it is read, and they do not work yet.
_SELDOM = (
    "ast", "bz2", "ipaddress", "json", "linecache", "lzma", "shellingham", "subprocess",
    "textwrap", "tokenize",
)  # fmt: skip


class _Waiting(ModuleType):
    """A module that is read when the first of its names is asked for."""

    def __getattr__(self, name: str) -> object:
        spec = object.__getattribute__(self, "__spec__")
        self.__class__ = ModuleType  # type: ignore[assignment]
        spec.loader.exec_module(self)
        return getattr(self, name)


def _wait(names: Iterable[str]) -> None:
    """Let these modules wait, those apart that are read already or that are not there."""
    for name in names:
        spec = None if name in sys.modules else find_spec(name)
        if spec is not None and spec.loader is not None:
            module = module_from_spec(spec)
            module.__class__ = _Waiting
            sys.modules[name] = module


_wait(_SELDOM)
