"""Run the examples of the pages and the docstrings; set the profiles of Hypothesis.

A page has one namespace and one folder of its own. A ```text block is what the ```python block before it
printed. In a ```console block each line after a `$` is run, and what stands below it is what it says. `…` stands
for anything. `% skip: next if(missing("tool --version"), reason="…")` leaves out the block below where a tool is
missing.
"""

from __future__ import annotations

import contextlib
import doctest
import io
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from sybil import Example, Sybil
from sybil.document import PythonDocStringDocument
from sybil.evaluators.python import PythonEvaluator
from sybil.parsers.myst import CodeBlockParser, PythonCodeBlockParser, SkipParser
from sybil.parsers.rest import DocTestParser
from sybil.sybil import SybilCollection
from sybil.typing import Parser

_SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]
settings.register_profile("dev", max_examples=25, deadline=None, suppress_health_check=_SLOW)
settings.register_profile("ci", max_examples=200, deadline=None, derandomize=True, suppress_health_check=_SLOW)
settings.register_profile("deep", max_examples=5000, deadline=None, suppress_health_check=_SLOW)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "dev"))


@pytest.fixture(scope="module")
def folder_of_the_page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Stand in an empty folder while the examples of a page run."""
    with contextlib.chdir(tmp_path_factory.mktemp("page")):
        yield


class _Python(PythonEvaluator):
    """Runs a block, and keeps what it printed."""

    def __call__(self, example: Example) -> None:
        with contextlib.redirect_stdout(io.StringIO()) as printed:
            super().__call__(example)
        example.namespace["_printed"] = printed.getvalue()


def _text(example: Example) -> str | None:
    return _difference(example.parsed, example.namespace["_printed"])


def _console(example: Example) -> str | None:
    first, *sessions = f"\n{example.parsed}".split("\n$ ")
    if first or not sessions:
        return "a console block begins with `$ `"
    for session in sessions:
        command, _, wanted = session.partition("\n")
        if difference := _difference(wanted, _run(command).stdout):
            return difference
    return None


def _run(command: str) -> subprocess.CompletedProcess[str]:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(  # noqa: S603 - the commands are those of our own pages
        ["/bin/sh", "-c", command],
        env={**os.environ, "PATH": path, "PYTHONUTF8": "1", "LC_ALL": "C.UTF-8"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )


def _missing(command: str) -> bool:
    """Tell whether a tool is missing, unless all are said to be there, so that its examples then fail."""
    return os.environ.get("CSEGROUP_TOOLS") != "all" and _run(command).returncode != 0


def _offer_missing(namespace: dict[str, object]) -> None:
    namespace["missing"] = _missing


def _difference(wanted: str, got: str) -> str | None:
    example = doctest.Example("", wanted.replace("…", "...").strip("\n"))
    said = got.replace("\r\n", "\n").strip("\n") + "\n"
    checker = doctest.OutputChecker()
    if checker.check_output(example.want or "\n", said, doctest.ELLIPSIS):
        return None
    return checker.output_difference(example, said, 0)


_python = PythonCodeBlockParser()
_python.codeblock_parser = CodeBlockParser("python", _Python())
_parsers: list[Parser] = [_python, CodeBlockParser("text", _text), CodeBlockParser("console", _console), SkipParser()]
_fixtures = ["folder_of_the_page"]
_readme = Sybil(_parsers, filenames=["README.md", "README.ja.md"], fixtures=_fixtures)
_docs = Sybil(_parsers, path="docs", pattern="*.md", fixtures=_fixtures, setup=_offer_missing)
_src = Sybil([DocTestParser()], path="src", pattern="*.py", document_types={".py": PythonDocStringDocument})
pytest_collect_file = SybilCollection([_readme, _docs, _src]).pytest()
