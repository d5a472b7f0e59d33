"""Meetings as calendar files (RFC 5545), to put on a page or to subscribe to, and as invitations (RFC 5546, 6047)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from icalendar import Calendar

from csegroup.ical.attendance import Attendance
from csegroup.ical.calendars import feed_lines
from csegroup.ical.feeds import CancelledMeetings, Feed
from csegroup.ical.invitations import Invitation, invitations
from csegroup.ical.invitee_lists import read_invitees
from csegroup.ical.lines import Line, components, written
from csegroup.ical.links import CalendarLinks, calendar_links
from csegroup.ical.mailings import Invitee, InviteeRole, Mailbox, Mailing, uid_of
from csegroup.ical.plans import Action, Plan, Reason, Step, plan
from csegroup.ical.reading import Imported, from_ics
from csegroup.ical.records import dump_mailing, load_mailing
from csegroup.ical.replies import Answer, Reply, ReplyMethod, Standing
from csegroup.ical.reply_reading import read_reply
from csegroup.meetings import Meeting

__all__ = [
    "Action",
    "Answer",
    "Attendance",
    "CalendarLinks",
    "CancelledMeetings",
    "Feed",
    "Imported",
    "Invitation",
    "Invitee",
    "InviteeRole",
    "Mailbox",
    "Mailing",
    "Plan",
    "Reason",
    "Reply",
    "ReplyMethod",
    "Standing",
    "Step",
    "calendar_links",
    "dump_mailing",
    "from_ics",
    "invitations",
    "load_mailing",
    "plan",
    "read_invitees",
    "read_reply",
    "to_calendar",
    "to_ics",
    "uid_of",
]


def to_calendar(  # noqa: PLR0913 - each is a word of its own
    meetings: Meeting | Iterable[Meeting],
    *,
    locale: str | Iterable[str],
    stamp: dt.datetime,
    organizer: Mailbox | None = None,
    assumed_length: dt.timedelta | None = None,
    feed: Feed | None = None,
) -> Calendar:
    """Make a calendar of one or several meetings, as components of `icalendar` to look at and to extend.

    `locale` is a BCP 47 tag; of several, each text holds all, joined. `stamp` is DTSTAMP, the time at which
    the calendar is made. Without an `organizer` the meetings' contacts stand for it, and where any has no e-mail
    address the calendar is a plain one, without METHOD. A meeting without an end has no DTEND, or that of
    `assumed_length`, whole seconds up to a day. What is not open to all is in it, unless `Meeting.seen_by` left it
    out before. A `feed` has a name and chooses among the meetings. A calendar that was extended is written by its
    own `to_ical()`. No meetings give a calendar without entries.

    Raises `NotScheduled` with the ids of meetings that have no date, and `InvalidValue`.

    >>> from csegroup.example import MEETING
    >>> now = dt.datetime(2026, 11, 24, tzinfo=dt.timezone.utc)
    >>> str(to_calendar(MEETING, locale="en", stamp=now).events[0]["STATUS"])
    'CONFIRMED'
    """
    return components(_lines(meetings, locale, stamp, organizer, assumed_length, feed))


def to_ics(  # noqa: PLR0913 - likewise
    meetings: Meeting | Iterable[Meeting],
    *,
    locale: str | Iterable[str],
    stamp: dt.datetime,
    organizer: Mailbox | None = None,
    assumed_length: dt.timedelta | None = None,
    feed: Feed | None = None,
) -> bytes:
    r"""Write one or several meetings as a calendar file; the same input gives the same bytes.

    The arguments and errors are those of `to_calendar`.

    >>> from csegroup.example import MEETING
    >>> to_ics(MEETING, locale="ja", stamp=dt.datetime(2026, 11, 24, tzinfo=dt.timezone.utc))[:32]
    b'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPR'
    """
    return written(_lines(meetings, locale, stamp, organizer, assumed_length, feed))


def _lines(  # noqa: PLR0913, PLR0917 - what both ways have in common
    meetings: Meeting | Iterable[Meeting],
    locale: str | Iterable[str],
    stamp: dt.datetime,
    organizer: Mailbox | None,
    assumed_length: dt.timedelta | None,
    feed: Feed | None,
) -> list[Line]:
    return feed_lines(
        [meetings] if isinstance(meetings, Meeting) else meetings,
        locales=[locale] if isinstance(locale, str) else list(locale),
        stamp=stamp,
        organizer=organizer,
        assumed_length=assumed_length,
        feed=feed,
    )
