"""What a calendar entry says of a meeting, where title, date and place stand elsewhere."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from csegroup.documents.plain_text import body
from csegroup.documents.programs import parts_of, whole
from csegroup.meetings import Meeting
from csegroup.style import Part, SectionKind
from csegroup.wording.dates import when
from csegroup.wording.messages import UNOFFICIAL
from csegroup.wording.phrases import plain
from csegroup.wording.texts import paragraphs_of, translated
from csegroup.wording.words import Words

__all__ = ["hours_in_short", "notice_in_short", "program_in_short"]

_PARTS = (Part(kind=SectionKind.AIM), Part(kind=SectionKind.PROGRAM), Part(kind=SectionKind.CONTACT))


def notice_in_short(meeting: Meeting, words: Words) -> str:
    """Write the notice by itself, and behind it whether it is an unofficial translation."""
    lines = paragraphs_of(meeting.notice, words)
    return "\n".join(map(plain, lines)) + (words.text(UNOFFICIAL) if translated(lines) else "")


def program_in_short(meeting: Meeting, words: Words) -> str:
    """Write aim, program and contact, and above them whether any of it is an unofficial translation."""
    outline = whole((), parts_of(meeting, words, _PARTS), words)
    note = plain(outline.title).strip()
    return "\n\n".join(filter(None, (note, body(outline))))


def hours_in_short(meeting: Meeting, words: Words, time_zone: ZoneInfo) -> str:
    """Write when a meeting is held by its own clock and by the reader's, where that is another."""
    lines = when(meeting, words, time_zone)
    return "\n".join(map(plain, lines)) if len(lines) > 1 else ""
