from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from importlib.util import find_spec
from typing import TypeAlias

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from csegroup.documents import markdown
from csegroup.documents.tree import NO_MARK, Block, Entry, Listing, Mark, Outline, Paragraphs, Section, Table
from csegroup.wording.phrases import Line, Phrase, plain
from golden import golden
from trees import SAMPLE_EN, SAMPLE_JA, any_outline

# What was read or meant: its tag, and inside it other such nodes or text, each run of text being one string.
Node: TypeAlias = "tuple[str, tuple[Node | str, ...]]"

COMMONMARK = MarkdownIt("commonmark").enable("table")
PARSERS = [COMMONMARK, MarkdownIt("commonmark").enable(["table", "strikethrough"])]
if find_spec("linkify_it"):
    PARSERS.append(MarkdownIt("gfm-like"))

PIECES = [
    *"!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~",
    *("**", "__", "~~", "~~~", "```", "---", "***", "===", "--", "##", "# ", " #", "- ", "+ ", "1. ", "12) ", "> "),
    *(" ", "  ", "\u00a0", "\u3000", "\u200b", "\ufeff", "a", "1", "(1)", "1.", "x", "[ ] ", "[x] ", "[a]: /b", "[^1]"),
    *(
        "&amp;",
        "&#35;",
        "&copy",
        "<b>",
        "</b>",
        "<!--",
        "-->",
        "<?",
        "<https://a.example>",
        "<a@b.example>",
        "![",
        "](",
    ),
    *("https://www.example.go.jp/", "http://", "www.example.org", "WWW.", "a@example.org", "mailto:", "ftp://", "://"),
    *(
        "「太字」",
        "**「太字」**である",
        "（PDF）",
        "。",
        "・",
        "児童",
        "𠮷",
        "ｶﾞ",
        "葛\U000e0100",
        "👨\u200d👩\u200d👧",
        "e\u0301",
    ),
]
# Any text that the library makes; some have blanks at their ends, which it never does.
hostile = st.lists(st.sampled_from(PIECES), min_size=1, max_size=8).map("".join)
urls = st.sampled_from(
    ["https://example.org/a?b=1&copy=2&c;#e", "https://example.org/a_(b)*c*?d[]=~e", "mailto:office@example.go.jp"]
)
hostile_lines = st.lists(
    st.one_of(
        hostile,
        hostile.map(lambda text: Phrase(text, tag="en")),
        st.tuples(hostile, urls).map(lambda pair: Phrase(pair[0], url=pair[1])),
    ),
    min_size=1,
    max_size=3,
).map(tuple)


def _outline(*blocks: Block, title: Line = ("次第",)) -> Outline:
    return Outline("ja", title, blocks, "\u3000", wide=True)


def _written(*blocks: Block) -> str:
    return markdown.write([_outline(*blocks)]).removeprefix("# 次第\n\n")


def _read(text: str, parser: MarkdownIt = COMMONMARK) -> tuple[Node | str, ...]:
    """Give what a parser takes a text for, without the paragraphs' own tags."""
    return _nodes(iter(parser.parse(text)))


def _nodes(tokens: Iterator[Token]) -> tuple[Node | str, ...]:
    """Read as far as the tag that was opened before is closed."""
    nodes: list[Node | str] = []
    for token in tokens:
        if token.nesting == -1:
            break
        if token.type == "inline":
            nodes += _nodes(iter(token.children or []))
        elif token.type == "text":
            nodes.append(token.content)
        elif token.nesting == 1:
            tag = " ".join([token.tag, *map(str, token.attrs.values())])
            nodes.append((tag, _nodes(tokens)))
        else:
            nodes.append((token.tag or token.type, ()))
    return _joined(nodes)


def _joined(nodes: Iterable[Node | str]) -> tuple[Node | str, ...]:
    joined: list[Node | str] = []
    for node in nodes:
        if isinstance(node, str) and joined and isinstance(joined[-1], str):
            joined[-1] += node
        elif node:
            joined.append(node)
    return tuple(joined)


def _meant(outlines: Sequence[Outline]) -> tuple[Node | str, ...]:
    nodes: list[Node | str] = []
    for outline in outlines:
        if nodes:
            nodes.append(("hr", ()))
        nodes += [("h1", _runs(outline.title)), *_meant_by(outline.blocks, 2)]
    return tuple(nodes)


def _meant_by(blocks: Iterable[Block], level: int) -> Iterator[Node]:
    for block in blocks:
        match block:
            case Paragraphs():
                yield from (("p", _runs(line)) for line in block.lines)
            case Section():
                yield f"h{min(level, 6)}", _runs((str(block.mark), *block.heading))
                yield from _meant_by(block.blocks, level + 1)
            case Listing():
                yield "ul", tuple(_item(entry, level, numbered=block.numbered) for entry in block.entries)
            case Table():
                rows = ("tbody", tuple(_row("td", row) for row in block.rows))
                yield "table", (("thead", (_row("th", block.head),)), *([rows] if block.rows else []))


def _item(entry: Entry, level: int, *, numbered: bool) -> Node:
    line = (str(entry.mark) if numbered else "", *entry.line)
    return "li", (("p", _runs(line)), *_meant_by(entry.blocks, level))


def _row(tag: str, cells: tuple[Line, ...]) -> Node:
    return "tr", tuple((tag, _runs(cell)) for cell in cells)


def _runs(line: Line) -> tuple[Node | str, ...]:
    return _joined(
        (f"a {COMMONMARK.normalizeLink(run.url)}", _joined((run.text,)))
        if isinstance(run, Phrase) and run.url
        else plain((run,))
        for run in line
    )


@pytest.mark.parametrize(
    ("name", "outlines"), [("ja", [SAMPLE_JA]), ("en", [SAMPLE_EN]), ("both", [SAMPLE_JA, SAMPLE_EN])]
)
def test_a_document_as_markdown_stays_as_it_was_read(name: str, outlines: list[Outline]) -> None:
    golden(f"trees/{name}.md", markdown.write(outlines).encode())


@pytest.mark.parametrize("parser", PARSERS)
@given(outlines=st.lists(any_outline, min_size=1, max_size=2))
@example(outlines=[SAMPLE_JA, SAMPLE_EN])
def test_a_parser_reads_the_tree_that_was_written(parser: MarkdownIt, outlines: list[Outline]) -> None:
    assert _read(markdown.write(outlines), parser) == _meant(outlines)


@pytest.mark.parametrize("parser", PARSERS)
@given(line=hostile_lines, other=hostile_lines)
@example(line=("!", Phrase("a", url="https://example.org/")), other=("#",))
@example(line=(Phrase("x", url="https://example.org/"), " a"), other=("C #", "#"))
@example(line=("\u3000a\u3000",), other=("\u00a0",))
@example(line=("www", "."), other=("http:", "//a.example"))
def test_a_text_is_shown_as_it_is_in_every_place(parser: MarkdownIt, line: Line, other: Line) -> None:
    inside = (Paragraphs((line, other)), Listing((Entry(NO_MARK, line),), numbered=True), Paragraphs((other,)))
    outline = _outline(
        Paragraphs((line,)),
        Section(NO_MARK, other, (Section(Mark("1", "\u3000", "1", 0), line, ()),)),
        Listing((Entry(Mark("(1)", "\u3000", "(1)", 1), other, inside), Entry(NO_MARK, line)), numbered=True),
        Table((line, other), ((other, line), (line, line))),
        title=line,
    )
    assert _read(markdown.write([outline]), parser) == _meant([outline])


def test_lists_side_by_side_stay_apart() -> None:
    listing = Listing((Entry(NO_MARK, ("開会",)),), numbered=True)
    table = Table((("時刻",),), ((("14:00",),),))
    assert _written(listing, table, listing, listing, Paragraphs((("以上",),)), listing) == (
        "- 開会\n\n| 時刻 |\n| --- |\n| 14:00 |\n\n- 開会\n\n* 開会\n\n以上\n\n- 開会\n"
    )


def test_an_entry_with_paragraphs_stands_apart_from_the_next() -> None:
    mark = Mark("(1)", "\u3000", "(1)", 1)
    inner = Listing((Entry(mark, ("発表",)), Entry(mark, ("討議",))), numbered=True)
    entries = (
        Entry(mark, ("開会",)),
        Entry(mark, ("議題",), (inner,)),
        Entry(mark, ("報告",), (Paragraphs((("了承",),)), inner)),
        Entry(mark, ("閉会",)),
    )
    assert _written(Listing(entries, numbered=True)).splitlines() == [
        "- (1)\u3000開会",
        "- (1)\u3000議題",
        "  - (1)\u3000発表",
        "  - (1)\u3000討議",
        "- (1)\u3000報告",
        "",
        "  了承",
        "",
        "  - (1)\u3000発表",
        "  - (1)\u3000討議",
        "",
        "- (1)\u3000閉会",
    ]


def test_a_bullet_is_that_of_markdown() -> None:
    bullets = Listing((Entry(Mark("・", "", "・", 0), ("国際団体等",)),), numbered=False)
    assert _written(bullets) == "- 国際団体等\n"


def test_a_section_inside_an_entry_is_a_heading_inside_an_item() -> None:
    section = Section(NO_MARK, ("概要",), (Paragraphs((("了承",),)),))
    assert (
        _written(Listing((Entry(NO_MARK, ("報告",), (section,)),), numbered=True)) == "- 報告\n\n  ## 概要\n\n  了承\n"
    )


def test_no_heading_is_below_the_sixth_level() -> None:
    section = Section(NO_MARK, ("最後",), ())
    for _ in range(6):
        section = Section(NO_MARK, ("概要",), (section,))
    assert _written(section).splitlines()[-3:] == ["###### 概要", "", "###### 最後"]


def test_a_table_has_a_head_and_a_line_a_row() -> None:
    table = Table((("Time",), ("Item",)), ((("14:00",), ("Opening",)), (("14:10",), ())))
    assert _written(table) == "| Time | Item |\n| --- | --- |\n| 14:00 | Opening |\n| 14:10 |  |\n"


def test_a_bar_in_a_cell_ends_no_cell() -> None:
    table = Table((("議題|1",), ("a\\|b",)), ((("|",), ("\\",)),))
    assert _read(_written(table)) == tuple(_meant_by([table], 2))


def test_plain_text_stays_legible() -> None:
    text = "第6回（2022.2.8）: 3-0, C:/New, a! (PDF／109KB) #1 + 1 = 2 www"
    assert _written(Paragraphs(((text,),))) == f"{text}\n"


@pytest.mark.parametrize("text", ["- a", "+ a", "# a", "= a", "> a", "1. a", "12) a"])
def test_a_sign_is_escaped_where_a_line_begins_and_nowhere_else(text: str) -> None:
    sign = text[:-2].lstrip("0123456789")
    assert _written(Paragraphs(((f"{text}{text}",),))) == text.replace(sign, "\\" + sign) + text + "\n"


def test_the_url_of_a_link_keeps_its_characters() -> None:
    link = Phrase("資料[1]", url="https://example.org/?a&b&copy;<c>\\d")
    assert _written(Paragraphs(((link,),))) == "[資料\\[1\\]](<https://example.org/?a&b\\&copy;\\<c\\>\\\\d>)\n"


def test_a_time_and_a_language_are_plain_but_a_note_is_printed() -> None:
    line: Line = (Phrase("2 p.m.", time="14:00", tag="en"), Phrase("（英語）", note=True))
    assert _written(Paragraphs((line,))) == "2 p.m.（英語）\n"


def test_no_document_is_no_text() -> None:
    assert markdown.write([]) == ""
