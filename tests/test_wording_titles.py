from __future__ import annotations

import datetime as dt

import attrs
import pytest
from hypothesis import given

import strategies as strategy
from csegroup import InvalidValue, InWriting, Meeting, MeetingStatus, Organization, format_title
from csegroup.wording.locales import words_for
from csegroup.wording.phrases import Phrase, plain
from csegroup.wording.titles import calendar_title_of, title_of

GROUP = Organization(id="jp/group", name={"en": "Specialist Group Meeting", "ja": "専門家会合"})
GENERAL = Organization(id="jp/general", name={"en": "General Meeting", "ja": "総会"})
COMMITTEE = Organization(id="jp/committee", name={"en": "Planning Committee", "ja": "企画委員会"})
ENGLISH, JAPANESE = words_for("en"), words_for("ja")
MEETING = Meeting(id="jp/group/6", body=GROUP, number=6)
IN_WRITING = Meeting(id="jp/group/7", body=GROUP, number=7, day=dt.date(2022, 3, 1), venues=[InWriting()])


def in_a_calendar(meeting: Meeting) -> tuple[str, str]:
    return plain(calendar_title_of(meeting, ENGLISH)), plain(calendar_title_of(meeting, JAPANESE))


@pytest.mark.parametrize(
    ("number", "ordinal"),
    [
        *[(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (10, "10th"), (11, "11th"), (12, "12th"), (13, "13th")],
        *[(21, "21st"), (22, "22nd"), (23, "23rd"), (101, "101st"), (111, "111th"), (1_000, "1000th")],
    ],
)
def test_a_meeting_is_called_by_its_number_and_its_body(number: int, ordinal: str) -> None:
    meeting = attrs.evolve(MEETING, number=number)
    assert format_title(meeting, locale="en") == f"{ordinal} Specialist Group Meeting"
    assert format_title(meeting, locale="ja") == f"第{number}回専門家会合"


def test_without_a_number_it_is_called_by_its_body() -> None:
    assert format_title(attrs.evolve(MEETING, number=None), locale="ja") == "専門家会合"


def test_a_title_of_its_own_stands_for_number_and_body() -> None:
    meeting = attrs.evolve(MEETING, title={"ja": "子供の性被害防止シンポジウム"}, jointly_with=[GENERAL])
    assert format_title(meeting, locale="ja") == "子供の性被害防止シンポジウム"


def test_a_body_inside_another_is_called_by_both() -> None:
    body = attrs.evolve(GROUP, parent=Organization(name={"en": "Joint Council", "ja": "協議会"}))
    meeting = attrs.evolve(MEETING, body=body)
    assert format_title(meeting, locale="ja") == "第6回協議会専門家会合"
    assert format_title(meeting, locale="en") == "6th Specialist Group Meeting, Joint Council"


def test_a_joint_meeting_names_both_bodies() -> None:
    meeting = attrs.evolve(MEETING, jointly_with=[GENERAL])
    assert format_title(meeting, locale="ja") == "第6回専門家会合・総会合同会議"
    assert format_title(meeting, locale="en") == "Joint Meeting of the 6th Specialist Group Meeting and General Meeting"


def test_a_joint_meeting_of_three_names_them_all() -> None:
    meeting = attrs.evolve(MEETING, number=None, jointly_with=[GENERAL, COMMITTEE])
    assert format_title(meeting, locale="ja") == "専門家会合・総会・企画委員会合同会議"
    assert format_title(meeting, locale="en") == (
        "Joint Meeting of the Specialist Group Meeting, General Meeting and Planning Committee"
    )


def test_a_cancelled_meeting_says_so_before_its_title() -> None:
    assert format_title(MEETING.cancelled(), locale="en") == "Cancelled: 6th Specialist Group Meeting"
    assert format_title(MEETING.cancelled(), locale="ja") == "【中止】第6回専門家会合"


@pytest.mark.parametrize("status", [MeetingStatus.TENTATIVE, MeetingStatus.ANNOUNCED])
def test_a_calendar_says_that_the_day_is_when_answers_are_due(status: MeetingStatus) -> None:
    meeting = attrs.evolve(IN_WRITING, status=status)
    assert in_a_calendar(meeting) == ("Answers due: 7th Specialist Group Meeting", "【回答期限】第7回専門家会合")
    assert format_title(meeting, locale="ja") == "第7回専門家会合"


def test_answers_are_not_due_to_what_is_cancelled_or_over() -> None:
    assert in_a_calendar(IN_WRITING.cancelled())[1] == "【中止】第7回専門家会合"
    assert in_a_calendar(IN_WRITING.held())[1] == "第7回専門家会合"
    assert in_a_calendar(MEETING)[1] == "第6回専門家会合"


def test_a_title_knows_which_of_it_is_a_translation() -> None:
    body = attrs.evolve(GROUP, name={"en": "Specialist Group Meeting", "ja-t-en": "専門家会合"})
    meeting = attrs.evolve(MEETING, body=body)
    assert title_of(meeting, JAPANESE) == ("第", "6", "回", Phrase("専門家会合", "ja-t-en"))
    assert title_of(meeting, ENGLISH) == ("6th", " ", "Specialist Group Meeting")


def test_british_spelling_is_taken_where_it_is_asked_for() -> None:
    meeting = attrs.evolve(MEETING, title={"en": "Program Meeting", "en-GB": "Programme Meeting"})
    assert format_title(meeting, locale="en-GB") == "Programme Meeting"
    assert format_title(meeting, locale="en") == "Program Meeting"


@pytest.mark.parametrize("locale", ["fr", "und", "EN", ""])
def test_a_locale_without_words_is_refused(locale: str) -> None:
    with pytest.raises(InvalidValue, match="locale"):
        format_title(MEETING, locale=locale)


@given(strategy.meetings())
def test_every_meeting_has_a_title_of_one_line(meeting: Meeting) -> None:
    for locale in ("en", "ja"):
        title = format_title(meeting, locale=locale)
        assert title == title.strip()
        assert len(title.splitlines()) == 1
