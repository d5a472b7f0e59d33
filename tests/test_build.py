from __future__ import annotations

import os
import shutil
import sys
import sysconfig
import tarfile
import zipfile
from pathlib import Path

import pytest

from catalogues import CATALOGUE, LOCALE, ROOT
from fresh import OFFLINE, environment, pip, python, run

PARTS = ["src", "tests", "docs", "examples", "benchmarks"]
LEFT_OUT = shutil.ignore_patterns("__pycache__", "*.mo", "_build", "*.egg-info", ".*_cache")
PACKAGE = ROOT / "src" / "csegroup"
DATA = {".po", ".pot", ".toml", ".css", ".json", ".jsonl", ".typed"}
WANTED = {file.relative_to(PACKAGE.parent).as_posix() for file in PACKAGE.rglob("*") if file.suffix in {*DATA, ".py"}}
COMPILED = {
    (file.parents[1] / CATALOGUE).with_suffix(".mo").relative_to(PACKAGE.parent).as_posix()
    for file in LOCALE.glob(f"*/{CATALOGUE}")
}
SAY = """
import csegroup
from csegroup.documents import format_program
from csegroup.example import MEETING
print(csegroup.__file__)
print(format_program(MEETING, locale="ja").splitlines()[0])
"""
JAPANESE = "第6回児童の性的搾取等に関する専門家会合　議事概要（仮訳）"


def a_tree(folder: Path) -> Path:
    """Copy the source without what is made from it."""
    tree = folder / "tree"
    tree.mkdir()
    for file in ROOT.iterdir():
        if file.name in PARTS:
            shutil.copytree(file, tree / file.name, ignore=LEFT_OUT)
        elif file.is_file() and (file.suffix in {".md", ".py", ".toml"} or file.name in {"LICENSE", ".gitignore"}):
            shutil.copy(file, tree)
    return tree


def a_wheel(source: Path, folder: Path) -> Path:
    pip("wheel", *OFFLINE, "--wheel-dir", folder, source)
    (wheel,) = folder.glob("*.whl")
    return wheel


def contents(wheel: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(wheel) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return a_wheel(a_tree(tmp_path_factory.mktemp("wheel")), tmp_path_factory.mktemp("wheels"))


@pytest.fixture(scope="module")
def sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build an sdist, and give the folder that it was unpacked into."""
    folder = tmp_path_factory.mktemp("sdist")
    python("-m", "hatchling", "build", "-t", "sdist", "-d", folder, cwd=a_tree(folder))
    (file,) = folder.glob("*.tar.gz")
    with tarfile.open(file) as opened:
        # Before 3.11.4 there is no filter to name.
        opened.extraction_filter = getattr(tarfile, "data_filter", None)
        for member in opened:
            opened.extract(member, folder)
    (unpacked,) = folder.glob("csegroup-*/")
    return unpacked


def test_languages_are_looked_for() -> None:
    assert "csegroup/wording/locale/ja/LC_MESSAGES/csegroup.mo" in COMPILED
    assert {Path(file).suffix for file in WANTED} >= {".po", ".pot", ".toml", ".py", ".typed"}


def test_a_wheel_has_all_catalogues_compiled_and_nothing_strange(wheel: Path) -> None:
    files = {name for name in contents(wheel) if ".dist-info/" not in name}
    assert files == WANTED | COMPILED


def test_a_wheel_says_its_japanese(wheel: Path, tmp_path: Path) -> None:
    pip("install", *OFFLINE, "--target", tmp_path, wheel)
    file, title = run(sys.executable, "-c", SAY, env=environment(tmp_path)).splitlines()
    assert Path(file).is_relative_to(tmp_path)
    assert title == JAPANESE


def test_an_sdist_has_the_source_and_the_tests(sdist: Path) -> None:
    files = {file.relative_to(sdist).as_posix() for file in sdist.rglob("*") if file.is_file()}
    assert {f"src/{name}" for name in WANTED | COMPILED} - files == set()
    assert {"hatch_build.py", "pyproject.toml", "LICENSE", "README.md", "tests/french/pyproject.toml"} - files == set()
    assert {"tests/french/hatch_build.py", f"tests/french/src/csegroup_fr/{CATALOGUE.as_posix()}"} - files == set()


def test_an_sdist_builds_the_same_wheel(sdist: Path, wheel: Path, tmp_path: Path) -> None:
    assert contents(a_wheel(sdist, tmp_path)) == contents(wheel)


def test_an_editable_install_says_its_japanese_from_the_tree(tmp_path: Path) -> None:
    tree, place = a_tree(tmp_path), tmp_path / "venv"
    run(sys.executable, "-m", "venv", "--without-pip", place, env=environment())
    scheme = sysconfig.get_paths("venv", vars={"base": str(place), "platbase": str(place)})
    # What is installed for the tests is found too, behind what is installed here.
    Path(scheme["purelib"], "zz_of_the_tests.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    own = Path(scheme["scripts"], f"python{'.exe' if os.name == 'nt' else ''}")
    pip("--python", own, "install", *OFFLINE, "--editable", tree)
    file, title = run(own, "-c", SAY, env=environment()).splitlines()
    assert Path(file).is_relative_to(tree)
    assert title == JAPANESE
