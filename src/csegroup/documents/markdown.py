"""Documents as Markdown (CommonMark, with the tables of GFM), for pages, tickets and chats."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final, assert_never, final

import attrs

from csegroup.documents.tree import NO_MARK, Block, Listing, Mark, Outline, Paragraphs, Section, Table
from csegroup.wording.phrases import Line

__all__ = ["write"]

_DEEPEST_HEADING: Final = 6
_BETWEEN_DOCUMENTS: Final = "\n---\n\n"
_UNDER_AN_ENTRY: Final = "  "

# What Markdown takes for markup anywhere, and what parsers that link bare addresses look for: ://, www. and @.
_MARKUP = re.compile(r"[\\`*_\[\]<&~|@!/.](?:(?<![!/.])|(?<=!)(?=\[)|(?<=:/)(?=/)|(?<=[Ww]{3}\.))")
_MARKUP_IN_LINK = re.compile(r"[\\`*_\[\]<&~|]|!(?=\[)")
_MARKUP_IN_URL = re.compile(r"[\\<>]|&(?=[#A-Za-z0-9]+;)")
_MARKUP_AT_START = re.compile(r"(?=[-+#=>])|[0-9]+(?=[.)])")
_MARKUP_AT_END = re.compile(r"(?<![\\#])#+\Z")
# Parsers take more for blank than CommonMark does, some even U+FEFF.
_BLANK = re.compile(r"[\s\ufeff]")
_BLANKS_AT_ENDS = re.compile(r"\A[\s\ufeff]+|[\s\ufeff]+\Z")


def write(outlines: Sequence[Outline]) -> str:
    r"""Write documents one after the other, with a thematic break between.

    A title is a heading of the first level. An entry is an item of a list with its mark as text, since Markdown
    numbers anew; the bullet of one that has no number is the item's own. Tables are those of GitHub (GFM), which
    CommonMark has none of. Nothing is emphasized, since asterisks beside Japanese brackets stay asterisks. Texts are
    escaped so that they are shown as they are.

    >>> print(write([Outline("en", ("Program *",), (Paragraphs((("1. Closed",),)),), indent="", wide=False)]), end="")
    # Program \*
    <BLANKLINE>
    1\. Closed
    """
    return _BETWEEN_DOCUMENTS.join([_page(outline) for outline in outlines])


def _page(outline: Outline) -> str:
    text = _Text()
    text.lines.append(f"# {_escaped(outline.title)}")
    text.put_blocks(outline.blocks, "", 2)
    return "\n".join(text.lines) + "\n"


@final
@attrs.define
class _Text:
    """The lines of one document, as far as they are written."""

    lines: list[str] = attrs.field(factory=list, init=False)

    def put_blocks(self, blocks: Iterable[Block], margin: str, level: int) -> None:
        """Write blocks, a blank line before each; a list right behind another is told from it by another sign."""
        sign = ""
        for block in blocks:
            sign = _sign(block, sign)
            match block:
                case Paragraphs():
                    for line in block.lines:
                        self.lines += ("", margin + _escaped(line))
                case Section():
                    heading = _escaped(block.heading, block.mark)
                    self.lines += ("", f"{margin}{'#' * min(level, _DEEPEST_HEADING)} {heading}")
                    self.put_blocks(block.blocks, margin, level + 1)
                case Listing():
                    self.lines.append("")
                    self._put_listing(block, f"{margin}{sign} ", margin + _UNDER_AN_ENTRY, level)
                case Table():
                    self._put_table(block, margin)
                case _:
                    assert_never(block)

    def _put_listing(self, listing: Listing, head: str, margin: str, level: int) -> None:
        """Write entries close together, but for a blank line behind one that holds blank lines itself."""
        loose = False
        for entry in listing.entries:
            if loose:
                self.lines.append("")
            self.lines.append(head + _escaped(entry.line, entry.mark if listing.numbered else NO_MARK))
            begin = len(self.lines)
            self.put_blocks(entry.blocks, margin, level)
            if entry.blocks and isinstance(entry.blocks[0], Listing):
                del self.lines[begin]
            loose = "" in self.lines[begin:]

    def _put_table(self, table: Table, margin: str) -> None:
        head, *rows = ([_escaped(cell) for cell in row] for row in (table.head, *table.rows))
        self.lines.append("")
        for cells in (head, ["---"] * len(head), *rows):
            self.lines.append(f"{margin}| {' | '.join(cells)} |")


def _sign(block: Block, before: str) -> str:
    if not isinstance(block, Listing):
        return ""
    return "*" if before == "-" else "-"


def _escaped(line: Line, mark: Mark = NO_MARK) -> str:
    """Write a line so that each of its characters is shown, and only its links are links."""
    written, text = "", mark.text + mark.gap
    for run in line:
        if isinstance(run, str) or not run.url:
            text += run if isinstance(run, str) else run.text
        else:
            before = _behind_backslashes(_MARKUP, text)
            written += f"{before[:-1]}\\!" if before.endswith("!") else before
            written += f"[{_behind_backslashes(_MARKUP_IN_LINK, run.text)}]"
            written += f"(<{_behind_backslashes(_MARKUP_IN_URL, run.url)}>)"
            text = ""
    written += _behind_backslashes(_MARKUP, text)
    if start := _MARKUP_AT_START.match(written):
        written = f"{start[0]}\\{written[start.end() :]}"
    if written.endswith("#"):
        written = _MARKUP_AT_END.sub(r"\\\g<0>", written)
    return _BLANKS_AT_ENDS.sub(_as_entities, written) if _BLANK.search(written[:1] + written[-1:]) else written


def _behind_backslashes(markup: re.Pattern[str], text: str) -> str:
    return markup.sub(r"\\\g<0>", text)


def _as_entities(blanks: re.Match[str]) -> str:
    return "".join([f"&#{ord(blank)};" for blank in blanks[0]])
