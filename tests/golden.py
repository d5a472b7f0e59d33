"""Golden files: read by eye when they were made, compared byte for byte ever after."""

from __future__ import annotations

import difflib
import os
from pathlib import Path

_FOLDER = Path(__file__).parent / "golden"


def golden(path: str, data: bytes) -> None:
    """Want the bytes of a golden file; GOLDEN_UPDATE=1 in the environment writes it anew, to be read by eye."""
    file = _FOLDER / path
    if os.environ.get("GOLDEN_UPDATE") == "1":
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    expected = file.read_bytes()
    assert data == expected, "\n".join(_changes(path, expected, data))


def _changes(path: str, old: bytes, new: bytes) -> list[str]:
    before, after = (data.decode().splitlines() for data in (old, new))
    return list(difflib.unified_diff(before, after, path, "as it is now", lineterm=""))
