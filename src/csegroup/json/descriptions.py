"""What the classes, keys and words of the format are, told to people in English and Japanese."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

__all__ = ["Words", "descriptions", "listed", "words_of"]


class Words(NamedTuple):
    """A title and a description in both languages, perhaps with an example."""

    title: str
    text: str
    title_ja: str
    text_ja: str
    examples: tuple[object, ...] = ()


@cache
def descriptions() -> dict[str, dict[str, Any]]:
    """Read the file of descriptions; under `*` stand the keys that mean the same in every class."""
    return tomllib.loads(Path(__file__).with_name("descriptions.toml").read_text(encoding="utf-8"))


def words_of(name: str, key: str = "is") -> Words:
    """Give the words of a class, or of a key of it; raises `KeyError` where there are none.

    >>> words_of("Venue", "room").title_ja
    '室名'
    """
    found = descriptions()
    title, text, title_ja, text_ja, *examples = found[name].get(key) or found["*"][key]
    return Words(title, text, title_ja, text_ja, tuple(examples))


def listed(name: str) -> tuple[str, str]:
    """List the words of a closed list with what they mean, in English and Japanese.

    >>> listed("Outcome")[1]
    'approved：承認、rejected：否決、continued：継続。'
    """
    words = descriptions()[name]["words"].items()
    english = ", ".join(f"{word}: {meaning}" for word, (meaning, _) in words)
    japanese = "、".join(f"{word}：{meaning}" for word, (_, meaning) in words)
    return f"{english}.", f"{japanese}。"
