from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import strategies as strategy
from csegroup import AttendeeKind
from csegroup.documents import COUNCIL, Digits
from csegroup.example import MEETING
from csegroup.ical import Invitee, Mailbox, Mailing
from csegroup.ical.attendance import Attendance
from csegroup.ical.mailings import uid_of
from csegroup.ical.replies import Answer, Reply, ReplyMethod, Standing

PRIVATE, GOVERNMENT = AttendeeKind.PRIVATE, AttendeeKind.GOVERNMENT
MOVED = attrs.evolve(MEETING, sequence=1)
UID = uid_of(MOVED)
FIRST = dt.datetime(2026, 11, 24, 1, tzinfo=dt.timezone.utc)
TARO, HANAKO, JIRO = (
    Invitee(email="taro@example.go.jp", kind=GOVERNMENT),
    Invitee(email="hanako@example.jp", kind=PRIVATE),
    Invitee(email="jiro@example.jp"),
)
SENT = Mailing(meeting=MOVED, organizer=Mailbox(email="office@example.go.jp"), invitees=[TARO, HANAKO, JIRO])


def reply(invitee: Invitee = TARO, answer: Answer = Answer.ACCEPTED, *, hours: int = 0) -> Reply:
    stamp = FIRST + dt.timedelta(hours=hours)
    return Reply(method=ReplyMethod.REPLY, uid=UID, sequence=1, email=invitee.email.upper(), answer=answer, stamp=stamp)


def counted(*replies: Reply) -> list[int]:
    attendance = Attendance(mailing=SENT, replies=replies)
    return [attendance.count(answer) for answer in Answer]


def test_who_has_not_answered_needs_to() -> None:
    assert counted() == [0, 0, 0, 0, 3]


def test_each_invitee_is_counted_once_by_the_latest_answer() -> None:
    assert counted(reply(), reply()) == [1, 0, 0, 0, 2]
    assert counted(reply(hours=2), reply(answer=Answer.DECLINED, hours=1)) == [1, 0, 0, 0, 2]
    assert counted(reply(hours=1), reply(answer=Answer.DECLINED, hours=2)) == [0, 1, 0, 0, 2]


def test_an_answer_may_be_taken_back() -> None:
    assert counted(reply(), reply(answer=Answer.NEEDS_ACTION, hours=1)) == [0, 0, 0, 0, 3]


@pytest.mark.parametrize("answers", [(Answer.ACCEPTED, Answer.DECLINED), (Answer.DECLINED, Answer.ACCEPTED)])
def test_of_answers_with_one_stamp_the_mail_that_was_sent_last_counts(answers: tuple[Answer, Answer]) -> None:
    early = attrs.evolve(reply(answer=answers[0]), sent=FIRST)
    late = attrs.evolve(reply(answer=answers[1]), sent=FIRST + dt.timedelta(seconds=1))
    assert counted(early, late) == counted(late, early) == counted(late)


def test_of_answers_that_are_alike_in_time_one_counts_whatever_their_order() -> None:
    assert counted(reply(), reply(answer=Answer.DECLINED)) == counted(reply(answer=Answer.DECLINED), reply())


def test_an_answer_without_a_stamp_is_the_earliest() -> None:
    unstamped = attrs.evolve(reply(answer=Answer.DECLINED), stamp=None)
    assert counted(reply(), unstamped) == [1, 0, 0, 0, 2]
    assert counted(unstamped) == [0, 1, 0, 0, 2]


@pytest.mark.parametrize(
    "changes",
    [
        {"sequence": 0},
        {"sequence": 2},
        {"uid": "another"},
        {"email": "stranger@example.jp"},
        {"sender": "stranger@example.jp"},
        {"method": ReplyMethod.REFRESH},
        {"method": ReplyMethod.COUNTER, "answer": Answer.NEEDS_ACTION},
    ],
)
def test_what_is_no_answer_to_the_last_invitation_does_not_count(changes: dict[str, Any]) -> None:
    late = attrs.evolve(reply(hours=1), **changes)
    assert counted(late) == [0, 0, 0, 0, 3]
    assert counted(reply(answer=Answer.DECLINED), late) == [0, 1, 0, 0, 2]


def test_a_counter_counts_where_it_has_an_answer_of_its_own() -> None:
    assert counted(attrs.evolve(reply(answer=Answer.TENTATIVE), method=ReplyMethod.COUNTER)) == [0, 0, 1, 0, 2]


def test_a_delegate_is_not_counted_beside_the_one_who_sent_them() -> None:
    by = attrs.evolve(reply(answer=Answer.DELEGATED), delegated_to=["saburo@example.jp"])
    of = attrs.evolve(reply(), email="saburo@example.jp", delegated_from=[TARO.email])
    assert of.standing(SENT) is Standing.DELEGATE
    assert counted(by, of) == [0, 0, 0, 1, 2]


def test_it_counts_by_kind_and_names_those_whom_it_counts() -> None:
    attendance = Attendance(mailing=SENT, replies=[reply(), reply(JIRO, Answer.DECLINED)])
    assert attendance.count(kind=GOVERNMENT) == attendance.count(Answer.ACCEPTED, kind=GOVERNMENT) == 1
    assert attendance.count(Answer.ACCEPTED, kind=PRIVATE) == attendance.count(kind=AttendeeKind.OTHER) == 0
    assert attendance.invitees(kind=None) == attendance.invitees(Answer.DECLINED) == (JIRO,)
    assert attendance.invitees(Answer.NEEDS_ACTION) == (HANAKO,)
    assert attendance.invitees() == SENT.invitees


def test_it_gives_the_reply_of_an_invitee() -> None:
    attendance = Attendance(mailing=SENT, replies=[reply(answer=Answer.DECLINED), reply(hours=1)])
    assert attendance.reply_of(TARO) == reply(hours=1)
    assert attendance.reply_of(HANAKO) is None


def test_a_later_mailing_counts_only_what_answers_it() -> None:
    attendance = Attendance(mailing=SENT, replies=[reply()])
    moved = attrs.evolve(SENT, meeting=attrs.evolve(MOVED, sequence=2))
    assert attrs.evolve(attendance, mailing=moved).count(Answer.NEEDS_ACTION) == 3


@st.composite
def counts(draw: st.DrawFn) -> tuple[Mailing, Sequence[Reply]]:
    """Draw a mailing, and replies to it that are alike in as much as may be."""
    mailing = draw(strategy.mailings())
    near = st.sampled_from([None, FIRST, FIRST + dt.timedelta(seconds=1)])
    addresses = st.sampled_from([*(one.email for one in mailing.invitees), "stranger@example.jp"])
    replies = st.builds(
        Reply,
        method=st.sampled_from(ReplyMethod),
        uid=st.sampled_from([uid_of(mailing.meeting)] * 5 + ["another"]),
        sequence=st.integers(-1, 1).map(lambda step: max(0, mailing.meeting.sequence + (step if step < 1 else 0))),
        email=addresses,
        answer=st.sampled_from(Answer),
        stamp=near,
        sent=near,
        sender=st.one_of(st.none(), addresses),
        comment=st.sampled_from([None, "遅れます", "ｶﾅ"]),
        start=st.sampled_from([None, FIRST, FIRST.date()]),
    )
    return mailing, draw(st.lists(replies, max_size=8))


@given(counts(), st.data())
def test_the_order_of_replies_does_not_matter(drawn: tuple[Mailing, Sequence[Reply]], data: st.DataObject) -> None:
    mailing, replies = drawn
    other = data.draw(st.permutations(replies))
    assert Attendance(mailing=mailing, replies=replies) == Attendance(mailing=mailing, replies=other)


@given(counts(), st.integers(0, 8))
def test_counting_in_two_steps_is_counting_at_once(drawn: tuple[Mailing, Sequence[Reply]], at: int) -> None:
    mailing, replies = drawn
    once = Attendance(mailing=mailing, replies=replies)
    assert Attendance(mailing=mailing, replies=replies[:at]).with_replies(replies[at:]) == once
    assert once.with_replies(replies) == once


@given(counts())
def test_every_invitee_is_in_one_answer_and_one_kind(drawn: tuple[Mailing, Sequence[Reply]]) -> None:
    mailing, replies = drawn
    attendance = Attendance(mailing=mailing, replies=replies)
    kinds = [*AttendeeKind, None]
    assert sum(attendance.count(answer, kind=kind) for answer in Answer for kind in kinds) == len(mailing.invitees)
    assert attendance.count() == len(mailing.invitees)


@given(counts())
def test_no_repr_and_no_line_shows_who_answered(drawn: tuple[Mailing, Sequence[Reply]]) -> None:
    attendance = Attendance(mailing=drawn[0], replies=drawn[1])
    assert "@" not in repr(attendance) + attendance.to_text(locale="ja") + attendance.to_text(locale="en")


ANSWERED = Attendance(mailing=SENT, replies=[reply(), reply(HANAKO, Answer.DECLINED)])


def test_it_is_written_in_english() -> None:
    assert ANSWERED.to_text(locale="en").splitlines() == [
        "All (3): accepted 1, declined 1, not answered 1",
        "Private groups (1): declined 1",
        "Relevant government agencies (1): accepted 1",
        "Without a kind (1): not answered 1",
    ]


def test_it_is_written_in_japanese() -> None:
    assert ANSWERED.to_text(locale="ja").splitlines() == [
        "全体（3名）：出席1、欠席1、未回答1",
        "民間団体（1名）：欠席1",
        "関係府省庁（1名）：出席1",
        "区分なし（1名）：未回答1",
    ]


def test_every_answer_has_a_word_and_digits_are_as_wide_as_the_style_has_them() -> None:
    invitees = [Invitee(email=f"{answer.value}@example.jp") for answer in Answer]
    replies = [reply(one, answer) for one, answer in zip(invitees, Answer, strict=True)]
    attendance = Attendance(mailing=attrs.evolve(SENT, invitees=invitees), replies=replies)
    wide = attrs.evolve(COUNCIL, digits=Digits.FULL_WIDTH)
    assert attendance.to_text(locale="ja", style=wide) == "全体（５名）：出席１、欠席１、保留１、代理出席１、未回答１"
    said = "All (5): accepted 1, declined 1, tentative 1, delegated 1, not answered 1"
    assert attendance.to_text(locale="en") == said


@pytest.mark.parametrize(
    ("fields", "place"),
    [
        ({"mailing": MEETING}, "mailing"),
        ({"mailing": SENT, "replies": [TARO]}, "replies[0]"),
        ({"mailing": SENT, "replies": "none"}, "replies"),
        ({"mailing": SENT, "replies": None}, "replies"),
    ],
)
def test_it_refuses_what_is_no_mailing_and_no_replies(fields: dict[str, object], place: str) -> None:
    assert strategy.refused(Attendance, **fields).field == place
