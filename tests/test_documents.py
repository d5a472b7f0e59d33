from __future__ import annotations

import datetime as dt
import re
from zoneinfo import ZoneInfo

import attrs
import pytest

import strategies as strategy
from csegroup import InvalidValue, documents
from csegroup.documents import (
    COUNCIL,
    MODERN,
    OFFICIAL,
    Style,
    attendee_list,
    document_title,
    docx,
    format_program,
    material_list,
    meeting_list,
    program,
    timetable,
    to_html,
    to_text,
)
from csegroup.documents.tree import Section
from csegroup.example import MEETING
from csegroup.text import shown
from csegroup.wording.phrases import plain
from samples import ANNOUNCED, FULL


def refused(**fields: object) -> tuple[str, str]:
    error = strategy.refused(format_program, meeting=ANNOUNCED, **fields)
    return error.field, error.message


@pytest.mark.parametrize("name", ["pdf", "docx", "TEXT", "", None])
def test_an_unknown_format_is_refused_with_those_that_are_known(name: object) -> None:
    message = f"is text, markdown or html, not {name!r}; for a DOCX call csegroup.documents.docx"
    assert refused(locale="ja", format=name) == ("format", message)


@pytest.mark.parametrize("name", ["markdown", "html"])
def test_a_width_is_for_plain_text(name: str) -> None:
    assert refused(locale="ja", format=name, width=72) == ("width", "is for plain text; leave it out")


@pytest.mark.parametrize("name", ["markdown", "text"])
def test_a_fragment_is_for_html(name: str) -> None:
    assert refused(locale="ja", format=name, fragment=True) == ("fragment", "is for HTML; leave it out")


@pytest.mark.parametrize("locale", [[], (), iter(())])
def test_no_language_at_all_is_refused(locale: object) -> None:
    assert refused(locale=locale) == ("locale", "is empty; name one language at least")


@pytest.mark.parametrize("locale", [["ja", "fr"], ["fr"], "fr", ["ja", "JA"]])
def test_one_wrong_language_among_several_is_refused(locale: object) -> None:
    assert refused(locale=locale)[0] == "locale"


@pytest.mark.parametrize("style", ["modern", None, {"digits": "full_width"}])
def test_a_style_is_a_style_and_not_its_name(style: object) -> None:
    field, message = refused(locale="ja", style=style)
    assert (field, message) == ("style", f"needs a Style such as csegroup.documents.COUNCIL, not {style!r}")


@pytest.mark.parametrize("make", [program, timetable, material_list, attendee_list, docx])
def test_every_document_of_a_meeting_refuses_what_a_program_refuses(make: object) -> None:
    assert strategy.refused(make, meeting=ANNOUNCED, locale=[]).field == "locale"
    assert strategy.refused(make, meeting=ANNOUNCED, locale="fr").field == "locale"
    assert strategy.refused(make, meeting=ANNOUNCED, locale="ja", style="modern").field == "style"


@pytest.mark.parametrize("make", [program, timetable, docx])
@pytest.mark.parametrize("zone", ["Europe/Berlin", dt.timezone.utc, 9])
def test_the_readers_zone_is_a_zone_that_has_a_name(make: object, zone: object) -> None:
    error = strategy.refused(make, meeting=ANNOUNCED, locale="ja", time_zone=zone)
    assert (error.code, error.field) == ("type", "time_zone")
    assert error.message == f"needs a ZoneInfo, not {shown(zone)}"


def test_a_list_of_meetings_refuses_what_a_program_refuses() -> None:
    assert strategy.refused(meeting_list, meetings=[ANNOUNCED], locale=[]).field == "locale"
    assert strategy.refused(meeting_list, meetings=[ANNOUNCED], locale="ja", style="modern").field == "style"


def test_a_program_is_plain_text_where_no_format_is_given() -> None:
    assert format_program(FULL, locale="ja") == to_text(program(FULL, locale="ja"))
    assert format_program(FULL, locale="ja", format="text") == format_program(FULL, locale="ja")


def test_a_program_in_several_languages_stands_one_after_the_other() -> None:
    english, japanese = program(FULL, locale=["en", "ja"])
    assert (english.language, japanese.language) == ("en", "ja")
    both = format_program(FULL, locale=["ja", "en"])
    assert both.index("第6回専門家会合　次第") < both.index("Program of the 6th Specialist Group Meeting")


def test_languages_may_be_any_iterable() -> None:
    assert program(FULL, locale=iter(["ja", "en"])) == program(FULL, locale=("ja", "en"))
    assert program(FULL, locale="ja") == program(FULL, locale=["ja"])


@pytest.mark.parametrize(
    ("first", "other", "japanese", "english"),
    [
        (
            "ja",
            "en",
            ["目的", "開催日時・場所", "参加者", "次第", "問合せ先"],
            ["Aim", "Date, etc.", "Attendees", "Program", "Contact"],
        ),
        ("en", "ja", ["目的", "概要", "次第", "問合せ先"], ["Aim", "Overview", "Program", "Contact"]),
    ],
)
def test_several_languages_share_the_sections_of_the_first(
    first: str, other: str, japanese: list[str], english: list[str]
) -> None:
    expected = {"ja": japanese, "en": english}
    for outline in program(FULL, locale=[first, other]):
        headings = [plain(block.heading) for block in outline.blocks if isinstance(block, Section)]
        assert headings == expected[outline.language]


def test_a_document_knows_its_language_and_how_wide_its_characters_are() -> None:
    (japanese, british) = program(FULL, locale=["ja-JP-u-ca-gregory", "en-GB"])
    assert (japanese.language, japanese.indent, japanese.wide) == ("ja-JP", "　", True)
    assert (british.language, british.indent, british.wide) == ("en-GB", "", False)


@pytest.mark.parametrize(
    ("locale", "own", "other"),
    [
        (
            "ja",
            "　令和4年2月8日(火)午後2時から（日本標準時）\n",
            "　令和4年2月8日(火)午前6時から（中央ヨーロッパ標準時）\n",
        ),
        (
            "en",
            "From 2:00 p.m. on February 8, 2022 (Tuesday) (Japan Standard Time)\n",
            "From 6:00 a.m. on February 8, 2022 (Tuesday) (Central European Standard Time)\n",
        ),
    ],
)
def test_a_program_tells_the_readers_hours_below_its_own(locale: str, own: str, other: str) -> None:
    assert own + other in format_program(FULL, locale=locale, time_zone=ZoneInfo("Europe/Berlin"))
    assert other not in format_program(FULL, locale=locale)


@pytest.mark.parametrize("name", ["STYLES", "Style", "program", "docx", "stylesheet"])
def test_what_documents_offers_is_there(name: str) -> None:
    assert name in documents.__all__


def test_a_style_that_is_shipped_prints_in_every_shipped_language() -> None:
    for style in (COUNCIL, OFFICIAL, MODERN):
        for locale in ("ja", "en", "en-GB"):
            assert format_program(MEETING, locale=locale, style=style).endswith("\n")


def test_an_error_of_a_program_is_one_of_this_package() -> None:
    with pytest.raises(InvalidValue, match=r"^levels: has marks for 1 levels, and the program has more; add one$"):
        format_program(FULL, locale="en", style=attrs.evolve(COUNCIL, levels={"en": "1"}))


def test_a_style_may_leave_out_all_that_a_meeting_has() -> None:
    style = Style(sections=[documents.Part(kind=documents.SectionKind.MATERIALS)])
    assert format_program(ANNOUNCED, locale="ja", style=style) == "第6回専門家会合　次第\n"


@pytest.mark.parametrize("level", [1, 2, 6])
def test_the_title_of_a_fragment_is_a_heading_of_the_level_that_a_page_has_room_for(level: int) -> None:
    written = to_html(program(FULL, locale="en"), fragment=True, level=level)
    assert re.findall("<h[0-9]>", written)[:2] == [f"<h{level}>", f"<h{min(level + 1, 6)}>"]


@pytest.mark.parametrize("level", [0, 7, True, "1", None])
def test_a_heading_has_one_of_six_levels(level: object) -> None:
    error = strategy.refused(to_html, document=program(FULL, locale="en"), fragment=True, level=level)
    assert (error.code, error.field) == ("range", "level")


def test_the_title_of_a_document_names_all_its_languages() -> None:
    assert document_title(program(FULL, locale="ja")) == "第6回専門家会合　次第"
    both = "第6回専門家会合　次第 / Program of the 6th Specialist Group Meeting"
    assert document_title(program(FULL, locale=["ja", "en"])) == both
