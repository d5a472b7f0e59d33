"""Messages through the life of a meeting: what each calendar shows in the end, and that it shows nobody else."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from email.message import EmailMessage
from random import Random
from typing import Any, TypeAlias
from uuid import UUID
from zoneinfo import ZoneInfo

import attrs
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from icalendar import Calendar

import strategies as strategy
from csegroup import (
    AttendeeKind,
    Contact,
    Discussion,
    InvalidValue,
    InWriting,
    Meeting,
    MeetingStatus,
    NotScheduled,
    OnlineVenue,
    Organization,
    Presentation,
    Speaker,
    Venue,
)
from csegroup.ical import (
    Action,
    Invitation,
    Invitee,
    InviteeRole,
    Mailbox,
    Mailing,
    invitations,
    plan,
    to_ics,
)
from csegroup.ical.addresses import address_in, key_of
from csegroup.json import dumps
from csegroup.wording.invitations import OPEN_END
from csegroup.wording.locales import words_for
from golden import golden

UTC, TOKYO, BERLIN, LONDON = (
    dt.timezone.utc,
    ZoneInfo("Asia/Tokyo"),
    ZoneInfo("Europe/Berlin"),
    ZoneInfo("Europe/London"),
)
STAMP = dt.datetime(2022, 1, 11, 1, tzinfo=UTC)
MINUTE = dt.timedelta(minutes=1)
HALL = Venue(
    name={"ja": "警察総合庁舎", "en": "National Police Agency Building"}, room={"ja": "大会議室", "en": "Main Hall"}
)
LIVE = OnlineVenue(url="https://www.example.go.jp/live")
BODY = Organization(id="jp/example", name={"ja": "専門家会合", "en": "Specialist Group Meeting"})
AGENCY = Organization(name={"ja": "警察庁", "en": "National Police Agency"})
MEETING = Meeting(
    id="jp/example/6",
    body=BODY,
    number=6,
    status=MeetingStatus.ANNOUNCED,
    start=dt.datetime(2022, 2, 8, 14, tzinfo=TOKYO),
    venues=[HALL, LIVE],
    program=[
        Presentation(
            title={"ja": "児童ポルノの現状", "en": "Child pornography today"}, presenters=[Speaker(organization=AGENCY)]
        ),
        Discussion(title={"ja": "非公開の協議", "en": "Talks behind closed doors"}, audience=[AttendeeKind.PRIVATE]),
    ],
    url="https://www.example.go.jp/6",
    contact=Contact(name={"ja": "少年課", "en": "Juvenile Division"}, telephone="03-3581-0141"),
)
OFFICE = Mailbox(email="office@example.go.jp", name={"ja": "警察庁少年課", "en": "Juvenile Division"})
TARO = Invitee(
    email="taro@example.go.jp",
    name="𠮷田太郎",
    language="ja",
    role=InviteeRole.CHAIR,
    kind=AttendeeKind.PRIVATE,
    join_url="https://meet.example.go.jp/t-1",
    passcode="4711",
)
ANN = Invitee(email="ann@example.org", name="O'Neil, Ann", language="en", time_zone=LONDON)
BOTH = Invitee(email="both@example.com", role=InviteeRole.OBSERVER)
MAILING = Mailing(meeting=MEETING, organizer=OFFICE, invitees=[TARO, ANN], assumed_length=dt.timedelta(hours=2))


def mailing_of(meeting: Meeting, *invitees: Invitee) -> Mailing:
    return attrs.evolve(MAILING, meeting=meeting, invitees=invitees or MAILING.invitees)


def sent(mailing: Mailing, previous: Mailing | None = None, *, step: int = 0) -> tuple[Invitation, ...]:
    return invitations(mailing, previous=previous, stamp=STAMP + step * MINUTE)


def unfolded(invitation: Invitation) -> list[str]:
    return invitation.ics.decode().replace("\r\n ", "").split("\r\n")[:-1]


def event_of(invitation: Invitation) -> Any:  # noqa: ANN401 - icalendar gives a union of all its types
    calendar = Calendar.from_ical(invitation.ics)
    assert not [error for one in calendar.walk() for error in one.errors]
    return calendar.events[0]


def starting(invitation: Invitation, *names: str) -> list[str]:
    lines = unfolded(invitation)
    return [line for line in lines[lines.index("BEGIN:VEVENT") :] if line.startswith(names)]


class Client:
    """A calendar program by RFC 5546 section 2.1.5: of one UID the highest sequence counts, then the latest stamp."""

    def __init__(self) -> None:
        self.latest: tuple[int, dt.datetime] | None = None
        self.entry: list[str] | None = None

    def take(self, invitation: Invitation) -> bool:
        """Take a message in, unless a later one is known; tell whether it counted."""
        event = event_of(invitation)
        key = (int(event["SEQUENCE"]), event.DTSTAMP)
        if self.latest and key < self.latest:
            return False
        self.latest = key
        self.entry = content(invitation) if invitation.method == "REQUEST" else None
        return True


def content(invitation: Invitation) -> list[str]:
    """Give what an entry shows: all but the time of making; the order of people says nothing."""
    return sorted(line for line in unfolded(invitation) if not line.startswith("DTSTAMP:"))


Words: TypeAlias = Mapping[str, str] | None
STARTS = st.sampled_from(
    [dt.datetime(2022, 3, day, hour, tzinfo=zone) for day in (1, 20) for hour in (9, 14) for zone in (TOKYO, BERLIN)]
    + [dt.datetime(2022, 10, 30, 2, 30, fold=1, tzinfo=BERLIN)]
)
PLACES = st.sampled_from([(HALL,), (LIVE,), (HALL, LIVE), (OnlineVenue(),)])
REASONS = st.sampled_from([None, {"ja": "台風のため。", "en": "For a typhoon."}])
TITLES = st.sampled_from([None, {"ja": "臨時会", "en": "Special Meeting"}, {"ja": "臨時会", "en": "Special meeting"}])
PEOPLE = [
    TARO,
    ANN,
    BOTH,
    Invitee(email="max@example.net", language="fr", kind=AttendeeKind.GOVERNMENT, time_zone=BERLIN),
    Invitee(email="o'neil+x@例え.jp", name="髙﨑", language=("en", "ja"), passcode="1"),
]
ENDED = {MeetingStatus.CANCELLED, MeetingStatus.HELD}


def is_live(meeting: Meeting) -> bool:
    return meeting.local_date is not None and meeting.status not in ENDED


class LifeOfAMeeting(RuleBasedStateMachine):
    """Any verbs in any order, any changes of the list; after each sending every calendar is as it should be."""

    def __init__(self) -> None:
        super().__init__()
        self.mailing = MAILING
        self.previous: Mailing | None = None
        self.step = 0
        self.inboxes: dict[str, list[Invitation]] = {}
        self.clients: dict[str, Client] = {}
        self.expected: dict[str, list[str]] = {}

    @property
    def meeting(self) -> Meeting:
        return self.mailing.meeting

    def becomes(self, meeting: Meeting) -> None:
        self.mailing = attrs.evolve(self.mailing, meeting=meeting)

    def not_at_its_end(self) -> bool:
        return self.meeting.status not in ENDED

    @initialize(shared=st.booleans(), who=st.lists(st.sampled_from(PEOPLE), min_size=1, unique=True))
    def invite(self, shared: bool, who: list[Invitee]) -> None:  # noqa: FBT001 - drawn
        self.mailing = attrs.evolve(MAILING, shared_list=shared, invitees=who)
        self.send(Random(0), 0)  # noqa: S311 - no secret is drawn

    @precondition(not_at_its_end)
    @rule(start=STARTS, reason=REASONS)
    def move(self, start: dt.datetime, reason: Words) -> None:
        self.becomes(self.meeting.rescheduled(start=start, reason=reason))

    @precondition(not_at_its_end)
    @rule(reason=REASONS)
    def put_on_a_day(self, reason: Words) -> None:
        self.becomes(self.meeting.rescheduled(day=dt.date(2022, 4, 1), reason=reason))

    @precondition(not_at_its_end)
    @rule(venues=PLACES, reason=REASONS)
    def relocate(self, venues: Sequence[Venue | OnlineVenue], reason: Words) -> None:
        self.becomes(self.meeting.relocated(venues, reason=reason))

    @precondition(not_at_its_end)
    @rule(reason=REASONS)
    def postpone(self, reason: Words) -> None:
        self.becomes(self.meeting.postponed(reason=reason))

    @precondition(not_at_its_end)
    @rule(reason=REASONS)
    def cancel(self, reason: Words) -> None:
        self.becomes(self.meeting.cancelled(reason=reason))

    @precondition(lambda self: self.meeting.status is MeetingStatus.CANCELLED)
    @rule()
    def take_up_again(self) -> None:
        self.becomes(attrs.evolve(self.meeting, status=MeetingStatus.TENTATIVE, sequence=self.meeting.sequence + 1))

    @precondition(lambda self: self.not_at_its_end() and self.step > 6 and self.meeting.local_date)
    @rule()
    def hold(self) -> None:
        self.becomes(self.meeting.held())

    @precondition(not_at_its_end)
    @rule(title=TITLES)
    def correct_the_title(self, title: Words) -> None:
        self.becomes(attrs.evolve(self.meeting, title=title))

    @precondition(not_at_its_end)
    @rule()
    def announce(self) -> None:
        self.becomes(self.meeting.announced())

    @rule(one=st.sampled_from(PEOPLE), first=st.booleans())
    def add_or_put_back(self, one: Invitee, first: bool) -> None:  # noqa: FBT001 - drawn
        others = [other for other in self.mailing.invitees if key_of(other.email) != key_of(one.email)]
        self.mailing = attrs.evolve(self.mailing, invitees=[one, *others] if first else [*others, one])

    @precondition(lambda self: len(self.mailing.invitees) > 1)
    @rule(data=st.data())
    def take_off(self, data: st.DataObject) -> None:
        i = data.draw(st.integers(0, len(self.mailing.invitees) - 1))
        left = (*self.mailing.invitees[:i], *self.mailing.invitees[i + 1 :])
        self.mailing = attrs.evolve(self.mailing, invitees=left)

    @rule(
        data=st.data(),
        fields=st.sampled_from(
            [
                {"language": "ja"},
                {"language": ("ja", "en")},
                {"time_zone": BERLIN},
                {"time_zone": None},
                {"join_url": "https://meet.example.go.jp/t-2"},
                {"join_url": None, "passcode": None},
                {"role": InviteeRole.OPTIONAL},
                {"name": None},
                {"kind": AttendeeKind.PRIVATE},
            ]
        ),
    )
    def change(self, data: st.DataObject, fields: dict[str, Any]) -> None:
        people = list(self.mailing.invitees)
        i = data.draw(st.integers(0, len(people) - 1))
        people[i] = attrs.evolve(people[i], **fields)
        self.mailing = attrs.evolve(self.mailing, invitees=people)

    @precondition(lambda self: self.previous is None or self.previous.meeting.status is not MeetingStatus.HELD)
    @rule(random=st.randoms(use_true_random=False), broken_off_after=st.integers(0, 5))
    def send(self, random: Random, broken_off_after: int) -> None:
        self.step += 1
        made = sent(self.mailing, self.previous, step=self.step)
        self.check_a_retry(made, made[:broken_off_after])
        assert len({key_of(one.invitee.email) for one in made}) == len(made)
        for one in made:
            key = key_of(one.invitee.email)
            assert self.clients.setdefault(key, Client()).take(one)
            self.inboxes.setdefault(key, []).append(one)
        assert sent(self.mailing, self.mailing, step=self.step + 1) == ()
        self.previous = self.mailing
        self.expected = self.expected_entries()
        self.check_other_orders(random)

    def check_a_retry(self, made: Sequence[Invitation], before: Sequence[Invitation]) -> None:
        done = [one.invitee.email.upper() for one in before]
        rest = invitations(self.mailing, previous=self.previous, done=done, stamp=STAMP + self.step * MINUTE)
        assert [one.ics for one in (*before, *rest)] == [one.ics for one in made]

    def expected_entries(self) -> dict[str, list[str]]:
        if self.meeting.status is MeetingStatus.HELD:
            return self.expected
        if not is_live(self.meeting):
            return {}
        return {key_of(one.invitee.email): content(one) for one in sent(self.mailing)}

    def check_other_orders(self, random: Random) -> None:
        """Deliver all once more, in any order, some of them twice."""
        for key, inbox in self.inboxes.items():
            shuffled = random.sample(inbox, len(inbox)) + random.sample(inbox, len(inbox) // 2)
            client = Client()
            for one in shuffled:
                client.take(one)
            assert client.entry == self.clients[key].entry

    @invariant()
    def each_calendar_shows_what_it_should(self) -> None:
        shown = {key: client.entry for key, client in self.clients.items() if client.entry is not None}
        assert shown == self.expected


TestLifeOfAMeeting = LifeOfAMeeting.TestCase
TestLifeOfAMeeting.settings = settings(max_examples=40, stateful_step_count=30, deadline=None)


def test_who_is_taken_off_and_put_back_has_the_entry_again_at_the_same_sequence() -> None:
    without = mailing_of(MEETING, TARO)
    first, off, back = sent(MAILING)[1], sent(without, MAILING, step=1)[0], sent(MAILING, without, step=2)[0]
    assert [one.method for one in (first, off, back)] == ["REQUEST", "CANCEL", "REQUEST"]
    assert {int(event_of(one)["SEQUENCE"]) for one in (first, off, back)} == {0}
    client = Client()
    for one in (back, first, off):
        client.take(one)
    assert client.entry == content(first)


def test_who_is_taken_off_gets_a_cancel_of_their_own_without_a_status() -> None:
    [off] = sent(mailing_of(MEETING, TARO), MAILING, step=1)
    assert (off.invitee, off.action, off.method) == (ANN, Action.WITHDRAW, "CANCEL")
    assert starting(off, "STATUS") == []
    assert starting(off, "SEQUENCE", "DTSTAMP", "DTSTART") == [
        "DTSTAMP:20220111T010100Z",
        "SEQUENCE:0",
        "DTSTART;TZID=Asia/Tokyo:20220208T140000",
    ]
    assert starting(off, "ATTENDEE") == [
        'ATTENDEE;CN="O\'Neil, Ann";CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT:mailto:ann@example.org'
    ]
    assert starting(off, "SUMMARY") == ["SUMMARY:Invitation withdrawn: 6th Specialist Group Meeting"]


def test_who_is_taken_off_while_the_meeting_moves_knows_the_old_hour_at_the_new_sequence() -> None:
    moved = MEETING.rescheduled(start=dt.datetime(2022, 3, 1, 9, tzinfo=TOKYO))
    update, off = sent(mailing_of(moved, TARO), MAILING, step=1)
    assert (update.action, off.action) == (Action.UPDATE, Action.WITHDRAW)
    assert starting(update, "SEQUENCE", "DTSTART;") == ["SEQUENCE:1", "DTSTART;TZID=Asia/Tokyo:20220301T090000"]
    assert starting(off, "SEQUENCE", "DTSTART;") == ["SEQUENCE:1", "DTSTART;TZID=Asia/Tokyo:20220208T140000"]


def test_a_postponed_meeting_is_cancelled_at_the_hour_it_had() -> None:
    for one in sent(
        mailing_of(MEETING.postponed(reason={"ja": "台風のため。", "en": "For a typhoon."})), MAILING, step=1
    ):
        assert starting(one, "SEQUENCE", "DTSTART;", "DTEND", "STATUS", "LOCATION") == [
            "SEQUENCE:1",
            "DTSTART;TZID=Asia/Tokyo:20220208T140000",
            "DTEND;TZID=Asia/Tokyo:20220208T160000",
            *starting(one, "LOCATION"),
            "STATUS:CANCELLED",
        ]
        text = str(event_of(one)["DESCRIPTION"])
        assert ("台風のため。" in text) is (one.invitee is TARO)
        assert ("For a typhoon." in text) is (one.invitee is ANN)
        assert "You will be told the new date" in text or "新し" in text or "日程" in text


def test_a_meeting_is_cancelled_as_long_as_calendars_show_it() -> None:
    now = attrs.evolve(mailing_of(MEETING.cancelled()), assumed_length=dt.timedelta(hours=1))
    assert starting(sent(now, MAILING, step=1)[0], "DTEND") == ["DTEND;TZID=Asia/Tokyo:20220208T160000"]
    later = attrs.evolve(mailing_of(MEETING.postponed()), assumed_length=dt.timedelta(hours=1))
    assert starting(sent(later, MAILING, step=1)[0], "DTEND") == ["DTEND;TZID=Asia/Tokyo:20220208T160000"]


def test_a_meeting_that_is_cancelled_while_undated_has_no_hour_to_name() -> None:
    undated = mailing_of(MEETING.postponed())
    for one in sent(mailing_of(undated.meeting.cancelled()), undated, step=2):
        assert starting(one, "DTSTART", "DTEND") == []
        assert "BEGIN:VTIMEZONE" not in unfolded(one)
        assert starting(one, "STATUS", "SEQUENCE") == ["SEQUENCE:2", "STATUS:CANCELLED"]


@pytest.mark.parametrize("verb", [Meeting.cancelled, Meeting.postponed, None])
def test_what_does_not_take_place_has_no_link_no_passcode_and_no_program(
    verb: Callable[[Meeting], Meeting] | None,
) -> None:
    before = mailing_of(MEETING, TARO, ANN, BOTH)
    now = mailing_of(verb(MEETING)) if verb else mailing_of(MEETING, BOTH)
    ended = [one for one in sent(now, before, step=1) if one.method == "CANCEL"]
    assert {TARO, ANN} <= {one.invitee for one in ended}
    for one in ended:
        whole = "\n".join([*unfolded(one), *parts_of(one.email())])
        for secret in (
            "meet.example",
            "4711",
            LIVE.url or "",
            "CONFERENCE",
            "児童ポルノ",
            "pornography",
            "協議",
            "closed",
        ):
            assert secret not in whole


def test_closed_items_are_shown_to_those_alone_who_may_see_them_also_of_readers_of_one_language() -> None:
    kinds = [None, AttendeeKind.PRIVATE, AttendeeKind.GOVERNMENT, AttendeeKind.PRIVATE]
    people = [attrs.evolve(ANN, email=f"{i}@example.org", kind=kind) for i, kind in enumerate(kinds)]
    for order in (people, people[::-1]):
        for one in sent(mailing_of(MEETING, *order)):
            sees = one.invitee.kind is AttendeeKind.PRIVATE
            assert ("Talks behind closed doors" in str(event_of(one)["DESCRIPTION"])) is sees
            assert ("Talks behind closed doors" in "\n".join(parts_of(one.email()))) is sees


def test_a_link_stands_on_top_of_the_description_and_for_a_meeting_on_line_in_the_location() -> None:
    [invitation] = sent(mailing_of(attrs.evolve(MEETING, venues=[LIVE]), TARO))
    event = event_of(invitation)
    assert str(event["DESCRIPTION"]).partition("\n")[0].endswith("https://meet.example.go.jp/t-1")
    assert str(event["LOCATION"]).endswith(" / https://meet.example.go.jp/t-1")
    assert "https://meet.example.go.jp/t-1" in [str(url) for url in event["CONFERENCE"]]
    [at_the_hall] = sent(mailing_of(MEETING, TARO))
    assert "meet.example" not in event_of(at_the_hall)["LOCATION"]


def test_a_passcode_alone_says_nothing_of_a_link() -> None:
    [invitation] = sent(mailing_of(attrs.evolve(MEETING, venues=[OnlineVenue()]), attrs.evolve(TARO, join_url=None)))
    assert "4711" in event_of(invitation)["DESCRIPTION"]
    assert starting(invitation, "CONFERENCE") == []
    assert "4711" not in event_of(invitation)["LOCATION"]


def test_hours_are_told_in_the_readers_zone_too_and_written_in_the_meetings() -> None:
    [invitation] = sent(mailing_of(MEETING, ANN))
    assert starting(invitation, "DTSTART;TZID") == ["DTSTART;TZID=Asia/Tokyo:20220208T140000"]
    assert "5:00" in event_of(invitation)["DESCRIPTION"]
    [at_home] = sent(mailing_of(MEETING, attrs.evolve(ANN, time_zone=TOKYO)))
    [without] = sent(mailing_of(MEETING, attrs.evolve(ANN, time_zone=None)))
    assert content(at_home) == content(without)


def test_an_end_is_assumed_only_where_it_is_said_and_the_text_says_so() -> None:
    [assumed], [open_end] = (
        sent(mailing_of(MEETING, ANN)),
        sent(attrs.evolve(MAILING, invitees=[ANN], assumed_length=None)),
    )
    note = words_for("en").text(OPEN_END)
    assert starting(assumed, "DTEND") == ["DTEND;TZID=Asia/Tokyo:20220208T160000"]
    assert note in event_of(assumed)["DESCRIPTION"]
    assert starting(open_end, "DTEND", "DURATION") == []
    assert note not in event_of(open_end)["DESCRIPTION"]


def test_a_day_and_a_due_day_are_entries_of_the_whole_day() -> None:
    on_a_day = attrs.evolve(MEETING, start=None, day=dt.date(2022, 2, 8))
    in_writing = attrs.evolve(on_a_day, venues=[InWriting()])
    for meeting, transparent in ((on_a_day, "OPAQUE"), (in_writing, "TRANSPARENT")):
        [invitation] = sent(mailing_of(meeting, BOTH))
        assert starting(invitation, "DTSTART", "DTEND", "DURATION") == ["DTSTART;VALUE=DATE:20220208"]
        assert starting(invitation, "TRANSP") == [f"TRANSP:{transparent}"]
        assert "BEGIN:VTIMEZONE" not in unfolded(invitation)


def test_an_hour_that_a_clock_shows_twice_is_written_in_utc() -> None:
    start = dt.datetime(2022, 10, 30, 2, 30, fold=1, tzinfo=BERLIN)
    [invitation] = sent(mailing_of(attrs.evolve(MEETING, start=start), BOTH))
    assert "BEGIN:VTIMEZONE" not in unfolded(invitation)
    assert starting(invitation, "DTSTART", "DTEND") == ["DTSTART:20221030T013000Z", "DTEND:20221030T033000Z"]
    first = start.replace(fold=0)
    [invitation] = sent(
        attrs.evolve(mailing_of(attrs.evolve(MEETING, start=first), BOTH), assumed_length=dt.timedelta(hours=1))
    )
    assert starting(invitation, "DTSTART:", "DTEND:") == ["DTSTART:20221030T003000Z", "DTEND:20221030T013000Z"]


def test_a_language_without_words_is_written_in_both() -> None:
    [french] = sent(mailing_of(MEETING, attrs.evolve(BOTH, language="xx")))
    [both] = sent(mailing_of(MEETING, BOTH))
    assert content(french) == content(both)


def test_a_shared_list_names_all_in_a_request_and_one_in_a_cancel() -> None:
    shared = attrs.evolve(MAILING, shared_list=True)
    for one in sent(shared):
        assert len(starting(one, "ATTENDEE")) == 2
    for one in sent(attrs.evolve(shared, meeting=MEETING.cancelled()), shared, step=1):
        [attendee] = starting(one, "ATTENDEE")
        assert attendee.endswith(f"mailto:{one.invitee.email}")


@pytest.mark.parametrize(
    ("role", "written"),
    [
        (InviteeRole.CHAIR, "ROLE=CHAIR;RSVP=TRUE"),
        (InviteeRole.REQUIRED, "ROLE=REQ-PARTICIPANT;RSVP=TRUE"),
        (InviteeRole.OPTIONAL, "ROLE=OPT-PARTICIPANT;RSVP=TRUE"),
        (InviteeRole.OBSERVER, "ROLE=NON-PARTICIPANT;RSVP=FALSE"),
    ],
)
def test_a_role_is_written_as_the_calendar_calls_it(role: InviteeRole, written: str) -> None:
    [invitation] = sent(mailing_of(MEETING, attrs.evolve(BOTH, role=role)))
    assert starting(invitation, "ATTENDEE") == [
        f"ATTENDEE;CUTYPE=INDIVIDUAL;PARTSTAT=NEEDS-ACTION;{written}:mailto:both@example.com"
    ]


def test_a_stamp_has_a_zone_and_is_written_in_utc() -> None:
    for stamp in (dt.datetime(2022, 1, 11), None, "20220111", dt.date(2022, 1, 11)):  # noqa: DTZ001 - it is wrong
        with pytest.raises(InvalidValue, match="stamp: is a datetime with a zone"):
            invitations(MAILING, stamp=stamp)  # type: ignore[arg-type]
    [invitation] = invitations(mailing_of(MEETING, BOTH), stamp=dt.datetime(2022, 1, 11, 9, 0, 0, 5, tzinfo=TOKYO))
    assert starting(invitation, "DTSTAMP") == ["DTSTAMP:20220111T000000Z"]


# What belongs to one person, and can be told from all else.
def secrets(i: int) -> tuple[str, ...]:
    return f"zq{i}zq", f"Qx{i}𠮷田", f"zj{i}zj", f"zp{i}zp"


def with_secrets(i: int, one: Invitee) -> Invitee:
    local, name, link, passcode = secrets(i)
    return attrs.evolve(
        one,
        email=f"{local}@example.go.jp",
        name=name,
        join_url=f"https://meet.example.go.jp/{link}",
        passcode=passcode,
    )


def parts_of(mail: EmailMessage) -> Iterator[str]:
    """Give all that a mail says, decoded: headers, texts, names of files."""
    for part in mail.walk():
        yield from map(str, part.values())
        if not part.is_multipart():
            content = part.get_content()
            yield content.decode() if isinstance(content, bytes) else content


@st.composite
def private_steps(draw: st.DrawFn) -> tuple[Mailing, Mailing]:
    """Draw a mailing of people with secrets, and the next one."""
    before = attrs.evolve(draw(strategy.mailings()), shared_list=False)
    assume(before.meeting.local_date)
    meeting = attrs.evolve(before.meeting, status=MeetingStatus.ANNOUNCED)
    people = [with_secrets(i, one) for i, one in enumerate(before.invitees)]
    before = attrs.evolve(before, meeting=meeting, invitees=people)
    next_state = draw(
        st.sampled_from([meeting, meeting.cancelled(), meeting.postponed(), meeting.relocated([LIVE]), meeting.held()])
    )
    added = with_secrets(len(people), draw(strategy.invitees))
    kept = people[draw(st.integers(0, 1)) :]
    return before, attrs.evolve(before, meeting=next_state, invitees=[*kept, added])


def assert_hides(text: str, others: Sequence[str]) -> None:
    assert not [secret for secret in others if secret in text]


@given(private_steps())
def test_a_message_shows_nobody_but_its_invitee_and_the_organizer(step: tuple[Mailing, Mailing]) -> None:
    before, now = step
    everyone = [secret for i in range(len(before.invitees) + 1) for secret in secrets(i)]
    for one in (*sent(before), *sent(now, before, step=1)):
        own = {
            secret
            for secret in everyone
            if secret in f"{one.invitee.email} {one.invitee.name} {one.invitee.join_url} {one.invitee.passcode}"
        }
        others = [secret for secret in everyone if secret not in own]
        mail = one.email()
        assert_hides("\n".join([one.ics.decode(), *unfolded(one), *parts_of(mail), str(mail)]), others)
        assert_hides(bytes(mail).decode("utf-8", "replace"), others)
        assert_hides(repr(one), everyone)
        UUID(str(event_of(one)["UID"]))
        attendees = [line.rpartition("mailto:")[2] for line in starting(one, "ATTENDEE")]
        assert [address_in(attendee) for attendee in attendees] == [one.invitee.email]


@st.composite
def closed_steps(draw: st.DrawFn) -> tuple[Mailing, Mailing, list[str]]:
    """Draw an update of one invitee's meeting, and the titles of what is closed to them before or after."""
    kinds = st.sampled_from([None, *AttendeeKind])
    kind = draw(kinds)
    hidden: list[str] = []

    def program(state: str) -> list[Discussion]:
        items = []
        for i in range(draw(st.integers(1, 4))):
            title, audience = f"zq{state}{i}zq", draw(strategy.audiences)
            hidden.extend([title] if audience and kind not in audience else [])
            items.append(
                Discussion(title={"ja": title, "en": title}, audience=audience, minutes=draw(st.integers(1, 3)))
            )
        return items

    people = [Invitee(email="a@example.com", language=draw(st.sampled_from(["ja", "en"])), kind=draw(kinds))]
    before = attrs.evolve(mailing_of(MEETING, *people), meeting=attrs.evolve(MEETING, program=program("b")))
    later = attrs.evolve(before.meeting, program=program("n")).relocated([LIVE])
    return before, attrs.evolve(before, meeting=later, invitees=[attrs.evolve(people[0], kind=kind)]), hidden


@given(closed_steps())
def test_an_update_tells_neither_old_nor_new_of_what_is_closed_to_its_reader(
    step: tuple[Mailing, Mailing, list[str]],
) -> None:
    before, now, hidden = step
    [update] = sent(now, before, step=1)
    assert update.action is Action.UPDATE
    assert_hides("\n".join([update.ics.decode(), *parts_of(update.email())]), hidden)


def test_an_update_tells_the_old_and_the_new_in_the_readers_language_and_by_their_clock() -> None:
    kind = AttendeeKind.PRIVATE
    taro = Invitee(email="taro@example.com", language="ja", kind=kind)
    ann = Invitee(email="ann@example.org", language="en", kind=kind, time_zone=ZoneInfo("Europe/London"))
    first = mailing_of(MEETING, taro, ann)
    moved = attrs.evolve(first, meeting=MEETING.rescheduled(start=dt.datetime(2022, 2, 9, 10, tzinfo=TOKYO)))
    told = ["\n".join(parts_of(one.email())).replace("\r\n", "\n") for one in sent(moved, first, step=1)]
    assert "\n\n開催日時：令和4年2月8日(火)" in told[0]
    assert "→ 令和4年2月9日(水)午前10時から\n" in told[0]
    assert "(Greenwich Mean Time) → From 10:00 a.m. on February 9, 2022 (Wednesday) (Japan Standard Time) / " in told[1]


@given(private_steps())
def test_a_repr_shows_nobody(step: tuple[Mailing, Mailing]) -> None:
    before, now = step
    everyone = [secret for i in range(len(before.invitees) + 1) for secret in secrets(i)]
    steps = plan(now, previous=before)
    for value in (before, now, steps, *steps.steps, *now.invitees, *[one.without_link() for one in now.invitees]):
        assert_hides(repr(value), everyone)


@given(private_steps())
def test_a_link_is_in_no_record_and_in_no_feed(step: tuple[Mailing, Mailing]) -> None:
    meeting = step[0].meeting
    everyone = [secret for i in range(len(step[0].invitees) + 1) for secret in secrets(i)]
    assert_hides(dumps(meeting).decode(), everyone)
    assert_hides(to_ics(meeting, locale=["ja", "en"], stamp=STAMP, organizer=OFFICE).decode(), everyone)


SECRET = with_secrets(0, BOTH)
WRONG: dict[str, Callable[[], object]] = {
    "address with a line break": lambda: attrs.evolve(SECRET, email=f"{SECRET.email}\nBcc: zq0zq@example.org"),
    "address with a name": lambda: attrs.evolve(SECRET, email=f"{SECRET.name} <{SECRET.email}>"),
    "address without a domain": lambda: attrs.evolve(SECRET, email="zq0zq"),
    "address of another type": lambda: attrs.evolve(SECRET, email=[SECRET.email]),  # type: ignore[arg-type]
    "two addresses": lambda: Mailbox.parse(f"{SECRET.email}, {SECRET.email}"),
    "name with a quote": lambda: attrs.evolve(SECRET, name=f'{SECRET.name}"'),
    "name with a line break": lambda: attrs.evolve(SECRET, name=f"{SECRET.name}\n"),
    "name with a control character": lambda: attrs.evolve(SECRET, name=f"{SECRET.name}\x07"),
    "name with blanks around": lambda: attrs.evolve(SECRET, name=f" {SECRET.name}"),
    "name of another type": lambda: attrs.evolve(SECRET, name=[SECRET.name]),  # type: ignore[arg-type]
    "link with a blank": lambda: attrs.evolve(SECRET, join_url=f"{SECRET.join_url} "),
    "link of another scheme": lambda: attrs.evolve(SECRET, join_url="javascript:zj0zj"),
    "link of another type": lambda: attrs.evolve(SECRET, join_url=[SECRET.join_url]),  # type: ignore[arg-type]
    "passcode with a line break": lambda: attrs.evolve(SECRET, passcode=f"{SECRET.passcode}\n"),
    "passcode of another type": lambda: attrs.evolve(SECRET, passcode=[SECRET.passcode]),  # type: ignore[arg-type]
    "twice": lambda: Mailing(
        meeting=MEETING, organizer=OFFICE, invitees=[SECRET, attrs.evolve(SECRET, email=SECRET.email.upper())]
    ),
    "addresses for invitees": lambda: Mailing(meeting=MEETING, organizer=OFFICE, invitees=[SECRET.email]),  # type: ignore[list-item]
    "an address for invitees": lambda: Mailing(meeting=MEETING, organizer=OFFICE, invitees=SECRET.email),  # type: ignore[arg-type]
    "an address for the organizer": lambda: Mailing(meeting=MEETING, organizer=SECRET.email, invitees=[BOTH]),  # type: ignore[arg-type]
    "done of nobody": lambda: plan(MAILING, done=[SECRET.email]),
    "done of another type": lambda: plan(MAILING, done=[SECRET]),  # type: ignore[list-item]
    "done of none": lambda: plan(MAILING, done=5),  # type: ignore[arg-type]
}


@pytest.mark.parametrize("name", WRONG)
def test_an_error_names_the_place_and_shows_nobody(name: str) -> None:
    with pytest.raises(InvalidValue) as caught:
        WRONG[name]()
    for text in (str(caught.value), repr(caught.value), repr(caught.value.args)):
        assert_hides(text, [one.lower() for one in secrets(0)] + list(secrets(0)))
    assert caught.value.field


def test_no_first_message_is_made_without_a_date_or_of_what_is_cancelled() -> None:
    with pytest.raises(NotScheduled) as undated:
        sent(mailing_of(MEETING.postponed()))
    assert undated.value.ids == ("jp/example/6",)
    with pytest.raises(InvalidValue, match=r"meeting.status: is cancelled"):
        sent(mailing_of(MEETING.cancelled()))


LIFE: dict[str, tuple[Mailing, Mailing | None, Invitee]] = {
    "request-ja": (MAILING, None, TARO),
    "request-en": (MAILING, None, ANN),
    "update": (
        mailing_of(
            MEETING.rescheduled(
                start=dt.datetime(2022, 3, 1, 9, tzinfo=TOKYO),
                reason={"ja": "会場の都合により変更します。", "en": "The hall was not free."},
            )
        ),
        MAILING,
        ANN,
    ),
    "withdrawal": (mailing_of(MEETING, ANN), MAILING, TARO),
    "cancellation": (
        mailing_of(MEETING.cancelled(reason={"ja": "台風のため中止します。", "en": "Cancelled for a typhoon."})),
        MAILING,
        TARO,
    ),
    "postponement": (
        mailing_of(MEETING.postponed(reason={"ja": "台風のため。", "en": "For a typhoon."})),
        MAILING,
        ANN,
    ),
}


@pytest.mark.parametrize("name", LIFE)
def test_a_message_is_the_one_that_was_read_by_eye(name: str) -> None:
    mailing, previous, invitee = LIFE[name]
    [one] = [one for one in sent(mailing, previous, step=1) if one.invitee == invitee]
    golden(f"invitations/{name}.ics", one.ics)


@pytest.mark.parametrize(
    "stamp",
    [dt.datetime.min.replace(tzinfo=TOKYO), dt.datetime.max.replace(tzinfo=dt.timezone(-dt.timedelta(hours=5)))],
)
def test_a_stamp_beyond_the_calendar_is_refused(stamp: dt.datetime) -> None:
    with pytest.raises(InvalidValue, match=r"^stamp: is at the very end"):
        invitations(MAILING, stamp=stamp)


def test_what_was_moved_and_cancelled_at_once_is_cancelled_where_calendars_show_it() -> None:
    gone = mailing_of(MEETING.rescheduled(start=dt.datetime(2022, 5, 5, 9, tzinfo=TOKYO)).cancelled())
    for one in sent(gone, MAILING, step=1):
        assert starting(one, "DTSTART") == ["DTSTART;TZID=Asia/Tokyo:20220208T140000"]


def test_who_is_taken_off_hears_it_from_whom_they_know() -> None:
    others = MAILING.invitees[:1]
    meeting = attrs.evolve(MEETING, sequence=1)
    now = attrs.evolve(MAILING, meeting=meeting, organizer=Mailbox(email="new@example.go.jp"), invitees=others)
    for one in invitations(now, previous=MAILING, stamp=STAMP):
        taken_off = one.action is Action.WITHDRAW
        known = MAILING.organizer.email if taken_off else "new@example.go.jp"
        [line] = starting(one, "ORGANIZER")
        assert line.endswith(f"mailto:{known}")
        assert one.email()["From"].addresses[0].addr_spec == known
