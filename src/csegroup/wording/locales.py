"""From a BCP 47 tag and a house style to the words of a language."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import TypeVar

from csegroup.errors import CsegroupError, InvalidValue
from csegroup.fields import Choice
from csegroup.style import COUNCIL, Calendar, Digits, HourCycle, Style
from csegroup.text import LocalizedText, check_language, language_of, lookup_ranges, shown
from csegroup.wording.catalogues import WITHOUT_WORDS, Catalogue, catalogue_of, languages
from csegroup.wording.message import Message
from csegroup.wording.messages import LEVELS
from csegroup.wording.numbering import widened
from csegroup.wording.patterns import CALENDAR, HOUR_CYCLE
from csegroup.wording.words import Words

__all__ = ["words_for", "words_nearest"]

T = TypeVar("T", bound=Choice)

# h11 and h12 differ in what the hour after midnight is called, which is the pattern's.
_HOURS = {"h11": HourCycle.H12, "h12": HourCycle.H12, "h23": HourCycle.H23, "h24": HourCycle.H23}
_CALENDARS = {"japanese": Calendar.JAPANESE, "gregory": Calendar.GREGORY}
_DIGITS = {"latn": Digits.HALF_WIDTH, "fullwide": Digits.FULL_WIDTH}


def _keywords(locale: str) -> dict[str, str]:
    """Give the keywords of the Unicode extension of a tag (RFC 6067): ca, hc and others, with their values."""
    _, _, extension = locale.partition("-x-")[0].partition("-u-")
    values: dict[str, list[str]] = {}
    value: list[str] = []
    for subtag in extension.split("-"):
        if len(subtag) == 1:
            break
        if len(subtag) == len("ca"):
            value = []
            values.setdefault(subtag, value)  # of two, the first counts
        else:
            value.append(subtag)
    return {key: "-".join(value) for key, value in values.items()}


def _known(keywords: dict[str, str], key: str, values: Iterable[str]) -> str | None:
    """Give the value of a keyword, if it is there; refuse one that would be passed over in silence."""
    if key not in keywords:
        return None
    if keywords[key] not in values:
        raise InvalidValue("locale", "locale", f"-u-{key}- is one of {', '.join(values)} here, not {keywords[key]!r}")
    return keywords[key]


@lru_cache(maxsize=256)
def words_for(locale: str, style: Style = COUNCIL) -> Words:
    """Give the words of a locale in a house style; raises `InvalidValue`."""
    check_language("locale", locale)
    catalogue = catalogue_of(locale)
    if catalogue is None:
        message = f"has no words here for {locale!r}; choose one of {', '.join(languages())}"
        raise InvalidValue("locale", "locale", message)
    return _settled(locale, style, catalogue)


def _settled(locale: str, style: Style, catalogue: Catalogue) -> Words:
    """Settle what tag, style and language say: the first of them that says it."""
    keywords = _keywords(locale)
    calendar = _known(keywords, "ca", _CALENDARS)
    hours = _known(keywords, "hc", _HOURS)
    digits = _known(keywords, "nu", _DIGITS)
    full_width = catalogue.table.wide and (_DIGITS[digits] if digits else style.digits) is Digits.FULL_WIDTH
    levels = _said(style.levels, locale) or _levels(catalogue)
    own_calendar = _word(Calendar, CALENDAR, catalogue)
    imperial = own_calendar is not Calendar.GREGORY
    return Words(
        locale=locale,
        language=_language(locale),
        style=style,
        catalogue=catalogue,
        calendar=_CALENDARS[calendar] if calendar else (style.calendar if imperial else None) or own_calendar,
        hours=_HOURS[hours] if hours else style.hours or _word(HourCycle, HOUR_CYCLE[style.dates], catalogue),
        full_width=full_width,
        levels=tuple((widened(levels) if full_width else levels).split()),
        brackets=_said(style.brackets, locale),
        title=_said(style.title, locale),
    )


def _word(choice: type[T], message: Message, catalogue: Catalogue) -> T:
    """Read a translation that is a word of a closed list."""
    text = catalogue.text(message)
    try:
        return choice(text)
    except ValueError:
        known = ", ".join(str(one.value) for one in choice)
        raise CsegroupError(f"{catalogue.place(message)}: is one of {known}, not {shown(text)}") from None


def _levels(catalogue: Catalogue) -> str:
    """Give the marks of levels of a language, under the rule for those of a style."""
    text = catalogue.text(LEVELS)
    try:
        Style(levels={"und": text})
    except InvalidValue as error:
        raise CsegroupError(f"{catalogue.place(LEVELS)}: {error.message}") from None
    return text


def _said(text: LocalizedText | None, locale: str) -> str:
    """Give what a style says for a language, or for all."""
    if text is None:
        return ""
    tag, found = text.best(locale)
    return found if language_of(tag) in {language_of(locale), "und"} else ""


def _language(locale: str) -> str:
    """Give the language, script and region of a tag, as HTML and Word want it."""
    return lookup_ranges(locale)[0].partition("-t-")[0]


@lru_cache(maxsize=256)
def words_nearest(tag: str, style: Style) -> Words:
    """Give the words in which a line of a language is composed, also where there are none of it."""
    return _settled(tag, style, catalogue_of(tag) or WITHOUT_WORDS)
