"""What tells the classes of a union apart in JSON."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, get_args

from csegroup.meetings import Place
from csegroup.program import Item

__all__ = ["TAGS"]


def _tag(cls: type) -> str:
    """Give the class's name in snake case: the value of `type`."""
    return "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in cls.__name__).lstrip("_")


TAGS: Final[Mapping[type, str]] = {cls: _tag(cls) for cls in (*get_args(Item), *get_args(Place))}
