"""The calendar round the meetings: its head, its time zones, one entry a meeting."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from zoneinfo import ZoneInfo

from csegroup.errors import InvalidValue, NotScheduled
from csegroup.fields import an_instance, each, optional, tuple_of
from csegroup.ical.entries import Entry, entry_of, joined
from csegroup.ical.events import Span, event, organizer_line, span_of
from csegroup.ical.feeds import Feed
from csegroup.ical.lines import Line
from csegroup.ical.mailings import Mailbox, a_length
from csegroup.ical.methods import checked
from csegroup.ical.time_zones import time_zone
from csegroup.meetings import Meeting, MeetingStatus
from csegroup.wording.locales import words_for
from csegroup.wording.phrases import plain
from csegroup.wording.texts import of_text
from csegroup.wording.words import Words

__all__ = ["a_stamp", "calendar", "feed_lines", "is_assumed", "lines_of_feed", "zones_of"]

_PRODID = "PRODID:-//csegroup//csegroup//EN"
_NO_FEED = Feed()


def calendar(method: str | None, head: Iterable[Line], zones: Iterable[Line], events: Iterable[Line]) -> list[Line]:
    """Put a calendar together; its METHOD stands first, as RFC 6047 readers expect it before any component."""
    return [
        "BEGIN:VCALENDAR",
        *([f"METHOD:{method}"] if method else []),
        "VERSION:2.0",
        _PRODID,
        "CALSCALE:GREGORIAN",
        *head,
        *zones,
        *events,
        "END:VCALENDAR",
    ]


def feed_lines(  # noqa: PLR0913 - the arguments of `to_ics`
    meetings: Iterable[Meeting],
    *,
    locales: Sequence[str],
    stamp: dt.datetime,
    organizer: Mailbox | None,
    assumed_length: dt.timedelta | None,
    feed: Feed | None,
) -> list[Line]:
    """Write a calendar of meetings as lines."""
    _check(locales, stamp, organizer, assumed_length)
    optional(an_instance(Feed))("feed", feed)
    given = tuple_of(meetings)
    each(an_instance(Meeting))("meetings", given)
    shown = (feed or _NO_FEED).chosen(given, stamp)
    _check_meetings(shown)
    words = [words_for(locale) for locale in locales]
    entries = [entry_of(meeting, words, end_is_assumed=is_assumed(meeting, assumed_length)) for meeting in shown]
    organizers = _organizers(shown, organizer, words[0])
    spans = [span_of(meeting, assumed_length) for meeting in shown]
    named = feed.name if feed else None
    name = joined(words, lambda own: plain((of_text(named, own),))) if named else ""
    return lines_of_feed(shown, entries, spans, organizers, stamp=stamp, feed=feed or _NO_FEED, name=name)


def lines_of_feed(  # noqa: PLR0913 - a feed whose words are ready
    meetings: Sequence[Meeting],
    entries: Sequence[Entry],
    spans: Sequence[Span],
    organizers: Sequence[Line],
    *,
    stamp: dt.datetime,
    feed: Feed = _NO_FEED,
    name: str = "",
) -> list[Line]:
    """Write meetings whose words are ready; without an organizer for each there is no METHOD."""
    method = "PUBLISH" if meetings and organizers else None
    events = [
        event(
            meeting,
            entry,
            stamp=stamp,
            span=span,
            people=[organizer] if organizer else [],
            alarm=() if meeting.status is MeetingStatus.CANCELLED else feed.alarm_of(entry.summary),
        )
        for meeting, entry, span, organizer in zip(
            meetings, entries, spans, organizers or [""] * len(meetings), strict=True
        )
    ]
    for lines in events:
        checked(method, lines)
    return calendar(method, feed.head(name), zones_of(spans), (line for lines in events for line in lines))


def is_assumed(meeting: Meeting, assumed_length: dt.timedelta | None) -> bool:
    """Tell whether the end in the calendar is not the meeting's own."""
    return assumed_length is not None and meeting.start is not None and meeting.end is None


def zones_of(spans: Iterable[Span]) -> Iterator[Line]:
    """Define the zones of times, each once, in the order of their names; UTC needs no definition."""
    zones: defaultdict[str, list[dt.datetime]] = defaultdict(list)
    for span in spans:
        for time in span:
            zone = time.tzinfo if isinstance(time, dt.datetime) else None
            if isinstance(time, dt.datetime) and isinstance(zone, ZoneInfo) and zone.utcoffset(None) != dt.timedelta():
                zones[zone.key].append(time)
    for key, times in sorted(zones.items()):
        yield from time_zone(ZoneInfo(key), times)


def a_stamp(stamp: object) -> None:
    """Want the time at which a calendar is made."""
    if not isinstance(stamp, dt.datetime) or stamp.tzinfo is None:
        raise InvalidValue("time_zone", "stamp", "is a datetime with a zone, such as datetime.timezone.utc")
    try:
        stamp.astimezone(dt.timezone.utc)
    except OverflowError:
        raise InvalidValue("range", "stamp", "is at the very end of the calendar; give another time") from None


def _check(
    locales: Sequence[str], stamp: dt.datetime, organizer: Mailbox | None, assumed_length: dt.timedelta | None
) -> None:
    if not locales:
        raise InvalidValue("missing", "locale", "is missing; give one tag at least, such as 'ja'")
    a_stamp(stamp)
    if organizer is not None and not isinstance(organizer, Mailbox):
        raise InvalidValue("type", "organizer", "is a Mailbox; an office's is Mailbox(email=..., name=...)")
    if assumed_length is not None:
        a_length("assumed_length", assumed_length)


def _check_meetings(meetings: Sequence[Meeting]) -> None:
    seen: set[str] = set()
    for i, meeting in enumerate(meetings):
        if meeting.id in seen:
            raise InvalidValue("twice", f"meetings[{i}].id", f"is {meeting.id!r} a second time; take latest(meetings)")
        seen.add(meeting.id)
    if undecided := [meeting.id for meeting in meetings if not meeting.local_date]:
        raise NotScheduled(undecided)


def _organizers(meetings: Sequence[Meeting], organizer: Mailbox | None, words: Words) -> list[Line]:
    """Write the organizer of each meeting, or none at all: METHOD is the whole calendar's, and needs them all."""
    lines: list[Line] = []
    for meeting in meetings:
        who = organizer or meeting.contact
        if who is None or not who.email:
            return []
        lines.append(organizer_line(who.email, plain((of_text(who.name, words),)) if who.name else ""))
    return lines
