from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

import strategies as strategy
from csegroup.text import check_language, lookup_ranges
from csegroup.wording import format_day, languages, negotiate
from csegroup.wording.negotiation import negotiated, preferred

TAGS = ["ja", "en", "en-GB", "zh-Hant-TW", "ja-JP-u-ca-japanese", "x-private"]
members = st.tuples(
    st.sampled_from([*TAGS, "JA", "en-gb", "*", "en_GB", "日本語", ""]),
    st.sampled_from(["", ";q=0", ";q=0.000", ";q=0.5", "; q=0.25", ";q=1", ";q=2", ";q=x", ";", ";level=1"]),
)
headers = st.one_of(
    st.lists(members, max_size=6).map(lambda drawn: ", ".join(map("".join, drawn))),
    st.text("jaenJGB-_*;=q.,01 \t"),
    st.text(),
)
names = st.lists(st.one_of(st.sampled_from([*TAGS, "ja_JP.UTF-8", "C", "*"]), st.text()), max_size=6)


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("ja", ["ja"]),
        ("ja;q=0.8, en-GB, *;q=0.1", ["en-GB", "ja"]),
        ("en;q=0.5,ja;q=0.5,fr;q=0.501", ["fr", "en", "ja"]),
        ("EN-gb , JA-hira-jp-U-CA-Japanese", ["en-GB", "ja-Hira-JP-u-ca-japanese"]),
        ("ja\t;\tQ=0.3, en;q=0.4", ["en", "ja"]),
        ("ja;q=1.000, en;q=0., fr;q=1.", ["ja", "fr"]),
        ("ja;q=0, en", ["en"]),
        ("ja, en, ja;q=0.1", ["ja", "en"]),
        ("ja, ja;q=0", ["ja"]),
        (", ,ja,,", ["ja"]),
        ("", []),
        ("*", []),
    ],
)
def test_a_header_is_read_by_weight_and_then_by_place(header: str, expected: list[str]) -> None:
    assert preferred(header) == expected


@pytest.mark.parametrize(
    "member",
    [
        *("en_GB", "日本語", "*-CH", "ja-", "e n", "j", "𠮷", "ｊａ", "\u3000ja"),
        *("ja;q=2", "ja;q=-1", "ja;q=0.1234", "ja;q=1.1", "ja;q=.5", "ja;q=", "ja;q=１"),
        *("ja;", "ja;level=1", "ja;q = 1", "ja;q=0.5;q=1"),
    ],
)
def test_a_malformed_member_is_skipped_and_the_others_stay(member: str) -> None:
    assert preferred(f"fr, {member}, de;q=0.5") == ["fr", "de"]


def test_at_most_32_members_are_read() -> None:
    assert preferred("x!," * 31 + "ja,en") == ["ja"]
    assert preferred(["C"] * 31 + ["ja", "en"]) == ["ja"]
    assert preferred("ja;q=0.1," * 1_000_000) == ["ja"]


def test_tags_and_names_of_posix_are_already_in_order() -> None:
    assert preferred(["ja_JP.UTF-8", "C", "POSIX", "C.UTF-8", "de_DE@euro", "en_us", "en-GB", ""]) == [
        "ja-JP",
        "de-DE",
        "en-US",
        "en-GB",
    ]
    assert preferred(["ja-u-ca-japanese", "ja;q=0.5", "*", "日本語", "ja-u-ca-japanese"]) == ["ja-u-ca-japanese"]
    assert preferred(tag for tag in ("en", "ja")) == ["en", "ja"]


@pytest.mark.parametrize(
    ("wanted", "available", "expected"),
    [
        ("en-GB", ["ja", "en"], "en-GB"),
        ("fr, ja-JP-u-ca-japanese;q=0.9, en;q=0.8", ["en", "ja"], "ja-JP-u-ca-japanese"),
        ("en-US", ["ja", "en-GB"], None),
        ("zh-TW", ["zh-Hant", "ja"], None),
        ("zh-Hant-TW", ["zh-Hant", "ja"], "zh-Hant-TW"),
        ("fr", ["ja", "en"], None),
        ("ja;q=0", ["ja"], None),
        ("*", ["ja", "en"], "ja"),
        ("fr, *;q=0.1", ["ja", "en"], "ja"),
        ("*, ja;q=0.5", ["ja", "en"], "en"),
        ("*, ja;q=0.5", ["ja"], "ja"),
        ("*, ja;q=0", ["ja", "en"], "en"),
        ("*, ja;q=0", ["ja-Hira"], None),
        ("*;q=0, en", ["ja"], None),
        ("*", [], None),
        ("", ["ja"], None),
        (["C", "ja_JP.UTF-8"], ["en", "ja"], "ja-JP"),
        (["fr", "*"], ["en", "ja"], "en"),
    ],
)
def test_the_best_tag_is_the_first_for_which_something_is_there(
    wanted: str | list[str], available: list[str], expected: str | None
) -> None:
    assert negotiated(wanted, available) == expected


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ("de, ja-JP;q=0.9", "ja-JP"),
        ("ja-JP-u-ca-gregory", "ja-JP-u-ca-gregory"),
        ("ja-JP-u-ca-buddhist", "ja-JP"),
        (["en-GB-u-hc-h99"], "en-GB"),
        (["C", "en_GB.UTF-8"], "en-GB"),
    ],
)
def test_a_reader_has_words_in_what_was_negotiated(wanted: str | list[str], expected: str) -> None:
    assert negotiate(wanted) == expected
    assert format_day(dt.date(2022, 2, 8), locale=negotiate(wanted))


def test_a_reader_of_no_language_that_has_words_is_refused_or_has_the_default() -> None:
    error = strategy.refused(negotiate, wanted="de, zh;q=0.5")
    assert (error.code, error.field) == ("locale", "wanted")
    assert error.message == f"names none of the languages {', '.join(languages())}"
    assert negotiate("de", default="ja") == "ja"


@given(st.one_of(headers, names))
def test_whatever_is_said_gives_different_well_formed_tags(wanted: str | list[str]) -> None:
    tags = preferred(wanted)
    for tag in tags:
        check_language("tag", tag)
    assert len({*tags}) == len(tags)
    assert preferred(tags) == tags


@given(st.one_of(headers, names), st.lists(st.sampled_from(TAGS), max_size=3, unique=True))
def test_what_is_negotiated_is_wanted_or_stands_for_anything(wanted: str | list[str], available: list[str]) -> None:
    found = negotiated(wanted, available)
    answered = [tag for tag in preferred(wanted) if {*lookup_ranges(tag)} & {*available}]
    if "*" in wanted:
        assert found in {None, *available, *answered}
    else:
        assert found == (answered[0] if answered else None)
