"""From a calendar file or a whole mail to what an invitee answered (RFC 5546, RFC 6047)."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any, cast

from icalendar import Calendar, Component, vCalAddress, vUTCOffset

from csegroup.errors import InvalidValue, LoadError, Problem
from csegroup.ical.addresses import address_in, key_of
from csegroup.ical.replies import Answer, Reply, ReplyMethod, what_may_be_an_address
from csegroup.ical.reply_mail import Received, opened, to_utc, unfolded_text

__all__ = ["LARGEST_REPLY", "read_reply"]

LARGEST_REPLY = 5_000_000
"""The bytes of a mail that is read at most; the calendar in it has a tenth as many characters at most."""

_A_CALENDAR = re.compile(rb"(?:\xef\xbb\xbf)?\s*BEGIN:VCALENDAR", re.IGNORECASE)
_ZONE = re.compile(r"^((?:BEGIN|END)\b.*)VTIMEZONE", re.IGNORECASE | re.MULTILINE)
_NOT_SHOWN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def read_reply(data: bytes) -> Reply:
    r"""Read an answer from a calendar file or a whole mail (RFC 6047), whatever its encoding.

    Of several calendars in a mail the first that is an answer counts. What the mail says in words is not read.
    Raises `LoadError`, whose messages show nothing of the answer, also for more than `LARGEST_REPLY` bytes.

    >>> lines = ["BEGIN:VCALENDAR", "METHOD:REPLY", "BEGIN:VEVENT", "UID:1",
    ...          "ATTENDEE;PARTSTAT=ACCEPTED:MAILTO:taro@example.go.jp", "END:VEVENT", "END:VCALENDAR"]
    >>> read_reply("\r\n".join(lines).encode()).answer
    Answer.ACCEPTED
    """
    try:
        return _read(data)
    except LoadError:
        raise
    except InvalidValue as error:
        raise _refused(_PLACES.get(error.field.partition("[")[0], ""), error.code, error.message) from None
    except Exception:  # noqa: BLE001 - the parsers of mails and calendars fail in many ways, and show what they read
        raise _refused("", "syntax", "can be read neither as a calendar file nor as a mail; is it whole?") from None


_PLACES = {
    "uid": "VEVENT.UID",
    "sequence": "VEVENT.SEQUENCE",
    "email": "VEVENT.ATTENDEE",
    "sender": "From",
    "content": "Content-Type",
    "sent_by": "VEVENT.ATTENDEE;SENT-BY",
    "delegated_to": "VEVENT.ATTENDEE;DELEGATED-TO",
    "delegated_from": "VEVENT.ATTENDEE;DELEGATED-FROM",
}


def _refused(path: str, code: str, message: str) -> LoadError:
    return LoadError([Problem(path, code, message)])


def _read(data: bytes) -> Reply:
    if len(data) > LARGEST_REPLY:
        raise _refused("", "size", f"has more than {LARGEST_REPLY} bytes; take large attachments off")
    received = Received(calendars=(unfolded_text(data, None),)) if _A_CALENDAR.match(data) else opened(data)
    if not received.calendars:
        message = "has no calendar, neither text/calendar nor an .ics; read it as a letter"
        raise _refused("", "missing", message)
    return _first_reply(received)


def _first_reply(received: Received) -> Reply:
    problems: list[Problem] = []
    for calendar in received.calendars:
        try:
            return _reply(calendar, received)
        except LoadError as error:
            problems.extend(error.problems)
    raise LoadError(dict.fromkeys(problems))


def _reply(text: str, received: Received) -> Reply:
    calendar = _calendar(text)
    method = _method(calendar)
    event = _event(calendar)
    attendee = _attendee(event, received.sender)
    start, end = _proposed(calendar, event) if method is ReplyMethod.COUNTER else (None, None)
    return Reply(
        method=method,
        uid=str(_one(event, "UID") or ""),
        sequence=_sequence(event),
        email=_email(attendee),
        answer=_answer(attendee),
        stamp=_stamp(event) or received.sent,
        sent=received.sent,
        sender=received.sender,
        sent_by=next(map(address_in, _parameters(attendee, "SENT-BY")), None),
        delegated_to=[address_in(uri) for uri in _parameters(attendee, "DELEGATED-TO")],
        delegated_from=[address_in(uri) for uri in _parameters(attendee, "DELEGATED-FROM")],
        comment=_comment(event, attendee),
        start=start,
        end=end,
    )


def _calendar(text: str) -> Component:
    """Parse a calendar without its definitions of zones: `icalendar` keeps them for all that it reads later."""
    if len(text) > LARGEST_REPLY // 10:
        raise _refused("VCALENDAR", "size", f"has more than {LARGEST_REPLY // 10} characters")
    without = _ZONE.sub(r"\1X-ZONE", text)
    # Of a text on one line `icalendar` would look for a file of that name, of bytes never.
    calendar = cast("Component", Calendar.from_ical(without.encode()))
    if calendar.name != "VCALENDAR":
        raise _refused("VCALENDAR", "missing", "is missing; is the file whole?")
    return calendar


def _method(calendar: Component) -> ReplyMethod:
    written = str(_one(calendar, "METHOD") or "")
    try:
        return ReplyMethod(written.strip().lower())
    except ValueError:
        raise _refused("VCALENDAR.METHOD", "method", "is none of REPLY, COUNTER and REFRESH: no answer") from None


def _event(calendar: Component) -> Component:
    events = [inner for inner in calendar.subcomponents if inner.name == "VEVENT"]
    if len(events) != 1:
        code = "twice" if events else "missing"
        raise _refused("VEVENT", code, f"stands in an answer once, not {len(events)} times")
    if any(name is None for name, _ in events[0].errors):
        raise _refused("VEVENT", "syntax", "has a line that is no property of RFC 5545")
    return events[0]


def _one(component: Component, name: str) -> Any:  # noqa: ANN401 - the value types of icalendar have no common class
    """Give the value of a property that may stand once; None where it is missing."""
    path = f"{component.name}.{name}"
    if any(broken == name for broken, _ in component.errors):
        raise _refused(path, "form", "has not the form that RFC 5545 gives it")
    value = component.get(name)
    if isinstance(value, list):
        raise _refused(path, "twice", "stands in an answer once")
    return value


def _all(component: Component, name: str) -> list[Any]:
    value = component.get(name, [])
    return value if isinstance(value, list) else [value]


def _parameters(attendee: vCalAddress, name: str) -> list[str]:
    value = attendee.params.get(name, [])
    return list(value) if isinstance(value, (list, tuple)) else [str(value)]


def _attendee(event: Component, sender: str | None) -> vCalAddress:
    """Find who answers: the one attendee, or of all that were copied the one who sent the mail."""
    attendees: dict[str, vCalAddress] = {key_of(_email(one)): one for one in _all(event, "ATTENDEE")}
    if not attendees:
        raise _refused("VEVENT.ATTENDEE", "missing", "is missing; who answers cannot be told")
    if sender and key_of(sender) in attendees:
        return attendees[key_of(sender)]
    organizers = {key_of(address_in(str(one))) for one in _all(event, "ORGANIZER")}
    others = [one for key, one in attendees.items() if key not in organizers] or list(attendees.values())
    if len(others) != 1:
        raise _refused(
            "VEVENT.ATTENDEE", "ambiguous", f"is there {len(others)} times; who of them answers cannot be told"
        )
    return others[0]


def _email(attendee: vCalAddress) -> str:
    """Give the address of an attendee, which Apple keeps beside another URI (RFC 7986 section 6.2)."""
    uri = str(attendee)
    if not uri.strip().lower().startswith("mailto:"):
        uri = next(iter(_parameters(attendee, "EMAIL")), uri)
    email = address_in(uri)
    what_may_be_an_address("email", email)
    return email


def _answer(attendee: vCalAddress) -> Answer:
    said = "".join(_parameters(attendee, "PARTSTAT")).strip().lower().replace("-", "_")
    return next((answer for answer in Answer if answer.value == said), Answer.NEEDS_ACTION)


def _sequence(event: Component) -> int:
    value = _one(event, "SEQUENCE")
    return 0 if value is None else int(value)


def _stamp(event: Component) -> dt.datetime | None:
    value = _one(event, "DTSTAMP")
    if value is None:
        return None
    if not isinstance(value.dt, dt.datetime):
        raise _refused("VEVENT.DTSTAMP", "form", "is a date with an hour, in UTC")
    return to_utc(value.dt)


def _comment(event: Component, attendee: vCalAddress) -> str | None:
    """Give the remarks, which Google writes beside the attendee, without what would steer a terminal."""
    remarks = [str(one) for one in (*_all(event, "COMMENT"), *_parameters(attendee, "X-RESPONSE-COMMENT"))]
    shown = (_NOT_SHOWN.sub(" ", one.replace("\r\n", "\n")).strip() for one in remarks)
    return "\n".join(dict.fromkeys(filter(None, shown))) or None


def _proposed(calendar: Component, event: Component) -> tuple[dt.date, dt.date | None]:
    """Give the start and end that a COUNTER proposes."""
    start = _time(calendar, event, "DTSTART")
    if start is None:
        raise _refused("VEVENT.DTSTART", "missing", "is missing; no time is proposed")
    length = _one(event, "DURATION")
    if length is not None and isinstance(length.dt, dt.timedelta):
        return start, start + length.dt
    return start, _time(calendar, event, "DTEND")


def _time(calendar: Component, event: Component, name: str) -> dt.date | None:
    value = _one(event, name)
    time = value and value.dt
    if not isinstance(time, dt.datetime):
        return time if isinstance(time, dt.date) else None
    zone = time.tzinfo or _offset_of(calendar, str(value.params.get("TZID")))
    if zone is None:
        raise _refused(f"VEVENT.{name}", "time_zone", "has no time zone that is known here; ask for the hour")
    return to_utc(time.replace(tzinfo=zone))


def _offset_of(calendar: Component, key: str) -> dt.tzinfo | None:
    """Give the zone that only the file itself knows, if it has had one offset at all times."""
    zones = [inner for inner in calendar.subcomponents if inner.name == "X-ZONE" and str(inner.get("TZID")) == key]
    written = [part.get("TZOFFSETTO") for zone in zones for part in zone.subcomponents]
    offsets = {offset.td for offset in written if isinstance(offset, vUTCOffset)}
    return dt.timezone(offsets.pop()) if len(offsets) == 1 else None
