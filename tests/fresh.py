"""Python in a fresh process, with folders on its path."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path


def python(*arguments: str | Path, path: tuple[Path, ...] = (), cwd: Path | None = None) -> str:
    """Run the Python of the tests, with its own path behind those folders, and give what it printed."""
    inherited = tuple(map(Path, filter(None, os.environ.get("PYTHONPATH", "").split(os.pathsep))))
    return run(sys.executable, *arguments, env=environment(*path, *inherited), cwd=cwd)


def environment(*path: Path) -> dict[str, str]:
    others = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    return {**others, "PYTHONUTF8": "1", "PYTHONPATH": os.pathsep.join(map(str, path))}


def run(*command: str | Path, env: Mapping[str, str], cwd: Path | None = None) -> str:
    done = subprocess.run(command, capture_output=True, encoding="utf-8", env=env, cwd=cwd, check=False)  # noqa: S603 - commands of the tests
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def pip(*arguments: str | Path, cwd: Path | None = None) -> str:
    """Run pip without a network, its cache, and the environments that it makes for builds."""
    return python("-m", "pip", "--quiet", "--disable-pip-version-check", "--no-cache-dir", *arguments, cwd=cwd)


OFFLINE = ("--no-deps", "--no-index", "--no-build-isolation")
