"""An outline as plain text."""

from __future__ import annotations

from collections.abc import Sequence

from csegroup.documents.tree import Block, Listing, Outline, Paragraphs, Section, Table
from csegroup.wording.phrases import plain


def write(outlines: Sequence[Outline], *, width: int | None = None) -> str:
    return "\n\n".join(f"{plain(o.title)}\n\n{body(o)}".rstrip("\n") for o in outlines) + "\n"


def body(document: Outline) -> str:
    lines: list[str] = []
    _blocks(document.blocks, document.indent, "", lines)
    text = "\n".join(lines)
    while "\n\n\n" in text:
        text = text.replace("\n\n\n", "\n\n")
    return text.strip("\n")


def _blocks(blocks: Sequence[Block], indent: str, now: str, lines: list[str]) -> None:
    for block in blocks:
        if isinstance(block, Paragraphs):
            lines += [now + plain(line) for line in block.lines]
        elif isinstance(block, Listing):
            for entry in block.entries:
                _head(f"{now}{entry.mark}{plain(entry.line)}", entry.blocks, indent, now, lines)
        elif isinstance(block, Section):
            _head(f"{now}{block.mark}{plain(block.heading)}", block.blocks, indent, now, lines)
        elif isinstance(block, Table):
            lines += [now + "  ".join(map(plain, row)) for row in (block.head, *block.rows)]


def _head(head: str, blocks: Sequence[Block], indent: str, now: str, lines: list[str]) -> None:
    if not blocks:
        lines.append(head)
        return
    lines += ["", head]
    _blocks(blocks, indent, now + indent, lines)
    lines.append("")
