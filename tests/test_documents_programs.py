from __future__ import annotations

import datetime as dt

import attrs
import pytest

from csegroup import (
    AttendeeGroup,
    AttendeeKind,
    Contact,
    Discussion,
    InvalidValue,
    Meeting,
    OnlineVenue,
    Venue,
    format_program,
)
from csegroup.example import MEETING as SHIPPED
from samples import ANNOUNCED, FULL, GROUP


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
        "(a) National Police Agency\n"
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
        "　　ア　警察庁\n"
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


def test_a_record_tells_below_an_item_what_was_said() -> None:
    english, japanese = (format_program(FULL.held(), locale=locale) for locale in ("en", "ja"))
    assert (
        "3 Program and contents\n"
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
    ) in english
    assert (
        "4　次第及び議事概要\n"
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
    ) in japanese


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


def test_a_public_page_stands_under_its_venue_and_a_second_way_in_is_one() -> None:
    venues: list[Venue | OnlineVenue] = [
        Venue(name={"ja": "警察総合庁舎"}),
        OnlineVenue(url="https://www.example.go.jp/live"),
    ]
    assert "警察総合庁舎\n　Web会議を併用\n　https://www.example.go.jp/live\n" in format_program(
        attrs.evolve(ANNOUNCED, venues=venues), locale="ja"
    )
