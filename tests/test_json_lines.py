from __future__ import annotations

import datetime as dt
import gzip
import io
import json
import os
import random
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, cast
from zoneinfo import ZoneInfo

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import csegroup
import strategies as strategy
from csegroup import Council, DatedName, DatedOrganization, InvalidValue, LoadError, Meeting, Organization, Problem
from csegroup.archive import ArchiveRecord
from csegroup.documents import MODERN
from csegroup.example import MEETING
from csegroup.json import dump, dumps, load, loads, problems, read_lines, write_lines
from fresh import python
from killed import LEFT, TIMES, killed_after

GROUP = Organization(id="jp/example", name={"en": "Specialist Group", "ja": "𠮷野福\ufa1b祉会"})
START = dt.datetime(2022, 2, 8, 14, tzinfo=ZoneInfo("Asia/Tokyo"))
FIRST = Meeting(id="jp/example/1", body=GROUP, number=1, start=START)
SECOND = Meeting(id="jp/example/2", body=GROUP, title={"en": "Café\u3000ｶﾞ", "ja": "第２回 専門家会合"})
COUNCIL = Council(id="jp/example", names=[DatedName(text={"ja": "協議会"}, since=dt.date(2010, 11, 22))])
HEADER = b'{"format":"csegroup.lines","version":1}\n'
RECORD = b'{"type":"meeting","id":"jp/example/1","body":{"id":"jp/example","name":{"en":"Group"}}}\n'
PLAIN = Meeting(id="jp/example/1", body=Organization(id="jp/example", name={"en": "Group"}))
MIB = 1024 * 1024

NAMES = {Meeting: "meeting", Council: "council", DatedOrganization: "organization"}
Record = ArchiveRecord
ALL: list[Record] = [FIRST, COUNCIL, SECOND, MEETING]
records = st.lists(st.one_of(strategy.meetings(), strategy.councils(), strategy.dated_organizations), max_size=3)


def written(these: Iterable[Record]) -> bytes:
    write_lines(these, file := io.BytesIO())
    return file.getvalue()


def read(data: bytes) -> list[Record]:
    return list(read_lines(io.BytesIO(data)))


def told(data: bytes) -> list[Problem]:
    """Give all problems of all lines."""
    errors: list[LoadError] = []
    list(read_lines(io.BytesIO(data), on_error=errors.append))
    return [problem for error in errors for problem in error.problems]


def refused(data: bytes) -> list[tuple[str, str]]:
    """Give place and code of the problems of the first line that is wrong, which are those that are told first."""
    with pytest.raises(LoadError) as caught:
        read(data)
    found = caught.value.problems
    assert tuple(told(data)[: len(found)]) == found
    return [(problem.path, problem.code) for problem in found]


# Laws


@given(records)
def test_records_are_read_as_they_were_written(these: list[Record]) -> None:
    assert read(written(these)) == these


@given(records)
def test_what_was_read_is_written_alike(these: list[Record]) -> None:
    data = written(these)
    assert written(read(data)) == data


@given(records)
def test_a_line_has_what_a_document_has_but_its_envelope_and_a_type_first(these: list[Record]) -> None:
    header, *lines = written(these).splitlines()
    assert header + b"\n" == HEADER
    for line, record in zip(lines, these, strict=True):
        document = json.loads(dumps(record))
        head = [document.pop(key) for key in ("$schema", "format", "version")]
        name = NAMES[type(record)]
        assert head == [f"urn:csegroup:schema:{name}:1", f"csegroup.{name}", 1]
        assert list(json.loads(line).items()) == [("type", name), *document.items()]


@given(these=records)
def test_packed_and_plain_agree(tmp_path_factory: pytest.TempPathFactory, these: list[Record]) -> None:
    folder = tmp_path_factory.mktemp("archive")
    for name in ("a.jsonl", "a.jsonl.gz"):
        write_lines(these, folder / name)
        assert list(read_lines(str(folder / name))) == these
    assert gzip.decompress((folder / "a.jsonl.gz").read_bytes()) == (folder / "a.jsonl").read_bytes()


@given(st.one_of(strategy.meetings(), strategy.councils()), st.randoms(use_true_random=False), st.booleans())
def test_keys_may_stand_in_any_order_and_with_any_blanks(record: Record, shuffle: random.Random, blank: bool) -> None:  # noqa: FBT001
    items = list(json.loads(written([record]).splitlines()[1]).items())
    shuffle.shuffle(items)
    line = json.dumps(dict(items), ensure_ascii=blank, separators=(" , ", "\t: ") if blank else (",", ":"))
    assert read(HEADER + b" " + line.encode() + b" \r\n") == [record]


TEXT = written(ALL)
_bytes = st.one_of(
    st.binary(),
    st.binary().map(HEADER.__add__),
    st.lists(st.sampled_from([HEADER, RECORD, b"\n", b"[]\n", b"{}\n", b"\xff\n", b'"', b"{", b"\\ud800"])).map(
        b"".join
    ),
    st.tuples(st.integers(0, len(TEXT)), st.integers(0, 40), st.binary(max_size=4)).map(
        lambda cut: TEXT[: cut[0]] + cut[2] + TEXT[cut[0] + cut[1] :]
    ),
)


@given(_bytes)
def test_any_bytes_are_records_or_problems_of_lines(data: bytes) -> None:
    found = told(data)
    assert all(re.match(r"line [0-9]+($|, )", problem.path) and problem.code for problem in found)
    if not found:
        assert read(written(read(data))) == read(data)
        return
    with pytest.raises(LoadError) as caught:
        read(data)
    assert caught.value.problems == tuple(found[: len(caught.value.problems)])


@given(_bytes)
def test_any_bytes_packed_are_told_alike(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    file = tmp_path_factory.mktemp("archive") / "a.jsonl.gz"
    file.write_bytes(gzip.compress(data))
    errors: list[LoadError] = []
    list(read_lines(file, on_error=errors.append))
    assert [problem for error in errors for problem in error.problems] == told(data)


CHANGES: list[dict[str, object]] = [
    {"number": "7"},
    {"number": 0},
    {"id": "A b"},
    {"nmae": 5},
    {"body": {}},
    {"body": {"id": "jp/a", "name": {"EN": "a"}}},
    {"program": [{"type": "keynote"}]},
    {"start": "2022-02-08"},
    {"end": None, "venues": {}},
    {"title": {"ja": "\ud800"}},
]


@given(st.lists(st.sampled_from(CHANGES)).map(lambda changes: {k: v for one in changes for k, v in one.items()}))
def test_a_line_has_the_problems_that_its_document_has(changes: dict[str, object]) -> None:
    document = json.loads(dumps(MEETING)) | changes
    alone = problems(json.dumps(document))
    body = {key: value for key, value in document.items() if key not in {"$schema", "format", "version"}}
    in_line = told(HEADER + RECORD + json.dumps({"type": "meeting"} | body).encode())
    assert in_line == [attrs.evolve(one, path=f"line 3, {one.path}") for one in alone]


# The first line


@pytest.mark.parametrize(
    ("first", "path", "code"),
    [
        (b"", "format", "missing"),
        (b"\n", "format", "missing"),
        (b"{}\n", "format", "missing"),
        (b'{"format":"csegroup.meeting","version":1}\n', "format", "format"),
        (b'{"format":["csegroup.lines"],"version":1}\n', "format", "format"),
        (b'{"format":"csegroup.lines"}\n', "version", "version"),
        (b'{"format":"csegroup.lines","version":"1"}\n', "version", "version"),
        (b'{"format":"csegroup.lines","version":true}\n', "version", "version"),
        (b'{"format":"csegroup.lines","version":0}\n', "version", "version"),
        (b'{"format":"csegroup.lines","version":2}\n', "version", "version"),
        (b'{"format":"csegroup.lines","version":1,"count":7}\n', "count", "unknown_key"),
        (b'{"format":"csegroup.lines","version":1,"version":1}\n', "", "duplicate_key"),
        (b'{"format":"csegroup.lines","version":1.0}\n', "version", "version"),
        (b"[]\n", "", "type"),
        (b"{\n", "", "syntax"),
        (b"\xff\n", "", "encoding"),
        (b"\xef\xbb\xbf" + HEADER, "", "encoding"),
        (b"\x1f\x8b", "", "encoding"),
    ],
)
def test_a_first_line_that_is_wrong_ends_the_reading(first: bytes, path: str, code: str) -> None:
    assert refused(first + RECORD * bool(first)) == [(f"line 1, {path}" if path else "line 1", code)]
    assert len(told(first + b"[]\n")) == 1


def test_a_newer_archive_is_told_what_to_do() -> None:
    (problem,) = told(b'{"format":"csegroup.lines","version":7}\n' + RECORD)
    assert str(problem) == "line 1, version: is 7, newer than the 1 known here; install a newer csegroup"


def test_a_first_line_that_is_a_record_is_read_beside_the_problem_that_it_is_not_the_header() -> None:
    errors: list[LoadError] = []
    assert list(read_lines(io.BytesIO(RECORD + RECORD), on_error=errors.append)) == [PLAIN, PLAIN]
    (error,) = errors
    assert str(error) == ('line 1, format: is missing; the first line is {"format":"csegroup.lines","version":1}')
    assert refused(RECORD) == [("line 1, format", "missing")]


def test_the_keys_of_the_first_line_may_stand_in_any_order() -> None:
    assert read(b' { "version" : 1, "format" : "csegroup.lines" } \r\n' + RECORD) == [PLAIN]


# Lines


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b""])
def test_a_line_ends_as_unix_or_windows_ends_it_and_the_last_one_with_the_file(end: bytes) -> None:
    data = HEADER + RECORD + RECORD
    assert read(data.removesuffix(b"\n").replace(b"\n", b"\r\n" if b"\r" in end else b"\n") + end) == [PLAIN, PLAIN]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (b"\n", [("", "syntax")]),
        (b" \t\r\n", [("", "syntax")]),
        (b"[]\n", [("", "type")]),
        (b"{}\n", [("type", "tag")]),
        (b'{"type":[]}\n', [("type", "tag")]),
        (RECORD.replace(b"meeting", b"style"), [("type", "tag")]),
        (b'{"type":"meeting"}\n', [("id", "missing"), ("body", "missing")]),
        (RECORD.replace(b'"type"', b'"format":"csegroup.meeting","type"'), [("format", "unknown_key")]),
        (
            RECORD.replace(b'"id"', b'"$schema":null,"version":1,"number":"7","id"', 1),
            [("$schema", "unknown_key"), ("version", "unknown_key"), ("number", "type")],
        ),
        (RECORD.replace(b'"id"', b'"type":"meeting","id"', 1), [("", "duplicate_key")]),
        (RECORD.replace(b'"id"', b'"number":7,"number":8,"id"', 1), [("", "duplicate_key")]),
        (RECORD.replace(b'"id"', b'"number":7.5,"id"', 1), [("number", "type")]),
        (RECORD.replace(b'"id"', b'"number":NaN,"id"', 1), [("number", "type")]),
        (RECORD.replace(b'"id"', b'"number":' + b"9" * 5000 + b',"id"', 1), [("", "number")]),
        (RECORD.replace(b"Group", b"\xff"), [("", "encoding")]),
        (RECORD.replace(b"Group", b"\\ud800"), [("body.name.en", "character")]),
        (b"\xef\xbb\xbf" + RECORD, [("", "encoding")]),
        (RECORD[:-2] + b"\n", [("", "syntax")]),
        (RECORD[:-1] + RECORD, [("", "syntax")]),
        (RECORD[:-2] + b',"x":' + b"[" * 100 + b"]" * 100 + b"}\n", [("", "depth")]),
        (b'{"type":"meeting","x":' + b"[" * 3_000_000 + b"\n", [("", "depth")]),
    ],
)
def test_a_line_at_fault_is_told_by_its_number(line: bytes, found: list[tuple[str, str]]) -> None:
    places = [(f"line 3, {path}" if path else "line 3", code) for path, code in found]
    assert refused(HEADER + RECORD + line + RECORD) == places


def test_a_syntax_error_is_told_by_the_column_of_its_line() -> None:
    (problem,) = told(HEADER + RECORD + RECORD.replace(b'"body":', b'"body"'))
    assert problem.path == "line 3"
    assert f"at column {RECORD.index(b':{') + 1}" in problem.message


def test_what_stands_before_a_line_at_fault_is_given_first() -> None:
    reader = read_lines(io.BytesIO(HEADER + RECORD + b"\n" + RECORD))
    assert next(reader) == PLAIN
    with pytest.raises(LoadError, match="line 3: is empty; take the line out"):
        next(reader)


def test_a_function_for_errors_gets_each_and_the_other_lines_are_read() -> None:
    errors: list[LoadError] = []
    wrong = RECORD.replace(b'"id"', b'"number":"7","url":5,"id"', 1)
    data = HEADER + wrong + RECORD + b"\n" + RECORD + wrong
    assert list(read_lines(io.BytesIO(data), on_error=errors.append)) == [PLAIN, PLAIN]
    assert [[problem.path for problem in error.problems] for error in errors] == [
        ["line 2, number", "line 2, url"],
        ["line 4"],
        ["line 6, number", "line 6, url"],
    ]


def test_a_line_may_be_as_long_as_a_document_and_no_longer() -> None:
    data = dumps(PLAIN)
    room = 16 * MIB - len(data)
    longest = HEADER + RECORD.replace(b"}}}\n", b"}}" + b" " * room + b"}\n")
    assert len(longest) < len(HEADER) + 16 * MIB
    assert read(longest + RECORD) == [PLAIN, PLAIN]
    too_long = HEADER + RECORD.removesuffix(b"\n") + b" " * 17 * MIB + b"\n"
    assert [(one.path, one.code) for one in told(too_long + RECORD + b"\n")] == [
        ("line 2", "size"),
        ("line 4", "syntax"),
    ]
    assert [(one.path, one.code) for one in told(too_long.removeprefix(HEADER))] == [
        ("line 1, format", "missing"),
        ("line 1", "size"),
    ]
    assert refused(HEADER.removesuffix(b"\n") + b" " * 17 * MIB + b"\n") == [("line 1", "size")]


def test_a_file_is_read_only_as_far_as_it_is_asked(tmp_path: Path) -> None:
    write_lines(ALL * 100, tmp_path / "a.jsonl")
    with (tmp_path / "a.jsonl").open("rb") as file:
        assert next(iter(read_lines(file))) == FIRST
        assert file.tell() < 2000


def test_a_file_that_is_missing_is_named_when_it_is_read(tmp_path: Path) -> None:
    reader = read_lines(tmp_path / "a.jsonl")
    with pytest.raises(FileNotFoundError) as caught:
        next(reader)
    assert caught.value.filename in {tmp_path / "a.jsonl", str(tmp_path / "a.jsonl")}


# Packed files


def test_a_packed_archive_is_the_same_bytes_each_time(tmp_path: Path) -> None:
    write_lines(ALL, tmp_path / "a.jsonl.gz")
    write_lines(ALL, tmp_path / "𠮷.jsonl.GZ")
    assert (tmp_path / "a.jsonl.gz").read_bytes() == (tmp_path / "𠮷.jsonl.GZ").read_bytes()


@pytest.mark.parametrize("kept", [0.1, 0.5, 0.9])
def test_a_packed_archive_that_is_cut_short_gives_what_it_has_and_tells_the_line(tmp_path: Path, kept: float) -> None:
    numbers = random.Random(7)  # noqa: S311 - no secret
    these = [attrs.evolve(FIRST, id=f"jp/example/{numbers.getrandbits(128):x}") for _ in range(3000)]
    write_lines(these, tmp_path / "a.jsonl.gz")
    data = (tmp_path / "a.jsonl.gz").read_bytes()
    (tmp_path / "a.jsonl.gz").write_bytes(data[: int(len(data) * kept)])
    errors: list[LoadError] = []
    found = list(read_lines(tmp_path / "a.jsonl.gz", on_error=errors.append))
    ((problem,),) = (error.problems for error in errors)
    assert found == these[: len(found)]
    assert found
    assert (problem.path, problem.code) == (f"line {len(found) + 2}", "gzip")


def test_what_is_not_packed_though_its_name_says_so_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl.gz").write_bytes(TEXT)
    (tmp_path / "a.json.gz").write_bytes(dumps(FIRST))
    for reading in (lambda: list(read_lines(tmp_path / "a.jsonl.gz")), lambda: load(tmp_path / "a.json.gz", Meeting)):
        with pytest.raises(LoadError, match="is not what gzip wrote") as caught:
            reading()
        assert caught.value.problems[0].code == "gzip"
    errors: list[LoadError] = []
    assert list(read_lines(tmp_path / "a.jsonl.gz", on_error=errors.append)) == []
    assert [[problem.path for problem in error.problems] for error in errors] == [["line 1"]]


@given(record=st.one_of(strategy.meetings(), strategy.councils(), strategy.styles))
def test_a_record_by_itself_is_packed_by_its_name_too(
    tmp_path_factory: pytest.TempPathFactory, record: Meeting | Council
) -> None:
    file = tmp_path_factory.mktemp("record") / "a.json.gz"
    dump(record, file)
    assert gzip.decompress(file.read_bytes()) == dumps(record) + b"\n"
    assert load(file, type(record)) == record


def test_an_open_file_is_read_and_written_as_it_is(tmp_path: Path) -> None:
    with gzip.open(tmp_path / "a", "wb") as file:
        write_lines(ALL, cast("BinaryIO", file))
    with gzip.open(tmp_path / "a", "rb") as file:
        assert list(read_lines(cast("BinaryIO", file))) == ALL
    with (tmp_path / "a.gz").open("wb") as plain:
        write_lines(ALL, plain)
    assert (tmp_path / "a.gz").read_bytes() == TEXT


# Writing


def test_a_council_and_meetings_stand_in_one_file_in_their_order(tmp_path: Path) -> None:
    write_lines(iter(ALL), tmp_path / "a.jsonl")
    assert list(read_lines(tmp_path / "a.jsonl")) == ALL


@pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl.gz"])
def test_an_archive_may_be_written_over_itself(tmp_path: Path, name: str) -> None:
    write_lines(ALL * 50, tmp_path / name)
    write_lines((one for one in read_lines(tmp_path / name) if one != COUNCIL), tmp_path / name)
    assert list(read_lines(tmp_path / name)) == [FIRST, SECOND, MEETING] * 50


@pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl.gz"])
def test_records_that_raise_leave_the_old_file_and_nothing_else(tmp_path: Path, name: str) -> None:
    def these() -> Iterator[Record]:
        yield from ALL * 50
        yield from read_lines(tmp_path / "会議.jsonl")

    write_lines([FIRST], tmp_path / name)
    before = (tmp_path / name).read_bytes()
    with pytest.raises(FileNotFoundError, match="会議"):
        write_lines(these(), tmp_path / name)
    assert (tmp_path / name).read_bytes() == before
    assert list(tmp_path.iterdir()) == [tmp_path / name]


def test_what_is_no_such_record_is_refused_by_its_place(tmp_path: Path) -> None:
    these: list[object] = [FIRST, MODERN]
    with pytest.raises(InvalidValue) as caught:
        write_lines(these, tmp_path / "a.jsonl")  # type: ignore[arg-type]
    assert str(caught.value) == "records[1]: is a Meeting, a Council or a DatedOrganization, not a Style"
    assert list(tmp_path.iterdir()) == []


def test_a_record_that_could_not_be_read_again_is_not_written() -> None:
    extensions = {f"x-{number}": "長" * 10_000 for number in range(600)}
    large = attrs.evolve(FIRST, extensions=extensions)
    with pytest.raises(InvalidValue, match=re.escape("records[1]: has more than 16 MiB")):
        written([FIRST, large])
    with pytest.raises(LoadError, match="16777216 bytes"):
        loads(dumps(large), Meeting)


# Progress


def test_progress_is_told_after_each_record() -> None:
    done: list[int] = []
    write_lines(ALL, file := io.BytesIO(), progress=done.append)
    assert done == [1, 2, 3, 4]
    done.clear()
    reader = read_lines(io.BytesIO(file.getvalue()), progress=done.append)
    assert [list(done) for _ in reader] == [[], [1], [1, 2], [1, 2, 3]]
    assert done == [1, 2, 3, 4]


@pytest.mark.parametrize(("first", "lines"), [(HEADER, 3), (b"", 2)])
def test_a_line_that_is_left_out_is_done_too(first: bytes, lines: int) -> None:
    done: list[int] = []
    data = first + RECORD + b"\n" + b"{}\n" * (lines - 2)
    list(read_lines(io.BytesIO(data), on_error=lambda _: None, progress=done.append))
    assert done == list(range(1, lines + 1))


def test_progress_that_raises_stops_the_writing(tmp_path: Path) -> None:
    def stop(done: int) -> None:
        if done == 2:
            raise KeyboardInterrupt

    write_lines([FIRST], tmp_path / "a.jsonl")
    with pytest.raises(KeyboardInterrupt):
        write_lines(ALL, tmp_path / "a.jsonl", progress=stop)
    assert list(read_lines(tmp_path / "a.jsonl")) == [FIRST]
    assert list(tmp_path.iterdir()) == [tmp_path / "a.jsonl"]


# In a process of its own

WRITE_AGAIN_AND_AGAIN = """
import sys
from itertools import count
import attrs
import csegroup
from csegroup.example import MEETING
for version in count(1):
    csegroup.json.write_lines([attrs.evolve(MEETING, number=version % 200 + 1)] * 200, sys.argv[1])
    print(version, flush=True)
"""


@pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl.gz"])
def test_a_process_killed_at_any_moment_leaves_a_whole_archive(tmp_path: Path, name: str) -> None:
    moments = random.Random(name)  # noqa: S311 - no secret
    for _ in range(TIMES // 5):
        killed_after(moments.uniform(0, 0.1), WRITE_AGAIN_AND_AGAIN, tmp_path / name)
        found = list(read_lines(tmp_path / name))
        assert (len(found), len(set(map(dumps, found)))) == (200, 1)
    assert all(LEFT.fullmatch(path.name) for path in tmp_path.iterdir() if path.name != name)


PEAK = """
import sys
from pathlib import Path
import csegroup
file = Path(sys.argv[1])
{}
(line,) = (line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM:"))
print(line.split()[1])
"""
COPY = """
filtered = (one for one in csegroup.json.read_lines(file) if one.number % 2)
csegroup.json.write_lines(filtered, file.with_name(f"copy-of-{file.name}"))
"""
LOAD = """
try:
    list(csegroup.json.read_lines(file)) if file.suffixes[0] == ".jsonl" else csegroup.json.load(file, csegroup.Meeting)
except csegroup.LoadError as error:
    assert error.problems[0].code in {"size", "gzip"}, error
else:
    raise AssertionError
"""
linux = pytest.mark.skipif(not os.path.exists("/proc/self/status"), reason="only Linux has /proc/self/status")  # noqa: PTH110


def peak(work: str, file: Path) -> int:
    """Give the most memory that a fresh process needs, in KiB."""
    return int(python("-c", PEAK.format(work), file))


@linux
@pytest.mark.parametrize("ending", [".jsonl", ".jsonl.gz"])
def test_a_filtered_copy_needs_the_same_memory_whatever_its_length(tmp_path: Path, ending: str) -> None:
    peaks, aim = [], {"ja": "目的" * 100}
    for number in (2_000, 20_000):
        file = tmp_path / f"{number}{ending}"
        write_lines((attrs.evolve(PLAIN, aim=aim, number=index % 200 + 1) for index in range(number)), file)
        peaks.append(peak(COPY, file))
        assert sum(1 for _ in read_lines(file.with_name(f"copy-of-{file.name}"))) == number // 2
    assert abs(peaks[1] - peaks[0]) < 2 * 1024


def bomb(file: Path, begin: bytes) -> Path:
    with gzip.open(file, "wb", compresslevel=1) as packed:
        packed.write(begin)
        for _ in range(256):
            packed.write(b" " * MIB)
    return file


@linux
@pytest.mark.parametrize(("name", "begin"), [("a.json.gz", b"{"), ("a.jsonl.gz", HEADER + RECORD[:-1])])
def test_a_small_file_that_is_a_large_one_unpacked_is_refused_in_little_memory(
    tmp_path: Path, name: str, begin: bytes
) -> None:
    file = bomb(tmp_path / name, begin)
    assert file.stat().st_size < 3 * MIB
    assert peak(LOAD, file) < 160 * 1024


def test_the_functions_are_offered_by_the_package() -> None:
    functions: list[Callable[..., object]] = [csegroup.json.read_lines, csegroup.json.write_lines]
    assert functions == [read_lines, write_lines]
