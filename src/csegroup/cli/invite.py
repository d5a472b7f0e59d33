"""The command that writes invitations into a folder, and keeps what the next run needs."""

from __future__ import annotations

import argparse
import datetime as dt
import os
import secrets
import shutil
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from csegroup.cli.messages import (
    FOLDER_NEEDED,
    FOLDER_NOT_EMPTY,
    MESSAGES_WRITTEN,
    NO_RECORD,
    NOT_A_FOLDER,
    STAMP_NOT_LATER,
    language,
    said,
)
from csegroup.cli.records import record
from csegroup.cli.streams import Fault, told, write
from csegroup.errors import InvalidValue, LoadError, NotScheduled
from csegroup.ical import Mailing, Plan, invitations, plan, read_invitees
from csegroup.ical.records import dump_mailing, load_mailing
from csegroup.meetings import Meeting

__all__ = ["invite"]

_MESSAGES, _RECORD, _MAILING = "messages", "record", "mailing.json"
_OPTIONS = {"assumed_length": "--assumed-length", "organizer": "--organizer", "previous": "--previous-dir"}


def invite(options: argparse.Namespace) -> None:
    """Write what each invitee gets, or show what would be written."""
    mailing = _mailing(options)
    previous, stamp = _previous(options), _stamp(options)
    if previous and stamp <= previous[1]:
        raise Fault([said(STAMP_NOT_LATER, stamp=stamp.isoformat(), previous=previous[1].isoformat())])
    before = previous[0] if previous else None
    try:
        planned = plan(mailing, previous=before)
    except (InvalidValue, NotScheduled) as error:
        raise Fault([_placed(options, error)]) from None
    if options.dry_run:
        write(None, f"{planned.to_text(locale=language())}\n".encode())
        return
    _check_folder(options)
    try:
        _write_folder(options.out, mailing, before, planned, stamp)
    except InvalidValue as error:
        raise Fault([f"{options.invitees}: {error.message}"]) from None
    for line in planned.fallbacks(locale=language()):
        print(line, file=sys.stderr)
    said_so = said(MESSAGES_WRITTEN, folder=str(options.out / _MESSAGES), numbers=planned.summary(locale=language()))
    write(None, f"{said_so}\n".encode(errors="surrogateescape"))


def _mailing(options: argparse.Namespace) -> Mailing:
    """Put together what the files and options say, or tell all that is wrong with both files."""
    problems: list[str] = []
    meeting = invitees = None
    try:
        meeting = record(options.file, Meeting)
    except LoadError as error:
        problems += told(options.file, error)
    try:
        invitees = read_invitees(options.invitees, encoding=options.encoding)
    except LoadError as error:
        problems += told(options.invitees, error)
    if meeting is None or invitees is None:
        raise Fault(problems)
    try:
        return Mailing(
            meeting=meeting,
            organizer=options.organizer,
            invitees=invitees,
            assumed_length=options.assumed_length,
            shared_list=options.shared_list,
        )
    except InvalidValue as error:
        raise Fault([f"{options.invitees}: {error.message}"]) from None


def _previous(options: argparse.Namespace) -> tuple[Mailing, dt.datetime] | None:
    if options.previous_dir is None:
        return None
    file = options.previous_dir / _RECORD / _MAILING
    try:
        return load_mailing(file.read_bytes())
    except FileNotFoundError:
        raise Fault([said(NO_RECORD, folder=str(options.previous_dir), file=f"{_RECORD}/{_MAILING}")]) from None
    except LoadError as error:
        raise Fault(told(str(file), error)) from None


def _stamp(options: argparse.Namespace) -> dt.datetime:
    stamp: dt.datetime = options.stamp or dt.datetime.now(dt.timezone.utc)
    return stamp.replace(microsecond=0)


def _placed(options: argparse.Namespace, error: InvalidValue | NotScheduled) -> str:
    """Say at which file or option something is wrong."""
    if isinstance(error, NotScheduled):
        return f"{options.file}: {error}"
    holder, _, field = error.field.partition(".")
    if holder == "meeting":
        return f"{options.file}: {field}: {error.message}"
    return f"{_OPTIONS.get(holder, holder)}: {error.message}"


def _check_folder(options: argparse.Namespace) -> None:
    """Refuse a folder that something else is in, or that is still needed; nothing is written then."""
    folder: Path = options.out
    if not folder.exists():
        return
    if options.previous_dir and folder.samefile(options.previous_dir):
        raise Fault([said(FOLDER_NEEDED, folder=str(folder))])
    if not options.force and any(folder.iterdir()):
        raise Fault([said(FOLDER_NOT_EMPTY, folder=str(folder))])
    for name in (_MESSAGES, _RECORD):
        inside = folder / name
        if inside.is_symlink() or (inside.exists() and not inside.is_dir()):
            raise Fault([said(NOT_A_FOLDER, folder=str(inside))])


def _write_folder(folder: Path, mailing: Mailing, previous: Mailing | None, planned: Plan, stamp: dt.datetime) -> None:
    """Write both folders beside their places, and put them there when all is written; nobody else may read them."""
    created = not folder.exists()
    folder.mkdir(parents=True, exist_ok=True)
    beside = folder / f".csegroup-{secrets.token_hex(8)}"
    try:
        for name, data in _files(mailing, previous, planned, stamp):
            _write_private(beside / name, data)
        _put_in_place(folder, beside)
    except OSError as error:
        raise OSError(error.errno, error.strerror, error.filename or os.fspath(folder)) from error
    finally:
        shutil.rmtree(beside, ignore_errors=True)
        if created:
            with suppress(OSError):
                folder.rmdir()


def _put_in_place(folder: Path, beside: Path) -> None:
    """Move the new folders to their places, and the old ones aside; both or neither."""
    put: list[str] = []
    try:
        for name in (_MESSAGES, _RECORD):
            (beside / name).mkdir(mode=0o700, exist_ok=True)
            if (folder / name).exists():
                (folder / name).rename(beside / f"old-{name}")
            put.append(name)
            (beside / name).rename(folder / name)
    except OSError:
        for name in put:
            shutil.rmtree(folder / name, ignore_errors=True)
            with suppress(OSError):
                (beside / f"old-{name}").rename(folder / name)
        raise


def _files(
    mailing: Mailing, previous: Mailing | None, planned: Plan, stamp: dt.datetime
) -> Iterator[tuple[str, bytes]]:
    """Give each file: messages by their place in the plan, which tells nobody's address, then the record."""
    yield f"{_RECORD}/{_MAILING}", dump_mailing(mailing, stamp=stamp)
    width = max(3, len(str(len(planned.steps))))
    places = {id(step.invitee): n for n, step in enumerate(planned.steps, start=1)}
    for one in invitations(mailing, previous=previous, stamp=stamp):
        name = f"{_MESSAGES}/{places[id(one.invitee)]:0{width}}-{one.action.value}"
        yield f"{name}.ics", one.ics
        yield f"{name}.eml", one.email().as_bytes()
    for locale in ("ja", "en"):
        yield f"{_RECORD}/plan.{locale}.txt", f"{planned.to_text(locale=locale)}\n".encode()


def _write_private(path: Path, data: bytes) -> None:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with open(path, "xb", opener=lambda name, flags: os.open(name, flags, 0o600)) as file:
        file.write(data)
