"""Make a web site of an archive of councils: pages in Japanese and English, calendars, JSON and pictures.

What only some may see is left out of every file, and so is a meeting that was never announced; the `extensions` of
what is shown are in the JSON as they are. The same archive, --now and --base-url give the same bytes.
"""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo

import attrs

import csegroup as cse
from csegroup import documents, pictures

WORDS = {
    "ja": {"language": "日本語", "skip": "本文へ移動", "index": "会議", "members": "構成員", "menu": "メニュー", "years": "年別の構成員", "made": "{}現在", "next": "次回の会議",
           "none": "日時は、まだ決まっていません。", "ended": "協議会は、{}をもって終了しました。", "feeds": "カレンダーの購読", "data": "データ（JSON）"},
    "en": {"language": "English", "skip": "Skip to the content", "index": "Meetings", "members": "Members", "menu": "Menu", "years": "Members by year", "made": "As of {}",
           "next": "Next meeting", "none": "No date is set for it.", "ended": "The council ended on {}.", "feeds": "Calendars to subscribe to", "data": "Data (JSON)"},
}  # fmt: skip
FIRST = "ja"  # what a reader gets whose language is not known
TIME_ZONE = ZoneInfo("Asia/Tokyo")  # of the readers: today, and the hours beside those of a meeting abroad
DAY = dt.timedelta(days=1)
STYLE = Path(__file__).with_name("site.css")
IN_SHORT = documents.Style(title={"und": "{title}"}, levels={"und": "-"}, sections=[documents.Part(kind=documents.SectionKind.DATE_AND_PLACE)])  # fmt: skip
WRITERS = cse.wording.format_text, documents.text_to_html  # for a text and for markup


class Site(NamedTuple):
    """What is published, and the `files` that are made of it, by their paths."""

    archive: cse.Archive
    meetings: tuple[cse.Meeting, ...]
    now: dt.datetime
    base_url: str
    files: dict[str, bytes]


def names_of(site: Site, locale: str) -> list[str]:
    names = [council.latest_name(site.now.date()) for council in site.archive.councils]
    return [" / ".join(write(name, locale=locale) for name in names) or WORDS[locale]["index"] for write in WRITERS]


def build(site: Site) -> None:
    site.files["csegroup.css"], site.files["site.css"] = documents.stylesheet().encode(), STYLE.read_bytes()
    for locale in WORDS:
        write_start(site, locale, f"{locale}/index.html")
        write_members(site, locale, f"{locale}/members.html")
        for meeting in site.meetings:
            write_meeting(site, locale, path_of(meeting, locale), meeting)
    write_start(site, FIRST, "index.html")


def write_start(site: Site, locale: str, page: str) -> None:
    (title, name), lead = names_of(site, locale), {one.id: href(page, path_of(one, locale)) for one in site.meetings}
    shown = site.meetings
    made = documents.meeting_list(
        shown, locale=locale, time_zone=TIME_ZONE, now=site.now, link=lambda one: lead[one.id]
    )
    main = f"""<h1>{name}</h1><section class="next">{next_meeting(site, locale, page)}</section>
{documents.to_html(made, fragment=True)}
<section class="online"><h2>{WORDS[locale]["feeds"]}</h2>{listed(write_feeds(site, locale, page))}</section>
<figure>{pictures.meetings_by_year(site.meetings, locale=locale)}</figure>"""
    write_page(site, page, title, main)


def next_meeting(site: Site, locale: str, page: str) -> str:
    words, last = WORDS[locale], max((one.until or dt.date.max for one in site.archive.councils), default=dt.date.max)
    if one := cse.next_after(site.meetings, site.now):
        made = documents.program(one, locale=locale, style=IN_SHORT, time_zone=TIME_ZONE)
        heading = link(page, path_of(one, locale), words["next"])
        return f"<h2>{heading}</h2>{documents.to_html(made, fragment=True, level=3)}"
    if last <= site.now.date():
        return f"<p>{words['ended'].format(cse.wording.format_day(last - DAY, locale=locale))}</p>"
    return f"<h2>{words['next']}</h2><p>{words['none']}</p>"


def write_feeds(site: Site, locale: str, page: str) -> Iterator[str]:
    dated = [attrs.evolve(one, url=site.base_url + path_of(one, locale)) for one in site.meetings if one.local_date]
    bodies = [body for one in dated for body in (one.body, *one.jointly_with)]
    for council in site.archive.councils:
        bodies += [one.organization for one in council.latest_bodies(site.now.date())]
    names = {one.id: [write(one.name, locale=locale) for write in WRITERS] for one in bodies}
    for body, (text, markup) in {None: names_of(site, locale), **names}.items():
        path = f"{locale}/feeds/{body}/feed.ics" if body else f"{locale}/feed.ics"
        feed = cse.ical.Feed(name={locale: text}, source=site.base_url + path, refresh_interval=DAY / 2, body=body)
        site.files[path] = cse.ical.to_ics(dated, locale=locale, stamp=site.now, feed=feed)
        yield link(page, path, markup)


def write_members(site: Site, locale: str, page: str) -> None:
    main, councils, today = f"<h1>{WORDS[locale]['members']}</h1>\n", site.archive.councils, site.now.date()
    for council in councils:
        last = min(today, council.until - DAY) if council.until else today
        paths = {n: f"{locale}/members/{council.id}/{n}.html" for n in range(last.year, council.since.year - 1, -1)}
        name = council.latest_name(today)
        main += f"<h2>{documents.text_to_html(name, locale=locale)}</h2>" * (len(councils) > 1)
        main += years(page, paths, locale, name)
        for draw in (pictures.names, pictures.members):
            main += f"<figure>{draw(council, locale=locale, until=min(today, council.until or today))}</figure>\n"
        for year, path in paths.items():
            since, day = max(dt.date(year, 1, 1), council.since), min(dt.date(year, 12, 31), last)
            made = documents.member_list(council, day, since=since, locale=locale)
            told = documents.to_html(made, fragment=True, level=1) + years(path, paths, locale, name)
            write_page(site, path, documents.document_title(made), told)
    write_page(site, page, f"{WORDS[locale]['members']} - {names_of(site, locale)[0]}", main)


def years(page: str, paths: dict[int, str], locale: str, name: cse.LocalizedText) -> str:
    links = [link(page, path, cse.wording.format_year(year, locale=locale)) for year, path in paths.items()]
    label, whose = WORDS[locale]["years"], escape(cse.wording.format_text(name, locale=locale))
    return f'<nav aria-label="{label}: {whose}"><p>{label}</p>{listed(links)}</nav>' if links else ""


def write_meeting(site: Site, locale: str, page: str, meeting: cse.Meeting) -> None:
    data, head = f"json/{meeting.id}.json", ""
    site.files[data] = cse.json.dumps(meeting, indent=2)
    made = documents.program(meeting, locale=locale, time_zone=TIME_ZONE)
    main = documents.to_html(made, fragment=True, level=1)
    if meeting.sources:
        main += documents.to_html(documents.source_list(meeting.sources, locale=locale), fragment=True)
    # Search engines are told of what was announced, also where it has lost its date since.
    states = [one for one in cse.history(site.archive.meetings, meeting.id) if one.local_date]
    if told := [one for one in states if one.status is not cse.MeetingStatus.TENTATIVE]:
        event = attrs.evolve(meeting, url=site.base_url + page)
        head = cse.json.to_script(cse.json.to_schema_org(event, locale=locale, previous=told))
    main += f'<p class="online">{link(page, data, WORDS[locale]["data"])}</p>'
    write_page(site, page, documents.document_title(made), main, head)


def path_of(meeting: cse.Meeting, locale: str) -> str:
    return f"{locale}/meetings/{meeting.id}/index.html"


def href(page: str, target: str) -> str:
    return f"./{'../' * page.count('/')}{target}"


def link(page: str, target: str, markup: str, more: str = "") -> str:
    return f"""<a href="{href(page, target)}"{' aria-current="page"' * (page == target)}{more}>{markup}</a>"""


def listed(links: Iterable[str]) -> str:
    return '<ul class="links">' + "".join(f"<li>{one}</li>" for one in links) + "</ul>"


def write_page(site: Site, page: str, title: str, main: str, head: str = "") -> None:
    locale, rest = page.split("/", 1) if "/" in page else (FIRST, page)
    words, day = WORDS[locale], cse.wording.format_day(site.now.date(), locale=locale)
    name = f"<p>{names_of(site, locale)[1]}</p>" * (rest != "index.html")  # where it is the title
    menu = [link(page, f"{locale}/{file}.html", words[file]) for file in ("index", "members")]
    others = [(one, WORDS[one]["language"], f' lang="{one}" hreflang="{one}"') for one in WORDS if one != locale]
    menu += [link(page, f"{one}/{rest}", language, more) for one, language, more in others]
    for tag, one in [*zip(WORDS, WORDS, strict=True), ("x-default", FIRST)]:
        head += f'\n<link rel="alternate" hreflang="{tag}" href="{site.base_url}{one}/{rest}">'
    site.files[page] = f"""<!DOCTYPE html>
<html lang="{locale}" class="csegroup-page"><head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'">
<title>{escape(title)}</title><link rel="canonical" href="{site.base_url}{locale}/{rest}">
<link rel="stylesheet" href="{href(page, "csegroup.css")}"><link rel="stylesheet" href="{href(page, "site.css")}">{head}
</head><body><a class="skip" href="#main">{words["skip"]}</a>
<header>{name}<nav aria-label="{words["menu"]}">{listed(menu)}</nav></header>
<main id="main">{main}</main><footer><p>{words["made"].format(day)}</p></footer></body></html>
""".encode()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("archive", type=Path, metavar="ARCHIVE.jsonl", help="councils, and meetings in every state")
    parser.add_argument("out", type=Path, metavar="OUT", help="a new folder, or one with a site of this script")
    parser.add_argument("--now", type=dt.datetime.fromisoformat, required=True, help="such as 2026-11-24T09:00+09:00")
    parser.add_argument("--base-url", required=True, help="of OUT, such as https://www.example.go.jp/council/")
    options = parser.parse_args()
    if not options.now.tzinfo or not dt.MINYEAR < options.now.year < dt.MAXYEAR:
        parser.error("argument --now: needs a zone, such as 2026-11-24T09:00+09:00, and a year from 2 to 9998")
    if not options.base_url.startswith(("https://", "http://")) or set(options.base_url) & set("?#&"):
        parser.error("argument --base-url: needs an address that begins with https:// and has no ?, # or &")
    try:
        archive = cse.json.read_archive(options.archive)
        firm = {one.id for one in archive.meetings if one.status.value in {"announced", "held"}}
        shown = tuple(one.seen_by(None) for one in cse.latest(archive.meetings) if one.id in firm)
        site = Site(archive, shown, options.now.astimezone(TIME_ZONE), options.base_url.rstrip("/") + "/", {})
        build(site)
        documents.write_folder(options.out, site.files)
    except (OSError, cse.CsegroupError) as error:
        sys.exit(f"{parser.prog}: {error}")
    print(f"Wrote {len(site.files)} files to {options.out}")


if __name__ == "__main__":
    main()
