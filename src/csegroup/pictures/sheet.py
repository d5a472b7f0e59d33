"""The sheet that a picture is drawn on, from its top downward, and the whole file that comes of it."""

from __future__ import annotations

from hashlib import sha256
from typing import final

from csegroup.pictures.svg import Svg, element, ems, lines_in, number, spoken, tag_of
from csegroup.wording.phrases import Line, plain
from csegroup.wording.words import Words

__all__ = ["BAR", "GRID", "INK", "LEFT", "PAPER", "RIGHT", "SMALL", "TEXT", "WIDTH", "Sheet"]

# As wide as a phone, so that no text is smaller there than it is here.
WIDTH = 360
LEFT, RIGHT = 16, 344
_MARGIN = 12
_LEADING = 1.28
_TITLE, _HEADING, TEXT, SMALL = 16, 14, 13, 12
# A picture stands on its own paper: a file in an <img> knows nothing of the page around it.
PAPER, INK, BAR, GRID = "#ffffff", "#1d2126", "#2f4a73", "#c3c8cf"


@final
class Sheet:
    """What has been drawn so far, and how far down; everything is a number of pixels of a picture 360 wide."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self.y: float = _MARGIN
        self._drawn: list[Svg] = []

    def draw(self, tag: str, **attributes: str | float) -> None:
        """Draw a shape."""
        self._drawn.append(element(tag, **attributes))

    def skip(self, height: float) -> None:
        """Leave some room free."""
        self.y += height

    def title(self, line: Line) -> None:
        """Write the title of the picture."""
        self.write(line, size=_TITLE, font_weight="bold")
        self.skip(6)

    def heading(self, line: Line) -> None:
        """Write what stands over some rows."""
        self.skip(14)
        self.write(line, size=_HEADING, font_weight="bold")

    def write(self, line: Line, *, x: float = LEFT, size: float = TEXT, behind: str = "", **look: str | float) -> None:
        """Write a line, in as many as it needs, and what stands behind it, which is not broken but as a last resort."""
        tag = tag_of(line)
        look = {**look, "lang": spoken(tag), "xml__lang": spoken(tag)} if tag else look
        room, wide, bold = (RIGHT - x) / size, self.words.wide, "font_weight" in look
        parts = lines_in(plain(line), room, wide=wide, bold=bold)
        if ems(parts[-1] + behind, wide=wide, bold=bold) <= room:
            parts[-1] += behind
        else:
            parts += lines_in(behind.strip(), room, wide=wide, bold=bold)
        for part in parts:
            self.letter(part, x=x, y=self.y + size, size=size, **look)
            self.skip(size * _LEADING)

    def letter(self, text: str, *, x: float, y: float, size: float = TEXT, **look: str | float) -> None:
        """Put a text where it is said, which the caller knows to be wide enough."""
        self._drawn.append(element("text", text, x=x, y=y, font_size=size, **look))

    def width_of(self, text: str, size: float = TEXT) -> float:
        """Tell how wide a text is at most."""
        return ems(text, wide=self.words.wide) * size

    def picture(self, title: str, description: str) -> str:
        """Give the whole picture; its ids are of what it says, so that two pictures in a page have others."""
        drawn = Svg("\n".join(self._drawn))
        digest = sha256(f"{self.words.locale}\n{title}\n{description}\n{drawn}".encode()).hexdigest()
        name = f"csegroup-{digest[:12]}"
        height = self.y + _MARGIN
        language = self.words.language
        whole = element(
            "svg",
            Svg("\n"),
            element("title", title, id=f"{name}-title"),
            Svg("\n"),
            element("desc", description, id=f"{name}-desc"),
            Svg("\n"),
            element("rect", width=WIDTH, height=height, fill=PAPER),
            Svg("\n"),
            element("g", Svg("\n"), drawn, Svg("\n"), fill=INK, font_family="sans-serif"),
            Svg("\n"),
            xmlns="http://www.w3.org/2000/svg",
            viewBox=f"0 0 {WIDTH} {number(height)}",
            width=WIDTH,
            height=height,
            role="img",
            lang=language,
            xml__lang=language,
            aria_labelledby=f"{name}-title",
            aria_describedby=f"{name}-desc",
        )
        return f"{whole}\n"
