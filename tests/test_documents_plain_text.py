from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from csegroup.documents import plain_text
from csegroup.documents.tree import NO_MARK, Block, Entry, Listing, Mark, Outline, Paragraphs, Section, Table
from csegroup.wording.breaking import broken, width_of
from csegroup.wording.phrases import Line, Phrase, plain
from golden import golden
from strategies import refused
from trees import SAMPLE_EN, SAMPLE_JA, any_outline

BULLET = Mark("・", "", "・", 0)
JA = Outline("ja", ("次第",), (), "\u3000", wide=True)
EN = Outline("en", ("Program",), (), "", wide=False)
widths = st.integers(20, 90)


def _paragraphs(*lines: str) -> Paragraphs:
    return Paragraphs(tuple((line,) for line in lines))


def _written(*blocks: Block, outline: Outline = JA, width: int | None = None) -> list[str]:
    text = plain_text.write([outline._replace(blocks=blocks)], width=width)
    assert text.endswith("\n")
    return text.split("\n")[2:-1]


def _texts(outline: Outline) -> list[str]:
    """Give the text of every line in the order of the tree, but what is in tables."""
    return [plain(outline.title), *_texts_of(outline.blocks)]


def _texts_of(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Paragraphs():
                yield from map(plain, block.lines)
            case Listing():
                for entry in block.entries:
                    yield from (f"{entry.mark}{plain(entry.line)}", *_texts_of(entry.blocks))
            case Section():
                yield from (f"{block.mark}{plain(block.heading)}", *_texts_of(block.blocks))
            case Table():
                for row in block.rows:
                    yield from map(plain, row)


def _without_blanks(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize(
    ("name", "outlines", "width"),
    [
        ("ja", [SAMPLE_JA], None),
        ("en", [SAMPLE_EN], None),
        ("both", [SAMPLE_JA, SAMPLE_EN], None),
        ("ja.72", [SAMPLE_JA], 72),
    ],
)
def test_a_document_as_plain_text_stays_as_it_was_read(name: str, outlines: list[Outline], width: int | None) -> None:
    golden(f"trees/{name}.txt", plain_text.write(outlines, width=width).encode())


def test_what_has_something_under_it_stands_between_blank_lines() -> None:
    opening = Entry(Mark("(1)", "\u3000", "(1)", 1), ("開会",))
    report = Entry(Mark("(2)", "\u3000", "(1)", 1), ("発表",), (_paragraphs("質疑があった。"),))
    closing = Entry(Mark("(3)", "\u3000", "(1)", 1), ("閉会",))
    section = Section(Mark("1", "\u3000", "1", 0), ("次第",), (Listing((opening, report, closing), numbered=True),))
    assert _written(section, Section(Mark("2", "\u3000", "1", 0), ("その他",), ())) == [
        "1\u3000次第",
        "\u3000(1)\u3000開会",
        "",
        "\u3000(2)\u3000発表",
        "\u3000\u3000質疑があった。",
        "",
        "\u3000(3)\u3000閉会",
        "",
        "2\u3000その他",
    ]


def test_a_document_without_anything_under_its_title_is_its_title() -> None:
    assert plain_text.write([JA]) == "次第\n"
    assert plain_text.body(JA) == ""


def test_the_body_is_what_stands_under_the_title() -> None:
    assert plain_text.body(SAMPLE_EN) == "\n".join(plain_text.write([SAMPLE_EN]).splitlines()[2:])


def test_no_document_is_no_text() -> None:
    assert plain_text.write([]) == ""


def test_a_line_stands_between_documents() -> None:
    assert plain_text.write([JA, EN]) == f"次第\n\n{'-' * 20}\n\nProgram\n"


def test_a_url_a_time_and_a_language_are_not_printed_but_a_note_is() -> None:
    line: Line = (
        Phrase("Material 1", url="https://example.org/1.pdf"),
        Phrase("2 p.m.", time="14:00"),
        Phrase("（英語）", tag="ja", note=True),
    )
    assert _written(Paragraphs((line,))) == ["Material 12 p.m.（英語）"]


@pytest.mark.parametrize("width", [19, 0, -1, True, 72.0, "72"])
def test_a_width_below_20_is_refused(width: int) -> None:
    error = refused(plain_text.write, outlines=[], width=width)
    assert (error.code, error.field) == ("range", "width")


@pytest.mark.parametrize(
    ("mark", "outline", "under"),
    [
        (Mark("ア", "\u3000", "ア", 0), JA, "\u3000\u3000"),
        (BULLET, JA, "\u3000"),
        (Mark("(1)", "\u3000", "(1)", 0), JA, "     "),
        (Mark("-", " ", "-", 0), EN, "  "),
        (NO_MARK, JA, ""),
    ],
)
def test_a_broken_line_goes_on_under_its_text(mark: Mark, outline: Outline, under: str) -> None:
    listing = Listing((Entry(mark, ("取" * 12,)),), numbered=True)
    first, second = _written(listing, outline=outline, width=20)
    assert first.rstrip("取") == str(mark)
    assert second.rstrip("取") == under


@pytest.mark.parametrize("width", [None, 20])
def test_a_blank_line_stands_between_texts_that_follow_each_other(width: int | None) -> None:
    first, second, third = _paragraphs("中止。", "理由。"), _paragraphs("Ⅰ"), _paragraphs("ｶﾞ")
    assert _written(first, second, third, width=width) == ["中止。", "理由。", "", "Ⅰ", "", "ｶﾞ"]
    inside = Section(NO_MARK, ("案内",), (first, Listing((Entry(BULLET, ("項",), (second, third)),), numbered=False)))
    assert _written(first, inside, width=width) == [
        "中止。",
        "理由。",
        "",
        "案内",
        "\u3000中止。",
        "\u3000理由。",
        "",
        "\u3000・項",
        "\u3000\u3000Ⅰ",
        "",
        "\u3000\u3000ｶﾞ",
    ]


def test_a_broken_paragraph_goes_on_under_itself() -> None:
    section = Section(NO_MARK, ("目的",), (_paragraphs("情報を共有することを目的とする。"),))
    assert _written(section, width=20) == ["目的", "\u3000情報を共有すること", "\u3000を目的とする。"]


def test_the_columns_of_a_table_stand_one_under_the_other() -> None:
    table = Table((("時刻",), ("内容",)), ((("14:00",), ("開会",)), (("午後2時10分",), ("①",)), ((), ("閉会",))))
    assert _written(_paragraphs("時間割"), table, _paragraphs("以上")) == [
        "時間割",
        "",
        "時刻         内容",
        "-----------  ----",
        "14:00        開会",
        "午後2時10分  ①",
        "             閉会",
        "",
        "以上",
    ]


@pytest.mark.parametrize(("outline", "colon"), [(JA, "："), (EN, ": ")])
def test_a_table_too_wide_is_written_a_cell_a_line_without_empty_ones(outline: Outline, colon: str) -> None:
    rows = tuple(((hour,), ("Opening " * 3 + "address",), ()) for hour in ("14:00", "14:10"))
    table = Table((("Time",), ("Item",), ("Room",)), rows)
    assert _written(table, outline=outline, width=39) == [
        f"Time{colon}14:00",
        *broken(f"Item{colon}Opening Opening Opening address", 39, wide=False),
        "",
        f"Time{colon}14:10",
        *broken(f"Item{colon}Opening Opening Opening address", 39, wide=False),
    ]
    assert _written(table, outline=outline, width=44)[0] == "Time   Item                             Room"


def test_without_a_width_a_table_has_rows_of_at_most_100_columns() -> None:
    def table(n: int) -> Table:
        return Table((("時刻",), ("内容",)), ((("14:00",), ("議" * n,)),))

    assert len(_written(table(46))) == 3
    assert _written(table(47)) == ["時刻：14:00", f"内容：{'議' * 47}"]


@given(any_outline)
def test_every_text_stands_in_the_document_in_order(outline: Outline) -> None:
    text = plain_text.write([outline])
    end = 0
    for line in _texts(outline):
        end = text.index(line.rstrip(), end) + len(line.rstrip())


@given(any_outline, widths)
@example(SAMPLE_JA, 20)
@example(SAMPLE_EN, 40)
def test_a_width_changes_nothing_but_blanks(outline: Outline, width: int) -> None:
    text = _without_blanks(plain_text.write([outline], width=width))
    end = 0
    for line in map(_without_blanks, _texts(outline)):
        end = text.index(line, end) + len(line)


@given(any_outline, widths)
def test_a_document_without_tables_has_the_same_characters_in_any_width(outline: Outline, width: int) -> None:
    bare = outline._replace(blocks=_without_tables(outline.blocks))
    assert _without_blanks(plain_text.write([bare], width=width)) == _without_blanks(plain_text.write([bare]))


def _without_tables(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    return tuple(_without_tables_in(block) for block in blocks if not isinstance(block, Table))


def _without_tables_in(block: Block) -> Block:
    if isinstance(block, Section):
        return block._replace(blocks=_without_tables(block.blocks))
    if isinstance(block, Listing):
        entries = tuple(entry._replace(blocks=_without_tables(entry.blocks)) for entry in block.entries)
        return block._replace(entries=entries)
    return block


@given(any_outline, widths)
@example(SAMPLE_JA, 20)
def test_no_line_is_wider_but_for_what_cannot_be_broken(outline: Outline, width: int) -> None:
    for line in plain_text.write([outline], width=width).splitlines():
        bare = line.lstrip(" \u3000")
        if width_of(line, wide=outline.wide) > width:
            *_, text = broken(bare, 0, wide=outline.wide)
            assert all(width_of(part, wide=outline.wide) <= 7 for part in broken(bare[: -len(text)], 0, wide=True))


@given(any_outline, st.none() | widths)
@example(SAMPLE_JA, None)
@example(SAMPLE_EN, 30)
def test_no_line_ends_with_a_blank_and_no_two_are_blank(outline: Outline, width: int | None) -> None:
    text = plain_text.write([outline], width=width)
    assert text == text.strip() + "\n"
    assert "\n\n\n" not in text
    assert all(line == line.rstrip() for line in text.splitlines())


@given(any_outline)
def test_the_body_stands_in_the_document(outline: Outline) -> None:
    body = plain_text.body(outline)
    assert plain_text.write([outline]).endswith(f"\n\n{body}\n" if body else f"{plain(outline.title)}\n")


def test_the_time_it_takes_grows_with_the_program() -> None:
    def seconds(n: int) -> float:
        entry = Entry(Mark("(1)", "\u3000", "(1)", 1), ("議題\u3000規約の改正について",), (_paragraphs("承認"),))
        outline = JA._replace(blocks=(Listing((entry,) * n, numbered=True),))
        taken = []
        for _ in range(5):
            begin = time.perf_counter()
            plain_text.write([outline], width=40)
            taken.append(time.perf_counter() - begin)
        return min(taken)

    assert seconds(1000) < 300 * seconds(10)
