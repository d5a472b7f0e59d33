from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from icu4py.breakers import LineBreaker

from csegroup.wording.breaking import broken, width_of

NEVER_FIRST = (
    "、。，．・：；？！‼⁇⁈⁉)]}）］｝〕〉》」』】〙〗’”»ゝゞヽヾ々〻ー"
    "ぁぃっゃゅょァィッャュョヮヵヶㇰㇿ‐゠–〜～％℃｡｣､･ｧｯｰﾞﾟ゛゜"
)
NEVER_LAST = "([{（［｛〔〈《「『【〘〖｢‘“«￥＄№"
CLINGING = "\u3099\u0301\U000e0100\ufe0f\u200d🏽"
BLANKS = " \u3000"
PIECES = [
    *"児童会議ショップカﾅｱ①Ⅲ㈱ａ１→※○がabc123&*#@＋－／＜葛\u00a0,.:;!?%/-|$+\\'\"",
    *("𠮷", "髙", "か\u3099", "葛\U000e0100城", "👨\u200d👩\u200d👧", "👩🏽", "❤\ufe0f", "e\u0301", "🇯🇵"),
    *("……", "――", " ", "  ", "\u3000", "Twitter", "https://www.example.go.jp/a?b=(c)#d", "(金)", "1,306KB", "ｶﾞ"),
    *NEVER_FIRST,
    *NEVER_LAST,
    *CLINGING,
]
texts = st.lists(st.sampled_from(PIECES), min_size=1, max_size=30).map("".join).filter(lambda text: text.strip(BLANKS))
widths = st.integers(0, 30)
sides = st.booleans()
GOLDEN = sorted((Path(__file__).parent / "golden" / "programs").glob("*.txt"))


@pytest.mark.parametrize(
    ("text", "in_japanese", "elsewhere"),
    [
        ("Aim", 3, 3),
        ("目的", 4, 4),
        ("①…“”※→№", 14, 7),
        ("～〜、。「」（）㈱髙﨑𠮷〇・\u3000", 30, 30),
        ("ｶﾞ", 2, 2),
        ("か\u3099", 2, 2),
        ("e\u0301", 1, 1),
        ("葛\U000e0100", 2, 2),
        ("a\u20dd\u200b\ufeff", 1, 1),
        ("", 0, 0),
    ],
)
def test_a_kanji_takes_two_columns_and_a_mark_none(text: str, in_japanese: int, elsewhere: int) -> None:
    assert width_of(text, wide=True) == in_japanese
    assert width_of(text, wide=False) == elsewhere


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("目的", 4, ["目的"]),
        ("目的", 3, ["目", "的"]),
        ("…について【警察庁】（資料３）。", 20, ["…について【警察庁】", "（資料３）。"]),
        ("サーバー……。", 9, ["サーバー", "……。"]),
        ("会議――総会", 8, ["会議――", "総会"]),
        ("ショッピング", 4, ["ショッ", "ピン", "グ"]),
        ("ｶﾞｶﾞ", 3, ["ｶﾞ", "ｶﾞ"]),
        ("ががが", 4, ["がが", "が"]),
        ("かか\u3099か", 2, ["か", "か\u3099", "か"]),
        ("葛\U000e0100城𠮷", 2, ["葛\U000e0100", "城", "𠮷"]),
        ("会👨\u200d👩\u200d👧👩🏽会", 2, ["会", "👨\u200d👩\u200d👧", "👩🏽", "会"]),
        ("詳細はhttps://www.example.go.jp/a.htmlを", 20, ["詳細は", "https://www.example.go.jp/a.html", "を"]),
        ("2月8日(火)午後", 5, ["2月8", "日", "(火)", "午後"]),
        ("開会\u3000資料1", 6, ["開会", "資料1"]),
        ("（ 案 ）", 2, ["（ 案 ）"]),
        ("From 2:00 p.m.  to 3:30 p.m.", 14, ["From 2:00 p.m.", "to 3:30 p.m."]),
        ('the "first" item', 4, ["the", '"first"', "item"]),
        ("the .NET framework", 4, ["the", ".NET", "framework"]),
        ("50 % of Côte d’Ivoire", 5, ["50 %", "of", "Côte", "d’Ivoire"]),
        ("a\u00a0b c", 1, ["a\u00a0b", "c"]),
        ("  a b  ", 3, ["  a", "b  "]),
        ("   ", 1, ["   "]),
        ("a b  ", 3, ["a", "b  "]),
        ("  a", 2, ["  a"]),
        ("\u0301\u0301@@児", 1, ["\u0301\u0301@@", "児"]),
        ("葛\U000e0100AB", 2, ["葛\U000e0100", "AB"]),
        ("会（\u3099議", 2, ["会", "（\u3099議"]),
        ("漢字, 漢字", 4, ["漢", "字,", "漢字"]),
        ("漢+漢", 2, ["漢", "+漢"]),
        ("漢\u00a0字", 2, ["漢\u00a0字"]),
        ("", 0, [""]),
    ],
)
def test_a_text_is_broken_as_japanese_type_and_english_words_are(text: str, width: int, lines: list[str]) -> None:
    assert broken(text, width, wide=True) == lines


@given(texts, widths, sides)
def test_the_lines_are_the_text_but_for_the_blanks_at_which_it_was_broken(text: str, width: int, wide: bool) -> None:  # noqa: FBT001
    first, *others = broken(text, width, wide=wide)
    assert text.startswith(first)
    rest = text[len(first) :]
    for line in others:
        assert line.strip(BLANKS)[:1] == line[:1]
        rest = rest.lstrip(BLANKS)
        assert rest.startswith(line)
        rest = rest[len(line) :]
    assert rest == ""


@given(texts, widths, sides)
def test_only_what_cannot_be_broken_is_wider(text: str, width: int, wide: bool) -> None:  # noqa: FBT001
    for line in broken(text, width, wide=wide):
        assert width_of(line, wide=wide) <= width or broken(line, 0, wide=wide) == [line]


@given(texts, widths, sides)
def test_a_line_takes_as_much_as_it_can(text: str, width: int, wide: bool) -> None:  # noqa: FBT001
    ends = {*_positions(text), len(text)}
    end = 0
    for line in broken(text, width, wide=wide)[:-1]:
        start = text.index(line, end)
        end = start + len(line)
        longer = text[start : min(further for further in ends if text[end:further].strip(BLANKS))]
        if start + len(longer) < len(text):
            longer = longer.rstrip(BLANKS)
        assert width_of(longer, wide=wide) > width


@given(texts, widths, sides)
def test_no_line_begins_or_ends_with_a_forbidden_character(text: str, width: int, wide: bool) -> None:  # noqa: FBT001
    lines = broken(text, width, wide=wide)
    for line in lines[1:]:
        assert line[0] not in NEVER_FIRST + CLINGING
    for line in lines[:-1]:
        assert line[-1] not in NEVER_LAST + BLANKS + "\u200d"


@given(texts)
def test_a_url_stays_whole(text: str) -> None:
    url = "https://www.example.go.jp/a?b=(c)#d"
    assert any(url in line for line in broken(f"{text}{url}{text}", 0, wide=True))


def _positions(text: str) -> set[int]:
    """Give where each line but the first begins, if a line is broken wherever it may be."""
    positions, end = set(), 0
    for line in broken(text, 0, wide=True):
        end = text.index(line, end)
        positions.add(end)
        end += len(line)
    return positions - {0}


def _positions_of_icu(text: str) -> set[int]:
    """Give the same as ICU says, which counts in UTF-16."""
    units = text.encode("utf-16-le")
    starts = [start for start, _ in LineBreaker(text, "ja-u-lb-strict").segments()]
    return {len(units[: 2 * start].decode("utf-16-le")) for start in starts} - {0}


def _is_meant(before: str, after: str) -> bool:
    """Tell whether a break that ICU does not allow is one that Japanese type does."""
    return (
        after in "…‥"  # may begin a line (JIS X 4051)
        or before in "‘’“”«»"  # says in which direction it is a bracket, which ICU asks of its other neighbour
        or after in "‘’“”«»"
        or before in "%％℃"  # ends an amount, so that brackets and letters may follow on the next line
        or after in "$+\\￥＄№"  # begins an amount, behind any letter or bracket
        or before in BLANKS  # parts an ASCII sign from what stands before
    )


@given(texts.map(lambda text: text.strip(BLANKS)))
@example("①②会議①「A」")
@example("サーバー……。")
def test_every_break_is_one_that_icu_allows_or_that_is_meant(text: str) -> None:
    for position in _positions(text) - _positions_of_icu(text):
        base = text[:position].rstrip(CLINGING)[-1:] or text[0]
        assert _is_meant(base, text[position]), (text[:position], text[position:])


def test_of_the_breaks_in_real_programs_icu_allows_all_and_has_hardly_more() -> None:
    lines = [line.strip() for file in GOLDEN for line in file.read_text("utf-8").splitlines() if line.strip()]
    ours = {(n, position) for n, line in enumerate(lines) for position in _positions(line)}
    theirs = {(n, position) for n, line in enumerate(lines) for position in _positions_of_icu(line)}
    assert ours <= theirs
    assert len(ours) > 0.99 * len(theirs)
    assert {lines[n][position] for n, position in theirs - ours if not re.match("[a-z]", lines[n][position])} == {"～"}


def test_korean_is_broken_at_its_blanks_only() -> None:
    assert broken("아동 성착취 대책 협의회 전문가 회의", 12, wide=True) == ["아동 성착취", "대책 협의회", "전문가 회의"]
