"""A feed: what a calendar to subscribe to is called, and which meetings it holds."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import final

import attrs

from csegroup.errors import InvalidValue
from csegroup.fields import Choice, a_day, a_line, a_url, an_id, an_instance, check, optional
from csegroup.ical.lines import Line, duration, text, uri
from csegroup.meetings import Meeting, MeetingStatus
from csegroup.organizations import AttendeeKind
from csegroup.text import LocalizedText, optional_text

__all__ = ["CancelledMeetings", "Feed"]

_LONGEST = dt.timedelta(days=366)


def _a_time_span(field: str, value: object) -> None:
    if not isinstance(value, dt.timedelta) or not dt.timedelta() <= value <= _LONGEST or value.microseconds:
        raise InvalidValue("range", field, "is a timedelta of whole seconds, from none to a year")


def _an_interval(field: str, value: object) -> None:
    """Want a length of time that is not none (RFC 7986 section 5.7)."""
    _a_time_span(field, value)
    if not value:
        raise InvalidValue("range", field, "is longer than none; leave it out where nothing is said")


@final
class CancelledMeetings(Choice):
    """What a feed does with meetings that were cancelled.

    Some calendar programs do not show what is cancelled, others still show it as if it took place; so it is marked,
    also in SUMMARY, where it is not dropped.

    >>> CancelledMeetings("dropped")
    CancelledMeetings.DROPPED
    """

    MARKED = "marked"
    DROPPED = "dropped"


@final
@attrs.frozen(kw_only=True)
class Feed:
    """How a calendar to subscribe to is made.

    `name` is what calendar programs call it, `source` where it is, `refresh_interval` how often it is worth reading
    (RFC 7986). `alarm` rings so long before each start. Of the meetings given it holds those of `body` (its id, also
    when it meets jointly), those that a `kind` of attendee attends, as that kind sees them, those from the day
    `since` on and before the day `until`. Cancelled ones are marked or dropped, and dropped where DTSTAMP is later
    than the day `cancelled_until`. Raises `InvalidValue`.

    >>> Feed(name={"en": "Council", "ja": "協議会"}, refresh_interval=dt.timedelta(hours=12)).cancelled
    CancelledMeetings.MARKED
    """

    name: LocalizedText | None = attrs.field(default=None, converter=optional_text, validator=check(optional(a_line)))
    source: str | None = attrs.field(default=None, validator=check(optional(a_url)))
    refresh_interval: dt.timedelta | None = attrs.field(default=None, validator=check(optional(_an_interval)))
    alarm: dt.timedelta | None = attrs.field(default=None, validator=check(optional(_a_time_span)))
    body: str | None = attrs.field(default=None, validator=check(optional(an_id)))
    kind: AttendeeKind | None = attrs.field(default=None, validator=check(optional(an_instance(AttendeeKind))))
    since: dt.date | None = attrs.field(default=None, validator=check(optional(a_day)))
    until: dt.date | None = attrs.field(default=None, validator=check(optional(a_day)))
    cancelled: CancelledMeetings = attrs.field(
        default=CancelledMeetings.MARKED, validator=check(an_instance(CancelledMeetings))
    )
    cancelled_until: dt.date | None = attrs.field(default=None, validator=check(optional(a_day)))

    def __attrs_post_init__(self) -> None:
        if self.since and self.until and self.until <= self.since:
            raise InvalidValue(
                "order", "until", "is not after since; it is the first day that is no longer in the feed"
            )

    def chosen(self, meetings: Iterable[Meeting], stamp: dt.datetime) -> list[Meeting]:
        """Give the meetings that are in the feed, as it shows them."""
        found = [meeting for meeting in meetings if self._holds(meeting, stamp)]
        return [meeting.seen_by(self.kind) for meeting in found] if self.kind else found

    def _holds(self, meeting: Meeting, stamp: dt.datetime) -> bool:
        if self.body and self.body not in {body.id for body in (meeting.body, *meeting.jointly_with)}:
            return False
        if self.kind and meeting.attendees and self.kind not in {group.kind for group in meeting.attendees}:
            return False
        if meeting.status is MeetingStatus.CANCELLED and not self._shows_cancelled(stamp):
            return False
        day = meeting.local_date
        return day is None or not ((self.since and day < self.since) or (self.until and day >= self.until))

    def _shows_cancelled(self, stamp: dt.datetime) -> bool:
        marked = self.cancelled is CancelledMeetings.MARKED
        return marked and (self.cancelled_until is None or stamp.date() <= self.cancelled_until)

    def head(self, name: str) -> list[Line]:
        """Write what the feed says of itself; the X- properties are those that older programs read."""
        lines: list[Line] = []
        if name:
            lines += [text("NAME", name), text("X-WR-CALNAME", name)]
        if self.refresh_interval:
            lines += [uri("REFRESH-INTERVAL", duration(self.refresh_interval), VALUE="DURATION")]
            lines += [f"X-PUBLISHED-TTL:{duration(self.refresh_interval)}"]
        if self.source:
            lines += [uri("SOURCE", self.source, VALUE="URI")]
        return lines

    def alarm_of(self, summary: str) -> list[Line]:
        """Write the alarm of an entry (RFC 5545 section 3.6.6), if there is one."""
        if self.alarm is None:
            return []
        trigger = f"TRIGGER:{'-' if self.alarm else ''}{duration(self.alarm)}"
        return ["BEGIN:VALARM", "ACTION:DISPLAY", text("DESCRIPTION", summary), trigger, "END:VALARM"]
