"""Findings in words."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from string import Formatter
from typing import Final

from csegroup.errors import InvalidValue
from csegroup.review.findings import Finding
from csegroup.text import LocalizedText
from csegroup.wording.dates import day_in_words
from csegroup.wording.findings import FINDINGS, OF_MEETING
from csegroup.wording.locales import words_for
from csegroup.wording.words import Words

__all__ = ["format_finding"]

_DAY: Final = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")


def format_finding(finding: Finding, *, locale: str) -> str:
    """Say what was found, in one sentence, behind the id of the meeting; the place is `finding.path`.

    A rule that is not the library's own speaks its own words, in the language that is nearest. Raises `InvalidValue`
    where there are no words for the locale, or none for the finding.

    >>> from csegroup.review.findings import Severity
    >>> night = Finding("night", Severity.WARNING, "meetings[0].start", {"meeting": "jp/example/6", "hour": "02:00"})
    >>> format_finding(night, locale="en")
    'jp/example/6: begins at 02:00, in the night; was another hour meant?'
    """
    words = words_for(locale)
    if finding.text is not None:
        pattern = finding.text.best(locale)[1]
    elif finding.code in FINDINGS:
        pattern = words.text(FINDINGS[finding.code])
    else:
        raise InvalidValue("missing", "text", f"is missing; the library has no words for {finding.code!r}")
    fields = {name for _, name, _, _ in Formatter().parse(pattern) if name}
    said = pattern.format(**{name: _value(finding.values, name, words) for name in fields})
    meeting = finding.values.get("meeting")
    return words.say(OF_MEETING, meeting=meeting, finding=said) if meeting else said


def _value(values: Mapping[str, str], name: str, words: Words) -> str:
    """Give a value in the language of the reader, a day as it is written there."""
    if name in values:
        return _day(values[name], words)
    by_tag = dict(_by_tag(values, f"{name}."))
    return LocalizedText(by_tag).best(words.locale)[1] if by_tag else "?"


def _by_tag(values: Mapping[str, str], beginning: str) -> Iterator[tuple[str, str]]:
    return ((key.removeprefix(beginning), value) for key, value in values.items() if key.startswith(beginning))


def _day(value: str, words: Words) -> str:
    if not _DAY.fullmatch(value):
        return value
    try:
        return day_in_words(dt.date.fromisoformat(value), words)
    except ValueError:
        return value
