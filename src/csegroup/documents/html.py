"""Outlines as one HTML page, or as an article for somebody's page.

Outlines of one meeting in several languages have one tree, and so has the page: each heading, list item and
paragraph stands there once and says itself in every language, side by side. A list is read aloud as one list of as
many items as it has, and no heading is followed by nothing but its own translation.
"""

from __future__ import annotations

import pkgutil
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from html import escape
from itertools import groupby
from typing import TypeAlias, cast, final

from csegroup.documents.tree import Block, Entry, Listing, Outline, Paragraphs, Section, Table
from csegroup.text import LocalizedText
from csegroup.wording.messages import UNOFFICIAL
from csegroup.wording.phrases import Line, Phrase, seen
from csegroup.wording.texts import of_text, translated
from csegroup.wording.words import Words

__all__ = [
    "LOWEST_HEADING",
    "Html",
    "element",
    "inline",
    "stylesheet",
    "table_of",
    "text_in_line",
    "title_in_line",
    "write",
]

Languages: TypeAlias = "tuple[str, ...]"

_VOID = frozenset({"hr", "meta"})
# A relative address begins with a dot, so that no scheme is taken for one.
_FOLLOWED = re.compile(r"(?:https?|mailto|tel):|\.{1,2}/", re.IGNORECASE)
LOWEST_HEADING = 6
# Language, script and region of RFC 5646 section 2.1; what a translation or a variant adds changes no pronunciation.
_SPOKEN = re.compile(r"([a-z]{2,8}(?:-[a-z]{3}){0,3}(?:-[A-Z][a-z]{3})?)(?:-(?:[A-Z]{2}|[0-9]{3})(?![^-]))?(?![^-])")


@final
class Html(str):
    """Markup. It is a text too, but no text is markup until `element` or `_escaped` has made it so."""

    __slots__ = ()


def element(tag: str, *children: str, **attributes: str) -> Html:
    """Put children into an element: text is escaped, markup is not.

    `class_` is `class`; an attribute that is empty is left out.

    >>> element("p", "a < b ", element("em", "c"), class_="", lang="en")
    '<p lang="en">a &lt; b <em>c</em></p>'
    """
    inside = ""
    for child in children:
        inside += child if isinstance(child, Html) else escape(child, quote=False)
    start = tag
    for name, value in attributes.items():
        if value:
            start += f' {name.rstrip("_")}="{escape(value)}"'
    return Html(f"<{start}>") if tag in _VOID else Html(f"<{start}>{inside}</{tag}>")


@cache
def stylesheet() -> str:
    """Give the style of the page and of the article, for a server that lets pages take styles from files only."""
    return cast("bytes", pkgutil.get_data("csegroup.documents", "stylesheet.css")).decode()


def write(outlines: Sequence[Outline], *, fragment: bool = False, level: int = 2) -> str:
    r"""Write outlines of one meeting, each in its language, as a whole page with its style, or as the article alone.

    The title is an `h1` in a page, and a heading of a `level` in a fragment. Nothing needs a script or a style of its
    own, and every rule of the style keeps to the article. The outlines have the same sections, lists and tables.

    >>> write([Outline("en", ("Program",), (), "", wide=False)], fragment=True)
    '<article class="csegroup" lang="en">\n<h2>Program</h2>\n</article>\n'
    """
    article = _article(outlines, level if fragment else 1)
    if fragment:
        return f"{article}\n"
    head = (
        element("meta", charset="utf-8"),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("title", title_in_line(outlines)),
        element("style", Html(f"\n{stylesheet()}")),
    )
    page = element(
        "html",
        _lines([element("head", _lines(head)), element("body", element("main", article))]),
        lang=outlines[0].language,
        class_="csegroup-page",
    )
    return f"<!DOCTYPE html>\n{page}\n"


def title_in_line(outlines: Iterable[Outline]) -> str:
    """Give the title of a document in one line, where languages are not told apart otherwise.

    >>> title_in_line([Outline("en", ("Program",), (), "", wide=False), Outline("ja", ("次第",), (), "", wide=True)])
    'Program / 次第'
    """
    return " / ".join(seen(outline.title) for outline in outlines)


def text_in_line(text: LocalizedText, words: Words) -> Html:
    """Give one text in the language of the words, or the nearest it has, and say whether it is no official one."""
    line: Line = (of_text(text, words),)
    return inline((*line, words.text(UNOFFICIAL)) if translated([line]) else line, words.language)


def _article(outlines: Sequence[Outline], level: int) -> Html:
    languages = tuple(outline.language for outline in outlines)
    title = _heading([inline(outline.title, outline.language) for outline in outlines], languages, level)
    blocks = _blocks([outline.blocks for outline in outlines], languages, level + 1)
    kind = "csegroup" if len(outlines) == 1 else "csegroup side-by-side"
    return element("article", _lines([title, *blocks]), class_=kind, lang=languages[0])


def _blocks(documents: Iterable[tuple[Block, ...]], languages: Languages, level: int) -> Iterator[Html]:
    for blocks in zip(*documents, strict=True):
        match blocks[0]:
            case Section():
                yield from _section(cast("tuple[Section, ...]", blocks), languages, level)
            case Listing():
                yield _listing(cast("tuple[Listing, ...]", blocks), languages, level)
            case Paragraphs():
                yield _beside(list(map(_paragraphs, cast("tuple[Paragraphs, ...]", blocks), languages)), languages)
            case _:
                yield _beside(list(map(table_of, cast("tuple[Table, ...]", blocks), languages)), languages)


def _beside(cells: Sequence[Html], languages: Languages, row: str = "div", cell: str = "div") -> Html:
    """Lay cells side by side, each in its language; one alone needs no row."""
    if len(cells) == 1:
        return cells[0]
    inside = [element(cell, one, lang=language) for one, language in zip(cells, languages, strict=True)]
    return element(row, _lines(inside), class_="row")


def _heading(cells: Sequence[Html], languages: Languages, level: int) -> Html:
    tag = f"h{min(level, LOWEST_HEADING)}"
    return element(tag, cells[0]) if len(cells) == 1 else _beside(cells, languages, tag, "span")


def _section(sections: tuple[Section, ...], languages: Languages, level: int) -> Iterator[Html]:
    cells = [
        inline((str(section.mark), *section.heading), language)
        for section, language in zip(sections, languages, strict=True)
    ]
    yield _heading(cells, languages, level)
    yield from _blocks([section.blocks for section in sections], languages, level + 1)


def _listing(listings: tuple[Listing, ...], languages: Languages, level: int) -> Html:
    entries = zip(*[listing.entries for listing in listings], strict=True)
    items = [_item(entry, languages, level) for entry in entries]
    # VoiceOver takes a list whose markers are not the browser's for none, unless the role says it again.
    return element("ol" if listings[0].numbered else "ul", _lines(items), role="list")


def _item(entries: tuple[Entry, ...], languages: Languages, level: int) -> Html:
    item = _beside(list(map(_marked, entries, languages)), languages)
    documents = [entry.blocks for entry in entries]
    if any(documents):
        return element("li", _lines([item, *_blocks(documents, languages, level)]))
    return element("li", item)


def _marked(entry: Entry, language: str) -> Html:
    line = element("div", inline(entry.line, language))
    return Html(f"{element('span', entry.mark.text)}{line}") if entry.mark.text else line


def _paragraphs(paragraphs: Paragraphs, language: str) -> Html:
    return Html("\n".join([element("p", inline(line, language)) for line in paragraphs.lines]))


def table_of(table: Table, language: str) -> Html:
    """Write a table of a document in a language."""
    head = [element("th", inline(cell, language), scope="col") for cell in table.head]
    rows = [element("tr", *[element("td", inline(cell, language)) for cell in row]) for row in table.rows]
    kind = "even" if table.even else ""
    return element("table", element("thead", element("tr", *head)), element("tbody", _lines(rows)), class_=kind)


def inline(line: Line, language: str) -> Html:
    """Write a line of a document in a language, with its links, times and pieces of other languages."""
    if not any(not isinstance(run, str) and run.url for run in line):
        return _runs(line, language)
    pieces = []
    # What leads to one place is one link, also where its pieces are in several languages.
    for url, runs in groupby(line, key=_followed):
        inside = tuple(runs)
        pieces.append(_link(inside, url, language) if url else _runs(inside, language))
    return Html("".join(pieces))


def _followed(run: str | Phrase) -> str:
    """Give the address that a piece leads to, if it is one that a browser should follow."""
    return run.url if not isinstance(run, str) and _FOLLOWED.match(run.url) else ""


def _link(runs: Line, url: str, language: str) -> Html:
    alike = {_other_language(run.tag, language) for run in runs if not isinstance(run, str)}
    lang = alike.pop() if len(alike) == 1 else ""
    return element("a", _runs(runs, lang or language), href=url, lang=lang)


def _runs(runs: Line, language: str) -> Html:
    return Html("".join([escape(run, quote=False) if isinstance(run, str) else _phrase(run, language) for run in runs]))


def _phrase(phrase: Phrase, language: str) -> str:
    if phrase.note:
        return ""
    text = element("time", phrase.text, datetime=phrase.time) if phrase.time else phrase.text
    if lang := _other_language(phrase.tag, language):
        return element("span", text, lang=lang)
    return text if isinstance(text, Html) else escape(text, quote=False)


@lru_cache(maxsize=256)
def _other_language(tag: str, language: str) -> str:
    """Give language, script and region of a tag if it is in another language or script than its surroundings."""
    spoken = _SPOKEN.match(tag)
    around = _SPOKEN.match(language)
    if not spoken or spoken[1] == "und" or (around and around[1] == spoken[1]):
        return ""
    return spoken[0]


def _lines(pieces: Iterable[Html]) -> Html:
    return Html("\n" + "\n".join(pieces) + "\n")
