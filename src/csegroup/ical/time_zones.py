"""VTIMEZONE (RFC 5545 section 3.6.5) from the rules that a zone has in the years of the meetings.

One yearly rule a season is what calendar programs read best. Changes under rules that ended stand by
themselves: some readers lose the last year of a rule with an UNTIL. The definition is made from `zoneinfo`
here, since what `icalendar` makes begins summer time an hour late and lists every date.
"""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import final
from zoneinfo import ZoneInfo

import attrs

from csegroup.ical.lines import Line, text

__all__ = ["time_zone"]

_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_UTC = dt.timezone.utc


@final
@attrs.frozen(kw_only=True)
class _Change:
    """A change of the clock: what it showed when it changed, and what it went from and to."""

    onset: dt.datetime
    before: dt.timedelta
    after: dt.timedelta
    name: str
    summer: bool

    @property
    def rule(self) -> tuple[object, ...]:
        """What is alike in every year in which the same rule holds."""
        return (self.onset.month, self.weekday, self.onset.time(), self.before, self.after, self.name, self.summer)

    @property
    def weekday(self) -> str:
        """The weekday in the month (`2SU`), from its end (`-1SU`) in the last week."""
        days_in_month = calendar.monthrange(self.onset.year, self.onset.month)[1]
        last = self.onset.day + 7 > days_in_month
        return f"{-1 if last else (self.onset.day - 1) // 7 + 1}{_WEEKDAYS[self.onset.weekday()]}"


def time_zone(zone: ZoneInfo, times: Iterable[dt.datetime]) -> tuple[Line, ...]:
    """Define a zone for the years of some times in it."""
    walls = [time.replace(tzinfo=None) for time in times]
    first, last = min(walls), max(walls)
    years = max(first.year - 1, 1), min(last.year, dt.MAXYEAR - 1)
    changes = _changes(zone, *years)
    return _defined(zone, *years, standing=not changes or changes[0].onset > first)


@lru_cache(maxsize=256)
def _defined(zone: ZoneInfo, first_year: int, last_year: int, *, standing: bool) -> tuple[Line, ...]:
    lines = ["BEGIN:VTIMEZONE", text("TZID", zone.key)]
    if standing:
        lines += _observance(_standing(zone, first_year))
    for run in _runs(_changes(zone, first_year, last_year)):
        if len(run) > 1 and run[-1].onset.year == last_year:
            lines += _observance(run[0], yearly=True)
        else:
            for change in run:
                lines += _observance(change)
    return (*lines, "END:VTIMEZONE")


def _offset_at(zone: ZoneInfo, moment: dt.datetime) -> dt.timedelta:
    return moment.astimezone(zone).utcoffset() or dt.timedelta()


@lru_cache(maxsize=256)
def _changes(zone: ZoneInfo, first_year: int, last_year: int) -> tuple[_Change, ...]:
    """Find each change of the offset, day by day and then to the second."""
    first = dt.datetime(first_year, 1, 2, tzinfo=_UTC)
    days = (dt.datetime(last_year + 1, 1, 1, tzinfo=_UTC) - first).days
    midnights = pairwise(first + dt.timedelta(days=n) for n in range(days + 1))
    return tuple(
        _change(zone, before, after)
        for before, after in midnights
        if _offset_at(zone, before) != _offset_at(zone, after)
    )


def _change(zone: ZoneInfo, before: dt.datetime, after: dt.datetime) -> _Change:
    old = _offset_at(zone, before)
    while after - before > dt.timedelta(seconds=1):
        middle = before + dt.timedelta(seconds=(after - before) // dt.timedelta(seconds=2))
        before, after = (middle, after) if _offset_at(zone, middle) == old else (before, middle)
    then, now = before.astimezone(zone), after.astimezone(zone)
    return _Change(
        onset=after.replace(tzinfo=None) + old,
        before=old,
        after=_offset_at(zone, after),
        name=now.tzname() or "",
        # Summer time is what moves the clock on; in Ireland winter is the season that has a `dst`.
        summer=_offset_at(zone, after) > old and bool(now.dst()) != bool(then.dst()),
    )


def _standing(zone: ZoneInfo, first_year: int) -> _Change:
    """Give the offset with which the years begin, as if it had always been."""
    then = dt.datetime(first_year, 1, 2, tzinfo=_UTC).astimezone(zone)
    offset = _offset_at(zone, then)
    onset = dt.datetime(min(first_year, 1970), 1, 1)  # noqa: DTZ001 - a local time, as VTIMEZONE wants it
    return _Change(onset=onset, before=offset, after=offset, name=then.tzname() or "", summer=False)


def _runs(changes: Sequence[_Change]) -> list[list[_Change]]:
    """Gather the changes of following years under one rule."""
    runs: list[list[_Change]] = []
    for change in changes:
        for run in runs:
            if run[-1].rule == change.rule and run[-1].onset.year + 1 == change.onset.year:
                run.append(change)
                break
        else:
            runs.append([change])
    return runs


def _observance(change: _Change, *, yearly: bool = False) -> list[Line]:
    kind = "DAYLIGHT" if change.summer else "STANDARD"
    rule = [f"RRULE:FREQ=YEARLY;BYDAY={change.weekday};BYMONTH={change.onset.month}"] if yearly else []
    return [
        f"BEGIN:{kind}",
        f"DTSTART:{change.onset.isoformat().replace('-', '').replace(':', '')}",
        f"TZOFFSETFROM:{_offset(change.before)}",
        f"TZOFFSETTO:{_offset(change.after)}",
        text("TZNAME", change.name),
        *rule,
        f"END:{kind}",
    ]


def _offset(offset: dt.timedelta) -> str:
    """Write hours, minutes and, if there are any, seconds from UTC (RFC 5545 section 3.3.14)."""
    minutes, seconds = divmod(abs(int(offset.total_seconds())), 60)
    sign = "-" if offset < dt.timedelta() else "+"
    return f"{sign}{minutes // 60:02}{minutes % 60:02}{f'{seconds:02}' if seconds else ''}"
