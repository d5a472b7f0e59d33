from __future__ import annotations

import attrs
import pytest

from csegroup import (
    Address,
    AddressKind,
    AttendeeKind,
    Discussion,
    Formality,
    FormalityKind,
    Material,
    Motion,
    Organization,
    Outcome,
    Post,
    Presentation,
    Session,
    Speaker,
    format_program,
)
from csegroup.documents.items import decision_of
from csegroup.wording.locales import words_for
from csegroup.wording.phrases import plain
from samples import AGENCY, ANNOUNCED, COMPANY, item, items


def test_a_material_stands_after_its_item_with_kind_and_size() -> None:
    material = Material(number="1", media_type="application/pdf", kilobytes=1306)
    motion = Motion(agenda_number=1, title={"en": "Rules", "ja": "規約改正"}, materials=[material])
    assert item(motion) == "議題1　規約改正　資料1（PDF／1,306KB）"
    assert item(motion, "en") == "Agenda item 1: Rules; Material 1 (PDF, 1,306 KB)"


def test_a_material_says_what_is_known_of_it() -> None:
    materials = [
        Material(number="5-1"),
        Material(title={"en": "Leaflet", "ja": "リーフレット"}, language="en"),
        Material(number="6", title={"en": "Plan", "ja": "計画"}, note={"en": "broken link", "ja": "リンク切れ"}),
        Material(number="7", media_type="image/png"),
    ]
    discussion = Discussion(title={"en": "Questions", "ja": "質疑"}, materials=materials)
    assert item(discussion) == "質疑　資料5-1　リーフレット（英語）　資料6　計画（リンク切れ）　資料7（image/png）"
    assert item(discussion, "en") == (
        "Questions; Material 5-1; Leaflet (English); Material 6: Plan (broken link); Material 7 (image/png)"
    )


@pytest.mark.parametrize(
    ("media_type", "kind"),
    [
        ("application/zip", "ZIP"),
        ("text/csv", "CSV"),
        ("text/html", "HTML"),
        ("application/msword", "Word"),
        ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "Word"),
        ("application/vnd.ms-excel", "Excel"),
        ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "Excel"),
        ("application/vnd.ms-powerpoint", "PowerPoint"),
        ("application/vnd.openxmlformats-officedocument.presentationml.presentation", "PowerPoint"),
    ],
)
def test_a_kind_of_file_is_called_as_people_do(media_type: str, kind: str) -> None:
    discussion = Discussion(materials=[Material(number="1", media_type=media_type)])
    assert item(discussion) == f"意見交換　資料1（{kind}）"


def test_materials_of_a_session_stand_at_its_heading() -> None:
    session = Session(
        agenda_number=2, title={"ja": "学校の取組"}, items=[Discussion()], materials=[Material(number="2")]
    )
    assert items(session) == ["(1)　議題2　学校の取組　資料2", "　ア　意見交換"]


def test_how_long_an_item_takes_stands_after_it() -> None:
    assert item(Formality(kind=FormalityKind.BREAK, minutes=10)) == "休憩（10分）"
    assert item(Formality(kind=FormalityKind.BREAK, minutes=10), "en") == "Break (10 minutes)"


def test_an_item_says_in_which_languages_it_is_heard() -> None:
    spoken = Discussion(languages=["en"])
    interpreted = Discussion(minutes=30, languages=["ja", "en", "pt"])
    assert item(spoken) == "意見交換（使用言語は英語）"
    assert item(spoken, "en") == "Exchange of opinions (in English)"
    assert item(interpreted) == "意見交換（30分／使用言語は日本語／英語、ポルトガル語への通訳あり）"
    assert item(interpreted, "en") == (
        "Exchange of opinions (30 minutes, in Japanese, interpreted into English, Portuguese)"
    )


def test_a_closed_item_says_for_whom_it_is() -> None:
    closed = Discussion(audience=[AttendeeKind.GOVERNMENT, AttendeeKind.PREFECTURAL_POLICE])
    assert item(closed) == "意見交換（関係府省庁、都道府県警察等に限る）"
    assert item(closed, "en") == (
        "Exchange of opinions (open to: relevant government agencies; prefectural police departments, etc.)"
    )


@pytest.mark.parametrize(
    ("outcome", "english", "japanese"),
    [
        (Outcome.APPROVED, "Approved", "→承認"),
        (Outcome.REJECTED, "Rejected", "→否決"),
        (Outcome.CONTINUED, "Continued", "→継続"),
    ],
)
def test_what_became_of_a_motion_stands_under_it(outcome: Outcome, english: str, japanese: str) -> None:
    motion = Motion(title={"en": "Rules", "ja": "規約改正"}, outcome=outcome)
    assert items(motion, locale="en") == ["(1) Rules", english]
    assert items(motion) == ["(1)　規約改正", f"　{japanese}"]


def test_a_resolution_stands_after_the_report_in_its_own_words() -> None:
    motion = Motion(
        title={"en": "Rules", "ja": "規約改正"},
        presenters=[AGENCY],
        report={"en": "It was explained.", "ja": "説明があった。"},
        outcome=Outcome.APPROVED,
        resolution={"en": "By all.\nFrom today.", "ja": "満場一致で承認\n本日から施行"},
    )
    assert items(motion, locale="en")[1:] == ["It was explained.", "Approved: By all.", "From today."]
    assert items(motion) == [
        "(1)　規約改正【警察庁】",
        "　説明があった。",
        "　→満場一致で承認",
        "　本日から施行",
    ]


def test_a_resolution_without_an_outcome_stands_as_it_is() -> None:
    motion = Motion(title={"ja": "部会長の選出"}, resolution={"ja": "選出した。"})
    assert items(motion) == ["(1)　部会長の選出", "　選出した。"]


@pytest.mark.parametrize(
    ("resolution", "printed"), [({"ja": "賛成3、反対5"}, "→否決　賛成3、反対5"), ({"ja": "否決した。"}, "→否決した。")]
)
def test_an_outcome_is_printed_unless_its_resolution_says_it(resolution: dict[str, str], printed: str) -> None:
    motion = Motion(title={"ja": "会費の導入"}, outcome=Outcome.REJECTED, resolution=resolution)
    assert printed in format_program(attrs.evolve(ANNOUNCED.held(), program=[motion]), locale="ja")


def test_representatives_stand_at_the_end_of_the_last_paragraph() -> None:
    presentation = Presentation(
        presenters=[AGENCY],
        report={"en": "One.\nTwo.", "ja": "一。\n二。"},
        representatives=[COMPANY, AGENCY],
    )
    assert items(presentation, locale="en")[1:] == ["One.", "Two. (DeNA Co.,Ltd, National Police Agency)"]
    assert items(presentation)[1:] == ["　一。", "　二。（株式会社ディー・エヌ・エー、警察庁）"]


def test_representatives_without_a_report_stand_alone() -> None:
    presentation = Presentation(title={"ja": "発表"}, representatives=[COMPANY])
    assert items(presentation) == ["(1)　発表", "　株式会社ディー・エヌ・エー"]


def test_representatives_in_another_language_are_marked() -> None:
    presentation = Presentation(title={"en": "Efforts"}, representatives=[Organization(name={"ja": "警察庁"})])
    assert items(presentation, locale="en") == ["(1) Efforts", "警察庁 (in Japanese)"]


def test_a_presentation_without_a_title_is_called_by_its_presenters() -> None:
    presentation = Presentation(
        agenda_number=3, presenters=[AGENCY, COMPANY], joined_by={"en": "and others", "ja": "ほか"}
    )
    assert item(presentation) == "議題3　警察庁、株式会社ディー・エヌ・エーほか"
    assert item(presentation, "en") == "Agenda item 3: National Police Agency, DeNA Co.,Ltd and others"


@pytest.mark.parametrize(
    ("kind", "english", "japanese"),
    [
        (AddressKind.OPENING, "Opening address", "開会挨拶"),
        (AddressKind.CLOSING, "Closing address", "閉会挨拶"),
        (AddressKind.CHAIR, "Chair's address", "会長挨拶"),
        (AddressKind.GUEST, "Guest's address", "来賓挨拶"),
    ],
)
def test_an_address_is_called_by_its_kind(kind: AddressKind, english: str, japanese: str) -> None:
    assert item(Address(kind=kind), "en") == english
    assert item(Address(kind=kind, speaker=AGENCY), "en") == f"{english} (National Police Agency)"
    assert item(Address(kind=kind, speaker=AGENCY)) == f"{japanese}【警察庁】"


def test_a_title_of_an_address_stands_for_the_word_of_its_kind() -> None:
    minister = Post(title={"en": "Minister", "ja": "大臣"}, organization=Organization(name={"ja": "文部科学"}))
    address = Address(
        kind=AddressKind.GUEST,
        title={"ja": "大臣挨拶"},
        speaker=Speaker(post=minister, name={"ja": "髙﨑太郎"}),
        report={"ja": "御礼の言葉があった。"},
    )
    assert items(address) == ["(1)　大臣挨拶【文部科学大臣　髙﨑太郎】", "　御礼の言葉があった。"]


def test_a_material_that_names_its_language_is_not_marked() -> None:
    material = Material(number="1", title={"ja": "新旧対照表"}, language="ja")
    motion = Motion(title={"en": "Amendment"}, materials=[material])
    assert item(motion, "en") == "Amendment; Material 1: 新旧対照表 (Japanese)"


def test_what_is_in_another_language_is_marked_once_a_line() -> None:
    motion = Motion(
        agenda_number=1,
        title={"ja": "規約改正"},
        presenters=[Organization(name={"ja": "警察庁"})],
        materials=[Material(number="1", title={"ja": "新旧対照表"})],
    )
    assert item(motion, "en") == "Agenda item 1: 規約改正 [警察庁] (in Japanese); Material 1: 新旧対照表"


@pytest.mark.parametrize(
    ("locale", "resolution", "printed"),
    [
        ("ja", {"ja": "不承認とする意見もあったが、可決した。"}, "→承認　不承認とする意見もあったが、可決した。"),
        ("ja", {"ja": "全会一致で承認された。"}, "→全会一致で承認された。"),
        ("en", {"en": "Disapproved by two, carried."}, "Approved: Disapproved by two, carried."),
        ("en", {"en": "It was approved."}, "It was approved."),
    ],
)
def test_a_word_that_only_contains_the_outcome_does_not_stand_for_it(
    locale: str, resolution: dict[str, str], printed: str
) -> None:
    motion = Motion(title={"und": "X"}, outcome=Outcome.APPROVED, resolution=resolution)
    assert [plain(line) for line in decision_of(motion, words_for(locale))] == [printed]
