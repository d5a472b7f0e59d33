"""Calendars on a CalDAV server, as programs keep them there from the messages that they get."""

from __future__ import annotations

import datetime as dt
import random
import re
import socket
import subprocess
import sys
import time
import uuid
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from importlib.util import find_spec
from itertools import pairwise
from typing import Any, TypeAlias, final
from zoneinfo import ZoneInfo

import attrs
import pytest
from icalendar import Calendar

from calendar_files import CASES, NAMES, files_of
from calendar_values import ORGANIZER, Values, moment_of, people_of, person, read_with_icalendar, uid_of
from csegroup import Meeting, MeetingStatus, Organization, Venue
from csegroup.ical import Invitee, Mailing, invitations
from external_tools import missing

# A calendar of caldav, which has one type for what its plain and its asynchronous client give.
Collection: TypeAlias = Any

TOKYO = ZoneInfo("Asia/Tokyo")
FIRST_STAMP = dt.datetime(2026, 11, 24, tzinfo=dt.timezone.utc)
HALL = {"ja": "警察総合庁舎", "en": "National Police Agency Building"}
REASON = {"ja": "台風のため。", "en": "Because of the typhoon."}
MEETING = Meeting(
    id="jp/example/6",
    body=Organization(id="jp/example", name={"ja": "専門家会合", "en": "Specialist Group Meeting"}),
    number=6,
    status=MeetingStatus.ANNOUNCED,
    start=dt.datetime(2027, 2, 8, 14, tzinfo=TOKYO),
    end=dt.datetime(2027, 2, 8, 16, tzinfo=TOKYO),
    venues=[Venue(name=HALL)],
)
LANGUAGES = ("ja", "en", ("ja", "en"), ("en", "ja"))
FORTY = tuple(
    Invitee(email=f"member-{i}@example.go.jp", name=f"𠮷田, {i}番", language=LANGUAGES[i % 4]) for i in range(40)
)
LATE = Invitee(email="late@example.go.jp", name="O'Neil, Ann", language="en")
TITLES = {"ja": "第6回専門家会合", "en": "6th Specialist Group Meeting"}


def lives(invitees: Sequence[Invitee]) -> Mapping[str, Sequence[Mailing]]:
    """Give what a sender keeps after each thing that happens to a meeting."""
    first = Mailing(meeting=MEETING, organizer=ORGANIZER, invitees=invitees)
    moved = attrs.evolve(first, meeting=on(9, MEETING))
    fewer = attrs.evolve(moved, invitees=invitees[1:])
    more = attrs.evolve(fewer, invitees=(*invitees[1:], LATE))
    put_off = attrs.evolve(more, meeting=more.meeting.postponed(reason=REASON))
    dated = attrs.evolve(put_off, meeting=on(20, put_off.meeting))
    with_page = attrs.evolve(dated, meeting=attrs.evolve(dated.meeting, url="https://www.example.go.jp/6"))
    return {
        "moved, one taken off, one added, cancelled": [first, moved, fewer, more, cancelled(more)],
        "one taken off, put back, moved": [moved, fewer, moved, attrs.evolve(moved, meeting=on(11, moved.meeting))],
        "one taken off, put back, taken off": [moved, fewer, moved, fewer],
        "postponed, dated again, with a page": [more, put_off, dated, with_page],
        "postponed, cancelled": [more, put_off, cancelled(put_off)],
        "cancelled, called after all": [first, cancelled(first), attrs.evolve(first, meeting=after_all(first.meeting))],
    }


def on(day: int, meeting: Meeting) -> Meeting:
    return meeting.rescheduled(
        start=dt.datetime(2027, 2, day, 10, tzinfo=TOKYO), end=dt.datetime(2027, 2, day, 12, tzinfo=TOKYO)
    )


def cancelled(mailing: Mailing) -> Mailing:
    return attrs.evolve(mailing, meeting=mailing.meeting.cancelled(reason=REASON))


def after_all(meeting: Meeting) -> Meeting:
    return attrs.evolve(meeting, sequence=meeting.sequence + 2)


def steps_of(life: Sequence[Mailing]) -> Iterator[tuple[Mailing, Mapping[str, bytes]]]:
    """Give each mailing, and what each address is sent."""
    for hours, (previous, mailing) in enumerate(pairwise([None, *life])):
        assert mailing
        stamp = FIRST_STAMP + dt.timedelta(hours=hours)
        sent = invitations(mailing, previous=previous, stamp=stamp)
        yield mailing, {one.invitee.email: one.ics for one in sent}


def put(calendar: Collection, uid: str, entry: bytes) -> None:
    """Keep an entry on a server, byte by byte but for METHOD, which RFC 4791 section 4.1 does not want there."""
    data = re.sub(rb"(?m)^METHOD:.*\r\n", b"", entry).decode()
    answer = calendar.client.put(str(calendar.url.join(f"{uid}.ics")), data, {"Content-Type": "text/calendar"})
    assert answer.status in {201, 204}


def entries_in(calendar: Collection) -> list[Any]:
    return list(calendar.get_events())


@final
class Program:
    """A calendar program that takes messages as RFC 5546 sections 2.1.5 and 3.2 say, and keeps entries on a server."""

    def __init__(self, calendar: Collection, *, keeps_cancelled: bool) -> None:
        self._calendar, self._keeps_cancelled = calendar, keeps_cancelled
        self._latest: dict[str, tuple[int, dt.datetime]] = {}

    def take(self, message: bytes) -> None:
        """Put an entry in the place of that with the same UID, or end it, unless a later message was taken."""
        calendar = Calendar.from_ical(message)
        [event] = calendar.events
        assert event.DTSTAMP
        revision = int(str(event["SEQUENCE"])), event.DTSTAMP
        if revision < self._latest.get(event.uid, revision):
            return
        self._latest[event.uid] = revision
        if calendar["METHOD"] == "REQUEST":
            put(self._calendar, event.uid, message)
        else:
            self._end(event.uid)

    def _end(self, uid: str) -> None:
        for entry in entries_in(self._calendar):
            calendar = Calendar.from_ical(entry.data)
            [event] = calendar.events
            if event.uid != uid:
                continue
            if self._keeps_cancelled:
                event["STATUS"] = "CANCELLED"
                put(self._calendar, uid, calendar.to_ical())
            else:
                entry.delete()

    def shows(self) -> list[Values]:
        """Give the entries that stand on the server as to come."""
        read = [read_with_icalendar(entry.data.encode()) for entry in entries_in(self._calendar)]
        return [event for calendar in read for event in calendar["events"] if event["status"] != "CANCELLED"]


def shown_to(address: str, mailing: Mailing) -> list[Values]:
    """Give the entry that somebody should see, if any, in their languages."""
    meeting = mailing.meeting
    invitee = next((one for one in mailing.invitees if one.email == address), None)
    if invitee is None or meeting.status is not MeetingStatus.ANNOUNCED:
        return []
    [attendee] = people_of(None, [invitee], asked=True)["attendees"]
    return [
        {
            "uid": uid_of(meeting),
            "sequence": meeting.sequence,
            "status": "CONFIRMED",
            "start": moment_of(meeting.start),
            "end": moment_of(meeting.end),
            "summary": " / ".join(TITLES[tag] for tag in invitee.language),
            "location": " / ".join(HALL[tag] for tag in invitee.language),
            "description": meeting.url,
            "organizer": [person(f"mailto:{ORGANIZER.email}", NAMES[invitee.language[0]])],
            "attendees": [attendee],
        }
    ]


@pytest.fixture(scope="session")
def radicale(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    if not find_spec("radicale"):
        missing("radicale (PyPI)")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port: int = free.getsockname()[1]
    options = ["--config", "", "--server-hosts", f"127.0.0.1:{port}", "--auth-type", "none", "--auth-delay", "0"]
    folder = str(tmp_path_factory.mktemp("radicale"))
    command = [sys.executable, "-m", "radicale", *options, "--storage-filesystem-folder", folder]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as server:  # noqa: S603 - our own tool
        try:
            deadline = time.monotonic() + 30
            while not answers(port) and time.monotonic() < deadline:
                assert server.poll() is None
                time.sleep(0.05)
            yield f"http://127.0.0.1:{port}/"
        finally:
            server.terminate()


def answers(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), timeout=1).close()
    except OSError:
        return False
    return True


NewCalendar: TypeAlias = "Callable[[str], Collection]"


@pytest.fixture
def new_calendar(radicale: str) -> Iterator[NewCalendar]:
    """Make an empty calendar for somebody, on the server."""
    if not find_spec("caldav"):
        missing("caldav (PyPI)")
    from caldav.davclient import DAVClient  # noqa: PLC0415 - not there without the extra `dev`

    with ExitStack() as clients:

        def make(user: str) -> Collection:
            client: Any = DAVClient(url=radicale, username=user, password="none")  # noqa: S106 - it wants none
            return clients.enter_context(client).principal().make_calendar(cal_id=str(uuid.uuid4()))

        yield make


def programs(new_calendar: NewCalendar, life: Sequence[Mailing]) -> dict[str, Program]:
    addresses = {one.email: None for mailing in life for one in mailing.invitees}
    return {
        address: Program(new_calendar(address.partition("@")[0]), keeps_cancelled=bool(i % 2))
        for i, address in enumerate(addresses)
    }


@pytest.mark.tool
def test_forty_calendars_are_right_after_each_thing_that_happens(new_calendar: NewCalendar) -> None:
    life = lives(FORTY)["moved, one taken off, one added, cancelled"]
    theirs = programs(new_calendar, life)
    assert len(theirs) == 41
    for mailing, sent in steps_of(life):
        for address, message in sent.items():
            theirs[address].take(message)
        shown = {address: program.shows() for address, program in theirs.items()}
        assert shown == {address: shown_to(address, mailing) for address in theirs}


@pytest.mark.tool
def test_forty_calendars_are_right_when_messages_come_late_and_twice(new_calendar: NewCalendar) -> None:
    life = lives(FORTY)["moved, one taken off, one added, cancelled"]
    # Before the last one, after which all calendars would be empty.
    for some in (life[:-1], life):
        check_whatever_comes_first(some, new_calendar)


@pytest.mark.tool
@pytest.mark.parametrize("name", lives(FORTY[:8]))
def test_calendars_are_right_through_other_lives(new_calendar: NewCalendar, name: str) -> None:
    check_whatever_comes_first(lives(FORTY[:8])[name], new_calendar)


def check_whatever_comes_first(life: Sequence[Mailing], new_calendar: NewCalendar) -> None:
    """Deliver a life's messages in order, in order and each twice, from the end, or shuffled and each twice."""
    sent: defaultdict[str, list[bytes]] = defaultdict(list)
    for _, messages in steps_of(life):
        for address, message in messages.items():
            sent[address].append(message)
    theirs = programs(new_calendar, life)
    for i, (address, program) in enumerate(theirs.items()):
        for message in disturbed(sent[address], i // 2):
            program.take(message)
    shown = {address: program.shows() for address, program in theirs.items()}
    assert shown == {address: shown_to(address, life[-1]) for address in theirs}


def disturbed(messages: Sequence[bytes], how: int) -> Sequence[bytes]:
    chance = random.Random(how)  # noqa: S311 - the same in each run
    twice = [message for message in messages for _ in range(2)]
    return [messages, twice, messages[::-1], chance.sample(twice, k=len(twice))][how % 4]


@pytest.mark.tool
@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("kind", ["feed", "all invited, file 0", "all invited, file 2"])
def test_a_server_keeps_the_same_values(new_calendar: NewCalendar, case: str, kind: str) -> None:
    file = files_of(case)[kind]
    calendar = new_calendar("office")
    put(calendar, file.values["events"][0]["uid"], file.data)
    [kept] = entries_in(calendar)
    assert read_with_icalendar(kept.data.encode())["events"] == file.values["events"]
