from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

import strategies as strategy
from csegroup.wording.numbering import mark, widened

ENDLESS = [
    "1",
    "(1)",
    "第1",
    "１",
    "（１）",
    "第１",
    "a",
    "(a)",
    "（a）",
    "A",
    "(A)",
    "i",
    "I.",
    "ア",
    "(ア)",
    "（ア）",
    "가",
]
ENDING = {"①": 50}


@pytest.mark.parametrize(
    ("first", "n", "expected"),
    [
        ("1", 1, "1"),
        ("1", 100, "100"),
        ("(1)", 11, "(11)"),
        ("1.", 2, "2."),
        ("第1", 12, "第12"),
        ("１", 10, "１０"),
        ("（１）", 21, "（２１）"),
        ("第１", 3, "第３"),
        ("ア", 1, "ア"),
        ("ア", 11, "サ"),
        ("(ア)", 45, "(ヲ)"),
        ("（ア）", 46, "（ン）"),
        ("a", 26, "z"),
        ("(a)", 27, "(aa)"),
        ("（a）", 52, "（zz）"),
        ("(a)", 53, "(aaa)"),
        ("A", 2, "B"),
        ("(A)", 28, "(BB)"),
        ("ア", 47, "アア"),
        ("(ア)", 500, f"({'リ' * 11})"),
        ("가", 43, "가가"),
        ("가", 15, "거"),
        ("(가)", 42, "(호)"),
        ("I", 4, "IV"),
        ("i.", 1949, "mcmxlix."),
        ("①", 1, "①"),
        ("①", 20, "⑳"),
        ("①", 21, "㉑"),
        ("①", 35, "㉟"),
        ("①", 36, "㊱"),
        ("①", 50, "㊿"),
    ],
)
def test_a_mark_counts_on_from_the_first_of_its_level(first: str, n: int, expected: str) -> None:
    assert mark(first, n) == expected


@pytest.mark.parametrize(("first", "series", "count"), [("①", "①", 50), ("(①)", "①", 50)])
def test_what_follows_the_end_of_a_series_is_refused(first: str, series: str, count: int) -> None:
    assert mark(first, count)
    error = strategy.refused(mark, first=first, n=count + 1)
    assert (error.code, error.field) == ("range", "program")
    assert error.message == (
        f"has more than {count} items on a level marked {series}; divide it, or take another mark in the style's levels"
    )


@pytest.mark.parametrize("first", [*ENDLESS, *ENDING])
def test_the_first_mark_is_the_one_that_names_the_level(first: str) -> None:
    assert mark(first, 1) == first


@given(st.sampled_from(ENDLESS), st.integers(1, 10_000), st.integers(1, 10_000))
def test_two_items_of_a_level_have_the_same_mark_only_where_they_are_one(first: str, one: int, other: int) -> None:
    assert (mark(first, one) == mark(first, other)) is (one == other)


@pytest.mark.parametrize("first", ENDING)
def test_all_marks_of_a_series_that_ends_differ(first: str) -> None:
    marks = [mark(first, n) for n in range(1, ENDING[first] + 1)]
    assert len({*marks}) == ENDING[first]


def test_a_circled_mark_is_the_number_that_it_shows() -> None:
    assert [unicodedata.numeric(mark("①", n)) for n in range(1, 51)] == [*range(1, 51)]


def test_kana_stand_in_their_usual_order() -> None:
    marks = [mark("ア", n) for n in range(1, 47)]
    assert marks == sorted(marks)


@given(st.integers(1, 10_000))
def test_a_wide_number_is_the_narrow_one_in_full_width(n: int) -> None:
    assert mark("（１）", n) == widened(mark("(1)", n))
    assert unicodedata.normalize("NFKC", mark("１", n)) == str(n)


@given(st.one_of(strategy.japanese_lines, strategy.english_lines, st.text("0123456789()（）")))
def test_only_digits_and_brackets_become_wide_and_nothing_is_lost(text: str) -> None:
    wide = widened(text)
    assert len(wide) == len(text)
    assert not {*wide} & {*"0123456789()"}
    assert all(new == old or unicodedata.normalize("NFKC", new) == old for old, new in zip(text, wide, strict=True))
    assert widened(wide) == wide


def test_other_characters_keep_their_width() -> None:
    assert widened("(𠮷ｶﾞ a.1é)") == "（𠮷ｶﾞ a.１é）"
