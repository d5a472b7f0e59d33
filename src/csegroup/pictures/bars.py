"""Bars over years: how rows of names and days are drawn."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from itertools import zip_longest
from typing import final

from csegroup.pictures.axis import Axis
from csegroup.pictures.periods import Period, Stretch, day_of
from csegroup.pictures.rows import Group, Row, Run, years_behind
from csegroup.pictures.sheet import BAR, INK, LEFT, PAPER, SMALL, TEXT, Sheet
from csegroup.pictures.svg import number
from csegroup.wording.message import Message
from csegroup.wording.pictures import BEGAN_BEFORE, ENDED, STILL_SO

__all__ = ["Chart"]

_HEIGHT = 12
_ARROW = 7
_OVER = 2
_INDENT = 18
_SAMPLE = 18
# A gap of a few days would not be seen among years.
_LEAST_GAP = 3
# After so many rows the years are named anew, so that they are in sight on a phone.
_ROWS_BETWEEN_AXES = 10


@final
class Chart:
    """Rows of bars on a sheet, over the days of a period.

    Nothing is said by colour alone: a bar that ends has a stop, one that goes on an arrow, and what is not known is
    an empty, broken frame.
    """

    def __init__(self, sheet: Sheet, period: Period, *, dated: bool = False) -> None:
        self._sheet, self._period, self._dated = sheet, period, dated
        self._axis = Axis(period, sheet)

    def draw(self, groups: Sequence[Group]) -> None:
        """Draw the groups, below what their marks mean."""
        self._legend([row for group in groups for row in group.rows])
        for group in groups:
            if group.heading:
                self._sheet.heading(group.heading)
            for i, row in enumerate(group.rows):
                if i % _ROWS_BETWEEN_AXES == 0:
                    self._axis.draw()
                self._row(row)

    def _row(self, row: Row) -> None:
        numbered = len(row) > 1
        indent = max(_INDENT, self._sheet.width_of(self._sheet.words.number(f"{len(row)} "))) if numbered else 0
        self._sheet.skip(6)
        for i, run in enumerate(row, 1):
            self._label(run, i, indent)
        self._sheet.skip(2)
        self._axis.lines(_HEIGHT)
        before: Stretch | None = None
        for i, run in enumerate(row, 1):
            for stretch in run.stretches:
                self._bar(run, stretch, before)
                before = stretch
            if numbered:
                self._number(i, run.stretches[0])
        for stretch in _ending(row):
            self._line(self._ends(stretch)[1], INK, over=_OVER)
        self._sheet.skip(_HEIGHT)

    def _label(self, run: Run, n: int, indent: float) -> None:
        """Write a name, indented behind its number where there are several."""
        sheet = self._sheet
        if indent:
            sheet.letter(sheet.words.number(str(n)), x=LEFT, y=sheet.y + TEXT, font_weight="bold")
        behind = years_behind(run, sheet.words) if indent or self._dated else ""
        sheet.write(run.name, x=LEFT + indent, behind=behind)

    def _ends(self, stretch: Stretch) -> tuple[float, float]:
        """Give where the bar of a stretch begins and ends."""
        first = max(stretch.first, self._period.first)
        last = stretch.last or self._period.last
        return self._axis.x(first.toordinal()), self._axis.x(last.toordinal() + 1)

    def _bar(self, run: Run, stretch: Stretch, before: Stretch | None) -> None:
        (left, right), sheet = self._ends(stretch), self._sheet
        if run.known:
            sheet.draw("rect", x=left, y=sheet.y, width=right - left, height=_HEIGHT, fill=BAR)
        else:
            frame = {"fill": PAPER, "stroke": INK, "stroke_dasharray": "3 2"}
            sheet.draw("rect", x=left, y=sheet.y, width=max(right - left, _LEAST_GAP), height=_HEIGHT, **frame)
        if before and stretch.follows(before):
            self._line(left, PAPER)
        elif before and left - self._ends(before)[1] < _LEAST_GAP:
            sheet.draw("rect", x=self._ends(before)[1], y=sheet.y, width=_LEAST_GAP, height=_HEIGHT, fill=PAPER)
        if stretch.first < self._period.first:
            self._arrow(left, -_ARROW)
        if stretch.last is None:
            self._arrow(right, _ARROW)

    def _number(self, n: int, stretch: Stretch) -> None:
        """Write the number of a name into its bar, where there is room."""
        (left, right), sheet = self._ends(stretch), self._sheet
        written = sheet.words.number(str(n))
        if sheet.width_of(written, SMALL) + 4 <= right - left:
            sheet.letter(written, x=left + 3, y=sheet.y + _HEIGHT - 2, size=SMALL, fill=PAPER, font_weight="bold")

    def _line(self, x: float, stroke: str, over: float = 0) -> None:
        path = f"M{number(x)} {number(self._sheet.y - over)}v{_HEIGHT + 2 * over:g}"
        self._sheet.draw("path", d=path, stroke=stroke, stroke_width=2)

    def _arrow(self, x: float, by: float) -> None:
        path = f"M{number(x)} {number(self._sheet.y)}l{by} {_HEIGHT / 2:g}l{-by} {_HEIGHT / 2:g}z"
        self._sheet.draw("path", d=path, fill=PAPER, stroke=INK)

    def _legend(self, rows: Sequence[Row]) -> None:
        """Say what the marks mean that are there."""
        stretches = [one for row in rows for run in row for one in run.stretches]
        sheet, first, last = self._sheet, self._period.first, self._period.last
        if any(one.last is None for one in stretches):
            self._explained(STILL_SO, last, lambda: self._arrow(LEFT + _SAMPLE, _ARROW))
        if any(one.first < first for one in stretches):
            self._explained(BEGAN_BEFORE, first, lambda: self._arrow(LEFT, -_ARROW))
        if any(map(_ending, rows)):
            self._explained(ENDED, None, lambda: self._line(LEFT + _SAMPLE, INK, over=_OVER))
        sheet.skip(4)

    def _explained(self, message: Message, day: dt.date | None, mark: Callable[[], None]) -> None:
        sheet = self._sheet
        sheet.skip(4)
        sheet.draw("rect", x=LEFT, y=sheet.y, width=_SAMPLE, height=_HEIGHT, fill=BAR)
        mark()
        fields = {"day": day_of(day, sheet.words)} if day else {}
        sheet.write((sheet.words.say(message, **fields),), x=LEFT + _SAMPLE + 2 * _ARROW, size=SMALL)


def _ending(row: Row) -> list[Stretch]:
    """Give the stretches of a row that nothing follows on."""
    stretches = [one for run in row if run.known for one in run.stretches]
    pairs = zip_longest(stretches, stretches[1:])
    return [one for one, after in pairs if one.last and not (after and after.follows(one))]
