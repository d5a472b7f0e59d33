"""A list of meetings: those to come first, then year by year."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from zoneinfo import ZoneInfo

from csegroup.documents.tree import NO_MARK, Block, Paragraphs, Section, Table
from csegroup.meetings import Meeting, MeetingStatus
from csegroup.schedule import upcoming
from csegroup.wording.dates import when, year_in_words
from csegroup.wording.messages import CANCELLED_MEETINGS, DATE, MEETING, PLACE, UPCOMING, WITHOUT_A_DAY
from csegroup.wording.phrases import Line, linked
from csegroup.wording.pictures import NO_MEETINGS
from csegroup.wording.places import of_places
from csegroup.wording.texts import marked
from csegroup.wording.titles import if_cancelled, title_of
from csegroup.wording.words import Words

__all__ = ["meeting_sections"]


def _day(meeting: Meeting) -> tuple[dt.date, str]:
    return meeting.local_date or dt.date.max, meeting.id


def meeting_sections(  # noqa: PLR0913, PLR0917 - what the list is made with
    meetings: Sequence[Meeting],
    words: Words,
    now: dt.datetime | None,
    every: Sequence[Words],
    link: Callable[[Meeting], str | None],
    time_zone: ZoneInfo | None,
) -> tuple[Block, ...]:
    """Lay out meetings, each with its `link`; without `now` none is told apart as to come. Where none is, say so.

    A year that `every` language of the document has for itself has a section, so that 2019 stands beside 令和元年 and
    beside 平成31年.
    """
    to_come = upcoming(meetings, now) if now else ()
    if not meetings:
        return (Paragraphs(((words.text(NO_MEETINGS),),)),)
    coming = set(map(id, to_come))
    dated = [one for one in meetings if one.local_date and id(one) not in coming]
    undated = [one for one in meetings if not one.local_date]
    cancelled = tuple(one for one in undated if one.status is MeetingStatus.CANCELLED)
    undecided = tuple(one for one in undated if one.status is not MeetingStatus.CANCELLED)
    made = [(words.text(UPCOMING), to_come), (words.text(WITHOUT_A_DAY), undecided)]
    latest_first = sorted(dated, key=_day, reverse=True)
    for _, found in groupby(latest_first, key=lambda one: [year_in_words(_day(one)[0], own) for own in every]):
        ones = tuple(found)
        made.append((year_in_words(_day(ones[0])[0], words), ones))
    made.append((words.text(CANCELLED_MEETINGS), cancelled))
    return tuple(
        Section(NO_MARK, (heading,), (_table(ones, words, link, time_zone),)) for heading, ones in made if ones
    )


def _table(
    meetings: Iterable[Meeting], words: Words, link: Callable[[Meeting], str | None], time_zone: ZoneInfo | None
) -> Table:
    head = ((words.text(DATE),), (words.text(MEETING),), (words.text(PLACE),))
    rows = ((_when(one, words, time_zone), _title(one, words, link(one)), _places(one, words)) for one in meetings)
    return Table(head, tuple(rows))


def _when(meeting: Meeting, words: Words, time_zone: ZoneInfo | None) -> Line:
    undated = meeting.status is MeetingStatus.CANCELLED and not meeting.local_date
    return () if undated else _on_one_line(when(meeting, words, time_zone))


def _title(meeting: Meeting, words: Words, url: str | None) -> Line:
    line = marked(if_cancelled(meeting, title_of(meeting, words), words), words)
    return linked(line, url) if url else line


def _places(meeting: Meeting, words: Words) -> Line:
    return _on_one_line(marked(place, words) for place in of_places(meeting.venues, words))


def _on_one_line(lines: Iterable[Line]) -> Line:
    line: Line = ()
    for one in lines:
        line = (*line, " / ", *one) if line else one
    return line
