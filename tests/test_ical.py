"""Meetings as a calendar: what each property says, and when there is none."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any
from zoneinfo import ZoneInfo

import attrs
import pytest

import strategies as strategy
from csegroup import (
    Address,
    AddressKind,
    AttendeeGroup,
    AttendeeKind,
    Contact,
    Discussion,
    InWriting,
    Item,
    Meeting,
    MeetingStatus,
    NotScheduled,
    OnlineVenue,
    Organization,
    PostalAddress,
    Presentation,
    Source,
    Venue,
    example,
)
from csegroup.ical import Mailbox, to_calendar, to_ics
from golden import golden

TOKYO, BERLIN = ZoneInfo("Asia/Tokyo"), ZoneInfo("Europe/Berlin")
STAMP = dt.datetime(2026, 11, 24, 9, 30, 15, 250_000, tzinfo=TOKYO)
BODY = Organization(id="jp/example", name={"ja": "専門家会合", "en": "Specialist Group Meeting"})
OFFICE = Contact(
    name={"ja": "少年課\ufa1b祉係", "en": "Juvenile Division"},
    telephone="03-3581-0141（代表）",
    email="office@example.go.jp",
)
SENDER = Mailbox(email="office@example.go.jp", name=OFFICE.name)
SPELLED_OUT = Venue(
    name={"ja": "警察総合庁舎", "en": "National Police Agency Building"},
    room={"ja": "大会議室", "en": "Main Hall"},
    postal_address=PostalAddress(
        postal_code="100-8974",
        region={"ja": "東京都", "en": "Tokyo"},
        locality={"ja": "千代田区", "en": "Chiyoda-ku"},
        street={"ja": "霞が関2-1-2", "en": "2-1-2 Kasumigaseki"},
    ),
)
LIVE = OnlineVenue(name={"ja": "ライブ配信", "en": "Live"}, url="https://www.example.go.jp/live")
START = dt.datetime(2022, 2, 8, 14, tzinfo=TOKYO)
MEETING = Meeting(id="jp/example/6", body=BODY, number=6, status=MeetingStatus.ANNOUNCED, start=START)
UNDATED = attrs.evolve(MEETING, start=None)
ON_A_DAY = attrs.evolve(UNDATED, day=dt.date(2022, 2, 8))
IN_WRITING = attrs.evolve(ON_A_DAY, venues=[InWriting()])


def event_of(
    meeting: Meeting,
    *,
    locale: str | Iterable[str] = "ja",
    organizer: Mailbox | None = None,
    assumed_length: dt.timedelta | None = None,
) -> dict[str, Any]:
    calendar = to_calendar(meeting, locale=locale, stamp=STAMP, organizer=organizer, assumed_length=assumed_length)
    [event] = calendar.events
    return dict(event)


def unfolded(data: bytes) -> list[str]:
    return data.decode().replace("\r\n ", "").split("\r\n")[:-1]


def lines_of(meetings: Meeting | Iterable[Meeting], *, organizer: Mailbox | None = None) -> list[str]:
    return unfolded(to_ics(meetings, locale="ja", stamp=STAMP, organizer=organizer))


def starting(*words: str, lines: list[str]) -> list[str]:
    return [line for line in lines if line.startswith(words)]


def test_a_calendar_begins_with_its_version_and_its_maker() -> None:
    assert lines_of(MEETING)[:4] == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//csegroup//csegroup//EN",
        "CALSCALE:GREGORIAN",
    ]


def test_the_uid_is_made_of_the_id_and_known_for_good() -> None:
    assert event_of(example.MEETING)["UID"] == "69b777d2-9e16-5368-b4a9-ce75485a9ac1"


def test_the_uid_stays_whatever_else_becomes_of_a_meeting() -> None:
    moved = MEETING.rescheduled(day=dt.date(2023, 4, 1)).relocated([LIVE])
    renamed = attrs.evolve(moved, title={"ja": "臨時会"}, body=Organization(id="jp/other", name={"ja": "総会"}))
    assert event_of(renamed)["UID"] == event_of(MEETING)["UID"]


def test_another_meeting_has_another_uid() -> None:
    assert event_of(attrs.evolve(MEETING, id="jp/example/7"))["UID"] != event_of(MEETING)["UID"]


def test_the_sequence_is_written_always_and_rises_with_the_meetings() -> None:
    assert event_of(MEETING)["SEQUENCE"] == 0
    assert event_of(MEETING.relocated([LIVE]).cancelled())["SEQUENCE"] == 2


def test_the_stamp_is_written_in_utc_and_whole_seconds() -> None:
    assert "DTSTAMP:20261124T003015Z" in lines_of(MEETING)


def test_an_hour_is_written_in_its_zone() -> None:
    lines = lines_of(attrs.evolve(MEETING, end=START.replace(hour=15, minute=30)))
    assert "DTSTART;TZID=Asia/Tokyo:20220208T140000" in lines
    assert "DTEND;TZID=Asia/Tokyo:20220208T153000" in lines


def test_a_zone_is_defined_before_the_first_event() -> None:
    lines = lines_of(MEETING)
    assert lines.index("TZID:Asia/Tokyo") < lines.index("BEGIN:VEVENT")


def test_each_zone_is_defined_once_in_the_order_of_names() -> None:
    times = [START, START.astimezone(BERLIN), START.astimezone(ZoneInfo("America/New_York")), START]
    meetings = [attrs.evolve(MEETING, id=f"jp/example/{i}", start=time) for i, time in enumerate(times)]
    assert starting("TZID:", lines=lines_of(meetings)) == [
        "TZID:America/New_York",
        "TZID:Asia/Tokyo",
        "TZID:Europe/Berlin",
    ]


def test_two_objects_for_one_zone_give_one_definition() -> None:
    other = attrs.evolve(MEETING, id="jp/example/7", start=START.replace(tzinfo=ZoneInfo.no_cache("Asia/Tokyo")))
    assert starting("TZID:", lines=lines_of([MEETING, other])) == ["TZID:Asia/Tokyo"]


def test_a_day_without_an_hour_is_written_as_a_day_and_needs_no_zone() -> None:
    lines = lines_of(ON_A_DAY)
    assert "DTSTART;VALUE=DATE:20220208" in lines
    assert not starting("DTEND", "DURATION", "BEGIN:VTIMEZONE", lines=lines)


@pytest.mark.parametrize("key", ["UTC", "Etc/UTC", "Etc/GMT", "GMT", "Zulu"])
def test_an_hour_in_utc_has_a_z_and_no_zone(key: str) -> None:
    start = dt.datetime(2022, 2, 8, 14, tzinfo=ZoneInfo(key))
    lines = lines_of(attrs.evolve(MEETING, start=start, end=start.replace(hour=15)))
    assert starting("DTSTART", "DTEND", lines=lines) == ["DTSTART:20220208T140000Z", "DTEND:20220208T150000Z"]
    assert "BEGIN:VTIMEZONE" not in lines


def test_the_second_of_an_hour_shown_twice_is_written_in_utc() -> None:
    start = dt.datetime(2022, 10, 30, 2, 30, fold=1, tzinfo=BERLIN)
    lines = lines_of(attrs.evolve(MEETING, start=start, end=start.replace(hour=4, minute=0, fold=0)))
    assert starting("DTSTART", "DTEND", lines=lines) == ["DTSTART:20221030T013000Z", "DTEND:20221030T030000Z"]
    assert "BEGIN:VTIMEZONE" not in lines


def test_an_end_in_an_hour_shown_twice_takes_the_start_to_utc() -> None:
    start = dt.datetime(2022, 10, 30, 2, 30, tzinfo=BERLIN)
    lines = lines_of(attrs.evolve(MEETING, start=start, end=start.replace(fold=1)))
    assert starting("DTSTART", "DTEND", lines=lines) == ["DTSTART:20221030T003000Z", "DTEND:20221030T013000Z"]


def test_the_first_of_an_hour_shown_twice_stays_in_its_zone() -> None:
    start = dt.datetime(2022, 10, 30, 2, 30, tzinfo=BERLIN)
    assert "DTSTART;TZID=Europe/Berlin:20221030T023000" in lines_of(attrs.evolve(MEETING, start=start))


def test_an_open_end_is_not_written() -> None:
    assert not starting("DTEND", "DURATION", lines=lines_of(MEETING))


def test_an_assumed_length_ends_what_has_no_end() -> None:
    assert event_of(MEETING, assumed_length=dt.timedelta(minutes=90))["DTEND"].dt == START.replace(hour=15, minute=30)


def test_an_assumed_length_is_of_real_hours_when_the_clock_changes() -> None:
    start = dt.datetime(2022, 3, 27, 1, tzinfo=BERLIN)
    event = event_of(attrs.evolve(MEETING, start=start), assumed_length=dt.timedelta(hours=2))
    assert event["DTEND"].to_ical() == b"20220327T040000"


def test_an_assumed_length_leaves_an_end_and_a_day_as_they_are() -> None:
    ended = attrs.evolve(MEETING, end=START.replace(hour=15))
    assert event_of(ended, assumed_length=dt.timedelta(hours=3))["DTEND"].dt == ended.end
    assert "DTEND" not in event_of(ON_A_DAY, assumed_length=dt.timedelta(hours=3))


@pytest.mark.parametrize(
    "length", [dt.timedelta(), -dt.timedelta(hours=1), dt.timedelta(microseconds=1), dt.timedelta.max]
)
def test_an_assumed_length_that_is_none_is_refused(length: dt.timedelta) -> None:
    error = strategy.refused(to_ics, meetings=MEETING, locale="ja", stamp=STAMP, assumed_length=length)
    assert error.field == "assumed_length"


def test_undecided_meetings_are_all_named() -> None:
    meetings = [attrs.evolve(UNDATED, id="jp/example/7"), MEETING, attrs.evolve(UNDATED, id="jp/example/8")]
    with pytest.raises(NotScheduled) as caught:
        to_ics(meetings, locale="ja", stamp=STAMP)
    assert caught.value.ids == ("jp/example/7", "jp/example/8")


def test_a_postponed_meeting_is_not_in_a_calendar_until_it_has_a_new_date() -> None:
    postponed = MEETING.postponed(reason={"ja": "大雪のため延期します。"})
    with pytest.raises(NotScheduled):
        to_ics(postponed, locale="ja", stamp=STAMP)
    event = event_of(postponed.rescheduled(day=dt.date(2022, 3, 8)))
    assert (event["SEQUENCE"], event["STATUS"]) == (2, "CONFIRMED")


def test_two_states_of_a_meeting_are_refused() -> None:
    error = strategy.refused(to_ics, meetings=[MEETING, ON_A_DAY], locale="ja", stamp=STAMP)
    assert (error.code, error.field) == ("twice", "meetings[1].id")


def test_any_iterable_of_meetings_is_taken_in_its_order() -> None:
    meetings = [attrs.evolve(MEETING, id=f"jp/example/{i}", number=i) for i in (3, 1, 2)]
    calendar = to_calendar(iter(meetings), locale=iter(["ja"]), stamp=STAMP)
    assert [str(event["SUMMARY"]) for event in calendar.events] == [
        "第3回専門家会合",
        "第1回専門家会合",
        "第2回専門家会合",
    ]


def test_no_meeting_gives_an_empty_calendar() -> None:
    assert lines_of([])[-2:] == ["CALSCALE:GREGORIAN", "END:VCALENDAR"]


def test_an_organizer_is_named_and_the_calendar_published() -> None:
    lines = lines_of(MEETING, organizer=SENDER)
    assert "METHOD:PUBLISH" in lines
    assert "ORGANIZER;CN=少年課\ufa1b祉係:mailto:office@example.go.jp" in lines


def test_contacts_with_an_address_organize_their_meetings() -> None:
    other = attrs.evolve(OFFICE, email="other@example.go.jp")
    meetings = [attrs.evolve(MEETING, contact=OFFICE), attrs.evolve(MEETING, id="jp/example/7", contact=other)]
    calendar = to_calendar(meetings, locale="ja", stamp=STAMP)
    assert calendar["METHOD"] == "PUBLISH"
    assert [event["ORGANIZER"] for event in calendar.events] == [
        "mailto:office@example.go.jp",
        "mailto:other@example.go.jp",
    ]


def test_the_organizer_given_goes_before_the_contacts() -> None:
    other = Mailbox(email="other@example.go.jp")
    event = event_of(attrs.evolve(MEETING, contact=OFFICE), organizer=other)
    assert event["ORGANIZER"] == "mailto:other@example.go.jp"


@pytest.mark.parametrize("contact", [None, attrs.evolve(OFFICE, email=None)])
def test_where_a_meeting_has_no_organizer_none_has_and_nothing_is_published(contact: Contact | None) -> None:
    meetings = [attrs.evolve(MEETING, contact=OFFICE), attrs.evolve(MEETING, id="jp/example/7", contact=contact)]
    assert not starting("METHOD", "ORGANIZER", lines=lines_of(meetings))


def test_an_organizer_that_is_no_mailbox_is_refused() -> None:
    error = strategy.refused(to_ics, meetings=MEETING, locale="ja", stamp=STAMP, organizer=OFFICE)
    assert (error.code, error.field) == ("type", "organizer")


def test_a_quotation_mark_in_a_name_is_made_one_that_every_reader_knows() -> None:
    office = attrs.evolve(OFFICE, name={"ja": '少年課 "広報"; 係'})
    assert "ORGANIZER;CN=\"少年課 '広報'; 係\":mailto:office@example.go.jp" in lines_of(
        attrs.evolve(MEETING, contact=office)
    )


def test_a_backslash_in_a_name_is_not_left_for_readers_that_take_it_for_an_escape() -> None:
    sender = attrs.evolve(SENDER, name={"ja": "少年課\\"})
    [line] = starting("ORGANIZER", lines=lines_of(MEETING, organizer=sender))
    assert "\\" not in line


@pytest.mark.parametrize(
    ("status", "written", "busy"),
    [
        (MeetingStatus.TENTATIVE, "TENTATIVE", "TENTATIVE"),
        (MeetingStatus.ANNOUNCED, "CONFIRMED", "BUSY"),
        (MeetingStatus.HELD, "CONFIRMED", "BUSY"),
    ],
)
def test_the_state_of_a_meeting_is_told(status: MeetingStatus, written: str, busy: str) -> None:
    event = event_of(attrs.evolve(MEETING, status=status))
    assert event["STATUS"] == written
    assert event["X-MICROSOFT-CDO-BUSYSTATUS"] == busy
    assert event["TRANSP"] == "OPAQUE"


def test_a_cancelled_meeting_says_so_and_takes_no_time() -> None:
    event = event_of(MEETING.cancelled())
    assert event["STATUS"] == "CANCELLED"
    assert event["SUMMARY"] == "【中止】第6回専門家会合"
    assert (event["TRANSP"], event["X-MICROSOFT-CDO-BUSYSTATUS"]) == ("TRANSPARENT", "FREE")


def test_a_cancelled_meeting_still_tells_why_where_and_of_whom_to_ask() -> None:
    meeting = attrs.evolve(MEETING, venues=[SPELLED_OUT], contact=OFFICE).cancelled(
        reason={"ja": "台風のため中止します。"}
    )
    event = event_of(meeting)
    assert str(event["DESCRIPTION"]).startswith("台風のため中止します。\n")
    assert "office@example.go.jp" in event["DESCRIPTION"]
    assert event["DTSTART"].dt == START
    assert event["LOCATION"].startswith("警察総合庁舎大会議室")


def test_a_meeting_in_writing_is_a_day_on_which_answers_are_due_and_takes_no_time() -> None:
    event = event_of(IN_WRITING, locale=["ja", "en"])
    assert event["SUMMARY"] == "【回答期限】第6回専門家会合 / Answers due: 6th Specialist Group Meeting"
    assert event["DTSTART"].to_ical() == b"20220208"
    assert (event["TRANSP"], event["X-MICROSOFT-CDO-BUSYSTATUS"]) == ("TRANSPARENT", "FREE")
    assert event["LOCATION"] == "書面開催 / Held in writing"


def test_nothing_is_due_any_more_of_a_meeting_that_was_held_in_writing() -> None:
    event = event_of(IN_WRITING.held())
    assert (event["SUMMARY"], event["TRANSP"]) == ("第6回専門家会合", "TRANSPARENT")


def test_a_meeting_in_writing_that_is_cancelled_says_only_that() -> None:
    assert event_of(IN_WRITING.cancelled())["SUMMARY"] == "【中止】第6回専門家会合"


def test_an_entry_is_public_and_in_the_category_of_its_body() -> None:
    event = event_of(MEETING, locale=["ja", "en"])
    assert event["CLASS"] == "PUBLIC"
    assert event["CATEGORIES"].to_ical() == "専門家会合,Specialist Group Meeting".encode()


@pytest.mark.parametrize(
    ("name", "written"),
    [("Council on Measures, etc.; A", "Council on Measures\\, etc.\\; A"), ("C:\\New", "C:\\\\New")],
)
def test_a_category_is_escaped_as_any_text(name: str, written: str) -> None:
    body = attrs.evolve(BODY, name={"en": name})
    assert f"CATEGORIES:{written}" in lines_of(attrs.evolve(MEETING, body=body))


@pytest.mark.parametrize(
    ("venues", "location"),
    [
        ([SPELLED_OUT], "警察総合庁舎大会議室（〒100-8974　東京都千代田区霞が関2-1-2）"),
        ([Venue(name={"ja": "𠮷田会館"}), LIVE], "𠮷田会館 / Web会議を併用（ライブ配信）"),
        ([OnlineVenue()], "Web会議による開催"),
    ],
)
def test_the_location_is_each_place_with_room_and_address(venues: list[Venue | OnlineVenue], location: str) -> None:
    assert event_of(attrs.evolve(MEETING, venues=venues))["LOCATION"] == location


def test_a_meeting_without_a_place_has_no_location() -> None:
    assert "LOCATION" not in event_of(MEETING)


def test_a_public_page_on_line_is_a_conference_and_stands_in_the_description() -> None:
    meeting = attrs.evolve(MEETING, venues=[LIVE])
    assert starting("CONFERENCE", lines=lines_of(meeting)) == [
        "CONFERENCE;FEATURE=AUDIO,VIDEO;LABEL=Web会議による開催（ライブ配信）;VALUE=URI:https://www.example.go.jp/live"
    ]
    assert "https://www.example.go.jp/live" in event_of(meeting)["DESCRIPTION"]


def test_each_page_on_line_is_a_conference_of_its_own() -> None:
    other = OnlineVenue(url="https://www.example.go.jp/sign-language")
    assert len(starting("CONFERENCE", lines=lines_of(attrs.evolve(MEETING, venues=[LIVE, other])))) == 2


def test_a_meeting_on_line_without_a_public_page_has_no_conference() -> None:
    assert not starting("CONFERENCE", lines=lines_of(attrs.evolve(MEETING, venues=[OnlineVenue()])))


def test_the_meetings_page_is_its_url_and_ends_the_description() -> None:
    event = event_of(attrs.evolve(MEETING, url="https://www.example.go.jp/6", aim={"ja": "情報を共有する。"}))
    assert event["URL"] == "https://www.example.go.jp/6"
    assert event["DESCRIPTION"].endswith("\nhttps://www.example.go.jp/6")


def test_a_contact_is_told_to_those_who_ask() -> None:
    meeting = attrs.evolve(MEETING, contact=attrs.evolve(OFFICE, url="https://www.example.go.jp/ask"))
    assert event_of(meeting, locale="en")["CONTACT"] == "Juvenile Division, 03-3581-0141（代表）, office@example.go.jp"
    assert "https://www.example.go.jp/ask" in event_of(meeting, locale="en")["DESCRIPTION"]


def test_the_description_goes_from_what_is_new_to_where_to_ask() -> None:
    meeting = attrs.evolve(
        MEETING,
        notice={"ja": "開始時刻を変更しました。"},
        aim={"ja": "情報を共有する。"},
        venues=[LIVE],
        program=[Address(kind=AddressKind.OPENING)],
        contact=OFFICE,
        url="https://www.example.go.jp/6",
    )
    description = str(event_of(meeting)["DESCRIPTION"])
    told = ["開始時刻", "/live", "情報を", "開会挨拶", "少年課", "https://www.example.go.jp/6"]
    assert sorted(told, key=description.index) == told


def test_a_meeting_of_which_nothing_else_is_known_has_no_description() -> None:
    assert "DESCRIPTION" not in event_of(MEETING)


def test_two_languages_share_one_property() -> None:
    meeting = attrs.evolve(MEETING, venues=[SPELLED_OUT], contact=OFFICE, aim={"ja": "情報共有", "en": "To share"})
    lines = unfolded(to_ics(meeting, locale=["en", "ja"], stamp=STAMP))
    for name in ("SUMMARY", "LOCATION", "CONTACT", "CATEGORIES", "DESCRIPTION"):
        assert len(starting(name, lines=lines)) == 1
    assert "SUMMARY:6th Specialist Group Meeting / 第6回専門家会合" in lines
    assert "DESCRIPTION:1 Aim\\nTo share" in "\n".join(lines)


def test_what_is_alike_in_both_languages_is_written_once() -> None:
    meeting = attrs.evolve(MEETING, title={"und": "CSE 2022"}, contact=attrs.evolve(OFFICE, name={"und": "NPA"}))
    event = event_of(meeting, locale=["en", "ja", "en"])
    assert event["SUMMARY"] == "CSE 2022"
    assert event["CONTACT"].count("NPA") == 1


@pytest.mark.parametrize("locale", ["en", ["en"], ("en",)])
def test_one_language_may_be_given_as_a_string(locale: str | Iterable[str]) -> None:
    assert event_of(MEETING, locale=locale)["SUMMARY"] == "6th Specialist Group Meeting"


@pytest.mark.parametrize(("locale", "code"), [([], "missing"), (["ja", "fr"], "locale"), ("JA", "language")])
def test_a_calendar_in_no_language_is_refused(locale: str | list[str], code: str) -> None:
    error = strategy.refused(to_ics, meetings=MEETING, locale=locale, stamp=STAMP)
    assert (error.code, error.field) == (code, "locale")


def test_a_stamp_without_a_zone_is_refused() -> None:
    error = strategy.refused(to_ics, meetings=MEETING, locale="ja", stamp=STAMP.replace(tzinfo=None))
    assert (error.code, error.field) == ("time_zone", "stamp")


def test_nobody_is_invited_and_nothing_kept_for_other_tools_is_told() -> None:
    meeting = attrs.evolve(
        MEETING,
        attendees=[AttendeeGroup(kind=AttendeeKind.GOVERNMENT, description={"ja": "幹事"})],
        sources=[Source(url="https://www.example.go.jp/source", read_on=dt.date(2026, 11, 24))],
        extensions={"x-passcode": "s3cret"},
    )
    data = to_ics(meeting, locale=["en", "ja"], stamp=STAMP).decode()
    assert not [word for word in ("ATTENDEE", "幹事", "source", "s3cret") if word in data]


def test_what_is_closed_is_left_out_by_the_public_view_alone() -> None:
    program: list[Item] = [
        Presentation(title={"ja": "捜査の現状"}, presenters=[BODY], audience=[AttendeeKind.GOVERNMENT]),
        Discussion(),
    ]
    meeting = attrs.evolve(MEETING, program=program)
    assert "捜査の現状" in event_of(meeting)["DESCRIPTION"]
    assert "捜査の現状" not in event_of(meeting.seen_by(None))["DESCRIPTION"]


def test_the_same_meetings_give_the_same_bytes() -> None:
    again = attrs.evolve(MEETING, start=START.replace(tzinfo=ZoneInfo.no_cache("Asia/Tokyo")), venues=iter([]))
    assert to_ics(again, locale="ja", stamp=STAMP) == to_ics(MEETING, locale="ja", stamp=STAMP)


def test_a_calendar_can_be_extended_by_its_user() -> None:
    calendar = to_calendar(MEETING, locale="ja", stamp=STAMP)
    calendar.add("name", "専門家会合の予定")
    assert "NAME:専門家会合の予定".encode() in calendar.to_ical()


GOLDEN = {
    "2022": example.MEETING,
    "open-end": attrs.evolve(MEETING, aim={"ja": "情報を共有する。", "en": "To share information."}),
    "day": attrs.evolve(ON_A_DAY, status=MeetingStatus.TENTATIVE, venues=[SPELLED_OUT]),
    "on-line": attrs.evolve(
        MEETING,
        start=dt.datetime(2022, 7, 1, 9, 30, tzinfo=BERLIN),
        end=dt.datetime(2022, 7, 1, 11, tzinfo=BERLIN),
        venues=[LIVE],
        aim={"ja": "情報を共有する。", "en": "To share information."},
        url="https://www.example.go.jp/6",
    ),
    "in-writing": attrs.evolve(
        IN_WRITING, program=[Discussion(agenda_number=1, title={"ja": "規約の改正（案）", "en": "Draft amendment"})]
    ),
    "cancelled": attrs.evolve(MEETING, venues=[SPELLED_OUT], end=START.replace(hour=16)).cancelled(
        reason={"ja": "台風のため中止します。", "en": "Cancelled because of the typhoon."}
    ),
    "contact": attrs.evolve(MEETING, contact=OFFICE, venues=[Venue(name={"ja": "𠮷田会館", "en": "Yoshida Hall"})]),
}


@pytest.mark.parametrize("name", GOLDEN)
def test_a_calendar_is_the_one_that_was_read_by_eye(name: str) -> None:
    golden(f"calendars/{name}.ics", to_ics(GOLDEN[name], locale=["en", "ja"], stamp=STAMP))


def test_a_notice_that_was_translated_says_so() -> None:
    moved = attrs.evolve(MEETING, notice={"en": "Moved.", "ja-t-en": "変更した。"})
    assert str(event_of(moved, locale=["en", "ja"])["DESCRIPTION"]) == "Moved.\n\n変更した。（仮訳）"


def test_links_stand_once_however_many_languages_there_are() -> None:
    meeting = attrs.evolve(MEETING, venues=[LIVE], url="https://www.example.go.jp/6")
    assert str(event_of(meeting, locale=["en", "ja"])["DESCRIPTION"]).count("https://") == 2
