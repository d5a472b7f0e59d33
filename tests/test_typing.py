from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent / "typing"
WHY = "the extra `dev` installs it, `test` does not"


def _report(*command: str | Path) -> str:
    run = [sys.executable, "-m", *command]
    done = subprocess.run(run, cwd=FOLDER.parent.parent, capture_output=True, check=False, encoding="utf-8")  # noqa: S603 - a checker and our own files
    return "" if done.returncode == 0 else done.stdout + done.stderr


@pytest.mark.parametrize("name", ["passes.py", "fails.py"])
def test_mypy_takes_what_must_pass_and_nothing_else(name: str) -> None:
    pytest.importorskip("mypy", reason=WHY)
    assert _report("mypy", "--strict", FOLDER / name) == ""


def test_pyright_takes_what_must_pass_and_nothing_else() -> None:
    pytest.importorskip("pyright", reason=WHY)
    assert _report("pyright", "--pythonpath", sys.executable, "--project", FOLDER) == ""
