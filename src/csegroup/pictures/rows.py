"""What a picture over time shows, before it is drawn: rows of names with the days on which they held."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import reduce
from typing import TypeAlias, final

import attrs

from csegroup.pictures.periods import Period, Stretch, day_of, year_of
from csegroup.wording.phrases import Line, plain
from csegroup.wording.pictures import (
    AND,
    FROM_ON,
    FROM_TO,
    OF,
    ON,
    PERIOD,
    PERIOD_OF_A_DAY,
    SENTENCE,
    YEARS,
    YEARS_FROM_ON,
    YEARS_FROM_TO,
)
from csegroup.wording.words import Words

__all__ = ["Group", "Row", "Run", "description", "joined", "sentence", "years_behind"]


@final
@attrs.frozen
class Run:
    """A name, and the stretches of days on which it held; `known` is False for days without a name."""

    name: Line
    stretches: tuple[Stretch, ...]
    known: bool = True


Row: TypeAlias = "tuple[Run, ...]"


@final
@attrs.frozen
class Group:
    """Rows under one heading, which may be empty."""

    heading: Line
    rows: tuple[Row, ...]


def years_behind(run: Run, words: Words) -> str:
    """Give the years of a name, as they stand behind it."""
    return words.say(YEARS, years=_years(run, words))


def _years(run: Run, words: Words) -> str:
    since, last = year_of(run.stretches[0].first, words), run.stretches[-1].last
    if last is None:
        return words.say(YEARS_FROM_ON, since=since)
    until = year_of(last, words)
    return since if since == until else words.say(YEARS_FROM_TO, since=since, until=until)


def _in_words(stretch: Stretch, words: Words) -> str:
    since = day_of(stretch.first, words)
    if stretch.last is None:
        return words.say(FROM_ON, since=since)
    if stretch.last == stretch.first:
        return words.say(ON, day=since)
    return words.say(FROM_TO, since=since, until=day_of(stretch.last, words))


def joined(said: Iterable[str], words: Words) -> str:
    """Join what is said into one sentence."""
    return reduce(lambda one, other: words.say(AND, said=one, more=other), said)


def sentence(said: str, words: Words) -> str:
    """Make a sentence."""
    return words.say(SENTENCE, said=said)


def _sentences(group: Group, words: Words) -> Iterator[str]:
    if group.heading:
        yield sentence(plain(group.heading), words)
    for row in group.rows:
        said = [
            words.say(OF, name=plain(run.name), said=joined((_in_words(one, words) for one in run.stretches), words))
            for run in row
        ]
        yield sentence(joined(said, words), words)


def description(period: Period, groups: Iterable[Group], words: Words) -> str:
    """Say all that a picture shows: each name with its days."""
    first, last = day_of(period.first, words), day_of(period.last, words)
    said = words.say(PERIOD_OF_A_DAY, day=first) if first == last else words.say(PERIOD, since=first, until=last)
    return "\n".join([sentence(said, words), *(one for group in groups for one in _sentences(group, words))])
