"""From a day as it is printed back to the day, by the same patterns that it is printed with."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import final

import attrs

from csegroup.errors import InvalidValue
from csegroup.style import Calendar, DateForm
from csegroup.text import shown
from csegroup.wording.dates import day_in_words, year_in_words
from csegroup.wording.eras import ERAS, Era, era_of, last_day
from csegroup.wording.locales import words_for
from csegroup.wording.patterns import DAYS, FIRST_YEAR
from csegroup.wording.patterns import ERAS as ERA_NAMES
from csegroup.wording.words import Words

__all__ = ["parse_date"]

# A day has at most so many characters in any language; a longer text is none.
_LONGEST = 100
# A quoted text, one letter once or more, or any other character of an LDML pattern.
_TOKEN = re.compile(r"'((?:[^']|'')+)'|([yMdE])\2*|.", re.DOTALL)
# Stands before a character that would be a letter of a pattern, were it not quoted.
_QUOTED = "'"
_NARROW = {ord(wide): ord(wide) - 0xFEE0 for wide in "０１２３４５６７８９（）"} | {0x3000: " ", 0xA0: " ", 0x202F: " "}


@final
@attrs.frozen(eq=False, repr=False)
class _Reader:
    """A pattern of a language as a regular expression, and the numbers of its months and names of its eras."""

    expression: re.Pattern[str]
    words: Words
    months: dict[str, int]
    weekdays: dict[str, int]
    eras: dict[str, Era]


def parse_date(text: str, *, locale: str | None = None) -> dt.date:
    """Read a day that is written as in a document, with its weekday or without.

    Without a `locale` it is looked for in English and Japanese. Digits and brackets may be of full width. Raises
    `InvalidValue` where there is no such day, where the weekday is another, where two years contradict each other,
    and where an era had not begun or was over.

    >>> parse_date("平成29年10月27日(金)"), parse_date("令和4年(2022年)2月8日")
    (datetime.date(2017, 10, 27), datetime.date(2022, 2, 8))
    """
    if not isinstance(text, str):
        raise InvalidValue("type", "text", f"is a text, not {shown(text)}")
    narrow = " ".join(text.translate(_NARROW).split()).replace("日 (", "日(")
    locales = ("ja", "en", "en-GB") if locale is None else (locale,)
    if len(narrow) <= _LONGEST:
        for reader in (reader for one in locales for reader in _readers(one)):
            if match := reader.expression.fullmatch(narrow):
                return _day(match, reader)
    example = day_in_words(dt.date(2022, 2, 8), words_for(locales[0]))
    raise InvalidValue("day", "text", f"is a day such as {example}, not {shown(text)}")


@lru_cache(maxsize=64)
def _readers(locale: str) -> tuple[_Reader, ...]:
    """Give a reader for each way in which a language writes days; raises `InvalidValue` without words for it."""
    words = words_for(locale)
    months = _names(words, "months")
    weekdays = _names(words, "days")
    eras = {words.text(ERA_NAMES[era.key]).lower(): era for era in ERAS}
    patterns = {words.pieces(DAYS[form][calendar]) for form in DateForm for calendar in Calendar}
    return tuple(
        _Reader(_expression(pieces, words, (months, weekdays, eras)), words, months, weekdays, eras)
        for pieces in sorted(patterns)
    )


def _names(words: Words, what: str) -> dict[str, int]:
    """Give the names of months or weekdays, in all lengths but single letters, which say too little.

    Babel's stand-alone names are left alone: once those of a language without its own are read, other languages have
    them too.
    """
    names = getattr(words.babel, what)["format"]
    return {name.lower(): number for width in ("wide", "abbreviated") for number, name in names[width].items()}


def _expression(
    pieces: tuple[tuple[str, str], ...], words: Words, names: tuple[Iterable[str], Iterable[str], Iterable[str]]
) -> re.Pattern[str]:
    months, weekdays, eras = ("|".join(sorted(map(re.escape, one), key=len, reverse=True)) for one in names)
    parts = {
        "y": r"(?P<y>[0-9]{1,4})",
        "M": r"(?P<M>[0-9]{1,2})",
        "MMMM": f"(?P<month>{months})",
        "d": r"(?P<d>[0-9]{1,2})",
        "E": f"(?P<weekday>{weekdays})",
        "era": f"(?P<era>{eras})",
        "year": f"(?P<year>[0-9]{{1,3}}|{re.escape(words.text(FIRST_YEAR))})",
    }
    tokens = [token for letters, field in pieces for token in (*_tokens(letters), *filter(None, (field,)))]
    start, end = _weekday(tokens)
    written = [parts.get(token) or re.escape(token.removeprefix(_QUOTED)) for token in tokens]
    written[start:end] = ["(?:", *written[start:end], ")?"]
    return re.compile("".join(written), re.IGNORECASE)


def _tokens(letters: str) -> Iterator[str]:
    """Give the parts of an LDML pattern: letters as one of y, M, MMMM, d and E, all else character by character."""
    for token in _TOKEN.finditer(letters):
        if token[1]:
            yield from (_QUOTED + character for character in token[1].replace("''", "'"))
        elif token[2]:
            yield "MMMM" if token[0].startswith("MMM") else token[2]
        else:
            yield token[0].translate(_NARROW)


def _weekday(tokens: list[str]) -> tuple[int, int]:
    """Give where the weekday stands, with the brackets or the comma and the blanks that part it from the rest."""
    start = tokens.index("E")
    end = start + 1
    if tokens[start - 1 : start] == ["("]:
        start, end = start - 1, end + 1
    parting = {",", " "}
    if start == 0:
        while tokens[end] in parting:
            end += 1
    while tokens[start - 1] in parting:
        start -= 1
    return start, end


def _day(match: re.Match[str], reader: _Reader) -> dt.date:
    found = {name: value.lower() for name, value in match.groupdict().items() if value}
    era = reader.eras[found["era"]] if "era" in found else None
    year = int(found["y"]) if "y" in found else 0
    if era:
        first_year = reader.words.text(FIRST_YEAR).lower()
        year = _year(era, 1 if found["year"] == first_year else int(found["year"]), year, found["era"])
    month = reader.months[found["month"]] if "month" in found else int(found["M"])
    try:
        day = dt.date(year, month, int(found["d"]))
    except ValueError:
        raise InvalidValue("day", "text", f"is no day: there is no {year}-{month:02}-{int(found['d']):02}") from None
    if era:
        _check_era(day, era, found["era"], reader.words)
    _check_weekday(day, found.get("weekday"), reader)
    return day


def _year(era: Era, n: int, given: int, name: str) -> int:
    year = era.first.year + n - 1
    if n == 0 or (given and given != year):
        message = f"names two years: year {n} of {name} is {year}, not {given}" if n else f"names a year 0 of {name}"
        raise InvalidValue("era", "text", message)
    return year


def _check_era(day: dt.date, era: Era, name: str, words: Words) -> None:
    """Refuse a day under another era than its own, as 昭和64年 goes on being written after its last day."""
    right, _ = era_of(day, field="text")
    if right != era:
        ends = f"begins on {era.first}" if day < era.first else f"ends on {last_day(era)}"
        year = year_in_words(day, attrs.evolve(words, calendar=Calendar.JAPANESE))
        raise InvalidValue("era", "text", f"is {day}, and {name} {ends}; write {year}")


def _check_weekday(day: dt.date, name: str | None, reader: _Reader) -> None:
    if name and reader.weekdays[name] != day.weekday():
        right = reader.words.babel.days["format"]["wide"][day.weekday()]
        raise InvalidValue("weekday", "text", f"is {day}, which is a {right}, not {shown(name)}")
