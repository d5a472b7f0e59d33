"""What differs between two mailings, and what that means for those who have an invitation (RFC 5546 section 2.1.4)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Final, NamedTuple, final

from csegroup.errors import InvalidValue
from csegroup.fields import Choice
from csegroup.ical.addresses import key_of
from csegroup.ical.mailings import Invitee, Mailing
from csegroup.meetings import Meeting, MeetingStatus, wall_time
from csegroup.wording import invitations as words
from csegroup.wording.message import Message

__all__ = ["FIELDS", "Effect", "Field", "View", "changes_of", "check_mailings", "labels_of"]


@final
class Effect(Choice):
    """What a change of a field does to an invitation that somebody has.

    `RESCHEDULES` needs a higher SEQUENCE, so that answers to the old state are told from those to the new one. `SENT`
    is sent again at the same SEQUENCE, where it changes what the invitee's own entry shows. `SILENT` is for the
    archive or for the sender, and no entry shows it.

    >>> FIELDS["meeting.venues"].effect
    Effect.RESCHEDULES
    """

    RESCHEDULES = "reschedules"
    SENT = "sent"
    SILENT = "silent"


@final
class Field(NamedTuple):
    """What a change of a field does, and what it is called in a letter."""

    effect: Effect
    label: Message = words.YOUR_ENTRY


@final
class View(NamedTuple):
    """A mailing as one invitee sees it; `people` are the others of a shared list."""

    mailing: Mailing
    invitee: Invitee
    meeting: Meeting
    people: frozenset[object] | None = None


_RESCHEDULES, _SENT, _SILENT = Effect.RESCHEDULES, Effect.SENT, Effect.SILENT

FIELDS: Final[Mapping[str, Field]] = {
    "meeting.id": Field(_RESCHEDULES),  # and refused: another id is another meeting
    "meeting.start": Field(_RESCHEDULES, words.DATE_AND_TIME),
    "meeting.end": Field(_RESCHEDULES, words.DATE_AND_TIME),
    "meeting.day": Field(_RESCHEDULES, words.DATE_AND_TIME),
    "meeting.venues": Field(_RESCHEDULES, words.PLACE),
    "meeting.sequence": Field(_SENT, words.CONFIRMED_ANEW),
    "meeting.status": Field(_SENT, words.STATUS),  # but to and from cancelled it reschedules
    "meeting.body": Field(_SENT, words.TITLE),
    "meeting.jointly_with": Field(_SENT, words.TITLE),
    "meeting.number": Field(_SENT, words.TITLE),
    "meeting.title": Field(_SENT, words.TITLE),
    "meeting.notice": Field(_SENT, words.NOTICE),
    "meeting.aim": Field(_SENT, words.AIM),
    "meeting.program": Field(_SENT, words.PROGRAM),
    "meeting.url": Field(_SENT, words.PAGE),
    "meeting.contact": Field(_SENT, words.CONTACT),
    "meeting.attendees": Field(_SILENT),
    "meeting.sources": Field(_SILENT),
    "meeting.extensions": Field(_SILENT),
    "organizer.email": Field(_RESCHEDULES, words.ORGANIZER),
    "organizer.name": Field(_SENT, words.ORGANIZER),
    "assumed_length": Field(_RESCHEDULES, words.ASSUMED_END),
    "shared_list": Field(_SENT, words.INVITEES),
    "invitees": Field(_SENT, words.INVITEES),
    "invitee.email": Field(_SENT),
    "invitee.name": Field(_SENT),
    "invitee.role": Field(_SENT),
    "invitee.language": Field(_SENT),
    "invitee.time_zone": Field(_SENT),
    "invitee.kind": Field(_SENT),
    "invitee.joining": Field(_SENT, words.HOW_TO_JOIN),
    "invitee.join_url": Field(_SILENT),  # of which `joining` is kept
    "invitee.passcode": Field(_SILENT),  # likewise
}

_HOURS: Final = frozenset({"meeting.start", "meeting.end", "meeting.day"})
# What an entry says in words, of which a reader sees one language, and not all that a record keeps.
_WORDS: Final = frozenset({words.TITLE, words.NOTICE, words.AIM, words.PROGRAM, words.CONTACT})

_VERBS: Final[Mapping[str, str]] = {
    "meeting.start": "meeting.rescheduled(start=..., end=...)",
    "meeting.end": "meeting.rescheduled(start=..., end=...)",
    "meeting.day": "meeting.rescheduled(day=...)",
    "meeting.venues": "meeting.relocated([...])",
}


def changes_of(now: View, before: View, shows: Callable[[str, object], bool]) -> tuple[str, ...]:
    """Name the fields that differ, in the order of the table, as far as the invitee sees it.

    `shows` tells whether an entry would show it if a field of the meeting had another value. That the sequence is
    higher is named where nothing else is, and the assumed end where the hours are the same.
    """
    changes = [
        name
        for name, field in FIELDS.items()
        if field.effect is not _SILENT and _differs(name, now, before) and _is_seen(name, before, shows)
    ]
    hidden = {"meeting.sequence"} | ({"assumed_length"} if _HOURS & {*changes} else set())
    return tuple(name for name in changes if name not in hidden) or tuple(changes)


def _is_seen(name: str, before: View, shows: Callable[[str, object], bool]) -> bool:
    holder, _, attribute = name.rpartition(".")
    if holder != "meeting" or FIELDS[name].label not in _WORDS:
        return True
    return shows(attribute, getattr(before.meeting, attribute))


def labels_of(changes: Iterable[str]) -> tuple[Message, ...]:
    """Give what changed fields are called in a letter, each once."""
    return tuple(dict.fromkeys(FIELDS[name].label for name in changes))


def _differs(name: str, now: View, before: View) -> bool:
    return _compared(name, now) != _compared(name, before)


def _compared(name: str, view: View) -> object:
    """Give what is compared of a field: of times what the clock shows and where, of addresses who reads them."""
    holder, _, attribute = name.rpartition(".")
    mailing = view.mailing
    match name:
        case "invitees":
            return view.people
        case "shared_list":
            return mailing.shared_list
        case "assumed_length":
            return mailing.assumed_length if mailing.meeting.start and not mailing.meeting.end else None
        case "meeting.start" | "meeting.end":
            return wall_time(getattr(view.meeting, attribute))
        case "organizer.email" | "invitee.email":
            return key_of((mailing.organizer if holder == "organizer" else view.invitee).email)
        case _:
            return getattr(mailing.organizer if holder == "organizer" else getattr(view, holder), attribute)


def check_mailings(mailing: Mailing, previous: Mailing | None) -> None:
    """Refuse a mailing that cannot follow on the previous one; raises `InvalidValue`, which says what to do."""
    meeting = mailing.meeting
    if previous is None:
        if meeting.status is MeetingStatus.CANCELLED:
            message = "is cancelled, and nobody was told of the meeting; there is nothing to send"
            raise InvalidValue("status", "meeting.status", message)
        return
    before = previous.meeting
    if meeting.id != before.id:
        message = f"is of another meeting, {before.id!r}; give what was sent last for {meeting.id!r}, or None"
        raise InvalidValue("id", "previous.meeting.id", message)
    if meeting.sequence < before.sequence:
        message = f"is {meeting.sequence}, and {before.sequence} was sent already; take the latest state of the meeting"
        raise InvalidValue("sequence", "meeting.sequence", message)
    if meeting.status is MeetingStatus.HELD:
        return
    if before.status is MeetingStatus.HELD:
        message = f"is {meeting.status.value}, and in the previous mailing it was held, on which nothing follows"
        raise InvalidValue("status", "meeting.status", message)
    if meeting.sequence == before.sequence:
        _check_sequence(mailing, previous)


def _check_sequence(mailing: Mailing, previous: Mailing) -> None:
    """Refuse a change that needs a higher SEQUENCE where that is as it was."""
    meeting, before = mailing.meeting, previous.meeting
    if (meeting.status is MeetingStatus.CANCELLED) != (before.status is MeetingStatus.CANCELLED):
        raise _not_raised("meeting.status", "meeting.cancelled(reason=...)")
    if before.local_date and not meeting.local_date:
        raise _not_raised("meeting.start" if before.start else "meeting.day", "meeting.postponed(reason=...)")
    raised = f"attrs.evolve(meeting, sequence={before.sequence + 1})"
    now, then = View(mailing, mailing.invitees[0], meeting), View(previous, previous.invitees[0], before)
    for name, field in FIELDS.items():
        if field.effect is _RESCHEDULES and _differs(name, now, then):
            raise _not_raised(name, _VERBS.get(name, raised))


def _not_raised(field: str, verb: str) -> InvalidValue:
    message = f"has changed, and the sequence is as it was; change it by {verb}, which raises the sequence"
    return InvalidValue("sequence", field, message)
