"""The meeting that ships with the package: the 6th Specialist Group Meeting, 8 February 2022.

The English text and the names in Japanese are official; the other Japanese text is an unofficial
translation and says so by its tag.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from zoneinfo import ZoneInfo

from csegroup.meetings import AttendeeGroup, Meeting, MeetingStatus
from csegroup.organizations import AttendeeKind, LegalForm, Organization, Post, Source
from csegroup.places import OnlineVenue
from csegroup.program import Address, AddressKind, Item, Presentation, Session

__all__ = ["ARCHIVE", "MEETING"]

# The archive of what is publicly known of the council, for `csegroup.json.read_archive`.
ARCHIVE = Path(__file__).with_name("example.jsonl")

_NPA = Organization(id="jp/npa", name={"en": "National Police Agency", "ja": "警察庁"})
_BUREAU = Organization(name={"en": "Community Safety Bureau", "ja": "生活安全局"}, parent=_NPA)
_DIVISION = Organization(name={"en": "Juvenile Division", "ja": "少年課"}, parent=_BUREAU)
_VICTIM_SUPPORT = Organization(
    name={"en": "Fukuoka Victim Support Center", "ja": "福岡犯罪被害者支援センター"},
    legal_form=LegalForm.PUBLIC_INTEREST_INCORPORATED_ASSOCIATION,
)
_SOCIAL_MEDIA = Organization(
    name={"en": "Social Media Association of Japan", "ja": "ソーシャルメディア利用環境整備機構"},
    legal_form=LegalForm.GENERAL_INCORPORATED_ASSOCIATION,
)

_PROGRAM: list[Item] = [
    Address(kind=AddressKind.OPENING, speaker=Post(title={"en": "Head", "ja": "長"}, organization=_BUREAU)),
    Session(
        title={"en": "Presentation", "ja-t-en": "発表"},
        items=[
            Presentation(
                title={
                    "en": "Front line efforts to prevent Child Sexual Exploitation",
                    "ja-t-en": "児童の性的搾取等の防止に向けた現場における取組",
                },
                presenters=[_VICTIM_SUPPORT],
                report={
                    "en": "From the standpoint as expert members of the study group for the research project jointly "
                    "conducted by the Cabinet Office and the Ministry of Education, Culture, Sports, Science and "
                    'Technology based on "Policy for Enhancement of Measures against Sexual Crime and Sexual Assault" '
                    "and from the standpoint of being involved in supporting victims on the front lines of sexual "
                    'assault on a daily basis, with the theme of "Life safety education", the current situation of '
                    "child sexual exploitation, problems and issues in Japan, and the state of progress of the "
                    "project, etc. were announced, touching on past experiences.",
                    "ja-t-en": "「性犯罪・性暴力対策の強化の方針」に基づき内閣府と文部科学省が共同で実施した"
                    "調査研究事業の検討会の有識者委員としての立場と、日頃から性暴力の現場で被害者の支援に携わる立場から、「生命（いのち）の"
                    "安全教育」をテーマとして、児童の性的搾取等の現状、我が国における問題点と課題、事業の進捗状況等について、"
                    "これまでの経験に触れながら発表が行われた。",
                },
            ),
            Presentation(
                title={
                    "en": "Efforts by social networking service business association to prevent Child Sexual "
                    "Exploitation",
                    "ja-t-en": "児童の性的搾取等の防止に向けたSNS事業者団体の取組",
                },
                presenters=[_SOCIAL_MEDIA],
                joined_by={"en": "and its member companies", "ja-t-en": "及び会員企業"},
                report={
                    "en": "The background and contents of the activities of the Association, which was established to "
                    "enhance countermeasures against various issues on social media, were announced. The various "
                    "efforts to prevent Child Sexual Exploitation by each company were announced by two member "
                    "companies representing the Association.",
                    "ja-t-en": "ソーシャルメディア上の様々な課題への対策を充実させるために設立された同機構の活動の背景及び"
                    "内容について発表が行われた。また、同機構を代表して会員企業2社から、児童の性的搾取等の防止に向けた各社の"
                    "様々な取組について発表が行われた。",
                },
                representatives=[
                    Organization(name={"en": "DeNA Co.,Ltd", "ja": "株式会社ディー・エヌ・エー"}),
                    Organization(name={"en": "Twitter Japan", "ja": "Twitter Japan株式会社"}),
                ],
            ),
            Presentation(
                title={
                    "en": "Police efforts to prevent Child Sexual Exploitation",
                    "ja-t-en": "児童の性的搾取等の防止に向けた警察の取組",
                },
                presenters=[Organization(name={"en": "Hyogo Prefectural Police Headquarters", "ja": "兵庫県警察本部"})],
                report={
                    "en": "The Hyogo Prefectural Police, paying attention to the increase in the number of children "
                    "victimized by child pornography produced using secret photography and the fact that sexual "
                    "victimization of children in hotels and other lodging facilities accounts for a large proportion "
                    "of sexual victimization of children, has concluded an agreement with the Association that manages "
                    "lodging facilities in Hyogo Prefecture.\nThe occurrence status of sexual victimization, specific "
                    "cases, and the unique efforts taken to prevent child sexual exploitation in Hyogo Prefecture were "
                    "announced.",
                    "ja-t-en": "兵庫県警察では、盗撮により製造された児童ポルノの被害児童が増加していること、また、児童の性被害の"
                    "うちホテル等の宿泊施設におけるものが大きな割合を占めていることに着目し、県内の宿泊施設を管理する団体と"
                    "協定を締結している。\n性被害の発生状況、具体的事例及び児童の性的搾取等の防止に向けた兵庫県における独自の"
                    "取組について発表が行われた。",
                },
            ),
        ],
    ),
    Address(kind=AddressKind.CLOSING, speaker=Post(title={"en": "Director", "ja": "長"}, organization=_DIVISION)),
]

MEETING = Meeting(
    id="jp/cse-council/specialist-group/6",
    body=Organization(
        id="jp/cse-council/specialist-group",
        name={
            "en": "Specialist Group Meeting on Child Sexual Exploitation",
            "ja-t-en": "児童の性的搾取等に関する専門家会合",
        },
    ),
    number=6,
    aim={
        "en": "The aim is to further promote efforts to prevent child sexual exploitation by sharing mutual "
        "information and knowledge among related agencies, private groups, etc. involved in various efforts to prevent child "
        "sexual exploitation from their respective perspectives and positions.",
        "ja-t-en": "それぞれの観点及び立場から児童の性的搾取等の防止に向けた様々な取組に携わる関係機関、民間団体等の間で相互に"
        "情報及び知見を共有することにより、児童の性的搾取等の防止に向けた取組を一層推進することを目的とする。",
    },
    status=MeetingStatus.HELD,
    start=dt.datetime(2022, 2, 8, 14, tzinfo=ZoneInfo("Asia/Tokyo")),
    venues=[OnlineVenue()],
    attendees=[
        AttendeeGroup(
            kind=AttendeeKind.PRIVATE,
            description={
                "en": "Member Groups in the Joint Council on Measures to Eradicate Child Sexual Exploitation, etc.",
                "ja-t-en": "子供の性被害撲滅対策推進協議会の会員団体",
            },
        ),
        AttendeeGroup(
            kind=AttendeeKind.INTERNATIONAL,
            description={
                "en": "Foreign investigative agencies, Embassies in Tokyo, etc.",
                "ja-t-en": "外国捜査機関、在京大使館等",
            },
        ),
        AttendeeGroup(
            kind=AttendeeKind.GOVERNMENT,
            description={
                "en": "Constituents of government agency liaison committees involved in countermeasures against child "
                "sexual exploitation",
                "ja-t-en": "児童の性的搾取等に係る対策に関する関係府省庁連絡会議の構成員",
            },
        ),
        AttendeeGroup(kind=AttendeeKind.PREFECTURAL_POLICE),
    ],
    program=_PROGRAM,
    sources=[
        Source(
            url="https://www.npa.go.jp/",
            read_on=dt.date(2026, 11, 24),
            publisher={"en": "National Police Agency", "ja": "警察庁"},
        )
    ],
)
