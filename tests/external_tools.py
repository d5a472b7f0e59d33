"""Programs from Debian, npm or PyPI that some tests need."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

import pytest


def missing(tool: str) -> NoReturn:
    """Skip a test for want of a tool, or fail it where all tools are said to be there."""
    if os.environ.get("CSEGROUP_TOOLS") == "all":
        pytest.fail(f"{tool} is missing")
    pytest.skip(f"{tool} is missing")


def run(command: Sequence[str | Path]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, capture_output=True, check=False, encoding="utf-8", timeout=60)  # noqa: S603 - our own tools
