"""The lines of a calendar file: escaped, folded, and the same as icalendar's own but for the folding."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Event, vDuration

from csegroup.ical.lines import common_name, components, duration, in_parameter, name_of, text, time, uri, written

TOKYO, UTC = ZoneInfo("Asia/Tokyo"), dt.timezone.utc

# What is written with more octets than characters, or with a second character before it.
TEXTS = st.text('aN n\\;,\n:"^é児𠮷\ufa1b゛ｶﾞ👨\u200d', max_size=400)


def event_with(summary: str, cn: str = "") -> bytes:
    organizer = uri("ORGANIZER", "mailto:office@example.go.jp", CN=in_parameter(cn))
    return written(["BEGIN:VEVENT", text("SUMMARY", summary), organizer, "END:VEVENT"])


def calendar_with(*lines: str) -> Calendar:
    return components(["BEGIN:VCALENDAR", "BEGIN:VEVENT", *lines, "END:VEVENT", "END:VCALENDAR"])


def unfolded(data: bytes) -> list[str]:
    return data.decode().replace("\r\n ", "").split("\r\n")


def summary_line(summary: str) -> str:
    return unfolded(event_with(summary))[1]


@pytest.mark.parametrize(
    ("summary", "line"),
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
def test_what_means_something_else_is_escaped(summary: str, line: str) -> None:
    assert summary_line(summary) == f"SUMMARY:{line}"


@given(TEXTS)
def test_any_text_is_read_back_as_it_was(words: str) -> None:
    read = Event.from_ical(event_with(words))
    assert str(read["SUMMARY"]) == words
    assert not read.errors


@given(TEXTS, TEXTS)
def test_no_line_is_longer_than_75_octets_or_ends_in_the_middle(words: str, other: str) -> None:
    for line in event_with(words, other.replace("\n", " ")).split(b"\r\n"):
        assert len(line) <= 75
        assert line.decode().isprintable() or "\u200d" in line.decode()


@pytest.mark.parametrize("offset", range(5))
def test_what_escapes_stands_on_one_line_with_what_it_escapes(offset: int) -> None:
    data = event_with("a" * offset + ";" * 100, "a" * offset + "^児" * 60)
    lines = data.split(b"\r\n ")
    assert len(lines) > 6
    assert not [line for line in lines[:-1] if line.endswith((b"\\", b"^"))]


@given(TEXTS, TEXTS)
def test_a_line_ends_with_cr_and_lf_and_neither_stands_alone(words: str, other: str) -> None:
    data = event_with(words, other.replace("\n", " "))
    assert data.endswith(b"END:VEVENT\r\n")
    assert not set(b"\r\n") & set(data.replace(b"\r\n", b""))


@pytest.mark.parametrize(("octets", "folds"), [(75, 0), (76, 1), (148, 1), (149, 2)])
def test_a_line_of_75_octets_is_whole_and_a_longer_one_is_not(octets: int, folds: int) -> None:
    summary = "a" * (octets - len("SUMMARY:"))
    assert event_with(summary).count(b"\r\n ") == folds


def test_a_longer_run_of_backslashes_than_a_line_holds_is_written_whole() -> None:
    words = "表" + "\\" * 200 + "N"
    data = event_with(words)
    assert max(map(len, data.split(b"\r\n"))) <= 75
    assert str(Event.from_ical(data)["SUMMARY"]) == words


def test_a_run_of_backslashes_longer_than_a_line_is_folded_without_loss() -> None:
    words = "\\" * 200
    assert str(Event.from_ical(event_with(words))["SUMMARY"]) == words


@pytest.mark.parametrize(
    ("value", "line"),
    [
        (dt.date(2022, 2, 8), "DTSTART;VALUE=DATE:20220208"),
        (dt.date(987, 1, 2), "DTSTART;VALUE=DATE:09870102"),
        (dt.datetime(2022, 2, 8, 14, tzinfo=TOKYO), "DTSTART;TZID=Asia/Tokyo:20220208T140000"),
        (dt.datetime(2022, 2, 8, 14, 0, 1, 999_999, tzinfo=UTC), "DTSTART:20220208T140001Z"),
        (dt.datetime(2022, 2, 8, 14, tzinfo=ZoneInfo("Etc/UTC")), "DTSTART:20220208T140000Z"),
        (dt.datetime(2022, 2, 8, 14, tzinfo=ZoneInfo("UTC")), "DTSTART:20220208T140000Z"),
    ],
)
def test_a_time_is_a_day_an_hour_in_its_zone_or_one_in_utc(value: dt.date, line: str) -> None:
    assert time("DTSTART", value) == line


@pytest.mark.parametrize(
    ("length", "written_so"),
    [
        ({}, "P0D"),
        ({"seconds": 1}, "PT1S"),
        ({"minutes": 15}, "PT15M"),
        ({"hours": 1, "minutes": 30}, "PT1H30M"),
        ({"hours": 2, "seconds": 5}, "PT2H0M5S"),
        ({"minutes": 2, "seconds": 5}, "PT2M5S"),
        ({"days": 1, "hours": 2, "seconds": 5}, "P1DT2H0M5S"),
        ({"days": 1}, "P1D"),
        ({"days": 7, "hours": 12}, "P7DT12H"),
    ],
)
def test_a_length_of_time_is_written_without_what_is_none(length: dict[str, int], written_so: str) -> None:
    assert duration(dt.timedelta(**length)) == written_so


@given(
    st.timedeltas(dt.timedelta(), dt.timedelta(days=400)).map(lambda one: one - dt.timedelta(0, 0, one.microseconds))
)
def test_a_length_of_time_is_read_back_as_it_was(length: dt.timedelta) -> None:
    assert vDuration.from_ical(duration(length)) == length  # type: ignore[no-untyped-call]
    assert vDuration(length).to_ical().decode() == duration(length)  # type: ignore[no-untyped-call]


def test_parameters_stand_in_the_order_of_the_alphabet() -> None:
    assert (
        uri("ATTENDEE", "mailto:a@example.org", ROLE="CHAIR", CN="A") == "ATTENDEE;CN=A;ROLE=CHAIR:mailto:a@example.org"
    )


@pytest.mark.parametrize(
    ("value", "written_so"),
    [
        ("山田太郎", "山田太郎"),
        ("O'Neil, Ann", '"O\'Neil, Ann"'),
        ("A; B: C", '"A; B: C"'),
        ("The “A”’s", '"The “A”’s"'),
        ('the "A"', "the 'A'"),
        ("C:\\n", '"C:/n"'),
        ("^n", "＾n"),
    ],
)
def test_a_parameter_holds_nothing_that_ends_it(value: str, written_so: str) -> None:
    assert in_parameter(value) == written_so


@pytest.mark.parametrize(
    ("value", "written_so"),
    [
        ("山田太郎", "山田太郎"),
        ("髙橋 﨑", '"髙橋 﨑"'),
        ("O'Neil", '"O\'Neil"'),
        ("山田　太郎", "山田　太郎"),
        ("^", "＾"),
    ],
)
def test_a_name_is_quoted_where_icalendar_quotes_it(value: str, written_so: str) -> None:
    assert common_name(value) == written_so
    made = calendar_with(uri("ORGANIZER", "mailto:office@example.go.jp", CN=common_name(value)))
    assert f"ORGANIZER;CN={written_so}:mailto:office@example.go.jp" in unfolded(made.to_ical())


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("SUMMARY:A", "SUMMARY"),
        ("X-WR-CALNAME:A", "X-WR-CALNAME"),
        ("DTSTART;VALUE=DATE:20220208", "DTSTART"),
        ("", ""),
    ],
)
def test_the_name_of_a_line_ends_where_its_parameters_or_its_value_begin(line: str, name: str) -> None:
    assert name_of(line) == name


@given(st.lists(TEXTS, min_size=1, max_size=3).filter(lambda texts: "" not in texts), TEXTS)
def test_what_components_write_again_are_the_lines_that_they_were_made_from(lists: list[str], words: str) -> None:
    lines = [text("SUMMARY", words), text("CATEGORIES", *lists), text("DESCRIPTION", words + "\\n")]
    made = calendar_with(*lines)
    assert not [error for one in made.walk() for error in one.errors]
    assert set(lines) <= set(unfolded(made.to_ical()))
