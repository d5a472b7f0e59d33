from __future__ import annotations

import datetime as dt
import re
from zoneinfo import ZoneInfo

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import strategies as strategy
from csegroup import InWriting, Meeting, MeetingStatus, Organization
from csegroup.wording import format_day
from csegroup.wording.dates import date_and_hours, hour_in_words, year_of_era
from csegroup.wording.english import ENGLISH
from csegroup.wording.japanese import JAPANESE

UNDECIDED = Meeting(
    id="jp/example/6", body=Organization(id="jp/example", name={"en": "Specialist Group Meeting", "ja": "専門家会合"})
)
IN_WRITING = attrs.evolve(UNDECIDED, day=dt.date(2020, 12, 17), venues=[InWriting()])


def february(day: int, hour: int, minute: int = 0) -> dt.datetime:
    return dt.datetime(2022, 2, day, hour, minute, tzinfo=ZoneInfo("Asia/Tokyo"))


def from_to(start: dt.datetime, end: dt.datetime | None = None) -> tuple[str, str]:
    meeting = attrs.evolve(UNDECIDED, start=start, end=end)
    return date_and_hours(meeting, ENGLISH), date_and_hours(meeting, JAPANESE)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("1873-01-01", "明治6"),
        ("1912-07-29", "明治45"),
        ("1912-07-30", "大正元"),
        ("1926-12-24", "大正15"),
        ("1926-12-25", "昭和元"),
        ("1989-01-07", "昭和64"),
        ("1989-01-08", "平成元"),
        ("2019-04-30", "平成31"),
        ("2019-05-01", "令和元"),
        ("2020-01-01", "令和2"),
    ],
)
def test_an_era_changes_on_its_first_day_and_begins_with_a_first_year(day: str, expected: str) -> None:
    assert year_of_era(dt.date.fromisoformat(day)) == expected


def test_every_day_has_the_year_of_a_calendar_that_is_turned_day_by_day() -> None:
    first_days = {"1912-07-30": "大正", "1926-12-25": "昭和", "1989-01-08": "平成", "2019-05-01": "令和"}
    era, year, day = "明治", 5, dt.date(1873, 1, 1)
    while day.year <= 2100:
        if str(day) in first_days:
            era, year = first_days[str(day)], 1
        elif day.month == day.day == 1:
            year += 1
        assert year_of_era(day) == era + ("元" if year == 1 else str(year))
        day += dt.timedelta(days=1)


def test_a_day_of_the_lunisolar_calendar_has_no_imperial_date() -> None:
    error = strategy.refused(format_day, day=dt.date(1872, 12, 31), locale="ja")
    assert (error.code, error.field) == ("range", "day")
    assert "1872-12-31" in error.message
    assert format_day(dt.date(1872, 12, 31), locale="en") == "December 31, 1872 (Tuesday)"


@pytest.mark.parametrize(
    ("day", "english", "japanese"),
    [
        ("2022-02-08", "February 8, 2022 (Tuesday)", "令和4年2月8日(火)"),
        ("2017-10-27", "October 27, 2017 (Friday)", "平成29年10月27日(金)"),
        ("2019-05-01", "May 1, 2019 (Wednesday)", "令和元年5月1日(水)"),
    ],
)
def test_a_day_is_written_with_its_weekday(day: str, english: str, japanese: str) -> None:
    assert format_day(dt.date.fromisoformat(day), locale="en") == english
    assert format_day(dt.date.fromisoformat(day), locale="ja") == japanese


@given(strategy.days)
def test_month_day_and_weekday_are_those_of_the_date_in_both_languages(day: dt.date) -> None:
    weekday = "月火水木金土日"[day.weekday()]
    assert format_day(day, locale="ja") == f"{year_of_era(day)}年{day.month}月{day.day}日({weekday})"
    assert format_day(day, locale="en") == f"{day:%B} {day.day}, {day.year} ({day:%A})"


@pytest.mark.parametrize(
    ("hour", "english", "japanese"),
    [
        ("00:00", "12:00 a.m.", "午前0時"),
        ("00:30", "12:30 a.m.", "午前0時30分"),
        ("09:05", "9:05 a.m.", "午前9時5分"),
        ("11:59", "11:59 a.m.", "午前11時59分"),
        ("12:00", "12:00 noon", "正午"),
        ("12:30", "12:30 p.m.", "午後0時30分"),
        ("14:00", "2:00 p.m.", "午後2時"),
        ("15:30", "3:30 p.m.", "午後3時30分"),
        ("23:59", "11:59 p.m.", "午後11時59分"),
    ],
)
def test_an_hour_is_counted_from_midnight_and_from_noon(hour: str, english: str, japanese: str) -> None:
    assert hour_in_words(dt.time.fromisoformat(hour), ENGLISH) == english
    assert hour_in_words(dt.time.fromisoformat(hour), JAPANESE) == japanese


@given(st.integers(0, 23), st.integers(0, 59))
def test_an_hour_can_be_read_back_from_its_words(hour: int, minute: int) -> None:
    english = re.fullmatch(r"(\d+):(\d\d) (a\.m\.|p\.m\.|noon)", hour_in_words(dt.time(hour, minute), ENGLISH))
    assert english
    assert (int(english[1]) % 12 + 12 * (english[3] != "a.m."), int(english[2])) == (hour, minute)
    said = hour_in_words(dt.time(hour, minute), JAPANESE).replace("正午", "午後0時")
    japanese = re.fullmatch(r"午(前|後)(\d+)時(?:(\d+)分)?", said)
    assert japanese
    assert (int(japanese[2]) + 12 * (japanese[1] == "後"), int(japanese[3] or 0)) == (hour, minute)


def test_letters_and_apostrophes_of_a_choice_are_no_fields_of_a_pattern() -> None:
    words = attrs.evolve(ENGLISH, day_periods=("a.m.", "o'clock, yMd"))
    assert hour_in_words(dt.time(14), words) == "2:00 o'clock, yMd"


def test_an_open_end_says_only_when_the_meeting_begins() -> None:
    assert from_to(february(8, 14)) == ("From 2:00 p.m. on February 8, 2022 (Tuesday)", "令和4年2月8日(火)午後2時から")


def test_a_span_on_one_day_names_the_day_once() -> None:
    assert from_to(february(8, 14), february(8, 15, 30)) == (
        "From 2:00 p.m. to 3:30 p.m. on February 8, 2022 (Tuesday)",
        "令和4年2月8日(火)午後2時～午後3時30分までの間",
    )


def test_a_span_over_noon_says_morning_and_afternoon() -> None:
    assert from_to(february(8, 10), february(8, 13)) == (
        "From 10:00 a.m. to 1:00 p.m. on February 8, 2022 (Tuesday)",
        "令和4年2月8日(火)午前10時～午後1時までの間",
    )


def test_a_span_to_noon_says_noon() -> None:
    assert from_to(february(8, 10), february(8, 12)) == (
        "From 10:00 a.m. to 12:00 noon on February 8, 2022 (Tuesday)",
        "令和4年2月8日(火)午前10時～正午までの間",
    )


def test_a_span_over_days_names_both_days() -> None:
    assert from_to(february(8, 14), february(9, 12)) == (
        "From 2:00 p.m. on February 8, 2022 (Tuesday) to 12:00 noon on February 9, 2022 (Wednesday)",
        "令和4年2月8日(火)午後2時～令和4年2月9日(水)正午までの間",
    )


def test_a_span_to_midnight_ends_on_the_next_day() -> None:
    assert from_to(february(8, 22), february(9, 0))[1] == "令和4年2月8日(火)午後10時～令和4年2月9日(水)午前0時までの間"


def test_a_meeting_abroad_has_the_hour_of_its_own_zone() -> None:
    start = dt.datetime(2021, 11, 9, 18, 3, tzinfo=ZoneInfo("America/Los_Angeles"))
    assert from_to(start) == ("From 6:03 p.m. on November 9, 2021 (Tuesday)", "令和3年11月9日(火)午後6時3分から")


def test_a_day_without_an_hour_stands_alone() -> None:
    meeting = attrs.evolve(UNDECIDED, day=dt.date(2022, 2, 8))
    assert date_and_hours(meeting, ENGLISH) == "February 8, 2022 (Tuesday)"
    assert date_and_hours(meeting, JAPANESE) == "令和4年2月8日(火)"


def test_an_undecided_date_says_so() -> None:
    assert date_and_hours(UNDECIDED, ENGLISH) == "Date to be decided"
    assert date_and_hours(UNDECIDED, JAPANESE) == "日程調整中"
    assert date_and_hours(attrs.evolve(UNDECIDED, venues=[InWriting()]), JAPANESE) == "日程調整中"


@pytest.mark.parametrize("status", [MeetingStatus.TENTATIVE, MeetingStatus.ANNOUNCED, MeetingStatus.CANCELLED])
def test_in_writing_the_day_is_when_answers_are_due(status: MeetingStatus) -> None:
    meeting = attrs.evolve(IN_WRITING, status=status)
    assert date_and_hours(meeting, ENGLISH) == "Answers due by December 17, 2020 (Thursday)"
    assert date_and_hours(meeting, JAPANESE) == "回答期限　令和2年12月17日(木)"


def test_held_in_writing_the_day_is_the_day_of_the_meeting() -> None:
    assert date_and_hours(IN_WRITING.held(), ENGLISH) == "December 17, 2020 (Thursday)"
    assert date_and_hours(IN_WRITING.held(), JAPANESE) == "令和2年12月17日(木)"
