"""What changed between two states of a meeting or of an archive, the new beside the old (新旧対照表)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import overload
from zoneinfo import ZoneInfo

from csegroup.changes.given import Records, an_archive, check_one_meeting
from csegroup.documents.archive_rows import sections_of_archives
from csegroup.documents.build import Document, all_words
from csegroup.documents.programs import whole
from csegroup.documents.rows import in_short, rows_of_meeting, table_of_rows
from csegroup.documents.tree import Block, Outline, Paragraphs
from csegroup.fields import an_instance
from csegroup.meetings import Meeting
from csegroup.style import COUNCIL, Style
from csegroup.wording import old_and_new as say
from csegroup.wording.dates import check_zone
from csegroup.wording.phrases import Line, plain
from csegroup.wording.texts import marked
from csegroup.wording.titles import if_cancelled, title_of
from csegroup.wording.words import Words

__all__ = ["changes_in_short", "comparison"]


@overload
def comparison(
    before: Meeting,
    after: Meeting,
    *,
    locale: str | Iterable[str],
    style: Style = COUNCIL,
    time_zone: ZoneInfo | None = None,
) -> Document: ...
@overload
def comparison(
    before: Records,
    after: Records,
    *,
    locale: str | Iterable[str],
    style: Style = COUNCIL,
    time_zone: ZoneInfo | None = None,
) -> Document: ...
def comparison(
    before: Meeting | Records,
    after: Meeting | Records,
    *,
    locale: str | Iterable[str],
    style: Style = COUNCIL,
    time_zone: ZoneInfo | None = None,
) -> Document:
    """Make a table of the new beside the old (新旧対照表), of what a reader of the printed program sees otherwise.

    Of a meeting all that its program prints, subject by subject and in full; of two archives the names, bodies
    and members of each council, the organizations, and each meeting by its latest state. Sources and extensions are
    not printed: `csegroup.changes.diff` tells of them. Arguments as in `program`. Raises `InvalidValue`.

    >>> from csegroup import AttendeeKind
    >>> from csegroup.documents import to_text
    >>> from csegroup.example import MEETING
    >>> print(to_text(comparison(MEETING, MEETING.seen_by(AttendeeKind.OTHER), locale="ja")).splitlines()[-1])
    変更はない。
    """
    every = all_words(locale, style)
    check_zone(time_zone)
    if isinstance(before, Meeting) and isinstance(after, Meeting):
        check_one_meeting(before, after)
        return tuple(_of_meeting(before, after, words, every, time_zone) for words in every)
    archives = an_archive("before", before), an_archive("after", after)
    sections = [tuple(sections_of_archives(*archives, words, every, time_zone)) for words in every]
    titles = [(words.text(say.COMPARISON_OF_RECORDS),) for words in every]
    return tuple(map(_made, titles, sections, every))


def changes_in_short(
    before: Meeting, after: Meeting, *, locale: str, style: Style = COUNCIL, time_zone: ZoneInfo | None = None
) -> tuple[str, ...]:
    """Write what a reader sees otherwise, a line a change with the old before the new, for a mail or a ticket.

    Of texts in paragraphs (notice, aim, reports, decisions) it is only said that they are others. Arguments as in
    `program`. Raises `InvalidValue`.

    >>> import attrs
    >>> from csegroup.example import MEETING
    >>> changes_in_short(attrs.evolve(MEETING, venues=[]), MEETING, locale="en")
    ('Place: — → On-line system',)
    """
    an_instance(Meeting)("before", before)
    an_instance(Meeting)("after", after)
    check_one_meeting(before, after)
    check_zone(time_zone)
    [words] = all_words([locale], style)
    return tuple(plain(in_short(row, words)) for row in rows_of_meeting(before, after, words, [words], time_zone))


def _of_meeting(
    before: Meeting, after: Meeting, words: Words, every: Sequence[Words], time_zone: ZoneInfo | None
) -> Outline:
    title = words.fill(say.COMPARISON, title=title_of(after, words))
    rows = tuple(rows_of_meeting(before, after, words, every, time_zone))
    blocks = (table_of_rows(rows, words),) if rows else ()
    return _made(marked(if_cancelled(after, title, words), words), blocks, words)


def _made(title: Line, blocks: tuple[Block, ...], words: Words) -> Outline:
    return whole(title, blocks or (Paragraphs(((words.text(say.NOTHING_CHANGED),),)),), words)
