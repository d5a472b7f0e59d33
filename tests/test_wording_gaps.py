from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import strategies as strategy
from csegroup import (
    AttendeeGroup,
    AttendeeKind,
    Discussion,
    Meeting,
    Organization,
    Post,
    Presentation,
    Session,
    Venue,
)
from csegroup.example import MEETING as SHIPPED
from csegroup.text import is_translation, language_of
from csegroup.wording.gaps import Missing, missing

GROUP = Organization(id="jp/group", name={"en": "Specialist Group Meeting", "ja": "専門家会合"})


def said(meeting: Meeting, locale: str) -> list[str]:
    return [str(one) for one in missing(meeting, locale=locale)]


def test_a_meeting_in_both_languages_lacks_none_of_them() -> None:
    meeting = Meeting(id="jp/group/6", body=GROUP)
    assert missing(meeting, locale="ja") == missing(meeting, locale="en-GB") == ()
    assert said(meeting, "fr") == ["body.name: missing, printed in en"]


def test_a_text_that_lacks_the_language_is_named_by_its_place() -> None:
    meeting = Meeting(
        id="jp/group/6",
        body=GROUP,
        venues=[Venue(name={"ja": "警察総合庁舎"}, room={"en": "Hall", "ja": "大会議室"})],
        attendees=[AttendeeGroup(kind=AttendeeKind.OTHER, label={"ja": "有識者"})],
        program=[
            Discussion(),
            Session(
                title={"en": "Efforts", "ja": "取組"},
                items=[Presentation(title={"fr": "Bilan", "ja": "総括"}, presenters=[GROUP])],
            ),
        ],
    )
    assert missing(meeting, locale="en") == (
        Missing("venues[0].name", "ja", translated=False),
        Missing("attendees[0].label", "ja", translated=False),
        Missing("program[1].items[0].title", "fr", translated=False),
    )
    assert missing(meeting, locale="ja") == ()


def test_an_unofficial_translation_is_listed_as_one() -> None:
    body = Organization(id="jp/group", name={"en": "Specialist Group Meeting", "ja-t-en": "専門家会合"})
    meeting = Meeting(id="jp/group/6", body=body)
    assert missing(meeting, locale="ja") == (Missing("body.name", "ja-t-en", translated=True),)
    assert said(meeting, "ja-JP-u-ca-japanese") == ["body.name: an unofficial translation, ja-t-en"]
    assert missing(meeting, locale="en") == ()


def test_a_translation_into_a_third_language_is_missing_and_no_translation() -> None:
    body = Organization(id="jp/group", name={"ja-t-en": "専門家会合"})
    assert missing(Meeting(id="jp/group/6", body=body), locale="en") == (
        Missing("body.name", "ja-t-en", translated=False),
    )


def test_a_name_alike_everywhere_lacks_no_language() -> None:
    meeting = Meeting(id="jp/group/6", body=Organization(id="int/unicef", name={"und": "UNICEF"}))
    assert missing(meeting, locale="fr") == ()


def test_the_printed_form_of_a_post_is_for_the_languages_that_need_it() -> None:
    post = Post(title={"en": "Head", "ja": "長"}, organization=GROUP, printed={"ja": "会合長（代理）"})
    meeting = Meeting(id="jp/group/6", body=GROUP, program=[Presentation(presenters=[post])])
    assert missing(meeting, locale="en") == ()


def test_the_shipped_meeting_is_official_in_english_and_translated_into_japanese() -> None:
    assert missing(SHIPPED, locale="en") == ()
    japanese = missing(SHIPPED, locale="ja")
    assert {one.translated for one in japanese} == {True}
    assert japanese[0] == Missing("body.name", "ja-t-en", translated=True)
    assert "program[1].items[0].title" in {one.path for one in japanese}


@pytest.mark.parametrize("locale", ["EN", "", "日本語"])
def test_what_is_no_language_tag_is_refused(locale: str) -> None:
    assert strategy.refused(missing, meeting=SHIPPED, locale=locale).code == "language"


@given(strategy.meetings(), st.sampled_from(["ja", "en", "en-GB", "fr", "ko"]))
def test_what_is_listed_is_missing_or_translated_and_stands_once(meeting: Meeting, locale: str) -> None:
    found = missing(meeting, locale=locale)
    assert len({one.path for one in found}) == len(found)
    for one in found:
        assert one.translated == (is_translation(one.tag) and language_of(one.tag) == language_of(locale))
        assert one.translated or language_of(one.tag) not in {language_of(locale), "und"}
