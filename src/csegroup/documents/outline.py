"""A meeting's program as one tree of headings, numbered items and paragraphs, in the words of one locale."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias, final

import attrs

from csegroup.documents.items import decision_of, heading_of, report_of
from csegroup.meetings import AttendeeGroup, Meeting, MeetingStatus
from csegroup.places import OnlineVenue
from csegroup.program import Item, Session
from csegroup.text import LocalizedText, is_translation
from csegroup.wording.dates import date_and_hours
from csegroup.wording.numbering import mark
from csegroup.wording.places import of_places
from csegroup.wording.texts import marked, of_text, paragraphs_of
from csegroup.wording.titles import if_cancelled, title_of
from csegroup.wording.words import Line, Part, Phrase, Words

__all__ = ["Block", "Outline", "Paragraph", "Section", "outline"]


@final
@attrs.frozen
class Paragraph:
    """A line of running text."""

    line: Line


@final
@attrs.frozen
class Section:
    """A heading with the mark that stands before it, and what stands under it."""

    mark: str
    heading: Line
    blocks: tuple[Block, ...] = ()


Block: TypeAlias = Paragraph | Section


@final
@attrs.frozen
class Outline:
    """The whole document; `note` stands behind the title, `indent` is by what each level stands further in."""

    title: Line
    note: Line
    indent: str
    blocks: tuple[Block, ...]


def outline(meeting: Meeting, words: Words, layout: Sequence[Part], notice: LocalizedText | None) -> Outline:
    """Lay out the program of a meeting in some sections, below a notice."""
    blocks: tuple[Block, ...] = (
        *_paragraphs(paragraphs_of(notice, words)),
        *_sections(layout, meeting, words, 0),
    )
    title = _document_title(meeting, words)
    translated = any(is_translation(phrase.tag) for phrase in (*title, *_phrases(blocks)))
    return Outline(title, words.fill(words.unofficial) if translated else (), words.indent, blocks)


def _document_title(meeting: Meeting, words: Words) -> Line:
    document = words.held_document if meeting.status is MeetingStatus.HELD else words.announced_document
    title = words.fill(document, title=title_of(meeting, words))
    return marked(if_cancelled(meeting, title, words), words)


def _phrases(blocks: Iterable[Block]) -> Iterator[Phrase]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield from block.line
        else:
            yield from block.heading
            yield from _phrases(block.blocks)


def _sections(layout: Sequence[Part], meeting: Meeting, words: Words, level: int) -> tuple[Section, ...]:
    """Build the sections of a layout that have something in them, and number those."""
    entries: list[tuple[Line, tuple[Block, ...]]] = []
    for part in layout:
        name = part if isinstance(part, str) else str(part[0])
        inside = _part(name, meeting, words, level) if part is name else _sections(part[1:], meeting, words, level + 1)
        if inside:
            entries.append((words.fill(_heading(name, meeting, words)), inside))
    return _numbered(entries, words, level)


def _numbered(entries: Iterable[tuple[Line, tuple[Block, ...]]], words: Words, level: int) -> tuple[Section, ...]:
    first = words.levels[level]
    return tuple(
        Section(mark(first, n) + words.gap_after_mark, heading, blocks)
        for n, (heading, blocks) in enumerate(entries, start=1)
    )


def _heading(name: str, meeting: Meeting, words: Words) -> str:
    headings = {
        "aim": words.aim,
        "overview": words.overview,
        "date_and_place": words.date_and_place,
        "attendees": words.attendees,
        "program": words.program_as_held if meeting.status is MeetingStatus.HELD else words.program,
        "contact": words.contact,
    }
    return headings[name]


def _part(name: str, meeting: Meeting, words: Words, level: int) -> tuple[Block, ...]:
    match name:
        case "aim":
            return _paragraphs(paragraphs_of(meeting.aim, words))
        case "date_and_place":
            when = Phrase(date_and_hours(meeting, words), words.tag)
            return _paragraphs([(when,), *_where(meeting, words)])
        case "attendees":
            return tuple(Section(words.bullet, _group(group, words)) for group in meeting.attendees)
        case "contact":
            return _contact(meeting, words)
        case _:
            return _items(meeting.program, words, level + 1)


def _where(meeting: Meeting, words: Words) -> Iterator[Line]:
    for venue, line in zip(meeting.venues, of_places(meeting.venues, words), strict=True):
        yield marked(line, words)
        if isinstance(venue, OnlineVenue) and venue.url:
            yield (Phrase(venue.url, "und"),)


def _group(group: AttendeeGroup, words: Words) -> Line:
    kind = words.attendee_kinds[group.kind]
    label = marked((of_text(group.label, words),), words) if group.label else words.fill(kind)
    if group.description is None:
        return label
    description = marked((of_text(group.description, words),), words)
    return words.fill(words.attendee_group, label=label, description=description)


def _contact(meeting: Meeting, words: Words) -> tuple[Block, ...]:
    contact = meeting.contact
    if contact is None:
        return ()
    lines = [marked((of_text(contact.name, words),), words)]
    if contact.telephone:
        lines.append(words.fill(words.telephone, telephone=contact.telephone))
    if contact.email:
        lines.append(words.fill(words.email, email=contact.email))
    if contact.url:
        lines.append((Phrase(contact.url, "und"),))
    return _paragraphs(lines)


def _items(program: Iterable[Item], words: Words, level: int) -> tuple[Section, ...]:
    return _numbered(((heading_of(item, words), _inside(item, words, level)) for item in program), words, level)


def _inside(item: Item, words: Words, level: int) -> tuple[Block, ...]:
    if isinstance(item, Session):
        return _items(item.items, words, level + 1)
    return _paragraphs([*report_of(item, words), *decision_of(item, words)])


def _paragraphs(lines: Iterable[Line]) -> tuple[Paragraph, ...]:
    return tuple(map(Paragraph, lines))
