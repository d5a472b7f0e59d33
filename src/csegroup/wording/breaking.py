"""Where a line of Japanese or English text may be broken, and how wide it is in columns."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from itertools import accumulate
from typing import final

__all__ = ["broken", "width_of"]

# No line begins with one of these (行頭禁則), even after a blank: closing brackets and quotation marks, full stops
# and commas, small and repeated kana, the long vowel mark, units, and signs that belong to the letter before them.
_NOT_FIRST = frozenset(
    "、。，．・：；？！‼⁇⁈⁉)]}）］｝〕〉》」』】〙〗’”»ゝゞヽヾ々〻〵ー゛゜"
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ"
    "｡｣､･ｧｨｩｪｫｬｭｮｯｰﾞﾟ‐゠–〜～％‰℃°′″￠"
)
# No line ends with one of these (行末禁則): opening brackets and quotation marks, and what stands before a number.
_NOT_LAST = frozenset("([{（［｛〔〈《「『【〘〖｢‘“«¡¿￥＄￡№")
# Of these an ASCII sign cannot say which it is, so it stays with its neighbours, unless a blank parts them.
_NOT_FIRST_UNLESS_PARTED = frozenset(",.:;?!%/-|¢")
_NOT_LAST_UNLESS_PARTED = frozenset("$+\\£¥€±")
_NEITHER_UNLESS_PARTED = frozenset("\"'")
_BLANKS = frozenset(" \u3000")
# What joins both its neighbours, though it has no width: the zero width joiner, the word joiner and its older form.
_JOINERS = frozenset("\u200d\u2060\ufeff")
_SKIN_TONES = frozenset("\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff")


@final
class _Widths(dict[str, int]):
    """The columns of each character that was asked for once."""

    def __init__(self, ambiguous: int) -> None:
        super().__init__()
        self._ambiguous = ambiguous

    def __missing__(self, character: str) -> int:
        self[character] = width = self._measured(character)
        return width

    def _measured(self, character: str) -> int:
        if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
            return 0
        match unicodedata.east_asian_width(character):
            case "F" | "W":
                return 2
            case "A":
                return self._ambiguous
            case _:
                return 1


_WIDTHS = {True: _Widths(2), False: _Widths(1)}


def width_of(text: str, *, wide: bool) -> int:
    """Tell how many columns a text takes; `wide` says that those of ambiguous width take two, as in Japanese type.

    >>> width_of("①総会", wide=True), width_of("①総会", wide=False)
    (6, 5)
    """
    return len(text) if text.isascii() else sum(map(_WIDTHS[wide].__getitem__, text))


@final
class _Kinds(dict[int, str]):
    """How each character behaves at a break, as `str.translate` asks for it: by its number, once.

    `b` blank; `m` mark on what stands before; of wide ones `w`, `s` not first, `e` not last; of all others, which
    make runs, `a`, `c` not first, `o` not last, `g` neither; `p`, `r`, `q` are like `c`, `o`, `g` unless parted.
    """

    def __missing__(self, number: int) -> str:
        self[number] = kind = self._kind(chr(number))
        return kind

    def _kind(self, character: str) -> str:  # noqa: PLR0911 - a list of kinds
        if character in _BLANKS:
            return "b"
        if character in _JOINERS or character.isspace():
            return "g"
        if not _WIDTHS[False][character] or character in _SKIN_TONES:
            return "m"
        # Korean is written with blanks between its words, and is broken there.
        hangul = unicodedata.name(character, "").startswith("HANGUL")
        wide = unicodedata.east_asian_width(character) in {"F", "W", "H"} and not hangul
        if character in _NOT_FIRST:
            return "s" if wide else "c"
        if character in _NOT_LAST:
            return "e" if wide else "o"
        if wide:
            return "w"
        if character in _NOT_FIRST_UNLESS_PARTED:
            return "p"
        if character in _NOT_LAST_UNLESS_PARTED:
            return "r"
        return "q" if character in _NEITHER_UNLESS_PARTED else "a"


_KINDS = _Kinds()
_MARKED = re.compile(r"([^m])(m+)")
# A token, of kinds; a mark has the kind of what it stands on, as a capital letter.
_TOKEN = re.compile(
    r"""
    ( (?: b*+[^b] | b++ )
      (?: [scgpqmA-Z]                       # never first
        | (?<=[eogrqEOGRQ])[^b]             # never last
        | (?<=[acogprqmACOGPRQB])[aor]      # a run goes on
        | b++(?=[scgA-Z]) | (?<=[eogEOG])b++[^b]
        | b++\Z
      )*
    )
    b*
    """,
    re.VERBOSE,
)


def _marked(match: re.Match[str]) -> str:
    base, marks = match.groups()
    return f"{base}{base.upper() * len(marks)}"


def broken(text: str, width: float, *, wide: bool, measure: Callable[[str], float] | None = None) -> list[str]:
    """Break a text into lines of at most `width` columns; what cannot be broken and is wider stands alone.

    With `measure`, which tells the width of a character, `width` is one of that measure.

    Kanji and kana are broken between any two but where the rules of Japanese type (禁則) forbid it; all else
    only at blanks, so that a word or a URL stays whole. No character is changed: the lines one after the other are
    the text, but for the blanks (U+0020, U+3000) at which a line was broken.

    >>> broken("「児童」の規約（案）について", 10, wide=True)
    ['「児童」の', '規約（案）', 'について']
    >>> broken("From 2:00 p.m. to 3:30 p.m.", 15, wide=False)
    ['From 2:00 p.m.', 'to 3:30 p.m.']
    """
    columns = list(accumulate(map(measure or _WIDTHS[wide].__getitem__, text), initial=0.0))
    if columns[-1] <= width:
        return [text]
    kinds = text.translate(_KINDS)
    if "m" in kinds:
        kinds = _MARKED.sub(_marked, kinds)
    lines = []
    start = end = 0
    for token in _TOKEN.finditer(kinds):
        if end and columns[token.end(1)] - columns[start] > width:
            lines.append(text[start:end])
            start = token.start()
        end = token.end(1)
    lines.append(text[start:])
    return lines
