"""Outlines as a Word document (Office Open XML): one by itself, several languages side by side."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Final, assert_never, final

import attrs

from csegroup.documents.pairs import Cell, Heading, Item, rows_of
from csegroup.documents.tree import Mark, Outline, Paragraphs, Table
from csegroup.documents.word_package import JAPANESE, PAGE_WIDTH, Face, Package, clean, escaped, face_of, fonts
from csegroup.text import language_of
from csegroup.wording import numbering
from csegroup.wording.phrases import Line, Phrase, seen

__all__ = ["write"]

_LEVELS = 9
_SIDE_OF_COLUMNS = 1134
_CELL_SIDE = 108
_LANGUAGE = re.compile(r"(?!und\b)[a-z]{2,8}(?:-[A-Z][a-z]{3}\b)?(?:-(?:[A-Z]{2}|[0-9]{3})\b)?")
_EAST_ASIAN = {"ja", "ko", "zh"}

# What Word calls a series, and up to which number it prints what `numbering.mark` gives.
_FORMATS: Final = {
    "1": ("decimal", 9999),
    "１": ("decimalFullWidth", 9999),
    "①": ("decimalEnclosedCircle", 20),
    "ア": ("aiueoFullWidth", 46),
    "가": ("ganada", 14),
    "a": ("lowerLetter", 780),
    "A": ("upperLetter", 780),
    "i": ("lowerRoman", 3999),
    "I": ("upperRoman", 3999),
}
_HEAD_ROW = "<w:cantSplit/><w:tblHeader/>"
# Word joins tables that touch, and wants a paragraph at the end of a cell.
_TABLE_END = (
    '</w:tbl><w:p><w:pPr><w:snapToGrid w:val="0"/>'
    '<w:spacing w:before="0" w:after="100" w:line="20" w:lineRule="exact"/>'
    '<w:rPr><w:sz w:val="2"/></w:rPr></w:pPr></w:p>'
)


def write(outlines: Sequence[Outline]) -> bytes:
    """Write one document, or several with the same sections, each in a column of its own, as a DOCX.

    Marks are numbers of Word's wherever Word prints them as they are in the outline, and text elsewhere. The same
    outlines give the same bytes.
    """
    first, *others = outlines
    story = _Story(_language(first.language))
    side = _SIDE_OF_COLUMNS if others else story.face.side
    width = (PAGE_WIDTH - 2 * side) // len(outlines) - (2 * _CELL_SIDE if others else 0)
    columns = [_Column(story, outline.language, width) for outline in outlines]
    body = "".join(_beside(outlines, columns) if others else _alone(first, columns[0]))
    return Package(
        title=" / ".join(seen(outline.title) for outline in outlines),
        language=first.language,
        face=story.face,
        side=side,
        body=body,
        numbering="".join(story.numbering()),
        links=story.links,
    ).packed()


def _alone(outline: Outline, column: _Column) -> Iterator[str]:
    yield column.title(outline.title)
    for row in rows_of([outline.blocks]):
        yield column.block(row.cells[0], row.depth, more=row.more)


def _beside(outlines: Sequence[Outline], columns: Sequence[_Column]) -> Iterator[str]:
    """Write a table with a column a language, whose head is the titles."""
    widths = [column.width + 2 * _CELL_SIDE for column in columns]
    yield _table_start(widths, "".join(map(_border, ("top", "bottom", "insideV"))))
    titles = [column.title(outline.title) for outline, column in zip(outlines, columns, strict=True)]
    yield _row(titles, widths, _HEAD_ROW)
    for row in rows_of([outline.blocks for outline in outlines]):
        cells = [column.block(cell, row.depth, more=row.more) for cell, column in zip(row.cells, columns, strict=True)]
        yield _row(cells, widths, "<w:cantSplit/>" if isinstance(row.cells[0], Heading | Item) else "")
    yield _TABLE_END


@final
@attrs.frozen
class _Look:
    """What a level of a list has in common: the first mark and what follows each."""

    first: str
    gap: str

    @property
    def series(self) -> str:
        return next((series for series in _FORMATS if series in self.first), "")

    def mark(self, n: int) -> str:
        """Give what Word prints for the nth, or nothing where that is no mark of the series."""
        if not self.series:
            return self.first
        return numbering.mark(self.first, n) if n <= _FORMATS[self.series][1] else ""

    def level(self, depth: int, face: Face) -> str:
        """Write the level of a list."""
        text = f"{self.first}{self.gap}".removesuffix(" ")
        form = _FORMATS[self.series][0] if self.series else "bullet" if len(text) == 1 else "none"
        behind = "space" if self.gap.endswith(" ") else "nothing"  # LibreOffice cuts a bullet to one character
        pattern = text.replace(self.series, f"%{depth + 1}") if self.series else text
        return (
            f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:suff w:val="{behind}"/>'
            f'<w:lvlText w:val="{escaped(pattern)}"/><w:lvlJc w:val="left"/>'
            f"<w:pPr>{_hanging(depth, self.first + self.gap, face)}</w:pPr></w:lvl>"
        )


@final
@attrs.define(eq=False)
class _Story:
    """What is gathered while a document is written: where its links lead, and how its lists are numbered.

    `lists` become w:abstractNum, each of one column; `numbers` become w:num: a list, and the level that begins anew.
    """

    language: str
    links: dict[str, str] = attrs.field(factory=dict)
    lists: list[tuple[_Column, dict[int, _Look]]] = attrs.field(factory=list)
    numbers: list[tuple[int, int]] = attrs.field(factory=list)

    @property
    def face(self) -> Face:
        return face_of(self.language)

    def link(self, url: str) -> str:
        """Give the identifier of what a link leads to."""
        return self.links.setdefault(clean(url), f"link{len(self.links) + 1}")

    def list_of(self, column: _Column, look: _Look, depth: int) -> int:
        """Give a column's list that has such a level, or may have; Word has no list of both numbers and bullets."""
        for n, (owner, looks) in enumerate(self.lists):
            bulleted = not next(iter(looks.values())).series
            if owner is column and bulleted is (not look.series) and looks.setdefault(depth, look) == look:
                return n
        self.lists.append((column, {depth: look}))
        return len(self.lists) - 1

    def number(self, index: int, depth: int) -> int:
        """Let a level of a list begin anew."""
        self.numbers.append((index, depth))
        return len(self.numbers)

    def numbering(self) -> Iterator[str]:
        """Write lists and numbers; a list has all levels, as those that Word makes."""
        for n, (column, looks) in enumerate(self.lists):
            yield f'<w:abstractNum w:abstractNumId="{n}"><w:nsid w:val="{n + 1:08X}"/>'
            yield '<w:multiLevelType w:val="multilevel"/>'
            yield from (looks.get(depth, _Look("", "")).level(depth, column.face) for depth in range(_LEVELS))
            yield "</w:abstractNum>"
        for n, (index, depth) in enumerate(self.numbers, start=1):
            yield f'<w:num w:numId="{n}"><w:abstractNumId w:val="{index}"/><w:lvlOverride w:ilvl="{depth}">'
            yield '<w:startOverride w:val="1"/></w:lvlOverride></w:num>'


@final
@attrs.frozen
class _Count:
    """How far a level has counted, by which w:num of which list, and whether nothing is numbered below it yet."""

    look: _Look
    n: int
    number: int
    index: int
    alone: bool = True


@final
@attrs.define(eq=False)
class _Column:
    """The writer of a document's text in one language; `width` is in twips."""

    story: _Story
    language: str
    width: int
    counts: dict[int, _Count] = attrs.field(factory=dict)

    @property
    def face(self) -> Face:
        return face_of(self.language)

    def title(self, line: Line) -> str:
        return self._paragraph("Title", "", line)

    def block(self, cell: Cell, depth: int, *, more: bool) -> str:
        """Write what a row holds in this column; `more` says that something stands under it."""
        match cell:
            case Heading():
                return self._marked(f"Heading{min(depth + 1, _LEVELS)}", "", cell, depth)
            case Item():
                look = _Look(cell.mark.first, cell.mark.gap)
                style = "ListNumber" if look.series else "ListBullet" if cell.mark.text else "List"
                return self._marked(style, "<w:keepNext/>" if more else "", cell, depth)
            case Paragraphs():
                indent = f'<w:ind w:left="{depth * self.face.step}" w:firstLine="{self.face.first_line}"/>'
                return "".join(self._paragraph("BodyText", indent, line) for line in cell.lines)
            case Table():
                return self._table(cell, depth)
            case _:
                assert_never(cell)

    def _marked(self, style: str, keep: str, cell: Heading | Item, depth: int) -> str:
        """Write a paragraph with its mark: a number of Word's where that looks the same, else text."""
        if number := self._number(cell.mark, depth):
            level = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'
            return self._paragraph(style, keep + level, cell.line)
        mark = str(cell.mark) if cell.mark.text else ""
        return self._paragraph(style, keep + _hanging(depth, mark, self.face), (mark, *cell.line))

    def _number(self, mark: Mark, depth: int) -> int | None:
        """Give the w:num that prints a mark, if one does.

        A level of Word's begins anew once below each number of the level above in the same list, and nowhere else.
        """
        for deeper in [known for known in self.counts if known > depth]:
            del self.counts[deeper]
        last, look = self.counts.pop(depth, None), _Look(mark.first, mark.gap)
        if not mark.text or depth >= _LEVELS or "%" in f"{mark.first}{mark.gap}":  # Word has no escape for its %1
            return None
        if last and last.look == look and mark.text == look.mark(last.n + 1):
            count = attrs.evolve(last, n=last.n + 1, alone=True)
        elif mark.text == look.mark(1):
            count = self._begun(look, depth)
        else:
            return None
        self.counts[depth] = count
        return count.number

    def _begun(self, look: _Look, depth: int) -> _Count:
        index, above = self.story.list_of(self, look, depth), self.counts.get(depth - 1)
        if above and above.alone and above.index == index:
            self.counts[depth - 1] = attrs.evolve(above, alone=False)
            return _Count(look, 1, above.number, index)
        return _Count(look, 1, self.story.number(index, depth), index)

    def _paragraph(self, style: str, properties: str, line: Line) -> str:
        display = style == "Title" or "Heading" in style
        runs = "".join(self._runs(line, display=display))
        look = f"<w:rPr>{look}</w:rPr>" if (look := self._look("", display=display)) else ""
        return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}{look}</w:pPr>{runs}</w:p>'

    def _runs(self, line: Line, *, display: bool) -> Iterator[str]:
        for piece in line:
            phrase = Phrase(piece) if isinstance(piece, str) else piece
            if phrase.note or not phrase.text:
                continue
            link = '<w:rStyle w:val="Hyperlink"/>' if phrase.url else ""
            look = f"<w:rPr>{link}{self._look(phrase.tag, display=display)}</w:rPr>"
            run = f'<w:r>{look}<w:t xml:space="preserve">{escaped(phrase.text)}</w:t></w:r>'
            yield f'<w:hyperlink r:id="{self.story.link(phrase.url)}">{run}</w:hyperlink>' if phrase.url else run

    def _look(self, tag: str, *, display: bool) -> str:
        """Write font and language of a run, where they are not the document's."""
        language = _language(tag) or _language(self.language)
        if language == self.story.language:
            return ""
        face = face_of(language)
        font = face.display if display else face.body
        # A digit in a Latin face looks foreign among kanji, so that the Japanese one holds for all characters.
        named = "" if face is self.story.face else fonts(font, font if face is JAPANESE else "")
        if language_of(language) in _EAST_ASIAN:  # its Latin words stay English, or they would break anywhere
            return f'{named}<w:lang w:eastAsia="{language}"/>'
        return f'{named}<w:lang w:val="{language}" w:bidi="{language}"/>'

    def _table(self, table: Table, depth: int) -> str:
        left = depth * self.face.step
        widths = _widths(table, self.width - left, self.face)
        borders = "".join(map(_border, ("top", "left", "bottom", "right", "insideH", "insideV")))
        head = _row([self._paragraph("TableHeading", "", line) for line in table.head], widths, _HEAD_ROW)
        rows = [
            _row([self._paragraph("TableText", "", line) for line in row], widths, "<w:cantSplit/>")
            for row in table.rows
        ]
        return f"{_table_start(widths, borders, left)}{head}{''.join(rows)}{_TABLE_END}"


def _language(tag: str) -> str:
    """Give language, script and region of a tag; nothing for `und` and for private use."""
    found = _LANGUAGE.match(tag)
    return found[0] if found else ""


def _ems(text: str, face: Face) -> float:
    """Measure a text as it is printed, about."""
    narrow = 0.5 if face is JAPANESE else 0.333
    return sum(1 if unicodedata.east_asian_width(c) in "FWA" else 0.5 if c.isalnum() else narrow for c in text)


def _hanging(depth: int, mark: str, face: Face) -> str:
    """Write the indent of a paragraph whose further lines begin behind the mark of the first."""
    width = round(_ems(mark, face) * face.em)
    return f'<w:ind w:left="{depth * face.step + width}" w:hanging="{width}"/>'


def _border(side: str) -> str:
    return f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="808080"/>'


def _table_start(widths: Sequence[int], borders: str, left: int = 0) -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblInd w:w="{left}" w:type="dxa"/>'
        f'<w:tblBorders>{borders}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
    )


def _row(cells: Sequence[str], widths: Sequence[int], properties: str) -> str:
    written = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{cell or "<w:p/>"}</w:tc>'
        for cell, width in zip(cells, widths, strict=True)
    )
    return f"<w:tr><w:trPr>{properties}</w:trPr>{written}</w:tr>"


def _widths(table: Table, width: int, face: Face) -> list[int]:
    """Give a column what its longest text needs if that is no more than its share, and the others the rest."""
    share = width // len(table.head)
    needs: list[int] = []
    for column in zip(table.head, *table.rows, strict=True):
        need = round((max(_ems(seen(line), face) for line in column) + 2) * face.em) + 2 * _CELL_SIDE
        needs.append(need if need <= share else 0)
    needs[-1] = needs[-1] if 0 in needs else 0
    needs[1:] = [0] * len(needs[1:]) if table.even else needs[1:]
    return [need or (width - sum(needs)) // needs.count(0) for need in needs]
