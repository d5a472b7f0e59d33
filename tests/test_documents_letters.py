"""Letters: what each says of a meeting, as text and as the HTML of a mail."""

from __future__ import annotations

import datetime as dt
import re
from html.parser import HTMLParser
from typing import Any
from zoneinfo import ZoneInfo

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import strategies as strategy
from csegroup import Contact, Discussion, InWriting, Meeting, MeetingStatus, OnlineVenue, Organization
from csegroup.documents import mail_html, to_text
from csegroup.documents.build import all_words
from csegroup.documents.letters import Letter, LetterKind, letter, letter_title, opening_of
from csegroup.documents.tree import Entry, Listing, Mark, Outline, Paragraphs, Section, Table
from csegroup.style import COUNCIL
from csegroup.wording import invitations as say
from csegroup.wording.locales import words_for
from csegroup.wording.phrases import Phrase, plain
from trees import any_outline

TOKYO, LONDON = ZoneInfo("Asia/Tokyo"), ZoneInfo("Europe/London")
MEETING = Meeting(
    id="jp/example/6",
    body=Organization(id="jp/example", name={"ja": "専門家会合𠮷", "en": "Specialist Group Meeting"}),
    number=6,
    status=MeetingStatus.ANNOUNCED,
    start=dt.datetime(2022, 2, 8, 14, tzinfo=TOKYO),
    venues=[OnlineVenue()],
    aim={"ja": "ｶﾞｲﾖｳ", "en": "An aim"},
    notice={"ja": "台風のため。", "en": "Because of a typhoon.\nStay at home."},
    program=[Discussion(title={"ja": "討議", "en": "Debate"})],
    contact=Contact(name={"ja": "少年課", "en": "Juvenile Division"}, email="office@example.go.jp"),
)
UNDATED = attrs.evolve(MEETING, start=None)
ENDED = [LetterKind.CANCELLATION, LetterKind.POSTPONEMENT, LetterKind.WITHDRAWAL]
JOIN: dict[str, Any] = {"join_url": "https://meet.example.go.jp/j/1?pwd=a&b", "passcode": "4815"}
ENGLISH = all_words("en", COUNCIL)
BOTH = all_words(["ja", "en"], COUNCIL)


def text(kind: LetterKind, meeting: Meeting = MEETING, **fields: Any) -> str:  # noqa: ANN401 - those of a letter
    return to_text(letter(Letter(kind=kind, meeting=meeting, **fields), ENGLISH))


class _Reader(HTMLParser):
    """What a person reads in a page and follows from it, and what is open."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.text, self.links, self.tags, self.open, self.languages = "", list[str](), set[str](), list[str](), ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.tags.add(tag)
        if tag not in {"meta", "hr"}:
            self.open.append(tag)
        if tag == "a":
            self.links.append(found["href"] or "")
        if tag == "div" and "lang" in found:
            self.languages += f"{found['lang']} "

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += "" if "title" in self.open else data


def test_an_invitation_says_how_to_join_above_all_that_is_printed() -> None:
    assert text(LetterKind.INVITATION, time_zone=LONDON, **JOIN) == (
        "Invitation: 6th Specialist Group Meeting\n\n"
        "You are invited to the meeting below.\n\n"
        "Because of a typhoon.\nStay at home.\n\n"
        "Join on-line: https://meet.example.go.jp/j/1?pwd=a&b\nPasscode: 4815\n\n"
        "1 Aim\nAn aim\n\n"
        "2 Overview\n\n(1) Date, etc.\n"
        "From 2:00 p.m. on February 8, 2022 (Tuesday) (Japan Standard Time)\n"
        "From 5:00 a.m. on February 8, 2022 (Tuesday) (Greenwich Mean Time)\n"
        "On-line system\n\n"
        "3 Program\n(1) Debate\n\n"
        "4 Contact\nJuvenile Division\nE-mail: office@example.go.jp\n"
    )


def test_an_update_names_what_has_changed() -> None:
    told = Letter(kind=LetterKind.UPDATE, meeting=MEETING, changes=(say.DATE_AND_TIME, say.PLACE, say.PROGRAM))
    [outline] = letter(told, ENGLISH)
    assert isinstance(outline.blocks[0], Paragraphs)
    assert plain(outline.blocks[0].lines[0]) == "What has changed in this invitation: date and time; place; program."


def test_an_update_tells_the_old_and_the_new_below_its_opening_but_for_long_texts() -> None:
    before = attrs.evolve(MEETING, start=dt.datetime(2022, 2, 1, 14, tzinfo=TOKYO), notice=None, aim=None)
    found = text(LetterKind.UPDATE, before=before, changes=(say.DATE_AND_TIME, say.NOTICE), time_zone=LONDON)
    assert found.startswith(
        "Updated invitation: 6th Specialist Group Meeting\n\n"
        "What has changed in this invitation: date and time; notice.\n\n"
        "Date and time: From 2:00 p.m. on February 1, 2022 (Tuesday) (Japan Standard Time)"
        " / From 5:00 a.m. on February 1, 2022 (Tuesday) (Greenwich Mean Time)"
        " → From 2:00 p.m. on February 8, 2022 (Tuesday) (Japan Standard Time)"
        " / From 5:00 a.m. on February 8, 2022 (Tuesday) (Greenwich Mean Time)\n\n"
        "Because of a typhoon.\n"
    )
    same = text(LetterKind.UPDATE, before=attrs.evolve(MEETING, aim=None), changes=(say.AIM,))
    assert "What has changed in this invitation: aim.\n\nBecause of" in same


def test_an_update_is_marked_up_in_each_language() -> None:
    told = Letter(
        kind=LetterKind.UPDATE, meeting=MEETING, before=attrs.evolve(MEETING, program=[]), changes=(say.PROGRAM,)
    )
    page = mail_html.write(letter(told, BOTH))
    assert "次第(1)（新設）：討議</p>" in page
    assert "Program (1), added: Debate</p>" in page


@pytest.mark.parametrize("kind", ENDED)
def test_who_has_nothing_to_come_to_is_told_when_it_was_to_be_and_whom_to_ask_and_no_more(kind: LetterKind) -> None:
    found = text(kind, end_is_assumed=True, **JOIN)
    assert "February 8, 2022" in found
    assert "office@example.go.jp" in found
    for hidden in ("meet.example", "4815", "Debate", "An aim", "assumed"):
        assert hidden not in found
    assert ("typhoon" in found) is (kind is not LetterKind.WITHDRAWAL)
    assert ("It was to be held as follows.\n\n1 Date" in found) is (kind is not LetterKind.WITHDRAWAL)


@pytest.mark.parametrize("kind", ENDED)
def test_a_meeting_that_never_had_a_date_is_told_without_one(kind: LetterKind) -> None:
    found = text(kind, UNDATED)
    assert "follows" not in found
    assert "Date, etc." not in found
    assert "1 Contact" in found


def test_an_assumed_end_is_said_to_be_one() -> None:
    assert "the end in the calendar is only assumed" in text(LetterKind.INVITATION, end_is_assumed=True)
    assert "assumed" not in text(LetterKind.INVITATION)


def test_a_passcode_or_a_link_may_stand_alone() -> None:
    assert "\n\nPasscode: 1\n\n" in text(LetterKind.INVITATION, passcode="1")
    assert "\n\nJoin on-line: https://x.example\n\n" in text(LetterKind.UPDATE, join_url="https://x.example")


def test_a_meeting_in_writing_asks_for_answers_once() -> None:
    written = attrs.evolve(UNDATED, day=dt.date(2022, 2, 8), venues=[InWriting()])
    asked = "You are asked to answer in writing"
    assert asked in text(LetterKind.INVITATION, written)
    assert asked not in text(LetterKind.UPDATE, written, changes=(say.PROGRAM,))


@pytest.mark.parametrize("kind", LetterKind)
def test_languages_have_the_sections_of_the_first_and_titles_of_their_own(kind: LetterKind) -> None:
    told = Letter(kind=kind, meeting=MEETING)
    japanese, english = letter(told, BOTH)
    assert [type(block) for block in japanese.blocks] == [type(block) for block in english.blocks]
    assert "第6回専門家会合𠮷" in plain(japanese.title)
    assert plain(english.title) == plain(letter_title(told, ENGLISH[0]))


def test_a_letter_shows_nothing_in_its_repr() -> None:
    assert "meet" not in repr(Letter(kind=LetterKind.INVITATION, meeting=MEETING, **JOIN))


def test_a_mail_says_one_language_after_the_other_with_links_and_without_style_sheets_and_scripts() -> None:
    told = Letter(kind=LetterKind.INVITATION, meeting=MEETING, **JOIN)
    page = mail_html.write(letter(told, BOTH))
    read = _Reader(page)
    assert read.languages == "ja en "
    assert read.text.index("少年課") < read.text.index("You are invited", read.text.index("少年課"))
    assert read.links == [JOIN["join_url"], "mailto:office@example.go.jp"] * 2
    assert read.tags.isdisjoint({"style", "script", "link", "img", "ol", "ul", "li"})
    assert re.search(r"^\(1\) Debate$", read.text, re.MULTILINE)


EVERYTHING = Outline(
    "en",
    ("A <b>",),
    (
        Paragraphs((("1 < 2", Phrase("（英語）", note=True)),)),
        Section(
            Mark("1", " ", "1", 0),
            ("Aim",),
            (
                Listing((Entry(Mark("-", " ", "-", 0), ("x",)), Entry(Mark("", "", "", 0), ("y",))), numbered=False),
                Listing((Entry(Mark("(1)", " ", "(1)", 0), ("z",), (Paragraphs((("below",),)),)),), numbered=True),
                Table((("Head",),), ((("Cell",),),)),
            ),
        ),
    ),
    "",
    wide=False,
)


def test_a_mail_reads_as_it_should_without_any_style() -> None:
    read = _Reader(mail_html.write([EVERYTHING]))
    assert [line for line in read.text.split("\n") if line] == [
        "A <b>", "1 < 2", "1 Aim", "- x", "y", "(1) z", "below", "Head", "Cell",
    ]  # fmt: skip


@given(st.lists(any_outline, min_size=1, max_size=2))
def test_every_document_can_be_a_mail(outlines: list[Outline]) -> None:
    read = _Reader(mail_html.write(outlines))
    assert read.open == []
    assert read.languages.split() == [outline.language for outline in outlines]
    for outline in outlines:
        for block in outline.blocks:
            if isinstance(block, Section):
                assert (
                    "".join(
                        run if isinstance(run, str) else run.text
                        for run in block.heading
                        if isinstance(run, str) or not run.note
                    )
                    in read.text
                )


@given(strategy.meetings(), st.sampled_from(LetterKind), st.sampled_from([["ja"], ["en"], ["ja", "en"], ["en", "ja"]]))
def test_a_letter_on_any_meeting_can_be_written(meeting: Meeting, kind: LetterKind, locales: list[str]) -> None:
    if meeting.local_date and meeting.local_date.year < 1873:
        return
    document = letter(Letter(kind=kind, meeting=meeting, changes=(say.PLACE,)), all_words(locales, COUNCIL))
    assert len(document) == len(locales)
    assert to_text(document).count("-" * 20) >= len(locales) - 1
    assert _Reader(mail_html.write(document)).open == []


@pytest.mark.parametrize(
    ("locale", "opening"),
    [
        ("ja", "会議の予定に変更はありません。改めて御案内いたします。"),
        ("en", "This meeting is confirmed once more; nothing has changed."),
    ],
)
def test_what_is_only_announced_anew_is_not_said_to_have_changed(locale: str, opening: str) -> None:
    told = Letter(kind=LetterKind.UPDATE, meeting=MEETING, changes=(say.CONFIRMED_ANEW,))
    assert plain(opening_of(told, words_for(locale))) == opening
