"""A list of meetings as a table that spreadsheets and data frames read."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Iterable

from csegroup.meetings import Meeting
from csegroup.wording.phrases import Line, plain
from csegroup.wording.places import of_places
from csegroup.wording.titles import title_of
from csegroup.wording.words import Words

__all__ = ["write"]

_COLUMNS = ("id", "date", "start", "end", "time_zone", "title", "place", "status", "url")
# A spreadsheet takes what begins so for a formula, and would calculate it.
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


def write(meetings: Iterable[Meeting], words: Words) -> bytes:
    """Write a row a meeting, in the order given, in UTF-8 with the mark at its start that Excel wants (RFC 4180)."""
    text = io.StringIO(newline="")
    rows = csv.writer(text)
    rows.writerow(_COLUMNS)
    rows.writerows([_cell(value) for value in _row(meeting, words)] for meeting in meetings)
    return text.getvalue().encode("utf-8-sig")


def _row(meeting: Meeting, words: Words) -> tuple[str, ...]:
    start, end = meeting.start, meeting.end
    day = meeting.local_date
    return (
        meeting.id,
        day.isoformat() if day else "",
        _hour(start),
        _hour(end),
        str(start.tzinfo) if start else "",
        plain(title_of(meeting, words)),
        _places(of_places(meeting.venues, words)),
        meeting.status.value,
        meeting.url or "",
    )


def _hour(time: dt.datetime | None) -> str:
    return time.isoformat() if time else ""


def _places(places: Iterable[Line]) -> str:
    return " / ".join(map(plain, places))


def _cell(value: str) -> str:
    return f"'{value}" if value.startswith(_FORMULA) else value
