"""What one change is: where, how, and what it means."""

from __future__ import annotations

import datetime as dt
from typing import final

import attrs

from csegroup.errors import InvalidValue
from csegroup.fields import Choice, an_instance, check, matching, optional
from csegroup.meetings import wall_time
from csegroup.text import shown

__all__ = ["Change", "ChangeKind", "Meaning", "compared"]


@final
class ChangeKind(Choice):
    """How something changed: it is there now, is there no longer, is another, or stands elsewhere.

    >>> ChangeKind("moved")
    ChangeKind.MOVED
    """

    ADDED = "added"
    REMOVED = "removed"
    REPLACED = "replaced"
    MOVED = "moved"


@final
class Meaning(Choice):
    """What a change means for people; a participle is an event, a noun names what has another value.

    Whether it was added, removed or replaced, the `ChangeKind` says.

    >>> Meaning("rescheduled")
    Meaning.RESCHEDULED
    """

    RESCHEDULED = "rescheduled"
    POSTPONED = "postponed"
    RELOCATED = "relocated"
    UNCONFIRMED = "unconfirmed"
    ANNOUNCED = "announced"
    CANCELLED = "cancelled"
    HELD = "held"
    RENAMED = "renamed"
    ITEM_ADDED = "item_added"
    ITEM_REMOVED = "item_removed"
    ITEM_MOVED = "item_moved"
    ITEM_REWORDED = "item_reworded"
    ITEM_RENUMBERED = "item_renumbered"
    SPEAKER_REPLACED = "speaker_replaced"
    REPORTED = "reported"
    DECIDED = "decided"
    TRANSLATED = "translated"
    MADE_OFFICIAL = "made_official"
    MATERIALS = "materials"
    LENGTH = "length"
    AUDIENCE = "audience"
    LANGUAGES = "languages"
    ATTENDEES = "attendees"
    AIM = "aim"
    NOTICE = "notice"
    CONTACT = "contact"
    PAGE = "page"
    SEQUENCE = "sequence"
    SOURCES = "sources"
    EXTENSIONS = "extensions"
    MEETING_ADDED = "meeting_added"
    MEETING_REMOVED = "meeting_removed"
    STATE_ADDED = "state_added"
    STATE_REMOVED = "state_removed"
    COUNCIL_ADDED = "council_added"
    COUNCIL_REMOVED = "council_removed"
    COUNCIL_RENAMED = "council_renamed"
    COUNCIL_ENDED = "council_ended"
    MEMBER_JOINED = "member_joined"
    MEMBER_LEFT = "member_left"
    MEMBER_RENAMED = "member_renamed"
    BODY_FOUNDED = "body_founded"
    BODY_ENDED = "body_ended"
    BODY_RENAMED = "body_renamed"
    ORGANIZATION_ADDED = "organization_added"
    ORGANIZATION_REMOVED = "organization_removed"
    ORGANIZATION_RENAMED = "organization_renamed"
    ORGANIZATION_ENDED = "organization_ended"
    CORRECTED = "corrected"


_a_path = matching(
    r"""[a-z_]+(?:\.[A-Za-z0-9_-]+|\[(?:[0-9]{1,9}|"[^"]*")\])*""", "a path such as 'program[2].title.ja'"
)


def compared(value: object) -> object:
    """Give what is compared of a value: of a time what the clock shows and where, as a meeting does."""
    return wall_time(value) if isinstance(value, dt.datetime) else value


@final
@attrs.frozen(kw_only=True)
class Change:
    """One thing that differs between two states.

    `path` is where it stands in the state before or, of what was added, in the state after; `to` is where in the
    state after something stands that was moved. `before` and `after` are values of the model, None where there was
    or is none. What changed inside of an item that was moved is a change of its own. Raises `InvalidValue`.

    >>> str(Change(path="number", kind=ChangeKind.REPLACED, meaning=Meaning.RENAMED, before=5, after=6))
    'number: renamed: 5 → 6'
    """

    path: str = attrs.field(validator=check(_a_path))
    kind: ChangeKind = attrs.field(validator=check(an_instance(ChangeKind)))
    meaning: Meaning = attrs.field(validator=check(an_instance(Meaning)))
    before: object = attrs.field(default=None, eq=compared)
    after: object = attrs.field(default=None, eq=compared)
    to: str | None = attrs.field(default=None, validator=check(optional(_a_path)))

    def __attrs_post_init__(self) -> None:
        if self.kind is ChangeKind.MOVED and self.to is None:
            raise InvalidValue("missing", "to", "is missing; what was moved stands somewhere")
        if self.kind is not ChangeKind.MOVED and self.to is not None:
            raise InvalidValue("excluded", "to", f"is for what was moved, and this was {self.kind.value}; leave it out")

    def __str__(self) -> str:
        said = f"{self.path}: {self.meaning.value.replace('_', ' ')}"
        if self.to is not None:
            return f"{said}, now {self.to}"
        return f"{said}: {_said(self.before)} → {_said(self.after)}"


def _said(value: object) -> str:
    match value:
        case None:
            return "nothing"
        case dt.date():
            return value.isoformat()
        case Choice():
            return str(value.value)
        case _:
            return shown(value)
