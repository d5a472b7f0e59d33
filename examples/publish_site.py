"""Make a web site of an archive of councils: pages in Japanese and English, calendars, JSON and pictures.

What only some may see is left out of every file. The same archive, --now and --base-url give the same bytes.
"""

from __future__ import annotations

import argparse
import datetime as dt
import sys
import tempfile
from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path
from typing import NamedTuple

import csegroup as cse
from csegroup import documents, pictures

WORDS = {
    "ja": {"language": "日本語", "skip": "本文へ移動", "index": "会議", "members": "構成員", "made": "{}現在",
           "next": "次回の会議", "none": "日時は、まだ決まっていません。", "feeds": "カレンダーの購読", "data": "データ（JSON）"},
    "en": {"language": "English", "skip": "Skip to the content", "index": "Meetings", "members": "Members", "made": "As of {}",
           "next": "Next meeting", "none": "No date is set for it.", "feeds": "Calendars to subscribe to", "data": "Data (JSON)"},
}  # fmt: skip
FIRST = "ja"  # what a reader gets whose language is not known
DAY = dt.timedelta(days=1)
STYLE = """body { line-height: 1.75; overflow-wrap: anywhere; font-family: "Hiragino Sans", "Noto Sans CJK JP", sans-serif; }
header, main, footer { box-sizing: border-box; max-width: 60rem; margin: 0 auto; padding: 0.5rem 1rem; }
.links { display: flex; flex-wrap: wrap; gap: 0.5rem 1.25rem; margin: 0; padding: 0; list-style: none; }
main { border-block: 1px solid #8b96a3; }
main > *, .csegroup-page .csegroup { max-width: none; margin: 2rem 0; padding: 0; }
a { color: #0b4f9e; color: light-dark(#0b4f9e, #8fc1ff); } svg { display: block; max-width: 100%; height: auto; }
h1, h2 { font-size: 1.5rem; line-height: 1.5; }
.skip:not(:focus) { position: absolute; transform: translateY(-200%); }
.next { padding-inline-start: 1rem; border-inline-start: 0.4rem solid #5b6672; }
@media print { nav, footer, .skip { display: none; } header, main { max-width: none; padding: 0; border: 0; } }"""


class Site(NamedTuple):
    """What is published, and the `files` that are made of it, by their paths."""

    archive: cse.Archive
    meetings: tuple[cse.Meeting, ...]
    now: dt.datetime
    base_url: str
    names: dict[str, str]
    files: dict[str, bytes]


def name_of(councils: Iterable[cse.Council], locale: str) -> str:
    names = [max(council.names, key=lambda name: name.since).text for council in councils]
    return " / ".join(cse.wording.format_text(name, locale=locale) for name in names) or WORDS[locale]["index"]


def build(site: Site) -> None:
    site.files["csegroup.css"], site.files["site.css"] = documents.stylesheet().encode(), STYLE.encode()
    for locale in WORDS:
        write_start(site, locale, f"{locale}/index.html")
        write_members(site, locale, f"{locale}/members.html")
        for meeting in site.meetings:
            write_meeting(site, locale, path_of(meeting, locale), meeting)
    write_start(site, FIRST, "index.html")


def write_start(site: Site, locale: str, page: str) -> None:
    words, name, said = WORDS[locale], site.names[locale], [WORDS[locale]["none"]]
    if one := cse.next_after(site.meetings, site.now):
        title = documents.document_title(documents.program(one, locale=locale))
        said = [link(page, path_of(one, locale), title), escape(cse.wording.format_when(one, locale=locale))]
    lead = {one.id: href(page, path_of(one, locale)) for one in site.meetings}
    made = documents.meeting_list(site.meetings, locale=locale, now=site.now, link=lambda one: lead[one.id])
    main = f"""<h1>{escape(name)}</h1>
<section class="next"><h2>{words["next"]}</h2><p>{"</p><p>".join(said)}</p></section>
{documents.to_html(made, fragment=True)}
<section><h2>{words["feeds"]}</h2>{listed(write_feeds(site, locale, page))}</section>
<figure>{pictures.meetings_by_year(site.meetings, locale=locale)}</figure>"""
    write_page(site, page, name, main)


def write_feeds(site: Site, locale: str, page: str) -> Iterator[str]:
    dated = [one for one in site.meetings if one.local_date]
    bodies = [body for one in dated for body in (one.body, *one.jointly_with)]
    bodies += [body.organization for council in site.archive.councils for body in council.bodies]
    names = {body.id: cse.wording.format_text(body.name, locale=locale) for body in bodies}
    for body, name in {None: site.names[locale], **names}.items():
        path = f"{locale}/feeds/{body}/feed.ics" if body else f"{locale}/feed.ics"
        feed = cse.ical.Feed(name={locale: name}, source=site.base_url + path, refresh_interval=DAY / 2, body=body)
        site.files[path] = cse.ical.to_ics(dated, locale=locale, stamp=site.now, feed=feed)
        yield link(page, path, name)


def write_members(site: Site, locale: str, page: str) -> None:
    main, today = f"<h1>{WORDS[locale]['members']}</h1>\n", site.now.date()
    for council in site.archive.councils:
        last = min(today, council.until - DAY) if council.until else today
        paths = {n: f"{locale}/members/{council.id}/{n}.html" for n in range(last.year, council.since.year - 1, -1)}
        for draw in (pictures.names, pictures.members):
            main += f"<figure>{draw(council, locale=locale, until=last)}</figure>\n"
        main += listed(link(page, path, str(year)) for year, path in paths.items())
        for year, path in paths.items():
            made = documents.member_list(council, min(last, dt.date(year, 12, 31)), locale=locale)
            years = listed(link(path, other, str(n)) for n, other in paths.items())
            told = documents.to_html(made, fragment=True, level=1) + years
            write_page(site, path, documents.document_title(made), told)
    write_page(site, page, f"{WORDS[locale]['members']} - {site.names[locale]}", main)


def write_meeting(site: Site, locale: str, page: str, meeting: cse.Meeting) -> None:
    data, head = f"json/{meeting.id}.json", ""
    site.files[data] = cse.json.dumps(meeting, indent=2)
    made = documents.program(meeting, locale=locale)
    main = documents.to_html(made, fragment=True, level=1)
    if meeting.sources:
        main += documents.to_html(documents.source_list(meeting.sources, locale=locale), fragment=True)
    states = [one for one in cse.history(site.archive.meetings, meeting.id) if one.local_date]
    # Search engines are told of what was announced, also where it has lost its date since.
    if told := [one for one in states if one.status is not cse.MeetingStatus.TENTATIVE]:
        previous = told[-2:][0] if meeting.local_date else told[-1]
        event = cse.json.to_schema_org(meeting, locale=locale, previous=previous)
        head = cse.json.to_script(event | {"url": site.base_url + page})
    main += f"<p>{link(page, data, WORDS[locale]['data'])}</p>"
    write_page(site, page, documents.document_title(made), main, head)


def path_of(meeting: cse.Meeting, locale: str) -> str:
    return f"{locale}/meetings/{meeting.id}/index.html"


def href(page: str, target: str) -> str:
    return f"./{'../' * page.count('/')}{target}"


def link(page: str, target: str, text: str, more: str = "") -> str:
    return f"""<a href="{href(page, target)}"{' aria-current="page"' * (page == target)}{more}>{escape(text)}</a>"""


def listed(links: Iterable[str]) -> str:
    return '<ul class="links">' + "".join(f"<li>{one}</li>" for one in links) + "</ul>"


def write_page(site: Site, page: str, title: str, main: str, head: str = "") -> None:
    locale, rest = page.split("/", 1) if "/" in page else (FIRST, page)
    words, name, day = WORDS[locale], site.names[locale], cse.wording.format_day(site.now.date(), locale=locale)
    menu = [link(page, f"{locale}/{file}.html", words[file]) for file in ("index", "members")]
    others = [(one, WORDS[one]["language"], f' lang="{one}" hreflang="{one}"') for one in WORDS if one != locale]
    menu += [link(page, f"{one}/{rest}", language, more) for one, language, more in others]
    for tag, one in {**{one: one for one in WORDS}, "x-default": FIRST}.items():
        head += f'\n<link rel="alternate" hreflang="{tag}" href="{site.base_url}{one}/{rest}">'
    site.files[page] = f"""<!DOCTYPE html>
<html lang="{locale}" class="csegroup-page">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'">
<title>{escape(title)}</title><link rel="canonical" href="{site.base_url}{locale}/{rest}">
<link rel="stylesheet" href="{href(page, "csegroup.css")}"><link rel="stylesheet" href="{href(page, "site.css")}">{head}
</head>
<body><a class="skip" href="#main">{words["skip"]}</a>
<header><p>{escape(name)}</p><nav>{listed(menu)}</nav></header>
<main id="main">{main}</main><footer><p>{words["made"].format(day)}</p></footer>
</body></html>
""".encode()


def put(folder: Path, files: dict[str, bytes]) -> None:
    """Put a site in the place of the one before, the whole of it or nothing."""
    if folder.exists() and any(folder.iterdir()) and not (folder / FIRST / "members.html").is_file():
        raise cse.CsegroupError(f"{folder} is there and is no site of this script; name another folder")
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent) as beside:
        for path, data in files.items():
            place = Path(beside, "new", path)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(data)
        if folder.exists():
            folder.rename(Path(beside, "old"))
        Path(beside, "new").rename(folder)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("archive", type=Path, metavar="ARCHIVE.jsonl", help="councils, and meetings in every state")
    parser.add_argument("out", type=Path, metavar="OUT", help="a new folder, or one with a site of this script")
    parser.add_argument("--now", type=dt.datetime.fromisoformat, required=True, help="such as 2026-11-24T09:00+09:00")
    parser.add_argument("--base-url", required=True, help="of OUT, such as https://www.example.go.jp/council/")
    options = parser.parse_args()
    try:
        archive = cse.json.read_archive(options.archive)
        shown = tuple(one.seen_by(None) for one in cse.latest(archive.meetings))
        names = {locale: name_of(archive.councils, locale) for locale in WORDS}
        site = Site(archive, shown, options.now, options.base_url.rstrip("/") + "/", names, {})
        build(site)
        put(options.out.resolve(), site.files)
    except (OSError, cse.CsegroupError) as error:
        sys.exit(f"{parser.prog}: {error}")
    print(f"Wrote {len(site.files)} files to {options.out}")


if __name__ == "__main__":
    main()
