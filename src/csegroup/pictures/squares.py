"""Squares in rows of years: how counts of meetings are drawn."""

from __future__ import annotations

from collections.abc import Sequence

from csegroup.pictures.counts import STATES, BodyByYear, Counts, State, counts_in_words
from csegroup.pictures.sheet import BAR, GRID, INK, LEFT, PAPER, RIGHT, SMALL, TEXT, Sheet
from csegroup.pictures.svg import number

__all__ = ["draw"]

_HEIGHT = 12
_WIDEST = 14
_NARROWEST = 6
_GAP = 2
_STROKE = 1.5


def draw(bodies: Sequence[BodyByYear], sheet: Sheet) -> None:
    """Draw each body's years; a square is as wide in all of them.

    A full square is a meeting that was held, an empty one is planned, and a crossed one was cancelled.
    """
    every = [counts for body in bodies for _, counts in body.years]
    for state in STATES:
        if any(counts[state] for counts in every):
            _explained(state, sheet)
    width = min(_WIDEST, (RIGHT - LEFT) / max(counts.total() for counts in every))
    for body in bodies:
        sheet.heading(body.name)
        for year, counts in body.years:
            _row(year, counts, width, sheet)


def _explained(state: State, sheet: Sheet) -> None:
    sheet.skip(4)
    _square(state, LEFT, _WIDEST - _GAP, sheet)
    sheet.write((sheet.words.text(state.word),), x=LEFT + _WIDEST + 6, size=SMALL)


def _row(year: str, counts: Counts, width: float, sheet: Sheet) -> None:
    """Draw a year: its name and its numbers on one line where they have room, and its squares below."""
    said = counts_in_words(counts, sheet.words)
    sheet.skip(6)
    if sheet.width_of(f"{year}  {said}") > RIGHT - LEFT:
        sheet.write((year,))
    else:
        sheet.letter(year, x=LEFT, y=sheet.y + TEXT)
    sheet.letter(said, x=RIGHT, y=sheet.y + TEXT, text_anchor="end")
    sheet.skip(TEXT * 1.3)
    x: float = LEFT
    for state in STATES:
        x = _squares(state, counts[state], x, width, sheet)
    sheet.skip(_HEIGHT if counts else 0)
    sheet.draw("path", d=f"M{LEFT} {number(sheet.y)}H{RIGHT}", stroke=GRID)


def _squares(state: State, many: int, x: float, width: float, sheet: Sheet) -> float:
    """Draw a square a meeting, or one for all where a square would be too narrow; give where they end."""
    pieces, width = (many, width) if width >= _NARROWEST else (min(many, 1), width * many)
    for _ in range(pieces):
        _square(state, x, max(width - _GAP, width / 2), sheet)
        x += width
    return x


def _square(state: State, x: float, width: float, sheet: Sheet) -> None:
    held, _, cancelled = STATES
    sheet.draw(
        "rect",
        x=x + _STROKE / 2,
        y=sheet.y + _STROKE / 2,
        width=max(width - _STROKE, 0),
        height=_HEIGHT - _STROKE,
        fill=BAR if state is held else PAPER,
        stroke=INK,
        stroke_width=_STROKE,
    )
    if state is cancelled:
        left, right, top = number(x), number(x + width), number(sheet.y)
        bottom = number(sheet.y + _HEIGHT)
        sheet.draw("path", d=f"M{left} {top}L{right} {bottom}M{right} {top}L{left} {bottom}", stroke=INK)
