"""The words of each language, and how days, names, places and titles are written with them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from csegroup.errors import InvalidValue
from csegroup.lazy import loading
from csegroup.meetings import Meeting
from csegroup.organizations import Organization, Post, Speaker, to_speaker
from csegroup.places import PostalAddress
from csegroup.style import COUNCIL, Style
from csegroup.text import a_text, lookup_ranges, shown, to_text
from csegroup.wording.catalogues import languages
from csegroup.wording.dates import check_zone, day_in_words, when, whole_year_in_words
from csegroup.wording.locales import words_for
from csegroup.wording.messages import UNOFFICIAL
from csegroup.wording.names import of_organization, of_speaker
from csegroup.wording.phrases import plain
from csegroup.wording.places import of_postal_address
from csegroup.wording.texts import marked, of_text, translated
from csegroup.wording.titles import format_title

__all__ = [
    "Missing",
    "format_day",
    "format_organization",
    "format_postal_address",
    "format_speaker",
    "format_text",
    "format_title",
    "format_when",
    "format_year",
    "in_order",
    "languages",
    "missing",
    "negotiate",
    "parse_date",
]


def format_day(day: dt.date, *, locale: str, style: Style = COUNCIL) -> str:
    """Write a day with its weekday; in Japanese in the imperial calendar, if neither locale nor style say otherwise.

    Raises `InvalidValue` where there are no words for the locale, and for an imperial day before 1873.

    >>> format_day(dt.date(2019, 5, 1), locale="ja"), format_day(dt.date(2022, 2, 8), locale="ja-u-ca-gregory")
    ('令和元年5月1日(水)', '2022年2月8日(火)')
    """
    return day_in_words(day, words_for(locale, style))


def format_year(year: int, *, locale: str, style: Style = COUNCIL) -> str:
    """Write a year of the Western calendar; in the imperial one as `format_day` does, with both eras where it has two.

    Raises `InvalidValue` as `format_day` does, and for a year that is not of 1 to 9999.

    >>> format_year(2019, locale="ja"), format_year(2019, locale="en")
    ('平成31年・令和元年', '2019')
    """
    if type(year) is not int or not dt.MINYEAR <= year <= dt.MAXYEAR:
        raise InvalidValue("range", "year", f"is a year from 1 to 9999, not {shown(year)}")
    return whole_year_in_words(year, words_for(locale, style))


def format_when(meeting: Meeting, *, locale: str, style: Style = COUNCIL, time_zone: ZoneInfo | None = None) -> str:
    """Write when a meeting is held, as far as it is known: in one line, as its program does.

    In `time_zone`, the reader's, it is told a second time where that is another, and both zones are named. Raises
    `InvalidValue` as `format_day` does.

    >>> from csegroup.example import MEETING
    >>> format_when(MEETING, locale="ja"), format_when(MEETING, locale="en")
    ('令和4年2月8日(火)午後2時から', 'From 2:00 p.m. on February 8, 2022 (Tuesday)')
    """
    check_zone(time_zone)
    return " / ".join(map(plain, when(meeting, words_for(locale, style), time_zone)))


def format_text(text: Mapping[str, str], *, locale: str) -> str:
    """Write a text in a language, or in the nearest it has; what it is, if not that, is said behind it.

    That is another language, or an unofficial translation (仮訳). Raises `InvalidValue`.

    >>> group = {"en": "Specialist Group Meeting", "ja-t-en": "専門家会合"}
    >>> format_text(group, locale="ja"), format_text({"ja": "総会"}, locale="en")
    ('専門家会合（仮訳）', '総会 (in Japanese)')
    """
    words = words_for(locale)
    given = to_text(text)
    a_text("text", given)
    line = marked((of_text(given, words),), words)
    return plain(line) + (words.text(UNOFFICIAL) if translated([line]) else "")


def negotiate(wanted: str | Iterable[str], *, default: str | None = None) -> str:
    """Give the locale that a reader wants most among those that there are words for.

    `wanted` is an Accept-Language header (RFC 9110 section 12.5.4), or a list of tags or POSIX locale names, the most
    wanted first; what is no language in it is passed over. Raises `InvalidValue` where none fits and there is no
    `default`.

    >>> negotiate("fr, ja-JP-u-ca-gregory;q=0.9, en;q=0.5"), negotiate(["fr_FR.UTF-8"], default="en")
    ('ja-JP-u-ca-gregory', 'en')
    """
    from csegroup.wording.negotiation import negotiated  # noqa: PLC0415 - a site needs it, a program does not

    found = negotiated(wanted, languages()) or default
    if found is None:
        raise InvalidValue("locale", "wanted", f"names none of the languages {', '.join(languages())}")
    try:
        words_for(found)
    except InvalidValue:
        # A calendar that is not known here does not take the reader's language away.
        return lookup_ranges(found)[0]
    return found


def format_speaker(speaker: Speaker | Organization | Post, *, locale: str) -> str:
    """Write a speaker, a post or an organization in one line, by the rule of the language.

    Where a part lacks the language, the whole line is in the first language that every part has. Raises
    `InvalidValue` where there are no words for the locale.

    >>> agency = Organization(name={"en": "National Police Agency", "ja": "警察庁"})
    >>> bureau = Organization(name={"en": "Community Safety Bureau", "ja": "生活安全局"}, parent=agency)
    >>> format_speaker(Post(title={"en": "Head", "ja": "長"}, organization=bureau), locale="en")
    'Head of the Community Safety Bureau, National Police Agency'
    """
    return plain((of_speaker(to_speaker(speaker), words_for(locale)),))


def format_organization(organization: Organization, *, locale: str) -> str:
    """Write an organization with its legal form and the parents that its name is written inside of.

    Where a part lacks the language, and for the errors, as in `format_speaker`.

    >>> agency = Organization(name={"en": "National Police Agency", "ja": "警察庁"})
    >>> format_organization(Organization(name={"en": "Juvenile Division", "ja": "少年課"}, parent=agency), locale="ja")
    '警察庁少年課'
    """
    return plain((of_organization(organization, words_for(locale)),))


def format_postal_address(address: PostalAddress, *, locale: str) -> str:
    """Write an address in one line: as the post of its country does, or as a letter from abroad is addressed.

    Raises `InvalidValue` where there are no words for the locale.

    >>> address = PostalAddress(postal_code="100-8974", region={"en": "Tokyo", "ja": "東京都"},
    ...     locality={"en": "Chiyoda-ku", "ja": "千代田区"}, street={"en": "2-1-2 Kasumigaseki", "ja": "霞が関2-1-2"})
    >>> format_postal_address(address, locale="en")
    '2-1-2 Kasumigaseki, Chiyoda-ku, Tokyo 100-8974, Japan'
    """
    return plain((of_postal_address(address, words_for(locale)),))


if TYPE_CHECKING:
    from csegroup.wording.gaps import Missing, missing
    from csegroup.wording.order import in_order
    from csegroup.wording.parsing import parse_date
else:
    # A script that prints a program does not wait for what reads, sorts and reviews.
    __getattr__ = loading(__name__, {"gaps": ["Missing", "missing"], "order": ["in_order"], "parsing": ["parse_date"]})
