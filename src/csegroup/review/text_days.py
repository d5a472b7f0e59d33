"""Days and fiscal years that texts name, as they are written and as they are read."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple, final

from csegroup.wording.eras import ERAS, Era, last_day

__all__ = ["WEEKDAYS", "NamedDay", "days_without_years", "fiscal_years", "impossible_days", "named_days", "narrow"]

WEEKDAYS: Final = "月火水木金土日"
_ENGLISH_WEEKDAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_NARROW: Final = {ord(wide): ord(wide) - 0xFEE0 for wide in "０１２３４５６７８９（）：／"}
_ERAS: Final[dict[str, Era]] = dict(zip(("明治", "大正", "昭和", "平成", "令和"), ERAS, strict=True))
_JAPANESE: Final = re.compile(
    r"(?P<year>(?:(?P<era>明治|大正|昭和|平成|令和) ?(?P<of>元|[0-9]{1,4})|(?P<western>[0-9]{4}))"
    r"年(?P<fiscal>度)?(?:[(](?P<other>[0-9]{4})年[)]|[(][^()]{4,6}年[)])?)? ?(?<![0-9])"
    "(?P<rest>(?P<month>[0-9]{1,2})月 ?(?P<day>[0-9]{1,2})日)(?!間)"
    " ?(?:[(](?P<weekday>[月火水木金土日])(?:曜日?)?[^()]{0,3}[)])?"
)
_MONTHS: Final = tuple(calendar.month_name)[1:]
_MONTH = f"(?P<month>{'|'.join(f'{name[:3]}(?:{name[3:]})?' if name[3:] else name for name in _MONTHS)}|Sept)\\.?"
_WEEKDAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b\.?"
_AROUND = (rf"\b(?:(?P<first>{_WEEKDAY}),? )?", rf"(?:,? [(]?(?P<last>{_WEEKDAY})[)]?)?")
_ENGLISH: Final = tuple(
    re.compile(_AROUND[0] + pattern + _AROUND[1])
    for pattern in (
        rf"{_MONTH} (?P<day>[0-9]{{1,2}}), (?P<western>[0-9]{{4}})\b",
        rf"(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)? {_MONTH} (?P<western>[0-9]{{4}})\b",
    )
)


@final
class NamedDay(NamedTuple):
    """A day with its year, as a text has it; `day` is what is meant, `is_right` whether all of it says so.

    `era` is the era of a day that it had not any more, which was right while nobody knew.
    """

    written: str
    day: dt.date
    is_right: bool
    era: Era | None = None


def narrow(written: str) -> str:
    """Write digits and brackets of full width with half of it."""
    return written.translate(_NARROW)


@lru_cache(maxsize=4096)
def named_days(written: str) -> tuple[NamedDay, ...]:
    """Give the days that a text names with their years; those that there are not are left out."""
    if not any(character.isdigit() for character in written):
        return ()
    japanese = _JAPANESE.finditer(narrow(written)) if "月" in written else ()
    found = [_japanese_day(match) for match in japanese if match["year"] and not match["fiscal"]]
    found += [_english_day(match) for expression in _ENGLISH for match in expression.finditer(written)]
    return tuple(one for one in found if one)


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _japanese_day(match: re.Match[str]) -> NamedDay | None:
    era = _ERAS[match["era"]] if match["era"] else None
    year = era.first.year - 1 + (1 if match["of"] == "元" else int(match["of"])) if era else int(match["western"])
    day = _date(year, int(match["month"]), int(match["day"]))
    if day is None:
        return None
    right = (match["weekday"] or WEEKDAYS[day.weekday()]) == WEEKDAYS[day.weekday()]
    right = right and int(match["other"] or year) == year and not (era and day < era.first)
    return NamedDay(match[0].strip(), day, right, era if era and _is_over(era, day) else None)


def _is_over(era: Era, day: dt.date) -> bool:
    """Tell whether a day is behind the last of an era, on which the next one began."""
    last = last_day(era)
    return last is not None and day > last + dt.timedelta(days=1)


def _english_day(match: re.Match[str]) -> NamedDay | None:
    day = _date(int(match["western"]), _month(match["month"]), int(match["day"]))
    weekday = match["first"] or match["last"]
    if day is None:
        return None
    return NamedDay(match[0], day, not weekday or weekday.startswith(_ENGLISH_WEEKDAYS[day.weekday()]))


def _month(name: str) -> int:
    return next(number for number, month in enumerate(_MONTHS, 1) if month.startswith(name[:3]))


def days_without_years(written: str) -> Iterator[re.Match[str]]:
    """Give the Japanese days of a text without their year: groups month, day, weekday and rest."""
    if "月" in written:
        yield from (match for match in _JAPANESE.finditer(narrow(written)) if not match["year"])


_NO_MONTH: Final = re.compile(
    "(?:令和|平成|昭和|大正|明治) ?0年|(?<![0-9第])(?:2[5-9]|[3-9][0-9])時(?![間限点代])|"
    "(?<![0-9])[0-9]{1,2}時 ?(?:[6-9][0-9])分|(?<![0-9:.])2[5-9]:00(?![0-9:])"
)
_BY_NUMBERS: Final = re.compile(
    r"(?<![0-9A-Za-z/.-])(?P<western>(?:19|20)[0-9]{2})([-/])(?P<month>[0-9]{2})\2(?P<day>[0-9]{2})(?![0-9A-Za-z/-])"
)
_WITHOUT_YEAR: Final = (
    re.compile(rf"\b{_MONTH} (?P<day>[0-9]{{1,2}})(?![0-9:%]|[.,][0-9]| [a-z])(?:, (?P<western>[0-9]{{4}})\b)?"),
    re.compile(rf"(?<![0-9.,:])\b(?P<day>[0-9]{{1,2}}) {_MONTH}\b(?: (?P<western>[0-9]{{4}})\b)?"),
)
_LEAP_YEAR: Final = 2000


@lru_cache(maxsize=4096)
def impossible_days(written: str) -> tuple[str, ...]:
    """Give the days and hours in a text that there are not."""
    text = narrow(written)
    if not any(character.isdigit() for character in text):
        return ()
    found = [match[0] for match in _NO_MONTH.finditer(text)]
    for match in _JAPANESE.finditer(text) if "月" in text else ():
        year = int(match["western"] or _LEAP_YEAR)
        if match["era"]:
            year = _ERAS[match["era"]].first.year - 1 + (1 if match["of"] == "元" else int(match["of"]))
        if not match["fiscal"] and _date(year, int(match["month"]), int(match["day"])) is None:
            found.append(match[0].strip())
    found += [
        match[0]
        for match in _BY_NUMBERS.finditer(text)
        if _date(int(match["western"]), int(match["month"]), int(match["day"])) is None
    ]
    for match in (match for expression in _WITHOUT_YEAR for match in expression.finditer(text)):
        if _date(int(match["western"] or _LEAP_YEAR), _month(match["month"]), int(match["day"])) is None:
            found.append(match[0])
    return tuple(found)


_FISCAL = re.compile(
    r"(昭和|平成|令和)(元|[0-9]{1,2})年度|([0-9]{4})年度|(?:\bFY|\b[Ff]iscal(?: [Yy]ear)?) ?([0-9]{4})|"
    r"\b(Reiwa|Heisei) ([0-9]{1,2})\b"
)
_ENGLISH_ERAS: Final = {"Reiwa": "令和", "Heisei": "平成"}


def fiscal_years(written: str) -> Iterator[str]:
    """Give the fiscal years that a text names, with those of an era that English only counts."""
    for era, year, japanese, english, english_era, of_era in _FISCAL.findall(narrow(written)):
        begun = _ERAS.get(era or _ENGLISH_ERAS.get(english_era, ""))
        number = of_era or ("1" if year == "元" else year)
        yield f"FY{begun.first.year - 1 + int(number) if begun else int(japanese or english)}"
