"""Councils and meetings for pictures. Most names are real, the days and who belonged to whom are invented."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping

from csegroup import (
    AttendeeKind,
    Council,
    DatedName,
    LegalForm,
    Meeting,
    MeetingStatus,
    MemberGroup,
    Organization,
)
from csegroup.pictures import meetings_by_year, members, names

DAY = dt.date
FOUNDED, RENAMED, LAST = DAY(2010, 11, 22), DAY(2017, 10, 27), DAY(2022, 2, 8)
JOINT = {
    "ja": "子供の性被害撲滅対策推進協議会",
    "en-t-ja": "Joint Council for the Eradication of Sexual Harm to Children",
}
NAMES = [
    DatedName(text={"ja": "児童ポルノ排除対策推進協議会"}, since=FOUNDED, until=DAY(2014, 11, 26)),
    DatedName(text={"ja": "児童の性的搾取等撲滅対策推進協議会"}, since=DAY(2017, 5, 1), until=RENAMED),
    DatedName(text=JOINT, since=RENAMED),
]


def a_name(n: int) -> dict[str, str]:
    english = ["Children's Safety Network", "Association for the Protection of Minors on the Internet", "Forum"][n % 3]
    japanese = ["子供の安全ネットワーク", "青少年のインターネット利用環境の整備等に関する協議会連合", "ふぉーらむ"][
        n % 3
    ]
    return {"ja": f"{japanese}第{n}支部", "en": f"{english}, Branch {n}"}


def a_member(  # noqa: PLR0913, PLR0917 - as a register has it
    id: str,  # noqa: A002 - the field's name
    name: Mapping[str, str],
    kind: AttendeeKind,
    since: dt.date,
    until: dt.date | None = None,
    form: LegalForm | None = None,
) -> MemberGroup:
    organization = Organization(id=id, name=name, legal_form=form)
    return MemberGroup(organization=organization, kind=kind, since=since, until=until)


def _members(number: int) -> Iterator[MemberGroup]:
    government, private = AttendeeKind.GOVERNMENT, AttendeeKind.PRIVATE
    yield a_member("jp/npa", {"ja": "警察庁", "en": "National Police Agency"}, government, FOUNDED)
    yield a_member("jp/cao", {"ja": "内閣府", "en": "Cabinet Office"}, government, FOUNDED, DAY(2016, 4, 1))
    yield a_member("jp/cao", {"ja": "内閣府", "en": "Cabinet Office"}, government, DAY(2019, 5, 1))
    mext = {"ja": "文部科学省", "en": "Ministry of Education, Culture, Sports, Science and Technology"}
    yield a_member("jp/mext", mext, government, FOUNDED)
    yield a_member("x", {"ja": "ソーシャルメディア協会", "en": "Social Media Forum"}, private, FOUNDED, DAY(2013, 8, 1))
    smaj = {"ja": "青少年ネット利用環境整備協議会", "en": "Youth Net Council"}
    yield a_member("x", smaj, private, DAY(2013, 8, 1), DAY(2020, 4, 1))
    smaj = {"ja": "ソーシャルメディア利用環境整備機構", "en": "Social Media Association of Japan"}
    form = LegalForm.GENERAL_INCORPORATED_ASSOCIATION
    yield a_member("x", smaj, private, DAY(2020, 4, 1), form=form)
    yield a_member("un", {"en": "UNICEF", "ja": "国連児童基金"}, AttendeeKind.INTERNATIONAL, DAY(2010, 11, 22))
    for n in range(5, number):
        since = dt.date(2010 + n % 9, 1 + n % 12, 1 + n % 28)
        until = dt.date(2020, 1 + n % 12, 1) if n % 7 == 0 else None
        kind = list(AttendeeKind)[n % 4]
        yield a_member(f"m/{n}", a_name(n), kind, since, until)


def a_council(number: int) -> Council:
    """Make a council of so many members; the first ones are renamed, or leave and come back."""
    return Council(id="jp/example", names=NAMES, member_groups=list(_members(number)))


GENERAL = Organization(id="jp/example/general", name={"ja": "総会", "en": "General Meeting"})
EXPERTS = Organization(id="jp/example/experts", name={"en": "Specialist Group Meeting", "ja-t-en": "専門家会合"})
HELD, CANCELLED = MeetingStatus.HELD, MeetingStatus.CANCELLED


def a_meeting(n: int, body: Organization, day: dt.date | None, status: MeetingStatus = HELD) -> Meeting:
    return Meeting(id=f"{body.id}/{n}", body=body, status=status, day=day)


MEETINGS = [
    a_meeting(1, GENERAL, DAY(2017, 10, 27)),
    a_meeting(2, GENERAL, DAY(2018, 6, 1)),
    a_meeting(3, GENERAL, DAY(2019, 4, 30)),
    a_meeting(4, GENERAL, DAY(2019, 5, 1), CANCELLED),
    a_meeting(5, GENERAL, DAY(2021, 4, 16)),
    a_meeting(6, GENERAL, DAY(2022, 4, 1), MeetingStatus.ANNOUNCED),
    a_meeting(1, EXPERTS, DAY(2018, 1, 1)),
    *(a_meeting(n, EXPERTS, DAY(2020, n, 1), CANCELLED if n > 4 else HELD) for n in range(2, 8)),
    a_meeting(8, EXPERTS, DAY(2022, 2, 8)),
    a_meeting(9, EXPERTS, None, MeetingStatus.TENTATIVE),
]
ONE = Council(
    id="jp/one",
    names=[DatedName(text={"ja": "協議会"}, since=LAST)],
    member_groups=[a_member("jp/npa", {"ja": "警察庁"}, AttendeeKind.GOVERNMENT, LAST)],
)
ENDED = Council(
    id="jp/ended",
    names=[
        DatedName(text={"ja": "諮問会議", "en": "Advisory Council"}, since=DAY(1870, 3, 1), until=DAY(1881, 10, 21))
    ],
    member_groups=[
        a_member("jp/a", {"ja": "元老院", "en": "Genrōin"}, AttendeeKind.OTHER, DAY(1870, 3, 1), DAY(1881, 10, 21))
    ],
)
LONG = "X" * 30 + "@" * 30
HARD = Council(
    id="jp/hard",
    names=[DatedName(text={"en": LONG, "ja": "題" * 300}, since=FOUNDED)],
    member_groups=[
        a_member("w", {"en": "W" * 200}, AttendeeKind.PRIVATE, FOUNDED, LAST),
        a_member("m", {"en": "https://example.org/" + "m%" * 50, "ja": "𠮷" * 99}, AttendeeKind.PRIVATE, FOUNDED),
        a_member("k", {"ja": "ｶﾞ" * 99 + "か゚" * 30, "en": "x\u0323\u0301" * 99}, AttendeeKind.OTHER, FOUNDED),
        *(
            a_member("r", {"en": f'Name <{n}> & "co"'}, AttendeeKind.OTHER, DAY(2011, 1, n), DAY(2011, 1, n + 1))
            for n in range(1, 13)
        ),
        a_member("r", {"en": "👨\u200d👩\u200d👧" * 40}, AttendeeKind.OTHER, DAY(2011, 2, 1)),
    ],
)

PICTURES = {
    "members.ja": members(a_council(35), locale="ja", until=LAST),
    "members.en": members(a_council(35), locale="en", until=LAST),
    "members-since.ja": members(a_council(8), locale="ja-u-ca-gregory", since=DAY(2016, 6, 1), until=LAST),
    "members-one.ja": members(ONE, locale="ja", until=LAST),
    "members-none.ja": members(ONE, locale="ja", until=FOUNDED),
    "members-ended.ja": members(ENDED, locale="ja", until=LAST),
    "names.ja": names(a_council(0), locale="ja", until=LAST),
    "names.en": names(a_council(0), locale="en", until=LAST),
    "names-ended.en": names(ENDED, locale="en", until=DAY(1890, 1, 1)),
    "names-none.en": names(ENDED, locale="en", until=DAY(1860, 1, 1)),
    "meetings.ja": meetings_by_year(MEETINGS, locale="ja"),
    "meetings.en": meetings_by_year(MEETINGS, locale="en"),
    "meetings-none.ja": meetings_by_year([], locale="ja"),
}
