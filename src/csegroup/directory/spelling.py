"""How the name of an agency is written: by its own names, with the units above it, and beside another of its names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, product

from csegroup.directory.keys import key, romanized
from csegroup.directory.reading import Entry
from csegroup.organizations import AttendeeKind, Organization

__all__ = ["apart", "official_keys", "paths", "spellings"]

# 兵庫警察 for 兵庫県警察.
_PREFECTURE = re.compile("(?:県|府|けん|ふ)(?=警察本部$|けいさつほんぶ$)")
_READ_AND_WRITTEN = {
    "けいさつほんぶ": "警察本部",
    "けんけいさつほんぶ": "県警察本部",
    "ふけいさつほんぶ": "府警察本部",
    "どうけいさつほんぶ": "道警察本部",
}
_MARKS = re.compile(r"[()/|;\[\]\n【】〔〕]+")
_KANJI_OR_KANA = "[々-ヿ㐀-鿿\U00020000-\U0003ffff]"
_JAPANESE = re.compile(f"({_KANJI_OR_KANA}(?:[^a-zA-Z]*{_KANJI_OR_KANA})?)")


def spellings(entry: Entry) -> Iterator[str]:
    """Write an organization by its own names, without those above it."""
    yield from entry.also
    for tag, name in entry.record.organization.name.items():
        if entry.record.kind is AttendeeKind.PREFECTURAL_POLICE:
            yield _PREFECTURE.sub("", name)
        yield name
        if tag == "ja-Hira":
            yield from _half_read(name)


def _half_read(reading: str) -> Iterable[str]:
    """Write a reading in Latin letters, and that of a prefecture before the kanji of its police: さいたま県警察本部."""
    yield romanized(reading)
    yield romanized(_PREFECTURE.sub("", reading))
    for read, written in _READ_AND_WRITTEN.items():
        if reading.endswith(read):
            place = reading.removesuffix(read)
            for mixed in (place + written, romanized(place) + written):
                yield mixed
                yield _PREFECTURE.sub("", mixed)


def official_keys(organization: Organization) -> Iterator[str]:
    """Give the keys of the whole name, with all that is above, in each language."""
    for tag in organization.name:
        parts = [part.name.get(tag) or part.name.best(tag)[1] for part in organization.lineage]
        yield key("".join(reversed(parts)) if tag.startswith("ja") else " ".join(parts))


def paths(names: Sequence[Iterable[str]], *, alone: bool) -> Iterator[tuple[str, ...]]:
    """Put a unit before some of those above it, from the unit outward; each may have several names."""
    unit, *others = names
    for count in range(0 if alone or not others else 1, len(others) + 1):
        for chosen in combinations(others, count):
            yield from product(unit, *chosen)


def apart(name: str) -> Iterator[Sequence[str]]:
    """Take the names of one cell apart: at brackets and bars, where the script changes, and at both.

    >>> list(apart("警察庁 (NPA)"))[0]
    ['警察庁 ', 'NPA']
    """
    text = unicodedata.normalize("NFKC", name)
    at_marks, by_script = _MARKS.split(text), _JAPANESE.split(text)
    at_both = [piece for part in at_marks for piece in _JAPANESE.split(part)]
    for pieces in (at_marks, by_script, at_both):
        names = [piece for piece in pieces if any(map(str.isalnum, piece))]
        if len(names) > 1:
            yield names
