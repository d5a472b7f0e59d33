"""Components and bytes of one calendar: the same lines, whatever kind of message it is, and no octet out of place."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Sequence

import attrs
from hypothesis import assume, given
from hypothesis import strategies as st
from icalendar import Calendar

import strategies as strategy
from csegroup import AttendeeKind, InvalidValue, Meeting, MeetingStatus, NotScheduled, Organization
from csegroup.ical import CancelledMeetings, Feed, Invitation, Mailing, invitations, to_calendar, to_ics

STAMP = dt.datetime(2026, 11, 24, tzinfo=dt.timezone.utc)
LATER = STAMP + dt.timedelta(hours=1)

LISTS = st.lists(strategy.meetings(), max_size=3, unique_by=lambda meeting: meeting.id).map(
    lambda meetings: [meeting for meeting in meetings if meeting.local_date]
)
LOCALES = st.sampled_from(["ja", "en", ["en", "ja"], ["ja", "en"], "en-GB"])
LENGTHS = st.none() | st.integers(1, 86400).map(lambda seconds: dt.timedelta(seconds=seconds))
SPANS = st.none() | st.integers(1, 10**6).map(lambda seconds: dt.timedelta(seconds=seconds))
DAYS = st.none() | strategy.days
FEEDS = st.none() | st.builds(
    Feed,
    name=st.none() | strategy.lines,
    source=st.none() | strategy.urls,
    refresh_interval=SPANS,
    alarm=SPANS | st.just(dt.timedelta()),
    kind=st.none() | st.sampled_from(AttendeeKind),
    since=st.none() | st.just(dt.date(1980, 1, 1)),
    until=st.none() | st.just(dt.date(2050, 1, 1)),
    cancelled=st.sampled_from(CancelledMeetings),
    cancelled_until=DAYS,
)
# A line that goes on with an octet of the middle of a character.
CUT_CHARACTER = re.compile(rb"\r\n [\x80-\xbf]")


def unfolded(data: bytes) -> list[str]:
    return data.decode().replace("\r\n ", "").split("\r\n")[:-1]


def by_component(data: bytes) -> Counter[tuple[str, ...]]:
    """Count components, each with its own lines in any order."""
    found: Counter[tuple[str, ...]] = Counter()
    stack: list[list[str]] = []
    for line in unfolded(data):
        if line.startswith("BEGIN:"):
            stack.append([])
        stack[-1].append(line)
        if line.startswith("END:"):
            path = "/".join(one[0].removeprefix("BEGIN:") for one in stack)
            found[path, *sorted(stack.pop())] += 1
    assert not stack
    return found


def values_of(calendar: Calendar) -> list[tuple[object, ...]]:
    return [
        (name, str(value) if isinstance(value, str) else value, sorted(getattr(value, "params", {}).items()))
        for name, value in calendar.property_items()
    ]


def check_octets(data: bytes) -> None:
    """Want what RFC 5545 section 3.1 wants of any file."""
    assert data.endswith(b"END:VCALENDAR\r\n")
    assert not set(b"\r\n") & set(data.replace(b"\r\n", b""))
    assert max(map(len, data.split(b"\r\n"))) <= 75
    assert not CUT_CHARACTER.search(data)
    assert b"\r\n\r\n" not in data
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]", data.decode())


def check_two_ways(data: bytes, calendar: Calendar) -> None:
    check_octets(data)
    one_way, other_way = by_component(data), by_component(calendar.to_ical())
    assert not {line for lines in one_way - other_way for line in lines} ^ {
        line for lines in other_way - one_way for line in lines
    }
    assert one_way == other_way
    read = Calendar.from_ical(data)
    for one in (*read.walk(), *calendar.walk()):
        assert one.errors == []
    assert values_of(read) == values_of(calendar)


@st.composite
def invitation_lists(draw: st.DrawFn) -> Sequence[Invitation]:
    """Draw what is sent in one of the steps of a meeting's life."""
    mailing = draw(strategy.mailings())
    assume(mailing.meeting.local_date and mailing.meeting.status is not MeetingStatus.HELD)
    coming = attrs.evolve(mailing, meeting=attrs.evolve(mailing.meeting, status=MeetingStatus.ANNOUNCED))
    step = draw(st.sampled_from(["invite", "update", "cancel", "postpone", "take off"]))
    if step == "invite":
        return invitations(coming, stamp=STAMP)
    reason = draw(st.none() | strategy.texts)
    meeting = coming.meeting
    after = {
        "update": lambda: attrs.evolve(meeting, sequence=meeting.sequence + 1, notice=reason),
        "cancel": lambda: meeting.cancelled(reason=reason),
        "postpone": lambda: meeting.postponed(reason=reason),
        "take off": lambda: meeting,
    }[step]()
    left = draw(st.just(coming.invitees[:1]) if step == "take off" else st.just(coming.invitees))
    return invitations(attrs.evolve(coming, meeting=after, invitees=left), previous=coming, stamp=LATER)


@given(LISTS, LOCALES, FEEDS, LENGTHS, st.none() | strategy.mailboxes)
def test_a_calendar_of_meetings_is_the_same_both_ways(
    meetings: Sequence[Meeting], locale: str, feed: Feed | None, length: dt.timedelta | None, organizer: object
) -> None:
    fields = {"locale": locale, "stamp": STAMP, "feed": feed, "assumed_length": length, "organizer": organizer}
    check_two_ways(to_ics(meetings, **fields), to_calendar(meetings, **fields))  # type: ignore[arg-type]


@given(invitation_lists())
def test_a_message_is_the_same_both_ways(made: Sequence[Invitation]) -> None:
    for invitation in made:
        check_two_ways(invitation.ics, invitation.to_calendar())


@given(invitation_lists())
def test_the_method_stands_first_and_is_that_of_the_message(made: Sequence[Invitation]) -> None:
    for invitation in made:
        assert unfolded(invitation.ics)[:2] == ["BEGIN:VCALENDAR", f"METHOD:{invitation.method}"]


@given(strategy.mailings())
def test_a_message_is_made_anew_each_time_and_alike(mailing: Mailing) -> None:
    try:
        first, second = invitations(mailing, stamp=STAMP), invitations(mailing, stamp=STAMP)
    except (InvalidValue, NotScheduled):
        return
    assert [one.ics for one in first] == [one.ics for one in second]
    assert [one.ics for one in first] == [one.ics for one in first]


def test_a_calendar_that_was_extended_writes_what_was_added_and_keeps_the_rest() -> None:
    meeting = Meeting(
        id="a",
        body=Organization(id="jp/example", name={"en": "Group"}),
        title={"en": "C:\\New; A, B"},
        day=dt.date(2022, 2, 8),
    )
    calendar = to_calendar(meeting, locale="en", stamp=STAMP)
    calendar.events[0].add("COMMENT", "Bring a pen.")
    added = Counter(unfolded(calendar.to_ical())) - Counter(unfolded(to_ics(meeting, locale="en", stamp=STAMP)))
    assert added == Counter(["COMMENT:Bring a pen."])
