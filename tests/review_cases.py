"""One mistake for each rule of the review: how it gets into the archive without any, and where it is found."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any, TypeAlias
from zoneinfo import ZoneInfo

import attrs

from csegroup import (
    Address,
    AddressKind,
    AttendeeGroup,
    AttendeeKind,
    DatedOrganization,
    Discussion,
    Formality,
    FormalityKind,
    Item,
    LegalForm,
    MeetingStatus,
    OnlineVenue,
    Organization,
    Outcome,
    Post,
    Presentation,
    Speaker,
)
from csegroup.directory import get
from reviewed import (
    CARRIER,
    GENERAL,
    HALL,
    NETWORK,
    OLD_NETWORK,
    POLICE,
    PREFECTURE,
    REPORT,
    SUPPORT,
    TEACHERS,
    TOKYO,
    WORKING,
    Kept,
    meeting,
    pdf,
    source,
)

Change: TypeAlias = Callable[[Kept], None]

evolve: Callable[..., Any] = attrs.evolve  # the fields of a case are its own


def at(i: int, **fields: object) -> Change:
    """Give a meeting other fields."""

    def change(kept: Kept) -> None:
        kept.meetings[i] = evolve(kept.meetings[i], **fields)

    return change


def item(i: int, place: int, **fields: object) -> Change:
    """Give an item of a meeting other fields."""

    def change(kept: Kept) -> None:
        program = list(kept.meetings[i].program)
        program[place] = evolve(program[place], **fields)
        at(i, program=program)(kept)

    return change


def program(i: int, change_items: Callable[[list[Any]], object]) -> Change:
    """Change the list of items of a meeting."""

    def change(kept: Kept) -> None:
        items: list[Any] = list(kept.meetings[i].program)
        change_items(items)
        at(i, program=items)(kept)

    return change


def session(i: int, **fields: object) -> Change:
    """Give the first item of the session of a meeting other fields."""

    def change(kept: Kept) -> None:
        items: Any = kept.meetings[i].program[3]
        item(i, 3, items=[evolve(items.items[0], **fields), *items.items[1:]])(kept)

    return change


def keep_items(i: int, is_kept: Callable[[Item], bool]) -> Change:
    """Leave out items of a meeting."""
    return program(i, lambda items: items.__setitem__(slice(None), filter(is_kept, items)))


def material(i: int, **fields: object) -> Change:
    """Give the first material of a meeting other fields."""

    def change(kept: Kept) -> None:
        items: Any = kept.meetings[i].program[2]
        item(i, 2, materials=[evolve(items.materials[0], **fields)])(kept)

    return change


def contact(i: int, **fields: object) -> Change:
    return lambda kept: at(i, contact=evolve(kept.meetings[i].contact, **fields))(kept)


def member(i: int, **fields: object) -> Change:
    """Give a member of the council other fields."""

    def change(kept: Kept) -> None:
        members = list(kept.council.member_groups)
        members[i] = evolve(members[i], **fields)
        kept.council = evolve(kept.council, member_groups=members)

    return change


def title(i: int, ja: str = "被害の状況について", en: str = "The situation of victims") -> Change:
    return item(i, 2, title={"ja": ja, "en": en})


def presenter(i: int, one: object) -> Change:
    return item(i, 2, presenters=[one])


def add(*meetings: Any) -> Change:  # noqa: ANN401 - meetings with fields of the case
    return lambda kept: kept.meetings.extend(meetings)


def both(*changes: Change) -> Change:
    def change(kept: Kept) -> None:
        for one in changes:
            one(kept)

    return change


def hours(i: int, start: dt.datetime, end: dt.datetime | None = None) -> Change:
    return at(i, start=start, end=end)


def moment(year: int, month: int, day: int, hour: int) -> dt.datetime:
    return dt.datetime(year, month, day, hour, tzinfo=TOKYO)


LONE = Organization(id="jp/midori/other", name={"ja": "大空県", "en": "Ozora Prefecture"})
_AGAIN = Organization(id="jp/midori/other", name={"ja": "海辺町", "en": "Umibe Town"})
_AKIN = Organization(id="jp/midori/other", name={"ja": "大空市", "en": "Ozora City"})
_TWICE = Organization(
    id="jp/midori/network2", name={"ja": "こどもインターネット協会", "en": "Children's Internet Association"}
)
_SHORT = Organization(id="jp/midori/short", name={"ja": "（株）みどり書店", "en": "Midori Books"})
_AGENCY = DatedOrganization(
    organization=Organization(id="jp/cfa", name={"ja": "こども家庭庁", "en": "Children and Families Agency"}),
    since=dt.date(2023, 4, 1),
    sources=[source("cfa")],
)

_OTHER_RULES = {"ja": "役員の選任について", "en": "Election of the officers"}
_INSTITUTE = Organization(name={"ja": "大空研究所", "en": "Ozora Research Institute"})
_SCHOLAR = Speaker(name={"ja": "髙橋 一郎", "en": "TAKAHASHI Ichiro"}, organization=_INSTITUTE)

CASES: Mapping[str, tuple[str, Change]] = {
    "number_twice": ("meetings[2].number", at(2, number=2)),
    "number_left_out": ("meetings[11].number", at(11, number=7, id="jp/midori-council/general/7")),
    "numbers_unknown": (
        "meetings[5].number",
        both(
            at(3, program=(), start=None, end=None, day=dt.date(2021, 9, 9), venues=(), status=MeetingStatus.HELD),
            at(5, number=3, id="jp/midori-council/working/3b"),
            at(9, number=5, id="jp/midori-council/working/5"),
        ),
    ),
    "number_in_text": (
        "meetings[2].aim.ja",
        at(2, aim={"ja": "第4回総会では、規約を改める。", "en": "The rules are to be amended."}),
    ),
    "number_disorder": (
        "meetings[1].number",
        both(at(1, number=3, id="jp/midori-council/general/3"), at(2, number=2, id="jp/midori-council/general/2")),
    ),
    "number_in_title": (
        "meetings[2].title.ja",
        at(2, title={"ja": "第２回みどり県子供の安全協議会総会", "en": "3rd General Meeting"}),
    ),
    "id": ("meetings[2].id", at(2, id="jp/midori-council/general/2021-05-17")),
    "meeting_twice": (
        "meetings[3]",
        both(
            at(3, id="jp/midori-council/working/first", number=None),
            add(meeting(WORKING, 1, (2021, 9, 9))),
        ),
    ),
    "overlap": (
        "meetings[12].start",
        add(
            evolve(
                meeting(GENERAL, 6, (2021, 5, 18)),
                id="jp/midori-council/general/extra",
                number=None,
                start=moment(2021, 5, 18, 15),
                end=moment(2021, 5, 18, 17),
            )
        ),
    ),
    "sequence": ("meetings[7].sequence", at(7, sequence=0)),
    "after_the_end": (
        "meetings[12]",
        lambda kept: kept.meetings.append(
            evolve(
                kept.meetings[9],
                sequence=2,
                status=MeetingStatus.ANNOUNCED,
                start=moment(2027, 2, 16, 14),
                end=moment(2027, 2, 16, 16),
            )
        ),
    ),
    "state_differs": ("meetings[7].number", at(6, number=4)),
    "translation_missing": ("meetings[2].program[2].title", item(2, 2, title={"ja": "被害の状況について"})),
    "http": ("meetings[2].url", at(2, url="http://www.council.example.jp/general-3/")),
    "http_source": (
        "meetings[2].sources[0].url",
        at(2, sources=[evolve(source("a"), url="http://www.council.example.jp/")]),
    ),
    "odd_link": ("meetings[2].url", at(2, url="https://wwww.council.example.jp/general-3/")),
    "kind_of_attendees": (
        "meetings[2].attendees[0].description.ja",
        at(2, attendees=[AttendeeGroup(kind=AttendeeKind.PRIVATE, description={"ja": "関係府省庁", "en": "Offices"})]),
    ),
    "inner_link": ("meetings[2].url", at(2, url="https://intranet/3/")),
    "joining_url": (
        "meetings[3].venues[0].url",
        at(3, venues=[OnlineVenue(url="https://us02web.zoom.us/j/123456789")]),
    ),
    "page_twice": ("meetings[2].url", at(2, url="https://www.council.example.jp/general-2/")),
    "report_copied": (
        "meetings[2].program[2].report",
        both(*(item(i, 2, report={tag: words * 2 for tag, words in REPORT.items()}) for i in (1, 2))),
    ),
    "source_missing": ("meetings[2].sources", at(2, sources=())),
    "source_early": ("meetings[2].sources[0].read_on", at(2, sources=[source("a", dt.date(2021, 5, 1))])),
    "source_in_future": ("meetings[2].sources[0].read_on", at(2, sources=[source("a", dt.date(2027, 5, 1))])),
    "span_outside": ("council.member_groups[4].since", member(4, since=dt.date(2017, 4, 1))),
    "postal_code": (
        "meetings[2].venues[0].postal_address.postal_code",
        at(2, venues=[evolve(HALL, postal_address=evolve(HALL.postal_address, postal_code="999-0010"))]),
    ),
    "venue_twice": ("meetings[2].venues[1]", at(2, venues=[HALL, HALL])),
    "holiday": ("meetings[2].start", hours(2, moment(2021, 5, 3, 14))),
    "saturday": ("meetings[2].start", hours(2, moment(2021, 5, 15, 14))),
    "sunday": ("meetings[2].start", hours(2, moment(2021, 5, 16, 14))),
    "offices_closed": ("meetings[2].start", hours(2, moment(2020, 12, 29, 14))),
    "night": ("meetings[2].start", hours(2, moment(2021, 5, 18, 2), moment(2021, 5, 18, 4))),
    "length": ("meetings[2].end", hours(2, moment(2021, 5, 18, 10), moment(2021, 5, 18, 21))),
    "several_days": ("meetings[2].end", hours(2, moment(2021, 5, 18, 14), moment(2021, 5, 19, 16))),
    "evening": ("meetings[2].start", hours(2, moment(2021, 5, 18, 21), moment(2021, 5, 18, 22))),
    "no_day": ("meetings[2].aim.ja", at(2, aim={"ja": "令和3年4月31日に締め切る。", "en": "Registration ends."})),
    "status_not_held": ("meetings[2].status", at(2, status=MeetingStatus.ANNOUNCED)),
    "time_zone": ("meetings[2].start", hours(2, dt.datetime(2021, 5, 18, 14, tzinfo=ZoneInfo("UTC")))),
    "minutes_too_many": ("meetings[11].program", item(11, 2, minutes=90)),
    "minutes_too_few": (
        "meetings[11].program",
        at(11, program=[Presentation(title={"ja": "説明", "en": "A talk"}, minutes=30)]),
    ),
    "day_in_text": (
        "meetings[2].aim.ja",
        at(2, aim={"ja": "令和3年5月18日(水)に開催する。", "en": "To meet on May 18, 2021 (Tuesday)."}),
    ),
    "weekday_in_text": (
        "meetings[11].notice.ja",
        at(11, notice={"ja": "申込みは12月1日(土)までです。", "en": "Registration ends soon."}),
    ),
    "other_day_in_title": (
        "meetings[2].title.en",
        at(2, title={"ja": "臨時総会", "en": "Special meeting of May 19, 2021"}),
    ),
    "other_day_in_notice": (
        "meetings[11].notice.ja",
        at(11, notice={"ja": "令和8年12月7日(月)に開催します。", "en": "Please come."}),
    ),
    "day_passed": ("meetings[11].start", hours(11, moment(2026, 11, 20, 14), moment(2026, 11, 20, 16))),
    "held_in_future": (
        "meetings[11].start",
        at(11, status=MeetingStatus.HELD, start=moment(2027, 5, 18, 14), end=None),
    ),
    "material_twice": (
        "meetings[2].program[2].materials[1].number",
        item(2, 2, materials=[pdf("1", "a"), pdf("1", "b")]),
    ),
    "material_left_out": ("meetings[2].program", item(2, 2, materials=[pdf("1", "a"), pdf("5", "a")])),
    "material_not_from_one": ("meetings[2].program", item(2, 2, materials=())),
    "material_link_twice": (
        "meetings[2].program[2].materials[1].url",
        item(2, 2, materials=[pdf("1", "a"), evolve(pdf("4", "a"), url=pdf("1", "a").url)]),
    ),
    "media_type": ("meetings[2].program[2].materials[0].media_type", material(2, media_type="text/html")),
    "size": ("meetings[2].program[2].materials[0].kilobytes", material(2, kilobytes=365_000_000)),
    "agenda_left_out": ("meetings[2].program", item(2, 5, agenda_number=5)),
    "item_twice": (
        "meetings[2].program[3]",
        program(2, lambda items: items.insert(3, evolve(items[2], agenda_number=None, materials=(), report=None))),
    ),
    "presenter_twice": ("meetings[2].program[2].presenters", item(2, 2, presenters=[POLICE, POLICE])),
    "attendees_twice": (
        "meetings[2].attendees[1]",
        at(2, attendees=[AttendeeGroup(kind=AttendeeKind.OTHER), AttendeeGroup(kind=AttendeeKind.OTHER)]),
    ),
    "opening_late": ("meetings[2].program[2]", program(2, lambda items: items.insert(2, items.pop(0)))),
    "closing_early": ("meetings[2].program[5]", program(2, lambda items: items.insert(5, items.pop()))),
    "formality_twice": ("meetings[2].program[7]", program(2, lambda items: items.append(items[-1]))),
    "opening_or_closing": ("meetings[2].program", program(2, lambda items: items.pop())),
    "break_last": (
        "meetings[2].program[7]",
        program(2, lambda items: items.append(Formality(kind=FormalityKind.BREAK))),
    ),
    "day_alone": (
        "meetings[3]",
        at(3, program=(), start=None, end=None, day=dt.date(2021, 9, 9), venues=()),
    ),
    "outcome_never_told": (
        "meetings[2].program[4].outcome",
        both(*(item(i, 4, outcome=None) for i in (2, 4, 10)), *(item(i, 4, title=_OTHER_RULES) for i in (2, 4, 10))),
    ),
    "report_missing": (
        "meetings[2].program",
        keep_items(2, lambda one: isinstance(one, (Formality, Address, Discussion))),
    ),
    "item_without_report": ("meetings[2].program[2]", item(2, 2, report=None)),
    "report_early": ("meetings[11].program[4]", item(11, 4, outcome=Outcome.APPROVED)),
    "outcome_missing": ("meetings[2].program[4].outcome", item(2, 4, outcome=None)),
    "hour_missing": ("meetings[11].day", at(11, start=None, end=None, day=dt.date(2026, 12, 4))),
    "venue_missing": ("meetings[11].venues", at(11, venues=())),
    "program_missing": ("meetings[11].program", at(11, program=())),
    "contact_missing": ("meetings[11].contact", at(11, contact=None)),
    "notice_missing": ("meetings[9].notice", at(9, notice=None)),
    "notice_left": ("meetings[2].notice", at(2, notice={"ja": "延期します。", "en": "Put off."})),
    "body_unknown": ("meetings[3].body.id", at(3, body=evolve(WORKING, id="jp/midori-council/workin"))),
    "body_of_another": (
        "meetings[3].jointly_with[0].id",
        at(3, jointly_with=[Organization(id="jp/sora/general", name={"ja": "大空県協議会", "en": "Council of Ozora"})]),
    ),
    "body_not_then": ("meetings[3].start", hours(3, moment(2021, 5, 6, 14))),
    "council_not_then": ("meetings[0].start", hours(0, moment(2018, 3, 30, 14))),
    "former_member": ("meetings[4].program[2].presenters[0].organization", presenter(4, TEACHERS)),
    "later_member": ("meetings[4].program[2].presenters[0].organization", presenter(4, evolve(CARRIER, id=None))),
    "absent_member": (
        "meetings[4].attendees[0].description.ja",
        at(
            4,
            attendees=[
                AttendeeGroup(kind=AttendeeKind.PRIVATE, description={"ja": "みどり県教職員研究会ほか", "en": "Groups"})
            ],
        ),
    ),
    "old_name": ("meetings[4].program[2].presenters[0].organization.name", presenter(4, OLD_NETWORK)),
    "later_name": ("meetings[2].program[2].presenters[0].organization.name", presenter(2, NETWORK)),
    "later_name_in_text": (
        "meetings[2].aim.ja",
        at(2, aim={"ja": "こどもインターネット協会の取組を共有する。", "en": "To share."}),
    ),
    "translation_differs": (
        "meetings[4].program[2].presenters[0].organization.name",
        both(
            presenter(1, _INSTITUTE),
            presenter(2, _INSTITUTE),
            presenter(4, evolve(_INSTITUTE, name={"ja": "大空研究所", "en": "Institute of Ozora"})),
        ),
    ),
    "space_in_name": (
        "meetings[4].program[2].presenters[0].organization.name.ja",
        both(
            presenter(2, _INSTITUTE),
            presenter(4, evolve(_INSTITUTE, name={"ja": "大空 研究所", "en": "Ozora Research Institute"})),
        ),
    ),
    "person_two_ways": (
        "meetings[4].program[2].presenters[0].name.ja",
        both(
            presenter(2, _SCHOLAR),
            presenter(4, evolve(_SCHOLAR, name={"ja": "高橋 一郎", "en": "TAKAHASHI Ichiro"})),
        ),
    ),
    "agency_name": (
        "meetings[10].program[2].presenters[0].organization.name",
        presenter(10, get("jp/npa/community-safety/juvenile", on=dt.date(2022, 2, 8))),
    ),
    "agency_not_then": (
        "meetings[2].program[2].presenters[0].organization",
        presenter(2, evolve(_AGENCY.organization, id=None)),
    ),
    "bodies_of_one_name": (
        "council.bodies[2].organization.id",
        lambda kept: setattr(
            kept,
            "council",
            evolve(
                kept.council,
                bodies=[
                    *kept.council.bodies,
                    evolve(kept.council.bodies[1], organization=evolve(WORKING, id="jp/midori-council/working2")),
                ],
            ),
        ),
    ),
    "two_kinds": (
        "council.member_groups[6].organization.id",
        member(6, organization=evolve(SUPPORT, id="jp/midori/support-i"), kind=AttendeeKind.INTERNATIONAL),
    ),
    "translation_kept": (
        "council.names[1].text",
        lambda kept: setattr(
            kept,
            "council",
            evolve(
                kept.council,
                names=[
                    kept.council.names[0],
                    evolve(
                        kept.council.names[1],
                        text={**kept.council.names[1].text, "en": kept.council.names[0].text["en"]},
                    ),
                ],
            ),
        ),
    ),
    "group_mail": (
        "meetings[2].contact.email",
        contact(2, name={"ja": "みどりの会事務局", "en": "Secretariat of Midori"}, email="midori.anzen@gmail.com"),
    ),
    "other_telephone": ("meetings[2].contact.telephone", contact(2, telephone="099-555-0101")),
    "ordinal": ("meetings[2].program[2].title.en", title(2, en="The 2th situation of victims")),
    "japanese_mark": ("meetings[2].program[2].title.en", title(2, en="The situation、and victims")),
    "old_name_in_text": (
        "meetings[4].aim.ja",
        at(4, aim={"ja": "みどり県青少年安全協議会の活動方針を定める。", "en": "To decide."}),
    ),
    "name_unknown": (
        "meetings[2].program[2].presenters[0].organization.name",
        presenter(2, evolve(NETWORK, id="jp/midori")),
    ),
    "name_differs": (
        "meetings[2].program[2].presenters[0].organization.name",
        presenter(2, evolve(PREFECTURE, name={"ja": "みどり県", "en": "Ozora City"})),
    ),
    "two_under_one_id": (
        "meetings[4].program[2].presenters[0].organization.name",
        both(presenter(2, LONE), presenter(4, _AGAIN)),
    ),
    "renamed": (
        "meetings[4].program[2].presenters[0].organization.name",
        both(presenter(2, LONE), presenter(4, _AKIN)),
    ),
    "nothing_in_common": (
        "council.member_groups[6].organization.name",
        member(
            6,
            organization=evolve(
                CARRIER, id="jp/midori/teachers", name={"ja": "大空電機株式会社", "en": "Ozora Electric Co., Ltd."}
            ),
        ),
    ),
    "two_ids": ("meetings[4].program[2].presenters[0].organization.id", presenter(4, _TWICE)),
    "no_agency": (
        "meetings[2].program[1].speaker.post.organization",
        item(
            2,
            1,
            speaker=Post(
                title={"ja": "長", "en": "Head"},
                organization=Organization(name={"ja": "生活安全局", "en": "Community Safety Bureau"}),
            ),
        ),
    ),
    "unit_twice": (
        "meetings[2].program[1].speaker.post.title",
        item(
            2,
            1,
            speaker=Post(
                title={"ja": "課長", "en": "Head"},
                organization=Organization(name={"ja": "少年課", "en": "Juvenile Division"}, parent=POLICE),
            ),
        ),
    ),
    "person_alone": (
        "meetings[2].program[2].presenters[0]",
        presenter(2, Speaker(name={"ja": "山田 太郎", "en": "YAMADA Taro"})),
    ),
    "legal_form": ("meetings[2].program[2].presenters[0].organization.name.ja", presenter(2, _SHORT)),
    "two_legal_forms": (
        "meetings[4].program[3].items[0].presenters[0].organization.legal_form",
        session(4, presenters=[evolve(SUPPORT, id=None, legal_form=LegalForm.SOCIAL_WELFARE_CORPORATION)]),
    ),
    "kind_of_member": ("council.member_groups[1].kind", member(1, kind=AttendeeKind.PRIVATE)),
    "contact_is_a_person": ("meetings[2].contact.name", contact(2, name={"ja": "山田 太郎", "en": "YAMADA Taro"})),
    "private_mail": ("meetings[2].contact.email", contact(2, email="midori.anzen@gmail.com")),
    "telephone": ("meetings[2].contact.telephone", contact(2, telephone="099-555-010")),
    "half_width_kana": ("meetings[2].program[2].title.ja", title(2, "ｻｲﾊﾞｰ犯罪の状況")),
    "look_alike": ("meetings[2].program[2].title.ja", title(2, "防犯力メラの設置と利用")),
    "foreign_kanji": ("meetings[2].program[2].title.ja", title(2, "被害の说明")),
    "mixed_width": ("meetings[2].program[2].title.ja", title(2, "令和２年から令和3年までの状況")),
    "invisible_character": ("meetings[2].program[2].title.en", title(2, en="The situ\u200bation of victims")),
    "compatibility_character": ("meetings[2].program[2].title.ja", title(2, "㈱みどり書店の取組")),
    "double_space": ("meetings[2].program[2].title.en", title(2, en="The situation  of victims")),
    "doubled_word": ("meetings[2].program[2].title.en", title(2, en="The situation of of victims")),
    "brackets": ("meetings[2].program[2].title.ja", title(2, "被害の状況（令和2年度について")),
    "placeholder": ("meetings[2].program[2].title.ja", title(2, "○○の状況について")),
    "markup": ("meetings[2].program[2].title.en", title(2, en="The situation<br>of victims")),
    "mojibake": ("meetings[2].program[2].title.ja", title(2, "縺薙←繧ゅ蜿鈴嚴")),
    "other_language": ("meetings[2].program[2].title.en", title(2, en="被害の状況について")),
    "same_text": (
        "meetings[2].aim.en",
        at(2, aim={"ja": "To share what is known of victims", "en": "To share what is known of victims"}),
    ),
    "numbers_differ": (
        "meetings[2].title.en",
        at(2, title={"ja": "第3回みどり県子供の安全協議会総会", "en": "2nd General Meeting"}),
    ),
    "mail_address": (
        "meetings[2].aim.ja",
        at(2, aim={"ja": "申込みは yamada@pref.example.jp まで", "en": "To share."}),
    ),
    "mobile_number": ("meetings[2].aim.ja", at(2, aim={"ja": "担当（090-1234-5678）が説明する。", "en": "To share."})),
    "joining_link": ("meetings[11].notice.ja", at(11, notice={"ja": "パスコード：123456", "en": "See the mail."})),
    "http_in_text": (
        "meetings[2].aim.en",
        at(2, aim={"ja": "情報を共有する。", "en": "See http://www.council.example.jp/"}),
    ),
    "old_name_without_id": (
        "meetings[4].program[2].presenters[0].organization.name.ja",
        presenter(4, evolve(OLD_NETWORK, id=None)),
    ),
    "name_near": (
        "meetings[2].program[2].presenters[0].organization.name.ja",
        presenter(2, evolve(POLICE, id=None, name={"ja": "みどり県警査本部", "en": "Police of Midori"})),
    ),
    "organization_not_then": (
        "meetings[2].program[2].presenters[0].organization",
        both(lambda kept: kept.organizations.append(_AGENCY), presenter(2, _AGENCY.organization)),
    ),
    "agenda_in_title": ("meetings[2].program[2].title.ja", title(2, "議題２　被害の状況について")),
    "kind_of_address": (
        "meetings[2].program[1].title.ja",
        item(2, 1, kind=AddressKind.OPENING, title={"ja": "閉会挨拶", "en": "Remarks"}),
    ),
    "number_missing": ("meetings[2].number", at(2, number=None, id="jp/midori-council/general/2021-05-18")),
    "gap": ("council.member_groups[2].until", member(2, until=dt.date(2022, 3, 31))),
    "since_in_future": ("council.member_groups[6].since", member(6, since=dt.date(2027, 4, 1))),
    "days_differ": ("meetings[2].program[2].title.en", title(2, "令和3年度の計画について", "Plan for FY2022")),
    "reading": (
        "meetings[2].program[2].presenters[0].organization.name.ja-Hira",
        presenter(
            2,
            evolve(
                POLICE,
                name={
                    "ja": "みどり県警察本部",
                    "ja-Hira": "みどりけん警察ほんぶ",
                    "en": "Midori Prefectural Police Headquarters",
                },
            ),
        ),
    ),
    "translation_short": (
        "meetings[2].aim.en",
        at(2, aim={"ja": "情報を共有する。\n取組を進める。", "en": "To share information."}),
    ),
    "decisions_alone": ("meetings[2].program", both(item(2, 2, report=None), program(2, lambda items: items.pop(3)))),
    "holidays_unknown": ("meetings", both()),
}
