"""Documents beside the program: timetable, materials, attendees, and lists of meetings."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Final
from zoneinfo import ZoneInfo

from csegroup.documents.build import Document, all_words
from csegroup.documents.meeting_sections import meeting_sections
from csegroup.documents.programs import whole
from csegroup.documents.tables import attendees_table, materials_table, speakers_table, timetable_table
from csegroup.documents.tree import NO_MARK, Block, Section
from csegroup.fields import a_url
from csegroup.meetings import Meeting
from csegroup.style import COUNCIL, Style
from csegroup.wording.dates import check_zone
from csegroup.wording.message import Message
from csegroup.wording.messages import ATTENDEES, MATERIALS, MEETINGS, SPEAKERS, TIMETABLE
from csegroup.wording.texts import marked
from csegroup.wording.titles import if_cancelled, title_of
from csegroup.wording.words import Words

__all__ = ["attendee_list", "material_list", "meeting_list", "timetable"]

# The characters of RFC 3986, behind a first step that no scheme has.
_RELATIVE: Final = re.compile(r"\.{1,2}/(?:[A-Za-z0-9\-._~!$&'()*+,;=:@/?#]|%[0-9A-Fa-f]{2})*")


def timetable(
    meeting: Meeting, *, locale: str | Iterable[str], style: Style = COUNCIL, time_zone: ZoneInfo | None = None
) -> Document:
    """Make the timetable of a meeting: the hours of its items, as far as their minutes tell; arguments as in `program`.

    >>> from csegroup.example import MEETING
    >>> timetable(MEETING, locale="en")[0].title
    ('Timetable of the ', '6th', ' ', 'Specialist Group Meeting on Child Sexual Exploitation')
    """
    check_zone(time_zone)
    return _of_meeting(meeting, TIMETABLE, lambda words, _: timetable_table(meeting, words, time_zone), locale, style)


def material_list(meeting: Meeting, *, locale: str | Iterable[str], style: Style = COUNCIL) -> Document:
    """Make the list of the materials of a meeting, with the items that they belong to; arguments as in `program`.

    >>> from csegroup.example import MEETING
    >>> material_list(MEETING, locale="en")[0].blocks
    ()
    """
    return _of_meeting(meeting, MATERIALS, lambda words, _: materials_table(meeting, words), locale, style)


def attendee_list(meeting: Meeting, *, locale: str | Iterable[str], style: Style = COUNCIL) -> Document:
    """Make the list of those who attend a meeting: its groups, then who speaks, in Japanese in 五十音順.

    A name is sorted by its reading (`ja-Hira`), without one as it is written. Arguments as in `program`.

    >>> from csegroup.example import MEETING
    >>> len(attendee_list(MEETING, locale="ja")[0].blocks)
    2
    """
    return _of_meeting(meeting, ATTENDEES, lambda words, first: _attendees(meeting, words, first), locale, style)


def _attendees(meeting: Meeting, words: Words, first: Words) -> tuple[Block, ...]:
    """Lay out who attends; in the order of the first of several languages, so that they can stand side by side."""
    speakers = speakers_table(meeting, words, in_order_of=first.locale)
    heard = (Section(NO_MARK, (words.text(SPEAKERS),), speakers),) if speakers else ()
    return (*attendees_table(meeting, words), *heard)


def _of_meeting(
    meeting: Meeting,
    title: Message,
    lay_out: Callable[[Words, Words], tuple[Block, ...]],
    locale: str | Iterable[str],
    style: Style,
) -> Document:
    every = all_words(locale, style)
    return tuple(
        whole(
            marked(if_cancelled(meeting, words.fill(title, title=title_of(meeting, words)), words), words),
            lay_out(words, every[0]),
            words,
        )
        for words in every
    )


def meeting_list(  # noqa: PLR0913 - each is a question of its own
    meetings: Iterable[Meeting],
    *,
    locale: str | Iterable[str],
    style: Style = COUNCIL,
    time_zone: ZoneInfo | None = None,
    now: dt.datetime | None = None,
    link: Callable[[Meeting], str | None] | None = None,
) -> Document:
    """Make a list of meetings: those to come after `now`, those without a day, then year by year, the latest first.

    Without `now` no meeting is told apart as to come. A title leads to the meeting's own `url` or, with `link`, to the
    address that this gives, if any: a whole one of the web, or a relative one that begins with `./` or `../`, such as
    that of the meeting's page on your site. `locale`, `style` and `time_zone` as in `program`. Raises `InvalidValue`.

    >>> from csegroup.example import MEETING
    >>> [section.heading for section in meeting_list([MEETING], locale="ja")[0].blocks]
    [('令和4年',)]
    """
    given: Sequence[Meeting] = tuple(meetings)
    every = all_words(locale, style)
    check_zone(time_zone)
    lead = _own_page if link is None else partial(_checked, link)
    return tuple(
        whole((words.text(MEETINGS),), meeting_sections(given, words, now, every, lead, time_zone), words)
        for words in every
    )


def _own_page(meeting: Meeting) -> str | None:
    return meeting.url


def _checked(link: Callable[[Meeting], str | None], meeting: Meeting) -> str | None:
    """Give the address of a meeting's page; no writer follows what is neither of the web nor beside the list."""
    url = link(meeting)
    if url is not None and not _RELATIVE.fullmatch(str(url)):
        a_url("link", url)
    return url
