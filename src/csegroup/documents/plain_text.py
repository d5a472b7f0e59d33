"""An outline as plain text."""

from __future__ import annotations

from collections.abc import Iterator

from csegroup.documents.outline import Block, Outline, Paragraph, Section
from csegroup.wording.words import plain

__all__ = ["write", "write_body"]


def write(document: Outline) -> str:
    """Write every heading and paragraph on a line of its own, with a blank line round what has parts."""
    return f"{plain(document.title)}{plain(document.note)}\n\n{_blocks(document)}".rstrip("\n") + "\n"


def write_body(document: Outline) -> str:
    """Write what stands under the title, if anything does, and the note before it."""
    if not document.blocks:
        return ""
    note = plain(document.note).strip()
    return f"{note}\n\n{_blocks(document)}".strip("\n")


def _blocks(document: Outline) -> str:
    lines = [line for block in document.blocks for line in _block(block, document.indent, 0)]
    text = "\n".join(lines)
    while "\n\n\n" in text:
        text = text.replace("\n\n\n", "\n\n")
    return text.strip("\n")


def _block(block: Block, indent: str, depth: int) -> Iterator[str]:
    if isinstance(block, Paragraph):
        yield f"{indent * depth}{plain(block.line)}"
    else:
        yield from _section(block, indent, depth)


def _section(section: Section, indent: str, depth: int) -> Iterator[str]:
    heading = f"{indent * depth}{section.mark}{plain(section.heading)}"
    if not section.blocks:
        yield heading
        return
    yield from ("", heading)
    for block in section.blocks:
        yield from _block(block, indent, depth + 1)
    yield ""
