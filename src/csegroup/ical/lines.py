"""From calendar components to the bytes of a file: escaping and folding by RFC 5545 section 3.1.

`icalendar` would turn a written backslash and N into a line break, and folds slowly character by character.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from icalendar import Component, vCategory, vText

__all__ = ["Text", "Texts", "serialized"]

# At most 74 octets a line besides the blank that continues it; never within a character of UTF-8, nor
# between a backslash or a caret and what it escapes.
_PIECE = re.compile(rb"[\x00-\xff]{1,74}(?:(?<![\\^])|\Z)(?![\x80-\xbf])")
_PIECE_OF_A_RUN = re.compile(rb"[\x00-\xff]{1,74}(?![\x80-\xbf])")


class Text(vText):
    """A TEXT value (RFC 5545 section 3.3.11)."""

    def to_ical(self) -> bytes:
        """Escape what stands for something else in a calendar file."""
        escaped = self.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")
        return escaped.encode()


class Texts(vCategory):
    """A list of TEXT values."""

    def to_ical(self) -> bytes:
        """Escape each, and put commas between them."""
        return b",".join(Text(text).to_ical() for text in self.cats)


def _lines(component: Component) -> Iterator[bytes]:
    name = str(component.name).encode()
    yield b"BEGIN:" + name
    for key, values in component.items():
        for value in values if isinstance(values, list) else [values]:
            yield _line(key, value)
    for inner in component.subcomponents:
        yield from _lines(inner)
    yield b"END:" + name


def _line(key: str, value: Any) -> bytes:  # noqa: ANN401 - the value types of icalendar have no common class
    parameters: bytes = b";" + value.params.to_ical() if value.params else b""
    content: bytes | str = value.to_ical()
    return key.encode() + parameters + b":" + (content if isinstance(content, bytes) else content.encode())


def _folded(line: bytes) -> bytes:
    if len(line) <= 75:  # noqa: PLR2004 - the RFC's own number
        return line
    pieces = _PIECE.findall(line)
    if sum(map(len, pieces)) != len(line):
        pieces = _PIECE_OF_A_RUN.findall(line)
    return b"\r\n ".join(pieces)


def serialized(component: Component) -> bytes:
    """Write a calendar component, folded, with CRLF line ends; the order of properties is the component's."""
    return b"\r\n".join(map(_folded, _lines(component))) + b"\r\n"
