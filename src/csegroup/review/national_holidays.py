"""The national holidays of Japan (国民の祝日), as the package `holidays` knows them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from typing import Any, final

from csegroup.text import LocalizedText

__all__ = ["holiday_name", "national_holidays"]


@final
class _National(Mapping[dt.date, LocalizedText]):
    """Days of holidays with their names, for any year that is asked for."""

    def __init__(self, japanese: Any, english: Any) -> None:  # noqa: ANN401 - the package is an extra
        self._japanese, self._english = japanese, english

    def __getitem__(self, day: dt.date) -> LocalizedText:
        return LocalizedText({"ja": self._japanese[day], "en": self._english[day]})

    def __contains__(self, day: object) -> bool:
        return day in self._japanese

    def __iter__(self) -> Iterator[dt.date]:
        return iter(self._japanese)

    def __len__(self) -> int:
        return len(self._japanese)


@cache
def national_holidays() -> Mapping[dt.date, LocalizedText] | None:
    """Give the holidays, or None where the package is not installed."""
    try:
        package = import_module("holidays")
    except ImportError:
        return None
    return _National(*(package.country_holidays("JP", language=one) for one in ("ja", "en_US")))


def holiday_name(holidays: object, day: dt.date) -> LocalizedText:
    """Give the name of a holiday that is known, else the words for any."""
    name = holidays[day] if isinstance(holidays, Mapping) else None
    if isinstance(name, LocalizedText):
        return name
    return LocalizedText({"und": name} if isinstance(name, str) else {"ja": "休日", "en": "a holiday"})
