"""Which of the languages that there are words for a reader wants."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from csegroup.errors import InvalidValue
from csegroup.text import check_language, in_the_right_case, lookup_ranges

__all__ = ["negotiated", "preferred"]

# A header is what anybody sends, so no more of it is read than a person has languages.
_MEMBERS_READ = 50
_ANY = "*"


def negotiated(wanted: str | Iterable[str], available: Sequence[str]) -> str | None:
    """Give the first language wanted that there are words for, as it was wanted, with its extensions.

    >>> negotiated("fr, ja-JP-u-ca-gregory;q=0.9, en;q=0.5", ["en", "ja"])
    'ja-JP-u-ca-gregory'
    """
    for tag in preferred(wanted):
        if tag == _ANY:
            return available[0]
        if any(one in available for one in lookup_ranges(tag)):
            return tag
    return None


def preferred(wanted: str | Iterable[str]) -> list[str]:
    """Give the tags of an Accept-Language header (RFC 9110 section 12.5.4), or of a list, the most wanted first.

    Those of a list may be written as POSIX names a locale (`ja_JP.UTF-8`). What is no language is passed over.

    >>> preferred("en;q=0.5, ja, zz;q=0"), preferred(["ja_JP.UTF-8", "C"])
    (['ja', 'en'], ['ja-JP'])
    """
    if not isinstance(wanted, str):
        return list(filter(None, map(_tag, wanted)))
    weighed = sorted(_members(wanted), key=lambda member: -member[0])
    return [tag for weight, tag in weighed if weight]


def _members(header: str) -> Iterator[tuple[float, str]]:
    for member in header.split(",", _MEMBERS_READ)[:_MEMBERS_READ]:
        name, _, parameter = (part.strip(" \t") for part in member.partition(";"))
        weight = _weight(parameter)
        tag = name if name == _ANY else _tag(name)
        if tag and weight is not None:
            yield weight, tag


def _weight(parameter: str) -> float | None:
    """Read a weight between 0 and 1; None where it is none."""
    if not parameter:
        return 1
    name, _, value = parameter.partition("=")
    whole, _, rest = value.partition(".")
    if (
        name.strip(" \t").lower() != "q"
        or whole not in {"0", "1"}
        or not (rest or "0").isdecimal()
        or not value.isascii()
    ):
        return None
    weight = float(value)
    return weight if weight <= 1 else None


def _tag(name: str) -> str | None:
    """Write a name as a BCP 47 tag, if it is one."""
    tag = in_the_right_case(name.partition(".")[0].partition("@")[0].replace("_", "-"))
    try:
        check_language("", tag)
    except InvalidValue:
        return None
    return tag
