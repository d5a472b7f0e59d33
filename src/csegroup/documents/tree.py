"""A document as writers see it: a localized tree of sections, lists, paragraphs and tables, without markup."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple, TypeAlias, final

from csegroup.wording.phrases import Line

__all__ = ["NO_MARK", "Block", "Entry", "Listing", "Mark", "Outline", "Paragraphs", "Section", "Table", "lines_below"]


@final
class Mark(NamedTuple):
    """What stands before a heading or an entry: `(2)`, the `gap` after it, and the `first` of its series, `(1)`.

    A bullet is the first of its own series. `level` counts from 0 the levels that have numbers.
    """

    text: str
    gap: str
    first: str
    level: int

    def __str__(self) -> str:
        return f"{self.text}{self.gap}"


NO_MARK = Mark("", "", "", 0)


@final
class Paragraphs(NamedTuple):
    """The paragraphs of one text."""

    lines: tuple[Line, ...]


@final
class Entry(NamedTuple):
    """One of a list, with what stands under it."""

    mark: Mark
    line: Line
    blocks: tuple[Block, ...] = ()


@final
class Listing(NamedTuple):
    """A list; all its entries are numbered, or all have a bullet."""

    entries: tuple[Entry, ...]
    numbered: bool


@final
class Section(NamedTuple):
    """A heading with its mark, and what stands under it."""

    mark: Mark
    heading: Line
    blocks: tuple[Block, ...]


@final
class Table(NamedTuple):
    """Columns with a head, and rows of as many cells; all columns but the first are of one width where it is `even`."""

    head: tuple[Line, ...]
    rows: tuple[tuple[Line, ...], ...]
    even: bool = False


Block: TypeAlias = Paragraphs | Listing | Section | Table


@final
class Outline(NamedTuple):
    """A document in one language.

    `language` is a BCP 47 tag of language, script and region. `indent` is by what each level stands further in in
    plain text; `wide` says that characters which East Asian Width calls ambiguous are as wide as a kanji.
    """

    language: str
    title: Line
    blocks: tuple[Block, ...]
    indent: str
    wide: bool


def lines_below(blocks: Iterable[Block]) -> list[Line]:
    """Give every line below a title."""
    lines: list[Line] = []
    _gather(blocks, lines)
    return lines


def _gather(blocks: Iterable[Block], lines: list[Line]) -> None:
    for block in blocks:
        if isinstance(block, Paragraphs):
            lines += block.lines
        elif isinstance(block, Listing):
            for entry in block.entries:
                lines.append(entry.line)
                _gather(entry.blocks, lines)
        elif isinstance(block, Section):
            lines.append(block.heading)
            _gather(block.blocks, lines)
        else:
            lines += block.head
            for row in block.rows:
                lines += row
