"""Rules over the days that texts name."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from typing import Final

from csegroup.meetings import MeetingStatus
from csegroup.review.findings import Found, Rule, Severity, found
from csegroup.review.own_names import says_no_more_than_the_day
from csegroup.review.text_days import (
    WEEKDAYS,
    NamedDay,
    days_without_years,
    fiscal_years,
    impossible_days,
    named_days,
)
from csegroup.review.views import MeetingView, Records
from csegroup.text import LocalizedText
from csegroup.wording.eras import last_day

__all__ = ["TEXT_DAY_RULES"]

_YEARS_AROUND = 3


def look_for_impossible_days(text: LocalizedText) -> Iterator[Found]:
    """Find days and hours that there are not."""
    for tag, written in text.items():
        if impossible := impossible_days(written):
            yield found(tag, written=impossible[0])


def look_for_days_in_texts(view: MeetingView) -> Iterator[Found]:
    """Find weekdays and years of an era that are not those of the day."""
    return _wrong_days(view.texts, view.day)


def look_for_days_in_the_register(records: Records) -> Iterator[Found]:
    """Find the same in the register, which may quote what was said before a new era."""
    return _wrong_days(records.register_texts, None)


def _wrong_days(texts: Iterable[tuple[str, LocalizedText]], today: dt.date | None) -> Iterator[Found]:
    for path, text in texts:
        for tag, written in text.items():
            wrong = next((one for one in named_days(written) if not one.is_right or _is_outdated(one, today)), None)
            if wrong:
                yield found(f"{path}.{tag}", written=wrong.written, right=str(wrong.day))


def _is_outdated(named: NamedDay, today: dt.date | None) -> bool:
    """Tell whether a record after the change of era still counts by the old one."""
    last = last_day(named.era) if named.era else None
    return bool(last and today and today > last)


def look_for_days_that_differ(text: LocalizedText) -> Iterator[Found]:
    """Find texts that name other days, or another fiscal year, in two languages."""
    if len(text) == 1:
        return
    seen: dict[str, frozenset[str]] = {}
    for tag, written in text.items():
        days = {str(one.day) for one in named_days(written)} | set(fiscal_years(written))
        for other, others in seen.items():
            if days and others and not days & others:
                yield found(tag, written=min(days), right=min(others), tag=other)
                return
        seen[tag] = frozenset(days)


_OF_ANOTHER_YEAR: Final = re.compile("昨年|前年|去年|来年|翌年|[0-9元]年|前回|次回|以来")


def look_for_weekdays_without_years(view: MeetingView) -> Iterator[Found]:
    """Find weekdays that are those of the day in no year about the meeting; its own day has its own."""
    if not view.day:
        return
    for path, text in view.texts:
        for tag, written in text.items():
            for match in days_without_years(written):
                right = _right_day(view, written, match) if match["weekday"] else None
                if right:
                    yield found(f"{path}.{tag}", written=match[0].strip(), right=str(right))


def _right_day(view: MeetingView, written: str, match: re.Match[str]) -> dt.date | None:
    """Give the day in the year of the meeting, where it has that weekday in none of the years that may be meant."""
    near = view.day or dt.date.max
    around = 1 if view.is_to_come else _YEARS_AROUND
    months, day = int(match["month"]), int(match["day"])
    if (months, day) == (near.month, near.day) and not _OF_ANOTHER_YEAR.search(written):
        around = 0
    years = range(max(1, near.year - around), min(9999, near.year + around) + 1)
    days = [one for year in years if (one := _date(year, months, day))]
    if not days or any(WEEKDAYS[one.weekday()] == match["weekday"] for one in days):
        return None
    return min(days, key=lambda one: abs(one - near))


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def look_for_other_days(view: MeetingView) -> Iterator[Found]:
    """Find titles that name another day than that of the meeting, and little else."""
    title = view.meeting.title
    if title and view.day:
        for tag, written in title.items():
            days = named_days(written)
            apart = days and all(one.day != view.day for one in days)
            if apart and says_no_more_than_the_day(view, written, days[0].written):
                yield view.found(f"title.{tag}", written=str(days[0].day), day=view.day)


def look_for_days_of_notices(view: MeetingView) -> Iterator[Found]:
    """Find notices of a meeting to come that name days, with their year or without, but not that of the meeting."""
    notice = view.meeting.notice
    if notice and view.day and view.meeting.status is MeetingStatus.ANNOUNCED:
        ours = {str(view.day), f"{view.day.month}月{view.day.day}日"}
        for tag, written in notice.items():
            days = [str(one.day) for one in named_days(written)]
            days += [match["rest"].replace(" ", "") for match in days_without_years(written)]
            if days and not ours & set(days):
                yield view.found(f"notice.{tag}", written=days[0], day=view.day)


_W, _N = Severity.WARNING, Severity.NOTE

TEXT_DAY_RULES: tuple[Rule, ...] = (
    Rule(
        code="no_day",
        severity=_W,
        of_text=look_for_impossible_days,
        reason="No calendar has 31 April, and no clock 25 hours.",
    ),
    Rule(
        code="day_in_text",
        severity=_W,
        of_meeting=look_for_days_in_texts,
        of_records=look_for_days_in_the_register,
        reason="A weekday or an era that does not fit its day: readers cannot tell which one holds.",
    ),
    Rule(
        code="days_differ",
        severity=_W,
        of_text=look_for_days_that_differ,
        reason="A day or a fiscal year was changed in one language alone.",
    ),
    Rule(
        code="weekday_in_text",
        severity=_W,
        of_meeting=look_for_weekdays_without_years,
        reason="The same for a day without its year, by all years in which it may be.",
    ),
    Rule(
        code="other_day_in_title",
        severity=_W,
        of_meeting=look_for_other_days,
        reason="The title was taken over from another meeting, or the meeting was moved.",
    ),
    Rule(
        code="other_day_in_notice",
        severity=_N,
        of_meeting=look_for_days_of_notices,
        reason="The notice was taken over from another meeting, or speaks of a deadline alone.",
    ),
)
