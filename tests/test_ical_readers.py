"""What other programs read from a calendar file: each of them the same values."""

from __future__ import annotations

import base64
import datetime as dt
import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NoReturn, TypeAlias
from zoneinfo import ZoneInfo

import attrs
import pytest
import vobject  # type: ignore[import-untyped] # it has no types
from ical.calendar_stream import IcsCalendarStream
from icalendar import Calendar

from csegroup import (
    Contact,
    Discussion,
    InWriting,
    Meeting,
    MeetingStatus,
    OnlineVenue,
    Organization,
    PostalAddress,
    Venue,
    example,
)
from csegroup.ical import to_calendar, to_ics

Values: TypeAlias = dict[str, Any]

UTC = dt.timezone.utc
STAMP = dt.datetime(2026, 11, 24, tzinfo=UTC)
LOCALES = ["en", "ja"]
BERLIN = ZoneInfo("Europe/Berlin")
SCRIPTS = Path(__file__).parent / "readers"
BODY = Organization(id="jp/example", name={"ja": "専門家会合", "en": "Specialist Group Meeting"})
HALL = Venue(
    name={"ja": "警察総合庁舎", "en": "National Police Agency Building"},
    postal_address=PostalAddress(postal_code="100-8974", locality={"ja": "千代田区", "en": "Chiyoda-ku"}),
)
MEETING = Meeting(id="jp/example/6", body=BODY, number=6, status=MeetingStatus.ANNOUNCED, venues=[HALL])
ESCAPES = 'C:\\New, "A"; B: 𠮷田\ufa1b祉 ｶﾞ 👨\u200d👩\u200d👧 \\n \\\\ ^n'

CASES = {
    "2022": example.MEETING,
    "summer in Berlin": attrs.evolve(
        MEETING,
        start=dt.datetime(2022, 7, 1, 9, 30, tzinfo=BERLIN),
        end=dt.datetime(2022, 7, 1, 11, tzinfo=BERLIN),
        contact=Contact(name={"ja": "少年課", "en": "Juvenile Division, NPA"}, email="office@example.go.jp"),
    ),
    "winter in Berlin": attrs.evolve(MEETING, start=dt.datetime(2022, 1, 20, 9, 30, tzinfo=BERLIN)),
    "an hour shown twice": attrs.evolve(MEETING, start=dt.datetime(2022, 10, 30, 2, 30, fold=1, tzinfo=BERLIN)),
    "all day": attrs.evolve(MEETING, day=dt.date(2022, 2, 8), aim={"ja": "情報共有"}),
    "in writing": attrs.evolve(MEETING, day=dt.date(2022, 2, 8), venues=[InWriting()], program=[Discussion()]),
    "on-line": attrs.evolve(
        MEETING,
        day=dt.date(2022, 2, 8),
        venues=[OnlineVenue(name={"und": 'Live "A"; B, ^n'}, url="https://www.example.go.jp/live?a=1,2;3")],
    ),
    "cancelled": attrs.evolve(MEETING, day=dt.date(2022, 2, 8)).cancelled(reason={"ja": "台風のため。"}),
    "escapes": attrs.evolve(
        MEETING,
        day=dt.date(2022, 2, 8),
        title={"und": ESCAPES},
        venues=[Venue(name={"und": ESCAPES})],
        aim={"und": f"{ESCAPES}\n{ESCAPES}"},
    ),
}


def moment_of(value: dt.date | None) -> str | None:
    """Write a day as it is and an hour in UTC, as a reader has worked it out from the file's own zone."""
    if isinstance(value, dt.datetime):
        return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return value.isoformat() if value else None


def values_of(meeting: Meeting) -> Values:
    [event] = to_calendar(meeting, locale=LOCALES, stamp=STAMP).events
    texts = {name: str(event[name]) for name in ("UID", "STATUS", "SUMMARY", "LOCATION")}
    return {
        **{name.lower(): text for name, text in texts.items()},
        "description": str(event["DESCRIPTION"]) if "DESCRIPTION" in event else None,
        "sequence": meeting.sequence,
        "start": moment_of(meeting.start or meeting.day),
        "end": moment_of(meeting.end),
    }


def read_by_icalendar(data: bytes) -> Values:
    [event] = Calendar.from_ical(data).events
    assert not event.errors
    found: dict[str, Any] = dict(event)
    return {
        **{name: found.get(name.upper()) for name in ("uid", "status", "summary", "location", "description")},
        "sequence": int(found["SEQUENCE"]),
        "start": moment_of(found["DTSTART"].dt),
        "end": moment_of(found["DTEND"].dt) if "DTEND" in found else None,
    }


def read_by_ical(data: bytes) -> Values:
    [event] = IcsCalendarStream.calendar_from_ics(data.decode()).events
    return {
        "uid": event.uid,
        "status": event.status.value if event.status else None,
        "summary": event.summary,
        "location": event.location,
        "description": event.description,
        "sequence": event.sequence,
        "start": moment_of(event.dtstart),
        "end": moment_of(event.dtend),
    }


def read_by_vobject(data: bytes) -> Values:
    event = vobject.readOne(data.decode()).vevent
    names = ("uid", "status", "summary", "location", "description")
    return {
        **{name: event.getChildValue(name) for name in names},
        "sequence": int(event.sequence.value),
        "start": moment_of(event.dtstart.value),
        "end": moment_of(event.getChildValue("dtend")),
    }


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("read", [read_by_icalendar, read_by_ical, read_by_vobject])
def test_a_python_library_reads_the_same_values(read: Callable[[bytes], Values], case: str) -> None:
    meeting = CASES[case]
    assert read(to_ics(meeting, locale=LOCALES, stamp=STAMP)) == values_of(meeting)


def missing(tool: str) -> NoReturn:
    """Skip a test for want of a tool, or fail it where all tools are said to be there."""
    if os.environ.get("CSEGROUP_TOOLS") == "all":
        pytest.fail(f"{tool} is missing")
    pytest.skip(f"{tool} is missing")


def run(command: Sequence[str | Path], data: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(command, input=data, capture_output=True, check=False, timeout=60)  # noqa: S603 - our own tools


@pytest.fixture(scope="session")
def libical(tmp_path_factory: pytest.TempPathFactory) -> list[str | Path]:
    compiler = shutil.which("cc") or missing("a C compiler (Debian: gcc)")
    program = tmp_path_factory.mktemp("libical") / "read"
    compiled = run([compiler, "-o", program, SCRIPTS / "read_with_libical.c", "-lical"])
    if compiled.returncode:
        missing(f"libical (Debian: libical-dev): {compiled.stderr.decode()}")
    return [program]


@pytest.fixture(scope="session")
def ical_js() -> list[str | Path]:
    node = shutil.which("node") or missing("node")
    if run([node, "-e", "require('ical.js')"]).returncode:
        missing("ical.js (npm) in a folder of NODE_PATH")
    return [node, SCRIPTS / "read_with_ical_js.cjs"]


def read_by(command: Sequence[str | Path], data: bytes) -> Values:
    done = run(command, data)
    assert not done.stderr.decode()
    read: Values = json.loads(done.stdout)
    return read


@pytest.fixture(params=["libical", "ical_js"])
def program(request: pytest.FixtureRequest) -> list[str | Path]:
    command: list[str | Path] = request.getfixturevalue(request.param)
    return command


@pytest.mark.tool
@pytest.mark.parametrize("case", CASES)
def test_a_program_reads_the_same_values(program: list[str | Path], case: str) -> None:
    read = read_by(program, to_ics(CASES[case], locale=LOCALES, stamp=STAMP))
    assert read["events"] == [values_of(CASES[case])]


@pytest.mark.tool
def test_a_program_works_out_the_hours_from_the_definition_of_the_zone(program: list[str | Path]) -> None:
    starts = [dt.datetime(year, month, 29, 9, tzinfo=BERLIN) for year, month in ((1993, 1), (1995, 12), (2022, 7))]
    feed = [attrs.evolve(MEETING, id=f"jp/example/{start.year}", start=start) for start in starts]
    # Under a name that nobody knows, a program cannot take its own table for the file's definition.
    data = to_ics(feed, locale="ja", stamp=STAMP).replace(b"Europe/Berlin", b"Example/Place")
    assert [event["start"] for event in read_by(program, data)["events"]] == [moment_of(start) for start in starts]


@pytest.mark.tool
@pytest.mark.parametrize("case", CASES)
def test_libical_finds_no_error_and_no_rule_broken(libical: list[str | Path], case: str) -> None:
    read = read_by(libical, to_ics(CASES[case], locale=LOCALES, stamp=STAMP))
    assert (read["valid"], read["errors"]) == (True, 0)


def answers(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), timeout=1).close()
    except OSError:
        return False
    return True


@pytest.fixture(scope="session")
def radicale(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    if not find_spec("radicale"):
        missing("radicale (PyPI)")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port: int = free.getsockname()[1]
    options = ["--config", "", "--server-hosts", f"127.0.0.1:{port}", "--auth-type", "none"]
    folder = str(tmp_path_factory.mktemp("radicale"))
    command = [sys.executable, "-m", "radicale", *options, "--storage-filesystem-folder", folder]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as server:  # noqa: S603 - our own tool
        try:
            deadline = time.monotonic() + 30
            while not answers(port) and time.monotonic() < deadline:
                assert server.poll() is None
                time.sleep(0.05)
            yield f"http://127.0.0.1:{port}/council"
        finally:
            server.terminate()


def ask(method: str, url: str, data: bytes | None = None) -> bytes:
    headers = {"Authorization": "Basic " + base64.b64encode(b"council:").decode(), "Content-Type": "text/calendar"}
    request = urllib.request.Request(url, data, headers, method=method)  # noqa: S310 - on this machine
    with urllib.request.urlopen(request, timeout=30) as response:  # noqa: S310 - likewise
        body: bytes = response.read()
    return body


@pytest.mark.tool
@pytest.mark.parametrize("case", CASES)
def test_a_calendar_server_keeps_the_same_values(radicale: str, case: str) -> None:
    url = f"{radicale}/{list(CASES).index(case)}/"
    ask("PUT", url, to_ics(CASES[case], locale=LOCALES, stamp=STAMP))
    assert read_by_icalendar(ask("GET", url)) == values_of(CASES[case])
