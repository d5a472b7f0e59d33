"""What a review finds in the archives of a command line, which are looked at as one, by file and line."""

from __future__ import annotations

import argparse
import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple, final

import attrs

from csegroup.archive import Archive, ArchiveRecord, clashes
from csegroup.cli.messages import language
from csegroup.council import Council
from csegroup.json.archives import FIRST_RECORD
from csegroup.meetings import Meeting
from csegroup.review import Finding, Severity, format_finding, review

__all__ = ["Told", "reviewed", "told_twice"]

_PLACE: Final = re.compile(r"(council|organizations|meetings)(?:\[([0-9]+)\])?(?:\.(.*))?")


@final
@attrs.frozen(kw_only=True)
class Told:
    """One line of what is told: a problem or a finding."""

    file: str
    code: str
    severity: Severity = Severity.ERROR
    path: str = ""
    values: Mapping[str, str] = attrs.field(factory=dict)
    message: str

    def as_json(self) -> dict[str, object]:
        """Give what stands in the output for programs."""
        return {**attrs.asdict(self), "severity": self.severity.value, "values": dict(self.values)}


@final
class _Line(NamedTuple):
    """Where a record stands: its file by its place among all, and the line."""

    place: int
    file: str
    line: int

    def said(self, path: str = "", *, beside: str | None = None) -> str:
        """Say the line, and a path in its record, behind the file if it is not the one that is spoken of."""
        where = f"line {self.line}" if self.line else ""
        where = ", ".join(filter(None, (where, path)))
        return where if beside in {None, self.file} else f"{self.file}: {where}"


_Records = Mapping[str, tuple[ArchiveRecord, ...]]


def _lines(read: _Records) -> Iterator[tuple[ArchiveRecord, _Line]]:
    """Give all records with their lines; a register that stands alike in several files is one."""
    registers: set[ArchiveRecord] = set()
    for place, (file, records) in enumerate(read.items()):
        known = frozenset(registers)
        for line, record in enumerate(records, FIRST_RECORD):
            if record not in known or isinstance(record, Meeting):
                yield record, _Line(place, file, line)
            if not isinstance(record, Meeting):
                registers.add(record)


def told_twice(read: _Records) -> list[Told]:
    """Give the records that stand there twice, in one file or in two."""
    entries = list(_lines(read))
    found = []
    for clash in sorted(clashes([record for record, _ in entries])):
        line, earlier = entries[clash.place][1], entries[clash.earlier][1]
        message = clash.message(earlier.said(beside=line.file))
        found.append(Told(file=line.file, code=clash.code, path=line.said(clash.field), message=message))
    return found


def reviewed(read: _Records, options: argparse.Namespace) -> list[Told]:
    """Review archives in which no record stands twice, and tell of their lines."""
    entries = list(_lines(read))
    lines = {id(record): line for record, line in entries}
    archive = Archive.of(record for record, _ in entries)
    today = options.today or dt.datetime.now(dt.timezone.utc).astimezone().date()
    nowhere = _Line(0, next(iter(read)), 0)
    told: dict[tuple[str, _Line, str], Told] = {}
    for council, meetings in _by_council(archive):
        of_kind = {"council": [council], "organizations": archive.organizations, "meetings": meetings}
        places = {kind: [lines.get(id(one), nowhere) for one in ones] for kind, ones in of_kind.items()}
        for finding in review(
            council, meetings, today=today, organizations=archive.organizations, without=options.ignored or ()
        ):
            line, path = _at_its_line(finding.path, places) or (nowhere, "")
            # What is found in the organizations is found beside each council.
            told.setdefault((finding.code, line, path), _told(finding, line, path, places))
    return [told[key] for key in sorted(told, key=lambda key: key[1])]


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


def _at_its_line(path: str, places: Mapping[str, list[_Line]]) -> tuple[_Line, str] | None:
    """Give the line of a path of a review, and the path in the record; None for what is in none."""
    match = _PLACE.fullmatch(path)
    if not match or (match[1] != "council" and match[2] is None):
        return None
    return places[match[1]][int(match[2] or 0)], match[3] or ""


def _told(finding: Finding, line: _Line, path: str, places: Mapping[str, list[_Line]]) -> Told:
    values = dict(finding.values)
    other = _at_its_line(values.get("other", ""), places)
    if other:
        values["other"] = other[0].said(other[1], beside=line.file)
    moved = attrs.evolve(finding, values=values)
    return Told(
        file=line.file,
        code=finding.code,
        severity=finding.severity,
        path=line.said(path),
        values=moved.values,
        message=format_finding(moved, locale=language()),
    )
