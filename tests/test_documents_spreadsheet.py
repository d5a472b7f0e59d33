from __future__ import annotations

import csv
import datetime as dt
import io
from typing import Any
from zoneinfo import ZoneInfo

import attrs
import pandas as pd  # type: ignore[import-untyped]
import pytest
from hypothesis import given
from hypothesis import strategies as st

import strategies as strategy
from csegroup import InWriting, Meeting, MeetingStatus, OnlineVenue, Venue
from csegroup.documents import meetings_csv
from csegroup.wording import format_title
from samples import GROUP

TOKYO = ZoneInfo("Asia/Tokyo")
DATED = Meeting(
    id="jp/group/6",
    body=GROUP,
    number=6,
    status=MeetingStatus.ANNOUNCED,
    start=dt.datetime(2022, 2, 8, 14, tzinfo=TOKYO),
    end=dt.datetime(2022, 2, 8, 15, 30, tzinfo=TOKYO),
    venues=[
        Venue(name={"en": "NPA Building", "ja": "警察総合庁舎"}, room={"en": "Hall", "ja": "大会議室"}),
        OnlineVenue(),
    ],
    url="https://www.example.go.jp/6.html",
)
UNDECIDED = Meeting(id="jp/group/7", body=GROUP, number=7)
IN_WRITING = Meeting(id="jp/group/8", body=GROUP, number=8, day=dt.date(2022, 12, 1), venues=[InWriting()])
COLUMNS = ["id", "date", "start", "end", "time_zone", "title", "place", "status", "url"]


def written(*meetings: Meeting, locale: str = "ja") -> str:
    return meetings_csv(meetings, locale=locale).decode("utf-8-sig")


def read(*meetings: Meeting, locale: str = "ja") -> list[dict[str, str]]:
    return [*csv.DictReader(io.StringIO(written(*meetings, locale=locale), newline=""))]


def cell(title: str) -> str:
    """Give the title of a meeting as it stands in the table."""
    (row,) = read(attrs.evolve(UNDECIDED, title={"ja": title}))
    return row["title"]


def test_meetings_are_a_table_in_japanese() -> None:
    assert written(DATED, UNDECIDED, IN_WRITING) == (
        "id,date,start,end,time_zone,title,place,status,url\r\n"
        "jp/group/6,2022-02-08,2022-02-08T14:00:00+09:00,2022-02-08T15:30:00+09:00,Asia/Tokyo,第6回専門家会合,"
        "警察総合庁舎大会議室 / Web会議を併用,announced,https://www.example.go.jp/6.html\r\n"
        "jp/group/7,,,,,第7回専門家会合,,tentative,\r\n"
        "jp/group/8,2022-12-01,,,,第8回専門家会合,書面開催,tentative,\r\n"
    )


def test_meetings_are_a_table_in_english() -> None:
    assert written(DATED, IN_WRITING, locale="en-GB").splitlines()[1:] == [
        (
            "jp/group/6,2022-02-08,2022-02-08T14:00:00+09:00,2022-02-08T15:30:00+09:00,Asia/Tokyo,6th Specialist Group "
            'Meeting,"Hall, NPA Building / On-line system",announced,https://www.example.go.jp/6.html'
        ),
        "jp/group/8,2022-12-01,,,,8th Specialist Group Meeting,Held in writing,tentative,",
    ]


def test_a_table_of_no_meetings_has_the_names_of_the_columns() -> None:
    assert meetings_csv([], locale="ja") == b"\xef\xbb\xbf" + ",".join(COLUMNS).encode() + b"\r\n"


def test_a_table_begins_with_the_mark_that_excel_wants_and_has_it_once() -> None:
    data = meetings_csv([DATED], locale="ja")
    assert data.startswith(b"\xef\xbb\xbfid,")
    assert data.count(b"\xef\xbb\xbf") == 1


def test_the_names_of_the_columns_are_alike_in_all_languages() -> None:
    assert written(locale="ja") == written(locale="en") == written(locale="en-GB")


def test_a_comma_and_a_quotation_mark_are_quoted() -> None:
    meeting = attrs.evolve(UNDECIDED, title={"en": 'Symposium "Safety", part 1'})
    assert '"Symposium ""Safety"", part 1"' in written(meeting, locale="en")
    assert read(meeting, locale="en")[0]["title"] == 'Symposium "Safety", part 1'


def test_the_rows_stand_in_the_order_given() -> None:
    assert [row["id"] for row in read(IN_WRITING, DATED, UNDECIDED)] == ["jp/group/8", "jp/group/6", "jp/group/7"]


@pytest.mark.parametrize(
    "title",
    [
        "=1+1",
        '=HYPERLINK("https://example.org")',
        "+81-3-3581",
        "-1",
        "@SUM(1)",
        "＝1+1",
        "＋1",
        "－SNS東京ノート－",
        "＠会議",
    ],
)
def test_what_a_spreadsheet_would_calculate_has_an_apostrophe_before_it(title: str) -> None:
    assert cell(title) == f"'{title}"


@pytest.mark.parametrize(
    "title", ["会議=1", "'引用'", "1-2", "「=」", "ー会議", "ｶﾅﾞ", "𠮷野会合", "か\u3099"[:1] + "会"]
)
def test_any_other_text_stands_as_it_is(title: str) -> None:
    assert cell(title) == title


def test_a_place_that_looks_like_a_formula_has_an_apostrophe_before_it() -> None:
    (row,) = read(attrs.evolve(DATED, venues=[Venue(name={"ja": "=cmd|' /C calc'!A0"})]))
    assert row["place"] == "'=cmd|' /C calc'!A0"


def test_a_cancelled_meeting_says_so_in_its_own_column() -> None:
    (row,) = read(DATED.cancelled())
    assert (row["title"], row["status"]) == ("第6回専門家会合", "cancelled")


def test_the_date_of_a_meeting_abroad_is_that_of_its_own_zone() -> None:
    start = dt.datetime(2021, 11, 9, 18, 3, tzinfo=ZoneInfo("America/Los_Angeles"))
    (row,) = read(attrs.evolve(UNDECIDED, start=start))
    assert (row["date"], row["start"], row["time_zone"]) == (
        "2021-11-09",
        "2021-11-09T18:03:00-08:00",
        "America/Los_Angeles",
    )


def test_a_language_without_words_is_refused() -> None:
    assert strategy.refused(meetings_csv, meetings=[DATED], locale="fr").field == "locale"


def test_pandas_reads_the_table_back() -> None:
    data = meetings_csv([DATED, UNDECIDED, IN_WRITING], locale="ja")
    frame: Any = pd.read_csv(io.BytesIO(data), parse_dates=["date"], dtype={"url": "string"})
    assert [*frame.columns] == COLUMNS
    assert [*frame["id"]] == ["jp/group/6", "jp/group/7", "jp/group/8"]
    assert frame["date"][0] == pd.Timestamp(2022, 2, 8)
    assert pd.isna(frame["date"][1])
    assert pd.Timestamp(frame["start"][0]) == pd.Timestamp(2022, 2, 8, 14, tz="Asia/Tokyo")
    assert frame["place"][0] == "警察総合庁舎大会議室 / Web会議を併用"


@given(st.lists(strategy.meetings(), max_size=4), st.sampled_from(["ja", "en"]))
def test_every_meeting_is_a_row_that_is_read_back_as_it_was(meetings: list[Meeting], locale: str) -> None:
    rows = read(*meetings, locale=locale)
    assert [row["id"] for row in rows] == [meeting.id for meeting in meetings]
    for row, meeting in zip(rows, meetings, strict=True):
        assert [*row] == COLUMNS
        assert None not in row.values()
        day = dt.date.fromisoformat(row["date"]) if row["date"] else None
        assert day == meeting.local_date
        begins = dt.datetime.fromisoformat(row["start"]) if row["start"] else None
        assert begins == meeting.start
        if meeting.status is not MeetingStatus.CANCELLED:
            title = format_title(meeting, locale=locale)
            assert row["title"] in {title, f"'{title}"}
