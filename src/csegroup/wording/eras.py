"""The eras of the imperial calendar, and the year that each day has in it."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from typing import final

import attrs

from csegroup.errors import InvalidValue

__all__ = ["ERAS", "Era", "era_of", "last_day"]


@final
@attrs.frozen
class Era:
    """An era by its first day, the whole of which is in it; `key` is its English name, by which catalogues know it."""

    first: dt.date
    key: str


# The days are those of the laws; the explanation of time in the documentation names them.
ERAS = (
    Era(dt.date(1868, 10, 23), "Meiji"),
    Era(dt.date(1912, 7, 30), "Taishō"),
    Era(dt.date(1926, 12, 25), "Shōwa"),
    Era(dt.date(1989, 1, 8), "Heisei"),
    Era(dt.date(2019, 5, 1), "Reiwa"),
)
# Until the end of 1872 the months and days of Japan were those of a lunisolar calendar.
_FIRST_SOLAR_DAY = dt.date(1873, 1, 1)
_LAST_DAYS = {era: following.first - dt.timedelta(days=1) for era, following in pairwise(ERAS)}


def era_of(day: dt.date, *, field: str = "day") -> tuple[Era, int]:
    """Give the era of a day and the year in it, the first as 1; raises `InvalidValue` before 1873-01-01.

    >>> era, year = era_of(dt.date(2022, 2, 8))
    >>> era.key, year
    ('Reiwa', 4)
    """
    if day < _FIRST_SOLAR_DAY:
        raise InvalidValue("range", field, f"is {day}, and the imperial calendar was lunisolar before 1873-01-01")
    era = next(era for era in reversed(ERAS) if era.first <= day)
    return era, day.year - era.first.year + 1


def last_day(era: Era) -> dt.date | None:
    """Give the last day of an era, or None while it lasts."""
    return _LAST_DAYS.get(era)
