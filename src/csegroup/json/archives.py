"""Whole archives, read from JSON Lines and written to them, with the line of each problem."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import BinaryIO

from csegroup.archive import Archive, ArchiveRecord, Clash, clashes
from csegroup.errors import LoadError, Problem
from csegroup.fields import an_instance
from csegroup.json.limits import LIMITS
from csegroup.json.lines import read_lines, write_lines

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
    if found := sorted(clashes(records)):
        raise LoadError(_at_its_line(clash) for clash in found[: LIMITS.problems])
    return Archive.of(records)


def _at_its_line(clash: Clash) -> Problem:
    place, other = f"line {clash.place + FIRST_RECORD}", f"line {clash.earlier + FIRST_RECORD}"
    return Problem(f"{place}, {clash.field}" if clash.field else place, clash.code, clash.message(other))


def write_archive(archive: Archive, file: str | os.PathLike[str] | BinaryIO) -> None:
    r"""Write an archive as JSON Lines: the councils, the organizations, then the meetings, each in their order.

    A path gets the whole file or keeps the one it had; one that ends in `.gz` is packed. Raises `OSError`, and
    `InvalidValue` for what is no archive.

    >>> import io
    >>> write_archive(Archive(), file := io.BytesIO())
    >>> file.getvalue()
    b'{"format":"csegroup.lines","version":1}\n'
    """
    an_instance(Archive)("archive", archive)
    write_lines(archive.records, file)
