"""What the commands do, by calling the library."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from collections.abc import Callable, Generator, Iterator, Mapping
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path, PurePath
from typing import Final, TypeAlias, TypeVar

from csegroup import documents
from csegroup.cli.archives import is_archive, records
from csegroup.cli.messages import (
    DOCX_IN_TERMINAL,
    LEFT_OUT,
    NOTHING_TO_WRITE,
    ONE_LANGUAGE,
    UNKNOWN_ENDING,
    WIDTH_OF_TEXT,
    WRITTEN,
    said,
)
from csegroup.cli.records import record
from csegroup.cli.streams import Fault, in_terminal, told, write
from csegroup.documents import Document, Style
from csegroup.errors import CsegroupError, InvalidValue, LoadError
from csegroup.example import ARCHIVE, MEETING
from csegroup.files import write_whole
from csegroup.ical import to_ics
from csegroup.json import dumps
from csegroup.meetings import Meeting
from csegroup.schedule import latest

__all__ = ["FORMATS", "Command", "check", "example", "ics", "list_meetings", "program"]

Options: TypeAlias = argparse.Namespace
Command: TypeAlias = Callable[[Options], None]
Record = TypeVar("Record", Meeting, Style)

_WRITERS: Final[Mapping[str, Callable[[Document], bytes]]] = {
    "text": lambda document: documents.to_text(document).encode(),
    "markdown": lambda document: documents.to_markdown(document).encode(),
    "html": lambda document: documents.to_html(document).encode(),
    "docx": documents.to_docx,
}
FORMATS: Final = list(_WRITERS)
_ENDINGS: Final[Mapping[str, str]] = {
    ".txt": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".docx": "docx",
    ".csv": "csv",
}
# What the library calls a field and the command line an option.
_OPTIONS: Final = {"width": "--width", "levels": "--style"}
_LINES_SHOWN = 8


def example(options: Options) -> None:
    """Write the meeting shipped with the package in every form, its council's archive, and how the programs begin."""
    files = dict(_example_files())
    options.out.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        write_whole(options.out / name, data)
    lines = [said(WRITTEN, files=", ".join(files), folder=str(options.out)), ""]
    for name in ("program.en.txt", "program.ja.txt"):
        lines += [*files[name].decode().splitlines()[:_LINES_SHOWN], "…", ""]
    # A folder's name may be no UTF-8, and is said as it is.
    write(None, "\n".join(lines).encode(errors="surrogateescape"))


def _example_files() -> Iterator[tuple[str, bytes]]:
    yield "meeting.json", dumps(MEETING, indent=2) + b"\n"
    yield "meeting.ics", to_ics(MEETING, locale=["en", "ja"], stamp=dt.datetime.now(dt.timezone.utc))
    for name, locale in (("en", ["en"]), ("ja", ["ja"]), ("both", ["ja", "en"])):
        made = documents.program(MEETING, locale=locale)
        for ending, form in ((".txt", "text"), (".md", "markdown"), (".html", "html"), (".docx", "docx")):
            # Without the extra for it there is no DOCX, and everything else.
            if form != "docx" or find_spec("docx"):
                yield f"program.{name}{ending}", _WRITERS[form](made)
    yield "archive.jsonl", ARCHIVE.read_bytes()


def program(options: Options) -> None:
    """Write the program of a meeting."""
    form = _format(options)
    if options.width is not None and form != "text":
        raise Fault([said(WIDTH_OF_TEXT)])
    meeting = _meeting(options.file).seen_by(options.audience)
    style = _style(options.style)
    with _faults_of(options.file):
        made = documents.program(meeting, locale=_locales(options), style=style, time_zone=options.time_zone)
        data = documents.to_text(made, width=options.width).encode() if form == "text" else _WRITERS[form](made)
    write(options.output, data)


def list_meetings(options: Options) -> None:
    """Write a list of meetings."""
    form = _format(options)
    meetings = latest(meeting.seen_by(options.audience) for meeting in _meetings(options.files))
    style = _style(options.style)
    with _faults_of(", ".join(options.files)):
        if form == "csv":
            data = documents.meetings_csv(meetings, locale=_locales(options)[0])
        else:
            now = dt.datetime.now(dt.timezone.utc)
            data = _WRITERS[form](documents.meeting_list(meetings, locale=_locales(options), style=style, now=now))
    write(options.output, data)


def _locales(options: Options) -> list[str]:
    return options.locales or ["en"]


def _format(options: Options) -> str:
    """Give the format asked for, or that of the output's name."""
    ending = PurePath(options.output or "").suffix.lower()
    form: str = options.format or _ENDINGS.get(ending, "" if ending else "text")
    formats = [*FORMATS, *(["csv"] if options.run is list_meetings else [])]
    if form not in formats:
        raise Fault([said(UNKNOWN_ENDING, file=options.output, words=", ".join(formats))])
    if form == "csv" and len(_locales(options)) > 1:
        raise Fault([said(ONE_LANGUAGE)])
    if form == "docx" and in_terminal(options.output):
        raise Fault([said(DOCX_IN_TERMINAL)])
    return form


def _style(style: Style | Path) -> Style:
    """Read a style that is in a file."""
    return style if isinstance(style, Style) else _loaded(str(style), Style)


def ics(options: Options) -> None:
    """Write a calendar file of meetings."""
    meetings = latest(meeting.seen_by(options.audience) for meeting in _meetings(options.files))
    dated = [meeting for meeting in meetings if meeting.local_date]
    undecided = [said(LEFT_OUT, meeting=meeting.id) for meeting in meetings if not meeting.local_date]
    if not dated:
        raise Fault([*undecided, said(NOTHING_TO_WRITE)])
    with _faults_of(", ".join(options.files)):
        data = to_ics(dated, locale=_locales(options), stamp=dt.datetime.now(dt.timezone.utc))
    write(options.output, data)
    for line in undecided:
        print(line, file=sys.stderr)


def check(options: Options) -> None:
    """Say everything that is wrong with files."""
    from csegroup.cli.check import check as checked  # noqa: PLC0415 - whoever prints a program does not wait for a review

    checked(options)


def _meetings(files: list[str]) -> Iterator[Meeting]:
    """Read meetings, each in a file of its own or many in an archive, of which a council is left out."""
    for file in files:
        if is_archive(file):
            with _problems_of(file):
                yield from (record for record in records(file) if isinstance(record, Meeting))
        else:
            yield _meeting(file)


def _meeting(file: str) -> Meeting:
    return _loaded(file, Meeting)


def _loaded(file: str, cls: type[Record]) -> Record:
    with _problems_of(file):
        return record(file, cls)


@contextmanager
def _problems_of(file: str) -> Generator[None]:
    """Say of which file the problems are."""
    try:
        yield
    except LoadError as error:
        raise Fault(told(file, error)) from None


@contextmanager
def _faults_of(file: str) -> Generator[None]:
    """Say of which file a value is that cannot be written out."""
    try:
        yield
    except InvalidValue as error:
        option = _OPTIONS.get(error.field)
        raise Fault([f"{option}: {error.message}" if option else f"{file}: {error}"]) from None
    except CsegroupError as error:
        raise Fault([str(error)]) from None
