"""The site that examples/publish_site.py makes: its pages, links, calendars and data."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Callable, Iterator, Mapping
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import urldefrag, urljoin, urlsplit
from zoneinfo import ZoneInfo

import attrs
import ics  # type: ignore[import-untyped] # it has no types
import pytest
import vobject  # type: ignore[import-untyped] # likewise
from ical.calendar_stream import IcsCalendarStream
from icalendar import Calendar

from csegroup import Archive, Body, Council, DatedName, Meeting, OnlineVenue
from csegroup import json as cse_json
from csegroup.ical import uid_of
from site_samples import (
    ARCHIVES,
    BASE_URL,
    CLOSED,
    COMING,
    ENDED_COUNCIL,
    EXAMPLES,
    FOUNDED,
    GENERAL,
    MEETINGS,
    NASTY,
    NOW,
    PLANNED,
    publish,
    published,
    run,
)

VOID = {"meta", "link", "br", "hr", "img", "input"}
LOCALES = ("ja", "en")


class Page(HTMLParser):
    """What is in a page: its elements with their attributes, and whether each is closed where it should be."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.texts: dict[str, str] = {}
        self.open: list[str] = []
        self.feed(path.read_text(encoding="utf-8"))
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        for tag in set(self.open):
            self.texts[tag] = self.texts.get(tag, "") + data

    def of(self, tag: str, **wanted: str) -> list[dict[str, str]]:
        return [found for name, found in self.elements if name == tag and wanted.items() <= found.items()]

    @property
    def ids(self) -> list[str]:
        return [found["id"] for _, found in self.elements if "id" in found]


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    return {name: published(archive, tmp_path_factory.mktemp("site") / "out") for name, archive in ARCHIVES.items()}


@pytest.fixture(params=ARCHIVES)
def site(request: pytest.FixtureRequest, sites: Mapping[str, Path]) -> Path:
    return sites[request.param]


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def pages(folder: Path) -> dict[str, Page]:
    return {path: Page(folder / path) for path in files(folder) if path.endswith(".html")}


def here(url: str) -> str | None:
    """Give the path of an address that is on the site."""
    return url.removeprefix(BASE_URL) if url.startswith(BASE_URL) else None


def test_every_link_leads_somewhere(site: Path) -> None:
    made, written = pages(site), files(site)
    for path, page in made.items():
        for tag, found in page.elements:
            if not (target := found.get("href")):
                continue
            url, fragment = urldefrag(urljoin(BASE_URL + path, target))
            to = here(url)
            if to is None:
                assert tag == "a"
                assert urlsplit(url).scheme in {"http", "https", "mailto"}
                continue
            assert to in written, f"{path}: {target}"
            assert not fragment or fragment in made[to].ids, f"{path}: {target}"
            # From a file or under another path it leads there as well; what a machine wants whole is no link to follow.
            assert target.startswith(("./", "#")) == (found.get("rel") not in {"canonical", "alternate"})


def test_every_page_can_be_reached(site: Path) -> None:
    made = pages(site)
    reached, left = set[str](), ["index.html"]
    while left:
        path = left.pop()
        if path not in reached and path in made:
            reached.add(path)
            left += [str(here(urldefrag(urljoin(BASE_URL + path, one["href"]))[0])) for one in made[path].of("a")]
    assert reached == set(made)


def test_a_page_has_what_a_good_page_has(site: Path) -> None:
    for path, page in pages(site).items():
        [html] = page.of("html")
        assert html["lang"] == (path.split("/")[0] if "/" in path else "ja")
        assert page.of("meta", charset="utf-8")
        assert page.of("meta", name="viewport", content="width=device-width, initial-scale=1")
        assert page.texts["title"].strip()
        for landmark in ("header", "main", "footer", "h1"):
            assert len(page.of(landmark)) == 1, f"{path}: {landmark}"
        for nav in page.of("nav"):
            assert len(page.of("nav", **{"aria-label": nav["aria-label"]})) == 1
        assert page.of("a")[0] == {"class": "skip", "href": "#main"}
        in_a_menu = "/" in path and "/meetings/" not in path
        assert len(page.of("a", **{"aria-current": "page"})) == in_a_menu
        assert len(page.ids) == len(set(page.ids))
        levels = [int(tag[1]) for tag, _ in page.elements if re.fullmatch("h[1-6]", tag)]
        assert levels[0] == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))


def test_nothing_runs_and_nothing_comes_from_outside(site: Path) -> None:
    for page in pages(site).values():
        [policy] = page.of("meta", **{"http-equiv": "Content-Security-Policy"})
        assert policy["content"].startswith("default-src 'none'; style-src 'self'; img-src 'self'")
        for tag, found in page.elements:
            assert tag not in {"style", "img", "iframe", "object", "form", "base"}
            assert tag != "script" or found == {"type": "application/ld+json"}
            assert not any(name == "style" or name.startswith("on") or name in {"src", "srcset"} for name in found)
            assert tag != "link" or found["rel"] in {"stylesheet", "canonical", "alternate"}


def test_each_page_names_itself_in_the_other_languages_and_they_name_it(site: Path) -> None:
    made = pages(site)

    def versions(path: str) -> dict[str, str]:
        links = made[path].of("link", rel="alternate")
        return {one["hreflang"]: str(here(one["href"])) for one in links}

    for path, page in made.items():
        [canonical] = [here(one["href"]) for one in page.of("link", rel="canonical")]
        found = versions(path)
        assert found.keys() == {*LOCALES, "x-default"}
        assert found["x-default"] == found["ja"]
        assert canonical == (path if "/" in path else f"ja/{path}")
        assert canonical in found.values()
        assert all(versions(other) == found for other in found.values())
        [switch] = [one for one in page.of("a") if "hreflang" in one]
        assert here(urljoin(BASE_URL + path, switch["href"])) == found[switch["hreflang"]]
        assert switch["lang"] == switch["hreflang"] != page.of("html")[0]["lang"]


def test_the_same_archive_gives_the_same_bytes(tmp_path: Path) -> None:
    archive = ARCHIVES["hard"]
    first, again = published(archive, tmp_path / "1"), published(archive, tmp_path / "2")
    assert files(first) == files(again)
    assert files(published(archive, tmp_path / "1")) == files(again)


def test_what_is_not_for_the_public_is_in_no_file(sites: Mapping[str, Path]) -> None:
    written = files(sites["hard"])
    assert "ja/meetings/jp/example/general/2026/index.html" in written
    for path, data in written.items():
        text = data.replace(b"\r\n ", b"").decode()
        for secret in (CLOSED, CLOSED.encode("ascii", "backslashreplace").decode(), CLOSED.encode().hex(), "極秘"):
            assert secret not in text, path
    assert "公開の発表" in written["ja/meetings/jp/example/general/2026/index.html"].decode()


def test_the_check_for_secrets_would_find_one(tmp_path: Path) -> None:
    told = attrs.evolve(COMING, notice={"ja": CLOSED})
    written = files(published(Archive(meetings=[told]), tmp_path / "site"))
    found = [path for path, data in written.items() if CLOSED in data.replace(b"\r\n ", b"").decode()]
    assert {Path(path).suffix for path in found} == {".html", ".json", ".ics"}


def texts(page: Page, tag: str) -> str:
    return page.texts.get(tag, "")


def test_hostile_texts_are_texts(sites: Mapping[str, Path]) -> None:
    made = pages(sites["nasty"])
    for path, page in made.items():
        # Japanese has no `ja` title of the meeting; it is printed in English, and is the same.
        assert NASTY in page.texts["title"] or "members" in path
        assert (NASTY in page.texts["header"]) is (path not in {"index.html", "ja/index.html", "en/index.html"})
    meeting = made["ja/meetings/x/nasty/1/index.html"]
    assert meeting.texts["main"].count(NASTY) >= 10
    event = json.loads(texts(meeting, "script"))
    assert (event["name"], event["url"]) == (NASTY, f"{BASE_URL}ja/meetings/x/nasty/1/index.html")


def test_the_next_meeting_stands_first_then_all_by_year(sites: Mapping[str, Path], tmp_path: Path) -> None:
    page = files(sites["hard"])["en/index.html"].decode()
    assert re.findall("<h[1-3]>(.*?)</h[1-3]>", page) == [
        "New Council (unofficial translation)",
        '<a href="./../en/meetings/jp/example/experts/7/index.html">Next meeting</a>',
        "7th Specialist Group Meeting",
        "Meetings (unofficial translation)",
        "Upcoming meetings",
        "Date to be decided",
        "2024",
        "2019",
        "Cancelled",
        "Calendars to subscribe to",
    ]
    following = page.partition('<section class="next">')[2].partition("</section>")[0]
    assert re.sub("<.*?>", "", following).split("\n")[3] == "From 2:00 p.m. on December 1, 2026 (Tuesday)"
    coming = files(published_with(tmp_path, meetings=[COMING]))["ja/index.html"].decode()
    assert "<p>警察総合庁舎大会議室</p>" in coming.partition('<section class="next">')[2].partition("</section>")[0]


def test_a_site_without_a_meeting_to_come_says_so(sites: Mapping[str, Path]) -> None:
    assert "日時は、まだ決まっていません。" in pages(sites["empty"])["index.html"].texts["main"]
    assert files(sites["shipped"])["index.html"].count(b"</table>") > 0


def test_members_stand_year_by_year_as_long_as_there_was_a_council(sites: Mapping[str, Path]) -> None:
    made = pages(sites["hard"])
    years = {f"en/members/jp/example/{n}.html": n for n in range(2025, 2009, -1)}
    assert {path for path in made if path.startswith("en/members/")} == years.keys()
    assert [one["href"] for one in made["en/members.html"].of("a") if "/jp/" in one["href"]] == [
        f"./../{path}" for path in years
    ]
    back, left = [*range(2010, 2013), *range(2020, 2026)], [2010, 2011, 2012]
    for path, year in years.items():
        said = made[path].texts["li"]
        assert ("Left" in said, "Back" in said, "Stayed" in said) == (year in left, year in back, True), year
        assert ("Old Council" in made[path].texts["h1"]) == (year < 2017)
    last = made["en/members/jp/example/2025.html"].texts["h1"]
    assert last.startswith("Members of the New Council from January 1, 2025 to March 31, 2025 (un")
    first = made["en/members/jp/example/2010.html"].texts["h1"]
    assert first.startswith("Members of the Old Council from November 22, 2010")
    assert "Left (from November 22, 2010 to March 31, 2012)" in made["en/members/jp/example/2012.html"].texts["li"]


def test_a_council_that_is_not_founded_yet_has_no_members(sites: Mapping[str, Path]) -> None:
    assert not [path for path in files(sites["to be founded"]) if "/members/" in path]


def test_each_meeting_is_there_in_json_and_as_it_was_last(sites: Mapping[str, Path]) -> None:
    written = files(sites["hard"])
    read = [cse_json.loads(data, Meeting) for path, data in written.items() if path.endswith(".json")]
    unsaid = {"jp/example/experts/unsaid", "jp/example/experts/tentative", "jp/example/experts/9"}
    assert {one.id for one in read} == {one.id for one in MEETINGS} - unsaid
    assert next(one for one in read if one.id == COMING.id) == attrs.evolve(COMING, sequence=1).seen_by(None)


def published_with(tmp_path: Path, now: str = NOW, **records: object) -> Path:
    return published(Archive(**records), tmp_path / "with", now)  # type: ignore[arg-type] # whatever an archive has


def test_what_was_never_announced_is_in_no_file(sites: Mapping[str, Path]) -> None:
    for path, data in files(sites["hard"]).items():
        assert not re.search(b"experts/unsaid|experts/tentative|experts/9[^/]", data), path
        assert not re.search("experts/unsaid|experts/tentative|experts/9[^/]", path)


ABROAD = attrs.evolve(
    COMING, start=dt.datetime(2026, 12, 8, 9, tzinfo=ZoneInfo("Europe/Paris")), end=None, venues=[OnlineVenue()]
)


def test_a_meeting_abroad_has_the_hours_of_both_zones_wherever_it_stands(tmp_path: Path) -> None:
    made = pages(published_with(tmp_path, meetings=[ABROAD]))
    assert made["ja/index.html"].texts["main"].count("日本標準時") == 2
    assert made["en/index.html"].texts["main"].count("Japan Standard Time") == 2
    assert made[f"ja/meetings/{ABROAD.id}/index.html"].texts["main"].count("午後5時から（日本標準時）") == 1


def test_a_meeting_leads_to_its_page_from_calendars_and_search_engines(tmp_path: Path) -> None:
    site = published_with(tmp_path, meetings=[ABROAD])
    for locale in LOCALES:
        page = f"{BASE_URL}{locale}/meetings/{ABROAD.id}/index.html"
        [entry] = Calendar.from_ical(files(site)[f"{locale}/feed.ics"]).walk("VEVENT")
        assert entry["URL"] == page
        event = json.loads(texts(pages(site)[here(page) or ""], "script"))
        assert event["url"] == event["location"]["url"] == page
    assert cse_json.loads(files(site)[f"json/{ABROAD.id}.json"], Meeting).url is None


def test_a_meeting_that_was_moved_is_told_as_moved_after_a_later_change_too(tmp_path: Path) -> None:
    moved = COMING.rescheduled(start=PLANNED + dt.timedelta(days=30))
    changed = attrs.evolve(moved, sequence=moved.sequence + 1, venues=[])
    [event] = events(published_with(tmp_path, meetings=[COMING, moved, changed])).values()
    assert event["eventStatus"].endswith("EventRescheduled")
    assert event["previousStartDate"] == PLANNED.isoformat()


RENAMED = Council(
    id="jp/example",
    names=[
        DatedName(text={"ja": "今の会"}, since=FOUNDED, until=dt.date(2027, 4, 1)),
        DatedName(text={"ja": "次の会"}, since=dt.date(2027, 4, 1)),
    ],
    bodies=[
        Body(organization=GENERAL, since=FOUNDED, until=dt.date(2027, 4, 1)),
        Body(organization=attrs.evolve(GENERAL, name={"ja": "大会"}), since=dt.date(2027, 4, 1)),
    ],
)


def test_a_name_of_the_future_is_not_used_today_and_is_on_its_day_in_japan(tmp_path: Path) -> None:
    today = files(published_with(tmp_path, councils=[RENAMED]))
    assert not [path for path, data in today.items() if re.search("次の会|大会", data.decode())]
    then = pages(published_with(tmp_path, "2027-03-31T15:00+00:00", councils=[RENAMED]))
    assert (then["ja/index.html"].texts["h1"], then["ja/index.html"].texts["footer"]) == (
        "次の会",
        "令和9年4月1日(木)現在",
    )
    assert "大会" in then["ja/index.html"].texts["a"]


def test_a_council_that_ended_says_so_and_its_pictures_show_the_end(sites: Mapping[str, Path], tmp_path: Path) -> None:
    made = pages(published_with(tmp_path, councils=[ENDED_COUNCIL]))
    assert "協議会は、令和7年3月31日(月)をもって終了しました。" in made["ja/index.html"].texts["main"]
    assert "The council ended on March 31, 2025 (Monday)." in made["en/index.html"].texts["main"]
    assert "次回の会議" not in made["ja/index.html"].texts["main"]
    assert made["ja/members.html"].texts["text"].count("終了") == 2
    assert "Next meeting" in pages(sites["nasty"])["en/index.html"].texts["main"]


def test_a_name_in_another_language_than_the_page_is_marked(tmp_path: Path) -> None:
    council = attrs.evolve(RENAMED, names=RENAMED.names[:1], bodies=[])
    body = attrs.evolve(COMING, body=attrs.evolve(GENERAL, name={"ja": "総会"}))
    made = files(published_with(tmp_path, councils=[council], meetings=[body]))
    assert '<h1><span lang="ja">今の会</span></h1>' in made["en/index.html"].decode()
    assert '<header><p><span lang="ja">今の会</span></p>' in made["en/members.html"].decode()
    assert 'feed.ics"><span lang="ja">総会</span></a>' in made["en/index.html"].decode()
    assert '<h3><span lang="ja">総会</span></h3>' in made["en/index.html"].decode()


def test_councils_stand_under_their_names_where_there_are_several(sites: Mapping[str, Path]) -> None:
    page = files(sites["nasty"])["en/members.html"].decode()
    assert page.count("<h2>") == 2
    assert "<h2>" not in files(sites["hard"])["en/members.html"].decode()
    years = re.findall("<li><a [^>]*>(.*?)</a>", files(sites["hard"])["ja/members.html"].decode())
    assert years[3:5] == ["令和7年", "令和6年"]
    assert "平成31年・令和元年" in years


def events(folder: Path) -> dict[str, dict[str, str]]:
    """Give what each page tells search engines, by the end of its meeting's id."""
    made = {path: texts(page, "script") for path, page in pages(folder).items() if path.startswith("en/meetings/")}
    return {path.split("/")[-2]: json.loads(text) for path, text in made.items() if text}


def test_search_engines_are_told_of_what_was_announced(sites: Mapping[str, Path]) -> None:
    told = {
        name: one["eventStatus"].removeprefix("https://schema.org/Event") for name, one in events(sites["hard"]).items()
    }
    assert told == {
        "2026": "Scheduled",
        "7": "Scheduled",
        "1.html": "Cancelled",
        "joint": "Scheduled",
        "cancelled": "Cancelled",
        "moved": "Rescheduled",
        "put-off": "Postponed",
        "day": "Scheduled",
    }
    moved = events(sites["hard"])["moved"]
    assert (moved["startDate"], moved["previousStartDate"]) == (
        "2027-01-07T14:00:00+09:00",
        "2026-12-08T14:00:00+09:00",
    )


def read_with_vobject(data: bytes) -> set[str]:
    calendar: Any = vobject.readOne(data.decode())
    return {one.uid.value for one in calendar.contents.get("vevent", [])}


READERS: Mapping[str, Callable[[bytes], set[str]]] = {
    "ical": lambda data: {str(one.uid) for one in IcsCalendarStream.calendar_from_ics(data.decode()).events},
    "ics": lambda data: {str(one.uid) for one in ics.Calendar(data.decode()).events},
    "vobject": read_with_vobject,
}


@pytest.mark.parametrize("reader", READERS)
def test_a_library_reads_every_feed(site: Path, reader: str) -> None:
    feeds = {path: data for path, data in files(site).items() if path.endswith(".ics")}
    assert {"ja/feed.ics", "en/feed.ics"} <= feeds.keys()
    for path, data in feeds.items():
        with_icalendar = {str(one["UID"]) for one in Calendar.from_ical(data).walk("VEVENT")}
        assert READERS[reader](data) == with_icalendar, path


def test_a_feed_has_the_meetings_of_its_body_that_have_a_date(sites: Mapping[str, Path]) -> None:
    written = files(sites["hard"])
    names = {path.removeprefix("ja/") for path in written if path.endswith(".ics") and path.startswith("ja/")}
    assert names == {"feed.ics", "feeds/jp/example/general/feed.ics", "feeds/jp/example/experts/feed.ics"}
    for locale in LOCALES:
        for body, count in {
            "feed.ics": 6,
            "feeds/jp/example/general/feed.ics": 5,
            "feeds/jp/example/experts/feed.ics": 3,
        }.items():
            calendar = Calendar.from_ical(written[f"{locale}/{body}"])
            assert len(calendar.walk("VEVENT")) == count
            assert calendar["SOURCE"] == f"{BASE_URL}{locale}/{body}"
            assert b"REFRESH-INTERVAL;VALUE=DURATION:PT12H" in written[f"{locale}/{body}"]
    [joint] = [one for one in MEETINGS if one.id == "jp/example/joint"]
    for path in names:
        assert uid_of(joint).encode() in written[f"en/{path}"].replace(b"\r\n ", b"")
    english = Calendar.from_ical(written["en/feeds/jp/example/general/feed.ics"])
    assert english["NAME"] == "General Meeting (unofficial translation)"


def test_a_new_site_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    first = published(ARCHIVES["hard"], tmp_path / "site")
    assert (first / "json/jp/example/moved.json").exists()
    published(ARCHIVES["empty"], tmp_path / "site")
    assert not (first / "json").exists()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["site", "site.jsonl"]


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    assert (published(ARCHIVES["empty"], tmp_path / "site") / "index.html").is_file()


def test_a_folder_of_something_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    # Not by what another site may have as well.
    (tmp_path / "site" / "ja").mkdir()
    (tmp_path / "site" / "ja" / "members.html").write_text("mine", encoding="utf-8")
    done = publish(ARCHIVES["empty"], tmp_path / "site")
    assert (done.returncode, files(tmp_path / "site")) == (1, {"ja/members.html": b"mine"})
    assert done.stderr.endswith("/site, which is there and was not made here; name another folder\n")


def wrong(tmp_path: Path) -> Iterator[tuple[str, list[str | Path], str]]:
    """Give wrong arguments, and how the sentence begins that tells of them."""
    out, file = tmp_path / "site", tmp_path / "wrong.jsonl"
    options: list[str | Path] = ["--now", NOW, "--base-url", BASE_URL]
    good = tmp_path / "good.jsonl"
    cse_json.write_archive(ARCHIVES["empty"], good)
    yield "no file", [tmp_path / "none.jsonl", out, *options], "[Errno 2] No such file"
    file.write_bytes(b"\x00")
    yield "no archive", [file, out, *options], "line 1: "
    yield "a folder", [tmp_path, out, *options], "[Errno 21] Is a directory"
    yield "no host", [good, out, "--now", NOW, "--base-url", "https://"], "source: is a whole http or https address"
    yield "a file", [good, good, *options], "[Errno 20] Not a directory"


@pytest.mark.parametrize(
    ("now", "url", "expected"),
    [
        ("2026-11-24", BASE_URL, "--now: needs a zone, such as"),
        ("0001-01-01T00:00+09:00", BASE_URL, "--now: needs a zone, such as"),
        ("9999-12-31T23:00-09:00", BASE_URL, "--now: needs a zone, such as"),
        ("today", BASE_URL, "--now: "),
        *((NOW, BASE_URL + mark, "--base-url: needs an address that") for mark in ("?a=1", "#a", "a&b/")),
        (NOW, "council", "--base-url: needs an address that begins with https://"),
    ],
)
def test_an_argument_that_is_wrong_is_named(tmp_path: Path, now: str, url: str, expected: str) -> None:
    done = run("publish_site", tmp_path / "a.jsonl", tmp_path / "site", "--now", now, "--base-url", url)
    assert (done.returncode, done.stdout) == (2, "")
    assert f"publish_site.py: error: argument {expected}" in done.stderr


def test_what_is_wrong_is_told_in_a_sentence_and_nothing_is_written(tmp_path: Path) -> None:
    for name, arguments, expected in wrong(tmp_path):
        done = run("publish_site", *arguments)
        assert (done.returncode, done.stdout) == (1, ""), name
        assert done.stderr.startswith(f"publish_site.py: {expected}"), done.stderr
        assert sorted(path.name for path in tmp_path.iterdir() if path.suffix != ".jsonl") == []


def test_an_id_that_leads_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    archive = tmp_path / "archive.jsonl"
    cse_json.write_archive(Archive(meetings=[COMING]), archive)
    archive.write_bytes(archive.read_bytes().replace(b'"jp/example/general/2026"', b'"../../out"'))
    done = run("publish_site", archive, tmp_path / "site", "--now", NOW, "--base-url", BASE_URL)
    assert done.returncode == 1
    assert "id: is an id of a-z" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["archive.jsonl"]


def test_two_ids_that_want_one_place_leave_no_half_a_site(tmp_path: Path) -> None:
    ids = ("a", "a.json/b")
    made = publish(Archive(meetings=[attrs.evolve(COMING, id=one) for one in ids]), tmp_path / "site")
    assert (made.returncode, made.stdout) == (1, "")
    assert made.stderr == (
        "publish_site.py: files: want one place for 'json/a.json' and 'json/a.json/b.json'; give one another name\n"
    )
    assert [path.name for path in tmp_path.iterdir()] == ["site.jsonl"]


def test_help_is_kind() -> None:
    done = run("publish_site", "--help")
    assert (done.returncode, done.stderr) == (0, "")
    assert "Make a web site of an archive of councils" in done.stdout
    done = run("publish_site")
    assert (done.returncode, done.stdout) == (2, "")
    assert "the following arguments are required" in done.stderr


def test_the_script_is_short_and_stands_on_public_names() -> None:
    script = (EXAMPLES / "publish_site.py").read_text(encoding="utf-8")
    assert len(script.splitlines()) <= 200
    imported = re.findall(r"^(?:from|import) (csegroup.*)$", script, re.MULTILINE)
    assert imported == ["csegroup as cse", "csegroup import documents, pictures"]
    assert not re.search(r"\b_[a-z]\w*", script.replace("__doc__", "").replace("__name__", "").replace("__main__", ""))
