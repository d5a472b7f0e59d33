"""What is wrong with the catalogue of a language, for its translator.

    python tests/catalogues.py FOLDER…

prints the faults of the languages in those folders, and ends with 1 if there are any.
"""

from __future__ import annotations

import datetime as dt
import io
import re
import sys
import tomllib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from string import Formatter

from babel import Locale, UnknownLocaleError, dates
from babel.messages import Catalog
from babel.messages import Message as Entry
from babel.messages.catalog import parse_separated_header
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import read_mo, write_mo
from babel.messages.plurals import get_plural
from babel.messages.pofile import PoFileError, read_po

from csegroup.errors import InvalidValue
from csegroup.style import Calendar, HourCycle, SectionKind, Style
from csegroup.text import check_text
from csegroup.wording import messages, patterns
from csegroup.wording.message import Message

ROOT = Path(__file__).parents[1]
LOCALE = ROOT / "src" / "csegroup" / "wording" / "locale"
TEMPLATE = LOCALE / "csegroup.pot"
CATALOGUE = Path("LC_MESSAGES", "csegroup.po")
# What gettext's own tools need to read the template as UTF-8.
TEMPLATE_HEAD = b"""msgid ""
msgstr ""
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""

Key = tuple[str, str]

_KEYWORDS = {"message": ((1, "c"), 2), "plural_message": ((1, "c"), 2, 3)}
_DAY = dt.date(2022, 2, 8)
_HOUR = dt.time(14, 30)


def key(said: Message) -> Key:
    return said.context, said.text


def _of_forms(forms: Iterable[patterns.Hours]) -> Iterator[Message]:
    for form in forms:
        yield from (*form.twelve, *form.twenty_four, *form.first)


_DAYS = {key(said) for days in (*patterns.DAYS.values(), patterns.YEARS) for said in days.values()}
_HOURS = {key(said) for said in _of_forms(patterns.HOURS.values())}
_WORDS: dict[Key, Callable[[str], object]] = {
    key(patterns.CALENDAR): Calendar,
    **{key(said): HourCycle for said in patterns.HOUR_CYCLE.values()},
}
_IN_ORDER = {
    key(messages.BULLET): re.compile(r"\S+ *\{text\}"),
    key(messages.LIST): re.compile(r"\{list\}.+\{item\}"),
    key(messages.LIST_OF_LISTS): re.compile(r"\{list\}.+\{item\}"),
    key(messages.ADDRESS_BY): re.compile(r"\{title\}.*\S\{speakers\}\S"),
    key(messages.PRESENTED_BY): re.compile(r"\{title\}.*\S\{speakers\}\S"),
}


def template() -> Catalog:
    """Extract the messages from the source, as a template has them."""
    catalogue = Catalog()
    for folder in ("wording", "cli"):
        found = extract_from_dir(
            LOCALE.parents[1] / folder,
            method_map=[("**.py", "python")],
            keywords=_KEYWORDS,
            comment_tags=["Translators:"],
            strip_comment_tags=True,
        )
        for _, _, text, comments, context in found:
            catalogue.add(text, auto_comments=comments, context=context)
    return catalogue


def read(file: Path) -> Catalog:
    with file.open("rb") as opened:
        return read_po(opened, abort_invalid=True)


def entries(catalogue: Catalog) -> dict[Key, Entry]:
    """Give the messages by context and English text; the header is none."""
    return {(entry.context or "", _forms(entry.id)[0]): entry for entry in catalogue if entry.id}


def _forms(text: str | Iterable[str]) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text)


def faults(folder: Path) -> list[str]:
    """Give all that is wrong with the language of a folder, a line each."""
    file = folder / CATALOGUE
    try:
        catalogue = read(file)
    except (OSError, PoFileError, ValueError, UnknownLocaleError) as error:
        return [f"{file}: {error}"]
    # A region has no table, and its catalogue only what differs.
    region = not (folder / "language.toml").exists()
    found = [*_of_head(catalogue), *_of_set(catalogue, region=region)]
    locale = Locale.parse(str(catalogue.locale or "en"))
    for (context, text), entry in entries(catalogue).items():
        found += [f"{context} | {text} | {fault}" for fault in _of_entry((context, text), entry, catalogue, locale)]
    if not region:
        found += [f"language.toml: {fault}" for fault in _of_table(folder / "language.toml")]
    return [f"{file.parents[1].name}: {fault}" for fault in found]


def _of_head(catalogue: Catalog) -> Iterator[str]:
    if catalogue.locale is None:
        yield "the header's Language is none that Babel has the days and months of"
        return
    if catalogue.charset.lower() != "utf-8":
        yield "the header's charset is utf-8"
    if catalogue.fuzzy:
        yield "the header is marked as fuzzy"
    header = {name.lower(): value for name, value in catalogue.mime_headers}
    forms = parse_separated_header(f"x; {header['plural-forms']}").get("nplurals")
    if forms != str(get_plural(catalogue.locale).num_plurals):
        yield f"the header's Plural-Forms are {get_plural(catalogue.locale)}"


def _of_set(catalogue: Catalog, *, region: bool) -> Iterator[str]:
    wanted, there = entries(template()), entries(catalogue)
    if not region:
        yield from (f"{context} | {text} | is missing" for context, text in wanted if (context, text) not in there)
    yield from (f"{context} | {text} | is no message" for context, text in there if (context, text) not in wanted)
    yield from (f"{entry.context} | {_forms(entry.id)[0]} | is obsolete" for entry in catalogue.obsolete.values())


def _of_entry(where: Key, entry: Entry, catalogue: Catalog, locale: Locale) -> Iterator[str]:
    translations = _forms(entry.string or "")
    if entry.fuzzy:
        yield "is fuzzy"
    if not entry.auto_comments:
        yield "has no comment for translators"
    if len(translations) != (catalogue.num_plurals if entry.pluralizable else 1):
        yield f"has {len(translations)} forms, and the language {catalogue.num_plurals}"
    for translation in translations:
        if not translation:
            yield "is not translated"
        else:
            yield from _of_text(where, translation)
            yield from _of_pattern(where, translation, locale)


def _of_text(where: Key, translation: str) -> Iterator[str]:
    english = where[1]
    try:
        same = _fields(translation) == _fields(english)
    except ValueError:
        same = False
    # A language says morning or afternoon with an hour where it likes.
    if not same and not (where in _HOURS and _fields(translation) ^ _fields(english) == {"period"}):
        yield f"has other fields in braces: {translation}"
    bare = translation
    if english.startswith(" "):
        bare = translation.removeprefix(" ")
    if bare != bare.strip():
        yield "has a blank at an end, where the English has none"
    try:
        check_text("the translation", bare.strip())
    except InvalidValue as error:
        yield error.message
    if where in _IN_ORDER and not _IN_ORDER[where].fullmatch(translation):
        yield f"has its fields and marks as in {english}"


def _fields(text: str) -> set[str]:
    return {field for _, field, _, _ in Formatter().parse(text) if field is not None}


def _of_pattern(where: Key, translation: str, locale: Locale) -> Iterator[str]:
    if where in _DAYS:
        yield from _of_letters(translation, "yMLdEc", _DAY, locale)
    if where in _HOURS:
        yield from _of_letters(translation, "hHkKm", _HOUR, locale)
    if where == key(messages.LEVELS):
        try:
            Style(levels={"und": translation})
        except InvalidValue as error:
            yield error.message
    if where in _WORDS:
        try:
            _WORDS[where](translation)
        except ValueError as error:
            yield str(error)


def _of_letters(pattern: str, letters: str, example: dt.date | dt.time, locale: Locale) -> Iterator[str]:
    """Check the letters beside the fields, which are put in piece by piece."""
    for piece, _, _, _ in Formatter().parse(pattern):
        try:
            used = {value[0] for kind, value in dates.tokenize_pattern(piece) if kind == "field"}
            if used - {*letters}:
                wrong = " ".join(sorted(used - {*letters}))
                yield f"has {wrong}, which are letters of LDML; put words between apostrophes: {pattern}"
            else:
                dates.parse_pattern(piece).apply(example, locale)
        except ValueError as error:
            yield f"is no pattern: {error}"


def _of_table(file: Path) -> Iterator[str]:
    try:
        table = tomllib.loads(file.read_text(encoding="utf-8"))
    except ValueError as error:
        yield str(error)
        return
    if table.keys() != {"sections", "wide", "largest_first"}:
        yield "has `sections`, `wide` and `largest_first`, and nothing else"
        return
    yield from (f"{key} is true or false" for key in ("wide", "largest_first") if not isinstance(table[key], bool))
    kinds = [kind for part in table["sections"] for kind in (part if isinstance(part, list) else [part])]
    known = {kind.value for kind in SectionKind} - {"overview"}
    yield from (f"{kind!r} is none of {', '.join(sorted(known))}" for kind in kinds if kind not in known)
    yield from (f"{kind!r} stands there twice" for kind in sorted({*kinds}, key=str) if kinds.count(kind) > 1)


def stale(folder: Path) -> list[str]:
    """Tell whether the compiled catalogue of a folder says something else than its source."""
    source = folder / CATALOGUE
    compiled = source.with_suffix(".mo")
    again = f"compile {source} again: install the package again, or run pybabel compile"
    if not compiled.exists():
        return [f"{compiled} is missing; {again}"]
    fresh = io.BytesIO()
    write_mo(fresh, read(source))
    if _compiled(io.BytesIO(compiled.read_bytes())) == _compiled(io.BytesIO(fresh.getvalue())):
        return []
    return [f"{compiled} is stale; {again}"]


def _compiled(file: io.BytesIO) -> set[tuple[str, str, str]]:
    return {(repr(entry.context), repr(entry.id), repr(entry.string)) for entry in read_mo(file) if entry.id}


if __name__ == "__main__":
    found = [fault for folder in sys.argv[1:] for fault in faults(Path(folder))]
    sys.stdout.writelines(f"{fault}\n" for fault in found)
    sys.exit(bool(found))
