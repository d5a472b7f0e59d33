"""The sections of a program, each as blocks: aim, date and place, attendees, items, contact."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from zoneinfo import ZoneInfo

from csegroup.documents.items import decision_of, heading_of, material_of, materials_of, report_of
from csegroup.documents.tree import NO_MARK, Block, Entry, Listing, Mark, Paragraphs
from csegroup.errors import InvalidValue
from csegroup.meetings import AttendeeGroup, Meeting
from csegroup.places import OnlineVenue
from csegroup.program import Item, Session
from csegroup.style import UNMARKED, MaterialsPlace
from csegroup.text import LocalizedText
from csegroup.wording.dates import when
from csegroup.wording.messages import ATTENDEE_GROUP, ATTENDEE_KINDS, BULLET, EMAIL, TELEPHONE
from csegroup.wording.numbering import mark
from csegroup.wording.phrases import Line, Phrase
from csegroup.wording.places import of_places
from csegroup.wording.texts import marked, of_text, paragraphs_of
from csegroup.wording.words import Words

__all__ = [
    "attendees",
    "bulleted",
    "contact",
    "contact_lines",
    "date_and_place",
    "description_of",
    "group_of",
    "items",
    "label_of",
    "mark_of",
    "text",
    "where",
]


@lru_cache(maxsize=4096)
def mark_of(level: int, n: int, words: Words) -> Mark:
    """Give the nth mark of a level."""
    if level >= len(words.levels):
        message = f"has marks for {len(words.levels)} levels, and the program has more; add one"
        raise InvalidValue("range", "levels", message)
    first = words.levels[level]
    return NO_MARK if first == UNMARKED else Mark(mark(first, n), words.gap, first, level)


def bulleted(lines: Iterable[Line], words: Words) -> Listing:
    """Make a list without numbers."""
    shown = words.pieces(BULLET)[0][0]
    bullet = Mark(shown.rstrip(), shown[len(shown.rstrip()) :], shown.rstrip(), 0)
    return Listing(tuple(Entry(bullet, line) for line in lines), numbered=False)


def _paragraphs(lines: Iterable[Line]) -> tuple[Block, ...]:
    found = tuple(lines)
    return (Paragraphs(found),) if found else ()


def text(localized: LocalizedText | None, words: Words) -> tuple[Block, ...]:
    """Lay out a text in its paragraphs, if there is one."""
    return _paragraphs(paragraphs_of(localized, words))


def date_and_place(meeting: Meeting, words: Words, time_zone: ZoneInfo | None) -> tuple[Block, ...]:
    """Lay out when and where a meeting is held."""
    return _paragraphs([*when(meeting, words, time_zone), *where(meeting, words)])


def where(meeting: Meeting, words: Words) -> Iterator[Line]:
    """Write where a meeting is held, a place a line, and below it the page of one on-line."""
    for venue, line in zip(meeting.venues, of_places(meeting.venues, words), strict=True):
        yield marked(line, words)
        if isinstance(venue, OnlineVenue) and venue.url:
            yield (Phrase(venue.url, url=venue.url),)


def attendees(groups: Sequence[AttendeeGroup], words: Words) -> tuple[Block, ...]:
    """Lay out who attends, a group an entry."""
    return (bulleted((group_of(group, words) for group in groups), words),) if groups else ()


def group_of(group: AttendeeGroup, words: Words) -> Line:
    """Write a group of attendees on one line."""
    label, description = label_of(group, words), description_of(group, words)
    return words.fill(ATTENDEE_GROUP, label=label, description=description) if description else label


def label_of(group: AttendeeGroup, words: Words) -> Line:
    """Name a group of attendees."""
    if group.label:
        return marked((of_text(group.label, words),), words)
    return (words.text(ATTENDEE_KINDS[group.kind]),)


def description_of(group: AttendeeGroup, words: Words) -> Line:
    """Describe a group of attendees, as far as it is described."""
    return marked((of_text(group.description, words),), words) if group.description else ()


def contact(meeting: Meeting, words: Words) -> tuple[Block, ...]:
    """Lay out how the office is reached that answers questions."""
    return _paragraphs(contact_lines(meeting, words))


def contact_lines(meeting: Meeting, words: Words) -> tuple[Line, ...]:
    """Write how the office is reached that answers questions, if there is one."""
    office = meeting.contact
    if office is None:
        return ()
    lines = [marked((of_text(office.name, words),), words)]
    if office.telephone:
        lines.append((words.say(TELEPHONE, telephone=office.telephone),))
    if office.email:
        lines.append(words.fill(EMAIL, email=(Phrase(office.email, url=f"mailto:{office.email}"),)))
    if office.url:
        lines.append((Phrase(office.url, url=office.url),))
    return tuple(lines)


def items(program: Sequence[Item], words: Words, level: int, *, record: bool) -> tuple[Block, ...]:
    """Lay out the items of a program; in a `record` with what was said and decided."""
    if not program:
        return ()
    entries = (
        Entry(mark_of(level, n, words), heading_of(item, words), _inside(item, words, level, record=record))
        for n, item in enumerate(program, start=1)
    )
    return (Listing(tuple(entries), numbered=True),)


def _inside(item: Item, words: Words, level: int, *, record: bool) -> tuple[Block, ...]:
    blocks: tuple[Block, ...] = ()
    if words.style.materials is MaterialsPlace.BELOW and (materials := materials_of(item)):
        blocks = (bulleted((material_of(material, words) for material in materials), words),)
    if isinstance(item, Session):
        return blocks + items(item.items, words, level + 1, record=record)
    if record:
        return blocks + _paragraphs([*report_of(item, words), *decision_of(item, words)])
    return blocks
