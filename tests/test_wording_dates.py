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
from csegroup.documents import COUNCIL, MODERN, OFFICIAL, Calendar, DateForm, HourCycle
from csegroup.style import Digits, Style
from csegroup.wording import format_day, format_when, format_year
from csegroup.wording.dates import day_phrase, hour_in_words, hour_phrase, when, year_in_words, zone_name
from csegroup.wording.locales import words_for
from csegroup.wording.phrases import Phrase, plain

ENGLISH, JAPANESE = words_for("en"), words_for("ja")
TOKYO = ZoneInfo("Asia/Tokyo")
UNDECIDED = Meeting(
    id="jp/example/6", body=Organization(id="jp/example", name={"en": "Specialist Group Meeting", "ja": "専門家会合"})
)
IN_WRITING = attrs.evolve(UNDECIDED, day=dt.date(2020, 12, 17), venues=[InWriting()])


def february(day: int, hour: int, minute: int = 0) -> dt.datetime:
    return dt.datetime(2022, 2, day, hour, minute, tzinfo=TOKYO)


def said(meeting: Meeting, locale: str, style: Style = COUNCIL, zone: ZoneInfo | None = None) -> list[str]:
    return [plain(line) for line in when(meeting, words_for(locale, style), zone)]


def both(meeting: Meeting) -> tuple[str, str]:
    (english,), (japanese,) = said(meeting, "en"), said(meeting, "ja")
    return english, japanese


def from_to(start: dt.datetime, end: dt.datetime | None = None) -> tuple[str, str]:
    return both(attrs.evolve(UNDECIDED, start=start, end=end))


def span(locale: str, style: Style, start: str, end: str | None) -> str:
    """Write a span between two times of Tokyo."""
    first, last = (dt.datetime.fromisoformat(time).replace(tzinfo=TOKYO) if time else None for time in (start, end))
    (line,) = said(attrs.evolve(UNDECIDED, start=first, end=last), locale, style)
    return line


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("1873-01-01", "明治6年"),
        ("1912-07-29", "明治45年"),
        ("1912-07-30", "大正元年"),
        ("1926-12-24", "大正15年"),
        ("1926-12-25", "昭和元年"),
        ("1989-01-07", "昭和64年"),
        ("1989-01-08", "平成元年"),
        ("2019-04-30", "平成31年"),
        ("2019-05-01", "令和元年"),
        ("2020-01-01", "令和2年"),
    ],
)
def test_an_era_changes_on_its_first_day_and_begins_with_a_first_year(day: str, expected: str) -> None:
    assert year_in_words(dt.date.fromisoformat(day), JAPANESE) == expected


def test_every_day_has_the_year_of_a_calendar_that_is_turned_day_by_day() -> None:
    first_days = {"1912-07-30": "大正", "1926-12-25": "昭和", "1989-01-08": "平成", "2019-05-01": "令和"}
    era, year, day = "明治", 5, dt.date(1873, 1, 1)
    while day.year <= 2100:
        if str(day) in first_days:
            era, year = first_days[str(day)], 1
        elif day.month == day.day == 1:
            year += 1
        assert year_in_words(day, JAPANESE) == f"{era}{'元' if year == 1 else year}年"
        day += dt.timedelta(days=1)


@pytest.mark.parametrize(
    ("locale", "calendar", "year"),
    [
        ("ja", Calendar.JAPANESE, "令和元年"),
        ("ja", Calendar.GREGORY, "2019年"),
        ("ja", Calendar.BOTH, "令和元年(2019年)"),
        ("en", Calendar.JAPANESE, "2019"),
        ("en-u-ca-japanese", None, "Reiwa 1"),
    ],
)
def test_a_year_is_written_in_the_calendar_that_was_settled(locale: str, calendar: Calendar | None, year: str) -> None:
    words = words_for(locale, attrs.evolve(COUNCIL, calendar=calendar))
    assert year_in_words(dt.date(2019, 5, 1), words) == year


@pytest.mark.parametrize("calendar", [Calendar.JAPANESE, Calendar.BOTH])
def test_a_day_of_the_lunisolar_calendar_has_no_imperial_date(calendar: Calendar) -> None:
    style = attrs.evolve(COUNCIL, calendar=calendar)
    error = strategy.refused(format_day, day=dt.date(1872, 12, 31), locale="ja", style=style)
    assert (error.code, error.field) == ("range", "day")
    assert "1872-12-31" in error.message
    assert format_day(dt.date(1872, 12, 31), locale="en", style=style) == "December 31, 1872 (Tuesday)"
    assert format_day(dt.date(1872, 12, 31), locale="ja-u-ca-gregory", style=style) == "1872年12月31日(火)"


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


@pytest.mark.parametrize(
    ("locale", "dates", "calendar", "expected"),
    [
        ("ja", DateForm.COUNCIL, Calendar.JAPANESE, "令和元年5月1日(水)"),
        ("ja", DateForm.COUNCIL, Calendar.GREGORY, "2019年5月1日(水)"),
        ("ja", DateForm.COUNCIL, Calendar.BOTH, "令和元年(2019年)5月1日(水)"),
        ("ja", DateForm.OFFICIAL, Calendar.BOTH, "令和元年(2019年)5月1日(水)"),
        ("ja", DateForm.MODERN, Calendar.JAPANESE, "令和元年5月1日(水)"),
        ("ja", DateForm.MODERN, Calendar.GREGORY, "2019年5月1日(水)"),
        ("ja", DateForm.MODERN, Calendar.BOTH, "令和元年(2019年)5月1日(水)"),
        ("en", DateForm.COUNCIL, Calendar.BOTH, "May 1, 2019 (Wednesday)"),
        ("en", DateForm.OFFICIAL, None, "May 1, 2019 (Wednesday)"),
        ("en", DateForm.MODERN, Calendar.JAPANESE, "Wednesday, May 1, 2019"),
        ("en-u-ca-japanese", DateForm.COUNCIL, None, "May 1, Reiwa 1 (Wednesday)"),
        ("en-u-ca-japanese", DateForm.MODERN, Calendar.BOTH, "Wednesday, May 1, Reiwa 1"),
        ("en-GB", DateForm.COUNCIL, None, "1 May 2019 (Wednesday)"),
        ("en-GB", DateForm.OFFICIAL, None, "1 May 2019 (Wednesday)"),
        ("en-GB", DateForm.MODERN, None, "Wednesday 1 May 2019"),
        ("en-GB-u-ca-japanese", DateForm.COUNCIL, None, "1 May Reiwa 1 (Wednesday)"),
        ("en-GB-u-ca-japanese", DateForm.MODERN, None, "Wednesday 1 May Reiwa 1"),
    ],
)
def test_a_day_is_written_in_the_form_and_the_calendar_of_the_style(
    locale: str, dates: DateForm, calendar: Calendar | None, expected: str
) -> None:
    style = attrs.evolve(COUNCIL, dates=dates, calendar=calendar)
    assert format_day(dt.date(2019, 5, 1), locale=locale, style=style) == expected


@pytest.mark.parametrize(
    ("era", "english"),
    [
        ("1873-01-01", "January 1, Meiji 6 (Wednesday)"),
        ("1912-07-30", "July 30, Taishō 1 (Tuesday)"),
        ("1926-12-25", "December 25, Shōwa 1 (Saturday)"),
        ("1989-01-08", "January 8, Heisei 1 (Sunday)"),
        ("2022-02-08", "February 8, Reiwa 4 (Tuesday)"),
    ],
)
def test_english_names_the_eras_where_they_are_asked_for(era: str, english: str) -> None:
    assert format_day(dt.date.fromisoformat(era), locale="en-u-ca-japanese") == english


def test_digits_and_brackets_of_a_day_are_as_wide_as_the_style_has_them() -> None:
    wide = attrs.evolve(COUNCIL, digits=Digits.FULL_WIDTH)
    assert format_day(dt.date(2022, 2, 8), locale="ja", style=wide) == "令和４年２月８日（火）"
    both_years = attrs.evolve(wide, calendar=Calendar.BOTH)
    assert format_day(dt.date(2022, 2, 8), locale="ja", style=both_years) == "令和４年（２０２２年）２月８日（火）"
    assert format_day(dt.date(2022, 2, 8), locale="en", style=wide) == "February 8, 2022 (Tuesday)"


@given(strategy.days)
def test_month_day_and_weekday_are_those_of_the_date_in_both_languages(day: dt.date) -> None:
    weekday = "月火水木金土日"[day.weekday()]
    assert format_day(day, locale="ja") == f"{year_in_words(day, JAPANESE)}{day.month}月{day.day}日({weekday})"
    assert format_day(day, locale="ja-u-ca-gregory") == f"{day.year}年{day.month}月{day.day}日({weekday})"
    assert format_day(day, locale="en") == f"{day:%B} {day.day}, {day.year} ({day:%A})"
    assert format_day(day, locale="en-GB", style=MODERN) == f"{day:%A} {day.day} {day:%B} {day.year}"


@pytest.mark.parametrize(
    ("hour", "english", "japanese"),
    [
        ("00:00", "12:00 midnight", "午前0時"),
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


@pytest.mark.parametrize(
    ("locale", "dates", "cycle", "midnight", "morning", "noon", "after_noon", "full"),
    [
        ("ja", "council", "h12", "午前0時", "午前9時5分", "正午", "午後0時30分", "午後2時"),
        ("ja", "official", "h12", "午前0時", "午前9時5分", "正午", "午後0時30分", "午後2時"),
        ("ja", "modern", "h12", "午前0時", "午前9時5分", "正午", "午後0時30分", "午後2時"),
        ("ja", "council", "h23", "0:00", "9:05", "12:00", "12:30", "14:00"),
        ("ja", "official", "h23", "0時", "9時5分", "12時", "12時30分", "14時"),
        ("ja", "modern", "h23", "0:00", "9:05", "12:00", "12:30", "14:00"),
        ("en", "council", "h12", "12:00 midnight", "9:05 a.m.", "12:00 noon", "12:30 p.m.", "2:00 p.m."),
        ("en", "official", "h12", "12:00 midnight", "9:05 a.m.", "12:00 noon", "12:30 p.m.", "2:00 p.m."),
        ("en", "modern", "h12", "12:00 AM", "9:05 AM", "12:00 PM", "12:30 PM", "2:00 PM"),
        ("en", "council", "h23", "0:00", "9:05", "12:00", "12:30", "14:00"),
        ("en", "official", "h23", "0:00", "9:05", "12:00", "12:30", "14:00"),
        ("en", "modern", "h23", "00:00", "09:05", "12:00", "12:30", "14:00"),
        ("en-GB", "council", "h12", "12:00 midnight", "9:05 a.m.", "12:00 noon", "12:30 p.m.", "2:00 p.m."),
        ("en-GB", "modern", "h12", "12:00 am", "9:05 am", "12:00 pm", "12:30 pm", "2:00 pm"),
        ("en-GB", "modern", "h23", "00:00", "09:05", "12:00", "12:30", "14:00"),
    ],
)
def test_an_hour_is_written_in_the_form_and_the_cycle_of_the_style(  # noqa: PLR0913, PLR0917 - a row of the table
    locale: str, dates: str, cycle: str, midnight: str, morning: str, noon: str, after_noon: str, full: str
) -> None:
    words = words_for(locale, attrs.evolve(COUNCIL, dates=DateForm(dates), hours=HourCycle(cycle)))
    hours = (dt.time(0), dt.time(9, 5), dt.time(12), dt.time(12, 30), dt.time(14))
    assert [hour_in_words(hour, words) for hour in hours] == [midnight, morning, noon, after_noon, full]


def test_the_seconds_of_an_hour_are_left_out() -> None:
    assert hour_in_words(dt.time(12, 0, 30), JAPANESE) == "正午"
    assert hour_in_words(dt.time(14, 0, 30), ENGLISH) == "2:00 p.m."


@given(st.integers(0, 23), st.integers(0, 59))
def test_an_hour_can_be_read_back_from_its_words(hour: int, minute: int) -> None:
    english = re.fullmatch(r"(\d+):(\d\d) (a\.m\.|p\.m\.|noon|midnight)", hour_in_words(dt.time(hour, minute), ENGLISH))
    assert english
    assert (int(english[1]) % 12 + 12 * (english[3] in {"p.m.", "noon"}), int(english[2])) == (hour, minute)
    said = hour_in_words(dt.time(hour, minute), JAPANESE).replace("正午", "午後0時")
    japanese = re.fullmatch(r"午(前|後)(\d+)時(?:(\d+)分)?", said)
    assert japanese
    assert (int(japanese[2]) + 12 * (japanese[1] == "後"), int(japanese[3] or 0)) == (hour, minute)


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


TWELVE, TWENTY_FOUR = HourCycle.H12, HourCycle.H23
INSIDE_A_HALF_DAY = ("2022-02-08 14:00", "2022-02-08 15:30")
IN_THE_MORNING = ("2022-02-08 09:30", "2022-02-08 11:00")
OVER_NOON = ("2022-02-08 10:00", "2022-02-08 13:00")
TO_NOON = ("2022-02-08 10:00", "2022-02-08 12:00")
FROM_NOON = ("2022-02-08 12:00", "2022-02-08 13:00")
OVER_MIDNIGHT = ("2022-02-08 22:00", "2022-02-09 00:30")
OVER_DAYS = ("2022-02-08 14:00", "2022-02-10 12:00")
OVER_AN_ERA = ("2019-04-30 14:00", "2019-05-01 12:00")
OPEN_END = ("2022-02-08 14:00", None)


@pytest.mark.parametrize(
    ("times", "twelve", "twenty_four"),
    [
        (INSIDE_A_HALF_DAY, "令和4年2月8日(火)午後2時～午後3時30分までの間", "令和4年2月8日(火)14:00～15:30"),
        (IN_THE_MORNING, "令和4年2月8日(火)午前9時30分～午前11時までの間", "令和4年2月8日(火)9:30～11:00"),
        (OVER_NOON, "令和4年2月8日(火)午前10時～午後1時までの間", "令和4年2月8日(火)10:00～13:00"),
        (TO_NOON, "令和4年2月8日(火)午前10時～正午までの間", "令和4年2月8日(火)10:00～12:00"),
        (FROM_NOON, "令和4年2月8日(火)正午～午後1時までの間", "令和4年2月8日(火)12:00～13:00"),
        (
            OVER_MIDNIGHT,
            "令和4年2月8日(火)午後10時～令和4年2月9日(水)午前0時30分までの間",
            "令和4年2月8日(火)22:00～令和4年2月9日(水)0:30",
        ),
        (
            OVER_DAYS,
            "令和4年2月8日(火)午後2時～令和4年2月10日(木)正午までの間",
            "令和4年2月8日(火)14:00～令和4年2月10日(木)12:00",
        ),
        (
            OVER_AN_ERA,
            "平成31年4月30日(火)午後2時～令和元年5月1日(水)正午までの間",
            "平成31年4月30日(火)14:00～令和元年5月1日(水)12:00",
        ),
        (OPEN_END, "令和4年2月8日(火)午後2時から", "令和4年2月8日(火)14:00～"),
    ],
)
def test_a_span_is_written_as_the_council_does_in_japanese(
    times: tuple[str, str | None], twelve: str, twenty_four: str
) -> None:
    assert span("ja", attrs.evolve(COUNCIL, hours=TWELVE), *times) == twelve
    assert span("ja", attrs.evolve(COUNCIL, hours=TWENTY_FOUR), *times) == twenty_four


@pytest.mark.parametrize(
    ("times", "twelve", "twenty_four"),
    [
        (INSIDE_A_HALF_DAY, "令和4年2月8日(火)午後2時から午後3時30分まで", "令和4年2月8日(火)14時から15時30分まで"),
        (OVER_NOON, "令和4年2月8日(火)午前10時から午後1時まで", "令和4年2月8日(火)10時から13時まで"),
        (TO_NOON, "令和4年2月8日(火)午前10時から正午まで", "令和4年2月8日(火)10時から12時まで"),
        (
            OVER_MIDNIGHT,
            "令和4年2月8日(火)午後10時から令和4年2月9日(水)午前0時30分まで",
            "令和4年2月8日(火)22時から令和4年2月9日(水)0時30分まで",
        ),
        (
            OVER_AN_ERA,
            "平成31年4月30日(火)午後2時から令和元年5月1日(水)正午まで",
            "平成31年4月30日(火)14時から令和元年5月1日(水)12時まで",
        ),
        (OPEN_END, "令和4年2月8日(火)午後2時から", "令和4年2月8日(火)14時から"),
    ],
)
def test_a_span_is_written_by_the_rule_of_official_documents_in_japanese(
    times: tuple[str, str | None], twelve: str, twenty_four: str
) -> None:
    official = attrs.evolve(OFFICIAL, digits=Digits.HALF_WIDTH)
    assert span("ja", attrs.evolve(official, hours=TWELVE), *times) == twelve
    assert span("ja", attrs.evolve(official, hours=TWENTY_FOUR), *times) == twenty_four


def test_a_span_of_official_documents_is_in_full_width() -> None:
    assert span("ja", OFFICIAL, *OVER_NOON) == "令和４年２月８日（火）午前１０時から午後１時まで"


@pytest.mark.parametrize(
    ("times", "twelve", "twenty_four"),
    [
        (INSIDE_A_HALF_DAY, "2022年2月8日(火) 午後2時～午後3時30分", "2022年2月8日(火) 14:00～15:30"),
        (IN_THE_MORNING, "2022年2月8日(火) 午前9時30分～午前11時", "2022年2月8日(火) 9:30～11:00"),
        (OVER_NOON, "2022年2月8日(火) 午前10時～午後1時", "2022年2月8日(火) 10:00～13:00"),
        (TO_NOON, "2022年2月8日(火) 午前10時～正午", "2022年2月8日(火) 10:00～12:00"),
        (
            OVER_MIDNIGHT,
            "2022年2月8日(火) 午後10時～2022年2月9日(水) 午前0時30分",
            "2022年2月8日(火) 22:00～2022年2月9日(水) 0:30",
        ),
        (
            OVER_AN_ERA,
            "2019年4月30日(火) 午後2時～2019年5月1日(水) 正午",
            "2019年4月30日(火) 14:00～2019年5月1日(水) 12:00",
        ),
        (OPEN_END, "2022年2月8日(火) 午後2時～", "2022年2月8日(火) 14:00～"),
    ],
)
def test_a_span_is_written_in_the_modern_way_in_japanese(
    times: tuple[str, str | None], twelve: str, twenty_four: str
) -> None:
    assert span("ja", attrs.evolve(MODERN, hours=TWELVE), *times) == twelve
    assert span("ja", attrs.evolve(MODERN, hours=TWENTY_FOUR), *times) == twenty_four


@pytest.mark.parametrize(
    ("times", "twelve", "twenty_four"),
    [
        (
            INSIDE_A_HALF_DAY,
            "From 2:00 p.m. to 3:30 p.m. on February 8, 2022 (Tuesday)",
            "From 14:00 to 15:30 on February 8, 2022 (Tuesday)",
        ),
        (
            OVER_NOON,
            "From 10:00 a.m. to 1:00 p.m. on February 8, 2022 (Tuesday)",
            "From 10:00 to 13:00 on February 8, 2022 (Tuesday)",
        ),
        (
            TO_NOON,
            "From 10:00 a.m. to 12:00 noon on February 8, 2022 (Tuesday)",
            "From 10:00 to 12:00 on February 8, 2022 (Tuesday)",
        ),
        (
            OVER_MIDNIGHT,
            "From 10:00 p.m. on February 8, 2022 (Tuesday) to 12:30 a.m. on February 9, 2022 (Wednesday)",
            "From 22:00 on February 8, 2022 (Tuesday) to 0:30 on February 9, 2022 (Wednesday)",
        ),
        (
            OVER_AN_ERA,
            "From 2:00 p.m. on April 30, 2019 (Tuesday) to 12:00 noon on May 1, 2019 (Wednesday)",
            "From 14:00 on April 30, 2019 (Tuesday) to 12:00 on May 1, 2019 (Wednesday)",
        ),
        (OPEN_END, "From 2:00 p.m. on February 8, 2022 (Tuesday)", "From 14:00 on February 8, 2022 (Tuesday)"),
    ],
)
@pytest.mark.parametrize("style", [COUNCIL, OFFICIAL], ids=["council", "official"])
def test_a_span_is_written_as_the_page_of_2022_does_in_english(
    style: Style, times: tuple[str, str | None], twelve: str, twenty_four: str
) -> None:
    assert span("en", attrs.evolve(style, hours=TWELVE), *times) == twelve
    assert span("en", attrs.evolve(style, hours=TWENTY_FOUR), *times) == twenty_four


@pytest.mark.parametrize(
    ("times", "twelve", "twenty_four"),
    [
        (INSIDE_A_HALF_DAY, "Tuesday, February 8, 2022, 2:00 – 3:30 PM", "Tuesday, February 8, 2022, 14:00 – 15:30"),
        (IN_THE_MORNING, "Tuesday, February 8, 2022, 9:30 – 11:00 AM", "Tuesday, February 8, 2022, 09:30 – 11:00"),
        (OVER_NOON, "Tuesday, February 8, 2022, 10:00 AM – 1:00 PM", "Tuesday, February 8, 2022, 10:00 – 13:00"),
        (TO_NOON, "Tuesday, February 8, 2022, 10:00 AM – 12:00 PM", "Tuesday, February 8, 2022, 10:00 – 12:00"),
        (
            OVER_MIDNIGHT,
            "Tuesday, February 8, 2022, 10:00 PM – Wednesday, February 9, 2022, 12:30 AM",
            "Tuesday, February 8, 2022, 22:00 – Wednesday, February 9, 2022, 00:30",
        ),
        (
            OVER_DAYS,
            "Tuesday, February 8, 2022, 2:00 PM – Thursday, February 10, 2022, 12:00 PM",
            "Tuesday, February 8, 2022, 14:00 – Thursday, February 10, 2022, 12:00",
        ),
        (OPEN_END, "Tuesday, February 8, 2022, from 2:00 PM", "Tuesday, February 8, 2022, from 14:00"),
    ],
)
def test_a_span_is_written_in_the_modern_way_in_english(
    times: tuple[str, str | None], twelve: str, twenty_four: str
) -> None:
    assert span("en", attrs.evolve(MODERN, hours=TWELVE), *times) == twelve
    assert span("en", attrs.evolve(MODERN, hours=TWENTY_FOUR), *times) == twenty_four


@pytest.mark.parametrize(
    ("style", "times", "british"),
    [
        (COUNCIL, INSIDE_A_HALF_DAY, "From 2:00 p.m. to 3:30 p.m. on 8 February 2022 (Tuesday)"),
        (
            COUNCIL,
            OVER_MIDNIGHT,
            "From 10:00 p.m. on 8 February 2022 (Tuesday) to 12:30 a.m. on 9 February 2022 (Wednesday)",
        ),
        (MODERN, INSIDE_A_HALF_DAY, "Tuesday 8 February 2022, 14:00 – 15:30"),
        (MODERN, OVER_MIDNIGHT, "Tuesday 8 February 2022, 22:00 – Wednesday 9 February 2022, 00:30"),
        (attrs.evolve(MODERN, hours=TWELVE), INSIDE_A_HALF_DAY, "Tuesday 8 February 2022, 2:00 – 3:30 pm"),
        (attrs.evolve(MODERN, hours=TWELVE), OVER_NOON, "Tuesday 8 February 2022, 10:00 am – 1:00 pm"),
        (MODERN, OPEN_END, "Tuesday 8 February 2022, from 14:00"),
    ],
)
def test_a_span_is_written_with_the_day_before_the_month_in_british_english(
    style: Style, times: tuple[str, str | None], british: str
) -> None:
    assert span("en-GB", style, *times) == british


def test_a_span_that_ends_before_the_imperial_calendar_is_refused_by_its_field() -> None:
    early = attrs.evolve(
        UNDECIDED, start=dt.datetime(1872, 12, 31, 9, tzinfo=dt.timezone.utc).astimezone(ZoneInfo("UTC"))
    )
    error = strategy.refused(when, meeting=early, words=JAPANESE)
    assert (error.code, error.field) == ("range", "start")


def test_a_day_and_an_hour_can_be_read_by_programs() -> None:
    assert day_phrase(dt.date(2022, 2, 8), JAPANESE) == Phrase("令和4年2月8日(火)", time="2022-02-08")
    assert hour_phrase(february(8, 14), ENGLISH) == Phrase("2:00 p.m.", time="2022-02-08T14:00+09:00")
    (line,) = when(attrs.evolve(UNDECIDED, start=february(8, 14), end=february(8, 16)), JAPANESE)
    assert [run.time for run in line if isinstance(run, Phrase)] == [
        "2022-02-08",
        "2022-02-08T14:00+09:00",
        "2022-02-08T16:00+09:00",
    ]


def test_a_meeting_abroad_has_the_hour_of_its_own_zone() -> None:
    start = dt.datetime(2021, 11, 9, 18, 3, tzinfo=ZoneInfo("America/Los_Angeles"))
    assert from_to(start) == ("From 6:03 p.m. on November 9, 2021 (Tuesday)", "令和3年11月9日(火)午後6時3分から")


@pytest.mark.parametrize(
    ("start", "zone", "english", "japanese"),
    [
        (
            "2022-02-08 14:00",
            "Europe/Berlin",
            "From 6:00 a.m. to 8:00 a.m. on February 8, 2022 (Tuesday) (Central European Standard Time)",
            "令和4年2月8日(火)午前6時～午前8時までの間（中央ヨーロッパ標準時）",
        ),
        (
            "2022-07-08 14:00",
            "Europe/Berlin",
            "From 7:00 a.m. to 9:00 a.m. on July 8, 2022 (Friday) (Central European Summer Time)",
            "令和4年7月8日(金)午前7時～午前9時までの間（中央ヨーロッパ夏時間）",
        ),
        (
            "2022-02-08 07:00",
            "Europe/Berlin",
            (
                "From 11:00 p.m. on February 7, 2022 (Monday) to 1:00 a.m. on February 8, 2022 (Tuesday) "
                "(Central European Standard Time)"
            ),
            "令和4年2月7日(月)午後11時～令和4年2月8日(火)午前1時までの間（中央ヨーロッパ標準時）",
        ),
        (
            "2022-02-08 09:00",
            "Pacific/Honolulu",
            "From 2:00 p.m. to 4:00 p.m. on February 7, 2022 (Monday) (Hawaii-Aleutian Standard Time)",
            "令和4年2月7日(月)午後2時～午後4時までの間（ハワイ・アリューシャン標準時）",
        ),
        (
            "2022-02-08 21:00",
            "Pacific/Kiritimati",
            "From 2:00 a.m. to 4:00 a.m. on February 9, 2022 (Wednesday) (Line Islands Time)",
            "令和4年2月9日(水)午前2時～午前4時までの間（ライン諸島時間）",
        ),
        (
            "2022-02-08 14:00",
            "UTC",
            "From 5:00 a.m. to 7:00 a.m. on February 8, 2022 (Tuesday) (Coordinated Universal Time)",
            "令和4年2月8日(火)午前5時～午前7時までの間（協定世界時）",
        ),
    ],
)
def test_the_hours_of_a_reader_stand_below_the_meetings_own_with_the_zones_named(
    start: str, zone: str, english: str, japanese: str
) -> None:
    begins = dt.datetime.fromisoformat(start).replace(tzinfo=TOKYO)
    meeting = attrs.evolve(UNDECIDED, start=begins, end=begins + dt.timedelta(hours=2))
    own, other = said(meeting, "en", zone=ZoneInfo(zone))
    assert (own.endswith(" (Japan Standard Time)"), other) == (True, english)
    own, other = said(meeting, "ja", zone=ZoneInfo(zone))
    assert (own.endswith("までの間（日本標準時）"), other) == (True, japanese)


def test_the_hours_of_a_reader_change_the_era_with_the_day() -> None:
    meeting = attrs.evolve(UNDECIDED, start=dt.datetime(2019, 5, 1, 6, tzinfo=TOKYO))
    assert said(meeting, "ja", zone=ZoneInfo("Europe/Berlin")) == [
        "令和元年5月1日(水)午前6時から（日本標準時）",
        "平成31年4月30日(火)午後11時から（中央ヨーロッパ夏時間）",
    ]


def test_a_reader_in_the_meetings_own_zone_is_told_the_hours_once() -> None:
    meeting = attrs.evolve(UNDECIDED, start=february(8, 14))
    assert said(meeting, "ja", zone=ZoneInfo("Asia/Tokyo")) == ["令和4年2月8日(火)午後2時から"]


def test_a_reader_elsewhere_is_told_a_day_without_an_hour_once() -> None:
    meeting = attrs.evolve(UNDECIDED, day=dt.date(2022, 2, 8))
    assert said(meeting, "ja", zone=ZoneInfo("Europe/Berlin")) == ["令和4年2月8日(火)"]
    assert said(UNDECIDED, "en", zone=ZoneInfo("Europe/Berlin")) == ["Date to be decided"]


@pytest.mark.parametrize(
    ("zone", "english", "japanese"),
    [
        ("Asia/Seoul", "Korean Standard Time", "韓国標準時"),
        ("America/New_York", "Eastern Standard Time", "アメリカ東部標準時"),
        ("Asia/Kolkata", "India Standard Time", "インド標準時"),
        ("Asia/Kathmandu", "Nepal Time", "ネパール時間"),
        ("Asia/Ho_Chi_Minh", "Indochina Time", "インドシナ時間"),
        ("Europe/Kyiv", "Eastern European Standard Time", "東ヨーロッパ標準時"),
    ],
)
def test_a_zone_is_called_by_its_name(zone: str, english: str, japanese: str) -> None:
    time = february(8, 14).astimezone(ZoneInfo(zone))
    assert zone_name(time, ENGLISH) == english
    assert zone_name(time, JAPANESE) == japanese


def test_a_day_without_an_hour_stands_alone() -> None:
    assert both(attrs.evolve(UNDECIDED, day=dt.date(2022, 2, 8))) == (
        "February 8, 2022 (Tuesday)",
        "令和4年2月8日(火)",
    )


def test_an_undecided_date_says_so() -> None:
    assert both(UNDECIDED) == ("Date to be decided", "日程調整中")
    assert both(attrs.evolve(UNDECIDED, venues=[InWriting()]))[1] == "日程調整中"


@pytest.mark.parametrize("status", [MeetingStatus.TENTATIVE, MeetingStatus.ANNOUNCED, MeetingStatus.CANCELLED])
def test_in_writing_the_day_is_when_answers_are_due(status: MeetingStatus) -> None:
    assert both(attrs.evolve(IN_WRITING, status=status)) == (
        "Answers due by December 17, 2020 (Thursday)",
        "回答期限　令和2年12月17日(木)",
    )


def test_held_in_writing_the_day_is_the_day_of_the_meeting() -> None:
    assert both(IN_WRITING.held()) == ("December 17, 2020 (Thursday)", "令和2年12月17日(木)")


def test_when_a_meeting_is_stands_in_one_line() -> None:
    body = Organization(id="jp/group", name={"ja": "専門家会合"})
    meeting = Meeting(id="jp/group/6", body=body)
    assert format_when(meeting, locale="ja") == "日程調整中"
    start = dt.datetime(2022, 2, 8, 14, tzinfo=ZoneInfo("Asia/Tokyo"))
    dated = attrs.evolve(meeting, start=start, end=start + dt.timedelta(hours=1))
    assert format_when(dated, locale="ja", style=MODERN) == "2022年2月8日(火) 14:00～15:00"
    assert format_when(dated, locale="en") == "From 2:00 p.m. to 3:00 p.m. on February 8, 2022 (Tuesday)"
    assert strategy.refused(format_when, meeting=dated, locale="fr").field == "locale"


def test_in_one_line_the_hours_of_a_reader_stand_behind_the_meetings_own() -> None:
    abroad = attrs.evolve(UNDECIDED, start=february(8, 14).astimezone(ZoneInfo("Europe/Berlin")))
    for locale in ("ja", "en"):
        assert format_when(abroad, locale=locale, time_zone=TOKYO) == " / ".join(said(abroad, locale, zone=TOKYO))
    assert "日本標準時" in format_when(abroad, locale="ja", time_zone=TOKYO)
    at_home = attrs.evolve(UNDECIDED, start=february(8, 14))
    assert format_when(at_home, locale="ja", time_zone=TOKYO) == format_when(at_home, locale="ja")
    assert strategy.refused(format_when, meeting=abroad, locale="ja", time_zone="Asia/Tokyo").field == "time_zone"


@pytest.mark.parametrize(
    ("year", "locale", "expected"),
    [
        (2019, "ja", "平成31年・令和元年"),
        (2018, "ja", "平成30年"),
        (2019, "en", "2019"),
        (1873, "ja", "明治6年"),
        (9999, "en", "9999"),
        (2019, "ja-u-ca-gregory", "2019年"),
    ],
)
def test_a_whole_year_has_the_names_of_both_its_eras(year: int, locale: str, expected: str) -> None:
    assert format_year(year, locale=locale) == expected


@pytest.mark.parametrize("year", [0, 10000, True, "2019", 2019.0, 1872])
def test_a_year_that_is_none_is_refused(year: object) -> None:
    assert strategy.refused(format_year, year=year, locale="ja").code in {"range", "era"}
