"""A meeting's program as a tree, in the words of one locale and the order of a style."""

from __future__ import annotations

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from csegroup.documents import sections
from csegroup.documents.tree import Block, Outline, Section, lines_below
from csegroup.meetings import Meeting, MeetingStatus
from csegroup.style import Part, Purpose, SectionKind
from csegroup.wording.messages import ANNOUNCEMENT, PROGRAM_AS_HELD, RECORD, SECTIONS, UNOFFICIAL
from csegroup.wording.phrases import Line
from csegroup.wording.texts import marked, of_text, translated
from csegroup.wording.titles import if_cancelled, title_of
from csegroup.wording.words import Words

__all__ = ["is_record", "parts_of", "program_of", "whole"]


def whole(title: Line, blocks: tuple[Block, ...], words: Words) -> Outline:
    """Make a document of one language, and say behind its title whether any of it is an unofficial translation."""
    if translated([title, *lines_below(blocks)]):
        title = (*title, words.text(UNOFFICIAL))
    return Outline(words.language, title, blocks, "　" if words.wide else "", words.wide)


def program_of(meeting: Meeting, words: Words, parts: Sequence[Part], time_zone: ZoneInfo | None) -> Outline:
    """Lay out the program of a meeting, with its notice above all."""
    record = is_record(meeting, words)
    blocks = (*sections.text(meeting.notice, words), *parts_of(meeting, words, parts, time_zone))
    title = _title(meeting, words, record=record)
    return whole(marked(if_cancelled(meeting, title, words), words), blocks, words)


def parts_of(
    meeting: Meeting, words: Words, parts: Sequence[Part], time_zone: ZoneInfo | None = None, level: int = 0
) -> tuple[Section, ...]:
    """Lay out the parts that have something in them, and number those."""
    made: list[Section] = []
    for part in parts:
        if part.kind is SectionKind.OVERVIEW:
            blocks: tuple[Block, ...] = parts_of(meeting, words, part.parts, time_zone, level + 1)
        else:
            blocks = _part(part.kind, meeting, words, time_zone, level)
        if blocks:
            made.append(Section(sections.mark_of(level, len(made) + 1, words), _heading(part, meeting, words), blocks))
    return tuple(made)


def is_record(meeting: Meeting, words: Words) -> bool:
    """Tell whether a meeting is printed as a record, with what was said and decided."""
    if words.style.purpose is None:
        return meeting.status is MeetingStatus.HELD
    return words.style.purpose is Purpose.RECORD


def _title(meeting: Meeting, words: Words, *, record: bool) -> Line:
    title = title_of(meeting, words)
    if words.title:
        before, _, after = words.title.partition("{title}")
        return (before, *title, after)
    return words.fill(RECORD if record else ANNOUNCEMENT, title=title)


def _heading(part: Part, meeting: Meeting, words: Words) -> Line:
    if part.title:
        return marked((of_text(part.title, words),), words)
    if part.kind is SectionKind.PROGRAM and is_record(meeting, words):
        return (words.text(PROGRAM_AS_HELD),)
    return (words.text(SECTIONS[part.kind]),)


def _part(
    kind: SectionKind, meeting: Meeting, words: Words, time_zone: ZoneInfo | None, level: int
) -> tuple[Block, ...]:
    blocks: tuple[Block, ...]
    match kind:
        case SectionKind.AIM:
            blocks = sections.text(meeting.aim, words)
        case SectionKind.DATE_AND_PLACE:
            blocks = sections.date_and_place(meeting, words, time_zone)
        case SectionKind.ATTENDEES:
            blocks = sections.attendees(meeting.attendees, words)
        case SectionKind.TIMETABLE:
            from csegroup.documents import tables  # noqa: PLC0415 - few programs have one

            blocks = tables.timetable_table(meeting, words, time_zone)
        case SectionKind.MATERIALS:
            from csegroup.documents import tables  # noqa: PLC0415 - few programs have one

            blocks = tables.materials_table(meeting, words)
        case SectionKind.CONTACT:
            blocks = sections.contact(meeting, words)
        case _:
            blocks = sections.items(meeting.program, words, level + 1, record=is_record(meeting, words))
    return blocks
