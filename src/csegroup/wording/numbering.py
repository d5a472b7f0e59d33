"""The marks of levels: 第1, 1, (1), ア, a, ① and what follows each."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from csegroup.errors import InvalidValue

__all__ = ["mark", "widened"]

_KANA = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"
_HANGUL = "가나다라마바사아자차카타파하거너더러머버서어저처커터퍼허고노도로모보소오조초코토포호"
_CIRCLED = "".join(map(chr, (*range(0x2460, 0x2474), *range(0x3251, 0x3260), *range(0x32B1, 0x32C0))))
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl")),
    *((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_WIDE = {ord(narrow): ord(narrow) + 0xFEE0 for narrow in "0123456789()"}


def widened(text: str) -> str:
    """Write digits and brackets in full width.

    >>> widened("(1)")
    '（１）'
    """
    return text.translate(_WIDE)


def _letter(n: int, letters: str = _LETTERS) -> str:
    rounds, place = divmod(n - 1, len(letters))
    return letters[place] * (rounds + 1)


def _roman(n: int) -> str:
    written = ""
    for value, letters in _ROMAN:
        written += letters * (n // value)
        n %= value
    return written


# How the series count that never end.
_ENDLESS: Mapping[str, Callable[[int], str]] = {
    "1": str,
    "１": lambda n: widened(str(n)),
    "ア": lambda n: _letter(n, _KANA),
    "가": lambda n: _letter(n, _HANGUL),
    "a": _letter,
    "A": lambda n: _letter(n).upper(),
    "i": _roman,
    "I": lambda n: _roman(n).upper(),
}


def mark(first: str, n: int) -> str:
    """Give the nth mark of a level that begins with `first`.

    After z, ン and 호 the letters are doubled (aa, bb; アア, イイ), as word processors do with Latin ones. There is no
    sign after ㊿, so `InvalidValue` is raised.

    >>> mark("(a)", 3), mark("ア", 3), mark("第1", 12), mark("①", 21), mark("I", 4)
    ('(c)', 'ウ', '第12', '㉑', 'IV')
    """
    if _CIRCLED[0] in first:
        if n > len(_CIRCLED):
            what = f"has more than {len(_CIRCLED)} items on a level marked {_CIRCLED[0]}"
            raise InvalidValue("range", "program", f"{what}; divide it, or take another mark in the style's levels")
        return first.replace(_CIRCLED[0], _CIRCLED[n - 1])
    head = next(one for one in _ENDLESS if one in first)
    return first.replace(head, _ENDLESS[head](n))
