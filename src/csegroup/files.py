"""Writing a file so that it appears whole or not at all, and files that gzip packed."""

from __future__ import annotations

import os
import zlib
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, cast

from csegroup.errors import InvalidValue, LoadError, Problem

__all__ = ["is_packed", "is_yaml", "packed", "read_part", "reading", "unpacked", "write_folder", "write_whole"]

# By this file a folder is known that may be replaced.
_MARK, _MARKED = "made-by-csegroup.txt", b"What csegroup writes next takes the place of this folder.\n"
_GZIP = zlib.MAX_WBITS + 16  # as zlib counts: with the head and the check sum of gzip


def write_whole(path: str | os.PathLike[str], data: bytes | Iterable[bytes]) -> None:
    """Write a file beside its place and move it there; a link is followed, permissions are kept.

    Data in pieces are written as they come, and are never all in memory; where one cannot be made, its error is
    raised and the old file stays. A process that is killed leaves the old file too, and may leave a hidden file
    `.csegroup-` and sixteen hexadecimal digits beside it. What is no regular file (`/dev/null`, a pipe) is written
    straight. Raises `OSError`.
    """
    target = Path(os.path.realpath(path))
    pieces = [data] if isinstance(data, bytes) else _apart(data)
    try:
        if target.exists() and not target.is_file():
            with target.open("wb") as file:
                file.writelines(pieces)
        else:
            _replace(target, pieces)
    except OSError as error:
        raise OSError(error.errno, error.strerror, os.fspath(path)) from error
    except _NotMade as failed:
        raise failed.error from None


def write_folder(folder: str | os.PathLike[str], files: Mapping[str, bytes]) -> None:
    """Write files by their paths into a folder that takes the place of the one before, the whole of it or nothing.

    A path has `/` between its parts. A folder that holds anything is replaced only where this function made it, which
    a file `made-by-csegroup.txt` tells. Raises `InvalidValue` for another folder, for a path that leads out of it, and
    for one that is a folder of another path; and `OSError`.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     write_folder(f"{folder}/site", {"ja/index.html": b"<!DOCTYPE html>"})
    ...     sorted(path.name for path in Path(folder, "site").iterdir())
    ['ja', 'made-by-csegroup.txt']
    """
    from tempfile import TemporaryDirectory  # noqa: PLC0415 - whoever writes one file does not wait for it

    target = Path(os.path.realpath(folder))
    if target.exists() and any(target.iterdir()) and not (target / _MARK).is_file():
        message = f"is {os.fspath(folder)}, which is there and was not made here; name another folder"
        raise InvalidValue("excluded", "folder", message)
    for path in files:
        _check_place(path, files)
    target.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=target.parent, prefix=".csegroup-") as beside:
        for path, data in {**files, _MARK: _MARKED}.items():
            place = Path(beside, "new", path)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(data)
        if target.exists():
            target.rename(Path(beside, "old"))
        Path(beside, "new").rename(target)


def _check_place(path: str, files: Mapping[str, bytes]) -> None:
    parts = path.split("/")
    if not {"", ".", ".."}.isdisjoint(parts) or "\\" in path or "\0" in path:
        raise InvalidValue("form", "files", f"are at paths inside of the folder such as 'ja/index.html', not {path!r}")
    for both in ("/".join(parts[:depth]) for depth in range(1, len(parts))):
        if both in files:
            raise InvalidValue("twice", "files", f"want one place for {both!r} and {path!r}; give one another name")


class _NotMade(Exception):  # noqa: N818 - it carries an error
    """Keeps an error of what makes the pieces apart from those of the file."""

    def __init__(self, error: OSError) -> None:
        self.error = error


def _apart(pieces: Iterable[bytes]) -> Iterator[bytes]:
    try:
        yield from pieces
    except OSError as error:
        raise _NotMade(error) from None


def _replace(target: Path, pieces: Iterable[bytes]) -> None:
    beside = target.with_name(f".csegroup-{os.urandom(8).hex()}")
    try:
        if target.exists():
            mode = target.stat().st_mode & 0o777
            _write_new(beside, pieces, mode)
            beside.chmod(mode)
        else:
            _write_new(beside, pieces, 0o666)
        beside.replace(target)
    except BaseException:
        with suppress(OSError):
            beside.unlink()
        raise
    _keep_name(target.parent)


def _write_new(path: Path, pieces: Iterable[bytes], mode: int) -> None:
    with open(path, "xb", opener=lambda name, flags: os.open(name, flags, mode)) as file:
        file.writelines(pieces)
        file.flush()
        os.fsync(file.fileno())


def _keep_name(folder: Path) -> None:
    """Have the disk keep the new name before anything else is done; not every system has an order for that."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def is_packed(path: str | os.PathLike[str]) -> bool:
    """Tell by its name whether gzip packed a file."""
    return os.fspath(path).lower().endswith(".gz")


def is_yaml(path: str | os.PathLike[str]) -> bool:
    """Tell by its name whether a file is YAML, perhaps packed."""
    return os.fspath(path).lower().removesuffix(".gz").endswith((".yaml", ".yml"))


def packed(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Pack by gzip, with no time and no name inside, so that the same data give the same bytes."""
    packer = zlib.compressobj(wbits=_GZIP)
    yield from map(packer.compress, pieces)
    yield packer.flush()


@contextmanager
def reading(path: str | os.PathLike[str]) -> Generator[BinaryIO]:
    """Open a file to be read, unpacked if its name says that it is packed."""
    with Path(path).open("rb") as file:
        yield unpacked(file, path)


def unpacked(file: BinaryIO, path: str | os.PathLike[str]) -> BinaryIO:
    """Give what is in a file of that name, which stays the caller's to close."""
    if not is_packed(path):
        return file
    import gzip  # noqa: PLC0415 - few files are

    return cast("BinaryIO", gzip.GzipFile(fileobj=file, mode="rb"))


def read_part(read: Callable[[int], bytes], size: int) -> bytes:
    """Read by a method of a file; raises `LoadError` where it is a packed one that is broken."""
    try:
        return read(size)
    except (OSError, EOFError, zlib.error) as error:
        if isinstance(error, OSError) and error.errno is not None:  # a fault of the disk, and not of what was packed
            raise
        message = "is not what gzip wrote, or not all of it; get it again, or take .gz off its name if it is not packed"
        raise LoadError([Problem("", "gzip", message)]) from None
