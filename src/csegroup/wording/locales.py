"""Which languages there are words for, and which of them answers a locale."""

from __future__ import annotations

from functools import lru_cache

import attrs

from csegroup.errors import InvalidValue
from csegroup.text import check_language, lookup_ranges
from csegroup.wording.english import ENGLISH
from csegroup.wording.japanese import JAPANESE
from csegroup.wording.words import Words

__all__ = ["words_for", "words_nearest"]

# English separators, but none of its words.
_WITHOUT_WORDS = attrs.evolve(ENGLISH, article="", post="{title}, {unit}", legal_form="{name}")
_LANGUAGES = {words.tag: words for words in (ENGLISH, JAPANESE)}


@lru_cache(maxsize=64)
def words_for(locale: str) -> Words:
    """Give the words of a locale by the look-up of RFC 4647 section 3.4; raises `InvalidValue`."""
    check_language("locale", locale)
    for tag in lookup_ranges(locale):
        if tag in _LANGUAGES:
            return attrs.evolve(_LANGUAGES[tag], locale=locale)
    raise InvalidValue("locale", "locale", f"has no words here for {locale!r}; choose one of {', '.join(_LANGUAGES)}")


def words_nearest(tag: str) -> Words:
    """Give the words in which a line of a language is composed, also where there are none of it."""
    return next((_LANGUAGES[one] for one in lookup_ranges(tag) if one in _LANGUAGES), _WITHOUT_WORDS)
