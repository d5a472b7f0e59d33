from __future__ import annotations

import datetime as dt
import importlib
import io
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from zoneinfo import ZoneInfo

import attrs
import pytest
from babel.messages import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import write_po

import csegroup.wording.catalogues
import csegroup.wording.locales
import csegroup.wording.parsing
from catalogues import CATALOGUE, LOCALE, ROOT, TEMPLATE, TEMPLATE_HEAD, entries, faults, read, stale, template
from csegroup.documents import format_program
from csegroup.errors import CsegroupError
from csegroup.example import MEETING
from csegroup.style import COUNCIL, MODERN, STYLES, Style
from csegroup.wording.dates import year_in_words
from csegroup.wording.locales import words_for
from csegroup.wording.messages import MINUTES

FRENCH = ROOT / "tests" / "french" / "src" / "csegroup_fr"
SHIPPED = sorted(file.parents[1] for file in LOCALE.glob(f"*/{CATALOGUE}"))
TABLE = 'sections = ["aim", "program"]\nwide = false\nlargest_first = false\n'


def folders(*of: Path) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("folder", of, ids=lambda folder: folder.name)


def written(catalogue: Catalog, **options: bool) -> bytes:
    file = io.BytesIO()
    write_po(file, catalogue, no_location=True, width=1000, **options)
    return file.getvalue()


def test_the_template_is_what_the_source_says() -> None:
    catalogue = template()
    lines = written(catalogue, omit_header=True)
    if os.environ.get("GOLDEN_UPDATE") == "1":
        TEMPLATE.write_bytes(TEMPLATE_HEAD + lines)
    assert TEMPLATE.read_bytes() == TEMPLATE_HEAD + lines, "GOLDEN_UPDATE=1 writes the template anew"


def test_every_message_is_said_for_one_use_only() -> None:
    catalogue = template()
    ids = [(entry.context, entry.id) for entry in catalogue if entry.id]
    assert len(ids) == len({*ids}) == len(entries(catalogue)) > 100


def test_languages_are_shipped() -> None:
    assert {folder.name for folder in SHIPPED} >= {"en_GB", "ja"}


@folders(*SHIPPED, FRENCH)
def test_a_catalogue_has_no_faults(folder: Path) -> None:
    assert faults(folder) == []


@folders(*SHIPPED)
def test_the_folder_of_a_language_has_the_name_that_its_catalogue_has(folder: Path) -> None:
    assert str(read(folder / CATALOGUE).locale) == folder.name


@folders(*SHIPPED)
def test_a_compiled_catalogue_is_not_stale(folder: Path) -> None:
    assert stale(folder) == []


def french(tmp_path: Path, change: str = "", by: str = "") -> Path:
    """Copy the French catalogue, with a text in it changed."""
    folder = tmp_path / "fr"
    (folder / "LC_MESSAGES").mkdir(parents=True)
    before = (FRENCH / CATALOGUE).read_text(encoding="utf-8")
    assert change in before
    (folder / CATALOGUE).write_text(before.replace(change, by, 1), encoding="utf-8")
    (folder / "language.toml").write_bytes((FRENCH / "language.toml").read_bytes())
    return folder


COMMENT = "#. Who attends a meeting.\n"
OTHERS = 'msgctxt "attendees"\nmsgid "Others"\nmsgstr "Autres"\n'


@pytest.mark.parametrize(
    ("change", "by", "fault"),
    [
        (OTHERS, "", "attendees | Others | is missing"),
        (OTHERS, OTHERS + '\n#. New.\nmsgid "New"\nmsgstr "Nouveau"\n', " | New | is no message"),
        (OTHERS, OTHERS + '\n#~ msgid "Old"\n#~ msgstr "Ancien"\n', "None | Old | is obsolete"),
        (COMMENT + OTHERS, COMMENT + "#, fuzzy\n" + OTHERS, "attendees | Others | is fuzzy"),
        (COMMENT + OTHERS, OTHERS, "attendees | Others | has no comment for translators"),
        ('"Autres"', '""', "attendees | Others | is not translated"),
        ('"Autres"', '"Autres\u00a0"', "has a blank at an end"),
        ('" (en {language})"', '"\u00a0(en {language})"', "has a blank at an end"),
        ('"Autres"', '"Au\u202etres"', "U+202E"),
        ('"Adoption"', '"Adopte\u0301"', "not composed"),
        ('"Autres"', '"Autres {n}"', "has other fields in braces"),
        ('"Autres"', '"Autres {"', "has other fields in braces"),
        ('"{n}\u00a0minutes"', '"plusieurs minutes"', "has other fields in braces"),
        ('"– {text}"', '"{text} –"', "has its fields and marks as in - {text}"),
        ('msgstr "{list}, {item}"', 'msgstr "{item}, {list}"', "has its fields and marks as in {list}, {item}"),
        ('msgstr "{title} ({speakers})"', 'msgstr "{title}, par {speakers}"', "as in {title} ({speakers})"),
        ('"I. A. 1. a)"', '"I. %. 1. a)"', "a mark counts by one of"),
        ('"EEEE d MMMM y"', '"EEEE d de MMMM y"', None),
        ('"EEEE d MMMM y"', '"EEEE n d MMMM h y"', "has h, which are letters of LDML"),
        ('"EEEE d MMMM y"', '"EEEE dddd MMMM y"', "is no pattern"),
        ('"EEEE d MMMM y"', "\"H 'h' mm\"", "has H m, which"),
        ("\"H\u00a0'h'\"", '"H heures"', "letters of LDML"),
        ('msgid "gregory"\nmsgstr "gregory"', 'msgid "gregory"\nmsgstr "grégorien"', "'grégorien'"),
        ('msgid "h12"\nmsgstr "h23"', 'msgid "h12"\nmsgstr "24"', "'24'"),
        ("nplurals=2; plural=(n > 1)", "nplurals=3; plural=(n > 1)", "the header's Plural-Forms are nplurals=2"),
        ("charset=utf-8", "charset=iso-8859-15", "charset"),
        ("Language: fr", "Language: zz", "none that Babel has"),
        ("nplurals=2", "nplurals=two", "csegroup.po: "),
    ],
)
def test_a_fault_of_a_catalogue_is_found(tmp_path: Path, change: str, by: str, fault: str | None) -> None:
    found = "\n".join(faults(french(tmp_path, change, by)))
    assert (fault in found) if fault else found
    assert faults(french(tmp_path / "unchanged")) == []


@pytest.mark.parametrize(
    ("table", "fault"),
    [
        ("sections = [", "language.toml: "),
        ('sections = ["aim"]', "has `sections`, `wide"),
        ('sections = ["aim"]\nwide = "no"\nlargest_first = false', "wide is true or false"),
        ('sections = ["aims"]\nwide = false\nlargest_first = false', "'aims' is none of aim, "),
        ('sections = ["aim", ["program", "aim"]]\nwide = false\nlargest_first = false', "'aim' stands there twice"),
    ],
)
def test_a_fault_of_a_table_is_found(tmp_path: Path, table: str, fault: str) -> None:
    folder = french(tmp_path)
    (folder / "language.toml").write_text(table, encoding="utf-8")
    assert fault in "\n".join(faults(folder))


def test_a_region_needs_no_message_but_has_none_that_is_unknown(tmp_path: Path) -> None:
    folder = french(tmp_path, COMMENT + OTHERS)
    (folder / "language.toml").unlink()
    assert faults(folder) == []


def test_a_folder_without_a_catalogue_is_a_fault(tmp_path: Path) -> None:
    assert "csegroup.po" in faults(tmp_path)[0]


def test_a_stale_catalogue_says_what_to_do(tmp_path: Path) -> None:
    folder = french(tmp_path)
    assert "is missing; compile" in stale(folder)[0]
    with (folder / CATALOGUE).with_suffix(".mo").open("wb") as compiled:
        write_mo(compiled, read(folder / CATALOGUE))
    assert stale(folder) == []
    source = folder / CATALOGUE
    source.write_text(source.read_text(encoding="utf-8").replace("Autres", "Divers"), encoding="utf-8")
    assert "install the package again" in stale(folder)[0]


def test_faults_are_printed_for_a_translator(tmp_path: Path) -> None:
    folder = french(tmp_path, '"Autres"', '""')
    script = ROOT / "tests" / "catalogues.py"
    done = subprocess.run([sys.executable, script, folder], capture_output=True, encoding="utf-8", check=False)  # noqa: S603 - our own
    assert (done.returncode, done.stdout) == (1, "fr: attendees | Others | is not translated\n")


@pytest.mark.parametrize("style", STYLES.values(), ids=STYLES)
@pytest.mark.parametrize("hours", ["h12", "h23"])
@pytest.mark.parametrize("calendar", ["gregory", "japanese"])
@pytest.mark.parametrize("tag", ["en", *(folder.name.replace("_", "-") for folder in SHIPPED)])
def test_every_day_and_span_of_a_shipped_language_can_be_written(
    tag: str, calendar: str, hours: str, style: Style
) -> None:
    start = dt.datetime(2022, 2, 8, 9, 30, tzinfo=ZoneInfo("Asia/Tokyo"))
    for length in (dt.timedelta(hours=2), dt.timedelta(hours=2, minutes=30), dt.timedelta(hours=7), dt.timedelta(1)):
        meeting = attrs.evolve(MEETING, start=start, end=start + length)
        locale = f"{tag}-u-ca-{calendar}-hc-{hours}"
        program = format_program(meeting, locale=locale, style=style)
        assert year_in_words(start.date(), words_for(locale, style)) in program


# What another package may bring, and what is said of it.


def package(folder: Path, tag: str = "fr", value: str = "words_fr", table: str = TABLE) -> Catalog:
    """Put a package on the path that brings a language, and give its catalogue, to be spoiled."""
    files = folder / "words_fr"
    (files / "LC_MESSAGES").mkdir(parents=True)
    (files / "__init__.py").touch()
    (files / "language.toml").write_text(table, encoding="utf-8")
    info = folder / "words_fr-1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: words-fr\nVersion: 1\n", encoding="utf-8")
    (info / "entry_points.txt").write_text(f"[csegroup.locales]\n{tag} = {value}\n", encoding="utf-8")
    catalogue = read(FRENCH / CATALOGUE)
    compile_into(folder, catalogue)
    return catalogue


def compile_into(folder: Path, catalogue: Catalog) -> None:
    with (folder / "words_fr" / CATALOGUE).with_suffix(".mo").open("wb") as compiled:
        write_mo(compiled, catalogue)


@pytest.fixture(autouse=True)
def _nothing_remembered(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let each test bring its own packages, and forget them behind it."""
    monkeypatch.setattr(sys, "path", [*sys.path])
    _forget()
    yield
    _forget()


def _forget() -> None:
    sys.modules.pop("words_fr", None)
    importlib.invalidate_caches()
    for module in (csegroup.wording.catalogues, csegroup.wording.locales, csegroup.wording.parsing):
        for value in vars(module).values():
            if hasattr(value, "cache_clear"):
                value.cache_clear()


def said(folder: Path, locale: str = "fr") -> str:
    """Write programs where that package is installed."""
    sys.path.insert(0, str(folder))
    return "".join(format_program(MEETING, locale=locale, style=style) for style in (COUNCIL, MODERN))


def refusal(folder: Path, locale: str = "fr") -> str:
    with pytest.raises(CsegroupError) as caught:
        said(folder, locale)
    assert len(str(caught.value).splitlines()) == 1
    return str(caught.value)


def test_a_language_of_another_package_is_said(tmp_path: Path) -> None:
    package(tmp_path)
    assert said(tmp_path).startswith("Compte rendu\u00a0: ")


def test_the_catalogue_is_said_to_be_missing(tmp_path: Path) -> None:
    package(tmp_path)
    (tmp_path / "words_fr" / CATALOGUE).with_suffix(".mo").unlink()
    error = refusal(tmp_path)
    assert "words_fr: the file LC_MESSAGES/csegroup.mo of the language 'fr' is missing" in error
    assert "compile" in error


def spoil(where: tuple[str, str], by: str) -> Callable[[Catalog], None]:
    def change(catalogue: Catalog) -> None:
        entries(catalogue)[where].string = by

    return change


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (spoil(("heading", "Aim"), "{aim}"), ["'heading', 'Aim'", "other fields in braces"]),
        (spoil(("heading", "Aim"), "Objet {"), ["'heading', 'Aim'", "other fields in braces"]),
        (spoil(("title", "Details on the {title}"), "Compte rendu"), ["'title'", "other fields in braces"]),
        (spoil(("marks of levels", "1 (1) (a)"), "% 1"), ["'marks of levels'", "'%'"]),
        (spoil(("calendar", "gregory"), "grégorien"), ["'calendar'", "grégorien", "gregory"]),
        (spoil(("hour cycle, modern", "h12"), "24"), ["'hour cycle, modern'", "24", "h23"]),
        (spoil(("day, modern", "EEEE, MMMM d, y"), "dddd"), ["'day, modern'", "dddd"]),
        (spoil(("full hour of 24, modern", "HH:mm"), "EEEE"), ["'full hour of 24, modern'", "EEEE"]),
    ],
    ids=["fields", "brace", "left out", "levels", "calendar", "hours", "letters of a day", "letters of an hour"],
)
def test_a_translation_that_cannot_be_used_is_named(
    tmp_path: Path, change: Callable[[Catalog], None], words: list[str]
) -> None:
    catalogue = package(tmp_path)
    change(catalogue)
    compile_into(tmp_path, catalogue)
    error = refusal(tmp_path)
    assert [word for word in ["catalogue of 'fr'", *words] if word not in error] == []


@pytest.mark.parametrize(
    "content", [b"", b"no catalogue", b"\xde\x12\x04\x95" + bytes(8)], ids=["empty", "text", "cut"]
)
def test_a_file_that_is_no_compiled_catalogue_is_named(tmp_path: Path, content: bytes) -> None:
    package(tmp_path)
    (tmp_path / "words_fr" / CATALOGUE).with_suffix(".mo").write_bytes(content)
    error = refusal(tmp_path)
    assert "LC_MESSAGES/csegroup.mo" in error
    assert "'fr'" in error


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ("sections = [", ["at end of document"]),
        ("wide = false\nlargest_first = false", ["sections"]),
        ('sections = ["aim"]', ["wide"]),
        ('sections = ["aim", "lunch"]\nwide = false\nlargest_first = false', ["lunch", "date_and_place"]),
        ('sections = ["aim", ["lunch"]]\nwide = false\nlargest_first = false', ["lunch", "date_and_place"]),
        ('sections = ["aim", []]\nwide = false\nlargest_first = false', ["overview"]),
        ('sections = ["overview"]\nwide = false\nlargest_first = false', ["overview", "parts"]),
        ("sections = 5\nwide = false\nlargest_first = false", ["sections"]),
        ('sections = ["aim"]\nwide = "yes"', ["wide"]),
        ('sections = ["aim", "aim"]\nwide = false\nlargest_first = false', ["twice"]),
        (f"{TABLE}colour = 1\nbold = true\n", ["has bold, colour; its keys are sections, wide, largest_first"]),
    ],
)
def test_a_table_that_cannot_be_used_is_named(tmp_path: Path, table: str, words: list[str]) -> None:
    package(tmp_path, table=table)
    error = refusal(tmp_path)
    assert [word for word in ["language.toml", "'fr'", *words] if word not in error] == []


def test_a_table_that_is_missing_is_named(tmp_path: Path) -> None:
    package(tmp_path)
    (tmp_path / "words_fr" / "language.toml").unlink()
    assert "words_fr: the file language.toml of the language 'fr' is missing" in refusal(tmp_path)


def test_a_language_that_babel_does_not_know_is_named(tmp_path: Path) -> None:
    package(tmp_path, tag="qaa")
    assert "'qaa' is no language that Babel has the days and months of" in refusal(tmp_path, "qaa")


@pytest.mark.parametrize(("name", "word"), [("fr_FR", "'fr_FR'"), ("FR", "'fr'"), ("french words", "BCP 47")])
def test_a_name_that_is_no_tag_is_refused(tmp_path: Path, name: str, word: str) -> None:
    package(tmp_path, tag=name)
    error = refusal(tmp_path)
    assert "csegroup.locales, words_fr: " in error
    assert word in error


@pytest.mark.parametrize("value", ["no_such_module", "no.such.module", "words_fr:nothing", "words_fr.nothing"])
def test_a_module_that_is_not_there_is_named(tmp_path: Path, value: str) -> None:
    package(tmp_path, value=value)
    error = refusal(tmp_path)
    assert value.partition(":")[0] in error
    assert "'fr'" in error


def test_a_module_that_fails_is_named(tmp_path: Path) -> None:
    package(tmp_path)
    (tmp_path / "words_fr" / "__init__.py").write_text("raise RuntimeError('日本')", encoding="utf-8")
    error = refusal(tmp_path)
    assert "words_fr" in error
    assert "'fr'" in error


def test_what_is_shipped_does_not_look_at_what_others_bring(tmp_path: Path) -> None:
    package(tmp_path, tag="fr_FR")
    assert said(tmp_path, "en").startswith("Details on the ")


def test_another_package_does_not_replace_what_is_shipped(tmp_path: Path) -> None:
    package(tmp_path, tag="ja")
    assert said(tmp_path, "ja").startswith("第6回")


def test_a_region_is_brought_with_what_differs(tmp_path: Path) -> None:
    package(tmp_path, tag="en-AU")
    (tmp_path / "words_fr" / "language.toml").unlink()
    said_there = Catalog(locale="en_AU")
    said_there.add("Aim", "Purpose", context="heading")
    compile_into(tmp_path, said_there)
    program = said(tmp_path, "en-AU-x-ours")
    assert "Purpose" in program
    assert "2 Overview" in program
    assert csegroup.wording.languages()[-1] == "en-AU"


def test_a_day_with_words_of_the_language_in_it_is_read_back(tmp_path: Path) -> None:
    catalogue = package(tmp_path)
    spoil(("day, modern", "EEEE, MMMM d, y"), "EEEE d MMMM 'de l''an' y")(catalogue)
    compile_into(tmp_path, catalogue)
    sys.path.insert(0, str(tmp_path))
    text = csegroup.wording.format_day(dt.date(2022, 2, 8), locale="fr", style=MODERN)
    assert text == "mardi 8 février de l'an 2022"
    assert csegroup.wording.parse_date(text, locale="fr") == dt.date(2022, 2, 8)


def test_a_plural_is_said_by_the_rule_of_the_language(tmp_path: Path) -> None:
    package(tmp_path)
    sys.path.insert(0, str(tmp_path))
    words = csegroup.wording.locales.words_for("fr")
    assert [words.count(MINUTES, n) for n in (1, 2)] == ["1\u00a0minute", "2\u00a0minutes"]
