"""Documents of one meeting in several languages, laid side by side: the same tree, row by row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeAlias, cast, final

from csegroup.documents.tree import Block, Listing, Mark, Paragraphs, Section, Table
from csegroup.wording.phrases import Line

__all__ = ["Cell", "Heading", "Item", "Row", "rows_of"]


@final
class Heading(NamedTuple):
    """The heading of a section."""

    mark: Mark
    line: Line


@final
class Item(NamedTuple):
    """The line of an entry."""

    mark: Mark
    line: Line


Cell: TypeAlias = Heading | Item | Paragraphs | Table


@final
class Row(NamedTuple):
    """Cells of one kind, one a document; `depth` counts from 0, `more` tells that something stands under them."""

    cells: tuple[Cell, ...]
    depth: int
    more: bool


def rows_of(documents: Sequence[Sequence[Block]], depth: int = 0) -> Iterator[Row]:
    """Give the rows of documents that have the same sections, lists and tables."""
    for blocks in zip(*documents, strict=True):
        if isinstance(blocks[0], Section):
            sections = cast("tuple[Section, ...]", blocks)
            yield Row(tuple(Heading(section.mark, section.heading) for section in sections), depth, more=True)
            yield from rows_of([section.blocks for section in sections], depth + 1)
        elif isinstance(blocks[0], Listing):
            for entries in zip(*(listing.entries for listing in cast("tuple[Listing, ...]", blocks)), strict=True):
                cells = tuple(Item(entry.mark, entry.line) for entry in entries)
                yield Row(cells, depth, more=bool(entries[0].blocks))
                yield from rows_of([entry.blocks for entry in entries], depth + 1)
        else:
            yield Row(cast("tuple[Paragraphs | Table, ...]", blocks), depth, more=False)
