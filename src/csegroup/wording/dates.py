"""Days and hours as a program prints them, in the imperial or the Western calendar."""

from __future__ import annotations

import datetime as dt
from functools import cache
from zoneinfo import ZoneInfo

from babel import dates
from babel.core import get_global

from csegroup.errors import CsegroupError, InvalidValue
from csegroup.meetings import Meeting, MeetingStatus
from csegroup.style import Calendar, HourCycle
from csegroup.text import shown
from csegroup.wording.eras import era_of
from csegroup.wording.message import Message
from csegroup.wording.patterns import (
    ANSWERS_DUE,
    DAY_ALONE,
    DAYS,
    DAYS_OF_YEARS,
    ERAS,
    FIRST_YEAR,
    HOURS,
    IN_ZONE,
    SPANS,
    UNDECIDED,
    YEARS,
    Hours,
)
from csegroup.wording.phrases import Line, Phrase
from csegroup.wording.pictures import YEAR_OF_TWO_ERAS
from csegroup.wording.words import Words

__all__ = [
    "check_zone",
    "day_in_words",
    "day_phrase",
    "day_without_weekday",
    "hour_in_words",
    "hour_phrase",
    "when",
    "whole_year_in_words",
    "year_in_words",
    "zone_name",
]

_NOON = dt.time(12)
_MIDNIGHT = dt.time(0)


def day_in_words(day: dt.date, words: Words, *, field: str = "day") -> str:
    """Write a day; `field` is where it stands, for the error of a day that has no era."""
    return _written(DAYS[words.style.dates][words.calendar], day, _era(day, words, field), words)


def day_without_weekday(day: dt.date, words: Words, *, field: str = "day") -> Phrase:
    """Write a day of a span over years as a piece of a line that programs can read."""
    written = _written(DAYS_OF_YEARS[words.calendar], day, _era(day, words, field), words)
    return Phrase(written, time=day.isoformat())


def year_in_words(day: dt.date, words: Words, *, field: str = "day") -> str:
    """Write the year of a day, an era's own where that is what the calendar has."""
    return _written(YEARS[words.calendar], day, _era(day, words, field), words)


def whole_year_in_words(year: int, words: Words) -> str:
    """Write a whole year, with both eras where it is of two."""
    first, second = (year_in_words(dt.date(year, month, day), words) for month, day in ((1, 1), (12, 31)))
    return first if first == second else words.say(YEAR_OF_TWO_ERAS, first=first, second=second)


def _era(day: dt.date, words: Words, field: str) -> dict[str, str]:
    if words.calendar is Calendar.GREGORY:
        return {}
    era, year = era_of(day, field=field)
    return {"era": words.text(ERAS[era.key]), "year": words.text(FIRST_YEAR) if year == 1 else str(year)}


def _written(message: Message, value: dt.date | dt.time, fields: dict[str, str], words: Words) -> str:
    """Write the LDML letters of a pattern, and its fields as they are."""
    written = []
    for letters, field in words.pieces(message):
        if letters:
            written.append(_in_letters(letters, value, message, words))
        if field:
            written.append(fields[field])
    return words.number("".join(written))


def _in_letters(letters: str, value: dt.date | dt.time, message: Message, words: Words) -> str:
    try:
        return str(dates.parse_pattern(letters).apply(value, words.babel))
    except (ValueError, LookupError, AttributeError, NotImplementedError) as error:
        where = words.catalogue.place(message)
        raise CsegroupError(f"{where}: Babel cannot write the letters {shown(letters)}: {error}") from None


def hour_in_words(time: dt.time, words: Words, *, until: dt.time | None = None) -> str:
    """Write an hour of the day; one that a span begins with, `until` the other end of it on the same day."""
    form = HOURS[words.style.dates]
    period = {"period": words.text(form.after_noon if time.hour >= _NOON.hour else form.before_noon)}
    if words.hours is HourCycle.H23:
        return _written(form.twenty_four[time.minute == 0], time, period, words)
    if time.replace(second=0) in {_NOON, _MIDNIGHT}:
        return words.number(words.text(form.noon if time.hour else form.midnight))
    return _written(_twelve(form, time, until)[time.minute == 0], time, period, words)


def _twelve(form: Hours, time: dt.time, until: dt.time | None) -> tuple[Message, Message]:
    same_half = until and (time < _NOON) == (until < _NOON) and until.replace(second=0) != _NOON
    return form.first if same_half else form.twelve


def day_phrase(day: dt.date, words: Words, *, field: str = "day") -> Phrase:
    """Write a day as a piece of a line that programs can read."""
    return Phrase(day_in_words(day, words, field=field), time=day.isoformat())


def hour_phrase(time: dt.datetime, words: Words, *, until: dt.datetime | None = None) -> Phrase:
    """Write an hour as a piece of a line that programs can read."""
    end = until.time() if until and until.date() == time.date() else None
    return Phrase(hour_in_words(time.time(), words, until=end), time=time.isoformat(timespec="minutes"))


def zone_name(time: dt.datetime, words: Words) -> str:
    """Name the zone of a time, and whether that is summer time."""
    older = _name_in_cldr(str(time.tzinfo))
    zone = words.babel.meta_zones.get(get_global("meta_zones")[older], {}) if older else {}
    name = zone.get("long", {}).get("daylight" if time.dst() else "standard")
    return str(name or dates.get_timezone_name(time, locale=words.babel))


@cache
def _name_in_cldr(key: str) -> str | None:
    """Give the older name (Asia/Calcutta) under which CLDR knows a zone that it does not know by its own."""
    known = get_global("meta_zones")
    older = (old for old, new in get_global("zone_aliases").items() if new == key and old in known)
    return None if key in known else next(older, None)


def check_zone(time_zone: object) -> None:
    """Refuse what is no time zone."""
    if time_zone is not None and not isinstance(time_zone, ZoneInfo):
        raise InvalidValue("type", "time_zone", f"needs a ZoneInfo, not {shown(time_zone)}")


def when(meeting: Meeting, words: Words, time_zone: ZoneInfo | None = None) -> tuple[Line, ...]:
    """Write when a meeting is held, as far as it is known, and once more in the reader's zone if that is another."""
    start, end = meeting.start, meeting.end
    if start is None:
        return (_day(meeting, words),)
    if time_zone is None or time_zone == start.tzinfo:
        return (_span(start, end, words),)
    own, other = (start, end), (start.astimezone(time_zone), end.astimezone(time_zone) if end else None)
    return tuple(words.fill(IN_ZONE, when=_span(*span, words), zone=zone_name(span[0], words)) for span in (own, other))


def _day(meeting: Meeting, words: Words) -> Line:
    if meeting.day is None:
        return (words.text(UNDECIDED),)
    day = day_phrase(meeting.day, words)
    if meeting.in_writing and meeting.status is not MeetingStatus.HELD:
        return words.fill(ANSWERS_DUE, day=(day,))
    return words.fill(DAY_ALONE, day=(day,))


def _span(start: dt.datetime, end: dt.datetime | None, words: Words) -> Line:
    spans = SPANS[words.style.dates][words.hours is HourCycle.H23]
    day = (day_phrase(start.date(), words, field="start"),)
    if end is None:
        return words.fill(spans.open, day=day, start=(hour_phrase(start, words),))
    fields: dict[str, Line] = {
        "day": day,
        "start": (hour_phrase(start, words, until=end),),
        "end": (hour_phrase(end, words),),
    }
    if start.date() == end.date():
        return words.fill(spans.one_day, **fields)
    return words.fill(spans.over_days, **fields, end_day=(day_phrase(end.date(), words, field="end"),))
