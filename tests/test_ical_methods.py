"""What RFC 5546 lets a message hold: each violation is refused, by the table and by name."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from csegroup import CsegroupError
from csegroup.ical.methods import METHODS, STATUSES, checked, checked_zones

_SAMPLES = {
    "ATTENDEE": "ATTENDEE:mailto:taro@example.go.jp",
    "DTSTART": "DTSTART;TZID=Asia/Tokyo:20220208T140000",
    "ORGANIZER": "ORGANIZER;CN=少年課:mailto:office@example.go.jp",
}
_STATUS = {None: "CONFIRMED", "PUBLISH": "CANCELLED", "REQUEST": "TENTATIVE", "CANCEL": "CANCELLED"}
ALL = list(METHODS)


def line(name: str, method: str | None) -> str:
    return f"STATUS:{_STATUS[method]}" if name == "STATUS" else _SAMPLES.get(name, f"{name}:A")


def least(method: str | None) -> list[str]:
    """Give the fewest lines that a method takes."""
    inside = [line(name, method) for name, (few, _) in METHODS[method].items() for _ in range(few)]
    return ["BEGIN:VEVENT", *inside, "END:VEVENT"]


def without(lines: Sequence[str], name: str) -> list[str]:
    return [one for one in lines if not one.startswith((f"{name}:", f"{name};"))]


def with_more(lines: Sequence[str], *more: str) -> list[str]:
    return [*lines[:-1], *more, lines[-1]]


@pytest.mark.parametrize("method", ALL)
def test_what_a_method_must_hold_is_enough(method: str | None) -> None:
    assert checked(method, least(method)) == least(method)


@pytest.mark.parametrize("method", ALL)
def test_what_a_method_may_hold_stands_once_and_what_may_stand_often_stands_twice(method: str | None) -> None:
    rules = METHODS[method]
    event = least(method)
    for name, (few, most) in rules.items():
        times = 2 if most is None else most
        event = with_more(event, *[line(name, method)] * (times - few))
    assert checked(method, event) == event


@pytest.mark.parametrize(
    ("method", "name"), [(method, name) for method, rules in METHODS.items() for name in rules if rules[name][0]]
)
def test_what_a_method_must_hold_is_missed(method: str | None, name: str) -> None:
    with pytest.raises(CsegroupError, match=f"{method or 'no METHOD'} cannot hold {name} 0 times"):
        checked(method, without(least(method), name))


@pytest.mark.parametrize(
    ("method", "name", "most"),
    [
        (method, name, most)
        for method, rules in METHODS.items()
        for name, (_, most) in rules.items()
        if most is not None
    ],
)
def test_what_stands_too_often_is_refused(method: str | None, name: str, most: int) -> None:
    event = with_more(without(least(method), name), *[line(name, method)] * (most + 1))
    with pytest.raises(CsegroupError, match=f"cannot hold {name} {most + 1} times"):
        checked(method, event)


@pytest.mark.parametrize("method", ALL)
@pytest.mark.parametrize("name", ["RRULE", "REQUEST-STATUS", "DURATION", "RECURRENCE-ID", "ATTACH", "METHOD", "COLOR"])
def test_what_stands_in_no_table_is_refused(method: str | None, name: str) -> None:
    with pytest.raises(CsegroupError, match=f"cannot hold {name} 1 times"):
        checked(method, with_more(least(method), f"{name}:A"))


def test_a_feed_names_no_attendee_and_a_cancellation_no_link() -> None:
    # RFC 5546 section 3.2.1, and our own rule for what does not take place.
    assert METHODS["PUBLISH"]["ATTENDEE"] == METHODS["CANCEL"]["CONFERENCE"] == (0, 0)


@pytest.mark.parametrize("name", ["UID", "DTSTAMP", "ORGANIZER", "ATTENDEE", "SEQUENCE"])
def test_a_cancellation_must_hold_what_section_3_2_5_says(name: str) -> None:
    assert METHODS["CANCEL"][name][0] == 1


@pytest.mark.parametrize(
    ("method", "status"),
    [
        (method, status)
        for method in ALL
        for status in ("TENTATIVE", "CONFIRMED", "CANCELLED", "NEEDS-ACTION", "confirmed")
        if status not in STATUSES[method]
    ],
)
def test_a_status_of_another_method_is_refused(method: str | None, status: str) -> None:
    event = with_more(without(least(method), "STATUS"), f"STATUS:{status}")
    with pytest.raises(CsegroupError, match=f"cannot have STATUS {status}"):
        checked(method, event)


def test_what_stands_in_an_alarm_is_not_counted_as_the_events_own() -> None:
    alarm = ["BEGIN:VALARM", "ACTION:DISPLAY", "DESCRIPTION:A", "TRIGGER:-PT15M", "END:VALARM"]
    event = with_more(least("PUBLISH"), "DESCRIPTION:A", *alarm)
    assert checked("PUBLISH", event) == event


def test_what_stands_behind_a_second_component_does_not_hide() -> None:
    alarm = ["BEGIN:VALARM", "ACTION:DISPLAY", "END:VALARM"]
    with pytest.raises(CsegroupError, match="cannot hold ATTENDEE 1 times"):
        checked("PUBLISH", with_more(least("PUBLISH"), *alarm, _SAMPLES["ATTENDEE"]))


def test_a_message_that_ends_a_meeting_rings_no_alarm() -> None:
    # RFC 5546 section 3.2.5 has VALARM 0 times.
    alarm = ["BEGIN:VALARM", "ACTION:DISPLAY", "END:VALARM"]
    with pytest.raises(CsegroupError, match="cannot hold VALARM"):
        checked("CANCEL", with_more(least("CANCEL"), *alarm))


def test_a_zone_that_is_defined_first_may_be_named() -> None:
    checked_zones(["BEGIN:VTIMEZONE", "TZID:Asia/Tokyo", "END:VTIMEZONE", _SAMPLES["DTSTART"]])
    checked_zones(["DTSTART:20220208T050000Z", "DTSTART;VALUE=DATE:20220208", "SUMMARY:DTSTART;TZID=A:"])


@pytest.mark.parametrize("name", ["DTSTART", "DTEND"])
def test_a_zone_that_is_defined_nowhere_or_too_late_is_refused(name: str) -> None:
    line = f"{name};TZID=Europe/Berlin:20220208T140000"
    for lines in ([line], ["TZID:Asia/Tokyo", line], [line, "TZID:Europe/Berlin"]):
        with pytest.raises(CsegroupError, match="the time zone Europe/Berlin is not defined"):
            checked_zones(lines)
