"""The definitions of zones, held against zoneinfo by what programs read from them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from zoneinfo import ZoneInfo

import pytest
from dateutil.rrule import rrulebase, rrulestr  # type: ignore[import-untyped] # it has no types
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Timezone, TimezoneDaylight, TimezoneStandard

import strategies as strategy
from csegroup import InvalidValue, Meeting, Organization
from csegroup.ical import to_ics

Reader = Callable[[bytes], Callable[[dt.datetime], dt.timedelta | None]]

STAMP = dt.datetime(2026, 11, 24, tzinfo=dt.timezone.utc)
BODY = Organization(id="jp/example", name={"ja": "専門家会合"})
TOKYO, BERLIN = ZoneInfo("Asia/Tokyo"), ZoneInfo("Europe/Berlin")

# Each has a habit of its own: summer time long ago, southern, of half an hour, negative or in Ramadan; years
# without it; offsets of half hours and more than twelve; a day that never was; an offset changed for politics.
ZONES = [
    "Asia/Tokyo",
    "Europe/Berlin",
    "Europe/London",
    "Europe/Dublin",
    "America/New_York",
    "America/Sao_Paulo",
    "America/St_Johns",
    "Australia/Lord_Howe",
    "Africa/Casablanca",
    "Asia/Pyongyang",
    "Asia/Kolkata",
    "Asia/Kathmandu",
    "Asia/Gaza",
    "Europe/Volgograd",
    "Pacific/Apia",
    "Pacific/Kiritimati",
    "Japan",
    "Etc/GMT-9",
]
zones = st.sampled_from([ZoneInfo(key) for key in ZONES])


def calendar_of(*times: dt.datetime) -> bytes:
    meetings = [Meeting(id=f"jp/example/{i}", body=BODY, start=time) for i, time in enumerate(times)]
    return to_ics(meetings, locale="ja", stamp=STAMP)


def defined_by(data: bytes) -> Timezone:
    [defined] = Calendar.from_ical(data).timezones
    return defined


def read_by_icalendar(data: bytes) -> Callable[[dt.datetime], dt.timedelta | None]:
    zone = defined_by(data).to_tz(lookup_tzid=False)
    return lambda local: local.replace(tzinfo=zone).utcoffset()


def read_by_the_rfc(data: bytes) -> Callable[[dt.datetime], dt.timedelta | None]:
    """Read RFC 5545 section 3.6.5 to the letter: the offset is that of the latest onset before."""
    zone = defined_by(data)
    parts: list[TimezoneStandard | TimezoneDaylight] = [*zone.standard, *zone.daylight]
    observances = [(onsets_of(part), part.TZOFFSETTO) for part in parts]

    def offset_of(moment: dt.datetime) -> dt.timedelta:
        begun: list[tuple[dt.datetime | None, dt.timedelta]] = [
            (onsets.before(moment, inc=True), offset) for onsets, offset in observances
        ]
        return max((onset, offset) for onset, offset in begun if onset)[1]

    return offset_of


def onsets_of(observance: TimezoneStandard | TimezoneDaylight) -> rrulebase:
    rules = [rule.to_ical().decode() for rule in observance.rrules] or ["FREQ=YEARLY;COUNT=1"]
    before = dt.timezone(observance.TZOFFSETFROM)
    return rrulestr(rules[0], dtstart=observance.DTSTART.replace(tzinfo=before))


def is_local(time: dt.datetime) -> bool:
    try:
        Meeting(id="jp/example", body=BODY, start=time)
    except InvalidValue:
        return False
    return not time.fold


moments = strategy.moments(zones).filter(is_local)


@st.composite
def feeds(draw: st.DrawFn) -> Sequence[dt.datetime]:
    zone = draw(zones)
    return draw(st.lists(strategy.moments(st.just(zone)).filter(is_local), min_size=1, max_size=4))


@given(moments)
@pytest.mark.parametrize("read", [read_by_icalendar, read_by_the_rfc])
def test_a_meeting_has_the_hour_of_its_zone(read: Reader, moment: dt.datetime) -> None:
    assert read(calendar_of(moment))(moment) == moment.utcoffset()


@given(feeds())
@pytest.mark.parametrize("read", [read_by_icalendar, read_by_the_rfc])
def test_each_meeting_of_a_feed_over_many_years_has_the_hour_of_its_zone(
    read: Reader, times: Sequence[dt.datetime]
) -> None:
    offset_of = read(calendar_of(*times))
    assert [offset_of(time) for time in times] == [time.utcoffset() for time in times]


@pytest.mark.parametrize("read", [read_by_icalendar, read_by_the_rfc])
@pytest.mark.parametrize(
    ("key", "days"),
    [
        ("Asia/Tokyo", ["1948-07-01", "1949-04-10", "1951-06-01", "1951-12-01", "2022-02-08"]),
        ("Europe/Berlin", ["1979-07-01", "1980-07-01", "1993-01-29", "1995-10-15", "1996-10-15", "2022-07-01"]),
        ("Europe/Dublin", ["1970-01-01", "1971-12-01", "2022-01-01", "2022-07-01"]),
        ("America/Sao_Paulo", ["2017-11-01", "2018-11-03", "2018-11-05", "2019-07-01", "2019-12-01"]),
        ("Asia/Pyongyang", ["2015-08-14", "2015-08-16", "2018-05-04", "2018-05-06"]),
        ("Pacific/Apia", ["2011-12-29", "2011-12-31", "2012-07-01", "2022-01-01"]),
        ("Africa/Casablanca", ["2018-12-01", "2022-04-15", "2022-05-15", "2087-05-01"]),
    ],
)
def test_a_feed_over_a_change_of_the_rules_has_the_right_hours(read: Reader, key: str, days: Sequence[str]) -> None:
    times = [dt.datetime.fromisoformat(f"{day}T09:30").replace(tzinfo=ZoneInfo(key)) for day in days]
    offset_of = read(calendar_of(*times))
    assert [offset_of(time) for time in times] == [time.utcoffset() for time in times]


@pytest.mark.parametrize("read", [read_by_icalendar, read_by_the_rfc])
@pytest.mark.parametrize("time", ["01:59:59", "03:00", "23:59"])
def test_summer_time_begins_at_its_second(read: Reader, time: str) -> None:
    moment = dt.datetime.fromisoformat(f"2022-03-27T{time}").replace(tzinfo=BERLIN)
    assert read(calendar_of(moment))(moment) == moment.utcoffset()


@pytest.mark.parametrize("read", [read_by_icalendar, read_by_the_rfc])
@pytest.mark.parametrize("time", ["01:59:59", "02:00", "02:59:59", "03:00"])
def test_the_first_of_an_hour_shown_twice_is_still_in_summer(read: Reader, time: str) -> None:
    moment = dt.datetime.fromisoformat(f"2022-10-30T{time}").replace(tzinfo=BERLIN)
    assert read(calendar_of(moment))(moment) == moment.utcoffset()


def definition(*times: dt.datetime) -> list[str]:
    """Give the lines between the name of the zone and its end."""
    text = calendar_of(*times).decode()
    inside = text[text.index("TZID:") : text.index("END:VTIMEZONE")]
    return inside.split("\r\n")[1:-1]


def test_tokyo_has_had_one_offset_since_1952() -> None:
    assert definition(dt.datetime(2022, 2, 8, 14, tzinfo=TOKYO)) == [
        "BEGIN:STANDARD",
        "DTSTART:19700101T000000",
        "TZOFFSETFROM:+0900",
        "TZOFFSETTO:+0900",
        "TZNAME:JST",
        "END:STANDARD",
    ]


def test_summer_time_is_two_rules_that_begin_by_the_clock_before() -> None:
    assert definition(dt.datetime(2022, 7, 1, 14, tzinfo=BERLIN)) == [
        "BEGIN:DAYLIGHT",
        "DTSTART:20210328T020000",
        "TZOFFSETFROM:+0100",
        "TZOFFSETTO:+0200",
        "TZNAME:CEST",
        "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3",
        "END:DAYLIGHT",
        "BEGIN:STANDARD",
        "DTSTART:20211031T030000",
        "TZOFFSETFROM:+0200",
        "TZOFFSETTO:+0100",
        "TZNAME:CET",
        "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10",
        "END:STANDARD",
    ]


@pytest.mark.parametrize(
    ("key", "rules"),
    [
        ("America/New_York", ["BYDAY=2SU;BYMONTH=3", "BYDAY=1SU;BYMONTH=11"]),
        ("Australia/Lord_Howe", ["BYDAY=1SU;BYMONTH=4", "BYDAY=1SU;BYMONTH=10"]),
    ],
)
def test_a_rule_names_the_weekday_in_its_month(key: str, rules: list[str]) -> None:
    lines = definition(dt.datetime(2022, 7, 1, 14, tzinfo=ZoneInfo(key)))
    assert [line for line in lines if line.startswith("RRULE")] == [f"RRULE:FREQ=YEARLY;{rule}" for rule in rules]


def test_irish_summer_is_daylight_time_although_the_law_calls_winter_the_exception() -> None:
    lines = definition(dt.datetime(2022, 7, 1, 14, tzinfo=ZoneInfo("Europe/Dublin")))
    assert lines[lines.index("BEGIN:DAYLIGHT") : lines.index("END:DAYLIGHT")][-2:] == [
        "TZNAME:IST",
        "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3",
    ]


def test_changes_under_a_rule_that_was_given_up_stand_by_themselves() -> None:
    lines = definition(*(dt.datetime(year, 7, 1, tzinfo=BERLIN) for year in (1993, 2022)))
    assert [line for line in lines if line.startswith("RRULE")] == [
        "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3",
        "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10",
    ]
    assert [line for line in lines if "DTSTART:1995" in line] == ["DTSTART:19950924T030000"]


def test_a_zone_that_kept_its_offset_until_it_changed_says_both() -> None:
    lines = definition(*(dt.datetime(year, 7, 1, tzinfo=ZoneInfo("Asia/Pyongyang")) for year in (2012, 2016)))
    assert [line for line in lines if line.startswith(("DTSTART", "TZOFFSETTO"))] == [
        "DTSTART:19700101T000000",
        "TZOFFSETTO:+0900",
        "DTSTART:20150815T000000",
        "TZOFFSETTO:+0830",
    ]


def test_an_offset_that_grew_for_good_is_no_summer_time() -> None:
    lines = definition(dt.datetime(2018, 7, 1, tzinfo=ZoneInfo("Asia/Pyongyang")))
    assert "TZOFFSETTO:+0900" in lines
    assert "BEGIN:DAYLIGHT" not in lines


@pytest.mark.parametrize("read", [read_by_icalendar, read_by_the_rfc])
def test_a_rule_that_kept_its_day_and_changed_its_hour_is_a_new_rule(read: Reader) -> None:
    newfoundland = ZoneInfo("America/St_Johns")
    times = [dt.datetime(2010, 3, 14, 1, 30, tzinfo=newfoundland), dt.datetime(2012, 3, 11, 1, 30, tzinfo=newfoundland)]
    offset_of = read(calendar_of(*times))
    assert [offset_of(time) for time in times] == [time.utcoffset() for time in times]


def test_the_end_of_a_meeting_counts_as_its_start_does() -> None:
    start, end = (dt.datetime(year, 7, 1, tzinfo=BERLIN) for year in (1979, 1980))
    data = to_ics(Meeting(id="jp/example", body=BODY, start=start, end=end), locale="ja", stamp=STAMP)
    assert b"BEGIN:DAYLIGHT" in data


@pytest.mark.parametrize("year", [1, 9999])
def test_the_first_and_the_last_year_have_a_definition(year: int) -> None:
    moment = dt.datetime(year, 7, 1, 14, tzinfo=ZoneInfo("Etc/GMT-9"))
    assert read_by_the_rfc(calendar_of(moment))(moment) == dt.timedelta(hours=9)


@pytest.mark.parametrize("key", ZONES)
def test_a_definition_has_no_remark_and_no_list_of_dates(key: str) -> None:
    lines = definition(*(dt.datetime(year, 7, 1, tzinfo=ZoneInfo(key)) for year in (1990, 2022)))
    assert not [line for line in lines if line.startswith(("COMMENT", "RDATE"))]
