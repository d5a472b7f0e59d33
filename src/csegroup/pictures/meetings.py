"""How many meetings there were in each year."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from csegroup.fields import a_day
from csegroup.meetings import Meeting
from csegroup.pictures.counts import bodies_by_year, description
from csegroup.pictures.over_time import titled
from csegroup.pictures.sheet import Sheet
from csegroup.pictures.squares import draw
from csegroup.schedule import latest
from csegroup.wording.locales import words_for
from csegroup.wording.phrases import plain
from csegroup.wording.pictures import MEETINGS_BY_YEAR, NO_MEETINGS

__all__ = ["meetings_by_year"]


def meetings_by_year(meetings: Iterable[Meeting], *, locale: str, until: dt.date | None = None) -> str:
    """Draw how many meetings each body had in each year, as SVG; of several states of a meeting the latest counts.

    Those that were held, that are planned and that were cancelled are told apart. The years are those of the Western
    calendar from the first meeting to the last one, or to the day `until`, included, after which no meeting counts. A
    joint meeting is one of each of its bodies. Raises `InvalidValue`.

    >>> from csegroup.example import MEETING
    >>> "2022: 1 held." in meetings_by_year([MEETING], locale="en")
    True
    """
    words = words_for(locale)
    if until is not None:
        a_day("until", until)
    shown = [one for one in latest(meetings) if not _is_after(one, until)]
    bodies = tuple(bodies_by_year(shown, until, words))
    title = titled((words.text(MEETINGS_BY_YEAR),), (body.name for body in bodies), words)
    sheet = Sheet(words)
    sheet.title(title)
    if not bodies:
        sheet.write((words.text(NO_MEETINGS),))
        return sheet.picture(plain(title), words.text(NO_MEETINGS))
    draw(bodies, sheet)
    return sheet.picture(plain(title), description(bodies, words))


def _is_after(meeting: Meeting, day: dt.date | None) -> bool:
    return bool(day and meeting.local_date and meeting.local_date > day)
