"""The words of one language for one document: locale and style are settled, and patterns are filled in."""

from __future__ import annotations

from string import Formatter
from typing import final

import attrs
from babel import Locale

from csegroup.errors import CsegroupError
from csegroup.style import Calendar, HourCycle, Part, Style
from csegroup.text import language_of, shown
from csegroup.wording.catalogues import WITHOUT_WORDS, Catalogue
from csegroup.wording.message import Message
from csegroup.wording.numbering import widened
from csegroup.wording.phrases import Line, Phrase

__all__ = ["Words"]


def _fields(text: str) -> set[str]:
    return {field for _, field, _, _ in Formatter().parse(text) if field is not None}


@final
@attrs.frozen(eq=False, repr=False, kw_only=True)
class Words:
    """What a language says, for a locale and in a house style.

    `locale` is what was asked for, `tag` that of the catalogue, `language` the locale without what says no language.
    `calendar` and `hours`, `levels`, `brackets` and `title` are settled between locale, style and language.
    """

    locale: str
    language: str
    style: Style
    catalogue: Catalogue
    calendar: Calendar
    hours: HourCycle
    full_width: bool
    levels: tuple[str, ...]
    brackets: str
    title: str
    _texts: dict[Message, str] = attrs.field(factory=dict, init=False)
    _pieces: dict[Message, tuple[tuple[str, str], ...]] = attrs.field(factory=dict, init=False)
    _own: dict[str, bool] = attrs.field(factory=dict, init=False)

    @property
    def tag(self) -> str:
        """Give the tag of the catalogue."""
        return self.catalogue.tag

    @property
    def babel(self) -> Locale:
        """Give the days, months, languages and countries of the language."""
        return self.catalogue.babel

    @property
    def wide(self) -> bool:
        """Tell whether the language has full-width characters."""
        return self.catalogue.table.wide

    @property
    def gap(self) -> str:
        """Give what stands between a mark and its text."""
        return "　" if self.wide else " "

    @property
    def sections(self) -> tuple[Part, ...]:
        """Give the sections of a program in their order."""
        return self.style.sections or self.catalogue.table.sections

    def is_own(self, tag: str) -> bool:
        """Tell whether a text of a tag is in the language of the document, or in none."""
        own = self._own.get(tag)
        if own is None:
            own = self._own[tag] = language_of(tag) in (language_of(self.locale), "und", "")
        return own

    def number(self, text: str) -> str:
        """Write digits as wide as the style has them."""
        return widened(text) if self.full_width else text

    def text(self, message: Message) -> str:
        """Give a message as it is, with its fields open."""
        found = self._texts.get(message)
        if found is None:
            found = self._texts[message] = self._checked(message, self.catalogue.text(message))
        return found

    def _checked(self, message: Message, text: str) -> str:
        """Refuse a translation that could not be filled in."""
        try:
            differ = _fields(text) ^ _fields(message.text)
        except ValueError:
            differ = {text}
        if "hour" in message.context:  # a language says morning or afternoon with an hour where it likes
            differ -= {"period"}
        # What stands for a language without words says less on purpose.
        if differ and self.catalogue is not WITHOUT_WORDS:
            where = self.catalogue.place(message)
            raise CsegroupError(f"{where}: the translation {shown(text)} has other fields in braces")
        return text

    def say(self, message: Message, **fields: str) -> str:
        """Fill texts into a message."""
        return self.text(message).format(**fields) if fields else self.text(message)

    def count(self, message: Message, n: int) -> str:
        """Say how many there are."""
        return self._checked(message, self.catalogue.text(message, n)).format(n=self.number(str(n)))

    def pieces(self, message: Message) -> tuple[tuple[str, str], ...]:
        """Give the pieces of a message: a text, which may be empty, and the name of the field behind it, if any."""
        found = self._pieces.get(message)
        if found is None:
            parsed = Formatter().parse(self.text(message))
            found = self._pieces[message] = tuple((literal, field or "") for literal, field, _, _ in parsed)
        return found

    def fill(self, message: Message, **fields: Line | str) -> Line:
        """Put lines, or words of this language, into a message."""
        line: list[str | Phrase] = []
        for literal, field in self.pieces(message):
            if literal:
                line.append(literal)
            if field:
                value = fields[field]
                if isinstance(value, str):
                    line.append(value)
                else:
                    line.extend(value)
        return tuple(line)
