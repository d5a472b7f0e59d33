from __future__ import annotations

import contextlib
import datetime as dt
import glob
import io
import json
import os
import pty
import runpy
import shlex
import subprocess
import sys
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo

import attrs
import pytest
from hypothesis import given

import csegroup
import strategies as strategy
from csegroup import AttendeeKind, Council, DatedName, Discussion, Meeting, Organization, format_program
from csegroup.cli import main
from csegroup.documents import (
    COUNCIL as COUNCIL_STYLE,
)
from csegroup.documents import (
    OFFICIAL,
    STYLES,
    Calendar,
    Digits,
    Style,
    docx,
    meeting_list,
    meetings_csv,
    to_html,
    to_markdown,
    to_text,
)
from csegroup.example import ARCHIVE, MEETING

GROUP = Organization(id="jp/example", name={"en": "Specialist Group", "ja": "専門家会合"})
START = dt.datetime(2022, 2, 8, 14, tzinfo=ZoneInfo("Asia/Tokyo"))
DATED = Meeting(id="jp/example/7", body=GROUP, number=7, start=START)
UNDECIDED = Meeting(id="jp/example/8", body=GROUP, number=8)
OPEN_ITEM = Discussion(title={"en": "Questions", "ja": "質疑応答"})
CLOSED_ITEM = Discussion(title={"en": "The case of 𠮷", "ja": "𠮷の事例"}, audience=[AttendeeKind.GOVERNMENT])
PARTLY_CLOSED = attrs.evolve(DATED, program=[OPEN_ITEM, CLOSED_ITEM])
COUNCIL = Council(id="jp/example", names=[DatedName(text={"ja": "協議会"}, since=dt.date(2010, 11, 22))])
MIB = 1024 * 1024
TOO_LARGE = "the document is larger than 16777216 bytes; raise the limit if it is meant to be"


class Result(NamedTuple):
    status: int
    output: str
    errors: str


Run = Callable[..., Result]


@pytest.fixture
def run(capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the command line in this process, for somebody who has no language of their own."""
    monkeypatch.setenv("LC_ALL", "C")

    def run_here(*arguments: str | Path) -> Result:
        try:
            status = main([str(argument) for argument in arguments])
        except SystemExit as stop:
            status = int(stop.code or 0)
        output, errors = capsysbinary.readouterr()
        return Result(status, output.decode(), errors.decode())

    return run_here


def shell(script: str, *arguments: str | Path, **environment: str) -> Result:
    """Run the command line in a process of its own, by a script in which it stands as "$@"."""
    command = ["/bin/sh", "-c", script, "sh", sys.executable, "-m", "csegroup", *map(str, arguments)]
    # As people have it, output is held back.
    inherited = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    surroundings = inherited | {"LC_ALL": "C.UTF-8"} | environment
    done = subprocess.run(command, capture_output=True, check=False, env=surroundings)  # noqa: S603 - own script
    return Result(done.returncode, os.fsdecode(done.stdout), os.fsdecode(done.stderr))


def all_from(terminal: int) -> bytes:
    """Read what was written to a terminal until nobody writes any more."""
    read = b""
    # Linux says that nobody does by an error.
    with contextlib.suppress(OSError):
        while data := os.read(terminal, 65536):
            read += data
    return read.replace(b"\r\n", b"\n")


@pytest.fixture
def in_terminal(capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the command line in this process, its output a terminal of an encoding."""
    monkeypatch.setenv("LC_ALL", "C")

    def run_here(encoding: str, *arguments: str | Path) -> Result:
        terminal, end = pty.openpty()
        with open(end, "w", encoding=encoding) as output:  # noqa: PTH123 - a descriptor
            monkeypatch.setattr(sys, "stdout", output)
            status = main([str(argument) for argument in arguments])
        shown = all_from(terminal)
        os.close(terminal)
        return Result(status, shown.decode(encoding), capsysbinary.readouterr().err.decode())

    return run_here


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return kept(DATED, tmp_path / "第７回.json")


def kept(record: Meeting | Council | Style, path: Path) -> Path:
    csegroup.json.dump(record, path)
    return path


def kept_text(text: str | bytes, path: Path) -> Path:
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def changed(path: Path, **fields: object) -> Path:
    return kept_text(json.dumps(json.loads(csegroup.json.dumps(DATED)) | fields), path)


def test_example_writes_a_meeting_in_every_form(tmp_path: Path, run: Run) -> None:
    assert run("example", "--out", tmp_path / "第６回" / "例").status == 0
    files = {path.name: path.read_bytes() for path in (tmp_path / "第６回" / "例").iterdir()}
    assert csegroup.json.loads(files.pop("meeting.json"), Meeting) == MEETING
    assert files.pop("meeting.ics").startswith(b"BEGIN:VCALENDAR\r\n")
    for name, locale in (("en", ["en"]), ("ja", ["ja"]), ("both", ["ja", "en"])):
        for ending, form in ((".txt", "text"), (".md", "markdown"), (".html", "html")):
            assert files.pop(f"program.{name}{ending}").decode() == format_program(MEETING, locale=locale, format=form)  # type: ignore[arg-type]
        assert files.pop(f"program.{name}.docx") == docx(MEETING, locale=locale)
    assert files.pop("archive.jsonl") == ARCHIVE.read_bytes()
    assert files == {}


def test_example_says_what_it_wrote_and_how_the_programs_begin(tmp_path: Path, run: Run) -> None:
    output = run("example", "--out", tmp_path).output
    assert output.startswith("Wrote meeting.json, meeting.ics, program.en.txt, program.en.md, ")
    assert output.splitlines()[0].endswith(f", program.both.docx, archive.jsonl to {tmp_path}/. The programs begin:")
    assert "\nDetails on the 6th Specialist Group Meeting" in output
    assert "\n第6回児童の性的搾取等に関する専門家会合" in output
    assert len(output.splitlines()) < 24


def test_example_writes_into_a_folder_here_where_none_is_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("example").status == 0
    assert (tmp_path / "csegroup-example" / "meeting.json").exists()


def test_a_second_example_takes_the_place_of_the_first(tmp_path: Path, run: Run) -> None:
    kept_text("古い次第", tmp_path / "program.ja.txt")
    assert run("example", "--out", tmp_path) == run("example", "--out", tmp_path)
    assert (tmp_path / "program.ja.txt").read_text("utf-8") == format_program(MEETING, locale="ja")


def test_example_leaves_a_file_that_stands_where_its_folder_would(file: Path, run: Run) -> None:
    assert run("example", "--out", file) == Result(1, "", f"{file}: File exists\n")
    assert csegroup.json.load(file, Meeting) == DATED


def test_example_leaves_a_folder_that_stands_where_a_file_would(tmp_path: Path, run: Run) -> None:
    (tmp_path / "meeting.ics").mkdir()
    assert run("example", "--out", tmp_path) == Result(1, "", f"{tmp_path / 'meeting.ics'}: Is a directory\n")


def test_example_writes_into_a_folder_whose_name_is_no_utf_8(tmp_path: Path) -> None:
    folder = tmp_path / os.fsdecode(b"\xcc\xdc")
    assert shell('"$@"', "example", "--out", folder)[::2] == (0, "")
    assert len(list(folder.iterdir())) == 15


@pytest.mark.parametrize("locale", ["en", "en-GB", "ja", "ja-JP-u-ca-japanese"])
def test_program_prints_a_meeting_in_a_language(file: Path, run: Run, locale: str) -> None:
    assert run("program", file, "--locale", locale) == Result(0, format_program(DATED, locale=locale), "")


def test_program_prints_in_english_where_no_language_is_given(file: Path, run: Run) -> None:
    assert run("program", file).output == format_program(DATED, locale="en")


def test_program_reads_standard_input(file: Path) -> None:
    script = f'"$@" < {shlex.quote(str(file))}'
    assert shell(script, "program", "-", "--locale", "ja") == Result(0, format_program(DATED, locale="ja"), "")


def test_program_writes_a_file_and_says_nothing(tmp_path: Path, file: Path, run: Run) -> None:
    assert run("program", file, "--locale", "ja", "-o", tmp_path / "次第.txt") == Result(0, "", "")
    assert (tmp_path / "次第.txt").read_bytes() == format_program(DATED, locale="ja").encode()


def test_a_hyphen_as_the_output_is_standard_output(file: Path, run: Run) -> None:
    assert run("program", file, "-o", "-").output == format_program(DATED, locale="en")


@pytest.mark.parametrize(
    ("audience", "shown"), [([], False), (["--audience", "private"], False), (["--audience", "government"], True)]
)
def test_program_shows_a_closed_item_to_those_it_is_open_to(
    tmp_path: Path, run: Run, audience: list[str], *, shown: bool
) -> None:
    output = run("program", kept(PARTLY_CLOSED, tmp_path / "a"), "--locale", "ja", *audience).output
    assert "質疑応答" in output
    assert ("𠮷の事例" in output) == shown


@pytest.mark.parametrize(("audience", "shown"), [([], False), (["--audience", "government"], True)])
def test_ics_shows_a_closed_item_to_those_it_is_open_to(
    tmp_path: Path, run: Run, audience: list[str], *, shown: bool
) -> None:
    output = run("ics", kept(PARTLY_CLOSED, tmp_path / "a"), "--locale", "ja", *audience).output
    assert ("𠮷の事例" in output.replace("\r\n ", "")) == shown


def test_ics_makes_one_calendar_of_several_meetings(tmp_path: Path, file: Path, run: Run) -> None:
    result = run("ics", file, kept(MEETING, tmp_path / "a"))
    assert (result.status, result.errors) == (0, "")
    assert result.output.count("BEGIN:VCALENDAR\r\n") == 1
    assert result.output.count("BEGIN:VEVENT\r\n") == 2


@pytest.mark.parametrize("order", [1, -1])
def test_of_several_states_of_a_meeting_ics_takes_the_latest(tmp_path: Path, run: Run, order: int) -> None:
    moved = DATED.announced().rescheduled(day=dt.date(2022, 3, 1))
    files = [kept(DATED, tmp_path / "a"), kept(moved, tmp_path / "b")][::order]
    output = run("ics", *files).output
    assert output.count("BEGIN:VEVENT\r\n") == 1
    assert "\r\nDTSTART;VALUE=DATE:20220301\r\n" in output


def test_ics_leaves_out_a_meeting_without_a_day_and_names_it(tmp_path: Path, file: Path, run: Run) -> None:
    result = run("ics", file, kept(UNDECIDED, tmp_path / "a"), "-o", tmp_path / "b.ics")
    assert result == Result(0, "", "jp/example/8: no day is set yet; left out\n")
    assert (tmp_path / "b.ics").read_bytes().count(b"BEGIN:VEVENT\r\n") == 1


def test_a_meeting_that_was_postponed_is_in_no_calendar(tmp_path: Path, file: Path, run: Run) -> None:
    put_off = kept(DATED.postponed(), tmp_path / "a")
    result = run("ics", file, put_off, "-o", tmp_path / "b.ics")
    assert (
        result.errors == "jp/example/7: no day is set yet; left out\nno meeting has a day, so no calendar was written\n"
    )
    assert (result.status, (tmp_path / "b.ics").exists()) == (1, False)


@pytest.mark.parametrize(
    ("locales", "summary"),
    [
        ([], "7th Specialist Group"),
        (["--locale", "ja"], "第7回専門家会合"),
        (["--locale", "ja", "--locale", "en"], "第7回専門家会合 / 7th Specialist Group"),
    ],
)
def test_ics_writes_in_one_language_or_in_two(file: Path, run: Run, locales: list[str], summary: str) -> None:
    assert f"\r\nSUMMARY:{summary}\r\n" in run("ics", file, *locales).output


def test_ics_is_written_byte_for_byte(tmp_path: Path, file: Path) -> None:
    shell('"$@" > "$OUT"', "ics", file, OUT=str(tmp_path / "out.ics"))
    data = (tmp_path / "out.ics").read_bytes()
    assert data.count(b"\n") == data.count(b"\r\n") > 10


def test_check_is_silent_where_nothing_is_wrong(tmp_path: Path, file: Path, run: Run) -> None:
    assert run("check", file, kept(COUNCIL, tmp_path / "a"), kept(MEETING, tmp_path / "b")) == Result(0, "", "")


def test_check_names_every_problem_of_every_file_one_a_line(tmp_path: Path, file: Path, run: Run) -> None:
    one = changed(tmp_path / "会議.json", number="7", title={"ja": "会議", "en": 5}, status="held")
    other = kept_text('{"format": "csegroup.council", "version": 1, "id": "jp/example"}', tmp_path / "b.json")
    assert run("check", one, file, other) == Result(
        1,
        "",
        f"{one}: number: is a whole number, not '7'\n{one}: title.en: is a text, not 5\n{other}: names: is missing\n",
    )


def test_check_goes_on_after_a_file_that_cannot_be_read(tmp_path: Path, run: Run) -> None:
    wrong = changed(tmp_path / "b.json", number="7")
    result = run("check", tmp_path / "a.json", wrong)
    assert result.status == 1
    assert result.errors == (
        f"{tmp_path / 'a.json'}: No such file or directory\n{wrong}: number: is a whole number, not '7'\n"
    )


def test_check_reads_standard_input() -> None:
    assert shell('echo "[]" | "$@"', "check", "-") == Result(1, "", "-: the document is an object, not []\n")


@pytest.mark.parametrize("command", ["program", "list", "ics"])
def test_every_problem_of_a_meeting_is_named_before_it_is_printed(tmp_path: Path, run: Run, command: str) -> None:
    wrong = changed(tmp_path / "a.json", number="7", url=5)
    assert run(command, wrong) == Result(
        1, "", f"{wrong}: number: is a whole number, not '7'\n{wrong}: url: is a text, not 5\n"
    )


@pytest.mark.parametrize("command", ["program", "list", "ics"])
def test_a_council_is_no_meeting(tmp_path: Path, run: Run, command: str) -> None:
    council = kept(COUNCIL, tmp_path / "a.json")
    assert run(command, council) == Result(
        1, "", f"{council}: format: is 'csegroup.meeting' for a meeting, not 'csegroup.council'\n"
    )


def a_missing_file(folder: Path) -> Path:
    return folder / "ない.json"


def a_folder(folder: Path) -> Path:
    return folder


def a_link_to_itself(folder: Path) -> Path:
    (folder / "a.json").symlink_to("a.json")
    return folder / "a.json"


def an_empty_file(folder: Path) -> Path:
    return kept_text("", folder / "a.json")


def a_binary_file(folder: Path) -> Path:
    return kept_text(bytes(range(256)), folder / "a.json")


def half_a_file(folder: Path) -> Path:
    return kept_text(csegroup.json.dumps(MEETING)[:3000], folder / "a.json")


def a_file_in_another_encoding(folder: Path) -> Path:
    return kept_text(csegroup.json.dumps(DATED).decode().encode("cp932"), folder / "a.json")


def a_file_with_a_byte_order_mark(folder: Path) -> Path:
    return kept_text(csegroup.json.dumps(DATED).decode().encode("utf-8-sig"), folder / "a.json")


def a_file_larger_than_any_record(folder: Path) -> Path:
    return kept_text(csegroup.json.dumps(DATED).ljust(16 * MIB + 1), folder / "a.json")


def a_list_of_meetings(folder: Path) -> Path:
    return kept_text(b"[%b]" % csegroup.json.dumps(DATED), folder / "a.json")


def a_number_beyond_all_calendars(folder: Path) -> Path:
    return changed(folder / "a.json", sequence=10**400)


def a_size_beyond_all_disks(folder: Path) -> Path:
    item = {"type": "discussion", "materials": [{"number": "1", "media_type": "application/pdf", "kilobytes": 10**400}]}
    return changed(folder / "a.json", program=[item])


BAD_INPUT = [
    a_missing_file,
    a_folder,
    a_link_to_itself,
    an_empty_file,
    a_binary_file,
    half_a_file,
    a_file_in_another_encoding,
    a_file_with_a_byte_order_mark,
    a_file_larger_than_any_record,
    a_list_of_meetings,
    a_number_beyond_all_calendars,
    a_size_beyond_all_disks,
]


@pytest.mark.parametrize("command", ["program", "list", "ics", "check"])
@pytest.mark.parametrize("prepare", BAD_INPUT)
def test_bad_input_is_named_in_one_sentence(
    tmp_path: Path, run: Run, command: str, prepare: Callable[[Path], Path]
) -> None:
    wrong = prepare(tmp_path)
    status, output, errors = run(command, wrong)
    assert (status, output) == (1, "")
    assert errors.startswith(f"{wrong}: ")
    assert errors.count("\n") == 1


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_named(file: Path, run: Run) -> None:
    file.chmod(0)
    assert run("program", file) == Result(1, "", f"{file}: Permission denied\n")


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="only Linux has /proc/self/mem")
def test_a_file_that_fails_while_it_is_read_is_named(run: Run) -> None:
    assert run("program", "/proc/self/mem") == Result(1, "", "/proc/self/mem: Input/output error\n")


def test_standard_input_that_is_too_large_is_refused_and_not_cut_short(tmp_path: Path) -> None:
    script = f'"$@" < {shlex.quote(str(a_file_larger_than_any_record(tmp_path)))}'
    assert shell(script, "check", "-") == Result(1, "", f"-: {TOO_LARGE}\n")


def test_no_more_is_read_of_a_file_than_a_record_may_have(tmp_path: Path) -> None:
    with (tmp_path / "a.json").open("wb") as file:
        file.truncate(4096 * MIB)
    result = shell('ulimit -v 2000000; "$@"', "check", tmp_path / "a.json")
    assert result == Result(
        1,
        "",
        f"{tmp_path / 'a.json'}: {TOO_LARGE}\n",
    )


def test_a_broken_meeting_leaves_the_output_of_before(tmp_path: Path, run: Run) -> None:
    kept_text("古い次第", tmp_path / "次第.txt")
    assert run("program", changed(tmp_path / "a", number=0), "-o", tmp_path / "次第.txt").status == 1
    assert (tmp_path / "次第.txt").read_text("utf-8") == "古い次第"


@pytest.mark.parametrize(
    ("field", "fields"),
    [
        ("day", {"start": None, "time_zone": None, "day": "1872-12-31"}),
        ("start", {"start": "1872-12-31T14:00:00+00:00", "time_zone": "UTC"}),
    ],
)
def test_a_day_that_no_imperial_year_has_is_named_with_its_file(
    tmp_path: Path, run: Run, field: str, fields: dict[str, object]
) -> None:
    old = changed(tmp_path / "明治五年.json", **fields)
    assert run("check", old).status == 0
    assert run("program", old, "--locale", "en").status == 0
    assert run("program", old, "--locale", "ja") == Result(
        1, "", f"{old}: {field}: is 1872-12-31, and the imperial calendar was lunisolar before 1873-01-01\n"
    )


@given(meeting=strategy.meetings())
def test_every_meeting_is_written_or_a_sentence_says_why_not(
    tmp_path_factory: pytest.TempPathFactory, meeting: Meeting
) -> None:
    folder = tmp_path_factory.mktemp("law")
    file = str(kept(meeting, folder / "a.json"))
    assert main(["program", file, "--locale", "ja", "-o", str(folder / "a.txt")]) == 0
    assert main(["ics", file, "--locale", "ja", "-o", str(folder / "a.ics")]) == (meeting.local_date is None)


@pytest.mark.parametrize("output", ["missing/次第.txt", ".", "第７回.json/次第.txt"])
@pytest.mark.parametrize("command", ["program", "list", "ics"])
def test_an_output_that_cannot_be_written_is_named(
    tmp_path: Path, file: Path, run: Run, command: str, output: str
) -> None:
    target = tmp_path / output
    before = sorted(tmp_path.iterdir())
    status, _, errors = run(command, file, "-o", target)
    assert (status, errors.partition(": ")[0], errors.count("\n")) == (1, str(target), 1)
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has /dev/full")
def test_a_device_that_is_full_is_named(file: Path, run: Run) -> None:
    assert run("program", file, "-o", "/dev/full") == Result(1, "", "/dev/full: No space left on device\n")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has /dev/full")
@pytest.mark.parametrize("items", [1, 2000])
def test_a_standard_output_that_is_full_is_told_in_one_sentence(tmp_path: Path, items: int) -> None:
    file = kept(attrs.evolve(DATED, program=[OPEN_ITEM] * items), tmp_path / "a.json")
    expected = Result(1, "", "standard output: No space left on device\n")
    assert shell('"$@" > /dev/full', "program", file) == expected


def test_a_standard_output_that_is_closed_is_told_in_one_sentence(file: Path) -> None:
    expected = Result(1, "", "standard output: Bad file descriptor\n")
    assert shell('"$@" >&-', "program", file) == expected


def test_a_command_that_writes_a_file_needs_no_standard_output(
    tmp_path: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    assert main(["program", str(file)]) == 1
    assert main(["program", str(file), "-o", str(tmp_path / "次第.txt")]) == 0


def test_a_standard_input_that_is_closed_is_told_in_one_sentence() -> None:
    status, _, errors = shell('"$@" <&-', "program", "-")
    assert (status, errors.count("\n")) == (1, 1)


@pytest.mark.parametrize("items", [1, 20_000])
def test_a_reader_that_has_seen_enough_is_no_fault(tmp_path: Path, items: int) -> None:
    file = kept(attrs.evolve(DATED, program=[OPEN_ITEM] * items), tmp_path / "a.json")
    assert shell('"$@" | head -c 1', "program", file, "--locale", "en") == Result(0, "P", "")
    assert shell('{ "$@"; echo "status $?" >&2; } | :', "program", file) == Result(0, "", "status 1\n")


def test_a_pipe_that_nobody_reads_ends_the_command_quietly(
    file: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "w") as output:
        monkeypatch.setattr(sys, "stdout", output)
        assert main(["program", str(file)]) == 1
    assert capsysbinary.readouterr().err == b""


@pytest.mark.parametrize(
    "environment",
    [
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "ascii"},
        {"PYTHONIOENCODING": "cp932"},
    ],
)
def test_a_program_is_utf_8_whatever_the_terminal_has(tmp_path: Path, environment: dict[str, str]) -> None:
    file = kept(PARTLY_CLOSED, tmp_path / "a.json")
    result = shell('"$@" --locale ja --audience government', "program", file, **environment)
    assert result == Result(0, format_program(PARTLY_CLOSED, locale="ja"), "")


def test_a_terminal_gets_a_program_in_its_own_encoding(file: Path, in_terminal: Run) -> None:
    expected = Result(0, format_program(DATED, locale="ja"), "")
    assert in_terminal("utf-8", "program", file, "--locale", "ja") == expected
    assert in_terminal("cp932", "program", file, "--locale", "ja") == expected
    assert in_terminal("euc_jp", "program", file, "--locale", "ja") == expected
    assert in_terminal("ascii", "program", file) == Result(0, format_program(DATED, locale="en"), "")


def test_a_terminal_that_has_not_every_character_gets_one_message(tmp_path: Path, file: Path, in_terminal: Run) -> None:
    message = "this terminal (ascii) cannot show the text; name a file with -o\n"
    assert in_terminal("ascii", "program", file, "--locale", "ja") == Result(1, "", message)
    rare = kept(attrs.evolve(DATED, title={"ja": "𠮷野会合"}), tmp_path / "a.json")
    message = "this terminal (cp932) cannot show the text; name a file with -o\n"
    assert in_terminal("cp932", "program", rare, "--locale", "ja") == Result(1, "", message)
    assert in_terminal("ascii", "program", rare, "--locale", "ja", "-o", tmp_path / "a.txt") == Result(0, "", "")


@pytest.mark.parametrize(
    "environment",
    [{"PYTHONIOENCODING": "ascii"}, {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}],
)
def test_a_terminal_without_japanese_gets_one_message_in_a_process_of_its_own(
    file: Path, environment: dict[str, str]
) -> None:
    terminal, end = pty.openpty()
    command = [sys.executable, "-m", "csegroup", "program", str(file), "--locale", "ja"]
    surroundings = {key: value for key, value in os.environ.items() if not key.startswith(("LC_", "LANG"))}
    with subprocess.Popen(  # noqa: S603 - own command
        command, stdin=subprocess.DEVNULL, stdout=end, stderr=subprocess.PIPE, env=surroundings | environment
    ) as process:
        os.close(end)
        shown = all_from(terminal)
        os.close(terminal)
        errors = process.stderr.read().decode() if process.stderr else ""
    assert (process.returncode, shown) == (1, b"")
    assert errors == "this terminal (ascii) cannot show the text; name a file with -o\n"


def test_a_docx_is_not_written_to_a_terminal(tmp_path: Path, file: Path, in_terminal: Run) -> None:
    message = "a DOCX is nothing to read in a terminal; name a file with -o\n"
    assert in_terminal("utf-8", "program", file, "--format", "docx") == Result(1, "", message)
    assert in_terminal("utf-8", "list", file, "--format", "docx", "-o", "-") == Result(1, "", message)
    # A fault of the arguments is told before any file is read.
    assert in_terminal("utf-8", "program", tmp_path / "ない", "--format", "docx").errors == message


def test_a_docx_is_written_to_a_pipe_and_to_a_file(tmp_path: Path, file: Path) -> None:
    result = shell('"$@" > "$OUT"', "program", file, "--format", "docx", "--both", OUT=str(tmp_path / "a"))
    assert (result, (tmp_path / "a").read_bytes()) == (Result(0, "", ""), docx(DATED, locale=["ja", "en"]))


@pytest.fixture
def no_docx(monkeypatch: pytest.MonkeyPatch) -> None:
    """Be where python-docx is not installed."""
    monkeypatch.setitem(sys.modules, "docx", None)
    for name in ("word", "word_package"):
        monkeypatch.delitem(sys.modules, f"csegroup.documents.{name}", raising=False)
        monkeypatch.delattr(csegroup.documents, name, raising=False)


@pytest.mark.usefixtures("no_docx")
def test_without_the_extra_a_docx_is_refused_with_what_to_install(tmp_path: Path, file: Path, run: Run) -> None:
    message = "a DOCX needs python-docx; install it with: pip install 'csegroup[docx]'\n"
    assert run("program", file, "-o", tmp_path / "a.docx") == Result(1, "", message)
    assert not (tmp_path / "a.docx").exists()


@pytest.mark.usefixtures("no_docx")
def test_without_the_extra_the_example_has_everything_but_the_docx(tmp_path: Path, run: Run) -> None:
    assert run("example", "--out", tmp_path).status == 0
    assert sorted({path.suffix for path in tmp_path.iterdir()}) == [".html", ".ics", ".json", ".jsonl", ".md", ".txt"]


def test_program_prints_both_languages_japanese_first(file: Path, run: Run) -> None:
    expected = format_program(DATED, locale=["ja", "en"])
    assert run("program", file, "--both") == Result(0, expected, "")
    assert run("program", file, "--locale", "ja", "--locale", "en") == Result(0, expected, "")
    assert expected.index("第7回専門家会合") < expected.index("7th Specialist Group")


@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_program_writes_the_format_that_was_asked_for(file: Path, run: Run, form: str) -> None:
    expected = format_program(DATED, locale="ja", format=form)  # type: ignore[arg-type]
    assert run("program", file, "--locale", "ja", "--format", form) == Result(0, expected, "")


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("次第.txt", "text"),
        ("次第", "text"),
        ("次第.TXT", "text"),
        ("program.ja.md", "markdown"),
        ("a.markdown", "markdown"),
        ("a.html", "html"),
        ("a.htm", "html"),
        ("a.HTML", "html"),
    ],
)
def test_the_format_is_what_the_ending_of_the_output_says(
    tmp_path: Path, file: Path, run: Run, name: str, form: str
) -> None:
    assert run("program", file, "--locale", "ja", "-o", tmp_path / name) == Result(0, "", "")
    expected = format_program(DATED, locale="ja", format=form)  # type: ignore[arg-type]
    assert (tmp_path / name).read_text("utf-8") == expected


def test_the_ending_of_a_docx_makes_one(tmp_path: Path, file: Path, run: Run) -> None:
    assert run("program", file, "--locale", "ja", "-o", tmp_path / "a.docx") == Result(0, "", "")
    assert (tmp_path / "a.docx").read_bytes() == docx(DATED, locale="ja")


def test_a_format_goes_before_the_ending_of_the_output(tmp_path: Path, file: Path, run: Run) -> None:
    assert run("program", file, "--format", "text", "-o", tmp_path / "a.html").status == 0
    assert (tmp_path / "a.html").read_text("utf-8") == format_program(DATED, locale="en")


@pytest.mark.parametrize(
    ("command", "name", "known"),
    [
        ("program", "a.pdf", "text, markdown, html, docx"),
        ("program", "a.csv", "text, markdown, html, docx"),
        ("list", "a.pdf", "text, markdown, html, docx, csv"),
    ],
)
def test_an_ending_that_names_no_format_is_refused_and_nothing_is_written(  # noqa: PLR0913, PLR0917 - the table's columns
    tmp_path: Path, file: Path, run: Run, command: str, name: str, known: str
) -> None:
    message = f"{tmp_path / name}: its ending names no format; say one with --format: {known}\n"
    assert run(command, file, "-o", tmp_path / name) == Result(1, "", message)
    assert not (tmp_path / name).exists()


@pytest.mark.parametrize("name", STYLES)
def test_program_prints_in_a_style_that_is_shipped(file: Path, run: Run, name: str) -> None:
    expected = format_program(DATED, locale="ja", style=STYLES[name])
    assert run("program", file, "--locale", "ja", "--style", name) == Result(0, expected, "")


def test_program_prints_in_the_style_of_a_file(tmp_path: Path, file: Path, run: Run) -> None:
    style = Style(title={"ja": "{title}　議事次第"}, calendar=Calendar.BOTH, digits=Digits.FULL_WIDTH)
    office = kept(style, tmp_path / "書式.json")
    output = run("program", file, "--locale", "ja", "--style", office).output
    assert output == format_program(DATED, locale="ja", style=style)
    assert output.startswith("第７回専門家会合　議事次第\n")
    assert "令和４年（２０２２年）２月８日（火）午後２時から" in output


def test_every_fault_of_a_style_is_named_with_its_place(tmp_path: Path, file: Path, run: Run) -> None:
    wrong = kept_text(
        '{"format": "csegroup.style", "version": 1, "digits": "wide", "levels": {"ja": "1 (x)"}}', tmp_path / "a.json"
    )
    lines = [
        f"{wrong}: digits: is one of 'half_width', 'full_width', not 'wide'",
        f"{wrong}: levels.ja: a mark counts by one of 1 １ ① ア 가 a A i I, or is -, and '(x)' does not",
    ]
    expected = Result(1, "", "".join(f"{line}\n" for line in lines))
    assert run("program", file, "--style", wrong) == expected
    assert run("list", file, "--style", wrong) == expected
    assert run("check", wrong) == expected


def test_a_meeting_is_no_style(file: Path, run: Run) -> None:
    message = f"{file}: format: is 'csegroup.style' for a style, not 'csegroup.meeting'\n"
    assert run("program", file, "--style", file) == Result(1, "", message)


def test_a_folder_is_no_style(tmp_path: Path, file: Path, run: Run) -> None:
    assert run("program", file, "--style", tmp_path) == Result(1, "", f"{tmp_path}: Is a directory\n")


def test_check_knows_a_style(tmp_path: Path, run: Run) -> None:
    assert run("check", kept(OFFICIAL, tmp_path / "a.json"), kept(COUNCIL_STYLE, tmp_path / "b.json")) == Result(
        0, "", ""
    )


def test_a_program_deeper_than_its_style_is_told_in_one_sentence(tmp_path: Path, run: Run) -> None:
    meeting = kept(attrs.evolve(DATED, program=[OPEN_ITEM]), tmp_path / "a.json")
    shallow = kept(Style(levels={"en": "1"}), tmp_path / "b.json")
    message = "--style: has marks for 1 levels, and the program has more; add one\n"
    assert run("program", meeting, "--style", shallow) == Result(1, "", message)


def test_program_tells_the_hours_in_the_readers_zone(file: Path, run: Run) -> None:
    zone = ZoneInfo("Europe/Berlin")
    output = run("program", file, "--locale", "ja", "--time-zone", "Europe/Berlin").output
    assert output == format_program(DATED, locale="ja", time_zone=zone)
    assert "令和4年2月8日(火)午前6時から（中央ヨーロッパ標準時）" in output


def test_program_wraps_plain_text_to_a_width(tmp_path: Path, run: Run) -> None:
    file = kept(MEETING, tmp_path / "a.json")
    output = run("program", file, "--width", "60").output
    assert output == format_program(MEETING, locale="en", width=60)
    assert output != format_program(MEETING, locale="en")
    assert max(map(len, output.splitlines())) <= 60


@pytest.mark.parametrize("form", ["markdown", "html", "docx"])
def test_a_width_is_for_plain_text(file: Path, run: Run, form: str) -> None:
    message = "--width is for plain text; leave it out\n"
    assert run("program", file, "--format", form, "--width", "72") == Result(1, "", message)


def test_a_width_that_no_text_fits_in_is_refused_in_one_sentence(file: Path, run: Run) -> None:
    status, output, errors = run("program", file, "--width", "0")
    assert (status, output, errors.count("\n")) == (1, "", 1)
    assert "width: " in errors


def listed(*meetings: Meeting, locale: str | list[str] = "en", style: Style = COUNCIL_STYLE) -> str:
    now = dt.datetime.now(dt.timezone.utc)
    return to_text(meeting_list(meetings, locale=locale, style=style, now=now))


def test_list_prints_meetings_in_a_language_or_in_both(tmp_path: Path, file: Path, run: Run) -> None:
    files = [file, kept(MEETING, tmp_path / "a"), kept(UNDECIDED, tmp_path / "b")]
    meetings = [DATED, MEETING, UNDECIDED]
    assert run("list", *files) == Result(0, listed(*meetings), "")
    assert run("list", *files, "--locale", "ja", "--style", "official").output == listed(
        *meetings, locale="ja", style=OFFICIAL
    )
    assert run("list", *files, "--both").output == listed(*meetings, locale=["ja", "en"])


def test_list_tells_meetings_to_come_from_those_that_are_over(tmp_path: Path, file: Path, run: Run) -> None:
    start = dt.datetime.now(dt.timezone.utc).replace(microsecond=0) + dt.timedelta(days=400)
    coming = kept(
        Meeting(id="jp/example/9", body=GROUP, number=9, start=start.astimezone(ZoneInfo("UTC"))), tmp_path / "a"
    )
    output = run("list", file, coming).output
    assert output.index("Upcoming meetings") < output.index("9th Specialist Group") < output.index("\n2022\n")


@pytest.mark.parametrize("order", [1, -1])
def test_of_several_states_of_a_meeting_list_takes_the_latest(tmp_path: Path, run: Run, order: int) -> None:
    moved = DATED.announced().rescheduled(day=dt.date(2022, 3, 1))
    files = [kept(DATED, tmp_path / "a"), kept(moved, tmp_path / "b")][::order]
    output = run("list", *files, "--format", "csv").output
    assert output.count("jp/example/7") == 1
    assert "\njp/example/7,2022-03-01,,,," in output


def test_list_reads_standard_input(file: Path) -> None:
    script = f'"$@" < {shlex.quote(str(file))}'
    assert shell(script, "list", "-", "--locale", "ja") == Result(0, listed(DATED, locale="ja"), "")


def test_list_writes_csv_byte_for_byte(tmp_path: Path, file: Path, run: Run) -> None:
    other = kept(UNDECIDED, tmp_path / "a")
    expected = meetings_csv([DATED, UNDECIDED], locale="ja")
    assert run("list", file, other, "--locale", "ja", "-o", tmp_path / "会議.csv") == Result(0, "", "")
    assert (tmp_path / "会議.csv").read_bytes() == expected
    assert run("list", file, other, "--locale", "ja", "--format", "csv").output.encode() == expected
    shell('"$@" > "$OUT"', "list", file, other, "--format", "csv", "--locale", "ja", OUT=str(tmp_path / "b"))
    assert (tmp_path / "b").read_bytes() == expected


def test_a_list_as_csv_is_in_one_language(tmp_path: Path, file: Path, run: Run) -> None:
    refusal = Result(1, "", "a CSV is in one language; name one with --locale\n")
    assert run("list", file, "--format", "csv", "--locale", "ja", "--locale", "en") == refusal
    assert run("list", file, "-o", tmp_path / "a.csv", "--locale", "ja", "--locale", "en") == refusal
    assert not (tmp_path / "a.csv").exists()
    assert run("list", file, "--format", "csv", "--locale", "en").status == 0


@pytest.mark.parametrize("form", ["markdown", "html"])
def test_list_writes_the_format_that_was_asked_for(tmp_path: Path, file: Path, run: Run, form: str) -> None:
    document = meeting_list([DATED], locale="ja", now=dt.datetime.now(dt.timezone.utc))
    expected = to_markdown(document) if form == "markdown" else to_html(document)
    assert run("list", file, "--locale", "ja", "--format", form).output == expected
    ending = {"markdown": "md", "html": "html"}[form]
    assert run("list", file, "--locale", "ja", "-o", tmp_path / f"a.{ending}").status == 0
    assert (tmp_path / f"a.{ending}").read_text("utf-8") == expected


def test_list_shows_no_more_than_the_audience_may_see(tmp_path: Path, run: Run) -> None:
    file = kept(PARTLY_CLOSED, tmp_path / "a")
    assert run("list", file, "--audience", "government") == run("list", file)


JAPANESE = {"LC_ALL": "ja_JP.UTF-8", "PYTHONUTF8": "1"}


def test_messages_are_in_the_language_of_the_environment(tmp_path: Path, file: Path) -> None:
    undecided = kept(UNDECIDED, tmp_path / "a.json")
    assert shell('"$@" > "$OUT"', "ics", file, undecided, **JAPANESE, OUT=str(tmp_path / "b.ics")) == Result(
        0, "", "jp/example/8：開催日が決まっていないため、除きました\n"
    )
    assert shell('"$@"', "ics", undecided, **JAPANESE).errors.endswith(
        "開催日の決まった会議がないため、カレンダーを書き出しませんでした\n"
    )
    assert shell('"$@"', "program", file, "--format", "html", "--width", "72", **JAPANESE).errors == (
        "--width はテキスト形式だけの指定です。外してください\n"
    )
    assert shell('"$@"', "program", file, "-o", "a.pdf", **JAPANESE).errors == (
        "a.pdf：拡張子から形式が分かりません。--format で指定してください：text, markdown, html, docx\n"
    )


def test_wrong_arguments_are_told_in_the_language_of_the_environment(file: Path) -> None:
    assert shell('"$@"', "program", file, "--style", "plain", **JAPANESE).errors.endswith(
        "council, official, modern のいずれか、又は書式を記した JSON ファイルを指定してください（指定：'plain'）\n"
    )
    assert shell('"$@"', "program", file, "--time-zone", "Berlin", **JAPANESE).errors.endswith(
        "Asia/Tokyo のような時間帯の名称を指定してください（指定：'Berlin'）\n"
    )
    assert shell('"$@"', "program", file, "--format", "pdf", **JAPANESE).errors.endswith(
        "text, markdown, html, docx のいずれかを指定してください（指定：'pdf'）\n"
    )


@pytest.mark.parametrize("locale", ["de_DE.UTF-8", "C", "C.UTF-8", "POSIX", "xx", "", "\x01", "日本語"])
def test_messages_are_in_english_where_the_language_of_the_environment_is_not_known(file: Path, locale: str) -> None:
    result = shell('"$@"', "program", file, "--format", "html", "--width", "72", LC_ALL=locale, LANG="", LC_MESSAGES="")
    assert result == Result(1, "", "--width is for plain text; leave it out\n")


def test_messages_are_in_english_where_the_terminal_has_no_japanese(file: Path) -> None:
    environment = {"LC_ALL": "ja_JP.UTF-8", "PYTHONIOENCODING": "ascii"}
    result = shell('"$@"', "program", file, "--format", "html", "--width", "72", **environment)
    assert result == Result(1, "", "--width is for plain text; leave it out\n")


@pytest.mark.parametrize(
    ("encoding", "japanese"), [("ascii", False), ("latin-1", False), ("cp932", True), ("utf-8", True)]
)
def test_messages_are_in_japanese_where_standard_error_has_characters_for_them(
    monkeypatch: pytest.MonkeyPatch, file: Path, encoding: str, *, japanese: bool
) -> None:
    monkeypatch.setenv("LC_ALL", "ja_JP.UTF-8")
    errors = io.TextIOWrapper(io.BytesIO(), encoding=encoding)
    monkeypatch.setattr(sys, "stderr", errors)
    assert main(["program", str(file), "--format", "html", "--width", "72"]) == 1
    errors.seek(0)
    expected = (
        "--width はテキスト形式だけの指定です。外してください"
        if japanese
        else "--width is for plain text; leave it out"
    )
    assert errors.read() == f"{expected}\n"


def test_a_message_reaches_a_terminal_that_has_no_japanese(tmp_path: Path) -> None:
    result = shell('"$@"', "check", tmp_path / "ない.json", PYTHONIOENCODING="ascii")
    assert (result.status, result.errors.endswith(r"\u306a\u3044.json: No such file or directory" + "\n")) == (1, True)


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["publish"],
        ["program"],
        ["program", "a.json", "b.json"],
        ["program", "a.json", "--locale", "fr"],
        ["program", "a.json", "--locale", "JA"],
        ["program", "a.json", "--audience", "police"],
        ["program", "a.json", "--both", "--locale", "ja"],
        ["program", "a.json", "--format", "pdf"],
        ["program", "a.json", "--format", "csv"],
        ["program", "a.json", "--style", "plain"],
        ["program", "a.json", "--time-zone", "Berlin"],
        ["program", "a.json", "--width", "wide"],
        ["list"],
        ["list", "a.json", "--width", "72"],
        ["list", "a.json", "--format", "ics"],
        ["ics"],
        ["ics", "a.json", "--locale", ""],
        ["check"],
        ["example", "a"],
    ],
)
def test_wrong_arguments_are_told_from_wrong_input(run: Run, arguments: list[str]) -> None:
    status, output, errors = run(*arguments)
    assert (status, output) == (2, "")
    assert errors.startswith("usage: csegroup ")


def test_a_wrong_argument_is_told_what_would_be_right(run: Run) -> None:
    assert run("program", "a", "--locale", "JA").errors.endswith("write the language tag as 'ja', not 'JA'\n")
    assert "choose one of en, en-GB, ja" in run("program", "a", "--locale", "fr").errors
    assert "is one of private, international, " in run("program", "a", "--audience", "police").errors
    assert (
        "--format: is one of text, markdown, html, docx, not 'pdf'\n" in run("program", "a", "--format", "pdf").errors
    )
    assert run("list", "a", "--format", "ics").errors.endswith("is one of text, markdown, html, docx, csv, not 'ics'\n")
    assert run("program", "a", "--style", "plain").errors.endswith(
        "--style: is one of council, official, modern, or a file with a style in JSON, not 'plain'\n"
    )
    assert run("program", "a", "--time-zone", "Berlin").errors.endswith(
        "--time-zone: is a time zone such as Asia/Tokyo, not 'Berlin'\n"
    )


@pytest.mark.parametrize("command", ["example", "program", "list", "ics", "check"])
def test_the_help_of_a_command_ends_with_an_example_that_works(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run, command: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("meetings").mkdir()
    for name in ("meeting.json", "meetings/7.json"):
        kept(DATED, Path(name))
    _, _, words = run(command, "--help").output.rpartition("\nexample: csegroup ")
    assert run(*(path for word in shlex.split(words) for path in glob.glob(word) or [word])).status == 0  # noqa: PTH207 - as a shell does


def test_the_help_names_every_command(run: Run) -> None:
    output = run("--help").output
    assert all(f"\n    {command} " in output for command in ("example", "program", "list", "ics", "check"))


def test_the_version_is_that_of_the_package(run: Run) -> None:
    assert run("--version") == Result(0, f"csegroup {version('csegroup')}\n", "")


def test_the_package_runs_as_a_module(monkeypatch: pytest.MonkeyPatch, file: Path) -> None:
    monkeypatch.setattr(sys, "argv", ["csegroup", "check", str(file)])
    with pytest.raises(SystemExit) as stop:
        runpy.run_module("csegroup", run_name="__main__")
    assert stop.value.code == 0


def test_standard_input_is_read_in_the_same_process_too(monkeypatch: pytest.MonkeyPatch, run: Run) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(csegroup.json.dumps(MEETING))))
    assert run("check", "-") == Result(0, "", "")


def test_a_style_of_a_name_that_no_file_can_have_is_refused(file: Path, run: Run) -> None:
    result = run("program", str(file), "--style", "a" * 5000)
    assert result.status == 2
    assert "council, official, modern" in result.errors
