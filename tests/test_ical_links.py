"""Links that add a meeting to a calendar on the web: what a service reads in them."""

from __future__ import annotations

import datetime as dt
import html
from urllib.parse import parse_qs, urlsplit
from zoneinfo import ZoneInfo

import attrs
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

import strategies as strategy
from csegroup import InvalidValue, InWriting, Meeting, MeetingStatus, NotScheduled, OnlineVenue, Organization, Venue
from csegroup.ical.links import CHARACTERS_AT_MOST, CalendarLinks, calendar_links
from csegroup.wording import format_title

TOKYO, BERLIN, UTC = ZoneInfo("Asia/Tokyo"), ZoneInfo("Europe/Berlin"), dt.timezone.utc
BODY = Organization(id="jp/example", name={"ja": "専門家会合", "en": "Specialist Group Meeting"})
START = dt.datetime(2022, 2, 8, 14, tzinfo=TOKYO)
NOTICES = {"ja": "資料は<当日>配布＆回収。\n𠮷田・ｶﾞｲﾄﾞ", "en": "Papers <on the day> & back.\nCafé + 🙂"}
MEETING = Meeting(
    id="jp/example/6",
    body=BODY,
    number=6,
    status=MeetingStatus.ANNOUNCED,
    start=START,
    end=START.replace(hour=16),
    venues=[
        Venue(name={"ja": "警察総合庁舎", "en": "NPA Building"}),
        OnlineVenue(url="https://www.example.go.jp/live"),
    ],
    notice=NOTICES,
    url="https://www.example.go.jp/6?x=1&y=2",
)
ON_A_DAY = attrs.evolve(MEETING, start=None, end=None, day=dt.date(2022, 2, 8))
PLACES = {"ja": "警察総合庁舎 / Web会議を併用", "en": "NPA Building / On-line system"}


def read(link: str) -> dict[str, str]:
    """Read the query of a link as a service does; each word stands there once."""
    assert "+" not in link
    assert link.isascii()
    words = parse_qs(urlsplit(link).query, strict_parsing=True, errors="strict")
    assert all(len(values) == 1 for values in words.values())
    return {name: values[0] for name, values in words.items()}


def in_utc(time: str) -> dt.datetime:
    return dt.datetime.fromisoformat(time).astimezone(UTC)


def of_google(link: str) -> tuple[dt.date, dt.date]:
    """Give start and end as Google reads them."""
    words = read(link)
    first, last = words["dates"].split("/")
    if "T" not in first:
        return dt.date.fromisoformat(first), dt.date.fromisoformat(last)
    if "ctz" not in words:
        return in_utc(first), in_utc(last)
    zone = ZoneInfo(words["ctz"])
    start, end = (dt.datetime.fromisoformat(time) for time in (first, last))
    assert start.tzinfo is None
    return start.replace(tzinfo=zone).astimezone(UTC), end.replace(tzinfo=zone).astimezone(UTC)


def of_outlook(link: str) -> tuple[dt.date, dt.date]:
    words = read(link)
    if words.get("allday") == "true":
        return dt.date.fromisoformat(words["startdt"]), dt.date.fromisoformat(words["enddt"])
    assert words["startdt"].endswith("Z")
    return in_utc(words["startdt"]), in_utc(words["enddt"])


@pytest.mark.parametrize("locale", ["ja", "en"])
def test_every_link_says_title_place_notice_and_page_in_the_language_asked_for(locale: str) -> None:
    links = calendar_links(MEETING, locale=locale)
    google, outlook = read(links.google), read(links.outlook)
    title = format_title(MEETING, locale=locale)
    assert (google["text"], google["location"]) == (title, PLACES[locale])
    assert google["details"] == f"{NOTICES[locale]}\n\nhttps://www.example.go.jp/6?x=1&y=2"
    assert (outlook["subject"], outlook["location"]) == (title, PLACES[locale])
    assert html.unescape(outlook["body"].replace("<br>", "\n")) == google["details"]
    assert "<当日>" not in outlook["body"]


def test_google_has_the_hours_of_the_meetings_clock_and_its_zone() -> None:
    link = calendar_links(MEETING, locale="ja").google
    assert link.startswith("https://calendar.google.com/calendar/render?action=TEMPLATE&text=")
    assert "&dates=20220208T140000/20220208T160000&ctz=Asia/Tokyo&" in link


def test_outlook_has_the_hours_in_utc_at_home_and_at_work() -> None:
    links = calendar_links(MEETING, locale="ja")
    start = "/calendar/0/deeplink/compose?path=/calendar/action/compose&rru=addevent&subject="
    assert links.outlook.startswith(f"https://outlook.live.com{start}")
    assert links.office365 == links.outlook.replace("outlook.live.com", "outlook.office.com")
    assert "&startdt=2022-02-08T05:00:00Z&enddt=2022-02-08T07:00:00Z&" in links.outlook


def test_a_whole_day_ends_on_the_next() -> None:
    links = calendar_links(ON_A_DAY, locale="en")
    assert "&dates=20220208/20220209&location=" in links.google
    assert "&startdt=2022-02-08&enddt=2022-02-09&allday=true&" in links.outlook


def test_a_meeting_in_writing_is_the_day_on_which_answers_are_due() -> None:
    meeting = attrs.evolve(ON_A_DAY, venues=[InWriting()])
    words = read(calendar_links(meeting, locale="en").google)
    assert words["text"] == "Answers due: 6th Specialist Group Meeting"
    assert words["dates"] == "20220208/20220209"


@pytest.mark.parametrize("fold", [0, 1])
def test_an_hour_that_the_clock_shows_twice_is_in_utc(fold: int) -> None:
    start = dt.datetime(2026, 10, 25, 2, 30, fold=fold, tzinfo=BERLIN)
    meeting = attrs.evolve(MEETING, start=start, end=start.replace(hour=5, fold=0))
    words = read(calendar_links(meeting, locale="en").google)
    assert words["dates"] == f"20261025T0{fold}3000Z/20261025T043000Z"
    assert "ctz" not in words


def test_an_end_that_the_clock_shows_twice_is_in_utc() -> None:
    end = dt.datetime(2026, 10, 25, 2, 30, tzinfo=BERLIN)
    meeting = attrs.evolve(MEETING, start=end.replace(hour=1), end=end)
    assert read(calendar_links(meeting, locale="en").google)["dates"] == "20261024T233000Z/20261025T003000Z"


def test_an_open_end_is_the_start_and_no_length_is_made_up() -> None:
    links = calendar_links(attrs.evolve(MEETING, end=None), locale="ja")
    assert of_google(links.google) == of_outlook(links.outlook) == (START.astimezone(UTC), START.astimezone(UTC))


def test_an_assumed_length_ends_only_a_meeting_without_an_end() -> None:
    open_end = attrs.evolve(MEETING, end=None)
    two_hours = START + dt.timedelta(hours=2)
    for meeting, length in ((open_end, 2), (MEETING, 5)):
        links = calendar_links(meeting, locale="ja", assumed_length=dt.timedelta(hours=length))
        assert of_google(links.google) == of_outlook(links.outlook)
        assert of_google(links.google)[1] == two_hours.astimezone(UTC)


def test_a_link_that_is_too_long_leaves_out_the_notice_then_the_place_then_the_page() -> None:
    long = "あ" * 190
    notice = attrs.evolve(MEETING, notice={"ja": long * 2})
    place = attrs.evolve(notice, venues=[Venue(name={"ja": long * 2})])
    page = attrs.evolve(place, url=f"https://www.example.go.jp/{'x' * 1900}")
    title = attrs.evolve(page, title={"ja": long * 2})
    left = [set(read(calendar_links(one, locale="ja").google)) for one in (MEETING, notice, place, page, title)]
    spent = {"action", "text", "dates", "ctz"}
    assert left == [spent | {"location", "details"}, spent | {"location", "details"}, spent | {"details"}, spent, spent]
    assert read(calendar_links(notice, locale="ja").google)["details"] == MEETING.url
    assert all(len(link) <= CHARACTERS_AT_MOST for link in attrs.astuple(calendar_links(page, locale="ja")))
    assert read(calendar_links(title, locale="ja").outlook)["subject"] == long * 2


def test_a_meeting_with_nothing_to_say_has_no_empty_words() -> None:
    bare = Meeting(id="jp/example/6", body=BODY, number=6, start=START)
    assert set(read(calendar_links(bare, locale="en").google)) == {"action", "text", "dates", "ctz"}


def test_no_link_is_made_for_a_cancelled_meeting_nor_without_a_date() -> None:
    with pytest.raises(InvalidValue, match="leave the links out") as cancelled:
        calendar_links(MEETING.cancelled(), locale="ja")
    assert (cancelled.value.code, cancelled.value.field) == ("status", "status")
    with pytest.raises(NotScheduled, match="jp/example/6"):
        calendar_links(attrs.evolve(ON_A_DAY, day=None), locale="ja")


@pytest.mark.parametrize("length", [dt.timedelta(), dt.timedelta(days=2), dt.timedelta(seconds=1.5)])
def test_a_length_that_no_meeting_has_is_refused(length: dt.timedelta) -> None:
    with pytest.raises(InvalidValue, match="whole seconds"):
        calendar_links(MEETING, locale="ja", assumed_length=length)


def test_the_last_day_of_the_calendar_and_a_language_without_words_are_refused() -> None:
    with pytest.raises(InvalidValue, match="very last"):
        calendar_links(attrs.evolve(ON_A_DAY, day=dt.date.max), locale="ja")
    with pytest.raises(InvalidValue, match="locale"):
        calendar_links(MEETING, locale="sw")


def test_a_year_of_three_digits_is_written_in_four() -> None:
    links = calendar_links(attrs.evolve(ON_A_DAY, day=dt.date(645, 7, 17)), locale="ja")
    assert of_google(links.google) == of_outlook(links.outlook) == (dt.date(645, 7, 17), dt.date(645, 7, 18))


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(
    meeting=strategy.meetings(),
    locale=st.sampled_from(["ja", "en", "en-GB", "ja-u-ca-gregory"]),
    minutes=st.none() | st.integers(1, 1440),
)
def test_every_service_reads_the_instants_of_the_meeting_and_its_title(
    meeting: Meeting, locale: str, minutes: int | None
) -> None:
    assume(meeting.local_date and meeting.status is not MeetingStatus.CANCELLED)
    length = None if minutes is None else dt.timedelta(minutes=minutes)
    links = calendar_links(meeting, locale=locale, assumed_length=length)
    start, end = expected(meeting, length)
    assert of_google(links.google) == (start, end)
    assert of_outlook(links.outlook) == of_outlook(links.office365) == (start, end)
    assert read(links.google)["text"] == read(links.outlook)["subject"]
    assert read(links.google)["text"].endswith(format_title(meeting, locale=locale)) or meeting.in_writing


def expected(meeting: Meeting, length: dt.timedelta | None) -> tuple[dt.date, dt.date]:
    if meeting.start is None:
        assert meeting.day
        return meeting.day, meeting.day + dt.timedelta(days=1)
    start = meeting.start.astimezone(UTC)
    return start, meeting.end.astimezone(UTC) if meeting.end else start + (length or dt.timedelta())


def test_the_three_links_are_told_apart() -> None:
    links = calendar_links(MEETING, locale="ja")
    assert isinstance(links, CalendarLinks)
    assert [urlsplit(link).hostname for link in attrs.astuple(links)] == [
        "calendar.google.com",
        "outlook.live.com",
        "outlook.office.com",
    ]
