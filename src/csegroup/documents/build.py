"""From a meeting to its program as a document, in one language or in several."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias
from zoneinfo import ZoneInfo

from csegroup.documents.programs import program_of
from csegroup.documents.tree import Outline
from csegroup.errors import InvalidValue
from csegroup.meetings import Meeting
from csegroup.style import COUNCIL, Style
from csegroup.text import shown
from csegroup.wording.dates import check_zone
from csegroup.wording.locales import words_for
from csegroup.wording.words import Words

__all__ = ["Document", "all_words", "program"]

Document: TypeAlias = tuple[Outline, ...]


def all_words(locale: str | Iterable[str], style: Style) -> list[Words]:
    """Give the words of one locale or of several; raises `InvalidValue`."""
    tags = [locale] if isinstance(locale, str) or not isinstance(locale, Iterable) else list(locale)
    if not tags:
        raise InvalidValue("missing", "locale", "is empty; name one language at least")
    if not isinstance(style, Style):
        raise InvalidValue("type", "style", f"needs a Style such as csegroup.documents.COUNCIL, not {shown(style)}")
    return [words_for(tag, style) for tag in tags]


def program(
    meeting: Meeting, *, locale: str | Iterable[str], style: Style = COUNCIL, time_zone: ZoneInfo | None = None
) -> Document:
    """Make the program (次第) of a meeting: an announcement or, of a meeting that was held, a record.

    `locale` is a BCP 47 tag, whose `-u-ca-` (calendar), `-u-hc-` (hours) and `-u-nu-` (digits) go before the style,
    or several; those share the first one's order of sections. In `time_zone`, the reader's, the hours are told
    a second time. Raises `InvalidValue`.

    >>> from csegroup.example import MEETING
    >>> len(program(MEETING, locale=["ja-u-ca-gregory", "en"]))
    2
    """
    words = all_words(locale, style)
    check_zone(time_zone)
    return tuple(program_of(meeting, own, words[0].sections, time_zone) for own in words)
