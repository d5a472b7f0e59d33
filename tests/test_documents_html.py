"""A page that is a tree again when it is read, whatever its texts hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

import strategies as strategy
from csegroup import LocalizedText
from csegroup.documents import text_to_html
from csegroup.documents.html import Html, element, stylesheet, write
from csegroup.documents.pairs import Heading, Item, rows_of
from csegroup.documents.tree import NO_MARK, Block, Entry, Listing, Mark, Outline, Paragraphs, Section, Table
from csegroup.wording.phrases import Line, Phrase, linked
from golden import golden
from trees import HOSTILE, SAMPLE_EN, SAMPLE_JA, any_outline

SAMPLES = {"ja": [SAMPLE_JA], "en": [SAMPLE_EN], "both": [SAMPLE_JA, SAMPLE_EN]}
MARK = Mark("(1)", "　", "(1)", 0)
VOID = {"meta"}


class Reader(HTMLParser):
    """Reads a page strictly: each tag is closed where it has to be, and no attribute comes twice."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.starts: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[tuple[str, str]] = []
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len({name for name, _ in attrs}) == len(attrs)
        self.starts.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append((self.open[-1] if self.open else "", data))

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    def text(self) -> str:
        return "".join(data for tag, data in self.texts if tag not in {"title", "style"}).replace("\n", "")

    def found(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.starts if name == tag]


def seen(line: Line) -> str:
    return "".join(run if isinstance(run, str) else run.text * (not run.note) for run in line)


def texts_of(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Paragraphs():
                yield from map(seen, block.lines)
            case Section():
                yield f"{block.mark}{seen(block.heading)}"
                yield from texts_of(block.blocks)
            case Listing():
                for entry in block.entries:
                    yield f"{entry.mark.text}{seen(entry.line)}"
                    yield from texts_of(entry.blocks)
            case Table():
                yield from (seen(cell) for row in (block.head, *block.rows) for cell in row)


def text_of(outline: Outline) -> str:
    return "".join([seen(outline.title), *texts_of(outline.blocks)]).replace("\n", "")


def a_page_of(*runs: str | Phrase, language: str = "ja") -> str:
    return write([Outline(language, ("題",), (Paragraphs((runs,)),), "", wide=True)], fragment=True)


def runs_of(page: str) -> str:
    return page.partition("<p>")[2].rpartition("</p>")[0]


@pytest.mark.parametrize("name", SAMPLES)
def test_the_samples_are_written_as_they_were_once_read_by_eye(name: str) -> None:
    golden(f"trees/{name}.html", write(SAMPLES[name]).encode())


@given(any_outline, st.booleans())
def test_a_page_read_again_has_the_text_of_its_tree(outline: Outline, fragment: bool) -> None:  # noqa: FBT001
    assert Reader(write([outline], fragment=fragment)).text() == text_of(outline)


@given(any_outline)
def test_no_page_holds_a_script_or_a_style_of_an_element(outline: Outline) -> None:
    starts = Reader(write([outline, outline])).starts
    assert "script" not in {tag for tag, _ in starts}
    attributes = {name for _, found in starts for name in found}
    assert attributes <= {"charset", "class", "content", "datetime", "href", "lang", "name", "role", "scope"}


@given(any_outline)
def test_a_side_of_two_has_the_text_of_the_outline_alone(outline: Outline) -> None:
    other = Outline("fr", outline.title, outline.blocks, outline.indent, outline.wide)
    rows = read_rows(write([outline, other], fragment=True))
    assert all(row == (row[0], row[0]) for row in rows)
    assert "".join(row[0] for row in rows) == text_of(outline)


@given(any_outline)
def test_the_rows_of_two_are_those_that_pairs_gives(outline: Outline) -> None:
    [_, *rows] = read_rows(write([outline, outline], fragment=True))
    assert rows == [tuple(map(cell_text, row.cells)) for row in rows_of([outline.blocks, outline.blocks])]


def cell_text(cell: Heading | Item | Paragraphs | Table) -> str:
    match cell:
        case Heading():
            return f"{cell.mark}{seen(cell.line)}".replace("\n", "")
        case Item():
            return f"{cell.mark.text}{seen(cell.line)}".replace("\n", "")
        case _:
            return "".join(texts_of((cell,))).replace("\n", "")


def read_rows(page: str) -> list[tuple[str, ...]]:
    """Read the rows of a fragment, each a tuple of the texts of its cells."""
    rows = re.findall(r'<(h\d|div) class="row">\n(.*?)\n</\1>(?=\n|</li>)', page, re.DOTALL)
    cells = [re.split(r"(?<=>)\n(?=<(?:div|span) lang=[^>]*>)", inside) for _, inside in rows]
    return [tuple(unescape(re.sub(r"<[^>]*>", "", cell)).replace("\n", "") for cell in row) for row in cells]


def test_headings_follow_each_other_without_a_gap_and_end_at_the_sixth() -> None:
    inner: tuple[Block, ...] = ()
    for _ in range(7):
        inner = (Section(NO_MARK, ("節",), inner),)
    outline = Outline("ja", ("題",), inner, "", wide=True)
    for fragment, first in ((False, 1), (True, 2)):
        headings = [tag for tag, _ in Reader(write([outline], fragment=fragment)).starts if re.fullmatch(r"h\d", tag)]
        assert headings == [f"h{min(level, 6)}" for level in range(first, first + 8)]


def test_a_section_within_an_entry_has_the_next_heading() -> None:
    entry = Entry(MARK, ("項",), (Section(NO_MARK, ("節",), ()),))
    page = write([Outline("ja", ("題",), (Listing((entry,), numbered=True),), "", wide=True)])
    assert "<div>項</div>\n<h2>節</h2>\n</li>" in page


def test_a_page_says_its_language_its_title_and_its_characters() -> None:
    page = write([SAMPLE_JA, SAMPLE_EN])
    reader = Reader(page)
    assert page.startswith('<!DOCTYPE html>\n<html lang="ja" class="csegroup-page">\n<head>\n<meta charset="utf-8">\n')
    title = "第6回専門家会合　次第（仮訳） / Program of the 6th Specialist Group Meeting"
    assert ("title", title) in reader.texts
    assert len(reader.found("h1")) == len(reader.found("main")) == 1


def test_a_fragment_is_the_article_alone() -> None:
    page = write([SAMPLE_EN], fragment=True)
    assert page.startswith('<article class="csegroup" lang="en">\n<h2>')
    assert page.endswith("\n</article>\n")


def test_a_list_says_that_it_is_one_and_shows_its_marks_as_text() -> None:
    reader = Reader(write([SAMPLE_JA]))
    assert [found["role"] for tag in ("ol", "ul") for found in reader.found(tag)] == ["list"] * 3
    assert [data for tag, data in reader.texts if tag == "span"][:4] == ["・", "・", "(1)", "(2)"]


def test_what_has_no_mark_has_no_empty_element() -> None:
    outline = Outline("ja", ("題",), (Listing((Entry(NO_MARK, ("項",)),), numbered=False),), "", wide=True)
    assert '<ul role="list">\n<li><div>項</div></li>\n</ul>' in write([outline])


def test_a_column_of_a_table_has_its_head() -> None:
    assert Reader(write([SAMPLE_JA])).found("th") == [{"scope": "col"}, {"scope": "col"}]


@pytest.mark.parametrize(
    ("tag", "language", "lang"),
    [
        ("en", "ja", "en"),
        ("en-GB", "ja", "en-GB"),
        ("en-GB-oxendict", "ja", "en-GB"),
        ("zh-Hant", "ja", "zh-Hant"),
        ("zh-Hant-TW", "zh-Hans", "zh-Hant-TW"),
        ("es-419", "ja", "es-419"),
        ("ja-t-en", "en", "ja"),
        ("ja-t-en", "ja", ""),
        ("ja-Latn", "ja", "ja-Latn"),
        ("ja-JP", "ja", ""),
        ("en", "en-GB", ""),
        ("en-US", "en-GB", ""),
        ("jsl", "ja", "jsl"),
        ("und", "ja", ""),
        ("", "ja", ""),
        ("x-own", "ja", ""),
        ('en" onclick="alert(1)', "ja", ""),
        ("en", "x-own", "en"),
    ],
)
def test_a_run_in_another_language_says_which(tag: str, language: str, lang: str) -> None:
    text = runs_of(a_page_of(Phrase("Text 文", tag=tag), language=language))
    assert text == (f'<span lang="{lang}">Text 文</span>' if lang else "Text 文")


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/",
        "HTTP://example.org",
        "mailto:office@example.go.jp",
        "tel:+81-3-0000-0000",
        "./6/index.html",
        "../ja/#a",
    ],
)
def test_an_address_that_a_browser_may_follow_is_a_link(url: str) -> None:
    assert runs_of(a_page_of(Phrase("資料1", url=url))) == f'<a href="{url}">資料1</a>'


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        " javascript:alert(1)",
        "JaVaScRiPt:x",
        "java\nscript:alert(1)",
        "\x01https://example.org",
        "data:text/html,x",
        "vbscript:x",
        "file:///",
        "//a",
        "/a/b",
        ".a",
        "..",
        ".../a",
        "https",
        "",
    ],
)
def test_any_other_address_is_text(url: str) -> None:
    assert runs_of(a_page_of(Phrase("資料1", url=url))) == "資料1"


def test_an_address_ends_where_it_ends() -> None:
    url = "https://example.org/\" onclick='alert(1)'><b>&amp;"
    [link] = Reader(a_page_of(Phrase("資", tag="en", url=url))).found("a")
    assert link == {"href": url, "lang": "en"}


def linked_title(*runs: str | Phrase, language: str = "en") -> str:
    return runs_of(a_page_of(*linked(runs, "https://example.org/"), language=language))


def test_what_leads_to_one_place_is_one_link() -> None:
    title = linked_title(
        "6th ", Phrase("Group", "en-t-ja"), Phrase("警察庁", "ja"), Phrase(" (in Japanese)", note=True)
    )
    assert title == '<a href="https://example.org/">6th Group<span lang="ja">警察庁</span></a>'
    assert linked_title(Phrase("警察庁", "ja"), Phrase("の会議", "ja-t-en")) == (
        '<a href="https://example.org/" lang="ja">警察庁の会議</a>'
    )


def test_what_leads_to_two_places_is_two_links() -> None:
    pair = (Phrase("資料1", url="https://example.org/1"), Phrase("資料2", url="https://example.org/2"))
    assert runs_of(a_page_of(*pair)) == (
        '<a href="https://example.org/1">資料1</a><a href="https://example.org/2">資料2</a>'
    )


def test_a_time_says_when_it_is_and_may_be_in_another_language_and_a_link() -> None:
    url = "https://example.org/"
    time = '<time datetime="2022-02-08">February 8</time>'
    assert runs_of(a_page_of(Phrase("February 8", "en", url, "2022-02-08"))) == f'<a href="{url}" lang="en">{time}</a>'
    assert runs_of(a_page_of(Phrase("February 8", "en", time="2022-02-08"))) == f'<span lang="en">{time}</span>'
    assert runs_of(a_page_of(Phrase("February 8", time="2022-02-08"))) == time


def test_a_note_for_readers_of_plain_text_is_left_out() -> None:
    outline = Outline("en", ("Title", Phrase(" (in Japanese)", note=True)), SAMPLE_EN.blocks, "", wide=False)
    assert "(in Japanese)" not in write([outline])
    assert runs_of(a_page_of("題", Phrase("（英語）", note=True, tag="en"))) == "題"


def test_a_hostile_text_is_text_wherever_it_stands() -> None:
    line = (
        HOSTILE,
        Phrase(HOSTILE, tag="en"),
        Phrase(HOSTILE, url="https://example.org"),
        Phrase(HOSTILE, time="2022"),
    )
    hostile = Mark(HOSTILE, "<b>", HOSTILE, 0)
    listing = Listing((Entry(hostile, line, (Paragraphs((line,)),)),), numbered=True)
    blocks = (Section(hostile, line, (listing, Table((line,), ((line,),)))),)
    outline = Outline("ja", line, blocks, "", wide=True)
    reader = Reader(write([outline]))
    assert reader.text() == text_of(outline)
    assert {tag for tag, _ in reader.starts}.isdisjoint({"b", "script"})


def test_text_becomes_markup_by_an_element_alone() -> None:
    assert element("p", "<b>") == "<p>&lt;b&gt;</p>"
    assert element("p", Html("<b></b>"), "&", lang="") == "<p><b></b>&amp;</p>"
    assert element("p", element("b", "a") + "<i>") == "<p>&lt;b&gt;a&lt;/b&gt;&lt;i&gt;</p>"
    assert element("meta", charset='"><b>') == '<meta charset="&quot;&gt;&lt;b&gt;">'


def test_outlines_of_different_shapes_are_refused() -> None:
    entry = Entry(MARK, ("項",))
    longer = Entry(MARK, ("項",), (Paragraphs((("段落",),)),))
    one, other = (Outline("ja", ("題",), (Listing((e,), numbered=True),), "", wide=True) for e in (entry, longer))
    with pytest.raises(ValueError, match="zip"):
        write([one, other])


def test_every_rule_of_the_style_keeps_to_the_article() -> None:
    rules = re.sub(r"/\*.*?\*/", "", stylesheet(), flags=re.DOTALL)
    names = [name.strip() for found in re.findall(r"([^{};]+)\{", rules) for name in split_selectors(found)]
    at_rules = {name for name in names if name.startswith("@")}
    assert {name.split()[0] for name in at_rules} == {"@media", "@page", "@bottom-center", "@supports"}
    assert "@page csegroup-page" in at_rules
    assert all(re.match(r"\.(csegroup|csegroup-page|side-by-side\.csegroup)(?![\w-])", n) for n in {*names} - at_rules)


def split_selectors(selectors: str) -> list[str]:
    text = selectors.strip()
    return [text] if text.startswith("@") else re.split(r",(?![^()]*(?:\([^()]*\)[^()]*)*\))", text)


def test_the_style_fetches_nothing_and_ends_no_element() -> None:
    assert not re.search(r"url\(|@import|</|https?:", stylesheet())


@given(strategy.lines, st.sampled_from(["ja", "en"]))
def test_a_text_by_itself_is_markup_that_reads_as_it_is_and_says_its_language(text: object, locale: str) -> None:
    written = text_to_html(LocalizedText(text), locale=locale)  # type: ignore[arg-type] # a text of any languages
    tag, found = LocalizedText(text).best(locale)  # type: ignore[arg-type] # likewise
    read = unescape(re.sub("</?span[^>]*>", "", written))
    assert read.startswith(found)
    assert (read == found) is ("-t-" not in tag)
    assert ('<span lang="' in written) is (tag.split("-")[0] not in {locale, "und"})


def test_a_text_by_itself_is_no_markup_and_is_marked() -> None:
    assert text_to_html({"en-t-ja": "<b>&"}, locale="en") == "&lt;b&gt;&amp; (unofficial translation)"
    assert text_to_html({"ja": "総会"}, locale="en") == '<span lang="ja">総会</span>'
    assert strategy.refused(text_to_html, text="総会", locale="ja").field == "text"
    assert strategy.refused(text_to_html, text={"ja": "総会"}, locale="fr").field == "locale"
