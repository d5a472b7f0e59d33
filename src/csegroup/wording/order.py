"""The order in which texts are listed: 五十音順 by the reading, and the alphabet.

Japanese follows JIS X 4061 as the ja collation of CLDR does. First the letters are compared: symbols, digits, Latin,
then kana by their large voiceless hiragana (a ー is the vowel before it, a ゝ the kana before it), then kanji. Only
between equals do the marks decide (ハ, バ, パ), then how letters are written (ー, small, ゝ, large; small Latin
before capitals), then hiragana before katakana. Kanji without a reading stand in the order of Unicode, not of a
dictionary. A ー after another one lengthens the same vowel; after ん, and where no kana is before it, it is a symbol.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from typing import TypeVar

from csegroup.text import LocalizedText, check_language, language_of

__all__ = ["in_order", "sort_key"]

_T = TypeVar("_T")

_READINGS = ("ja-Hira", "ja-Kana", "ja-Hrkt")
_LENGTHENED, _SMALL, _REPEATED, _LARGE, _CAPITAL = "01234"
_ITERATION_MARKS = frozenset("ゝヽ")
# What follows a letter and is none: combining marks, and joiners that nobody sees.
_MARKS = frozenset({"Mn", "Me", "Cf"})


def _kana() -> dict[str, tuple[str, str]]:
    """Give the large hiragana and the size of each kana, as the names of Unicode say them."""
    kana = {}
    for character in map(chr, (*range(0x3041, 0x3097), *range(0x30A1, 0x30F7), *range(0x31F0, 0x3200))):
        name = unicodedata.name(character)
        large = unicodedata.lookup(f"HIRAGANA LETTER {name.rpartition(' ')[2]}")
        kana[character] = (large, _SMALL if " SMALL " in name else _LARGE)
    return kana


_KANA = _kana()
_LARGE_KANA = frozenset(large for large, _ in _KANA.values())
# The vowel of a kana is the last letter of its name; ん has none.
_VOWELS = {
    large: unicodedata.lookup(f"HIRAGANA LETTER {unicodedata.name(large)[-1]}") for large in _LARGE_KANA - {"ん"}
}


def _levels(apart: str) -> tuple[str, str, str]:
    """Give the letters of a text in NFKD, the marks behind each of them, and how each is written."""
    letters, marks, sizes, before = [], [], [], ""
    for character in apart:
        category = unicodedata.category(character)
        if category in _MARKS:
            marks.append(character)
            continue
        if character in _KANA:
            letter, size = _KANA[character]
        elif character in _ITERATION_MARKS and before:
            letter, size = before, _REPEATED
        elif character == "ー" and before in _VOWELS:
            letter, size = _VOWELS[before], _LENGTHENED
        else:
            # Letters and digits stand for themselves, behind all symbols; a ー that lengthens nothing is one.
            symbol = "" if category[0] in "LN" and category != "Lm" else "\x01"
            # An iteration mark that repeats nothing is alike in both kana.
            own = "ゝ" if character in _ITERATION_MARKS else character.casefold()
            letter, size = symbol + own, _CAPITAL if category == "Lu" else _LARGE
        before = letter if letter in _LARGE_KANA else ""
        letters.append(letter)
        marks.append("\0")
        sizes.append(size)
    return "".join(letters), "".join(marks), "".join(sizes)


def _compared(text: LocalizedText, locale: str) -> str:
    """Give what is compared of a text: in Japanese how it is read, if that is known, else how it is written."""
    if language_of(locale) == "ja":
        for tag in _READINGS:
            if tag in text:
                return text[tag]
    return text.best(locale)[1]


def sort_key(text: LocalizedText, locale: str) -> tuple[str, ...]:
    """Give what a text is sorted by; two are equal only where the texts are.

    Which language stands in for a missing one does not hang on the order of the tags, since that of equal texts may
    differ. Raises `InvalidValue` where the locale is no language tag.

    >>> sort_key(LocalizedText({"ja": "カード"}), "ja") < sort_key(LocalizedText({"ja": "かあと"}), "ja")
    False
    >>> sort_key(LocalizedText({"ja": "カード"}), "ja") < sort_key(LocalizedText({"ja": "かあど"}), "ja")
    True
    """
    check_language("locale", locale)
    by_tag = LocalizedText(dict(sorted(text.items())))
    apart = unicodedata.normalize("NFKD", _compared(by_tag, locale))
    written = by_tag.best(locale)[1]
    return (*_levels(apart), apart, written, *(part for item in by_tag.items() for part in item))


def in_order(things: Iterable[_T], *, key: Callable[[_T], LocalizedText], locale: str) -> list[_T]:
    """List things in the order of their texts in a language; those of equal texts stay in the order given.

    >>> names = [LocalizedText({"ja": "厚生労働省", "ja-Hira": "こうせいろうどうしょう"}),
    ...     LocalizedText({"ja": "警察庁", "ja-Hira": "けいさつちょう"})]
    >>> [name["ja"] for name in in_order(names, key=lambda name: name, locale="ja")]
    ['警察庁', '厚生労働省']
    """
    return sorted(things, key=lambda thing: sort_key(key(thing), locale))
