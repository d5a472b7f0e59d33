"""Writing a file so that it appears whole or not at all."""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from pathlib import Path

__all__ = ["write_whole"]


def write_whole(path: str | os.PathLike[str], data: bytes) -> None:
    """Write a file beside its place and move it there; a link is followed, permissions are kept.

    What is no regular file (`/dev/null`, a pipe) is written straight. Raises `OSError`.
    """
    target = Path(os.path.realpath(path))
    try:
        if target.exists() and not target.is_file():
            target.write_bytes(data)
        else:
            _replace(target, data)
    except OSError as error:
        raise OSError(error.errno, error.strerror, os.fspath(path)) from error


def _replace(target: Path, data: bytes) -> None:
    beside = target.with_name(f".csegroup-{secrets.token_hex(8)}")
    try:
        if target.exists():
            mode = target.stat().st_mode & 0o777
            _write_new(beside, data, mode)
            beside.chmod(mode)
        else:
            _write_new(beside, data, 0o666)
        beside.replace(target)
    except BaseException:
        with suppress(OSError):
            beside.unlink()
        raise


def _write_new(path: Path, data: bytes, mode: int) -> None:
    with open(path, "xb", opener=lambda name, flags: os.open(name, flags, mode)) as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
