"""The archive that ships with the package, against tables made by hand from the pages that it names."""

from __future__ import annotations

import datetime as dt
import io
import runpy
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import attrs
import pytest

import csegroup
from csegroup import Council, DatedOrganization, LocalizedText, Meeting, Source, Speaker
from csegroup.example import ARCHIVE, MEETING
from csegroup.json import read_archive, write_archive
from csegroup.schedule import by_date
from csegroup.text import is_translation, language_of

Kind = TypeVar("Kind")

ROOT = Path(__file__).parents[1]
EVERY = read_archive(ARCHIVE)
[COUNCIL] = EVERY.councils
MEETINGS = {meeting.id.removeprefix("jp/cse-council/"): meeting for meeting in EVERY.meetings}
A_DAY = dt.timedelta(days=1)
NEVER = "9999-12-31"

# By hand from the pages: the first day and the last day, both included; what no page ends, lasts.
NAMES = [
    ("2010-11-22", "2016-10-31", "児童ポルノ排除対策推進協議会"),
    ("2016-11-30", "2017-10-26", "児童の性的搾取等撲滅対策推進協議会"),
    ("2017-10-27", NEVER, "子供の性被害撲滅対策推進協議会"),
]
BODIES = [
    ("2010-11-22", "2015-11-27", "児童ポルノ排除対策推進協議会"),
    ("2017-10-27", "2017-10-27", "児童の性的搾取等撲滅対策推進協議会"),
    ("2018-04-23", NEVER, "子供の性被害撲滅対策推進協議会総会"),
    ("2022-02-08", NEVER, "児童の性的搾取等に関する専門家会合"),
]
MEMBERS = [
    ("2010-11-22", NEVER, "日本ユニセフ協会"),
    ("2010-11-22", NEVER, "全国知事会"),
    ("2010-11-22", NEVER, "全国連合小学校長会"),
    ("2010-11-22", NEVER, "全国社会福祉協議会"),
    ("2010-11-22", NEVER, "日本インターネットプロバイダー協会"),
    ("2010-11-22", NEVER, "日本PTA全国協議会"),
    ("2010-11-22", NEVER, "テレコムサービス協会"),
    ("2014-11-25", NEVER, "児童虐待防止全国ネットワーク"),
    ("2014-11-25", NEVER, "セーファーインターネット協会"),
    ("2015-11-26", "2015-11-26", "スポーツ・青少年局"),
    ("2015-11-27", "2018-09-30", "生涯学習政策局"),
]
ORGANIZATIONS = [
    ("0001-01-01", NEVER, "警察庁"),
    ("0001-01-01", NEVER, "内閣府"),
    ("0001-01-01", NEVER, "文部科学省"),
    ("2020-04-23", NEVER, "ソーシャルメディア利用環境整備機構"),
]
# As the pages print the day, the hours and the weekday.
DATES = {
    "general/1": "平成22年11月22日(月)",
    "general/4": "平成25年11月28日(木)午後2時30分～午後3時15分までの間",
    "general/5": "平成26年11月25日(火)午後2時15分～午後3時15分までの間",
    "general/6": "平成27年11月27日(金)午後2時15分～午後3時15分までの間",
    "general/2017-10-27": "平成29年10月27日(金)午後3時～午後5時までの間",
    "general/2018-04-23": "平成30年4月23日(月)午後3時～午後5時までの間",
    "general/2019-04-25": "平成31年4月25日(木)午後2時～午後5時までの間",
    "general/2021-04-16": "令和3年4月16日(金)午後2時～午後3時30分までの間",
    "general/2021-10-20": "令和3年10月20日(水)午後2時～午後3時5分までの間",
    "specialist-group/6": "令和4年2月8日(火)午後2時から",
}
# What an office or an organization itself calls something in English, on a page that was read; the rest is translated.
OWN_ENGLISH = {
    "Cabinet Office",
    "Children and Families Agency",
    "Community Safety Bureau",
    "Head",
    "Japan Committee for UNICEF",
    "Joint Council on Measures to Eradicate Child Sexual Exploitation, etc.",
    "Ministry of Education, Culture, Sports, Science and Technology",
    "National Police Agency",
    "Social Media Association of Japan",
    "Specialist Group Meeting on Child Sexual Exploitation",
}
# Every day from before the founding to after the last page, so that none is a matter of luck.
DAYS = [dt.date(2009, 12, 31) + n * A_DAY for n in range(5000)]


def by_hand(table: list[tuple[str, str, str]], day: dt.date) -> list[str]:
    return [name for first, last, name in table if first <= day.isoformat() <= last]


def japanese(text: LocalizedText) -> str:
    return next(words for tag, words in text.items() if language_of(tag) == "ja")


def parts(value: object) -> Iterator[object]:
    """Give a record and all that it holds."""
    yield value
    if isinstance(value, tuple):
        for one in value:
            yield from parts(one)
    elif attrs.has(cls := type(value)) and cls is not LocalizedText:
        for field in attrs.fields(cls):
            yield from parts(getattr(value, field.name))


def of_kind(cls: type[Kind]) -> list[Kind]:
    return [part for record in EVERY.records for part in parts(record) if isinstance(part, cls)]


def test_the_file_is_as_the_library_writes_it() -> None:
    write_archive(EVERY, file := io.BytesIO())
    assert file.getvalue() == ARCHIVE.read_bytes()


def test_the_archive_holds_one_council_its_meetings_and_each_state_once() -> None:
    states = [(meeting.id, meeting.sequence, meeting.status) for meeting in EVERY.meetings]
    assert len(set(states)) == len(states) == len(DATES)
    assert MEETINGS.keys() == DATES.keys()
    assert {meeting.status for meeting in EVERY.meetings} == {csegroup.MeetingStatus.HELD}


def test_the_days_reach_from_before_the_first_page_to_after_the_last() -> None:
    assert DAYS[0] < dt.date(2010, 1, 1)
    assert DAYS[-1] > dt.date(2023, 1, 1)


def test_on_any_day_the_council_has_the_name_that_the_pages_show() -> None:
    for day in DAYS:
        name = COUNCIL.name_on(day)
        assert ([] if name is None else [japanese(name)]) == by_hand(NAMES, day), day


def test_on_any_day_there_are_the_bodies_that_the_pages_show() -> None:
    for day in DAYS:
        found = [japanese(body.organization.name) for body in COUNCIL.bodies_on(day)]
        assert found == by_hand(BODIES, day), day


def test_on_any_day_those_are_members_whom_the_pages_show() -> None:
    for day in DAYS:
        found = [japanese(member.organization.name) for member in COUNCIL.members_on(day)]
        assert found == by_hand(MEMBERS, day), day


def test_on_any_day_the_register_as_of_it_answers_as_the_whole_one() -> None:
    for day in DAYS:
        register = COUNCIL.as_of(day)
        if not by_hand(NAMES, day):
            assert register is None
            continue
        assert register is not None
        assert [japanese(name.text) for name in register.names] == by_hand(NAMES, day)
        assert [japanese(body.organization.name) for body in register.bodies] == by_hand(BODIES, day)
        assert [japanese(one.organization.name) for one in register.member_groups] == by_hand(MEMBERS, day)


def test_organizations_have_their_names_over_the_days_that_the_pages_show() -> None:
    found = [
        (
            (one.since or dt.date.min).isoformat(),
            (one.until - A_DAY if one.until else dt.date.max).isoformat(),
            japanese(one.organization.name),
        )
        for one in EVERY.organizations
    ]
    assert found == ORGANIZATIONS


@pytest.mark.parametrize(
    ("day", "name", "bodies", "members"),
    [
        ("2010-11-21", None, [], 0),
        ("2010-11-22", "児童ポルノ排除対策推進協議会", ["general"], 7),
        ("2014-11-24", "児童ポルノ排除対策推進協議会", ["general"], 7),
        ("2014-11-25", "児童ポルノ排除対策推進協議会", ["general"], 9),
        ("2015-11-25", "児童ポルノ排除対策推進協議会", ["general"], 9),
        ("2015-11-26", "児童ポルノ排除対策推進協議会", ["general"], 10),
        ("2015-11-27", "児童ポルノ排除対策推進協議会", ["general"], 10),
        ("2016-10-31", "児童ポルノ排除対策推進協議会", [], 10),
        ("2016-11-01", None, [], 10),
        ("2016-11-29", None, [], 10),
        ("2016-11-30", "児童の性的搾取等撲滅対策推進協議会", [], 10),
        ("2017-10-26", "児童の性的搾取等撲滅対策推進協議会", [], 10),
        ("2017-10-27", "子供の性被害撲滅対策推進協議会", ["general"], 10),
        ("2017-10-28", "子供の性被害撲滅対策推進協議会", [], 10),
        ("2018-04-23", "子供の性被害撲滅対策推進協議会", ["general"], 10),
        ("2018-09-30", "子供の性被害撲滅対策推進協議会", ["general"], 10),
        ("2018-10-01", "子供の性被害撲滅対策推進協議会", ["general"], 9),
        ("2022-02-07", "子供の性被害撲滅対策推進協議会", ["general"], 9),
        ("2022-02-08", "子供の性被害撲滅対策推進協議会", ["general", "specialist-group"], 9),
        ("2026-11-24", "子供の性被害撲滅対策推進協議会", ["general", "specialist-group"], 9),
    ],
)
def test_a_day_at_a_change_is_as_the_pages_say(day: str, name: str | None, bodies: list[str], members: int) -> None:
    asked = dt.date.fromisoformat(day)
    text = COUNCIL.name_on(asked)
    assert (text and text["ja"]) == name
    assert [body.organization.id for body in COUNCIL.bodies_on(asked)] == [f"jp/cse-council/{one}" for one in bodies]
    assert len(COUNCIL.members_on(asked)) == members


@pytest.mark.parametrize("meeting", EVERY.meetings, ids=lambda meeting: meeting.id)
def test_a_meeting_is_of_a_body_under_its_name_of_that_day(meeting: Meeting) -> None:
    assert meeting.local_date
    assert meeting.body in [body.organization for body in COUNCIL.bodies_on(meeting.local_date)]


@pytest.mark.parametrize(("meeting", "date"), DATES.items())
def test_a_meeting_has_the_day_the_weekday_and_the_hours_of_its_page(meeting: str, date: str) -> None:
    program = csegroup.format_program(MEETINGS[meeting], locale="ja")
    assert f"　{date}" in program.splitlines()


def test_the_meetings_stand_in_the_order_of_their_days() -> None:
    assert by_date(EVERY.meetings) == EVERY.meetings


def test_the_meetings_of_a_year_are_those_of_its_pages() -> None:
    years = {
        year: len(csegroup.between(EVERY.meetings, dt.date(year, 1, 1), dt.date(year + 1, 1, 1)))
        for year in range(2010, 2024)
    }
    assert [year for year, number in years.items() if number == 1] == [2010, 2013, 2014, 2015, 2017, 2018, 2019, 2022]
    assert [year for year, number in years.items() if number == 2] == [2021]
    assert [year for year, number in years.items() if number == 0] == [2011, 2012, 2016, 2020, 2023]


@pytest.mark.parametrize("meeting", EVERY.meetings, ids=lambda meeting: meeting.id)
def test_a_printed_program_says_in_its_title_where_it_is_not_the_offices_own(meeting: Meeting) -> None:
    titles = {
        locale: csegroup.format_program(meeting, locale=locale).splitlines()[0].endswith(mark)
        for locale, mark in (("ja", "（仮訳）"), ("en", "(unofficial translation)"))
    }
    in_english_at_first = meeting.id == MEETING.id
    assert titles == {"ja": in_english_at_first, "en": not in_english_at_first}


def test_every_text_is_the_offices_own_in_one_language_and_there_in_both() -> None:
    for text in of_kind(LocalizedText):
        assert any(not is_translation(tag) for tag in text), text
        if sorted(map(language_of, text)) != ["en", "ja"]:
            assert list(text) == ["ja"], text
            assert text["ja"] == "秋田県教育庁生涯学習課 社会教育主事"


def test_english_that_no_office_wrote_is_tagged_as_a_translation() -> None:
    texts = [part for record in EVERY.records if record != MEETING for part in parts(record)]
    assert {text["en"] for text in texts if isinstance(text, LocalizedText) and "en" in text} == OWN_ENGLISH


def dated(record: Council | DatedOrganization | Meeting) -> Iterator[tuple[Source, ...]]:
    if isinstance(record, Council):
        yield from (name.sources for name in record.names)
        yield from (body.sources for body in record.bodies)
        yield from (member.sources for member in record.member_groups)
    else:
        yield record.sources


def test_every_name_body_member_organization_and_meeting_says_where_it_is_from() -> None:
    for record in EVERY.records:
        for sources in dated(record):
            assert sources
            assert all(source.publisher and source.read_on.year >= 2026 for source in sources)


def test_the_page_about_the_archive_names_every_source() -> None:
    page = (ROOT / "docs/explanation/the-real-council.md").read_text(encoding="utf-8")
    assert [url for url in {source.url for source in of_kind(Source)} if f"<{url}>" not in page] == []


def test_nobody_is_named() -> None:
    assert of_kind(Speaker)
    assert [speaker for speaker in of_kind(Speaker) if speaker.name] == []


def test_the_meeting_of_2022_is_the_one_that_ships_alone() -> None:
    assert MEETINGS["specialist-group/6"] == MEETING


@pytest.mark.parametrize("year", ["2017-10-27", "2021-04-16"])
def test_a_meeting_that_is_an_example_too_says_the_same_there(year: str) -> None:
    example = runpy.run_path(str(ROOT / f"examples/general_meeting_{year[:4]}.py"))["meeting"]
    meeting = MEETINGS[f"general/{year}"]
    assert [source.url for source in meeting.sources] == [source.url for source in example.sources]
    assert attrs.evolve(meeting, body=example.body, sources=example.sources) == example
