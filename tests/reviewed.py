"""An archive of a council that is made up, in two languages, in which a review finds nothing to mend."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import attrs

from csegroup import (
    Address,
    AddressKind,
    AttendeeGroup,
    AttendeeKind,
    Body,
    Contact,
    Council,
    DatedName,
    DatedOrganization,
    Discussion,
    Formality,
    FormalityKind,
    Item,
    LegalForm,
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
    Source,
    Venue,
)

TODAY = dt.date(2026, 11, 24)
TOKYO = ZoneInfo("Asia/Tokyo")


@attrs.define
class Kept:
    """What is reviewed together, to be spoiled."""

    council: Council
    meetings: list[Meeting]
    organizations: list[DatedOrganization]


def source(page: str, read_on: dt.date = TODAY) -> Source:
    return Source(
        url=f"https://www.council.example.jp/{page}", read_on=read_on, publisher={"ja": "県", "en": "Prefecture"}
    )


def organization(
    key: str | None, ja: str, en: str, form: LegalForm | None = None, parent: Organization | None = None
) -> Organization:
    return Organization(id=key, name={"ja": ja, "en": en}, legal_form=form, parent=parent)


NPO = LegalForm.SPECIFIED_NONPROFIT_CORPORATION
PREFECTURE = organization("jp/midori", "みどり県", "Midori Prefecture")
POLICE = organization("jp/police/midori", "みどり県警察本部", "Midori Prefectural Police Headquarters")
DIVISION = organization(None, "少年課", "Juvenile Division", parent=POLICE)
OLD_NETWORK = organization("jp/midori/network", "青少年インターネット協会", "Youth Internet Association")
NETWORK = organization("jp/midori/network", "こどもインターネット協会", "Children's Internet Association")
SUPPORT = organization("jp/midori/support", "みどり被害者支援センター", "Midori Victim Support Center", NPO)
TEACHERS = organization("jp/midori/teachers", "みどり県教職員研究会", "Midori Teachers' Study Group")
CARRIER = organization("jp/midori/carrier", "みどり通信株式会社", "Midori Telecom Co., Ltd.")
GENERAL = organization(
    "jp/midori-council/general",
    "みどり県子供の安全協議会総会",
    "General Meeting of the Midori Council for the Safety of Children",
)
WORKING = organization("jp/midori-council/working", "実務者会議", "Working Group")
HEAD = Post(title={"ja": "長", "en": "Director"}, organization=DIVISION)
HALL = Venue(
    name={"ja": "みどり県庁", "en": "Midori Prefectural Office"},
    room={"ja": "第1会議室", "en": "Conference Room 1"},
    postal_address=PostalAddress(
        postal_code="999-0001",
        region={"ja": "みどり県", "en": "Midori"},
        locality={"ja": "若葉市", "en": "Wakaba-shi"},
        street={"ja": "中央1-1", "en": "1-1 Chuo"},
    ),
)
CONTACT = Contact(
    name={"ja": "みどり県県民生活課", "en": "Citizens' Life Division, Midori Prefecture"},
    telephone="099-555-0100",
    email="safety@pref.example.jp",
)


def _member(one: Organization, kind: AttendeeKind, since: int, until: int | None = None) -> MemberGroup:
    return MemberGroup(
        organization=one,
        kind=kind,
        since=dt.date(since, 4, 1),
        until=dt.date(until, 4, 1) if until else None,
        sources=[source("members")],
    )


def _council() -> Council:
    private = AttendeeKind.PRIVATE
    return Council(
        id="jp/midori-council",
        names=[
            DatedName(
                text={"ja": "みどり県青少年安全協議会", "en": "Midori Council for the Safety of Youth"},
                since=dt.date(2018, 4, 1),
                until=dt.date(2019, 4, 1),
                sources=[source("rules")],
            ),
            DatedName(
                text={"ja": "みどり県子供の安全協議会", "en": "Midori Council for the Safety of Children"},
                since=dt.date(2019, 4, 1),
                sources=[source("rules")],
            ),
        ],
        bodies=[
            Body(organization=GENERAL, since=dt.date(2019, 4, 1), sources=[source("rules")]),
            Body(organization=WORKING, since=dt.date(2021, 6, 1), sources=[source("rules")]),
        ],
        member_groups=[
            _member(PREFECTURE, AttendeeKind.GOVERNMENT, 2018),
            _member(POLICE, AttendeeKind.PREFECTURAL_POLICE, 2018),
            _member(OLD_NETWORK, private, 2018, 2022),
            _member(NETWORK, private, 2022),
            _member(SUPPORT, private, 2019),
            _member(TEACHERS, private, 2018, 2021),
            _member(CARRIER, private, 2023),
        ],
    )


def pdf(number: str, key: str) -> Material:
    url = f"https://www.council.example.jp/{key}/{number}.pdf"
    return Material(
        number=number,
        url=url,
        media_type="application/pdf",
        kilobytes=120,
        title={"ja": f"説明資料{number}", "en": f"Paper {number}"},
    )


def _report(key: str) -> dict[str, str]:
    return {
        "ja": f"県内の状況及び今後の取組について説明が行われ、質疑応答があった。詳細は議事要旨（{key}）に記載した。",
        "en": f"The situation in the prefecture and further efforts were explained; the minutes are {key}.",
    }


REPORT = _report("general-2-1")  # of the second meeting, on the situation


def _program(key: str, network: Organization, *, held: bool) -> list[Item]:
    def minutes(n: int) -> int | None:
        return None if held else n

    return [
        Formality(kind=FormalityKind.OPENING),
        Address(kind=AddressKind.CHAIR, speaker=HEAD, minutes=minutes(10)),
        Presentation(
            agenda_number=1,
            title={"ja": "被害の状況について", "en": "The situation of victims"},
            presenters=[POLICE],
            report=_report(f"{key}-1") if held else None,
            materials=[pdf("1", key)],
            minutes=minutes(30),
        ),
        Session(
            agenda_number=2,
            title={"ja": "会員の取組", "en": "Efforts of members"},
            items=[
                Presentation(
                    title={"ja": "講習会の開催", "en": "Lectures at schools"},
                    presenters=[network],
                    report=_report(f"{key}-2") if held else None,
                    materials=[pdf("2", key)],
                    minutes=minutes(30),
                ),
                Presentation(
                    title={"ja": "相談の窓口", "en": "A place to ask for help"},
                    presenters=[SUPPORT],
                    report=_report(f"{key}-3") if held else None,
                    materials=[pdf("3", key)],
                    minutes=minutes(30),
                ),
            ],
        ),
        Motion(
            agenda_number=3,
            title={"ja": "規約の一部改正について", "en": "Amendment of the rules"},
            outcome=Outcome.APPROVED if held else None,
            minutes=minutes(10),
        ),
        Discussion(agenda_number=4, title={"ja": "意見交換", "en": "Exchange of opinions"}, minutes=minutes(10)),
        Formality(kind=FormalityKind.CLOSING),
    ]


def meeting(body: Organization, number: int, day: tuple[int, int, int], *, held: bool = True) -> Meeting:
    key = f"{str(body.id).rpartition('/')[2]}-{number}"
    start = dt.datetime(*day, 14, tzinfo=TOKYO)
    return Meeting(
        id=f"{body.id}/{number}",
        body=body,
        number=number,
        status=MeetingStatus.HELD if held else MeetingStatus.ANNOUNCED,
        start=start,
        end=start.replace(hour=16),
        venues=[OnlineVenue()] if body is WORKING else [HALL],
        attendees=[
            AttendeeGroup(
                kind=AttendeeKind.PRIVATE, description={"ja": "会員である民間団体", "en": "Private member groups"}
            ),
            AttendeeGroup(kind=AttendeeKind.PREFECTURAL_POLICE),
        ],
        program=_program(key, NETWORK if start.date() >= dt.date(2022, 4, 1) else OLD_NETWORK, held=held),
        url=f"https://www.council.example.jp/{key}/",
        contact=CONTACT,
        sources=[source(key)],
    )


def kept() -> Kept:
    """Make the archive anew; the number of a meeting in it is told by its place here."""
    moved = meeting(GENERAL, 5, (2023, 5, 16), held=False)
    day = dt.datetime(2023, 5, 30, 14, tzinfo=TOKYO)
    again = moved.rescheduled(
        start=day,
        end=day.replace(hour=16),
        reason={"ja": "会場の都合により5月30日(火)に延期します。", "en": "Put off to Tuesday, 30 May 2023."},
    )
    meetings = [
        meeting(GENERAL, 1, (2019, 5, 14)),  # 0
        meeting(GENERAL, 2, (2020, 7, 2)),  # 1
        meeting(GENERAL, 3, (2021, 5, 18)),  # 2
        meeting(WORKING, 1, (2021, 9, 9)),  # 3
        meeting(GENERAL, 4, (2022, 5, 17)),  # 4
        meeting(WORKING, 2, (2022, 10, 6)),  # 5
        moved,  # 6
        again,  # 7
        again.held(program=meeting(GENERAL, 5, (2023, 5, 30)).program),  # 8
        meeting(WORKING, 3, (2024, 2, 15), held=False).cancelled(
            reason={"ja": "大雪のため中止します。", "en": "Called off because of heavy snow."}
        ),  # 9
        meeting(WORKING, 4, (2024, 9, 12)),  # 10
        meeting(GENERAL, 6, (2026, 12, 4), held=False),  # 11
    ]
    dated = [
        DatedOrganization(organization=POLICE, sources=[source("police")]),
        DatedOrganization(organization=GENERAL, since=dt.date(2019, 4, 1), sources=[source("rules")]),
    ]
    return Kept(council=_council(), meetings=meetings, organizations=dated)
