"""The command line: arguments, files and exit codes; everything else is the library's."""

from __future__ import annotations

import argparse
import datetime as dt
import errno
import os
import sys
from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, TextIO, TypeAlias

from csegroup.documents import format_program
from csegroup.errors import InvalidValue, LoadError
from csegroup.example import MEETING
from csegroup.files import write_whole
from csegroup.ical import to_ics
from csegroup.json import dumps, loads, problems
from csegroup.json.syntax import BYTES_AT_MOST
from csegroup.meetings import Meeting, latest
from csegroup.organizations import AttendeeKind
from csegroup.wording.locales import words_for

__all__ = ["main"]

if TYPE_CHECKING:
    Commands: TypeAlias = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - it has no other name
Options: TypeAlias = argparse.Namespace

_LINES_SHOWN = 8


class _Fault(Exception):  # noqa: N818 - a fault of the input, not of the program
    """What the person at the command line has to mend, one line each."""

    def __init__(self, lines: Iterable[str]) -> None:
        super().__init__("\n".join(lines))


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and give the exit status: 0, 1 where the input is at fault, 2 for wrong arguments."""
    options = _parser().parse_args(arguments)
    run: Callable[[Options], None] = options.run
    try:
        run(options)
        _flush()
    except BrokenPipeError:
        # Whoever reads has seen enough; without this, Python would complain when it closes the output.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except OSError as error:
        return _fail(f"{error.filename or 'standard output'}: {error.strerror}")
    except _Fault as fault:
        return _fail(str(fault))
    return 0


def _fail(message: str) -> int:
    print(message, file=sys.stderr)
    return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="csegroup", description="Programs and calendars of a council's meetings.")
    parser.add_argument("--version", action="version", version=f"csegroup {version('csegroup')}")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    _add_example(commands)
    _add_program(commands)
    _add_ics(commands)
    _add_check(commands)
    return parser


def _add(
    commands: Commands, name: str, run: Callable[[Options], None], does: str, example: str
) -> argparse.ArgumentParser:
    command = commands.add_parser(name, help=does, description=f"{does.capitalize()}.", epilog=f"example: {example}")
    command.set_defaults(run=run)
    return command


def _add_example(commands: Commands) -> None:
    command = _add(
        commands, "example", _example, "write a real meeting in every form", "csegroup example --out meeting-6"
    )
    command.add_argument(
        "--out", metavar="DIR", type=Path, default=Path("csegroup-example"), help="folder, by default %(default)s"
    )


def _add_program(commands: Commands) -> None:
    command = _add(
        commands, "program", _program, "print the program of a meeting", "csegroup program meeting.json --locale ja"
    )
    command.add_argument("file", metavar="FILE", help="a meeting in JSON, or - for standard input")
    command.add_argument("--locale", metavar="TAG", type=_locale, default="en", help="ja or en, by default %(default)s")
    _add_audience_and_output(command)


def _add_ics(commands: Commands) -> None:
    command = _add(
        commands, "ics", _ics, "make a calendar file of meetings", "csegroup ics *.json --locale ja -o council.ics"
    )
    command.add_argument("files", metavar="FILE", nargs="+", help="a meeting in JSON, or - for standard input")
    command.add_argument(
        "--locale", metavar="TAG", type=_locale, action="append", help="ja or en, by default en; twice for both"
    )
    _add_audience_and_output(command)


def _add_check(commands: Commands) -> None:
    command = _add(
        commands, "check", _check, "say everything that is wrong with files", "csegroup check meetings/*.json"
    )
    command.add_argument("files", metavar="FILE", nargs="+", help="a meeting or a council in JSON, or -")


def _add_audience_and_output(command: argparse.ArgumentParser) -> None:
    kinds = ", ".join(kind.value for kind in AttendeeKind)
    command.add_argument(
        "--audience", metavar="KIND", type=_kind, help=f"show what is open to a kind, not to the public: {kinds}"
    )
    command.add_argument("-o", "--output", metavar="FILE", help="by default standard output")


def _locale(tag: str) -> str:
    try:
        words_for(tag)
    except InvalidValue as error:
        raise argparse.ArgumentTypeError(error.message) from None
    return tag


def _kind(word: str) -> AttendeeKind:
    try:
        return AttendeeKind(word)
    except ValueError:
        kinds = ", ".join(kind.value for kind in AttendeeKind)
        raise argparse.ArgumentTypeError(f"is one of {kinds}, not {word!r}") from None


def _example(options: Options) -> None:
    programs = {locale: format_program(MEETING, locale=locale) for locale in ("en", "ja")}
    files = {
        "meeting.json": dumps(MEETING, indent=2) + b"\n",
        "program.en.txt": programs["en"].encode(),
        "program.ja.txt": programs["ja"].encode(),
        "meeting.ics": to_ics(MEETING, locale=["en", "ja"], stamp=dt.datetime.now(dt.timezone.utc)),
    }
    options.out.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        write_whole(options.out / name, data)
    said = [f"Wrote {', '.join(files)} to {options.out}/. The programs begin:", ""]
    for program in programs.values():
        said += [*program.splitlines()[:_LINES_SHOWN], "…", ""]
    # A folder's name may be no UTF-8, and is said as it is.
    _write(None, "\n".join(said).encode(errors="surrogateescape"))


def _program(options: Options) -> None:
    meeting = _meeting(options.file).seen_by(options.audience)
    with _faults_of(options.file):
        program = format_program(meeting, locale=options.locale)
    _write(options.output, program.encode())


def _ics(options: Options) -> None:
    meetings = latest(_meeting(file).seen_by(options.audience) for file in options.files)
    dated = [meeting for meeting in meetings if meeting.local_date]
    undecided = [f"{meeting.id}: no day is set yet; left out" for meeting in meetings if not meeting.local_date]
    if not dated:
        raise _Fault([*undecided, "no meeting has a day, so no calendar was written"])
    with _faults_of(", ".join(options.files)):
        data = to_ics(dated, locale=options.locale or ["en"], stamp=dt.datetime.now(dt.timezone.utc))
    _write(options.output, data)
    for line in undecided:
        print(line, file=sys.stderr)


def _check(options: Options) -> None:
    if found := [line for file in options.files for line in _problems(file)]:
        raise _Fault(found)


def _problems(file: str) -> list[str]:
    try:
        return [f"{file}: {problem}" for problem in problems(_read(file))]
    except OSError as error:
        return [f"{file}: {error.strerror}"]


def _meeting(file: str) -> Meeting:
    try:
        return loads(_read(file), Meeting)
    except LoadError as error:
        raise _Fault(f"{file}: {problem}" for problem in error.problems) from None


@contextmanager
def _faults_of(file: str) -> Generator[None]:
    """Say of which file a value is that cannot be written out."""
    try:
        yield
    except InvalidValue as error:
        raise _Fault([f"{file}: {error}"]) from None


def _read(file: str) -> bytes:
    """Read a file or standard input, and no more of it than tells that it is too large."""
    try:
        if file == "-":
            return _stream(sys.stdin).buffer.read(BYTES_AT_MOST + 1)
        with Path(file).open("rb") as opened:
            return opened.read(BYTES_AT_MOST + 1)
    except OSError as error:
        raise OSError(error.errno, error.strerror, file) from error


def _stream(stream: TextIO | None) -> TextIO:
    """Give a standard stream; Python has None for one that was closed before it began."""
    if stream is None:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))
    return stream


def _flush() -> None:
    if sys.stdout is not None:
        sys.stdout.flush()


def _write(file: str | None, data: bytes) -> None:
    """Write a file, or standard output in UTF-8 whatever the terminal's own encoding is."""
    if file is None or file == "-":
        _stream(sys.stdout).buffer.write(data)
    else:
        write_whole(file, data)
