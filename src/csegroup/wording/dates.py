"""Days and hours as a program prints them, in the imperial or the Western calendar."""

from __future__ import annotations

import datetime as dt

from babel import dates

from csegroup.errors import InvalidValue
from csegroup.meetings import Meeting, MeetingStatus
from csegroup.wording.words import Words

__all__ = ["date_and_hours", "day_in_words", "hour_in_words", "year_of_era"]

# Each era begins on this day, the whole of it; the laws are in the explanation of time in the documentation.
_ERAS = (
    (dt.date(2019, 5, 1), "令和"),
    (dt.date(1989, 1, 8), "平成"),
    (dt.date(1926, 12, 25), "昭和"),
    (dt.date(1912, 7, 30), "大正"),
    (dt.date(1868, 10, 23), "明治"),
)
# Until the end of 1872 the months and days of Japan were those of a lunisolar calendar.
_FIRST_SOLAR_DAY = dt.date(1873, 1, 1)


def year_of_era(day: dt.date, *, field: str = "day") -> str:
    """Give era and year, the first as 元; raises `InvalidValue` before 1873-01-01."""
    if day < _FIRST_SOLAR_DAY:
        raise InvalidValue("range", field, f"is {day}, and the imperial calendar was lunisolar before 1873-01-01")
    first, era = next(row for row in _ERAS if row[0] <= day)
    year = day.year - first.year + 1
    return f"{era}{'元' if year == 1 else year}"


def _quoted(text: str) -> str:
    """Write a text into an LDML pattern so that no letter of it is a field."""
    return "'" + text.replace("'", "''") + "'"


def day_in_words(day: dt.date, words: Words, *, field: str = "day") -> str:
    """Write a day with its weekday; `field` is where it stands, for the error of a day that has no era."""
    era = _quoted(year_of_era(day, field=field)) if "{era}" in words.day else ""
    return dates.format_date(day, words.day.format(era=era), locale=words.tag)


def hour_in_words(time: dt.time, words: Words) -> str:
    """Write an hour of the day."""
    if time == dt.time(12):
        return words.noon
    pattern = words.hour if time.minute else words.full_hour
    period = _quoted(words.day_periods[time.hour // 12])
    return dates.format_time(time, pattern.format(period=period), locale=words.tag)


def date_and_hours(meeting: Meeting, words: Words) -> str:
    """Write when a meeting is held, as far as it is known."""
    if meeting.start:
        return _span(meeting.start, meeting.end, words)
    if meeting.day is None:
        return words.undecided
    day = day_in_words(meeting.day, words)
    if meeting.in_writing and meeting.status is not MeetingStatus.HELD:
        return words.answers_due.format(day=day)
    return day


def _span(start: dt.datetime, end: dt.datetime | None, words: Words) -> str:
    fields = {"day": day_in_words(start.date(), words, field="start"), "start": hour_in_words(start.time(), words)}
    if end is None:
        return words.open_end.format(**fields)
    fields |= {"end_day": day_in_words(end.date(), words), "end": hour_in_words(end.time(), words)}
    pattern = words.span if start.date() == end.date() else words.span_over_days
    return pattern.format(**fields)
