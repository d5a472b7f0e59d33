"""The lines of a calendar file: escaped, folded, and the same as icalendar's own but for the folding."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Event, vCalAddress

import strategies as strategy
from csegroup import Meeting
from csegroup.ical import to_calendar, to_ics
from csegroup.ical.lines import Text, serialized

STAMP = dt.datetime(2026, 11, 24, tzinfo=dt.timezone.utc)

# What is written with more octets than characters, or with a second character before it.
TEXTS = st.text('aN n\\;,\n:"^é児𠮷\ufa1b゛ｶﾞ👨\u200d', max_size=400)
FEEDS = st.lists(strategy.meetings(), max_size=2, unique_by=lambda meeting: meeting.id).map(
    lambda meetings: [meeting for meeting in meetings if meeting.local_date]
)
LOCALES = st.sampled_from([["ja"], ["en"], ["en", "ja"]])


def event_with(summary: str, cn: str = "") -> Event:
    event = Event()
    event["SUMMARY"] = Text(summary)
    event["ORGANIZER"] = vCalAddress("mailto:office@example.go.jp", params={"CN": cn})
    return event


def unfolded(data: bytes) -> list[str]:
    return data.decode().replace("\r\n ", "").split("\r\n")


def values_of(calendar: Calendar) -> list[tuple[object, ...]]:
    return [
        (name, str(value) if isinstance(value, str) else value, sorted(getattr(value, "params", {}).items()))
        for name, value in calendar.property_items()
    ]


def summary_line(text: str) -> str:
    return unfolded(serialized(event_with(text)))[1]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("児童、警察庁。", "児童、警察庁。"),
        ("A, B; C", "A\\, B\\; C"),
        ("一\n二", "一\\n二"),
        ("C:\\New", "C:\\\\New"),
        ("C:\\new", "C:\\\\new"),
        ("\\", "\\\\"),
        ('"14:00" ^n', '"14:00" ^n'),
        ("𠮷田 \ufa1b祉 👨\u200d👩\u200d👧", "𠮷田 \ufa1b祉 👨\u200d👩\u200d👧"),
    ],
)
def test_what_means_something_else_is_escaped(text: str, written: str) -> None:
    assert summary_line(text) == f"SUMMARY:{written}"


@given(TEXTS)
def test_any_text_is_read_back_as_it_was(text: str) -> None:
    read = Event.from_ical(serialized(event_with(text)))
    assert str(read["SUMMARY"]) == text
    assert not read.errors


@given(TEXTS, TEXTS)
def test_no_line_is_longer_than_75_octets_or_ends_in_the_middle(text: str, other: str) -> None:
    for line in serialized(event_with(text, other.replace("\n", " "))).split(b"\r\n"):
        assert len(line) <= 75
        assert line.decode().isprintable() or "\u200d" in line.decode()


@pytest.mark.parametrize("offset", range(5))
def test_what_escapes_stands_on_one_line_with_what_it_escapes(offset: int) -> None:
    data = serialized(event_with("a" * offset + ";" * 100, "a" * offset + "^児" * 60))
    lines = data.split(b"\r\n ")
    assert len(lines) > 6
    assert not [line for line in lines[:-1] if line.endswith((b"\\", b"^"))]


@given(TEXTS, TEXTS)
def test_a_line_ends_with_cr_and_lf_and_neither_stands_alone(text: str, other: str) -> None:
    data = serialized(event_with(text, other.replace("\n", " ")))
    assert data.endswith(b"END:VEVENT\r\n")
    assert not set(b"\r\n") & set(data.replace(b"\r\n", b""))


@pytest.mark.parametrize(("octets", "folds"), [(75, 0), (76, 1), (148, 1), (149, 2)])
def test_a_line_of_75_octets_is_whole_and_a_longer_one_is_not(octets: int, folds: int) -> None:
    summary = "a" * (octets - len("SUMMARY:"))
    assert serialized(event_with(summary)).count(b"\r\n ") == folds


def test_a_longer_run_of_backslashes_than_a_line_holds_is_written_whole() -> None:
    text = "表" + "\\" * 200 + "N"
    data = serialized(event_with(text))
    assert max(map(len, data.split(b"\r\n"))) <= 75
    assert str(Event.from_ical(data)["SUMMARY"]) == text


@given(FEEDS, LOCALES)
def test_the_lines_are_those_of_icalendar(meetings: Sequence[Meeting], locales: Sequence[str]) -> None:
    own = to_ics(meetings, locale=locales, stamp=STAMP)
    theirs: bytes = to_calendar(meetings, locale=locales, stamp=STAMP).to_ical()
    assert Counter(unfolded(own)) == Counter(unfolded(theirs))


@given(FEEDS, LOCALES)
def test_a_calendar_is_read_back_with_the_same_values(meetings: Sequence[Meeting], locales: Sequence[str]) -> None:
    made = to_calendar(meetings, locale=locales, stamp=STAMP)
    read = Calendar.from_ical(to_ics(meetings, locale=locales, stamp=STAMP))
    assert not [error for component in read.walk() for error in component.errors]
    assert values_of(read) == values_of(made)


def test_a_run_of_backslashes_longer_than_a_line_is_folded_without_loss() -> None:
    text = "\\" * 200
    assert str(Event.from_ical(serialized(event_with(text)))["SUMMARY"]) == text
