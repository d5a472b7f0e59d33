from __future__ import annotations

import datetime as dt

import attrs
import pytest

import strategies as strategy
from csegroup.documents import (
    COUNCIL,
    MODERN,
    OFFICIAL,
    Calendar,
    DateForm,
    Digits,
    HourCycle,
    Part,
    SectionKind,
    Style,
)
from csegroup.wording import format_day, languages
from csegroup.wording.dates import hour_in_words
from csegroup.wording.locales import words_for, words_nearest
from csegroup.wording.messages import ON_LINE, OTHER_LANGUAGE, POST, UNIT
from csegroup.wording.phrases import Phrase, plain
from csegroup.wording.words import Words

MAY_1 = dt.date(2019, 5, 1)


def settled(locale: str, style: Style = COUNCIL) -> tuple[Calendar, HourCycle, bool]:
    words = words_for(locale, style)
    return words.calendar, words.hours, words.full_width


@pytest.mark.parametrize(
    ("locale", "tag"),
    [
        ("ja", "ja"),
        ("ja-JP", "ja"),
        ("ja-JP-u-ca-japanese", "ja"),
        ("ja-Jpan-x-gov", "ja"),
        ("ja-t-en", "ja"),
        ("en", "en"),
        ("en-US", "en"),
        ("en-GB", "en-GB"),
        ("en-GB-oxendict", "en-GB"),
        ("en-GB-u-hc-h12", "en-GB"),
        ("en-Latn-GB", "en"),
    ],
)
def test_a_locale_finds_the_words_of_its_language_and_stays_as_it_was_asked_for(locale: str, tag: str) -> None:
    assert (words_for(locale).tag, words_for(locale).locale) == (tag, locale)


@pytest.mark.parametrize(
    ("locale", "language"),
    [
        ("ja", "ja"),
        ("ja-JP-u-ca-japanese", "ja-JP"),
        ("ja-Jpan-JP-x-gov", "ja-Jpan-JP"),
        ("en-GB-u-hc-h12", "en-GB"),
        ("ja-t-en", "ja"),
    ],
)
def test_the_language_of_a_document_is_a_tag_without_extensions(locale: str, language: str) -> None:
    assert words_for(locale).language == language


@pytest.mark.parametrize("locale", ["fr", "und", "jam", "x-ja"])
def test_a_language_without_words_is_refused_with_those_that_have_some(locale: str) -> None:
    error = strategy.refused(words_for, locale=locale)
    assert (error.code, error.field) == ("locale", "locale")
    assert ", ".join(languages()) in error.message


def test_the_languages_that_are_shipped_are_known() -> None:
    assert {"en", "en-GB", "ja"} <= {*languages()}


@pytest.mark.parametrize("locale", ["EN", "ja_JP", "en--GB", "", "日本語", "en-gb"])
def test_what_is_no_language_tag_is_refused(locale: str) -> None:
    assert strategy.refused(words_for, locale=locale).code == "language"


@pytest.mark.parametrize("locale", [None, 5, ("ja",)])
def test_what_is_no_string_is_refused(locale: object) -> None:
    assert strategy.refused(words_for, locale=locale).code in {"language", "locale"}


@pytest.mark.parametrize(
    ("locale", "expected"),
    [
        ("ja", "令和元年5月1日(水)"),
        ("ja-u-ca-japanese", "令和元年5月1日(水)"),
        ("ja-JP-u-ca-gregory", "2019年5月1日(水)"),
        ("en", "May 1, 2019 (Wednesday)"),
        ("en-u-ca-japanese", "May 1, Reiwa 1 (Wednesday)"),
        ("en-u-ca-gregory", "May 1, 2019 (Wednesday)"),
        ("en-GB-u-ca-japanese", "1 May Reiwa 1 (Wednesday)"),
    ],
)
def test_the_calendar_of_a_tag_is_obeyed(locale: str, expected: str) -> None:
    assert format_day(MAY_1, locale=locale) == expected


@pytest.mark.parametrize("style", [OFFICIAL, MODERN, attrs.evolve(COUNCIL, calendar=Calendar.BOTH)])
def test_the_calendar_of_a_tag_goes_before_that_of_the_style(style: Style) -> None:
    assert words_for("ja-u-ca-japanese", style).calendar is Calendar.JAPANESE
    assert words_for("ja-u-ca-gregory", style).calendar is Calendar.GREGORY


@pytest.mark.parametrize("calendar", [Calendar.JAPANESE, Calendar.BOTH])
def test_the_calendar_of_a_style_is_for_languages_that_print_imperial_years(calendar: Calendar) -> None:
    style = attrs.evolve(COUNCIL, calendar=calendar)
    assert words_for("ja", style).calendar is calendar
    assert words_for("en", style).calendar is Calendar.GREGORY
    assert words_for("en-GB", style).calendar is Calendar.GREGORY


@pytest.mark.parametrize(
    ("locale", "expected"),
    [
        ("ja-u-hc-h12", "午後2時"),
        ("ja-u-hc-h11", "午後2時"),
        ("ja-u-hc-h23", "14:00"),
        ("ja-JP-u-hc-h24", "14:00"),
        ("en-u-hc-h23", "14:00"),
        ("en-u-hc-h12", "2:00 p.m."),
        ("en-GB-u-hc-h12", "2:00 p.m."),
    ],
)
@pytest.mark.parametrize("hours", [None, HourCycle.H12, HourCycle.H23])
def test_the_hours_of_a_tag_go_before_those_of_the_style(locale: str, expected: str, hours: HourCycle | None) -> None:
    assert hour_in_words(dt.time(14), words_for(locale, attrs.evolve(COUNCIL, hours=hours))) == expected


@pytest.mark.parametrize(
    ("locale", "council", "modern"),
    [
        ("ja", HourCycle.H12, HourCycle.H23),
        ("en", HourCycle.H12, HourCycle.H12),
        ("en-GB", HourCycle.H12, HourCycle.H23),
    ],
)
def test_without_a_word_of_tag_or_style_hours_are_as_the_language_has_them(
    locale: str, council: HourCycle, modern: HourCycle
) -> None:
    assert words_for(locale).hours is council
    assert words_for(locale, OFFICIAL).hours is council
    assert words_for(locale, MODERN).hours is modern


@pytest.mark.parametrize(
    ("locale", "style", "full_width"),
    [
        ("ja", COUNCIL, False),
        ("ja-u-nu-fullwide", COUNCIL, True),
        ("ja", OFFICIAL, True),
        ("ja-u-nu-latn", OFFICIAL, False),
        ("en", OFFICIAL, False),
        ("en-u-nu-fullwide", COUNCIL, False),
    ],
)
def test_digits_are_full_width_where_tag_or_style_say_so_and_the_language_has_them(
    locale: str, style: Style, *, full_width: bool
) -> None:
    assert words_for(locale, style).full_width == full_width
    assert words_for(locale, style).number("(12)") == ("（１２）" if full_width else "(12)")


def test_several_keywords_are_obeyed_at_once_in_any_order() -> None:
    expected = (Calendar.GREGORY, HourCycle.H23, True)
    assert settled("ja-JP-u-ca-gregory-hc-h23-nu-fullwide") == expected
    assert settled("ja-u-nu-fullwide-hc-h23-ca-gregory") == expected
    assert settled("ja-u-attr-ca-gregory-hc-h23-nu-fullwide") == expected
    assert settled("ja-t-en-u-ca-gregory-hc-h23-nu-fullwide") == expected
    assert settled("ja-u-ca-gregory-hc-h23-nu-fullwide-t-en") == expected


def test_of_a_keyword_that_stands_twice_the_first_counts() -> None:
    assert words_for("ja-u-ca-gregory-ca-japanese").calendar is Calendar.GREGORY


@pytest.mark.parametrize(
    ("locale", "key", "known", "value"),
    [
        ("ja-u-ca-buddhist", "ca", "japanese, gregory", "buddhist"),
        ("en-u-ca-islamic-umalqura", "ca", "japanese, gregory", "islamic-umalqura"),
        ("ja-u-hc-h25", "hc", "h11, h12, h23, h24", "h25"),
        ("ja-u-nu-jpan", "nu", "latn, fullwide", "jpan"),
        ("ja-u-ca", "ca", "japanese, gregory", ""),
    ],
)
def test_a_value_that_is_not_known_here_is_refused_with_those_that_are(
    locale: str, key: str, known: str, value: str
) -> None:
    error = strategy.refused(words_for, locale=locale)
    assert (error.code, error.field) == ("locale", "locale")
    assert error.message == f"-u-{key}- is one of {known} here, not {value!r}"


@pytest.mark.parametrize("locale", ["ja-u-co-unihan", "ja-u-lb-strict", "ja-u-tz-jptyo-co-unihan", "ja-u-attr"])
def test_other_keywords_are_passed_over(locale: str) -> None:
    assert settled(locale) == settled("ja")


def test_what_stands_in_the_private_part_of_a_tag_says_nothing() -> None:
    assert settled("ja-x-u-ca-gregory") == settled("ja")
    assert settled("ja-u-hc-h23-x-u-ca-gregory") == (Calendar.JAPANESE, HourCycle.H23, False)


def test_british_english_has_its_own_days_and_the_words_of_english() -> None:
    british = words_for("en-GB")
    assert format_day(MAY_1, locale="en-GB") == "1 May 2019 (Wednesday)"
    assert british.text(ON_LINE) == "On-line system"
    assert (british.levels, british.gap, british.wide) == (("1", "(1)", "(a)"), " ", False)
    assert [part.kind for part in british.sections] == [part.kind for part in words_for("en").sections]


def test_a_style_says_what_it_has_for_the_language_and_leaves_the_rest() -> None:
    style = Style(
        title={"ja": "{title}　議事次第", "en-GB": "Agenda: {title}"},
        levels={"ja": "第1 ①", "en": "A a"},
        brackets={"ja": "（）"},
    )
    japanese, english, british = (words_for(locale, style) for locale in ("ja-JP", "en", "en-GB"))
    assert (japanese.title, japanese.levels, japanese.brackets) == ("{title}　議事次第", ("第1", "①"), "（）")
    assert (british.title, british.levels, british.brackets) == ("Agenda: {title}", ("A", "a"), "")
    assert (english.levels, english.brackets) == (("A", "a"), "")


def test_what_a_style_says_for_all_languages_is_for_each() -> None:
    style = Style(levels={"und": "- 1", "ja": "1"})
    assert words_for("en", style).levels == ("-", "1")
    assert words_for("ja", style).levels == ("1",)


def test_the_marks_of_a_style_are_widened_with_its_digits() -> None:
    style = Style(levels={"ja": "第1 (1) ア a"}, digits=Digits.FULL_WIDTH)
    assert words_for("ja", style).levels == ("第１", "（１）", "ア", "a")
    assert words_for("ja-u-nu-latn", style).levels == ("第1", "(1)", "ア", "a")


def test_the_sections_are_those_of_the_style_and_else_of_the_language() -> None:
    style = Style(sections=[Part(kind=SectionKind.PROGRAM)])
    assert words_for("ja", style).sections == (Part(kind=SectionKind.PROGRAM),)
    assert [part.kind.value for part in words_for("ja").sections] == [
        "aim",
        "date_and_place",
        "attendees",
        "program",
        "contact",
    ]
    assert [part.kind.value for part in words_for("en").sections] == ["aim", "overview", "program", "contact"]


def test_the_words_of_a_locale_and_a_style_are_settled_once() -> None:
    assert words_for("ja", Style()) is words_for("ja", COUNCIL)
    assert words_for("ja", Style(dates=DateForm.OFFICIAL)) is not words_for("ja", COUNCIL)


def test_a_line_in_another_language_is_composed_by_the_rule_of_its_own() -> None:
    assert words_nearest("ja-t-en", COUNCIL).tag == "ja"
    assert words_nearest("en-US", COUNCIL).tag == "en"
    assert words_nearest("en-GB", COUNCIL).tag == "en-GB"


def test_a_line_in_a_language_without_words_borrows_none() -> None:
    french = words_nearest("fr", COUNCIL)
    assert french.text(POST) == "{title}, {unit}"
    assert french.text(UNIT) == "{unit}"


def test_a_pattern_keeps_the_language_of_what_is_filled_in() -> None:
    words = words_for("ja")
    assert words.fill(OTHER_LANGUAGE, language=(Phrase("Forum", "en"),)) == ("（", Phrase("Forum", "en"), "）")
    assert words.fill(OTHER_LANGUAGE, language="英語") == ("（", "英語", "）")


@pytest.mark.parametrize("text", ["{start}", "{}", "}{", "%s", "𠮷{0}"])
def test_a_brace_in_what_is_filled_in_is_text(text: str) -> None:
    words: Words = words_for("en")
    assert plain(words.fill(OTHER_LANGUAGE, language=text)) == f" (in {text})"
    assert words.say(OTHER_LANGUAGE, language=text) == f" (in {text})"
