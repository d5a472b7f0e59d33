from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

import strategies as strategy
from csegroup import InvalidValue, LocalizedText, Venue
from csegroup.text import at_key, shown

# Half of what is drawn is near to a tag in the right case, half is any string of its letters.
tags = st.one_of(
    st.from_regex(
        r"[a-z]{2,3}(-[a-z]{3})?(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?(-[a-z0-9]{5,8})?"
        r"(-[a-wyz0-9](-[a-z0-9]{2,8}){1,2})?(-x(-[a-z0-9]{1,8}){1,2})?",
        fullmatch=True,
    ),
    st.from_regex(r"[a-zA-Z]{1,4}(-[a-zA-Z0-9]{1,4}){0,4}", fullmatch=True),
)

_TURNS = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}


def _accepted(texts: dict[str, str]) -> bool:
    try:
        LocalizedText(texts)
    except InvalidValue:
        return False
    return True


@pytest.mark.parametrize("value", ["目的", None, 5, ["ja", "目的"], b"ja"])
def test_a_text_that_says_no_language_is_refused(value: object) -> None:
    error = strategy.refused(LocalizedText, items=value)
    assert (error.code, error.field) == ("type", "")
    assert error.message.startswith("a text says its language: {'ja': …}")


def test_a_text_in_no_language_is_refused() -> None:
    error = strategy.refused(LocalizedText, items={})
    assert (error.code, error.field) == ("blank", "")
    assert error.message == "needs a text in one language at least"


@pytest.mark.parametrize("value", [None, 5, b"x", ["目的"], True])
def test_what_is_no_string_is_no_text(value: object) -> None:
    error = strategy.refused(LocalizedText, items={"ja": value})
    assert (error.code, error.field) == ("type", "ja")
    assert error.message == f"is a text, not {value!r}"


@pytest.mark.parametrize(
    "value", ["", " 目的", "目的\u3000", "\u00a0目的", "\n目的", "目的\n", "目的 \n会議", "目的\n\n会議"]
)
def test_a_blank_at_an_end_and_an_empty_line_are_refused(value: str) -> None:
    error = strategy.refused(LocalizedText, items={"ja": value})
    assert (error.code, error.field) == ("blank", "ja")
    assert "take it out" in error.message


@pytest.mark.parametrize(
    "character", ["\x00", "\t", "\r", "\x0b", "\x1b", "\x7f", "\x85", "\u2028", "\u2029", "\ud842"]
)
def test_a_control_character_and_a_lone_surrogate_are_refused(character: str) -> None:
    error = strategy.refused(LocalizedText, items={"ja": f"目的{character}会議"})
    assert (error.code, error.field) == ("character", "ja")
    assert error.message == f"holds U+{ord(character):04X}, which no text may hold; take it out"


@pytest.mark.parametrize("character", [*map(chr, range(0x202A, 0x202F)), *map(chr, range(0x2066, 0x206A))])
def test_a_character_that_turns_the_direction_round_is_refused(character: str) -> None:
    assert strategy.refused(LocalizedText, items={"en": f"a{character}b"}).code == "character"


@pytest.mark.parametrize(
    "value",
    [
        "か\u3099",
        "e\u0301t\u00e9",
        "\u212bngstr\u00f6m",
        "福\ufa1b祉\u306f\u309a",
        "\u1112\u1161\u11ab",
        "q\u0307\u0323",
    ],
)
def test_a_text_that_is_not_composed_is_refused(value: str) -> None:
    error = strategy.refused(LocalizedText, items={"ja": value})
    assert (error.code, error.field) == ("composition", "ja")
    assert "write it in the normalization form NFC" in error.message


@pytest.mark.parametrize("name", ["福\ufa1b", "\ufa10本", "\uf9dc", "\ufa0e\ufaff", "\U0002f800\U0002fa1d"])
def test_a_compatibility_ideograph_stays(name: str) -> None:
    assert LocalizedText({"ja": name})["ja"] == name


@pytest.mark.parametrize(
    "value",
    [
        "14時～16時",
        "髙﨑",
        "𠮷野",
        "ｶﾞｷﾞ",
        "㈱①Ⅲ",
        "１２　３",
        "葛\U000e0100城",
        "👨\u200d👩\u200d👧",
        "q\u0323\u0307",
        "目的\n会議",
        "①\u0301",
    ],
)
def test_every_other_character_stays_as_given(value: str) -> None:
    assert LocalizedText({"ja": value})["ja"] == value


@given(st.one_of(st.text(), st.text("が\u3099か\ufa1b \n\t\u3000\u202e\ud800a")))
def test_a_text_is_kept_unchanged_or_refused_for_a_reason(value: str) -> None:
    lines = value.split("\n")
    ideographs_apart = re.sub("[\uf900-\ufaff\U0002f800-\U0002fa1f]", "一", value)
    turns = {unicodedata.bidirectional(character) for character in value} & _TURNS
    categories = {unicodedata.category(character) for character in value if character != "\n"}
    fine = (
        all(line and line == line.strip() for line in lines)
        and unicodedata.normalize("NFC", ideographs_apart) == ideographs_apart
        and not turns
        and not categories & {"Cc", "Cs", "Zl", "Zp"}
    )
    assert _accepted({"ja": value}) is fine


@pytest.mark.parametrize(
    ("tag", "right"),
    [
        ("JA", "ja"),
        ("en-gb", "en-GB"),
        ("zh-hant-TW", "zh-Hant-TW"),
        ("ja-hira", "ja-Hira"),
        ("ja-T-en", "ja-t-en"),
        ("ja-t-EN", "ja-t-en"),
        ("en-ca-x-CA", "en-CA-x-ca"),
        ("az-latn-x-Latn", "az-Latn-x-latn"),
        ("X-Private", "x-private"),
    ],
)
def test_a_tag_in_the_wrong_case_is_refused_with_the_right_spelling(tag: str, right: str) -> None:
    error = strategy.refused(LocalizedText, items={tag: "目的"})
    assert (error.code, error.field) == ("language", tag)
    assert error.message == f"write the language tag as {right!r}, not {tag!r}"
    assert _accepted({right: "目的", "ja": "会議"})


@pytest.mark.parametrize(
    "tag", ["", "j", "japanese language", "ja_JP", "ja-", "de-419-DE", "a-DE", "ja-t", "日本語", "ja\n"]
)
def test_what_is_no_tag_is_refused(tag: str) -> None:
    error = strategy.refused(LocalizedText, items={tag: "目的"})
    assert error.code == "language"
    assert error.message == f"{tag!r} is not a BCP 47 language tag such as 'ja' or 'en-GB'"


def test_a_tag_that_is_no_string_is_refused() -> None:
    error = strategy.refused(LocalizedText, items={1: "目的"})
    assert (error.code, error.message) == ("language", "1 is not a BCP 47 language tag such as 'ja' or 'en-GB'")


@pytest.mark.parametrize("tag", ["\x1b[31mja", "ja\n", "\u202eja", "\ud800"])
def test_a_path_holds_nothing_that_a_terminal_obeys(tag: str) -> None:
    error = strategy.refused(LocalizedText, items={tag: "目的"})
    assert str(error).isprintable()


def test_a_long_value_is_cut_in_the_message() -> None:
    error = strategy.refused(LocalizedText, items="目" * 100_000)
    assert len(error.message) < 120
    assert error.message.endswith("目…")


@pytest.mark.parametrize(
    "tag",
    [
        *["de", "zh-Hant", "zh-cmn-Hans-CN", "yue-HK", "sr-Latn-RS", "sl-rozaj-biske", "de-CH-1901", "sl-IT-nedis"],
        *["hy-Latn-IT-arevela", "es-419", "de-CH-x-phonebk", "az-Arab-x-aze-derbend", "x-whatever", "en-US-u-islamcal"],
        *["qaa-Qaaa-QM-x-southern", "zh-CN-a-myext-x-private", "en-a-myext-b-another", "und", "ja-t-en", "jsl"],
    ],
)
def test_every_kind_of_tag_of_rfc_5646_is_taken(tag: str) -> None:
    assert list(LocalizedText({tag: "目的"})) == [tag]


def _spelled(tag: str) -> str:
    head, *singletons = re.split(r"-(?=[^-](?:-|\Z))", f"-{tag.lower()}", maxsplit=1)
    head = re.sub(r"(?<=[^-]-)(?:[a-z0-9]{2})(?=-|\Z)", lambda found: found[0].upper(), head)
    head = re.sub(r"(?<=[^-]-)(?:[a-z]{4})(?=-|\Z)", lambda found: found[0].title(), head)
    return "-".join([head, *singletons])[1:]


@given(tags)
def test_a_tag_that_is_taken_is_spelled_as_rfc_5646_recommends(tag: str) -> None:
    if _accepted({"ja": "目的", tag: "会議"}):
        assert tag == _spelled(tag)


@given(tags.filter(lambda tag: _accepted({"ja": "目的", tag: "会議"})))
def test_a_tag_is_taken_in_one_case_alone_which_the_message_gives(tag: str) -> None:
    for written in {tag.upper(), tag.lower(), tag.title(), tag.swapcase()} - {tag}:
        error = strategy.refused(LocalizedText, items={"ja": "目的", written: "会議"})
        assert error.message == f"write the language tag as {tag!r}, not {written!r}"


@pytest.mark.parametrize("tag", ["ja-Hira", "ja-Kana", "ja-Hrkt", "ja-Latn", "ja-Latn-hepburn"])
@pytest.mark.parametrize("other", [{}, {"en": "National Police Agency"}])
def test_a_reading_without_its_text_is_refused(tag: str, other: dict[str, str]) -> None:
    error = strategy.refused(LocalizedText, items={**other, tag: "けいさつちょう"})
    assert (error.code, error.field) == ("reading", tag)
    assert "add 'ja'" in error.message


@pytest.mark.parametrize("tag", ["ja", "ja-JP", "ja-t-en", "und"])
def test_a_reading_stands_beside_its_text(tag: str) -> None:
    assert LocalizedText({"ja-Hira": "けいさつちょう", tag: "警察庁"})["ja-Hira"] == "けいさつちょう"


@pytest.mark.parametrize(
    ("tags_there", "locale", "found"),
    [
        ("en ja", "ja", "ja"),
        ("en ja", "ja-JP", "ja"),
        ("en ja", "ja-JP-u-ca-japanese", "ja"),
        ("en ja", "ja-x-office", "ja"),
        ("ja-u-ca-japanese ja-x-office ja", "ja-u-ca-japanese", "ja"),
        ("ja-u-ca-japanese ja-x-office ja", "ja-x-office", "ja"),
        ("en ja", "fr", None),
        ("en-GB ja", "en", None),
        ("en en-GB", "en-GB-oxendict", "en-GB"),
        ("zh zh-Hant", "zh-Hant-TW", "zh-Hant"),
        ("zh-Hant-TW ja", "zh-Hant", None),
        ("en ja-t-en", "ja", "ja-t-en"),
        ("ja-t-en ja", "ja", "ja"),
        ("ja-t-en ja", "ja-t-en", "ja-t-en"),
        ("ja-t-fr ja-t-en", "ja-JP", "ja-t-fr"),
        ("ja ja-t-en", "ja-t-fr", "ja"),
        ("ja-t-en-x-draft ja-JP-t-en", "ja-JP", "ja-JP-t-en"),
        ("ja-Hira und", "ja", None),
        ("ja-Hira ja", "ja-Hira", "ja"),
        ("ja-Latn und", "ja-Latn", None),
        ("ja-Kana-JP ja-Hrkt und", "ja-JP", None),
        ("und ja", "und", "und"),
        ("x-office ja", "x-office", "x-office"),
    ],
)
def test_the_exact_look_up_goes_from_the_range_to_its_language(tags_there: str, locale: str, found: str | None) -> None:
    text = LocalizedText({tag: f"text in {tag}" for tag in tags_there.split()})
    assert text.exact(locale) == (found and (found, f"text in {found}"))


@pytest.mark.parametrize(
    ("tags_there", "locale", "found"),
    [
        ("fr ja-t-en en", "ja", "ja-t-en"),
        ("fr en-GB und", "en-US", "en-GB"),
        ("fr en-GB", "en", "en-GB"),
        ("fr und ja", "en", "und"),
        ("fr ja", "en", "fr"),
        ("ja-Hira ja", "en", "ja"),
        ("ja-Hira und en", "ja", "und"),
        ("ja-Hira en ja-t-en", "ja", "ja-t-en"),
    ],
)
def test_the_best_look_up_goes_on_to_the_language_to_und_and_to_the_others(
    tags_there: str, locale: str, found: str
) -> None:
    text = LocalizedText({tag: f"text in {tag}" for tag in tags_there.split()})
    assert text.best(locale) == (found, f"text in {found}")


@given(strategy.lines, st.one_of(tags, st.sampled_from(["ja", "ja-Hira", "ja-Latn", "en-US", "und"])))
def test_look_up_answers_with_a_text_that_is_no_reading(text: LocalizedText, locale: str) -> None:
    tag, words = text.best(locale)
    assert text[tag] == words
    assert not tag.startswith("ja-Hira")
    assert text.exact(locale) in {None, (tag, words)}


@given(strategy.lines)
def test_each_tag_but_a_reading_finds_its_own_text(text: LocalizedText) -> None:
    for tag in text:
        assert tag == "ja-Hira" or text.exact(tag) == text.best(tag) == (tag, text[tag])


@given(strategy.texts)
def test_a_text_equals_any_mapping_with_the_same_items(text: LocalizedText) -> None:
    turned = LocalizedText(dict(reversed(list(text.items()))))
    assert text == turned == dict(text)
    assert hash(text) == hash(turned)
    assert text != {**text, "de": "Ziel"}


def test_a_text_keeps_the_order_of_its_tags() -> None:
    assert list(LocalizedText({"ja": "目的", "en": "Aim"})) == ["ja", "en"]
    assert len(LocalizedText({"ja": "目的", "en": "Aim"})) == 2


def test_a_text_does_not_change_with_the_mapping_it_was_made_from() -> None:
    given_by_hand = {"ja": "目的"}
    text = LocalizedText(given_by_hand)
    given_by_hand["ja"] = "会議"
    assert text["ja"] == "目的"


def test_a_text_is_written_as_it_is_made() -> None:
    assert repr(LocalizedText({"en": "Aim", "ja": "目的"})) == "LocalizedText({'en': 'Aim', 'ja': '目的'})"


def test_a_field_takes_a_mapping_or_a_text() -> None:
    name = LocalizedText({"ja": "警察総合庁舎"})
    assert Venue(name={"ja": "警察総合庁舎"}).name == name
    assert Venue(name=name).name is name
    assert Venue(name=name, room=None).room is None


@pytest.mark.parametrize(
    ("name", "code", "field"),
    [
        ("警察総合庁舎", "type", "name"),
        (None, "type", "name"),
        ({}, "blank", "name"),
        ({"ja": "警察 "}, "blank", "name.ja"),
        ({"ja-Hira": "けいさつ"}, "reading", "name.ja-Hira"),
    ],
)
def test_an_error_in_a_text_says_its_field(name: object, code: str, field: str) -> None:
    error = strategy.refused(Venue, name=name)
    assert (error.code, error.field) == (code, field)


@pytest.mark.parametrize("character", ["\ufdd0", "\ufdef", "\ufffe", "\uffff", "\U0001fffe", "\U0010ffff"])
def test_what_is_no_character_is_refused(character: str) -> None:
    error = strategy.refused(LocalizedText, items={"ja": f"会{character}議"})
    assert (error.code, error.field) == ("character", "ja")


@pytest.mark.parametrize(
    ("key", "step"),
    [
        ("title", "title"),
        ("en-GB", "en-GB"),
        ("目的", "['目的']"),
        ("𠮷" * 90, "['" + "𠮷" * 56 + "…']"),
        ("\u202e" * 90, "['" + r"\u202e" * 9 + "…']"),
        (5, "[5]"),
    ],
    ids=["word", "tag", "Japanese", "long", "unseen", "number"],
)
def test_a_key_is_one_short_step_of_a_path(key: object, step: str) -> None:
    assert at_key(key) == step


def test_a_number_too_large_to_write_is_shown_by_its_kind() -> None:
    assert shown(10**5000) == "a value of type int, too large to write"
