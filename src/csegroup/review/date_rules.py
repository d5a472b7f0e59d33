"""Rules over days and hours: when a meeting is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from csegroup.meetings import MeetingStatus
from csegroup.places import PostalAddress
from csegroup.review.findings import Found, Rule, Severity, found
from csegroup.review.national_holidays import holiday_name
from csegroup.review.views import MeetingView, Records
from csegroup.text import LocalizedText

__all__ = ["DATE_RULES"]

_SATURDAY, _SUNDAY = 5, 6
_MORNING, _EVENING = 7, 20
_LONG, _SHORT = dt.timedelta(hours=8), dt.timedelta(minutes=15)
_NIGHT, _DAWN = 23, 6
_DAYTIME = range(7, 21)
_CONFERENCE = 4


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
    """Find meetings that begin from eleven in the evening on and before six."""
    start = view.meeting.start
    if start and not _DAWN <= start.hour < _NIGHT:
        yield view.found("start", hour=f"{start:%H:%M}")


def look_for_evenings(view: MeetingView) -> Iterator[Found]:
    """Find meetings that begin at six in the morning, or from eight to eleven in the evening."""
    start = view.meeting.start
    if start and (_DAWN <= start.hour < _MORNING or _EVENING <= start.hour < _NIGHT):
        yield view.found("start", hour=f"{start:%H:%M}")


def look_for_lengths(view: MeetingView) -> Iterator[Found]:
    """Find meetings of less than a quarter of an hour, and of more than eight hours."""
    start, end = view.meeting.start, view.meeting.end
    if start and end and not _SHORT <= _between(start, end) <= _LONG and not _is_of_days(start, end):
        yield view.found("end", minutes=_between(start, end) // dt.timedelta(minutes=1))


def look_for_several_days(view: MeetingView) -> Iterator[Found]:
    """Find meetings that end on one of the next days, as a conference does."""
    start, end = view.meeting.start, view.meeting.end
    if start and end and _is_of_days(start, end):
        yield view.found("end", day=str(end.date()))


def _is_of_days(start: dt.datetime, end: dt.datetime) -> bool:
    """Tell whether a meeting begins and ends by day, on two days, and is longer than an evening."""
    days = (end.date() - start.date()).days
    return 1 <= days <= _CONFERENCE and start.hour in _DAYTIME and end.hour in _DAYTIME


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


def look_for_passed_days(view: MeetingView) -> Iterator[Found]:
    """Find meetings that are planned for a day that is over, and of which nothing says that they were held."""
    if _is_passed(view) and not view.is_reported:
        yield _when(view)


def look_for_held_meetings(view: MeetingView) -> Iterator[Found]:
    """Find meetings of which a report or a decision says that they were held, and whose status does not."""
    if _is_passed(view) and view.is_reported:
        yield view.found("status", day=str(view.day), status=view.meeting.status.value)


def _is_passed(view: MeetingView) -> bool:
    planned = view.meeting.status in {MeetingStatus.TENTATIVE, MeetingStatus.ANNOUNCED}
    return bool(planned and view.day and view.day < view.records.today)


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
        code="evening",
        severity=_N,
        of_meeting=look_for_evenings,
        reason="Between 20:00 and 23:00, and before 7:00, few offices meet.",
    ),
    Rule(
        code="length",
        severity=_W,
        of_meeting=look_for_lengths,
        reason="Less than 15 minutes or more than 8 hours: an hour or the day of the end is wrong.",
    ),
    Rule(
        code="several_days",
        severity=_N,
        of_meeting=look_for_several_days,
        reason="A conference may last for days; a meeting with a wrong day of the end looks the same.",
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
        code="day_passed",
        severity=_W,
        of_meeting=look_for_passed_days,
        reason="It was held, moved or cancelled, and nobody wrote it down.",
    ),
    Rule(
        code="status_not_held",
        severity=_W,
        of_meeting=look_for_held_meetings,
        reason="What it says was done there shows that it was held, and lists and calendars say that it was not.",
    ),
    Rule(
        code="held_in_future",
        severity=_E,
        of_meeting=look_for_days_to_come,
        reason="What is still to come was not held.",
    ),
)
