from __future__ import annotations

import datetime as dt
import gzip
import os
import pty
import subprocess
import sys
import threading
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from pathlib import Path
from zoneinfo import ZoneInfo

import attrs
import pytest

from csegroup import Council, DatedName, Meeting, Organization
from csegroup.cli import archives, main
from csegroup.json import dump, write_lines

GROUP = Organization(id="jp/example", name={"en": "Specialist Group", "ja": "専門家会合"})
START = dt.datetime(2022, 2, 8, 14, tzinfo=ZoneInfo("Asia/Tokyo"))
DATED = Meeting(id="jp/example/7", body=GROUP, number=7, start=START)
EARLIER = Meeting(id="jp/example/6", body=GROUP, number=6, start=START.replace(year=2021))
UNDECIDED = Meeting(id="jp/example/8", body=GROUP, number=8)
COUNCIL = Council(id="jp/example", names=[DatedName(text={"ja": "協議会"}, since=dt.date(2010, 11, 22))])
ALL: list[Meeting | Council] = [COUNCIL, EARLIER, DATED, UNDECIDED]
# When all meetings were still to come.
BEFORE = "--today=2021-01-05"
ENDINGS = [".jsonl", ".jsonl.gz", ".JSONL.GZ"]
BROKEN = "is not what gzip wrote, or not all of it; get it again, or take .gz off its name if it is not packed"

Result = tuple[int, str, str]
Run = Callable[..., Result]


@pytest.fixture
def run(capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the command line in this process, for somebody who has no language of their own."""
    monkeypatch.setenv("LC_ALL", "C")

    def run_here(*arguments: str | Path) -> Result:
        status = main([str(argument) for argument in arguments])
        output, errors = capsysbinary.readouterr()
        return status, output.decode(), errors.decode()

    return run_here


@pytest.fixture
def errors_in_terminal(monkeypatch: pytest.MonkeyPatch) -> Callable[..., tuple[int, str]]:
    """Run the command line in this process, with standard error to a terminal, whose clock never waits."""
    monkeypatch.setenv("LC_ALL", "C")
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.setattr(archives, "_SECONDS_BEFORE", 0)
    monkeypatch.setattr(archives, "_SECONDS_BETWEEN", 0)

    def run_here(*arguments: str | Path) -> tuple[int, str]:
        with terminal(monkeypatch) as written:
            status = main([str(argument) for argument in arguments])
        return status, written()

    return run_here


@contextmanager
def terminal(monkeypatch: pytest.MonkeyPatch) -> Generator[Callable[[], str]]:
    """Have standard error be a terminal, and give a function that reads what was written there."""
    ours, end = pty.openpty()
    shown: list[bytes] = []

    def read_all() -> None:
        # Linux says by an error that nobody writes any more.
        with suppress(OSError):
            while data := os.read(ours, 65536):
                shown.append(data)

    reader = threading.Thread(target=read_all)
    reader.start()
    with open(end, "w", encoding="utf-8") as output, monkeypatch.context() as here:  # noqa: PTH123 - a descriptor
        here.setattr(sys, "stderr", output)
        yield lambda: b"".join(shown).decode().replace("\r\n", "\n")
    reader.join()
    os.close(ours)


def kept(path: Path, these: list[Meeting | Council] = ALL) -> Path:
    write_lines(these, path)
    return path


def changed(path: Path, old: str, new: str) -> Path:
    """Change an archive behind the back of what wrote it."""
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rb") as file:
        data = file.read()
    with opened(path, "wb") as file:
        file.write(data.replace(old.encode(), new.encode()))
    return path


@pytest.mark.parametrize("ending", ENDINGS)
def test_check_is_silent_where_nothing_is_wrong_with_an_archive(tmp_path: Path, run: Run, ending: str) -> None:
    assert run("check", kept(tmp_path / f"会議{ending}"), BEFORE) == (0, "", "")


@pytest.mark.parametrize("ending", [".jsonl", ".jsonl.gz"])
def test_check_names_every_problem_of_every_line_and_file(tmp_path: Path, run: Run, ending: str) -> None:
    file = changed(kept(tmp_path / f"a{ending}"), '"number":7', '"number":"七","url":5')
    changed(file, '"number":8', "number:8")
    single = tmp_path / "b.json"
    single.write_text("[]")
    status, output, errors = run("check", file, single, kept(tmp_path / "c.jsonl"), BEFORE)
    assert (status, output) == (1, "")
    first, second, third, last = errors.splitlines()
    assert first == f"{file}: line 4, number: is a whole number, not '七'"
    assert second == f"{file}: line 4, url: is a text, not 5"
    assert third.startswith(f"{file}: line 5: ")
    assert last == f"{single}: the document is an object, not []"


def test_check_goes_on_after_an_archive_that_cannot_be_read(tmp_path: Path, run: Run) -> None:
    (tmp_path / "c.jsonl").mkdir()
    cut = kept(tmp_path / "b.jsonl.gz")
    cut.write_bytes(cut.read_bytes()[:-4])
    files = [tmp_path / "a.jsonl", cut, tmp_path / "c.jsonl"]
    status, _, errors = run("check", *files)
    first, second, third = errors.splitlines()
    assert status == 1
    assert first == f"{files[0]}: No such file or directory"
    assert second == f"{cut}: line 6: {BROKEN}"
    assert third == f"{files[2]}: Is a directory"


def test_check_says_what_it_found_before_it_has_read_all(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.jsonl")
    command = [sys.executable, "-m", "csegroup", "check", str(tmp_path / "a.jsonl")]
    with subprocess.Popen(command, stderr=subprocess.PIPE) as process:  # noqa: S603 - own command
        assert process.stderr
        with (tmp_path / "a.jsonl").open("wb", buffering=0) as pipe:
            pipe.write(b'{"format":"csegroup.lines","version":1}\n\n')
            assert process.stderr.readline().endswith(b"a.jsonl: line 2: is empty; take the line out\n")
            pipe.write(b"[]\n")
        assert process.stderr.read().endswith(b"a.jsonl: line 3: a record is an object, not []\n")
    assert process.returncode == 1


@pytest.mark.parametrize("command", ["check", "program", "list", "ics"])
def test_a_meeting_that_is_packed_is_read_as_one_that_is_not(tmp_path: Path, run: Run, command: str) -> None:
    dump(DATED, tmp_path / "a.json.gz")
    dump(DATED, tmp_path / "a.json")
    packed, plain = run(command, tmp_path / "a.json.gz"), run(command, tmp_path / "a.json")
    assert packed[0] == 0
    assert [line for line in packed[1].splitlines() if not line.startswith("DTSTAMP")] == [
        line for line in plain[1].splitlines() if not line.startswith("DTSTAMP")
    ]


@pytest.mark.parametrize("command", ["check", "program", "list", "ics"])
def test_a_packed_meeting_that_is_broken_is_told_in_one_sentence(tmp_path: Path, run: Run, command: str) -> None:
    dump(DATED, tmp_path / "a.json.gz")
    (tmp_path / "a.json.gz").write_bytes((tmp_path / "a.json.gz").read_bytes()[:-1])
    assert run(command, tmp_path / "a.json.gz") == (1, "", f"{tmp_path / 'a.json.gz'}: {BROKEN}\n")


@pytest.mark.parametrize("ending", ENDINGS)
def test_list_has_the_meetings_of_an_archive_and_of_other_files(tmp_path: Path, run: Run, ending: str) -> None:
    dump(DATED, tmp_path / "a.json")
    archive = kept(tmp_path / f"a{ending}", [COUNCIL, EARLIER])
    status, output, errors = run("list", tmp_path / "a.json", archive, "--format", "csv")
    assert (status, errors) == (0, "")
    assert [line.split(",")[0] for line in output.splitlines()[1:]] == ["jp/example/7", "jp/example/6"]


@pytest.mark.parametrize("ending", ENDINGS)
def test_ics_has_the_meetings_of_an_archive_that_have_a_day(tmp_path: Path, run: Run, ending: str) -> None:
    status, output, errors = run("ics", kept(tmp_path / f"a{ending}"))
    assert (status, errors) == (0, "jp/example/8: no day is set yet; left out\n")
    assert output.count("BEGIN:VEVENT") == 2


def test_of_several_states_in_an_archive_list_takes_the_latest(tmp_path: Path, run: Run) -> None:
    archive = kept(tmp_path / "a.jsonl", [attrs.evolve(DATED, start=START.replace(day=9), sequence=1), DATED])
    assert ",2022-02-09," in run("list", archive, "--format", "csv")[1]


@pytest.mark.parametrize("command", ["list", "ics"])
def test_the_first_line_at_fault_is_told_and_nothing_is_written(tmp_path: Path, run: Run, command: str) -> None:
    file = changed(kept(tmp_path / "a.jsonl"), '"number"', '"nmae"')
    status, output, errors = run(command, file, "-o", tmp_path / "b.txt")
    assert (status, output) == (1, "")
    assert errors.startswith(f"{file}: line 3, nmae: ")
    assert not (tmp_path / "b.txt").exists()


@pytest.mark.parametrize("command", ["list", "ics"])
def test_an_archive_that_is_missing_is_named(tmp_path: Path, run: Run, command: str) -> None:
    assert run(command, tmp_path / "a.jsonl") == (1, "", f"{tmp_path / 'a.jsonl'}: No such file or directory\n")


def test_a_terminal_shows_how_far_the_reading_is_and_nothing_at_its_end(
    tmp_path: Path, errors_in_terminal: Callable[..., tuple[int, str]]
) -> None:
    file = kept(tmp_path / "会議\x1b[31m.jsonl", [attrs.evolve(DATED, sequence=i) for i in range(1234)])
    status, shown = errors_in_terminal("check", file, BEFORE)
    assert status == 0
    counts = shown.split("\r\x1b[K")
    assert counts[0] == counts[-1] == ""
    assert counts[1].startswith("会議?[31m.jsonl: 1 (")
    assert counts[2].startswith("会議?[31m.jsonl: 2 (")
    assert counts[-2] == "議?[31m.jsonl: 1,234 (100%)"


def test_a_problem_stands_on_a_line_of_its_own_in_a_terminal(
    tmp_path: Path, errors_in_terminal: Callable[..., tuple[int, str]]
) -> None:
    file = changed(kept(tmp_path / "a.jsonl", [EARLIER, DATED]), '"number":7', '"number":0')
    status, shown = errors_in_terminal("check", file)
    assert status == 1
    (problem,) = (line for line in shown.split("\r\x1b[K") if line.startswith(f"{file}: line 3, number: "))
    assert "\n" in problem


@pytest.mark.parametrize("command", ["list", "ics"])
def test_the_count_is_gone_before_a_fault_is_told(
    tmp_path: Path, errors_in_terminal: Callable[..., tuple[int, str]], command: str
) -> None:
    file = changed(kept(tmp_path / "a.jsonl.gz", [EARLIER, DATED]), '"number":7', '"number":0')
    status, shown = errors_in_terminal(command, file)
    *counts, last = shown.split("\r\x1b[K")
    assert status == 1
    assert counts[1].startswith("a.jsonl.gz: 1 (")
    assert last.startswith(f"{file}: line 3, number: ")


def test_what_has_no_size_is_counted_without_a_part(
    tmp_path: Path, errors_in_terminal: Callable[..., tuple[int, str]]
) -> None:
    os.mkfifo(tmp_path / "a.jsonl")
    data = kept(tmp_path / "b.jsonl", [DATED]).read_bytes()
    command = [sys.executable, "-c", "import sys; open(sys.argv[1], 'wb').write(sys.stdin.buffer.read())"]
    with subprocess.Popen([*command, tmp_path / "a.jsonl"], stdin=subprocess.PIPE) as writer:  # noqa: S603 - own program
        assert writer.stdin
        writer.stdin.write(data)
        writer.stdin.close()
        assert errors_in_terminal("check", tmp_path / "a.jsonl", BEFORE) == (0, "\r\x1b[Ka.jsonl: 1\r\x1b[K")


def test_short_work_shows_no_count_in_a_terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = changed(kept(tmp_path / "a.jsonl"), '"number":7', '"number":0')
    with terminal(monkeypatch) as written:
        assert main(["check", str(file)]) == 1
    assert "\r" not in written()
    assert written().startswith(f"{file}: line 4, number: ")


def test_no_count_is_shown_elsewhere_than_in_a_terminal(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archives, "_SECONDS_BEFORE", 0)
    assert run("check", kept(tmp_path / "a.jsonl"), BEFORE) == (0, "", "")
    with monkeypatch.context() as here:
        here.setattr(sys, "stderr", None)
        assert main(["check", str(tmp_path / "a.jsonl"), BEFORE]) == 0
