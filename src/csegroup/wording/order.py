from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from csegroup.text import LocalizedText

T = TypeVar("T")


def in_order(things: Iterable[T], *, key: Callable[[T], LocalizedText], locale: str) -> list[T]:
    return sorted(things, key=lambda t: key(t).best(locale)[1])
