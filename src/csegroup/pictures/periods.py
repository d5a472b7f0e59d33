"""The days that a picture stands for, and how they and their years are written."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import final

import attrs

from csegroup.errors import InvalidValue
from csegroup.style import Calendar
from csegroup.wording.dates import day_in_words, whole_year_in_words, year_in_words
from csegroup.wording.words import Words

__all__ = ["Period", "Stretch", "day_of", "year_of", "years_of"]

_ONE_DAY = dt.timedelta(days=1)


@final
@attrs.frozen
class Stretch:
    """Days one after the other, the last included; `last` is None for what was still so on the last day shown."""

    first: dt.date
    last: dt.date | None

    def follows(self, other: Stretch) -> bool:
        """Tell whether no day is between the other one and this one."""
        return other.last is not None and self.first.toordinal() == other.last.toordinal() + 1


@final
@attrs.frozen
class Period:
    """The days that a picture shows, both ends included."""

    first: dt.date
    last: dt.date

    def stretch(self, since: dt.date, until: dt.date | None) -> Stretch | None:
        """Give what is to be seen of a span, the last day of which is the one before `until`; None for nothing."""
        last = until - _ONE_DAY if until and until <= self.last else None
        if since > self.last or (until and until <= self.first):
            return None
        return Stretch(since, last)


def _written(write: Callable[[dt.date, Words], str], day: dt.date, words: Words) -> str:
    """Write a day in the calendar of the words, and in the Western one where that has none for it."""
    try:
        return write(day, words)
    except InvalidValue:
        return write(day, attrs.evolve(words, calendar=Calendar.GREGORY))


def day_of(day: dt.date, words: Words) -> str:
    """Write a day."""
    return _written(day_in_words, day, words)


def year_of(day: dt.date, words: Words) -> str:
    """Write the year of a day, which on two days of one year may be that of two eras."""
    return _written(year_in_words, day, words)


def years_of(year: int, words: Words) -> str:
    """Write a whole year, with both eras where it is of two."""
    return _written(lambda day, words: whole_year_in_words(day.year, words), dt.date(year, 1, 1), words)
