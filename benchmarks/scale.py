"""Time a council's whole archive at four sizes, each piece of work in a fresh process, and tell how it grows.

Run it with `python benchmarks/scale.py`, which takes some minutes; `--json` prints the figures for a program to
read, and a number sets how many meetings there are at most, by default 20,000. Each meeting has three states; there
is a body for every hundred meetings, and an organization for every four. The exponent is the one by which the time
grew from the smallest archive to the largest: 1 is in proportion.
"""

from __future__ import annotations

import datetime as dt
import gc
import json
import math
import subprocess
import sys
import tempfile
import time
from collections import deque
from collections.abc import Callable, Iterator
from pathlib import Path
from zoneinfo import ZoneInfo

import attrs
from archive import MEBIBYTE, peak

import csegroup as cse
from csegroup.changes import diff
from csegroup.review import review

MOST, LEAST = 20_000, 200
FOUNDED, TODAY = dt.date(2010, 11, 22), dt.date(2026, 11, 24)
TOKYO = ZoneInfo("Asia/Tokyo")
SOURCES = [cse.Source(url="https://www.example.go.jp/", read_on=TODAY, publisher={"ja": "事務局", "en": "Office"})]
Work = Callable[[cse.Archive], object]


def organization(index: int) -> cse.Organization:
    """Make a member."""
    name = {"ja": f"第{index}区児童支援協会", "en": f"Association {index}"}
    return cse.Organization(id=f"jp/member/{index}", name=name)


def body(index: int) -> cse.Organization:
    """Make a body."""
    return cse.Organization(id=f"jp/example/{index}", name={"ja": f"第{index}部会", "en": f"Working Group {index}"})


def council(meetings: int) -> cse.Council:
    """Make a register."""
    return cse.Council(
        id="jp/example",
        names=[cse.DatedName(text={"ja": "協議会", "en": "Council"}, since=FOUNDED, sources=SOURCES)],
        bodies=[cse.Body(organization=body(i), since=FOUNDED, sources=SOURCES) for i in range(meetings // 100)],
        member_groups=[
            cse.MemberGroup(
                organization=organization(i),
                kind=cse.AttendeeKind.PRIVATE,
                since=FOUNDED + dt.timedelta(days=i % 4000),
                sources=SOURCES,
            )
            for i in range(meetings // 4)
        ],
    )


def states(index: int, meetings: int) -> Iterator[cse.Meeting]:
    """Make the states of a meeting: announced, moved and held."""
    bodies, members = meetings // 100, meetings // 4
    start = dt.datetime(2011, 1, 11, 14, tzinfo=TOKYO) + dt.timedelta(days=7 * (index // bodies % 780))
    first = cse.Meeting(
        id=f"jp/example/{index % bodies}/{index // bodies + 1}",
        body=body(index % bodies),
        number=index // bodies + 1,
        start=start - dt.timedelta(days=7),
        end=start - dt.timedelta(days=7, hours=-2),
        venues=[cse.Venue(name={"ja": "中央合同庁舎", "en": "Central Building"})],
        program=[
            cse.Formality(kind=cse.FormalityKind.OPENING),
            cse.Presentation(
                title={"ja": f"取組{index}について", "en": f"Efforts {index}"},
                presenters=[organization(index * 7 % members)],
                materials=[cse.Material(number="1", media_type="application/pdf", kilobytes=109)],
                report={"ja": "取組について説明が行われた。", "en": "The efforts were presented."},
            ),
            cse.Discussion(title={"ja": "意見交換", "en": "Opinions"}, report={"ja": "意見が出た。", "en": "Views."}),
            cse.Formality(kind=cse.FormalityKind.CLOSING),
        ],
        contact=cse.Contact(name={"ja": "事務局", "en": "Office"}, telephone="03-3581-0141"),
        sources=SOURCES,
    ).announced()
    moved = first.rescheduled(start=start, end=start + dt.timedelta(hours=2))
    yield from (first, moved, moved.held())


def records(meetings: int) -> Iterator[cse.Council | cse.DatedOrganization | cse.Meeting]:
    """Make an archive, one record at a time."""
    yield council(meetings)
    for index in range(meetings // 4):
        yield cse.DatedOrganization(organization=organization(index), kind=cse.AttendeeKind.PRIVATE, sources=SOURCES)
    for index in range(meetings):
        yield from states(index, meetings)


def asked_of_every_year(archive: cse.Archive) -> None:
    """Ask for the register of a day in each year."""
    for year in range(2011, 2027):
        archive.councils[0].as_of(dt.date(year, 4, 1))


def reviewed(archive: cse.Archive) -> object:
    """Review all meetings, on no holidays: those are a look-up in another package."""
    return review(archive.councils[0], archive.meetings, today=TODAY, holidays=())


def compared(archive: cse.Archive) -> object:
    """Compare with an archive in which every tenth state has another title."""
    changed = [
        attrs.evolve(one, title={"ja": "臨時会", "en": "Special meeting"}) if index % 10 == 0 else one
        for index, one in enumerate(archive.meetings)
    ]
    return diff(archive, attrs.evolve(archive, meetings=changed))


def fed(archive: cse.Archive) -> object:
    """Write a feed of the last state of each meeting."""
    now = dt.datetime(2026, 11, 24, tzinfo=dt.timezone.utc)
    return cse.ical.to_ics(cse.latest(archive.meetings), locale=["ja", "en"], stamp=now)


WORK: dict[str, Work] = {work.__name__: work for work in (asked_of_every_year, reviewed, compared, fed)}


def measure(work: str, file: Path) -> None:
    """Print the seconds of a piece of work and the peak of memory of this process."""
    if work == "streamed":
        begun = time.perf_counter()
        deque(cse.json.read_lines(file), maxlen=0)
    else:
        begun = time.perf_counter()
        gc.disable()  # so that the collector does not look again and again at all that stays
        archive = cse.json.read_archive(file)
        gc.freeze()
        gc.enable()
        if work != "held":
            begun = time.perf_counter()
            WORK[work](archive)
    print(json.dumps({"seconds": time.perf_counter() - begun, "peak MiB": peak() / MEBIBYTE}))


def measured(work: str, file: Path) -> dict[str, float]:
    """Measure in a fresh process."""
    command = [sys.executable, __file__, work, str(file)]
    found: dict[str, float] = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    return found


def figures(sizes: list[int], folder: Path) -> Iterator[dict[str, object]]:
    """Give a row a run."""
    for size in sizes:
        cse.json.write_lines(records(size), folder / f"{size}.jsonl")
    for work in ("streamed", "held", *WORK):
        runs = [measured(work, folder / f"{size}.jsonl") for size in sizes]
        growth = math.log(runs[-1]["seconds"] / runs[0]["seconds"]) / math.log(sizes[-1] / sizes[0])
        for size, run in zip(sizes, runs, strict=True):
            yield {"work": work, "meetings": size, **run, "exponent": growth}


def main() -> None:
    """Print the table."""
    most = next((int(word) for word in sys.argv[1:] if word.isdigit()), MOST)
    sizes = [size for size in (LEAST, 2_000, 20_000) if size < most] + [most]
    with tempfile.TemporaryDirectory() as folder:
        rows = list(figures(sizes, Path(folder)))
    if "--json" in sys.argv[1:]:
        print(json.dumps(rows, indent=2))
        return
    print(f"{'fresh process':<24}{'meetings':>10}{'seconds':>10}{'peak MiB':>10}{'exponent':>10}")
    for row in rows:
        print(
            f"{row['work']:<24}{row['meetings']:>10,}{row['seconds']:>10.2f}{row['peak MiB']:>10.1f}"
            f"{row['exponent']:>10.2f}"
        )


if __name__ == "__main__":
    if sys.argv[1:2] and sys.argv[1] in {"streamed", "held", *WORK}:
        measure(sys.argv[1], Path(sys.argv[2]))
    else:
        main()
