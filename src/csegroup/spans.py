"""Spans of days: since when a record holds, and until when, the last day left out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Protocol, TypeVar

from csegroup.errors import InvalidValue

__all__ = ["Span", "check_one_at_a_time", "check_span", "holding_on", "holds", "last_known", "overlaps"]


class Span(Protocol):
    """What holds from the day `since` on and no longer on the day `until`; None stands for an open side."""

    @property
    def since(self) -> dt.date | None:
        """The first day."""

    @property
    def until(self) -> dt.date | None:
        """The first day after."""


Dated = TypeVar("Dated", bound=Span)


def check_span(span: Span) -> None:
    """Refuse a span that holds on no day."""
    if span.since and span.until and span.until <= span.since:
        raise InvalidValue("order", "until", f"is not after since, {span.since}")


def holds(span: Span, day: dt.date) -> bool:
    """Tell whether a day is in a span.

    >>> from csegroup import DatedName
    >>> name = DatedName(text={"ja": "協議会"}, since=dt.date(2010, 11, 22), until=dt.date(2017, 10, 27))
    >>> holds(name, dt.date(2010, 11, 22)), holds(name, dt.date(2017, 10, 27))
    (True, False)
    """
    return (span.since is None or span.since <= day) and (span.until is None or day < span.until)


def holding_on(spans: Iterable[Dated], day: dt.date) -> tuple[Dated, ...]:
    """Give those that hold on a day, in their order."""
    return tuple(span for span in spans if holds(span, day))


def last_known(spans: Iterable[Dated], day: dt.date) -> Dated:
    """Give the one that holds on a day, else the last before it, else the first; no two hold at once, one is there."""
    by_start = sorted(spans, key=lambda span: span.since or dt.date.min)
    return next((span for span in reversed(by_start) if (span.since or day) <= day), by_start[0])


def overlaps(spans: Sequence[Dated], key: Callable[[Dated], object]) -> Iterator[tuple[int, int]]:
    """Give the place of each record on whose first day an earlier one of the same thing, as `key` tells it, holds.

    Beside it stands the place of that one.
    """
    before: dict[object, int] = {}
    for i, later in sorted(enumerate(spans), key=lambda entry: entry[1].since or dt.date.min):
        earlier = before.get(key(later))
        if earlier is not None and holds(spans[earlier], later.since or dt.date.min):
            yield i, earlier
        before[key(later)] = i


def check_one_at_a_time(field: str, spans: Sequence[Dated], key: Callable[[Dated], object]) -> None:
    """Refuse two records of one thing, as `key` tells it, that hold on the same day."""
    for i, earlier in overlaps(spans, key):
        message = f"is {spans[i].since}, but one of {spans[earlier].since} holds then; end it"
        raise InvalidValue("overlap", f"{field}[{i}].since", message)
