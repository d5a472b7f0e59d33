from __future__ import annotations

import datetime as dt
from random import Random
from zoneinfo import ZoneInfo

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import strategies as strategy
from csegroup import (
    Meeting,
    MeetingStatus,
    Organization,
    between,
    by_body,
    history,
    latest,
    next_after,
    upcoming,
)
from csegroup.schedule import by_date
from test_meetings import days, different_states, moments, states

TOKYO, BERLIN, UTC = map(ZoneInfo, ["Asia/Tokyo", "Europe/Berlin", "UTC"])
GROUP = Organization(id="jp/example", name={"en": "Specialist Group Meeting", "ja": "専門家会合"})
GENERAL = Organization(id="jp/example/general", name={"en": "General Meeting", "ja": "総会"})
TWO_O_CLOCK = dt.datetime(2022, 2, 8, 14, tzinfo=TOKYO)
THE_DAY = dt.date(2022, 2, 8)
A_DAY = dt.timedelta(days=1)
FIRST_HALF_PAST_TWO = dt.datetime(2022, 10, 30, 2, 30, tzinfo=BERLIN)
SECOND_HALF_PAST_TWO = FIRST_HALF_PAST_TWO.replace(fold=1)
ENDED = {MeetingStatus.CANCELLED, MeetingStatus.HELD}


def _meeting(**fields: object) -> Meeting:
    return Meeting(**{"id": "jp/example/6", "body": GROUP, **fields})  # type: ignore[arg-type] # checked by Meeting


SET = _meeting(start=TWO_O_CLOCK, sequence=3).announced()


@given(different_states, st.randoms(use_true_random=False))
def test_the_latest_states_are_the_same_in_any_order_of_the_input(meetings: list[Meeting], random: Random) -> None:
    turned = random.sample(meetings, k=len(meetings))
    assert set(latest(turned)) == set(latest(meetings))


@given(st.lists(states, max_size=8))
def test_the_latest_state_is_one_an_id_and_none_is_later(meetings: list[Meeting]) -> None:
    found = {meeting.id: meeting for meeting in latest(meetings)}
    assert list(found) == list(dict.fromkeys(meeting.id for meeting in meetings))
    order = list(MeetingStatus)
    for meeting in meetings:
        last = found[meeting.id]
        assert (last.sequence, order.index(last.status)) >= (meeting.sequence, order.index(meeting.status))


@given(st.lists(states, max_size=8))
def test_the_latest_of_the_latest_are_the_latest(meetings: list[Meeting]) -> None:
    assert latest(latest(meetings)) == latest(iter(meetings))


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        (SET, SET.held()),
        (_meeting(), _meeting().announced()),
        (SET.cancelled(), attrs.evolve(SET, status=MeetingStatus.HELD, sequence=SET.sequence + 1)),
        (SET.held(), SET.rescheduled(day=THE_DAY)),
        (_meeting(number=1), _meeting(number=2)),
    ],
)
def test_sequence_then_status_then_place_in_the_input_says_which_state_is_later(
    earlier: Meeting, later: Meeting
) -> None:
    assert latest([earlier, later]) == (later,)


def _instant(moment: dt.datetime) -> dt.datetime:
    return moment.astimezone(dt.timezone.utc)


def _date(meeting: Meeting, now: dt.datetime) -> dt.date:
    date = meeting.start.astimezone(now.tzinfo).date() if meeting.start else meeting.day
    assert date is not None
    return date


def _past(meeting: Meeting, now: dt.datetime) -> bool:
    return _instant(meeting.start) < _instant(now) if meeting.start else _date(meeting, now) < now.date()


@given(different_states, moments, st.randoms(use_true_random=False))
def test_what_is_to_come_is_the_same_in_any_order_of_the_input(
    meetings: list[Meeting], now: dt.datetime, random: Random
) -> None:
    assert upcoming(random.sample(meetings, k=len(meetings)), now) == upcoming(meetings, now)


@given(st.lists(states, max_size=8), moments)
def test_what_is_to_come_is_neither_ended_nor_past_nor_older_than_another_state(
    meetings: list[Meeting], now: dt.datetime
) -> None:
    for meeting in upcoming(meetings, now):
        assert meeting in latest(meetings)
        assert meeting.status not in ENDED
        assert not _past(meeting, now)


@given(st.lists(states, max_size=8), moments)
def test_what_is_not_to_come_is_ended_or_past(meetings: list[Meeting], now: dt.datetime) -> None:
    for meeting in set(latest(meetings)) - set(upcoming(meetings, now)):
        assert meeting.status in ENDED or _past(meeting, now)


@given(st.lists(states, max_size=8), moments)
def test_what_is_to_come_is_in_the_order_of_time(meetings: list[Meeting], now: dt.datetime) -> None:
    found = upcoming(meetings, now)
    starts = [_instant(meeting.start) for meeting in found if meeting.start]
    dates = [_date(meeting, now) for meeting in found]
    assert starts == sorted(starts)
    assert dates == sorted(dates)


def test_a_meeting_in_an_hour_that_was_repeated_is_past_in_the_second() -> None:
    now = SECOND_HALF_PAST_TWO.replace(minute=15)
    assert upcoming([_meeting(start=FIRST_HALF_PAST_TWO)], now) == ()


def test_meetings_in_an_hour_and_its_repetition_are_in_the_order_of_time() -> None:
    first, second = FIRST_HALF_PAST_TWO, SECOND_HALF_PAST_TWO.replace(minute=15)
    meetings = [_meeting(id="a", start=second), _meeting(id="b", start=first)]
    assert [meeting.id for meeting in upcoming(meetings, first)] == ["b", "a"]


@pytest.mark.parametrize(
    ("now", "number"),
    [
        (dt.datetime(2022, 2, 8, 23, 59, tzinfo=TOKYO), 1),
        (dt.datetime(2022, 2, 9, 0, 0, tzinfo=TOKYO), 0),
        (dt.datetime(2022, 2, 9, 0, 0, tzinfo=TOKYO).astimezone(UTC), 1),
    ],
)
def test_a_day_is_to_come_until_it_is_over_where_one_asks(now: dt.datetime, number: int) -> None:
    assert len(upcoming([_meeting(day=THE_DAY)], now)) == number


def test_a_start_is_to_come_until_it_is_past() -> None:
    assert upcoming([SET], TWO_O_CLOCK) == (SET,)
    assert upcoming([SET], TWO_O_CLOCK + dt.timedelta(seconds=1)) == ()


def test_meetings_of_one_date_are_in_the_order_of_their_ids() -> None:
    meetings = [_meeting(id=identifier, day=THE_DAY) for identifier in "bca"]
    assert [meeting.id for meeting in upcoming(meetings, TWO_O_CLOCK)] == ["a", "b", "c"]


def test_an_undecided_meeting_is_not_to_come() -> None:
    assert upcoming([_meeting(), SET.postponed()], TWO_O_CLOCK) == ()


def test_what_is_to_come_is_not_asked_of_a_naive_time() -> None:
    error = strategy.refused(upcoming, meetings=[], now=TWO_O_CLOCK.replace(tzinfo=None))
    assert (error.code, error.field) == ("time_zone", "now")
    assert error.message == "needs a zone such as ZoneInfo('Asia/Tokyo')"


@given(different_states, st.randoms(use_true_random=False))
def test_a_history_is_all_states_of_one_meeting_the_first_one_first(meetings: list[Meeting], random: Random) -> None:
    order = list(MeetingStatus)
    found = history(random.sample(meetings, k=len(meetings)), "a")
    ranks = [(state.sequence, order.index(state.status)) for state in found]
    assert set(found) == {meeting for meeting in meetings if meeting.id == "a"}
    assert ranks == sorted(ranks)
    assert found[-1:] == tuple(meeting for meeting in latest(meetings) if meeting.id == "a")


def test_a_meeting_that_nobody_knows_has_no_history() -> None:
    assert history([SET], "jp/example/７") == ()


@given(st.lists(states, max_size=8))
def test_the_meetings_of_all_bodies_are_the_latest_states(meetings: list[Meeting]) -> None:
    found = by_body(meetings)
    assert {meeting for theirs in found.values() for meeting in theirs} == set(latest(meetings))
    assert all(theirs == by_date(theirs) for theirs in found.values())


def test_a_joint_meeting_is_one_of_each_body() -> None:
    alone, joint = _meeting(day=THE_DAY), _meeting(id="jp/example/7", jointly_with=[GENERAL], day=THE_DAY - A_DAY)
    assert by_body([alone, joint]) == {"jp/example": (joint, alone), "jp/example/general": (joint,)}


def test_a_body_that_was_renamed_is_the_same() -> None:
    renamed = attrs.evolve(GROUP, name={"ja": "新専門家会合"})
    first, second = _meeting(day=THE_DAY), _meeting(id="jp/example/7", body=renamed)
    assert by_body([second, first]) == {"jp/example": (first, second)}


def test_meetings_without_a_date_stand_last_and_on_one_day_the_hour_then_the_id_decide() -> None:
    undecided, hour = _meeting(id="a"), _meeting(id="b", start=TWO_O_CLOCK)
    day, same_day = _meeting(id="d", day=THE_DAY), _meeting(id="c", day=THE_DAY)
    assert by_date([undecided, hour, day, same_day]) == (same_day, day, hour, undecided)


@given(st.lists(states, max_size=8), days, days)
def test_what_is_between_two_days_has_its_own_date_in_the_span(
    meetings: list[Meeting], since: dt.date, until: dt.date
) -> None:
    found = between(meetings, since, until)
    wanted = {one for one in latest(meetings) if one.local_date and since <= one.local_date < until}
    assert set(found) == wanted
    assert found == by_date(found)


def test_two_spans_that_follow_on_each_other_share_no_meeting() -> None:
    assert between([SET], THE_DAY, THE_DAY + A_DAY) == (SET,)
    assert between([SET], THE_DAY - A_DAY, THE_DAY) == between([SET], THE_DAY, THE_DAY) == ()


@pytest.mark.parametrize("field", ["since", "until"])
def test_a_span_is_of_days_and_not_of_hours(field: str) -> None:
    days_of_span: dict[str, object] = {"since": THE_DAY, "until": THE_DAY, field: TWO_O_CLOCK}
    error = strategy.refused(between, meetings=[], **days_of_span)
    assert (error.code, error.field) == ("type", field)


@pytest.mark.parametrize("night", [dt.date(1989, 1, 7), dt.date(2019, 4, 30)])
def test_a_meeting_in_the_night_of_a_change_of_era_is_on_the_day_on_which_it_begins(night: dt.date) -> None:
    late = dt.datetime(night.year, night.month, night.day, 23, 30, tzinfo=TOKYO)
    meeting = _meeting(start=late, end=late + dt.timedelta(hours=1))
    assert between([meeting], night, night + A_DAY) == (meeting,)
    assert between([meeting], night + A_DAY, night + 2 * A_DAY) == ()


@given(st.lists(states, max_size=8), moments)
def test_the_next_meeting_is_the_first_that_did_not_fall_out(meetings: list[Meeting], now: dt.datetime) -> None:
    as_planned = [
        attrs.evolve(one, status=MeetingStatus.ANNOUNCED)
        for one in latest(meetings)
        if one.status is not MeetingStatus.CANCELLED
    ]
    found, planned = next_after(meetings, now), upcoming(as_planned, now)
    assert (found and found.id) == (planned[0].id if planned else None)


def test_the_next_meeting_of_a_day_in_the_past_was_held_since() -> None:
    held = SET.held()
    assert next_after([SET, held], dt.datetime(2021, 4, 16, tzinfo=TOKYO)) == held
    assert next_after([SET, held], dt.datetime(2022, 2, 9, tzinfo=TOKYO)) is None
    assert next_after([SET.cancelled()], dt.datetime(2021, 4, 16, tzinfo=TOKYO)) is None


def test_the_next_meeting_is_asked_of_a_time_and_not_of_a_day() -> None:
    error = strategy.refused(next_after, meetings=[SET], now=THE_DAY)
    assert (error.code, error.field) == ("type", "now")


def test_the_next_meeting_is_not_asked_of_a_naive_time() -> None:
    assert strategy.refused(next_after, meetings=[], now=TWO_O_CLOCK.replace(tzinfo=None)).field == "now"


@pytest.mark.parametrize("text", ["0001-01-01T00:00+09:00", "9999-12-31T23:59-09:00"])
def test_a_time_that_utc_has_not_is_refused(text: str) -> None:
    meeting = Meeting(id="jp/example/6", body=GROUP, start=TWO_O_CLOCK)
    for ask in (upcoming, next_after):
        error = strategy.refused(ask, meetings=[meeting], now=dt.datetime.fromisoformat(text))
        assert (error.code, error.field) == ("range", "now")
