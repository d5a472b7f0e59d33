"""Names of a package that are loaded when they are first asked for (PEP 562): nobody waits for what is not used."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping
from importlib import import_module

__all__ = ["loading"]


def loading(package: str, homes: Mapping[str, Iterable[str]]) -> Callable[[str], object]:
    """Make the `__getattr__` of a package, of the names that are in each of its modules; its own is the module itself.

    >>> loading("csegroup", {"council": ["Body"], "json": ["json"]})("Body").__name__
    'Body'
    """
    home_of = {name: home for home, names in homes.items() for name in names}

    def load(name: str) -> object:
        if name not in home_of:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        module = import_module(f"{package}.{home_of[name]}")
        found = module if name == home_of[name] else getattr(module, name)
        setattr(sys.modules[package], name, found)
        return found

    return load
