"""Meetings read back from calendar files: what is held, what is told, and that nothing is lost in silence."""

from __future__ import annotations

import datetime as dt
import re
from contextlib import suppress
from typing import Any
from zoneinfo import ZoneInfo

import attrs
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

import strategies as strategy
from csegroup import (
    InvalidValue,
    InWriting,
    LoadError,
    LocalizedText,
    Meeting,
    MeetingStatus,
    OnlineVenue,
    Organization,
    Problem,
    Venue,
    latest,
)
from csegroup.ical import Invitee, Mailbox, Mailing, invitations, to_calendar, to_ics
from csegroup.ical.reading import Imported, from_ics
from csegroup.json.syntax import BYTES_AT_MOST

TOKYO, BERLIN, UTC = ZoneInfo("Asia/Tokyo"), ZoneInfo("Europe/Berlin"), ZoneInfo("UTC")
STAMP = dt.datetime(2026, 11, 24, tzinfo=UTC)
BODY = Organization(id="jp/example", name={"ja": "専門家会合", "en": "Specialist Group Meeting"})
START = dt.datetime(2022, 2, 8, 14, tzinfo=TOKYO)
MEETING = Meeting(
    id="jp/example/6",
    body=BODY,
    number=6,
    status=MeetingStatus.ANNOUNCED,
    start=START,
    end=START.replace(hour=16),
    sequence=3,
    url="https://www.example.go.jp/6",
)
DAY = dt.date(2022, 2, 8)
AT_TWO = "DTSTART;TZID=Asia/Tokyo:20220208T140000"


def ics(*lines: str) -> bytes:
    """Write a calendar of one entry that has a UID."""
    return calendar("BEGIN:VEVENT", "UID:1@example.org", *lines, "END:VEVENT")


def calendar(*lines: str) -> bytes:
    return "".join(f"{line}\r\n" for line in ("BEGIN:VCALENDAR", "VERSION:2.0", *lines, "END:VCALENDAR")).encode()


def one(*lines: str, locale: str = "ja", time_zone: ZoneInfo | None = None) -> Imported:
    [imported] = from_ics(ics(*lines), body=BODY, locale=locale, time_zone=time_zone)
    return imported


def told(imported: Imported) -> dict[str, str]:
    """Give the codes of what was told, by property."""
    return {problem.path.removeprefix("VEVENT[0]."): problem.code for problem in imported.left_out}


def texts_of(text: LocalizedText | None) -> dict[str, str]:
    return dict(text or {})


def problems_of(data: bytes) -> tuple[Problem, ...]:
    with pytest.raises(LoadError) as error:
        from_ics(data, body=BODY, locale="ja")
    return error.value.problems


def test_an_entry_is_read_as_a_meeting_and_nothing_is_told_where_all_is_held() -> None:
    imported = one(
        "SUMMARY;LANGUAGE=en:Consultation\\, 2nd",
        AT_TWO,
        "DTEND;TZID=Asia/Tokyo:20220208T160000",
        "STATUS:CONFIRMED",
        "SEQUENCE:4",
        "LOCATION:警察総合庁舎\\; 𠮷田ﾎｰﾙ",
        "DESCRIPTION:資料は当日配布。\\nが、C:\\\\New もある。",
        "URL:https://www.example.go.jp/2",
        "CLASS:PUBLIC",
        "DTSTAMP:20220101T000000Z",
    )
    assert imported.left_out == ()
    assert imported.meeting == Meeting(
        id=imported.meeting.id,
        body=BODY,
        title={"en": "Consultation, 2nd"},
        status=MeetingStatus.ANNOUNCED,
        sequence=4,
        start=START,
        end=START.replace(hour=16),
        venues=[Venue(name={"ja": "警察総合庁舎; 𠮷田ﾎｰﾙ"})],
        notice={"ja": "資料は当日配布。\nが、C:\\New もある。"},
        url="https://www.example.go.jp/2",
    )


def test_an_id_is_made_of_body_and_uid_and_is_the_same_each_time() -> None:
    first, second = one(AT_TWO).meeting.id, one(AT_TWO, "SEQUENCE:1").meeting.id
    assert first == second
    assert re.fullmatch("jp/example/[0-9a-f-]{36}", first)
    [other] = from_ics(ics(AT_TWO).replace(b"UID:1", b"UID:2"), body=BODY, locale="ja")
    assert other.meeting.id != first


def test_an_entry_of_a_known_meeting_gets_back_its_id_and_its_body() -> None:
    data = to_ics([MEETING, attrs.evolve(MEETING, id="jp/example/7")], locale="ja", stamp=STAMP)
    elsewhere = Organization(id="jp/other", name={"ja": "別の会合"})
    known, unknown = from_ics(data, body=elsewhere, locale="ja", known=[MEETING])
    assert (known.meeting.id, known.meeting.body) == (MEETING.id, BODY)
    assert unknown.meeting.id.startswith("jp/other/")


def test_states_of_one_entry_share_its_id_and_dates_of_a_repeated_one_do_not() -> None:
    entry = ("BEGIN:VEVENT", "UID:1", AT_TWO)
    dates = [f"RECURRENCE-ID;TZID=Asia/Tokyo:202202{day:02}T140000" for day in (8, 9)]
    data = calendar(*(line for more in ("SEQUENCE:1", *dates) for line in (*entry, more, "END:VEVENT")))
    read = from_ics(data, body=BODY, locale="ja")
    assert len(latest([imported.meeting for imported in read])) == 3
    assert "makes this one date of a repeated meeting" in str(read[1].left_out[0])


@pytest.mark.parametrize(
    ("lines", "start", "end"),
    [
        (["DTSTART:20220208T050000Z", "DTEND:20220208T070000Z"], "2022-02-08T05:00+00:00", "2022-02-08T07:00+00:00"),
        (['DTSTART;TZID="Tokyo Standard Time":20220208T140000'], "2022-02-08T14:00+09:00", None),
        ([AT_TWO, "DTEND:20220208T070000Z"], "2022-02-08T14:00+09:00", "2022-02-08T16:00+09:00"),
        ([AT_TWO, "DURATION:PT1H30M5S"], "2022-02-08T14:00+09:00", "2022-02-08T15:30:05+09:00"),
        ([AT_TWO, "DURATION:P1W"], "2022-02-08T14:00+09:00", "2022-02-15T14:00+09:00"),
        (
            ["DTSTART;TZID=Europe/Berlin:20261024T140000", "DURATION:P1D"],
            "2026-10-24T14:00+02:00",
            "2026-10-25T14:00+01:00",
        ),
        (
            ["DTSTART;TZID=Europe/Berlin:20261024T140000", "DURATION:PT24H"],
            "2026-10-24T14:00+02:00",
            "2026-10-25T13:00+01:00",
        ),
    ],
)
def test_hours_are_read_in_their_zone(lines: list[str], start: str, end: str | None) -> None:
    imported = one(*lines)
    assert imported.left_out == ()
    assert imported.meeting.start == dt.datetime.fromisoformat(start)
    assert imported.meeting.end == (dt.datetime.fromisoformat(end) if end else None)


def test_an_end_stands_in_the_zone_of_its_start() -> None:
    meeting = one(AT_TWO, "DTEND;TZID=Europe/Berlin:20220208T080000").meeting
    assert meeting.end
    assert (meeting.end, str(meeting.end.tzinfo)) == (START.replace(hour=16), "Asia/Tokyo")


@pytest.mark.parametrize(
    "zone", ["", ";TZID=Customized Time Zone", ";TZID=/freeassociation.sourceforge.net/Asia/Tokyo", ";TZID=../x"]
)
def test_an_hour_without_a_known_zone_is_told_and_leaves_its_day(zone: str) -> None:
    imported = one(f"DTSTART{zone}:20220208T140000", "DTEND:20220208T160000", "DURATION:PT1H")
    assert (imported.meeting.start, imported.meeting.end, imported.meeting.day) == (None, None, DAY)
    assert told(imported) == {"DTSTART": "time_zone", "DTEND": "left_out", "DURATION": "excluded"}
    assert "is 14:00:00 in no zone with an IANA name" in str(imported.left_out[0])


def test_a_zone_that_is_given_is_that_of_hours_without_one_and_of_no_other() -> None:
    lines = ["DTSTART:20220208T140000", "DTEND:20220208T160000"]
    assert one(*lines, time_zone=TOKYO).meeting.end == START.replace(hour=16)
    assert one("DTSTART;TZID=Mars:20220208T140000", time_zone=TOKYO).meeting.day == DAY
    assert one("DTSTART:20220208T140000Z", time_zone=TOKYO).meeting.start == START.replace(hour=23)


@pytest.mark.parametrize("end", [[], ["DTEND;VALUE=DATE:20220209"], ["DTEND;VALUE=DATE:20220208"], ["DURATION:P1D"]])
def test_a_whole_day_is_a_day(end: list[str]) -> None:
    imported = one("DTSTART;VALUE=DATE:20220208", *end)
    assert (imported.meeting.day, imported.meeting.start, imported.left_out) == (DAY, None, ())


@pytest.mark.parametrize(
    ("end", "name"),
    [
        ("DTEND;VALUE=DATE:20220210", "DTEND"),
        ("DTEND;VALUE=DATE:20220207", "DTEND"),
        ("DTEND:20220208T100000Z", "DTEND"),
        ("DURATION:P2D", "DURATION"),
    ],
)
def test_days_on_end_are_told_and_the_first_is_kept(end: str, name: str) -> None:
    imported = one("DTSTART;VALUE=DATE:20220208", end)
    assert (imported.meeting.day, told(imported)) == (DAY, {name: "left_out"})


@pytest.mark.parametrize(
    ("lines", "codes"),
    [
        (["DTSTART:2022-02-08", "DTEND:20220208T160000Z"], {"DTSTART": "time", "DTEND": "left_out"}),
        (["DTSTART:20220230"], {"DTSTART": "time"}),
        (["DTSTART:20220208T246000Z"], {"DTSTART": "time"}),
        (["DTSTART:00000101T000000Z"], {"DTSTART": "time"}),
        ([], {"DTSTART": "missing"}),
        (["DTEND:20220208T160000Z", "DURATION:x"], {"DTSTART": "missing", "DTEND": "left_out", "DURATION": "excluded"}),
    ],
)
def test_a_date_that_is_none_is_told_and_leaves_the_date_undecided(lines: list[str], codes: dict[str, str]) -> None:
    imported = one(*lines)
    assert (imported.meeting.local_date, told(imported)) == (None, codes)


@pytest.mark.parametrize(
    ("end", "code"),
    [
        ("DTEND:20220208T050000Z", "order"),
        ("DTEND:x", "time"),
        ("DTEND:20220208T160000", "time_zone"),
        ("DTEND;VALUE=DATE:20220209", "time_zone"),
        ("DTEND:99991231T235959Z", "time_zone"),
        ("DTEND:99991231T000000Z", "range"),
        ("DURATION:-PT1H", "time"),
        ("DURATION:P999999999W", "time"),
    ],
)
def test_an_end_that_cannot_be_held_is_told_and_left_open(end: str, code: str) -> None:
    imported = one(AT_TWO, end)
    assert (imported.meeting.start, imported.meeting.end) == (START, None)
    assert code in told(imported).values()


@pytest.mark.parametrize(
    ("start", "code"),
    [
        ("DTSTART;TZID=Europe/Berlin:20260329T023000", "skipped"),
        ("DTSTART;TZID=Asia/Tokyo:18500101T120000", "range"),
        ("DTSTART:00010101T120000Z", "range"),
    ],
)
def test_an_hour_that_the_model_refuses_leaves_its_day(start: str, code: str) -> None:
    imported = one(start, "DURATION:PT1H")
    assert imported.meeting.day == dt.date.fromisoformat(start.rpartition(":")[2][:8])
    assert told(imported) == {"DTSTART": code, "DURATION": "range" if code == "range" else "excluded"}


@pytest.mark.parametrize(
    ("written", "status", "codes"),
    [
        ([], MeetingStatus.ANNOUNCED, {}),
        (["STATUS:tentative"], MeetingStatus.TENTATIVE, {}),
        (["STATUS:CANCELLED"], MeetingStatus.CANCELLED, {}),
        (["STATUS:NEEDS-ACTION"], MeetingStatus.TENTATIVE, {"STATUS": "status"}),
    ],
)
def test_a_status_is_that_of_the_entry(written: list[str], status: MeetingStatus, codes: dict[str, str]) -> None:
    imported = one(AT_TWO, *written)
    assert (imported.meeting.status, told(imported)) == (status, codes)


@pytest.mark.parametrize(("written", "code"), [("x", "type"), ("-1", "type"), ("２", "type"), ("2147483648", "range")])
def test_a_sequence_that_is_none_is_told_and_read_as_nought(written: str, code: str) -> None:
    imported = one(AT_TWO, f"SEQUENCE:{written}")
    assert (imported.meeting.sequence, told(imported)) == (0, {"SEQUENCE": code})


def test_a_page_that_is_no_web_address_is_told_without_being_shown() -> None:
    imported = one(AT_TWO, "URL:https://taro:secret@example.org/")
    assert (imported.meeting.url, told(imported)) == (None, {"URL": "url"})
    assert "secret" not in str(imported.left_out)
    assert one(AT_TWO, "URL:").left_out == ()


@pytest.mark.parametrize(
    ("written", "place"),
    [
        ("Web会議による開催", OnlineVenue()),
        ("書面開催", Venue(name={"ja": "書面開催"})),
        ("大会議室\\n（2階）", Venue(name={"ja": "大会議室 （2階）"})),
    ],
)
def test_a_place_is_known_again_by_its_word(written: str, place: object) -> None:
    assert one(AT_TWO, f"LOCATION:{written}").meeting.venues == (place,)


def test_a_day_in_writing_is_known_again() -> None:
    meeting = attrs.evolve(MEETING, start=None, end=None, day=DAY, venues=[InWriting()])
    for locale in ("ja", "en"):
        [imported] = from_ics(to_ics(meeting, locale=locale, stamp=STAMP), body=BODY, locale=locale)
        assert imported.meeting.venues == (InWriting(),)


@pytest.mark.parametrize(
    "link",
    [
        "https://meet.example/x?pwd=s3cret",
        "Zoom: us02.zoom.us/j/s3cret",
        "https:\\/\\/meet.example\\/s3cret",
        "msteams://s3cret",
    ],
)
def test_a_link_that_may_let_a_person_in_is_told_and_in_no_meeting(link: str) -> None:
    imported = one(AT_TWO, f"LOCATION:{link}", f"DESCRIPTION:Join: {link}", f"CONFERENCE;VALUE=URI:{link}")
    assert imported.meeting.venues == (OnlineVenue(),)
    assert imported.meeting.notice is None
    assert set(told(imported)) == {"LOCATION", "DESCRIPTION", "CONFERENCE"}
    assert "s3cret" not in repr(imported) + str(imported.left_out)


def test_an_invitation_of_ours_gives_back_no_link_passcode_or_person() -> None:
    taro = Invitee(
        email="taro@example.go.jp", name="山田太郎", join_url="https://meet.example.go.jp/s3cret", passcode="Xy-77"
    )
    mailing = Mailing(
        meeting=attrs.evolve(MEETING, venues=[OnlineVenue()]),
        organizer=Mailbox(email="office@example.go.jp"),
        invitees=[taro, attrs.evolve(taro, email="jiro@example.go.jp", join_url=None)],
    )
    for invitation in invitations(mailing, stamp=STAMP):
        [imported] = from_ics(invitation.ics, body=BODY, locale="ja", known=[MEETING])
        shown = repr(imported) + str(imported.left_out)
        assert imported.meeting.id == MEETING.id
        assert not [secret for secret in ("s3cret", "Xy-77", "taro", "jiro", "山田", "office@") if secret in shown]
        assert {"ATTENDEE", "ORGANIZER", "DESCRIPTION"} <= set(told(imported))


def test_what_a_meeting_does_not_hold_is_named_without_its_value() -> None:
    imported = one(
        AT_TWO,
        "RRULE:FREQ=DAILY;COUNT=2",
        "ATTENDEE;CN=山田太郎:mailto:taro@example.org",
        "ATTENDEE:mailto:jiro@example.org",
        "ORGANIZER:mailto:taro@example.org",
        "CONTACT:山田太郎 090-0000-0000",
        "ATTACH:https://example.org/taro",
        "X-TARO:taro",
        "CLASS:CONFIDENTIAL",
        "BEGIN:VALARM",
        "TRIGGER:-PT5M",
        "BEGIN:X-INNER",
        "SUMMARY:taro",
        "END:X-INNER",
        "END:VALARM",
    )
    assert told(imported) == dict.fromkeys(
        ["RRULE", "ATTENDEE", "ORGANIZER", "CONTACT", "ATTACH", "X-TARO", "VALARM", "CLASS"], "left_out"
    )
    shown = repr(imported)
    assert not [secret for secret in ("taro@", ":taro", "jiro", "山田", "090") if secret in shown]


def test_of_two_properties_the_first_is_read_and_the_second_told() -> None:
    imported = one(AT_TWO, "SUMMARY;LANGUAGE=ja:会合", "SUMMARY;LANGUAGE=en:Meeting")
    assert (texts_of(imported.meeting.title), told(imported)) == ({"ja": "会合"}, {"SUMMARY": "twice"})


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("  会合\\n 第２回 ", "会合 第２回"),
        ("か\u3099・é\tﾊﾟ".replace("é", "e\u0301"), "が・é ﾊﾟ"),
        ("福\ufa1b祉か\u3099会", "福\ufa1b祉が会"),
        ("会合\u2028二", "会合 二"),
    ],
)
def test_a_text_is_repaired_only_as_it_is_told(written: str, title: str) -> None:
    imported = one(AT_TWO, f"SUMMARY:{written}")
    assert (texts_of(imported.meeting.title), told(imported)) == ({"ja": title}, {"SUMMARY": "repaired"})


@pytest.mark.parametrize("written", ["a\x07b", "a\u202eb", "a\ufffeb"])
def test_a_character_that_no_text_may_hold_is_told_and_the_text_left_out(written: str) -> None:
    imported = one(AT_TWO, f"SUMMARY:{written}", f"LOCATION:{written}", f"DESCRIPTION:{written}")
    assert (imported.meeting.title, imported.meeting.venues, imported.meeting.notice) == (None, (), None)
    assert told(imported) == dict.fromkeys(["SUMMARY", "DESCRIPTION", "LOCATION"], "character")


def test_an_empty_text_is_none() -> None:
    imported = one(AT_TWO, "SUMMARY:", "LOCATION: ", "DESCRIPTION:\\n")
    assert (imported.meeting.title, imported.meeting.venues, imported.meeting.notice) == (None, (), None)
    assert imported.left_out == ()


@pytest.mark.parametrize(
    ("parameter", "tag", "codes"),
    [
        (";LANGUAGE=EN-gb", "en-GB", {}),
        (";LANGUAGE=", "ja", {"SUMMARY": "language"}),
        (";LANGUAGE=english please", "ja", {"SUMMARY": "language"}),
        (";LANGUAGE=en,fr", "ja", {"SUMMARY": "language"}),
    ],
)
def test_the_language_of_a_text_is_its_own_where_it_says_one(parameter: str, tag: str, codes: dict[str, str]) -> None:
    imported = one(AT_TWO, f"SUMMARY{parameter}:Meeting")
    assert (texts_of(imported.meeting.title), told(imported)) == ({tag: "Meeting"}, codes)


def test_a_reading_alone_is_no_title() -> None:
    imported = one(AT_TWO, "SUMMARY;LANGUAGE=ja-Hira:かいごう")
    assert (imported.meeting.title, told(imported)) == (None, {"SUMMARY": "reading"})


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_lines_end_and_go_on_as_programs_write_them(end: str) -> None:
    text = f"\ufeff{ics(AT_TWO, 'SUMMARY:専門', ' 家会', '', chr(9) + '合').decode()}".replace("\r\n", end)
    [imported] = from_ics(text.encode(), body=BODY, locale="ja")
    assert texts_of(imported.meeting.title) == {"ja": "専門家会合"}


def test_a_line_is_put_together_again_where_it_was_cut_inside_a_character() -> None:
    data = ics(AT_TWO, "SUMMARY:専門").replace("門".encode(), b"\xe9\r\n \x96\x80")
    [imported] = from_ics(data, body=BODY, locale="ja")
    assert texts_of(imported.meeting.title) == {"ja": "専門"}


def test_other_entries_are_passed_over_and_several_calendars_read() -> None:
    data = calendar("BEGIN:VTODO", "UID:9", "END:VTODO") + ics(AT_TWO) + calendar()
    assert len(from_ics(data, body=BODY, locale="ja")) == 1


@pytest.mark.parametrize(
    ("data", "path", "code", "said"),
    [
        (b"", "", "syntax", "no calendar"),
        (b"BEGIN:VEVENT\r\nUID:1\r\nEND:VEVENT\r\n", "", "syntax", "no calendar"),
        (b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n", "", "syntax", "not the whole"),
        (b"BEGIN:VCALENDAR\r\n\r\nEND:VEVENT\r\n", "line 3", "syntax", "did not begin last"),
        (b"END:VCALENDAR\r\n", "line 1", "syntax", "outside"),
        (b"\r\nUID:1\r\n", "line 2", "syntax", "outside"),
        (calendar("taro@example.org"), "line 3", "syntax", "colon"),
        (b"BEGIN:VCALENDAR\r\nX:\x90", "line 2", "encoding", "save the file as UTF-8"),
        (b" " * (BYTES_AT_MOST + 1), "", "size", "16 MiB"),
        (calendar("BEGIN:VEVENT", AT_TWO, "END:VEVENT"), "VEVENT[0].UID", "missing", "no id is the same each time"),
    ],
)
def test_what_is_no_calendar_is_refused_with_its_place(data: bytes, path: str, code: str, said: str) -> None:
    [problem] = problems_of(data)
    assert (problem.path, problem.code) == (path, code)
    assert said in problem.message
    assert "taro" not in str(problem)


def test_every_entry_without_a_uid_is_told_at_once() -> None:
    entry = ("BEGIN:VEVENT", AT_TWO, "END:VEVENT")
    assert [problem.path for problem in problems_of(calendar(*entry, *entry))] == ["VEVENT[0].UID", "VEVENT[1].UID"]


@pytest.mark.parametrize(
    ("arguments", "field"),
    [
        ({"locale": "sw"}, "locale"),
        ({"body": None}, "body"),
        ({"body": Organization(name={"ja": "会合"})}, "body.id"),
        ({"body": Organization(id="a" * 161, name={"ja": "会合"})}, "body.id"),
        ({"time_zone": dt.timezone.utc}, "time_zone"),
    ],
)
def test_arguments_are_checked_before_the_file(arguments: dict[str, Any], field: str) -> None:
    with pytest.raises(InvalidValue) as error:
        from_ics(b"", **{"body": BODY, "locale": "ja", **arguments})
    assert error.value.field == field


def in_utc(time: dt.datetime | None) -> dt.datetime | None:
    return time.astimezone(dt.timezone.utc) if time else None


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(meeting=strategy.meetings(), locale=st.sampled_from(["ja", "en", "en-GB"]))
def test_a_meeting_that_is_written_and_read_keeps_what_a_calendar_holds_of_it(meeting: Meeting, locale: str) -> None:
    assume(meeting.local_date)
    written = to_calendar(meeting, locale=locale, stamp=STAMP)
    [imported] = from_ics(to_ics(meeting, locale=locale, stamp=STAMP), body=meeting.body, locale=locale)
    read = imported.meeting
    status = MeetingStatus.ANNOUNCED if meeting.status is MeetingStatus.HELD else meeting.status
    assert (in_utc(read.start), in_utc(read.end), read.day) == (in_utc(meeting.start), in_utc(meeting.end), meeting.day)
    assert (read.status, read.sequence, read.url) == (status, meeting.sequence, meeting.url)
    [event] = written.events
    assert texts_of(read.title) == {locale: str(event["SUMMARY"])}
    assert bool(read.venues) == bool(meeting.venues)
    unread = set(event) - {"UID", "DTSTAMP", "TRANSP", "CLASS", "X-MICROSOFT-CDO-BUSYSTATUS"}
    held = {"DTSTART", "DTEND", "STATUS", "SEQUENCE", "URL", "SUMMARY", "LOCATION", "DESCRIPTION"}
    assert unread - held <= set(told(imported))
    assert read.notice or "DESCRIPTION" not in event or "DESCRIPTION" in told(imported)


_WORDS = st.sampled_from(
    [
        "BEGIN:VCALENDAR",
        "END:VCALENDAR",
        "BEGIN:VEVENT",
        "END:VEVENT",
        "UID:1",
        "DTSTART;TZID=",
        "DTSTART;VALUE=DATE:",
        "DTEND:",
        "DURATION:P",
        "20220208",
        "T140000",
        "Z",
        "Europe/Berlin",
        "\r\n",
        "\r\n ",
        ":",
        ";",
        '"',
        "\\",
        "SUMMARY;LANGUAGE=ja:",
        "LOCATION:",
        "SEQUENCE:",
        "99999999999999999999",
        "か\u3099𠮷ｶﾞ",
        "\x00",
    ]
)


@given(data=st.binary() | st.lists(_WORDS | st.text(max_size=3)).map(lambda words: "".join(words).encode()))
def test_any_bytes_are_read_or_refused_with_problems(data: bytes) -> None:
    with suppress(LoadError):
        from_ics(data, body=BODY, locale="ja")


@given(lines=st.lists(_WORDS | st.text(max_size=9), max_size=12))
def test_any_entry_is_read_or_refused_with_problems(lines: list[str]) -> None:
    with suppress(LoadError):
        from_ics(ics("".join(lines)), body=BODY, locale="ja", time_zone=BERLIN)


_VALUES = st.one_of(
    st.text(max_size=12),
    st.from_regex(r"[0-9]{8}(T[0-9]{6}Z?)?", fullmatch=True),
    st.from_regex(r"P[0-9]{0,6}[WD]?(T[0-9]{1,8}[HMS])?", fullmatch=True),
)
_NAMES = st.sampled_from(
    ["DTSTART", "DTEND", "DURATION", "SUMMARY", "LOCATION", "DESCRIPTION", "URL", "SEQUENCE", "STATUS", "X-A"]
)
_PARAMETERS = st.sampled_from(
    ["", ";VALUE=DATE", ";TZID=Asia/Tokyo", ";TZID=Europe/Berlin", ";LANGUAGE=en", ';A="x:y"']
)


@given(lines=st.lists(st.tuples(_NAMES, _PARAMETERS, _VALUES), max_size=6))
def test_any_value_of_a_property_is_held_or_told(lines: list[tuple[str, str, str]]) -> None:
    try:
        [imported] = from_ics(ics(*(f"{name}{more}:{value}" for name, more, value in lines)), body=BODY, locale="ja")
    except LoadError:
        return
    held = {
        "DTSTART": imported.meeting.local_date,
        "SUMMARY": imported.meeting.title,
        "LOCATION": imported.meeting.venues,
        "DESCRIPTION": imported.meeting.notice,
        "URL": imported.meeting.url,
        "X-A": None,
    }
    for name, _, value in lines:
        if name in held and value.replace("\\n", "").replace("\\N", "").strip():
            assert held[name] or name in told(imported)
