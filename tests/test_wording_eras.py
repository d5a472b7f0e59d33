from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given
from icu4py.messageformat import MessageFormat

import strategies as strategy
from csegroup.wording.eras import ERAS, era_of, last_day


def days_until_2100() -> list[dt.date]:
    first, last = dt.date(1873, 1, 1), dt.date(2100, 12, 31)
    return [first + dt.timedelta(days=n) for n in range((last - first).days + 1)]


@pytest.mark.parametrize(
    ("day", "key", "year"),
    [
        ("1873-01-01", "Meiji", 6),
        ("1912-07-29", "Meiji", 45),
        ("1912-07-30", "Taishō", 1),
        ("1926-12-24", "Taishō", 15),
        ("1926-12-25", "Shōwa", 1),
        ("1989-01-07", "Shōwa", 64),
        ("1989-01-08", "Heisei", 1),
        ("2019-04-30", "Heisei", 31),
        ("2019-05-01", "Reiwa", 1),
        ("2020-01-01", "Reiwa", 2),
        ("9999-12-31", "Reiwa", 7981),
    ],
)
def test_an_era_changes_on_its_first_day_and_its_years_on_new_years_day(day: str, key: str, year: int) -> None:
    era, year_in_it = era_of(dt.date.fromisoformat(day))
    assert (era.key, year_in_it) == (key, year)


def test_every_day_has_the_era_and_the_year_that_icu_gives_it() -> None:
    english = MessageFormat("{day,date,GGGG y}", "en-u-ca-japanese")
    for day in days_until_2100():
        era, year = era_of(day)
        noon = dt.datetime(day.year, day.month, day.day, 12, tzinfo=dt.timezone.utc)
        assert f"{era.key} {year}" == english.format({"day": noon}), day


@pytest.mark.parametrize("day", [dt.date(1872, 12, 31), dt.date(1868, 10, 23), dt.date.min])
def test_a_day_of_the_lunisolar_calendar_has_no_year_of_an_era(day: dt.date) -> None:
    error = strategy.refused(era_of, day=day, field="start")
    assert (error.code, error.field) == ("range", "start")
    assert error.message == f"is {day}, and the imperial calendar was lunisolar before 1873-01-01"


def test_an_error_names_the_day_where_no_field_is_given() -> None:
    assert strategy.refused(era_of, day=dt.date(1872, 12, 31)).field == "day"


def test_eras_follow_one_another_without_a_gap() -> None:
    for era, following in pairwise(ERAS):
        assert last_day(era) == following.first - dt.timedelta(days=1)


@pytest.mark.parametrize(
    ("key", "last"),
    [("Meiji", "1912-07-29"), ("Taishō", "1926-12-24"), ("Shōwa", "1989-01-07"), ("Heisei", "2019-04-30")],
)
def test_an_era_that_is_over_has_a_last_day(key: str, last: str) -> None:
    era = next(era for era in ERAS if era.key == key)
    assert str(last_day(era)) == last
    assert era_of(dt.date.fromisoformat(last))[0] == era


def test_the_era_of_today_has_no_last_day() -> None:
    assert last_day(ERAS[-1]) is None


@given(strategy.days)
def test_a_day_is_within_its_era(day: dt.date) -> None:
    era, year = era_of(day)
    assert era.first <= day <= (last_day(era) or dt.date.max)
    assert day.year == era.first.year + year - 1
