"""What RFC 5546 lets a VEVENT hold in each method, and the check that nothing else is written."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from csegroup.errors import CsegroupError
from csegroup.ical.lines import Line, name_of

__all__ = ["METHODS", "STATUSES", "checked", "checked_zones"]

Times = tuple[int, int | None]
# How often a property may stand, from the columns of the tables.
_NEVER: Times = (0, 0)
_ONCE: Times = (1, 1)
_ONCE_AT_MOST: Times = (0, 1)
_AT_LEAST_ONCE: Times = (1, None)
_ANY: Times = (0, None)

_OPTIONAL: Final[dict[str, Times]] = {
    "CATEGORIES": _ANY,
    "CLASS": _ONCE_AT_MOST,
    "CONFERENCE": _ANY,  # RFC 7986 section 5.11; in RFC 5546 an IANA-PROPERTY
    "CONTACT": _ANY,
    "DESCRIPTION": _ONCE_AT_MOST,
    "DTEND": _ONCE_AT_MOST,
    "LOCATION": _ONCE_AT_MOST,
    "STATUS": _ONCE_AT_MOST,
    "TRANSP": _ONCE_AT_MOST,
    "URL": _ONCE_AT_MOST,
    "VALARM": _ANY,
    "X-MICROSOFT-CDO-BUSYSTATUS": _ANY,  # X-PROPERTY
}

METHODS: Final[Mapping[str | None, Mapping[str, Times]]] = {
    # RFC 5545 section 3.6.1: an object without a method.
    None: _OPTIONAL | {"UID": _ONCE, "DTSTAMP": _ONCE, "DTSTART": _ONCE, "SEQUENCE": _ONCE_AT_MOST, "SUMMARY": _ONCE},
    # RFC 5546 section 3.2.1
    "PUBLISH": _OPTIONAL
    | {
        "UID": _ONCE,
        "DTSTAMP": _ONCE,
        "DTSTART": _ONCE,
        "ORGANIZER": _ONCE,
        "SUMMARY": _ONCE,
        "SEQUENCE": _ONCE_AT_MOST,
        "CONTACT": _ONCE_AT_MOST,
        "ATTENDEE": _NEVER,
    },
    # RFC 5546 section 3.2.2; SEQUENCE must be there above 0, and some calendars want it at 0 too.
    "REQUEST": _OPTIONAL
    | {
        "UID": _ONCE,
        "DTSTAMP": _ONCE,
        "DTSTART": _ONCE,
        "ORGANIZER": _ONCE,
        "SUMMARY": _ONCE,
        "SEQUENCE": _ONCE,
        "ATTENDEE": _AT_LEAST_ONCE,
    },
    # RFC 5546 section 3.2.5
    "CANCEL": _OPTIONAL
    | {
        "UID": _ONCE,
        "DTSTAMP": _ONCE,
        "DTSTART": _ONCE_AT_MOST,
        "ORGANIZER": _ONCE,
        "SUMMARY": _ONCE_AT_MOST,
        "SEQUENCE": _ONCE,
        "ATTENDEE": _AT_LEAST_ONCE,
        "CONFERENCE": _NEVER,
        "VALARM": _NEVER,
    },
}
STATUSES: Final[Mapping[str | None, frozenset[str]]] = {
    None: frozenset({"TENTATIVE", "CONFIRMED", "CANCELLED"}),
    "PUBLISH": frozenset({"TENTATIVE", "CONFIRMED", "CANCELLED"}),
    "REQUEST": frozenset({"TENTATIVE", "CONFIRMED"}),
    "CANCEL": frozenset({"CANCELLED"}),
}
_TZID = re.compile(r"(?:DTSTART|DTEND);TZID=([^:]+):")


def checked(method: str | None, event: Sequence[Line]) -> Sequence[Line]:
    """Give the lines of a VEVENT, or raise where the method forbids them; no input that is right comes to that."""
    inside = event[1:-1]
    counts = Counter(_names(inside))
    rules = METHODS[method]
    for name in counts.keys() | rules.keys():
        least, most = rules.get(name, _NEVER)
        if counts[name] < least or (most is not None and counts[name] > most):
            raise CsegroupError(f"a VEVENT of {method or 'no METHOD'} cannot hold {name} {counts[name]} times")
    status = next((line.partition(":")[2] for line in inside if line.startswith("STATUS:")), None)
    if status and status not in STATUSES[method]:
        raise CsegroupError(f"a VEVENT of {method or 'no METHOD'} cannot have STATUS {status}")
    return event


def _names(inside: Iterable[Line]) -> Iterator[str]:
    """Name the properties of a VEVENT, and each component in it, whose own properties are not the event's."""
    within = ""
    for line in inside:
        if not within and line.startswith("BEGIN:"):
            within = line.removeprefix("BEGIN:")
            yield within
        elif not within:
            yield name_of(line)
        elif line == f"END:{within}":
            within = ""


def checked_zones(lines: Iterable[Line]) -> None:
    """Raise where a time names a zone that is not defined before it (RFC 5545 section 3.2.19)."""
    defined: set[str] = set()
    for line in lines:
        if line.startswith("TZID:"):
            defined.add(line.removeprefix("TZID:"))
        elif (found := _TZID.match(line)) and found[1] not in defined:
            raise CsegroupError(f"the time zone {found[1]} is not defined")
