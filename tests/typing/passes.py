"""What a type checker takes: this file is checked and never run."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import assert_never, assert_type
from zoneinfo import ZoneInfo

import attrs

import csegroup
from csegroup import (
    Address,
    AddressKind,
    AttendeeGroup,
    AttendeeKind,
    Body,
    Council,
    DatedName,
    Discussion,
    Formality,
    FormalityKind,
    InWriting,
    Item,
    LegalForm,
    LocalizedText,
    Material,
    Meeting,
    MeetingStatus,
    MemberGroup,
    Motion,
    OnlineVenue,
    Organization,
    Outcome,
    Post,
    PostalAddress,
    Presentation,
    Session,
    SessionItem,
    Source,
    Speaker,
    Venue,
)

npa = Organization(id="jp/npa", name={"en": "National Police Agency", "ja": "警察庁"})
bureau = Organization(name=LocalizedText({"ja": "生活安全局"}), parent=npa, extensions={"x-ministry-id": "42"})
company = Organization(name={"und": "LINE"}, legal_form=LegalForm.STOCK_COMPANY)
head = Post(title={"en": "Head", "ja": "長"}, organization=bureau)
hall = Venue(
    name={"ja": "警察総合庁舎"}, room={"ja": "大会議室"}, postal_address=PostalAddress(locality={"ja": "千代田区"})
)
read_on = dt.date(2026, 11, 24)
two_o_clock = dt.datetime(2022, 2, 8, 14, tzinfo=ZoneInfo("Asia/Tokyo"))
reason: Mapping[str, str] = {"ja": "会場の都合により延期します。"}

meeting = Meeting(
    id="jp/cse-council/specialist-group/6",
    body=npa,
    jointly_with=(),
    number=6,
    aim={"en": "Aim", "ja-t-en": "目的"},
    status=MeetingStatus.ANNOUNCED,
    start=two_o_clock,
    venues=[OnlineVenue(), hall],
    attendees=[AttendeeGroup(kind=AttendeeKind.PRIVATE, description={"ja": "会員団体"})],
    program=[
        Formality(kind=FormalityKind.OPENING, minutes=5),
        Address(kind=AddressKind.CHAIR, speaker=head),
        Address(kind=AddressKind.GUEST, speaker=npa, audience=[AttendeeKind.PRIVATE]),
        Session(
            title={"ja": "発表"},
            items=[
                Presentation(title={"ja": "警察の取組"}, presenters=[npa]),
                Presentation(presenters=[npa, head, Speaker(name={"ja": "山田太郎"})], representatives=[company]),
                Motion(title={"ja": "規約の一部改正"}, outcome=Outcome.APPROVED, presenters=(head,)),
            ],
        ),
        Discussion(agenda_number=1, materials=[Material(number="1", kilobytes=109)], languages=["ja", "en"]),
    ],
    sources=[Source(url="https://www.example.go.jp/", read_on=read_on, publisher={"ja": "警察庁"})],
    extensions={},
)
council = Council(
    id="jp/cse-council",
    names=[DatedName(text={"ja": "協議会"}, since=read_on)],
    bodies=[Body(organization=npa, since=read_on)],
    member_groups=(MemberGroup(organization=one, kind=AttendeeKind.GOVERNMENT, since=read_on) for one in [npa]),
)

assert_type(npa.name, LocalizedText)
assert_type(npa.name["ja"], str)
assert_type(npa.name.exact("ja"), tuple[str, str] | None)
assert_type(npa.name.best("ja"), tuple[str, str])
assert_type(meeting.aim, LocalizedText | None)
assert_type(meeting.program, tuple[Item, ...])
assert_type(meeting.venues, tuple[Venue | OnlineVenue | InWriting, ...])
assert_type(meeting.local_date, dt.date | None)
assert_type(council.name_on(read_on), LocalizedText | None)
assert_type(council.members_on(read_on), tuple[MemberGroup, ...])

assert_type(meeting.announced(), Meeting)
assert_type(meeting.rescheduled(start=two_o_clock, end=two_o_clock, reason=reason), Meeting)
assert_type(meeting.rescheduled(day=read_on), Meeting)
assert_type(meeting.relocated([InWriting()], reason={"ja": "書面開催とします。"}), Meeting)
assert_type(meeting.postponed(reason=reason).cancelled(), Meeting)
assert_type(meeting.held(program=[Discussion()]), Meeting)
assert_type(meeting.seen_by(None), Meeting)
assert_type(meeting.seen_by(AttendeeKind.PRIVATE), Meeting)
assert_type(attrs.evolve(meeting, number=7, title={"ja": "臨時会合"}, program=[]), Meeting)
assert_type(csegroup.latest([meeting]), tuple[Meeting, ...])
assert_type(csegroup.upcoming(iter([meeting]), two_o_clock), tuple[Meeting, ...])

assert_type(csegroup.json.dumps(meeting), bytes)
assert_type(csegroup.json.loads(b"{}", Meeting), Meeting)
assert_type(csegroup.json.loads("{}", Council), Council)
assert_type(csegroup.format_program(meeting, locale="ja"), str)
assert_type(csegroup.format_title(meeting, locale="en"), str)
assert_type(csegroup.documents.format_program(meeting, locale="en"), str)
assert_type(csegroup.ical.to_ics(meeting, locale="ja", stamp=two_o_clock), bytes)
assert_type(csegroup.ical.to_ics([meeting], locale=["ja", "en"], stamp=two_o_clock), bytes)


def number_of(item: Item) -> int | None:
    match item:
        case Formality() | Address():
            return None
        case Presentation() | Discussion() | Motion():
            return item.agenda_number
        case Session():
            return len(item.items)
        case _:
            assert_never(item)


def is_a_break(item: SessionItem) -> bool:
    match item:
        case Formality(kind=FormalityKind.BREAK):
            return True
        case Formality() | Address() | Presentation() | Discussion() | Motion():
            return False
        case _:
            assert_never(item)
