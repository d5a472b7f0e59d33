from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum
from string import Formatter

import pytest

from csegroup import AddressKind, AttendeeKind, FormalityKind, LegalForm, Outcome
from csegroup.documents import Calendar, DateForm, SectionKind
from csegroup.wording import messages, patterns
from csegroup.wording.locales import words_for
from csegroup.wording.message import Message


def braces(pattern: str) -> set[str]:
    return {field for _, field, _, _ in Formatter().parse(pattern) if field is not None}


@pytest.mark.parametrize("locale", ["en", "en-GB", "ja"])
@pytest.mark.parametrize(
    ("said", "members"),
    [
        (messages.ATTENDEE_KINDS, AttendeeKind),
        (messages.ADDRESSES, AddressKind),
        (messages.FORMALITIES, FormalityKind),
        (messages.OUTCOMES, Outcome),
        (messages.SECTIONS, SectionKind),
        (messages.LEGAL_FORMS, {*LegalForm} - {LegalForm.STOCK_COMPANY}),
    ],
    ids=["attendees", "addresses", "formalities", "outcomes", "sections", "legal forms"],
)
def test_every_member_has_its_word(locale: str, said: Mapping[Enum, Message], members: Iterable[Enum]) -> None:
    assert {*said} == {*members}
    words = words_for(locale)
    texts = [words.text(message) for message in said.values()]
    assert all(texts)
    assert len({*texts}) == len(texts)


@pytest.mark.parametrize("locale", ["en", "ja"])
def test_every_language_lays_out_the_usual_sections(locale: str) -> None:
    sections = words_for(locale).sections
    kinds = [part.kind for whole in sections for part in (whole, *whole.parts)]
    assert {*kinds} - {SectionKind.OVERVIEW} == {
        SectionKind.AIM,
        SectionKind.DATE_AND_PLACE,
        SectionKind.ATTENDEES,
        SectionKind.PROGRAM,
        SectionKind.CONTACT,
    }


def test_every_form_and_calendar_has_its_patterns() -> None:
    assert patterns.DAYS.keys() == patterns.HOURS.keys() == patterns.SPANS.keys() == {*DateForm}
    assert patterns.HOUR_CYCLE.keys() == {*DateForm}
    assert all(days.keys() == {*Calendar} for days in patterns.DAYS.values())
    assert patterns.YEARS.keys() == {*Calendar}


def test_what_is_filled_into_a_span_is_known() -> None:
    for spans in (one for pair in patterns.SPANS.values() for one in pair):
        for locale in ("en", "en-GB", "ja"):
            words = words_for(locale)
            assert braces(words.text(spans.open)) == {"day", "start"}
            assert braces(words.text(spans.one_day)) == {"day", "start", "end"}
            assert braces(words.text(spans.over_days)) == {"day", "start", "end", "end_day"}


@pytest.mark.parametrize(
    ("n", "english", "japanese"), [(1, "1 minute", "1分"), (2, "2 minutes", "2分"), (90, "90 minutes", "90分")]
)
def test_minutes_are_counted_in_the_right_form(n: int, english: str, japanese: str) -> None:
    assert words_for("en").count(messages.MINUTES, n) == english
    assert words_for("en-GB").count(messages.MINUTES, n) == english
    assert words_for("ja").count(messages.MINUTES, n) == japanese


def test_levels_are_marked_as_the_house_does() -> None:
    assert words_for("en").levels == ("1", "(1)", "(a)")
    assert words_for("ja").levels == ("1", "(1)", "ア", "(ア)", "a", "(a)")
