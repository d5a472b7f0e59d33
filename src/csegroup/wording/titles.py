"""What a meeting is called."""

from __future__ import annotations

from babel import Locale

from csegroup.meetings import Meeting, MeetingStatus
from csegroup.wording.locales import words_for
from csegroup.wording.names import of_organization
from csegroup.wording.texts import of_text
from csegroup.wording.words import Line, Phrase, Words, plain

__all__ = ["calendar_title_of", "format_title", "if_cancelled", "title_of"]


def format_title(meeting: Meeting, *, locale: str) -> str:
    """Give the title of a meeting for a list: its own, or number and body; a cancelled one says so.

    `locale` is a BCP 47 tag. Raises `InvalidValue` where there are no words for it.

    >>> from csegroup import Meeting, Organization
    >>> group = Organization(id="jp/example", name={"en": "Specialist Group Meeting", "ja": "専門家会合"})
    >>> format_title(Meeting(id="jp/example/6", body=group, number=6), locale="en")
    '6th Specialist Group Meeting'
    """
    words = words_for(locale)
    return plain(if_cancelled(meeting, title_of(meeting, words), words))


def if_cancelled(meeting: Meeting, title: Line, words: Words) -> Line:
    """Say before a title that the meeting is cancelled, if it is."""
    return words.fill(words.cancelled, title=title) if meeting.status is MeetingStatus.CANCELLED else title


def calendar_title_of(meeting: Meeting, words: Words) -> Line:
    """Give the title of a meeting for a calendar, where a day in writing is when answers are due."""
    title = title_of(meeting, words)
    if meeting.in_writing and meeting.status in {MeetingStatus.TENTATIVE, MeetingStatus.ANNOUNCED}:
        title = words.fill(words.answers_due_title, title=title)
    return if_cancelled(meeting, title, words)


def title_of(meeting: Meeting, words: Words) -> Line:
    """Give the title of a meeting in any state."""
    if meeting.title:
        return (of_text(meeting.title, words),)
    bodies: Line = (of_organization(meeting.body, words),)
    if meeting.number:
        bodies = words.fill(words.numbered_title, number=_ordinal(meeting.number, words), body=bodies)
    for i, other in enumerate(meeting.jointly_with, start=1):
        last = i == len(meeting.jointly_with)
        separator = words.joint_last_separator if last else words.joint_separator
        bodies += (Phrase(separator, words.tag), of_organization(other, words))
    return words.fill(words.joint_title, bodies=bodies) if meeting.jointly_with else bodies


def _ordinal(number: int, words: Words) -> str:
    form = Locale.parse(words.tag).ordinal_form(number)
    return words.ordinals.get(form, words.ordinals["other"]).format(n=number)
