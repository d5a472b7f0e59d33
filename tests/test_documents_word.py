"""A Word document: its text and marks as Word counts them, languages, links, and what other programs see."""

from __future__ import annotations

import importlib
import io
import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from docx import Document
from docx.oxml.ns import nsmap, qn
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree  # type: ignore[import-untyped] # it has no types
from openxml_audit import OpenXmlValidator  # type: ignore[import-untyped] # likewise

from csegroup.documents.pairs import Heading, Item, rows_of
from csegroup.documents.tree import NO_MARK, Block, Entry, Listing, Mark, Outline, Paragraphs, Section, Table
from csegroup.documents.word import write
from csegroup.errors import CsegroupError
from csegroup.style import SERIES
from csegroup.wording.numbering import mark
from csegroup.wording.phrases import Line, Phrase
from trees import HOSTILE, SAMPLE_EN, SAMPLE_JA, any_outline

Element: TypeAlias = Any  # lxml has no types

MODULES = ("csegroup.documents.word_package", "csegroup.documents.word")
BOTH = [SAMPLE_JA, SAMPLE_EN]
KANA = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
ROMAN = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
COUNTED = {
    "aiueoFullWidth": [*KANA],
    "decimalEnclosedCircle": [*CIRCLED],
    "ganada": [*"가나다라마바사아자차카타파하"],
    "lowerRoman": [tens + ones for tens in ("", "x", "xx") for ones in ROMAN][1:],
}


def part(data: bytes, name: str) -> Element:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return etree.fromstring(package.read(name))


def value(element: Element, path: str, attribute: str = "w:val") -> str:
    [found] = element.xpath(path, namespaces=nsmap)
    return str(found.get(qn(attribute)))


def written(form: str, n: int) -> str:
    """Write a number as ECMA-376 part 1, section 17.18.59, says."""
    match form:
        case "decimal":
            return str(n)
        case "decimalFullWidth":
            return str(n).translate({ord("0") + digit: ord("０") + digit for digit in range(10)})
        case "lowerLetter" | "upperLetter":
            letter = chr(ord("a") + (n - 1) % 26) * ((n - 1) // 26 + 1)
            return letter.upper() if form == "upperLetter" else letter
        case "upperRoman":
            return written("lowerRoman", n).upper()
        case _:
            return COUNTED[form][n - 1] if form in COUNTED else ""


class Numbering:
    """Word's numbers: one count a level and list; a deeper level begins anew below each; a w:num may begin anew."""

    def __init__(self, root: Element) -> None:
        self.lists = {
            known.get(qn("w:abstractNumId")): known for known in root.xpath("./w:abstractNum", namespaces=nsmap)
        }
        self.numbers = {known.get(qn("w:numId")): known for known in root.xpath("./w:num", namespaces=nsmap)}
        self.counts: dict[tuple[str, int], int] = {}
        self.used: set[tuple[str, int]] = set()

    def mark(self, number: str, depth: int) -> str:
        """Give what stands before the next paragraph with this w:num."""
        key = value(self.numbers[number], "./w:abstractNumId")
        anew = self.numbers[number].xpath(f"./w:lvlOverride[@w:ilvl='{depth}']/w:startOverride", namespaces=nsmap)
        if anew and (number, depth) not in self.used:
            self.counts[key, depth] = int(anew[0].get(qn("w:val"))) - 1
        self.used.add((number, depth))
        self.counts[key, depth] = self.counts.get((key, depth), 0) + 1
        for deeper in range(depth + 1, 9):
            self.counts.pop((key, deeper), None)
        [level] = self.lists[key].xpath(f"./w:lvl[@w:ilvl='{depth}']", namespaces=nsmap)
        text = value(level, "./w:lvlText")
        form = value(level, "./w:numFmt")
        behind = {"nothing": "", "space": " "}[value(level, "./w:suff")]
        return text.replace(f"%{depth + 1}", written(form, self.counts[key, depth])) + behind


def paragraphs_of(data: bytes) -> list[str]:
    """Give each paragraph that has a text as Word shows it."""
    numbers = Numbering(part(data, "word/numbering.xml"))
    seen = []
    for paragraph in part(data, "word/document.xml").xpath(".//w:p", namespaces=nsmap):
        text = "".join(found.text or "" for found in paragraph.xpath(".//w:t", namespaces=nsmap))
        if numbered := paragraph.xpath("./w:pPr/w:numPr", namespaces=nsmap):
            text = numbers.mark(value(numbered[0], "./w:numId"), int(value(numbered[0], "./w:ilvl"))) + text
        seen.append(text)
    return [text for text in seen if text]


def text_of(line: Line) -> str:
    return "".join(run if isinstance(run, str) else "" if run.note else run.text for run in line)


def texts_of(cell: Heading | Item | Paragraphs | Table) -> Iterator[str]:
    match cell:
        case Heading() | Item():
            yield (str(cell.mark) if cell.mark.text else "") + text_of(cell.line)
        case Paragraphs():
            yield from map(text_of, cell.lines)
        case Table():
            for row in (cell.head, *cell.rows):
                yield from map(text_of, row)


def shown(outlines: Sequence[Outline]) -> list[str]:
    """Give what a reader has to see, row by row."""
    rows = rows_of([outline.blocks for outline in outlines])
    texts = [text for row in rows for cell in row.cells for text in texts_of(cell)]
    return [text for text in (*(text_of(outline.title) for outline in outlines), *texts) if text]


def outline_of(*blocks: Block, language: str = "ja", title: Line = ("題",)) -> Outline:
    return Outline(language, title, blocks, "　", wide=True)


def series(first: str, *marks: str, gap: str = "　", level: int = 0, blocks: tuple[Block, ...] = ()) -> Listing:
    return Listing(tuple(Entry(Mark(text, gap, first, level), ("議題",), blocks) for text in marks), numbered=True)


def marks_of(first: str, n: int) -> list[str]:
    return [mark(first, i) for i in range(1, n + 1)]


def nth(first: str, n: int) -> str:
    """Give the nth mark of a series, or a bullet, which never changes."""
    return mark(first, n) if any(series in first for series in SERIES) else first


def properties_of(data: bytes, text: str) -> Element:
    """Give the w:rPr of the run that holds a text."""
    runs = [
        run
        for run in part(data, "word/document.xml").xpath(".//w:r", namespaces=nsmap)
        if text == "".join(found.text or "" for found in run.xpath("./w:t", namespaces=nsmap))
    ]
    return runs[0].xpath("./w:rPr", namespaces=nsmap)[0]


def language_of(data: bytes, text: str) -> dict[str, str]:
    found = properties_of(data, text).xpath("./w:lang", namespaces=nsmap)
    return {name.partition("}")[2]: tag for name, tag in found[0].attrib.items()} if found else {}


def as_text_marks(data: bytes) -> list[str]:
    """Give the paragraphs that Word does not number."""
    paragraphs = part(data, "word/document.xml").xpath(".//w:p[not(w:pPr/w:numPr)]", namespaces=nsmap)
    return [
        "".join(found.text or "" for found in paragraph.xpath(".//w:t", namespaces=nsmap)) for paragraph in paragraphs
    ]


def findings(data: bytes, folder: Path) -> list[str]:
    file = folder / "program.docx"
    file.write_bytes(data)
    result = OpenXmlValidator().validate(file)
    return [f"{error.part_uri} {error.path}: {error.description}" for error in result.errors]


# Text.


@pytest.mark.parametrize("outlines", [[SAMPLE_JA], [SAMPLE_EN], BOTH, BOTH[::-1]])
def test_every_text_comes_back_in_order_with_its_mark(outlines: list[Outline]) -> None:
    assert paragraphs_of(write(outlines)) == shown(outlines)


@given(any_outline)
def test_any_outline_comes_back_in_order_with_its_marks(outline: Outline) -> None:
    assert paragraphs_of(write([outline])) == shown([outline])


@given(any_outline)
def test_any_two_outlines_stand_side_by_side(outline: Outline) -> None:
    other = outline._replace(language="en" if outline.language == "ja" else "ja")
    assert paragraphs_of(write([outline, other])) == shown([outline, other])


looks = st.tuples(
    st.sampled_from(["1", "１", "(1)", "（１）", "第1", "ア", "(a)", "A", "①", "가", "i.", "I", "・", "-"]),
    st.sampled_from(["　", " ", ""]),
)


@st.composite
def numbered_lists(draw: st.DrawFn, depth: int = 0) -> tuple[Block, ...]:
    """Draw lists whose marks count on as those of a program do, now and then not from the first, or are left out."""
    lists = []
    for first, gap in draw(st.lists(looks, max_size=2)):
        start = draw(st.sampled_from([1, 1, 1, 2, 19]))
        entries = []
        for n in range(start, start + draw(st.integers(1, 3))):
            own = Mark(nth(first, n), gap, first, depth)
            inside = draw(numbered_lists(depth + 1)) if depth < 2 else ()
            entries.append(Entry(draw(st.sampled_from([own, own, own, NO_MARK])), (f"議題{n}",), inside))
        lists.append(Listing(tuple(entries), numbered=True))
    return tuple(lists)


@given(numbered_lists())
def test_lists_that_follow_each_other_in_any_way_count_as_they_should(blocks: tuple[Block, ...]) -> None:
    outline = outline_of(*blocks)
    assert paragraphs_of(write([outline, outline])) == shown([outline, outline])


def test_python_docx_reads_every_paragraph_with_its_style() -> None:
    read = [(p.style.name if p.style else "", p.text) for p in Document(io.BytesIO(write([SAMPLE_JA]))).paragraphs]
    assert read[:4] == [
        ("Title", "第6回専門家会合　次第（仮訳）"),
        ("Body Text", "会場を変更しました。"),
        ("Heading 1", "開催日時・場所"),
        ("Body Text", "令和4年2月8日(火)午後2時から"),
    ]
    assert ("List Bullet", "国際団体等") in read
    assert ("List Number", "閉会") in read


def test_a_note_for_readers_of_plain_text_is_left_out() -> None:
    data = write([SAMPLE_JA])
    assert not [text for text in paragraphs_of(data) if "（英語）" in text]
    assert (
        Document(io.BytesIO(write([outline_of(title=("題", Phrase("（英語）", note=True)))]))).core_properties.title
        == "題"
    )


def test_what_xml_cannot_hold_is_written_as_the_replacement_character() -> None:
    outline = outline_of(
        Paragraphs((("𠮷\ufffe葛\U000e0100\uffffｶﾞ", Phrase("a", url="https://example.org/\uffff")),)),
        series("\ufffe", "\ufffe"),
        title=("\uffff",),
    )
    assert paragraphs_of(write([outline])) == ["�", "𠮷�葛\U000e0100�ｶﾞa", "�　議題"]


def test_white_space_at_the_ends_of_a_text_is_kept() -> None:
    assert paragraphs_of(write([outline_of(Paragraphs((("　資料1", " ", "資料2 "),)))]))[1] == "　資料1 資料2 "


# Numbers.


@pytest.mark.parametrize(
    ("first", "form", "text"),
    [
        ("1", "decimal", "%1　"),
        ("１", "decimalFullWidth", "%1　"),
        ("(1)", "decimal", "(%1)　"),
        ("（１）", "decimalFullWidth", "（%1）　"),
        ("第1", "decimal", "第%1　"),
        ("ア", "aiueoFullWidth", "%1　"),
        ("(a)", "lowerLetter", "(%1)　"),
        ("A", "upperLetter", "%1　"),
        ("①", "decimalEnclosedCircle", "%1　"),
        ("가", "ganada", "%1　"),
        ("i.", "lowerRoman", "%1.　"),
        ("I", "upperRoman", "%1　"),
        ("・", "none", "・　"),
    ],
)
def test_a_series_is_a_number_format_of_words(first: str, form: str, text: str) -> None:
    data = write([outline_of(series(first, first))])
    level = part(data, "word/numbering.xml").xpath("./w:abstractNum/w:lvl[@w:ilvl='0']", namespaces=nsmap)[0]
    assert (value(level, "./w:numFmt"), value(level, "./w:lvlText"), value(level, "./w:suff")) == (
        form,
        text,
        "nothing",
    )


@pytest.mark.parametrize(("first", "gap", "behind"), [("・", "", "nothing"), ("-", " ", "space")])
def test_a_bullet_is_one_character(first: str, gap: str, behind: str) -> None:
    level = part(write([outline_of(series(first, first, gap=gap))]), "word/numbering.xml").xpath(
        ".//w:lvl", namespaces=nsmap
    )[0]
    assert (value(level, "./w:numFmt"), value(level, "./w:lvlText"), value(level, "./w:suff")) == (
        "bullet",
        first,
        behind,
    )


def test_numbers_up_to_the_last_that_word_prints_alike_are_words_and_then_text() -> None:
    circled, kana = marks_of("①", 22), marks_of("ア", 46)
    data = write([outline_of(series("①", *circled), series("ア", *kana), series("a", *marks_of("a", 28)))])
    assert as_text_marks(data)[1:] == ["㉑　議題", "㉒　議題"]


def test_a_number_that_goes_on_from_another_list_is_text() -> None:
    data = write([outline_of(series("1", "1", "2"), Paragraphs((("休憩",),)), series("1", "5", "6"))])
    assert as_text_marks(data)[1:] == ["休憩", "5　議題", "6　議題"]


def test_a_list_begins_anew_with_its_first_mark() -> None:
    data = write([outline_of(series("1", "1", "2"), series("1", "1", "2"))])
    assert [text[0] for text in paragraphs_of(data)[1:]] == ["1", "2", "1", "2"]
    assert len(part(data, "word/numbering.xml").xpath("./w:num", namespaces=nsmap)) == 2


def test_a_level_below_a_number_of_the_same_list_begins_anew_by_itself() -> None:
    below = series("(1)", "(1)", "(2)", level=1)
    data = write([outline_of(series("1", "1", "2", blocks=(below,)))])
    assert [text.partition("　")[0] for text in paragraphs_of(data)[1:]] == ["1", "(1)", "(2)", "2", "(1)", "(2)"]
    assert len(part(data, "word/numbering.xml").xpath("./w:num", namespaces=nsmap)) == 1


def test_a_level_below_what_is_not_numbered_begins_anew() -> None:
    below = series("(1)", "(1)", "(2)", level=0)
    sections = [Section(NO_MARK, ("次第",), (below,)) for _ in range(2)]
    data = write([outline_of(*sections)])
    assert len(part(data, "word/numbering.xml").xpath("./w:num", namespaces=nsmap)) == 2
    assert as_text_marks(data) == ["題", "次第", "次第"]


@pytest.mark.parametrize(
    ("first", "marks"), [("%1", ["%1", "%2"]), ("100%・", ["100%・"]), ("1", ["x"]), ("・", ["-"])]
)
def test_a_mark_that_word_would_not_print_as_it_is_is_text(first: str, marks: list[str]) -> None:
    data = write([outline_of(series(first, *marks))])
    assert as_text_marks(data)[1:] == [f"{text}　議題" for text in marks]


def test_a_tree_deeper_than_words_nine_levels_goes_on_with_text() -> None:
    blocks: tuple[Block, ...] = ()
    for depth in reversed(range(11)):
        inside = series("1", "1", level=depth, blocks=blocks)
        blocks = (Section(Mark("1", "　", "1", depth), ("節",), blocks) if depth % 2 else inside,)
    outline = outline_of(*blocks)
    data = write([outline])
    assert paragraphs_of(data) == shown([outline])
    assert as_text_marks(data)[1:] == ["1　節", "1　議題"]


def test_an_indent_is_counted_in_full_width_characters() -> None:
    [ja] = part(write([outline_of(series("(1)", "(1)"))]), "word/numbering.xml").xpath(
        ".//w:lvl[@w:ilvl='1']//w:ind", namespaces=nsmap
    )
    assert (ja.get(qn("w:left")), ja.get(qn("w:hanging"))) == ("210", "0")
    [first] = part(write([outline_of(series("(1)", "(1)"))]), "word/numbering.xml").xpath(
        ".//w:lvl[@w:ilvl='0']//w:ind", namespaces=nsmap
    )
    assert (first.get(qn("w:left")), first.get(qn("w:hanging"))) == ("525", "525")


# Languages and links.


@pytest.mark.parametrize(
    ("language", "tag", "expected"),
    [
        ("ja", "", {}),
        ("ja", "und", {}),
        ("ja", "ja-t-en", {}),
        ("ja", "x-gov", {}),
        ("ja", "en", {"val": "en", "bidi": "en"}),
        ("ja", "en-GB-oxendict", {"val": "en-GB", "bidi": "en-GB"}),
        ("ja", "de-1996", {"val": "de", "bidi": "de"}),
        ("ja", "zh-Hant", {"eastAsia": "zh-Hant"}),
        ("ja", "es-419-x-a", {"val": "es-419", "bidi": "es-419"}),
        ("en", "ja-t-en", {"eastAsia": "ja"}),
        ("en-GB", "en", {"val": "en", "bidi": "en"}),
        ("en-GB", "en-GB", {}),
    ],
)
def test_a_text_in_another_language_says_which(language: str, tag: str, expected: dict[str, str]) -> None:
    data = write([outline_of(Paragraphs(((Phrase("発表", tag=tag),),)), language=language)])
    assert language_of(data, "発表") == expected


@pytest.mark.parametrize(("language", "latin"), [("ja", "en-US"), ("en", "en-US"), ("en-GB", "en-GB"), ("fr", "fr")])
def test_a_document_says_its_language(language: str, latin: str) -> None:
    data = write([outline_of(language=language)])
    default = part(data, "word/styles.xml").xpath("./w:docDefaults//w:lang", namespaces=nsmap)[0]
    assert (default.get(qn("w:val")), default.get(qn("w:eastAsia"))) == (latin, "ja-JP")
    assert Document(io.BytesIO(data)).core_properties.language == language


def test_a_column_in_another_language_says_so_in_every_run_and_mark() -> None:
    data = write(BOTH)
    assert language_of(data, "Closing") == {"val": "en", "bidi": "en"}
    assert language_of(data, "閉会") == {}
    fonts = {
        text: properties_of(data, text).xpath("./w:rFonts", namespaces=nsmap)[0].get(qn("w:ascii"))
        for text in ("Program of the 6th Specialist Group Meeting", "Attendees", "Closing", "Time", HOSTILE)
        if properties_of(data, text).xpath("./w:rFonts", namespaces=nsmap)
    }
    assert fonts == {
        "Program of the 6th Specialist Group Meeting": "Arial",
        "Attendees": "Arial",
        "Closing": "Times New Roman",
        "Time": "Arial",
    }
    reversed_fonts = properties_of(write(BOTH[::-1]), "閉会").xpath("./w:rFonts", namespaces=nsmap)[0]
    assert {reversed_fonts.get(qn(f"w:{name}")) for name in ("ascii", "hAnsi", "eastAsia")} == {"ＭＳ 明朝"}


def test_digits_are_in_the_japanese_face_in_japanese_and_kanji_too_in_english() -> None:
    for outline, ascii_font in ((SAMPLE_JA, "ＭＳ 明朝"), (SAMPLE_EN, "Times New Roman")):
        default = part(write([outline]), "word/styles.xml").xpath("./w:docDefaults//w:rFonts", namespaces=nsmap)[0]
        assert (default.get(qn("w:ascii")), default.get(qn("w:eastAsia"))) == (ascii_font, "ＭＳ 明朝")


def test_a_link_leads_to_its_target() -> None:
    document = Document(io.BytesIO(write([SAMPLE_JA])))
    links = [(link.text, link.address) for p in document.paragraphs for link in p.hyperlinks]
    assert links == [
        ("https://www.example.go.jp/", "https://www.example.go.jp/"),
        ("資料1", "https://www.example.go.jp/1.pdf"),
    ]


def test_a_target_that_is_named_twice_is_written_once() -> None:
    line = (
        Phrase("資料1", url='https://example.org/?a=1&b="2"'),
        Phrase("資料2", url='https://example.org/?a=1&b="2"'),
    )
    data = write([outline_of(Paragraphs((line,)))])
    relations = part(data, "word/_rels/document.xml.rels")
    assert [r.get("Target") for r in relations if r.get("TargetMode") == "External"] == [
        'https://example.org/?a=1&b="2"'
    ]


# Layout.


def test_a_table_repeats_its_head_and_keeps_its_rows_whole() -> None:
    [table] = part(write([SAMPLE_JA]), "word/document.xml").xpath(".//w:tbl", namespaces=nsmap)
    assert [
        bool(row.xpath("./w:trPr/w:tblHeader", namespaces=nsmap)) for row in table.xpath("./w:tr", namespaces=nsmap)
    ] == [True, False, False]
    assert all(row.xpath("./w:trPr/w:cantSplit", namespaces=nsmap) for row in table.xpath("./w:tr", namespaces=nsmap))


def widths_of(outline: Outline) -> list[int]:
    return [
        int(c.get(qn("w:w")))
        for c in part(write([outline]), "word/document.xml").xpath(".//w:gridCol", namespaces=nsmap)
    ]


def test_a_column_of_short_texts_is_narrow() -> None:
    narrow, wide = widths_of(outline_of(Table((("時刻",), ("内容",)), ((("午後2時",), ("あ" * 60,)),))))
    assert narrow < wide / 4
    assert narrow + wide == 8504
    even = widths_of(outline_of(Table((("時刻",), ("内容",)), ((("あ" * 60,), ("あ" * 60,)),))))
    assert even == [4252, 4252]


def test_a_table_of_short_texts_is_as_wide_as_the_page() -> None:
    assert sum(widths_of(outline_of(Table((("時刻",), ("内容",)), ())))) == 8504


def test_two_languages_stand_in_two_columns_under_their_titles() -> None:
    [table] = Document(io.BytesIO(write(BOTH))).tables
    assert [cell.text for cell in table.rows[0].cells] == [text_of(outline.title) for outline in BOTH]
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert ["次第", "Program"] in rows
    assert ["閉会", "Closing"] in rows
    assert part(write(BOTH), "word/document.xml").xpath("./w:body/w:tbl/w:tr[1]/w:trPr/w:tblHeader", namespaces=nsmap)


def test_a_heading_stays_with_what_follows_and_an_item_with_what_is_under_it() -> None:
    data = write([SAMPLE_JA])
    styles = part(data, "word/styles.xml")
    assert styles.xpath("./w:style[@w:styleId='Heading1']/w:pPr/w:keepNext", namespaces=nsmap)
    kept = part(data, "word/document.xml").xpath(".//w:p[w:pPr/w:keepNext]//w:t[1]", namespaces=nsmap)
    assert [found.text for found in kept if found.text != "資料1"][:2] == ["発表", "Front line efforts"]


def test_the_page_is_a4_with_its_number_at_the_foot() -> None:
    section = Document(io.BytesIO(write([SAMPLE_JA]))).sections[0]
    assert section.page_width is not None
    assert section.page_height is not None
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert section.footer.paragraphs[0].text.startswith("- ")
    assert value(part(write([SAMPLE_JA]), "word/footer1.xml"), ".//w:fldSimple", "w:instr") == " PAGE "
    assert part(write([SAMPLE_JA]), "word/document.xml").xpath(
        ".//w:sectPr/w:docGrid[@w:linePitch='360']", namespaces=nsmap
    )


# The file.


@given(any_outline)
@settings(max_examples=15)
def test_any_outline_is_a_valid_package(tmp_path_factory: pytest.TempPathFactory, outline: Outline) -> None:
    folder = tmp_path_factory.mktemp("word")
    assert findings(write([outline]), folder) == []
    assert findings(write([outline, outline._replace(language="en")]), folder) == []


@pytest.mark.parametrize("outlines", [[SAMPLE_JA], [SAMPLE_EN], BOTH, [outline_of()]])
def test_a_validator_finds_nothing(outlines: list[Outline], tmp_path: Path) -> None:
    assert findings(write(outlines), tmp_path) == []


def test_the_validator_would_find_a_fault(tmp_path: Path) -> None:
    data, broken = write([SAMPLE_JA]), io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(broken, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b"<w:keepNext/><w:numPr>", b"<w:ind/><w:numPr>"))
    assert findings(broken.getvalue(), tmp_path)


@given(any_outline)
def test_the_same_outline_gives_the_same_bytes(outline: Outline) -> None:
    assert write([outline]) == write([outline])


def test_the_archive_knows_neither_clock_nor_machine() -> None:
    with zipfile.ZipFile(io.BytesIO(write([SAMPLE_JA]))) as package:
        entries = package.infolist()
    assert {(entry.date_time, entry.create_system) for entry in entries} == {((1980, 1, 1, 0, 0, 0), 0)}
    assert sorted(entry.filename for entry in entries) == [
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/core.xml",
        "word/_rels/document.xml.rels",
        "word/document.xml",
        "word/fontTable.xml",
        "word/footer1.xml",
        "word/numbering.xml",
        "word/settings.xml",
        "word/styles.xml",
        "word/theme/theme1.xml",
    ]


def test_the_properties_name_the_document_and_nobody_else() -> None:
    properties = Document(io.BytesIO(write(BOTH))).core_properties
    assert properties.title == "第6回専門家会合　次第（仮訳） / Program of the 6th Specialist Group Meeting"
    assert (properties.language, properties.author, properties.comments) == ("ja", "", "")
    assert str(properties.created) == str(properties.modified) == "1980-01-01 00:00:00+00:00"


def test_a_very_long_title_is_cut_in_the_properties_only() -> None:
    data = write([outline_of(title=("次第" * 200,))])
    assert paragraphs_of(data) == ["次第" * 200]
    assert Document(io.BytesIO(data)).core_properties.title == ("次第" * 200)[:255]


def test_a_program_of_a_thousand_items_counts_to_its_end() -> None:
    line = ("発表", Phrase("資料", url="https://example.org/"))
    below = series("ア", "ア", "イ", level=1)
    entries = tuple(Entry(Mark(f"({n + 1})", "　", "(1)", 0), line, (below, below)) for n in range(1000))
    outline = outline_of(Listing(entries, numbered=True))
    assert len(paragraphs_of(write([outline]))) == 1 + 5 * 1000


@pytest.mark.parametrize("name", MODULES)
def test_without_python_docx_the_error_says_what_to_install(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for known in [known for known in sys.modules if known.partition(".")[0] == "docx" or known in MODULES]:
        monkeypatch.delitem(sys.modules, known)
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(CsegroupError, match=re.escape("install it with: pip install 'csegroup[docx]'")):
        importlib.import_module(name)


# LibreOffice.


def tool(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        if os.environ.get("CSEGROUP_TOOLS") == "all":
            pytest.fail(f"{name} is missing")
        pytest.skip(f"{name} is missing")
    return found


def printed(outlines: Sequence[Outline], folder: Path) -> str:
    """Give what a PDF by LibreOffice shows, without white space, which a PDF does not keep."""
    office, to_text = tool("soffice"), tool("pdftotext")
    (folder / "program.docx").write_bytes(write(outlines))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [
        office,
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(folder),
        str(folder / "program.docx"),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)  # noqa: S603 - our own files
    command = [to_text, "-raw", str(folder / "program.pdf"), "-"]
    return squeezed(subprocess.run(command, check=True, capture_output=True, timeout=60).stdout.decode())  # noqa: S603 - likewise


def squeezed(text: str) -> str:
    return re.sub(r"[\s\u200d\U000e0100]|-\s*[0-9]+\s*-\s*\f", "", text)


def assert_in_order(texts: Sequence[str], page: str) -> None:
    at = 0
    for text in texts:
        found = page.find(squeezed(text), at)
        assert found >= 0, f"{text!r} is not behind {page[max(0, at - 40) : at]!r} in {page[at : at + 200]!r}"
        at = found + len(squeezed(text))


@pytest.mark.tool
@pytest.mark.parametrize("outlines", [[SAMPLE_JA], [SAMPLE_EN], BOTH])
def test_libreoffice_prints_every_mark_and_text_in_order(outlines: list[Outline], tmp_path: Path) -> None:
    texts = [text.partition("ｶﾞ")[0] for text in shown(outlines)]  # how a PDF orders the rest is the fonts' affair
    assert_in_order(texts, printed(outlines, tmp_path))


@pytest.mark.tool
def test_libreoffice_prints_every_series_and_restart(tmp_path: Path) -> None:
    below = series("(1)", "(1)", "(2)", "(3)", level=1)
    firsts = {
        "1": 12,
        "１": 12,
        "（１）": 12,
        "第1": 12,
        "ア": 46,
        "(a)": 28,
        "A": 28,
        "①": 25,
        "가": 16,
        "i": 12,
        "I": 12,
        "・": 2,
        "-": 2,
    }
    lists = [series(first, *[nth(first, i) for i in range(1, n + 1)]) for first, n in firsts.items()]
    outline = outline_of(*lists, series("1", "1", "2", blocks=(below, below)), series("1", "1", blocks=(below,)))
    assert_in_order(shown([outline]), printed([outline], tmp_path))
