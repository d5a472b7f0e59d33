"""Meetings from calendar files of any program (RFC 5545): what can be held is, and what cannot is told."""

from __future__ import annotations

import datetime as dt
import re
import uuid
from collections import Counter
from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import Any, final
from zoneinfo import ZoneInfo

import attrs
from icalendar.parser import unescape_backslash
from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from csegroup.errors import InvalidValue, LoadError, Problem
from csegroup.fields import an_instance, optional, tuple_of
from csegroup.ical.mailings import uid_of
from csegroup.ical.parsing import Property, entries_in
from csegroup.meetings import Meeting, MeetingStatus, Place, named_zone
from csegroup.organizations import Organization
from csegroup.places import InWriting, OnlineVenue, Venue
from csegroup.text import LocalizedText, check_language, in_the_right_case, repaired
from csegroup.wording.locales import words_for
from csegroup.wording.phrases import plain
from csegroup.wording.places import of_places

__all__ = ["Imported", "from_ics"]

_ID_AT_MOST = 160
_NAME_AT_MOST = 60
_NO_URL = "is no http or https address without a password, percent-encoded"
_STATUS = {
    "TENTATIVE": MeetingStatus.TENTATIVE,
    "CONFIRMED": MeetingStatus.ANNOUNCED,
    "CANCELLED": MeetingStatus.CANCELLED,
}
# What tells of the entry and not of the meeting, or follows from what is read.
_OF_THE_ENTRY = {"UID", "DTSTAMP", "CREATED", "LAST-MODIFIED", "TRANSP", "X-MICROSOFT-CDO-BUSYSTATUS"}
_READ = {"SUMMARY", "DTSTART", "DTEND", "DURATION", "STATUS", "SEQUENCE", "LOCATION", "DESCRIPTION", "URL", "CLASS"}
# Why some are not read; none of the messages has a value, since many of these name people.
_NOT_READ = {
    "ATTENDEE": "names a person, which no record holds; give those invited to a mailing",
    "ORGANIZER": "names a person, which no record holds; give the organizer to a mailing",
    "CONTACT": "may name a person; give the office as contact",
    "CONFERENCE": "may be the link that lets a person in; give a public page as an OnlineVenue's url",
    "RRULE": "repeats the meeting, of which only the first date is read; make a meeting of each",
    "RDATE": "repeats the meeting, of which only the first date is read; make a meeting of each",
    "RECURRENCE-ID": "makes this one date of a repeated meeting; it is read as a meeting of its own",
    "VALARM": "is an alarm, which each reader sets for themselves",
}
_TIME = re.compile(r"([0-9]{8})(?:T([0-9]{6})(Z?))?")
_DURATION = re.compile(
    r"\+?P(?:([0-9]{1,9})W|(?:([0-9]{1,9})D)?(?:T(?:([0-9]{1,9})H)?(?:([0-9]{1,9})M)?(?:([0-9]{1,9})S)?)?)"
)
# The fields that the model may still refuse, and where each was read.
_PROPERTIES = {"start": ("DTSTART",), "end": ("DTEND", "DURATION"), "sequence": ("SEQUENCE",), "url": ("URL",)}
_SEQUENCE = re.compile(r"[0-9]{1,10}")
_LINK = re.compile(r":\\?/\\?/|[a-z0-9]\.[a-z]{2,}\\?/", re.IGNORECASE)
_UTC = dt.timezone.utc
_DAY = dt.timedelta(days=1)


def _to_problems(value: Iterable[Problem]) -> tuple[Problem, ...]:
    """Convert to a tuple of problems."""
    return tuple_of(value)


@final
@attrs.frozen(kw_only=True)
class Imported:
    """A meeting that was read from a calendar, and what of its entry the meeting does not hold, or holds changed.

    The paths name the entry and its property; no message shows a value that may be of a person.

    >>> from csegroup.example import MEETING
    >>> Imported(meeting=MEETING, left_out=[Problem("VEVENT[0].RRULE", "left_out", "repeats")]).left_out[0].path
    'VEVENT[0].RRULE'
    """

    meeting: Meeting
    left_out: tuple[Problem, ...] = attrs.field(converter=_to_problems)


def from_ics(
    data: bytes,
    *,
    body: Organization,
    locale: str,
    known: Iterable[Meeting] = (),
    time_zone: ZoneInfo | None = None,
) -> tuple[Imported, ...]:
    r"""Read the entries of a calendar file as meetings of a body; each says what could not be held.

    `locale` is the language of texts that do not say theirs, and one that there are words for. An entry that was
    written from one of the `known` meetings gets that one's id and body; other ids are made of `body.id` and UID, the
    same each time. `time_zone` is that of hours without a zone. An hour in a zone that has no IANA or Windows name
    leaves only its day. Without STATUS an entry is confirmed, as calendar programs show it. SUMMARY is the title,
    DESCRIPTION the notice, which the next change of the meeting takes away; one that was written to an attendee, or
    has a link, is left out, for it may let a person in. Look the others through before they are published, for
    passcodes and names. Entries other than VEVENT are passed over.

    Raises `LoadError` where the file is larger than 16 MiB or no calendar, and `InvalidValue`.

    >>> group = Organization(id="jp/example", name={"ja": "専門家会合"})
    >>> lines = ["BEGIN:VCALENDAR", "BEGIN:VEVENT", "UID:1", "SUMMARY:会合", "END:VEVENT", "END:VCALENDAR"]
    >>> [one] = from_ics("\r\n".join(lines).encode(), body=group, locale="ja")
    >>> one.meeting.title["ja"], str(one.left_out[0])
    ('会合', 'VEVENT[0].DTSTART: is missing, so that the date is undecided')
    """
    words_for(locale)
    an_instance(Organization)("body", body)
    optional(an_instance(ZoneInfo))("time_zone", time_zone)
    if body.id is None or len(body.id) > _ID_AT_MOST:
        raise InvalidValue(
            "form", "body.id", f"is missing, or longer than {_ID_AT_MOST}; ids of meetings begin with it"
        )
    ours = {uid_of(meeting): meeting for meeting in known}
    readings = [_Reading(i, entry, locale, time_zone) for i, entry in enumerate(entries_in(data))]
    if nameless := [
        one.problem("UID", "missing", "is missing; without one no id is the same each time")
        for one in readings
        if not one.uid
    ]:
        raise LoadError(nameless)
    return tuple(one.imported(body, ours) for one in readings)


@final
@attrs.define(eq=False, repr=False)
class _Reading:
    """An entry while it is read, and what was told so far."""

    number: int
    lines: list[Property]
    locale: str
    time_zone: ZoneInfo | None
    told: list[Problem] = attrs.field(factory=list, init=False)

    def problem(self, name: str, code: str, message: str) -> Problem:
        """Say something of a property."""
        return Problem(f"VEVENT[{self.number}].{name[:_NAME_AT_MOST]}", code, message)

    def tell(self, name: str, code: str, message: str) -> None:
        self.told.append(self.problem(name, code, message))

    def first(self, name: str) -> Property | None:
        return next((line for line in self.lines if line.name == name), None)

    def has_a_link(self, name: str) -> bool:
        line = self.first(name)
        return bool(line and _LINK.search(line.value))

    def word(self, name: str) -> str:
        """Give a value that is one word of a closed list, or a number."""
        line = self.first(name)
        return line.value.strip().upper() if line else ""

    @property
    def uid(self) -> str:
        """UID, as it is written."""
        line = self.first("UID")
        return unescape_backslash(line.value).strip() if line else ""

    def imported(self, body: Organization, ours: Mapping[str, Meeting]) -> Imported:
        """Read the entry."""
        own = ours.get(self.uid)
        fields: dict[str, Any] = self._span()
        fields |= {
            "id": own.id if own else f"{body.id}/{self._digest()}",
            "body": own.body if own else body,
            "title": self._text("SUMMARY", one_line=True),
            "status": self._status(),
            "sequence": self._sequence(),
            "venues": self._venues(on_a_day="day" in fields),
            "notice": self._notice(),
            "url": self._url(),
        }
        meeting = self._made(fields)
        self._tell_of_the_rest()
        return Imported(meeting=meeting, left_out=self.told)

    def _digest(self) -> uuid.UUID:
        """Name the entry by its UID, and one date of a repeated meeting also by which it is."""
        line = self.first("RECURRENCE-ID")
        return uuid.uuid5(uuid.NAMESPACE_URL, f"urn:csegroup:uid:{self.uid}{f'?{line.value}' if line else ''}")

    def _made(self, fields: dict[str, Any]) -> Meeting:
        """Make the meeting, without the fields that the model refuses."""
        while True:
            try:
                return Meeting(**fields)
            except InvalidValue as error:
                value = fields.pop(error.field)
                if error.field == "start":
                    fields["day"] = value.date()
                name = next(filter(self.first, _PROPERTIES[error.field]))
                message = _NO_URL if error.field == "url" else error.message
                self.tell(name, error.code, f"{message}; it is left out")

    def _status(self) -> MeetingStatus:
        word = self.word("STATUS") or "CONFIRMED"
        if word not in _STATUS:
            self.tell("STATUS", "status", "is none of an event, so that the meeting is tentative")
        return _STATUS.get(word, MeetingStatus.TENTATIVE)

    def _sequence(self) -> int:
        word = self.word("SEQUENCE") or "0"
        if _SEQUENCE.fullmatch(word):
            return int(word)
        self.tell("SEQUENCE", "type", "is no number, and is read as 0")
        return 0

    def _url(self) -> str | None:
        line = self.first("URL")
        return line.value.strip() or None if line else None

    def _text(self, name: str, *, one_line: bool = False) -> LocalizedText | None:
        """Read a text as the model takes it, and tell what that changed."""
        line = self.first(name)
        written = unescape_backslash(line.value) if line else ""
        text = repaired(written, " " if one_line else "\n")
        if not line or not text:
            return None
        if text != written:
            self.tell(name, "repaired", "is kept composed, without tabs, empty lines, and blanks at ends of lines")
        try:
            return LocalizedText({self._language(line): text})
        except InvalidValue as error:
            self.tell(name, error.code, f"{error.message}; it is left out")
            return None

    def _language(self, line: Property) -> str:
        tag = line.parameters.get("LANGUAGE")
        if tag is None:
            return self.locale
        spelled = in_the_right_case(tag) if isinstance(tag, str) else ""
        try:
            check_language("LANGUAGE", spelled)
        except InvalidValue:
            self.tell(line.name, "language", f"has no language that can be read, and is taken for {self.locale!r}")
            return self.locale
        return spelled

    def _notice(self) -> LocalizedText | None:
        if self.has_a_link("DESCRIPTION") or (self.first("DESCRIPTION") and self.first("ATTENDEE")):
            self.tell(
                "DESCRIPTION", "left_out", "may tell how a person joins, which no record holds; add what is for all"
            )
            return None
        return self._text("DESCRIPTION")

    def _venues(self, *, on_a_day: bool) -> tuple[Place, ...]:
        if self.has_a_link("LOCATION"):
            self.tell(
                "LOCATION",
                "left_out",
                "has a link, which may let a person in; give a public page as url of the OnlineVenue",
            )
            return (OnlineVenue(),)
        name = self._text("LOCATION", one_line=True)
        if name is None:
            return ()
        words = words_for(self.locale)
        nowhere: list[Place] = [OnlineVenue(), InWriting()] if on_a_day else [OnlineVenue()]
        for place in nowhere:
            if plain(of_places([place], words)[0]) in name.values():
                return (place,)
        return (Venue(name=name),)

    def _span(self) -> dict[str, Any]:
        """Read when the meeting is held: start and end, a day, or nothing."""
        fields: dict[str, Any] = {}
        line = self.first("DTSTART")
        start = self._time(line) if line else None
        if line is None:
            self.tell("DTSTART", "missing", "is missing, so that the date is undecided")
        if isinstance(start, dt.datetime) and start.tzinfo:
            return {"start": start, "end": self._end(start)}
        if isinstance(start, dt.datetime):
            hour = start.time().isoformat()
            self.tell("DTSTART", "time_zone", f"is {hour} in no zone with an IANA name; only the day is kept")
            fields["day"] = start.date()
        elif start:
            self._tell_of_more_than(start)
            return {"day": start}
        for name in ("DTEND", "DURATION"):
            if self.first(name):
                self.tell(name, "left_out", "is left out with the hour of DTSTART")
        return fields

    def _time(self, line: Property) -> dt.date | None:
        """Read a day, or a time, which has no zone where none is known."""
        found = _TIME.fullmatch(line.value.strip())
        with suppress(ValueError):
            if found and found[2] is None:
                return dt.date.fromisoformat(found[1])
            if found:
                wall = dt.datetime.fromisoformat(found[0].removesuffix("Z"))
                return wall.replace(tzinfo=ZoneInfo("UTC") if found[3] else self._zone(line))
        self.tell(line.name, "time", "is no day or time of the calendar; it is left out")
        return None

    def _zone(self, line: Property) -> ZoneInfo | None:
        name = line.parameters.get("TZID")
        if name is None:
            return self.time_zone
        return named_zone(name) or named_zone(WINDOWS_TO_OLSON.get(str(name)))

    def _end(self, start: dt.datetime) -> dt.datetime | None:
        """Read the end of a meeting with an hour, in the zone of its start."""
        line = self.first("DTEND")
        if line is None:
            return self._after(start)
        end = self._time(line)
        if isinstance(end, dt.datetime) and end.tzinfo:
            with suppress(OverflowError):
                return end.astimezone(start.tzinfo)
        if end:
            self.tell("DTEND", "time_zone", "is no hour in a known zone, as DTSTART is; the end is left open")
        return None

    def _after(self, start: dt.datetime) -> dt.datetime | None:
        """Read the length of a meeting: days of the calendar, then exact hours (RFC 5545 section 3.3.6)."""
        line = self.first("DURATION")
        found = _DURATION.fullmatch(line.value.strip().upper()) if line else None
        if found:
            weeks, days, hours, minutes, seconds = (int(n or 0) for n in found.groups())
            with suppress(OverflowError):
                later = start + dt.timedelta(weeks=weeks, days=days)
                exact = dt.timedelta(hours=hours, minutes=minutes, seconds=seconds)
                return (later.astimezone(_UTC) + exact).astimezone(start.tzinfo)
        if line:
            self.tell("DURATION", "time", "is no length of time of the calendar; the end is left open")
        return None

    def _tell_of_more_than(self, day: dt.date) -> None:
        line = self.first("DTEND")
        midnight = dt.datetime.combine(day, dt.time(), _UTC)
        end = self._time(line) if line else self._after(midnight)
        last = end.date() if isinstance(end, dt.datetime) else end
        if last and (not dt.timedelta() <= last - day <= _DAY or (line and isinstance(end, dt.datetime))):
            name = "DTEND" if line else "DURATION"
            self.tell(
                name, "left_out", "is not the end of that day, and a meeting without an hour has one day, DTSTART"
            )

    def _tell_of_the_rest(self) -> None:
        counts = Counter(line.name for line in self.lines)
        for name, count in counts.items():
            if name in _READ and count > 1:
                self.tell(name, "twice", "stands there more than once; the first is read")
            elif name not in _READ and name not in _OF_THE_ENTRY:
                self.tell(name, "left_out", _NOT_READ.get(name, "is nothing that a meeting holds"))
        if "DTEND" in counts and "DURATION" in counts:
            self.tell("DURATION", "excluded", "stands beside DTEND, which is read")
        if self.word("CLASS") not in {"", "PUBLIC"}:
            self.tell(
                "CLASS", "left_out", "is not PUBLIC, which a meeting does not hold; publish it only where it may be"
            )
