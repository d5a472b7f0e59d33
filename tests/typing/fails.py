"""What a type checker refuses, line by line: this file is checked and never run.

A line that passes makes its `ignore` an error. pyrightconfig.json keeps pyright from obeying mypy's.
"""

from __future__ import annotations

import datetime as dt
from typing import assert_never
from zoneinfo import ZoneInfo

import attrs

import csegroup
from csegroup import (
    Address,
    AddressKind,
    Discussion,
    Formality,
    FormalityKind,
    Item,
    LocalizedText,
    Meeting,
    Motion,
    OnlineVenue,
    Organization,
    Post,
    Presentation,
    Session,
    Speaker,
    Venue,
)

npa = Organization(id="jp/npa", name={"ja": "警察庁"})
head = Post(title={"ja": "長"}, organization=npa)
meeting = Meeting(id="jp/example/6", body=npa)
day = dt.date(2022, 2, 8)
start = dt.datetime(2022, 2, 8, 14, tzinfo=ZoneInfo("Asia/Tokyo"))

Organization(name="警察庁")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
Organization(name={"ja": 5})  # type: ignore[dict-item]  # pyright: ignore[reportArgumentType]
Organization(name=None)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
Organization(id=42, name={"ja": "警察庁"})  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
Organization(id="jp/npa")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
Organization("jp/npa", {"ja": "警察庁"})  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
Organization(name={"ja": "警察庁"}, nickname={"ja": "警察"})  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
Organization(name={"ja": "警察庁"}, legal_form="stock_company")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
Organization(name={"ja": "警察庁"}, extensions={"x-id": 42})  # type: ignore[dict-item]  # pyright: ignore[reportArgumentType]
LocalizedText("目的")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]

Meeting(id=6, body=npa)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
Meeting(id="jp/example/6", body="専門家会合")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
Meeting(id="jp/example/6", body=npa, number="6")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
Meeting(id="jp/example/6", body=npa, title="第6回専門家会合")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
Meeting(id="jp/example/6", body=npa, status="held")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
Meeting(id="jp/example/6", body=npa, start="2022-02-08T14:00:00+09:00")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
Meeting(id="jp/example/6", body=npa, start=day)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
Meeting(id="jp/example/6", body=npa, venues=OnlineVenue())  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
Meeting(id="jp/example/6", body=npa, venues="警察総合庁舎")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
Meeting(id="jp/example/6", body=npa, venues=[npa])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]
Meeting(id="jp/example/6", body=npa, program=[head])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]
Meeting(id="jp/example/6", body=npa, program=Discussion())  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
Meeting(id="jp/example/6", body=npa, programme=[])  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
Meeting("jp/example/6", npa)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]

Venue(name="警察総合庁舎")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
Speaker(post=npa)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
Presentation(presenters=npa)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
Presentation(presenters="警察庁")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
Presentation(presenters=[{"ja": "警察庁"}])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]
Address(kind="opening")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
Address(kind=FormalityKind.OPENING)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
Address(kind=AddressKind.CHAIR, speaker="会長")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
Discussion(audience=["private"])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]
Discussion(agenda_number="1")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
Motion(title={"ja": "規約の一部改正"}, outcome="approved")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
Session(title={"ja": "発表"}, items=[Session(title={"ja": "発表"}, items=[])])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]
Session(title={"ja": "発表"})  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]

meeting.number = 7  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]
meeting.body.name = LocalizedText({"ja": "総会"})  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]
npa.name["ja"] = "警察"  # type: ignore[index]  # pyright: ignore[reportIndexIssue]
meeting.agenda()  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]

meeting.rescheduled()  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue]
meeting.rescheduled(start=start, day=day)  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue]
meeting.rescheduled(day=day, end=start)  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue]
meeting.rescheduled(start)  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue]
meeting.rescheduled(start=start, reason="延期します。")  # type: ignore[call-overload]  # pyright: ignore[reportArgumentType]
meeting.relocated(OnlineVenue())  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
meeting.held(["開会"])  # type: ignore[call-arg, list-item]  # pyright: ignore[reportCallIssue]
meeting.seen_by("private")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
# Only mypy looks at what is given to attrs.evolve.
attrs.evolve(meeting, number="7")  # type: ignore[arg-type]
attrs.evolve(meeting, programme=[])  # type: ignore[call-arg]

csegroup.nonsense()  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]
csegroup.json.nonsense()  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]
csegroup.json.loads(b"{}", Organization)  # type: ignore[type-var]  # pyright: ignore[reportArgumentType]
csegroup.json.dumps(npa)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
csegroup.format_program(meeting)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
csegroup.ical.to_ics(meeting, locale="ja")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
csegroup.upcoming([meeting], day)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


class Agency(Organization): ...  # type: ignore[misc]  # pyright: ignore[reportGeneralTypeIssues]


def is_a_speech(item: Item) -> bool:
    match item:
        case Address() | Presentation():
            return True
        case Formality() | Discussion() | Motion():
            return False
        case _:
            assert_never(item)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
