"""The names of a council along time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from csegroup.council import Council
from csegroup.pictures.over_time import over_time, period_of, runs_of
from csegroup.pictures.periods import Period, Stretch
from csegroup.pictures.rows import Group, Row, Run
from csegroup.wording.locales import words_for
from csegroup.wording.pictures import NAMES_OVER_TIME, NO_NAMES, NOT_KNOWN
from csegroup.wording.texts import of_text
from csegroup.wording.words import Words

__all__ = ["names"]

_ONE_DAY = dt.timedelta(days=1)


def names(council: Council, *, locale: str, until: dt.date) -> str:
    """Draw the names of a council from the first one to the day `until`, as SVG: a row a name, the oldest first.

    Days between two names for which no source shows one are a row of their own, which says that the name is not known.
    Raises `InvalidValue`.

    >>> from csegroup import DatedName
    >>> founded = dt.date(2010, 11, 22)
    >>> council = Council(id="jp/example", names=[DatedName(text={"ja": "協議会"}, since=founded)])
    >>> ">協議会（平成22年～）</text>" in names(council, locale="ja", until=dt.date(2022, 2, 8))
    True
    """
    words = words_for(locale)
    period = period_of(None, until, (name.since for name in council.names))
    rows = tuple(_rows(council, period, words))
    groups = (Group((), rows),) if rows else ()
    return over_time((words.text(NAMES_OVER_TIME),), period, groups, words, nothing=NO_NAMES, dated=True)


def _rows(council: Council, period: Period, words: Words) -> Iterator[Row]:
    before: Stretch | None = None
    by_start = sorted(council.names, key=lambda name: name.since)
    seen = ((name, period.stretch(name.since, name.until)) for name in by_start)
    for run in runs_of(((of_text(name.text, words),), stretch) for name, stretch in seen if stretch):
        for stretch in run.stretches:
            if before and before.last and not stretch.follows(before):
                gap = Stretch(before.last + _ONE_DAY, stretch.first - _ONE_DAY)
                yield (Run((words.text(NOT_KNOWN),), (gap,), known=False),)
            yield (Run(run.name, (stretch,)),)
            before = stretch
