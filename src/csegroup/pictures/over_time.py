"""A whole picture over time, of rows of names under their headings."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from itertools import groupby

from csegroup.errors import InvalidValue
from csegroup.fields import a_day
from csegroup.pictures.bars import Chart
from csegroup.pictures.periods import Period, Stretch
from csegroup.pictures.rows import Group, Row, Run, description
from csegroup.pictures.sheet import Sheet
from csegroup.wording.message import Message
from csegroup.wording.messages import UNOFFICIAL
from csegroup.wording.phrases import Line, plain
from csegroup.wording.texts import translated
from csegroup.wording.words import Words

__all__ = ["over_time", "period_of", "runs_of", "titled"]


def period_of(since: dt.date | None, until: dt.date, starts: Iterable[dt.date]) -> Period:
    """Give the days to show: from `since`, or the first of some starts, to `until`."""
    a_day("until", until)
    if since is None:
        return Period(min((start for start in starts if start <= until), default=until), until)
    a_day("since", since)
    if since > until:
        raise InvalidValue("order", "since", f"is after until, {until}")
    return Period(since, until)


def runs_of(dated: Iterable[tuple[Line, Stretch]]) -> Row:
    """Put names, each with its days and in their order, into runs of the same name."""
    runs = []
    for name, found in groupby(dated, key=lambda one: one[0]):
        runs.append(Run(name, _joined(stretch for _, stretch in found)))
    return tuple(runs)


def _joined(stretches: Iterable[Stretch]) -> tuple[Stretch, ...]:
    """Join stretches between which nothing changed."""
    joined: list[Stretch] = []
    for stretch in stretches:
        if joined and stretch.follows(joined[-1]):
            joined[-1] = Stretch(joined[-1].first, stretch.last)
        else:
            joined.append(stretch)
    return tuple(joined)


def titled(title: Line, lines: Iterable[Line], words: Words) -> Line:
    """Note behind a title that something in a picture is no official translation."""
    return (*title, words.text(UNOFFICIAL)) if translated((title, *lines)) else title


def over_time(  # noqa: PLR0913 - what two pictures have that differs
    title: Line, period: Period, groups: Sequence[Group], words: Words, *, nothing: Message, dated: bool
) -> str:
    """Draw groups of rows; `nothing` is said where there are none, `dated` names have their years behind them."""
    title = titled(title, (run.name for group in groups for row in group.rows for run in row), words)
    sheet = Sheet(words)
    sheet.title(title)
    if not groups:
        sheet.write((words.text(nothing),))
        return sheet.picture(plain(title), words.text(nothing))
    Chart(sheet, period, dated=dated).draw(groups)
    return sheet.picture(plain(title), description(period, groups, words))
