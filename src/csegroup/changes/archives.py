"""What changed between two archives: record by record, each known by its id and by what tells its states apart."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple, TypeAlias, final

from csegroup.archive import Archive, ArchiveRecord
from csegroup.changes.change import Change, ChangeKind, Meaning
from csegroup.changes.differences import differences
from csegroup.changes.matching import matched
from csegroup.changes.meanings import change_of, meaning_anywhere, of_meetings
from csegroup.changes.spots import Difference, Spot
from csegroup.council import Body, Council, DatedName, MemberGroup
from csegroup.meetings import Meeting
from csegroup.organizations import DatedOrganization
from csegroup.schedule import recency

__all__ = ["Dated", "of_archives", "whose"]

Dated: TypeAlias = DatedName | Body | MemberGroup | DatedOrganization
Events: TypeAlias = tuple[Meaning, Meaning, Meaning]

# That something begins, ends, or has another name.
_EVENTS: Final[Mapping[str, Events]] = {
    "names": (Meaning.COUNCIL_RENAMED, Meaning.COUNCIL_ENDED, Meaning.COUNCIL_RENAMED),
    "bodies": (Meaning.BODY_FOUNDED, Meaning.BODY_ENDED, Meaning.BODY_RENAMED),
    "member_groups": (Meaning.MEMBER_JOINED, Meaning.MEMBER_LEFT, Meaning.MEMBER_RENAMED),
    "organizations": (Meaning.ORGANIZATION_RENAMED, Meaning.ORGANIZATION_ENDED, Meaning.ORGANIZATION_RENAMED),
}
# What goes on while no source shows a name; who was no member for some time came back.
_GOES_ON: Final = frozenset({"names", "organizations"})
_NAMES: Final = frozenset({"text", "name", "legal_form"})


def of_archives(before: Archive, after: Archive) -> Iterator[Change]:
    """Give what changed, kind by kind and id by id; in which order an archive has its records changes nothing."""
    for kind, lists in (
        ("councils", (before.councils, after.councils)),
        ("organizations", (before.organizations, after.organizations)),
        ("meetings", (before.meetings, after.meetings)),
    ):
        left, right = map(_by_id, lists)
        for one in dict.fromkeys((*left, *right)):
            yield from _of_records(f'{kind}["{one}"]', left.get(one, []), right.get(one, []))


def _by_id(records: Iterable[ArchiveRecord]) -> dict[str, list[ArchiveRecord]]:
    found: dict[str, list[ArchiveRecord]] = {}
    for record in records:
        key = record.organization.id if isinstance(record, DatedOrganization) else record.id
        found.setdefault(str(key), []).append(record)
    for states in found.values():
        states.sort(key=_order)
    return found


def _order(record: ArchiveRecord) -> tuple[int, int]:
    match record:
        case Council():
            return 0, 0
        case DatedOrganization():
            return 0, (record.since or dt.date.min).toordinal()
        case _:
            return recency(record)


def _of_records(path: str, before: Sequence[ArchiveRecord], after: Sequence[ArchiveRecord]) -> Iterator[Change]:
    """Compare the records of one id; its path has an index where there are several, in their order in time."""
    if before == after:
        return
    several = max(len(before), len(after)) > 1
    pairs = {at: to for (at,), (to,) in matched(before, after).items()}
    for at, record in enumerate(before):
        here = f"{path}[{at}]" if several else path
        if at not in pairs:
            meaning = _gone(record, was_all=not after and at == 0)
            yield Change(path=here, kind=ChangeKind.REMOVED, meaning=meaning, before=record)
        else:
            there = f"{path}[{pairs[at]}]" if several else path
            yield from _of_record(record, after[pairs[at]], Spot(here, there), after)
    for to in sorted({*range(len(after))} - {*pairs.values()}):
        here = f"{path}[{to}]" if several else path
        meaning = _come(after[to], is_first=not before and to == 0)
        yield Change(path=here, kind=ChangeKind.ADDED, meaning=meaning, after=after[to])


def _gone(record: ArchiveRecord, *, was_all: bool) -> Meaning:
    match record:
        case Council():
            return Meaning.COUNCIL_REMOVED
        case DatedOrganization():
            return Meaning.ORGANIZATION_REMOVED if was_all else Meaning.CORRECTED
        case _:
            return Meaning.MEETING_REMOVED if was_all else Meaning.STATE_REMOVED


def _come(record: ArchiveRecord, *, is_first: bool) -> Meaning:
    match record:
        case Council():
            return Meaning.COUNCIL_ADDED
        case DatedOrganization():
            return Meaning.ORGANIZATION_ADDED if is_first else Meaning.ORGANIZATION_RENAMED
        case _:
            return Meaning.MEETING_ADDED if is_first else Meaning.STATE_ADDED


def _of_record(
    before: ArchiveRecord, after: ArchiveRecord, spot: Spot, records: Sequence[ArchiveRecord]
) -> Iterator[Change]:
    found = differences(before, after, spot)
    if isinstance(after, Meeting):
        yield from of_meetings(found, after)
        return
    turns: dict[str, _Turns] = {}
    for one in found:
        fields = one.spot.fields if isinstance(after, Council) else ("organizations", *one.spot.fields)
        meaning = meaning_anywhere(one)
        if meaning is None and fields[0] not in turns:
            turns[fields[0]] = _turns(getattr(after, fields[0]) if isinstance(after, Council) else records)
        yield change_of(one, meaning or _meaning(one, fields, turns[fields[0]]))


@final
class _Turns(NamedTuple):
    """The days on which records begin and end, each with whose record it is, and the last on which one begins."""

    begun: set[tuple[object, object]]
    ended: set[tuple[object, object]]
    last: dict[object, dt.date]


def _turns(records: Iterable[Any]) -> _Turns:
    found = _Turns(set(), set(), {})
    for record in records:
        found.begun.add((whose(record), record.since))
        found.ended.add((whose(record), record.until))
        since = record.since or dt.date.min
        found.last[whose(record)] = max(since, found.last.get(whose(record), since))
    return found


def whose(record: Dated) -> str | None:
    """Give the id of what a record is of; the names of a council are its own."""
    return None if isinstance(record, DatedName) else record.organization.id


def _meaning(difference: Difference, fields: Sequence[str], turns: _Turns) -> Meaning:
    """Say what a change of a register means: a name that another one follows was changed, not lost."""
    begun, ended, renamed = _EVENTS[fields[0]]
    added = difference.kind is ChangeKind.ADDED
    match difference.after, difference.spot.owner:
        case (DatedName() | Body() | MemberGroup()) as record, _ if added and len(fields) == 1:
            return renamed if (whose(record), record.since) in turns.ended else begun
        case dt.date() as day, (DatedName() | Body() | MemberGroup() | DatedOrganization()) as record if (
            added and fields[-1] == "until"
        ):
            goes_on = fields[0] in _GOES_ON and day <= turns.last[whose(record)]
            return renamed if goes_on or (whose(record), day) in turns.begun else ended
        case _ if fields[-1] in _NAMES:
            return renamed
        case _:
            return Meaning.CORRECTED
