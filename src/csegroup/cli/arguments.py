"""The arguments of the commands, and what each word of them stands for."""

from __future__ import annotations

import argparse
import datetime as dt
import os
from difflib import get_close_matches
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias
from zoneinfo import ZoneInfo

from csegroup.cli import commands
from csegroup.cli.invite import invite
from csegroup.cli.messages import (
    NOT_A_DAY,
    NOT_A_STAMP,
    NOT_MINUTES,
    ONE_AT_A_TIME,
    ONE_OF,
    ONE_OF_NEAR,
    UNKNOWN_STYLE,
    UNKNOWN_ZONE,
    said,
)
from csegroup.cli.schema import RECORDS, schema
from csegroup.documents import STYLES, Style
from csegroup.errors import InvalidValue
from csegroup.ical import Mailbox
from csegroup.meetings import named_zone
from csegroup.organizations import AttendeeKind
from csegroup.text import shown
from csegroup.wording.locales import words_for

__all__ = ["parser"]

_MINUTES_OF_A_DAY = 24 * 60
_MEETINGS = "a meeting in JSON, or - for standard input, or an archive (.jsonl); both may be packed (.gz)"

if TYPE_CHECKING:
    Commands: TypeAlias = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - it has no other name


def parser() -> argparse.ArgumentParser:
    """Make the parser of all commands."""
    made = argparse.ArgumentParser(prog="csegroup", description="Programs and calendars of a council's meetings.")
    made.add_argument("--version", action="version", version=f"csegroup {version('csegroup')}")
    added = made.add_subparsers(title="commands", required=True, metavar="COMMAND")
    _add_example(added)
    _add_program(added)
    _add_list(added)
    _add_ics(added)
    _add_invite(added)
    _add_check(added)
    _add_schema(added)
    return made


def _add(added: Commands, run: commands.Command, name: str, does: str, example: str) -> argparse.ArgumentParser:
    command = added.add_parser(name, help=does, description=f"{does.capitalize()}.", epilog=f"example: {example}")
    command.set_defaults(run=run)
    return command


def _add_example(added: Commands) -> None:
    command = _add(
        added, commands.example, "example", "write a real meeting in every form", "csegroup example --out meeting-6"
    )
    command.add_argument(
        "--out", metavar="DIR", type=Path, default=Path("csegroup-example"), help="folder, by default %(default)s"
    )


def _add_program(added: Commands) -> None:
    example = "csegroup program meeting.json --both -o program.html"
    command = _add(added, commands.program, "program", "write the program of a meeting", example)
    command.add_argument("file", metavar="FILE", help="a meeting in JSON, or - for standard input")
    _add_form(command, commands.FORMATS)
    command.add_argument(
        "--time-zone", metavar="ZONE", type=_zone, help="tell the hours a second time, as in Europe/Berlin"
    )
    command.add_argument("--width", metavar="N", type=int, help="wrap plain text to so many columns")
    _add_audience_and_output(command)


def _add_list(added: Commands) -> None:
    example = "csegroup list meetings/*.json --locale ja -o meetings.csv"
    command = _add(added, commands.list_meetings, "list", "list meetings, those to come first", example)
    command.add_argument("files", metavar="FILE", nargs="+", help=_MEETINGS)
    _add_form(command, [*commands.FORMATS, "csv"])
    _add_audience_and_output(command)


def _add_form(command: argparse.ArgumentParser, formats: list[str]) -> None:
    """Add what documents have in common: languages, format and style."""
    languages = command.add_mutually_exclusive_group()
    languages.add_argument(
        "--locale",
        metavar="TAG",
        type=_locale,
        action="append",
        dest="locales",
        help="language, such as ja, en-GB or ja-u-ca-gregory, by default en; given again for one more",
    )
    languages.add_argument("--both", action="store_const", const=["ja", "en"], dest="locales", help="ja and en")
    command.add_argument(
        "--format",
        metavar="NAME",
        type=lambda word: _one_of(word, formats),
        help=f"{', '.join(formats)}; by default what the ending of the output's name says, or text",
    )
    command.add_argument(
        "--style", metavar="NAME|FILE", type=_style, default=STYLES["council"], help=f"{', '.join(STYLES)}, or a file"
    )


def _add_ics(added: Commands) -> None:
    example = "csegroup ics *.json --locale ja -o council.ics"
    command = _add(added, commands.ics, "ics", "make a calendar file of meetings", example)
    command.add_argument("files", metavar="FILE", nargs="+", help=_MEETINGS)
    command.add_argument(
        "--locale",
        metavar="TAG",
        type=_locale,
        action="append",
        dest="locales",
        help="language, by default en; given again for one more",
    )
    _add_audience_and_output(command)


def _add_invite(added: Commands) -> None:
    example = "csegroup invite meeting.json --organizer office@example.go.jp --invitees council.csv --out first"
    command = _add(added, invite, "invite", "write invitations, updates and cancellations", example)
    command.add_argument("file", metavar="FILE", help="a meeting in JSON, or - for standard input")
    command.add_argument(
        "--organizer", metavar="EMAIL", type=_mailbox, required=True, help="'Office <office@example.go.jp>'"
    )
    command.add_argument(
        "--invitees",
        metavar="CSV",
        required=True,
        help="columns email, name, language, role, time_zone, kind, join_url, passcode, of which the first is required",
    )
    command.add_argument(
        "--out",
        metavar="DIR",
        type=Path,
        required=True,
        help="folder for messages/, to be sent, and record/, to be kept",
    )
    command.add_argument("--previous-dir", metavar="DIR", type=Path, help="the folder that the previous run wrote")
    command.add_argument(
        "--assumed-length", metavar="MINUTES", type=_minutes, help="end in calendars a meeting whose end is open"
    )
    command.add_argument("--shared-list", action="store_true", help="show all invitees to each of them")
    command.add_argument("--stamp", metavar="TIME", type=_stamp, help="time of the messages, by default now")
    command.add_argument("--encoding", metavar="NAME", default="utf-8", help="of the CSV, such as cp932")
    command.add_argument("--dry-run", action="store_true", help="show who would get what, and write nothing")
    command.add_argument("--force", action="store_true", help="replace messages/ and record/ in the folder")


def _add_check(added: Commands) -> None:
    example = "csegroup check meetings/*.json"
    command = _add(added, commands.check, "check", "say everything that is wrong with files", example)
    command.add_argument(
        "files",
        metavar="FILE",
        nargs="+",
        help="a meeting, a council, an organization, a style, or archives, reviewed as one; - is standard input",
    )
    command.add_argument(
        "--today", metavar="DATE", type=_day, help="the day on which an archive is reviewed, by default today"
    )
    command.add_argument(
        "--ignore",
        metavar="CODE",
        type=_code,
        action="append",
        dest="ignored",
        help="leave a finding out; given again for one more",
    )
    command.add_argument(
        "--format",
        metavar="NAME",
        type=lambda word: _one_of(word, ["text", "json"]),
        default="text",
        help="text, json; by default %(default)s",
    )


def _add_schema(added: Commands) -> None:
    example = "csegroup schema meeting -o meeting.1.json"
    command = _add(added, schema, "schema", "write the schema by which editors check records", example)
    command.add_argument(
        "record",
        metavar="RECORD",
        nargs="?",
        default="meeting",
        type=lambda word: _one_of(word, list(RECORDS)),
        help=f"{', '.join(RECORDS)}, by default %(default)s",
    )
    command.add_argument("--vscode", action="store_true", help="write a setting of VS Code with all of them instead")
    command.add_argument("-o", "--output", metavar="FILE", help="by default standard output")


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


def _one_of(word: str, words: list[str]) -> str:
    if word not in words:
        raise argparse.ArgumentTypeError(said(ONE_OF, words=", ".join(words), word=shown(word)))
    return word


def _code(word: str) -> str:
    from csegroup.review import RULES  # noqa: PLC0415 - the rules are many, and for one command alone

    codes = sorted(rule.code for rule in RULES)
    if "," in word:
        raise argparse.ArgumentTypeError(said(ONE_AT_A_TIME, word=shown(word)))
    near = get_close_matches(word, codes, n=1)
    if near and word not in codes:
        raise argparse.ArgumentTypeError(said(ONE_OF_NEAR, words=", ".join(codes), word=shown(word), near=near[0]))
    return _one_of(word, codes)


def _kind(word: str) -> AttendeeKind:
    return AttendeeKind(_one_of(word, [kind.value for kind in AttendeeKind]))


def _style(word: str) -> Style | Path:
    """Give a style by its name, or the file that it is in, which is read when all arguments are known to be right."""
    if word not in STYLES and not os.path.exists(word):  # noqa: PTH110 - Path.exists fails for a name that is too long
        raise argparse.ArgumentTypeError(said(UNKNOWN_STYLE, words=", ".join(STYLES), word=shown(word)))
    return STYLES.get(word) or Path(word)


def _zone(word: str) -> ZoneInfo:
    zone = named_zone(word)
    if zone is None:
        raise argparse.ArgumentTypeError(said(UNKNOWN_ZONE, word=shown(word)))
    return zone


def _mailbox(word: str) -> Mailbox:
    try:
        return Mailbox.parse(word)
    except InvalidValue as error:
        raise argparse.ArgumentTypeError(error.message) from None


def _minutes(word: str) -> dt.timedelta:
    if not word.isascii() or not word.isdigit() or not 1 <= int(word[:5]) <= _MINUTES_OF_A_DAY:
        raise argparse.ArgumentTypeError(said(NOT_MINUTES, word=shown(word)))
    return dt.timedelta(minutes=int(word))


def _day(word: str) -> dt.date:
    try:
        return dt.date.fromisoformat(word)
    except ValueError:
        raise argparse.ArgumentTypeError(said(NOT_A_DAY, word=shown(word))) from None


def _stamp(word: str) -> dt.datetime:
    try:
        stamp = dt.datetime.fromisoformat(word)
        if stamp.tzinfo is not None:
            return stamp.astimezone(dt.timezone.utc)
    except (ValueError, OverflowError):
        pass
    raise argparse.ArgumentTypeError(said(NOT_A_STAMP, word=shown(word)))
