"""What is printed in columns: the hours, the materials, the attendees and the speakers of a meeting."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import NamedTuple, final
from zoneinfo import ZoneInfo

from csegroup.documents.items import languages_in_column, material_of, materials_of, subject, what
from csegroup.documents.sections import description_of, label_of
from csegroup.documents.tree import Block, Table
from csegroup.meetings import Meeting
from csegroup.organizations import Speaker
from csegroup.program import Address, Item, Material, Motion, Presentation, Session
from csegroup.text import LocalizedText
from csegroup.wording.dates import day_phrase, hour_phrase, zone_name
from csegroup.wording.messages import (
    ATTENDEE,
    DESCRIPTION,
    DOCUMENT,
    ITEM,
    LANGUAGES,
    LENGTH,
    MINUTES,
    SPEAKER_HEAD,
    TIME,
    TIME_IN_ZONE,
)
from csegroup.wording.names import of_speaker
from csegroup.wording.order import in_order
from csegroup.wording.patterns import DAY_AND_HOUR
from csegroup.wording.phrases import Line
from csegroup.wording.texts import marked
from csegroup.wording.words import Words

__all__ = ["attendees_table", "materials_table", "speakers_table", "timetable_table"]


# The last day that there is a date for in every zone.
_LAST = dt.datetime(9999, 12, 29, tzinfo=dt.timezone.utc)


@final
class _Slot(NamedTuple):
    """An item, or the heading of a session, and when it begins as far as that can be worked out."""

    item: Item
    start: dt.datetime | None


def _slots(meeting: Meeting) -> Iterator[_Slot]:
    """Work out when each item begins: minute by minute, up to the first item without a length."""
    time = meeting.start.astimezone(dt.timezone.utc) if meeting.start else None
    for item in meeting.program:
        for one in (item, *item.items) if isinstance(item, Session) else (item,):
            yield _Slot(one, time)
            if not isinstance(one, Session):
                time = _after(time, one.minutes)


def _after(time: dt.datetime | None, minutes: int | None) -> dt.datetime | None:
    """Give the time so many minutes later, if there is one in the calendar."""
    if time is None or minutes is None or dt.timedelta(minutes=minutes) > _LAST - time:
        return None
    return time + dt.timedelta(minutes=minutes)


def timetable_table(meeting: Meeting, words: Words, time_zone: ZoneInfo | None) -> tuple[Block, ...]:
    """Lay out the hours of a program: when each item begins, how long it takes, and in which language it is."""
    slots = list(_slots(meeting))
    if not slots:
        return ()
    columns: list[tuple[Line, list[Line]]] = [((words.text(ITEM),), [what(slot.item, words) for slot in slots])]
    columns[:0] = _hours(meeting, slots, words, time_zone)
    lengths = [_length(slot.item, words) for slot in slots]
    languages = [_languages(slot.item, words) for slot in slots]
    columns += [
        (head, cells)
        for head, cells in (((words.text(LENGTH),), lengths), ((words.text(LANGUAGES),), languages))
        if any(cells)
    ]
    return (Table(tuple(head for head, _ in columns), tuple(zip(*(cells for _, cells in columns), strict=True))),)


def _hours(
    meeting: Meeting, slots: list[_Slot], words: Words, time_zone: ZoneInfo | None
) -> Iterator[tuple[Line, list[Line]]]:
    if meeting.start is None:
        return
    own = meeting.start.tzinfo
    if time_zone is None or time_zone == own:
        yield (words.text(TIME),), list(_clock(slots, own, meeting.start.date(), words))
        return
    for zone in (own, time_zone):
        name = zone_name(meeting.start.astimezone(zone), words)
        yield (words.say(TIME_IN_ZONE, zone=name),), list(_clock(slots, zone, meeting.start.date(), words))


def _clock(slots: Iterable[_Slot], zone: dt.tzinfo | None, day: dt.date, words: Words) -> Iterator[Line]:
    """Write the hours that a clock shows, with the day where it is another than the meeting's, or than before."""
    for slot in slots:
        if slot.start is None:
            yield ()
            continue
        time = slot.start.astimezone(zone)
        hour = hour_phrase(time, words)
        if day == time.date():
            yield (hour,)
        else:
            yield words.fill(DAY_AND_HOUR, day=(day_phrase(time.date(), words),), hour=(hour,))
        day = time.date()


def _length(item: Item, words: Words) -> Line:
    minutes = None if isinstance(item, Session) else item.minutes
    return (words.count(MINUTES, minutes),) if minutes else ()


def _languages(item: Item, words: Words) -> Line:
    tags = () if isinstance(item, Session) else item.languages
    return (languages_in_column(tags, words),) if tags else ()


def _materials(program: Iterable[Item]) -> Iterator[tuple[Item, Material]]:
    for item in program:
        for material in materials_of(item):
            yield item, material
        if isinstance(item, Session):
            yield from _materials(item.items)


def materials_table(meeting: Meeting, words: Words) -> tuple[Block, ...]:
    """Lay out the materials of a meeting, and the items that they belong to."""
    rows = tuple((material_of(material, words), subject(item, words)) for item, material in _materials(meeting.program))
    return (Table(((words.text(DOCUMENT),), (words.text(ITEM),)), rows),) if rows else ()


def attendees_table(meeting: Meeting, words: Words) -> tuple[Block, ...]:
    """Lay out the groups that attend a meeting."""
    rows = tuple((label_of(group, words), description_of(group, words)) for group in meeting.attendees)
    return (Table(((words.text(ATTENDEE),), (words.text(DESCRIPTION),)), rows),) if rows else ()


def _speakers(program: Iterable[Item]) -> Iterator[tuple[Speaker, Item]]:
    for item in program:
        match item:
            case Address(speaker=Speaker() as speaker):
                yield speaker, item
            case Presentation() | Motion():
                yield from ((speaker, item) for speaker in item.presenters)
            case Session():
                yield from _speakers(item.items)
            case _:
                pass


def _sorted_by(speaker: Speaker) -> LocalizedText:
    """Give the name that a speaker is sorted by: that of the outermost organization, or the speaker's own."""
    organization = speaker.post.organization if speaker.post else speaker.organization
    return [*organization.lineage][-1].name if organization else speaker.name  # type: ignore[return-value] # one of three


def speakers_table(meeting: Meeting, words: Words, *, in_order_of: str) -> tuple[Block, ...]:
    """Lay out who speaks at a meeting, and on what, in the order of a language."""
    speakers = in_order(_speakers(meeting.program), key=lambda pair: _sorted_by(pair[0]), locale=in_order_of)
    rows = tuple((marked((of_speaker(speaker, words),), words), subject(item, words)) for speaker, item in speakers)
    return (Table(((words.text(SPEAKER_HEAD),), (words.text(ITEM),)), rows),) if rows else ()
