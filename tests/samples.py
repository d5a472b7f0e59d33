"""A small meeting in two languages, and what its program prints of an item."""

from __future__ import annotations

import datetime as dt
import re
from zoneinfo import ZoneInfo

import attrs

from csegroup import (
    AttendeeGroup,
    AttendeeKind,
    Contact,
    Discussion,
    Formality,
    FormalityKind,
    Item,
    Meeting,
    MeetingStatus,
    OnlineVenue,
    Organization,
    Presentation,
    Session,
)
from csegroup.documents import COUNCIL, Style, format_program
from csegroup.wording.locales import words_for
from csegroup.wording.messages import PROGRAM_AS_HELD

GROUP = Organization(id="jp/group", name={"en": "Specialist Group Meeting", "ja": "専門家会合"})
AGENCY = Organization(name={"en": "National Police Agency", "ja": "警察庁"})
COMPANY = Organization(name={"en": "DeNA Co.,Ltd", "ja": "株式会社ディー・エヌ・エー"})
OPENING = Formality(kind=FormalityKind.OPENING)
CLOSING = Formality(kind=FormalityKind.CLOSING)
ANNOUNCED = Meeting(
    id="jp/group/6",
    body=GROUP,
    number=6,
    status=MeetingStatus.ANNOUNCED,
    start=dt.datetime(2022, 2, 8, 14, tzinfo=ZoneInfo("Asia/Tokyo")),
    program=[OPENING, CLOSING],
)
FULL = attrs.evolve(
    ANNOUNCED,
    notice={"en": "The venue has changed.", "ja": "会場を変更しました。"},
    aim={"en": "To share knowledge.", "ja": "知見を共有する。"},
    venues=[OnlineVenue()],
    attendees=[
        AttendeeGroup(kind=AttendeeKind.PRIVATE, description={"en": "Member groups", "ja": "会員団体"}),
        AttendeeGroup(kind=AttendeeKind.OTHER, label={"en": "Observers", "ja": "オブザーバー"}),
    ],
    program=[
        OPENING,
        Session(
            title={"en": "Efforts", "ja": "取組"},
            items=[
                Presentation(presenters=[AGENCY], report={"en": "It told.\nAll listened.", "ja": "発表。\n傾聴。"}),
                Discussion(),
            ],
        ),
        CLOSING,
    ],
    contact=Contact(
        name={"en": "Juvenile Division", "ja": "少年課"},
        telephone="03-3581-0141",
        email="office@example.go.jp",
        url="https://www.example.go.jp/",
    ),
)


def items(*program: Item, locale: str = "ja", style: Style = COUNCIL) -> list[str]:
    """Print a record of items, and give their lines without the indent of the section."""
    words = words_for(locale, style)
    printed = format_program(attrs.evolve(ANNOUNCED.held(), program=program), locale=locale, style=style)
    # The mark before the heading is that of the style.
    _, below = re.split(rf"\n(?:\S+[ 　])?{words.text(PROGRAM_AS_HELD)}\n", printed)
    return [line.removeprefix("　" if words.wide else "") for line in below.splitlines() if line]


def item(one: Item, locale: str = "ja", style: Style = COUNCIL) -> str:
    """Give the only line of an item without its mark."""
    (line,) = items(one, locale=locale, style=style)
    return line.removeprefix("(1)").strip()
