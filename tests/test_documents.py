from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterator
from zoneinfo import ZoneInfo

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import strategies as strategy
from csegroup import (
    Address,
    AddressKind,
    AttendeeGroup,
    AttendeeKind,
    Contact,
    Discussion,
    Formality,
    FormalityKind,
    InvalidValue,
    Item,
    LocalizedText,
    Material,
    Meeting,
    MeetingStatus,
    Motion,
    OnlineVenue,
    Organization,
    Outcome,
    Post,
    Presentation,
    Session,
    Speaker,
    Venue,
    format_program,
)
from csegroup.documents import notice_in_short, program_in_short
from csegroup.documents.outline import Section, outline
from csegroup.example import MEETING as SHIPPED
from csegroup.wording.locales import words_for
from csegroup.wording.numbering import mark

GROUP = Organization(id="jp/group", name={"en": "Specialist Group Meeting", "ja": "専門家会合"})
AGENCY = Organization(name={"en": "National Police Agency", "ja": "警察庁"})
COMPANY = Organization(name={"en": "DeNA Co.,Ltd", "ja": "株式会社ディー・エヌ・エー"})
OPENING = Formality(kind=FormalityKind.OPENING)
CLOSING = Formality(kind=FormalityKind.CLOSING)
ANNOUNCED = Meeting(
    id="jp/group/6",
    body=GROUP,
    number=6,
    status=MeetingStatus.ANNOUNCED,
    start=dt.datetime(2022, 2, 8, 14, tzinfo=ZoneInfo("Asia/Tokyo")),
    program=[OPENING, CLOSING],
)
FULL = attrs.evolve(
    ANNOUNCED,
    notice={"en": "The venue has changed.", "ja": "会場を変更しました。"},
    aim={"en": "To share knowledge.", "ja": "知見を共有する。"},
    venues=[OnlineVenue()],
    attendees=[
        AttendeeGroup(kind=AttendeeKind.PRIVATE, description={"en": "Member groups", "ja": "会員団体"}),
        AttendeeGroup(kind=AttendeeKind.OTHER, label={"en": "Observers", "ja": "オブザーバー"}),
    ],
    program=[
        OPENING,
        Session(
            title={"en": "Efforts", "ja": "取組"},
            items=[
                Presentation(presenters=[AGENCY], report={"en": "It told.\nAll listened.", "ja": "発表。\n傾聴。"}),
                Discussion(),
            ],
        ),
        CLOSING,
    ],
    contact=Contact(
        name={"en": "Juvenile Division", "ja": "少年課"},
        telephone="03-3581-0141",
        email="office@example.go.jp",
        url="https://www.example.go.jp/",
    ),
)


def items(*program: Item, locale: str = "ja") -> list[str]:
    """Print a program as it is announced, and give the lines of its items without the indent of the section."""
    words = words_for(locale)
    printed = format_program(attrs.evolve(ANNOUNCED, program=program), locale=locale)
    _, _, below = printed.partition(f"\n2{words.gap_after_mark}{words.program}\n")
    return [line.removeprefix(words.indent) for line in below.splitlines() if line]


def item(one: Item, locale: str = "ja") -> str:
    """Give the only line of an item without its mark."""
    (line,) = items(one, locale=locale)
    return line.removeprefix("(1)").strip()


def headings(meeting: Meeting, locale: str) -> list[str]:
    return [line for line in format_program(meeting, locale=locale).splitlines() if line[:1].isdecimal()]


def test_an_english_program_has_every_part_in_its_place() -> None:
    assert format_program(FULL, locale="en") == (
        "Program of the 6th Specialist Group Meeting\n"
        "\n"
        "The venue has changed.\n"
        "\n"
        "1 Aim\n"
        "To share knowledge.\n"
        "\n"
        "2 Overview\n"
        "\n"
        "(1) Date, etc.\n"
        "From 2:00 p.m. on February 8, 2022 (Tuesday)\n"
        "On-line system\n"
        "\n"
        "(2) Attendees\n"
        "- Private groups: Member groups\n"
        "- Observers\n"
        "\n"
        "3 Program\n"
        "(1) Opening\n"
        "\n"
        "(2) Efforts\n"
        "\n"
        "(a) National Police Agency\n"
        "It told.\n"
        "All listened.\n"
        "\n"
        "(b) Exchange of opinions\n"
        "\n"
        "(3) Closing\n"
        "\n"
        "4 Contact\n"
        "Juvenile Division\n"
        "Telephone: 03-3581-0141\n"
        "E-mail: office@example.go.jp\n"
        "https://www.example.go.jp/\n"
    )


def test_a_japanese_program_is_indented_level_by_level() -> None:
    assert format_program(FULL, locale="ja") == (
        "第6回専門家会合　次第\n"
        "\n"
        "会場を変更しました。\n"
        "\n"
        "1　目的\n"
        "　知見を共有する。\n"
        "\n"
        "2　開催日時・場所\n"
        "　令和4年2月8日(火)午後2時から\n"
        "　Web会議による開催\n"
        "\n"
        "3　参加者\n"
        "　・民間団体：会員団体\n"
        "　・オブザーバー\n"
        "\n"
        "4　次第\n"
        "　(1)　開会\n"
        "\n"
        "　(2)　取組\n"
        "\n"
        "　　ア　警察庁\n"
        "　　　発表。\n"
        "　　　傾聴。\n"
        "\n"
        "　　イ　意見交換\n"
        "\n"
        "　(3)　閉会\n"
        "\n"
        "5　問合せ先\n"
        "　少年課\n"
        "　電話　03-3581-0141\n"
        "　電子メール　office@example.go.jp\n"
        "　https://www.example.go.jp/\n"
    )


@pytest.mark.parametrize(
    ("kind", "english", "japanese"),
    [
        (AttendeeKind.PRIVATE, "Private groups", "民間団体"),
        (AttendeeKind.INTERNATIONAL, "International groups, etc.", "国際団体等"),
        (AttendeeKind.GOVERNMENT, "Relevant government agencies", "関係府省庁"),
        (AttendeeKind.PREFECTURAL_POLICE, "Prefectural police departments, etc.", "都道府県警察等"),
        (AttendeeKind.OTHER, "Others", "その他"),
    ],
)
def test_attendees_are_called_by_their_kind(kind: AttendeeKind, english: str, japanese: str) -> None:
    meeting = attrs.evolve(ANNOUNCED, attendees=[AttendeeGroup(kind=kind)])
    assert f"\n- {english}\n" in format_program(meeting, locale="en")
    assert f"\n　・{japanese}\n" in format_program(meeting, locale="ja")


def test_sections_number_themselves_where_some_are_missing() -> None:
    assert headings(ANNOUNCED, "en") == ["1 Overview", "2 Program"]
    assert headings(ANNOUNCED, "ja") == ["1　開催日時・場所", "2　次第"]
    bare = attrs.evolve(FULL, aim=None, program=[])
    assert headings(bare, "ja") == ["1　開催日時・場所", "2　参加者", "3　問合せ先"]


def test_a_meeting_that_was_held_has_a_record_and_one_announced_a_program() -> None:
    assert format_program(ANNOUNCED.held(), locale="en").startswith("Details on the 6th Specialist Group Meeting\n")
    assert headings(ANNOUNCED.held(), "en")[-1] == "2 Program and contents"
    assert format_program(ANNOUNCED.held(), locale="ja").startswith("第6回専門家会合　議事概要\n")
    assert headings(ANNOUNCED.held(), "ja")[-1] == "2　次第及び議事概要"


def test_a_cancelled_meeting_says_so_first_and_why_next() -> None:
    cancelled = ANNOUNCED.cancelled(reason={"en": "Heavy snow.", "ja": "大雪のため中止します。"})
    assert format_program(cancelled, locale="en").splitlines()[:4] == [
        "Cancelled: Program of the 6th Specialist Group Meeting",
        "",
        "Heavy snow.",
        "",
    ]
    assert format_program(cancelled, locale="ja").splitlines()[:3] == [
        "【中止】第6回専門家会合　次第",
        "",
        "大雪のため中止します。",
    ]


def test_the_shipped_meeting_has_the_sections_of_the_page() -> None:
    assert headings(SHIPPED, "en") == ["1 Aim", "2 Overview", "3 Program and contents"]
    english = format_program(SHIPPED, locale="en")
    assert "\n(1) Date, etc.\nFrom 2:00 p.m. on February 8, 2022 (Tuesday)\nOn-line system\n" in english
    assert english.count("unofficial") == 0


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
    assert item(Formality(kind=FormalityKind.BREAK, minutes=10), "en") == "Break (10 min)"


def test_an_item_says_in_which_languages_it_is_heard() -> None:
    spoken = Discussion(languages=["en"])
    interpreted = Discussion(minutes=30, languages=["ja", "en", "pt"])
    assert item(spoken) == "意見交換（使用言語は英語）"
    assert item(spoken, "en") == "Exchange of opinions (in English)"
    assert item(interpreted) == "意見交換（30分／使用言語は日本語／英語、ポルトガル語への通訳あり）"
    assert item(interpreted, "en") == (
        "Exchange of opinions (30 min, in Japanese, interpreted into English, Portuguese)"
    )


def test_a_closed_item_says_for_whom_it_is() -> None:
    closed = Discussion(audience=[AttendeeKind.GOVERNMENT, AttendeeKind.PREFECTURAL_POLICE])
    assert item(closed) == "意見交換（関係府省庁、都道府県警察等に限る）"
    assert item(closed, "en") == (
        "Exchange of opinions (open to: Relevant government agencies, Prefectural police departments, etc.)"
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


def test_the_title_says_once_that_something_is_an_unofficial_translation() -> None:
    japanese = format_program(SHIPPED, locale="ja")
    assert japanese.splitlines()[0] == "第6回児童の性的搾取等に関する専門家会合　議事概要（仮訳）"
    assert japanese.count("仮訳") == 1


def test_a_translated_title_alone_makes_an_unofficial_document() -> None:
    meeting = attrs.evolve(ANNOUNCED, title={"en": "Symposium", "ja-t-en": "シンポジウム"})
    assert format_program(meeting, locale="ja").startswith("シンポジウム　次第（仮訳）\n")


def test_a_translation_that_is_not_printed_makes_no_unofficial_document() -> None:
    program = [Discussion(title={"en": "Questions", "ja-t-en": "質疑"})]
    meeting = attrs.evolve(ANNOUNCED, program=program)
    assert format_program(meeting, locale="ja").startswith("第6回専門家会合　次第（仮訳）\n")
    assert "unofficial" not in format_program(meeting, locale="en")


def test_a_translated_name_of_a_venue_makes_an_unofficial_document() -> None:
    venue = Venue(name={"ja": "合同庁舎", "en-t-ja": "Government Building"})
    meeting = attrs.evolve(ANNOUNCED, venues=[venue])
    assert format_program(meeting, locale="en").startswith(
        "Program of the 6th Specialist Group Meeting (unofficial translation)\n"
    )


def test_a_text_in_another_language_is_marked_at_the_end_of_its_block() -> None:
    meeting = attrs.evolve(
        ANNOUNCED,
        notice={"ja": "延期します。\n日程は調整中です。"},
        venues=[Venue(name={"ja": "警察総合庁舎"})],
        attendees=[AttendeeGroup(kind=AttendeeKind.OTHER, label={"ja": "有識者"}, description={"ja": "5名"})],
        contact=Contact(name={"ja": "少年課"}),
    )
    lines = format_program(meeting, locale="en").splitlines()
    assert lines[2:4] == ["延期します。", "日程は調整中です。 (in Japanese)"]
    assert [line for line in lines if "(in Japanese)" in line][1:] == [
        "警察総合庁舎 (in Japanese)",
        "- 有識者 (in Japanese): 5名 (in Japanese)",
        "少年課 (in Japanese)",
    ]


def test_a_material_that_names_its_language_is_not_marked() -> None:
    material = Material(number="1", title={"ja": "新旧対照表"}, language="ja")
    motion = Motion(title={"en": "Amendment"}, materials=[material])
    assert item(motion, "en") == "Amendment; Material 1: 新旧対照表 (Japanese)"


def test_what_is_in_another_language_is_marked_part_by_part() -> None:
    motion = Motion(
        agenda_number=1,
        title={"ja": "規約改正"},
        presenters=[Organization(name={"ja": "警察庁"})],
        materials=[Material(number="1", title={"ja": "新旧対照表"})],
    )
    assert item(motion, "en") == "Agenda item 1: 規約改正 [警察庁] (in Japanese); Material 1: 新旧対照表 (in Japanese)"


def test_a_title_in_another_language_is_marked() -> None:
    meeting = attrs.evolve(ANNOUNCED, title={"fr": "Colloque"})
    assert format_program(meeting, locale="ja").startswith("Colloque　次第（フランス語）\n")


def test_british_texts_are_preferred_where_they_are_asked_for() -> None:
    aim = {"en": "To further the program.", "en-GB": "To further the programme.", "ja": "推進する。"}
    meeting = attrs.evolve(ANNOUNCED, aim=aim)
    assert "\nTo further the programme.\n" in format_program(meeting, locale="en-GB")
    assert "\nTo further the program.\n" in format_program(meeting, locale="en")
    assert "in English" not in format_program(meeting, locale="en-GB")


def test_a_meeting_of_which_nothing_is_known_yet_has_a_program() -> None:
    meeting = Meeting(id="jp/group/7", body=GROUP)
    assert format_program(meeting, locale="ja") == "専門家会合　次第\n\n1　開催日時・場所\n　日程調整中\n"


@pytest.mark.parametrize("locale", ["fr", "und", "EN"])
def test_a_language_without_words_is_refused(locale: str) -> None:
    with pytest.raises(InvalidValue, match="locale"):
        format_program(ANNOUNCED, locale=locale)


def test_an_imperial_date_before_1873_is_refused_in_japanese_alone() -> None:
    meeting = Meeting(id="jp/group/0", body=GROUP, day=dt.date(1872, 12, 31))
    with pytest.raises(InvalidValue, match="1873"):
        format_program(meeting, locale="ja")
    assert "December 31, 1872 (Tuesday)" in format_program(meeting, locale="en")


def test_in_short_it_leaves_out_notice_title_date_place_and_attendees() -> None:
    assert program_in_short(attrs.evolve(FULL, program=[OPENING]), words_for("ja")) == (
        "1　目的\n"
        "　知見を共有する。\n"
        "\n"
        "2　次第\n"
        "　(1)　開会\n"
        "\n"
        "3　問合せ先\n"
        "　少年課\n"
        "　電話　03-3581-0141\n"
        "　電子メール　office@example.go.jp\n"
        "　https://www.example.go.jp/"
    )


def test_in_short_a_translation_is_noted_first_and_nothing_is_nothing() -> None:
    translated = attrs.evolve(ANNOUNCED, aim={"ja-t-en": "知見の共有"}, program=[])
    assert program_in_short(translated, words_for("ja")) == "（仮訳）\n\n1　目的\n　知見の共有"
    assert program_in_short(attrs.evolve(ANNOUNCED, program=[]), words_for("ja")) == ""


def test_a_notice_in_short_says_whether_it_is_a_translation() -> None:
    assert notice_in_short(FULL, words_for("ja")) == "会場を変更しました。"
    translated = attrs.evolve(FULL, notice={"ja-t-en": "延期します。\n日程は調整中です。"})
    assert notice_in_short(translated, words_for("ja")) == "延期します。\n日程は調整中です。（仮訳）"
    assert notice_in_short(ANNOUNCED, words_for("ja")) == ""


LOCALES = st.sampled_from(["en", "ja", "en-GB", "ja-JP-u-ca-japanese"])


def texts_of_item(one: Item) -> Iterator[LocalizedText | None]:
    """Give the texts of an item that stand in a program by themselves, whatever stands around them."""
    if not isinstance(one, Formality):
        yield one.title
    if isinstance(one, (Presentation, Discussion, Motion, Session)):
        for material in one.materials:
            yield from (material.title, material.note)
    if isinstance(one, Session):
        for inside in one.items:
            yield from texts_of_item(inside)
    elif not isinstance(one, Formality):
        yield one.report
    if isinstance(one, Motion):
        yield one.resolution


def texts_of(meeting: Meeting) -> Iterator[LocalizedText | None]:
    yield from (meeting.title, meeting.notice, meeting.aim, meeting.contact.name if meeting.contact else None)
    for group in meeting.attendees:
        yield from (group.label, group.description)
    for venue in meeting.venues:
        if isinstance(venue, OnlineVenue) or (isinstance(venue, Venue) and venue.room is None):
            yield venue.name
    for one in meeting.program:
        yield from texts_of_item(one)


@given(strategy.meetings(), LOCALES)
def test_every_text_is_printed_unchanged(meeting: Meeting, locale: str) -> None:
    printed = format_program(meeting, locale=locale)
    for text in filter(None, texts_of(meeting)):
        _, said = text.best(locale)
        assert all(paragraph in printed for paragraph in said.split("\n"))


@given(strategy.meetings(), LOCALES)
def test_a_program_is_lines_with_single_blank_ones_between(meeting: Meeting, locale: str) -> None:
    printed = format_program(meeting, locale=locale)
    lines = printed.split("\n")
    assert lines.pop() == ""
    assert lines == printed.splitlines()
    assert lines[0]
    assert lines[-1]
    assert not any(one == other == "" for one, other in itertools.pairwise(lines))
    assert all(line == line.rstrip() for line in lines)


@given(strategy.meetings(), LOCALES)
def test_the_sections_are_numbered_without_a_gap(meeting: Meeting, locale: str) -> None:
    words = words_for(locale)
    blocks = outline(meeting, words, words.layout, meeting.notice).blocks
    marks = [block.mark for block in blocks if isinstance(block, Section)]
    assert marks == [mark("1", n) + words.gap_after_mark for n in range(1, len(marks) + 1)]


@pytest.mark.parametrize(
    ("resolution", "printed"), [({"ja": "賛成3、反対5"}, "→否決　賛成3、反対5"), ({"ja": "否決した。"}, "→否決した。")]
)
def test_an_outcome_is_printed_unless_its_resolution_says_it(resolution: dict[str, str], printed: str) -> None:
    motion = Motion(title={"ja": "会費の導入"}, outcome=Outcome.REJECTED, resolution=resolution)
    assert printed in format_program(attrs.evolve(ANNOUNCED, program=[motion]), locale="ja")


def test_a_public_page_stands_under_its_venue_and_a_second_way_in_is_one() -> None:
    venues: list[Venue | OnlineVenue] = [
        Venue(name={"ja": "警察総合庁舎"}),
        OnlineVenue(url="https://www.example.go.jp/live"),
    ]
    assert "警察総合庁舎\n　Web会議を併用\n　https://www.example.go.jp/live\n" in format_program(
        attrs.evolve(ANNOUNCED, venues=venues), locale="ja"
    )
