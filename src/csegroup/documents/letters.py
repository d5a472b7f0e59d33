"""Letters around an invitation: what it is about, how to join, and the meeting as it is printed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, final
from zoneinfo import ZoneInfo

import attrs

from csegroup.documents import sections
from csegroup.documents.build import Document
from csegroup.documents.programs import parts_of, whole
from csegroup.documents.rows import in_short, rows_of_meeting
from csegroup.documents.tree import Block, Outline, Paragraphs
from csegroup.fields import Choice
from csegroup.meetings import Meeting
from csegroup.style import Part, SectionKind
from csegroup.wording import invitations as say
from csegroup.wording.message import Message
from csegroup.wording.messages import CANCELLED
from csegroup.wording.phrases import Line, Phrase
from csegroup.wording.texts import marked
from csegroup.wording.titles import title_of
from csegroup.wording.words import Words

__all__ = ["Letter", "LetterKind", "how_to_join", "letter", "letter_title", "listed", "opening_of"]


@final
class LetterKind(Choice):
    """What a letter tells of a meeting."""

    INVITATION = "invitation"
    UPDATE = "update"
    CANCELLATION = "cancellation"
    POSTPONEMENT = "postponement"
    WITHDRAWAL = "withdrawal"


_TITLES: Final[Mapping[LetterKind, Message]] = {
    LetterKind.INVITATION: say.INVITATION,
    LetterKind.UPDATE: say.UPDATED,
    LetterKind.CANCELLATION: CANCELLED,
    LetterKind.POSTPONEMENT: say.POSTPONED,
    LetterKind.WITHDRAWAL: say.WITHDRAWN,
}
_OPENINGS: Final[Mapping[LetterKind, Message]] = {
    LetterKind.INVITATION: say.YOU_ARE_INVITED,
    LetterKind.UPDATE: say.HAS_CHANGED,
    LetterKind.CANCELLATION: say.IS_CANCELLED,
    LetterKind.POSTPONEMENT: say.IS_POSTPONED,
    LetterKind.WITHDRAWAL: say.IS_WITHDRAWN,
}
# The date in these holds no longer, and a reader who skims is not to take it for a new one.
_ON_WHAT_WAS = frozenset({LetterKind.CANCELLATION, LetterKind.POSTPONEMENT})
# Who has nothing to come to is told when and where it would have been, and whom to ask.
_PARTS_OF_WHAT_WAS = (Part(kind=SectionKind.DATE_AND_PLACE), Part(kind=SectionKind.CONTACT))


@final
@attrs.frozen(kw_only=True, repr=False)
class Letter:
    """What one person is told of a meeting.

    `meeting` is as they may see it; in a letter on a meeting that does not take place, with the date it had.
    `changes` are named in an update, and `before` is the meeting as it was, as far as they may see it now and without
    a trace of what is closed to them (`csegroup.changes.both_seen_by`). `join_url` and `passcode` are theirs alone;
    `time_zone` is theirs.
    """

    kind: LetterKind
    meeting: Meeting
    changes: tuple[Message, ...] = ()
    before: Meeting | None = None
    join_url: str | None = None
    passcode: str | None = None
    time_zone: ZoneInfo | None = None
    end_is_assumed: bool = False

    @property
    def invites(self) -> bool:
        """Whether there is something to come to."""
        return self.kind in {LetterKind.INVITATION, LetterKind.UPDATE}


def letter_title(told: Letter, words: Words) -> Line:
    """Give the subject of a letter."""
    return words.fill(_TITLES[told.kind], title=title_of(told.meeting, words))


def letter(told: Letter, words: Sequence[Words]) -> Document:
    """Lay out a letter in one language or several, which share the first one's order of sections."""
    return tuple(_letter(told, own, _parts(told, words[0])) for own in words)


def _letter(told: Letter, words: Words, parts: Sequence[Part]) -> Outline:
    blocks: list[Block] = [Paragraphs((opening_of(told, words),)), *_old_and_new(told, words)]
    if told.kind is not LetterKind.WITHDRAWAL:
        blocks += sections.text(told.meeting.notice, words)
    joining = how_to_join(told.join_url, told.passcode, words)
    if told.invites and joining:
        blocks.append(Paragraphs(joining))
    if told.end_is_assumed and told.invites:
        blocks.append(Paragraphs(((words.text(say.OPEN_END),),)))
    if told.kind in _ON_WHAT_WAS and told.meeting.local_date:
        blocks.append(Paragraphs(((words.text(say.WAS_PLANNED),),)))
    blocks += parts_of(told.meeting, words, parts, told.time_zone)
    return whole(marked(letter_title(told, words), words), tuple(blocks), words)


def _old_and_new(told: Letter, words: Words) -> Iterator[Block]:
    """Tell what has changed, the old before the new; long texts are named by the opening, and stand below."""
    if told.before is None:
        return
    rows = rows_of_meeting(told.before, told.meeting, words, [words], told.time_zone)
    if lines := tuple(in_short(row, words) for row in rows if not row.long):
        yield Paragraphs(lines)


def _parts(told: Letter, words: Words) -> tuple[Part, ...]:
    if told.invites:
        return words.sections
    return _PARTS_OF_WHAT_WAS if told.meeting.local_date else _PARTS_OF_WHAT_WAS[1:]


def opening_of(told: Letter, words: Words) -> Line:
    """Say what a letter is about."""
    if told.kind is LetterKind.INVITATION and told.meeting.in_writing:
        return (words.text(say.ANSWERS_ARE_ASKED),)
    if told.changes == (say.CONFIRMED_ANEW,):
        return (words.text(say.IS_CONFIRMED_ANEW),)
    return (words.say(_OPENINGS[told.kind], changes=listed(told.changes, words)),)


def listed(changes: Iterable[Message], words: Words) -> str:
    """Name what has changed."""
    line = ""
    for label in changes:
        item = words.text(label)
        line = words.say(say.CHANGES, changes=line, change=item) if line else item
    return line


def how_to_join(join_url: str | None, passcode: str | None, words: Words) -> tuple[Line, ...]:
    """Say how a person joins on-line."""
    lines: list[Line] = []
    if join_url:
        lines.append(words.fill(say.JOIN, url=(Phrase(join_url, url=join_url),)))
    if passcode:
        lines.append(words.fill(say.PASSCODE, passcode=passcode))
    return tuple(lines)
