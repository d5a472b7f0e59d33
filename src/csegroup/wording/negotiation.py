"""Which language a reader wants, from what a browser, a user's settings or the environment says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from csegroup.errors import InvalidValue
from csegroup.text import check_language, in_the_right_case, lookup_ranges

__all__ = ["negotiated", "preferred"]

# Nobody reads more languages; a longer header would only cost time.
_LONGEST = 32
_ANY = "*"
_WEIGHT = re.compile(r"[Qq]=(0(?:\.[0-9]{0,3})?|1(?:\.0{0,3})?)")


def _well_formed(tag: str) -> str | None:
    """Give a tag in the case of RFC 5646, or None where it is none."""
    spelled = in_the_right_case(tag)
    try:
        check_language("", spelled)
    except InvalidValue:
        return None
    return spelled


def _of_posix(name: str) -> str:
    """Give the tag of a locale name such as ja_JP.UTF-8; C and POSIX name no language."""
    tag = name.partition(".")[0].partition("@")[0].replace("_", "-")
    return "" if tag in {"C", "POSIX"} else tag


def _members(header: str) -> Iterator[tuple[str, float]]:
    """Give the ranges of an Accept-Language header and their weights, those that are well-formed."""
    for member in header.split(",", _LONGEST)[:_LONGEST]:
        wanted, semicolon, weight = (part.strip(" \t") for part in member.partition(";"))
        found = _WEIGHT.fullmatch(weight)
        tag = _ANY if wanted == _ANY else _well_formed(wanted)
        if tag and (found or not semicolon):
            yield tag, float(found[1]) if found else 1.0


def _weighted(wanted: str | Iterable[str]) -> dict[str, float]:
    """Give each range once, the best first; weight 0 means that it is not wanted."""
    if isinstance(wanted, str):
        members = sorted(_members(wanted), key=lambda member: -member[1])
    else:
        tags = (name if name == _ANY else _well_formed(_of_posix(name)) for name in islice(wanted, _LONGEST))
        members = [(tag, 1.0) for tag in tags if tag]
    weights: dict[str, float] = {}
    for tag, weight in members:
        weights.setdefault(tag, weight)
    return weights


def preferred(wanted: str | Iterable[str]) -> list[str]:
    """Give the languages that a reader wants, the best first, in the case of RFC 5646.

    A string is an Accept-Language header (RFC 9110 section 12.5.4); what it is not made of is skipped, and so is `*`,
    which names none. Anything else has tags or POSIX locale names, the best first. At most 32 are read.

    >>> preferred("ja;q=0.8, en-gb, *;q=0.1"), preferred(["ja_JP.UTF-8", "C"])
    (['en-GB', 'ja'], ['ja-JP'])
    """
    return [tag for tag, weight in _weighted(wanted).items() if weight and tag != _ANY]


def negotiated(wanted: str | Iterable[str], available: Sequence[str]) -> str | None:
    """Give the best tag for which something is there by the look-up of RFC 4647 section 3.4, with its extensions.

    `*` stands for the first that is there and is not named by another range, wanted or not.

    >>> negotiated("fr, ja-JP-u-ca-japanese;q=0.9, en;q=0.8", ["en", "ja"])
    'ja-JP-u-ca-japanese'
    >>> negotiated("fr, *;q=0.5", ["en", "ja"]), negotiated("fr", ["en", "ja"])
    ('en', None)
    """
    weights = _weighted(wanted)
    unnamed = [tag for tag in available if not any(one in weights for one in lookup_ranges(tag))]
    for tag in (tag for tag, weight in weights.items() if weight):
        if tag == _ANY and unnamed:
            return unnamed[0]
        if any(one in available for one in lookup_ranges(tag)):
            return tag
    return None
