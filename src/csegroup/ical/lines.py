"""Content lines of a calendar and the bytes of a file: escaping and folding by RFC 5545 section 3.1.

A line is a `str`, not yet folded. From the same lines come the bytes and, read back by `icalendar`, its components.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from zoneinfo import ZoneInfo

from icalendar import Calendar, Component, vCategory, vText

__all__ = [
    "Line",
    "common_name",
    "components",
    "duration",
    "in_parameter",
    "name_of",
    "text",
    "time",
    "uri",
    "written",
]

Line = str

# At most 74 octets a line besides the blank that continues it; never within a character of UTF-8, nor
# between a backslash or a caret and what it escapes.
_PIECE = re.compile(rb"[\x00-\xff]{1,74}(?:(?<![\\^])|\Z)(?![\x80-\xbf])")
_PIECE_OF_A_RUN = re.compile(rb"[\x00-\xff]{1,74}(?![\x80-\xbf])")
_ONE_LINE = 75
# Only comma, semicolon and colon are the RFC's, but icalendar quotes the others too, and what both write is alike.
_QUOTED = re.compile("[,;:’]")
_QUOTED_IN_A_NAME = re.compile("[,;:’' ]")
_NAME = re.compile("[A-Z-]+")


def escaped(value: str) -> str:
    """Escape in a TEXT what stands for something else in a calendar file (RFC 5545 section 3.3.11)."""
    return value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def text(name: str, *values: str) -> Line:
    """Write a property of one TEXT, or of a list of them."""
    return f"{name}:{','.join(map(escaped, values))}"


def time(name: str, value: dt.date) -> Line:
    """Write a property of a day, of an hour in its zone, or of one in UTC."""
    if not isinstance(value, dt.datetime):
        return f"{name};VALUE=DATE:{_basic(value)}"
    zone = value.tzinfo
    wall = _basic(value.replace(microsecond=0, tzinfo=None))
    # A zone that is UTC by another name needs no definition.
    if isinstance(zone, ZoneInfo) and zone.utcoffset(None) != dt.timedelta():
        return f"{name};TZID={zone.key}:{wall}"
    return f"{name}:{wall}Z"


def _basic(value: dt.date) -> str:
    """Write a time without separators, a year in four digits, which `strftime` does not."""
    return value.isoformat().replace("-", "").replace(":", "")


def duration(length: dt.timedelta) -> str:
    """Write a length of time (RFC 5545 section 3.3.6), whose minutes stand wherever hours and seconds do."""
    hours, minutes, seconds = length.seconds // 3600, length.seconds // 60 % 60, length.seconds % 60
    shown = ((hours, "H", hours), (minutes, "M", minutes or (hours and seconds)), (seconds, "S", seconds))
    clock = "".join(f"{n}{unit}" for n, unit, is_shown in shown if is_shown)
    days = f"{length.days}D" if length.days or not clock else ""
    return f"P{days}{f'T{clock}' if clock else ''}"


def uri(name: str, value: str, **parameters: str) -> Line:
    """Write a property of a URI; parameters are in the order of the alphabet, and in capitals."""
    inside = "".join(f";{key}={parameters[key]}" for key in sorted(parameters))
    return f"{name}{inside}:{value}"


def in_parameter(value: str, quoted: re.Pattern[str] = _QUOTED) -> str:
    """Write a parameter's text without what only readers of RFC 6868 understand, or some take for an escape."""
    clean = value.replace('"', "'").replace("\\", "/").replace("^", "＾")
    return f'"{clean}"' if quoted.search(clean) else clean


def common_name(value: str) -> str:
    """Write the name of a person or an office as the text of a CN."""
    return in_parameter(value, _QUOTED_IN_A_NAME)


def name_of(line: Line) -> str:
    """Give the name of the property of a line."""
    found = _NAME.match(line)
    return found[0] if found else ""


def _folded(line: bytes) -> bytes:
    if len(line) <= _ONE_LINE:
        return line
    pieces = _PIECE.findall(line)
    if sum(map(len, pieces)) != len(line):
        pieces = _PIECE_OF_A_RUN.findall(line)
    return b"\r\n ".join(pieces)


def written(lines: Iterable[Line]) -> bytes:
    """Write lines as a file, folded, with CRLF line ends."""
    return b"\r\n".join([_folded(line.encode()) for line in lines]) + b"\r\n"


class _Text(vText):
    """A TEXT, escaped as it is here; `icalendar` would turn a written backslash and N into a line break."""

    def to_ical(self) -> bytes:
        return escaped(self).encode()


class _Texts(vCategory):
    """A list of TEXT values, likewise."""

    def to_ical(self) -> bytes:
        return b",".join(escaped(one).encode() for one in self.cats)


def components(lines: Iterable[Line]) -> Calendar:
    """Give the components of `icalendar` that lines stand for."""
    calendar = Calendar.from_ical(written(lines))
    for component in calendar.walk():
        _take_over_texts(component)
    return calendar


def _take_over_texts(component: Component) -> None:
    for name, value in component.items():
        if isinstance(value, vText):
            component[name] = _Text(value, params=value.params)
        elif isinstance(value, vCategory):
            component[name] = _Texts(value.cats)
