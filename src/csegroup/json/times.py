"""Days and times in JSON: RFC 3339, with the zone's IANA name in a key of its own."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from csegroup.errors import InvalidValue
from csegroup.meetings import named_zone
from csegroup.text import shown

__all__ = ["a_date", "a_time", "times_in_zone", "with_time_zone", "without_time_zone", "zone_problem"]

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_TIME = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2})(?:Z|([+-])([0-9]{2}):([0-5][0-9]))")
_ZERO = dt.timedelta()


class _Written(NamedTuple):
    """A time as it stands in the document, with the zone that it stands in."""

    value: object
    zone: ZoneInfo | None


def with_time_zone(body: dict[str, Any], zone: str) -> dict[str, Any]:
    """Put the zone before the start, in which order a reader needs them."""
    return {
        name: value
        for key, old in body.items()
        for name, value in ([("time_zone", zone), (key, old)] if key == "start" else [(key, old)])
    }


def without_time_zone(body: Mapping[str, Any], problem: InvalidValue | None) -> dict[str, Any]:
    """Hand the zone to the times that stand in it; a zone with a problem leaves their offsets unchecked."""
    zone = None if problem else named_zone(body.get("time_zone"))
    return {
        key: _Written(value, zone) if key in {"start", "end"} and value is not None else value
        for key, value in body.items()
        if key != "time_zone"
    }


def zone_problem(body: Mapping[str, Any]) -> InvalidValue | None:
    """Say what is wrong with the time zone of a meeting."""
    zone, start = body.get("time_zone"), body.get("start")
    if zone is None and start is not None:
        return InvalidValue("missing", "time_zone", "is missing beside start; give a name such as 'Asia/Tokyo'")
    if zone is not None and start is None:
        return InvalidValue("excluded", "time_zone", "has no start to belong to; leave it out")
    if zone is not None and named_zone(zone) is None:
        return InvalidValue("time_zone", "time_zone", f"is an IANA name such as 'Asia/Tokyo', not {shown(zone)}")
    return None


def times_in_zone(
    time_zone: str | None, start: str | None, end: str | None
) -> tuple[dt.datetime | None, dt.datetime | None]:
    """Read start and end in their zone; raises `InvalidValue`, whose place is not told."""
    if problem := zone_problem({"time_zone": time_zone, "start": start}):
        raise problem
    zone = named_zone(time_zone)
    return tuple(None if one is None else a_time(_Written(one, zone), None) for one in (start, end))  # type: ignore[return-value] # two


def a_date(value: object, _: object) -> dt.date:
    """Read a day."""
    try:
        if isinstance(value, str) and _DATE.fullmatch(value):
            return dt.date.fromisoformat(value)
    except ValueError:
        pass
    raise InvalidValue("date", "", f"is a day such as '2022-02-08', not {shown(value)}")


def a_time(value: _Written, _: object) -> dt.datetime:
    """Read a time in its zone, whose offset it has to have."""
    found = _TIME.fullmatch(value.value) if isinstance(value.value, str) else None
    try:
        naive = dt.datetime.fromisoformat(found[1]) if found else None
    except ValueError:
        naive = None
    if not found or not naive:
        raise InvalidValue("time", "", f"is a time such as '2022-02-08T14:00:00+09:00', not {shown(value.value)}")
    if value.zone is None:
        return naive.replace(tzinfo=ZoneInfo("UTC"))
    return _in_zone(naive, _offset(found), value.zone)


def _offset(found: re.Match[str]) -> dt.timedelta:
    offset = dt.timedelta(hours=int(found[3] or 0), minutes=int(found[4] or 0))
    return -offset if found[2] == "-" else offset


def _in_zone(naive: dt.datetime, offset: dt.timedelta, zone: ZoneInfo) -> dt.datetime:
    """Find the one of two readings of the clock that has the offset."""
    readings = [naive.replace(tzinfo=zone, fold=fold) for fold in (0, 1)]
    for reading in readings:
        if reading.utcoffset() == offset:
            return reading
    if (readings[0].utcoffset() or _ZERO) % dt.timedelta(minutes=1):
        return readings[0]  # which the model refuses, for no offset of JSON is that of this time
    raise InvalidValue("offset", "", f"has not the offset of {zone.key} on that day; write {readings[0].isoformat()}")
