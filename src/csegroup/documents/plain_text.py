"""Documents as plain text, for mail, calendar entries and terminals."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, assert_never, final

import attrs

from csegroup.documents.tree import NO_MARK, Block, Entry, Listing, Mark, Outline, Paragraphs, Section, Table
from csegroup.errors import InvalidValue
from csegroup.wording.breaking import broken, width_of
from csegroup.wording.phrases import Line, plain

__all__ = ["body", "write"]

_LEAST_WIDTH: Final = 20
_WIDEST_ROW: Final = 100
_BETWEEN_COLUMNS: Final = "  "
_BETWEEN_DOCUMENTS: Final = f"\n\n{'-' * _LEAST_WIDTH}\n\n"


def write(outlines: Sequence[Outline], *, width: int | None = None) -> str:
    r"""Write documents one after the other: every heading, entry and paragraph on a line of its own.

    With a `width` longer lines are broken so as to take no more columns, and go on under the first character of
    their text; only what cannot be broken, such as a long URL, is wider. Without it nothing is broken: a broken
    Japanese line cannot be joined again. Raises `InvalidValue` for a width below 20.

    >>> write([Outline("en", ("Program",), (Paragraphs((("Closed.",),)),), indent="", wide=False)])
    'Program\n\nClosed.\n'
    """
    if width is not None and (type(width) is not int or width < _LEAST_WIDTH):
        raise InvalidValue("range", "width", f"is a whole number of columns, {_LEAST_WIDTH} or more")
    pages = [_page(outline, width) for outline in outlines]
    return f"{_BETWEEN_DOCUMENTS.join(pages)}\n" if pages else ""


def body(outline: Outline) -> str:
    """Write what stands under the title, if anything does, without a line break at the end."""
    text = _Text(outline.indent, outline.wide, None)
    text.put_blocks(outline.blocks, "")
    return text.written()


def _page(outline: Outline, width: int | None) -> str:
    text = _Text(outline.indent, outline.wide, width)
    text.put("", NO_MARK, outline.title)
    text.blank()
    text.put_blocks(outline.blocks, "")
    return text.written()


@final
@attrs.define
class _Text:
    """The lines of one document, as far as they are written."""

    indent: str
    wide: bool
    width: int | None
    lines: list[str] = attrs.field(factory=list, init=False)

    def written(self) -> str:
        return "\n".join(self.lines).rstrip("\n")

    def blank(self) -> None:
        """Leave one blank line, but not at the very top."""
        if self.lines and self.lines[-1]:
            self.lines.append("")

    def put(self, margin: str, mark: Mark, line: Line) -> None:
        head = margin + mark.text + mark.gap
        text = plain(line)
        if self.width is None:
            self.lines.append((head + text).rstrip())
            return
        first, *others = broken(text, self.width - width_of(head, wide=self.wide), wide=self.wide)
        self.lines.append((head + first).rstrip())
        if others:
            under = margin + self._as_wide_as(mark.text + mark.gap)
            self.lines += [under + other for other in others]

    def _as_wide_as(self, head: str) -> str:
        columns = width_of(head, wide=self.wide)
        if self.indent == "\u3000" and columns % 2 == 0:
            return self.indent * (columns // 2)
        return " " * columns

    def put_blocks(self, blocks: Iterable[Block], margin: str) -> None:
        before: Block | None = None
        for block in blocks:
            match block:
                case Paragraphs():
                    if isinstance(before, Paragraphs):
                        self.blank()
                    for line in block.lines:
                        self.put(margin, NO_MARK, line)
                case Listing():
                    for entry in block.entries:
                        self._put_part(entry, entry.line, margin)
                case Section():
                    self._put_part(block, block.heading, margin)
                case Table():
                    self.blank()
                    self._put_table(block, margin)
                    self.blank()
                case _:
                    assert_never(block)
            before = block

    def _put_part(self, part: Entry | Section, line: Line, margin: str) -> None:
        """Write a heading or an entry, with a blank line round what has something under it."""
        if not part.blocks:
            self.put(margin, part.mark, line)
            return
        self.blank()
        self.put(margin, part.mark, line)
        self.put_blocks(part.blocks, margin + self.indent)
        self.blank()

    def _put_table(self, table: Table, margin: str) -> None:
        """Write the rows side by side, or one cell a line where they are too wide for that."""
        rows = [[plain(cell) for cell in row] for row in (table.head, *table.rows)]
        columns = [max([width_of(cell, wide=self.wide) for cell in column]) for column in zip(*rows, strict=True)]
        between = len(_BETWEEN_COLUMNS) * (len(columns) - 1)
        if width_of(margin, wide=self.wide) + sum(columns) + between > (self.width or _WIDEST_ROW):
            self._put_records(table, margin)
            return
        head, *others = rows
        for row in (head, ["-" * column for column in columns], *others):
            cells = [cell + " " * (n - width_of(cell, wide=self.wide)) for cell, n in zip(row, columns, strict=True)]
            self.lines.append((margin + _BETWEEN_COLUMNS.join(cells)).rstrip())

    def _put_records(self, table: Table, margin: str) -> None:
        colon = "：" if self.wide else ": "
        for row in table.rows:
            self.blank()
            for head, cell in zip(table.head, row, strict=True):
                if cell:
                    self.put(margin, NO_MARK, (*head, colon, *cell))
