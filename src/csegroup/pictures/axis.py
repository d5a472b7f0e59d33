"""An axis of whole years from the left to the right of a picture."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import count
from typing import final

from csegroup.pictures.periods import Period, year_of
from csegroup.pictures.sheet import GRID, INK, LEFT, RIGHT, SMALL, Sheet
from csegroup.pictures.svg import number

__all__ = ["Axis"]

_BETWEEN_LABELS = 8
_BETWEEN_LINES = 4


def _steps() -> Iterator[int]:
    return (step * 10**power for power in count() for step in (1, 2, 5))


@final
class Axis:
    """The years that a period is in, with as many of them named as there is room for."""

    def __init__(self, period: Period, sheet: Sheet) -> None:
        self._sheet = sheet
        self._years = range(period.first.year, period.last.year + 1)
        self._start = dt.date(period.first.year, 1, 1).toordinal()
        self._end = dt.date(period.last.year, 12, 31).toordinal() + 1
        year_wide = (RIGHT - LEFT) / len(self._years)
        ends = (self._years[0], self._years[-1])
        label = max(sheet.width_of(self._label(year), SMALL) for year in ends) + _BETWEEN_LABELS
        self._named = self._years[:: next(step for step in _steps() if step * year_wide >= label)]
        self._lined = self._years[:: next(step for step in _steps() if step * year_wide >= _BETWEEN_LINES)]

    def _label(self, year: int) -> str:
        return year_of(dt.date(year, 1, 1), self._sheet.words)

    def x(self, day: int) -> float:
        """Give the place of the beginning of a day, by its ordinal."""
        return LEFT + (RIGHT - LEFT) * (day - self._start) / (self._end - self._start)

    def _x_of(self, year: int) -> float:
        return self.x(dt.date(year, 1, 1).toordinal())

    def draw(self) -> None:
        """Name the years, each where it begins."""
        sheet = self._sheet
        sheet.skip(6)
        for year in self._named:
            label = self._label(year)
            if self._x_of(year) + sheet.width_of(label, SMALL) <= RIGHT + LEFT / 2 or year == self._years[0]:
                sheet.letter(label, x=self._x_of(year), y=sheet.y + SMALL, size=SMALL)
        sheet.skip(SMALL * 1.3)
        sheet.draw("path", d=f"M{LEFT} {number(sheet.y)}H{RIGHT}", stroke=INK)
        sheet.skip(2)

    def lines(self, height: float) -> None:
        """Draw the beginnings of years behind a bar, those that are named longer, downward from the names above it."""
        sheet = self._sheet
        for years, over in ((self._lined, 0), (self._named, 3)):
            path = "".join(f"M{number(self._x_of(year))} {number(sheet.y)}v{height + over:g}" for year in years)
            sheet.draw("path", d=path, stroke=GRID)
