"""Archives: many records in one file, one a line (JSON Lines), read and written one by one."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import chain
from typing import Any, BinaryIO, Final, NoReturn, TypeAlias

from csegroup.archive import ArchiveRecord
from csegroup.council import Council
from csegroup.errors import InvalidValue, LoadError, Problem
from csegroup.files import is_packed, packed, read_part, reading, write_whole
from csegroup.json.envelope import format_of
from csegroup.json.limits import LIMITS
from csegroup.json.records import read, written
from csegroup.json.syntax import BYTES_AT_MOST, check_size, parsed
from csegroup.meetings import Meeting
from csegroup.organizations import DatedOrganization
from csegroup.text import at_key, shown

__all__ = ["read_lines", "write_lines"]

OnError: TypeAlias = Callable[[LoadError], object]
Progress: TypeAlias = Callable[[int], object]

_FORMAT: Final = "csegroup.lines"
_VERSION: Final = 1
_HEADER: Final = f'{{"format":"{_FORMAT}","version":{_VERSION}}}'.encode()
_CLASSES: Final[Mapping[str, type[ArchiveRecord]]] = {
    "meeting": Meeting,
    "council": Council,
    "organization": DatedOrganization,
}
_NAMES: Final[Mapping[type, str]] = {cls: name for name, cls in _CLASSES.items()}
# What stands for all records in the first line of the file, and in each where it is a document of its own.
_ENVELOPES: Final[Mapping[str, dict[str, Any]]] = {name: format_of(cls).head for name, cls in _CLASSES.items()}
_HEADS: Final[Mapping[str, bytes]] = {
    name: json.dumps(envelope, separators=(",", ":")).encode().replace(b"}", b",")
    for name, envelope in _ENVELOPES.items()
}
_TYPE_FIRST = re.compile(rb'[ \t]*\{[ \t]*"type"[ \t]*:[ \t]*"(meeting|council|organization)"[ \t]*,')
_REST = 64 * 1024


def read_lines(
    file: str | os.PathLike[str] | BinaryIO, *, on_error: OnError | None = None, progress: Progress | None = None
) -> Iterator[ArchiveRecord]:
    """Read meetings, councils and organizations from a path or an open binary file, holding one line at a time.

    A path that ends in `.gz` is unpacked. A line at fault raises `LoadError` when it is reached, with the line in
    each path: `line 17, program[2].title.en`; with `on_error` that gets the error, the line is left out, and reading
    goes on. `progress` is called after each line with how many are done. Raises `OSError`, when the first is read.

    >>> import io
    >>> from csegroup.example import MEETING
    >>> write_lines([MEETING, MEETING], file := io.BytesIO())
    >>> [meeting.number for meeting in read_lines(io.BytesIO(file.getvalue()))]
    [6, 6]
    """
    if isinstance(file, (str, os.PathLike)):
        with reading(file) as opened:
            yield from _records(opened, on_error or _raise, progress or _ignore)
    else:
        yield from _records(file, on_error or _raise, progress or _ignore)


def write_lines(
    records: Iterable[ArchiveRecord],
    file: str | os.PathLike[str] | BinaryIO,
    *,
    progress: Progress | None = None,
) -> None:
    r"""Write meetings, councils and organizations to a path or an open binary file, one a line, holding one at a time.

    A path that ends in `.gz` is packed, with no time inside. It gets the whole file or keeps the one it had, also
    where `records` or `progress` raises; so it may be the file that `records` are read from. `progress` is called
    after each record with how many are done. Raises `OSError`, and `InvalidValue` for what is no such record.

    >>> import io
    >>> write_lines([], file := io.BytesIO())
    >>> file.getvalue()
    b'{"format":"csegroup.lines","version":1}\n'
    """
    lines = _lines_of(records, progress or _ignore)
    if isinstance(file, (str, os.PathLike)):
        write_whole(file, packed(lines) if is_packed(file) else lines)
    else:
        file.writelines(lines)


def _ignore(_: int) -> None:
    pass


def _raise(error: LoadError) -> NoReturn:
    raise error


def _lines_of(records: Iterable[ArchiveRecord], progress: Progress) -> Iterator[bytes]:
    yield _HEADER + b"\n"
    for done, record in enumerate(records):
        yield _line_of(record, f"records[{done}]")
        progress(done + 1)


def _line_of(record: ArchiveRecord, place: str) -> bytes:
    name = _NAMES.get(type(record))
    if name is None:
        raise InvalidValue(
            "type", place, f"is a Meeting, a Council or a DatedOrganization, not a {type(record).__name__}"
        )
    document = written(record)
    if len(document) > BYTES_AT_MOST:
        raise InvalidValue("size", place, f"has more than {BYTES_AT_MOST // 1024 // 1024} MiB, which nobody can read")
    return b'{"type":"%b",%b\n' % (name.encode(), document.removeprefix(_HEADS[name]))


def _records(file: BinaryIO, tell: OnError, progress: Progress) -> Iterator[ArchiveRecord]:
    lines = _lines(file, tell)
    first = next(lines, None)
    if first is None:
        return
    begin = 2
    try:
        _check_header(first)
    except LoadError as error:
        tell(_at_line(1, error))
        if not _TYPE_FIRST.match(first):
            return  # of another format, or of a newer one: what follows would be all wrong
        lines, begin = chain([first], lines), 1
    for number, line in enumerate(lines, begin):
        try:
            record = _record(line)
        except LoadError as error:
            tell(_at_line(number, error))
        else:
            yield record
        progress(number - begin + 1)


def _lines(file: BinaryIO, tell: OnError) -> Iterator[bytes]:
    """Give the lines, of one that is too long only the beginning, and one that is empty for an empty file."""
    number = 0
    while True:
        number += 1
        try:
            part = line = read_part(file.readline, BYTES_AT_MOST + 1)
            while part and not part.endswith(b"\n"):
                part = read_part(file.readline, _REST)
        except LoadError as error:
            tell(_at_line(number, error))
            return
        if number > 1 and not line:
            return
        yield line


def _at_line(number: int, error: LoadError) -> LoadError:
    return LoadError(
        Problem(
            f"line {number}, {problem.path}" if problem.path else f"line {number}",
            problem.code,
            problem.message.replace("at line 1, column", "at column"),
        )
        for problem in error.problems
    )


def _check_header(line: bytes) -> None:
    absent = not line.strip() or _TYPE_FIRST.match(line)
    header, twice = ({}, ()) if absent else _object_in(line, "the first line")
    if twice:
        raise LoadError(twice)
    if "format" not in header:
        raise LoadError([Problem("format", "missing", f"is missing; the first line is {_HEADER.decode()}")])
    if header["format"] != _FORMAT:
        raise LoadError([Problem("format", "format", f"is {_FORMAT!r}, not {shown(header['format'])}")])
    version = header.get("version")
    if type(version) is not int or version < 1:
        raise LoadError([Problem("version", "version", f"is the whole number {_VERSION}, not {shown(version)}")])
    if version > _VERSION:
        message = f"is {version}, newer than the {_VERSION} known here; install a newer csegroup"
        raise LoadError([Problem("version", "version", message)])
    if others := header.keys() - {"format", "version"}:
        raise LoadError(
            Problem(at_key(key), "unknown_key", "is no key of the first line; take it out") for key in sorted(others)
        )


def _record(line: bytes) -> ArchiveRecord:
    """Read a line as it is written here, or else with care."""
    check_size(line.removesuffix(b"\n"), LIMITS)
    found = _TYPE_FIRST.match(line)
    if found:
        name = found[1].decode()
        with suppress(LoadError):
            return read(_HEADS[name] + line[found.end() :].rstrip(), _CLASSES[name])
    return _record_in_any_order(line)


def _record_in_any_order(line: bytes) -> ArchiveRecord:
    """Read a record wherever its type stands, or say all that is wrong with it, in places of the line as it is."""
    if not line.strip():
        raise LoadError([Problem("", "syntax", "is empty; take the line out")])
    body, twice = _object_in(line, "a record")
    name = body.pop("type", None)
    if not isinstance(name, str) or name not in _CLASSES:
        message = f"is one of {', '.join(map(repr, _CLASSES))}, not {shown(name)}"
        raise LoadError([*twice, Problem("type", "tag", message)])
    found = [
        *twice,
        *(
            Problem(at_key(key), "unknown_key", "stands in the first line for all records; take it out")
            for key in _ENVELOPES[name]
            if key in body
        ),
    ]
    try:
        record = read(json.dumps(body | _ENVELOPES[name]).encode(), _CLASSES[name])
    except LoadError as error:
        raise LoadError([*found, *error.problems]) from None
    if found:
        raise LoadError(found)
    return record


def _object_in(line: bytes, what: str) -> tuple[dict[str, Any], Sequence[Problem]]:
    """Parse a line, and give what is wrong with it that its values do not show."""
    found = parsed(line.removesuffix(b"\n"))
    if not isinstance(found.document, dict):
        raise LoadError([Problem("", "type", f"{what} is an object, not {shown(found.document)}")])
    return found.document, found.problems
