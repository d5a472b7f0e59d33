"""The general meeting of 16 April 2021, held on-line; the English is unofficial."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import csegroup as cse

TOKYO = ZoneInfo("Asia/Tokyo")
NAME = "子供の性被害撲滅対策推進協議会"
PAGE = "https://www.cfa.go.jp/councils/child-safety-kyogikai/gaiyou4"


def pdf(number: str, kilobytes: int) -> cse.Material:
    return cse.Material(number=number, media_type="application/pdf", kilobytes=kilobytes)


npa = cse.Organization(id="jp/npa", name={"ja": "警察庁", "en": "National Police Agency"})
bureau = cse.Organization(name={"ja": "生活安全局", "en": "Community Safety Bureau"}, parent=npa)
chair = cse.Post(title={"ja": "長", "en": "Head"}, organization=bureau)
general_meeting = cse.Organization(
    id="jp/cse-council/general",
    name={"ja": f"{NAME}総会", "en-t-ja": "General Meeting of the Joint Council"},
)
meeting = cse.Meeting(
    id="jp/cse-council/general/2021-04-16",
    body=general_meeting,
    status=cse.MeetingStatus.HELD,
    start=dt.datetime(2021, 4, 16, 14, tzinfo=TOKYO),
    end=dt.datetime(2021, 4, 16, 15, 30, tzinfo=TOKYO),
    venues=[cse.OnlineVenue()],
    program=[
        cse.Formality(kind=cse.FormalityKind.OPENING),
        cse.Address(kind=cse.AddressKind.CHAIR, speaker=chair),
        cse.Presentation(
            agenda_number=1,
            title={"ja": "各府省庁からの説明", "en-t-ja": "Explanations by the ministries and agencies"},
            materials=[pdf("1", 365), pdf("2", 1376), pdf("3", 1932), pdf("4", 170)],
        ),
        cse.Discussion(
            agenda_number=2,
            title={"ja": "質疑応答", "en-t-ja": "Questions and answers"},
            report={
                "ja": "民間団体からの質問に対し、関係府省庁が回答した。",
                "en-t-ja": "The ministries and agencies answered questions of private groups.",
            },
        ),
        cse.Motion(
            agenda_number=3,
            title={
                "ja": f"「{NAME}」規約の一部改正について",
                "en-t-ja": "Partial amendment of the council's rules",
            },
            outcome=cse.Outcome.APPROVED,
            resolution={
                "ja": "組織名の改正等による規約改正が承認された。",
                "en-t-ja": "The rules were amended, since names of member organizations had changed, among other things.",
            },
        ),
        cse.Formality(kind=cse.FormalityKind.CLOSING),
    ],
    sources=[cse.Source(url=PAGE, read_on=dt.date(2026, 11, 24))],
)
if __name__ == "__main__":
    print(cse.format_program(meeting, locale="ja"))
