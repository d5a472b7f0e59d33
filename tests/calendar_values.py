"""What a calendar file says, as every reader should find it: a value a property, instants in UTC."""

# ruff: noqa: ANN401 - a property of icalendar has not one type

from __future__ import annotations

import datetime as dt
import re
import uuid
from collections.abc import Iterable, Sequence
from typing import Any, TypeAlias

from icalendar import Calendar

from csegroup import Meeting
from csegroup.ical import Invitee, InviteeRole, Mailbox

Values: TypeAlias = dict[str, Any]

UTC = dt.timezone.utc
ORGANIZER = Mailbox(email="office@example.go.jp", name={"ja": "警察庁少年課", "en": "Juvenile Division, NPA"})
# Readers forgive what is not escaped; RFC 5545 section 3.3.11 does not.
_TEXT = re.compile(r"(?:[^\\;,]|\\[\\;,n])*")
_ROLES = {
    InviteeRole.CHAIR: ("CHAIR", True),
    InviteeRole.REQUIRED: ("REQ-PARTICIPANT", True),
    InviteeRole.OPTIONAL: ("OPT-PARTICIPANT", True),
    InviteeRole.OBSERVER: ("NON-PARTICIPANT", False),
}


def moment_of(value: dt.date | None) -> str | None:
    """Write a day as it is and an hour in UTC, as a reader has worked it out from the file's own zone."""
    if isinstance(value, dt.datetime):
        return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return value.isoformat() if value else None


def uid_of(meeting: Meeting) -> str:
    return str(uuid.uuid5(uuid.NAMESPACE_URL, f"urn:csegroup:meeting:{meeting.id}"))


def values_of(data: bytes, meeting: Meeting, status: str | None, people: Values) -> Values:
    """Give what the entry of a meeting says; the words are those of the file, the rest is the meeting's."""
    return {
        "uid": uid_of(meeting),
        "sequence": meeting.sequence,
        "status": status,
        "start": moment_of(meeting.start or meeting.day),
        "end": moment_of(meeting.end),
        **_texts(data, uid_of(meeting)),
        **people,
    }


def _texts(data: bytes, uid: str) -> Values:
    """Take words from a file with the least that RFC 5545 asks of a reader: unfold, then take one escape at a time."""
    entries = data.decode().replace("\r\n ", "").split("BEGIN:VEVENT\r\n")[1:]
    entry = next(one for one in entries if f"UID:{uid}\r\n" in one)
    lines = dict(line.split(":", 1) for line in reversed(entry.partition("BEGIN:")[0].splitlines()[:-1]))
    return {name.lower(): _unescaped(lines.get(name)) for name in ("SUMMARY", "LOCATION", "DESCRIPTION")}


def _unescaped(text: str | None) -> str | None:
    if text is None:
        return None
    if not _TEXT.fullmatch(text):
        raise AssertionError(f"{text!r} is no TEXT")
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] == "n" else found[1], text)


def people_of(organizer: str | None, invitees: Iterable[Invitee], *, asked: bool) -> Values:
    """Give the organizer under a name, and the invitees."""
    named = person(f"mailto:{ORGANIZER.email}", organizer)
    return {
        "organizer": [named] if organizer else [],
        "attendees": sorted((_attendee(invitee, asked=asked) for invitee in invitees), key=address_of),
    }


def _attendee(invitee: Invitee, *, asked: bool) -> Values:
    role, rsvp = _ROLES[invitee.role]
    address = invitee.email.replace("太郎", "%E5%A4%AA%E9%83%8E").replace("例え.jp", "xn--r8jz45g.jp")
    name = invitee.name.replace("\\", "/") if invitee.name else None
    return person(f"mailto:{address}", name, role, *(("NEEDS-ACTION", rsvp) if asked else (None, None)))


def person(
    address: str, cn: str | None, role: str | None = None, partstat: str | None = None, rsvp: object = None
) -> Values:
    return {
        "address": address,
        "cn": cn,
        "role": role,
        "partstat": partstat,
        "rsvp": {"TRUE": True, "FALSE": False}.get(str(rsvp), rsvp),
    }


def address_of(one: Values) -> str:
    return str(one["address"])


def read_with_icalendar(data: bytes) -> Values:
    calendar = Calendar.from_ical(data)
    method = calendar.get("METHOD")
    return {"method": method and str(method), "events": [_event(one) for one in calendar.events]}


def _event(event: Any) -> Values:
    if event.errors:
        raise AssertionError(event.errors)
    return {
        **{name: event.get(name.upper()) for name in ("uid", "status", "summary", "location", "description")},
        "sequence": int(event["SEQUENCE"]),
        "start": moment_of(event["DTSTART"].dt) if "DTSTART" in event else None,
        "end": moment_of(event["DTEND"].dt) if "DTEND" in event else None,
        "organizer": [_person(one) for one in _all(event, "ORGANIZER")],
        "attendees": sorted((_person(one) for one in _all(event, "ATTENDEE")), key=address_of),
    }


def _all(event: Any, name: str) -> Sequence[Any]:
    found = event.get(name, [])
    return found if isinstance(found, list) else [found]


def _person(value: Any) -> Values:
    return person(str(value), *(value.params.get(name) for name in ("CN", "ROLE", "PARTSTAT", "RSVP")))
