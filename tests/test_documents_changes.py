"""Tables of old and new, and the lines of a mail: read by eye, in both languages."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any
from zoneinfo import ZoneInfo

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import strategies as strategy
from csegroup import (
    Address,
    AddressKind,
    Archive,
    AttendeeGroup,
    AttendeeKind,
    Body,
    Contact,
    Council,
    DatedName,
    DatedOrganization,
    Discussion,
    Formality,
    FormalityKind,
    Item,
    Material,
    Meeting,
    MeetingStatus,
    MemberGroup,
    Motion,
    OnlineVenue,
    Organization,
    Outcome,
    Post,
    Presentation,
    Session,
    Source,
    Venue,
)
from csegroup.changes import diff
from csegroup.documents import (
    COUNCIL,
    MaterialsPlace,
    Part,
    SectionKind,
    Style,
    changes_in_short,
    comparison,
    to_docx,
    to_html,
    to_markdown,
    to_text,
)
from csegroup.documents.html import stylesheet
from csegroup.documents.tree import Table, lines_below
from csegroup.example import MEETING as HELD
from csegroup.wording.locales import words_for
from csegroup.wording.messages import UNOFFICIAL
from csegroup.wording.phrases import plain
from golden import golden
from strategies import refused

TOKYO = ZoneInfo("Asia/Tokyo")
POLICE = Organization(id="jp/npa", name={"ja": "警察庁", "en": "National Police Agency"})
FORUM = Organization(name={"ja": "𠮷田フォーラム", "en": "Yoshida Forum"})
COMMISSIONER = Post(title={"ja": "長官", "en": "Commissioner General"}, organization=POLICE)
CHAIR = Post(title={"ja": "委員長", "en": "Chair"}, organization=POLICE)
TALK = Presentation(
    agenda_number=1,
    title={"ja": "警察の取組ｶﾞ", "en": "Police efforts"},
    presenters=[POLICE],
    materials=[Material(number="1", url="https://www.example.go.jp/1.pdf", media_type="application/pdf")],
)
FORUM_TALK = Presentation(title={"ja": "事業者の取組", "en": "Efforts of companies"}, presenters=[FORUM], minutes=20)
DEBATE = Discussion(title={"ja": "意見交換", "en": "Debate"})
MOTION = Motion(agenda_number=3, title={"ja": "規約の一部改正", "en": "Amendment of the rules"})
BREAK = Formality(kind=FormalityKind.BREAK, minutes=10)
BEFORE = Meeting(
    id="jp/example/6",
    body=Organization(id="jp/example", name={"ja": "専門家会合", "en": "Specialist Group Meeting"}),
    number=6,
    status=MeetingStatus.TENTATIVE,
    start=dt.datetime(2022, 2, 8, 14, tzinfo=TOKYO),
    end=dt.datetime(2022, 2, 8, 16, tzinfo=TOKYO),
    venues=[OnlineVenue()],
    aim={"ja": "情報を共有する。", "en": "To share what is known."},
    attendees=[AttendeeGroup(kind=AttendeeKind.PRIVATE)],
    program=[
        Address(kind=AddressKind.OPENING, speaker=COMMISSIONER),
        TALK,
        Session(title={"ja": "事業者から", "en": "From companies"}, items=[FORUM_TALK, BREAK]),
        DEBATE,
        Formality(kind=FormalityKind.CLOSING),
    ],
    contact=Contact(name={"ja": "少年課", "en": "Juvenile Division"}, telephone="03-3581-0141"),
)  # fmt: skip
AFTER = attrs.evolve(
    BEFORE,
    status=MeetingStatus.ANNOUNCED,
    sequence=1,
    notice={
        "ja": "会場の都合により変更した。\n御了承願いたい。",
        "en": "The room was not free.\nWe ask for your understanding.",
    },
    start=dt.datetime(2022, 2, 15, 10, tzinfo=TOKYO),
    end=dt.datetime(2022, 2, 15, 12, tzinfo=TOKYO),
    venues=[
        Venue(name={"ja": "警察総合庁舎", "en": "NPA Building"}, room={"ja": "大会議室", "en": "Main Conference Room"}),
        OnlineVenue(url="https://www.example.go.jp/live"),
    ],
    attendees=[AttendeeGroup(kind=AttendeeKind.PRIVATE), AttendeeGroup(kind=AttendeeKind.GOVERNMENT)],
    program=[
        Address(kind=AddressKind.OPENING, title={"ja": "大臣挨拶", "en": "Minister's address"}, speaker=CHAIR),
        DEBATE,
        attrs.evolve(
            TALK,
            title={"ja": "少年警察の取組", "en": "Efforts of the juvenile police"},
            minutes=15,
            languages=["ja", "en"],
            audience=[AttendeeKind.PRIVATE],
            materials=[
                attrs.evolve(TALK.materials[0], kilobytes=365),
                Material(number="2", title={"ja": "統計", "en": "Statistics"}),
            ],
        ),
        Session(title={"ja": "事業者から", "en": "From companies"}, items=[FORUM_TALK]),
        MOTION,
        Formality(kind=FormalityKind.CLOSING),
    ],
    contact=Contact(name={"ja": "人身安全・少年課", "en": "Juvenile Division"}, email="office@example.go.jp"),
    url="https://www.example.go.jp/6",
)  # fmt: skip
LONDON = ZoneInfo("Europe/London")


@pytest.mark.parametrize("locale", ["ja", "en"])
def test_a_meeting_that_changed_in_everything_is_compared_in_full(locale: str) -> None:
    document = comparison(BEFORE, AFTER, locale=locale)
    golden(f"changes/meeting.{locale}.txt", to_text(document).encode())
    golden(f"changes/meeting.{locale}.md", to_markdown(document).encode())
    golden(f"changes/meeting.{locale}.html", to_html(document, fragment=True).encode())


@pytest.mark.parametrize("locale", ["ja", "en"])
def test_a_mail_has_a_line_a_change(locale: str) -> None:
    lines = changes_in_short(BEFORE, AFTER, locale=locale, time_zone=LONDON)
    golden(f"changes/short.{locale}.txt", "".join(f"{line}\n" for line in lines).encode())


def test_two_languages_stand_side_by_side_with_the_same_rows() -> None:
    only_english = attrs.evolve(BEFORE, aim={"ja": "情報を共有する。", "en": "To share it."})
    document = comparison(BEFORE, only_english, locale=["ja", "en"])
    assert [len(lines_below(one.blocks)) for one in document] == [6, 6]
    assert to_html(document).count('<table class="even">') == 2
    assert to_docx(document)[:2] == b"PK"
    assert changes_in_short(BEFORE, only_english, locale="ja") == ()


def test_a_record_tells_what_was_said_and_decided() -> None:
    planned = attrs.evolve(BEFORE, program=[TALK, MOTION], status=MeetingStatus.ANNOUNCED)
    held = planned.held(program=[
        attrs.evolve(TALK, report={"ja": "説明した。\n質問があった。", "en": "It was explained."}),
        attrs.evolve(MOTION, outcome=Outcome.APPROVED),
        Discussion(title={"ja": "その他", "en": "Others"}, report={"ja": "なし。", "en": "None."}),
    ])  # fmt: skip
    assert to_text(comparison(planned, held, locale="ja")) == (
        "第6回専門家会合　新旧対照表\n\n"
        "項目         新              旧\n"
        "-----------  --------------  --------\n"
        "開催状況     開催済み        開催決定\n"
        "議題1の概要  説明した。      ―\n"
        "議題1の概要  質問があった。\n"
        "議題3の結果  →承認          ―\n"
        "次第(3)      その他          （新設）\n"
        "次第(3)      なし。\n"
    )
    back = to_markdown(comparison(held, planned, locale="en"))
    assert "| Program (3) | (deleted) | Others |\n| Program (3) |  | None. |\n" in back
    assert changes_in_short(planned, held, locale="en") == (
        "Status: Confirmed → Held",
        "Agenda item 1: report: changed",
        "Agenda item 3: decision: changed",
        "Program (3), added: Others",
    )


def test_an_announcement_does_not_tell_what_its_program_does_not_print() -> None:
    prepared = attrs.evolve(BEFORE, program=[attrs.evolve(DEBATE, report={"ja": "案", "en": "Draft"})])
    assert changes_in_short(attrs.evolve(BEFORE, program=[DEBATE]), prepared, locale="ja") == ()
    sourced = attrs.evolve(BEFORE, sources=[Source(url="https://www.example.go.jp/", read_on=dt.date(2026, 11, 24))])
    assert "There are no changes." in to_text(comparison(BEFORE, sourced, locale="en"))


def test_an_address_is_written_out_where_nothing_else_differs() -> None:
    other = attrs.evolve(TALK, materials=[attrs.evolve(TALK.materials[0], url="https://www.example.go.jp/2.pdf")])
    [line] = changes_in_short(attrs.evolve(BEFORE, program=[TALK]), attrs.evolve(BEFORE, program=[other]), locale="ja")
    assert line == (
        "議題1の資料：資料1（PDF） https://www.example.go.jp/1.pdf → 資料1（PDF） https://www.example.go.jp/2.pdf"
    )


def of_programs(before: list[Item], after: list[Item], **arguments: Any) -> tuple[str, ...]:  # noqa: ANN401 - those of the function
    meetings = (attrs.evolve(BEFORE, program=program) for program in (before, after))
    return changes_in_short(*meetings, **{"locale": "ja", **arguments})


def test_what_was_taken_out_stands_where_it_stood() -> None:
    session = Session(title={"ja": "発表", "en": "Talks"}, items=[FORUM_TALK, BREAK])
    assert of_programs([BREAK, TALK, session, DEBATE], [TALK, DEBATE]) == (
        "次第(1)（削る）：休憩（10分）",
        "次第(3)（削る）：発表",
        "次第(3)ア（削る）：事業者の取組【𠮷田フォーラム】（20分）",
        "次第(3)イ（削る）：休憩（10分）",
    )
    assert of_programs([TALK, FORUM_TALK], [TALK, session]) == (
        "次第(2)（新設）：発表",
        "次第(2)アの順序：(2)　事業者の取組【𠮷田フォーラム】 → (2)ア　事業者の取組【𠮷田フォーラム】",
        "次第(2)イ（新設）：休憩（10分）",
    )


def test_the_marks_are_those_of_the_style() -> None:
    unmarked = Style(levels={"ja": "- - -"}, materials=MaterialsPlace.BELOW)
    assert of_programs([], [DEBATE, attrs.evolve(TALK, agenda_number=None)], style=unmarked) == (
        "次第1（新設）：意見交換",
        "次第2（新設）：警察の取組ｶﾞ【警察庁】 ／ 資料1（PDF）",
    )
    inside = Part(kind=SectionKind.OVERVIEW, parts=[Part(kind=SectionKind.PROGRAM)])
    deeper = Style(sections=[Part(kind=SectionKind.AIM), inside])
    assert of_programs([], [DEBATE], style=deeper) == ("次第ア（新設）：意見交換",)
    assert of_programs([], [DEBATE], style=Style(sections=[Part(kind=SectionKind.AIM)])) == (
        "次第(1)（新設）：意見交換",
    )


def test_one_who_joins_the_speakers_and_another_kind_of_item_are_told() -> None:
    joined = attrs.evolve(FORUM_TALK, joined_by={"ja": "及び会員企業", "en": "and its members"})
    assert of_programs([FORUM_TALK], [joined], locale="en") == (
        "Program (1): speakers: Yoshida Forum → Yoshida Forum and its members",
    )
    assert of_programs([DEBATE], [Motion(title=DEBATE.title or {}, presenters=[POLICE])], locale="en") == (
        "Program (1): speakers: — → National Police Agency",
    )


def test_a_number_on_the_agenda_that_moved_on_is_told() -> None:
    assert of_programs([MOTION], [attrs.evolve(MOTION, agenda_number=4)]) == ("議題4の議題番号：議題3 → 議題4",)
    assert of_programs([MOTION], [attrs.evolve(MOTION, agenda_number=None)]) == ("次第(1)の議題番号：議題3 → ―",)


def test_no_order_is_told_of_an_item_in_its_place() -> None:
    plain_talk = attrs.evolve(TALK, agenda_number=None)
    assert of_programs([DEBATE, plain_talk, BREAK], [BREAK, plain_talk, DEBATE]) == (
        "次第(1)の順序：(3)　休憩 → (1)　休憩",
        "次第(3)の順序：(1)　意見交換 → (3)　意見交換",
    )
    one = Session(title={"ja": "発表", "en": "Talks"}, items=[DEBATE, plain_talk])
    other = Session(title={"ja": "講演", "en": "Lectures"}, items=[DEBATE, BREAK, FORUM_TALK])
    assert not [line for line in of_programs([one], [other]) if "順序" in line]


def test_a_translation_that_became_the_offices_own_is_told() -> None:
    def of(text: dict[str, str]) -> Meeting:
        return attrs.evolve(BEFORE, title=text)

    assert changes_in_short(of({"ja-t-en": "あ"}), of({"ja": "あ"}), locale="ja") == ("会議名：あ（仮訳） → あ",)
    linked = Material(title={"en": "Statistics"}, url="https://www.example.go.jp/1.pdf")
    translation = attrs.evolve(linked, title={"en-t-ja": "Statistics"}, url="https://www.example.go.jp/2.pdf")
    [line] = of_programs(
        [attrs.evolve(TALK, materials=[linked])], [attrs.evolve(TALK, materials=[translation])], locale="en"
    )
    assert line.endswith(f"{linked.url} → Statistics{NOTE} {translation.url}")


NOTE = words_for("en").text(UNOFFICIAL)
FOUNDED, RENAMED_ON = dt.date(2010, 11, 22), dt.date(2017, 10, 27)
OLD_NAME = DatedName(
    text={"ja": "児童ポルノ排除対策推進協議会", "en": "Council against Child Pornography"}, since=FOUNDED
)
NEW_NAME = DatedName(
    text={"ja": "子供の性被害撲滅対策推進協議会", "en": "Joint Council on Child Sexual Exploitation"}, since=RENAMED_ON
)
MEMBER = MemberGroup(organization=POLICE, kind=AttendeeKind.GOVERNMENT, since=FOUNDED)
NEW_MEMBER = MemberGroup(organization=attrs.evolve(FORUM, id="jp/forum"), kind=AttendeeKind.PRIVATE, since=RENAMED_ON)
GENERAL = Organization(id="jp/council/general", name={"ja": "総会", "en": "General Meeting"})
COUNCIL_BEFORE = Council(
    id="jp/council", names=[OLD_NAME], bodies=[Body(organization=GENERAL, since=FOUNDED)], member_groups=[MEMBER]
)
COUNCIL_AFTER = attrs.evolve(
    COUNCIL_BEFORE,
    names=[attrs.evolve(OLD_NAME, until=RENAMED_ON), NEW_NAME],
    bodies=[Body(organization=GENERAL, since=FOUNDED, until=dt.date(2021, 4, 17))],
    member_groups=[MEMBER, NEW_MEMBER],
)
SEVENTH = attrs.evolve(BEFORE, id="jp/example/7", number=7, start=None, end=None)
FIFTH = attrs.evolve(BEFORE, id="jp/example/5", number=5)


@pytest.mark.parametrize("locale", ["ja", "en"])
def test_two_archives_are_compared_as_a_reader_of_the_council_would(locale: str) -> None:
    before = Archive.of([COUNCIL_BEFORE, FIFTH, BEFORE])
    directory = DatedOrganization(organization=POLICE, until=dt.date(2030, 4, 1))
    after: list[Any] = [AFTER.cancelled(), SEVENTH, BEFORE, COUNCIL_AFTER, directory]
    document = comparison(before, after, locale=locale)
    golden(f"changes/archive.{locale}.txt", to_text(document).encode())
    golden(f"changes/archive.{locale}.html", to_html(document, fragment=True).encode())


def test_a_council_comes_and_goes_and_a_name_of_no_known_days_stands_alone() -> None:
    undated = DatedOrganization(organization=POLICE)
    come = to_markdown(comparison([], [COUNCIL_BEFORE, undated], locale="en"))
    assert "## Council against Child Pornography\n\n| Subject | New | Old |\n" in come
    assert "| Name | Council against" in come
    assert "| Organization | National Police Agency | — |\n" in come
    assert "| Name | — | Council against" in to_markdown(comparison([COUNCIL_BEFORE, undated], [], locale="en"))


def test_a_record_that_reads_the_same_is_no_change_for_a_reader() -> None:
    source = Source(url="https://www.example.go.jp/", read_on=dt.date(2026, 11, 24))
    sourced = attrs.evolve(COUNCIL_BEFORE, member_groups=[attrs.evolve(MEMBER, sources=[source])])
    moved: list[Any] = [attrs.evolve(BEFORE, sources=[source]), sourced]
    assert to_text(comparison([BEFORE, COUNCIL_BEFORE], moved, locale="ja")) == "新旧対照表\n\n変更はない。\n"


def test_a_member_of_another_kind_is_told() -> None:
    after = attrs.evolve(COUNCIL_BEFORE, member_groups=[attrs.evolve(MEMBER, kind=AttendeeKind.PRIVATE)])
    assert (
        "| Member group | National Police Agency (private groups) (since November 22, 2010) "
        "| National Police Agency (relevant government agencies) (since November 22, 2010) |\n"
    ) in to_markdown(comparison([COUNCIL_BEFORE], [after], locale="en"))


def test_names_are_told_in_their_order_in_time_under_the_last_one() -> None:
    backwards = attrs.evolve(COUNCIL_AFTER, names=COUNCIL_AFTER.names[::-1])
    told = to_text(comparison([COUNCIL_BEFORE], [backwards], locale="ja"))
    assert told == to_text(comparison([COUNCIL_BEFORE], [COUNCIL_AFTER], locale="ja"))
    assert "子供の性被害撲滅対策推進協議会\n" in told


def test_the_new_and_the_old_are_of_one_width() -> None:
    assert '<table class="even">' in to_html(comparison(BEFORE, AFTER, locale="ja"))
    assert ".csegroup table.even" in stylesheet()


def test_what_cannot_be_compared_is_refused() -> None:
    assert refused(lambda: comparison(BEFORE, SEVENTH, locale="ja")).code == "id"
    assert refused(lambda: changes_in_short(BEFORE, SEVENTH, locale="ja")).code == "id"
    assert refused(lambda: comparison(BEFORE, [], locale="ja")).field == "before"  # type: ignore[call-overload]
    assert refused(lambda: changes_in_short(BEFORE, [], locale="ja")).field == "after"  # type: ignore[arg-type]
    assert refused(lambda: comparison(BEFORE, AFTER, locale="ja", time_zone="x")).field == "time_zone"  # type: ignore[call-overload]


states = st.tuples(strategy.meetings(), strategy.meetings()).map(
    lambda two: (two[0], attrs.evolve(two[1], id=two[0].id))
)


@given(states)
def test_any_two_states_are_printed_in_every_form_and_nothing_is_told_of_equal_ones(
    two: tuple[Meeting, Meeting],
) -> None:
    document = comparison(*two, locale=["ja", "en"])
    for one in document:
        for block in one.blocks:
            assert not isinstance(block, Table) or {len(row) for row in block.rows} == {3}
    assert "\n" not in "".join(plain(line) for one in document for line in lines_below(one.blocks))
    for written in (to_text(document), to_markdown(document), to_html(document)):
        assert not re.search(r"LocalizedText|datetime\.|MeetingStatus|\bNone\b", written)
    assert changes_in_short(two[0], two[0], locale="ja") == ()
    if changes_in_short(*two, locale="ja"):
        assert diff(*two)


def test_the_real_meeting_is_compared_with_its_announcement() -> None:
    announced = attrs.evolve(HELD, status=MeetingStatus.ANNOUNCED)
    lines = changes_in_short(announced, HELD, locale="ja")
    assert lines[0] == "開催状況：開催決定 → 開催済み"
    assert lines[1:] == tuple(f"次第(2){mark}の概要：変更あり" for mark in "アイウ")
    assert COUNCIL.purpose is None
