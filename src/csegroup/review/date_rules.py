"""Rules over days and hours: when a meeting is, and the days that its texts name."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Final

from csegroup.errors import InvalidValue
from csegroup.meetings import MeetingStatus
from csegroup.places import PostalAddress
from csegroup.review.findings import Found, Rule, Severity, found
from csegroup.review.national_holidays import holiday_name
from csegroup.review.views import MeetingView, Records
from csegroup.text import LocalizedText
from csegroup.wording.parsing import parse_date

__all__ = ["DATE_RULES"]

_SATURDAY, _SUNDAY = 5, 6
_MORNING, _EVENING = 7, 20
_LONG, _SHORT = dt.timedelta(hours=8), dt.timedelta(minutes=15)
_NARROW = {ord(wide): ord(wide) - 0xFEE0 for wide in "０１２３４５６７８９（）"}
_YEAR = "(?:(?:明治|大正|昭和|平成|令和) ?(?:元|[0-9]{1,2})|[0-9]{4})年(?:度)?(?:[(][^()]{4,6}年[)])?"
_JAPANESE_DAY = re.compile(
    rf"(?P<year>{_YEAR})? ?(?P<rest>[0-9]{{1,2}}月 ?[0-9]{{1,2}}日)"
    " ?(?:[(](?P<weekday>[月火水木金土日])(?:曜日?)?[^()]{0,3}[)])?"
)
_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_WEEKDAY = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_ENGLISH_DAY = re.compile(
    rf"(?:(?P<first>{_WEEKDAY}),? )?"
    rf"(?P<day>{_MONTH} [0-9]{{1,2}}, [0-9]{{4}}|[0-9]{{1,2}} {_MONTH} [0-9]{{4}})"
    rf"(?:,? [(]?(?P<last>{_WEEKDAY})[)]?)?"
)
_WEEKDAYS = "月火水木金土日"
_ENGLISH_WEEKDAYS: Final = ("Mon", "Tues", "Wednes", "Thurs", "Fri", "Satur", "Sun")


def look_for_holidays(view: MeetingView) -> Iterator[Found]:
    """Find meetings in Japan on a holiday."""
    holidays = view.records.holidays
    if view.day and view.is_japanese and holidays is not None and view.day in holidays:
        yield _when(view, holiday=holiday_name(holidays, view.day))


def _when(view: MeetingView, **values: LocalizedText | str) -> Found:
    return view.found("start" if view.meeting.start else "day", day=str(view.day), **values)


def look_for_unknown_holidays(records: Records) -> Iterator[Found]:
    """Tell that holidays could not be looked at, where there is a meeting in Japan."""
    if records.holidays is None and any(view.is_japanese and view.day for view in records.views()):
        yield found("meetings", package="csegroup[holidays]")


def look_for_saturdays(view: MeetingView) -> Iterator[Found]:
    """Find meetings on a Saturday."""
    if view.day and view.day.weekday() == _SATURDAY and not view.meeting.in_writing:
        yield _when(view)


def look_for_sundays(view: MeetingView) -> Iterator[Found]:
    """Find meetings on a Sunday."""
    if view.day and view.day.weekday() == _SUNDAY:
        yield _when(view)


def look_for_the_turn_of_the_year(view: MeetingView) -> Iterator[Found]:
    """Find meetings in Japan on the days that offices are closed; 1 January is a holiday."""
    if view.day and view.is_japanese and (view.day.month, view.day.day) in _CLOSED:
        yield _when(view)


_CLOSED = {(12, 29), (12, 30), (12, 31), (1, 2), (1, 3)}


def look_for_nights(view: MeetingView) -> Iterator[Found]:
    """Find meetings that begin before seven or from eight in the evening on."""
    start = view.meeting.start
    if start and not _MORNING <= start.hour < _EVENING:
        yield view.found("start", hour=f"{start:%H:%M}")


def look_for_lengths(view: MeetingView) -> Iterator[Found]:
    """Find meetings of less than a quarter of an hour, and of more than eight hours."""
    start, end = view.meeting.start, view.meeting.end
    if start and end and not _SHORT <= _between(start, end) <= _LONG:
        yield view.found("end", minutes=_between(start, end) // dt.timedelta(minutes=1))


def _between(start: dt.datetime, end: dt.datetime) -> dt.timedelta:
    return end.astimezone(dt.timezone.utc) - start.astimezone(dt.timezone.utc)


def look_for_zones(view: MeetingView) -> Iterator[Found]:
    """Find hours in the zone of no place, and meetings of a body of Japan in another zone."""
    zone = str(view.meeting.start.tzinfo) if view.meeting.start else ""
    nowhere = zone in {"UTC", "GMT", "UCT", "Zulu", "Universal", "Greenwich"} or zone.startswith("Etc/")
    countries = {view.meeting.body.country, *(node.country for _, node in view.all(PostalAddress))}
    if zone and (nowhere or (countries == {"JP"} and zone not in {"Asia/Tokyo", "Japan"})):
        yield view.found("start", zone=zone)


def look_for_minutes(view: MeetingView) -> Iterator[Found]:
    """Find items that take longer than the meeting."""
    planned, minutes, _ = _minutes(view)
    if planned and minutes > planned:
        yield view.found("program", minutes=minutes, planned=planned)


def look_for_too_few_minutes(view: MeetingView) -> Iterator[Found]:
    """Find items, all with their minutes, that leave more than a quarter of the meeting over."""
    planned, minutes, complete = _minutes(view)
    if planned and complete and minutes and minutes * 4 < planned * 3:
        yield view.found("program", minutes=minutes, planned=planned)


def _minutes(view: MeetingView) -> tuple[int, int, bool]:
    start, end = view.meeting.start, view.meeting.end
    planned = _between(start, end) // dt.timedelta(minutes=1) if start and end else 0
    given = [item.minutes for _, item in view.items]
    return planned, sum(filter(None, given)), all(given)


def look_for_days_in_texts(text: LocalizedText) -> Iterator[Found]:
    """Find days that there are not, and weekdays and years of an era that are not those of the day."""
    for tag, written in text.items():
        for match, day in _days(written):
            if isinstance(day, InvalidValue):
                yield found(tag, written=match)
                break


def _days(written: str) -> Iterator[tuple[str, dt.date | InvalidValue]]:
    """Give each day with its year, as it is written, and as it is read or why it cannot be."""
    if "月" in written:
        for match in _JAPANESE_DAY.finditer(written.translate(_NARROW)):
            if match["year"] and "年度" not in match["year"]:
                weekday = f"({match['weekday']})" if match["weekday"] else ""
                yield match[0].strip(), _read(f"{match['year']}{match['rest']}".replace(" ", "") + weekday, "ja")
    for match in _ENGLISH_DAY.finditer(written):
        day = _read(match["day"], "en" if match["day"][0].isalpha() else "en-GB")
        weekday = match["first"] or match["last"]
        if isinstance(day, dt.date) and weekday and not weekday.startswith(_ENGLISH_WEEKDAYS[day.weekday()]):
            day = InvalidValue("weekday", "text", weekday)
        yield match[0], day


def _read(written: str, locale: str) -> dt.date | InvalidValue:
    try:
        return parse_date(written, locale=locale)
    except InvalidValue as error:
        return error


def look_for_days_that_differ(text: LocalizedText) -> Iterator[Found]:
    """Find texts that name other days, or another fiscal year, in two languages."""
    if len(text) == 1:
        return
    seen: dict[str, frozenset[str]] = {}
    for tag, written in text.items():
        days = {str(day) for _, day in _days(written) if isinstance(day, dt.date)} | set(_fiscal_years(written))
        for other, others in seen.items():
            if days and others and not days & others:
                yield found(tag, written=min(days), right=min(others), tag=other)
                return
        seen[tag] = frozenset(days)


_ERA_BEFORE: Final = {"昭和": 1925, "平成": 1988, "令和": 2018}
_FISCAL = re.compile(r"(昭和|平成|令和)(元|[0-9]{1,2})年度|([0-9]{4})年度|(?:FY|[Ff]iscal [Yy]ear) ?([0-9]{4})")


def _fiscal_years(written: str) -> Iterator[str]:
    for era, year, japanese, english in _FISCAL.findall(written.translate(_NARROW)):
        yield f"FY{_ERA_BEFORE[era] + (1 if year == '元' else int(year)) if era else japanese or english}"


def look_for_weekdays_without_years(view: MeetingView) -> Iterator[Found]:
    """Find weekdays that are not those of the day in the year that is nearest to the meeting."""
    if not view.day:
        return
    for path, text in view.texts:
        for tag, written in text.items():
            for match in _JAPANESE_DAY.finditer(written.translate(_NARROW)) if "月" in written else ():
                if match["weekday"] and not match["year"] and not _is_right(match, view.day):
                    yield found(f"{path}.{tag}", written=match[0].strip())


def _is_right(match: re.Match[str], near: dt.date) -> bool:
    """Tell whether a day without its year has its weekday, in the year that brings it nearest to the meeting."""
    month, day = (int(number) for number in re.findall("[0-9]+", match["rest"]))
    try:
        days = [dt.date(year, month, day) for year in (near.year - 1, near.year, near.year + 1)]
    except ValueError:  # 29 February, which tells the year itself, or no day at all
        return True
    return _WEEKDAYS[min(days, key=lambda one: abs(one - near)).weekday()] == match["weekday"]


def look_for_other_days(view: MeetingView) -> Iterator[Found]:
    """Find titles that name another day than that of the meeting."""
    title = view.meeting.title
    if title and view.day:
        for tag, written in title.items():
            days = [day for _, day in _days(written) if isinstance(day, dt.date)]
            if days and view.day not in days:
                yield view.found(f"title.{tag}", written=str(days[0]), day=view.day)


def look_for_days_of_notices(view: MeetingView) -> Iterator[Found]:
    """Find notices of a meeting to come that name days, with their year or without, but not that of the meeting."""
    notice = view.meeting.notice
    if notice and view.day and view.meeting.status is MeetingStatus.ANNOUNCED:
        ours = {str(view.day), f"{view.day.month}月{view.day.day}日"}
        for tag, written in notice.items():
            days = [str(day) for _, day in _days(written) if isinstance(day, dt.date)]
            days += [
                match["rest"].replace(" ", "")
                for match in _JAPANESE_DAY.finditer(written.translate(_NARROW))
                if not match["year"]
            ]
            if days and not ours & set(days):
                yield view.found(f"notice.{tag}", written=days[0], day=view.day)


def look_for_passed_days(view: MeetingView) -> Iterator[Found]:
    """Find meetings that are planned for a day that is over."""
    if (
        view.meeting.status in {MeetingStatus.TENTATIVE, MeetingStatus.ANNOUNCED}
        and view.day
        and view.day < view.records.today
    ):
        yield _when(view)


def look_for_days_to_come(view: MeetingView) -> Iterator[Found]:
    """Find meetings that were held on a day that is still to come."""
    if view.meeting.status is MeetingStatus.HELD and view.day and view.day > view.records.today:
        yield _when(view)


_E, _W, _N = Severity.ERROR, Severity.WARNING, Severity.NOTE

DATE_RULES: tuple[Rule, ...] = (
    Rule(
        code="holiday",
        severity=_W,
        of_meeting=look_for_holidays,
        reason="On a national holiday nobody comes; most often the day is wrong.",
    ),
    Rule(
        code="holidays_unknown",
        severity=_N,
        of_records=look_for_unknown_holidays,
        reason="Without the package nobody looked, which is not the same as finding nothing.",
    ),
    Rule(
        code="saturday",
        severity=_N,
        of_meeting=look_for_saturdays,
        reason="Symposia are held on Saturdays, councils seldom.",
    ),
    Rule(code="sunday", severity=_W, of_meeting=look_for_sundays, reason="On a Sunday most often the day is wrong."),
    Rule(
        code="offices_closed",
        severity=_W,
        of_meeting=look_for_the_turn_of_the_year,
        reason="From 29 December to 3 January public offices are closed by law.",
    ),
    Rule(
        code="night",
        severity=_W,
        of_meeting=look_for_nights,
        reason="02:00 was meant to be 14:00, or is the hour of another zone.",
    ),
    Rule(
        code="length",
        severity=_W,
        of_meeting=look_for_lengths,
        reason="Less than 15 minutes or more than 8 hours: an hour or the day of the end is wrong.",
    ),
    Rule(
        code="time_zone",
        severity=_W,
        of_meeting=look_for_zones,
        reason="UTC is no place's clock, and a body of Japan meets by the clock of Japan.",
    ),
    Rule(
        code="minutes_too_many", severity=_W, of_meeting=look_for_minutes, reason="The program would not end in time."
    ),
    Rule(
        code="minutes_too_few",
        severity=_N,
        of_meeting=look_for_too_few_minutes,
        reason="An item is missing, or the end is late.",
    ),
    Rule(
        code="day_in_text",
        severity=_W,
        of_text=look_for_days_in_texts,
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
        reason="The same for a day without its year.",
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
    Rule(
        code="day_passed",
        severity=_W,
        of_meeting=look_for_passed_days,
        reason="It was held, moved or cancelled, and nobody wrote it down.",
    ),
    Rule(
        code="held_in_future",
        severity=_E,
        of_meeting=look_for_days_to_come,
        reason="What is still to come was not held.",
    ),
)
