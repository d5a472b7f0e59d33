from __future__ import annotations

import datetime as dt
from typing import Any
from zoneinfo import ZoneInfo

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import strategies as strategy
from csegroup import InWriting, Meeting, MeetingStatus, OnlineVenue, Organization, Venue
from csegroup.documents import (
    COUNCIL,
    MODERN,
    OFFICIAL,
    Calendar,
    Document,
    Style,
    meeting_list,
    to_html,
    to_markdown,
)
from csegroup.documents.pairs import rows_of
from csegroup.documents.tree import Section, Table
from csegroup.wording.phrases import Line, Phrase, plain
from samples import GROUP

TOKYO = ZoneInfo("Asia/Tokyo")
NOW = dt.datetime(2022, 5, 1, tzinfo=dt.timezone.utc)


def held_on(number: int, start: str, **fields: Any) -> Meeting:  # noqa: ANN401 - any of a meeting's
    begins = dt.datetime.fromisoformat(start).replace(tzinfo=TOKYO)
    made = Meeting(id=f"jp/group/{number}", body=GROUP, number=number, start=begins)
    return attrs.evolve(made, **fields)


FIRST = held_on(1, "2018-10-01 14:00")
SECOND = held_on(2, "2019-04-01 10:00", url="https://www.example.go.jp/2.html")
THIRD = held_on(3, "2019-06-01 10:00", end=dt.datetime(2019, 6, 1, 12, tzinfo=TOKYO))
CANCELLED = held_on(4, "2022-02-08 14:00", status=MeetingStatus.CANCELLED)
LATER = held_on(
    5,
    "2022-09-01 10:00",
    venues=[
        Venue(name={"en": "NPA Building", "ja": "警察総合庁舎"}, room={"en": "Hall", "ja": "大会議室"}),
        OnlineVenue(),
    ],
)
SOONER = held_on(6, "2022-08-01 10:00")
UNDECIDED = Meeting(id="jp/group/7", body=GROUP, number=7)
IN_WRITING = Meeting(id="jp/group/8", body=GROUP, number=8, day=dt.date(2022, 12, 1), venues=[InWriting()])
ALL = [FIRST, SECOND, THIRD, CANCELLED, LATER, SOONER, UNDECIDED, IN_WRITING]


def sections(document: Document) -> list[Section]:
    (outline,) = document
    assert all(isinstance(block, Section) for block in outline.blocks)
    return [block for block in outline.blocks if isinstance(block, Section)]


def table(section: Section) -> Table:
    (found,) = section.blocks
    assert isinstance(found, Table)
    return found


def listed(document: Document) -> dict[str, list[list[str]]]:
    """Give the rows under each heading."""
    return {
        plain(section.heading): [[*map(plain, row)] for row in table(section).rows] for section in sections(document)
    }


def years(calendar_of: str, *meetings: Meeting, style: Style = COUNCIL) -> dict[str, list[str]]:
    """Give the titles under each heading."""
    found = listed(meeting_list(meetings, locale=calendar_of, style=style))
    return {heading: [row[1] for row in rows] for heading, rows in found.items()}


def test_meetings_to_come_stand_first_then_those_without_a_day_then_year_by_year_in_japanese() -> None:
    assert listed(meeting_list(ALL, locale="ja", now=NOW)) == {
        "今後の会議": [
            ["令和4年8月1日(月)午前10時から", "第6回専門家会合", ""],
            ["令和4年9月1日(木)午前10時から", "第5回専門家会合", "警察総合庁舎大会議室 / Web会議を併用"],
            ["回答期限　令和4年12月1日(木)", "第8回専門家会合", "書面開催"],
        ],
        "日程調整中": [["日程調整中", "第7回専門家会合", ""]],
        "令和4年": [["令和4年2月8日(火)午後2時から", "【中止】第4回専門家会合", ""]],
        "令和元年": [["令和元年6月1日(土)午前10時～正午までの間", "第3回専門家会合", ""]],
        "平成31年": [["平成31年4月1日(月)午前10時から", "第2回専門家会合", ""]],
        "平成30年": [["平成30年10月1日(月)午後2時から", "第1回専門家会合", ""]],
    }


def test_meetings_to_come_stand_first_then_those_without_a_day_then_year_by_year_in_english() -> None:
    assert listed(meeting_list(ALL, locale="en", now=NOW)) == {
        "Upcoming meetings": [
            ["From 10:00 a.m. on August 1, 2022 (Monday)", "6th Specialist Group Meeting", ""],
            [
                "From 10:00 a.m. on September 1, 2022 (Thursday)",
                "5th Specialist Group Meeting",
                "Hall, NPA Building / On-line system",
            ],
            ["Answers due by December 1, 2022 (Thursday)", "8th Specialist Group Meeting", "Held in writing"],
        ],
        "Date to be decided": [["Date to be decided", "7th Specialist Group Meeting", ""]],
        "2022": [
            ["From 2:00 p.m. on February 8, 2022 (Tuesday)", "Cancelled: 4th Specialist Group Meeting", ""],
        ],
        "2019": [
            ["From 10:00 a.m. to 12:00 noon on June 1, 2019 (Saturday)", "3rd Specialist Group Meeting", ""],
            ["From 10:00 a.m. on April 1, 2019 (Monday)", "2nd Specialist Group Meeting", ""],
        ],
        "2018": [["From 2:00 p.m. on October 1, 2018 (Monday)", "1st Specialist Group Meeting", ""]],
    }


def test_without_now_no_meeting_is_told_apart_as_to_come() -> None:
    assert years("ja", *ALL) == {
        "日程調整中": ["第7回専門家会合"],
        "令和4年": ["第8回専門家会合", "第5回専門家会合", "第6回専門家会合", "【中止】第4回専門家会合"],
        "令和元年": ["第3回専門家会合"],
        "平成31年": ["第2回専門家会合"],
        "平成30年": ["第1回専門家会合"],
    }


@pytest.mark.parametrize(
    ("locale", "style", "expected"),
    [
        ("ja", COUNCIL, ["令和元年", "平成31年"]),
        ("ja-u-ca-gregory", COUNCIL, ["2019年"]),
        ("ja", MODERN, ["2019年"]),
        ("ja", OFFICIAL, ["令和元年", "平成３１年"]),
        ("ja", attrs.evolve(COUNCIL, calendar=Calendar.BOTH), ["令和元年(2019年)", "平成31年(2019年)"]),
        ("en", COUNCIL, ["2019"]),
        ("en-u-ca-japanese", COUNCIL, ["Reiwa 1", "Heisei 31"]),
    ],
)
def test_the_years_are_those_of_the_calendar(locale: str, style: Style, expected: list[str]) -> None:
    assert [*years(locale, SECOND, THIRD, style=style)] == expected


def test_a_list_has_a_title_and_columns() -> None:
    (japanese, english) = meeting_list([FIRST], locale=["ja", "en"])
    assert (plain(japanese.title), plain(english.title)) == ("会議一覧", "Meetings")
    heads = [[*map(plain, table(sections((one,))[0]).head)] for one in (japanese, english)]
    assert heads == [["開催日時", "会議", "場所"], ["Date", "Meeting", "Place"]]


def test_a_list_takes_any_iterable_once() -> None:
    assert len(meeting_list(iter([FIRST, SECOND]), locale=["ja", "en"])[1].blocks) == 2


def the_title(meeting: Meeting, locale: str) -> Line:
    (section,) = sections(meeting_list([meeting], locale=locale))
    return table(section).rows[0][1]


def test_the_title_of_a_meeting_leads_to_its_page() -> None:
    linked = the_title(SECOND, "en")
    assert all(isinstance(run, Phrase) and run.url == "https://www.example.go.jp/2.html" for run in linked)
    assert all(isinstance(run, str) for run in the_title(FIRST, "en"))


def test_a_note_on_the_language_of_a_title_leads_nowhere() -> None:
    meeting = attrs.evolve(SECOND, title={"ja": "シンポジウム"})
    assert the_title(meeting, "en") == (
        Phrase("シンポジウム", "ja", "https://www.example.go.jp/2.html"),
        Phrase(" (in Japanese)", note=True),
    )


def test_a_place_in_another_language_is_marked_place_by_place() -> None:
    meeting = attrs.evolve(FIRST, venues=[Venue(name={"ja": "警察総合庁舎"}), OnlineVenue(name={"und": "Webex"})])
    assert listed(meeting_list([meeting], locale="en"))["2018"][0][2] == (
        "警察総合庁舎 (in Japanese) / On-line system (Webex)"
    )


def test_a_list_with_a_translated_title_is_an_unofficial_translation() -> None:
    body = Organization(id="jp/group", name={"en": "Specialist Group Meeting", "ja-t-en": "専門家会合"})
    meeting = attrs.evolve(FIRST, body=body)
    assert plain(meeting_list([meeting], locale="ja")[0].title) == "会議一覧（仮訳）"
    assert plain(meeting_list([meeting], locale="en")[0].title) == "Meetings"


def test_meetings_of_one_day_stand_in_a_fixed_order() -> None:
    same = [attrs.evolve(FIRST, id=f"jp/group/{letter}", number=n) for n, letter in enumerate("cab", start=1)]
    found = years("en", *same)
    assert found == years("en", *reversed(same))


def test_a_meeting_that_is_cancelled_before_its_day_was_set_is_not_to_be_decided() -> None:
    cancelled = attrs.evolve(UNDECIDED, status=MeetingStatus.CANCELLED)
    found = listed(meeting_list([cancelled], locale="ja", now=NOW))
    assert "日程調整中" not in found
    assert all("日程調整中" not in row for rows in found.values() for row in rows)


def test_a_meeting_before_the_imperial_calendar_is_refused_in_japanese_alone() -> None:
    old = Meeting(id="jp/group/0", body=GROUP, day=dt.date(1872, 12, 31))
    error = strategy.refused(meeting_list, meetings=[old], locale="ja")
    assert (error.code, error.field) == ("range", "day")
    assert [*listed(meeting_list([old], locale="en"))] == ["1872"]
    assert [*listed(meeting_list([old], locale="ja-u-ca-gregory"))] == ["1872年"]


@given(st.lists(strategy.meetings(), max_size=5, unique_by=lambda meeting: meeting.id), st.booleans())
def test_every_meeting_is_in_the_list_once(meetings: list[Meeting], told: bool) -> None:  # noqa: FBT001 - drawn
    document = meeting_list(meetings, locale="en", now=NOW if told else None)
    if meetings:
        assert sum(len(table(section).rows) for section in sections(document)) == len(meetings)


@pytest.mark.parametrize("locales", [["ja", "en"], ["en", "ja"], ["ja-u-ca-gregory", "ja"]])
def test_the_years_of_all_languages_stand_side_by_side(locales: list[str]) -> None:
    days = (dt.date(2019, 3, 1), dt.date(2019, 6, 1), dt.date(1989, 1, 7), dt.date(1989, 1, 8))
    meetings = [Meeting(id=f"jp/group/{n}", body=GROUP, day=day) for n, day in enumerate(days)]
    document = meeting_list(meetings, locale=locales)
    assert [len(outline.blocks) for outline in document] == [4, 4]
    assert all(len(row.cells) == len(locales) for row in rows_of([outline.blocks for outline in document]))


@pytest.mark.parametrize(
    "url", ["./jp/group/2.html", "../ja/2.html#program", "https://www.example.go.jp/2.html", "./%E4%BC%9A.html"]
)
def test_a_title_leads_where_it_is_told_to(url: str) -> None:
    document = meeting_list([SECOND], locale="en", link=lambda one: url if one is SECOND else None)
    assert {run.url for run in table(sections(document)[0]).rows[0][1] if isinstance(run, Phrase)} == {url}
    assert f'<a href="{url}">' in to_html(document)
    assert f"(<{url}>)" in to_markdown(document)


def test_a_title_leads_nowhere_where_it_is_told_so() -> None:
    document = meeting_list([SECOND], locale="en", link=lambda _: None)
    assert "<a " not in to_html(document)


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "ja/2.html", "/2.html", "//example.org/", "./a b", "./%zz", "./\n", "", './"x', ".../2", 2],
)
def test_a_title_leads_to_an_address_of_the_web_or_to_a_relative_one(url: Any) -> None:  # noqa: ANN401 - anything
    error = strategy.refused(meeting_list, meetings=[SECOND], locale="en", link=lambda _: url)
    assert (error.code, error.field) == ("url", "link")


def test_a_meeting_in_another_zone_than_the_readers_has_both_hours_with_their_zones() -> None:
    abroad = attrs.evolve(FIRST, start=dt.datetime(2018, 10, 1, 9, tzinfo=ZoneInfo("Europe/Paris")))
    written = to_markdown(meeting_list([abroad, SECOND], locale="en", time_zone=TOKYO))
    assert (
        "From 9:00 a.m. on October 1, 2018 (Monday) (Central European Summer Time) / "
        "From 4:00 p.m. on October 1, 2018 (Monday) (Japan Standard Time)"
    ) in written
    assert "From 10:00 a.m. on April 1, 2019 (Monday) |" in written
    assert strategy.refused(meeting_list, meetings=[], locale="en", time_zone="Asia/Tokyo").field == "time_zone"


def test_a_list_of_no_meeting_says_so_in_every_language() -> None:
    written = to_html(meeting_list([], locale=["ja", "en"], now=NOW))
    assert "会議の記録はありません。" in written
    assert "No meeting is known." in written
