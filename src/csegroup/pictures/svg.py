"""SVG as text: elements, and lines of text broken to a width."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from html import escape
from typing import final

from csegroup.text import lookup_ranges
from csegroup.wording.breaking import broken, width_of
from csegroup.wording.phrases import Line

__all__ = ["Svg", "element", "ems", "lines_in", "number", "spoken", "tag_of"]

# In ems, of the widest faces that browsers take for a sans-serif one, DejaVu Sans and Verdana; most are narrower.
_FULL, _CAPITAL, _SMALL = 1.0, 0.8, 0.64
_WIDTHS = {
    letter: width
    for letters, width in (
        ("ijl ,.'’", 0.37),
        ("frtIJ:;!()[]/|-", 0.46),
        ("csz", 0.56),
        ("kvxyFLPTY", 0.62),
        ("ABCEKRSVXZ", 0.7),
        ("w", 0.83),
        ("MWm@%&—…‰", 1.0),
    )
    for letter in letters
}
# How much wider a bold letter is; a kanji is not.
_BOLD = 1.12


@final
class Svg(str):
    """Markup. It is a text too, but no text is markup until `element` has made it so."""

    __slots__ = ()


def element(tag: str, *children: str, **attributes: str | float) -> Svg:
    """Put children into an element: text is escaped, markup is not.

    `font_size` is `font-size`, `xml__lang` is `xml:lang`, and a number has two digits behind its point at most.

    >>> element("text", "a < b", x=1 / 3, font_size=12)
    '<text x="0.33" font-size="12">a &lt; b</text>'
    """
    inside = "".join(child if isinstance(child, Svg) else escape(child, quote=False) for child in children)
    start = tag
    for name, value in attributes.items():
        key = name.replace("__", ":").replace("_", "-")
        start += f' {key}="{escape(value) if isinstance(value, str) else number(value)}"'
    return Svg(f"<{start}>{inside}</{tag}>" if inside else f"<{start}/>")


def number(value: float) -> str:
    """Write a number in as few characters as two digits behind the point allow.

    >>> number(1 / 3), number(12), number(1234567.5)
    ('0.33', '12', '1234567.5')
    """
    return f"{value:.2f}".rstrip("0").rstrip(".")


def spoken(tag: str) -> str:
    """Give the language, script and region of a tag, as HTML wants it."""
    return lookup_ranges(tag)[0].partition("-t-")[0]


def tag_of(line: Line) -> str:
    """Give the tag of the first piece of a line that is in another language than the picture, or nothing."""
    return next((run.tag for run in line if not isinstance(run, str) and run.tag), "")


def _ems(character: str, *, wide: bool, bold: bool) -> float:
    columns = width_of(character, wide=wide)
    if columns != 1:
        return columns * _FULL / 2
    small = character.islower() or (character.isascii() and not character.isupper())
    return _WIDTHS.get(character, _SMALL if small else _CAPITAL) * (_BOLD if bold else 1)


def ems(text: str, *, wide: bool, bold: bool = False) -> float:
    """Tell how wide a text is at most, in ems: a kanji is one, a letter less, since no face is known here."""
    return sum(_ems(character, wide=wide, bold=bold) for character in text)


def lines_in(text: str, room: float, *, wide: bool, bold: bool = False) -> list[str]:
    """Break a text into lines that are no wider than a room in ems; what cannot be broken is broken all the same.

    >>> lines_in("児童の性的搾取等に関する専門家会合", 10, wide=True)
    ['児童の性的搾取等に関', 'する専門家会合']
    """
    measure = partial(_ems, wide=wide, bold=bold)
    return [part for line in broken(text, room, wide=wide, measure=measure) for part in _chopped(line, room, measure)]


def _chopped(line: str, room: float, measure: Callable[[str], float]) -> list[str]:
    """Break a line that has no break where it is full, and no mark from the letter that it stands on."""
    parts = [""]
    left = room
    for character in line:
        width = measure(character)
        if width > left:
            parts.append("")
            left = room
        parts[-1] += character
        left -= width
    return parts
