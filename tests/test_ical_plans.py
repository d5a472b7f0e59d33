"""The plan: who gets what, and why, to be read before anything is sent."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from functools import partial
from zoneinfo import ZoneInfo

import attrs
import pytest
from hypothesis import given

import strategies as strategy
from csegroup import InvalidValue, Meeting, MeetingStatus, NotScheduled, Organization
from csegroup.ical import Action, Invitee, Mailbox, Mailing, Plan, Reason, Step, invitations, plan

STAMP = dt.datetime(2026, 11, 24, tzinfo=dt.timezone.utc)
BODY = Organization(id="jp/example", name={"ja": "専門家会合", "en": "Specialist Group Meeting"})
MEETING = Meeting(
    id="jp/example/6",
    body=BODY,
    number=6,
    status=MeetingStatus.ANNOUNCED,
    start=dt.datetime(2022, 2, 8, 14, tzinfo=ZoneInfo("Asia/Tokyo")),
)
TARO = Invitee(email="taro@example.go.jp", name="𠮷田太郎", language="ja")
ANN = Invitee(email="ann@example.org", language="en")
MAX = Invitee(email="max@example.net", name="Max", language=("xx", "en"))
EVE = Invitee(email="eve@example.net", name="Eve", language="xx")
MAILING = Mailing(meeting=MEETING, organizer=Mailbox(email="office@example.go.jp"), invitees=[TARO, ANN])

LATER = dt.datetime(2022, 3, 1, 9, tzinfo=ZoneInfo("Asia/Tokyo"))
MOVED = MEETING.rescheduled(start=LATER)
POSTPONED, CANCELLED = MEETING.postponed(), MEETING.cancelled()
CANCELLED_WHILE_UNDATED = POSTPONED.cancelled()


def of(meeting: Meeting, *invitees: Invitee) -> Mailing:
    return attrs.evolve(MAILING, meeting=meeting, invitees=invitees)


def actions(now: Mailing, before: Mailing | None) -> list[tuple[str, Action, Reason]]:
    return [(one.invitee.email[:3], one.action, one.reason) for one in plan(now, previous=before).steps]


INVITE, UPDATE, NOTHING = Action.INVITE, Action.UPDATE, Action.NOTHING
CANCEL, POSTPONE, WITHDRAW = Action.CANCEL, Action.POSTPONE, Action.WITHDRAW


@pytest.mark.parametrize(
    ("now", "before", "wanted"),
    [
        (of(MEETING, TARO), None, [("tar", INVITE, Reason.NEW)]),
        (
            of(MEETING, TARO, MAX),
            of(MEETING, TARO, ANN),
            [("tar", NOTHING, Reason.UNCHANGED), ("max", INVITE, Reason.NEW), ("ann", WITHDRAW, Reason.TAKEN_OFF)],
        ),
        (
            of(MOVED, TARO, MAX),
            of(MEETING, TARO, ANN),
            [("tar", UPDATE, Reason.CHANGED), ("max", INVITE, Reason.NEW), ("ann", WITHDRAW, Reason.TAKEN_OFF)],
        ),
        (
            of(CANCELLED, TARO, MAX),
            of(MEETING, TARO, ANN),
            [
                ("tar", CANCEL, Reason.CANCELLED),
                ("max", NOTHING, Reason.IS_CANCELLED),
                ("ann", WITHDRAW, Reason.TAKEN_OFF),
            ],
        ),
        (
            of(CANCELLED, TARO, MAX),
            of(CANCELLED, TARO, ANN),
            [("tar", NOTHING, Reason.IS_CANCELLED), ("max", NOTHING, Reason.IS_CANCELLED)],
        ),
        (
            of(POSTPONED, TARO, MAX),
            of(MEETING, TARO, ANN),
            [
                ("tar", POSTPONE, Reason.POSTPONED),
                ("max", NOTHING, Reason.WAITS_FOR_A_DATE),
                ("ann", WITHDRAW, Reason.TAKEN_OFF),
            ],
        ),
        (
            of(POSTPONED, TARO, MAX),
            of(POSTPONED, TARO, ANN),
            [("tar", NOTHING, Reason.WAITS_FOR_A_DATE), ("max", NOTHING, Reason.WAITS_FOR_A_DATE)],
        ),
        (
            of(POSTPONED.rescheduled(start=LATER), TARO, MAX),
            of(POSTPONED, TARO, ANN),
            [("tar", INVITE, Reason.DATED_AGAIN), ("max", INVITE, Reason.NEW)],
        ),
        (
            of(CANCELLED_WHILE_UNDATED, TARO, MAX),
            of(POSTPONED, TARO, ANN),
            [("tar", CANCEL, Reason.CANCELLED), ("max", NOTHING, Reason.IS_CANCELLED)],
        ),
        (
            of(MEETING.held(), TARO, MAX),
            of(MEETING, TARO, ANN),
            [("tar", NOTHING, Reason.HELD), ("max", NOTHING, Reason.HELD)],
        ),
        (of(MEETING.held(), TARO), of(MEETING.held(), TARO, ANN), [("tar", NOTHING, Reason.HELD)]),
        (of(MEETING.held(), TARO), None, [("tar", NOTHING, Reason.HELD)]),
    ],
)
def test_who_gets_what_follows_from_the_list_and_the_state(
    now: Mailing, before: Mailing | None, wanted: list[tuple[str, Action, Reason]]
) -> None:
    assert actions(now, before) == wanted


@pytest.mark.parametrize(
    ("action", "method"),
    [
        (INVITE, "REQUEST"),
        (UPDATE, "REQUEST"),
        (CANCEL, "CANCEL"),
        (POSTPONE, "CANCEL"),
        (WITHDRAW, "CANCEL"),
        (NOTHING, None),
    ],
)
def test_an_action_has_a_method(action: Action, method: str | None) -> None:
    assert action.method == method


def test_a_plan_tells_how_many_get_what() -> None:
    made = plan(of(MOVED, TARO, MAX), previous=of(MEETING, TARO, ANN))
    assert {action: made.count(action) for action in Action} == {
        INVITE: 1,
        UPDATE: 1,
        WITHDRAW: 1,
        CANCEL: 0,
        POSTPONE: 0,
        NOTHING: 0,
    }
    assert made.summary(locale="en") == "1 invitation, 1 update, 1 withdrawal"


def test_a_plan_prints_in_english() -> None:
    before = of(MEETING, TARO, ANN)
    assert str(plan(of(MOVED, TARO, MAX), previous=before)).split("\n") == [
        "1 invitation, 1 update, 1 withdrawal",
        "𠮷田太郎 <taro@example.go.jp>: changed: date and time",
        "Max <max@example.net>: new (no words for xx; written in en)",
        "ann@example.org: taken off the list",
    ]


def test_a_plan_prints_in_japanese() -> None:
    made = plan(of(MOVED, TARO, MAX), previous=of(MEETING, TARO, ANN)).to_text(locale="ja")
    first, *lines = made.split("\n")
    assert len(lines) == 3
    for line, person in zip(
        lines, ["𠮷田太郎 <taro@example.go.jp>", "Max <max@example.net>", "ann@example.org"], strict=True
    ):
        assert line.startswith(person)
        # Each word of it is Japanese, and no number is lost.
        said = line.removeprefix(person).replace("xx", "").replace("en", "")
        assert not [letter for letter in said if letter.isascii() and letter.isalpha()]
    assert [letter for letter in first if letter.isdecimal()] == ["1", "1", "1"]


def test_each_reason_and_each_number_has_words_in_both_languages() -> None:
    for locale in ("ja", "en"):
        lines = set()
        for action in Action:
            made = Plan(tuple(Step(invitee=TARO, action=action, reason=Reason.NEW) for _ in range(2)))
            lines.add(made.summary(locale=locale))
        assert len(lines) == len(Action)
        reasons = {Plan((Step(invitee=TARO, action=INVITE, reason=one),)).to_text(locale=locale) for one in Reason}
        assert len(reasons) == len(Reason)
        if locale == "ja":
            written = "".join([*lines, *reasons]).replace("taro@example.go.jp", "")
            assert not [letter for letter in written if letter.isascii() and letter.isalpha()]


def test_who_is_told_nothing_is_counted_by_why() -> None:
    made = plan(of(MEETING, TARO, ANN), previous=of(MEETING, TARO, ANN))
    assert made.summary(locale="en") == "2 unchanged"
    assert plan(of(POSTPONED, TARO), previous=of(POSTPONED, TARO)).summary(locale="en") == "1 without a message"


def test_a_language_without_words_falls_back_and_the_plan_says_so_where_something_is_sent() -> None:
    assert "new (no words for xx; written in ja, en)" in str(plan(of(MEETING, EVE)))
    assert "xx" not in str(plan(of(MEETING, EVE), previous=of(MEETING, EVE)))


def test_changes_are_named_each_once() -> None:
    now = of(attrs.evolve(MOVED, end=LATER.replace(hour=11)), TARO)
    assert plan(now, previous=MAILING).steps[0].changes == ("meeting.start", "meeting.end")
    assert "changed: date and time\n" in str(plan(now, previous=MAILING))


@pytest.mark.parametrize(
    "done", [["taro@example.go.jp"], "taro@example.go.jp", ["TARO@EXAMPLE.GO.JP"] * 2, iter(["taro@example.go.jp"])]
)
def test_who_has_their_message_gets_it_not_once_more(done: Iterable[str]) -> None:
    steps = plan(MAILING, done=done).steps
    assert [(one.action, one.reason) for one in steps] == [(NOTHING, Reason.DONE), (INVITE, Reason.NEW)]


def test_one_taken_off_may_be_done_and_nothing_is_nothing_all_the_same() -> None:
    now, before = of(MEETING, TARO), of(MEETING, TARO, ANN)
    steps = plan(now, previous=before, done=[ANN.email, TARO.email]).steps
    assert [one.reason for one in steps] == [Reason.UNCHANGED, Reason.DONE]


@pytest.mark.parametrize(
    ("done", "field"),
    [(["nobody@example.org"], "done[0]"), ([TARO.email, None], "done[1]"), (5, "done"), (None, "done")],
)
def test_done_names_people_of_the_list(done: object, field: str) -> None:
    with pytest.raises(InvalidValue) as caught:
        plan(MAILING, done=done)  # type: ignore[arg-type]
    assert caught.value.field == field


@pytest.mark.parametrize(
    ("mailing", "previous", "field"),
    [
        (None, None, "mailing"),
        (MEETING, None, "mailing"),
        (MAILING, MEETING, "previous"),
        (MAILING, [MAILING], "previous"),
        (MAILING, False, "previous"),
    ],
)
def test_a_plan_is_made_of_mailings(mailing: object, previous: object, field: str) -> None:
    makers: list[Callable[..., object]] = [plan, partial(invitations, stamp=STAMP)]
    for make in makers:
        with pytest.raises(InvalidValue) as caught:
            make(mailing, previous=previous)
        assert (caught.value.code, caught.value.field) == ("type", field)


def test_the_first_mailing_has_a_date_and_is_not_cancelled() -> None:
    with pytest.raises(NotScheduled) as undated:
        plan(of(POSTPONED, TARO))
    assert undated.value.ids == ("jp/example/6",)
    with pytest.raises(InvalidValue, match=r"meeting\.status: is cancelled, and nobody was told"):
        plan(of(CANCELLED, TARO))
    with pytest.raises(InvalidValue, match=r"meeting\.status: is cancelled, and nobody was told"):
        plan(of(CANCELLED_WHILE_UNDATED, TARO))


@given(strategy.mailings())
def test_the_plan_and_the_messages_agree(mailing: Mailing) -> None:
    try:
        steps = plan(mailing).steps
    except (InvalidValue, NotScheduled) as error:
        with pytest.raises(type(error)):
            invitations(mailing, stamp=STAMP)
        return
    made = invitations(mailing, stamp=STAMP)
    assert [one.step for one in made] == [step for step in steps if step.action is not NOTHING]
    assert {one.method for one in made} <= {"REQUEST"}


SEOUL = ZoneInfo("Asia/Seoul")


def test_an_hour_in_another_zone_is_another_hour_though_it_is_the_same_instant() -> None:
    moved = of(attrs.evolve(MEETING, start=MEETING.start and MEETING.start.astimezone(SEOUL)), TARO)
    with pytest.raises(InvalidValue, match=r"^meeting\.start: has changed"):
        plan(moved, previous=of(MEETING, TARO))
    raised = attrs.evolve(moved, meeting=attrs.evolve(moved.meeting, sequence=1))
    assert plan(raised, previous=of(MEETING, TARO)).steps[0].changes == ("meeting.start",)


def test_the_second_of_an_hour_shown_twice_is_another_hour() -> None:
    first = attrs.evolve(MEETING, start=dt.datetime(2022, 11, 6, 1, 30, tzinfo=ZoneInfo("America/New_York")))
    second = attrs.evolve(first, start=first.start and first.start.replace(fold=1))
    with pytest.raises(InvalidValue, match=r"^meeting\.start: has changed"):
        plan(of(second, TARO), previous=of(first, TARO))


def test_a_meeting_that_was_cancelled_takes_place_after_all() -> None:
    alive = attrs.evolve(CANCELLED, status=MeetingStatus.ANNOUNCED, sequence=2)
    assert actions(of(alive, TARO, ANN), of(CANCELLED, TARO)) == [
        ("tar", INVITE, Reason.TAKES_PLACE),
        ("ann", INVITE, Reason.NEW),
    ]


@pytest.mark.parametrize("shared_list", [False, True])
def test_capitals_in_an_address_change_nothing(shared_list: bool) -> None:  # noqa: FBT001 - a case
    before = attrs.evolve(of(MEETING, TARO, ANN), shared_list=shared_list)
    louder = Mailbox(email="Office@EXAMPLE.go.jp")
    now = attrs.evolve(before, organizer=louder, invitees=[attrs.evolve(TARO, email="Taro@Example.go.jp"), ANN])
    assert {step.reason for step in plan(now, previous=before).steps} == {Reason.UNCHANGED}


def test_only_what_the_reader_sees_is_named_as_changed() -> None:
    english = attrs.evolve(BODY, name={"ja": "専門家会合", "en": "Specialist Group"})
    now = attrs.evolve(MEETING, body=english, url="https://www.example.go.jp/6")
    changes = {
        step.invitee.email: step.changes for step in plan(of(now, TARO, ANN), previous=of(MEETING, TARO, ANN)).steps
    }
    assert changes == {TARO.email: ("meeting.url",), ANN.email: ("meeting.body", "meeting.url")}


def test_a_field_that_only_others_of_its_time_let_stand_counts_as_seen() -> None:
    other = Organization(id="jp/other", name={"ja": "総会"})
    before = attrs.evolve(MEETING, body=other)
    now = attrs.evolve(MEETING, jointly_with=[other])
    assert "meeting.body" in plan(of(now, TARO), previous=of(before, TARO)).steps[0].changes


def test_an_end_that_is_set_is_not_named_twice() -> None:
    before = attrs.evolve(of(MEETING, TARO), assumed_length=dt.timedelta(hours=2))
    ended = MEETING.rescheduled(start=LATER, end=LATER + dt.timedelta(hours=1))
    changes = plan(attrs.evolve(before, meeting=ended), previous=before).steps[0].changes
    assert changes == ("meeting.start", "meeting.end")


def test_an_invitation_is_not_sent_without_the_link_that_a_record_forgot() -> None:
    linked = attrs.evolve(TARO, join_url="https://meet.example.go.jp/secret")
    before = of(MEETING, ANN, linked.without_link())
    with pytest.raises(InvalidValue) as caught:
        plan(attrs.evolve(before, meeting=MOVED), previous=before)
    assert str(caught.value).startswith("invitees[1].join_url: is needed in the message")
    assert plan(before, previous=of(MEETING, ANN, linked)).count(NOTHING) == 2


def test_who_is_written_to_in_another_language_is_named_by_themselves() -> None:
    made = plan(of(MEETING, TARO, MAX, EVE))
    assert made.fallbacks(locale="en") == (
        "Max <max@example.net>: new (no words for xx; written in en)",
        "Eve <eve@example.net>: new (no words for xx; written in ja, en)",
    )
    assert plan(of(MEETING, EVE), previous=of(MEETING, EVE)).fallbacks(locale="ja") == ()
