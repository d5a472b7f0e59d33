"""Documents of one meeting in several languages, laid side by side: the same tree, row by row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeAlias, cast, final

from csegroup.documents.tree import Block, Listing, Mark, Paragraphs, Section, Table
from csegroup.wording.phrases import Line

__all__ = ["Heading", "Item", "Row", "rows_of"]


@final
class Heading(NamedTuple):
    """The heading of a section; `depth` counts from 0."""

    mark: Mark
    line: Line
    depth: int


@final
class Item(NamedTuple):
    """The line of an entry; `depth` counts from 0."""

    mark: Mark
    line: Line
    depth: int


Row: TypeAlias = "tuple[Heading, ...] | tuple[Item, ...] | tuple[Paragraphs, ...] | tuple[Table, ...]"


def rows_of(documents: Sequence[Sequence[Block]], depth: int = 0) -> Iterator[Row]:
    """Give the rows of documents that have the same sections, lists and tables, a cell a document."""
    for blocks in zip(*documents, strict=True):
        if isinstance(blocks[0], Section):
            sections = cast("tuple[Section, ...]", blocks)
            yield tuple(Heading(section.mark, section.heading, depth) for section in sections)
            yield from rows_of([section.blocks for section in sections], depth + 1)
        elif isinstance(blocks[0], Listing):
            for entries in zip(*(listing.entries for listing in cast("tuple[Listing, ...]", blocks)), strict=True):
                yield tuple(Item(entry.mark, entry.line, depth) for entry in entries)
                yield from rows_of([entry.blocks for entry in entries], depth + 1)
        else:
            yield cast("Row", blocks)
