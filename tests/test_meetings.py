from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from importlib import resources
from zoneinfo import ZoneInfo

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import strategies as strategy
from csegroup import (
    AttendeeGroup,
    AttendeeKind,
    Contact,
    Discussion,
    Formality,
    FormalityKind,
    InvalidValue,
    InWriting,
    Item,
    LocalizedText,
    Material,
    Meeting,
    MeetingStatus,
    OnlineVenue,
    Organization,
    Session,
    SessionItem,
    Source,
    Venue,
)

TOKYO, SEOUL, BERLIN, UTC = map(ZoneInfo, ["Asia/Tokyo", "Asia/Seoul", "Europe/Berlin", "UTC"])
GROUP = Organization(id="jp/example", name={"en": "Specialist Group Meeting", "ja": "専門家会合"})
HALL = Venue(name={"ja": "警察総合庁舎"}, room={"ja": "大会議室"})
TWO_O_CLOCK = dt.datetime(2022, 2, 8, 14, tzinfo=TOKYO)
FOUR_O_CLOCK = dt.datetime(2022, 2, 8, 16, tzinfo=TOKYO)
THE_DAY = dt.date(2022, 2, 8)
FIRST_HALF_PAST_TWO = dt.datetime(2022, 10, 30, 2, 30, tzinfo=BERLIN)
MIDNIGHT = dt.datetime(2022, 10, 30, tzinfo=UTC)
SECOND_HALF_PAST_TWO = FIRST_HALF_PAST_TWO.replace(fold=1)
REASON = {"en": "The hall is closed.", "ja": "会場が閉まっているため。"}
ENDED = {MeetingStatus.CANCELLED, MeetingStatus.HELD}


class StrangeTime(dt.datetime):
    """Stands for the times of other libraries, which compare and print in their own way."""


def _meeting(**fields: object) -> Meeting:
    return Meeting(**{"id": "jp/example/6", "body": GROUP, **fields})  # type: ignore[arg-type] # checked by Meeting


def _refused(**fields: object) -> InvalidValue:
    return strategy.refused(_meeting, **fields)


SET = _meeting(
    start=TWO_O_CLOCK, end=FOUR_O_CLOCK, venues=[HALL], notice={"ja": "会場が変わりました。"}, sequence=3
).announced()
VERBS: dict[str, Callable[[Meeting], Meeting]] = {
    "announced": lambda meeting: meeting.announced(),
    "rescheduled": lambda meeting: meeting.rescheduled(day=THE_DAY, reason=REASON),
    "relocated": lambda meeting: meeting.relocated([], reason=REASON),
    "postponed": lambda meeting: meeting.postponed(reason=REASON),
    "cancelled": lambda meeting: meeting.cancelled(reason=REASON),
    "held": lambda meeting: meeting.held(program=[Discussion()]),
}

moments = st.builds(
    lambda minutes, zone: (MIDNIGHT + dt.timedelta(minutes=minutes)).astimezone(zone),
    st.integers(-4, 16).map(lambda quarters: 15 * quarters),
    st.sampled_from([BERLIN, TOKYO, UTC]),
)
days = st.dates(dt.date(2022, 10, 29), dt.date(2022, 10, 31))
decided = st.one_of(st.builds(lambda start: {"start": start}, moments), st.builds(lambda day: {"day": day}, days))
states = st.builds(
    lambda identifier, status, sequence, date: _meeting(id=identifier, status=status, sequence=sequence, **date),
    st.sampled_from(["a", "b", "c", "d"]),
    st.sampled_from(MeetingStatus),
    st.integers(0, 2),
    decided,
)
different_states = st.lists(
    states, max_size=8, unique_by=lambda meeting: (meeting.id, meeting.sequence, meeting.status)
)


@pytest.mark.parametrize(
    ("fields", "code", "field"),
    [
        ({"id": "JP/Example"}, "form", "id"),
        ({"id": None}, "form", "id"),
        ({"body": "専門家会合"}, "type", "body"),
        ({"jointly_with": GROUP}, "type", "jointly_with"),
        ({"jointly_with": ["総会"]}, "type", "jointly_with[0]"),
        ({"number": 0}, "range", "number"),
        ({"number": True}, "type", "number"),
        ({"number": "6"}, "type", "number"),
        ({"title": "第6回専門家会合"}, "type", "title"),
        ({"title": {"ja": "第6回\n専門家会合"}}, "newline", "title.ja"),
        ({"aim": {"ja": "目的 "}}, "blank", "aim.ja"),
        ({"status": "held"}, "type", "status"),
        ({"status": None}, "type", "status"),
        ({"sequence": -1}, "range", "sequence"),
        ({"sequence": False}, "type", "sequence"),
        ({"notice": "延期します。"}, "type", "notice"),
        ({"venues": HALL}, "type", "venues"),
        ({"venues": "警察総合庁舎"}, "type", "venues"),
        ({"venues": [HALL, "Web会議"]}, "type", "venues[1]"),
        ({"attendees": [AttendeeKind.PRIVATE]}, "type", "attendees[0]"),
        ({"program": {"ja": "開会"}}, "type", "program"),
        ({"program": [Discussion(), None]}, "type", "program[1]"),
        ({"program": [Discussion(agenda_number=2), Discussion(agenda_number=1)]}, "order", "program[1].agenda_number"),
        ({"url": "example.go.jp"}, "url", "url"),
        ({"contact": {"ja": "少年課"}}, "type", "contact"),
        ({"sources": ["https://example.go.jp/"]}, "type", "sources[0]"),
        ({"extensions": {"room": "2"}}, "extension", "extensions"),
    ],
)
def test_a_field_of_a_meeting_is_checked_by_name(fields: dict[str, object], code: str, field: str) -> None:
    error = _refused(**fields)
    assert (error.code, error.field) == (code, field)


@pytest.mark.parametrize(
    ("fields", "code", "field"),
    [
        ({"kind": "private"}, "type", "kind"),
        ({"kind": AttendeeKind.PRIVATE, "label": "会員団体"}, "type", "label"),
        ({"kind": AttendeeKind.PRIVATE, "description": {"ja": "会員\n団体"}}, "newline", "description.ja"),
    ],
)
def test_a_field_of_a_group_of_attendees_is_checked_by_name(fields: dict[str, object], code: str, field: str) -> None:
    error = strategy.refused(AttendeeGroup, **fields)
    assert (error.code, error.field) == (code, field)


@pytest.mark.parametrize(("fields", "field"), [({}, "body.id"), ({"jointly_with": 1}, "jointly_with[0].id")])
def test_a_body_without_an_id_is_refused(fields: dict[str, object], field: str) -> None:
    nameless = Organization(name={"ja": "部会"})
    error = _refused(**({"jointly_with": [nameless]} if fields else {"body": nameless}))
    assert (error.code, error.field) == ("missing", field)
    assert error.message == "is missing; a body that meets needs an id"


def test_a_body_that_meets_with_itself_is_refused() -> None:
    other = Organization(id="jp/other", name={"ja": "部会"})
    error = _refused(jointly_with=[other, attrs.evolve(GROUP, name={"ja": "専門家会議"})])
    assert (error.code, error.field) == ("twice", "jointly_with[1].id")
    assert error.message == "is 'jp/example' a second time; take one out"


@pytest.mark.parametrize(
    "value", [THE_DAY, "2022-02-08T14:00", 1644296400, dt.time(14), StrangeTime(2022, 2, 8, 14, tzinfo=TOKYO)]
)
@pytest.mark.parametrize("field", ["start", "end"])
def test_a_start_and_an_end_are_datetimes(field: str, value: object) -> None:
    error = _refused(**{"start": TWO_O_CLOCK, field: value})
    assert (error.code, error.field) == ("type", field)
    assert error.message.startswith("is a datetime.datetime, not ")


@pytest.mark.parametrize("zone", [None, dt.timezone.utc, dt.timezone(dt.timedelta(hours=9), "JST")])
@pytest.mark.parametrize("field", ["start", "end"])
def test_a_naive_time_and_a_fixed_offset_are_refused(field: str, zone: dt.tzinfo | None) -> None:
    error = _refused(**{"start": TWO_O_CLOCK, field: FOUR_O_CLOCK.replace(tzinfo=zone)})
    assert (error.code, error.field) == ("time_zone", field)
    assert error.message == f"needs a zone such as ZoneInfo('Asia/Tokyo'), not {zone!r}"


def test_a_zone_without_a_name_is_refused() -> None:
    with (resources.files("tzdata.zoneinfo") / "Asia" / "Tokyo").open("rb") as file:
        nameless = ZoneInfo.from_file(file)
    error = _refused(start=TWO_O_CLOCK.replace(tzinfo=nameless))
    assert (error.code, error.field) == ("time_zone", "start")


def test_a_fraction_of_a_second_is_refused() -> None:
    error = _refused(start=TWO_O_CLOCK.replace(microsecond=1))
    assert (error.code, error.field, error.message) == (
        "precision",
        "start",
        "has a fraction of a second; leave it out",
    )


@pytest.mark.parametrize("fold", [0, 1])
def test_an_hour_that_does_not_exist_is_refused(fold: int) -> None:
    error = _refused(start=dt.datetime(2022, 3, 27, 2, 30, fold=fold, tzinfo=BERLIN))
    assert (error.code, error.field) == ("skipped", "start")
    assert error.message == "is an hour that Europe/Berlin skips on that day; give another"


@pytest.mark.parametrize("start", [TWO_O_CLOCK, FIRST_HALF_PAST_TWO + dt.timedelta(hours=1)])
def test_a_fold_of_an_hour_that_is_not_repeated_is_refused(start: dt.datetime) -> None:
    error = _refused(start=start.replace(fold=1))
    assert (error.code, error.field) == ("fold", "start")
    assert error.message == "has fold=1, but the hour is not repeated; leave fold out"


def test_a_fold_of_an_hour_that_is_repeated_is_taken() -> None:
    start = _meeting(start=SECOND_HALF_PAST_TWO).start
    assert start is not None
    assert start.utcoffset() == dt.timedelta(hours=1)


@pytest.mark.parametrize(
    "moment",
    [
        dt.datetime(1, 1, 1, tzinfo=TOKYO),
        dt.datetime(9999, 12, 31, 23, tzinfo=ZoneInfo("America/New_York")),
        dt.datetime(9999, 12, 31, 20, tzinfo=UTC),
    ],
)
def test_a_time_at_the_very_end_of_the_calendar_is_refused(moment: dt.datetime) -> None:
    error = _refused(start=moment)
    assert (error.code, error.field) == ("range", "start")
    assert error.message == "is at the very end of the calendar; give another year"


def test_a_time_of_a_zone_with_seconds_is_refused() -> None:
    error = _refused(start=dt.datetime(1880, 1, 1, 12, tzinfo=TOKYO))
    assert (error.code, error.field) == ("range", "start")
    assert error.message == "is before Asia/Tokyo kept whole minutes from UTC; give only the day"


@pytest.mark.parametrize("day", [dt.datetime(2022, 2, 8, tzinfo=TOKYO), "2022-02-08"])
def test_a_datetime_is_no_day(day: object) -> None:
    error = _refused(day=day)
    assert (error.code, error.field) == ("type", "day")
    assert error.message.startswith("is a datetime.date, without an hour, not ")


def test_a_day_beside_a_start_is_refused() -> None:
    error = _refused(start=TWO_O_CLOCK, day=THE_DAY)
    assert (error.code, error.field) == ("excluded", "day")
    assert "leave day out" in error.message


@pytest.mark.parametrize("fields", [{}, {"day": THE_DAY}])
def test_an_end_without_a_start_is_refused(fields: dict[str, object]) -> None:
    error = _refused(end=FOUR_O_CLOCK, **fields)
    assert (error.code, error.field) == ("excluded", "end")
    assert error.message == "needs a start; give one, or leave end out"


@pytest.mark.parametrize(
    ("start", "end"),
    [
        (FOUR_O_CLOCK, TWO_O_CLOCK),
        (TWO_O_CLOCK, TWO_O_CLOCK),
        (SECOND_HALF_PAST_TWO, FIRST_HALF_PAST_TWO + dt.timedelta(minutes=15)),
    ],
)
def test_an_end_that_is_not_after_the_start_is_refused(start: dt.datetime, end: dt.datetime) -> None:
    error = _refused(start=start, end=end)
    assert (error.code, error.field) == ("order", "end")
    assert error.message == f"is not after start, {start.isoformat()}"


def test_an_end_in_the_repeated_hour_is_after_a_start_in_the_first() -> None:
    end = SECOND_HALF_PAST_TWO - dt.timedelta(minutes=15)
    assert _meeting(start=FIRST_HALF_PAST_TWO, end=end.replace(fold=1)).end


def test_an_end_in_another_zone_is_refused() -> None:
    error = _refused(start=TWO_O_CLOCK, end=FOUR_O_CLOCK.replace(tzinfo=SEOUL))
    assert (error.code, error.field) == ("time_zone", "end")
    assert error.message == "is in Asia/Seoul; give it in start's zone Asia/Tokyo"


def test_a_meeting_that_was_held_without_a_date_is_refused() -> None:
    error = _refused(status=MeetingStatus.HELD)
    assert (error.code, error.field) == ("missing", "start")
    assert error.message == "is missing; a meeting that was held has a start or a day"


@pytest.mark.parametrize("other", [HALL, OnlineVenue(), InWriting()])
def test_in_writing_stands_alone(other: object) -> None:
    error = _refused(venues=[other, InWriting()])
    assert (error.code, error.field) == ("excluded", "venues")
    assert error.message == "hold more than InWriting(), which stands alone"


def test_in_writing_at_an_hour_is_refused() -> None:
    error = _refused(venues=[InWriting()], start=TWO_O_CLOCK)
    assert (error.code, error.field) == ("excluded", "start")
    assert error.message.endswith("give the day")


@pytest.mark.parametrize("venues", [[], [OnlineVenue()], [OnlineVenue(), HALL]])
def test_people_meet_but_in_writing(venues: list[object]) -> None:
    assert not _meeting(venues=venues).in_writing
    assert _meeting(venues=[InWriting()]).in_writing


@pytest.mark.parametrize(
    ("fields", "date"),
    [({}, None), ({"day": THE_DAY}, THE_DAY), ({"start": dt.datetime(2022, 2, 8, 0, 30, tzinfo=TOKYO)}, THE_DAY)],
)
def test_the_local_date_is_that_of_the_meetings_own_zone(fields: dict[str, object], date: dt.date | None) -> None:
    assert _meeting(**fields).local_date == date


def test_a_meeting_is_tentative_and_empty_at_first() -> None:
    meeting = Meeting(id="jp/example/6", body=GROUP)
    assert (meeting.status, meeting.sequence, meeting.program) == (MeetingStatus.TENTATIVE, 0, ())


def test_every_list_may_be_any_iterable() -> None:
    source = Source(url="https://example.go.jp/", read_on=THE_DAY)
    made = _meeting(venues=iter([HALL]), program=(one for one in [Discussion()]), sources={source: 1}.keys())
    assert (made.venues, made.program, made.sources) == ((HALL,), (Discussion(),), (source,))


def test_nested_values_are_checked_before_rules_that_join_fields() -> None:
    assert _refused(start=TWO_O_CLOCK, day=THE_DAY, contact=Organization(name={"ja": "少年課"})).field == "contact"
    assert _meeting(contact=Contact(name={"ja": "少年課"})).contact


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (TWO_O_CLOCK, TWO_O_CLOCK.replace(tzinfo=SEOUL)),
        (TWO_O_CLOCK, TWO_O_CLOCK.astimezone(UTC)),
        (TWO_O_CLOCK, TWO_O_CLOCK.replace(tzinfo=ZoneInfo("Japan"))),
        (FIRST_HALF_PAST_TWO, SECOND_HALF_PAST_TWO),
    ],
)
def test_meetings_whose_clocks_or_zones_differ_are_not_equal(one: dt.datetime, other: dt.datetime) -> None:
    first, second = _meeting(start=one), _meeting(start=other)
    assert first != second
    assert len({first, second}) == 2


@pytest.mark.parametrize("start", [TWO_O_CLOCK, FIRST_HALF_PAST_TWO, SECOND_HALF_PAST_TWO])
def test_the_same_zone_loaded_twice_makes_equal_meetings(start: dt.datetime) -> None:
    again = start.replace(tzinfo=ZoneInfo.no_cache(str(start.tzinfo)))
    first, second = _meeting(start=start), _meeting(start=again)
    assert first == second
    assert hash(first) == hash(second)


def _changed(before: Meeting, after: Meeting) -> set[str]:
    names = [field.name for field in attrs.fields(Meeting)]
    return {name for name in names if getattr(before, name) != getattr(after, name)}


@pytest.mark.parametrize("status", sorted(ENDED, key=str))
@pytest.mark.parametrize("verb", VERBS)
def test_nothing_follows_on_a_cancelled_or_held_meeting(verb: str, status: MeetingStatus) -> None:
    with pytest.raises(InvalidValue) as caught:
        VERBS[verb](_meeting(day=THE_DAY, status=status))
    assert (caught.value.code, caught.value.field) == ("status", "status")
    assert caught.value.message == f"is {status.value}, and nothing follows it; correct a record by attrs.evolve"


@pytest.mark.parametrize(
    ("verb", "changed"),
    [
        ("announced", {"status"}),
        ("rescheduled", {"status", "sequence", "notice", "start", "end", "day"}),
        ("relocated", {"sequence", "notice", "venues"}),
        ("postponed", {"status", "sequence", "notice", "start", "end", "day"}),
        ("cancelled", {"status", "sequence", "notice"}),
        ("held", {"status", "program"}),
    ],
)
@given(before=states.filter(lambda meeting: meeting.status not in ENDED))
def test_a_verb_changes_what_it_says_and_raises_sequence_by_one_with_it(
    verb: str, changed: set[str], before: Meeting
) -> None:
    after = VERBS[verb](before)
    assert _changed(before, after) <= changed
    assert after.sequence == before.sequence + ("sequence" in changed)


@pytest.mark.parametrize("verb", ["rescheduled", "relocated", "postponed", "cancelled"])
def test_a_reason_replaces_the_notice(verb: str) -> None:
    assert VERBS[verb](SET).notice == LocalizedText(REASON)


@pytest.mark.parametrize(
    "after", [SET.rescheduled(day=THE_DAY), SET.relocated([HALL]), SET.postponed(), SET.cancelled()]
)
def test_no_reason_clears_the_notice(after: Meeting) -> None:
    assert after.notice is None
    assert after.sequence == SET.sequence + 1


@pytest.mark.parametrize("after", [SET.announced(), SET.held(), SET.held(program=[])])
def test_what_changes_neither_when_nor_where_leaves_the_sequence(after: Meeting) -> None:
    assert after.sequence == SET.sequence


def test_a_notice_of_what_was_to_come_is_told_until_the_meeting_is_held() -> None:
    assert SET.announced().notice == SET.notice
    assert SET.held().notice is None


def test_the_public_does_not_see_the_materials_of_a_session_with_a_closed_item() -> None:
    closed = Discussion(title={"ja": "個別の事例"}, audience=[AttendeeKind.GOVERNMENT])
    session = Session(title={"ja": "事例"}, items=[closed, Discussion()], materials=[Material(number="1")])
    meeting = _meeting(program=[session])
    assert [one.materials for one in meeting.seen_by(None).program if isinstance(one, Session)] == [()]
    assert meeting.seen_by(AttendeeKind.GOVERNMENT) == meeting


def test_a_kind_of_attendee_is_no_string() -> None:
    with pytest.raises(InvalidValue, match=r"^kind: needs AttendeeKind, not 'private'$"):
        _meeting().seen_by("private")  # type: ignore[arg-type] # what a caller without types may do


def test_a_reason_without_a_language_is_refused_as_the_notice() -> None:
    error = strategy.refused(SET.cancelled, reason="会場の都合により中止します。")
    assert (error.code, error.field) == ("type", "notice")


def test_a_meeting_moves_to_an_hour_with_an_open_end() -> None:
    moved = SET.rescheduled(start=FOUR_O_CLOCK)
    assert (moved.start, moved.end, moved.day) == (FOUR_O_CLOCK, None, None)


def test_a_meeting_moves_to_an_hour_with_an_end() -> None:
    later = FOUR_O_CLOCK + dt.timedelta(hours=1)
    moved = SET.rescheduled(start=FOUR_O_CLOCK, end=later)
    assert (moved.start, moved.end) == (FOUR_O_CLOCK, later)


def test_a_meeting_moves_to_a_day() -> None:
    moved = SET.rescheduled(day=THE_DAY)
    assert (moved.start, moved.end, moved.day) == (None, None, THE_DAY)


@pytest.mark.parametrize(
    ("fields", "code", "field"),
    [
        ({}, "missing", "start"),
        ({"start": TWO_O_CLOCK, "day": THE_DAY}, "excluded", "day"),
        ({"day": THE_DAY, "end": FOUR_O_CLOCK}, "excluded", "end"),
        ({"start": FOUR_O_CLOCK, "end": TWO_O_CLOCK}, "order", "end"),
        ({"day": TWO_O_CLOCK}, "type", "day"),
    ],
)
def test_a_meeting_moves_to_one_date(fields: dict[str, object], code: str, field: str) -> None:
    error = strategy.refused(SET.rescheduled, **fields)
    assert (error.code, error.field) == (code, field)


def test_a_meeting_cannot_be_moved_nowhere() -> None:
    assert strategy.refused(SET.rescheduled).message == "is missing; give start or day, or call postponed()"


@pytest.mark.parametrize(
    ("before", "status"),
    [
        (_meeting(), MeetingStatus.ANNOUNCED),
        (SET.postponed(), MeetingStatus.ANNOUNCED),
        (_meeting(day=THE_DAY), MeetingStatus.TENTATIVE),
        (SET, MeetingStatus.ANNOUNCED),
    ],
)
def test_a_date_announces_an_undecided_meeting_alone(before: Meeting, status: MeetingStatus) -> None:
    assert before.rescheduled(start=TWO_O_CLOCK).status is status


def test_a_postponed_meeting_is_tentative_and_undecided() -> None:
    postponed = SET.postponed()
    assert (postponed.status, postponed.local_date, postponed.end) == (MeetingStatus.TENTATIVE, None, None)
    assert postponed.venues == SET.venues


def test_a_cancelled_meeting_keeps_its_date() -> None:
    assert (SET.cancelled().start, SET.cancelled().end) == (TWO_O_CLOCK, FOUR_O_CLOCK)


def test_a_meeting_that_was_held_has_the_program_as_it_went() -> None:
    planned = _meeting(day=THE_DAY, program=[Discussion(agenda_number=1)])
    assert planned.held().program == planned.program
    assert planned.held(program=[]).program == ()


def test_an_undecided_meeting_was_not_held() -> None:
    assert strategy.refused(_meeting().held).field == "start"


def test_a_meeting_in_writing_moves_to_a_day_and_not_to_an_hour() -> None:
    meeting = _meeting(day=THE_DAY, venues=[InWriting()])
    assert strategy.refused(meeting.rescheduled, start=TWO_O_CLOCK).field == "start"
    assert strategy.refused(SET.relocated, venues=[InWriting()]).field == "start"


kinds = st.none() | st.sampled_from(AttendeeKind)
talks = st.builds(Discussion, minutes=st.integers(1, 60), audience=strategy.audiences)
sessions = st.builds(
    lambda number, items: Session(title={"ja": f"第{number}部"}, items=items),
    st.integers(1, 99),
    st.lists(talks, min_size=1, max_size=3),
)
meetings = st.builds(lambda program: _meeting(program=program), st.lists(talks | sessions, max_size=5))


def _flat(program: tuple[Item, ...]) -> Iterator[SessionItem]:
    for item in program:
        if isinstance(item, Session):
            yield from item.items
        else:
            yield item


def _open(item: SessionItem, kind: AttendeeKind | None) -> bool:
    return not item.audience or kind in item.audience


@given(meetings, kinds)
def test_nobody_sees_what_is_closed_to_them(meeting: Meeting, kind: AttendeeKind | None) -> None:
    assert all(_open(item, kind) for item in _flat(meeting.seen_by(kind).program))


@given(meetings, kinds)
def test_everybody_sees_all_that_is_open_to_them_with_minutes_up_to_the_first_gap(
    meeting: Meeting, kind: AttendeeKind | None
) -> None:
    seen, complete = [], True
    for item in _flat(meeting.program):
        complete = complete and _open(item, kind)
        if _open(item, kind):
            seen.append(item if complete else attrs.evolve(item, minutes=None))
    assert list(_flat(meeting.seen_by(kind).program)) == seen


@given(meetings, kinds)
def test_who_looks_twice_sees_the_same(meeting: Meeting, kind: AttendeeKind | None) -> None:
    seen = meeting.seen_by(kind)
    assert seen.seen_by(kind) == seen
    assert _changed(meeting, seen) <= {"program"}


@given(meetings, kinds)
def test_the_public_sees_nothing_that_a_kind_does_not(meeting: Meeting, kind: AttendeeKind | None) -> None:
    assert meeting.seen_by(kind).seen_by(None) == meeting.seen_by(None)


@given(meetings, kinds)
def test_no_session_is_seen_without_an_item(meeting: Meeting, kind: AttendeeKind | None) -> None:
    sessions = [item for item in meeting.program if isinstance(item, Session)]
    titles = [item.title for item in sessions if any(_open(inside, kind) for inside in item.items)]
    assert [item.title for item in meeting.seen_by(kind).program if isinstance(item, Session)] == titles


def test_a_closed_item_takes_the_minutes_off_every_item_after_it() -> None:
    closed = Discussion(minutes=30, audience=[AttendeeKind.GOVERNMENT])
    pause = Formality(kind=FormalityKind.BREAK, minutes=10)
    meeting = _meeting(program=[pause, Session(title={"ja": "発表"}, items=[closed, pause]), pause])
    assert [item.minutes for item in _flat(meeting.seen_by(None).program)] == [10, None, None]
    assert meeting.seen_by(AttendeeKind.GOVERNMENT) == meeting
