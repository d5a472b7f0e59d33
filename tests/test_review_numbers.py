from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from itertools import combinations, pairwise

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from csegroup import Meeting, MeetingStatus, OnlineVenue, Organization
from csegroup.review import review
from csegroup.review.numbering import in_order, number_of, series
from reviewed import TODAY

BODY = Organization(id="jp/mizuumi", name={"ja": "湖の会議", "en": "Lake Conference"})
OTHER = Organization(id="jp/kawa", name={"ja": "川の会議", "en": "River Conference"})
NUMBERS = {"number_twice", "number_left_out", "number_disorder", "numbers_unknown", "number_in_title", "number_in_text"}
Told = list[tuple[str, str]]


def held(number: int | None, day: tuple[int, int, int] | None, key: str | None = None) -> Meeting:
    date = dt.date(*day) if day else None
    return Meeting(
        id=key or f"jp/mizuumi/{date}-{number}",
        body=BODY,
        number=number,
        day=date,
        status=MeetingStatus.HELD if date else MeetingStatus.TENTATIVE,
        venues=[OnlineVenue()],
    )


def told(meetings: Iterable[Meeting]) -> Told:
    findings = review(None, meetings, today=TODAY, holidays=())
    return [(one.code, one.path) for one in findings if one.code in NUMBERS]


def days(*numbers_and_days: tuple[int, int, int, int]) -> list[Meeting]:
    return [held(number, (year, month, day)) for number, year, month, day in numbers_and_days]


ANEW = [
    days((1, 2019, 6, 4), (1, 2020, 6, 3), (1, 2021, 6, 2), (2, 2021, 11, 9), (1, 2022, 6, 7)),
    days((1, 2019, 2, 5), (2, 2019, 6, 5), (1, 2020, 2, 5), (2, 2020, 6, 5)),
    days((1, 2019, 5, 8), (2, 2019, 7, 8), (3, 2019, 10, 8), (1, 2020, 5, 8), (1, 2021, 6, 8), (2, 2021, 7, 8)),
    days((1, 2019, 5, 8), (2, 2020, 5, 8), (3, 2021, 5, 7), (1, 2022, 5, 9), (2, 2023, 5, 8)),
    [*days((1, 2025, 6, 4), (2, 2026, 2, 4), (1, 2026, 6, 4)), held(2, None, "jp/mizuumi/next")],
    [*days((1, 2025, 6, 4), (2, 2026, 2, 4)), held(1, None, "jp/mizuumi/next")],
    [
        *days((1, 2019, 6, 4), (2, 2020, 6, 4), (3, 2021, 6, 4)),
        attrs.evolve(held(1, (2022, 6, 4)), title={"ja": "令和4年度第1回湖の会議"}),
    ],
    [],
]


@pytest.mark.parametrize("meetings", ANEW)
def test_numbers_may_begin_anew_in_each_year_or_term(meetings: list[Meeting]) -> None:
    assert told(meetings) == []


WRONG: list[tuple[list[Meeting], Told]] = [
    # In one year a number is not given twice.
    (days((1, 2019, 5, 8), (2, 2019, 7, 8), (2, 2019, 10, 8)), [("number_twice", "meetings[2].number")]),
    # A number that fell back to 1 at the end, after years of going on.
    (
        days((1, 2019, 5, 8), (2, 2020, 5, 8), (3, 2021, 5, 7), (1, 2022, 5, 9)),
        [("number_twice", "meetings[3].number"), ("number_disorder", "meetings[3].number")],
    ),
    # One meeting on the wrong day makes no other one wrong.
    (
        days((1, 2019, 5, 8), (2, 2020, 5, 8), (3, 2021, 5, 7), (4, 2012, 5, 9), (5, 2023, 5, 9)),
        [("number_disorder", "meetings[3].number")],
    ),
    (
        days((1, 2025, 5, 8), (2, 2020, 5, 8), (3, 2021, 5, 7), (4, 2022, 5, 9)),
        [("number_disorder", "meetings[0].number")],
    ),
    # The ids tell that the numbers went on.
    (
        [held(n, (2018 + i, 6, 4), f"jp/mizuumi/{i + 1}") for i, n in enumerate((1, 1, 3))],
        [("number_twice", "meetings[1].number")],
    ),
]


@pytest.mark.parametrize(("meetings", "expected"), WRONG)
def test_what_cannot_be_a_new_beginning_is_told(meetings: list[Meeting], expected: Told) -> None:
    assert told(meetings) == expected


def test_a_joint_meeting_has_a_number_of_each_body() -> None:
    joint = attrs.evolve(held(7, (2020, 6, 4)), id="jp/kawa/7", body=OTHER, jointly_with=[BODY])
    around = days((4, 2019, 6, 4), (6, 2021, 6, 4))
    assert told([*around, joint]) == []
    assert told([*around, attrs.evolve(joint, day=dt.date(2022, 6, 4))]) == [("number_left_out", "meetings[1].number")]


def test_beside_a_meeting_of_which_nothing_but_the_day_is_known_others_are_not_known() -> None:
    first, later = days((1, 2010, 11, 22), (4, 2013, 11, 28))
    assert told([attrs.evolve(first, venues=()), later]) == [("numbers_unknown", "meetings[1].number")]


@pytest.mark.parametrize(
    ("ja", "en", "is_told"),
    [
        ("第9回", "9th", True),
        ("第９回湖の会議", "9th Lake Conference", True),
        ("湖の会議（第9回）", "Lake Conference", True),
        ("第9回会議", "9th meeting", True),
        ("第2回湖サミットに向けた会合", "Talks towards the 2nd Lake Summit", False),
        ("第9回湖の会議に向けた準備会", "Talks", False),
        ("第8回湖の会議", "8th Lake Conference", False),
        ("臨時会", "Special meeting", False),
    ],
)
def test_a_title_tells_the_number_beside_the_name_of_the_body(ja: str, en: str, is_told: bool) -> None:  # noqa: FBT001
    meeting = attrs.evolve(held(8, (2021, 6, 2)), title={"ja": ja, "en": en})
    assert bool(told([meeting])) is is_told


@pytest.mark.parametrize(
    ("ja", "is_told"),
    [
        ("第9回湖の会議では、規約を改める。", True),
        ("次回の第9回湖の会議では、規約を改める。", False),
        ("第7回湖の会議の決定を確かめる。", False),
        ("第8回湖の会議及び第9回湖の会議", False),
        ("第9回大会", False),
    ],
)
def test_a_text_of_a_later_meeting_is_told(ja: str, is_told: bool) -> None:  # noqa: FBT001 - told by its name
    meeting = attrs.evolve(held(8, (2021, 6, 2)), aim={"ja": ja})
    assert told([meeting]) == ([("number_in_text", "meetings[0].aim.ja")] if is_told else [])


LISTS = st.lists(st.integers(1, 6), max_size=8)


def _entries(numbers: Sequence[int]) -> list[tuple[str, Meeting]]:
    return [(f"meetings[{i}]", held(n, (2000 + i, 6, 4), f"jp/mizuumi/m{i}")) for i, n in enumerate(numbers)]


@given(LISTS)
def test_of_numbers_in_disorder_no_more_are_told_than_need_be(numbers: list[int]) -> None:
    kept = [number_of(entry) for entry in in_order(_entries(numbers))]
    assert kept == sorted(kept)
    longest = max(n for n in range(len(numbers) + 1) for part in combinations(numbers, n) if list(part) == sorted(part))
    assert len(kept) == longest


@given(LISTS)
def test_parting_the_meetings_of_a_body_loses_none(numbers: list[int]) -> None:
    entries = _entries(numbers)
    assert [entry for one in series(entries) for entry in one] == entries


@given(st.lists(st.integers(1, 4), min_size=1, max_size=6))
def test_years_that_each_count_from_one_are_right(lengths: list[int]) -> None:
    meetings = [
        held(n, (2000 + year, 4 + 2 * n, 4), f"jp/mizuumi/{2000 + year}-{n}")
        for year, length in enumerate(lengths)
        for n in range(1, length + 1)
    ]
    assert all(later.id != earlier.id for earlier, later in pairwise(meetings))
    assert told(meetings) == [] or lengths[-1] == 1
