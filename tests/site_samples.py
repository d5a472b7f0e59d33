"""Archives that a site is made of, and the script that makes it."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from pathlib import Path
from zoneinfo import ZoneInfo

import attrs

from csegroup import (
    Address,
    AddressKind,
    Archive,
    AttendeeGroup,
    AttendeeKind,
    Body,
    Contact,
    Council,
    DatedName,
    Discussion,
    Material,
    Meeting,
    MeetingStatus,
    MemberGroup,
    Motion,
    Organization,
    Outcome,
    Presentation,
    Session,
    Source,
    Speaker,
    Venue,
)
from csegroup.example import ARCHIVE
from csegroup.json import read_archive, write_archive

EXAMPLES = Path(__file__).parents[1] / "examples"
BASE_URL = "https://www.example.go.jp/council/"
NOW = "2026-11-24T09:00+09:00"
TOKYO = ZoneInfo("Asia/Tokyo")
CLOSED = "極秘Secret"
PLANNED, FOUNDED, ENDED = dt.datetime(2026, 12, 8, 14, tzinfo=TOKYO), dt.date(2010, 11, 22), dt.date(2025, 4, 1)
PAGE = Source(url="https://www.example.go.jp/1", read_on=dt.date(2026, 11, 24), publisher={"ja": "警察庁"})
GENERAL = Organization(id="jp/example/general", name={"ja": "総会", "en-t-ja": "General Meeting"})
EXPERTS = Organization(id="jp/example/experts", name={"ja": "専門家会合", "en": "Specialist Group Meeting"})
# What could end a text in HTML, JSON-LD, CSS or a calendar, and what is hard to read in any.
NASTY = (
    "</script><script>alert(1)</script></title><img src=x onerror=alert(2)> \" ' & &amp; <!-- --> ]]> \\n ; , {x} %s "
    "𠮷野家 髙﨑 ﾊﾝｶｸ か\u3099 עברית עם نص عربي 🏯"
).replace("か\u3099", "が")


def closed(secret: str = CLOSED) -> list[Session | Presentation | Discussion | Motion | Address]:
    """Make items that only the government may see, one of each kind that can be closed."""
    only = [AttendeeKind.GOVERNMENT]
    said, organization = {"ja": f"{secret}の話", "en": f"{secret} talk"}, Organization(name={"und": f"{secret}機関"})
    material = Material(number="9", title=said, url=f"https://www.example.go.jp/{secret.encode().hex()}.pdf")
    talk = Presentation(title=said, presenters=[organization], report=said, materials=[material], audience=only)
    return [
        talk,
        Discussion(title=said, report=said, audience=only),
        Motion(title=said, resolution=said, outcome=Outcome.APPROVED, audience=only),
        Address(kind=AddressKind.GUEST, speaker=Speaker(name={"ja": f"{secret}太郎"}), audience=only),
        Session(title=said, items=[talk], materials=[material]),
    ]


OPEN = Presentation(title={"ja": "公開の発表", "en": "Open talk"}, presenters=[EXPERTS], minutes=10)
COMING = Meeting(
    id="jp/example/general/2026",
    body=GENERAL,
    status=MeetingStatus.ANNOUNCED,
    start=PLANNED,
    end=PLANNED + dt.timedelta(hours=2),
    venues=[Venue(name={"ja": "警察総合庁舎", "en": "NPA Building"}, room={"ja": "大会議室", "en": "Hall"})],
    program=[OPEN, *closed()],
    contact=Contact(name={"ja": "少年課", "en": "Juvenile Division"}, email="juvenile@example.go.jp"),
    sources=[PAGE],
)
SOON = Meeting(id="jp/example/experts/7", body=EXPERTS, number=7, start=PLANNED - dt.timedelta(days=7), sequence=1)
JOINT = attrs.evolve(SOON.announced(), id="jp/example/joint", jointly_with=[GENERAL], start=PLANNED.replace(year=2024))
UNDATED = attrs.evolve(SOON.announced(), id="jp/example/experts/9/1.html", number=10)
OFF = attrs.evolve(JOINT, id="jp/example/cancelled")
MEETINGS = [
    # What was open once, and is closed now, is in no file either.
    attrs.evolve(COMING, sequence=0, program=[Discussion(title={"ja": CLOSED})], notice={"ja": CLOSED}),
    attrs.evolve(COMING, sequence=1),
    SOON,
    SOON.announced(),
    JOINT.held(),
    attrs.evolve(SOON, id="jp/example/experts/tentative", number=8, start=PLANNED + dt.timedelta(days=90)),
    Meeting(id="jp/example/experts/9", body=EXPERTS, number=9),
    UNDATED,
    UNDATED.postponed().cancelled(),
    OFF,
    OFF.cancelled(reason={"ja": "台風のため中止する。"}),
    # No one was ever told of it.
    attrs.evolve(SOON, id="jp/example/experts/unsaid", number=11).cancelled(),
    attrs.evolve(COMING, id="jp/example/moved"),
    attrs.evolve(COMING, id="jp/example/moved").rescheduled(start=PLANNED + dt.timedelta(days=30)),
    attrs.evolve(COMING, id="jp/example/put-off"),
    attrs.evolve(COMING, id="jp/example/put-off").postponed(),
    Meeting(id="jp/example/day", body=GENERAL, day=dt.date(2019, 4, 30), status=MeetingStatus.HELD),
]


def member(name: str, since: dt.date, until: dt.date | None = None, **names: str) -> MemberGroup:
    organization = Organization(id=f"jp/{name.lower()}", name={"und": name, **names})
    return MemberGroup(organization=organization, kind=AttendeeKind.PRIVATE, since=since, until=until, sources=[PAGE])


ENDED_COUNCIL = Council(
    id="jp/example",
    names=[
        DatedName(text={"ja": "旧協議会", "en": "Old Council"}, since=FOUNDED, until=dt.date(2017, 10, 27)),
        DatedName(text={"ja": "新協議会", "en-t-ja": "New Council"}, since=dt.date(2017, 10, 27), until=ENDED),
    ],
    bodies=[Body(organization=GENERAL, since=FOUNDED, until=ENDED)],
    member_groups=[
        member("Left", FOUNDED, dt.date(2012, 4, 1)),
        member("Back", FOUNDED, dt.date(2012, 4, 1)),
        member("Back", dt.date(2020, 4, 1), ENDED),
        member("Stayed", FOUNDED, ENDED),
    ],
)
NASTY_COUNCIL = Council(
    id="x/nasty",
    names=[DatedName(text={"ja": NASTY, "en": NASTY}, since=FOUNDED)],
    member_groups=[
        MemberGroup(
            organization=Organization(id="x/nasty/member", name={"en": NASTY}, url="https://example.org/?a=1&b='2'"),
            kind=AttendeeKind.OTHER,
            since=FOUNDED,
            sources=[attrs.evolve(PAGE, publisher={"en": NASTY})],
        )
    ],
)
NASTY_MEETING = Meeting(
    id="x/nasty/1",
    body=Organization(id="x/nasty/body", name={"ja": NASTY}),
    title={"en": NASTY},
    aim={"en": f"{NASTY}\n{NASTY}"},
    notice={"ja": NASTY},
    status=MeetingStatus.ANNOUNCED,
    start=PLANNED,
    venues=[Venue(name={"ja": NASTY}, room={"en": NASTY})],
    attendees=[AttendeeGroup(kind=AttendeeKind.OTHER, label={"en": NASTY}, description={"ja": NASTY})],
    program=[Presentation(title={"ja": NASTY}, presenters=[Speaker(name={"und": NASTY})], report={"en": NASTY})],
    contact=Contact(name={"en": NASTY}),
    sources=[attrs.evolve(PAGE, publisher={"en": NASTY})],
)
ARCHIVES = {
    "shipped": read_archive(ARCHIVE),
    "hard": Archive(councils=[ENDED_COUNCIL], meetings=MEETINGS),
    "nasty": Archive(councils=[NASTY_COUNCIL, ENDED_COUNCIL], meetings=[NASTY_MEETING]),
    "to be founded": Archive(
        councils=[
            attrs.evolve(
                ENDED_COUNCIL,
                names=[DatedName(text={"ja": "準備会"}, since=dt.date(2030, 1, 1))],
                bodies=[],
                member_groups=[],
            )
        ]
    ),
    "empty": Archive(),
}


def run(script: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(EXAMPLES / f"{script}.py"), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, check=False, encoding="utf-8", timeout=120)  # noqa: S603 - our own script


def publish(archive: Archive, folder: Path, now: str = NOW) -> subprocess.CompletedProcess[str]:
    """Make a site of an archive in a folder."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    file = folder.with_suffix(".jsonl")
    write_archive(archive, file)
    return run("publish_site", file, folder, "--now", now, "--base-url", BASE_URL)


def published(archive: Archive, folder: Path, now: str = NOW) -> Path:
    done = publish(archive, folder, now)
    assert (done.returncode, done.stderr) == (0, "")
    return folder
