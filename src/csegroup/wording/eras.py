from __future__ import annotations

import datetime as dt

import attrs

from csegroup.errors import InvalidValue


@attrs.frozen
class Era:
    first: dt.date
    key: str


ERAS = (
    Era(dt.date(2019, 5, 1), "Reiwa"),
    Era(dt.date(1989, 1, 8), "Heisei"),
    Era(dt.date(1926, 12, 25), "Shōwa"),
    Era(dt.date(1912, 7, 30), "Taishō"),
    Era(dt.date(1868, 10, 23), "Meiji"),
)


def era_of(day: dt.date, *, field: str = "day") -> tuple[Era, int]:
    if day < dt.date(1873, 1, 1):
        raise InvalidValue("range", field, f"is {day}, and the imperial calendar was lunisolar before 1873-01-01")
    era = next(row for row in ERAS if row.first <= day)
    return era, day.year - era.first.year + 1
