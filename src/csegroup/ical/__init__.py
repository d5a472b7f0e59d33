"""Meetings as calendar files (RFC 5545), to put on a page or to subscribe to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from icalendar import Calendar

from csegroup.ical.calendars import calendar_of
from csegroup.ical.lines import serialized
from csegroup.ical.mailings import Invitee, InviteeRole, Mailbox, Mailing
from csegroup.meetings import Meeting
from csegroup.organizations import Contact

__all__ = ["Invitee", "InviteeRole", "Mailbox", "Mailing", "to_calendar", "to_ics"]


def to_calendar(
    meetings: Meeting | Iterable[Meeting],
    *,
    locale: str | Iterable[str],
    stamp: dt.datetime,
    organizer: Contact | None = None,
    assumed_length: dt.timedelta | None = None,
) -> Calendar:
    """Make a calendar of one or several meetings, as components of `icalendar` to look at and to extend.

    `locale` is a BCP 47 tag; of several, each text holds all, joined. `stamp` is DTSTAMP, the time at which
    the calendar is made. `organizer` has an e-mail address; without one the meetings' contacts stand for it,
    and where any has none the calendar is a plain one, without METHOD. A meeting without an end has no DTEND,
    or that of `assumed_length`, between a second and a day. What is not open to all is in it, unless
    `Meeting.seen_by` left it out before. A calendar that was extended is written by its own `to_ical()`.
    No meetings give a calendar without entries.

    Raises `NotScheduled` with the ids of meetings that have no date, and `InvalidValue`.

    >>> from csegroup.example import MEETING
    >>> now = dt.datetime(2026, 11, 24, tzinfo=dt.timezone.utc)
    >>> str(to_calendar(MEETING, locale="en", stamp=now).events[0]["STATUS"])
    'CONFIRMED'
    """
    return calendar_of(
        [meetings] if isinstance(meetings, Meeting) else list(meetings),
        locales=[locale] if isinstance(locale, str) else list(locale),
        stamp=stamp,
        organizer=organizer,
        assumed_length=assumed_length,
    )


def to_ics(
    meetings: Meeting | Iterable[Meeting],
    *,
    locale: str | Iterable[str],
    stamp: dt.datetime,
    organizer: Contact | None = None,
    assumed_length: dt.timedelta | None = None,
) -> bytes:
    r"""Write one or several meetings as a calendar file; the same input gives the same bytes.

    The arguments and errors are those of `to_calendar`.

    >>> from csegroup.example import MEETING
    >>> to_ics(MEETING, locale="ja", stamp=dt.datetime(2026, 11, 24, tzinfo=dt.timezone.utc))[:32]
    b'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPR'
    """
    return serialized(
        to_calendar(meetings, locale=locale, stamp=stamp, organizer=organizer, assumed_length=assumed_length)
    )
