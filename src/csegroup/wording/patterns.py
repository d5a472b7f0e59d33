"""How days, hours and spans are written, in English, for the catalogues of translators.

A field in braces is filled in; what stands beside the fields of a day or an hour are LDML letters
(`MMMM d, y`). The comments above a message are for translators and go into the catalogues.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple, final

from csegroup.style import Calendar, DateForm
from csegroup.wording.message import Message, message

# Translators: Which years the language prints: gregory, japanese or both.
CALENDAR = message("calendar", "gregory")
# Translators: h12 for twice twelve hours, h23 for 14:00.
_HOURS = message("hour cycle", "h12")
# Translators: h12 for twice twelve hours, h23 for 14:00, in the modern style.
_MODERN_HOURS = message("hour cycle, modern", "h12")
HOUR_CYCLE: Mapping[DateForm, Message] = {
    DateForm.COUNCIL: _HOURS,
    DateForm.OFFICIAL: _HOURS,
    DateForm.MODERN: _MODERN_HOURS,
}

ERAS: Mapping[str, Message] = {
    # Translators: An era of Japan, from 1868.
    "Meiji": message("era", "Meiji"),
    # Translators: An era of Japan, from 1912.
    "Taishō": message("era", "Taishō"),
    # Translators: An era of Japan, from 1926.
    "Shōwa": message("era", "Shōwa"),
    # Translators: An era of Japan, from 1989.
    "Heisei": message("era", "Heisei"),
    # Translators: An era of Japan, from 2019.
    "Reiwa": message("era", "Reiwa"),
}
# Translators: The first year of an era, which Japanese writes as 元.
FIRST_YEAR = message("year of an era", "1")

_COUNCIL_DAYS: Mapping[Calendar, Message] = {
    # Translators: A day in LDML letters.
    Calendar.GREGORY: message("day", "MMMM d, y (EEEE)"),
    # Translators: A day in LDML letters, {era} and {year} being those of Japan.
    Calendar.JAPANESE: message("day", "MMMM d, {era} {year} (EEEE)"),
    # Translators: A day in LDML letters, {era} and {year} being those of Japan.
    Calendar.BOTH: message("day", "MMMM d, y ({era} {year}) (EEEE)"),
}
DAYS: Mapping[DateForm, Mapping[Calendar, Message]] = {
    DateForm.COUNCIL: _COUNCIL_DAYS,
    DateForm.OFFICIAL: _COUNCIL_DAYS,
    DateForm.MODERN: {
        # Translators: A day in LDML letters, in the modern style.
        Calendar.GREGORY: message("day, modern", "EEEE, MMMM d, y"),
        # Translators: A day in LDML letters, in the modern style.
        Calendar.JAPANESE: message("day, modern", "EEEE, MMMM d, {era} {year}"),
        # Translators: A day in LDML letters, in the modern style.
        Calendar.BOTH: message("day, modern", "EEEE, MMMM d, y ({era} {year})"),
    },
}

# Of spans over years, in which a weekday tells nothing.
DAYS_OF_YEARS: Mapping[Calendar, Message] = {
    # Translators: A day in LDML letters, without the weekday.
    Calendar.GREGORY: message("day without weekday", "MMMM d, y"),
    # Translators: A day in LDML letters, without the weekday, {era} and {year} being those of Japan.
    Calendar.JAPANESE: message("day without weekday", "MMMM d, {era} {year}"),
    # Translators: A day in LDML letters, without the weekday, {era} and {year} being those of Japan.
    Calendar.BOTH: message("day without weekday", "MMMM d, y ({era} {year})"),
}

YEARS: Mapping[Calendar, Message] = {
    # Translators: A year in LDML letters.
    Calendar.GREGORY: message("year", "y"),
    # Translators: A year of Japan.
    Calendar.JAPANESE: message("year", "{era} {year}"),
    # Translators: A year, and that of Japan.
    Calendar.BOTH: message("year", "y ({era} {year})"),
}

# Translators: The time before noon.
_AM = message("day period", "a.m.")
# Translators: The time after noon.
_PM = message("day period", "p.m.")
# Translators: The time before noon, in the modern style.
_MODERN_AM = message("day period, modern", "AM")
# Translators: The time after noon, in the modern style.
_MODERN_PM = message("day period, modern", "PM")


@final
class Hours(NamedTuple):
    """How one form writes hours."""

    before_noon: Message
    after_noon: Message
    noon: Message
    midnight: Message
    # With minutes, and at the full hour, of twice twelve hours and of twenty-four.
    twelve: tuple[Message, Message]
    twenty_four: tuple[Message, Message]
    # The first hour of a span that ends in the same half of the day.
    first: tuple[Message, Message]


_TWELVE = (
    # Translators: An hour with minutes in LDML letters; {period} is a.m. or p.m.
    message("hour", "h:mm {period}"),
    # Translators: A full hour in LDML letters; {period} is a.m. or p.m.
    message("full hour", "h:mm {period}"),
)
# Translators: 12 o'clock by day.
_NOON = message("hour", "12:00 noon")
# Translators: 12 o'clock by night, when a day begins.
_MIDNIGHT = message("hour", "12:00 midnight")
HOURS: Mapping[DateForm, Hours] = {
    DateForm.COUNCIL: Hours(
        _AM,
        _PM,
        _NOON,
        _MIDNIGHT,
        _TWELVE,
        (
            # Translators: An hour with minutes in LDML letters, of twenty-four.
            message("hour of 24", "H:mm"),
            # Translators: A full hour in LDML letters, of twenty-four.
            message("full hour of 24", "H:mm"),
        ),
        _TWELVE,
    ),
    DateForm.OFFICIAL: Hours(
        _AM,
        _PM,
        _NOON,
        _MIDNIGHT,
        _TWELVE,
        (
            # Translators: An hour with minutes in LDML letters, of twenty-four, in the style of official documents.
            message("hour of 24, official", "H:mm"),
            # Translators: A full hour in LDML letters, of twenty-four, in the style of official documents.
            message("full hour of 24, official", "H:mm"),
        ),
        _TWELVE,
    ),
    DateForm.MODERN: Hours(
        _MODERN_AM,
        _MODERN_PM,
        # Translators: 12 o'clock by day, in the modern style.
        message("hour, modern", "12:00 PM"),
        # Translators: 12 o'clock by night, when a day begins, in the modern style.
        message("hour, modern", "12:00 AM"),
        (
            # Translators: An hour with minutes in the modern style.
            message("hour, modern", "h:mm {period}"),
            # Translators: A full hour in the modern style.
            message("full hour, modern", "h:mm {period}"),
        ),
        (
            # Translators: An hour with minutes of twenty-four, in the modern style.
            message("hour of 24, modern", "HH:mm"),
            # Translators: A full hour of twenty-four, in the modern style.
            message("full hour of 24, modern", "HH:mm"),
        ),
        (
            # Translators: The first of two hours in the same half of a day, in the modern style: 3:00 of 3:00–5:00 PM.
            message("first hour, modern", "h:mm"),
            # Translators: The first of two hours in the same half of a day, in the modern style: 3:00 of 3:00–5:00 PM.
            message("full first hour, modern", "h:mm"),
        ),
    ),
}


@final
class Spans(NamedTuple):
    """How one form writes when a meeting begins and ends."""

    open: Message
    one_day: Message
    over_days: Message


_COUNCIL_SPANS = Spans(
    # Translators: When a meeting begins.
    message("span", "From {start} on {day}"),
    # Translators: When a meeting begins and ends.
    message("span", "From {start} to {end} on {day}"),
    # Translators: When a meeting begins, and ends on another day.
    message("span", "From {start} on {day} to {end} on {end_day}"),
)
_COUNCIL_SPANS_OF_24 = Spans(
    # Translators: When a meeting begins, with hours of twenty-four.
    message("span of 24 hours", "From {start} on {day}"),
    # Translators: When a meeting begins and ends, with hours of twenty-four.
    message("span of 24 hours", "From {start} to {end} on {day}"),
    # Translators: When a meeting begins, and ends on another day, with hours of twenty-four.
    message("span of 24 hours", "From {start} on {day} to {end} on {end_day}"),
)
_OFFICIAL_SPANS = Spans(
    # Translators: When a meeting begins, in the style of official documents.
    message("span, official", "From {start} on {day}"),
    # Translators: When a meeting begins and ends, in the style of official documents.
    message("span, official", "From {start} to {end} on {day}"),
    # Translators: When a meeting begins, and ends on another day, in the style of official documents.
    message("span, official", "From {start} on {day} to {end} on {end_day}"),
)
_MODERN_SPANS = Spans(
    # Translators: When a meeting begins, in the modern style.
    message("span, modern", "{day}, from {start}"),
    # Translators: When a meeting begins and ends, in the modern style.
    message("span, modern", "{day}, {start} – {end}"),
    # Translators: When a meeting begins, and ends on another day, in the modern style.
    message("span, modern", "{day}, {start} – {end_day}, {end}"),
)
SPANS: Mapping[DateForm, tuple[Spans, Spans]] = {
    DateForm.COUNCIL: (_COUNCIL_SPANS, _COUNCIL_SPANS_OF_24),
    DateForm.OFFICIAL: (_OFFICIAL_SPANS, _OFFICIAL_SPANS),
    DateForm.MODERN: (_MODERN_SPANS, _MODERN_SPANS),
}
# Translators: A time, and the zone whose clocks show it.
IN_ZONE = message("date", "{when} ({zone})")
# Translators: A day and an hour of it, in a column of hours.
DAY_AND_HOUR = message("date", "{day} {hour}")
# Translators: The day of a meeting whose hour is not known, on a line of its own.
DAY_ALONE = message("date", "{day}")
# Translators: Stands for the day of a meeting that has none yet.
UNDECIDED = message("date", "Date to be decided")
# Translators: Stands for the day of a meeting held in writing.
ANSWERS_DUE = message("date", "Answers due by {day}")
