"""Laws that hold for the documents of every meeting, in every style and language."""

from __future__ import annotations

import contextlib
import itertools
from collections.abc import Callable, Iterable, Iterator
from zoneinfo import ZoneInfo

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import strategies as strategy
from csegroup import (
    Discussion,
    Formality,
    InvalidValue,
    Item,
    LocalizedText,
    Material,
    Meeting,
    MeetingStatus,
    Motion,
    OnlineVenue,
    Presentation,
    Session,
    Venue,
)
from csegroup.documents import (
    COUNCIL,
    STYLES,
    Document,
    MaterialsPlace,
    Purpose,
    SectionKind,
    Style,
    attendee_list,
    format_program,
    material_list,
    meeting_list,
    program,
    timetable,
    to_text,
)
from csegroup.documents.pairs import rows_of
from csegroup.documents.tree import Block, Listing, Mark, Section, Table
from csegroup.wording.locales import words_for
from csegroup.wording.numbering import mark
from samples import ANNOUNCED

LOCALES = st.sampled_from(
    ["en", "ja", "en-GB", "ja-JP-u-ca-japanese", "ja-u-ca-gregory-hc-h23", "ja-u-nu-fullwide", "en-u-ca-japanese"]
)
ZONES = st.none() | strategy.zones


def texts_of_item(one: Item, style: Style, *, record: bool) -> Iterator[LocalizedText | None]:
    """Give the texts of an item that stand in a program by themselves, whatever stands around them."""
    if not isinstance(one, Formality):
        yield one.title
    if isinstance(one, (Presentation, Discussion, Motion, Session)) and style.materials is not MaterialsPlace.NOWHERE:
        for material in one.materials:
            yield from (material.title, material.note)
    if isinstance(one, Session):
        for inside in one.items:
            yield from texts_of_item(inside, style, record=record)
    elif record and not isinstance(one, Formality):
        yield one.report
    if record and isinstance(one, Motion):
        yield one.resolution


def kinds_of(style: Style, locale: str) -> set[SectionKind]:
    parts = words_for(locale, style).sections
    return {part.kind for whole in parts for part in (whole, *whole.parts)}


def texts_of(meeting: Meeting, style: Style, locale: str) -> Iterator[LocalizedText | None]:
    """Give the texts of a meeting that its program prints by themselves."""
    kinds = kinds_of(style, locale)
    yield from (meeting.title, meeting.notice)
    if SectionKind.AIM in kinds:
        yield meeting.aim
    if SectionKind.CONTACT in kinds and meeting.contact:
        yield meeting.contact.name
    if SectionKind.ATTENDEES in kinds:
        for group in meeting.attendees:
            yield from (group.label, group.description)
    if SectionKind.DATE_AND_PLACE in kinds:
        for venue in meeting.venues:
            if isinstance(venue, OnlineVenue) or (isinstance(venue, Venue) and venue.room is None):
                yield venue.name
    if SectionKind.PROGRAM in kinds:
        record = (style.purpose or of_status(meeting)) is Purpose.RECORD
        for one in meeting.program:
            yield from texts_of_item(one, style, record=record)


def of_status(meeting: Meeting) -> Purpose:
    return Purpose.RECORD if meeting.status is MeetingStatus.HELD else Purpose.ANNOUNCEMENT


def made(make: Callable[[], Document]) -> Document:
    """Make a document, but none that the levels of its style do not reach to."""
    try:
        return make()
    except InvalidValue as error:
        assume(error.field != "levels")
        raise


@given(strategy.meetings(), LOCALES, strategy.styles | st.just(COUNCIL))
def test_every_text_that_a_style_has_is_printed_unchanged(meeting: Meeting, locale: str, style: Style) -> None:
    printed = to_text(made(lambda: program(meeting, locale=locale, style=style)))
    for text in filter(None, texts_of(meeting, style, locale)):
        _, said = text.best(locale)
        assert all(paragraph in printed for paragraph in said.split("\n"))


@given(strategy.meetings(), LOCALES, strategy.styles, ZONES)
def test_a_meeting_has_a_program_in_any_style_or_an_error_says_in_which_field_it_has_not(
    meeting: Meeting, locale: str, style: Style, zone: ZoneInfo | None
) -> None:
    found: Document | InvalidValue
    try:
        found = program(meeting, locale=locale, style=style, time_zone=zone)
    except InvalidValue as error:
        found = error
    if isinstance(found, InvalidValue):
        assert (found.code, found.field) == ("range", "levels")
    else:
        assert found[0].title
        assert found[0].language in {"en", "ja", "en-GB", "ja-JP"}


@given(strategy.meetings(), LOCALES, strategy.styles, ZONES)
def test_a_meeting_has_its_lists_in_any_style(
    meeting: Meeting, locale: str, style: Style, zone: ZoneInfo | None
) -> None:
    assert timetable(meeting, locale=locale, style=style, time_zone=zone)
    assert material_list(meeting, locale=locale, style=style)
    assert attendee_list(meeting, locale=locale, style=style)
    assert meeting_list([meeting], locale=locale, style=style)


def tables_in(blocks: Iterable[Block]) -> Iterator[Table]:
    for block in blocks:
        if isinstance(block, Table):
            yield block
        elif isinstance(block, Section):
            yield from tables_in(block.blocks)


@given(strategy.meetings(), LOCALES, ZONES)
def test_a_row_of_a_table_has_as_many_cells_as_the_head(meeting: Meeting, locale: str, zone: ZoneInfo | None) -> None:
    documents = (
        timetable(meeting, locale=locale, time_zone=zone),
        material_list(meeting, locale=locale),
        attendee_list(meeting, locale=locale),
        meeting_list([meeting], locale=locale),
    )
    for table in (table for (outline,) in documents for table in tables_in(outline.blocks)):
        assert table.rows
        assert all(len(row) == len(table.head) for row in table.rows)
        assert all(any(row[i] for row in table.rows) for i in range(len(table.head)) if table.head[i] == ("Length",))


@given(strategy.meetings(), st.lists(LOCALES, min_size=2, max_size=3), strategy.styles | st.just(COUNCIL), ZONES)
def test_a_program_in_several_languages_is_the_same_row_by_row(
    meeting: Meeting, locales: list[str], style: Style, zone: ZoneInfo | None
) -> None:
    outlines = made(lambda: program(meeting, locale=locales, style=style, time_zone=zone))
    for row in rows_of([outline.blocks for outline in outlines]):
        assert len(row.cells) == len(locales)
        assert len({type(cell) for cell in row.cells}) == 1


@given(st.lists(strategy.meetings(), max_size=3, unique_by=lambda meeting: meeting.id), strategy.zones)
def test_the_lists_of_two_languages_are_the_same_row_by_row(meetings: list[Meeting], zone: ZoneInfo) -> None:
    documents = [meeting_list(meetings, locale=["ja-u-ca-gregory", "en"])]
    for meeting in meetings:
        documents.append(timetable(meeting, locale=["ja", "en"], time_zone=zone))
        documents.append(material_list(meeting, locale=["ja", "en"]))
    for document in documents:
        for row in rows_of([outline.blocks for outline in document]):
            assert len(row.cells) == 2


@given(strategy.meetings(), LOCALES, strategy.styles | st.just(COUNCIL))
def test_a_program_is_lines_with_single_blank_ones_between(meeting: Meeting, locale: str, style: Style) -> None:
    printed = to_text(made(lambda: program(meeting, locale=locale, style=style)))
    lines = printed.split("\n")
    assert lines.pop() == ""
    assert lines == printed.splitlines()
    assert lines[0]
    assert lines[-1]
    assert not any(one == other == "" for one, other in itertools.pairwise(lines))
    assert all(line == line.rstrip() for line in lines)


def marks_in(blocks: Iterable[Block]) -> Iterator[list[Mark]]:
    """Give the marks of each run of sections, and of each numbered list."""
    blocks = tuple(blocks)
    yield [block.mark for block in blocks if isinstance(block, Section)]
    for block in blocks:
        if isinstance(block, Listing) and block.numbered:
            yield [entry.mark for entry in block.entries]
        if isinstance(block, Section):
            yield from marks_in(block.blocks)
        elif isinstance(block, Listing):
            for entry in block.entries:
                yield from marks_in(entry.blocks)


@given(strategy.meetings(), LOCALES, strategy.styles | st.just(COUNCIL))
def test_sections_and_items_are_numbered_without_a_gap(meeting: Meeting, locale: str, style: Style) -> None:
    (outline,) = made(lambda: program(meeting, locale=locale, style=style))
    for marks in marks_in(outline.blocks):
        assert [one.text for one in marks] == [one.first and mark(one.first, n) for n, one in enumerate(marks, start=1)]


@given(strategy.meetings(), LOCALES)
def test_the_sections_of_the_council_count_from_1(meeting: Meeting, locale: str) -> None:
    words = words_for(locale)
    blocks = program(meeting, locale=locale)[0].blocks
    marks = [str(block.mark) for block in blocks if isinstance(block, Section)]
    assert marks == [mark(words.levels[0], n) + words.gap for n in range(1, len(marks) + 1)]


@given(strategy.meetings(), st.sampled_from(["en", "ja"]), strategy.styles)
def test_without_notes_nothing_says_which_language_a_text_is_in(meeting: Meeting, locale: str, style: Style) -> None:
    silent = attrs.evolve(style, notes=False)
    with contextlib.suppress(InvalidValue):
        (outline,) = program(meeting, locale=locale, style=silent)
        assert "note=True" not in repr(outline)


@pytest.mark.parametrize("style", STYLES.values(), ids=list(STYLES))
@pytest.mark.parametrize("locale", ["ja", "en"])
def test_a_program_grows_by_as_many_lines_as_it_has_items(locale: str, style: Style) -> None:
    one = Discussion(title={"en": "Questions", "ja": "質疑"}, materials=[Material(number="1")])

    def lines(n: int) -> int:
        meeting = attrs.evolve(ANNOUNCED, program=[one] * n)
        return format_program(meeting, locale=locale, style=style).count("\n")

    ten, thousand = lines(10), lines(1000)
    assert (thousand - ten) % 990 == 0
    assert lines(100) - ten == (thousand - ten) // 11
