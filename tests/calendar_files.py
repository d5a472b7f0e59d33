"""A calendar file of each kind, of meetings of each kind, and what is to be read from it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

import attrs

from calendar_values import (
    ORGANIZER,
    UTC,
    Values,
    people_of,
    values_of,
)
from csegroup import (
    Contact,
    Discussion,
    InWriting,
    Meeting,
    MeetingStatus,
    OnlineVenue,
    Organization,
    PostalAddress,
    Venue,
    example,
)
from csegroup.ical import Feed, Invitee, InviteeRole, Mailing, invitations, to_ics

STAMP = dt.datetime(2026, 11, 24, tzinfo=UTC)
LOCALES = ["en", "ja"]
BERLIN = ZoneInfo("Europe/Berlin")
BODY = Organization(id="jp/example", name={"ja": "専門家会合", "en": "Specialist Group Meeting"})
HALL = Venue(
    name={"ja": "警察総合庁舎", "en": "National Police Agency Building"},
    postal_address=PostalAddress(postal_code="100-8974", locality={"ja": "千代田区", "en": "Chiyoda-ku"}),
)
MEETING = Meeting(id="jp/example/6", body=BODY, number=6, status=MeetingStatus.ANNOUNCED, venues=[HALL])
ESCAPES = 'C:\\New, "A"; B: 𠮷田\ufa1b祉 ｶﾞ 👨\u200d👩\u200d👧 \\n \\\\ ^n'
REASON = {"ja": "台風のため。", "en": "Because of the typhoon; we are sorry, all."}

CASES = {
    "2022": attrs.evolve(example.MEETING, status=MeetingStatus.ANNOUNCED),
    "in UTC": attrs.evolve(
        MEETING,
        start=dt.datetime(2022, 2, 8, 5, tzinfo=ZoneInfo("UTC")),
        end=dt.datetime(2022, 2, 8, 7, tzinfo=ZoneInfo("UTC")),
    ),
    "summer in Berlin": attrs.evolve(
        MEETING,
        start=dt.datetime(2022, 7, 1, 9, 30, tzinfo=BERLIN),
        end=dt.datetime(2022, 7, 1, 11, tzinfo=BERLIN),
        contact=Contact(name={"ja": "少年課", "en": "Juvenile Division, NPA"}, email="office@example.go.jp"),
    ),
    "winter in Berlin": attrs.evolve(MEETING, start=dt.datetime(2022, 1, 20, 9, 30, tzinfo=BERLIN)),
    "an hour shown twice": attrs.evolve(
        MEETING,
        start=dt.datetime(2022, 10, 30, 2, 30, fold=1, tzinfo=BERLIN),
        end=dt.datetime(2022, 10, 30, 4, tzinfo=BERLIN),
    ),
    "all day": attrs.evolve(MEETING, day=dt.date(2022, 2, 8), aim={"ja": "情報共有"}),
    "in writing": attrs.evolve(MEETING, day=dt.date(2022, 2, 8), venues=[InWriting()], program=[Discussion()]),
    "on-line": attrs.evolve(
        MEETING,
        day=dt.date(2022, 2, 8),
        venues=[OnlineVenue(name={"und": 'Live "A"; B, ^n'}, url="https://www.example.go.jp/live?a=1,2;3")],
    ),
    "escapes": attrs.evolve(
        MEETING,
        day=dt.date(2022, 2, 8),
        title={"und": ESCAPES},
        venues=[Venue(name={"und": ESCAPES})],
        aim={"und": f"{ESCAPES}\n{ESCAPES}"},
    ),
}
INVITEES = (
    Invitee(email="taro@example.go.jp", name="髙橋 﨑", language="ja", role=InviteeRole.CHAIR),
    Invitee(
        email="o'neil+x@example.org",
        name="O'Neil, Ann: (NPA)",
        language="en",
        role=InviteeRole.OBSERVER,
        time_zone=ZoneInfo("Europe/London"),
        join_url="https://meet.example.go.jp/join?a=1,2;3",
        passcode="1,2;3",
    ),
    Invitee(email="太郎@例え.jp", name="𠮷田; 花子 ｶﾞ 福\ufa1b祉係 か\u309a \\N", role=InviteeRole.OPTIONAL),
    Invitee(email="han@example.com", language=["en", "ja"]),
)
NAMES = {"ja": "警察庁少年課", "en": "Juvenile Division, NPA"}
FEED = Feed(
    name={"ja": "協議会", "en": "Council"},
    source="https://www.example.go.jp/council.ics?a=1,2;3",
    refresh_interval=dt.timedelta(hours=12),
    alarm=dt.timedelta(minutes=30),
)
STATUSES = {MeetingStatus.ANNOUNCED: "CONFIRMED", MeetingStatus.CANCELLED: "CANCELLED"}


class File(NamedTuple):
    """A file, and what is to be read from it."""

    data: bytes
    values: Values


@cache
def files_of(case: str) -> Mapping[str, File]:
    """Give a file of each kind for a meeting."""
    meeting = CASES[case]
    return {
        "feed": feed_of([meeting]),
        "feed of a cancelled meeting": feed_of([meeting.cancelled(reason=REASON)]),
        **dict(letters(meeting)),
    }


def feed_of(meetings: Sequence[Meeting]) -> File:
    data = to_ics(meetings, locale=LOCALES, stamp=STAMP, organizer=ORGANIZER, feed=FEED)
    people = people_of(NAMES["en"], [], asked=False)
    events = [values_of(data, meeting, STATUSES[meeting.status], people) for meeting in meetings]
    return File(data, {"method": "PUBLISH", "events": events})


def letters(meeting: Meeting) -> Iterator[tuple[str, File]]:
    """Give what each invitee gets after each thing that can happen, with the meeting as it is told there."""
    first = Mailing(meeting=meeting, organizer=ORGANIZER, invitees=INVITEES)
    later, off, put_off = a_day_later(meeting), meeting.cancelled(reason=REASON), meeting.postponed(reason=REASON)
    as_it_was = attrs.evolve(meeting, sequence=put_off.sequence)
    shared = attrs.evolve(first, shared_list=True)
    yield from named("invited", requests(first, None, meeting))
    yield from named("all invited", requests(shared, None, meeting))
    yield from named("moved", requests(attrs.evolve(first, meeting=later), first, later))
    yield from named("cancelled", cancels(attrs.evolve(first, meeting=off), first, off, "CANCELLED"))
    yield from named("postponed", cancels(attrs.evolve(first, meeting=put_off), first, as_it_was, "CANCELLED"))
    undated = attrs.evolve(first, meeting=put_off)
    never = put_off.cancelled(reason=REASON)
    yield from named(
        "postponed, then cancelled", cancels(attrs.evolve(first, meeting=never), undated, never, "CANCELLED")
    )
    for i in range(len(INVITEES)):
        fewer = attrs.evolve(first, invitees=INVITEES[:i] + INVITEES[i + 1 :])
        yield from named(f"taken off {i}", cancels(fewer, first, meeting, None))


def named(name: str, files: Iterable[File]) -> Iterator[tuple[str, File]]:
    return ((f"{name}, file {i}", file) for i, file in enumerate(files))


def a_day_later(meeting: Meeting) -> Meeting:
    day = dt.timedelta(days=1)
    if meeting.day:
        return meeting.rescheduled(day=meeting.day + day)
    assert meeting.start
    return meeting.rescheduled(start=meeting.start.replace(fold=0) + day, end=meeting.end and meeting.end + day)


def requests(mailing: Mailing, previous: Mailing | None, meeting: Meeting) -> Iterator[File]:
    for one in invitations(mailing, previous=previous, stamp=STAMP):
        invitees = mailing.invitees if mailing.shared_list else [one.invitee]
        people = people_of(NAMES[one.invitee.language[0]], invitees, asked=True)
        yield File(one.ics, {"method": "REQUEST", "events": [values_of(one.ics, meeting, "CONFIRMED", people)]})


def cancels(mailing: Mailing, previous: Mailing, meeting: Meeting, status: str | None) -> Iterator[File]:
    for one in invitations(mailing, previous=previous, stamp=STAMP):
        people = people_of(NAMES[one.invitee.language[0]], [one.invitee], asked=False)
        yield File(one.ics, {"method": "CANCEL", "events": [values_of(one.ics, meeting, status, people)]})
