"""What a meeting is called."""

from __future__ import annotations

from csegroup.meetings import Meeting, MeetingStatus
from csegroup.organizations import Organization
from csegroup.wording.locales import words_for
from csegroup.wording.messages import (
    ANSWERS_DUE_TITLE,
    CANCELLED,
    JOINT,
    JOINT_LAST,
    JOINT_LIST,
    NUMBERED,
    ORDINALS,
)
from csegroup.wording.names import of_organization
from csegroup.wording.phrases import Line, plain
from csegroup.wording.texts import of_text
from csegroup.wording.words import Words

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
    return words.fill(CANCELLED, title=title) if meeting.status is MeetingStatus.CANCELLED else title


def calendar_title_of(meeting: Meeting, words: Words) -> Line:
    """Give the title of a meeting for a calendar, where a day in writing is when answers are due."""
    title = title_of(meeting, words)
    if meeting.in_writing and meeting.status in {MeetingStatus.TENTATIVE, MeetingStatus.ANNOUNCED}:
        title = words.fill(ANSWERS_DUE_TITLE, title=title)
    return if_cancelled(meeting, title, words)


def title_of(meeting: Meeting, words: Words) -> Line:
    """Give the title of a meeting in any state."""
    if meeting.title:
        return (of_text(meeting.title, words),)
    body: Line = (of_organization(meeting.body, words),)
    if meeting.number:
        body = words.fill(NUMBERED, number=_ordinal(meeting.number, words), body=body)
    return _joint(body, meeting.jointly_with, words) if meeting.jointly_with else body


def _joint(bodies: Line, others: tuple[Organization, ...], words: Words) -> Line:
    *between, last = ((of_organization(other, words),) for other in others)
    for body in between:
        bodies = words.fill(JOINT_LIST, bodies=bodies, body=body)
    return words.fill(JOINT, bodies=words.fill(JOINT_LAST, bodies=bodies, body=last))


def _ordinal(number: int, words: Words) -> str:
    form = words.babel.ordinal_form(number)
    return words.say(ORDINALS.get(form, ORDINALS["other"]), n=words.number(str(number)))
