"""How the meetings of a body are numbered: on and on, or anew each year."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise

from csegroup.meetings import Meeting
from csegroup.review.views import Entry

__all__ = ["in_order", "left_out", "number_of", "series"]

_FISCAL_YEAR_BEGINS = 4
_NUMBER = re.compile(r"/([0-9]{1,3})\Z")


def number_of(entry: Entry) -> int:
    """Give the number of a meeting that has one."""
    return entry[1].number or 0


def series(entries: Iterable[Entry]) -> list[list[Entry]]:
    """Part the numbered meetings of a body, in the order of their dates, where the numbers begin anew.

    Whether they do is told by what is simpler: the way of parting that leaves fewer numbers twice, out and in disorder.
    """
    numbered = [entry for entry in entries if entry[1].number is not None]
    parted = _parted(numbered)
    if len(parted) > 1 and _oddities(parted) + _is_doubtful(parted) < _oddities([numbered]):
        return parted
    return [numbered] if numbered else []


def _parted(entries: Sequence[Entry]) -> list[list[Entry]]:
    made: list[list[Entry]] = []
    for entry in entries:
        begins = not made or (
            number_of(entry) <= number_of(made[-1][-1]) and _may_begin_anew(made[-1][-1][1], entry[1])
        )
        if begins:
            made.append([entry])
        else:
            made[-1].append(entry)
    return made


def _may_begin_anew(earlier: Meeting, meeting: Meeting) -> bool:
    """Tell whether a meeting is in another calendar or fiscal year than the one before it, or its day is not known."""
    if _says_its_number(earlier) and _says_its_number(meeting) is False:
        return False  # the ids go on
    one, other = earlier.local_date, meeting.local_date
    if not (one and other):
        return meeting.number == 1
    return one.year != other.year or _fiscal_year(earlier) != _fiscal_year(meeting)


def _says_its_number(meeting: Meeting) -> bool | None:
    """Tell whether an id ends in the number of the meeting; None where it ends in something else than a number."""
    match = _NUMBER.search(meeting.id)
    return int(match[1]) == meeting.number if match else None


def _fiscal_year(meeting: Meeting) -> int:
    day = meeting.local_date
    return day.year - (day.month < _FISCAL_YEAR_BEGINS) if day else 0


def _oddities(parted: Sequence[Sequence[Entry]]) -> int:
    """Count what would be odd: numbers twice, gaps, meetings out of order, and beginnings at another number than 1."""
    odd = sum(number_of(entries[0]) != 1 for entries in parted) if len(parted) > 1 else 0
    for entries in parted:
        numbers = sorted({number_of(entry) for entry in entries})
        odd += len(entries) - len(numbers)
        odd += sum(later - earlier > 1 for earlier, later in pairwise(numbers))
        odd += len(entries) - len(in_order(entries))
    return odd


def _is_doubtful(parted: Sequence[Sequence[Entry]]) -> int:
    """Count 2 for a single 1 at the end, where the numbers had gone on over years and no title says a year."""
    last = parted[-1]
    titles = (last[0][1].title or {}).values()
    went_on = len({_fiscal_year(entry[1]) for entry in parted[0]}) > 1
    alone = len(parted) == 2 and len(last) == 1  # noqa: PLR2004 - parted once
    return 2 * (alone and went_on and not any("年度" in title or "iscal" in title for title in titles))


def in_order(entries: Sequence[Entry]) -> list[Entry]:
    """Give the most meetings whose numbers do not fall: the others are those that are out of place."""
    numbers: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for i, entry in enumerate(entries):
        place = bisect_right(numbers, number_of(entry))
        numbers[place:] = [number_of(entry), *numbers[place + 1 :]]
        ends[place:] = [i, *ends[place + 1 :]]
        before.append(ends[place - 1] if place else -1)
    made: list[Entry] = []
    at = ends[-1] if ends else -1
    while at >= 0:
        made.append(entries[at])
        at = before[at]
    return made[::-1]


def left_out(earlier: Entry, later: Entry, *, at_most: int) -> range:
    """Give the numbers between those of two meetings, and not endlessly many of them."""
    first = number_of(earlier) + 1
    return range(first, min(number_of(later), first + at_most))
