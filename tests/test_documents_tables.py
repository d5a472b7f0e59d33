from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import attrs
import pytest

from csegroup import (
    Address,
    AddressKind,
    Discussion,
    Formality,
    FormalityKind,
    Item,
    Material,
    Meeting,
    Motion,
    Organization,
    Post,
    Presentation,
    Session,
    Speaker,
)
from csegroup.documents import (
    COUNCIL,
    MODERN,
    OFFICIAL,
    Document,
    Style,
    attendee_list,
    material_list,
    timetable,
)
from csegroup.documents.tree import Section, Table
from csegroup.wording.phrases import Phrase, plain
from samples import AGENCY, ANNOUNCED, CLOSING, COMPANY, FULL, OPENING

TOKYO, BERLIN = ZoneInfo("Asia/Tokyo"), ZoneInfo("Europe/Berlin")
REPORT = Presentation(
    title={"en": "Report", "ja": "報告"},
    presenters=[AGENCY],
    minutes=20,
    materials=[
        Material(
            number="1",
            title={"en": "Summary", "ja": "概要"},
            url="https://www.example.go.jp/1.pdf",
            media_type="application/pdf",
            kilobytes=1306,
        )
    ],
)
DAY = attrs.evolve(
    ANNOUNCED,
    program=[
        attrs.evolve(OPENING, minutes=5),
        Session(
            title={"en": "Efforts", "ja": "取組"},
            items=[REPORT, Formality(kind=FormalityKind.BREAK, minutes=10), Discussion(minutes=60)],
            materials=[Material(number="2")],
        ),
        Discussion(title={"en": "Questions", "ja": "質疑"}),
        CLOSING,
    ],
)


def rows(document: Document) -> list[list[str]]:
    """Give the head and the rows of the only table of a document in one language."""
    (outline,) = document
    (table,) = outline.blocks
    assert isinstance(table, Table)
    return [[*map(plain, row)] for row in (table.head, *table.rows)]


def hours(meeting: Meeting, locale: str = "ja", style: Style = COUNCIL, zone: ZoneInfo | None = None) -> list[str]:
    """Give the last column of hours in a timetable."""
    return [
        row[0 if zone is None else 1] for row in rows(timetable(meeting, locale=locale, style=style, time_zone=zone))
    ]


def lasting(start: str, *minutes: int | None, zone: ZoneInfo = TOKYO) -> Meeting:
    begins = dt.datetime.fromisoformat(start).replace(tzinfo=zone)
    return attrs.evolve(ANNOUNCED, start=begins, program=[Discussion(minutes=length) for length in minutes])


def test_a_timetable_works_out_the_hours_of_all_items_in_japanese() -> None:
    assert rows(timetable(DAY, locale="ja")) == [
        ["時刻", "内容", "所要時間"],
        ["午後2時", "開会", "5分"],
        ["午後2時5分", "取組", ""],
        ["午後2時5分", "報告【警察庁】", "20分"],
        ["午後2時25分", "休憩", "10分"],
        ["午後2時35分", "意見交換", "60分"],
        ["午後3時35分", "質疑", ""],
        ["", "閉会", ""],
    ]


def test_a_timetable_works_out_the_hours_of_all_items_in_english() -> None:
    assert rows(timetable(DAY, locale="en")) == [
        ["Time", "Item", "Length"],
        ["2:00 p.m.", "Opening", "5 minutes"],
        ["2:05 p.m.", "Efforts", ""],
        ["2:05 p.m.", "Report [National Police Agency]", "20 minutes"],
        ["2:25 p.m.", "Break", "10 minutes"],
        ["2:35 p.m.", "Exchange of opinions", "60 minutes"],
        ["3:35 p.m.", "Questions", ""],
        ["", "Closing", ""],
    ]


@pytest.mark.parametrize(
    ("locale", "style", "expected"),
    [
        ("ja", OFFICIAL, ["時刻", "午後２時", "午後２時３０分"]),
        ("ja", MODERN, ["時刻", "14:00", "14:30"]),
        ("ja-u-hc-h23", OFFICIAL, ["時刻", "１４時", "１４時３０分"]),
        ("en", MODERN, ["Time", "2:00 PM", "2:30 PM"]),
        ("en-GB", MODERN, ["Time", "14:00", "14:30"]),
    ],
)
def test_the_hours_of_a_timetable_are_those_of_the_style(locale: str, style: Style, expected: list[str]) -> None:
    assert hours(lasting("2022-02-08 14:00", 30, 30), locale, style) == expected


def test_a_timetable_has_a_title_and_says_when_the_meeting_is_cancelled() -> None:
    assert plain(timetable(DAY, locale="ja")[0].title) == "第6回専門家会合　時間割"
    assert plain(timetable(DAY, locale="en")[0].title) == "Timetable of the 6th Specialist Group Meeting"
    assert plain(timetable(DAY.cancelled(), locale="ja")[0].title) == "【中止】第6回専門家会合　時間割"
    assert plain(timetable(DAY.cancelled(), locale="en")[0].title) == (
        "Cancelled: Timetable of the 6th Specialist Group Meeting"
    )


def test_after_an_item_without_a_length_no_hour_is_known() -> None:
    assert hours(lasting("2022-02-08 14:00", 30, None, 30, 30)) == ["時刻", "午後2時", "午後2時30分", "", ""]
    assert hours(lasting("2022-02-08 14:00", None, None)) == ["時刻", "午後2時", ""]


def test_inside_a_session_an_item_without_a_length_ends_the_hours_of_all_that_follows() -> None:
    session = Session(title={"ja": "第一部"}, items=[Discussion(minutes=10), Discussion()])
    meeting = attrs.evolve(ANNOUNCED, program=[session, attrs.evolve(session, title={"ja": "第二部"})])
    assert hours(meeting) == ["時刻", "午後2時", "午後2時", "午後2時10分", "", "", ""]


def test_a_meeting_without_an_hour_has_a_timetable_without_hours() -> None:
    meeting = attrs.evolve(DAY, start=None, day=dt.date(2022, 2, 8))
    assert rows(timetable(meeting, locale="ja"))[:2] == [["内容", "所要時間"], ["開会", "5分"]]
    assert rows(timetable(meeting, locale="ja", time_zone=BERLIN))[0] == ["内容", "所要時間"]


def test_a_meeting_without_items_has_a_timetable_without_a_table() -> None:
    assert timetable(attrs.evolve(DAY, program=[]), locale="ja")[0].blocks == ()


def test_a_timetable_without_lengths_has_no_column_for_them() -> None:
    assert rows(timetable(ANNOUNCED, locale="en")) == [["Time", "Item"], ["2:00 p.m.", "Opening"], ["", "Closing"]]


def test_a_timetable_tells_in_which_language_an_item_is_and_into_which_it_is_interpreted() -> None:
    program: list[Item] = [
        OPENING,
        Discussion(languages=["en"]),
        Discussion(languages=["ja", "en"]),
        Discussion(languages=["ja", "en", "pt"]),
    ]
    meeting = attrs.evolve(ANNOUNCED, program=program)
    assert [row[-1] for row in rows(timetable(meeting, locale="ja"))] == [
        "使用言語",
        "",
        "英語",
        "日本語（英語への通訳あり）",
        "日本語（英語、ポルトガル語への通訳あり）",
    ]
    assert [row[-1] for row in rows(timetable(meeting, locale="en"))] == [
        "Language",
        "",
        "English",
        "Japanese (interpreted into English)",
        "Japanese (interpreted into English, Portuguese)",
    ]


def test_in_a_timetable_a_title_in_another_language_is_marked_and_stays_what_it_is() -> None:
    meeting = attrs.evolve(ANNOUNCED, program=[Discussion(agenda_number=1, title={"fr": "Débat"})])
    assert rows(timetable(meeting, locale="ja"))[1] == ["午後2時", "議題1　Débat（フランス語）"]
    (table,) = timetable(meeting, locale="ja")[0].blocks
    assert isinstance(table, Table)
    assert Phrase("Débat", "fr") in table.rows[0][1]


def test_an_hour_of_a_timetable_can_be_read_by_programs() -> None:
    (table,) = timetable(DAY, locale="ja", time_zone=BERLIN)[0].blocks
    assert isinstance(table, Table)
    assert table.rows[1][:2] == (
        (Phrase("午後2時5分", time="2022-02-08T14:05+09:00"),),
        (Phrase("午前6時5分", time="2022-02-08T06:05+01:00"),),
    )


def test_over_midnight_the_new_day_stands_once_before_its_first_hour() -> None:
    meeting = lasting("2022-02-08 23:00", 60, 30, 30)
    assert hours(meeting) == ["時刻", "午後11時", "令和4年2月9日(水)午前0時", "午前0時30分"]
    assert hours(meeting, style=OFFICIAL) == ["時刻", "午後１１時", "令和４年２月９日（水）午前０時", "午前０時３０分"]
    assert hours(meeting, "en") == ["Time", "11:00 p.m.", "February 9, 2022 (Wednesday) 12:00 midnight", "12:30 a.m."]


def test_a_timetable_over_several_days_names_each_day() -> None:
    assert hours(lasting("2022-02-08 12:00", 1440, 1440, 30), "en") == [
        "Time",
        "12:00 noon",
        "February 9, 2022 (Wednesday) 12:00 noon",
        "February 10, 2022 (Thursday) 12:00 noon",
    ]


def test_the_readers_hours_stand_beside_the_meetings_with_both_zones_named() -> None:
    assert rows(timetable(DAY, locale="ja", time_zone=BERLIN))[:3] == [
        ["時刻（日本標準時）", "時刻（中央ヨーロッパ標準時）", "内容", "所要時間"],
        ["午後2時", "午前6時", "開会", "5分"],
        ["午後2時5分", "午前6時5分", "取組", ""],
    ]
    assert rows(timetable(DAY, locale="en", style=MODERN, time_zone=BERLIN))[:2] == [
        ["Time (Japan Standard Time)", "Time (Central European Standard Time)", "Item", "Length"],
        ["2:00 PM", "6:00 AM", "Opening", "5 minutes"],
    ]


def test_in_the_meetings_own_zone_there_is_one_column_of_hours() -> None:
    assert timetable(DAY, locale="ja", time_zone=TOKYO) == timetable(DAY, locale="ja")


def test_where_the_reader_has_another_day_from_the_beginning_it_is_told() -> None:
    assert hours(lasting("2022-02-08 06:00", 60, 90, 30), zone=BERLIN) == [
        "時刻（中央ヨーロッパ標準時）",
        "令和4年2月7日(月)午後10時",
        "午後11時",
        "令和4年2月8日(火)午前0時30分",
    ]


def test_the_clocks_that_go_forward_during_a_meeting_are_followed() -> None:
    meeting = lasting("2022-03-27 01:30", 30, 30, None, zone=BERLIN)
    assert rows(timetable(meeting, locale="en", time_zone=TOKYO)) == [
        ["Time (Central European Standard Time)", "Time (Japan Standard Time)", "Item", "Length"],
        ["1:30 a.m.", "9:30 a.m.", "Exchange of opinions", "30 minutes"],
        ["3:00 a.m.", "10:00 a.m.", "Exchange of opinions", "30 minutes"],
        ["3:30 a.m.", "10:30 a.m.", "Exchange of opinions", ""],
    ]


def test_the_clocks_that_go_back_during_a_meeting_are_followed() -> None:
    meeting = lasting("2022-10-30 02:00", 60, 60, 60, zone=BERLIN)
    assert hours(meeting) == ["時刻", "午前2時", "午前2時", "午前3時"]
    (table,) = timetable(meeting, locale="ja")[0].blocks
    assert isinstance(table, Table)
    assert [run.time for row in table.rows for run in row[0] if isinstance(run, Phrase)] == [
        "2022-10-30T02:00+02:00",
        "2022-10-30T02:00+01:00",
        "2022-10-30T03:00+01:00",
    ]


def test_the_materials_of_a_meeting_stand_with_the_items_that_they_belong_to() -> None:
    assert rows(material_list(DAY, locale="ja")) == [
        ["資料", "内容"],
        ["資料2", "取組"],
        ["資料1　概要（PDF／1,306KB）", "報告"],
    ]
    assert rows(material_list(DAY, locale="en")) == [
        ["Document", "Item"],
        ["Material 2", "Efforts"],
        ["Material 1: Summary (PDF, 1,306 KB)", "Report"],
    ]
    assert plain(material_list(DAY, locale="ja")[0].title) == "第6回専門家会合　資料一覧"
    assert plain(material_list(DAY, locale="en")[0].title) == "Materials of the 6th Specialist Group Meeting"


def test_a_material_leads_to_where_it_is() -> None:
    (table,) = material_list(DAY, locale="ja")[0].blocks
    assert isinstance(table, Table)
    linked = [run.text for run in table.rows[1][0] if isinstance(run, Phrase) and run.url]
    assert "".join(linked) == "資料1　概要"


def test_a_material_in_another_language_says_so_once() -> None:
    motion = Motion(title={"en": "Rules"}, materials=[Material(number="1", title={"ja": "対照表"})])
    meeting = attrs.evolve(ANNOUNCED, program=[motion])
    assert rows(material_list(meeting, locale="en"))[1] == ["Material 1: 対照表 (in Japanese)", "Rules"]


def test_a_meeting_without_materials_has_a_list_without_a_table() -> None:
    assert material_list(ANNOUNCED, locale="en")[0].blocks == ()


def test_the_attendees_of_a_meeting_are_listed_by_group() -> None:
    groups = attrs.evolve(ANNOUNCED, attendees=FULL.attendees)
    assert rows(attendee_list(groups, locale="ja")) == [
        ["参加者", "内訳"],
        ["民間団体", "会員団体"],
        ["オブザーバー", ""],
    ]
    assert rows(attendee_list(groups, locale="en")) == [
        ["Attendee", "Description"],
        ["Private groups", "Member groups"],
        ["Observers", ""],
    ]
    assert plain(attendee_list(groups, locale="ja")[0].title) == "第6回専門家会合　参加者一覧"
    assert plain(attendee_list(groups, locale="en")[0].title) == "Attendees of the 6th Specialist Group Meeting"


def test_who_speaks_at_a_meeting_stands_below_with_the_item() -> None:
    minister = Post(
        title={"en": "Minister", "ja": "大臣"}, organization=Organization(name={"en": "X", "ja": "文部科学"})
    )
    program: list[Item] = [
        OPENING,
        Address(kind=AddressKind.OPENING),
        Address(kind=AddressKind.GUEST, speaker=Speaker(name={"en": "Taro", "ja": "𠮷田太郎"}, post=minister)),
        Session(title={"en": "Efforts", "ja": "取組"}, items=[REPORT]),
        Motion(title={"en": "Rules", "ja": "規約"}, presenters=[COMPANY]),
        Discussion(),
    ]
    (outline,) = attendee_list(attrs.evolve(ANNOUNCED, program=program), locale="ja")
    (section,) = outline.blocks
    assert isinstance(section, Section)
    assert (str(section.mark), section.heading) == ("", ("登壇者",))
    (table,) = section.blocks
    assert isinstance(table, Table)
    assert {tuple(map(plain, row)) for row in table.rows} == {
        ("文部科学大臣　𠮷田太郎", "来賓挨拶"),
        ("警察庁", "報告"),
        ("株式会社ディー・エヌ・エー", "規約"),
    }


def test_who_gives_a_presentation_without_a_title_stands_alone() -> None:
    meeting = attrs.evolve(ANNOUNCED, program=[Presentation(presenters=[AGENCY])])
    for locale, name in (("ja", "警察庁"), ("en", "National Police Agency")):
        (section,) = attendee_list(meeting, locale=locale)[0].blocks
        assert isinstance(section, Section)
        (table,) = section.blocks
        assert isinstance(table, Table)
        assert [[*map(plain, row)] for row in table.rows] == [[name, name]]


def test_the_column_of_those_who_speak_is_headed_as_such() -> None:
    heads = []
    for locale in ("ja", "en"):
        (section,) = attendee_list(attrs.evolve(ANNOUNCED, program=[REPORT]), locale=locale)[0].blocks
        assert isinstance(section, Section)
        (table,) = section.blocks
        assert isinstance(table, Table)
        heads.append([*map(plain, table.head)])
    assert heads == [["登壇者", "内容"], ["Speaker", "Item"]]


def test_speakers_stand_in_the_order_of_their_readings_in_japanese() -> None:
    names = [
        ("警察庁", "けいさつちょう"),
        ("秋田県", "あきたけん"),
        ("文部科学省", "もんぶかがくしょう"),
        ("神奈川県", "かながわけん"),
    ]
    presenters = [Organization(name={"ja": name, "ja-Hira": reading}) for name, reading in names]
    meeting = attrs.evolve(ANNOUNCED, program=[Presentation(title={"ja": "発表"}, presenters=presenters)])
    (section,) = attendee_list(meeting, locale="ja")[0].blocks
    assert isinstance(section, Section)
    (table,) = section.blocks
    assert isinstance(table, Table)
    assert [plain(row[0]) for row in table.rows] == ["秋田県", "神奈川県", "警察庁", "文部科学省"]


def test_a_meeting_of_which_nobody_is_known_has_an_empty_list_of_attendees() -> None:
    assert attendee_list(ANNOUNCED, locale="ja")[0].blocks == ()


def test_hours_that_no_calendar_has_are_not_worked_out() -> None:
    long = Formality(kind=FormalityKind.BREAK, minutes=2**31 - 1)
    meeting = attrs.evolve(ANNOUNCED, program=[long, long, long])
    table = only_table(timetable(meeting, locale="en"))
    assert plain(table.rows[0][0]) == "2:00 p.m."
    assert plain(table.rows[-1][0]) == ""


def test_speakers_stand_in_the_order_of_the_first_language_in_all() -> None:
    ministry = Organization(name={"en": "Ministry", "ja": "総務省", "ja-Hira": "そうむしょう"})
    agency = Organization(name={"en": "Police", "ja": "警察庁", "ja-Hira": "けいさつちょう"})
    program = [Presentation(title={"en": "A", "ja": "甲"}, presenters=[one]) for one in (ministry, agency)]
    japanese, english = attendee_list(attrs.evolve(ANNOUNCED, program=program), locale=["ja", "en"])
    rows = [[plain(row[0]) for row in only_table((one,)).rows] for one in (japanese, english)]
    assert rows == [["警察庁", "総務省"], ["Police", "Ministry"]]


def only_table(document: Document) -> Table:
    (block,) = document[0].blocks
    found = block.blocks[0] if isinstance(block, Section) else block
    assert isinstance(found, Table)
    return found
