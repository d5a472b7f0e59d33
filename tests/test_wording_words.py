from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from string import Formatter
from typing import cast

import attrs
import pytest
from hypothesis import given

import strategies as strategy
from csegroup import AddressKind, AttendeeKind, FormalityKind, LegalForm, LocalizedText, Outcome
from csegroup.wording.english import ENGLISH
from csegroup.wording.japanese import JAPANESE
from csegroup.wording.locales import words_for, words_nearest
from csegroup.wording.numbering import mark
from csegroup.wording.texts import language_name, marked, of_text, paragraphs_of
from csegroup.wording.words import Part, Phrase, Words, plain

FIELDS = [field.name for field in attrs.fields(Words)]
# Only Japanese has eras.
UNLIKE = {"day"}


def braces(pattern: str) -> frozenset[str]:
    return frozenset(field for _, field, _, _ in Formatter().parse(pattern) if field is not None)


def filled_into(value: object) -> set[frozenset[str]]:
    """Give the fields of each pattern of a word, or of each word of a mapping."""
    match value:
        case str():
            return {braces(value)}
        case Mapping():
            return {braces(pattern) for pattern in cast("Mapping[object, str]", value).values()}
        case _:
            return set()


def parts(layout: Iterable[Part]) -> Iterator[str]:
    for part in layout:
        if isinstance(part, str):
            yield part
        else:
            yield from parts(part[1:])


@pytest.mark.parametrize("name", FIELDS)
def test_both_languages_say_the_same_kind_of_thing(name: str) -> None:
    english, japanese = getattr(ENGLISH, name), getattr(JAPANESE, name)
    assert type(english) is type(japanese)
    if isinstance(english, Mapping) and name != "ordinals":
        assert english.keys() == japanese.keys()


@pytest.mark.parametrize("name", sorted({*FIELDS} - UNLIKE))
def test_what_is_filled_into_one_language_is_filled_into_the_other(name: str) -> None:
    assert filled_into(getattr(ENGLISH, name)) == filled_into(getattr(JAPANESE, name))


@pytest.mark.parametrize("words", [ENGLISH, JAPANESE], ids=["en", "ja"])
@pytest.mark.parametrize(
    ("name", "members"),
    [
        ("attendee_kinds", AttendeeKind),
        ("addresses", AddressKind),
        ("formalities", FormalityKind),
        ("outcomes", Outcome),
        ("legal_forms", {*LegalForm} - {LegalForm.STOCK_COMPANY}),
    ],
)
def test_every_member_has_its_word(words: Words, name: str, members: Iterable[Enum]) -> None:
    said = getattr(words, name)
    assert {*said} == {*members}
    assert all(said.values())
    assert len({*said.values()}) == len(said)


@pytest.mark.parametrize("words", [ENGLISH, JAPANESE], ids=["en", "ja"])
def test_every_language_lays_out_all_parts(words: Words) -> None:
    assert sorted(parts(words.layout)) == ["aim", "attendees", "contact", "date_and_place", "program"]
    assert braces(words.ordinals["other"]) == {"n"}


def test_levels_are_marked_as_the_house_does() -> None:
    assert ENGLISH.levels == ("1", "(1)", "(a)")
    assert JAPANESE.levels == ("1", "(1)", "ア", "(ア)", "a", "(a)")


@pytest.mark.parametrize(
    ("locale", "tag"),
    [
        ("ja", "ja"),
        ("ja-JP", "ja"),
        ("ja-JP-u-ca-japanese", "ja"),
        ("ja-Jpan-x-gov", "ja"),
        ("en", "en"),
        ("en-GB", "en"),
        ("en-GB-oxendict", "en"),
    ],
)
def test_a_locale_finds_the_words_of_its_language_and_stays_as_it_was_asked_for(locale: str, tag: str) -> None:
    assert (words_for(locale).tag, words_for(locale).locale) == (tag, locale)


@pytest.mark.parametrize("locale", ["fr", "und", "jam", "x-ja"])
def test_a_language_without_words_is_refused_with_those_that_have_some(locale: str) -> None:
    error = strategy.refused(words_for, locale=locale)
    assert (error.code, error.field) == ("locale", "locale")
    assert "en, ja" in error.message


@pytest.mark.parametrize("locale", ["EN", "ja_JP", "en--GB", "", "日本語"])
def test_what_is_no_language_tag_is_refused(locale: str) -> None:
    assert strategy.refused(words_for, locale=locale).code == "language"


def test_a_line_in_another_language_is_composed_by_the_rule_of_its_own() -> None:
    assert words_nearest("ja-t-en") is JAPANESE
    assert words_nearest("en-GB") is ENGLISH


def test_a_line_in_a_language_without_words_borrows_none() -> None:
    assert braces(words_nearest("fr").post) == braces(ENGLISH.post)
    assert " of " not in words_nearest("fr").post
    assert words_nearest("fr").article == ""


def test_a_pattern_keeps_the_language_of_what_is_filled_in() -> None:
    line = JAPANESE.fill("第{number}回{body}", number="6", body=(Phrase("Forum", "en"),))
    assert line == (Phrase("第", "ja"), Phrase("6", "ja"), Phrase("回", "ja"), Phrase("Forum", "en"))
    assert plain(line) == "第6回Forum"


@given(strategy.japanese_lines, strategy.english_lines)
def test_a_brace_in_what_is_filled_in_is_text(japanese: str, english: str) -> None:
    line = ENGLISH.fill("{a}: {b}", a=japanese, b=(Phrase(english, "en"),))
    assert plain(line) == f"{japanese}: {english}"


@pytest.mark.parametrize(
    ("first", "n", "expected"),
    [
        ("1", 1, "1"),
        ("1", 11, "11"),
        ("(1)", 111, "(111)"),
        ("（1）", 2, "（2）"),
        ("ア", 1, "ア"),
        ("ア", 11, "サ"),
        ("(ア)", 46, "(ン)"),
        ("a", 26, "z"),
        ("(a)", 27, "(aa)"),
        ("(a)", 52, "(zz)"),
        ("(a)", 53, "(aaa)"),
    ],
)
def test_a_mark_counts_on_from_the_first_of_its_level(first: str, n: int, expected: str) -> None:
    assert mark(first, n) == expected


def test_the_kana_end_and_what_is_longer_is_refused() -> None:
    error = strategy.refused(mark, first="ア", n=47)
    assert (error.code, error.field) == ("range", "program")
    assert "46" in error.message


@pytest.mark.parametrize("first", ["ア", "(ア)", "a", "(a)"])
def test_kana_and_letters_stand_in_their_usual_order(first: str) -> None:
    marks = [mark(first, n) for n in range(1, 27)]
    assert marks == sorted({*marks})
    assert [mark("ア", n) for n in range(1, 47)] == sorted({mark("ア", n) for n in range(1, 47)})


@pytest.mark.parametrize(
    ("tag", "english", "japanese"),
    [
        ("ja-t-en", "Japanese", "日本語"),
        ("en-GB", "English", "英語"),
        ("pt", "Portuguese", "ポルトガル語"),
        ("qaa", "qaa", "qaa"),
    ],
)
def test_a_language_is_named_in_the_documents_language(tag: str, english: str, japanese: str) -> None:
    assert language_name(tag, ENGLISH) == english
    assert language_name(tag, JAPANESE) == japanese


def test_a_text_is_given_with_the_tag_that_it_was_found_under() -> None:
    text = LocalizedText({"en": "Aim", "ja-t-en": "目的", "ja-Hira": "もくてき"})
    assert of_text(text, words_for("ja-JP-u-ca-japanese")) == Phrase("目的", "ja-t-en")
    assert of_text(text, words_for("en-GB")) == Phrase("Aim", "en")


def test_a_line_says_once_in_which_other_language_some_of_it_is() -> None:
    line = (Phrase("警察庁", "ja"), Phrase(", ", "en"), Phrase("兵庫県", "ja-t-en"))
    assert plain(marked(line, ENGLISH)) == "警察庁, 兵庫県 (in Japanese)"
    assert plain(marked((Phrase("Bureau ", "fr"), Phrase("Forum", "en")), JAPANESE)) == "Bureau Forum（フランス語）"


@pytest.mark.parametrize("tag", ["en", "en-GB", "en-t-ja", "und"])
def test_a_line_in_the_documents_own_language_is_not_marked(tag: str) -> None:
    line = (Phrase("Programme", tag),)
    assert marked(line, words_for("en-GB")) == line


def test_of_several_paragraphs_only_the_last_is_marked() -> None:
    text = LocalizedText({"ja": "一つ目。\n二つ目。"})
    assert [*map(plain, paragraphs_of(text, ENGLISH))] == ["一つ目。", "二つ目。 (in Japanese)"]
    assert [*map(plain, paragraphs_of(text, JAPANESE))] == ["一つ目。", "二つ目。"]
    assert paragraphs_of(None, JAPANESE) == ()
