"""The general meeting of 27 October 2017, which gave the council its new name; the English is unofficial."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import csegroup as cse

TOKYO = ZoneInfo("Asia/Tokyo")
NAME = "児童の性的搾取等撲滅対策推進協議会"
PAGE = "https://www.cfa.go.jp/councils/child-safety-kyogikai/gaiyou1"


def pdf(number: str, kilobytes: int) -> cse.Material:
    return cse.Material(number=number, media_type="application/pdf", kilobytes=kilobytes)


npa = cse.Organization(id="jp/npa", name={"ja": "警察庁", "en": "National Police Agency"})
bureau = cse.Organization(name={"ja": "生活安全局", "en": "Community Safety Bureau"}, parent=npa)
chair = cse.Post(title={"ja": "長", "en": "Head"}, organization=bureau)
akita = cse.Organization(name={"ja": "秋田県教育庁生涯学習課", "en-t-ja": "Akita Prefectural Board of Education"})
supervisor = cse.Post(
    title={"ja": "社会教育主事", "en-t-ja": "Social Education Supervisor"},
    organization=akita,
    printed={"ja": "秋田県教育庁生涯学習課 社会教育主事"},
)
general_meeting = cse.Organization(
    id="jp/cse-council/general", name={"ja": f"{NAME}総会", "en-t-ja": "General Meeting of the Joint Council"}
)
meeting = cse.Meeting(
    id="jp/cse-council/general/2017-10-27",
    body=general_meeting,
    status=cse.MeetingStatus.HELD,
    start=dt.datetime(2017, 10, 27, 15, tzinfo=TOKYO),
    end=dt.datetime(2017, 10, 27, 17, tzinfo=TOKYO),
    venues=[cse.Venue(name={"ja": "警察総合庁舎大会議室", "en-t-ja": "NPA Building, Main Hall"})],
    program=[
        cse.Formality(kind=cse.FormalityKind.OPENING),
        cse.Address(kind=cse.AddressKind.CHAIR, speaker=chair),
        cse.Motion(
            agenda_number=1,
            title={"ja": f"「{NAME}」規約の改正について", "en-t-ja": "Amendment of the rules"},
            materials=[pdf("1", 109)],
            outcome=cse.Outcome.APPROVED,
            resolution={
                "ja": f"「{NAME}」規約の名称を、「子供の性被害撲滅対策推進協議会」規約と変更する等の改正が承認された。",
                "en-t-ja": "The name of the council in the rules was changed in Japanese, among other amendments.",
            },
        ),
        cse.Motion(
            agenda_number=2,
            title={"ja": f"{NAME}活動方針の改正について", "en-t-ja": "Amendment of the policy"},
            materials=[pdf("2", 68)],
            outcome=cse.Outcome.APPROVED,
        ),
        cse.Presentation(
            agenda_number=3,
            title={"ja": "子供の性被害の状況について", "en-t-ja": "Sexual victimization of children"},
            presenters=[npa],
            materials=[pdf("3", 2572)],
        ),
        cse.Presentation(
            agenda_number=4,
            title={"ja": "各府省庁の取組状況の発表", "en-t-ja": "Efforts of the ministries and agencies"},
            materials=[pdf("4", 13980)],
        ),
        cse.Presentation(
            agenda_number=5,
            title={"ja": "「大人が支える！インターネットセーフティの推進」", "en-t-ja": "Internet safety"},
            presenters=[supervisor],
            materials=[pdf("5", 1306)],
        ),
        cse.Discussion(agenda_number=6, title={"ja": "意見交換、質疑応答等", "en-t-ja": "Opinions and questions"}),
        cse.Formality(kind=cse.FormalityKind.CLOSING),
    ],
    sources=[cse.Source(url=PAGE, read_on=dt.date(2026, 11, 24))],
)
if __name__ == "__main__":
    print(cse.format_program(meeting, locale="ja"))
