"""Meetings of this council and of other bodies, from pages that were read on 24 November 2026.

Each shows something that the shipped meeting does not; nothing that a page does not say is added.
"""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from csegroup import (
    Address,
    AddressKind,
    Contact,
    Discussion,
    Formality,
    FormalityKind,
    InWriting,
    Material,
    Meeting,
    MeetingStatus,
    Motion,
    OnlineVenue,
    Organization,
    Outcome,
    Post,
    PostalAddress,
    Presentation,
    Session,
    Source,
    Speaker,
    Venue,
)

_TOKYO = ZoneInfo("Asia/Tokyo")
_READ_ON = dt.date(2026, 11, 24)


def _pdf(number: str, kilobytes: int | None = None) -> Material:
    return Material(number=number, media_type="application/pdf" if kilobytes else None, kilobytes=kilobytes)


_NPA = Organization(id="jp/npa", name={"ja": "警察庁"})
_SCHOOLS = [
    Organization(name={"ja": name}) for name in ("江東区立明治小学校", "大田区立大森第三中学校", "東京都立雪谷高等学校")
]
_PRINCIPALS = [Post(title={"ja": "長"}, organization=school) for school in _SCHOOLS]

# The council's own general meeting: a session, a discussion between presentations, materials 5-1 and 5-2.
GENERAL_MEETING_2018 = Meeting(
    id="jp/cse-council/general/2018-04-23",
    body=Organization(id="jp/cse-council/general", name={"ja": "子供の性被害撲滅対策推進協議会総会"}),
    status=MeetingStatus.HELD,
    start=dt.datetime(2018, 4, 23, 15, tzinfo=_TOKYO),
    end=dt.datetime(2018, 4, 23, 17, tzinfo=_TOKYO),
    venues=[Venue(name={"ja": "合同庁舎（2号館）"}, room={"ja": "地下1階第7・8会議室"})],
    program=[
        Formality(kind=FormalityKind.OPENING),
        Address(
            kind=AddressKind.CHAIR,
            speaker=Post(title={"ja": "長"}, organization=Organization(name={"ja": "生活安全局"}, parent=_NPA)),
        ),
        Presentation(agenda_number=1, title={"ja": "平成30年度の各府省庁の取組"}, materials=[_pdf("1", 1790)]),
        Session(
            agenda_number=2,
            title={"ja": "小学校・中学校・高等学校における取組"},
            items=[
                Presentation(
                    title={"ja": "小学校における取組 －SNS東京ノートの活用－"},
                    presenters=[_PRINCIPALS[0]],
                    materials=[_pdf("2")],
                ),
                Presentation(
                    title={"ja": "中学校における取組"}, presenters=[_PRINCIPALS[1]], materials=[_pdf("3", 266)]
                ),
                Presentation(
                    title={"ja": "高等学校における取組"}, presenters=[_PRINCIPALS[2]], materials=[_pdf("4", 160)]
                ),
            ],
        ),
        Discussion(agenda_number=3, title={"ja": "意見交換、質疑応答等"}, report={"ja": "主な意見については別途記載"}),
        Presentation(
            agenda_number=4,
            title={"ja": "子供の性被害防止プラン（児童の性的搾取等に係る対策の基本計画）の取組状況について"},
            materials=[_pdf("5-1", 536), _pdf("5-2", 139)],
        ),
        Formality(kind=FormalityKind.CLOSING),
    ],
    sources=[Source(url="https://www.cfa.go.jp/councils/child-safety-kyogikai/gaiyou2", read_on=_READ_ON)],
)

# The council under its first name, when its meetings had numbers; what the page says of a second motion was cut.
FOURTH_MEETING_2013 = Meeting(
    id="jp/cse-council/general/4",
    body=Organization(id="jp/cse-council/general", name={"ja": "児童ポルノ排除対策推進協議会"}),
    number=4,
    status=MeetingStatus.HELD,
    start=dt.datetime(2013, 11, 28, 14, 30, tzinfo=_TOKYO),
    end=dt.datetime(2013, 11, 28, 15, 15, tzinfo=_TOKYO),
    venues=[
        Venue(
            name={"ja": "都市センターホテル"},
            room={"ja": "606"},
            postal_address=PostalAddress(
                region={"ja": "東京都"}, locality={"ja": "千代田区"}, street={"ja": "平河町2-4-1"}
            ),
        )
    ],
    program=[
        Address(kind=AddressKind.GUEST, title={"ja": "内閣府副大臣挨拶（代読）"}),
        Motion(
            agenda_number=1,
            title={"ja": "規約改正（案）について"},
            outcome=Outcome.APPROVED,
            resolution={"ja": "満場一致で規約改正（案）を承認"},
        ),
    ],
    sources=[Source(url="http://www8.cao.go.jp/youth/cp-taisaku/c-4/gijigaiyo.html", read_on=_READ_ON)],
)

# A city council's committee abroad: on-line, three matters, a vote that was not unanimous, one put off.
CITY_COMMITTEE_2021 = Meeting(
    id="us/palo-alto/policy-and-services/2021-11-09",
    body=Organization(
        id="us/palo-alto/policy-and-services", name={"en": "Policy and Services Committee"}, country="US"
    ),
    title={"en": "Special Meeting of the Policy and Services Committee of the City of Palo Alto"},
    status=MeetingStatus.HELD,
    start=dt.datetime(2021, 11, 9, 18, 3, tzinfo=ZoneInfo("America/Los_Angeles")),
    end=dt.datetime(2021, 11, 9, 20, 30, tzinfo=ZoneInfo("America/Los_Angeles")),
    venues=[OnlineVenue(name={"en": "virtual teleconference"})],
    program=[
        Motion(
            agenda_number=1,
            title={
                "en": "Office of the City Auditor Presentation of the Construction Project Controls Report",
            },
            outcome=Outcome.APPROVED,
            resolution={"en": "Motion passed: 3-0"},
        ),
        Motion(
            agenda_number=2,
            title={
                "en": "Office of the City Auditor Presentation of the Utilities Power Purchase Agreement "
                "Assessment Report"
            },
            outcome=Outcome.APPROVED,
            resolution={"en": "Motion passed: 2-1, Tanaka no"},
        ),
        Motion(
            agenda_number=3,
            title={"en": "City Council Referral: Strategies to Support and Strengthen Neighborhood Programs"},
            outcome=Outcome.CONTINUED,
            resolution={
                "en": "This item was continued to a later date to ensure appropriate staff members are present for "
                "the discussion."
            },
        ),
    ],
    sources=[
        Source(
            url="https://recordsportal.paloalto.gov/WebLink/DocView.aspx?dbid=0&id=40543&repo=PaloAlto",
            read_on=_READ_ON,
        )
    ],
)

# Two advisory councils of two ministries in one meeting, as it was announced.
JOINT_MEETING_2011 = Meeting(
    id="jp/env/joint/2011-12-19",
    body=Organization(id="jp/meti/global-environment", name={"ja": "産業構造審議会環境部会地球環境小委員会"}),
    jointly_with=[
        Organization(
            id="jp/env/voluntary-action-plan",
            name={"ja": "中央環境審議会地球環境部会自主行動計画フォローアップ専門委員会"},
        )
    ],
    status=MeetingStatus.ANNOUNCED,
    start=dt.datetime(2011, 12, 19, 13, tzinfo=_TOKYO),
    end=dt.datetime(2011, 12, 19, 14, 30, tzinfo=_TOKYO),
    venues=[
        Venue(
            name={"ja": "コンベンションホールAP浜松町"},
            room={"ja": "D,E,F"},
            postal_address=PostalAddress(
                region={"ja": "東京都"},
                locality={"ja": "港区"},
                street={"ja": "芝公園2-4-1　芝パークビルB館地下1階"},
            ),
        )
    ],
    program=[
        Presentation(
            agenda_number=1,
            title={"ja": "経済産業省所管業種における自主行動計画評価・検証結果及び今後の課題"},
        ),
        Discussion(agenda_number=2, title={"ja": "その他"}),
    ],
    contact=Contact(name={"ja": "環境省地球環境局地球温暖化対策課"}, telephone="03-3581-3351（代表）"),
    sources=[Source(url="https://www.env.go.jp/press/14559.html", read_on=_READ_ON)],
)

# Two committees of one council, each with a number of its own: the title says both.
NUMBERED_JOINT_MEETING_2015 = Meeting(
    id="jp/kanagawa/general-plan/2015-04-28",
    body=Organization(id="jp/kanagawa/general-plan/evaluation", name={"ja": "総合計画審議会計画推進評価部会"}),
    jointly_with=[Organization(id="jp/kanagawa/general-plan/drafting", name={"ja": "総合計画審議会計画策定専門部会"})],
    title={"ja": "総合計画審議会第72回計画推進評価部会・第15回計画策定専門部会"},
    status=MeetingStatus.HELD,
    start=dt.datetime(2015, 4, 28, 10, tzinfo=_TOKYO),
    end=dt.datetime(2015, 4, 28, 12, tzinfo=_TOKYO),
    venues=[Venue(name={"ja": "神奈川県庁新庁舎"}, room={"ja": "8階　議会第2会議室"})],
    program=[
        Motion(agenda_number=1, title={"ja": "部会長及び副部会長の選出について"}, resolution={"ja": "選出した。"}),
        Discussion(
            agenda_number=2,
            title={"ja": "「かながわグランドデザイン　実施計画（素案）」について"},
            materials=[
                Material(number="4", title={"ja": "かながわグランドデザイン　実施計画　プロジェクト編（素案）"})
            ],
        ),
    ],
    contact=Contact(name={"ja": "政策局政策部総合政策課"}, telephone="045-210-3061（直通）"),
    sources=[Source(url="http://www.pref.kanagawa.jp/docs/r5k/cnt/f300296/p939514.html", read_on=_READ_ON)],
)

# In writing: a day without an hour, which stands where a place would.
IN_WRITING_2020 = Meeting(
    id="jp/kanagawa/language-academy/17",
    body=Organization(id="jp/kanagawa/language-academy", name={"ja": "国際言語文化アカデミア外部評価委員会"}),
    number=17,
    status=MeetingStatus.HELD,
    day=dt.date(2020, 12, 17),
    venues=[InWriting()],
    program=[
        Discussion(agenda_number=1, title={"ja": "2011年度～2020年度の国際言語文化アカデミアの総括について"}),
        Discussion(
            agenda_number=2,
            title={"ja": "2011年度～2020年度の国際言語文化アカデミアの活動の総括（案）について"},
            report={"ja": "意見への対応や質問への回答は、後日、委員全員に送付した。"},
        ),
    ],
    sources=[Source(url="https://www.pref.kanagawa.jp/docs/k2w/cnt/f360045/ghi0k17.html", read_on=_READ_ON)],
)

# International: three languages throughout, three speakers at the opening, organizers of three kinds.
_OPENING_SPEAKERS = [
    Post(title={"ja": "副大臣"}, organization=Organization(name={"ja": "外務"})),
    Post(title={"ja": "知事"}, organization=Organization(name={"ja": "愛知県"})),
    Post(title={"ja": "事務局長"}, organization=Organization(name={"ja": "国際移住機関（IOM）"}, country="CH")),
]
_LANGUAGES = ("ja", "en", "pt")
SYMPOSIUM_2009 = Meeting(
    id="jp/aichi/symposium/2009-02-28",
    body=Organization(id="jp/mofa", name={"ja": "外務省"}),
    jointly_with=[
        Organization(id="jp/aichi", name={"ja": "愛知県"}),
        Organization(id="int/iom", name={"ja": "国際移住機関（IOM）"}, country="CH"),
    ],
    title={"ja": "外国人受入れと社会統合に関する国際シンポジウム"},
    status=MeetingStatus.ANNOUNCED,
    start=dt.datetime(2009, 2, 28, 10, 30, tzinfo=_TOKYO),
    end=dt.datetime(2009, 2, 28, 17, 30, tzinfo=_TOKYO),
    venues=[
        Venue(
            name={"ja": "ウィルあいち（愛知県女性総合センター）"},
            room={"ja": "4階　ウィルホール"},
            postal_address=PostalAddress(locality={"ja": "名古屋市東区"}, street={"ja": "上竪杉町1番地"}),
        )
    ],
    program=[
        Session(
            title={"ja": "開会あいさつ"},
            items=[
                Address(kind=AddressKind.OPENING, speaker=speaker, languages=_LANGUAGES)
                for speaker in _OPENING_SPEAKERS
            ],
        ),
        Presentation(
            title={"ja": "特別講演"},
            presenters=[
                Speaker(
                    post=Post(title={"ja": "名誉会長"}, organization=Organization(name={"ja": "日本経済団体連合会"}))
                )
            ],
            languages=_LANGUAGES,
        ),
    ],
    sources=[Source(url="https://www.pref.aichi.jp/soshiki/tabunka/0000021206.html", read_on=_READ_ON)],
)

ALL = {
    "general-meeting-2018": (GENERAL_MEETING_2018, "ja"),
    "fourth-meeting-2013": (FOURTH_MEETING_2013, "ja"),
    "city-committee-2021": (CITY_COMMITTEE_2021, "en"),
    "joint-meeting-2011": (JOINT_MEETING_2011, "ja"),
    "numbered-joint-meeting-2015": (NUMBERED_JOINT_MEETING_2015, "ja"),
    "in-writing-2020": (IN_WRITING_2020, "ja"),
    "symposium-2009": (SYMPOSIUM_2009, "ja"),
}
