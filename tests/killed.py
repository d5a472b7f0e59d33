"""Processes that are killed at a random moment, and what they leave behind."""

from __future__ import annotations

import contextlib
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

TIMES = 10 if os.environ.get("HYPOTHESIS_PROFILE", "dev") == "dev" else 50
LEFT = re.compile(r"\.csegroup-[0-9a-f]{16}")


def killed_after(seconds: float, program: str, *arguments: str | Path) -> None:
    """Begin a program that never ends, and kill it so long after it first printed a line."""
    with subprocess.Popen(  # noqa: S603 - a program of the tests
        [sys.executable, "-c", program, *map(str, arguments)], stdout=subprocess.PIPE
    ) as process:
        assert process.stdout
        assert process.stdout.readline()
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(seconds)
        process.kill()
    assert process.returncode == -signal.SIGKILL
