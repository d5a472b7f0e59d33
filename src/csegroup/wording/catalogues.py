"""The languages that there are words for: those shipped here, and those that other packages bring.

A language is a folder with a table, `language.toml`, and a compiled gettext catalogue,
`LC_MESSAGES/csegroup.mo`; a region of it has a catalogue of what differs. One that is shipped is a folder in `locale`
that has the language tag for its name, with `_` for `-`. One of another package is named by an entry point of the
group `csegroup.locales`: its name is the language tag, its value the module whose folder it is.
"""

from __future__ import annotations

import gettext
import io
import os
import pkgutil
import struct
import tomllib
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple, final

import attrs
from babel import Locale, UnknownLocaleError

from csegroup.errors import CsegroupError, InvalidValue
from csegroup.style import Part, SectionKind, Style
from csegroup.text import check_language, lookup_ranges, shown
from csegroup.wording.message import Message

__all__ = ["WITHOUT_WORDS", "Catalogue", "catalogue_of", "languages"]

# Loading pathlib takes longer than all that is done here.
with os.scandir(os.path.join(os.path.dirname(__file__), "locale")) as _files:  # noqa: PTH118, PTH120
    _FOLDERS = sorted(file.name for file in _files if file.is_dir())
_SHIPPED: Mapping[str, str] = {name.replace("_", "-"): f"locale/{name}/" for name in _FOLDERS}
# The messages are English themselves.
_WITHOUT_CATALOGUE = "en"
_KEYS = ("sections", "wide", "largest_first")
_ENTRY_POINTS = "csegroup.locales"


@final
class Table(NamedTuple):
    """The table of a language.

    `sections` are those of a program in the language's own order; `wide` tells that it has full-width digits,
    `largest_first` that an address goes from the country to the street.
    """

    sections: tuple[Part, ...]
    wide: bool
    largest_first: bool


@final
@attrs.frozen(eq=False, repr=False)
class Catalogue:
    """The words of one language, and its table."""

    tag: str
    babel: Locale
    table: Table
    translations: gettext.NullTranslations

    def text(self, message: Message, n: int = 1) -> str:
        """Give a message in this language, for a number of things."""
        if message.plural:
            return self.translations.npgettext(message.context, message.text, message.plural, n)
        return self.translations.pgettext(message.context, message.text)

    def place(self, message: Message) -> str:
        """Tell where a message is, for the errors of its translation."""
        return f"the catalogue of {self.tag!r}, {message.context!r}, {message.text!r}"


def languages() -> tuple[str, ...]:
    """Give the tags of all languages that there are words for.

    >>> "ja" in languages()
    True
    """
    return (*_SHIPPED, *sorted(_brought()))


@cache
def _brought() -> Mapping[str, str]:
    """Give the modules of the languages that other packages bring."""
    from importlib.metadata import entry_points  # noqa: PLC0415 - slow to load, and needed for other languages only

    found = {point.name: point.value for point in entry_points(group=_ENTRY_POINTS) if point.name not in _SHIPPED}
    for tag, module in found.items():
        check_language(f"{_ENTRY_POINTS}, {module}", tag)
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
    table = whole.table if whole else _table(tag)
    return Catalogue(tag, _known_to_babel(tag), table, translations)


def _read(tag: str, file: str) -> bytes:
    package, folder = ("csegroup.wording", _SHIPPED[tag]) if tag in _SHIPPED else (_brought()[tag], "")
    try:
        found = pkgutil.get_data(package, folder + file)
    except OSError:
        raise CsegroupError(f"{package}: the file {folder}{file} of the language {tag!r} is missing") from None
    except Exception as error:  # the module of another package is loaded, and may fail in any way
        raise CsegroupError(f"{package}, the module of the language {tag!r}, fails: {error!r}") from error
    if found is None:
        raise CsegroupError(f"{package}, the module of the language {tag!r}, is not there")
    return found


def _translations(tag: str) -> gettext.NullTranslations:
    if tag == _WITHOUT_CATALOGUE:
        return gettext.NullTranslations()
    file = "LC_MESSAGES/csegroup.mo"
    compile_it = "compile the catalogue beside it, as installing the package does"
    try:
        found = _read(tag, file)
    except CsegroupError as error:
        raise CsegroupError(f"{error}; {compile_it}") from error
    try:
        return gettext.GNUTranslations(io.BytesIO(found))
    except (OSError, ValueError, struct.error):
        raise CsegroupError(f"{file} of the language {tag!r} is no compiled catalogue; {compile_it}") from None


def _known_to_babel(tag: str) -> Locale:
    try:
        return Locale.parse(tag, sep="-")
    except (ValueError, UnknownLocaleError):
        raise CsegroupError(f"{tag!r} is no language that Babel has the days and months of") from None


def _table(tag: str) -> Table:
    """Read the table of a language."""
    file = "language.toml"
    try:
        table = tomllib.loads(_read(tag, file).decode())
        if unknown := table.keys() - _KEYS:
            raise InvalidValue("unknown_key", "", f"has {', '.join(sorted(unknown))}; its keys are {', '.join(_KEYS)}")
        sections = table.get("sections")
        if not isinstance(sections, list):
            raise InvalidValue("type", "sections", f"is a list of sections, not {shown(sections)}")
        for key in _KEYS[1:]:
            if not isinstance(table.get(key), bool):
                raise InvalidValue("type", key, f"is true or false, not {shown(table.get(key))}")
        return Table(Style(sections=map(_part, sections)).sections, table["wide"], table["largest_first"])
    except ValueError as error:
        raise CsegroupError(f"{file} of the language {tag!r}: {error}") from None


def _part(name: object) -> Part:
    if isinstance(name, list):
        return Part(kind=SectionKind.OVERVIEW, parts=map(_part, name))
    try:
        return Part(kind=SectionKind(name))
    except InvalidValue as error:
        raise error.inside("overview") from None
    except ValueError:
        kinds = ", ".join(kind.value for kind in SectionKind if kind is not SectionKind.OVERVIEW)
        raise InvalidValue("word", "sections", f"holds some of {kinds}, not {shown(name)}") from None


class _Separators(gettext.NullTranslations):
    """English separators, but none of its words."""

    _OPEN: Mapping[str, str] = {
        "the {unit}": "{unit}",
        "{title} of {unit}": "{title}, {unit}",
        "{form} {name}": "{name}",
    }

    def pgettext(self, context: str, message: str) -> str:  # noqa: ARG002 - the context does not matter
        return self._OPEN.get(message, message)


WITHOUT_WORDS = Catalogue("und", Locale("en"), Table((), wide=False, largest_first=False), _Separators())
