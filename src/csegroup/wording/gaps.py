"""What a meeting lacks in a language, for whoever translates it."""

from __future__ import annotations

from functools import cache
from typing import final

import attrs

from csegroup.meetings import Meeting
from csegroup.text import LocalizedText, StringMapping, check_language, is_translation, language_of

__all__ = ["Missing", "missing", "walk"]


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
    for path, text in walk("", meeting):
        if not isinstance(text, LocalizedText):
            continue
        tag, _ = text.best(locale)
        translated = is_translation(tag) and language_of(tag) == language_of(locale)
        # A printed form of a post is for the languages whose rule does not give it.
        lacks = language_of(tag) not in {language_of(locale), "und"} and not path.endswith(".printed")
        if translated or lacks:
            found.append(Missing(path, tag, translated))
    return tuple(found)


def walk(path: str, value: object) -> list[tuple[str, object]]:
    """Give a value and all that is inside it, each with its path, in the order of the fields."""
    found: list[tuple[str, object]] = []
    _walk(path, value, found)
    return found


def _walk(path: str, value: object, found: list[tuple[str, object]]) -> None:
    # Into a list, since a generator inside of each other one would hand on everything as often as it is deep.
    if isinstance(value, tuple):
        for i, element in enumerate(value):
            _walk(f"{path}[{i}]", element, found)
        return
    found.append((path, value))
    cls: type = type(value)
    for name in _fields_of(cls):
        inner = getattr(value, name)
        if inner is not None and inner != ():
            _walk(f"{path}.{name}" if path else name, inner, found)


@cache
def _fields_of(cls: type) -> tuple[str, ...]:
    """Give the fields of a class of the model; a text is a leaf, and what is no such class has none."""
    return () if issubclass(cls, StringMapping) or not attrs.has(cls) else tuple(one.name for one in attrs.fields(cls))
