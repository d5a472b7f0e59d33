"""Calendar files as the libraries of Python read them, and what some readers make of what they misread."""

# ruff: noqa: ANN401 - what these libraries give has no type, or not one type

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from typing import Any

import ics  # type: ignore[import-untyped] # it has no types
import vobject  # type: ignore[import-untyped] # likewise
from ical.calendar_stream import IcsCalendarStream

from calendar_values import Values, address_of, moment_of, person, read_with_icalendar


def read_with_ical(data: bytes) -> Values:
    calendar = IcsCalendarStream.calendar_from_ics(data.decode())
    return {"method": calendar.method, "events": list(map(event_of_ical, calendar.events))}


def event_of_ical(event: Any) -> Values:
    def of(one: Any) -> Values:
        return person(str(one.uri), one.common_name, one.role, one.status, one.rsvp)

    return {
        **{name: getattr(event, name) for name in ("uid", "summary", "location", "description", "sequence")},
        "status": event.status.value if event.status else None,
        "start": moment_of(event.dtstart),
        "end": moment_of(event.dtend),
        "organizer": [of(event.organizer)] if event.organizer else [],
        "attendees": sorted(map(of, event.attendees), key=address_of),
    }


def read_with_vobject(data: bytes) -> Values:
    calendar = vobject.readOne(data.decode())
    return {"method": calendar.getChildValue("method"), "events": list(map(event_of_vobject, calendar.vevent_list))}


def event_of_vobject(event: Any) -> Values:
    def of(one: Any) -> Values:
        return person(one.value, *(one.params.get(name, [None])[0] for name in ("CN", "ROLE", "PARTSTAT", "RSVP")))

    names = ("uid", "status", "summary", "location", "description")
    return {
        **{name: event.getChildValue(name) for name in names},
        "sequence": int(event.sequence.value),
        "start": moment_of(event.getChildValue("dtstart")),
        "end": moment_of(event.getChildValue("dtend")),
        "organizer": list(map(of, event.contents.get("organizer", []))),
        "attendees": sorted(map(of, event.contents.get("attendee", [])), key=address_of),
    }


def read_with_ics(data: bytes) -> Values:
    """Read with the package `ics`, which knows neither METHOD nor SEQUENCE."""
    return {"events": list(map(event_of_ics, ics.Calendar(data.decode()).events))}


def event_of_ics(event: Any) -> Values:
    def moment(time: Any) -> str | None:
        return moment_of(time.date() if event.all_day else time.datetime)

    def of(one: Any) -> Values:
        # Where there is no name, it takes the address.
        name = None if one.common_name == one.email else one.common_name
        return person(f"mailto:{one.email}", name, *(getattr(one, key, None) for key in ("role", "partstat", "rsvp")))

    return {
        **{name: getattr(event, name) for name in ("uid", "status", "location", "description")},
        "summary": event.name,
        "start": moment(event.begin) if event.begin else None,
        "end": moment(event.end) if event.has_end() else None,
        "organizer": [of(event.organizer)],
        "attendees": sorted(map(of, event.attendees), key=address_of),
    }


def as_it_is(values: Values) -> Values:
    return values


def with_line_breaks(event: Values) -> Values:
    """Break lines as readers do that replace one escape after another.

    What is written for a backslash and an n ends with what is written for a line break, so no spelling helps.
    """
    texts = ("summary", "location", "description")
    return event | {name: re.sub(r"\\[nN]", "\\\\\n", event[name]) for name in texts if event[name]}


def as_ics_reads(values: Values) -> Values:
    """Break lines likewise, leave out what it does not know, and take each RSVP for TRUE, as it does."""
    return {"events": [as_ics_reads_an_event(with_line_breaks(event)) for event in values["events"]]}


def as_ics_reads_an_event(event: Values) -> Values:
    people = [one | {"rsvp": None if one["rsvp"] is None else True} for one in event["attendees"]]
    return {name: value for name, value in event.items() if name != "sequence"} | {"attendees": people}


def as_node_ical_reads(values: Values) -> Values:
    """Break lines likewise, and work out an end where there is none (RFC 5545 section 3.6.1)."""
    return values | {"events": [as_node_ical_reads_an_event(with_line_breaks(event)) for event in values["events"]]}


def as_node_ical_reads_an_event(event: Values) -> Values:
    people = [one | {"cn": as_node_ical_reads_a_name(one["cn"])} for one in event["attendees"]]
    return event | {"end": event["end"] or end_after(event["start"]), "attendees": people}


def as_node_ical_reads_a_name(name: str | None) -> str | None:
    """Cut a name at a semicolon, which it takes for the end of the parameter, also within quotes."""
    before, semicolon, _ = (name or "").partition(";")
    return f'"{before}' if semicolon else name


def end_after(start: str | None) -> str | None:
    return start if start is None or "T" in start else (dt.date.fromisoformat(start) + dt.timedelta(days=1)).isoformat()


LIBRARIES: Mapping[str, tuple[Callable[[bytes], Values], Callable[[Values], Values]]] = {
    "icalendar": (read_with_icalendar, as_it_is),
    "ical": (read_with_ical, as_it_is),
    "vobject": (read_with_vobject, as_it_is),
    "ics": (read_with_ics, as_ics_reads),
}
