"""Documents as trees: a sample in both languages, and Hypothesis strategies for any."""

from __future__ import annotations

from hypothesis import strategies as st

from csegroup.documents.tree import NO_MARK, Block, Entry, Listing, Mark, Outline, Paragraphs, Section, Table
from csegroup.wording.phrases import Line, Phrase
from strategies import english_lines, japanese_lines

HOSTILE = "</p><script>alert(1)</script> *a* _b_ `c` [d](e) & <b> \\ 1. # - ～ ｶﾞ が 𠮷 葛\U000e0100 👨\u200d👩\u200d👧"

SAMPLE_JA = Outline(
    language="ja",
    title=("第6回専門家会合　次第", "（仮訳）"),
    indent="　",
    wide=True,
    blocks=(
        Paragraphs((("会場を変更しました。",),)),
        Section(
            Mark("1", "　", "1", 0),
            ("開催日時・場所",),
            (
                Paragraphs(
                    (
                        (
                            Phrase("令和4年2月8日(火)", time="2022-02-08"),
                            Phrase("午後2時", time="2022-02-08T14:00+09:00"),
                            "から",
                        ),
                        ("Web会議による開催",),
                        (Phrase("https://www.example.go.jp/", url="https://www.example.go.jp/"),),
                    )
                ),
            ),
        ),
        Section(
            Mark("2", "　", "1", 0),
            ("参加者",),
            (
                Listing(
                    (
                        Entry(Mark("・", "", "・", 0), ("民間団体：会員団体",)),
                        Entry(Mark("・", "", "・", 0), ("国際団体等",)),
                    ),
                    numbered=False,
                ),
            ),
        ),
        Section(
            Mark("3", "　", "1", 0),
            ("次第",),
            (
                Listing(
                    (
                        Entry(Mark("(1)", "　", "(1)", 1), ("開会挨拶【警察庁生活安全局長】",)),
                        Entry(
                            Mark("(2)", "　", "(1)", 1),
                            ("発表",),
                            (
                                Listing(
                                    (
                                        Entry(
                                            Mark("ア", "　", "ア", 2),
                                            (
                                                Phrase("Front line efforts", tag="en"),
                                                Phrase("（英語）", note=True),
                                                "　",
                                                Phrase("資料1", url="https://www.example.go.jp/1.pdf"),
                                                "（PDF／109KB）",
                                            ),
                                            (
                                                Paragraphs(
                                                    (
                                                        ("性被害の発生状況、具体的事例について発表が行われた。",),
                                                        ("→承認",),
                                                    )
                                                ),
                                            ),
                                        ),
                                        Entry(Mark("イ", "　", "ア", 2), (HOSTILE,)),
                                    ),
                                    numbered=True,
                                ),
                            ),
                        ),
                        Entry(Mark("(3)", "　", "(1)", 1), ("閉会",)),
                    ),
                    numbered=True,
                ),
            ),
        ),
        Section(
            Mark("4", "　", "1", 0),
            ("時間割",),
            (
                Table(
                    (("時刻",), ("内容",)),
                    (
                        ((Phrase("午後2時", time="2022-02-08T14:00+09:00"),), ("開会挨拶",)),
                        ((Phrase("午後2時10分", time="2022-02-08T14:10+09:00"),), (HOSTILE,)),
                    ),
                ),
            ),
        ),
    ),
)

SAMPLE_EN = Outline(
    language="en",
    title=("Program of the 6th Specialist Group Meeting",),
    indent="",
    wide=False,
    blocks=(
        Paragraphs((("The place has changed.",),)),
        Section(
            Mark("1", " ", "1", 0),
            ("Date, etc.",),
            (
                Paragraphs(
                    (
                        (
                            "From ",
                            Phrase("2:00 p.m.", time="2022-02-08T14:00+09:00"),
                            " on ",
                            Phrase("February 8, 2022 (Tuesday)", time="2022-02-08"),
                        ),
                        ("On-line system",),
                        (Phrase("https://www.example.go.jp/", url="https://www.example.go.jp/"),),
                    )
                ),
            ),
        ),
        Section(
            Mark("2", " ", "1", 0),
            ("Attendees",),
            (
                Listing(
                    (
                        Entry(Mark("-", " ", "-", 0), ("Private groups: Member groups",)),
                        Entry(Mark("-", " ", "-", 0), ("International groups, etc.",)),
                    ),
                    numbered=False,
                ),
            ),
        ),
        Section(
            Mark("3", " ", "1", 0),
            ("Program",),
            (
                Listing(
                    (
                        Entry(Mark("(1)", " ", "(1)", 1), ("Opening address (Head of the Community Safety Bureau)",)),
                        Entry(
                            Mark("(2)", " ", "(1)", 1),
                            ("Presentation",),
                            (
                                Listing(
                                    (
                                        Entry(
                                            Mark("(a)", " ", "(a)", 2),
                                            (
                                                "Front line efforts; ",
                                                Phrase("Material 1", url="https://www.example.go.jp/1.pdf"),
                                                " (PDF, 109 KB)",
                                            ),
                                            (Paragraphs((("The current situation was announced.",), ("Approved",))),),
                                        ),
                                        Entry(
                                            Mark("(b)", " ", "(a)", 2),
                                            (Phrase(HOSTILE, tag="ja"), Phrase(" (in Japanese)", note=True)),
                                        ),
                                    ),
                                    numbered=True,
                                ),
                            ),
                        ),
                        Entry(Mark("(3)", " ", "(1)", 1), ("Closing",)),
                    ),
                    numbered=True,
                ),
            ),
        ),
        Section(
            Mark("4", " ", "1", 0),
            ("Timetable",),
            (
                Table(
                    (("Time",), ("Item",)),
                    (
                        ((Phrase("2:00 p.m.", time="2022-02-08T14:00+09:00"),), ("Opening address",)),
                        ((Phrase("2:10 p.m.", time="2022-02-08T14:10+09:00"),), (HOSTILE,)),
                    ),
                ),
            ),
        ),
    ),
)

_phrases = st.builds(
    Phrase,
    text=st.one_of(japanese_lines, english_lines),
    tag=st.sampled_from(["", "en", "ja", "zh-Hant", "ja-t-en", "und"]),
    url=st.sampled_from(["", "", "https://example.org/a?b=1&c=(d)#e", "mailto:office@example.go.jp"]),
    time=st.just(""),
    note=st.just(False),
)
any_line: st.SearchStrategy[Line] = st.lists(
    st.one_of(japanese_lines, english_lines, _phrases), min_size=1, max_size=3
).map(tuple)
any_paragraphs = st.builds(Paragraphs, st.lists(any_line, min_size=1, max_size=3).map(tuple))


def _marks(level: int) -> st.SearchStrategy[Mark]:
    first = ("1", "(1)", "ア", "(ア)", "a", "(a)")[level]
    return st.just(Mark(first, "　", first, level))


@st.composite
def _blocks(draw: st.DrawFn, level: int) -> tuple[Block, ...]:
    blocks: list[Block] = []
    for kind in draw(st.lists(st.sampled_from(["paragraphs", "listing", "bullets", "table"]), max_size=2)):
        if kind == "paragraphs":
            blocks.append(draw(any_paragraphs))
        elif kind == "table":
            columns = draw(st.integers(1, 3))
            row = st.tuples(*[any_line] * columns)
            blocks.append(Table(draw(row), draw(st.lists(row, min_size=1, max_size=2).map(tuple))))
        else:
            mark = st.just(Mark("・", "", "・", level)) if kind == "bullets" else _marks(level)
            inside = st.just(()) if level == 3 else _blocks(level + 1)
            entries = draw(st.lists(st.builds(Entry, mark, any_line, inside), min_size=1, max_size=3))
            blocks.append(Listing(tuple(entries), numbered=kind == "listing"))
    return tuple(blocks)


any_outline = st.builds(
    Outline,
    language=st.sampled_from(["ja", "en", "en-GB"]),
    title=any_line,
    blocks=st.lists(st.builds(Section, st.one_of(st.just(NO_MARK), _marks(0)), any_line, _blocks(1)), max_size=3).map(
        tuple
    ),
    indent=st.sampled_from(["", "　"]),
    wide=st.booleans(),
)
