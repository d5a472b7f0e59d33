"""Archives on the command line: which files are some, and how far their reading is."""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO, Self

from csegroup.archive import ArchiveRecord
from csegroup.errors import LoadError
from csegroup.files import unpacked
from csegroup.json import read_lines

__all__ = ["is_archive", "records"]

_SECONDS_BEFORE, _SECONDS_BETWEEN = 1.0, 0.2


def is_archive(file: str) -> bool:
    """Tell by its name whether a file has a record a line."""
    return file.lower().removesuffix(".gz").endswith(".jsonl")


def records(file: str, *, on_error: Callable[[LoadError], object] | None = None) -> Iterator[ArchiveRecord]:
    """Read an archive, and show how far that is on standard error, if it takes its time and that is a terminal."""
    try:
        with Path(file).open("rb") as opened, _Counter(file, opened) as counter:

            def tell(error: LoadError) -> None:
                if on_error is None:
                    raise error
                counter.clear()
                on_error(error)

            yield from read_lines(unpacked(opened, file), on_error=tell, progress=counter.show)
    except OSError as error:
        raise OSError(error.errno, error.strerror, file) from error


class _Counter:
    """One line that is written over: a name, how many records are done, and how much of the file that is."""

    def __init__(self, name: str, file: BinaryIO) -> None:
        self._name = "".join(character if character.isprintable() else "?" for character in Path(name).name)
        self._file, self._size = file, os.fstat(file.fileno()).st_size
        self._stream = sys.stderr if sys.stderr is not None and sys.stderr.isatty() else None
        self._next = time.monotonic() + _SECONDS_BEFORE
        self._is_shown = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.clear()

    def show(self, done: int) -> None:
        if self._stream is None or time.monotonic() < self._next:
            return
        self._next = time.monotonic() + _SECONDS_BETWEEN
        # What is no regular file has no size, and cannot tell where it is.
        number = f"{done:,} ({self._file.tell() / self._size:.0%})" if self._size else f"{done:,}"
        # Cut from its beginning, as if all its characters were wide: a line that breaks could not be written over.
        room = max(1, (shutil.get_terminal_size().columns - len(number) - 3) // 2)
        self._write(f"{self._name[-room:]}: {number}")

    def clear(self) -> None:
        if self._is_shown:
            self._write("")

    def _write(self, line: str) -> None:
        print(f"\r\x1b[K{line}", end="", file=self._stream, flush=True)
        self._is_shown = bool(line)
