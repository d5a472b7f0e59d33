from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

import strategies as strategy
from csegroup import DatedOrganization, Organization
from csegroup.spans import check_one_at_a_time, holding_on, holds, overlaps

AGENCY = Organization(id="jp/cfa", name={"en": "Children and Families Agency", "ja": "こども家庭庁"})
FOUNDED = dt.date(2023, 4, 1)
A_DAY = dt.timedelta(days=1)


def _span(since: dt.date | None, until: dt.date | None) -> DatedOrganization:
    return DatedOrganization(organization=AGENCY, since=since, until=until)


@given(strategy.spans(), strategy.days)
def test_a_day_is_in_a_span_from_its_first_day_to_the_last_before_its_end(
    days: tuple[dt.date, dt.date | None], day: dt.date
) -> None:
    since, until = days
    assert holds(_span(since, until), day) == (since <= day < (until or dt.date.max))
    assert holds(_span(None, until), day) == (day < (until or dt.date.max))


def test_an_open_span_holds_on_every_day() -> None:
    span = _span(None, None)
    assert holding_on([span], dt.date.min) == holding_on([span], dt.date.max) == (span,)


def test_two_spans_of_which_neither_says_since_when_overlap() -> None:
    spans = [_span(None, FOUNDED), _span(None, None)]
    assert list(overlaps(spans, key=lambda _: 1)) == [(1, 0)]


def test_every_span_that_begins_in_another_is_told() -> None:
    spans = [_span(FOUNDED + 2 * A_DAY, None), _span(FOUNDED, None), _span(FOUNDED + A_DAY, None)]
    assert list(overlaps(spans, key=lambda _: 1)) == [(2, 1), (0, 2)]
    error = strategy.refused(check_one_at_a_time, field="names", spans=spans, key=lambda _: 1)
    assert (error.code, error.field) == ("overlap", "names[2].since")
    assert error.message == "is 2023-04-02, but one of 2023-04-01 holds then; end it"


def test_an_open_span_that_ends_where_the_next_begins_is_taken() -> None:
    check_one_at_a_time("names", [_span(FOUNDED, None), _span(None, FOUNDED)], key=lambda _: 1)


@given(st.lists(strategy.spans(), max_size=4))
def test_spans_of_different_things_never_overlap(spans: list[tuple[dt.date, dt.date | None]]) -> None:
    check_one_at_a_time("names", [_span(*days) for days in spans], key=id)
