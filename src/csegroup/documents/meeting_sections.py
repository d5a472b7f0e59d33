"""A list of meetings: those to come first, then year by year."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from itertools import groupby

from csegroup.documents.tree import NO_MARK, Section, Table
from csegroup.meetings import Meeting, upcoming
from csegroup.wording.dates import when, year_in_words
from csegroup.wording.messages import DATE, MEETING, PLACE, UPCOMING, WITHOUT_A_DAY
from csegroup.wording.phrases import Line, Phrase
from csegroup.wording.places import of_places
from csegroup.wording.texts import marked
from csegroup.wording.titles import if_cancelled, title_of
from csegroup.wording.words import Words

__all__ = ["meeting_sections"]


def _day(meeting: Meeting) -> tuple[dt.date, str]:
    return meeting.local_date or dt.date.max, meeting.id


def meeting_sections(meetings: Sequence[Meeting], words: Words, now: dt.datetime | None) -> tuple[Section, ...]:
    """Lay out meetings; without `now` none is told apart as to come."""
    to_come = upcoming(meetings, now) if now else ()
    dated = [one for one in meetings if one.local_date and one not in to_come]
    made = [(words.text(UPCOMING), to_come), (words.text(WITHOUT_A_DAY), _undecided(meetings))]
    latest_first = sorted(dated, key=_day, reverse=True)
    for year, ones in groupby(latest_first, key=lambda meeting: year_in_words(_day(meeting)[0], words)):
        made.append((year, tuple(ones)))
    return tuple(Section(NO_MARK, (heading,), (_table(ones, words),)) for heading, ones in made if ones)


def _undecided(meetings: Iterable[Meeting]) -> tuple[Meeting, ...]:
    return tuple(meeting for meeting in meetings if meeting.local_date is None)


def _table(meetings: Iterable[Meeting], words: Words) -> Table:
    head = ((words.text(DATE),), (words.text(MEETING),), (words.text(PLACE),))
    return Table(head, tuple((_when(one, words), _title(one, words), _places(one, words)) for one in meetings))


def _when(meeting: Meeting, words: Words) -> Line:
    return when(meeting, words)[0]


def _title(meeting: Meeting, words: Words) -> Line:
    line = marked(if_cancelled(meeting, title_of(meeting, words), words), words)
    return tuple(_linked(run, meeting.url) for run in line) if meeting.url else line


def _linked(run: str | Phrase, url: str) -> Phrase:
    return (
        Phrase(run, url=url)
        if isinstance(run, str)
        else Phrase(run.text, run.tag, "" if run.note else url, "", run.note)
    )


def _places(meeting: Meeting, words: Words) -> Line:
    line: Line = ()
    for place in of_places(meeting.venues, words):
        line = (*line, " / ", *marked(place, words)) if line else marked(place, words)
    return line
