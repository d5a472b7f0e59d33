"""Two states of a meeting as one reader may see them, so that what is closed to them is told by no difference."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

import attrs

from csegroup.changes.given import check_one_meeting
from csegroup.changes.programs import aligned, in_a_program
from csegroup.changes.spots import Position
from csegroup.fields import an_instance
from csegroup.meetings import Meeting
from csegroup.organizations import AttendeeKind
from csegroup.program import Item, Material, Session, SessionItem

__all__ = ["before_as_seen", "both_seen_by"]

_A_MATERIAL: Final = Material(number="1")


def both_seen_by(before: Meeting, after: Meeting, kind: AttendeeKind | None) -> tuple[Meeting, Meeting]:
    """Leave out of two states what is not open to a kind of attendee, as `Meeting.seen_by` does, to compare the two.

    `seen_by` takes lengths off what follows on an item left out, and materials off the session around it. That would
    read as a change where the item was put in or taken out; so the state before has there what the one after has.
    Raises `InvalidValue`.

    >>> from csegroup.example import MEETING
    >>> both_seen_by(MEETING, MEETING, None) == (MEETING, MEETING)
    True
    """
    an_instance(Meeting)("before", before)
    an_instance(Meeting)("after", after)
    check_one_meeting(before, after)
    return before_as_seen(before, after, (kind, kind)), after.seen_by(kind)


def before_as_seen(before: Meeting, after: Meeting, kinds: tuple[AttendeeKind | None, AttendeeKind | None]) -> Meeting:
    """Give the state before as one reader sees it beside the one after; they may have been of another kind then."""
    sides = before.seen_by(kinds[0]), after.seen_by(kinds[1])
    closed = tuple(map(_closed, (before, after), kinds))
    if not any(closed):
        return sides[0]
    old, new = (in_a_program(side.program) for side in sides)
    pairs = aligned(_bare(old), _bare(new))
    told = {at: new[to] for at, to in pairs.items() if at in closed[0] or to in closed[1]}
    return attrs.evolve(sides[0], program=_with(sides[0].program, told))


def _closed(meeting: Meeting, kind: AttendeeKind | None) -> set[Position]:
    """Give where a kind of attendee is shown no length of an item, or no materials of a session."""
    full = attrs.evolve(meeting, program=[_full(item) for item in meeting.program])
    seen = in_a_program(full.seen_by(kind).program)
    return {at for at, item in seen.items() if not (item.materials if isinstance(item, Session) else item.minutes)}


def _full(item: Item) -> Item:
    if isinstance(item, Session):
        return attrs.evolve(item, materials=[_A_MATERIAL], items=[attrs.evolve(one, minutes=1) for one in item.items])
    return attrs.evolve(item, minutes=1)


def _bare(items: Mapping[Position, Item]) -> dict[Position, Item]:
    """Take off what may be closed, so that it decides on no pair."""
    return {at: _without_length(item) for at, item in items.items()}


def _without_length(item: Item) -> Item:
    if isinstance(item, Session):
        return attrs.evolve(item, materials=(), items=[attrs.evolve(one, minutes=None) for one in item.items])
    return attrs.evolve(item, minutes=None)


def _with(program: Iterable[Item], told: Mapping[Position, Item]) -> Iterator[Item]:
    """Give items the length, and sessions the materials, of what is told of them."""
    for i, item in enumerate(program):
        other = told.get((i,))
        if isinstance(item, Session):
            inside = [_as_long_as(told.get((i, k)), one) for k, one in enumerate(item.items)]
            materials = other.materials if isinstance(other, Session) else item.materials
            yield attrs.evolve(item, items=inside, materials=materials)
        else:
            yield _as_long_as(other, item)


def _as_long_as(other: Item | None, item: SessionItem) -> SessionItem:
    return item if other is None or isinstance(other, Session) else attrs.evolve(item, minutes=other.minutes)
