"""What the differences of a meeting mean for people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from csegroup.changes.change import Change, ChangeKind, Meaning
from csegroup.changes.spots import Difference
from csegroup.meetings import Meeting, MeetingStatus

__all__ = ["change_of", "meaning_anywhere", "of_meetings"]

_FIELDS: Final[Mapping[str, Meaning]] = {
    "body": Meaning.RENAMED,
    "jointly_with": Meaning.RENAMED,
    "number": Meaning.RENAMED,
    "title": Meaning.RENAMED,
    "aim": Meaning.AIM,
    "sequence": Meaning.SEQUENCE,
    "notice": Meaning.NOTICE,
    "venues": Meaning.RELOCATED,
    "attendees": Meaning.ATTENDEES,
    "url": Meaning.PAGE,
    "contact": Meaning.CONTACT,
}
_STATUSES: Final[Mapping[object, Meaning]] = {
    MeetingStatus.TENTATIVE: Meaning.UNCONFIRMED,
    MeetingStatus.ANNOUNCED: Meaning.ANNOUNCED,
    MeetingStatus.CANCELLED: Meaning.CANCELLED,
    MeetingStatus.HELD: Meaning.HELD,
}
_DATES: Final = frozenset({"day", "start", "end"})
_ITEMS: Final[Mapping[ChangeKind, Meaning]] = {
    ChangeKind.ADDED: Meaning.ITEM_ADDED,
    ChangeKind.REMOVED: Meaning.ITEM_REMOVED,
    ChangeKind.MOVED: Meaning.ITEM_MOVED,
    ChangeKind.REPLACED: Meaning.ITEM_REWORDED,
}
_FIELDS_OF_ITEMS: Final[Mapping[str, Meaning]] = {
    "kind": Meaning.ITEM_REWORDED,
    "title": Meaning.ITEM_REWORDED,
    "agenda_number": Meaning.ITEM_RENUMBERED,
    "speaker": Meaning.SPEAKER_REPLACED,
    "presenters": Meaning.SPEAKER_REPLACED,
    "joined_by": Meaning.SPEAKER_REPLACED,
    "report": Meaning.REPORTED,
    "representatives": Meaning.REPORTED,
    "outcome": Meaning.DECIDED,
    "resolution": Meaning.DECIDED,
    "materials": Meaning.MATERIALS,
    "minutes": Meaning.LENGTH,
    "audience": Meaning.AUDIENCE,
    "languages": Meaning.LANGUAGES,
}
# What an organization is beside its name.
_BESIDE_THE_NAME: Final = frozenset({"country", "id"})


def change_of(difference: Difference, meaning: Meaning) -> Change:
    """Make a change of a difference and what it means."""
    spot, kind = difference.spot, difference.kind
    return Change(
        path=spot.after if kind is ChangeKind.ADDED else spot.before,
        kind=kind,
        meaning=meaning,
        before=difference.before,
        after=difference.after,
        to=spot.after if kind is ChangeKind.MOVED else None,
    )


def of_meetings(differences: Iterator[Difference], after: Meeting) -> Iterator[Change]:
    """Say what each difference of a meeting means."""
    for one in differences:
        yield change_of(one, meaning_anywhere(one) or _meaning(one, after))


def meaning_anywhere(difference: Difference) -> Meaning | None:
    """Say what a difference means that means the same wherever it stands."""
    for name, meaning in (("sources", Meaning.SOURCES), ("extensions", Meaning.EXTENSIONS)):
        if name in difference.spot.fields:
            return meaning
    if difference.by_language and difference.kind is ChangeKind.MOVED:
        return Meaning.MADE_OFFICIAL
    if difference.by_language and difference.kind is not ChangeKind.REPLACED:
        return Meaning.TRANSLATED
    return None


def _meaning(difference: Difference, after: Meeting) -> Meaning:
    fields = difference.spot.fields
    first, last = fields[0], fields[-1]
    if first == "status":
        return _STATUSES[difference.after]
    if first in _DATES:
        return Meaning.RESCHEDULED if after.local_date else Meaning.POSTPONED
    if first == "program":
        return _meaning_in_program(difference)
    if first in {"body", "jointly_with"} and (last in _BESIDE_THE_NAME or last == "url") and len(fields) > 1:
        return Meaning.CORRECTED
    return _FIELDS[first]


def _meaning_in_program(difference: Difference) -> Meaning:
    _, *fields = difference.spot.fields
    if not fields:
        return _ITEMS[difference.kind]
    meaning = _FIELDS_OF_ITEMS[fields[0]]
    if meaning is not Meaning.SPEAKER_REPLACED or "organization" not in fields:
        return meaning
    # The same organization as before, or another one would stand there as a whole.
    return Meaning.RENAMED if fields[-1] in {"name", "legal_form"} else Meaning.CORRECTED
