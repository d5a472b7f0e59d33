"""The marks of levels: 第1, 1, (1), ア, a, ① and what follows each."""

from __future__ import annotations

from csegroup.errors import InvalidValue

__all__ = ["mark", "widened"]

_KANA = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_CIRCLED = "".join(map(chr, (*range(0x2460, 0x2474), *range(0x3251, 0x3260), *range(0x32B1, 0x32C0))))
_WIDE = {ord(narrow): ord(narrow) + 0xFEE0 for narrow in "0123456789()"}


def widened(text: str) -> str:
    """Write digits and brackets in full width.

    >>> widened("(1)")
    '（１）'
    """
    return text.translate(_WIDE)


def mark(first: str, n: int) -> str:
    """Give the nth mark of a level that begins with `first`.

    After z the letters are doubled (aa, bb), as word processors do. There is no rule for what follows ン and ㊿, so
    `InvalidValue` is raised.

    >>> mark("(a)", 3), mark("ア", 3), mark("第1", 12), mark("①", 21)
    ('(c)', 'ウ', '第12', '㉑')
    """
    if "1" in first:
        return first.replace("1", str(n))
    if "１" in first:
        return first.replace("１", widened(str(n)))
    for head, letters in (("a", _LETTERS), ("A", _LETTERS.upper())):
        if head in first:
            return first.replace(head, letters[(n - 1) % 26] * ((n - 1) // 26 + 1))
    for series in (_KANA, _CIRCLED):
        if series[0] in first:
            if n > len(series):
                message = (
                    f"has more than {len(series)} items marked {series[0]} on a level; divide it, or change the levels"
                )
                raise InvalidValue("range", "program", message)
            return first.replace(series[0], series[n - 1])
    return ""
