"""What other programs read from a calendar file: each of them the same values."""

from __future__ import annotations

import datetime as dt
import json
import re
import shutil
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

import attrs
import pytest

from calendar_files import BERLIN, CASES, MEETING, STAMP, feed_of, files_of
from calendar_libraries import LIBRARIES, as_it_is, as_node_ical_reads, read_with_ical
from calendar_values import (
    ORGANIZER,
    Values,
    address_of,
    moment_of,
    person,
    read_with_icalendar,
)
from csegroup.ical import Invitee, Mailing, invitations, to_ics
from external_tools import missing, run

SCRIPTS = Path(__file__).parent / "readers"


@pytest.mark.parametrize("case", CASES)
def test_there_is_a_file_of_each_kind(case: str) -> None:
    kinds = Counter(name.partition(", file")[0].rstrip(" 0123") for name in files_of(case))
    four = ["invited", "all invited", "moved", "cancelled", "postponed", "postponed, then cancelled", "taken off"]
    assert kinds == {"feed": 1, "feed of a cancelled meeting": 1} | dict.fromkeys(four, 4)


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("library", LIBRARIES)
def test_a_python_library_reads_the_same_values(library: str, case: str) -> None:
    read, as_read = LIBRARIES[library]
    files = files_of(case)
    wanted = {name: as_read(file.values) for name, file in files.items()}
    assert {name: read(file.data) for name, file in files.items()} == wanted


class Program(NamedTuple):
    """What reads files that it is given the names of, and how what it makes of some values differs."""

    command: Sequence[str | Path]
    as_read: Callable[[Values], Values] = as_it_is


@pytest.fixture(scope="session")
def libical(tmp_path_factory: pytest.TempPathFactory) -> Program:
    compiler = shutil.which("cc") or missing("a C compiler (Debian: gcc)")
    program = tmp_path_factory.mktemp("libical") / "read"
    compiled = run([compiler, "-o", program, SCRIPTS / "read_with_libical.c", "-lical"])
    if compiled.returncode:
        missing(f"libical (Debian: libical-dev): {compiled.stderr}")
    return Program([program])


def a_script_of_node(package: str, script: str) -> Sequence[str | Path]:
    node = shutil.which("node") or missing("node")
    if run([node, "-e", f"require('{package}')"]).returncode:
        missing(f"{package} (npm) in a folder of NODE_PATH")
    return [node, SCRIPTS / script]


@pytest.fixture(scope="session")
def ical_js() -> Program:
    return Program(a_script_of_node("ical.js", "read_with_ical_js.cjs"))


@pytest.fixture(scope="session")
def node_ical() -> Program:
    return Program(a_script_of_node("node-ical", "read_with_node_ical.cjs"), as_node_ical_reads)


@pytest.fixture(scope="session")
def sabre() -> Program:
    php = shutil.which("php") or missing("PHP (Debian: php-cli)")
    if run([php, "-r", "require 'Sabre/VObject/autoload.php';"]).returncode:
        missing("sabre/vobject (Debian: php-sabre-vobject)")
    return Program([php, SCRIPTS / "read_with_sabre.php"])


PROGRAMS = ["libical", "ical_js", "node_ical", "sabre"]


@pytest.fixture
def program(request: pytest.FixtureRequest) -> Program:
    named: Program = request.getfixturevalue(request.param)
    return named


def read_with(program: Program, files: Iterable[bytes], folder: Path) -> list[Values]:
    """Give what a program reads from each file, people in the order of their addresses."""
    paths = []
    for i, data in enumerate(files):
        paths.append(folder / f"{i}.ics")
        paths[-1].write_bytes(data)
    done = run([*program.command, *paths])
    assert (done.returncode, done.stderr) == (0, "")
    read: list[Values] = list(map(json.loads, done.stdout.splitlines()))
    for event in (event for calendar in read for event in calendar["events"]):
        for people in ("organizer", "attendees"):
            event[people] = sorted((person_of(one) for one in event[people]), key=address_of)
    return read


def person_of(one: Values) -> Values:
    return person(*(one[name] for name in ("address", "cn", "role", "partstat", "rsvp")))


@pytest.mark.tool
@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("program", PROGRAMS, indirect=True)
def test_a_program_reads_the_same_values(program: Program, case: str, tmp_path: Path) -> None:
    files = files_of(case)
    read = read_with(program, [file.data for file in files.values()], tmp_path)
    got = {name: {"method": one["method"], "events": one["events"]} for name, one in zip(files, read, strict=True)}
    assert got == {name: program.as_read(file.values) for name, file in files.items()}


@pytest.mark.tool
@pytest.mark.parametrize("program", PROGRAMS, indirect=True)
def test_a_program_reads_each_entry_of_a_feed(program: Program, tmp_path: Path) -> None:
    feed = feed_of([attrs.evolve(meeting, id=f"jp/example/{i}") for i, meeting in enumerate(CASES.values())])
    [read] = read_with(program, [feed.data], tmp_path)
    assert read["events"] == program.as_read(feed.values)["events"]


@pytest.mark.tool
@pytest.mark.parametrize("program", ["libical", "ical_js"], indirect=True)
def test_a_program_works_out_the_hours_from_the_definition_of_the_zone(program: Program, tmp_path: Path) -> None:
    starts = [dt.datetime(year, month, 29, 9, tzinfo=BERLIN) for year, month in ((1993, 1), (1995, 12), (2022, 7))]
    feed = [attrs.evolve(MEETING, id=f"jp/example/{start.year}", start=start) for start in starts]
    # Under a name that nobody knows, a program cannot take its own table for the file's definition.
    data = to_ics(feed, locale="ja", stamp=STAMP).replace(b"Europe/Berlin", b"Example/Place")
    [read] = read_with(program, [data], tmp_path)
    assert [event["start"] for event in read["events"]] == [moment_of(start) for start in starts]


@pytest.mark.tool
@pytest.mark.parametrize("case", CASES)
def test_libical_finds_no_error_and_no_rule_of_itip_broken(libical: Program, case: str, tmp_path: Path) -> None:
    read = read_with(libical, [file.data for file in files_of(case).values()], tmp_path)
    assert [(one["valid"], one["errors"]) for one in read] == [(True, [])] * len(read)


@pytest.mark.tool
@pytest.mark.parametrize("line", ["ORGANIZER", "SEQUENCE", "DTSTAMP", "UID"])
def test_libical_finds_a_rule_of_itip_broken(libical: Program, line: str, tmp_path: Path) -> None:
    whole = files_of("all day")["cancelled, file 0"].data
    broken = re.sub(rf"(?m)^{line}\b.*\r\n( .*\r\n)*".encode(), b"", whole)
    [read] = read_with(libical, [broken], tmp_path)
    assert broken != whole
    assert not read["valid"]
    assert read["errors"]


@pytest.mark.tool
@pytest.mark.parametrize("program", PROGRAMS, indirect=True)
def test_a_caret_in_a_name_is_written_so_that_no_reader_takes_it_for_an_escape(
    program: Program, tmp_path: Path
) -> None:
    caret = Invitee(email="taro@example.go.jp", name="^n ^^ ^'")
    [one] = invitations(Mailing(meeting=CASES["all day"], organizer=ORGANIZER, invitees=[caret]), stamp=STAMP)
    read = [*read_with(program, [one.ics], tmp_path), read_with_icalendar(one.ics), read_with_ical(one.ics)]
    assert [calendar["events"][0]["attendees"][0]["cn"] for calendar in read] == ["＾n ＾＾ ＾'"] * 3


@pytest.mark.tool
@pytest.mark.parametrize("case", CASES)
def test_sabre_has_nothing_to_say_against_a_file(sabre: Program, case: str, tmp_path: Path) -> None:
    read = read_with(sabre, [file.data for file in files_of(case).values()], tmp_path)
    assert [one["errors"] for one in read] == [[]] * len(read)
