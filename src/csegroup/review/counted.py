"""Numbers in a text of one language, to be compared with those of another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

__all__ = ["amounts", "ordinals", "phases", "years"]

_NARROW: Final = {ord(wide): ord(wide) - 0xFEE0 for wide in "０１２３４５６７８９．，％"}
_CARDINALS: Final = (
    "",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)
_ORDINALS: Final = (
    *("", "First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth", "Eleventh"),
    *("Twelfth", "Thirteenth", "Fourteenth", "Fifteenth", "Sixteenth", "Seventeenth", "Eighteenth", "Nineteenth"),
    "Twentieth",
)
_JAPANESE_ORDINAL: Final = re.compile("第([0-9]+)")
_ENGLISH_ORDINAL: Final = re.compile(
    rf"\b([0-9]+)(?:st|nd|rd|th)\b|\bNo\. ?([0-9]+)|\b({'|'.join(_ORDINALS[1:])})\b(?![,:]| of all)"
)


@lru_cache(maxsize=4096)
def ordinals(written: str, language: str) -> tuple[int, ...]:
    """Give the ordinal numbers of a text, the least first: 第6回, 6th, Sixth."""
    narrow = written.translate(_NARROW)
    if language == "ja":
        return tuple(sorted(int(number) for number in _JAPANESE_ORDINAL.findall(narrow)))
    found = _ENGLISH_ORDINAL.findall(narrow)
    return tuple(sorted(int(one or other) if one or other else _ORDINALS.index(word) for one, other, word in found))


_JAPANESE_YEAR: Final = re.compile(r"(令和|平成|昭和) ?(元|[0-9]{1,2})年|(?<![0-9])((?:19|20)[0-9]{2})年(?!代)")
_ENGLISH_YEAR: Final = re.compile(
    r"(?<![\w/.,-])(?<!iscal )(?<!iscal year )(?<!FY )((?:19|20)[0-9]{2})(?![\w/-]|,[0-9])"
)
_ERA_BEFORE: Final = {"昭和": 1925, "平成": 1988, "令和": 2018}


@lru_cache(maxsize=4096)
def years(written: str, language: str) -> tuple[int, ...]:
    """Give the years that a text names, calendar or fiscal ones."""
    narrow = written.translate(_NARROW)
    if language != "ja":
        return tuple(sorted({int(year) for year in _ENGLISH_YEAR.findall(narrow)}))
    found = _JAPANESE_YEAR.findall(narrow)
    return tuple(
        sorted({_ERA_BEFORE[era] + (1 if of == "元" else int(of)) if era else int(year) for era, of, year in found})
    )


_ROMAN: Final = {"Ⅰ": 1, "Ⅱ": 2, "Ⅲ": 3, "Ⅳ": 4, "Ⅴ": 5, "I": 1, "II": 2, "III": 3, "IV": 4, "V": 5}
_PHASE: Final = re.compile(r"第([ⅠⅡⅢⅣⅤ])|\b(?:[Pp]hase|[Pp]art|[Tt]erm|[Pp]lan) (I{1,3}|IV|V|[ⅠⅡⅢⅣⅤ])(?![A-Za-z])")


def phases(written: str) -> tuple[int, ...]:
    """Give the Roman numbers of a text: 第Ⅱ期, Phase II."""
    return tuple(sorted(_ROMAN[one or other] for one, other in _PHASE.findall(written)))


# What is counted otherwise in the two languages, and what is said by ordinals and days.
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_NO_AMOUNT: Final = re.compile(
    "(?:令和|平成|昭和|大正|明治) ?[0-9]+(?:年度?)?|[0-9]+年度?|[0-9]+月|[0-9]+日(?!間)|[0-9]+時(?!間)(?:[0-9]+分)?|"
    r"第[0-9]+|[0-9]+:[0-9]{2}|https?://\S+|(?:Reiwa|Heisei) [0-9]+|\b(?:19|20)[0-9]{2}\b|[0-9]+(?:st|nd|rd|th)\b|"
    rf"No\. ?[0-9]+|\b(?:{_MONTHS})\b(?: [0-9]{{1,2}}\b)?|[0-9]+ (?={_MONTHS})|\b[0-9]{{1,2}} ?[ap]\.?m\b"
)
_SCALED: Final = re.compile(
    "[0-9][十百千万億兆]|割|分の|半|倍|か国語|million|billion|thousand|hundred|half|dozen|third|quarter"
)
_AMOUNT: Final = re.compile(
    rf"(?<![\w.#-])([0-9]+(?:\.[0-9]+)?)(?![0-9A-Za-z.-]|,[0-9]|号|番|-)|\b({'|'.join(_CARDINALS[2:])})\b",
    re.IGNORECASE,
)
_JAPANESE_AMOUNT: Final = re.compile(
    r"(?<![0-9A-Za-z.#-])([0-9]+(?:\.[0-9]+)?)"
    "(?=社|[都府]?県|名|人|校|件|団体|機関|か国|ヵ国|ヶ国|か所|%|パーセント|本|台|点|つ|歳)"
)


@lru_cache(maxsize=4096)
def amounts(written: str, language: str) -> tuple[str, ...]:
    """Give how many of something a text counts, the years and days left out; none where it is hard to tell."""
    narrow = re.sub("(?<=[0-9]),(?=[0-9]{3})", "", written.translate(_NARROW))
    if _SCALED.search(narrow):
        return ()
    return tuple(sorted(set(_found_amounts(_NO_AMOUNT.sub("\0", narrow), language)) - {"1"}))


def _found_amounts(written: str, language: str) -> Iterator[str]:
    if language == "ja":
        yield from _JAPANESE_AMOUNT.findall(written)
    for digits, word in _AMOUNT.findall(written) if language == "en" else ():
        yield digits or str(_CARDINALS.index(word.lower()))
