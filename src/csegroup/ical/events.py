"""One meeting as the lines of a VEVENT (RFC 5545 section 3.6.1)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import final

import attrs

from csegroup.ical.addresses import uri_of
from csegroup.ical.entries import Entry, conference
from csegroup.ical.lines import Line, common_name, text, time, uri
from csegroup.ical.mailings import uid_of
from csegroup.meetings import Meeting, MeetingStatus
from csegroup.places import OnlineVenue

__all__ = ["Joining", "Span", "event", "organizer_line", "span_of"]

Span = tuple[dt.date | None, dt.datetime | None]

_STATUS = {
    MeetingStatus.TENTATIVE: "TENTATIVE",
    MeetingStatus.ANNOUNCED: "CONFIRMED",
    MeetingStatus.HELD: "CONFIRMED",
    MeetingStatus.CANCELLED: "CANCELLED",
}
_UTC = dt.timezone.utc


@final
@attrs.frozen(repr=False)
class Joining:
    """How one person joins: their link, its name for calendar programs, and the lines that say it."""

    url: str | None
    label: str
    lines: str


def span_of(meeting: Meeting, assumed_length: dt.timedelta | None) -> Span:
    """Give start and end as they are written: in the meeting's zone, but in UTC where a clock shows an hour twice."""
    start, end = meeting.start, meeting.end
    if start is None:
        return meeting.day, None
    if end is None and assumed_length:
        end = (start.astimezone(_UTC) + assumed_length).astimezone(start.tzinfo)
    if start.fold or (end and end.fold):
        return start.astimezone(_UTC), end.astimezone(_UTC) if end else None
    return start, end


def event(  # noqa: PLR0913 - an entry of a feed and one of an invitation have most in common
    meeting: Meeting,
    entry: Entry,
    *,
    stamp: dt.datetime,
    span: Span,
    people: Sequence[Line] = (),
    joining: Joining | None = None,
    access: str = "PUBLIC",
    status: bool = True,
    alarm: Sequence[Line] = (),
) -> list[Line]:
    """Write the entry of a meeting; `people` are the lines of organizer and attendees."""
    return [
        "BEGIN:VEVENT",
        text("UID", uid_of(meeting)),
        time("DTSTAMP", stamp.astimezone(_UTC)),
        f"SEQUENCE:{meeting.sequence}",
        *(time(name, value) for name, value in zip(("DTSTART", "DTEND"), span, strict=True) if value),
        *_texts(meeting, entry, joining),
        *_state(meeting, access, status=status),
        *([uri("URL", meeting.url)] if meeting.url else []),
        *people,
        *([conference(joining.url, joining.label)] if joining and joining.url else []),
        *entry.conferences,
        *alarm,
        "END:VEVENT",
    ]


def _texts(meeting: Meeting, entry: Entry, joining: Joining | None) -> Iterable[Line]:
    yield text("SUMMARY", entry.summary)
    if location := _location(meeting, entry, joining):
        yield text("LOCATION", location)
    if entry.contact:
        yield text("CONTACT", entry.contact)
    yield text("CATEGORIES", *entry.categories)
    if description := "\n\n".join(filter(None, (joining.lines if joining else "", entry.description))):
        yield text("DESCRIPTION", description)


def _location(meeting: Meeting, entry: Entry, joining: Joining | None) -> str:
    on_line_only = bool(meeting.venues) and all(isinstance(venue, OnlineVenue) for venue in meeting.venues)
    link = joining.url if joining and on_line_only else None
    return f"{entry.location} / {link}" if link else entry.location


def _state(meeting: Meeting, access: str, *, status: bool) -> Iterable[Line]:
    written = _STATUS[meeting.status]
    # Who is taken off has no STATUS, and is free too.
    free = meeting.in_writing or written == "CANCELLED" or not status
    if status:
        yield f"STATUS:{written}"
    yield f"CLASS:{access}"
    yield f"TRANSP:{'TRANSPARENT' if free else 'OPAQUE'}"
    # Outlook reads its own property before TRANSP.
    busy = "TENTATIVE" if written == "TENTATIVE" else "BUSY"
    yield f"X-MICROSOFT-CDO-BUSYSTATUS:{'FREE' if free else busy}"


def organizer_line(email: str, name: str) -> Line:
    """Write who organizes a meeting."""
    return uri("ORGANIZER", uri_of(email), **({"CN": common_name(name)} if name else {}))
