"""Rules over several meetings, or several states of one: ids, hours and states."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from itertools import pairwise

from csegroup.meetings import Meeting, MeetingStatus
from csegroup.places import Venue
from csegroup.review.findings import Found, Rule, Severity, found
from csegroup.review.register import written_names
from csegroup.review.views import Entry, Records, are_most

__all__ = ["SERIES_RULES"]

_UTC = dt.timezone.utc
_OVER = (MeetingStatus.CANCELLED, MeetingStatus.HELD)


_DAY_OR_NUMBER = re.compile(r"(?:\A|[/_.-])(?:(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})|(?P<number>[0-9]{1,3}))\Z")


def look_for_ids(records: Records) -> Iterator[Found]:
    """Find ids that end in another number or day than the meeting's, where two of three of the body's end in theirs."""
    for entries in records.by_body.values():
        told = [(entry, one) for entry in entries if (one := _id_and_record(records, entry[1]))]
        right = sum(written == record for _, (written, record) in told)
        if are_most(right, len(told)):
            for (path, meeting), (written, record) in told:
                if written != record:
                    yield found(f"{path}.id", id=meeting.id, right=record)


def _id_and_record(records: Records, meeting: Meeting) -> tuple[str, str] | None:
    """Give what an id says at its end, and what the record says; a meeting that was moved keeps its id."""
    match = _DAY_OR_NUMBER.search(meeting.id)
    if match and match["number"] and meeting.number is not None:
        return str(int(match["number"])), str(meeting.number)
    if match and match["day"] and meeting.local_date and not meeting.sequence:
        days = {str(one.local_date) for _, one in records.states[meeting.id]}
        return match["day"], match["day"] if match["day"] in days else str(meeting.local_date)
    return None


def look_for_meetings_twice(records: Records) -> Iterator[Found]:
    """Find meetings of a body on one day at one hour, or with one number, under two ids."""
    for entries in records.by_body.values():
        seen: dict[object, Meeting] = {}
        for path, meeting in entries:
            if not meeting.local_date:
                continue
            keys = [(meeting.local_date, "hour", meeting.start.isoformat() if meeting.start else "")]
            keys += [(meeting.local_date, "number", str(meeting.number))] if meeting.number else []
            others = [seen.setdefault(key, meeting) for key in keys]
            other = next((one for one in others if one is not meeting), None)
            if other:
                yield found(path, other=other.id, day=str(meeting.local_date))


def look_for_overlaps(records: Records) -> Iterator[Found]:
    """Find meetings of a body, or in a room, of which one begins before another ends."""
    groups: dict[str, list[Entry]] = {}
    for entry in records.latest:
        meeting = entry[1]
        if meeting.start and meeting.status is not MeetingStatus.CANCELLED:
            for key in {f"body {one.id}" for one in (meeting.body, *meeting.jointly_with)} | set(_rooms(meeting)):
                groups.setdefault(key, []).append(entry)
    told: set[tuple[str, str]] = set()
    for entries in groups.values():
        for path, one, other in _overlaps(entries):
            if (one.id, other.id) not in told:
                told.add((one.id, other.id))
                yield found(f"{path}.start", other=other.id)


def _rooms(meeting: Meeting) -> Iterator[str]:
    for venue in meeting.venues:
        if isinstance(venue, Venue) and venue.room:
            yield "room " + " ".join(sorted({*written_names(venue.name).values(), *written_names(venue.room).values()}))


def _overlaps(entries: list[Entry]) -> Iterator[tuple[str, Meeting, Meeting]]:
    moment = dt.timedelta(seconds=1)
    running: tuple[dt.datetime, Meeting] | None = None
    spans = [
        (one.start.astimezone(_UTC), (one.end or one.start + moment).astimezone(_UTC), path, one)
        for path, one in entries
        if one.start
    ]
    for start, end, path, meeting in sorted(spans, key=lambda span: (span[0], span[3].id)):
        if running and start < running[0] and not _are_one(meeting, running[1]):
            yield path, meeting, running[1]
        if not running or end > running[0]:
            running = end, meeting


def _are_one(meeting: Meeting, other: Meeting) -> bool:
    """Tell whether two are one meeting, by their id, or so much alike that they are told as one under two ids."""
    return meeting.id == other.id or (meeting.body.id == other.body.id and meeting.start == other.start)


def look_for_unraised_sequences(records: Records) -> Iterator[Found]:
    """Find two states of a meeting with one sequence that tell of other days, hours or places."""
    for _, later, path, earlier in _successive(records):
        if later.sequence == earlier.sequence and earlier.local_date and _when_and_where(later, earlier):
            yield found(
                f"{path}.sequence", sequence=later.sequence, status=earlier.status.value, day=str(earlier.local_date)
            )


def _when_and_where(later: Meeting, earlier: Meeting) -> bool:
    """Tell whether a meeting was moved; that it got an end or a place where it had none is no move."""
    moved = (later.start, later.day) != (earlier.start, earlier.day)
    refined = earlier.day is not None and later.local_date == earlier.day
    before, after = (_places(state) for state in (earlier, later))
    elsewhere = bool(before and after) and not before & after
    ended = bool(earlier.end and later.end and later.end != earlier.end and later.status is not MeetingStatus.HELD)
    return (moved and not refined) or elsewhere or ended


def _places(meeting: Meeting) -> set[str]:
    """Give the names of the places in each language, and the kind of those that have none."""
    names = (getattr(venue, "name", None) for venue in meeting.venues)
    kinds = {type(venue).__name__ for venue in meeting.venues if not isinstance(venue, Venue)}
    return kinds | {name for text in names if text for name in text.values()}


def _successive(records: Records) -> Iterator[tuple[str, Meeting, str, Meeting]]:
    """Give each state but the first, and the one before it: earlier path, later, later path, earlier."""
    for states in records.states.values():
        for (earlier_path, earlier), (path, later) in pairwise(states):
            yield earlier_path, later, path, earlier


def look_for_what_follows_the_end(records: Records) -> Iterator[Found]:
    """Find states that follow one in which the meeting was held or cancelled."""
    for _, later, path, earlier in _successive(records):
        if earlier.status in _OVER and (later.sequence, later.status) != (earlier.sequence, earlier.status):
            yield found(path, status=later.status.value, earlier=earlier.status.value)


def look_for_other_bodies(records: Records) -> Iterator[Found]:
    """Find states of one meeting with another body or number."""
    for _, later, path, earlier in _successive(records):
        if later.body.id != earlier.body.id:
            yield found(f"{path}.body.id", right=str(earlier.body.id), written=str(later.body.id))
        elif earlier.number and later.number and later.number != earlier.number:
            yield found(f"{path}.number", right=str(earlier.number), written=str(later.number))


_E, _W, _N = Severity.ERROR, Severity.WARNING, Severity.NOTE

SERIES_RULES: tuple[Rule, ...] = (
    Rule(
        code="id",
        severity=_W,
        of_records=look_for_ids,
        reason="The record was copied from another, id and all, or its day or number is wrong.",
    ),
    Rule(
        code="meeting_twice",
        severity=_E,
        of_records=look_for_meetings_twice,
        reason="One meeting under two ids is two in every list and calendar.",
    ),
    Rule(
        code="overlap",
        severity=_W,
        of_records=look_for_overlaps,
        reason="A body, and a room, has one meeting at a time.",
    ),
    Rule(
        code="sequence",
        severity=_E,
        of_records=look_for_unraised_sequences,
        reason="Calendars pass over a move whose sequence was not raised.",
    ),
    Rule(
        code="after_the_end",
        severity=_E,
        of_records=look_for_what_follows_the_end,
        reason="Nothing follows a meeting that was held or cancelled; states contradict each other.",
    ),
    Rule(
        code="state_differs",
        severity=_W,
        of_records=look_for_other_bodies,
        reason="The states of a meeting are of one body and of one number; the id was copied.",
    ),
)
