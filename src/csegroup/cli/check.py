"""The command `check`: what is wrong with files, and what a careful reader would find in an archive."""

from __future__ import annotations

import argparse
import datetime as dt
import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final, final

import attrs

from csegroup.archive import Archive, ArchiveRecord
from csegroup.cli.archives import is_archive, records
from csegroup.cli.messages import SEVERITIES, TOLD_FINDING, language, said
from csegroup.cli.records import found_problems
from csegroup.cli.streams import Fault, write
from csegroup.council import Council
from csegroup.errors import LoadError, Problem
from csegroup.json.archives import FIRST_RECORD, archive_of
from csegroup.meetings import Meeting
from csegroup.review import Finding, Severity, format_finding, review

__all__ = ["check"]

_STATUS_OF_WARNINGS = 3
_PLACE: Final = re.compile(r"(council|organizations|meetings)(?:\[([0-9]+)\])?(?:\.(.*))?")


@final
@attrs.frozen(kw_only=True)
class _Entry:
    """One line of what is told: a problem or a finding."""

    file: str
    code: str
    severity: Severity = Severity.ERROR
    path: str = ""
    values: Mapping[str, str] = attrs.field(factory=dict)
    message: str

    def as_json(self) -> dict[str, object]:
        return {**attrs.asdict(self), "severity": self.severity.value, "values": dict(self.values)}


def check(options: argparse.Namespace) -> None:
    """Say everything that is wrong with files as it is found, then what a review of their archives finds."""
    told: list[_Entry] = []
    as_text = options.format == "text"

    def tell(entry: _Entry) -> None:
        told.append(entry)
        if as_text:
            print(f"{entry.file}: {Problem(entry.path, entry.code, entry.message)}", file=sys.stderr)

    for file in options.files:
        findings = _check(file, tell, options)
        told.extend(findings)
        if as_text and findings:
            write(None, "".join(f"{_line(entry)}\n" for entry in findings).encode())
    if not as_text:
        write(None, json.dumps([entry.as_json() for entry in told], ensure_ascii=False, indent=2).encode() + b"\n")
    severities = {entry.severity for entry in told}
    if severities - {Severity.NOTE}:
        raise Fault([], status=1 if Severity.ERROR in severities else _STATUS_OF_WARNINGS)


def _line(entry: _Entry) -> str:
    severity = said(SEVERITIES[entry.severity])
    message = said(TOLD_FINDING, severity=severity, finding=entry.message, code=entry.code)
    return f"{entry.file}: {Problem(entry.path, entry.code, message)}"


def _check(file: str, tell: Callable[[_Entry], None], options: argparse.Namespace) -> list[_Entry]:
    """Tell the problems of a file, and give what a review of an archive without problems finds."""
    sound = True

    def tell_all(error: LoadError) -> None:
        nonlocal sound
        sound = False
        for problem in error.problems:
            tell(_Entry(file=file, code=problem.code, path=problem.path, message=problem.message))

    try:
        if is_archive(file):
            read = tuple(records(file, on_error=tell_all))
            if sound:
                return list(_reviewed(file, read, archive_of(read), options))
        elif found := found_problems(file):
            tell_all(LoadError(found))
    except LoadError as error:
        tell_all(error)
    except OSError as error:
        tell(_Entry(file=file, code="unreadable", message=str(error.strerror)))
    return []


def _reviewed(
    file: str, read: tuple[ArchiveRecord, ...], archive: Archive, options: argparse.Namespace
) -> Iterator[_Entry]:
    """Review an archive, and tell of the lines of the file."""
    lines = {id(record): line for line, record in enumerate(read, FIRST_RECORD)}
    today = options.today or dt.datetime.now(dt.timezone.utc).astimezone().date()
    told: dict[tuple[str, str], tuple[int, _Entry]] = {}
    for council, meetings in _by_council(archive):
        of_kind = {"council": [council], "organizations": archive.organizations, "meetings": meetings}
        places = {kind: [lines.get(id(one), 0) for one in ones] for kind, ones in of_kind.items()}
        findings = review(
            council, meetings, today=today, organizations=archive.organizations, without=options.ignored or ()
        )
        for finding in findings:
            line, path = _at_its_line(finding.path, places)
            # What is found in the organizations is found beside each council.
            told.setdefault((finding.code, path), (line, _entry(file, finding, path, places)))
    return (entry for _, entry in sorted(told.values(), key=lambda one: one[0]))


def _by_council(archive: Archive) -> Iterator[tuple[Council | None, list[Meeting]]]:
    """Give each council with the meetings of its bodies; what is no council's goes to the one with the nearest id."""
    if len(archive.councils) <= 1:
        yield next(iter(archive.councils), None), list(archive.meetings)
        return
    meetings: dict[str, list[Meeting]] = {council.id: [] for council in archive.councils}
    owners = {str(body.organization.id): council.id for council in archive.councils for body in council.bodies}
    for meeting in archive.meetings:
        ids = [str(one.id) for one in (meeting.body, *meeting.jointly_with)]
        owner = next((owners[one] for one in ids if one in owners), None) or _nearest(ids[0], meetings)
        meetings[owner].append(meeting)
    for council in archive.councils:
        yield council, meetings[council.id]


def _nearest(body: str, councils: Iterable[str]) -> str:
    return max(councils, key=lambda council: len(council) if body.startswith(f"{council}/") else 0)


def _at_its_line(path: str, places: Mapping[str, list[int]]) -> tuple[int, str]:
    """Write a path of a review as that of a problem in an archive: its line, and the path in the record."""
    match = _PLACE.fullmatch(path)
    if not match or (match[1] == "meetings" and match[2] is None):
        return 0, ""
    line = places[match[1]][int(match[2] or 0)]
    return line, f"line {line}, {match[3]}" if match[3] else f"line {line}"


def _entry(file: str, finding: Finding, path: str, places: Mapping[str, list[int]]) -> _Entry:
    moved = {
        key: _at_its_line(value, places)[1] if value.startswith("meetings[") else value
        for key, value in finding.values.items()
    }
    finding = attrs.evolve(finding, values=moved)
    message = format_finding(finding, locale=language())
    return _Entry(
        file=file, code=finding.code, severity=finding.severity, path=path, values=finding.values, message=message
    )
