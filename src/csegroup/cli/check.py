"""The command `check`: what is wrong with files, and what a careful reader would find in an archive."""

from __future__ import annotations

import argparse
import io
import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Final, final

from csegroup.archive import ArchiveRecord
from csegroup.cli.archives import is_archive, records
from csegroup.cli.messages import SEVERITIES, TOLD_FINDING, said
from csegroup.cli.records import found_problems
from csegroup.cli.reviews import Told, reviewed, told_twice
from csegroup.cli.streams import Fault, read, write
from csegroup.errors import LoadError, Problem
from csegroup.files import read_part, unpacked
from csegroup.json import problems, read_lines
from csegroup.review import Severity

__all__ = ["check"]

_STATUS_OF_WARNINGS = 3
_HEADER: Final = 200


def check(options: argparse.Namespace) -> None:
    """Say everything that is wrong with files as it is found, then what a review of all their archives finds."""
    checking = _Checking(as_text=options.format == "text")
    for file in options.files:
        checking.look_at(file)
    if checking.sound and checking.archives:
        checking.tell(told_twice(checking.archives))
    findings = reviewed(checking.archives, options) if checking.sound and checking.archives else []
    if options.format != "text":
        write(None, _as_json([*checking.told, *findings], options.files))
    elif findings:
        write(None, "".join(f"{_line(entry)}\n" for entry in findings).encode())
    severities = {entry.severity for entry in (*checking.told, *findings)}
    if severities - {Severity.NOTE}:
        raise Fault([], status=1 if Severity.ERROR in severities else _STATUS_OF_WARNINGS)


def _as_json(told: Iterable[Told], files: list[str]) -> bytes:
    ordered = sorted(told, key=lambda entry: files.index(entry.file))
    return json.dumps([entry.as_json() for entry in ordered], ensure_ascii=False, indent=2).encode() + b"\n"


def _line(entry: Told) -> str:
    severity = said(SEVERITIES[entry.severity.value])
    message = said(TOLD_FINDING, severity=severity, finding=entry.message, code=entry.code)
    return f"{entry.file}: {Problem(entry.path, entry.code, message)}"


@final
class _Checking:
    """What was read so far: the problems, the archives without any, and whether all archives could be read."""

    def __init__(self, *, as_text: bool) -> None:
        self.told: list[Told] = []
        self.archives: dict[str, tuple[ArchiveRecord, ...]] = {}
        self.sound = True
        self._as_text = as_text

    def tell(self, problems_found: Iterable[Told]) -> None:
        """Tell what is wrong with archives, of which none is reviewed then."""
        for entry in problems_found:
            self.sound = False
            self._say(entry)

    def _say(self, entry: Told) -> None:
        self.told.append(entry)
        if self._as_text:
            print(f"{entry.file}: {Problem(entry.path, entry.code, entry.message)}", file=sys.stderr)

    def look_at(self, file: str) -> None:
        """Read a file, and tell its problems."""
        try:
            data = read(file) if file == "-" else b""
            if is_archive(file) or _begins_as_an_archive(data or _beginning(file)):
                self._look_at_an_archive(file, data)
            else:
                self._say_all(file, problems(data) if file == "-" else found_problems(file))
        except LoadError as error:
            self._say_all(file, error.problems)
        except OSError as error:
            self._say(Told(file=file, code="unreadable", message=str(error.strerror)))

    def _look_at_an_archive(self, file: str, data: bytes) -> None:
        def tell_all(error: LoadError) -> None:
            self._say_all(file, error.problems)

        told, was_sound, self.sound = len(self.told), self.sound, False
        lines = read_lines(io.BytesIO(data), on_error=tell_all) if file == "-" else records(file, on_error=tell_all)
        self.archives[file] = tuple(lines)
        self.sound = was_sound and len(self.told) == told

    def _say_all(self, file: str, found: Iterable[Problem]) -> None:
        for problem in found:
            self._say(Told(file=file, code=problem.code, path=problem.path, message=problem.message))


def _beginning(file: str) -> bytes:
    with Path(file).open("rb") as opened:
        return read_part(unpacked(opened, file).read, _HEADER)


def _begins_as_an_archive(data: bytes) -> bool:
    """Tell an archive by its first line, where its name does not end in .jsonl."""
    try:
        header = json.loads(data[:_HEADER].partition(b"\n")[0])
    except ValueError:
        return False
    return isinstance(header, dict) and header.get("format") == "csegroup.lines"
