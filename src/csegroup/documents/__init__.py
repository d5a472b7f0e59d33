"""The program of a meeting as a document."""

from __future__ import annotations

from csegroup.documents import plain_text
from csegroup.documents.outline import outline
from csegroup.meetings import Meeting
from csegroup.text import is_translation
from csegroup.wording.locales import words_for
from csegroup.wording.texts import paragraphs_of
from csegroup.wording.words import Words, plain

__all__ = ["format_program"]


def format_program(meeting: Meeting, *, locale: str) -> str:
    """Write the program (次第) of a meeting as plain text, one line a paragraph, with a line break at the end.

    All of the meeting is printed: what only some may see is left out by `Meeting.seen_by` before. A text
    that lacks the language is printed in the nearest it has, and says so. `locale` is a BCP 47 tag of
    Japanese or English. Raises `InvalidValue` for another, and for an imperial date before 1873.

    >>> from csegroup import Meeting, Organization
    >>> group = Organization(id="jp/example", name={"en": "Specialist Group Meeting", "ja": "専門家会合"})
    >>> format_program(Meeting(id="jp/example/6", body=group, number=6), locale="ja").splitlines()[0]
    '第6回専門家会合　次第'
    """
    words = words_for(locale)
    return plain_text.write(outline(meeting, words, words.layout, meeting.notice))


def notice_in_short(meeting: Meeting, words: Words) -> str:
    """Write the notice by itself, and behind it whether it is an unofficial translation."""
    lines = paragraphs_of(meeting.notice, words)
    translated = any(is_translation(phrase.tag) for line in lines for phrase in line)
    return "\n".join(map(plain, lines)) + (words.unofficial if translated else "")


def program_in_short(meeting: Meeting, words: Words) -> str:
    """Write aim, program and contact, for where notice, title, date and place stand elsewhere."""
    return plain_text.write_body(outline(meeting, words, ("aim", "program", "contact"), None))
