"""Questions over many meetings: the last state of each, its history, whose they are, and which come next."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Final

from csegroup.errors import InvalidValue
from csegroup.fields import a_day
from csegroup.meetings import Meeting, MeetingStatus
from csegroup.text import shown

__all__ = ["between", "by_body", "by_date", "history", "latest", "next_after", "recency", "upcoming"]

_UTC = dt.timezone.utc
_RANKS: Final[Mapping[MeetingStatus, int]] = {status: rank for rank, status in enumerate(MeetingStatus)}
_OVER: Final = frozenset({MeetingStatus.CANCELLED, MeetingStatus.HELD})


def recency(meeting: Meeting) -> tuple[int, int]:
    """Give what puts the states of one meeting into their order in time: the sequence, then the status.

    >>> from csegroup.example import MEETING
    >>> recency(MEETING)
    (0, 3)
    """
    return meeting.sequence, _RANKS[meeting.status]


def latest(meetings: Iterable[Meeting]) -> tuple[Meeting, ...]:
    """Give the last state of each meeting, by sequence, then status; of two alike the later in the input.

    The order is that in which the ids appear first.

    >>> from csegroup import Organization
    >>> one = Meeting(id="jp/example/6", body=Organization(id="jp/example", name={"ja": "専門家会合"}))
    >>> latest([one.cancelled(), one])[0].status
    MeetingStatus.CANCELLED
    """
    states: dict[str, Meeting] = {}
    for meeting in meetings:
        known = states.get(meeting.id)
        if known is None or recency(meeting) >= recency(known):
            states[meeting.id] = meeting
    return tuple(states.values())


def history(meetings: Iterable[Meeting], id: str) -> tuple[Meeting, ...]:  # noqa: A002 - the field's name
    """Give the states of one meeting, the first one first, by sequence, then status; none where there are none.

    >>> from csegroup import Organization
    >>> one = Meeting(id="jp/example/6", body=Organization(id="jp/example", name={"ja": "専門家会合"}))
    >>> [state.status.value for state in history([one.cancelled(), one, one.announced()], "jp/example/6")]
    ['tentative', 'announced', 'cancelled']
    """
    return tuple(sorted((meeting for meeting in meetings if meeting.id == id), key=recency))


def by_date(meetings: Iterable[Meeting]) -> tuple[Meeting, ...]:
    """Sort meetings by their dates, each in its own zone, on one date by the hour, then by the id; undecided ones last.

    >>> by_date([])
    ()
    """
    return tuple(sorted(meetings, key=_date_and_hour))


def by_body(meetings: Iterable[Meeting]) -> dict[str, tuple[Meeting, ...]]:
    """Give the meetings of each body by its id, in the order of their dates, those without a date last.

    Of several states of a meeting the latest counts; a joint meeting is one of each body that meets. The bodies are
    in the order in which they appear first; one that was renamed is the same body.

    >>> from csegroup.example import MEETING
    >>> [meeting.number for meeting in by_body([MEETING])["jp/cse-council/specialist-group"]]
    [6]
    """
    found: dict[str, list[Meeting]] = {}
    for meeting in latest(meetings):
        for body in (meeting.body, *meeting.jointly_with):
            found.setdefault(str(body.id), []).append(meeting)
    return {body: by_date(theirs) for body, theirs in found.items()}


def between(meetings: Iterable[Meeting], since: dt.date, until: dt.date) -> tuple[Meeting, ...]:
    """Give the meetings from the day `since` on and before the day `until`, in the order of their dates.

    The day of a meeting is the one in its own zone. Of several states the latest counts, also where it is a
    cancellation; a meeting without a date is in no span. Raises `InvalidValue` for a day that is none.

    >>> from csegroup.example import MEETING
    >>> [meeting.number for meeting in between([MEETING], dt.date(2022, 2, 8), dt.date(2022, 2, 9))]
    [6]
    """
    a_day("since", since)
    a_day("until", until)
    return by_date(one for one in latest(meetings) if one.local_date and since <= one.local_date < until)


def upcoming(meetings: Iterable[Meeting], now: dt.datetime) -> tuple[Meeting, ...]:
    """Give the meetings that are still to come, in the order of their dates, then of their ids.

    Of several states of a meeting the latest counts. A start is still to come until it is past, a day
    until it is over in `now`'s zone; an undecided date is not to come. `now` is aware, else `InvalidValue`.

    >>> upcoming([], dt.datetime(2022, 2, 1, tzinfo=dt.timezone.utc))
    ()
    """
    return _to_come((one for one in latest(meetings) if one.status not in _OVER), now)


def next_after(meetings: Iterable[Meeting], now: dt.datetime) -> Meeting | None:
    """Give the first meeting after a time, one that was held by today as well; None where no more is known.

    So it tells of any day of the past which meeting came next; one that was cancelled never did. Which meetings are
    after `now`, and in which order, as in `upcoming`. Raises `InvalidValue`.

    >>> from csegroup.example import MEETING
    >>> next_after([MEETING], dt.datetime(2021, 4, 16, tzinfo=dt.timezone.utc)) == MEETING
    True
    """
    return next(
        iter(_to_come((one for one in latest(meetings) if one.status is not MeetingStatus.CANCELLED), now)), None
    )


def _to_come(meetings: Iterable[Meeting], now: dt.datetime) -> tuple[Meeting, ...]:
    _check_moment(now)
    return tuple(sorted((one for one in meetings if _is_to_come(one, now)), key=lambda one: _when(one, now)))


def _check_moment(now: object) -> None:
    if not isinstance(now, dt.datetime):
        raise InvalidValue("type", "now", f"is a datetime.datetime with a zone, not {shown(now)}")
    if now.tzinfo is None:
        raise InvalidValue("time_zone", "now", "needs a zone such as ZoneInfo('Asia/Tokyo')")
    try:
        now.astimezone(_UTC)
    except OverflowError:
        raise InvalidValue("range", "now", "is outside of the years 1 to 9999 in UTC") from None


def _is_to_come(meeting: Meeting, now: dt.datetime) -> bool:
    # In UTC, since times of one zone compare by their clocks, which show an hour twice in autumn.
    if meeting.start:
        return meeting.start.astimezone(_UTC) >= now.astimezone(_UTC)
    return meeting.day is not None and meeting.day >= now.date()


def _when(meeting: Meeting, now: dt.datetime) -> tuple[dt.date | None, dt.datetime, str]:
    """Sort by the date in `now`'s zone, on one date what has no hour first, then by the hour and the id."""
    if meeting.start is None:
        return meeting.day, dt.datetime.min.replace(tzinfo=_UTC), meeting.id
    return meeting.start.astimezone(now.tzinfo).date(), meeting.start.astimezone(_UTC), meeting.id


def _date_and_hour(meeting: Meeting) -> tuple[bool, dt.date, dt.datetime, str]:
    day = meeting.local_date
    hour = meeting.start.astimezone(_UTC) if meeting.start else dt.datetime.min.replace(tzinfo=_UTC)
    return day is None, day or dt.date.max, hour, meeting.id
