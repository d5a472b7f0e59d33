"""What the command line reads and writes: files, standard streams and faults."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TextIO

from csegroup.cli.messages import NOT_SHOWN, said
from csegroup.errors import LoadError
from csegroup.files import read_part, unpacked, write_whole
from csegroup.json.syntax import BYTES_AT_MOST

__all__ = ["Fault", "drop", "flush", "in_terminal", "read", "told", "write"]


class Fault(Exception):  # noqa: N818 - a fault of the input, not of the program
    """What the person at the command line has to mend, one line each."""

    def __init__(self, lines: Iterable[str], *, status: int = 1) -> None:
        super().__init__("\n".join(lines))
        self.status = status


def told(file: str, error: LoadError) -> list[str]:
    """Say each problem on a line that begins with its file."""
    return [f"{file}: {problem}" for problem in error.problems]


def read(file: str) -> bytes:
    """Read a file, unpacked by its name, or standard input, and no more than tells that it is too large.

    Raises `LoadError` where a packed file is broken, and `OSError`.
    """
    try:
        if file == "-":
            return _stream(sys.stdin).buffer.read(BYTES_AT_MOST + 1)
        with Path(file).open("rb") as opened:
            return read_part(unpacked(opened, file).read, BYTES_AT_MOST + 1)
    except OSError as error:
        raise OSError(error.errno, error.strerror, file) from error


def _stream(stream: TextIO | None) -> TextIO:
    """Give a standard stream; Python has None for one that was closed before it began."""
    if stream is None:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))
    return stream


def flush() -> None:
    """Write out what is still held back."""
    if sys.stdout is not None:
        sys.stdout.flush()


def drop() -> None:
    """Let go of what could not be written, or Python fails at it once more when it closes standard output."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def in_terminal(file: str | None) -> bool:
    """Tell whether an output goes to a person's terminal."""
    return file in {None, "-"} and sys.stdout is not None and sys.stdout.isatty()


def write(file: str | None, data: bytes) -> None:
    """Write a file, or standard output: in UTF-8, but to a terminal in its own encoding, if that has the characters."""
    if file is not None and file != "-":
        write_whole(file, data)
        return
    stream = _stream(sys.stdout)
    if stream.isatty():
        try:
            data = (
                data.decode("utf-8", "surrogateescape")
                .removeprefix("\ufeff")
                .encode(stream.encoding, "surrogateescape")
            )
        except UnicodeEncodeError:
            raise Fault([said(NOT_SHOWN, encoding=stream.encoding)]) from None
    stream.buffer.write(data)
