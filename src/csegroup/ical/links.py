"""Addresses that open a meeting in a calendar on the web, ready to be saved there.

No service documents its addresses in full; these are what is known to work. A whole day ends on the next one, an
hour has its zone or is UTC, a blank is `%20` since Outlook shows a `+`, and Outlook takes its text for HTML.
"""

from __future__ import annotations

import datetime as dt
import html
from typing import final
from urllib.parse import quote

import attrs

from csegroup.documents.in_short import notice_in_short
from csegroup.errors import InvalidValue, NotScheduled
from csegroup.fields import optional
from csegroup.ical.events import span_of
from csegroup.ical.mailings import a_length
from csegroup.meetings import Meeting, MeetingStatus
from csegroup.wording.locales import words_for
from csegroup.wording.phrases import plain
from csegroup.wording.places import of_places
from csegroup.wording.titles import calendar_title_of

__all__ = ["CHARACTERS_AT_MOST", "CalendarLinks", "calendar_links"]

# The shortest limit that people met is Outlook's, at 2,056 characters; signing in first makes an address longer.
CHARACTERS_AT_MOST = 2000

_UTC = dt.timezone.utc
_GOOGLE = "https://calendar.google.com/calendar/render?action=TEMPLATE"
_OUTLOOK = "/calendar/0/deeplink/compose?path=/calendar/action/compose&rru=addevent"


@final
@attrs.frozen(kw_only=True)
class CalendarLinks:
    """The addresses of one meeting: for Google Calendar, for Outlook.com and for Outlook of Microsoft 365.

    >>> from csegroup.example import MEETING
    >>> calendar_links(MEETING, locale="en").office365.partition("&startdt=")[2][:20]
    '2022-02-08T05:00:00Z'
    """

    google: str
    outlook: str
    office365: str


def calendar_links(meeting: Meeting, *, locale: str, assumed_length: dt.timedelta | None = None) -> CalendarLinks:
    """Give the addresses that add a meeting to a calendar on the web, for links beside its calendar file.

    They hold title, hours, place, notice and the meeting's `url`, never its program or how to join. One of more than
    2,000 characters, which Japanese soon is when percent-encoded, leaves out the notice, then the place, then the
    `url`, and never the title. A meeting without an end ends at its start, or after `assumed_length`, whole seconds
    up to a day. What is added so is a copy that no update reaches.

    Raises `NotScheduled` while there is no date, and `InvalidValue`, also for a meeting that is cancelled.

    >>> from csegroup.example import MEETING
    >>> calendar_links(MEETING, locale="en").google.partition("&dates=")[2][:46]
    '20220208T140000/20220208T140000&ctz=Asia/Tokyo'
    """
    _check(meeting, assumed_length)
    words = words_for(locale)
    title = plain(calendar_title_of(meeting, words))
    place = " / ".join(map(plain, of_places(meeting.venues, words)))
    url = meeting.url or ""
    details = "\n\n".join(filter(None, (notice_in_short(meeting, words), url)))
    start, end = _span(meeting, assumed_length)
    google = f"{_GOOGLE}{_text('text', title)}{_in_google(start, end)}"
    outlook = f"{_OUTLOOK}{_text('subject', title)}{_in_outlook(start, end)}"
    more = (_text("location", place), _text("body", _in_html(details)), _text("body", _in_html(url)))
    return CalendarLinks(
        google=_fitting(google, _text("location", place), _text("details", details), _text("details", url)),
        outlook=_fitting(f"https://outlook.live.com{outlook}", *more),
        office365=_fitting(f"https://outlook.office.com{outlook}", *more),
    )


def _check(meeting: Meeting, assumed_length: dt.timedelta | None) -> None:
    optional(a_length)("assumed_length", assumed_length)
    if meeting.status is MeetingStatus.CANCELLED:
        raise InvalidValue("status", "status", "is cancelled, and nobody adds that to a calendar; leave the links out")
    if meeting.local_date is None:
        raise NotScheduled([meeting.id])
    if meeting.day == dt.date.max:
        raise InvalidValue("range", "day", "is the very last of the calendar; give another")


def _span(meeting: Meeting, assumed_length: dt.timedelta | None) -> tuple[dt.date, dt.date]:
    """Give start and end, in UTC where a clock shows either hour twice, and the day after for whole days."""
    start, end = span_of(meeting, assumed_length)
    if not isinstance(start, dt.datetime):
        day = start or dt.date.min
        return day, day + dt.timedelta(days=1)
    end = end or start
    if _shown_twice(start) or _shown_twice(end):
        return start.astimezone(_UTC), end.astimezone(_UTC)
    return start, end


def _shown_twice(time: dt.datetime) -> bool:
    return time.replace(fold=1 - time.fold).utcoffset() != time.utcoffset()


def _in_google(start: dt.date, end: dt.date) -> str:
    zone = start.tzinfo if isinstance(start, dt.datetime) else None
    dates = f"&dates={_basic(start)}/{_basic(end)}"
    return dates if zone in {None, _UTC} else f"{dates}&ctz={quote(str(zone))}"


def _basic(time: dt.date) -> str:
    """Write a day or what a clock shows without separators; one in UTC says so."""
    zone = time.tzinfo if isinstance(time, dt.datetime) else None
    clock = time.replace(tzinfo=None) if isinstance(time, dt.datetime) else time
    return f"{clock.isoformat().replace('-', '').replace(':', '')}{'Z' if zone is _UTC else ''}"


def _in_outlook(start: dt.date, end: dt.date) -> str:
    all_day = "" if isinstance(start, dt.datetime) else "&allday=true"
    return f"&startdt={_extended(start)}&enddt={_extended(end)}{all_day}"


def _extended(time: dt.date) -> str:
    if isinstance(time, dt.datetime):
        return f"{time.astimezone(_UTC).replace(tzinfo=None).isoformat()}Z"
    return time.isoformat()


def _text(name: str, text: str) -> str:
    return f"&{name}={quote(text, safe='')}" if text else ""


def _in_html(text: str) -> str:
    return html.escape(text, quote=False).replace("\n", "<br>")


def _fitting(link: str, place: str, details: str, url: str) -> str:
    """Add place and details, and leave out what is too long."""
    for more in (f"{place}{details}", f"{place}{url}", url):
        if len(link) + len(more) <= CHARACTERS_AT_MOST:
            return link + more
    return link
