from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs
import pytest

import csegroup
import strategies as strategy
from csegroup import (
    Discussion,
    InvalidValue,
    LocalizedText,
    Material,
    Motion,
    Organization,
    Outcome,
    Presentation,
    Session,
    Speaker,
    format_program,
)
from csegroup.documents import (
    COUNCIL,
    MODERN,
    OFFICIAL,
    STYLES,
    Calendar,
    DateForm,
    Digits,
    HourCycle,
    MaterialsPlace,
    Part,
    Purpose,
    SectionKind,
    Style,
    program,
)
from csegroup.documents.tree import Section, Table
from csegroup.wording.phrases import plain
from samples import AGENCY, ANNOUNCED, FULL, item, items

TWO_MATERIALS = [
    Material(number="1", media_type="application/pdf", kilobytes=1306),
    Material(number="5-1", title={"en": "Plan", "ja": "計画"}),
]
MOTION = Motion(
    agenda_number=1,
    title={"en": "Rules", "ja": "規約改正"},
    report={"en": "It was explained.", "ja": "説明があった。"},
    materials=TWO_MATERIALS,
    outcome=Outcome.APPROVED,
)


def printed(style: Style, locale: str = "ja") -> list[str]:
    return [line for line in format_program(FULL, locale=locale, style=style).splitlines() if line]


def headings(style: Style, locale: str) -> list[str]:
    """Give the headings of the sections with their marks, an overview's behind it."""
    (outline,) = program(FULL, locale=locale, style=style)
    found = [block for block in outline.blocks if isinstance(block, Section)]
    inside = [(one, *(inner for inner in one.blocks if isinstance(inner, Section))) for one in found]
    return [f"{one.mark}{plain(one.heading)}" for whole in inside for one in whole]


def test_the_styles_that_are_shipped_are_found_by_name() -> None:
    assert {"council": COUNCIL, "official": OFFICIAL, "modern": MODERN} == STYLES


def test_a_style_is_made_of_another_one() -> None:
    office = attrs.evolve(COUNCIL, calendar=Calendar.BOTH, hours=HourCycle.H23)
    assert (office.calendar, office.hours, office.dates) == (Calendar.BOTH, HourCycle.H23, DateForm.COUNCIL)
    assert Style() == COUNCIL


def test_a_title_of_the_style_stands_for_that_of_the_language() -> None:
    style = Style(title={"ja": "{title}　議事次第", "en": "Agenda – {title}"})
    assert printed(style)[0] == "第6回専門家会合　議事次第"
    assert printed(style, "en")[0] == "Agenda – 6th Specialist Group Meeting"
    assert format_program(FULL.held(), locale="ja", style=style).startswith("第6回専門家会合　議事次第\n")
    assert printed(Style(title={"ja": "{title}　議事次第"}), "en")[0] == "Program of the 6th Specialist Group Meeting"


def test_a_cancelled_meeting_says_so_before_the_title_of_the_style() -> None:
    style = Style(title={"ja": "{title}　議事次第"})
    assert format_program(FULL.cancelled(), locale="ja", style=style).startswith("【中止】第6回専門家会合　議事次第\n")


def test_sections_stand_in_the_order_of_the_style_and_what_it_leaves_out_is_not_printed() -> None:
    style = Style(sections=[Part(kind=SectionKind.PROGRAM), Part(kind=SectionKind.AIM, title={"ja": "目標"})])
    assert headings(style, "ja") == ["1　次第", "2　目標"]
    assert headings(style, "en") == ["1 Program", "2 目標 (in Japanese)"]
    assert "Private groups" not in format_program(FULL, locale="en", style=style)


def test_an_overview_holds_sections_and_counts_as_one() -> None:
    inside = [Part(kind=SectionKind.DATE_AND_PLACE), Part(kind=SectionKind.ATTENDEES)]
    overview = Part(kind=SectionKind.OVERVIEW, parts=inside)
    style = Style(sections=[overview, Part(kind=SectionKind.PROGRAM)])
    assert headings(style, "ja") == ["1　概要", "(1)　開催日時・場所", "(2)　参加者", "2　次第"]
    assert headings(style, "en") == ["1 Overview", "(1) Date, etc.", "(2) Attendees", "2 Program"]


def test_a_timetable_and_a_list_of_materials_are_sections_too() -> None:
    style = Style(sections=[Part(kind=SectionKind.TIMETABLE), Part(kind=SectionKind.MATERIALS)])
    meeting = attrs.evolve(ANNOUNCED, program=[MOTION])
    for locale, expected in (("ja", ["1　時間割", "2　資料"]), ("en", ["1 Timetable", "2 Materials"])):
        (outline,) = program(meeting, locale=locale, style=style)
        found = [block for block in outline.blocks if isinstance(block, Section)]
        assert [f"{one.mark}{plain(one.heading)}" for one in found] == expected
        assert all(isinstance(block, Table) for one in found for block in one.blocks)


def marks_of(levels: str, locale: str = "ja", *, digits: Digits = Digits.HALF_WIDTH) -> list[str]:
    """Give what stands before the sections of the sample meeting, two items, and an item inside the second."""
    style = Style(levels={"und": levels}, digits=digits)
    wanted = {"1": "目的", "2": "次第", "3": "開会", "4": "取組", "5": "警察庁"}
    if locale == "en":
        wanted = {"1": "Aim", "2": "Program", "3": "Opening", "4": "Efforts", "5": "National Police Agency"}
    lines = [line.strip("　") for line in printed(style, locale)[1:]]
    return [next(line for line in lines if line.endswith(word)).removesuffix(word) for word in wanted.values()]


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        ("1 (1) ア", ["1　", "4　", "(1)　", "(2)　", "ア　"]),
        ("第1 1 (1)", ["第1　", "第4　", "1　", "2　", "(1)　"]),
        ("第1章 ① a", ["第1章　", "第4章　", "①　", "②　", "a　"]),
        ("１ （１） (ア)", ["１　", "４　", "（１）　", "（２）　", "(ア)　"]),
        ("A. a. 1.", ["A.　", "D.　", "a.　", "b.　", "1.　"]),
        ("I 가 (i)", ["I　", "IV　", "가　", "나　", "(i)　"]),
        ("- 1 -", ["", "", "1　", "2　", ""]),
        ("1 - ①", ["1　", "4　", "", "", "①　"]),
    ],
)
def test_levels_are_marked_as_the_style_has_them(levels: str, expected: list[str]) -> None:
    assert marks_of(levels) == expected


def test_a_mark_in_english_has_a_narrow_space_behind_it() -> None:
    assert marks_of("1 (1) (a)", "en") == ["1 ", "3 ", "(1) ", "(2) ", "(a) "]


def test_full_width_digits_widen_the_marks_in_japanese_alone() -> None:
    wide = Digits.FULL_WIDTH
    assert marks_of("第1 1 (1)", digits=wide) == ["第１　", "第４　", "１　", "２　", "（１）　"]
    assert marks_of("第1 1 (1)", "en", digits=wide) == ["第1 ", "第3 ", "1 ", "2 ", "(1) "]


def test_a_program_deeper_than_the_levels_is_refused() -> None:
    error = strategy.refused(format_program, meeting=FULL, locale="ja", style=Style(levels={"ja": "1 (1)"}))
    assert (error.code, error.field) == ("range", "levels")
    assert error.message == "has marks for 2 levels, and the program has more; add one"
    shallow = attrs.evolve(FULL, program=[Discussion()])
    assert format_program(shallow, locale="ja", style=Style(levels={"ja": "1 (1)"}))


@pytest.mark.parametrize(("levels", "length", "first"), [("1 ①", 50, "①")])
def test_a_program_longer_than_a_series_is_refused(levels: str, length: int, first: str) -> None:
    style = Style(levels={"ja": levels})
    assert items(*[Discussion()] * length, style=style)
    longer = attrs.evolve(ANNOUNCED, program=[Discussion()] * (length + 1))
    error = strategy.refused(format_program, meeting=longer, locale="ja", style=style)
    assert (error.code, error.field) == ("range", "program")
    assert error.message.startswith(f"has more than {length} items on a level marked {first}; ")


def test_letters_go_on_doubled_after_z() -> None:
    assert items(*[Discussion()] * 28, locale="en", style=Style(levels={"en": "1 (a)"}))[25:] == [
        "(z) Exchange of opinions",
        "(aa) Exchange of opinions",
        "(bb) Exchange of opinions",
    ]


@pytest.mark.parametrize(
    ("brackets", "japanese", "english"),
    [
        (None, "開会挨拶【警察庁】", "Opening address (National Police Agency)"),
        ({"ja": "（）"}, "開会挨拶（警察庁）", "Opening address (National Police Agency)"),
        ({"und": "〔〕"}, "開会挨拶〔警察庁〕", "Opening address 〔National Police Agency〕"),
        ({"en": "[]"}, "開会挨拶【警察庁】", "Opening address [National Police Agency]"),
        ({"ja": "{}", "en": "<>"}, "開会挨拶{警察庁}", "Opening address <National Police Agency>"),
    ],
)
def test_affiliations_stand_in_the_brackets_of_the_style(
    brackets: Mapping[str, str] | None, japanese: str, english: str
) -> None:
    address = csegroup.Address(kind=csegroup.AddressKind.OPENING, speaker=AGENCY)
    style = Style(brackets=brackets)
    assert item(address, style=style) == japanese
    assert item(address, "en", style=style) == english


def test_presenters_stand_in_the_brackets_of_the_style_too() -> None:
    presentation = Presentation(title={"en": "Report", "ja": "報告"}, presenters=[AGENCY])
    style = Style(brackets={"ja": "（）", "en": "()"})
    assert (item(presentation), item(presentation, style=style)) == ("報告【警察庁】", "報告（警察庁）")
    assert item(presentation, "en") == "Report [National Police Agency]"
    assert item(presentation, "en", style=style) == "Report (National Police Agency)"


def test_the_digits_that_the_library_writes_are_full_width_in_japanese_and_those_of_a_text_are_not() -> None:
    style = Style(digits=Digits.FULL_WIDTH)
    meeting = attrs.evolve(
        ANNOUNCED.held(),
        program=[
            Discussion(
                agenda_number=1,
                title={"ja": "第2次計画(案)"},
                minutes=10,
                materials=[Material(number="1", media_type="application/pdf", kilobytes=306), TWO_MATERIALS[1]],
            )
        ],
    )
    assert format_program(meeting, locale="ja", style=style) == (
        "第６回専門家会合　議事概要\n"
        "\n"
        "１　開催日時・場所\n"
        "　令和４年２月８日（火）午後２時から\n"
        "\n"
        "２　次第及び議事概要\n"
        "　（１）　議題１　第2次計画(案)（１０分）　資料１（PDF／306KB）　資料５-１　計画\n"
    )


def test_the_size_of_a_material_stays_half_width() -> None:
    discussion = Discussion(materials=[Material(number="1", media_type="application/pdf", kilobytes=1306)])
    style = Style(digits=Digits.FULL_WIDTH)
    assert items(discussion, style=style) == ["（１）　意見交換　資料１（PDF／1,306KB）"]


def test_digits_of_english_stay_as_they_are() -> None:
    style = Style(digits=Digits.FULL_WIDTH)
    assert format_program(FULL, locale="en", style=style) == format_program(FULL, locale="en")


@pytest.mark.parametrize(
    ("fields", "japanese", "english"),
    [
        ({}, "令和4年2月8日(火)午後2時から", "From 2:00 p.m. on February 8, 2022 (Tuesday)"),
        ({"calendar": Calendar.GREGORY}, "2022年2月8日(火)午後2時から", "From 2:00 p.m. on February 8, 2022 (Tuesday)"),
        (
            {"calendar": Calendar.BOTH},
            "令和4年(2022年)2月8日(火)午後2時から",
            "From 2:00 p.m. on February 8, 2022 (Tuesday)",
        ),
        ({"hours": HourCycle.H23}, "令和4年2月8日(火)14:00～", "From 14:00 on February 8, 2022 (Tuesday)"),
        (
            {"dates": DateForm.OFFICIAL, "hours": HourCycle.H23},
            "令和4年2月8日(火)14時から",
            "From 14:00 on February 8, 2022 (Tuesday)",
        ),
        ({"dates": DateForm.MODERN}, "令和4年2月8日(火) 14:00～", "Tuesday, February 8, 2022, from 2:00 PM"),
        (
            {"dates": DateForm.MODERN, "hours": HourCycle.H12},
            "令和4年2月8日(火) 午後2時～",
            "Tuesday, February 8, 2022, from 2:00 PM",
        ),
    ],
)
def test_days_and_hours_are_written_as_the_style_has_them(fields: dict[str, Any], japanese: str, english: str) -> None:
    style = attrs.evolve(COUNCIL, **fields)
    assert japanese in [line.strip("　") for line in printed(style)]
    assert english in printed(style, "en")


def test_materials_stand_behind_their_item_below_it_or_nowhere() -> None:
    behind, below, nowhere = (Style(materials=place) for place in MaterialsPlace)
    assert items(MOTION, style=behind) == [
        "(1)　議題1　規約改正　資料1（PDF／1,306KB）　資料5-1　計画",
        "　説明があった。",
        "　→承認",
    ]
    assert items(MOTION, style=below) == [
        "(1)　議題1　規約改正",
        "　・資料1（PDF／1,306KB）",
        "　・資料5-1　計画",
        "　説明があった。",
        "　→承認",
    ]
    assert items(MOTION, style=nowhere) == ["(1)　議題1　規約改正", "　説明があった。", "　→承認"]
    assert items(MOTION, locale="en", style=behind) == [
        "(1) Agenda item 1: Rules; Material 1 (PDF, 1,306 KB); Material 5-1: Plan",
        "It was explained.",
        "Approved",
    ]
    assert items(MOTION, locale="en", style=below) == [
        "(1) Agenda item 1: Rules",
        "- Material 1 (PDF, 1,306 KB)",
        "- Material 5-1: Plan",
        "It was explained.",
        "Approved",
    ]
    assert items(MOTION, locale="en", style=nowhere) == ["(1) Agenda item 1: Rules", "It was explained.", "Approved"]


def test_materials_of_a_session_stand_below_its_heading() -> None:
    session = Session(title={"ja": "取組"}, items=[Discussion()], materials=[Material(number="2")])
    assert items(session, style=Style(materials=MaterialsPlace.BELOW)) == [
        "(1)　取組",
        "　・資料2",
        "　ア　意見交換",
    ]


def test_materials_below_name_their_language_once() -> None:
    style = Style(materials=MaterialsPlace.BELOW)
    motion = Motion(
        title={"en": "Rules"},
        materials=[
            Material(number="1", title={"ja": "対照表"}),
            Material(number="2", title={"ja": "対照表"}, language="ja"),
        ],
    )
    assert items(motion, locale="en", style=style) == [
        "(1) Rules",
        "- Material 1: 対照表 (in Japanese)",
        "- Material 2: 対照表 (Japanese)",
    ]


def test_an_announcement_tells_what_is_to_come_and_a_record_what_was_said() -> None:
    announcement, record = (Style(purpose=purpose) for purpose in Purpose)
    held = attrs.evolve(FULL, program=[MOTION]).held()
    assert format_program(held, locale="ja", style=record) == format_program(held, locale="ja")
    assert format_program(FULL, locale="ja", style=announcement) == format_program(FULL, locale="ja")
    to_come = format_program(held, locale="en", style=announcement)
    assert to_come.startswith("Program of the 6th Specialist Group Meeting\n")
    assert "\n3 Program\n(1) Agenda item 1: Rules; Material 1 (PDF, 1,306 KB); Material 5-1: Plan\n" in to_come
    assert "Approved" not in to_come
    minutes = format_program(FULL, locale="ja", style=record)
    assert minutes.startswith("第6回専門家会合　議事概要\n")
    assert "\n4　次第及び議事概要\n" in minutes
    assert "　　　発表。\n　　　傾聴。\n" in minutes


def test_a_style_without_notes_does_not_say_in_which_language_a_text_is() -> None:
    meeting = attrs.evolve(ANNOUNCED, aim={"ja": "知見の共有"}, program=[Discussion(title={"fr": "Débat"})])
    assert format_program(meeting, locale="en").count(" (in ") == 2
    assert " (in " not in format_program(meeting, locale="en", style=Style(notes=False))
    assert "（フランス語）" not in format_program(meeting, locale="ja", style=Style(notes=False))


def test_a_style_without_notes_still_tells_of_an_unofficial_translation() -> None:
    meeting = attrs.evolve(ANNOUNCED, aim={"en": "To share.", "ja-t-en": "共有"})
    assert format_program(meeting, locale="ja", style=Style(notes=False)).startswith("第6回専門家会合　次第（仮訳）\n")


def refused(**fields: object) -> tuple[str, str, str]:
    error = strategy.refused(Style, **fields)
    return error.code, error.field, error.message


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("議事次第", "'議事次第'"),
        ("{meeting}", "'{meeting}'"),
        ("{title}{title}", "'{title}{title}'"),
        ("{title} {number}", "'{title} {number}'"),
        ("{}", "'{}'"),
        ("{title", "'{title'"),
        ("}{title}", "'}{title}'"),
        ("{title!r}", "'{title!r}'"),
        ("{title:>99}", "'{title:>99}'"),
        ("{title.__class__}", "'{title.__class__}'"),
        ("{title[0]}", "'{title[0]}'"),
        ("{{title}} {title}", "'{{title}} {title}'"),
    ],
)
def test_a_title_holds_the_meetings_title_once_and_no_other_braces(title: str, shown: str) -> None:
    message = f"holds {{title}} once, where the meeting's title stands, not {shown}"
    assert refused(title={"ja": title}) == ("form", "title.ja", message)


@pytest.mark.parametrize(
    ("levels", "shown"),
    [
        ("1 2", "'2'"),
        ("1 (x)", "'(x)'"),
        ("ii", "'ii'"),
        ("イ", "'イ'"),
        ("11", "'11'"),
        ("1.1", "'1.1'"),
        ("1 --", "'--'"),
        ("aア", "'aア'"),
        ("Ⅰ", "'Ⅰ'"),
    ],
)
def test_a_level_is_marked_by_the_first_of_a_series(levels: str, shown: str) -> None:
    message = f"a mark counts by one of 1 １ ① ア 가 a A i I, or is -, and {shown} does not"
    assert refused(levels={"ja": levels}) == ("mark", "levels.ja", message)


@pytest.mark.parametrize("pair", ["（", "（））", "[ ]", "〔〕〔〕"])
def test_brackets_are_a_pair(pair: str) -> None:
    message = f"is an opening and a closing bracket such as '（）', not {pair!r}"
    assert refused(brackets={"en": pair}) == ("form", "brackets.en", message)


@pytest.mark.parametrize("name", ["title", "levels", "brackets"])
@pytest.mark.parametrize(
    ("value", "code", "where"),
    [
        ("{title}", "type", ""),
        ({"ja": ""}, "blank", ".ja"),
        ({"ja": 5}, "type", ".ja"),
        ({"JA": "1"}, "language", ".JA"),
    ],
)
def test_what_a_style_says_is_a_text_in_several_languages(name: str, value: object, code: str, where: str) -> None:
    assert refused(**{name: value})[:2] == (code, f"{name}{where}")


def test_what_a_style_says_stands_on_one_line() -> None:
    assert refused(title={"ja": "{title}\n議事次第"})[:2] == ("newline", "title.ja")
    assert refused(levels={"ja": "1\n(1)"})[:2] == ("newline", "levels.ja")


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("digits", "full_width", "needs Digits, not 'full_width'"),
        ("digits", None, "needs Digits, not None"),
        ("calendar", "japanese", "needs Calendar, not 'japanese'"),
        ("hours", 24, "needs HourCycle, not 24"),
        ("dates", None, "needs DateForm, not None"),
        ("materials", "below", "needs MaterialsPlace, not 'below'"),
        ("purpose", "record", "needs Purpose, not 'record'"),
        ("notes", 1, "needs bool, not 1"),
        ("sections", "program", "is a list, not 'program'"),
    ],
)
def test_a_field_of_a_style_is_of_its_kind(name: str, value: object, message: str) -> None:
    assert refused(**{name: value}) == ("type", name, message)


def test_a_section_is_a_part() -> None:
    assert refused(sections=[Part(kind=SectionKind.AIM), SectionKind.PROGRAM]) == (
        "type",
        "sections[1]",
        "needs Part, not SectionKind.PROGRAM",
    )


def test_a_section_stands_once() -> None:
    aim, items_of_it = Part(kind=SectionKind.AIM), Part(kind=SectionKind.PROGRAM)
    assert refused(sections=[aim, items_of_it, Part(kind=SectionKind.AIM, title={"ja": "目標"})]) == (
        "twice",
        "sections[2]",
        "is aim, which stands there twice; take one out",
    )


def test_a_section_stands_once_inside_an_overview_too() -> None:
    aim, items_of_it = Part(kind=SectionKind.AIM), Part(kind=SectionKind.PROGRAM)
    overview = Part(kind=SectionKind.OVERVIEW, parts=[aim, items_of_it])
    assert refused(sections=[overview, aim])[:2] == ("twice", "sections[1]")
    assert refused(sections=[aim, overview])[:2] == ("twice", "sections[1].parts[0]")


def part_refused(**fields: object) -> tuple[str, str, str]:
    error = strategy.refused(Part, **fields)
    return error.code, error.field, error.message


def test_only_an_overview_holds_parts_and_no_other_overview() -> None:
    aim = Part(kind=SectionKind.AIM)
    overview = Part(kind=SectionKind.OVERVIEW, parts=[aim])
    assert part_refused(kind=SectionKind.PROGRAM, parts=[aim]) == (
        "excluded",
        "parts",
        "are in an overview only; take them out",
    )
    assert part_refused(kind=SectionKind.OVERVIEW) == (
        "missing",
        "parts",
        "is empty; an overview holds one section at least",
    )
    assert part_refused(kind=SectionKind.OVERVIEW, parts=[overview]) == (
        "excluded",
        "parts",
        "holds an overview; there is none inside another",
    )


@pytest.mark.parametrize(
    ("fields", "code", "field"),
    [
        ({"kind": "aim"}, "type", "kind"),
        ({"kind": SectionKind.AIM, "title": "目標"}, "type", "title"),
        ({"kind": SectionKind.AIM, "title": {"ja": "目標\n目的"}}, "newline", "title.ja"),
        ({"kind": SectionKind.OVERVIEW, "parts": ["aim"]}, "type", "parts[0]"),
        ({"kind": SectionKind.OVERVIEW, "parts": "aim"}, "type", "parts"),
    ],
)
def test_a_part_has_a_kind_a_title_and_parts(fields: dict[str, object], code: str, field: str) -> None:
    assert part_refused(**fields)[:2] == (code, field)


def test_a_title_with_braces_in_the_meetings_own_stands_as_it_is() -> None:
    style = Style(title={"ja": "{title}　議事次第"})
    meeting = attrs.evolve(ANNOUNCED, title={"ja": "{title} {0} %s 会議"})
    assert format_program(meeting, locale="ja", style=style).startswith("{title} {0} %s 会議　議事次第\n")


def test_a_speaker_with_braces_and_brackets_stands_as_it_is() -> None:
    speaker = Speaker(name={"ja": "{speakers}】吉田"}, organization=Organization(name={"ja": "{title}"}))
    presentation = Presentation(title={"ja": "{speakers}"}, presenters=[speaker])
    assert item(presentation) == "{speakers}【{title}　{speakers}】吉田】"
    assert item(presentation, style=Style(brackets={"ja": "{}"})) == "{speakers}{{title}　{speakers}】吉田}"


def test_a_style_can_stand_in_a_set_and_holds_texts() -> None:
    style = Style(title={"ja": "{title}"})
    assert len({style, Style(title=LocalizedText({"ja": "{title}"})), COUNCIL}) == 2


def test_a_style_that_is_none_is_refused_with_what_would_be_one() -> None:
    with pytest.raises(InvalidValue, match=r"style: needs a Style such as csegroup\.documents\.COUNCIL, not 'modern'"):
        format_program(ANNOUNCED, locale="ja", style="modern")  # type: ignore[arg-type]
