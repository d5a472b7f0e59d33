from __future__ import annotations

import contextlib
import gzip
import io
import os
import random
import resource
import signal
import stat
import subprocess
import sys
import threading
from collections.abc import Callable, Generator, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import strategies as strategy
from csegroup import LoadError
from csegroup.files import is_packed, packed, read_part, reading, unpacked, write_folder, write_whole
from killed import LEFT, TIMES, killed_after

OLD, NEW = "古い次第\n".encode(), "新しい次第\n".encode() * 1000


def mode_of(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.fixture
def umask() -> Iterator[int]:
    """Set a umask that is not the usual one."""
    usual = os.umask(0o037)
    yield 0o037
    os.umask(usual)


@contextlib.contextmanager
def full_disk() -> Generator[None]:
    """Let no file grow as large as what is written, which stops root as well as anybody; pytest's output too."""
    usual = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (len(NEW) // 2, usual[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, usual)


@pytest.fixture
def pipe(tmp_path: Path) -> Path:
    os.mkfifo(tmp_path / "pipe")
    return tmp_path / "pipe"


def test_a_new_file_is_written_whole(tmp_path: Path) -> None:
    write_whole(tmp_path / "次第.txt", NEW)
    assert (tmp_path / "次第.txt").read_bytes() == NEW


def test_nothing_else_is_left_in_the_folder(tmp_path: Path) -> None:
    write_whole(tmp_path / "a", OLD)
    write_whole(tmp_path / "a", NEW)
    assert list(tmp_path.iterdir()) == [tmp_path / "a"]


@pytest.mark.parametrize("data", [b"", b"\0\xff", OLD])
def test_an_old_file_is_replaced_whatever_its_length(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a").write_bytes(NEW)
    write_whole(str(tmp_path / "a"), data)
    assert (tmp_path / "a").read_bytes() == data


def test_a_name_without_a_folder_is_in_the_current_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write_whole("a", NEW)
    assert (tmp_path / "a").read_bytes() == NEW


@pytest.mark.parametrize("name", ["会" * 85, "👨" * 63, "a" * 255, ".a"], ids=["kanji", "emoji", "ASCII", "hidden"])
def test_a_name_may_be_as_long_as_the_system_takes(tmp_path: Path, name: str) -> None:
    write_whole(tmp_path / name, NEW)
    assert os.listdir(tmp_path) == [name]  # noqa: PTH208 - the name is looked at as it is given back


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o755])
@pytest.mark.usefixtures("umask")
def test_an_old_file_keeps_its_permissions(tmp_path: Path, mode: int) -> None:
    (tmp_path / "a").write_bytes(OLD)
    (tmp_path / "a").chmod(mode)
    write_whole(tmp_path / "a", NEW)
    assert mode_of(tmp_path / "a") == mode


def test_a_new_file_obeys_the_umask(tmp_path: Path, umask: int) -> None:
    write_whole(tmp_path / "a", NEW)
    assert mode_of(tmp_path / "a") == 0o666 & ~umask


@pytest.mark.parametrize("kept", [True, False], ids=["an old target", "a target that is missing"])
def test_a_symbolic_link_is_followed_and_stays(tmp_path: Path, *, kept: bool) -> None:
    (tmp_path / "store").mkdir()
    if kept:
        (tmp_path / "store" / "a").write_bytes(OLD)
    (tmp_path / "link").symlink_to("store/a")
    write_whole(tmp_path / "link", NEW)
    assert (tmp_path / "link").readlink() == Path("store/a")
    assert (tmp_path / "store" / "a").read_bytes() == NEW
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["a", "link", "store"]


def test_a_pipe_is_written_straight(pipe: Path) -> None:
    writer = threading.Thread(target=write_whole, args=(pipe, NEW))
    writer.start()
    assert pipe.read_bytes() == NEW
    writer.join()
    assert pipe.is_fifo()


def test_a_device_is_written_straight() -> None:
    ours, theirs = os.openpty()
    try:
        write_whole(os.ttyname(theirs), b"a program")
        assert os.read(ours, 100) == b"a program"
    finally:
        os.close(ours)
        os.close(theirs)


def in_a_missing_folder(folder: Path) -> Path:
    return folder / "missing" / "a"


def below_a_file(folder: Path) -> Path:
    (folder / "file").write_bytes(OLD)
    return folder / "file" / "a"


def a_folder(folder: Path) -> Path:
    (folder / "folder").mkdir()
    return folder / "folder"


def a_name_that_is_too_long(folder: Path) -> Path:
    return folder / ("会" * 86)


def a_link_to_a_missing_folder(folder: Path) -> Path:
    (folder / "link").symlink_to("missing/a")
    return folder / "link"


HOPELESS = [in_a_missing_folder, below_a_file, a_folder, a_name_that_is_too_long, a_link_to_a_missing_folder]


@pytest.mark.parametrize("prepare", HOPELESS)
def test_a_target_that_cannot_be_written_is_named_as_it_was_given(
    tmp_path: Path, prepare: Callable[[Path], Path]
) -> None:
    target = prepare(tmp_path)
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(OSError, match=r"^\[Errno [0-9]+\] ") as caught:
        write_whole(target, NEW)
    assert caught.value.filename == str(target)
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_keeps_its_files(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(OLD)
    tmp_path.chmod(0o500)
    with pytest.raises(PermissionError) as caught:
        write_whole(tmp_path / "a", NEW)
    tmp_path.chmod(0o700)
    assert caught.value.filename == str(tmp_path / "a")
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [OLD]


def test_a_disk_that_is_full_keeps_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(OLD)
    with pytest.raises(OSError, match="File too large") as caught, full_disk():
        write_whole(tmp_path / "a", NEW)
    assert caught.value.filename == str(tmp_path / "a")
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [OLD]


def test_a_disk_that_is_full_gets_no_new_file(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="File too large"), full_disk():
        write_whole(tmp_path / "a", NEW)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has /dev/full")
def test_a_device_that_is_full_is_named() -> None:
    with pytest.raises(OSError, match="No space left on device") as caught:
        write_whole("/dev/full", NEW)
    assert caught.value.filename == "/dev/full"


# A file that grows over the limit kills the process in the middle of the write, as a power cut would.
WRITE_AND_DIE = """
import resource, signal, sys
from csegroup.files import write_whole
signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
write_whole(sys.argv[1], sys.stdin.buffer.read())
"""
# The interpreter reports what it is about to do to the file system; a signal comes just before it.
DIE_BEFORE = """
import os, sys
from csegroup.files import write_whole
target, action, number = sys.argv[1:]
sys.addaudithook(lambda event, _: os.kill(os.getpid(), int(number)) if event == action else None)
write_whole(target, sys.stdin.buffer.read())
"""


def run(program: str, *arguments: str | Path | int) -> int:
    command = [sys.executable, "-c", program, *map(str, arguments)]
    return subprocess.run(command, input=NEW, capture_output=True, check=False).returncode  # noqa: S603 - own program


def test_a_process_killed_while_it_writes_leaves_the_old_file(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(OLD)
    assert run(WRITE_AND_DIE, tmp_path / "a") == -signal.SIGXFSZ
    assert (tmp_path / "a").read_bytes() == OLD


def test_a_process_killed_when_all_is_written_leaves_the_old_file(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(OLD)
    assert run(DIE_BEFORE, tmp_path / "a", "os.rename", int(signal.SIGKILL)) == -signal.SIGKILL
    assert (tmp_path / "a").read_bytes() == OLD


def test_what_a_killed_process_leaves_beside_a_private_file_is_private(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(OLD)
    (tmp_path / "a").chmod(0o600)
    assert run(DIE_BEFORE, tmp_path / "a", "os.chmod", int(signal.SIGKILL)) in {-signal.SIGKILL, 0}
    assert {mode_of(path) for path in tmp_path.iterdir()} == {0o600}


def test_a_process_that_is_interrupted_takes_away_what_it_began(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(OLD)
    assert run(DIE_BEFORE, tmp_path / "a", "os.rename", int(signal.SIGINT)) == -signal.SIGINT
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [OLD]


WRITE_AGAIN_AND_AGAIN = """
import sys
from itertools import count, repeat
from csegroup.files import write_whole
for version in count():
    write_whole(sys.argv[1], repeat(b"%09d\\n" % version * 100, 1000))
    print(version, flush=True)
"""


def test_a_process_killed_at_any_moment_leaves_one_whole_file(tmp_path: Path) -> None:
    moments = random.Random(17)  # noqa: S311 - no secret
    for _ in range(TIMES):
        killed_after(moments.uniform(0, 0.02), WRITE_AGAIN_AND_AGAIN, tmp_path / "a")
        lines = (tmp_path / "a").read_bytes().splitlines()
        assert (len(lines), len(set(lines))) == (100_000, 1)
    left = [path.name for path in tmp_path.iterdir() if path.name != "a"]
    assert all(map(LEFT.fullmatch, left))
    assert left  # else no moment was in the midst of a file


def test_data_in_pieces_are_one_file(tmp_path: Path) -> None:
    write_whole(tmp_path / "a", (piece for piece in (OLD, b"", NEW)))
    assert (tmp_path / "a").read_bytes() == OLD + NEW


def test_data_in_pieces_are_never_all_in_memory(tmp_path: Path) -> None:
    written = []

    def pieces() -> Iterator[bytes]:
        for _ in range(10):
            yield NEW
            (beside,) = tmp_path.iterdir()
            written.append(beside.stat().st_size)

    write_whole(tmp_path / "a", pieces())
    assert written == sorted(written)
    assert written[4] >= 3 * len(NEW)


@pytest.mark.parametrize(
    "error", [ValueError("次第"), FileNotFoundError(2, "No such file", "次第"), OSError(5, "Fails")]
)
@pytest.mark.parametrize("straight", [True, False], ids=["a pipe", "a file"])
def test_pieces_that_cannot_be_made_raise_their_own_error(
    tmp_path: Path, pipe: Path, error: Exception, *, straight: bool
) -> None:
    def pieces() -> Iterator[bytes]:
        yield NEW
        raise error

    (tmp_path / "a").write_bytes(OLD)
    reader = threading.Thread(target=pipe.read_bytes)
    if straight:
        reader.start()
    with pytest.raises(type(error)) as caught:
        write_whole(pipe if straight else tmp_path / "a", pieces())
    assert caught.value is error
    if straight:
        reader.join()
    assert (tmp_path / "a").read_bytes() == OLD
    assert {path.name for path in tmp_path.iterdir()} == {"a", "pipe"}


def test_pieces_for_a_disk_that_is_full_name_the_file(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="File too large") as caught, full_disk():
        write_whole(tmp_path / "a", iter([OLD, NEW]))
    assert caught.value.filename == str(tmp_path / "a")
    assert list(tmp_path.iterdir()) == []


def test_the_data_are_on_the_disk_before_the_name_and_the_name_before_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    order = []

    def synced(descriptor: int, fsync: Callable[[int], None] = os.fsync) -> None:
        fsync(descriptor)
        kind = "folder" if stat.S_ISDIR(os.fstat(descriptor).st_mode) else "data"
        order.append((kind, (tmp_path / "a").exists()))

    monkeypatch.setattr(os, "fsync", synced)
    write_whole(tmp_path / "a", NEW)
    assert order == [("data", False), ("folder", True)]


def test_a_system_that_does_not_keep_names_in_order_is_none_the_worse(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def only_data(descriptor: int, fsync: Callable[[int], None] = os.fsync) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(22, "Invalid argument")
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", only_data)
    write_whole(tmp_path / "a", NEW)
    assert (tmp_path / "a").read_bytes() == NEW


@given(st.lists(st.binary()))
def test_what_is_packed_is_unpacked_to_the_same(pieces: list[bytes]) -> None:
    data = b"".join(packed(pieces))
    assert gzip.decompress(data) == unpacked(io.BytesIO(data), "a.gz").read() == b"".join(pieces)


def test_no_time_and_no_name_are_packed_in() -> None:
    flags, time = slice(3, 4), slice(4, 8)
    data = b"".join(packed([OLD]))
    assert (data[:2], data[flags], data[time]) == (b"\x1f\x8b", b"\0", b"\0\0\0\0")


@pytest.mark.parametrize(
    ("name", "answer"), [("a.gz", True), ("次第.json.GZ", True), ("a.json", False), ("gz", False), ("a.gz.json", False)]
)
def test_a_name_tells_whether_a_file_is_packed(tmp_path: Path, name: str, *, answer: bool) -> None:
    assert is_packed(name) is is_packed(tmp_path / name) is answer


def test_a_file_is_read_as_its_name_says(tmp_path: Path) -> None:
    for name in ("a", "a.gz"):
        (tmp_path / name).write_bytes(gzip.compress(OLD))
    with reading(tmp_path / "a.gz") as file:
        assert file.read() == OLD
    with reading(str(tmp_path / "a")) as file:
        assert file.read() == gzip.compress(OLD)


WHOLE = b"".join(packed([random.Random(7).randbytes(5000)]))  # noqa: S311 - no secret


@pytest.mark.parametrize(
    "data",
    [
        b"{}",
        WHOLE[:-1],
        WHOLE[:3000],
        WHOLE[:5],
        WHOLE[:-8] + bytes(8),
        WHOLE + b"{}",
        WHOLE[:10] + b"\xff" * 100,
        WHOLE[:2] + b"\x07" + WHOLE[3:],
    ],
    ids=["plain", "end cut", "half", "head", "check sum", "more behind", "no deflate", "another method"],
)
def test_a_packed_file_that_is_broken_is_a_problem(data: bytes) -> None:
    with pytest.raises(LoadError) as caught:
        read_part(unpacked(io.BytesIO(data), "a.gz").read, 100_000)
    (problem,) = caught.value.problems
    assert (problem.path, problem.code) == ("", "gzip")
    assert problem.message.startswith("is not what gzip wrote, or not all of it; ")


@given(
    st.one_of(st.binary(), st.binary().map(lambda tail: WHOLE + tail), st.binary().map(lambda end: WHOLE[:40] + end))
)
def test_any_bytes_are_unpacked_or_a_problem(data: bytes) -> None:
    with contextlib.suppress(LoadError):
        assert isinstance(read_part(unpacked(io.BytesIO(data), "a.gz").read, 100_000), bytes)


def in_folder(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


MARK = "made-by-csegroup.txt"


def test_a_folder_takes_the_place_of_the_one_before_as_a_whole(tmp_path: Path) -> None:
    site = tmp_path / "第６回" / "site"
    write_folder(site, {"ja/index.html": OLD, "ja/古い.html": OLD})
    write_folder(str(site), {"ja/index.html": NEW, "en/index.html": NEW})
    written = in_folder(site)
    assert written.pop(MARK).startswith(b"What csegroup writes next")
    assert written == {"ja/index.html": NEW, "en/index.html": NEW}
    assert [path.name for path in site.parent.iterdir()] == ["site"]
    assert mode_of(site) == mode_of(site / "ja")


def test_an_empty_folder_is_taken_and_another_one_is_left_alone(tmp_path: Path) -> None:
    write_folder(tmp_path, {"index.html": NEW})
    (tmp_path / MARK).unlink()
    error = strategy.refused(write_folder, folder=tmp_path, files={"index.html": OLD})
    assert (error.code, error.field) == ("excluded", "folder")
    assert in_folder(tmp_path) == {"index.html": NEW}


def test_a_link_to_a_folder_stays_one(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "site")
    write_folder(tmp_path / "link", {"index.html": NEW})
    assert (tmp_path / "link").is_symlink()
    assert in_folder(tmp_path / "site")["index.html"] == NEW


@pytest.mark.parametrize(
    "path", ["", "/etc/passwd", "../index.html", "ja/../../x", "ja//x", "ja/.", "ja/", "C:\\x", "x\0"]
)
def test_a_path_that_leads_out_of_the_folder_is_refused(tmp_path: Path, path: str) -> None:
    error = strategy.refused(write_folder, folder=tmp_path / "site", files={"index.html": NEW, path: NEW})
    assert (error.code, error.field) == ("form", "files")
    assert not any(tmp_path.iterdir())


def test_a_path_that_is_a_folder_of_another_is_refused(tmp_path: Path) -> None:
    files = {"ja/a": NEW, "ja/a/b.json": NEW}
    error = strategy.refused(write_folder, folder=tmp_path / "site", files=files)
    assert (error.code, error.field) == ("twice", "files")
    assert error.message == "want one place for 'ja/a' and 'ja/a/b.json'; give one another name"
    assert not any(tmp_path.iterdir())


def test_a_file_in_the_place_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "site").write_bytes(OLD)
    with pytest.raises(OSError, match="site"):
        write_folder(tmp_path / "site", {"index.html": NEW})
    assert (tmp_path / "site").read_bytes() == OLD
