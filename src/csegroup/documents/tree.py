"""A document as writers see it: a localized tree of sections, lists, paragraphs and tables, without markup."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple, TypeAlias, final

from csegroup.wording.phrases import Line, Phrase

__all__ = ["NO_MARK", "Block", "Entry", "Listing", "Mark", "Outline", "Paragraphs", "Section", "Table", "phrases_of"]


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
    """Columns with a head, and rows of as many cells."""

    head: tuple[Line, ...]
    rows: tuple[tuple[Line, ...], ...]


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


def phrases_of(blocks: Iterable[Block]) -> Iterator[Phrase]:
    """Give every phrase below a title that is more than words of the document's language."""
    for line in _lines_of(blocks):
        yield from (run for run in line if isinstance(run, Phrase))


def _lines_of(blocks: Iterable[Block]) -> Iterator[Line]:
    for block in blocks:
        match block:
            case Paragraphs():
                yield from block.lines
            case Listing():
                for entry in block.entries:
                    yield entry.line
                    yield from _lines_of(entry.blocks)
            case Section():
                yield block.heading
                yield from _lines_of(block.blocks)
            case Table():
                yield from block.head
                for row in block.rows:
                    yield from row
