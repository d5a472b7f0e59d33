"""How large a document may be before it is refused, unread."""

from __future__ import annotations

from typing import final

import attrs

from csegroup.fields import check, whole_number

__all__ = ["LIMITS", "Limits"]


@final
@attrs.frozen(kw_only=True)
class Limits:
    """What a document may hold at most, so that none takes more time or memory than a reader has for it.

    `bytes` of the whole, `depth` of objects and lists inside each other, `values` of all kinds, `text` of one string in
    characters, and `problems` that are told. Raises `InvalidValue`.

    >>> Limits(problems=5).depth
    64
    """

    bytes: int = attrs.field(default=16 * 1024 * 1024, validator=check(whole_number(1)))
    depth: int = attrs.field(default=64, validator=check(whole_number(1)))
    values: int = attrs.field(default=200_000, validator=check(whole_number(1)))
    text: int = attrs.field(default=1_000_000, validator=check(whole_number(1)))
    problems: int = attrs.field(default=1000, validator=check(whole_number(1)))


LIMITS = Limits()
