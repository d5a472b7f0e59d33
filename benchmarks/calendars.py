"""Time feeds and invitations against icalendar as its documentation shows, and against a string template.

SUMMARY, DESCRIPTION and LOCATION are ready on all sides: making the words is the program's figure. Then the memory of
100,000 invitations, each made, written and dropped. Run it with `python benchmarks/calendars.py`; `--json` prints the
figures for a program to read.
"""

from __future__ import annotations

import datetime as dt
import gc
import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import attrs
import icalendar

from csegroup import Meeting, MeetingStatus
from csegroup.example import MEETING
from csegroup.ical import Invitee, Mailbox, Mailing, invitations
from csegroup.ical.calendars import lines_of_feed
from csegroup.ical.entries import Entry, entry_of
from csegroup.ical.events import organizer_line, span_of
from csegroup.ical.lines import written
from csegroup.wording.locales import words_for

COUNT = 1000
MANY = 100_000
ROUNDS = 7
STAMP = dt.datetime(2026, 11, 24, tzinfo=dt.timezone.utc)
TOKYO = ZoneInfo("Asia/Tokyo")
OFFICE = Mailbox(email="office@example.go.jp", name={"ja": "少年課", "en": "Juvenile Division"})
LANGUAGES = ("ja", "en")
_FOLDED = re.compile(rb"[\x00-\xff]{1,74}(?<!\\)(?![\x80-\xbf])")

TEMPLATE = """\
BEGIN:VEVENT
UID:{uid}
DTSTAMP:20261124T000000Z
SEQUENCE:{sequence}
DTSTART;TZID=Asia/Tokyo:{start}
DTEND;TZID=Asia/Tokyo:{end}
SUMMARY:{summary}
LOCATION:{location}
CATEGORIES:{categories}
DESCRIPTION:{description}
STATUS:CONFIRMED
CLASS:PUBLIC
TRANSP:OPAQUE
X-MICROSOFT-CDO-BUSYSTATUS:BUSY
ORGANIZER;CN=少年課:mailto:office@example.go.jp
END:VEVENT
"""
HEAD = """\
BEGIN:VCALENDAR
METHOD:PUBLISH
VERSION:2.0
PRODID:-//csegroup//csegroup//EN
CALSCALE:GREGORIAN
BEGIN:VTIMEZONE
TZID:Asia/Tokyo
BEGIN:STANDARD
DTSTART:19700101T000000
TZOFFSETFROM:+0900
TZOFFSETTO:+0900
TZNAME:JST
END:STANDARD
END:VTIMEZONE
"""


def meetings() -> list[Meeting]:
    """Give meetings of a council, one a week."""
    first = dt.datetime(2027, 1, 7, 14, tzinfo=TOKYO)
    starts = [first + dt.timedelta(weeks=n) for n in range(COUNT)]
    return [
        attrs.evolve(
            MEETING,
            id=f"jp/example/{n}",
            number=n + 1,
            status=MeetingStatus.ANNOUNCED,
            start=start,
            end=start + dt.timedelta(hours=2),
        )
        for n, start in enumerate(starts)
    ]


def ready(given: Sequence[Meeting]) -> list[Entry]:
    """Give the words of meetings in two languages."""
    words = [words_for(language) for language in LANGUAGES]
    return [entry_of(one, words) for one in given]


def ours(given: Sequence[Meeting], entries: Sequence[Entry]) -> bytes:
    """Write a feed."""
    organizer = organizer_line("office@example.go.jp", "少年課")
    spans = [span_of(one, None) for one in given]
    return written(lines_of_feed(given, entries, spans, [organizer] * len(given), stamp=STAMP))


def documented(
    given: Sequence[Meeting], entries: Sequence[Entry], attendees: Sequence[icalendar.vCalAddress] = ()
) -> bytes:
    """Write a feed, or an invitation, with icalendar."""
    calendar = icalendar.Calendar.new(method="REQUEST" if attendees else "PUBLISH")
    for one, entry in zip(given, entries, strict=True):
        event = icalendar.Event.new(
            uid=one.id,
            stamp=STAMP,
            sequence=one.sequence,
            start=one.start,
            end=one.end,
            summary=entry.summary,
            location=entry.location,
            categories=list(entry.categories),
            description=entry.description,
            status=icalendar.STATUS.CONFIRMED,
            classification=icalendar.CLASS.PUBLIC,
            transparency=icalendar.TRANSP.OPAQUE,
            organizer=icalendar.vCalAddress.new("office@example.go.jp", cn="少年課"),
            attendees=list(attendees) or None,
        )
        event.add("X-MICROSOFT-CDO-BUSYSTATUS", "BUSY")
        calendar.add_component(event)
    calendar.add_missing_timezones()
    data: bytes = calendar.to_ical()
    return data


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def template(given: Sequence[Meeting], entries: Sequence[Entry]) -> bytes:
    """Write a feed by a template, with right escaping and folding: the floor."""
    parts = [HEAD]
    for one, entry in zip(given, entries, strict=True):
        parts.append(
            TEMPLATE.format(
                uid=one.id,
                sequence=one.sequence,
                start=f"{one.start:%Y%m%dT%H%M%S}",
                end=f"{one.end:%Y%m%dT%H%M%S}",
                summary=_escaped(entry.summary),
                location=_escaped(entry.location),
                categories=",".join(map(_escaped, entry.categories)),
                description=_escaped(entry.description),
            )
        )
    parts.append("END:VCALENDAR\n")
    lines = "".join(parts).encode().split(b"\n")
    return b"\r\n".join([line if len(line) <= 75 else b"\r\n ".join(_FOLDED.findall(line)) for line in lines])  # noqa: PLR2004 - RFC 5545's


def mailing(count: int) -> Mailing:
    """Invite so many, half of them in each language."""
    people = [
        Invitee(email=f"a{n}@example.go.jp", name="山田太郎" if n % 2 else "Ann Example", language=LANGUAGES[n % 2])
        for n in range(count)
    ]
    return Mailing(meeting=meetings()[0], organizer=OFFICE, invitees=people)


def single(made: Mailing) -> list[bytes]:
    """Write an invitation a person, with the plan."""
    return [one.ics for one in invitations(made, stamp=STAMP)]


def single_documented(made: Mailing, entries: Sequence[Entry]) -> list[bytes]:
    """Write an invitation a person with icalendar."""
    return [
        documented(
            [made.meeting],
            [entries[n % 2]],
            [
                icalendar.vCalAddress.new(
                    one.email, cn=one.name, role="REQ-PARTICIPANT", rsvp=True, partstat="NEEDS-ACTION"
                )
            ],
        )
        for n, one in enumerate(made.invitees)
    ]


def _least(run: Callable[[], object], rounds: int = ROUNDS) -> float:
    times = []
    for _ in range(rounds):
        gc.collect()
        begun = time.perf_counter()
        run()
        times.append(time.perf_counter() - begun)
    return min(times) * 1000


def _speed() -> list[dict[str, Any]]:
    given = meetings()
    entries = ready(given)
    feed = _least(lambda: ours(given, entries))
    invited = mailing(COUNT)
    words = [[words_for(language)] for language in LANGUAGES]
    own_entries = [entry_of(invited.meeting, own) for own in words]
    one_by_one = _least(lambda: single(invited))
    rows = [
        ("1,000 meetings to one feed, icalendar as documented", feed, _least(lambda: documented(given, entries), 3)),
        ("1,000 meetings to one feed, a string template", feed, _least(lambda: template(given, entries))),
        (
            "1,000 single invitations, icalendar as documented",
            one_by_one,
            _least(lambda: single_documented(invited, own_entries), 1),
        ),
    ]
    return [
        {"work and peer": work, "csegroup ms": own, "peer ms": peer, "ratio": own / peer} for work, own, peer in rows
    ]


def _resident() -> float:
    """Give the resident memory of this process in MB, as Linux tells it."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def memory() -> dict[str, Any]:
    """Measure what writing many invitations takes beyond the mailing and the result."""
    made = invitations(mailing(MANY), stamp=STAMP)
    gc.collect()
    before, most = _resident(), 0.0
    with Path(os.devnull).open("wb") as sink:
        for n, one in enumerate(made):
            sink.write(one.ics)
            if n % 1000 == 0:
                most = max(most, _resident())
    return {"invitations": len(made), "MB before": before, "MB at most": most, "MB beyond": most - before}


def main() -> None:
    """Print the tables."""
    if "--memory" in sys.argv[1:]:
        print(json.dumps(memory()))
        return
    child = subprocess.run([sys.executable, __file__, "--memory"], check=True, capture_output=True)
    figures = {"speed": _speed(), "memory": [json.loads(child.stdout)]}
    if "--json" in sys.argv[1:]:
        print(json.dumps(figures, indent=2, ensure_ascii=False))
        return
    for rows in figures.values():
        print("".join(f"{name:>54}" if i == 0 else f"{name:>14}" for i, name in enumerate(rows[0])))
        for row in rows:
            print("".join(f"{v:>54}" if i == 0 else f"{v:>14.3f}" for i, v in enumerate(row.values())))
        print()


if __name__ == "__main__":
    main()
