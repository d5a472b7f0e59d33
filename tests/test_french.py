from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from catalogues import ROOT, stale
from fresh import OFFLINE, pip, python
from golden import golden

PACKAGE = ROOT / "tests" / "french"
PROGRAM = "programs/specialist-group-meeting-2022.fr.txt"
WRITE = """
import sys
from csegroup.documents import format_program
from csegroup.example import MEETING
for locale in sys.argv[1:]:
    print(format_program(MEETING, locale=locale), end="")
"""
SAY = """
import sys
from csegroup.errors import CsegroupError
from csegroup.wording import format_title, languages
from csegroup.example import MEETING
print(*languages())
for locale in sys.argv[1:]:
    try:
        print(format_title(MEETING, locale=locale))
    except CsegroupError as error:
        print(error)
"""


def copied(source: Path, copy: Path) -> Path:
    return Path(shutil.copytree(source, copy, ignore=shutil.ignore_patterns("__pycache__", "*.mo")))


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the package that brings French, and give the folder that it is in."""
    copy, target = tmp_path_factory.mktemp("source") / "french", tmp_path_factory.mktemp("installed")
    pip("install", *OFFLINE, "--target", target, copied(PACKAGE, copy))
    return target


@pytest.fixture(scope="module")
def in_the_tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Add French to a copy of the source, as the how-to says, and give the folder that the copy is in."""
    source = tmp_path_factory.mktemp("tree") / "src"
    copied(ROOT / "src", source)
    locale = source / "csegroup" / "wording" / "locale"
    copied(PACKAGE / "src" / "csegroup_fr", locale / "fr")
    (locale / "fr" / "__init__.py").unlink()
    python("-m", "babel.messages.frontend", "--quiet", "compile", "-d", locale, "-D", "csegroup")
    return source


def test_the_package_compiles_its_catalogue_as_ours_does() -> None:
    assert (PACKAGE / "hatch_build.py").read_bytes() == (ROOT / "hatch_build.py").read_bytes()


def test_the_how_to_shows_the_package_as_it_is() -> None:
    page = (ROOT / "docs" / "how-to" / "translate-into-another-language.md").read_text(encoding="utf-8")
    assert f"```toml\n{(PACKAGE / 'pyproject.toml').read_text(encoding='utf-8')}```\n" in page
    files = {file.relative_to(PACKAGE).as_posix() for file in PACKAGE.rglob("*") if file.is_file()}
    files = {file for file in files if not file.endswith((".mo", ".pyc"))}
    (shown,) = re.findall(r"```none\n(.*?)```", page, re.DOTALL)
    assert {*shown.split()} == files


def test_an_installed_package_has_its_catalogue_compiled(installed: Path) -> None:
    assert stale(installed / "csegroup_fr") == []


def test_a_package_brings_a_language(installed: Path) -> None:
    golden(PROGRAM, python("-c", WRITE, "fr", path=(installed,)).encode())


def test_a_language_in_the_tree_says_the_same(in_the_tree: Path) -> None:
    golden(PROGRAM, python("-c", WRITE, "fr", path=(in_the_tree,)).encode())


@pytest.mark.parametrize("fixture", ["installed", "in_the_tree"])
def test_a_region_falls_back_on_its_language_and_the_others_stay(fixture: str, request: pytest.FixtureRequest) -> None:
    known, *titles = python("-c", SAY, "fr-CA", "fr", "ja", "en", path=(request.getfixturevalue(fixture),)).splitlines()
    assert {"en", "en-GB", "fr", "ja"} <= {*known.split()}
    assert titles == [
        "Specialist Group Meeting on Child Sexual Exploitation (6e réunion)",
        "Specialist Group Meeting on Child Sexual Exploitation (6e réunion)",
        "第6回児童の性的搾取等に関する専門家会合",
        "6th Specialist Group Meeting on Child Sexual Exploitation",
    ]


def test_the_programs_of_other_languages_are_as_they_were(installed: Path) -> None:
    assert python("-c", WRITE, "ja", "en", path=(installed,)) == python("-c", WRITE, "ja", "en")


def test_without_the_package_there_is_no_french() -> None:
    known, error = python("-c", SAY, "fr").splitlines()
    assert {"en", "en-GB", "ja"} <= {*known.split()}
    assert error == f"locale: has no words here for 'fr'; choose one of {', '.join(known.split())}"


WORDS = """
import datetime as dt
from zoneinfo import ZoneInfo
import csegroup as cse
from csegroup.style import COUNCIL, MODERN
from csegroup.wording.dates import when
from csegroup.wording.locales import words_for
from csegroup.wording.phrases import plain
BODY = cse.Organization(id="fr/c", name={"fr": "Comité"})
def say(style, *times):
    start, *end = (dt.datetime(*time, tzinfo=ZoneInfo("Europe/Paris")) for time in times)
    meeting = cse.Meeting(id="fr/a", body=BODY, start=start, end=(end or [None])[0])
    for locale in "fr", "fr-u-hc-h12":
        print(*[plain(line) for line in when(meeting, words_for(locale, style))])
say(COUNCIL, (2022, 2, 8, 14))
say(COUNCIL, (2022, 2, 8, 14, 30), (2022, 2, 8, 17))
say(MODERN, (2022, 2, 8, 9), (2022, 2, 8, 11, 30))
say(COUNCIL, (2022, 2, 8, 12), (2022, 2, 9, 17))
for number in 1, 2, 21:
    print(cse.format_title(cse.Meeting(id="fr/a", body=BODY, number=number), locale="fr"))
"""


def test_french_days_hours_and_numbers_are_french(installed: Path) -> None:
    assert python("-c", WORDS, path=(installed,)).replace("\u00a0", "~").splitlines() == [
        "Le mardi 8 février 2022, à partir de 14~h",
        "Le mardi 8 février 2022, à partir de 2~h de l’après-midi",
        "Le mardi 8 février 2022, de 14~h~30 à 17~h",
        "Le mardi 8 février 2022, de 2~h~30 de l’après-midi à 5~h de l’après-midi",
        "Le mardi 8 février 2022, de 9~h à 11~h~30",
        "Le mardi 8 février 2022, de 9~h à 11~h~30 du matin",
        "Du mardi 8 février 2022 à 12~h au mercredi 9 février 2022 à 17~h",
        "Du mardi 8 février 2022 à midi au mercredi 9 février 2022 à 5~h de l’après-midi",
        "Comité (1re réunion)",
        "Comité (2e réunion)",
        "Comité (21e réunion)",
    ]
