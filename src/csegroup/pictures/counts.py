"""How many meetings each body had in each year, counted and in words."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import reduce
from typing import TypeAlias, final

import attrs

from csegroup.meetings import Meeting, MeetingStatus
from csegroup.organizations import Organization
from csegroup.pictures.periods import years_of
from csegroup.pictures.rows import joined, sentence
from csegroup.schedule import by_body
from csegroup.wording.message import Message
from csegroup.wording.names import of_organization
from csegroup.wording.phrases import Line, plain
from csegroup.wording.pictures import (
    CANCELLED,
    CANCELLED_COUNT,
    COUNTS,
    HELD,
    HELD_COUNT,
    NO_DATE,
    OF,
    PLANNED,
    PLANNED_COUNT,
)
from csegroup.wording.words import Words

__all__ = ["STATES", "BodyByYear", "Counts", "State", "bodies_by_year", "counts_in_words", "description"]


@final
@attrs.frozen(eq=False)
class State:
    """What is told apart of meetings, and its words."""

    word: Message
    count: Message


_HELD, _PLANNED, _CANCELLED = (
    State(HELD, HELD_COUNT),
    State(PLANNED, PLANNED_COUNT),
    State(CANCELLED, CANCELLED_COUNT),
)
STATES = (_HELD, _PLANNED, _CANCELLED)
_STATE_OF: Mapping[MeetingStatus, State] = {
    MeetingStatus.HELD: _HELD,
    MeetingStatus.ANNOUNCED: _PLANNED,
    MeetingStatus.TENTATIVE: _PLANNED,
    MeetingStatus.CANCELLED: _CANCELLED,
}
Counts: TypeAlias = "Counter[State]"


@final
@attrs.frozen
class BodyByYear:
    """A body, and how many meetings it had, by the words for a year."""

    name: Line
    years: tuple[tuple[str, Counts], ...]


def bodies_by_year(meetings: Sequence[Meeting], until: dt.date | None, words: Words) -> Iterator[BodyByYear]:
    """Count meetings, every body over the same years."""
    days = [one.local_date for one in meetings if one.local_date]
    years = range(min(days).year, max([*days, until or dt.date.min]).year + 1) if days else range(0)
    for id_, theirs in by_body(meetings).items():
        counted: dict[int | None, Counts] = {year: Counter() for year in years}
        for one in theirs:
            year = one.local_date.year if one.local_date else None
            counted.setdefault(year, Counter())[_STATE_OF[one.status]] += 1
        said = ((words.text(NO_DATE) if year is None else years_of(year, words), of) for year, of in counted.items())
        yield BodyByYear((of_organization(_body(id_, theirs[-1]), words),), tuple(said))


def _body(id_: str, meeting: Meeting) -> Organization:
    """Give a body under the name that it has in a meeting."""
    return next(body for body in (meeting.body, *meeting.jointly_with) if body.id == id_)


def counts_in_words(counts: Counts, words: Words) -> str:
    """Say how many meetings there are of each state; where there is none, that none was held."""
    said = [words.count(state.count, counts[state]) for state in STATES if counts[state]]
    return reduce(lambda one, other: words.say(COUNTS, counts=one, count=other), said or [words.count(HELD_COUNT, 0)])


def description(bodies: Sequence[BodyByYear], words: Words) -> str:
    """Say all that a picture shows: each body with its years."""
    return "\n".join(said for body in bodies for said in _sentences(body, words))


def _sentences(body: BodyByYear, words: Words) -> Iterator[str]:
    yield sentence(plain(body.name), words)
    said = (words.say(OF, name=year, said=counts_in_words(counts, words)) for year, counts in body.years)
    yield sentence(joined(said, words), words)
