"""Feeds: what a calendar to subscribe to is called, and which meetings it holds."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any
from zoneinfo import ZoneInfo

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import strategies as strategy
from csegroup import (
    AttendeeGroup,
    AttendeeKind,
    Discussion,
    InvalidValue,
    Meeting,
    MeetingStatus,
    NotScheduled,
    Organization,
)
from csegroup.ical import CancelledMeetings, Feed, Mailbox, to_calendar, to_ics

STAMP = dt.datetime(2026, 11, 24, tzinfo=dt.timezone.utc)
TOKYO, BERLIN = ZoneInfo("Asia/Tokyo"), ZoneInfo("Europe/Berlin")
BODY = Organization(id="jp/example", name={"ja": "専門家会合", "en": "Specialist Group Meeting"})
OTHER = Organization(id="jp/other", name={"ja": "総会", "en": "General Meeting"})
FIRST = Meeting(
    id="jp/example/1",
    body=BODY,
    number=1,
    status=MeetingStatus.ANNOUNCED,
    start=dt.datetime(2022, 2, 8, 14, tzinfo=TOKYO),
)
SECOND = attrs.evolve(FIRST, id="jp/example/2", number=2, start=dt.datetime(2022, 7, 1, 9, tzinfo=BERLIN))
THIRD = attrs.evolve(FIRST, id="jp/example/3", number=3, start=None, day=dt.date(2023, 1, 1))
CANCELLED = attrs.evolve(FIRST, id="jp/example/4", number=4).cancelled()
ALL = [FIRST, SECOND, THIRD, CANCELLED]
OFFICE = Mailbox(email="office@example.go.jp")
HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(days=1)


def lines_of(
    meetings: Iterable[Meeting], feed: Feed | None, *, stamp: dt.datetime = STAMP, locale: str | Sequence[str] = "en"
) -> list[str]:
    data = to_ics(meetings, locale=locale, stamp=stamp, feed=feed, organizer=OFFICE)
    return data.decode().replace("\r\n ", "").split("\r\n")[:-1]


def numbers(meetings: Iterable[Meeting], stamp: dt.datetime = STAMP, **fields: Any) -> list[int]:  # noqa: ANN401 - of any field
    """Tell which meetings are in a feed, by their numbers."""
    calendar = to_calendar(meetings, locale="en", stamp=stamp, feed=Feed(**fields))
    return [next(int(c) for c in str(event["SUMMARY"]) if c.isdecimal()) for event in calendar.events]


def head(lines: list[str]) -> list[str]:
    return lines[: next(i for i, line in enumerate(lines) if line.startswith("BEGIN:V") and i)]


def test_a_feed_says_what_it_is_called_where_it_is_and_how_often_to_read_it() -> None:
    feed = Feed(
        name={"ja": "協議会、予定", "en": "Council, agenda"},
        source="https://www.example.go.jp/council.ics",
        refresh_interval=dt.timedelta(hours=12),
    )
    assert head(lines_of([FIRST], feed, locale=["en", "ja"])) == [
        "BEGIN:VCALENDAR",
        "METHOD:PUBLISH",
        "VERSION:2.0",
        "PRODID:-//csegroup//csegroup//EN",
        "CALSCALE:GREGORIAN",
        "NAME:Council\\, agenda / 協議会、予定",
        "X-WR-CALNAME:Council\\, agenda / 協議会、予定",
        "REFRESH-INTERVAL;VALUE=DURATION:PT12H",
        "X-PUBLISHED-TTL:PT12H",
        "SOURCE;VALUE=URI:https://www.example.go.jp/council.ics",
    ]


def test_a_feed_that_says_nothing_of_itself_is_the_calendar_without_it() -> None:
    assert lines_of(ALL, Feed()) == lines_of(ALL, None)


def test_a_feed_without_meetings_has_a_name_all_the_same_and_no_method() -> None:
    lines = lines_of([], Feed(name={"en": "Council"}))
    assert lines[1:] == [
        "VERSION:2.0",
        "PRODID:-//csegroup//csegroup//EN",
        "CALSCALE:GREGORIAN",
        "NAME:Council",
        "X-WR-CALNAME:Council",
        "END:VCALENDAR",
    ]


def test_each_zone_is_defined_once() -> None:
    lines = lines_of([*ALL, attrs.evolve(SECOND, id="jp/example/5")], Feed())
    assert [line for line in lines if line.startswith("TZID:")] == ["TZID:Asia/Tokyo", "TZID:Europe/Berlin"]


def test_an_alarm_rings_so_long_before_each_start() -> None:
    lines = lines_of([FIRST, SECOND], Feed(alarm=dt.timedelta(days=1, minutes=30)))
    begin = lines.index("BEGIN:VALARM")
    assert lines[begin : begin + 6] == [
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        "DESCRIPTION:1st Specialist Group Meeting",
        "TRIGGER:-P1DT30M",
        "END:VALARM",
        "END:VEVENT",
    ]
    assert lines.count("BEGIN:VALARM") == 2
    assert "BEGIN:VALARM" not in lines_of(ALL, Feed())


def test_no_alarm_rings_for_what_does_not_take_place() -> None:
    assert lines_of([CANCELLED], Feed(alarm=HOUR)).count("BEGIN:VALARM") == 0


def test_an_alarm_may_ring_at_the_start() -> None:
    assert "TRIGGER:P0D" in lines_of([FIRST], Feed(alarm=dt.timedelta()))


def test_what_is_cancelled_is_marked_also_in_its_title() -> None:
    lines = lines_of(ALL, Feed())
    assert "STATUS:CANCELLED" in lines
    assert "SUMMARY:Cancelled: 4th Specialist Group Meeting" in lines


def test_what_is_cancelled_is_dropped_on_wish() -> None:
    assert numbers(ALL, cancelled=CancelledMeetings.DROPPED) == [1, 2, 3]
    assert numbers(ALL) == [1, 2, 3, 4]


@pytest.mark.parametrize(("until", "wanted"), [(23, [1, 2, 3]), (24, [1, 2, 3, 4]), (25, [1, 2, 3, 4])])
def test_what_is_cancelled_is_kept_until_a_day(until: int, wanted: list[int]) -> None:
    assert numbers(ALL, cancelled_until=dt.date(2026, 11, until)) == wanted
    assert numbers(ALL, cancelled_until=dt.date(2026, 11, until), cancelled=CancelledMeetings.DROPPED) == [1, 2, 3]


def test_a_body_holds_its_own_meetings_and_those_it_meets_for_jointly() -> None:
    joint = attrs.evolve(SECOND, jointly_with=[OTHER])
    of_the_other = attrs.evolve(THIRD, body=OTHER)
    assert numbers([FIRST, joint, of_the_other], body="jp/other") == [2, 3]
    assert numbers([FIRST, joint, of_the_other], body="jp/example") == [1, 2]
    assert numbers([FIRST, joint, of_the_other], body="jp") == []


def test_a_kind_holds_what_it_attends_as_it_sees_it() -> None:
    closed = Discussion(title={"en": "Behind closed doors"}, audience=[AttendeeKind.GOVERNMENT])
    private, government = AttendeeGroup(kind=AttendeeKind.PRIVATE), AttendeeGroup(kind=AttendeeKind.GOVERNMENT)
    meetings = [
        attrs.evolve(FIRST, attendees=[private], program=[closed]),
        attrs.evolve(SECOND, attendees=[private, government], program=[closed]),
        attrs.evolve(THIRD, program=[closed]),
    ]
    assert numbers(meetings, kind=AttendeeKind.PRIVATE) == [1, 2, 3]
    assert numbers(meetings, kind=AttendeeKind.GOVERNMENT) == [2, 3]
    assert "closed doors" not in "\n".join(lines_of(meetings, Feed(kind=AttendeeKind.PRIVATE)))
    assert "\n".join(lines_of(meetings, Feed(kind=AttendeeKind.GOVERNMENT))).count("closed doors") == 2


@pytest.mark.parametrize(
    ("fields", "wanted"),
    [
        ({"since": dt.date(2022, 2, 8)}, [1, 2, 3, 4]),
        ({"since": dt.date(2022, 2, 9)}, [2, 3]),
        ({"until": dt.date(2022, 7, 1)}, [1, 4]),
        ({"until": dt.date(2022, 7, 2)}, [1, 2, 4]),
        ({"since": dt.date(2022, 7, 1), "until": dt.date(2023, 1, 1)}, [2]),
        ({"since": dt.date(2022, 7, 1), "until": dt.date(2023, 1, 2)}, [2, 3]),
    ],
)
def test_a_span_begins_with_its_first_day_and_ends_before_its_last(fields: dict[str, Any], wanted: list[int]) -> None:
    assert numbers(ALL, **fields) == wanted


def test_a_feed_without_a_span_holds_the_last_day_there_is() -> None:
    assert numbers([attrs.evolve(THIRD, day=dt.date.max)], since=dt.date(2022, 1, 1)) == [3]
    assert numbers([attrs.evolve(THIRD, day=dt.date.min)]) == [3]


def test_what_has_no_date_is_refused_and_not_left_out_by_a_span() -> None:
    undated = attrs.evolve(FIRST, start=None, status=MeetingStatus.TENTATIVE)
    for feed in (None, Feed(), Feed(since=dt.date(2022, 1, 1))):
        with pytest.raises(NotScheduled):
            to_ics([undated], locale="en", stamp=STAMP, feed=feed)
    # What another filter leaves out is not asked for its date.
    assert numbers([undated, FIRST], body="jp/other") == []


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"name": {"en": "A\nB"}}, "name.en"),
        ({"name": {}}, "name"),
        ({"source": "council.ics"}, "source"),
        ({"refresh_interval": dt.timedelta()}, "refresh_interval"),
        ({"refresh_interval": -HOUR}, "refresh_interval"),
        ({"refresh_interval": dt.timedelta(microseconds=1)}, "refresh_interval"),
        ({"refresh_interval": 12}, "refresh_interval"),
        ({"alarm": -HOUR}, "alarm"),
        ({"alarm": 367 * DAY}, "alarm"),
        ({"body": "JP"}, "body"),
        ({"body": BODY}, "body"),
        ({"kind": "private"}, "kind"),
        ({"since": STAMP}, "since"),
        ({"until": "2022-01-01"}, "until"),
        ({"since": dt.date(2022, 1, 2), "until": dt.date(2022, 1, 2)}, "until"),
        ({"cancelled": "dropped"}, "cancelled"),
        ({"cancelled_until": 2022}, "cancelled_until"),
    ],
)
def test_what_is_no_feed_is_refused_by_its_place(fields: dict[str, Any], field: str) -> None:
    assert strategy.refused(Feed, **fields).field == field


def test_a_feed_of_another_type_is_refused() -> None:
    with pytest.raises(InvalidValue) as caught:
        to_ics([FIRST], locale="en", stamp=STAMP, feed={"name": "Council"})  # type: ignore[arg-type]
    assert (caught.value.code, caught.value.field) == ("type", "feed")


def test_a_meeting_of_another_type_is_refused() -> None:
    for wrong in ([FIRST, "jp/example/2"], 5, None):
        with pytest.raises(InvalidValue):
            to_ics(wrong, locale="en", stamp=STAMP)  # type: ignore[arg-type]


LISTS = st.lists(strategy.meetings(), max_size=4, unique_by=lambda meeting: meeting.id).map(
    lambda meetings: [meeting for meeting in meetings if meeting.local_date]
)


@given(LISTS, strategy.days)
def test_two_spans_that_touch_hold_all_and_nothing_twice(meetings: list[Meeting], day: dt.date) -> None:
    def uids(feed: Feed) -> list[str]:
        return [str(event["UID"]) for event in to_calendar(meetings, locale="ja", stamp=STAMP, feed=feed).events]

    assert sorted(uids(Feed(until=day)) + uids(Feed(since=day))) == sorted(uids(Feed()))
