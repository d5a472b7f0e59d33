"""Names that hold on some days, looked for in running text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import TypeAlias, final

from csegroup.review.register import written_names
from csegroup.spans import Span, holds
from csegroup.text import LocalizedText

__all__ = ["DatedNames"]

NamedSpan: TypeAlias = "tuple[str, LocalizedText, Span]"

_LATIN, _JAPANESE = 8, 4


@final
class DatedNames:
    """Names by what they name; those too short to tell them from a common word are left out."""

    def __init__(self, spans: Iterable[NamedSpan]) -> None:
        self._of: dict[str, set[tuple[str, str]]] = {}
        self._names: dict[tuple[str, str], list[tuple[str, Span]]] = {}
        for key, text, span in spans:
            for language, name in written_names(text).items():
                self._names.setdefault((key, language), []).append((name, span))
                if len(name) >= (_LATIN if name.isascii() else _JAPANESE):
                    self._of.setdefault(name, set()).add((key, language))
        self._by_beginning: dict[str, list[str]] = {}
        for name in sorted(self._of, key=lambda name: (-len(name), name)):
            self._by_beginning.setdefault(name[:_JAPANESE], []).append(name)

    def __bool__(self) -> bool:
        return bool(self._of)

    def inside(self, text: str) -> Iterator[tuple[int, str]]:
        """Give the names in a text, each with its place, of two at one place the longer."""
        end = 0
        for start in range(len(text) - _JAPANESE + 1):
            if start < end or (names := self._by_beginning.get(text[start : start + _JAPANESE])) is None:
                continue
            name = next((name for name in names if text.startswith(name, start) and _is_whole(text, start, name)), "")
            if name:
                end = start + len(name)
                yield start, name

    def is_of_another_day(self, name: str, day: dt.date) -> bool:
        """Tell whether nothing has a name on a day, which something has on another; on its last day it may be used."""
        keys = self._of[name]
        return not any(
            written == name and (holds(span, day) or span.until == day)
            for key in keys
            for written, span in self._names[key]
        )

    def is_of_before(self, name: str, day: dt.date) -> bool:
        """Tell whether something had a name before a day, and not only later."""
        spans = [span for key in self._of[name] for written, span in self._names[key] if written == name]
        return any(span.since is None or span.since <= day for span in spans)

    def other_than(self, name: str, day: dt.date) -> str:
        """Give the name of the day for one of another day; empty where the name holds, or none does."""
        if name not in self._of or not self.is_of_another_day(name, day):
            return ""
        return next(
            (written for key in sorted(self._of[name]) for written, span in self._names[key] if holds(span, day)), ""
        )


def _is_whole(text: str, start: int, name: str) -> bool:
    """Tell whether a name in Latin letters does not go on in the text."""
    around = text[max(0, start - 1) : start] + text[start + len(name) : start + len(name) + 1]
    return not (name.isascii() and any(character.isascii() and character.isalnum() for character in around))
