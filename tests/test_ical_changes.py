"""What a change of each field does: who is told of it, who is not, and what needs a higher sequence."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from typing import Any
from zoneinfo import ZoneInfo

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import strategies as strategy
from csegroup import (
    AttendeeGroup,
    AttendeeKind,
    Contact,
    Discussion,
    InvalidValue,
    Item,
    Material,
    Meeting,
    MeetingStatus,
    OnlineVenue,
    Organization,
    Presentation,
    Session,
    Source,
    Speaker,
    Venue,
)
from csegroup.changes import both_seen_by
from csegroup.documents import changes_in_short
from csegroup.documents.letters import Letter
from csegroup.documents.rows import in_short, rows_of_meeting
from csegroup.ical import Action, Invitee, InviteeRole, Mailbox, Mailing, Reason, invitations, plan
from csegroup.ical.changes import FIELDS, Effect
from csegroup.ical.invitations import letter_of
from csegroup.wording.locales import words_for
from csegroup.wording.phrases import plain as line_of

STAMP = dt.datetime(2026, 11, 24, tzinfo=dt.timezone.utc)
TOKYO, LONDON = ZoneInfo("Asia/Tokyo"), ZoneInfo("Europe/London")
BODY = Organization(id="jp/example", name={"ja": "専門家会合", "en": "Specialist Group Meeting"})
OTHER_BODY = Organization(id="jp/other", name={"ja": "総会", "en": "General Meeting"})
OPEN = Discussion(title={"ja": "意見交換", "en": "Discussion"})
CLOSED = Presentation(
    title={"ja": "捜査の現状", "en": "Investigations"},
    presenters=[Speaker(name={"ja": "𠮷田花子", "en": "Hanako Yoshida"})],
    audience=[AttendeeKind.PRIVATE],
)
OFFICE = Contact(
    name={"ja": "少年課", "en": "Juvenile Division"}, telephone="03-3581-0141", email="office@example.go.jp"
)
MEETING = Meeting(
    id="jp/example/6",
    body=BODY,
    number=6,
    status=MeetingStatus.ANNOUNCED,
    start=dt.datetime(2022, 2, 8, 14, tzinfo=TOKYO),
    venues=[Venue(name={"ja": "警察総合庁舎", "en": "National Police Agency Building"})],
    program=[OPEN, CLOSED],
    contact=OFFICE,
)
JA = Invitee(email="taro@example.go.jp", name="山田太郎", language="ja", join_url="https://meet.example.go.jp/1")
EN = Invitee(email="ann@example.org", name="Ann Lee", language="en")
BOTH = Invitee(email="both@example.com", kind=AttendeeKind.PRIVATE)
ALL = frozenset({JA.email, EN.email, BOTH.email})
MAILING = Mailing(
    meeting=MEETING,
    organizer=Mailbox(email="office@example.go.jp", name={"ja": "少年課", "en": "Juvenile Division"}),
    invitees=[JA, EN, BOTH],
    assumed_length=dt.timedelta(hours=2),
)
SHARED = attrs.evolve(MAILING, shared_list=True)

Change = Callable[[Mailing], Mailing]


def meeting_with(**fields: Any) -> Change:  # noqa: ANN401 - of any field
    return lambda mailing: attrs.evolve(mailing, meeting=attrs.evolve(mailing.meeting, **fields))


def organizer_with(**fields: Any) -> Change:  # noqa: ANN401 - of any field
    return lambda mailing: attrs.evolve(mailing, organizer=attrs.evolve(mailing.organizer, **fields))


def mailing_with(**fields: Any) -> Change:  # noqa: ANN401 - of any field
    return lambda mailing: attrs.evolve(mailing, **fields)


def ann_with(**fields: Any) -> Change:  # noqa: ANN401 - of any field
    return lambda mailing: attrs.evolve(
        mailing, invitees=[attrs.evolve(one, **fields) if one.email == EN.email else one for one in mailing.invitees]
    )


def raised(mailing: Mailing) -> Mailing:
    return attrs.evolve(mailing, meeting=attrs.evolve(mailing.meeting, sequence=mailing.meeting.sequence + 1))


RESCHEDULES: Mapping[str, tuple[Change, str]] = {
    "meeting.start": (meeting_with(start=dt.datetime(2022, 2, 8, 15, tzinfo=TOKYO)), "meeting.rescheduled(start"),
    "meeting.end": (meeting_with(end=dt.datetime(2022, 2, 8, 16, tzinfo=TOKYO)), "meeting.rescheduled(start"),
    "meeting.venues": (meeting_with(venues=[OnlineVenue()]), "meeting.relocated([...])"),
    "organizer.email": (organizer_with(email="other@example.go.jp"), "attrs.evolve(meeting, sequence=1)"),
    "assumed_length": (mailing_with(assumed_length=dt.timedelta(hours=3)), "attrs.evolve(meeting, sequence=1)"),
}
# Who is told: those whose own entry shows it.
SENT: Mapping[str, tuple[Change, frozenset[str]]] = {
    "meeting.sequence": (raised, ALL),
    "meeting.status": (meeting_with(status=MeetingStatus.TENTATIVE), ALL),
    "meeting.body": (
        meeting_with(body=attrs.evolve(BODY, name={**BODY.name, "ja": "専門家会議"})),
        frozenset({JA.email, BOTH.email}),
    ),
    "meeting.jointly_with": (meeting_with(jointly_with=[OTHER_BODY]), ALL),
    "meeting.number": (meeting_with(number=7), ALL),
    "meeting.title": (meeting_with(title={"ja": "臨時会", "en": "Special Meeting"}), ALL),
    "meeting.notice": (meeting_with(notice={"ja": "会場は満席です。", "en": "The hall is full."}), ALL),
    "meeting.aim": (meeting_with(aim={"ja": "知見を共有する。", "en": "To share knowledge."}), ALL),
    "meeting.program": (
        meeting_with(program=[OPEN, attrs.evolve(CLOSED, title={"ja": "捜査", "en": "Cases"})]),
        frozenset({BOTH.email}),
    ),
    "meeting.url": (meeting_with(url="https://www.example.go.jp/6"), ALL),
    "meeting.contact": (meeting_with(contact=attrs.evolve(OFFICE, telephone="03-3581-0142")), ALL),
    "organizer.name": (
        organizer_with(name={"ja": "少年課", "en": "Juvenile Affairs Division"}),
        frozenset({EN.email}),
    ),
    "shared_list": (mailing_with(shared_list=True), ALL),
    "invitee.name": (ann_with(name="Ann B. Lee"), frozenset({EN.email})),
    "invitee.role": (ann_with(role=InviteeRole.CHAIR), frozenset({EN.email})),
    "invitee.language": (ann_with(language="ja"), frozenset({EN.email})),
    "invitee.time_zone": (ann_with(time_zone=LONDON), frozenset({EN.email})),
    "invitee.kind": (ann_with(kind=AttendeeKind.PRIVATE), frozenset({EN.email})),
    "invitee.joining": (ann_with(join_url="https://meet.example.go.jp/2"), frozenset({EN.email})),
}
SILENT: Mapping[str, Change] = {
    "meeting.attendees": meeting_with(attendees=[AttendeeGroup(kind=AttendeeKind.PRIVATE)]),
    "meeting.sources": meeting_with(sources=[Source(url="https://www.example.go.jp/", read_on=dt.date(2022, 3, 1))]),
    "meeting.extensions": meeting_with(extensions={"x-key": "1"}),
}
# What a change of a field changes besides.
BESIDES = {
    "shared_list": ["shared_list", "invitees"],  # which were not seen before
    "invitee.kind": ["meeting.program", "invitee.kind"],
}
# Looked at by tests of their own.
APART = {"meeting.id", "meeting.day", "invitees", "invitee.email", "invitee.join_url", "invitee.passcode"}


def told(mailing: Mailing, previous: Mailing = MAILING) -> frozenset[str]:
    return frozenset(one.invitee.email for one in invitations(mailing, previous=previous, stamp=STAMP))


def error_of(mailing: Mailing, previous: Mailing | None = MAILING) -> InvalidValue:
    with pytest.raises(InvalidValue) as caught:
        plan(mailing, previous=previous)
    return caught.value


def fields_of(cls: type, prefix: str) -> set[str]:
    return {f"{prefix}{field.name}" for field in attrs.fields(cls)}


def test_the_table_names_every_field_there_is() -> None:
    own = fields_of(Mailing, "") - {"meeting", "organizer"}
    assert set(FIELDS) == own | fields_of(Meeting, "meeting.") | fields_of(Mailbox, "organizer.") | fields_of(
        Invitee, "invitee."
    )


def test_each_field_is_changed_in_a_test() -> None:
    assert set(FIELDS) == {*RESCHEDULES, *SENT, *SILENT, *APART}
    for names, effect in ((RESCHEDULES, Effect.RESCHEDULES), (SENT, Effect.SENT), (SILENT, Effect.SILENT)):
        assert {FIELDS[name].effect for name in names} == {effect}


@pytest.mark.parametrize("name", RESCHEDULES)
def test_what_reschedules_is_refused_at_the_same_sequence_with_what_to_do(name: str) -> None:
    change, verb = RESCHEDULES[name]
    error = error_of(change(MAILING))
    assert (error.code, error.field) == ("sequence", name)
    assert verb in error.message


@pytest.mark.parametrize("name", RESCHEDULES)
def test_what_reschedules_is_sent_to_all_at_a_higher_sequence(name: str) -> None:
    now = raised(RESCHEDULES[name][0](MAILING))
    changes = tuple(BESIDES.get(name, [name]))
    for step in plan(now, previous=MAILING).steps:
        assert (step.action, step.changes) == (Action.UPDATE, changes)
    assert told(now) == ALL


@pytest.mark.parametrize("name", SENT)
def test_what_an_entry_shows_is_sent_to_those_whose_entry_shows_it(name: str) -> None:
    change, who = SENT[name]
    now = change(MAILING)
    steps = plan(now, previous=MAILING).steps
    assert {step.invitee.email for step in steps if step.action is Action.UPDATE} == who == told(now)
    for step in steps:
        assert step.reason is (Reason.CHANGED if step.invitee.email in who else Reason.UNCHANGED)
        assert step.changes == (tuple(BESIDES.get(name, [name])) if step.invitee.email in who else ())


@pytest.mark.parametrize("name", SENT)
def test_what_is_sent_is_not_sent_once_more(name: str) -> None:
    now = SENT[name][0](MAILING)
    assert told(now, now) == frozenset()


@pytest.mark.parametrize("name", SILENT)
def test_what_is_for_the_archive_is_sent_to_nobody(name: str) -> None:
    assert told(SILENT[name](MAILING)) == frozenset()
    assert told(SILENT[name](SHARED), SHARED) == frozenset()


@pytest.mark.parametrize("name", [*SENT, *SILENT])
def test_a_meeting_that_was_held_is_no_news_whatever_else_changed(name: str) -> None:
    change = SENT[name][0] if name in SENT else SILENT[name]
    now = change(MAILING)
    held = attrs.evolve(now, meeting=attrs.evolve(now.meeting, status=MeetingStatus.HELD))
    assert {step.reason for step in plan(held, previous=MAILING).steps} == {Reason.HELD}
    assert told(held) == frozenset()


def test_a_day_is_moved_by_its_verb() -> None:
    on_a_day = meeting_with(start=None, day=dt.date(2022, 2, 8))(attrs.evolve(MAILING, assumed_length=None))
    moved = meeting_with(day=dt.date(2022, 2, 9))(on_a_day)
    error = error_of(moved, on_a_day)
    assert (error.code, error.field) == ("sequence", "meeting.day")
    assert "meeting.rescheduled(day=...)" in error.message
    assert told(raised(moved), on_a_day) == ALL


def test_another_id_is_another_meeting() -> None:
    error = error_of(meeting_with(id="jp/example/7", sequence=9)(MAILING))
    assert (error.code, error.field) == ("id", "previous.meeting.id")
    assert "'jp/example/6'" in error.message


def test_a_sequence_that_falls_is_refused() -> None:
    error = error_of(MAILING, raised(MAILING))
    assert (error.code, error.field) == ("sequence", "meeting.sequence")
    assert error.message == "is 0, and 1 was sent already; take the latest state of the meeting"


def test_nothing_follows_on_a_meeting_that_was_held() -> None:
    held = attrs.evolve(MAILING, meeting=MEETING.held())
    error = error_of(raised(MAILING), held)
    assert (error.code, error.field) == ("status", "meeting.status")


@pytest.mark.parametrize(
    ("fields", "field", "verb"),
    [
        ({"status": MeetingStatus.CANCELLED}, "meeting.status", "meeting.cancelled(reason=...)"),
        ({"start": None}, "meeting.start", "meeting.postponed(reason=...)"),
    ],
)
def test_a_meeting_is_cancelled_and_postponed_by_its_verbs(fields: dict[str, Any], field: str, verb: str) -> None:
    error = error_of(meeting_with(**fields)(MAILING))
    assert (error.code, error.field) == ("sequence", field)
    assert verb in error.message


def test_a_day_is_postponed_by_its_verb() -> None:
    on_a_day = meeting_with(start=None, day=dt.date(2022, 2, 8))(attrs.evolve(MAILING, assumed_length=None))
    error = error_of(meeting_with(day=None)(on_a_day), on_a_day)
    assert (error.field, "meeting.postponed" in error.message) == ("meeting.day", True)


def test_a_cancelled_meeting_is_taken_up_again_at_a_higher_sequence() -> None:
    cancelled = attrs.evolve(MAILING, meeting=MEETING.cancelled())
    again = meeting_with(sequence=1)(MAILING)
    assert error_of(again, cancelled).field == "meeting.status"
    assert told(raised(again), cancelled) == ALL


def test_an_assumed_length_that_is_not_used_is_no_news() -> None:
    ending = meeting_with(end=dt.datetime(2022, 2, 8, 16, tzinfo=TOKYO))(MAILING)
    assert told(attrs.evolve(ending, assumed_length=None), ending) == frozenset()


def test_an_end_that_is_the_assumed_one_is_told_for_the_text_that_it_was_assumed() -> None:
    ending = raised(meeting_with(end=dt.datetime(2022, 2, 8, 16, tzinfo=TOKYO))(MAILING))
    assert told(ending) == ALL


@pytest.mark.parametrize("tag", ["ja", "en"])
def test_a_mistype_in_one_language_is_sent_to_its_readers_alone(tag: str) -> None:
    title = {"ja": "臨時会", "en": "Special Meeting"}
    before = meeting_with(title=title)(MAILING)
    corrected = meeting_with(title={**title, tag: "髙橋 Memorial"})(before)
    assert told(corrected, before) == {BOTH.email, JA.email if tag == "ja" else EN.email}


def test_who_is_added_is_news_to_the_others_only_where_all_see_each_other() -> None:
    added = Invitee(email="new@example.org")
    for mailing, who in ((MAILING, frozenset({added.email})), (SHARED, ALL | {added.email})):
        now = attrs.evolve(mailing, invitees=[*mailing.invitees, added])
        assert told(now, mailing) == who
    steps = plan(attrs.evolve(SHARED, invitees=[*SHARED.invitees, added]), previous=SHARED).steps
    assert [step.changes for step in steps] == [("invitees",)] * 3 + [()]


def test_another_name_or_part_of_one_is_news_to_all_who_see_it() -> None:
    for change in (ann_with(name="Ann B. Lee"), ann_with(role=InviteeRole.OBSERVER)):
        assert told(change(SHARED), SHARED) == ALL
    assert told(ann_with(time_zone=LONDON)(SHARED), SHARED) == {EN.email}


def test_a_list_of_one_is_no_news_to_that_one_when_it_is_shared() -> None:
    alone = attrs.evolve(MAILING, invitees=[EN])
    assert told(attrs.evolve(alone, shared_list=True), alone) == frozenset()


def test_another_order_of_the_list_is_no_news() -> None:
    for mailing in (MAILING, SHARED):
        assert told(attrs.evolve(mailing, invitees=mailing.invitees[::-1]), mailing) == frozenset()


def test_another_order_of_the_list_is_not_named_beside_what_changed() -> None:
    now = meeting_with(url="https://www.example.go.jp/6")(attrs.evolve(SHARED, invitees=SHARED.invitees[::-1]))
    assert {step.changes for step in plan(now, previous=SHARED).steps} == {("meeting.url",)}


def test_a_closed_item_is_news_to_those_alone_who_see_it_also_of_readers_of_one_language() -> None:
    people = [
        Invitee(email=f"{i}@example.org", language="en", kind=kind)
        for i, kind in enumerate([None, AttendeeKind.PRIVATE, AttendeeKind.GOVERNMENT, AttendeeKind.PRIVATE])
    ]
    before = attrs.evolve(MAILING, invitees=people)
    now = SENT["meeting.program"][0](before)
    assert told(now, before) == {"1@example.org", "3@example.org"}


def test_another_address_is_another_person_but_not_in_capitals() -> None:
    now = ann_with(email="ann.lee@example.org")(MAILING)
    assert {step.invitee.email: step.action for step in plan(now, previous=MAILING).steps} == {
        JA.email: Action.NOTHING,
        "ann.lee@example.org": Action.INVITE,
        BOTH.email: Action.NOTHING,
        EN.email: Action.WITHDRAW,
    }


@pytest.mark.parametrize(
    "fields", [{"join_url": "https://meet.example.go.jp/2"}, {"passcode": "9"}, {"join_url": None}]
)
def test_how_one_joins_is_told_to_them_alone_and_named_without_what_it_is(fields: dict[str, Any]) -> None:
    now = attrs.evolve(MAILING, invitees=[attrs.evolve(JA, **fields), EN, BOTH])
    assert told(now) == {JA.email}
    assert plan(now, previous=MAILING).steps[0].changes == ("invitee.joining",)


def test_a_link_that_was_kept_as_a_digest_is_the_same() -> None:
    kept = attrs.evolve(MAILING, invitees=[one.without_link() for one in MAILING.invitees])
    assert told(MAILING, kept) == frozenset()


def test_a_language_that_only_says_how_to_join_is_told() -> None:
    plain = meeting_with(
        body=attrs.evolve(BODY, name={"und": "CSE"}), title={"und": "CSE 6"}, venues=[], program=[], contact=None
    )(attrs.evolve(MAILING, organizer=Mailbox(email="office@example.go.jp"), assumed_length=None))
    before = attrs.evolve(plain, invitees=[JA])
    now = attrs.evolve(plain, invitees=[attrs.evolve(JA, language="en")])
    assert plan(now, previous=before).steps[0].changes == ("invitee.language",)


_FREE = [
    name.removeprefix("meeting.")
    for name, field in FIELDS.items()
    if name.startswith("meeting.") and field.effect is not Effect.RESCHEDULES and name != "meeting.sequence"
]
_SCHEDULE = ("day", "start", "end", "venues")


@st.composite
def steps_of_a_mailing(draw: st.DrawFn) -> tuple[Mailing, Mailing]:
    """Draw a mailing and the next one, of a meeting that takes place in both."""
    live = st.sampled_from([MeetingStatus.TENTATIVE, MeetingStatus.ANNOUNCED])
    before = draw(strategy.mailings())
    assume(before.meeting.local_date)
    before = meeting_with(status=draw(live))(before)
    other = draw(strategy.mailings())
    meeting = before.meeting
    taken = draw(st.lists(st.sampled_from(_FREE), max_size=2, unique=True))
    fields = {name: getattr(other.meeting, name) for name in taken} | {"status": draw(live)}
    if draw(st.booleans()) and other.meeting.local_date:
        fields |= {name: getattr(other.meeting, name) for name in _SCHEDULE} | {"sequence": meeting.sequence + 1}
    people = list(before.invitees)
    for i, one in enumerate(draw(st.lists(strategy.invitees, max_size=2))):
        names = [field.name for field in attrs.fields(Invitee) if field.init and field.name != "email"]
        own = draw(st.lists(st.sampled_from(names), max_size=2, unique=True))
        if i < len(people):
            people[i] = attrs.evolve(people[i], **{name: getattr(one, name) for name in own})
    shared = draw(st.sampled_from([before.shared_list] * 3 + [True]))
    return before, attrs.evolve(
        before,
        meeting=attrs.evolve(meeting, **fields),
        invitees=people,
        shared_list=shared,
        organizer=attrs.evolve(before.organizer, name=draw(st.sampled_from([before.organizer.name, None]))),
    )


def entries_of(mailing: Mailing) -> dict[str, list[bytes]]:
    """Give what each calendar shows of a mailing that was sent as the first one."""
    made = invitations(mailing, stamp=STAMP)
    return {one.invitee.email: sorted(one.ics.replace(b"\r\n ", b"").split(b"\r\n")) for one in made}


@given(steps_of_a_mailing())
def test_an_update_is_sent_just_where_the_entry_differs_from_the_one_that_was_sent(
    step: tuple[Mailing, Mailing],
) -> None:
    before, now = step
    old, new = entries_of(before), entries_of(now)
    joining = {one.email: one.joining for one in before.invitees}
    for one in plan(now, previous=before).steps:
        email = one.invitee.email
        differs = old[email] != new[email] or joining[email] != one.invitee.joining
        assert one.action in ({Action.UPDATE, Action.NOTHING} if differs else {Action.NOTHING})
        # What is missing since something is closed is no news.
        assert one.action is (Action.UPDATE if differs else Action.NOTHING) or anything_closed(before, now, email)
        assert bool(one.changes) is (one.action is Action.UPDATE)


def anything_closed(before: Mailing, now: Mailing, email: str) -> bool:
    kinds = [(mailing, next(one.kind for one in mailing.invitees if one.email == email)) for mailing in (before, now)]
    return any(mailing.meeting.seen_by(kind) != mailing.meeting for mailing, kind in kinds)


GOVERNMENT = AttendeeKind.GOVERNMENT
SECRET = Discussion(title={"ja": "捜査中の事案", "en": "Open cases"}, audience=[GOVERNMENT], minutes=15)
closed_items = strategy.unnumbered_items.map(lambda item: attrs.evolve(item, audience=[GOVERNMENT]))


def opened(program: Sequence[Item]) -> list[Item]:
    """Open a program to all."""
    return [
        attrs.evolve(one, items=[attrs.evolve(item, audience=()) for item in one.items])
        if isinstance(one, Session)
        else attrs.evolve(one, audience=())
        for one in program
    ]


def without_lengths(program: Sequence[Item]) -> list[Item]:
    return [
        attrs.evolve(one, materials=(), items=[attrs.evolve(item, minutes=None) for item in one.items])
        if isinstance(one, Session)
        else attrs.evolve(one, minutes=None)
        for one in program
    ]


@st.composite
def with_closed_items(draw: st.DrawFn, program: Sequence[Item]) -> list[Item]:
    """Put closed items and a closed session anywhere between the items of a program and of its sessions."""
    some = st.lists(closed_items, max_size=1)
    made: list[Item] = []
    for item in program:
        made += draw(some)
        if draw(st.integers(0, 3)) == 0:
            made.append(Session(title={"ja": "非公開"}, items=[draw(closed_items)]))
        if isinstance(item, Session):
            inside = [one for each in item.items for one in (*draw(some), each)]
            made.append(attrs.evolve(item, items=[*inside, *draw(some)]))
        else:
            made.append(item)
    return [*made, *draw(some)]


def of_program(program: Sequence[Item], **fields: Any) -> Mailing:  # noqa: ANN401 - of any field
    return meeting_with(program=program, **fields)(attrs.evolve(MAILING, invitees=[EN], assumed_length=None))


def told_to_ann(before: Mailing, now: Mailing) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give what a letter to an outsider says of changes."""
    seen = both_seen_by(before.meeting, now.meeting, None)
    [step] = plan(now, previous=before).steps
    lines = changes_in_short(*seen, locale="en")
    for one in invitations(now, previous=before, stamp=STAMP):
        assert told_of_changes(letter_of(one)) == lines
    return step.changes, lines


def told_of_changes(letter: Letter) -> tuple[str, ...]:
    words = words_for("en")
    assert letter.before
    rows = rows_of_meeting(letter.before, letter.meeting, words, [words])
    return tuple(line_of(in_short(row, words)) for row in rows)


@given(strategy.programs().map(opened), st.data())
def test_what_is_closed_to_an_outsider_is_never_news_to_them(program: list[Item], data: st.DataObject) -> None:
    before, now = (of_program(data.draw(with_closed_items(program))) for _ in range(2))
    assert told_to_ann(before, now) == ((), ())
    page = meeting_with(url="https://www.example.go.jp/6")(now)
    assert told_to_ann(before, page) == told_to_ann(
        of_program(program), meeting_with(url=page.meeting.url)(of_program(program))
    )


@given(strategy.programs().map(opened), strategy.programs().map(opened), st.data())
def test_what_a_letter_tells_an_outsider_does_not_depend_on_what_is_closed_to_them(
    one: list[Item], other: list[Item], data: st.DataObject
) -> None:
    open_to_all = told_to_ann(of_program(without_lengths(one)), of_program(without_lengths(other)))
    before, now = (of_program(data.draw(with_closed_items(without_lengths(side)))) for side in (one, other))
    assert told_to_ann(before, now) == open_to_all


@pytest.mark.parametrize("way", [1, -1])
@pytest.mark.parametrize("name", ["length", "materials"])
def test_a_closed_item_that_comes_or_goes_is_told_to_no_outsider(way: int, name: str) -> None:
    first, last = attrs.evolve(OPEN, minutes=20), Discussion(title={"en": "Others"}, minutes=30)
    if name == "length":
        without: list[Item] = [first, last]
        with_it: list[Item] = [first, SECRET, last]
    else:
        talks = Session(title={"en": "Talks"}, items=[first, last], materials=[Material(number="1")])
        without, with_it = [talks], [attrs.evolve(talks, items=[SECRET, first, last])]
    before, now = [of_program(without), of_program(with_it)][::way]
    assert told_to_ann(before, now) == ((), ())
    insider = attrs.evolve(EN, kind=GOVERNMENT)
    assert told(*(attrs.evolve(one, invitees=[insider]) for one in (now, before))) == {EN.email}


def test_a_length_that_a_reader_sees_on_both_sides_is_told() -> None:
    first, last = attrs.evolve(OPEN, minutes=20), Discussion(title={"en": "Others"}, minutes=30)
    longer = attrs.evolve(first, minutes=25)
    changes, lines = told_to_ann(of_program([first, last]), of_program([longer, SECRET, last]))
    assert (changes, lines) == (("meeting.program",), ("Program (1): length: 20 minutes → 25 minutes",))


def test_who_is_of_another_kind_now_is_told_of_nothing_that_was_closed_to_both() -> None:
    last = Discussion(title={"en": "Others"}, minutes=30)
    before = attrs.evolve(of_program([OPEN, last]), invitees=[attrs.evolve(EN, kind=AttendeeKind.PRIVATE)])
    assert told(of_program([OPEN, SECRET, last]), before) == frozenset()
