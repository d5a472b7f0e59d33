"""The calendar round the meetings: its head, its time zones, one entry a meeting."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

from csegroup.errors import InvalidValue, NotScheduled
from csegroup.ical.events import event_of
from csegroup.ical.time_zones import time_zone
from csegroup.meetings import Meeting
from csegroup.organizations import Contact
from csegroup.wording.locales import words_for

__all__ = ["calendar_of"]

_SECOND, _DAY = dt.timedelta(seconds=1), dt.timedelta(days=1)


def calendar_of(
    meetings: Sequence[Meeting],
    *,
    locales: Sequence[str],
    stamp: dt.datetime,
    organizer: Contact | None,
    assumed_length: dt.timedelta | None,
) -> Calendar:
    """Make the calendar."""
    _check(meetings, locales, stamp, organizer, assumed_length)
    organizers = _organizers(meetings, organizer)
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//csegroup//csegroup//EN")
    calendar.add("calscale", "GREGORIAN")
    if any(organizers):
        calendar.add("method", "PUBLISH")
    words = [words_for(locale) for locale in locales]
    events = [
        event_of(meeting, words=words, stamp=stamp, organizer=one, assumed_length=assumed_length)
        for meeting, one in zip(meetings, organizers, strict=True)
    ]
    for zone, times in _by_zone(events).items():
        calendar.add_component(time_zone(ZoneInfo(zone), times))
    for event in events:
        calendar.add_component(event)
    return calendar


def _by_zone(events: Iterable[Event]) -> dict[str, list[dt.datetime]]:
    """Gather the times that are written with a TZID, which UTC is not."""
    zones: defaultdict[str, list[dt.datetime]] = defaultdict(list)
    for event in events:
        for name, time in (("DTSTART", event.DTSTART), ("DTEND", event.DTEND)):
            if isinstance(time, dt.datetime) and "TZID" in event[name].params:
                zones[event[name].params["TZID"]].append(time)
    return dict(sorted(zones.items()))


def _check(
    meetings: Sequence[Meeting],
    locales: Sequence[str],
    stamp: dt.datetime,
    organizer: Contact | None,
    assumed_length: dt.timedelta | None,
) -> None:
    seen: set[str] = set()
    for i, meeting in enumerate(meetings):
        if meeting.id in seen:
            raise InvalidValue("twice", f"meetings[{i}].id", f"is {meeting.id!r} a second time; take latest(meetings)")
        seen.add(meeting.id)
    if undecided := [meeting.id for meeting in meetings if not meeting.local_date]:
        raise NotScheduled(undecided)
    if not locales:
        raise InvalidValue("missing", "locale", "is missing; give one tag at least, such as 'ja'")
    if stamp.tzinfo is None:
        raise InvalidValue("time_zone", "stamp", "needs a zone, such as datetime.timezone.utc")
    if organizer and not organizer.email:
        raise InvalidValue("missing", "organizer.email", "is missing; a calendar names its organizer by an address")
    if assumed_length is not None and not _SECOND <= assumed_length <= _DAY:
        raise InvalidValue("range", "assumed_length", "is between a second and a day")


def _organizers(meetings: Sequence[Meeting], organizer: Contact | None) -> list[Contact | None]:
    """Give the organizer of each meeting, or none at all: METHOD is the whole calendar's, and needs them all."""
    contacts = [organizer or meeting.contact for meeting in meetings]
    complete = all(contact and contact.email for contact in contacts)
    return contacts if complete else [None] * len(contacts)
