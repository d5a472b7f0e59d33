from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import strategies as strategy
from csegroup import LegalForm, LocalizedText, Organization, Post, Speaker
from csegroup.text import language_of
from csegroup.wording import format_organization, format_speaker
from csegroup.wording.locales import words_for
from csegroup.wording.names import of_organization, of_organizations, of_speaker, of_speakers
from csegroup.wording.phrases import Phrase, plain

ENGLISH, JAPANESE = words_for("en"), words_for("ja")
AGENCY = Organization(name={"en": "National Police Agency", "ja": "警察庁"})
BUREAU = Organization(name={"en": "Community Safety Bureau", "ja": "生活安全局"}, parent=AGENCY)
DIVISION = Organization(name={"en": "Juvenile Division", "ja": "少年課"}, parent=BUREAU)
HEAD = Post(title={"en": "Head", "ja": "長"}, organization=BUREAU)
DIRECTOR = Post(title={"en": "Director", "ja": "長"}, organization=DIVISION)
CENTER = Organization(
    name={"en": "Fukuoka Victim Support Center", "ja": "福岡犯罪被害者支援センター"},
    legal_form=LegalForm.PUBLIC_INTEREST_INCORPORATED_ASSOCIATION,
)


def said(speaker: Speaker | Organization | Post) -> tuple[str, str]:
    return format_speaker(speaker, locale="en"), format_speaker(speaker, locale="ja")


def tag_of(run: str | Phrase) -> str:
    return "" if isinstance(run, str) else run.tag


def unit(name: Mapping[str, str], inside: Mapping[str, str]) -> Organization:
    return Organization(name=name, parent=Organization(name=inside))


def test_a_post_is_written_outward_in_english_and_inward_in_japanese() -> None:
    assert said(HEAD) == ("Head of the Community Safety Bureau, National Police Agency", "警察庁生活安全局長")
    assert said(DIRECTOR) == (
        "Director of the Juvenile Division, the Community Safety Bureau, National Police Agency",
        "警察庁生活安全局少年課長",
    )


def test_a_post_in_what_has_no_parent_takes_no_article() -> None:
    post = Post(title={"en": "Commissioner General", "ja": "長官"}, organization=AGENCY)
    assert said(post) == ("Commissioner General of National Police Agency", "警察庁長官")


def test_an_organization_alone_begins_without_an_article() -> None:
    assert said(AGENCY) == ("National Police Agency", "警察庁")
    assert format_organization(DIVISION, locale="ja") == format_speaker(DIVISION, locale="ja")
    assert said(DIVISION) == (
        "Juvenile Division, the Community Safety Bureau, National Police Agency",
        "警察庁生活安全局少年課",
    )


@pytest.mark.parametrize(
    ("form", "english", "japanese"),
    [
        (
            LegalForm.PUBLIC_INTEREST_INCORPORATED_ASSOCIATION,
            "Public Interest Incorporated Association",
            "公益社団法人",
        ),
        (LegalForm.PUBLIC_INTEREST_INCORPORATED_FOUNDATION, "Public Interest Incorporated Foundation", "公益財団法人"),
        (LegalForm.GENERAL_INCORPORATED_ASSOCIATION, "General Incorporated Association", "一般社団法人"),
        (LegalForm.GENERAL_INCORPORATED_FOUNDATION, "General Incorporated Foundation", "一般財団法人"),
        (LegalForm.SPECIFIED_NONPROFIT_CORPORATION, "Specified Nonprofit Corporation", "特定非営利活動法人"),
        (LegalForm.SOCIAL_WELFARE_CORPORATION, "Social Welfare Corporation", "社会福祉法人"),
        (LegalForm.INCORPORATED_ADMINISTRATIVE_AGENCY, "Incorporated Administrative Agency", "独立行政法人"),
    ],
)
def test_a_legal_form_stands_before_the_name_with_a_space_in_english_only(
    form: LegalForm, english: str, japanese: str
) -> None:
    organization = Organization(name={"en": "Kitakyushu", "ja": "北九州"}, legal_form=form)
    assert said(organization) == (f"{english} Kitakyushu", f"{japanese}北九州")


def test_the_legal_form_of_a_parent_stands_before_the_parents_name() -> None:
    office = Organization(name={"en": "Secretariat", "ja": "事務局"}, parent=CENTER)
    post = Post(title={"en": "Director", "ja": "長"}, organization=office)
    assert said(post) == (
        "Director of the Secretariat, Public Interest Incorporated Association Fukuoka Victim Support Center",
        "公益社団法人福岡犯罪被害者支援センター事務局長",
    )


@pytest.mark.parametrize(
    ("english", "japanese"),
    [
        ("DeNA Co.,Ltd", "株式会社ディー・エヌ・エー"),
        ("LINE Corporation", "LINE株式会社"),
        ("Twitter Japan", "Twitter Japan株式会社"),
    ],
)
def test_a_companys_form_is_never_added(english: str, japanese: str) -> None:
    company = Organization(name={"en": english, "ja": japanese}, legal_form=LegalForm.STOCK_COMPANY)
    assert said(company) == (english, japanese)


def test_a_printed_form_stands_for_the_rule_in_its_own_language_alone() -> None:
    post = Post(
        title={"en": "Supervisor", "ja": "主事"},
        organization=unit({"en": "Lifelong Learning Division", "ja": "生涯学習課"}, {"en": "Akita", "ja": "秋田県"}),
        printed={"ja": "秋田県教育庁生涯学習課　社会教育主事"},
    )
    assert said(post) == (
        "Supervisor of the Lifelong Learning Division, Akita",
        "秋田県教育庁生涯学習課　社会教育主事",
    )


def test_a_printed_form_that_is_alike_everywhere_stands_in_all_languages() -> None:
    post = Post(title={"ja": "長"}, organization=BUREAU, printed={"und": "CEO"})
    assert said(post) == ("CEO", "CEO")


def test_a_printed_form_is_taken_in_the_spelling_of_a_region() -> None:
    post = Post(title={"en": "Head"}, organization=AGENCY, printed={"en-GB": "Head of the Programme"})
    assert format_speaker(post, locale="en-GB") == "Head of the Programme"


def test_a_printed_form_is_taken_where_the_line_is_composed_in_its_language() -> None:
    post = Post(title={"ja": "長"}, organization=BUREAU, printed={"ja": "局長（代理）"})
    assert of_speaker(Speaker(post=post), ENGLISH) == Phrase("局長（代理）", "ja")


def test_a_name_stands_before_the_affiliation_in_english_and_behind_it_in_japanese() -> None:
    name = {"en": "Taro Yoshida", "ja": "\U00020bb7田太郎"}
    assert said(Speaker(name=name, post=HEAD)) == (
        "Taro Yoshida, Head of the Community Safety Bureau, National Police Agency",
        "警察庁生活安全局長　\U00020bb7田太郎",
    )
    assert said(Speaker(name=name, organization=AGENCY)) == (
        "Taro Yoshida, National Police Agency",
        "警察庁　\U00020bb7田太郎",
    )
    assert said(Speaker(name=name)) == ("Taro Yoshida", "\U00020bb7田太郎")


def test_several_are_listed_with_the_separator_of_the_language() -> None:
    assert of_organizations([AGENCY, CENTER], JAPANESE) == "警察庁、公益社団法人福岡犯罪被害者支援センター"
    assert of_speakers([Speaker(post=HEAD), Speaker(organization=AGENCY)], None, ENGLISH) == (
        "Head of the Community Safety Bureau, National Police Agency; National Police Agency"
    )


def test_who_joins_the_presenters_is_written_after_them() -> None:
    joined_by = LocalizedText({"en": "and its member companies", "ja": "及び会員企業"})
    speakers = [Speaker(organization=AGENCY)]
    assert of_speakers(speakers, joined_by, ENGLISH) == "National Police Agency and its member companies"
    assert of_speakers(speakers, joined_by, JAPANESE) == "警察庁及び会員企業"


def test_a_line_is_in_another_language_where_one_part_lacks_the_documents() -> None:
    organization = unit({"en": "Liaison Office", "ja": "連絡室"}, {"en": "Interpol"})
    assert of_organization(organization, JAPANESE) == Phrase("Liaison Office, Interpol", "en")
    assert of_organization(organization, ENGLISH) == "Liaison Office, Interpol"


def test_one_member_of_a_list_decides_for_all_of_it() -> None:
    organizations = [BUREAU, Organization(name={"ja": "株式会社ディー・エヌ・エー"})]
    assert of_organizations(organizations, ENGLISH) == Phrase("警察庁生活安全局、株式会社ディー・エヌ・エー", "ja")


def test_a_name_that_is_alike_everywhere_counts_as_all_languages() -> None:
    organization = unit({"en": "Tokyo Office", "ja": "東京事務所"}, {"und": "UNICEF"})
    assert of_organization(organization, JAPANESE) == "UNICEF東京事務所"
    assert of_organization(organization, ENGLISH) == "Tokyo Office, UNICEF"
    assert of_organization(Organization(name={"und": "UNICEF"}), JAPANESE) == "UNICEF"
    assert of_organization(unit({"en": "Tokyo Office"}, {"und": "UNICEF"}), JAPANESE) == Phrase(
        "Tokyo Office, UNICEF", "en"
    )


def test_another_tag_of_the_documents_language_goes_before_other_languages() -> None:
    organization = unit({"fr": "Bureau", "en-GB": "Office"}, {"fr": "Interpol", "en-GB": "INTERPOL"})
    assert of_organization(organization, ENGLISH) == "Office, INTERPOL"


def test_a_language_without_words_has_commas_and_no_words_of_another() -> None:
    bureau = unit({"fr": "Bureau central", "de": "Zentralbüro"}, {"fr": "Ministère", "es": "Ministerio"})
    post = Post(title={"fr": "Directeur"}, organization=bureau)
    assert said(bureau) == ("Bureau central, Ministère", "Bureau central, Ministère")
    assert said(post) == ("Directeur, Bureau central, Ministère", "Directeur, Bureau central, Ministère")
    assert of_organization(bureau, JAPANESE) == Phrase("Bureau central, Ministère", "fr")


def test_without_a_common_language_each_part_is_written_by_itself() -> None:
    organization = unit({"en": "Liaison Office"}, {"ja": "警察庁"})
    assert of_organization(organization, ENGLISH) == Phrase("Liaison Office, 警察庁", "ja")
    assert of_organization(organization, JAPANESE) == Phrase("警察庁Liaison Office", "en")


@pytest.mark.parametrize(("own", "inside"), [("en", "ja"), ("ja", "en")])
def test_a_line_of_two_languages_has_the_tag_of_the_other_one(own: str, inside: str) -> None:
    organization = unit({own: "福\ufa1b"}, {inside: "Ａ１"})
    assert tag_of(of_organization(organization, ENGLISH)) == "ja"
    assert tag_of(of_organization(organization, JAPANESE)) == "en"


def test_a_translated_part_is_told_of_in_another_language_too() -> None:
    organization = unit({"ja": "事務局"}, {"ja-t-en": "合同協議会"})
    assert of_organization(organization, ENGLISH) == Phrase("合同協議会事務局", "ja-t-en")


def test_a_part_that_is_a_translation_makes_the_line_one() -> None:
    organization = unit({"en": "Working Group", "ja-t-en": "作業部会"}, {"en": "Joint Council", "ja": "協議会"})
    assert of_organization(organization, JAPANESE) == Phrase("協議会作業部会", "ja-t-en")
    assert of_organization(organization, ENGLISH) == "Working Group, Joint Council"


def parts_of(speaker: Speaker) -> list[LocalizedText]:
    unit = speaker.post.organization if speaker.post else speaker.organization
    names = [one.name for one in unit.lineage] if unit else []
    parts = [speaker.name, speaker.post.title if speaker.post else None, *names]
    return [part for part in parts if part]


@given(strategy.speakers, st.sampled_from(["en", "en-GB", "ja", "ja-JP-u-ca-japanese"]))
def test_every_part_of_a_speaker_is_written_unchanged(speaker: Speaker, locale: str) -> None:
    assume(not (speaker.post and speaker.post.printed))
    line = format_speaker(speaker, locale=locale)
    assert all(any(value in line for value in part.values()) for part in parts_of(speaker))


@given(strategy.speakers, st.sampled_from(["en", "en-GB", "ja", "ja-JP-u-ca-japanese"]))
def test_a_line_is_in_the_documents_language_where_every_part_has_it(speaker: Speaker, locale: str) -> None:
    assume(not (speaker.post and speaker.post.printed))
    parts = [part.exact(locale) or ("und", part.get("und")) for part in parts_of(speaker)]
    assume(all(text for _, text in parts))
    run = of_speaker(speaker, words_for(locale))
    assert all(text in plain((run,)) for _, text in parts if text)
    assert tag_of(run) == "" or language_of(tag_of(run)) == language_of(locale)
