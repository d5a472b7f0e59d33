from __future__ import annotations

import attrs
import pytest

import strategies as strategy
from csegroup import LocalizedText
from csegroup.documents import COUNCIL
from csegroup.wording import format_text
from csegroup.wording.locales import words_for
from csegroup.wording.phrases import Phrase, plain
from csegroup.wording.texts import in_language, language_name, marked, of_text, paragraphs_of

ENGLISH, JAPANESE = words_for("en"), words_for("ja")


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


def test_a_text_of_the_documents_own_language_is_a_plain_string() -> None:
    text = LocalizedText({"en": "Aim", "en-GB": "Aim of the programme", "ja": "目的"})
    assert of_text(text, ENGLISH) == "Aim"
    assert of_text(text, words_for("en-GB")) == "Aim of the programme"
    assert of_text(LocalizedText({"en-GB": "Aim"}), ENGLISH) == "Aim"
    assert of_text(text, words_for("ja-JP-u-ca-japanese")) == "目的"
    assert of_text(LocalizedText({"und": "UNICEF"}), JAPANESE) == "UNICEF"


def test_a_text_of_another_language_or_a_translation_knows_its_tag() -> None:
    text = LocalizedText({"en": "Aim", "ja-t-en": "目的", "ja-Hira": "もくてき"})
    assert of_text(text, words_for("ja-JP-u-ca-japanese")) == Phrase("目的", "ja-t-en")
    assert of_text(LocalizedText({"ja": "目的"}), ENGLISH) == Phrase("目的", "ja")
    assert in_language("Aim", "en-t-ja", ENGLISH) == Phrase("Aim", "en-t-ja")


def test_a_line_says_once_in_which_other_language_some_of_it_is() -> None:
    line = (Phrase("警察庁", "ja"), ", ", Phrase("兵庫県", "ja-t-en"))
    assert marked(line, ENGLISH) == (*line, Phrase(" (in Japanese)", note=True))
    assert plain(marked((Phrase("Bureau ", "fr"), Phrase("Forum", "en")), JAPANESE)) == "Bureau Forum（フランス語）"


def test_a_language_that_was_noted_besides_is_not_noted_again() -> None:
    noted = (Phrase("規約", "ja"),)
    assert marked((Phrase("対照表", "ja"),), ENGLISH, besides=noted) == (Phrase("対照表", "ja"),)
    assert plain(marked((Phrase("対照表", "ja"), Phrase("Plan", "fr")), ENGLISH, besides=noted)) == (
        "対照表Plan (in French)"
    )
    assert plain(marked((Phrase("Plan", "fr"),), ENGLISH, besides=noted)) == "Plan (in French)"


@pytest.mark.parametrize("tag", ["en", "en-GB", "en-t-ja", "und", ""])
def test_a_line_in_the_documents_own_language_is_not_marked(tag: str) -> None:
    line = (Phrase("Programme", tag),)
    assert marked(line, words_for("en-GB")) == line
    assert marked(("Programme",), words_for("en-GB")) == ("Programme",)


def test_a_style_without_notes_marks_nothing() -> None:
    line = (Phrase("警察庁", "ja"),)
    assert marked(line, words_for("en", attrs.evolve(COUNCIL, notes=False))) == line


def test_of_several_paragraphs_only_the_last_is_marked() -> None:
    text = LocalizedText({"ja": "一つ目。\n二つ目。"})
    assert [*map(plain, paragraphs_of(text, ENGLISH))] == ["一つ目。", "二つ目。 (in Japanese)"]
    assert paragraphs_of(text, JAPANESE) == (("一つ目。",), ("二つ目。",))
    assert paragraphs_of(None, JAPANESE) == ()


@pytest.mark.parametrize(
    ("text", "locale", "expected"),
    [
        ({"ja": "協議会", "en": "Council"}, "ja", "協議会"),
        ({"ja": "協議会", "en-t-ja": "Council"}, "en-GB", "Council (unofficial translation)"),
        ({"ja-t-en": "専門家会合", "en": "Group"}, "ja", "専門家会合（仮訳）"),
        ({"ja": "協議会"}, "en", "協議会 (in Japanese)"),
        ({"fr-t-ja": "Conseil"}, "en", "Conseil (in French) (unofficial translation)"),
        ({"und": "UNICEF"}, "ja", "UNICEF"),
    ],
)
def test_a_text_by_itself_says_what_it_is(text: dict[str, str], locale: str, expected: str) -> None:
    assert format_text(text, locale=locale) == expected


def test_a_text_by_itself_says_its_language() -> None:
    error = strategy.refused(format_text, text="協議会", locale="ja")
    assert (error.code, error.field) == ("type", "text")
    assert strategy.refused(format_text, text={"ja": "協議会"}, locale="fr").field == "locale"
