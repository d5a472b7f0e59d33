from __future__ import annotations

import datetime as dt

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import strategies as strategy
from csegroup import (
    AttendeeKind,
    Council,
    DatedName,
    InvalidValue,
    LegalForm,
    MemberGroup,
    Organization,
    Source,
)
from csegroup.documents import member_list, source_list, to_html, to_text
from csegroup.documents.pairs import rows_of
from csegroup.wording import format_organization

FOUNDED, RENAMED, ENDED = dt.date(2010, 11, 22), dt.date(2017, 10, 27), dt.date(2023, 4, 1)
READ_ON = dt.date(2026, 11, 24)
NEWS = Source(
    url="https://www.example.org/news/1",
    read_on=READ_ON,
    publisher={"ja": "日本ユニセフ協会", "en": "Japan Committee for UNICEF"},
)
PAGE = Source(url="https://www.example.go.jp/2", read_on=READ_ON)


def member(name: str, kind: AttendeeKind = AttendeeKind.PRIVATE, **fields: object) -> MemberGroup:
    organization = Organization(id=f"jp/{name.lower()}", name={"ja": f"{name}会", "en": name})
    return MemberGroup(**{"organization": organization, "kind": kind, "since": FOUNDED, "sources": [NEWS], **fields})  # type: ignore[arg-type] # any of its fields


COUNCIL = Council(
    id="jp/council",
    names=[
        DatedName(text={"ja": "排除協議会", "en": "First Council"}, since=FOUNDED, until=RENAMED, sources=[NEWS]),
        DatedName(text={"ja": "撲滅協議会", "en-t-ja": "Second Council"}, since=RENAMED, until=ENDED, sources=[PAGE]),
    ],
    member_groups=[
        member("A", until=RENAMED),
        member(
            "B",
            organization=Organization(
                id="jp/b",
                name={"ja": "﨑﨔ﾌｫｰﾗﾑ"},
                legal_form=LegalForm.GENERAL_INCORPORATED_ASSOCIATION,
                url="https://www.example.org/b",
            ),
        ),
        member("C", AttendeeKind.GOVERNMENT, since=RENAMED, sources=[PAGE]),
        member("D", AttendeeKind.OTHER, since=RENAMED, sources=[]),
    ],
)


def text(day: dt.date, locale: str) -> str:
    return to_text(member_list(COUNCIL, day, locale=locale))


def test_members_stand_under_the_names_of_the_day_kind_by_kind_above_the_sources() -> None:
    assert text(RENAMED - dt.timedelta(days=1), "ja") == (
        "排除協議会　構成員一覧（平成29年10月26日(木)現在）\n"
        "\n民間団体\n　・A会\n　・一般社団法人﨑﨔ﾌｫｰﾗﾑ\n"
        "\n出典\n　・日本ユニセフ協会　https://www.example.org/news/1（令和8年11月24日(火)閲覧）\n"
    )
    assert text(RENAMED, "en") == (
        "Members of the Second Council as of October 27, 2017 (Friday) (unofficial translation)\n"
        "\nPrivate groups\n- 一般社団法人﨑﨔ﾌｫｰﾗﾑ (in Japanese)\n"
        "\nRelevant government agencies\n- C\n"
        "\nOthers\n- D\n"
        "\nSources\n"
        "- https://www.example.go.jp/2 (read on November 24, 2026 (Tuesday))\n"
        "- Japan Committee for UNICEF, https://www.example.org/news/1 (read on November 24, 2026 (Tuesday))\n"
    )


def test_members_of_a_day_without_a_name_are_told_without_it() -> None:
    assert text(ENDED, "ja").startswith("構成員一覧（令和5年4月1日(土)現在）\n")
    assert text(ENDED, "en").startswith("Members as of April 1, 2023 (Saturday)\n")


def test_a_day_for_which_no_member_is_known_says_so() -> None:
    day = FOUNDED - dt.timedelta(days=1)
    assert text(day, "en") == "Members as of November 21, 2010 (Sunday)\n\nNo source shows a member on this day.\n"
    assert text(day, "ja") == "構成員一覧（平成22年11月21日(日)現在）\n\nこの日の構成員を示す資料は見当たらない。\n"


def test_a_member_leads_to_its_site_and_a_source_to_its_page() -> None:
    page = to_html(member_list(COUNCIL, RENAMED, locale="ja"))
    assert '<a href="https://www.example.org/b">一般社団法人﨑﨔ﾌｫｰﾗﾑ</a>' in page
    assert '<a href="https://www.example.org/news/1">https://www.example.org/news/1</a>' in page


A_TIME = dt.datetime(2017, 10, 27, tzinfo=dt.timezone.utc)


@pytest.mark.parametrize(("field", "value"), [("council", None), ("day", "2017-10-27"), ("day", A_TIME)])
def test_members_are_those_of_a_council_on_a_day(field: str, value: object) -> None:
    arguments = {"council": COUNCIL, "day": FOUNDED, "locale": "ja"} | {field: value}
    assert strategy.refused(member_list, **arguments).field == field


def test_a_list_of_sources_has_a_title_and_each_with_its_day() -> None:
    assert to_text(source_list(iter([PAGE]), locale="ja")) == (
        "出典\n\n・https://www.example.go.jp/2（令和8年11月24日(火)閲覧）\n"
    )
    assert to_text(source_list([], locale="en")) == "Sources\n"


def test_sources_are_sources() -> None:
    assert strategy.refused(source_list, sources=["https://www.example.go.jp/"], locale="ja").field == "sources[0]"
    old = attrs.evolve(PAGE, read_on=dt.date(1872, 12, 31))
    with pytest.raises(InvalidValue, match="read_on"):
        source_list([old], locale="ja")


@given(st.dates(dt.date(2009, 1, 1), dt.date(2026, 12, 31)))
def test_the_languages_of_a_list_of_members_stand_side_by_side(day: dt.date) -> None:
    document = member_list(COUNCIL, day, locale=["ja", "en"])
    assert all(len(row.cells) == 2 for row in rows_of([outline.blocks for outline in document]))
    written = to_html(document)
    for one in COUNCIL.member_groups:
        assert written.count(one.organization.name["ja"]) == (2 if one.organization.id == "jp/b" else 1) * (
            one in COUNCIL.members_on(day)
        )


def test_members_of_a_span_are_all_who_were_one_on_any_day_of_it_those_of_a_part_with_their_days() -> None:
    guest = member("E", since=dt.date(2017, 3, 1), until=dt.date(2017, 5, 1), sources=[])
    future = member("F", until=dt.date(2018, 1, 1), sources=[])
    council = attrs.evolve(COUNCIL, member_groups=[*COUNCIL.member_groups, guest, future])
    since, day = dt.date(2017, 1, 1), dt.date(2017, 12, 31)
    assert to_text(member_list(council, day, since=since, locale="ja")).split("\n\n出典")[0] == (
        "撲滅協議会　構成員一覧（平成29年1月1日から平成29年12月31日まで）\n"
        "\n民間団体\n"
        "　・A会（平成22年11月22日から平成29年10月26日まで）\n　・一般社団法人﨑﨔ﾌｫｰﾗﾑ\n"
        "　・E会（平成29年3月1日から平成29年4月30日まで）\n　・F会\n"
        "\n関係府省庁\n　・C会（平成29年10月27日から）\n"
        "\nその他\n　・D会（平成29年10月27日から）"
    )
    english = to_text(member_list(council, day, since=since, locale="en"))
    assert english.startswith("Members of the Second Council from January 1, 2017 to December 31, 2017 (unofficial")
    assert "- E (from March 1, 2017 to April 30, 2017)\n" in english
    assert english.count("https://") == 2


def test_a_span_without_a_member_or_a_name_says_so() -> None:
    since, day = FOUNDED - dt.timedelta(days=9), FOUNDED - dt.timedelta(days=1)
    assert to_text(member_list(COUNCIL, day, since=since, locale="en")) == (
        "Members from November 13, 2010 to November 21, 2010\n\nNo source shows a member on these days.\n"
    )
    assert "この期間の構成員を示す資料は見当たらない。" in to_text(member_list(COUNCIL, day, since=since, locale="ja"))


@pytest.mark.parametrize(("since", "code"), [(RENAMED + dt.timedelta(days=1), "order"), ("2017-01-01", "type")])
def test_a_span_of_members_begins_before_it_ends(since: object, code: str) -> None:
    error = strategy.refused(member_list, council=COUNCIL, day=RENAMED, since=since, locale="ja")
    assert (error.code, error.field) == (code, "since")


@given(strategy.councils(), st.dates(), st.dates())
def test_a_span_has_the_members_of_each_of_its_days_and_one_day_is_a_span(
    council: Council, one: dt.date, other: dt.date
) -> None:
    since, day = sorted((one, other))
    whole = to_text(member_list(council, day, since=since, locale="en-u-ca-gregory"))
    for member in (*council.members_on(since), *council.members_on(day)):
        assert format_organization(member.organization, locale="en") in whole
    of_a_day = to_text(member_list(council, day, since=day, locale="en")).partition("\n")[2]
    assert "on these days" in of_a_day or of_a_day == to_text(member_list(council, day, locale="en")).partition("\n")[2]
