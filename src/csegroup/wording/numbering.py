"""The marks of levels: 1, (1), ア, (a) and what follows each."""

from __future__ import annotations

from csegroup.errors import InvalidValue

__all__ = ["mark"]

_KANA = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def mark(first: str, n: int) -> str:
    """Give the nth mark of a level that begins with `first`.

    After z the letters are doubled (aa, bb); there is no rule for what follows ン, so `InvalidValue` is raised.

    >>> mark("(a)", 3), mark("ア", 3), mark("(1)", 12)
    ('(c)', 'ウ', '(12)')
    """
    if "1" in first:
        return first.replace("1", str(n))
    if "a" in first:
        return first.replace("a", _LETTERS[(n - 1) % 26] * ((n - 1) // 26 + 1))
    if n > len(_KANA):
        raise InvalidValue("range", "program", f"has more than {len(_KANA)} items on a level marked ア; divide it")
    return first.replace("ア", _KANA[n - 1])
