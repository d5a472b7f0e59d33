"""The council's meetings and those of other bodies, as programs, JSON and calendars that people have read."""

from __future__ import annotations

import datetime as dt
import runpy
from pathlib import Path

import pytest

import csegroup
import real_meetings
from csegroup import Meeting
from csegroup.documents import STYLES
from csegroup.example import MEETING
from golden import golden

EXAMPLES = Path(__file__).parent.parent / "examples"
STAMP = dt.datetime(2026, 11, 24, tzinfo=dt.timezone.utc)


def example(name: str) -> Meeting:
    meeting = runpy.run_path(str(EXAMPLES / f"{name}.py"))["meeting"]
    assert isinstance(meeting, Meeting)
    return meeting


COUNCIL = {
    "specialist-group-meeting-2022": MEETING,
    "general-meeting-2021": example("general_meeting_2021"),
    "general-meeting-2017": example("general_meeting_2017"),
}
EVERY_MEETING = [*COUNCIL.values(), *(meeting for meeting, _ in real_meetings.ALL.values())]


@pytest.mark.parametrize("locale", ["en", "ja"])
@pytest.mark.parametrize("name", COUNCIL)
def test_a_meeting_of_the_council_prints_as_it_was_read(name: str, locale: str) -> None:
    program = csegroup.format_program(COUNCIL[name], locale=locale)
    golden(f"programs/{name}.{locale}.txt", program.encode())


@pytest.mark.parametrize("name", real_meetings.ALL)
def test_a_meeting_of_another_kind_prints_as_it_was_read(name: str) -> None:
    meeting, locale = real_meetings.ALL[name]
    golden(f"programs/{name}.{locale}.txt", csegroup.format_program(meeting, locale=locale).encode())


STYLED = [
    ("specialist-group-meeting-2022", "official", "ja"),
    ("specialist-group-meeting-2022", "modern", "ja"),
    ("specialist-group-meeting-2022", "modern", "en"),
    ("specialist-group-meeting-2022", "council", "en-GB"),
    ("specialist-group-meeting-2022", "modern", "en-GB"),
    ("general-meeting-2017", "official", "ja"),
    ("general-meeting-2017", "modern", "en"),
    ("general-meeting-2018", "modern", "ja"),
]


@pytest.mark.parametrize(("name", "style", "locale"), STYLED)
def test_a_meeting_prints_in_a_style_that_is_shipped_as_it_was_read(name: str, style: str, locale: str) -> None:
    meeting = COUNCIL[name] if name in COUNCIL else real_meetings.ALL[name][0]
    program = csegroup.format_program(meeting, locale=locale, style=STYLES[style])
    golden(f"programs/styles/{name}.{style}.{locale}.txt", program.encode())


@pytest.mark.parametrize("meeting", EVERY_MEETING, ids=lambda meeting: meeting.id)
def test_a_real_meeting_comes_back_from_json(meeting: Meeting) -> None:
    assert csegroup.json.loads(csegroup.json.dumps(meeting), Meeting) == meeting


def test_all_real_meetings_stand_in_one_calendar() -> None:
    calendar = csegroup.ical.to_calendar(EVERY_MEETING, locale=["ja", "en"], stamp=STAMP)
    assert len(calendar.events) == len(EVERY_MEETING)


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("general_meeting_*.py")), ids=lambda path: path.name)
def test_a_meeting_by_hand_is_short(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 80


def test_every_real_meeting_says_where_it_is_from() -> None:
    assert all(meeting.sources for meeting in EVERY_MEETING)
