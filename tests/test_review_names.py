from __future__ import annotations

import datetime as dt
import sys

import attrs
import pytest

import review_cases as case
from csegroup import (
    Address,
    AddressKind,
    AttendeeGroup,
    AttendeeKind,
    Discussion,
    Formality,
    FormalityKind,
    LegalForm,
    Material,
    MeetingStatus,
    Organization,
    Post,
)
from csegroup.directory import get
from csegroup.review import review
from review_cases import at, item, presenter
from reviewed import CARRIER, GENERAL, NETWORK, OLD_NETWORK, SUPPORT, TEACHERS, Kept, kept, meeting
from test_review import matter, places, reviewed, spoiled

PLACE = "meetings[4].program[2].presenters[0].organization"


@pytest.mark.parametrize(
    "ja",
    [
        "みどり県子供の安全協議会（旧みどり県青少年安全協議会）",
        "みどり県青少年安全協議会（現みどり県子供の安全協議会）の歩み",
        "前みどり県青少年安全協議会会長",
        "みどり県青少年安全協議会の発足から",
    ],
)
def test_a_name_of_before_may_stand_beside_that_of_now(ja: str) -> None:
    assert reviewed(spoiled(at(4, aim={"ja": ja, "en": "To share."}))) == ()


@pytest.mark.parametrize(
    "en",
    [
        "The Midori Council for the Safety of Youth (now Midori Council for the Safety of Children)",
        "The former Midori Council for the Safety of Youth",
        "The history of the Midori Council for the Safety of Youth",
    ],
)
def test_the_same_in_english(en: str) -> None:
    assert reviewed(spoiled(at(4, aim={"ja": "情報を共有する。", "en": en}))) == ()


@pytest.mark.parametrize(
    ("en", "is_told"),
    [
        ("Midori Teachers' Study Group and others", True),
        ("Schools in Midori Teachers' Study Group", False),
        ("Federation of Midori Teachers' Study Group members", False),
    ],
)
def test_a_member_is_named_by_its_whole_name(en: str, is_told: bool) -> None:  # noqa: FBT001 - told by its name
    group = AttendeeGroup(kind=AttendeeKind.PRIVATE, description={"ja": "会員", "en": en})
    found = places(reviewed(spoiled(at(4, attendees=[group]))))
    assert found == ([("absent_member", "meetings[4].attendees[0].description.en")] if is_told else [])


def test_a_member_that_left_is_known_by_its_name_without_its_form_too() -> None:
    company = attrs.evolve(CARRIER, legal_form=LegalForm.STOCK_COMPANY)
    joined = case.member(6, organization=company, since=dt.date(2018, 4, 1), until=dt.date(2020, 4, 1))
    records = spoiled(joined, presenter(4, attrs.evolve(company, id=None, legal_form=None)))
    assert ("former_member", PLACE) in places(reviewed(records))
    other = attrs.evolve(company, id=None, legal_form=LegalForm.GENERAL_INCORPORATED_FOUNDATION)
    assert "former_member" not in {one.code for one in reviewed(spoiled(joined, presenter(4, other)))}


def test_a_member_that_was_renamed_need_not_have_a_name_akin() -> None:
    other = attrs.evolve(TEACHERS, name={"ja": "まなびネット", "en": "Manabi Net"})
    renamed = case.member(6, organization=other, since=dt.date(2021, 4, 1))
    assert "nothing_in_common" not in {one.code for one in reviewed(spoiled(renamed))}
    later = case.member(6, organization=other, since=dt.date(2022, 4, 1))
    assert "nothing_in_common" in {one.code for one in reviewed(spoiled(later))}


def test_two_bodies_of_one_name_one_after_the_other_are_two() -> None:
    records = kept()
    first, working = records.council.bodies
    ended = attrs.evolve(working, until=dt.date(2025, 4, 1))
    again = attrs.evolve(
        working, organization=attrs.evolve(working.organization, id="jp/midori/w2"), since=dt.date(2025, 4, 1)
    )
    for bodies in ([first, ended, again], [first, again, ended]):
        council = attrs.evolve(records.council, bodies=bodies)
        found = review(council, records.meetings, today=dt.date(2026, 11, 24), holidays=())
        assert "bodies_of_one_name" not in {one.code for one in found}


@pytest.mark.parametrize(
    ("organization", "code"),
    [
        (get("jp/npa/community-safety/juvenile", on=dt.date(2023, 1, 1)), "agency_name"),
        (Organization(name={"ja": "こども家庭庁", "en": "Children and Families Agency"}), "agency_not_then"),
        (get("jp/npa/community-safety/juvenile", on=dt.date(2022, 3, 1)), None),
        (Organization(name={"ja": "こども家庭庁", "en": "Family Agency"}, country="KR"), None),
        (Organization(name={"en": "Children and Families Agency"}), None),
        (Organization(id="jp/midori/cfa", name={"ja": "こども家庭庁", "en": "Children's Agency of Midori"}), None),
    ],
)
def test_agencies_are_known_by_their_days(organization: Organization, code: str | None) -> None:
    found = {
        one.code for one in reviewed(spoiled(at(2, program=kept().meetings[2].program), presenter(2, organization)))
    }
    assert found & {"agency_name", "agency_not_then"} == ({code} if code else set())
    assert "csegroup.directory" in sys.modules


def test_one_address_may_be_that_of_two_towns_with_one_building() -> None:
    hall = kept().meetings[2].venues[0]
    address = case.evolve(
        hall.postal_address,  # type: ignore[union-attr]
        postal_code="999-0010",
        locality={"ja": "大空市", "en": "Ozora-shi"},
    )
    elsewhere = case.evolve(hall, postal_address=address)
    assert "postal_code" not in {one.code for one in reviewed(spoiled(at(2, venues=[elsewhere])))}


def _address(kind: AddressKind) -> Address:
    return Address(kind=kind, speaker=Post(title={"ja": "会長", "en": "Chair"}, organization=SUPPORT))


def test_addresses_may_follow_what_opens_and_come_before_what_closes() -> None:
    program = kept().meetings[2].program
    notes = Discussion(title={"ja": "事務連絡", "en": "Notices"})
    right = [
        *program[:3],
        _address(AddressKind.OPENING),
        *program[3:-1],
        _address(AddressKind.CLOSING),
        notes,
        program[-1],
    ]
    assert matter(reviewed(spoiled(at(2, program=right)))) == []
    late = [*program[1:3], _address(AddressKind.OPENING), *program[3:]]
    assert ("opening_late", "meetings[2].program[2]") in places(reviewed(spoiled(at(2, program=late))))


def test_a_break_is_followed_by_something() -> None:
    pause = Formality(kind=FormalityKind.BREAK)
    program = kept().meetings[2].program
    assert matter(reviewed(spoiled(at(2, program=[*program[:3], pause, *program[3:]])))) == []


def test_a_number_alone_refers_to_a_material_of_another_item() -> None:
    again = Material(number="1")
    assert matter(reviewed(spoiled(item(2, 5, materials=[again])))) == []
    twice = case.both(item(2, 5, materials=[Material(number="9"), Material(number="9")]))
    assert "material_twice" in {one.code for one in reviewed(spoiled(twice))}


@pytest.mark.parametrize(("days_ago", "is_told"), [(29, False), (30, True)])
def test_a_decision_may_take_a_month_to_be_written_down(days_ago: int, is_told: bool) -> None:  # noqa: FBT001
    day = dt.date(2026, 11, 24) - dt.timedelta(days=days_ago)
    late = attrs.evolve(meeting(GENERAL, 6, (day.year, day.month, day.day)), status=MeetingStatus.HELD)
    records = spoiled(at(11, **{field: getattr(late, field) for field in ("start", "end", "status", "program")}))
    findings = reviewed(spoiled_motion(records))
    assert ("outcome_missing" in {one.code for one in findings}) is is_told


def spoiled_motion(records: Kept) -> Kept:
    item(11, 4, outcome=None)(records)
    return records


def test_a_long_report_of_three_meetings_is_a_form_of_words() -> None:
    long = {"ja": "資料に基づき説明が行われた。" * 10, "en": "The papers were explained. " * 10 + "So."}
    assert matter(reviewed(spoiled(*(item(i, 2, report=long) for i in (1, 2, 4))))) == []
    assert matter(reviewed(spoiled(*(item(i, 2, report=long) for i in (1, 2))))) == [
        ("report_copied", "meetings[2].program[2].report")
    ]


def test_a_conference_may_last_for_days_and_an_evening_be_late() -> None:
    start = case.moment(2021, 5, 18, 10)
    days = reviewed(spoiled(case.hours(2, start, case.moment(2021, 5, 19, 17))))
    assert places(days) == [("several_days", "meetings[2].end")]
    assert matter(days) == []
    assert matter(reviewed(spoiled(case.hours(2, start, case.moment(2021, 5, 19, 2))))) == [
        ("length", "meetings[2].end")
    ]


def test_an_agenda_of_which_one_number_is_known_leaves_none_out() -> None:
    alone = [case.evolve(kept().meetings[2].program[2], agenda_number=2, title={"ja": "報告", "en": "Report"})]
    assert "agenda_left_out" not in {one.code for one in reviewed(spoiled(at(2, program=alone)))}


def test_what_was_done_says_that_a_meeting_was_held() -> None:
    found = places(reviewed(spoiled(at(2, status=MeetingStatus.ANNOUNCED))))
    assert found == [("status_not_held", "meetings[2].status")]


def test_the_same_office_has_the_same_number_until_it_moves() -> None:
    moved = [case.contact(i, telephone="099-555-0101") for i in (8, 9, 10, 11)]
    assert "other_telephone" not in {one.code for one in reviewed(spoiled(*moved))}


def test_names_of_now_are_the_ones_that_are_there() -> None:
    assert {one.code for one in reviewed(spoiled(presenter(4, NETWORK), presenter(2, OLD_NETWORK)))} == set()
