"""The arguments of the commands, and what each word of them stands for."""

from __future__ import annotations

import argparse
import os
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias
from zoneinfo import ZoneInfo

from csegroup.cli import commands
from csegroup.cli.messages import ONE_OF, UNKNOWN_STYLE, UNKNOWN_ZONE, said
from csegroup.documents import STYLES, Style
from csegroup.errors import InvalidValue
from csegroup.meetings import named_zone
from csegroup.organizations import AttendeeKind
from csegroup.text import shown
from csegroup.wording.locales import words_for

__all__ = ["parser"]

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
    _add_check(added)
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
    command.add_argument("files", metavar="FILE", nargs="+", help="a meeting in JSON, or - for standard input")
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
    command.add_argument("files", metavar="FILE", nargs="+", help="a meeting in JSON, or - for standard input")
    command.add_argument(
        "--locale",
        metavar="TAG",
        type=_locale,
        action="append",
        dest="locales",
        help="language, by default en; given again for one more",
    )
    _add_audience_and_output(command)


def _add_check(added: Commands) -> None:
    example = "csegroup check meetings/*.json"
    command = _add(added, commands.check, "check", "say everything that is wrong with files", example)
    command.add_argument("files", metavar="FILE", nargs="+", help="a meeting, a council or a style in JSON, or -")


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
