"""What a meeting lacks in a language, for whoever translates it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import final

import attrs

from csegroup.errors import joined_path
from csegroup.meetings import Meeting
from csegroup.text import LocalizedText, check_language, is_translation, language_of

__all__ = ["Missing", "missing"]


@final
@attrs.frozen
class Missing:
    """A text that is not in a language, or that is there as an unofficial translation only.

    `path` is where it stands, `tag` the language that is printed in its place.

    >>> str(Missing("program[2].title", "en", translated=False))
    'program[2].title: missing, printed in en'
    """

    path: str
    tag: str
    translated: bool

    def __str__(self) -> str:
        if self.translated:
            return f"{self.path}: an unofficial translation, {self.tag}"
        return f"{self.path}: missing, printed in {self.tag}"


def missing(meeting: Meeting, *, locale: str) -> tuple[Missing, ...]:
    """Give the texts of a meeting that lack a language, and those that are unofficial translations into it.

    `locale` is any BCP 47 tag, also of a language that there are no words for. A name alike everywhere (`und`)
    lacks none. Raises `InvalidValue`.

    >>> from csegroup import Meeting, Organization
    >>> group = Organization(id="jp/example", name={"en": "Specialist Group Meeting", "ja-t-en": "専門家会合"})
    >>> [found.path for found in missing(Meeting(id="jp/example/6", body=group), locale="ja")]
    ['body.name']
    """
    check_language("locale", locale)
    found = []
    for path, text in _texts("", meeting):
        tag, _ = text.best(locale)
        translated = is_translation(tag) and language_of(tag) == language_of(locale)
        # A printed form of a post is for the languages whose rule does not give it.
        lacks = language_of(tag) not in {language_of(locale), "und"} and not path.endswith(".printed")
        if translated or lacks:
            found.append(Missing(path, tag, translated))
    return tuple(found)


def _texts(path: str, value: object) -> Iterator[tuple[str, LocalizedText]]:
    """Give every text inside a value, in the order of the fields."""
    if isinstance(value, LocalizedText):
        yield path, value
    elif isinstance(value, tuple):
        for i, element in enumerate(value):
            yield from _texts(f"{path}[{i}]", element)
    elif attrs.has(cls := type(value)):
        for field in attrs.fields(cls):
            yield from _texts(joined_path(path, field.name), getattr(value, field.name))
