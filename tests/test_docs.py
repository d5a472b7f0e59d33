from __future__ import annotations

import ast
import inspect
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

import csegroup

ROOT = Path(__file__).parents[1]
NAMES = [name for name in csegroup.__all__ if not inspect.ismodule(getattr(csegroup, name))]
CLASSES = [name for name in NAMES if inspect.isclass(getattr(csegroup, name))]
MODULES = [
    csegroup,
    csegroup.changes,
    csegroup.directory,
    csegroup.documents,
    csegroup.ical,
    csegroup.json,
    csegroup.pictures,
    csegroup.review,
    csegroup.wording,
]
_CODE_IS_ARGUMENT = {"InvalidValue": 0, "Problem": 1, "_refuse": 0, "_refused": 1, "tell": 1, "problem": 1}


def _page(path: str) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


def _reference() -> str:
    return "\n".join(_page(str(page)) for page in ROOT.glob("docs/reference/*.md"))


def _codes_in(source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        place = _CODE_IS_ARGUMENT.get(name)
        # Where a place is given too, it stands before the code.
        place = 1 if name == "_refuse" and len(node.args) > 2 else place
        code = node.args[place] if place is not None and place < len(node.args) else None
        if isinstance(code, ast.Constant):
            yield str(code.value)


@pytest.mark.parametrize("name", CLASSES)
def test_a_public_class_is_in_the_glossary(name: str) -> None:
    assert f"`~csegroup.{name}`" in _page("docs/glossary.md")


@pytest.mark.parametrize("name", NAMES)
def test_a_public_name_has_its_place_in_the_reference(name: str) -> None:
    assert re.search(rf"^\.\. (auto\w+|py:type):: ([\w.]+\.)?{name}$", _reference(), re.MULTILINE)


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__)
def test_a_public_module_has_a_page_of_its_own(module: ModuleType) -> None:
    assert f": `{module.__name__}`\n" in _reference()


@pytest.mark.parametrize("module", MODULES[1:], ids=lambda module: module.__name__)
def test_what_a_public_module_offers_is_on_a_page(module: ModuleType) -> None:
    assert all(f":: {module.__name__}.{name}\n" in _reference() for name in module.__all__)


def test_every_code_of_a_problem_is_in_the_table_and_no_other() -> None:
    table = re.findall(r"^\| `(\w+)` \|", _page("docs/reference/errors.md"), re.MULTILINE)
    used = {code for file in ROOT.glob("src/**/*.py") for code in _codes_in(file.read_text(encoding="utf-8"))}
    assert table == sorted(used)


def test_the_version_has_a_section_in_the_changelog() -> None:
    version = tomllib.loads(_page("pyproject.toml"))["project"]["version"]
    assert f"\n## [{version}]" in _page("CHANGELOG.md")


def test_the_japanese_readme_has_the_commands_and_the_outputs_of_the_english_one() -> None:
    english, japanese = (
        re.findall(r"```(?:sh|text)\n(.*?)```", _page(page), re.DOTALL) for page in ("README.md", "README.ja.md")
    )
    assert english == japanese
