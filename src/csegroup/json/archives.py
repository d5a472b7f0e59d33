"""Whole archives, read from JSON Lines and written to them, with the line of each problem."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from typing import BinaryIO

from csegroup.archive import Archive, ArchiveRecord, repeated, said_twice
from csegroup.council import Council
from csegroup.errors import InvalidValue, LoadError, Problem
from csegroup.json.limits import LIMITS
from csegroup.json.lines import read_lines, write_lines
from csegroup.meetings import Meeting
from csegroup.organizations import DatedOrganization

__all__ = ["FIRST_RECORD", "archive_of", "read_archive", "write_archive"]

FIRST_RECORD = 2  # the line below the header


def read_archive(file: str | os.PathLike[str] | BinaryIO) -> Archive:
    """Read an archive as a whole, from a path or an open binary file; a path that ends in `.gz` is unpacked.

    Raises `LoadError` with the problems of all lines, each with its line, and of records that stand there twice;
    and `OSError`. What is too large for memory, `read_lines` reads one by one.

    >>> from csegroup.example import ARCHIVE
    >>> read_archive(ARCHIVE).councils[0].id
    'jp/cse-council'
    """
    problems: list[Problem] = []
    records = tuple(read_lines(file, on_error=lambda error: problems.extend(error.problems)))
    if problems:
        raise LoadError(problems[: LIMITS.problems])
    return archive_of(records)


def archive_of(records: Sequence[ArchiveRecord]) -> Archive:
    """Make an archive of the records of a file without problems, each on a line behind the header's.

    Raises `LoadError` with the lines of records that stand there twice.
    """
    if problems := [*_twice(Council, records), *_twice(Meeting, records)]:
        raise LoadError(problems[: LIMITS.problems])
    try:
        return Archive.of(records)
    except InvalidValue as error:
        raise LoadError([_at_its_line(error, records)]) from None


def _lines_of(cls: type, records: Sequence[ArchiveRecord]) -> list[int]:
    return [line for line, record in enumerate(records, FIRST_RECORD) if isinstance(record, cls)]


def _twice(cls: type[Meeting | Council], records: Sequence[ArchiveRecord]) -> Iterator[Problem]:
    lines = _lines_of(cls, records)
    same = [record for record in records if isinstance(record, cls)]
    for place, earlier in repeated(same):
        message = f"{said_twice(same[place])} as line {lines[earlier]}; keep one"
        yield Problem(f"line {lines[place]}", "twice", message)


def _at_its_line(error: InvalidValue, records: Sequence[ArchiveRecord]) -> Problem:
    """Say the line of an organization of whose names two hold on one day, which is all that is left to go wrong."""
    place, _, field = error.field.removeprefix("organizations[").partition("].")
    return Problem(f"line {_lines_of(DatedOrganization, records)[int(place)]}, {field}", error.code, error.message)


def write_archive(archive: Archive, file: str | os.PathLike[str] | BinaryIO) -> None:
    r"""Write an archive as JSON Lines: the councils, the organizations, then the meetings, each in their order.

    A path gets the whole file or keeps the one it had; one that ends in `.gz` is packed. Raises `OSError`.

    >>> import io
    >>> write_archive(Archive(), file := io.BytesIO())
    >>> file.getvalue()
    b'{"format":"csegroup.lines","version":1}\n'
    """
    write_lines(archive.records, file)
