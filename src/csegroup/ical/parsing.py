"""The entries of a calendar file, as lines (RFC 5545 section 3.1), whatever the bytes are.

The whole parser of `icalendar` is not asked, since it builds time zones out of what a file says of them, and keeps
these for the files to come.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import NamedTuple, NoReturn, final

from icalendar.parser import Contentline, Parameters

from csegroup.errors import LoadError, Problem
from csegroup.json.syntax import BYTES_AT_MOST

__all__ = ["Property", "entries_in"]

_LINE_ENDS = re.compile(rb"\r\n|\n|\r")


@final
class Property(NamedTuple):
    """A line of an entry: its name in capitals, its parameters, its value as it is written."""

    name: str
    parameters: Parameters
    value: str


def _refuse(path: str, code: str, message: str) -> NoReturn:
    raise LoadError([Problem(path, code, message)]) from None


def _unfolded(data: bytes) -> Iterator[tuple[int, str]]:
    """Give each line, whole, with the number it begins at."""
    if len(data) > BYTES_AT_MOST:
        _refuse("", "size", f"the file is larger than {BYTES_AT_MOST // 1024 // 1024} MiB, which no calendar is")
    first, pieces = 1, [b""]
    for number, line in enumerate(_LINE_ENDS.split(data.removeprefix(codecs.BOM_UTF8)), 1):
        if line.startswith((b" ", b"\t")):
            pieces.append(line[1:])
        elif line:
            yield first, _decoded(first, pieces)
            first, pieces = number, [line]
    yield first, _decoded(first, pieces)


def _decoded(number: int, pieces: list[bytes]) -> str:
    """Decode a line when it is whole: some programs fold it inside a character."""
    try:
        return b"".join(pieces).decode()
    except UnicodeDecodeError:
        _refuse(f"line {number}", "encoding", "is not UTF-8; save the file as UTF-8")


def _properties(data: bytes) -> Iterator[tuple[int, Property]]:
    for number, line in _unfolded(data):
        if line.strip():
            try:
                name, parameters, value = Contentline(line).raw_parts()  # type: ignore[no-untyped-call]
            except ValueError:
                _refuse(f"line {number}", "syntax", "is no property with a colon and a value; correct it")
            yield number, Property(name.upper(), parameters, value)


def entries_in(data: bytes) -> list[list[Property]]:
    """Give the lines of each VEVENT, and of what is inside it only that it is there."""
    entries: list[list[Property]] = []
    inside: list[str] = []
    found = False
    for number, line in _properties(data):
        component = line.value.strip().upper()
        if line.name == "BEGIN":
            inside.append(component)
            found = found or inside == ["VCALENDAR"]
            if inside == ["VCALENDAR", "VEVENT"]:
                entries.append([])
            elif inside[:2] == ["VCALENDAR", "VEVENT"] and len(inside) == 3:  # noqa: PLR2004 - right inside the entry
                entries[-1].append(line._replace(name=component, value=""))
        elif not inside:
            _refuse(f"line {number}", "syntax", "stands outside BEGIN:VCALENDAR and END:VCALENDAR")
        elif line.name == "END":
            if inside.pop() != component:
                _refuse(f"line {number}", "syntax", "ends what did not begin last")
        elif inside == ["VCALENDAR", "VEVENT"]:
            entries[-1].append(line)
    if inside or not found:
        _refuse("", "syntax", "the file has no calendar from BEGIN:VCALENDAR to END:VCALENDAR, or not the whole")
    return entries
