"""The languages that there are words for: those shipped here, and those that other packages bring.

A language is a folder with a table, `language.toml`, and a compiled gettext catalogue,
`LC_MESSAGES/csegroup.mo`; a region of it has a catalogue of what differs. One of another package is named by an
entry point of the group `csegroup.locales`: its name is the language tag, its value the module whose folder it is.
"""

from __future__ import annotations

import gettext
import io
import pkgutil
import tomllib
from collections.abc import Mapping
from functools import cache
from typing import final

import attrs
from babel import Locale, UnknownLocaleError

from csegroup.errors import CsegroupError, InvalidValue
from csegroup.style import Part, SectionKind
from csegroup.text import check_language, lookup_ranges, shown
from csegroup.wording.message import Message

__all__ = ["WITHOUT_WORDS", "Catalogue", "catalogue_of", "languages"]

_SHIPPED: Mapping[str, str] = {"en": "locale/en/", "en-GB": "locale/en_GB/", "ja": "locale/ja/"}
# The messages are English themselves.
_WITHOUT_CATALOGUE = "en"
_ENTRY_POINTS = "csegroup.locales"


@final
@attrs.frozen(eq=False, repr=False)
class Catalogue:
    """The words of one language, and its table.

    `sections` are those of a program in the language's own order; `wide` tells that it has full-width digits.
    """

    tag: str
    babel: Locale
    sections: tuple[Part, ...]
    wide: bool
    translations: gettext.NullTranslations

    def text(self, message: Message, n: int = 1) -> str:
        """Give a message in this language, for a number of things."""
        if message.plural:
            return self.translations.npgettext(message.context, message.text, message.plural, n)
        return self.translations.pgettext(message.context, message.text)


def languages() -> tuple[str, ...]:
    """Give the tags of all languages that there are words for."""
    return (*_SHIPPED, *sorted(_brought()))


@cache
def _brought() -> Mapping[str, str]:
    """Give the modules of the languages that other packages bring."""
    from importlib.metadata import entry_points  # noqa: PLC0415 - slow to load, and needed for other languages only

    found = {point.name: point.value for point in entry_points(group=_ENTRY_POINTS) if point.name not in _SHIPPED}
    for tag in found:
        check_language(_ENTRY_POINTS, tag)
    return found


def catalogue_of(locale: str) -> Catalogue | None:
    """Give the catalogue that answers a locale by the look-up of RFC 4647 section 3.4, if there is one."""
    ranges = lookup_ranges(locale)
    # A region of English or Japanese that is not shipped may be brought.
    known = _SHIPPED if ranges[0] in _SHIPPED else {**_brought(), **_SHIPPED}
    return next((_loaded(tag) for tag in ranges if tag in known), None)


@cache
def _loaded(tag: str) -> Catalogue:
    """Load a language, or a region upon its language."""
    less_exact = lookup_ranges(tag)[1:]
    whole = next((found for one in less_exact if (found := catalogue_of(one))), None)
    translations = _translations(tag)
    if whole:
        translations.add_fallback(whole.translations)
        sections, wide = whole.sections, whole.wide
    else:
        sections, wide = _table(tag)
    return Catalogue(tag, _known_to_babel(tag), sections, wide, translations)


def _read(tag: str, file: str) -> bytes:
    package, folder = ("csegroup.wording", _SHIPPED[tag]) if tag in _SHIPPED else (_brought()[tag], "")
    try:
        return pkgutil.get_data(package, folder + file) or b""
    except OSError:
        raise CsegroupError(f"{package}: the file {folder}{file} of the language {tag!r} is missing") from None


def _translations(tag: str) -> gettext.NullTranslations:
    if tag == _WITHOUT_CATALOGUE:
        return gettext.NullTranslations()
    file = "LC_MESSAGES/csegroup.mo"
    try:
        return gettext.GNUTranslations(io.BytesIO(_read(tag, file)))
    except CsegroupError as error:
        raise CsegroupError(f"{error}; compile the catalogue beside it, as installing the package does") from None


def _known_to_babel(tag: str) -> Locale:
    try:
        return Locale.parse(tag, sep="-")
    except (ValueError, UnknownLocaleError):
        raise CsegroupError(f"{tag!r} is no language that Babel has the days and months of") from None


def _table(tag: str) -> tuple[tuple[Part, ...], bool]:
    """Read the table of a language."""
    file = "language.toml"
    try:
        table = tomllib.loads(_read(tag, file).decode())
        sections = tuple(map(_part, table["sections"]))
        wide = table["wide"]
    except (ValueError, KeyError, TypeError) as error:
        raise CsegroupError(f"{file} of the language {tag!r}: {error}") from None
    return sections, wide is True


def _part(name: object) -> Part:
    if isinstance(name, list):
        return Part(kind=SectionKind.OVERVIEW, parts=map(_part, name))
    try:
        return Part(kind=SectionKind(name))
    except ValueError:
        kinds = ", ".join(kind.value for kind in SectionKind)
        raise InvalidValue("word", "sections", f"holds some of {kinds}, not {shown(name)}") from None


class _Separators(gettext.NullTranslations):
    """English separators, but none of its words."""

    _OPEN: Mapping[str, str] = {
        "the {unit}": "{unit}",
        "{title} of {unit}": "{title}, {unit}",
        "{form} {name}": "{name}",
    }

    def pgettext(self, _context: str, message: str) -> str:
        return self._OPEN.get(message, message)


WITHOUT_WORDS = Catalogue("und", Locale("en"), (), wide=False, translations=_Separators())
