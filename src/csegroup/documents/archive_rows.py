"""What differs for a council's reader between two archives: its register, the organizations and the meetings."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Final
from zoneinfo import ZoneInfo

from csegroup.archive import Archive
from csegroup.changes.archives import Dated, whose
from csegroup.council import Body, Council, DatedName
from csegroup.documents.rows import Row, rows_of_meeting, table_of_rows
from csegroup.documents.sections import where
from csegroup.documents.tree import NO_MARK, Section
from csegroup.meetings import Meeting
from csegroup.organizations import AttendeeKind
from csegroup.schedule import latest
from csegroup.wording import old_and_new as say
from csegroup.wording.dates import day_without_weekday, when
from csegroup.wording.message import Message
from csegroup.wording.messages import ATTENDEE_KINDS_IN_A_LINE
from csegroup.wording.names import of_organization
from csegroup.wording.phrases import Line
from csegroup.wording.texts import marked, of_text
from csegroup.wording.titles import if_cancelled, title_of
from csegroup.wording.words import Words

__all__ = ["sections_of_archives"]

_DAY: Final = dt.timedelta(days=1)


def sections_of_archives(
    before: Archive, after: Archive, words: Words, every: Sequence[Words], time_zone: ZoneInfo | None
) -> Iterator[Section]:
    """Give a section for each council, for the organizations and for the meetings, where anything differs."""
    old, new = ({one.id: one for one in archive.councils} for archive in (before, after))
    for council in dict.fromkeys((*new, *old)):
        rows = _rows_of_council(old.get(council), new.get(council), words, every)
        yield from _section(_name_of(new.get(council) or old[council], words), rows, words)
    rows = _rows_of_dated(say.ORGANIZATION, before.organizations, after.organizations, words, every)
    yield from _section((words.text(say.ORGANIZATIONS),), rows, words)
    yield from _sections_of_meetings(before, after, words, every, time_zone)


def _section(heading: Line, rows: Iterable[Row], words: Words) -> Iterator[Section]:
    found = tuple(rows)
    if found:
        yield Section(NO_MARK, heading, (table_of_rows(found, words),))


def _name_of(council: Council, words: Words) -> Line:
    return marked((of_text(max(council.names, key=_since).text, words),), words)


def _rows_of_council(
    before: Council | None, after: Council | None, words: Words, every: Sequence[Words]
) -> Iterator[Row]:
    for label, field in ((say.COUNCIL_NAME, "names"), (say.BODY, "bodies"), (say.MEMBER, "member_groups")):
        old, new = (getattr(council, field, ()) for council in (before, after))
        yield from _rows_of_dated(label, old, new, words, every)


def _rows_of_dated(
    label: Message, before: Iterable[Dated], after: Iterable[Dated], words: Words, every: Sequence[Words]
) -> Iterator[Row]:
    """Give a row for each whose names or days differ, with all its names and days on both sides."""
    old, new = _by_whose(before), _by_whose(after)
    for one in dict.fromkeys((*new, *old)):
        sides = old.get(one, []), new.get(one, [])
        lines = partial(_lines, kinds=all(sides) and _kinds(sides[0]) != _kinds(sides[1]))
        if sides[0] != sides[1] and any(lines(sides[0], own) != lines(sides[1], own) for own in every):
            yield Row((words.text(label),), lines(sides[1], words), lines(sides[0], words))


def _kinds(records: Iterable[Dated]) -> set[AttendeeKind | None]:
    return set(map(_kind, records))


def _kind(record: Dated) -> AttendeeKind | None:
    return None if isinstance(record, DatedName | Body) else record.kind


def _by_whose(records: Iterable[Dated]) -> Mapping[str | None, list[Dated]]:
    found: dict[str | None, list[Dated]] = {}
    for record in records:
        found.setdefault(whose(record), []).append(record)
    for names in found.values():
        names.sort(key=_since)
    return found


def _since(record: Dated) -> dt.date:
    return record.since or dt.date.min


def _lines(records: Iterable[Dated], words: Words, *, kinds: bool) -> tuple[Line, ...]:
    return tuple(marked(_in_its_days(record, _name(record, words, kinds=kinds), words), words) for record in records)


def _name(record: Dated, words: Words, *, kinds: bool) -> Line:
    """Write a name, and the kind of a member where another one was changed into it."""
    text = of_text(record.text, words) if isinstance(record, DatedName) else of_organization(record.organization, words)
    kind = _kind(record) if kinds else None
    return words.fill(say.OF_KIND, name=(text,), kind=words.text(ATTENDEE_KINDS_IN_A_LINE[kind])) if kind else (text,)


def _in_its_days(record: Dated, name: Line, words: Words) -> Line:
    """Write from which day to which a name held."""
    since: Line = (day_without_weekday(record.since, words, field="since"),) if record.since else ()
    last: Line = (day_without_weekday(record.until - _DAY, words, field="until"),) if record.until else ()
    if since and last:
        return words.fill(say.FROM_TO, name=name, since=since, last=last)
    if since:
        return words.fill(say.SINCE, name=name, since=since)
    return words.fill(say.UP_TO, name=name, last=last) if last else name


def _sections_of_meetings(
    before: Archive, after: Archive, words: Words, every: Sequence[Words], time_zone: ZoneInfo | None
) -> Iterator[Section]:
    """Compare the latest states: first which meetings came and went, then each that is another."""
    old, new = ({one.id: one for one in latest(archive.meetings)} for archive in (before, after))
    come = [
        Row(_title(one, words), _in_a_list(one, words, time_zone), ()) for key, one in new.items() if key not in old
    ]
    gone = [
        Row(_title(one, words), (), _in_a_list(one, words, time_zone)) for key, one in old.items() if key not in new
    ]
    yield from _section((words.text(say.MEETINGS),), [*come, *gone], words)
    for key, meeting in new.items():
        if key in old and old[key] != meeting:
            rows = rows_of_meeting(old[key], meeting, words, every, time_zone)
            yield from _section(_title(meeting, words), rows, words)


def _title(meeting: Meeting, words: Words) -> Line:
    return marked(if_cancelled(meeting, title_of(meeting, words), words), words)


def _in_a_list(meeting: Meeting, words: Words, time_zone: ZoneInfo | None) -> tuple[Line, ...]:
    return (*when(meeting, words, time_zone), *where(meeting, words))
