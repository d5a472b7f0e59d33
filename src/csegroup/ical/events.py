"""One meeting as a VEVENT (RFC 5545 section 3.6.1)."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Callable, Iterable, Sequence

from icalendar import Event, vCalAddress, vDatetime, vDDDTypes, vInt, vUri

from csegroup.documents.in_short import notice_in_short, program_in_short
from csegroup.ical.lines import Text, Texts
from csegroup.meetings import Meeting, MeetingStatus
from csegroup.organizations import Contact
from csegroup.places import OnlineVenue
from csegroup.wording.names import of_organization
from csegroup.wording.phrases import plain
from csegroup.wording.places import of_places
from csegroup.wording.texts import of_text
from csegroup.wording.titles import calendar_title_of
from csegroup.wording.words import Words

__all__ = ["event_of"]

_STATUS = {
    MeetingStatus.TENTATIVE: "TENTATIVE",
    MeetingStatus.ANNOUNCED: "CONFIRMED",
    MeetingStatus.HELD: "CONFIRMED",
    MeetingStatus.CANCELLED: "CANCELLED",
}


def event_of(
    meeting: Meeting,
    *,
    words: Sequence[Words],
    stamp: dt.datetime,
    organizer: Contact | None,
    assumed_length: dt.timedelta | None,
) -> Event:
    """Make the entry of a meeting in the words of one or more languages."""
    event = Event()
    event["UID"] = Text(str(uuid.uuid5(uuid.NAMESPACE_URL, f"urn:csegroup:meeting:{meeting.id}")))
    event["DTSTAMP"] = vDatetime(stamp.astimezone(dt.timezone.utc).replace(microsecond=0))
    event["SEQUENCE"] = vInt(meeting.sequence)
    _add_span(event, meeting, assumed_length)
    _add_texts(event, meeting, words)
    _add_state(event, meeting)
    if meeting.url:
        event["URL"] = vUri(meeting.url)
    if organizer:
        event["ORGANIZER"] = _organizer(organizer, words[0])
    for venue in meeting.venues:
        if isinstance(venue, OnlineVenue) and venue.url:
            event.add("CONFERENCE", _conference(venue, venue.url, words[0]))
    return event


def _span(meeting: Meeting, assumed_length: dt.timedelta | None) -> tuple[dt.date | None, dt.datetime | None]:
    """Give start and end as they are written: in the meeting's zone, but in UTC where a clock shows an hour twice."""
    start, end = meeting.start, meeting.end
    if start is None:
        return meeting.day, None
    if end is None and assumed_length:
        end = (start.astimezone(dt.timezone.utc) + assumed_length).astimezone(start.tzinfo)
    if start.fold or (end and end.fold):
        return start.astimezone(dt.timezone.utc), end.astimezone(dt.timezone.utc) if end else None
    return start, end


def _add_span(event: Event, meeting: Meeting, assumed_length: dt.timedelta | None) -> None:
    for name, time in zip(("DTSTART", "DTEND"), _span(meeting, assumed_length), strict=True):
        if time:
            event[name] = vDDDTypes(time)


def _add_texts(event: Event, meeting: Meeting, words: Sequence[Words]) -> None:
    event["SUMMARY"] = _joined(words, lambda own: plain(calendar_title_of(meeting, own)))
    if meeting.venues:
        event["LOCATION"] = _joined(words, lambda own: " / ".join(map(plain, of_places(meeting.venues, own))))
    if meeting.contact:
        contact = meeting.contact
        event["CONTACT"] = _joined(words, lambda own: _contact(contact, own))
    event["CATEGORIES"] = Texts(_each_once(plain((of_organization(meeting.body, own),)) for own in words))
    if description := _description(meeting, words):
        event["DESCRIPTION"] = Text(description)


def _each_once(texts: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(filter(None, texts)))


def _joined(words: Sequence[Words], say: Callable[[Words], str]) -> Text:
    """Write one property in all languages: a second property of the name would break most readers."""
    return Text(" / ".join(_each_once(map(say, words))))


def _contact(contact: Contact, words: Words) -> str:
    return ", ".join(filter(None, (plain((of_text(contact.name, words),)), contact.telephone, contact.email)))


def _description(meeting: Meeting, words: Sequence[Words]) -> str:
    """Write what a reader of the entry needs, in the order in which it is needed."""
    links = "\n".join(venue.url for venue in meeting.venues if isinstance(venue, OnlineVenue) and venue.url)
    notices = [notice_in_short(meeting, own) for own in words]
    programs = [program_in_short(meeting, own) for own in words]
    return "\n\n".join(_each_once([*notices, links, *programs, meeting.url or ""]))


def _add_state(event: Event, meeting: Meeting) -> None:
    status = _STATUS[meeting.status]
    free = meeting.in_writing or status == "CANCELLED"
    event["STATUS"] = Text(status)
    event["CLASS"] = Text("PUBLIC")
    event["TRANSP"] = Text("TRANSPARENT" if free else "OPAQUE")
    # Outlook reads its own property before TRANSP.
    busy = "TENTATIVE" if status == "TENTATIVE" else "BUSY"
    event["X-MICROSOFT-CDO-BUSYSTATUS"] = Text("FREE" if free else busy)


def _parameter(text: str) -> str:
    """Write a parameter without what only readers of RFC 6868 understand, or some take for an escape."""
    return text.replace('"', "'").replace("\\", "/")


def _organizer(organizer: Contact, words: Words) -> vCalAddress:
    return vCalAddress(f"mailto:{organizer.email}", params={"CN": _parameter(plain((of_text(organizer.name, words),)))})


def _conference(venue: OnlineVenue, url: str, words: Words) -> vUri:
    label = _parameter(plain(of_places([venue], words)[0]))
    return vUri(url, params={"VALUE": "URI", "FEATURE": ["AUDIO", "VIDEO"], "LABEL": label})
