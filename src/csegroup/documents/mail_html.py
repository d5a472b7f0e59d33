"""Documents as the HTML part of a mail.

Mail programs take style sheets out, lay columns out each in its own way, and know few elements. So the languages
stand one after the other, each element brings its own style, and without any the page still reads as it should: the
marks of lists are text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, assert_never

from csegroup.documents.html import Html, element, inline, table_of
from csegroup.documents.tree import Block, Entry, Listing, Mark, Outline, Paragraphs, Section, Table
from csegroup.wording.phrases import seen

__all__ = ["write"]

_PAGE: Final = "max-width: 40em; font-family: sans-serif; line-height: 1.6; word-break: break-word"
_TITLE: Final = "margin: 0 0 1em; font-size: 1.25em; line-height: 1.4"
_HEADING: Final = "margin: 1.5em 0 0.5em; font-size: 1em"
_BLOCK: Final = "margin: 0 0 1em"
_LINE: Final = "margin: 0 0 0.25em"
_ENTRY: Final = "margin: 0 0 0.4em 2.2em; text-indent: -2.2em"
_MARK: Final = "display: inline-block; min-width: 2em; text-indent: 0"
_BELOW: Final = "margin: 0 0 0 2.2em"
_BETWEEN: Final = "margin: 2em 0"
_LOWEST_HEADING: Final = 6


def write(outlines: Sequence[Outline]) -> str:
    """Write outlines as one page, one after the other, each in its language.

    >>> "Invitation</h1>" in write([Outline("en", ("Invitation",), (), "", wide=False)])
    True
    """
    head = (
        element("meta", charset="utf-8"),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("title", " / ".join(seen(outline.title) for outline in outlines)),
    )
    between = Html(f"\n{element('hr', style=_BETWEEN)}\n")
    body = element("body", Html(between.join(map(_letter, outlines))))
    page = element("html", Html("\n".join((element("head", *head), body))), lang=outlines[0].language)
    return f"<!DOCTYPE html>\n{page}\n"


def _letter(outline: Outline) -> Html:
    title = element("h1", inline(outline.title, outline.language), style=_TITLE)
    return _lines("div", [title, *_blocks(outline.blocks, outline.language, 2)], _PAGE, lang=outline.language)


def _lines(tag: str, pieces: Iterable[Html], style: str, **attributes: str) -> Html:
    """Put pieces into an element, each on its own line, since a line of mail is short."""
    return element(tag, Html("\n" + "\n".join(pieces) + "\n"), style=style, **attributes)


def _blocks(blocks: Iterable[Block], language: str, level: int) -> Iterator[Html]:
    for block in blocks:
        match block:
            case Paragraphs():
                lines = [element("p", inline(line, language), style=_LINE) for line in block.lines]
                yield _lines("div", lines, _BLOCK)
            case Listing():
                entries = [_entry(entry, language, level) for entry in block.entries]
                yield _lines("div", entries, _BLOCK, role="list")
            case Section():
                heading = _marked(block.mark, inline(block.heading, language))
                yield element(f"h{min(level, _LOWEST_HEADING)}", *heading, style=_HEADING)
                yield from _blocks(block.blocks, language, level + 1)
            case Table():
                yield table_of(block, language)
            case _:
                assert_never(block)


def _entry(entry: Entry, language: str, level: int) -> Html:
    pieces = [element("p", *_marked(entry.mark, inline(entry.line, language)), style=_ENTRY)]
    if entry.blocks:
        pieces.append(_lines("div", _blocks(entry.blocks, language, level), _BELOW))
    return _lines("div", pieces, "", role="listitem")


def _marked(mark: Mark, line: Html) -> tuple[str, ...]:
    return (element("span", mark.text, style=_MARK), " ", line) if mark.text else (line,)
